"""When Python looks for garbage: not while the window opens.

Hardly anything that is made then is ever thrown away; looking through it again and again took a twentieth of the way to
an open session.
"""

from __future__ import annotations

import gc


def leave_garbage() -> None:
    """Look for none until `collect_again`."""
    gc.disable()


def collect_again() -> None:
    """Look for it as usual, but no more among what there is by now: windows, models and the catalogue stay."""
    gc.freeze()
    gc.enable()
