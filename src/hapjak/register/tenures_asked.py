"""Who held a post on a day, and where what is known of it contradicts itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations, pairwise

from django.utils.translation import gettext_lazy as _

from hapjak.register.models import Document, Tenure
from hapjak.register.tenures import Holding, bounds

TERM = 5  # years, of local governments in China; four in South Korea


class Certainty(StrEnum):
    """How an answer is known, the surest first."""

    SHOWN = "shown"
    BETWEEN = "between"
    WITHIN = "within"
    BEFORE = "before"
    AFTER = "after"

    @property
    def label(self) -> str:
        return str(LABELS[self])

    @property
    def sure(self) -> bool:
        return self in (Certainty.SHOWN, Certainty.BETWEEN)


LABELS = {
    Certainty.SHOWN: _("surely: shown or stated then"),
    Certainty.BETWEEN: _("surely: shown before and after, and nobody else between"),
    Certainty.WITHIN: _("perhaps: a less precise date includes it"),
    Certainty.BEFORE: _("last shown before"),
    Certainty.AFTER: _("first shown after"),
}


@dataclass(frozen=True, slots=True)
class Point:
    """A day that somebody is known to have held a post: shown by a document, or stated by hand."""

    day: str
    holding: Holding
    tenure: Tenure
    document: Document | None
    end: bool = False  # stated to be the last

    @property
    def span(self) -> tuple[str, str]:
        return bounds(self.day)

    @property
    def attester(self) -> str:
        return str(self.tenure.attested_by) if self.document is None else ""

    def before(self, other: Point) -> bool:
        """Whether it was surely earlier, however precise both are."""
        return self.span[1] < other.span[0]


@dataclass(frozen=True, slots=True)
class Answer:
    """Somebody who held a post on the day asked for, or was known to near it."""

    certainty: Certainty
    points: tuple[Point, ...]

    @property
    def holding(self) -> Holding:
        return self.points[0].holding


def points_of(holding: Holding) -> list[Point]:
    """What is known of a holding day by day."""
    points = [Point(one.day, holding, one.tenure, one.document) for one in holding.shown]
    stated = holding.stated
    if stated is not None and stated.since:
        points.append(Point(stated.since, holding, stated, None))
    if stated is not None and stated.until:
        points.append(Point(stated.until, holding, stated, None, end=True))
    return sorted(points, key=lambda point: (*point.span, point.end))


def who_held(holdings: Sequence[Holding], day: str, *, single: bool) -> list[Answer]:
    """Who held a post on a day, month or year, as far as documents and people say.

    A post of one holder is answered from all that is known of it; one that
    several hold at a time from what is known of each.
    """
    if single:
        return _asked([point for holding in holdings for point in points_of(holding)], day)
    return [answer for holding in holdings for answer in _asked(points_of(holding), day)]


def _asked(points: Sequence[Point], day: str) -> list[Answer]:
    first, last = bounds(day)
    points = sorted(points, key=lambda point: (*point.span, point.end))
    inside = [p for p in points if first <= p.span[0] and p.span[1] <= last]
    if inside:
        return list(_each(Certainty.SHOWN, inside))
    around = [p for p in points if p.span[0] <= last and first <= p.span[1]]
    before = [p for p in points if p.span[1] < first][-1:]
    after = [p for p in points if p.span[0] > last][:1]
    if before and after and _runs_on(before[0], after[0]):
        return [Answer(Certainty.BETWEEN, (*before, *after))]
    told = {point.holding.person.pk for point in around}
    beside = [(Certainty.BEFORE, p) for p in before] + [(Certainty.AFTER, p) for p in after]
    return [
        *_each(Certainty.WITHIN, around),
        *(Answer(how, (p,)) for how, p in beside if p.holding.person.pk not in told),
    ]


def _runs_on(before: Point, after: Point) -> bool:
    """Whether one person is known on both sides, no further apart than a term of office."""
    years = int(after.day[:4]) - int(before.day[:4])
    return before.holding is after.holding and not before.end and years <= TERM


def _each(certainty: Certainty, points: Sequence[Point]) -> Iterator[Answer]:
    """An answer for each person, with all that speaks for it."""
    people = dict.fromkeys(point.holding.person.pk for point in points)
    for person in people:
        own = tuple(point for point in points if point.holding.person.pk == person)
        yield Answer(certainty, own)


class Conflict(StrEnum):
    """What contradicts itself."""

    TWO_HOLDERS = "two_holders"
    TWO_PLACES = "two_places"
    AFTER_END = "after_end"
    BEFORE_START = "before_start"

    @property
    def label(self) -> str:
        return str(CONFLICTS[self])


CONFLICTS = {
    Conflict.TWO_HOLDERS: _("two people in a post that one holds, at the same time"),
    Conflict.TWO_PLACES: _("one person in the same post of two places, at the same time"),
    Conflict.AFTER_END: _("shown after the stated end"),
    Conflict.BEFORE_START: _("shown before the stated start"),
}


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What cannot all be true, with everything it stands on in the order of time."""

    conflict: Conflict
    points: tuple[Point, ...]


def contradictions(holdings: Sequence[Holding]) -> list[Contradiction]:
    """Contradictions among holdings: of one body, of one person, or of both."""
    found = [_beyond(holding) for holding in holdings]
    for one, other in combinations(holdings, 2):
        conflict = _conflict(one, other)
        if conflict is not None:
            points = at_one_time(points_of(one), points_of(other))
            found.append([Contradiction(conflict, points)] if points else [])
    return [contradiction for some in found for contradiction in some]


def _conflict(one: Holding, other: Holding) -> Conflict | None:
    """What it would be if two were held at the same time."""
    if one.office.code != other.office.code or not (one.office.single and other.office.single):
        return None
    same_person = one.person.pk == other.person.pk
    same_body = one.office.body == other.office.body
    if same_body and not same_person:
        return Conflict.TWO_HOLDERS
    return Conflict.TWO_PLACES if same_person and not same_body else None


def at_one_time(ours: Sequence[Point], theirs: Sequence[Point]) -> tuple[Point, ...]:
    """The evidence that two were held at once: one between two of the other, or the same full day."""
    for one in ours:
        for other in theirs:
            if len(one.day) == 10 and one.day == other.day and not (one.end or other.end):
                return (one, other)
    for left, right in ((ours, theirs), (theirs, ours)):
        for before, after in pairwise(left):
            for between in right:
                if before.before(between) and between.before(after) and not before.end:
                    return (before, between, after)
    return ()


def _beyond(holding: Holding) -> list[Contradiction]:
    """Documents that show somebody before the stated start or after the stated end."""
    points = points_of(holding)
    shown = [point for point in points if point.document is not None]
    start = next((p for p in points if p.document is None and not p.end), None)
    end = next((p for p in points if p.end), None)
    found = []
    late = next((p for p in shown if end is not None and end.before(p)), None)
    if late is not None and end is not None:
        found.append(Contradiction(Conflict.AFTER_END, (end, late)))
    early = next((p for p in shown if start is not None and p.before(start)), None)
    if early is not None and start is not None:
        found.append(Contradiction(Conflict.BEFORE_START, (early, start)))
    return found
