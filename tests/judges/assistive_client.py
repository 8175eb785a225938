"""What assistive technology sees and does, over the accessibility bus alone: run by the system's Python.

    assistive_client.py JOB OUT ENTRY

`walk` visits every page and lists what a user of assistive technology could not name or reach; `answer` answers all
items by actions, undoes the last answer, and tells what was seen. ENTRY is what the menu entry is called that closes
the session, or undoes.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # noqa: E402  # its version is chosen before

Node = Any  # an Atspi.Accessible
Frame = Node

STEP = 0.05
PATIENCE = 30.0
"""Seconds: between two looks, and until something that must come has come."""
KINDS = ("met", "partly", "missing", "waiting", "unknown")
STATE = Atspi.StateType
UNFOCUSABLE = {
    "menu item": "menus are opened by their keys, and Qt gives their titles no focus",
    "scroll bar": "what it does the keyboard does by moving on; it is no stop of its own",
}
"""Roles that may have an action without taking focus, each with the reason."""


def main(job: str, out: str, entry: str) -> None:
    found = {"walk": walk, "answer": answer}[job](application(), entry)
    Path(out).write_text(json.dumps(found, ensure_ascii=False), "utf-8")


# --- looking ---


def application() -> Frame:
    """The app's window, once an item is there to be answered."""

    def seen() -> Frame | None:
        desktop = Atspi.get_desktop(0)
        apps = [desktop.get_child_at_index(place) for place in range(desktop.get_child_count())]
        frames = [app.get_child_at_index(0) for app in apps if app and app.get_child_count()]
        return next((one for one in frames if one and any(role(one, "radio button"))), None)

    return until(seen, "the window")


def until(look: Callable[[], Any], what: str) -> Any:
    """What `look` gives, as soon as it gives anything."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        found = look()
        if found:
            return found
        time.sleep(STEP)
    raise SystemExit(f"{what} did not come")


def settled(frame: Frame) -> None:
    """Wait until a page has been built: two looks in a row see the same."""
    before: list[tuple[str, str]] = []

    def same() -> bool:
        nonlocal before
        time.sleep(4 * STEP)
        earlier, before = before, [(one.get_role_name(), one.get_name()) for one in every(frame)]
        return earlier == before

    until(same, "rest")


def every(top: Node) -> Iterator[Node]:
    """All that is showing, in the order it is told."""
    for place in range(top.get_child_count()):
        one = top.get_child_at_index(place)
        if one is not None and holds(one, STATE.SHOWING):
            yield one
            yield from every(one)


def holds(one: Node, state: Any) -> bool:
    return bool(one.get_state_set().contains(state))


def role(top: Node, name: str) -> Iterator[Node]:
    return (one for one in every(top) if one.get_role_name() == name)


def named(top: Node, identifier: str) -> Node | None:
    """The showing object whose identifier ends so; None where there is none."""
    ending = f".{identifier}"
    return next((one for one in every(top) if (one.get_accessible_id() or "").endswith(ending)), None)


def actions(one: Node) -> list[str]:
    if "Action" not in one.get_interfaces():
        return []
    return [Atspi.Action.get_action_name(one, place) for place in range(Atspi.Action.get_n_actions(one))]


def act(one: Node, action: str) -> None:
    Atspi.Action.do_action(one, actions(one).index(action))


def choose(frame: Frame, entry: str) -> None:
    """Press an entry of the menus, which can be done though its menu is closed."""
    act(next(one for one in menu_entries(frame) if one.get_name() == entry), "Press")


def menu_entries(top: Node) -> Iterator[Node]:
    for place in range(top.get_child_count()):
        one = top.get_child_at_index(place)
        if one is not None and one.get_role_name() in ("menu bar", "menu item", "popup menu"):
            yield one
            yield from menu_entries(one)


# --- every page ---


def walk(frame: Frame, close: str) -> list[dict[str, Any]]:
    """Every page of the navigation, then Start: how many objects it holds, and what is wrong with them."""
    found = [page(visit(frame, place), frame) for place in range(navigation(frame).get_child_count())]
    choose(frame, close)
    settled(frame)
    return [*found, page("start", frame)]


def navigation(frame: Frame) -> Node:
    return until(lambda: named(frame, "list"), "the navigation")


def visit(frame: Frame, place: int) -> str:
    """Select one entry of the navigation; its first word is its title."""
    entry = navigation(frame).get_child_at_index(place)
    act(entry, "Toggle")
    until(lambda: holds(entry, STATE.SELECTED), f"the page {entry.get_name()}")
    settled(frame)
    return str(entry.get_name())


def page(name: str, frame: Frame) -> dict[str, Any]:
    seen = list(every(frame))
    return {
        "page": name,
        "objects": len(seen),
        "headings": [one.get_name() for one in role(frame, "heading")],
        "nameless": [told(one) for one in seen if holds(one, STATE.FOCUSABLE) and not called(one)],
        "unreachable": [told(one) for one in seen if acts(one) and not holds(one, STATE.FOCUSABLE)],
    }


def acts(one: Node) -> bool:
    return bool(set(actions(one)) - {"Set Focus"}) and one.get_role_name() not in UNFOCUSABLE


def called(one: Node) -> bool:
    """Whether it has a name, or what labels it has."""
    if one.get_name().strip():
        return True
    labels = [found for found in one.get_relation_set() if found.get_relation_type() == Atspi.RelationType.LABELLED_BY]
    return any(found.get_target(place).get_name() for found in labels for place in range(found.get_n_targets()))


def told(one: Node) -> str:
    return f"{one.get_role_name()} {one.get_name()!r} {one.get_accessible_id()} {actions(one)}"


# --- every item ---


def answer(frame: Frame, undo: str) -> dict[str, Any]:
    """Answer every item of every checklist by actions, one kind of answer after another; then undo the last."""
    given: list[dict[str, str]] = []
    for place in range(1, navigation(frame).get_child_count() - 2):
        visit(frame, place)
        act(named(frame, "all"), "Toggle")
        settled(frame)
        for question in questions(frame):
            said = reply(asked(frame, question), KINDS[len(given) % len(KINDS)])
            given.append({"question": question, "answer": said, "verdict": verdict(frame)})
    last = given[-1]
    choose(frame, undo)
    settled(frame)
    return {"given": given, "last": last["answer"], "undone": chosen(frame, last["question"])}


def questions(frame: Frame) -> list[str]:
    """The questions that are showing, by their names."""
    panels = role(frame, "panel")
    return [one.get_name() for one in panels if (one.get_accessible_id() or "").endswith(".answer")]


def asked(frame: Frame, question: str) -> Node:
    """A question's group of answers, found anew: a page may be built again after an answer."""
    return until(lambda: next((one for one in role(frame, "panel") if one.get_name() == question), None), question)


def reply(panel: Node, kind: str) -> str:
    """Give an answer of this kind; "No" where the question does not take it, a number where its figure decides."""
    choice = named(panel, kind) or named(panel, "missing")
    if choice is None:
        field = next(one for one in every(panel) if "EditableText" in one.get_interfaces())
        Atspi.EditableText.set_text_contents(field, "1")
        return str(Atspi.Text.get_text(field, 0, -1))
    act(choice, "Toggle")
    until(lambda: holds(choice, STATE.CHECKED), told(choice))
    return str(choice.get_name())


def chosen(frame: Frame, question: str) -> str | None:
    """The answer that stands with a question."""
    choices = role(asked(frame, question), "radio button")
    return next((one.get_name() for one in choices if holds(one, STATE.CHECKED)), None)


def verdict(frame: Frame) -> str:
    return str(until(lambda: named(frame, "verdict"), "the verdict").get_name())


main(*sys.argv[1:])
