from __future__ import annotations

import pikepdf
import pytest

from accesscheck.report.document import Bar, BarChart, Figure, Tone
from accesscheck.report.pdf.chart import swatch
from accesscheck.report.pdf.drawing import Drawing
from accesscheck.report.pdf.style import PageSize

from .documents import document, rendered
from .reading import elements, marked_pages, opened, operators

TONES = (Tone.MET, Tone.PARTLY, Tone.WAITING, Tone.MISSING, Tone.UNKNOWN, Tone.NOT_RELEVANT)


def figure(*bars: Bar) -> pikepdf.Pdf:
    return opened(rendered(document(Figure("Captions: 1 of 2.", BarChart(bars)))))


def shape(tone: Tone) -> str:
    """The operators a tone is drawn with, without its colour."""
    drawing = Drawing(PageSize.A4)
    with drawing.artifact():
        swatch(drawing, tone, (100, 100, 40, 9))
    pdf = opened(drawing.finish(lambda _: None))
    return str([step for step in operators(pdf, 0) if step[1] not in ("rg", "RG")])


def test_each_tone_has_a_pattern_of_its_own() -> None:
    assert len({shape(tone) for tone in TONES}) == len(TONES)


def test_a_figure_says_in_words_what_it_shows() -> None:
    pdf = figure(Bar("Captions", "1 of 2", ((0.5, Tone.MET),)))
    assert str(elements(pdf, "Figure")[0].Alt) == "Captions: 1 of 2."


def test_a_figure_knows_its_place_on_the_page() -> None:
    pdf = figure(Bar("Captions", "1 of 2", ((0.5, Tone.MET),)), Bar("Signs", "", ()))
    left, bottom, right, top = map(float, elements(pdf, "Figure")[0].A.BBox)
    assert 0 < left < right < 595
    assert top - bottom == pytest.approx(31, abs=1)


@pytest.mark.parametrize("share", [-1.0, 0.0, 5.0, 1e-9])
def test_a_share_beyond_the_whole_stays_in_its_bar(share: float) -> None:
    pdf = figure(Bar("Captions", "1 of 2", ((share, Tone.MET), (0.5, Tone.PARTLY), (0.5, Tone.MISSING))))
    boxes = [list(map(float, operands)) for operands, operator in operators(pdf, 0) if operator == "re"]
    assert boxes
    assert all(box[0] + box[2] <= 533.5 for box in boxes)


def test_a_chart_over_several_pages_is_one_figure() -> None:
    pdf = figure(*(Bar(f"Captions {number}", "1 of 2", ((0.5, Tone.MET),)) for number in range(200)))
    (found,) = elements(pdf, "Figure")
    assert marked_pages(pdf, found) == set(range(len(pdf.pages))) == {0, 1, 2, 3, 4}


def test_a_label_longer_than_a_page_goes_on_over_the_next() -> None:
    pdf = figure(Bar("Captions and more captions " * 200, "1 of 2", ((0.5, Tone.MET),)))
    assert len(pdf.pages) >= 3
    assert marked_pages(pdf, elements(pdf, "Figure")[0]) == set(range(len(pdf.pages)))


def test_a_chart_without_bars_is_still_a_figure() -> None:
    pdf = figure()
    assert len(elements(pdf, "Figure")) == 1
