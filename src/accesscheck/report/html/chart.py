"""The bar chart as one picture for readers of screens: its text alternative carries the same facts."""

from __future__ import annotations

from ..document import Bar, Figure, Tone
from ..plain import one_line
from .markup import element, escaped


def chart(figure: Figure) -> str:
    """What the colours and patterns stand for, and bars with their words and values."""
    bars = "\n".join(map(_bar, figure.chart.bars))
    legend = "\n".join(_entry(tone, words) for tone, words in figure.chart.legend)
    inside = element("div", f"\n{bars}\n", {"class": "bars"})
    if legend:
        inside = element("div", f"\n{legend}\n", {"class": "legend"}) + "\n" + inside
    return element("div", f"\n{inside}\n", {"role": "img", "aria-label": one_line(figure.alt)})


def _bar(bar: Bar) -> str:
    segments = "".join(_segment(share, tone) for share, tone in bar.segments if share > 0)
    label, value = (element("span", escaped(one_line(text))) for text in (bar.label, bar.value))
    return element("div", label + element("span", segments, {"class": "bar"}) + value)


def _segment(share: float, tone: Tone) -> str:
    return element("i", "", {"class": f"fill {tone}", "style": f"inline-size: {min(share, 1):.2%}"})


def _entry(tone: Tone, words: str) -> str:
    return element("span", element("i", "", {"class": f"fill {tone}"}) + escaped(one_line(words)))
