"""How fast a large register answers: `make bench-register`.

Fills a register with invented facts (`register_data.py`), 100,000 commitments at
scale 1, and times what people wait for, through the same views and actions as
the desk uses. Prints absolute times beside the goals; times of the database
alone stand beside searches as their ratio.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from benchmarks import measure

ROUNDS = 20


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--scale", type=float, default=1.0, help="1 is 100,000 commitments")
    parser.add_argument("--keep", type=Path, help="folder of a register to make once and use again")
    wanted = parser.parse_args()
    console = Console(width=120)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["HAPJAK_DATA"] = str(wanted.keep or folder)
        os.environ["DJANGO_SETTINGS_MODULE"] = "hapjak.project.settings"
        import django

        django.setup()
        prepare(wanted.scale)
        console.print(f"{measure.machine()} · {database()}")
        console.print(table(measured()))


def prepare(scale: float) -> None:
    """Migrate and fill, unless it is filled already."""
    from django.core.management import call_command

    from benchmarks.register_data import Size, fill
    from hapjak.register.models import Commitment

    call_command("migrate", verbosity=0, interactive=False)
    if not Commitment.objects.exists():
        fill(Size.scaled(scale))


def database() -> str:
    from django.db import connection

    from hapjak.register.models import Commitment, Document, Event, Name, Passage

    counts = [
        f"{model.objects.count():,} {model._meta.verbose_name_plural or model.__name__}"
        for model in (Document, Commitment, Name, Passage, Event)
    ]
    return " · ".join([connection.vendor, *counts])


def timed(work: Callable[[int], Any], rounds: int = ROUNDS) -> tuple[float, float]:
    """Median and 95th percentile of some rounds, in milliseconds; the first is warm-up."""
    work(-1)
    times = []
    for number in range(rounds):
        begin = time.perf_counter()
        work(number)
        times.append((time.perf_counter() - begin) * 1000)
    return statistics.median(times), sorted(times)[int(len(times) * 0.95)]


def measured() -> list[tuple[str, float, float, str]]:
    """What is timed: name, median, 95th percentile, goal."""
    from benchmarks import register_work as work

    desk = work.Desk()
    return [
        ("review screen, 60 findings", *timed(desk.review), "p95 300 ms"),
        ("accept one finding", *timed(desk.accept), "100 ms"),
        (
            "show, then accept 500 findings, one transaction",
            *timed(desk.accept_many, 3),
            "3,000 ms",
        ),
        ("identity candidates of a new name", *timed(work.candidates), "20 ms"),
        *((f"search, {band} hits", *timed(call), "") for band, call in work.searches()),
        *((f"index alone, {band} hits", *timed(call), "") for band, call in work.bare_searches()),
        ("verify the whole history", *timed(work.verify, 1), "60,000 ms for 1 M"),
    ]


def table(rows: list[tuple[str, float, float, str]]) -> Table:
    made = Table(title="The register, in milliseconds")
    for column in ("", "median", "p95", "goal"):
        made.add_column(column, justify="left" if not column else "right")
    for name, median, high, goal in rows:
        made.add_row(name, f"{median:,.1f}", f"{high:,.1f}", goal)
    return made


if __name__ == "__main__":
    random.seed(7)
    main()
