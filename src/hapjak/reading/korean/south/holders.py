"""Whose post it is: the body beside a title, or the one it leaves out."""

from __future__ import annotations

import re

from hapjak.reading import territories
from hapjak.reading.drafts import Body
from hapjak.reading.korean.south import names
from hapjak.reading.korean.south.bodies import SouthBodies
from hapjak.reading.korean.south.gazetteer import COUNTRIES, at_home, shorts
from hapjak.reading.korean.south.phrases import Token
from hapjak.reading.korean.south.posts import Post
from hapjak.reading.model import OrganisationKind
from hapjak.reading.people import People

MISSION = re.compile(r"주[가-힣]{1,8}")
NATIONAL = re.compile(r"(?:총리|대통령|부통령|장관|차관|주석)$")
LED = re.compile(r"을 (?:단장|대표|필두|중심)(?:으)?로 (?:한|하는|구성된|꾸려진)\s")


class PostHolders(People):
    """People whose posts are resolved to the bodies they are held in."""

    bodies: SouthBodies

    def holder_of(
        self, post: Post, parts: list[Token], between: list[Token]
    ) -> tuple[Body | None, int]:
        """Whose post it is, and where its words begin."""
        start = post.start
        if between:
            start = min(between[-1].start, start)
        if post.body is not None:
            return post.body, start
        mission = self._mission(post, between)
        if mission:
            return mission, start
        body = (self._body_of(between) or self._state(post, between)) if between else None
        if body:
            return self.holder(body, post.row.kind), start
        led = LED.match(self.text, post.end)
        leads = self.bodies.at(led.end()) if led else None
        if leads and not between:
            return leads.body, start  # 부시장을 단장으로 한 갑시 대표단
        named = self._named_before(parts[0].start)
        if named:
            self.last_side = self.bodies.side_of(named) or self.last_side
            return named, start
        if self.text[post.start - 1 : post.start] == "(":
            outside = self.bodies.before(post.start - 1, 0)
            if outside:
                return outside.body, start
        korean = len(parts) == 1 and names.is_korean(parts[0].text) and not parts[0].gloss
        return self._elided_of(post, parts[0].start, korean), start

    def _mission(self, post: Post, between: list[Token]) -> Body | None:
        """주휴스턴 총영사: the mission of a consul or an ambassador."""
        words = " ".join(t.text for t in reversed(between)).removeprefix("주 ").split()
        if between and between[-1].text == "주" and words:
            words[0] = "주" + words[0]
        head = next((w for w in words if MISSION.fullmatch(w)), None)
        if head is None or not post.title.endswith(("영사", "대사", "참사관", "공사")):
            return None
        country = next((w for w in [*words, post.prefix] if w in COUNTRIES), None)
        if country:
            head = f"{head} {country}"
        kind = "대사관" if post.title.endswith("대사") else "총영사관"
        body = self.bodies.body(f"{head} {kind}", OrganisationKind.GOVERNMENT, None)
        body.territory = _code_of(country)
        return self.bodies.named(between[-1].start, post.end, body)

    def _state(self, post: Post, between: list[Token]) -> Body | None:
        """우즈베키스탄 총리 acts for his country."""
        country = next((t for t in between if t.text in COUNTRIES), None)
        if country is None or not NATIONAL.search(post.title):
            return None
        body = self.bodies.body(country.text, OrganisationKind.GOVERNMENT, None)
        body.territory = _code_of(country.text)
        return self.bodies.named(country.start, country.end, body)

    def _body_of(self, between: list[Token]) -> Body | None:
        """The most special body that the words between name and post name."""
        mentions = self.bodies.inside(between[-1].start, between[0].end)
        own = [m.body for m in mentions if m.body.kind is not OrganisationKind.GOVERNMENT]
        if own or mentions:
            return own[-1] if own else mentions[-1].body
        known = (self.bodies.government(shorts().get(t.text)) for t in between)
        return next((body for body in known if body), None)  # 밀라노 시장 is of 밀라노시

    def _named_before(self, start: int) -> Body | None:
        """The body right before a name: ○○대 홍길동 총장."""
        named = self.bodies.before(start, max(0, start - 40))
        return named.body if named else None

    def _elided_of(self, post: Post, position: int, korean: bool) -> Body | None:
        """An elided body: a Korean's is the report's own, else the region of that level named last."""
        if post.title.endswith(("의원", "의장")):
            halls = (n for n in reversed(self.bodies.mentions) if n.start < position)
            return next(
                (n.body for n in halls if n.body.kind is OrganisationKind.LEGISLATURE), None
            )
        if korean and not post.row.abroad:
            own = next(
                (self.bodies.main[x] for x in post.row.levels if x in self.bodies.main), None
            )
            if own:
                return own
        for named in reversed(self.bodies.mentions):
            body = named.body
            fits = body.name in self.bodies.places and body.name[-1] in post.row.levels
            if fits and named.start < position and (korean or not at_home(body.territory)):
                return body
        if post.title.startswith(("교육감", "부교육감", "교육장")):
            return next((b for b in self.bodies.all() if b.name.endswith("청")), None)
        return self._elided(post.row.kind)


def _code_of(country: str | None) -> str | None:
    found = territories.find(country) if country else None
    return found.code if found else None
