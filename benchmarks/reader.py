"""How fast the reader is beside its peers, and how well the same build reads.

    make bench-reader

Prints ratios of one run. Speed counts only together with quality, so the F1 of
the demonstration's gold files stands beside it.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from importlib.metadata import version

from rich.console import Console
from rich.table import Table

from benchmarks import measure, texts
from benchmarks.peers import OF, hapjak_html, trafilatura
from hapjak.reading.evaluate import Evaluation, evaluate

GOALS = {"Kiwi": (1.5, 4), "jieba.posseg": (10, 40), "spaCy sm": (15, 50), "trafilatura": (5, 20)}
WORD = re.compile(r"\w+")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--characters", type=int, default=200_000, help="text for each language")
    characters = parser.parse_args().characters
    console = Console(width=120)
    console.print(f"hapjak {version('hapjak')} · {measure.machine()}, {measure.peers()}")
    quality = evaluate(texts.DEMO / "gold")
    for title, make in (
        (f"Reports of talks, {characters:,} characters each, one thread", texts.shuffled),
        ("Mixed archive: one page in twenty is about cooperation", texts.archive),
    ):
        console.print(_languages(title, {form: make(form, characters) for form in OF}, quality))
    console.print(_html())
    seconds = measure.first_finding(str(texts.DEMO / "documents" / "kocn-2021-talks.html"))
    console.print(
        f"Process start to the first document's facts: {seconds:.2f} s (must 0.5, aim 0.3)"
    )


def _languages(title: str, works: dict[str, list[str]], quality: Evaluation) -> Table:
    table = _table(
        title,
        "",
        "hapjak",
        "MiB",
        "peer",
        "its speed",
        "MiB",
        "ratio",
        "must",
        "aim",
        "F1 people",
        "F1 lines",
    )
    for form, work in works.items():
        ours, theirs = measure.measured("hapjak", work), measure.measured(OF[form], work)
        kinds = quality.kinds[form]
        table.add_row(
            form,
            f"{ours.per_second:,.0f} ch/s",
            f"{ours.peak_mib:.0f}",
            OF[form],
            f"{theirs.per_second:,.0f} ch/s",
            f"{theirs.peak_mib:.0f}",
            f"{ours.per_second / theirs.per_second:.1f}×",
            *(f"{goal}×" for goal in GOALS[OF[form]]),
            *(f"{kinds[kind].f1 or 0:.3f}" for kind in ("posts", "commitments")),
        )
    return table


def _html() -> Table:
    pages = texts.pages()
    ours, theirs = measure.measured("hapjak html", pages), measure.measured("trafilatura", pages)
    table = _table(
        "HTML page to text and metadata",
        "hapjak",
        "MiB",
        "trafilatura",
        "MiB",
        "ratio",
        "must",
        "aim",
        "words kept alike",
    )
    table.add_row(
        f"{1000 / ours.per_second:.2f} ms",
        f"{ours.peak_mib:.0f}",
        f"{1000 / theirs.per_second:.2f} ms",
        f"{theirs.peak_mib:.0f}",
        f"{ours.per_second / theirs.per_second:.1f}×",
        *(f"{goal}×" for goal in GOALS["trafilatura"]),
        f"{_alike(pages):.3f}",
    )
    return table


def _alike(pages: list[bytes]) -> float:
    """F1 of the words of both extractions, title included: 1 where they keep the same text."""
    ours, theirs = hapjak_html(), trafilatura()
    shared = total = 0
    for page in pages:
        article, document = ours(page), theirs(page)
        one = Counter(WORD.findall(f"{article.title or ''}\n{article.text}"))  # type: ignore[attr-defined]
        other = Counter(WORD.findall(f"{document.title or ''}\n{document.text}"))  # type: ignore[attr-defined]
        shared += 2 * (one & other).total()
        total += one.total() + other.total()
    return shared / total


def _table(title: str, *columns: str) -> Table:
    table = Table(title=title, title_justify="left")
    for column in columns:
        table.add_column(column, justify="right")
    return table


if __name__ == "__main__":
    main()
