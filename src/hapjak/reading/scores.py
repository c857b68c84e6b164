"""An evaluation, printed for people."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.table import Table

from hapjak.reading.evaluate import BANDS, Evaluation, Score, Share


def show(result: Evaluation, console: Console, misses: int) -> None:
    """Print an evaluation: a table for each written form, then calibration and misses."""
    for form, kinds in sorted(result.kinds.items()):
        console.print(_scores(form, kinds, result.details.get(form, {})))
        shares = result.overlap.get(form, [])
        if shares:
            console.print(f"Mean overlap of matched commitments: {sum(shares) / len(shares):.2f}")
    console.print(_calibration(result.calibration))
    console.print(f"Finds on documents without any talks: {result.finds_without_talks}")
    for refusal in result.refused:
        console.print(f"Not read: {refusal}", style="red", markup=False)
    for miss in result.misses[:misses]:
        line = f"{miss.document} · {miss.kind} · {miss.what}: {miss.quote}"
        console.print(line, markup=False, highlight=False)


def _scores(form: str, kinds: dict[str, Score], details: dict[str, Share]) -> Table:
    table = Table(title=form, title_justify="left")
    for column in ("", "precision", "recall", "F1", "right", "found", "expected"):
        table.add_column(column, justify="left" if not column else "right")
    for kind, score in kinds.items():
        rates = [score.precision, score.recall, score.f1]
        counts = (str(score.right), str(score.found), str(score.expected))
        table.add_row(kind, *_percent(rates), *counts)
    for name, share in details.items():
        accuracy = share.right / share.of if share.of else None
        table.add_row(f"  {name}", *_percent([accuracy]), "", "", str(share.right), str(share.of))
    return table


def _calibration(bands: list[Share]) -> Table:
    table = Table(title="Calibration", title_justify="left")
    for column in ("confidence from", "right", "of", "share"):
        table.add_column(column, justify="right")
    for low, share in zip(BANDS, bands, strict=True):
        rate = share.right / share.of if share.of else None
        table.add_row(f"{low:.1f}", str(share.right), str(share.of), *_percent([rate]))
    return table


def _percent(rates: Iterable[float | None]) -> list[str]:
    return ["–" if rate is None else f"{100 * rate:.1f} %" for rate in rates]
