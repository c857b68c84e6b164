"""Readers in processes of their own: order, bounds, and a process that dies."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from hapjak.reading.model import Reading, RefusedReading
from hapjak.reading.workers import Job, Workers
from hapjak.text.limits import Limits

DEMO = Path(__file__).parents[2] / "demo" / "documents"
TALKS = DEMO / "kocn-2021-talks.html"
LIMITS = Limits(seconds=2, memory_bytes=256 * 2**20)


def sleeps() -> bytes:
    time.sleep(60)
    return b""


def eats() -> bytes:
    return b"x" * 2**32


def dies() -> bytes:
    os.kill(os.getpid(), signal.SIGKILL)
    return b""


def calls_home() -> bytes:
    with socket.create_connection(("127.0.0.1", 9), timeout=1):
        return b"reached"


def runs_a_program() -> bytes:
    return subprocess.run([sys.executable, "-V"], check=True, capture_output=True).stdout


def missing() -> bytes:
    return Path("/nowhere/at/all").read_bytes()


@pytest.fixture(scope="module")
def workers() -> Iterator[Workers]:
    with Workers(2, LIMITS) as pool:
        yield pool


def test_results_come_in_the_order_of_the_jobs(workers: Workers) -> None:
    names = [path.name for path in sorted(DEMO.iterdir())]
    jobs = [Job(name, (DEMO / name).read_bytes) for name in names]
    found = [outcome.reading for outcome in workers.read(jobs)]
    assert [reading.path for reading in found] == names
    assert all(isinstance(reading, Reading) for reading in found)


@pytest.mark.parametrize(
    ("load", "code"),
    [
        (sleeps, "costly"),
        (eats, "costly"),
        (dies, "costly"),
        (missing, "unreadable"),
        (calls_home, "unreadable"),
        (runs_a_program, "unreadable"),
    ],
)
def test_a_bad_document_is_refused_and_the_others_are_read(
    workers: Workers, load: Callable[[], bytes], code: str
) -> None:
    good = Job("good", TALKS.read_bytes)
    jobs = [good, Job("bad", load), good]
    first, bad, last = (outcome.reading for outcome in workers.read(jobs))
    assert isinstance(bad, RefusedReading)
    assert (bad.path, bad.refusal.code) == ("bad", code)
    assert isinstance(first, Reading)
    assert isinstance(last, Reading)


def test_a_wrong_date_of_the_call_is_no_refusal(workers: Workers) -> None:
    with pytest.raises(ValueError, match="not a date"):
        list(workers.read([Job("talks", TALKS.read_bytes, published="tomorrow")]))


def test_jobs_are_taken_as_they_are_needed(workers: Workers) -> None:
    taken: list[int] = []

    def jobs() -> Iterator[Job]:
        for number in range(500):
            taken.append(number)
            yield Job(str(number), partial(bytes, b""))

    results = workers.read(jobs())
    next(results)
    assert len(taken) < 50
    assert sum(1 for _ in results) == 499


def resident_mib(pid: int) -> float:
    """Memory of a process and of all that it started."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    statm = Path(f"/proc/{pid}/statm").read_text().split()
    own = int(statm[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20
    return own + sum(resident_mib(int(child)) for child in children)


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="reads /proc")
def test_memory_stays_flat_over_ten_thousand_documents(tmp_path: Path) -> None:
    data = TALKS.read_bytes()
    for number in range(10_000):
        (tmp_path / f"{number:05}.html").write_bytes(
            data.replace(b"2021", b"%04d" % (number % 9999))
        )
    hapjak = Path(sys.executable).parent / "hapjak"
    seen: list[float] = []
    with subprocess.Popen([hapjak, "read", tmp_path], stdout=subprocess.PIPE) as reading:
        assert reading.stdout is not None
        for number, _line in enumerate(reading.stdout, 1):
            if number % 500 == 0 and number < 10_000:
                seen.append(resident_mib(reading.pid))
        assert number == 10_000
    assert max(seen[10:]) < 1.1 * max(seen[:4])
