"""Whose paper writes: what 我省, 省委 and 市领导 of a report mean.

Read from the outlet's name, from a person who holds the same office once in
full and once with its place left out, and from the places that the report
speaks of as its own. Never from the partner alone.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import lru_cache

from hapjak.reading.chinese.offices import Offices
from hapjak.reading.chinese.places import Place, Places, provinces
from hapjak.reading.chinese.titles import Held
from hapjak.text.article import Article

PAPER = re.compile(r"日报|晚报|晨报|早报|新闻|发布|网讯|电视台|广播|政府网|卫视|都市报")
AWAY = (
    "赴",
    "到",
    "访问",
    "走访",
    "抵达",
    "前往",
    "来自",
    "与",
    "同",
    "和",
    "感谢",
    "会见",
    "会见了",
    "欢迎",
    "拜访",
    "对",
    "邀请",
    "出访",
    "学习",
    "借鉴",
)
HERE = ("来", "在", "驻", "本报")
OUR = re.compile(r"(?:我|本)(?P<level>自治区|[省市县区州盟旗])(?![场民内委政])")
OURS_WITHIN = re.compile(r"我[省市县区州盟旗]")  # 我市万源市: lies in ours
COMES = re.compile(r"[到来赴抵][访]?我(?:自治区|[省市县区州盟旗])")
LEVELS = ("自治区", "省", "市", "县", "区", "州", "盟", "旗")
HOLDS, PRINTS, STANDS = 9, 6, 2  # weight of a post held, of an outlet's name, of where one is

Vote = tuple[str, str, int]  # level, place, weight


def homes(article: Article, places: Places, offices: Offices, held: list[Held]) -> dict[str, str]:
    """The own place of a report by level, by the fullest name the text prints for it.

    Only levels that the report leaves a place out of (省委, 我市) have one.
    """
    left_out = {office.level for office in offices.all}
    left_out |= {post.level for run in held for post in run.posts}
    left_out |= {match["level"] for match in OUR.finditer(places.text)}
    left_out.discard(None)
    if not left_out:
        return {}
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for level, name, weight in [
        *_by_outlet(article),
        *_by_people(places.text, held),
        *_by_offices(offices),
        *_by_places(places),
    ]:
        if level in left_out:
            votes[level][name] += weight
    found = {}
    printed = {place.official: place.name for place in places.all}
    for level, counted in votes.items():
        (best, weight), *others = counted.most_common(2)
        if weight > 0 and (not others or others[0][1] < weight):
            found[level] = printed.get(best, best)
    return found


@lru_cache(maxsize=4096)
def level_of(official: str) -> str | None:
    """The level a place's name ends with, as an elided office prints it."""
    return next((level for level in LEVELS if official.endswith(level)), None)


def _by_outlet(article: Article) -> Iterator[Vote]:
    """黑龙江日报 writes of 黑龙江省; 金华日报 of 金华市, and of its province."""
    names = " ".join(filter(None, (article.outlet, article.origin)))
    if not names:
        return
    known = Places(names)
    for place in known.all:
        yield from _votes(place, known.codes.get(place.name), PRINTS)


def _by_people(text: str, held: list[Held]) -> Iterator[Vote]:
    """Who is 省长 here and 甲省省长 there tells that 省 is 甲省; other holders are partners."""
    elided: dict[str, set[str]] = {}
    full: dict[str, set[str]] = {}
    for run in held:
        for start, end in run.names:
            name = text[start:end]
            printed = {post.place.official for post in run.posts if post.place}
            if printed:
                full.setdefault(name, set()).update(printed)
            else:
                levels = {post.level for post in run.posts if post.level}
                elided.setdefault(name, set()).update(levels)
    for name, officials in full.items():
        for official in officials:
            level = level_of(official)
            if level:
                yield level, official, HOLDS if level in elided.get(name, ()) else -STANDS


def _by_offices(offices: Offices) -> Iterator[Vote]:
    """市粮食局 is of a place whose 粮食局 the report names in full."""
    left_out = {
        (o.level, o.stem) for o in offices.all if o.level and o.place is None and o.stem != "委"
    }
    full: dict[tuple[str | None, str], set[str]] = {}
    for office in offices.all:
        if office.place:
            key = (level_of(office.place.official), office.stem)
            full.setdefault(key, set()).add(office.place.official)
    for level, stem in left_out:
        named = full.get((level, stem), set())
        if level and len(named) == 1:
            yield level, next(iter(named)), HOLDS // 2


def _by_places(places: Places) -> Iterator[Vote]:
    """Where the report stands: 在哈尔滨, 来吉林; not where one goes or with whom one meets."""
    guests = _guests(places)
    for place in places.all:
        begin = max(0, place.start - 3)
        if PAPER.match(places.text, place.end):
            weight = PRINTS
        elif places.text.endswith(HERE, begin, place.start):
            weight = STANDS
        else:
            weight = -1 if places.text.endswith(AWAY, begin, place.start) else 1
        if place.start in guests or OURS_WITHIN.match(places.text, place.start - 2):
            weight = -HOLDS
        yield from _votes(place, places.codes.get(place.name), weight)


def _guests(places: Places) -> set[int]:
    """Where places stand whose people come to us: 甲市委书记王一率团到我市."""
    found: set[int] = set()
    for match in COMES.finditer(places.text):
        begin = places.text.rfind("。", 0, match.start()) + 1
        found |= {place.start for place in places.inside(begin, match.start())}
    return found


def _votes(place: Place, code: str | None, weight: int) -> list[Vote]:
    """A place is a vote for itself, and where one stands also for the province around it."""
    if code and not code.startswith("CN"):
        return []  # a consul writes from abroad, no paper does
    level = level_of(place.official)
    found = [(level, place.official, weight)] if level else []
    if weight >= STANDS and code and code.startswith("CN-") and code[3:].isdigit():
        province = provinces().get(code[3:5])
        if province:
            found.append((level_of(province) or "省", province, weight))
    return found
