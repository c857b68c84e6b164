"""Who acts in a stretch of a Chinese report: people for their sides, and bodies named as acting.

A place is a party where something tells that it acts (甲省与, 甲市代表团), not
where it only locates (在甲市) or owns (甲省经济).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct

from hapjak.reading.bodies import Named
from hapjak.reading.chinese.bodies import ChineseBodies
from hapjak.reading.chinese.people import ChinesePeople
from hapjak.reading.drafts import Body, Figure
from hapjak.reading.model import OrganisationKind
from hapjak.reading.territory import around, by_code

CLAUSE = re.compile(r"[，；。：！？]")
ACTS = re.compile(
    r"[与和同、于]|(?:党政|政府|经贸|友好)?(?:代表|考察|访问|学习考察)团|一行|两[地省市]|双方|政府|签|举行|召开|就|分别|联合|共同|缔结|正式|还|今天|在[^，。]{2,16}(?:签|举行|召开|举办)|以视频|之间|间|愿|将|[\u4e00-\u9fff]{2,10}?部门|近日|日前|：|（"
)
ACTED_ON = re.compile(r"(?:与|和|同|、|会见|会见了|访问|走访|对|拜会|拜访|暨)$")
LOCATES = re.compile(r"(?:在|于|从|到|赴|前往|位于|途经|抵达|离开|驻)$")
ACTS_NOT = re.compile(
    r"的(?!党政|政府|代表)|日报|晚报|经济社会|市场|企业|特色|地区|人民(?!政府)|籍|方面|产业|境内|期间|各界|大米|牛肉|农产品|安排|部署|领导|要求|决策|关心|支持下|指导下"
)
BESIDE = ("领导", "常委", "委员", "代表", "候补委员")  # seats held beside the post one acts in
BESIDES = re.compile(
    r"[·—–－-]{1,2}|）[·—–－-]{1,2}[^，。]{0,6}（?|[与和同及]"
)  # 甲·乙, 中国（甲）—丙国（乙）
LIES = re.compile(r"(?:在|于|位于)$")
MADE = re.compile(
    r"(?:共建|设立|建立|成立|组建|打造|建设)[^，。；]{0,12}$"
)  # what is to be made acts not yet
GOES = re.compile(r"[赴到来]|前往|组织|派|代表")
VISITED = re.compile(r"[赴到]$")
DELEGATED = re.compile(r"(?:党政|政府)?代表团")


class Actor(Struct, frozen=True):
    """Who acts in a sentence, in its order: a body, or the side of a person."""

    start: int
    end: int
    party: Body
    person: Figure | None = None


class Actors:
    """Finds who acts in one text."""

    def __init__(self, bodies: ChineseBodies, people: ChinesePeople) -> None:
        self._bodies = bodies
        self._people = people
        self._text = bodies.text
        self._all = self._acting_in_all()
        self._starts = [actor.start for actor in self._all]

    def inside(self, start: int, end: int) -> list[Actor]:
        """Who acts in a stretch."""
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end, first)
        return [actor for actor in self._all[first:last] if actor.end <= end]

    def _acting_in_all(self) -> list[Actor]:
        """Who acts in the text: people for their sides, and bodies named as acting."""
        found: list[Actor] = []
        whole = (0, len(self._text))
        for left, right, person in self._people.places(*whole):
            party = self.party_of(person)
            if party is not None:
                found.append(Actor(left, right, party, person))
        for mention in self.mentions(*whole):
            if mention.start in self._bodies.paired:
                continue
            if self._people.introduces(mention.start) or not self._acting(mention):
                continue
            party = (
                self._bodies.side_of(mention.body)
                if mention.body.kind is OrganisationKind.PARTY
                else mention.body
            )
            if party is not None and party.kind is not OrganisationKind.MEDIA:
                found.append(Actor(mention.start, mention.end, party))
        return sorted(found, key=lambda actor: actor.start)

    def mentions(self, start: int, end: int) -> list[Named]:
        """Bodies named in a stretch; a place that is part of a person's name (阿里斯·某) is none."""
        named = self._bodies.inside(start, end)
        return [mention for mention in named if self._people.at(mention.start) is None]

    def _acting(self, mention: Named) -> bool:
        start, end = mention.start, mention.end
        office = mention.body.side is not None
        if self._bodies.gazetteer.starting(end) is not None:
            return False  # 宁波市|北仑区 is one place
        start = self._bodies.gazetteer.chain(start)
        if MADE.search(self._text, max(0, start - 16), start):
            return False
        place = LIES if office else LOCATES
        if place.search(self._text, max(0, start - 2), start) and not DELEGATED.match(
            self._text, end
        ):
            return False
        if ACTS_NOT.match(self._text, end):
            return False
        if office and (
            GOES.match(self._text, end) or VISITED.search(self._text, max(0, start - 2), start)
        ):
            return True
        before = ACTED_ON.search(self._text, max(0, start - 3), start)
        return bool(before or ACTS.match(self._text, end) or CLAUSE.match(self._text, end))

    def paired(self, start: int, stop: int) -> list[Body]:
        """沪滇合作, 甲·乙协作座谈会: sides that are named side by side and by nothing that acts."""
        found: list[Body] = []
        last = None
        for mention in self.mentions(start, stop):
            beside = last and self._text[last.end : mention.start]
            one_word = beside == "" and mention.start in self._bodies.paired
            if (
                last
                and mention.body is not last.body
                and (one_word or BESIDES.fullmatch(beside or "|"))
            ):
                found += [last.body, mention.body]
            elif found:
                break
            last = mention
        return list(dict.fromkeys(found))

    def party_of(self, person: Figure) -> Body | None:
        """For whom a person acts: a government where one of the posts is of it, else the office."""
        posts = sorted(person.posts, key=lambda post: post.title in BESIDE)
        held = [post.body for post in posts if post.body and not is_group(post.body)]
        for body in held:
            if body.kind is OrganisationKind.PARTY and body.side:
                return body.side
            if body.side is None and body.kind is not OrganisationKind.PARTY:
                return body
        return held[0] if held else person.side

    def signers(self, start: int, stop: int) -> list[Body]:
        """Who signs, of the actors before an instrument, the nearest clause that names two."""
        cuts = [start, *(start + m.end() for m in CLAUSE.finditer(self._text[start:stop]))]
        for cut in reversed(cuts):
            found = list(dict.fromkeys(actor.party for actor in self.inside(cut, stop)))
            if len(found) > 1:
                return found
        return []

    def pairs(self, start: int, stop: int) -> list[list[Body]]:
        """甲与乙、丙与丁: bodies that stand in pairs, one pair behind the other."""
        found: list[list[Body]] = []
        actors = [actor for actor in self.inside(start, stop) if actor.person is None]
        for one, other in pairwise(actors):
            if self._text[one.end : other.start] in ("与", "和", "同"):
                found.append([one.party, other.party])
        return found


def is_group(body: Body) -> bool:
    """党委 and 党组 of an office: who holds such a post acts for the office."""
    return body.name.endswith(
        ("局党委", "厅党委", "党组", "会党委", "院党委", "集团党委", "公司党委")
    )


def within(body: Body | None, other: Body) -> bool:
    """Whether a body is another, or one of the two an office of the other."""
    if body is None or body is other or body.side is other or other.side is body:
        return True
    inner, outer = body.territory, other.territory
    return bool(inner and outer and (lies_in(inner, outer) or lies_in(outer, inner)))


@lru_cache(maxsize=4096)
def lies_in(inner: str, outer: str) -> bool:
    """Whether a place lies in another by their codes; a country is no side beside its cities."""
    place = by_code(inner) if inner != outer and len(outer) > 2 else None
    return place is not None and any(around_it.code == outer for around_it in around(place))
