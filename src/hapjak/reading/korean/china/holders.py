"""Whose posts are in Chinese-Korean reports, and for whom their holders speak."""

from __future__ import annotations

import re

from msgspec.structs import replace

from hapjak.reading.bodies import GOVERNING
from hapjak.reading.drafts import Body, Figure, PostHeld
from hapjak.reading.korean.china.bodies import ChinaBodies
from hapjak.reading.korean.china.bodynames import words
from hapjak.reading.korean.china.places import SOUTHERN, level_of
from hapjak.reading.korean.china.posts import Post
from hapjak.reading.korean.china.titles import titles, titles_of
from hapjak.reading.model import OrganisationKind
from hapjak.reading.people import People

LEADERS = frozenset({"주석", "총서기", "대통령", "국가주석"})
LEAD = 80  # characters behind a name in which its verb stands
MEETS = re.compile(
    r"\s?(?:국가)?(?:주석|총서기|대통령)?(?:은|는|이|가|을|를|과|와)\s[^.]{0,70}?(?:회견|회담|접견|만났|만나|통화)"
)
ENVOY = re.compile(r"(?:령사|영사|대사|참사|공사)$")
HONOURS = frozenset(("박사", "교수", "원사"))
# The level of the place whose head a title is
OFFICES = (
    ("성장", "성"),
    ("주장", "주"),
    ("시장", "시"),
    ("현장", "현"),
    ("구장", "구"),
    ("지사", "도"),
    ("군수", "군"),
    ("맹장", "맹"),
)


class Holders(People):
    """Gives posts to the bodies they are held in, and people to their sides."""

    bodies: ChinaBodies
    _last_title = ""  # of the latest post, a deputy's as its head's

    def _drop_leaders(self) -> None:
        """Heads of state named only for what they once said or agreed took no part."""
        for name, person in list(self.by_name.items()):
            held = {p.title for p in person.posts}
            own = any(
                post.body and post.text != post.title and not self.bodies.is_country(post.body.name)
                for post in person.posts
            )
            if (
                held
                and held <= LEADERS
                and not own
                and not any(self._meets(span) for span in person.spans)
            ):
                del self.by_name[name]

    def _meets(self, span: tuple[int, int]) -> bool:
        """Whether the words behind a name say that its bearer met somebody."""
        behind = self.text[span[1] : span[1] + LEAD].partition(".")[0]
        return bool(MEETS.match(behind))

    def _settle_sides(self) -> None:
        """For whom a person speaks: the body of the last post, or the government it belongs to.

        성당위 상무위원이며 주당위 서기인 왕일 is on the side of the prefecture. Who
        only speaks for an assembly is on its side; nobody is on a side not named.
        """
        for person in self.all():
            held = [post.body for post in person.posts if post.body]
            held = [body for body in held if body.name not in words("inner department")] or held
            if not held:
                continue
            assembly = all(body.kind is OrganisationKind.LEGISLATURE for body in held)
            governs = any(body.kind in GOVERNING for body in held)
            main = held[-1] if governs and not assembly else held[0]
            side = None if assembly else self.bodies.side_of(main)
            heads = any(b is side or b.kind is OrganisationKind.PARTY for b in held)
            if side and not side.spans and heads:
                self.bodies.name_inside(side, held)
            named = next((body for body in reversed(held) if body.spans), main)
            person.side = side if side and side.spans else main if main.spans else named
            for body in (person.side, *held):
                self.bodies.use(body)

    def _held(self, posts: tuple[Post, ...], body: Body | None = None) -> list[PostHeld]:
        """Posts with whose they are; `body` stands before the name instead of the title."""
        held = []
        for post in posts:
            body = self._whose(post, body)
            held.append(PostHeld(post.title, body, self.text[post.start : post.end]))
        return held

    def _whose(self, post: Post, before: Body | None) -> Body | None:
        """A body printed before the post holds it, else that of the post before it."""
        sender = self._sender(post) if post.body is None and before is None else None
        if sender is not None:
            self.last_side = sender
            return sender
        if post.body is None:
            deputy = before is None and _base(post.title) == self._last_title
            held = self.last_body if deputy else None
            held = held or self.holder(before, titles().get(post.title))
            held = held if before else self._at_level(held, post)
            self._last_title = _base(post.title)
            return self._of_whole(held, post.title)
        self._last_title = _base(post.title)
        self.last_side = self.bodies.side_of(post.body)
        return post.body

    def _sender(self, post: Post) -> Body | None:
        """총령사 왕일은: whose envoy it is, where an embassy or consulate was named before."""
        return self.bodies.envoys(post.start) if ENVOY.search(post.title) else None

    def _at_level(self, body: Body | None, post: Post) -> Body | None:
        """부주장 is of a prefecture, 지사 of no place of China: the nearest of that level."""
        title = post.title.removesuffix("조리")
        level = next((level for end, level in OFFICES if title.endswith(end)), None)
        if level is None or (body and level_of(body.name) == level):
            return body
        found = self.bodies.of_level(level, post.start)
        return found or (None if level in SOUTHERN else body)

    def _of_whole(self, body: Body | None, title: str) -> Body | None:
        """을대학 당위 부서기이며 교장: who heads the whole holds no post of its committee."""
        inner = body is not None and body.kind is OrganisationKind.PARTY and body.side is not None
        if body is None or not inner or title.endswith("서기") or title in titles_of("party"):
            return body
        return body.side if body.side and body.side.kind not in GOVERNING else body

    def repeats(self, person: Figure, post: PostHeld) -> bool:
        """One title in two bodies is two posts; 박사 says nothing beside an office."""
        if post.title in HONOURS:
            return bool(person.posts)
        same = [p for p in person.posts if None in (p.body, post.body) or p.body is post.body]
        side = [p for p in person.posts if post.text == post.title and p not in same]
        return super().repeats(replace(person, posts=[*same, *side]), post)

    def _elided(self, kind: str) -> Body | None:
        """A post without a body goes on with one of its own kind only."""
        body = super()._elided(kind)
        governs = body is not None and body.kind in GOVERNING
        return body if governs == (kind in ("party", "government")) else None


def _base(title: str) -> str:
    """위원장 for 부위원장."""
    return title.removeprefix("부")
