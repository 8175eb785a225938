"""All text in one language: messages, plurals, catalogue texts, dates, numbers, names of languages."""

from __future__ import annotations

import gettext
from collections.abc import Iterable
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from .listing import listing
from .long_dates import long_date

if TYPE_CHECKING:  # Start needs none of these: they come with the first large number
    from decimal import Decimal

    from babel import Locale

LANGUAGES = ("ar", "zh", "en", "fr", "ru", "es")
"""The six languages of the United Nations."""
_CLDR = {"en": "en_GB", "qps": "en_GB"}
"""The United Nations write "15 March 2027", as British usage has it."""
_MARKS = {"fr": (". ", "\u00a0; ", ", "), "zh": ("。", "；", "，"), "ar": (". ", "؛ ", "، ")}
"""What stands between sentences, clauses and parts, where it is not as in English."""
_FRACTIONS = {"ar": 100}
"""The whole number whose form fractions take, where it is not 2; in French it is the one before them ("1,5 mètre")."""
PSEUDO = "qps"
"""Every message in brackets: what stands bare on a screen did not come through here."""


class Words:
    """The words of one language. English is the source, so it needs no catalogue."""

    def __init__(self, language: str, translations: gettext.NullTranslations) -> None:
        self.language = language
        self._translations = translations

    # --- messages ---

    def text(self, message: str, **values: object) -> str:
        """The message in this language with `{name}` placeholders filled."""
        return self._fill(self._translations.gettext(message), values)

    def plural(self, one: str, many: str, count: float, **values: object) -> str:
        """The form of a message for `count`; `{count}` is filled with the formatted number."""
        chosen = self._translations.ngettext(one, many, self._counted(count))
        return self._fill(chosen, {"count": self.number(count), **values})

    def item(self, item: str, field: str, english: str) -> str:
        """A catalogue text: its key is `item/field`; English stands in where a language has none."""
        return self._translations.pgettext(f"{item}/{field}", english)

    def _counted(self, count: float) -> int:
        """The whole number whose form a number takes: of fractions gettext knows nothing."""
        if count == int(count):
            return int(count)
        return int(count) if self.language == "fr" else _FRACTIONS.get(self.language, 2)

    def _fill(self, message: str, values: dict[str, object]) -> str:
        return message.format(**values) if values else message

    # --- numbers and dates ---

    @cached_property
    def _locale(self) -> Locale:
        from babel import Locale

        return Locale.parse(_CLDR.get(self.language, self.language))

    @property
    def right_to_left(self) -> bool:
        return self.language == "ar"

    def number(self, value: float | Decimal) -> str:
        """A number with this language's separators, at most two decimals, never rounded up."""
        if isinstance(value, int) and 0 <= value < 1000:
            return str(value)  # the same in all languages, and by far the most frequent
        from decimal import ROUND_DOWN, Decimal

        from babel.numbers import format_decimal

        cut = Decimal(str(value)).quantize(Decimal("0.01"), ROUND_DOWN)
        return format_decimal(cut, format="#,##0.##", locale=self._locale)

    def date(self, day: date) -> str:
        """A date with its month in words, so that no reader takes day for month."""
        return long_date(day, self.language)

    def moment(self, moment: datetime, zone: str = "UTC") -> str:
        """Date, hour and UTC offset in a time zone."""
        from zoneinfo import ZoneInfo

        local = moment.astimezone(ZoneInfo(zone))
        offset = local.strftime("%z")
        written = "UTC" if zone == "UTC" else f"UTC{offset[:3]}:{offset[3:]}"
        return self.aside(self.series((self.date(local.date()), local.strftime("%H:%M"))), written)

    def language_name(self, tag: str) -> str:
        """The name of a language by its BCP 47 tag; sign languages are named too; the tag where unknown."""
        from .signed import SIGN_LANGUAGES

        if tag in SIGN_LANGUAGES:
            return self.text(SIGN_LANGUAGES[tag])
        return str(self._locale.languages.get(tag.replace("-", "_"), tag))

    def sentences(self, *parts: str) -> str:
        """One after another, as far as they say something; none brings its own full stop."""
        return self._marks[0].join(filter(None, parts))

    def clauses(self, parts: Iterable[str]) -> str:
        """Parts of a sentence that stand apart: "a; b"."""
        return self._marks[1].join(parts)

    def series(self, parts: Iterable[str]) -> str:
        """Parts side by side, without "and": "a, b"."""
        return self._marks[2].join(parts)

    def aside(self, text: str, inside: str) -> str:
        """A text with something in brackets after it."""
        return f"{text}（{inside}）" if self.language == "zh" else f"{text} ({inside})"

    @property
    def _marks(self) -> tuple[str, str, str]:
        return _MARKS.get(self.language, (". ", "; ", ", "))

    def listing(self, parts: Iterable[str]) -> str:
        """Several things as this language lists them: "a, b and c"."""
        return listing(list(parts), self.language)


class _Pseudo(gettext.NullTranslations):
    """Every message in ⟦ ⟧."""

    def gettext(self, message: str) -> str:
        return f"⟦{message}⟧"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return f"⟦{msgid1 if n == 1 else msgid2}⟧"

    def pgettext(self, context: str, message: str) -> str:
        return f"⟦{message}⟧"


def load_words(language: str, locale_folder: Path) -> Words:
    """The words of a language from compiled catalogues below `locale_folder`."""
    if language == PSEUDO:
        return Words(language, _Pseudo())
    chained: gettext.NullTranslations = gettext.NullTranslations()
    for domain in ("catalogue", "report", "app"):
        found = gettext.translation(domain, locale_folder, [language], fallback=True)
        if isinstance(found, gettext.GNUTranslations):
            found.add_fallback(chained)
            chained = found
    return Words(language, chained)
