"""Scores of a reader against gold files: what people see in a document, against what it found.

Precision is the share of finds that are right, recall the share of expected
facts that were found. A meeting is right where its day and its parties are; a
commitment where it shares at least half of the shorter span; a post where
person and title are. What is said about a right one (its firmness, the place
of a meeting) is counted apart, as a share.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from hapjak.reading.anchors import anchored
from hapjak.reading.matching import (
    Fact,
    same_bodies,
    same_commitments,
    same_meetings,
    same_place,
    shared,
)
from hapjak.reading.model import Document, Reading, RefusedReading
from hapjak.reading.rules import RULES, Reader, read_bytes

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
    """A fact expected and not found, found and not expected, or found and said wrongly."""

    document: str
    kind: str
    what: str  # missing, invented, wrong
    quote: str


class Evaluation(Struct):
    """Scores by written form (`all` among them), misses in the order of documents."""

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


def evaluate(gold: Path, reader: Reader = RULES) -> Evaluation:
    """Read the documents beside a folder of gold files and score the reader.

    Raises:
        FileNotFoundError: A gold file has no document.
        ValueError: A gold file is not in the contract's shape; the message says where.
    """
    tally = _Tally()
    for document, expected in _described(gold):
        reading = read_bytes(
            document.read_bytes(),
            document.name,
            url=expected.get("url"),
            published=expected.get("published"),
            reader=reader,
        )
        if isinstance(reading, RefusedReading):
            tally.refused.append(f"{document.name}: {reading.refusal.message}")
            reading = _nothing_read(document.name, reader, expected)
        seen = anchored(expected, reading.document.text)
        _Comparison(tally, document.stem, reading, seen).run()
    return Evaluation(
        tally.kinds,
        tally.details,
        tally.overlap,
        tally.calibration,
        tally.without,
        tally.refused,
        tally.misses,
    )


def _nothing_read(name: str, reader: Reader, expected: Fact) -> Reading:
    """What a refused document counts as: all that people saw in it was missed."""
    document = msgspec.convert(expected["document"], Document)
    return Reading(
        path=name,
        reader=reader.info,
        document=document,
        organisations=[],
        people=[],
        meetings=[],
        commitments=[],
        agreements=[],
        strategies=[],
    )


def _described(gold: Path) -> Iterator[tuple[Path, Fact]]:
    """Documents with what people saw in them."""
    for path in sorted(gold.glob("*.json")):
        if path.stem == "links":
            continue
        document = next(iter(sorted((gold.parent / "documents").glob(f"{path.stem}.*"))), None)
        if document is None:
            raise FileNotFoundError(f"{path.name} has no document beside it")
        yield document, _checked(path)


def _checked(path: Path) -> Fact:
    """A gold file in the contract's shape, but for what people need not write."""
    try:
        gold: Fact = json.loads(path.read_text(encoding="utf-8"))
        free = {"path": path.stem, "reader": {"name": "people", "version": "1"}}
        facts = {key: gold[key] for key in Reading.__struct_fields__ if key in gold}
        lines = [{"confidence": 1, **line} for line in gold["commitments"]]
        msgspec.convert({**free, **facts, "commitments": lines}, Reading)
    except (ValueError, KeyError, TypeError) as error:
        raise ValueError(f"{path.name} is no gold file: {error}") from error
    return gold


class _Comparison:
    """One document's finds against what people saw in it."""

    def __init__(self, tally: _Tally, name: str, reading: Reading, gold: Fact) -> None:
        self.tally = tally
        self.name = name
        self.reading = reading
        self.gold = gold
        self.found = names_of(reading)
        self.wanted = {f["id"]: f["name"] for key in ("organisations", "people") for f in gold[key]}
        self.bodies = same_bodies(reading, gold)

    def run(self) -> None:
        self._names()
        self._organisations()
        self._meetings()
        self._agreements()
        self._commitments()
        if not self.gold["meetings"] and not self.gold["commitments"]:
            found = self.reading
            self.tally.without += len([*found.meetings, *found.commitments, *found.agreements])

    def _names(self) -> None:
        """People by name, posts by person and title."""
        people, expected = self.reading.people, self.gold["people"]
        self._sets("people", {p.name for p in people}, {p["name"] for p in expected})
        self._sets(
            "posts",
            {(p.name, q.title.lower()) for p in people for q in p.posts},
            {(p["name"], q["title"].lower()) for p in expected for q in p["posts"]},
        )

    def _organisations(self) -> None:
        known = set(self.bodies.values())
        ours = [o.name for o in self.reading.organisations if o.id not in self.bodies]
        theirs = [o["name"] for o in self.gold["organisations"] if o["id"] not in known]
        self._score("organisations", len(known), ours, theirs)

    def _meetings(self) -> None:
        pairs = same_meetings(self.reading, self.gold, self.bodies)
        ours, theirs = {id(a) for a, _ in pairs}, {id(b) for _, b in pairs}
        self._score(
            "meetings",
            len(pairs),
            [
                self._meeting(m.kind, m.date, m.parties, self.found)
                for m in self.reading.meetings
                if id(m) not in ours
            ],
            [
                self._meeting(m["kind"], m["date"], m["parties"], self.wanted)
                for m in self.gold["meetings"]
                if id(m) not in theirs
            ],
        )
        for ours_, theirs_ in pairs:
            self._share("kind of meeting", ours_.kind, theirs_["kind"])
            place = same_place(ours_.place, theirs_["place"])
            self._share("place", place or ours_.place, place or theirs_["place"])

    @staticmethod
    def _meeting(kind: str, date: str | None, parties: list[str], names: dict[str, str]) -> str:
        return f"{kind} {date} {', '.join(sorted(names.get(party, party) for party in parties))}"

    def _agreements(self) -> None:
        """By kind and whether they are planned, as many as there are."""
        ours = Counter(f"{a.kind}{' planned' * a.planned}" for a in self.reading.agreements)
        theirs = Counter(f"{a['kind']}{' planned' * a['planned']}" for a in self.gold["agreements"])
        right = (ours & theirs).total()
        self._score(
            "agreements", right, [*(ours - theirs).elements()], [*(theirs - ours).elements()]
        )

    def _commitments(self) -> None:
        pairs = same_commitments(self.reading, self.gold)
        right, known = {id(a) for a, _ in pairs}, {id(b) for _, b in pairs}
        self._score(
            "commitments",
            len(pairs),
            [c.quote for c in self.reading.commitments if id(c) not in right],
            [c["quote"] for c in self.gold["commitments"] if id(c) not in known],
        )
        for ours, theirs in pairs:
            union = max(ours.end, theirs["end"]) - min(ours.start, theirs["start"])
            for key in (self.reading.document.variety, "all"):
                overlap = self.tally.overlap.setdefault(key, [])
                overlap.append(round(shared(ours, theirs) / union, 3))
            speakers = self.found.get(ours.speaker or ""), self.wanted.get(theirs["speaker"] or "")
            self._share("firmness", ours.firmness, theirs["firmness"], ours.quote)
            self._share("field", ours.field[:3], theirs["field"][:3], ours.quote)
            self._share("field, two levels", ours.field, theirs["field"])
            self._share("speaker", *speakers, ours.quote)
        for commitment in self.reading.commitments:
            band = max(i for i, low in enumerate(BANDS) if commitment.confidence >= low)
            self.tally.calibration[band].of += 1
            self.tally.calibration[band].right += id(commitment) in right

    def _sets(self, kind: str, ours: set[Any], theirs: set[Any]) -> None:
        left, missing = (sorted(map(str, s)) for s in (ours - theirs, theirs - ours))
        self._score(kind, len(ours & theirs), left, missing)

    def _score(self, kind: str, right: int, invented: list[str], missing: list[str]) -> None:
        for key in (self.reading.document.variety, "all"):
            score = self.tally.kinds.setdefault(key, {}).setdefault(kind, Score())
            score.right += right
            score.found += right + len(invented)
            score.expected += right + len(missing)
        self._miss(kind, "missing", missing)
        self._miss(kind, "invented", invented)

    def _share(self, name: str, ours: object, theirs: object, quote: str = "") -> None:
        """Count one thing said of a fact; told among the misses where a quote is given."""
        for key in (self.reading.document.variety, "all"):
            share = self.tally.details.setdefault(key, {}).setdefault(name, Share())
            share.right += ours == theirs
            share.of += 1
        if quote and ours != theirs:
            self._miss(name, "wrong", [f"{ours} for {theirs}: {quote}"])

    def _miss(self, kind: str, what: str, quotes: list[str]) -> None:
        self.tally.misses += [Miss(self.name, kind, what, quote) for quote in quotes]


def names_of(reading: Reading) -> dict[str, str]:
    """Names behind the local ids of bodies and people."""
    names = {body.id: body.name for body in reading.organisations}
    return names | {person.id: person.name for person in reading.people}
