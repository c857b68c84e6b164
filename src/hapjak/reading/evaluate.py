"""Scores of a reader against gold files: what people see in a document, against what it found.

Matching is one to one and greedy by overlap; a commitment matches where at
least half of the shorter span is shared. Precision is the share of finds that
are right, recall the share of expected facts that were found.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from msgspec import Struct
from rich.console import Console
from rich.table import Table

from hapjak.reading.model import Commitment, Reading, RefusedReading
from hapjak.reading.rules import read_bytes

Fact = dict[str, Any]
BANDS = (0.0, 0.5, 0.6, 0.7, 0.8)  # lower bounds of the five bands of confidence


class Score(Struct):
    """Counts of one kind of fact."""

    right: int = 0
    found: int = 0
    expected: int = 0

    @property
    def precision(self) -> float | None:
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        return self.right / self.expected if self.expected else None

    @property
    def f1(self) -> float | None:
        total = self.found + self.expected
        return 2 * self.right / total if total else None


class Share(Struct):
    """How many of how many."""

    right: int = 0
    of: int = 0


class Miss(Struct):
    """A fact expected and not found, or found and not expected."""

    document: str
    kind: str
    what: str  # missing, invented
    quote: str


class Evaluation(Struct):
    """Scores by language (`all` among them), misses in the order of documents."""

    kinds: dict[str, dict[str, Score]]
    details: dict[str, dict[str, Share]]
    overlap: dict[str, list[float]]
    calibration: list[Share]
    finds_without_talks: int
    refused: list[str]
    misses: list[Miss]


@dataclass(slots=True)
class _Tally:
    kinds: dict[str, dict[str, Score]] = field(default_factory=dict)
    details: dict[str, dict[str, Share]] = field(default_factory=dict)
    overlap: dict[str, list[float]] = field(default_factory=dict)
    calibration: list[Share] = field(default_factory=lambda: [Share() for _ in BANDS])
    misses: list[Miss] = field(default_factory=list)
    without: int = 0
    refused: list[str] = field(default_factory=list)

    def score(self, language: str, kind: str, right: int, found: int, expected: int) -> None:
        for key in (language, "all"):
            score = self.kinds.setdefault(key, {}).setdefault(kind, Score())
            score.right += right
            score.found += found
            score.expected += expected

    def share(self, language: str, name: str, right: bool) -> None:
        for key in (language, "all"):
            share = self.details.setdefault(key, {}).setdefault(name, Share())
            share.right += right
            share.of += 1


def evaluate(gold: Path) -> Evaluation:
    """Read the documents beside a folder of gold files and score the reader.

    Raises:
        FileNotFoundError: A gold file has no document.
        ValueError: A gold file is no JSON.
    """
    tally = _Tally()
    for path in sorted(gold.glob("*.json")):
        if path.stem == "links":
            continue
        document = next(iter(sorted((gold.parent / "documents").glob(f"{path.stem}.*"))), None)
        if document is None:
            raise FileNotFoundError(f"{path.name} has no document beside it")
        expected = json.loads(path.read_text(encoding="utf-8"))
        reading = read_bytes(
            document.read_bytes(),
            document.name,
            url=expected.get("url"),
            published=expected.get("published"),
        )
        if isinstance(reading, RefusedReading):
            tally.refused.append(f"{document.name}: {reading.refusal.message}")
        else:
            _compare(tally, path.stem, reading, expected)
    return Evaluation(
        tally.kinds,
        tally.details,
        tally.overlap,
        tally.calibration,
        tally.without,
        tally.refused,
        tally.misses,
    )


def _compare(tally: _Tally, name: str, reading: Reading, gold: Fact) -> None:
    language = reading.document.variety
    found = names_of(reading)
    wanted = {fact["id"]: fact["name"] for key in ("organisations", "people") for fact in gold[key]}
    sets: list[tuple[str, set[Any], set[Any]]] = [
        ("people", {p.name for p in reading.people}, {p["name"] for p in gold["people"]}),
        (
            "posts",
            {(p.name, q.title.lower()) for p in reading.people for q in p.posts},
            {(p["name"], q["title"].lower()) for p in gold["people"] for q in p["posts"]},
        ),
        (
            "organisations",
            {o.name for o in reading.organisations},
            {o["name"] for o in gold["organisations"]},
        ),
        (
            "meetings",
            {(m.kind, m.date, frozenset(found[p] for p in m.parties)) for m in reading.meetings},
            {
                (m["kind"], m["date"], frozenset(wanted[p] for p in m["parties"]))
                for m in gold["meetings"]
            },
        ),
        (
            "agreements",
            {(a.kind, a.planned) for a in reading.agreements},
            {(a["kind"], a["planned"]) for a in gold["agreements"]},
        ),
    ]
    for kind, ours, theirs in sets:
        tally.score(language, kind, len(ours & theirs), len(ours), len(theirs))
        tally.misses += [
            Miss(name, kind, "missing", str(x)) for x in sorted(map(str, theirs - ours))
        ]
        tally.misses += [
            Miss(name, kind, "invented", str(x)) for x in sorted(map(str, ours - theirs))
        ]
    _compare_commitments(tally, name, reading, gold, found, wanted)
    if not gold["meetings"] and not gold["commitments"]:
        tally.without += len(reading.meetings) + len(reading.commitments) + len(reading.agreements)


def _compare_commitments(
    tally: _Tally,
    name: str,
    reading: Reading,
    gold: Fact,
    found: dict[str, str],
    wanted: dict[str, str],
) -> None:
    language = reading.document.variety
    pairs = matched(reading.commitments, gold["commitments"])
    count = len(pairs)
    tally.score(language, "commitments", count, len(reading.commitments), len(gold["commitments"]))
    for ours, theirs in pairs:
        same = _shared(ours, theirs)
        union = max(ours.end, theirs["end"]) - min(ours.start, theirs["start"])
        for key in (language, "all"):
            tally.overlap.setdefault(key, []).append(round(same / union, 3))
        tally.share(language, "firmness", ours.firmness == theirs["firmness"])
        tally.share(language, "field", ours.field[:3] == theirs["field"][:3])
        tally.share(language, "field, two levels", ours.field == theirs["field"])
        speakers = found.get(ours.speaker or ""), wanted.get(theirs["speaker"] or "")
        tally.share(language, "speaker", speakers[0] == speakers[1])
    right = {id(ours) for ours, _ in pairs}
    for commitment in reading.commitments:
        band = max(i for i, low in enumerate(BANDS) if commitment.confidence >= low)
        tally.calibration[band].of += 1
        tally.calibration[band].right += id(commitment) in right
        if id(commitment) not in right:
            tally.misses.append(Miss(name, "commitments", "invented", commitment.quote))
    known = {id(theirs) for _, theirs in pairs}
    missing = (fact for fact in gold["commitments"] if id(fact) not in known)
    tally.misses += [Miss(name, "commitments", "missing", fact["quote"]) for fact in missing]


def names_of(reading: Reading) -> dict[str, str]:
    """Names behind the local ids of bodies and people."""
    names = {body.id: body.name for body in reading.organisations}
    return names | {person.id: person.name for person in reading.people}


def matched(found: list[Commitment], expected: list[Fact]) -> list[tuple[Commitment, Fact]]:
    """Pairs that share at least half of the shorter span, the widest overlap first."""
    pairs = [
        (_shared(ours, theirs), number, other)
        for number, ours in enumerate(found)
        for other, theirs in enumerate(expected)
        if 2 * _shared(ours, theirs) >= min(ours.end - ours.start, theirs["end"] - theirs["start"])
    ]
    taken: list[tuple[int, int]] = []
    for _, number, other in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if all(number != a and other != b for a, b in taken):
            taken.append((number, other))
    return [(found[number], expected[other]) for number, other in sorted(taken)]


def _shared(ours: Commitment, theirs: Fact) -> int:
    return max(0, min(ours.end, int(theirs["end"])) - max(ours.start, int(theirs["start"])))


def show(result: Evaluation, console: Console, misses: int) -> None:
    """Print an evaluation for people."""
    for language, kinds in sorted(result.kinds.items()):
        console.print(_scores(language, kinds, result.details.get(language, {})))
        shares = result.overlap.get(language, [])
        if shares:
            console.print(f"Mean overlap of matched commitments: {sum(shares) / len(shares):.2f}")
    console.print(_calibration(result.calibration))
    console.print(f"Finds on documents without any talks: {result.finds_without_talks}")
    for refusal in result.refused:
        console.print(f"Not read: {refusal}", style="red", markup=False)
    for miss in result.misses[:misses]:
        line = f"{miss.document} · {miss.kind} · {miss.what}: {miss.quote}"
        console.print(line, markup=False, highlight=False)


def _scores(language: str, kinds: dict[str, Score], details: dict[str, Share]) -> Table:
    table = Table(title=language, title_justify="left")
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
