from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from accesscheck import resources
from accesscheck.language.words import LANGUAGES, PSEUDO, Words, load_words

MOMENT = datetime(2027, 3, 1, 23, 30, tzinfo=UTC)


def words(language: str) -> Words:
    return load_words(language, resources.compiled("locale"))


def test_placeholders_are_filled_by_name(english: Words) -> None:
    assert english.text("{path}: nothing wrong", path="{odd}") == "{odd}: nothing wrong"


def test_a_message_without_values_is_left_alone(english: Words) -> None:
    assert english.text("as it {stands}") == "as it {stands}"


@pytest.mark.parametrize(("count", "said"), [(0, "0 days"), (1, "1 day"), (2, "2 days"), (1200, "1,200 days")])
def test_plurals_follow_the_count(english: Words, count: int, said: str) -> None:
    assert english.plural("{count} day", "{count} days", count) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (0, "0"),
        (4, "4"),
        (4.5, "4.5"),
        (2.25, "2.25"),
        (0.999, "0.99"),
        (1234567, "1,234,567"),
        (Decimal("0.1"), "0.1"),
    ],
)
def test_numbers_have_at_most_two_decimals_and_are_never_rounded_up(
    english: Words, value: float | Decimal, said: str
) -> None:
    assert english.number(value) == said


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_writes_numbers_in_latin_digits(language: str) -> None:
    assert words(language).number(4.5).replace(",", ".") == "4.5"


@pytest.mark.parametrize(("language", "said"), [("en", "1 March 2027"), ("fr", "1er mars 2027")])
def test_a_date_has_its_month_in_words(language: str, said: str) -> None:
    assert words(language).date(date(2027, 3, 1)) == said


def test_other_days_in_french_have_no_ordinal() -> None:
    assert words("fr").date(date(2027, 3, 11)) == "11 mars 2027"


def test_a_moment_has_hour_and_offset_of_its_zone(english: Words) -> None:
    assert [english.moment(MOMENT), english.moment(MOMENT, "Asia/Kolkata")] == [
        "1 March 2027, 23:30 (UTC)",
        "2 March 2027, 05:00 (UTC+05:30)",
    ]


@pytest.mark.parametrize(
    ("tag", "name"),
    [("fr", "French"), ("ils", "International Sign"), ("pt-BR", "Brazilian Portuguese"), ("xx", "xx"), ("sgn", "sgn")],
)
def test_languages_have_names_signed_ones_too(english: Words, tag: str, name: str) -> None:
    assert english.language_name(tag) in (name, "Sign Language")


@pytest.mark.parametrize(
    ("parts", "said"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_several_things_are_listed_as_english_does(english: Words, parts: list[str], said: str) -> None:
    assert english.listing(parts) == said


def test_only_arabic_runs_from_right_to_left() -> None:
    assert [language for language in LANGUAGES if words(language).right_to_left] == ["ar"]


def test_a_catalogue_text_without_translation_stays_english() -> None:
    assert words("ru").item("no.such", "why", "English.") == "English."


def test_french_is_compiled_where_it_is_looked_for() -> None:
    assert words("fr").text("Rehearsal") != "Rehearsal"


def test_the_pseudo_language_brackets_every_kind_of_message(pseudo: Words) -> None:
    said = [pseudo.text("a {b}", b=1), pseudo.plural("{count} x", "{count} xs", 2), pseudo.item("a.b", "why", "c")]
    assert (pseudo.language, said) == (PSEUDO, ["⟦a 1⟧", "⟦2 xs⟧", "⟦c⟧"])


@pytest.mark.parametrize(
    ("language", "value", "said"),
    [("en", 1, "1 metre"), ("en", 1.5, "1.5 metres"), ("fr", 1, "1 mètre"), ("fr", 1.5, "1,5 mètre")],
)
def test_an_amount_takes_the_form_of_its_number(language: str, value: float, said: str) -> None:
    words = load_words(language, resources.compiled("locale"))
    assert words.plural("{count} metre", "{count} metres", value).replace("\xa0", " ") == said


@pytest.mark.parametrize("language", LANGUAGES)
def test_small_whole_numbers_are_written_the_same_in_all_languages(language: str) -> None:
    words = load_words(language, resources.compiled("locale"))
    assert [words.number(number) for number in (0, 7, 999)] == [words.number(Decimal(one)) for one in (0, 7, 999)]


@pytest.mark.parametrize(
    ("language", "sentences", "clauses", "series", "aside"),
    [
        ("en", "a. b", "a; b", "a, b", "a (b)"),
        ("fr", "a. b", "a\u00a0; b", "a, b", "a (b)"),
        ("zh", "a。b", "a；b", "a，b", "a（b）"),
        ("ar", "a. b", "a؛ b", "a، b", "a (b)"),
    ],
)
def test_parts_are_joined_with_the_marks_of_the_language(
    language: str, sentences: str, clauses: str, series: str, aside: str
) -> None:
    words = load_words(language, resources.compiled("locale"))
    joined = words.sentences("a", "", "b"), words.clauses("ab"), words.series("ab"), words.aside("a", "b")
    assert joined == (sentences, clauses, series, aside)
