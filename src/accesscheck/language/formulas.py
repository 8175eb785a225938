"""Where a figure comes from: the formulas of rules/measures, each in a few words."""

from __future__ import annotations

from collections.abc import Mapping

from .marks import N_

FORMULAS: Mapping[str, str] = {
    "wheelchair-places": N_("by the number of seats"),
    "companion-places": N_("one beside each wheelchair place"),
    "receivers": N_("by the number of seats"),
    "receivers-hearing-aid": N_("a quarter of the receivers, at least two"),
    "ramp-length": N_("twelve times the height of the stage"),
    "door-width": N_("the same for every room"),
    "display-height": N_("an eighth of the distance to the farthest seat"),
    "light": N_("the same for every room"),
    "interpreters": N_("by the languages and the length of the session"),
    "interpreters-floor": N_("by the languages and the length of the session"),
    "sign-interpreters": N_("by the length of the session"),
    "interpretation-receivers": N_("everybody expected in the room and a tenth more"),
    "neck-loops": N_("one for every ten receivers"),
    "captioned-minutes": N_("the whole session"),
    "caption-delay": N_("the same for every session"),
    "caption-delay-ceiling": N_("the same for every session"),
    "speakers-at-night": N_("none between 22:00 and 07:00 of their own time"),
}
