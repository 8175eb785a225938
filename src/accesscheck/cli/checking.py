"""The file check: how far data, result and pages of reports belong together."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from accesscheck.errors import AccessCheckError, ReportDamaged
from accesscheck.language.checking import GRADES, HONESTLY, difference_words
from accesscheck.language.problems import sentence
from accesscheck.language.words import Words
from accesscheck.model.checked import Grade

from .desk import Desk

if TYPE_CHECKING:
    from accesscheck.operations.readback import Checked


def check(typed: Namespace, desk: Desk) -> int:
    """Say the grade of each report and what differs; a single one that cannot be read is an error."""
    from accesscheck.operations.readback import check_report  # the PDF library comes when a PDF does

    found = [check_report(path, typed.repair) for path in typed.reports]
    if len(found) == 1 and found[0].problem is not None:
        desk.complain(_told(found[0].problem, desk.words))
        return found[0].problem.status
    for one in found:
        _say(one, desk)
    desk.say(desk.words.text(HONESTLY))
    return 1 if any(one.grade is Grade.UNREADABLE for one in found) else 0


def _say(checked: Checked, desk: Desk) -> None:
    desk.say(desk.words.text(GRADES[checked.grade], path=checked.path))
    for one in checked.differences:
        desk.say(f"- {difference_words(one, desk.words)}")
    if checked.problem is not None:
        desk.say(f"- {_told(checked.problem, desk.words)}")


def _told(problem: AccessCheckError, words: Words) -> str:
    """The sentence, with the way to try a repair where there is one."""
    said = sentence(problem, words)
    if not isinstance(problem, ReportDamaged) or problem.repair:
        return said
    return f"{said} {words.text('To try a repair, repeat the command with --repair.')}"
