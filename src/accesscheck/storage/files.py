"""Whole files: written in full or not at all."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path

from accesscheck.errors import (
    AccessCheckError,
    DiskFull,
    FileMissing,
    FileUnreadable,
    FolderNotWritable,
    TargetExists,
    TargetInUse,
)

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT)


def read_whole(path: Path, most: int = 64 * 1024 * 1024) -> bytes:
    """The bytes of a file, at most one more than `most`; raises `FileMissing` or `FileUnreadable`."""
    try:
        with path.open("rb") as source:
            return source.read(most + 1)
    except FileNotFoundError as error:
        raise FileMissing(str(path)) from error
    except OSError as error:
        raise FileUnreadable(str(path), error.strerror or type(error).__name__) from error


def write_whole(path: Path, data: bytes, *, replace: bool) -> None:
    """Write `data` to `path`, following a symbolic link and keeping the mode; what stood there stays until the end.

    Raises `TargetExists` (unless `replace`), `TargetInUse`, `DiskFull` or `FolderNotWritable`.
    """
    if not replace and os.path.lexists(path):
        raise TargetExists(str(path))
    target = Path(os.path.realpath(path))
    part = target.with_name(f".{os.urandom(8).hex()}.part")
    try:
        _write_part(part, data, target)
        _replace(part, target) if replace else _put_new(part, target)
    except OSError as error:
        raise refusal(error, path) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    _sync_folder(target.parent)


def move_new(path: Path, target: Path) -> None:
    """Give a file another name that nothing has yet; refused, it has its old one.

    Raises `TargetExists`, `TargetInUse`, `DiskFull` or `FolderNotWritable`.
    """
    try:
        _put_new(path, target)
        _drop_name(path, target)
    except OSError as error:
        raise refusal(error, target) from error
    _sync_folder(target.parent)


def _drop_name(path: Path, target: Path) -> None:
    """Of its two names the file keeps the new one, or the old one where that cannot be dropped: held, on Windows."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        target.unlink()
        raise TargetInUse(str(path)) from error


def _write_part(part: Path, data: bytes, target: Path) -> None:
    with part.open("xb") as out:
        out.write(data)
        out.flush()
        os.fsync(out.fileno())
    with suppress(OSError):  # nothing there whose mode could be kept, or a file system without modes
        part.chmod(stat.S_IMODE(target.stat().st_mode))


def _replace(part: Path, target: Path) -> None:
    try:
        part.replace(target)
    except PermissionError as error:  # the folder took the part, so it is the file that is held: Windows' manner
        raise TargetInUse(str(target)) from error
    except IsADirectoryError as error:
        raise TargetExists(str(target)) from error


def _put_new(part: Path, target: Path) -> None:
    """Name the part `target` unless that name is taken meanwhile."""
    try:
        os.link(part, target)
    except FileExistsError as error:
        raise TargetExists(str(target)) from error
    except OSError:
        _claim_and_replace(part, target)


def _claim_and_replace(part: Path, target: Path) -> None:
    """The same on a file system without hard links (FAT, some shares): claim the name, then replace the claim."""
    try:
        target.touch(exist_ok=False)
    except FileExistsError as error:
        raise TargetExists(str(target)) from error
    try:
        part.replace(target)
    except OSError:
        target.unlink()
        raise


def refusal(error: OSError, path: Path) -> AccessCheckError:
    """What it means that `path` could not be written."""
    if error.errno in _NO_ROOM:
        return DiskFull(str(path))
    return FolderNotWritable(str(path.parent), error.strerror or type(error).__name__)


def _sync_folder(folder: Path) -> None:
    """Make the name itself survive a power cut, where folders can be opened (not on Windows)."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
