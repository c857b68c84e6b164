"""Paths of a call as jobs for the readers, in order."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import BinaryIO

from hapjak.reading.workers import Job
from hapjak.text.intake import DEFAULT_LIMITS

STANDARD_INPUT = "-"


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


def jobs(
    paths: Iterable[str],
    standard_input: BinaryIO,
    *,
    published: str | None = None,
    url: str | None = None,
    language: str = "auto",
) -> Iterator[Job]:
    """One job a file; standard input is read here, files where they are read."""
    for path in paths:
        if path == STANDARD_INPUT:
            load = partial(bytes, standard_input.read(DEFAULT_LIMITS.size_bytes + 1))
        else:
            load = partial(load_file, path)
        yield Job(path, load, published, url, language)


def load_file(path: str) -> bytes:
    """The bytes of a file; one more than the limit is enough to refuse it.

    Raises:
        OSError: It cannot be opened, or is a device or a pipe that might never end.
    """
    if not stat.S_ISREG(Path(path).stat().st_mode):
        raise OSError(0, "not a file")
    with Path(path).open("rb") as file:
        return file.read(DEFAULT_LIMITS.size_bytes + 1)
