"""People with their posts in South Korean reports.

A post is the anchor: its name stands before it (홍길동 시장), before its body (홍길동
○○시 국제협력과장), between body and post (○○대 홍길동 총장), or behind it (시장
홍길동). What stands between a name and its post is the body, whatever its
words. A surname with a post is a second mention, never somebody new.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from hapjak.reading import territories
from hapjak.reading.drafts import Body, Figure, PostHeld
from hapjak.reading.korean.south import names
from hapjak.reading.korean.south.bodies import SouthBodies
from hapjak.reading.korean.south.posts import AMBIGUOUS, Post, find_posts, titles
from hapjak.reading.korean.south.regions import COUNTRIES, at_home, is_abroad, shorts
from hapjak.reading.korean.words import AFTER, BEFORE, PARTICLES
from hapjak.reading.model import OrganisationKind
from hapjak.reading.people import People, add_form, is_traditional

TOKEN = re.compile(r"\([^()\n]{1,40}\)|[가-힣A-Za-z0-9㈜&]+(?:[·‧][가-힣A-Za-z0-9]+)*|\n|[^\s]")
WINDOW = 90  # characters in which a name is looked for before its post
HANJA = re.compile(r"([\u3400-\u9fff\uf900-\ufaff]{2,5})")
LATIN = re.compile(r"[A-Z][A-Za-zÀ-ỹ.'\- ]{3,40}$")
MODIFIER = re.compile(
    rf"(?:{COUNTRIES}|한국|대한민국|주한|주중|주일|주미|신임|전임|현|전|초대|차기|전직|현직|명예|겸|당|인민|중국공산당|공산당|中|日|美|제\d)$"
)
BODYISH = re.compile(
    r"(?:도|군|구|동|읍|성|현|주|청|부|처|국|과|실|팀|단|원|관|소|회|대|대학교?|병원|센터|본부|재단|공사|공단|은행|그룹|법인|학교|지부|지사|조합|연맹|당|전자|산업|기술|개발|협의회)$"
)  # fmt: skip
ENDED = re.compile(
    r"(?:에서|에게|으로|부터|까지|에는|에도|했던|라는|이라|하고|하며|해서|에|를|을|는|와|의)$"
)
AFTERWARDS = re.compile(r"\s?(?P<name>[가-힣]{2,6})")
FOREIGN_PARTS = 5
NO_HEAD = frozenset("온간한할된될낸난준줄갈올볼둔중등및큰새각양")
TWO_BEHIND = re.compile(r"\s([가-힣]{2,9})\s([가-힣]{2,9}?)(?=(?:은|는|이|가|과|와|을|를|의)[\s,])")
BRACKETED = re.compile(r"\s(?P<name>[가-힣]{1,9}(?:\s[가-힣]{1,9}){1,3})\)")
MISSION = re.compile(r"주[가-힣]{2,8}")
LED = re.compile(r"을 (?:단장|대표|필두|중심)(?:으)?로 (?:한|하는|구성된|꾸려진)\s")
OWN = frozenset("도시군구")  # the report's own government
LIST_MARKS = ",、，·"


@dataclass(frozen=True, slots=True)
class Token:
    """A word before a post; `gloss` is what stands in brackets behind it."""

    text: str
    start: int
    end: int
    gloss: str


class SouthPeople(People):
    """The people of a South Korean text."""

    before = BEFORE
    after = rf"(?:(?=(?:의장|시장|지사|총영사|대사|회장|위원장|서기|성장|주석|원장|총장|사장|군수)(?:[은는이가을를과와의]|께서)?[\s,])|{AFTER})"
    bodies: SouthBodies

    def __init__(self, text: str, bodies: SouthBodies) -> None:
        super().__init__(text, bodies, "ko_kr")
        self.bodies = bodies
        self._again: list[tuple[int, int, Figure]] = []
        self._told = (0, False)  # where the latest post ended, and whether it is held abroad
        waiting: list[tuple[str, Token, Post]] = []
        for post in find_posts(text, bodies):
            self._read(post, waiting)
        for surname, token, post in waiting:
            self._second(surname, token, post)
        self._settle()
        self.find_again()

    def index(self) -> None:
        """Second mentions (김 지사) count as places of a person, though no quote of the name."""
        super().index()
        self._index = sorted([*self._index, *self._again], key=lambda place: place[:2])

    def _read(self, post: Post, waiting: list[tuple[str, Token, Post]]) -> None:
        chain = self._chain(post.start)
        if chain and self._is_second(chain[0], post):
            waiting.append((chain[0].text, chain[0], post))
            return
        found = self._glued(post) or self._before(chain, post)
        if found is None:
            found = self._behind(chain, post)
        if found is None:
            return
        parts, body_tokens = found
        start = parts[0].start
        holder, text_start = self._holder(post, parts, body_tokens)
        held = PostHeld(post.title, holder, self.text[text_start : post.end])
        side = self.bodies.side_of(holder)
        self._told = (post.end + len(post.tail), side is not None and not at_home(side.territory))
        self._take(parts, held)
        if post.end > parts[-1].end:
            self._again.append((start, post.end, self.by_name[self._name(parts)]))
        for name in self._sharing(start):
            self._take([name], held)

    def _chain(self, position: int) -> list[Token]:
        """The words before a post, the nearest first, up to a mark or a particle."""
        begin = max(0, position - WINDOW)
        pieces = list(TOKEN.finditer(self.text, begin, position))
        chain: list[Token] = []
        gloss = ""
        for piece in reversed(pieces):
            word = piece[0]
            if word[0] == "(" and len(word) > 2:
                gloss = word[1:-1]
                continue
            if not re.match(r"[가-힣A-Za-z0-9㈜中日美]", word):
                break
            if piece.start() == begin and begin:
                break
            if self._ends_a_phrase(word, bool(gloss), chain) or word in titles():
                break
            chain.append(Token(word, piece.start(), piece.end(), gloss))
            gloss = ""
        return chain

    def _ends_a_phrase(self, word: str, glossed: bool, behind: list[Token]) -> bool:
        """A word with a particle is no part of a name with its post."""
        foreign = bool(behind) and names.sounds_foreign(behind[-1].text)
        japanese = bool(behind) and names.could_be_japanese(word, behind[-1].text)
        if (foreign and names.sounds_foreign(word)) or japanese:
            return self.bodies.is_place(
                word[:-1]
            )  # 뭉흐다와 보양델게르: not every 와 is a particle
        if glossed or names.is_korean(word) or self.bodies.is_place(word):
            return False
        return bool(
            ENDED.search(word) or names.VERBAL.search(word) or word.endswith("로")
        ) and not names.is_chinese(word)

    def _is_second(self, token: Token, post: Post) -> bool:
        """“김 지사”, “타잉 위원장”: a surname or a part of a name told before."""
        if token.text in self.by_name or token.gloss or MODIFIER.match(token.text):
            return False
        if len(token.text) == 1 and post.plain:
            known = any(name.startswith(token.text) for name in self.by_name)
            return known or (names.is_surname(token.text) and token.text not in OWN)
        return any(token.text in name.split() for name in self.by_name if " " in name)

    def _second(self, surname: str, token: Token, post: Post) -> None:
        person = self.called(surname, post.title)
        if person:
            self._again.append((token.start, post.end, person))

    def repeats(self, person: Figure, post: PostHeld) -> bool:
        """All are kept until `_settle` knows which is the fullest."""
        return any(known.text == post.text for known in person.posts)

    def called(self, surname: str, title: str) -> Figure | None:
        """Whom a surname with a title means: the only one whose name and post fit."""
        fitting = [
            person
            for name, person in self.by_name.items()
            if (name.startswith(surname) or surname in name.split())
            and any(p.title.endswith(title) or title.endswith(p.title) for p in person.posts)
        ]
        return fitting[0] if len(fitting) == 1 else None

    def _glued(self, post: Post) -> tuple[list[Token], list[Token]] | None:
        """홍길동대전시장: name, body and title without a blank."""
        name = post.prefix[:3]
        if len(post.prefix) > 4 and names.is_korean(name) and self.bodies.is_place(post.prefix[3:]):
            return [Token(name, post.start, post.start + 3, "")], []
        return None

    def _before(self, chain: list[Token], post: Post) -> tuple[list[Token], list[Token]] | None:
        """The name before a post, with the words of its body between."""
        passed = 0
        while passed < len(chain) and self._is_body(chain[passed]):
            passed += 1
        if passed < len(chain):
            parts = self._name_at(chain, passed, post)
            if parts:
                return parts, chain[:passed]
        return self._behind_any_body(chain, post)

    def _behind_any_body(
        self, chain: list[Token], post: Post
    ) -> tuple[list[Token], list[Token]] | None:
        """곽영길 아주뉴스 대표: a Korean name that opens the phrase, an unknown body behind it."""
        last = len(chain) - 1
        if last < 1 or post.title in ("시장", "성장", "공사", "주장", "현장", "감사"):
            return None
        first = chain[last]
        if names.is_korean(first.text) and not self._is_body(first) and len(chain) <= 5:
            return [first], chain[:last]
        return None

    def _is_body(self, token: Token) -> bool:
        if MODIFIER.match(token.text) or token.text in OWN or _is_short_place(token.text):
            return True
        named = names.is_korean(token.text) or names.sounds_chinese(token.text)
        if named and not self._covered(token):
            return False
        if self._covered(token):
            return True
        return len(token.text) > 2 and bool(BODYISH.search(token.text)) and not token.gloss

    def _covered(self, token: Token) -> bool:
        """Whether a body or a region is named there."""
        return self.bodies.covers(token.start, token.end) or self.bodies.is_place(token.text)

    def _name_at(self, chain: list[Token], index: int, post: Post) -> list[Token] | None:
        token = chain[index]
        glossed = bool(HANJA.fullmatch(token.gloss.replace(" ", "")))
        if names.is_korean(token.text) and not self._foreign_run(chain, index, post):
            return [token]
        abroad = glossed or bool(LATIN.match(token.gloss)) or self._abroad(chain, index, post)
        unsure = post.title in AMBIGUOUS and index == 0 and not glossed and post.body is None
        run = any(names.sounds_foreign(part.text) for part in chain[index : index + 2])
        if unsure and not (abroad and (run or names.is_chinese(token.text))):
            return None
        if abroad:
            return self._foreign(chain, index, glossed, self._held_abroad(chain, post))
        alone = index == len(chain) - 1 and (post.body is not None or len(post.title) > 3)
        if names.is_short_korean(token.text) and alone:
            return [token]
        return None

    def _foreign_run(self, chain: list[Token], index: int, post: Post) -> bool:
        """Whether a word that looks Korean is the last part of a longer foreign name."""
        before = chain[index + 1] if index + 1 < len(chain) else None
        if before is None or self._is_body(before) or names.sounds_chinese(chain[index].text):
            return False
        gloss = chain[index].gloss
        glossed = bool(re.match(r"[A-Zぁ-ん\u3400-\u9fff]", gloss)) and " " in gloss
        if names.sounds_foreign(before.text):
            return True
        return glossed or (self._held_abroad(chain, post) and names.is_foreign_part(before.text))

    def _held_abroad(self, chain: list[Token], post: Post) -> bool:
        """Whether the title, the glued body or a region beside the name is abroad."""
        body = post.body.side or post.body if post.body is not None else None
        if body is not None:
            return is_abroad(body.name, body.territory) and self.bodies.is_place(body.name)
        return post.row.abroad or any(self._foreign_place(token) for token in chain)

    def _foreign(
        self, chain: list[Token], index: int, glossed: bool, abroad: bool
    ) -> list[Token] | None:
        """All parts of a foreign name that ends at a word."""
        if names.is_chinese(chain[index].text) and not (glossed and " " in chain[index].gloss):
            alone = index + 1 >= len(chain) or self._is_body(chain[index + 1])
            if alone or glossed:
                return [chain[index]]
        parts: list[Token] = []
        for token in chain[index:]:
            inner = bool(parts) and token.text in OWN  # 팜 시 로이
            if (
                (self._is_body(token) and not inner)
                or not names.is_foreign_part(token.text)
                or (parts and token.gloss)
            ):
                break
            parts.append(token)
        while len(parts) > 1 and parts[-1].text in NO_HEAD:
            parts.pop()  # 추진해 온 알리 카림
        reads_korean = len(parts) > 1 and names.is_korean(parts[-1].text)
        if reads_korean and not glossed and not abroad:
            return None  # 홍길동 갑물산 법인장
        if not parts or len(parts) > FOREIGN_PARTS or (len(parts) == 1 and len(parts[0].text) < 2):
            return None
        return parts[::-1]

    def _abroad(self, chain: list[Token], index: int, post: Post) -> bool:
        """Whether a post is held abroad: by its title, its body, or the country before the name."""
        parts = chain[index : index + 2]
        if post.row.abroad or names.sounds_chinese(chain[index].text):
            return True
        if self.bodies.abroad and any(names.sounds_foreign(part.text) for part in parts):
            return True
        if post.body is not None:
            return post.body.kind is OrganisationKind.GOVERNMENT and not at_home(
                post.body.territory
            )
        end, abroad = self._told
        if abroad and re.fullmatch(r"(?:와|과)?,?\s", self.text[end : chain[-1].start]):
            return True  # listed right behind somebody from abroad
        around = [*chain[:index], *chain[index + 1 :]]
        if any(t.text == "인민" for t in around):
            return True
        return any(
            re.match(rf"(?:{COUNTRIES}|주[가-힣]+관|[中日美])$", t.text) or self._foreign_place(t)
            for t in around
        )

    def _foreign_place(self, token: Token) -> bool:
        named = self.bodies.inside(token.start, token.end) or [
            n for n in (self.bodies.at(token.start),) if n
        ]
        sides = [self.bodies.side_of(n.body) for n in named]
        return any(
            s and s.kind is OrganisationKind.GOVERNMENT and not at_home(s.territory) for s in sides
        )

    def _behind(self, chain: list[Token], post: Post) -> tuple[list[Token], list[Token]] | None:
        """The name behind a post that its body stands before: 경기도지사 홍길동은, (총장 홍길동)."""
        opened = self.text[post.start - 1 : post.start] == "("
        placed = post.body is not None or (bool(chain) and self._covered(chain[0])) or opened
        if post.tail or not placed:
            return None
        match = AFTERWARDS.match(self.text, post.end)
        if match is None or (match.start("name") == post.end):
            return None
        if opened and (run := self._named_in_brackets(post)):
            return run, chain
        if (run := self._foreign_behind(post)) is not None:
            return run, chain
        for stem in _stems(match["name"]):
            start = match.start("name")
            if names.is_korean(stem) or (
                post.row.abroad and names.is_chinese(stem) and len(stem) > 2
            ):
                gloss = re.compile(r"\(([^()\n]{1,40})\)").match(self.text, start + len(stem))
                token = Token(stem, start, start + len(stem), gloss[1] if gloss else "")
                return [token], chain
        return None

    def _foreign_behind(self, post: Post) -> list[Token] | None:
        """몽골 보건부 차관 알리마 카림은: two words that sound foreign behind a post."""
        match = TWO_BEHIND.match(self.text, post.end)
        if match is None or not any(map(names.sounds_foreign, match.groups())):
            return None
        return [Token(match[n], match.start(n), match.end(n), "") for n in (1, 2)]

    def _named_in_brackets(self, post: Post) -> list[Token] | None:
        """(시장 알리 카림): a foreign name after its post in brackets."""
        match = BRACKETED.match(self.text, post.end)
        words = match["name"].split() if match else []
        if match is None or len(words) < 2 or not all(map(names.is_foreign_part, words)):
            return None
        position = match.start("name")
        tokens = []
        for word in words:
            start = self.text.index(word, position)
            position = start + len(word)
            tokens.append(Token(word, start, position, ""))
        return tokens

    def _holder(
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
        if between:
            body = self._body_of(between)
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
        words = [t.text for t in reversed(between)]
        head = next((w for w in words if MISSION.fullmatch(w)), None)
        if head is None or not post.title.endswith(("영사", "대사", "참사관", "공사")):
            return None
        country = next((w for w in words if re.fullmatch(COUNTRIES, w)), None)
        if head.startswith("주한") and country:
            head = f"{head} {country}"
        kind = "대사관" if post.title.endswith("대사") else "총영사관"
        body = self.bodies.body(f"{head} {kind}", OrganisationKind.GOVERNMENT, None)
        found = territories.find(country) if country else None
        body.territory = found.code if found else None
        return self.bodies.named(between[-1].start, post.end, body)

    def _body_of(self, between: list[Token]) -> Body | None:
        """The most special body that the words between name and post name."""
        mentions = self.bodies.inside(between[-1].start, between[0].end)
        own = [m.body for m in mentions if m.body.kind is not OrganisationKind.GOVERNMENT]
        return own[-1] if own else (mentions[-1].body if mentions else None)

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

    def _take(self, parts: list[Token], held: PostHeld) -> None:
        person = self.add(self._name(parts), parts[0].start, [held])
        self._form(person, parts[-1].gloss)

    def _name(self, parts: list[Token]) -> str:
        return self.text[parts[0].start : parts[-1].end]

    def _form(self, person: Figure, gloss: str) -> None:
        hanja = HANJA.match(gloss.replace(" ", ""))
        if hanja:
            add_form(person, "zh_hant" if is_traditional(hanja[1]) else "zh_hans", hanja[1])
        elif LATIN.match(gloss):
            add_form(person, "en", gloss)

    def _sharing(self, start: int) -> list[Token]:
        """Names listed before a name with its post, which share it: 홍길동, 김철수 의원."""
        found: list[Token] = []
        position = start
        while True:
            chain = self._list_item(position)
            if chain is None:
                return found
            found.append(chain)
            position = chain.start

    def _list_item(self, position: int) -> Token | None:
        """A Korean name alone between two marks of a list, before a place in the text."""
        before = self.text[max(0, position - 40) : position].rstrip()
        if not before or before[-1] not in LIST_MARKS:
            return None
        end = max(0, position - 40) + len(before) - 1
        match = re.compile(
            r"(?:^|[,、，·을를\n]\s?|\s)(?P<name>[가-힣]{3,4})(?:\((?P<gloss>[^()\n]{1,30})\))?\s?$"
        ).search(self.text, max(0, end - 40), end)
        if match is None or not names.is_korean(match["name"]):
            return None
        return Token(match["name"], match.start("name"), match.end("name"), match["gloss"] or "")

    def _settle(self) -> None:
        """One post under two lengths (지사, 도지사) is one, at the longer with its body."""
        for person in self.by_name.values():
            kept: list[PostHeld] = []
            for post in sorted(person.posts, key=lambda p: (p.text == p.title, -len(p.title))):
                if not any(
                    k.title.endswith(post.title) or post.title.endswith(k.title) for k in kept
                ):
                    kept.append(post)
            person.posts = [p for p in person.posts if any(p is k for k in kept)]


def _is_short_place(word: str) -> bool:
    """칭다오, 주칭다오: a place without its level."""
    return word in shorts() or (word[0] == "주" and word[1:] in shorts())


def _stems(word: str) -> list[str]:
    """A word without its particle, then as it is."""
    cut = [word.removesuffix(p) for p in PARTICLES if word.endswith(p)]
    return [*(s for s in sorted(cut, key=len) if len(s) > 1), word]
