"""Evidence of posts as it is shown: each day with the sentence it stands on, and a timeline."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hapjak.public import sources
from hapjak.public.facts import Viewer
from hapjak.register.models import Citation
from hapjak.register.tenures import Holding, bounds
from hapjak.register.tenures_asked import (
    Answer,
    Certainty,
    Conflict,
    Contradiction,
    Point,
    contradictions,
    who_held,
)

LEFT, WIDTH, ROW, HEAD = 190, 560, 34, 24  # of a timeline, in its own units
MOST_YEARS = 12  # labelled


@dataclass(frozen=True, slots=True)
class Told:
    """A point in time with the sentence of its document, if it has one."""

    point: Point
    source: sources.Source | None


@dataclass(frozen=True, slots=True)
class Clash:
    """A contradiction with every sentence it stands on."""

    conflict: Conflict
    told: Sequence[Told]


@dataclass(frozen=True, slots=True)
class Reply:
    """Somebody who held the post when it was asked, with the documents that say so."""

    certainty: Certainty
    holding: Holding
    told: Sequence[Told]


def clashes_of(holdings: Sequence[Holding], user: Viewer) -> list[Clash]:
    """Contradictions among holdings, none hidden."""
    found: list[Contradiction] = contradictions(holdings)
    sentences = _sentences((p for one in found for p in one.points), user)
    return [Clash(one.conflict, [_told(p, sentences) for p in one.points]) for one in found]


def replies_of(holdings: Sequence[Holding], day: str, user: Viewer) -> list[Reply]:
    """Who held the post on a day, the surest first."""
    single = bool(holdings) and holdings[0].office.single
    found: list[Answer] = who_held(holdings, day, single=single)
    sentences = _sentences((p for one in found for p in one.points), user)
    order = list(Certainty)
    return [
        Reply(one.certainty, one.holding, [_told(p, sentences) for p in one.points])
        for one in sorted(found, key=lambda one: order.index(one.certainty))
    ]


Sentences = dict[tuple[str, str], list[sources.Source]]


def _sentences(points: Iterable[Point], user: Viewer) -> Sentences:
    """Where documents name the people of points."""
    wanted = {(p.tenure.person_id, p.document.pk) for p in points if p.document is not None}
    cited = Citation.objects.visible_to(user).filter(
        record__in={person for person, _ in wanted}, document__in={doc for _, doc in wanted}
    )
    found: Sentences = defaultdict(list)
    for citation in cited.select_related("document__record", "record").order_by("start"):
        found[citation.record_id, citation.document_id].append(sources.source_of(citation))
    return found


def _told(point: Point, sentences: Sentences) -> Told:
    """A point with the sentence that names the post, else the first that names the person."""
    if point.document is None:
        return Told(point, None)
    named = sentences.get((point.tenure.person_id, point.document.pk), [])
    title = point.tenure.post.title
    best = next((one for one in named if title in one.left + one.right), None)
    return Told(point, best or next(iter(named), None))


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of time on a timeline."""

    x: float
    width: float

    @property
    def end(self) -> float:
        return round(self.x + self.width, 1)


@dataclass(frozen=True, slots=True)
class Lane:
    """One person on a timeline: shown days, the stretch between them, and what was stated."""

    holding: Holding
    y: int
    shown: Bar | None
    stated: Bar | None
    days: Sequence[tuple[float, str]]

    @property
    def text_y(self) -> int:
        return self.y + 5

    @property
    def bar_y(self) -> int:
        return self.y - 4


@dataclass(frozen=True, slots=True)
class Timeline:
    """People in a post over the years, for a drawing; the table beside it says the same."""

    width: int
    height: int
    years: Sequence[tuple[float, int]]
    lanes: Sequence[Lane]


def timeline(holdings: Sequence[Holding]) -> Timeline | None:
    """Lanes in the order of time; None where nothing has a day."""
    dated = [holding for holding in holdings if holding.shown or holding.stated]
    moments = [place for holding in dated for day in _days(holding) for place in _stretch(day)]
    if not moments:
        return None
    first, last = int(min(moments)), int(max(moments)) + 1
    lanes = [_lane(holding, n, first, last) for n, holding in enumerate(dated)]
    step = max(1, -(-(last - first) // MOST_YEARS))
    years = [(_x(year, first, last), year) for year in range(first, last + 1, step)]
    return Timeline(LEFT + WIDTH + 20, HEAD + ROW * len(lanes) + 6, years, lanes)


def _days(holding: Holding) -> list[str]:
    return [
        *(one.day for one in holding.shown),
        *(day for day in (holding.since, holding.until) if day),
    ]


def _stretch(day: str) -> tuple[float, float]:
    """The years, with their part, in which a day lies, as precise as it is known."""
    first, last = ([int(part) for part in one.split("-")] for one in bounds(day))
    return tuple(y + (m - 1) / 12 + (d - 1) / 372 for y, m, d in (first, last))  # type: ignore[return-value]


def _x(moment: float, first: int, last: int) -> float:
    return round(LEFT + WIDTH * (moment - first) / (last - first), 1)


def _lane(holding: Holding, number: int, first: int, last: int) -> Lane:
    spots = [(_stretch(one.day), one.day) for one in holding.shown]
    days = [(_x(sum(spot) / 2, first, last), day) for spot, day in spots]
    shown = Bar(days[0][0], round(days[-1][0] - days[0][0], 1)) if days else None
    stated = None
    if holding.stated is not None:
        begin = _stretch(holding.since)[0] if holding.since else _known_from(holding)
        end = _stretch(holding.until)[1] if holding.until else max(begin, _known_to(holding, begin))
        x = _x(begin, first, last)
        stated = Bar(x, max(2, round(_x(end, first, last) - x, 1)))
    return Lane(holding, HEAD + ROW * number + ROW // 2, shown, stated, days)


def _known_from(holding: Holding) -> float:
    return _stretch(holding.shown[0].day)[0] if holding.shown else _stretch(holding.until)[0]


def _known_to(holding: Holding, begin: float) -> float:
    return _stretch(holding.shown[-1].day)[1] if holding.shown else begin
