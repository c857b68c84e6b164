"""One measurement, each in a process of its own: speed, peak memory, time to the first result."""

from __future__ import annotations

import multiprocessing
import platform
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version

from benchmarks.peers import PACKAGES, PEERS

LEAST_SECONDS = 3.0


@dataclass(frozen=True, slots=True)
class Measured:
    """Characters (or pages) a second in one thread, and the peak memory of the process."""

    per_second: float
    peak_mib: float


def measured(peer: str, work: Sequence[str] | Sequence[bytes]) -> Measured:
    """Run one peer over a list of texts until enough time has passed, the first pass not counted."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(_run, (peer, list(work)))


def _run(peer: str, work: list[str] | list[bytes]) -> Measured:
    do = PEERS[peer]()
    for item in work[:20]:
        do(item)
    done, start = 0, time.perf_counter()
    while time.perf_counter() - start < LEAST_SECONDS:
        for item in work:
            do(item)
            done += len(item) if isinstance(item, str) else 1
            if time.perf_counter() - start > 4 * LEAST_SECONDS:
                break
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Measured(done / seconds, peak)


def first_finding(path: str) -> float:
    """Seconds from the start of a process to the facts of its first document; the best of five."""
    code = (
        "import sys, pathlib\n"
        "from hapjak.reading.rules import read_bytes\n"
        "found = read_bytes(pathlib.Path(sys.argv[1]).read_bytes(), 'first')\n"
        "assert found.commitments\n"
    )
    times = []
    for _ in range(5):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-c", code, path], check=True)  # noqa: S603
        times.append(time.perf_counter() - start)
    return min(times)


def machine() -> str:
    """What the figures were measured on."""
    cores = multiprocessing.cpu_count()
    return f"{platform.machine()}, {cores} cores, Python {platform.python_version()}"


def peers() -> str:
    """What it was measured against."""
    return ", ".join(f"{package} {version(package)}" for package in PACKAGES.values())
