"""Paths of a call to the files behind them, and their readings in order."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from hapjak.reading.model import Reading, RefusedReading
from hapjak.reading.rules import refused
from hapjak.text.article import Refusal, RefusalCode
from hapjak.text.intake import DEFAULT_LIMITS

STANDARD_INPUT = "-"
UNREADABLE = "It could not be opened: %(reason)s. Check the path and try again."
ReadBytes = Callable[[bytes, str], Reading | RefusedReading]


def files(paths: Iterable[str]) -> list[str]:
    """The files of a call: folders walked and sorted by name, everything else as given.

    Hidden files and folders are left out of a walk, links to folders are not
    followed; what is named itself is always taken.
    """
    found: list[str] = []
    for path in paths:
        found.extend(_walk(path) if path != STANDARD_INPUT and Path(path).is_dir() else [path])
    return found


def _walk(folder: str) -> Iterator[str]:
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith("."):
                yield str(Path(root) / name)


def readings(
    paths: Iterable[str], read: ReadBytes, standard_input: BinaryIO
) -> Iterator[Reading | RefusedReading]:
    """One reading a file, in order. What cannot be opened is a refusal like any other."""
    for path in paths:
        try:
            data = load(path, standard_input)
        except OSError as error:
            reason = (error.strerror or type(error).__name__).lower()
            yield refused(path, Refusal(RefusalCode.UNREADABLE, UNREADABLE, {"reason": reason}))
            continue
        yield read(data, path)


def load(path: str, standard_input: BinaryIO) -> bytes:
    """The bytes of a file; one more than the limit is enough to refuse it.

    Raises:
        OSError: It cannot be opened, or is a device or a pipe that might never end.
    """
    enough = DEFAULT_LIMITS.size_bytes + 1
    if path == STANDARD_INPUT:
        return standard_input.read(enough)
    if not stat.S_ISREG(Path(path).stat().st_mode):
        raise OSError(0, "not a file")
    with Path(path).open("rb") as file:
        return file.read(enough)
