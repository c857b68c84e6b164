"""Readers in processes of their own: all cores, and bounds on what one document may cost.

A document that takes too long, takes too much memory or brings its process
down is refused by name; the process is replaced and the others are read. What
a reader never needs is shut in there: the network and other programs.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import TimeoutError as OutOfTime
from dataclasses import dataclass
from types import TracebackType
from typing import Self, TypeAlias

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from hapjak.reading.model import Reading, RefusedReading
from hapjak.reading.rules import LANGUAGES, read_bytes, refused
from hapjak.text.article import Article
from hapjak.text.intake import DEFAULT_LIMITS
from hapjak.text.limits import Limits
from hapjak.text.refusals import costly, unreadable

try:
    import resource
except ImportError:  # Windows bounds no memory of a process by itself
    resource = None  # type: ignore[assignment]

SHUT = ("socket.connect", "socket.getaddrinfo", "subprocess.Popen", "os.exec", "os.system")
ReadingFuture: TypeAlias = "ProcessFuture[Outcome]"
AHEAD = 4  # documents given out for each process before the first is asked back


@dataclass(frozen=True, slots=True)
class Job:
    """One document to read, and what to take where its text says nothing."""

    name: str
    load: Callable[[], bytes]  # runs in the worker; may raise OSError
    published: str | None = None
    url: str | None = None
    language: str = "auto"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one document, and what the reading does not carry.

    `hidden` counts the characters that were left out because nobody who looks
    at the document sees them.
    """

    reading: Reading | RefusedReading
    hidden: int = 0


class Workers:
    """A pool of readers; close it, or use it in a `with`."""

    def __init__(self, processes: int | None = None, limits: Limits = DEFAULT_LIMITS) -> None:
        """Processes start with the first document.

        Args:
            processes: How many; by default one for each core.
            limits: Bounds of one document; `seconds` and `memory_bytes` hold here.
        """
        self._processes = processes or os.cpu_count() or 1
        self._limits = limits
        self._pool = ProcessPool(
            max_workers=self._processes,
            initializer=_shut_in,
            initargs=(limits.memory_bytes,),
            context=_context(),
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Stop at once; what is being read is given up."""
        self._pool.stop()  # type: ignore[no-untyped-call]
        self._pool.join()

    def read(self, jobs: Iterable[Job]) -> Iterator[Outcome]:
        """Read documents on all processes, one result a job, in order.

        Only a few documents are under way at once, so memory stays flat
        however many there are.
        """
        waiting: deque[tuple[Job, ReadingFuture]] = deque()
        for job in jobs:
            waiting.append((job, self._start(job)))
            if len(waiting) > AHEAD * self._processes:
                yield self._result(*waiting.popleft())
        while waiting:
            yield self._result(*waiting.popleft())

    def _start(self, job: Job) -> ReadingFuture:
        return self._pool.schedule(read_job, args=(job, self._limits), timeout=self._limits.seconds)

    def _result(self, job: Job, future: ReadingFuture) -> Outcome:
        try:
            return future.result()
        except (OutOfTime, MemoryError, ProcessExpired):
            refusal = costly(self._limits.seconds, self._limits.memory_bytes)
            return Outcome(refused(job.name, refusal))


def _context() -> multiprocessing.context.BaseContext:
    """Fresh processes: a fork of one that runs threads may stand still."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["hapjak.reading.rules", *LANGUAGES.values()])
    return context


def _shut_in(memory_bytes: int) -> None:
    """What holds in a worker from its start on."""
    if resource is not None and sys.platform == "linux":
        bound = _size_bytes() + memory_bytes
        resource.setrlimit(resource.RLIMIT_AS, (bound, bound))
    sys.addaudithook(_refuse_doors)


def _size_bytes() -> int:
    """Address space of this process now."""
    with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123
        return int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")


def _refuse_doors(event: str, _arguments: object) -> None:
    if event in SHUT:
        raise PermissionError(f"a reader has no business with {event}")


def read_job(job: Job, limits: Limits = DEFAULT_LIMITS) -> Outcome:
    """Read one document in this process, with no bounds on time and memory."""
    try:
        data = job.load()
    except OSError as error:
        why = (error.strerror or type(error).__name__).lower()
        return Outcome(refused(job.name, unreadable(why)))
    articles: list[Article] = []
    reading = read_bytes(
        data,
        job.name,
        published=job.published,
        url=job.url,
        language=job.language,
        limits=limits,
        on_article=articles.append,
    )
    return Outcome(reading, sum(article.hidden for article in articles))
