"""Run one command: results to standard output, progress and errors to standard error, a status for the shell."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from datetime import UTC, datetime
from pathlib import Path

from accesscheck import resources
from accesscheck.errors import AccessCheckError, TargetExists
from accesscheck.language.problems import sentence
from accesscheck.language.words import LANGUAGES, PSEUDO, Words, load_words
from accesscheck.storage.places import ENDING

from .commands import COMMANDS
from .desk import Desk
from .parser import build_parser

BROKEN_PIPE = 141
"""The shell's own status for a program whose reader went away."""


def run(arguments: list[str]) -> int:
    """Run the command in `arguments`; returns the exit status: 0 done, 1 refused, 2 wrong use or unreadable."""
    _write_utf8()
    words = load_words(system_language(), resources.compiled("locale"))
    desk = Desk(words, datetime.now(UTC).astimezone().replace(microsecond=0))
    try:
        parsed = build_parser(words).parse_args(arguments)
        status = COMMANDS[parsed.command](parsed, desk)
        sys.stdout.flush()  # here, where a reader that went away is expected
        return status
    except AccessCheckError as error:
        desk.complain(_told(error, parsed, words))
        return error.status
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    except KeyboardInterrupt:
        desk.complain(words.text("Stopped. What was written before is kept."))
        return 130


def _told(error: AccessCheckError, parsed: Namespace, words: Words) -> str:
    """The sentence, with the way to replace a file where there is one."""
    said = sentence(error, words)
    target = _target(parsed)
    if not isinstance(error, TargetExists) or target is None or not target.is_file():
        return said
    return said if target.suffix.lower() == ENDING else f"{said} {_force(words)}"


def _target(parsed: Namespace) -> Path | None:
    """The file that --force would let the command replace."""
    if parsed.command == "proof" and parsed.save is not None:
        return Path(parsed.save[1])
    return Path(parsed.target) if parsed.command == "export" else None


def _force(words: Words) -> str:
    return words.text("To replace it, repeat the command with --force.")


def system_language() -> str:
    """The language of the system where its words are complete, else English; ACCESSCHECK_LANGUAGE decides first."""
    names = [os.environ.get(name, "") for name in ("ACCESSCHECK_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")]
    wanted = next((name for name in names if name), "en")
    if wanted == PSEUDO:
        return PSEUDO
    return wanted[:2] if wanted[:2] in LANGUAGES else "en"


def _write_utf8() -> None:
    """Windows consoles may otherwise refuse a name or a quotation mark."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
