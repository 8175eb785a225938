from __future__ import annotations

import pikepdf
import pytest

from accesscheck.report.document import Bar, BarChart, Figure, Paragraph, Span, Tone
from accesscheck.report.pdf.chart import swatch
from accesscheck.report.pdf.drawing import Drawing
from accesscheck.report.pdf.style import BAR, PageSize

from .documents import document, rendered
from .reading import elements, marked_pages, opened, operators

TONES = (Tone.MET, Tone.PARTLY, Tone.WAITING, Tone.MISSING, Tone.UNKNOWN, Tone.NOT_RELEVANT)


LEGEND = tuple((tone, f"What stands as {tone}") for tone in TONES)


def figure(*bars: Bar, legend: tuple[tuple[Tone, str], ...] = (), right_to_left: bool = False) -> pikepdf.Pdf:
    one = Figure("Captions: 1 of 2.", BarChart(bars, legend))
    return opened(rendered(document(one, right_to_left=right_to_left)))


def words_at(pdf: pikepdf.Pdf) -> list[tuple[float, float]]:
    """Where the chart's words begin."""
    moves = [operands for operands, operator in operators(pdf, 0) if operator == "Tm"]
    return [(float(move[4]), float(move[5])) for move in moves if float(move[5]) > 60]


def shape(tone: Tone) -> str:
    """The operators a tone is drawn with, without its colour."""
    drawing = Drawing(PageSize.A4)
    with drawing.artifact():
        swatch(drawing, tone, (100, 100, 40, 9))
    (page,) = drawing.finish(lambda _: None)
    return str([step for step in page.decode().splitlines() if not step.endswith((" rg", " RG 1.2 w", " RG 1 w"))])


def test_each_tone_has_a_pattern_of_its_own() -> None:
    assert len({shape(tone) for tone in TONES}) == len(TONES)


def test_a_figure_says_in_words_what_it_shows() -> None:
    pdf = figure(Bar("Captions", "1 of 2", ((0.5, Tone.MET),)))
    assert str(elements(pdf, "Figure")[0].Alt) == "Captions: 1 of 2."


def test_a_figure_knows_its_place_on_the_page() -> None:
    pdf = figure(Bar("Captions", "1 of 2", ((0.5, Tone.MET),)), Bar("Signs", "", ()))
    left, bottom, right, top = map(float, elements(pdf, "Figure")[0].A.BBox)
    assert 0 < left < right < 595
    assert top - bottom == pytest.approx(2 * BAR.leading + BAR.before, abs=1)


@pytest.mark.parametrize("share", [-1.0, 0.0, 5.0, 1e-9])
def test_a_share_beyond_the_whole_stays_in_its_bar(share: float) -> None:
    pdf = figure(Bar("Captions", "1 of 2", ((share, Tone.MET), (0.5, Tone.PARTLY), (0.5, Tone.MISSING))))
    boxes = [list(map(float, operands)) for operands, operator in operators(pdf, 0) if operator == "re"]
    assert boxes
    assert all(box[0] + box[2] <= 533.5 for box in boxes)


def test_a_chart_over_several_pages_is_one_figure() -> None:
    pdf = figure(*(Bar(f"Captions {number}", "1 of 2", ((0.5, Tone.MET),)) for number in range(200)))
    (found,) = elements(pdf, "Figure")
    assert marked_pages(pdf, found) == set(range(len(pdf.pages))) == {0, 1, 2, 3}


def test_a_label_longer_than_a_page_goes_on_over_the_next() -> None:
    pdf = figure(Bar("Captions and more captions " * 300, "1 of 2", ((0.5, Tone.MET),)))
    assert len(pdf.pages) >= 3
    assert marked_pages(pdf, elements(pdf, "Figure")[0]) == set(range(len(pdf.pages)))


def test_a_chart_without_bars_is_still_a_figure() -> None:
    pdf = figure()
    assert len(elements(pdf, "Figure")) == 1


def test_the_legend_stands_in_one_line_where_it_fits() -> None:
    places = words_at(figure(legend=LEGEND[:4]))
    assert len({y for _, y in places}) == 1
    assert [x for x, _ in places] == sorted({x for x, _ in places})


def test_the_legend_of_a_right_to_left_report_begins_at_the_right() -> None:
    assert [x for x, _ in words_at(figure(legend=LEGEND[:4], right_to_left=True))] == sorted(
        (x for x, _ in words_at(figure(legend=LEGEND[:4], right_to_left=True))), reverse=True
    )


def test_a_legend_longer_than_a_line_goes_on_in_the_next() -> None:
    assert len({y for _, y in words_at(figure(legend=LEGEND))}) == 2


def test_the_legend_is_read_before_the_bars() -> None:
    places = words_at(figure(Bar("Captions", "1 of 2", ((0.5, Tone.MET),)), legend=LEGEND[:2]))
    assert places == sorted(places, key=lambda place: -place[1])
    assert len({y for _, y in places}) == 2


def test_bars_begin_where_the_longest_label_ends() -> None:
    short, long = (bars_at(figure(Bar(label, "1 of 2", ((0.5, Tone.MET),)))) for label in ("Captions", "Caption " * 6))
    assert min(short) < min(long)


def test_labels_take_no_more_than_their_share() -> None:
    long, longer = (bars_at(figure(Bar("Caption " * many, "1 of 2", ((0.5, Tone.MET),)))) for many in (20, 60))
    assert min(long) == min(longer) < 350


def bars_at(pdf: pikepdf.Pdf) -> list[float]:
    """Where rectangles begin."""
    return [float(operands[0]) for operands, operator in operators(pdf, 0) if operator == "re"]


@pytest.mark.parametrize("above", range(0, 700, 35))
def test_a_chart_of_eleven_bars_stays_on_one_page(above: int) -> None:
    bars = tuple(Bar(f"Captions {number}", "1 of 2", ((0.5, Tone.MET),)) for number in range(11))
    one = Figure("Captions: 1 of 2.", BarChart(bars, LEGEND[:2]))
    lines = (Paragraph((Span("Before it."),)),) * (above // 18)
    pdf = opened(rendered(document(*lines, one)))
    assert len(marked_pages(pdf, elements(pdf, "Figure")[0])) == 1


def test_the_lines_of_a_pattern_never_double_its_edge() -> None:
    drawing = Drawing(PageSize.A4)
    with drawing.artifact():
        swatch(drawing, Tone.WAITING, (100, 100, 40, 9))
    (page,) = drawing.finish(lambda _: None)
    lines = [float(step.split()[0]) for step in page.decode().splitlines() if " m " in step]
    assert min(lines) - 100 == pytest.approx(140 - max(lines))
    assert min(lines) - 100 >= 2
