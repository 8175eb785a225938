"""Plain ReportLab, untagged: Table and Paragraph set what plain_words.py described. Also a program of its own."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import CondPageBreak, Flowable, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

Described = dict[str, Any]
_NOT_ALONE = 90
"""Points: room for a heading and what begins below it."""


def register(fonts: Path) -> None:
    """Make the two static faces known; once in a process."""
    for name, style in (("Sans", "Regular"), ("Sans-Bold", "Bold")):
        font = TTFont(name, fonts / f"NotoSans-{style}.ttf")
        font.face.name = f"NotoSans-{style}".encode()  # both have the name of the variable font they come from
        pdfmetrics.registerFont(font)
    pdfmetrics.registerFontFamily("Sans", normal="Sans", bold="Sans-Bold", italic="Sans", boldItalic="Sans-Bold")
    pdfmetrics.registerFontFamily("Sans-Bold", normal="Sans-Bold", bold="Sans-Bold", italic="Sans", boldItalic="Sans")


def write(given: Described, target: Path) -> None:
    """Set and save the pages."""
    side, top, bottom = given["margins"]
    template = SimpleDocTemplate(
        str(target),
        pagesize=A4,
        leftMargin=side - 6,  # a frame has 6 points of padding
        rightMargin=side - 6,
        topMargin=top - 6,
        bottomMargin=bottom - 6,
        title=given["title"],
    )
    template.build(Setting(given, A4[0] - 2 * side).flowables(), canvasmaker=_numbered(given))


class Setting:
    """Turns described blocks into flowables."""

    def __init__(self, given: Described, width: float) -> None:
        self.given = given
        self.width = width
        self.styles = {
            name: ParagraphStyle(name, **{**look, "textColor": HexColor(look["textColor"])})
            for name, look in given["styles"].items()
        }
        self._indented: dict[tuple[str, float], ParagraphStyle] = {}

    def flowables(self) -> list[Any]:
        return [flowable for block in self.given["blocks"] for flowable in self.of(block)]

    def of(self, block: list[Any]) -> list[Any]:
        match block:
            case ["text", style, said]:
                return [Paragraph(said, self.styles[style])]
            case ["heading", style, said]:
                return [CondPageBreak(_NOT_ALONE), Paragraph(said, self.styles[style])]
            case ["list", ordered, items]:
                return self._list(ordered, items)
            case ["table", caption, widths, headers, rows]:
                above = [CondPageBreak(_NOT_ALONE), Paragraph(caption, self.styles["caption"])]
                return [*above, self._table(widths, headers, rows), Spacer(1, 8)]
            case [_, bars, legend]:
                return [self._chart(bars, legend), Spacer(1, 8)]
        raise ValueError(block)

    def _list(self, ordered: bool, items: list[Any]) -> list[Any]:
        found = []
        for number, item in enumerate(items, 1):
            label = f"{number}." if ordered else "•"
            for position, (_, style, said) in enumerate(item):
                look = self._hanging(style, self.given["indent"] + 5.5 * max(len(label) - 2, 0))
                found.append(Paragraph(said, look, bulletText=None if position else label))
        return found

    def _hanging(self, style: str, indent: float) -> ParagraphStyle:
        known = self._indented.get((style, indent))
        if known is None:
            base = self.styles[style]
            known = ParagraphStyle(style, parent=base, leftIndent=indent, spaceBefore=3, bulletFontName="Sans")
            self._indented[style, indent] = known
        return known

    def _table(self, widths: list[float], headers: int, rows: list[Any]) -> Table:
        colours = self.given["colours"]
        side, above = self.given["padding"]
        cells = [[[flowable for block in cell for flowable in self.of(block)] for cell in row] for row in rows]
        look = TableStyle(
            [
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LEFTPADDING", (0, 0), (-1, -1), side),
                ("RIGHTPADDING", (0, 0), (-1, -1), side),
                ("TOPPADDING", (0, 0), (-1, -1), above),
                ("BOTTOMPADDING", (0, 0), (-1, -1), above),
                ("LINEBELOW", (0, 0), (-1, -1), 0.5, HexColor(colours["rule"])),
                ("BACKGROUND", (0, 0), (-1, headers - 1), HexColor(colours["tint"])),
            ]
        )
        return Table(cells, self._columns(widths, rows[:headers], side), repeatRows=headers, style=look)

    def _columns(self, shares: list[float], headers: list[Any], side: float) -> list[float]:
        """Widths by their shares; none cuts a word of its head in two, the widest column gives what that takes."""
        found = [self.width * share / sum(shares) for share in shares]
        for place, width in enumerate(found):
            said = [
                (word, self.styles[style]) for row in headers for _, style, text in row[place] for word in _words(text)
            ]
            longest = max((stringWidth(word, "Sans-Bold", style.fontSize) for word, style in said), default=0)
            found[place] = max(width, longest + 2 * side + 1)
        found[found.index(max(found))] += self.width - sum(found)
        return found

    def _chart(self, bars: list[Any], legend: list[Any]) -> Table:
        rows: list[list[Any]] = []
        track = HexColor(self.given["colours"]["track"])
        for label, segments, value in bars:
            drawn = Bar(self.width * 0.42, [(share, HexColor(colour)) for share, colour in segments], track)
            rows.append([Paragraph(label, self.styles["bar"]), drawn, Paragraph(value, self.styles["bar"])])
        for colour, words in legend:
            rows.append(["", Bar(14, [(1, HexColor(colour))], track), Paragraph(words, self.styles["legend"])])
        return Table(rows, [self.width * share for share in (0.34, 0.44, 0.22)])


def _words(said: str) -> list[str]:
    return re.sub("<[^>]*>", "", said).split()


class Bar(Flowable):  # type: ignore[misc]  # ReportLab publishes no types
    """Coloured stretches beside each other."""

    def __init__(self, width: float, segments: list[tuple[float, Any]], track: Any) -> None:
        super().__init__()
        self.width, self.height = width, 9
        self.segments, self.track = segments, track

    def draw(self) -> None:
        self.canv.setFillColor(self.track)
        self.canv.rect(0, 0, self.width, self.height, stroke=0, fill=1)
        begun = 0.0
        for share, colour in self.segments:
            self.canv.setFillColor(colour)
            self.canv.rect(begun * self.width, 0, share * self.width, self.height, stroke=0, fill=1)
            begun += share


def _numbered(given: Described) -> type[Canvas]:
    """A canvas that draws the footers at the end, when it knows how many pages there are."""
    look = given["styles"]["foot"]
    side, _, _ = given["margins"]

    class Numbered(Canvas):  # type: ignore[misc]  # ReportLab publishes no types
        def __init__(self, *arguments: Any, **named: Any) -> None:
            super().__init__(*arguments, **named)
            self._kept: list[dict[str, Any]] = []

        def showPage(self) -> None:  # noqa: N802  # ReportLab's name
            self._kept.append(dict(self.__dict__))
            self._startPage()

        def save(self) -> None:
            pages = str(len(self._kept))
            for number, kept in enumerate(self._kept, 1):
                self.__dict__.update(kept)
                self.setFont(look["fontName"], look["fontSize"])
                label = given["page_label"].replace("{page}", str(number)).replace("{pages}", pages)
                self.drawString(side, 28, given["footer"])
                self.drawRightString(A4[0] - side, 28, label)
                super().showPage()
            super().save()

    return Numbered


if __name__ == "__main__":
    source, fonts, written = map(Path, sys.argv[1:])
    register(fonts)
    write(json.loads(source.read_text("utf-8")), written)
