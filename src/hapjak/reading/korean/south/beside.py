"""Whose name stands beside a post: before it, before its body, or behind it."""

from __future__ import annotations

import re

from hapjak.reading.korean.south import names
from hapjak.reading.korean.south.bodies import SouthBodies
from hapjak.reading.korean.south.gazetteer import COUNTRIES, at_home, is_abroad
from hapjak.reading.korean.south.phrases import OWN, Phrases, Token
from hapjak.reading.korean.south.posts import AMBIGUOUS, Post
from hapjak.reading.korean.words import PARTICLES
from hapjak.reading.model import OrganisationKind

HANJA = re.compile(r"([\u3400-\u9fff\uf900-\ufaff]{2,5})")
LATIN = re.compile(r"[A-Z][A-Za-zÀ-ỹ.'\- ]{3,40}$")
AFTERWARDS = re.compile(r"\s?(?P<name>[가-힣]{2,6})")
FOREIGN_PARTS = 5
NO_HEAD = frozenset("온간한할된될낸난준줄갈올볼둔중등및큰새각양")
TWO_BEHIND = re.compile(r"\s([가-힣]{2,9})\s([가-힣]{2,9}?)(?=(?:은|는|이|가|과|와|을|를|의)[\s,])")
OPENED = re.compile(r"\((?:[^()]{1,40},\s)?$")  # (총장 홍길동), (Demala City, 시장 …)
AT_MISSION = re.compile("(?:주[가-힣]+관|[中日美])$")
ORDINAL = re.compile(r"\d{1,2}세$")  # 알리카림 10세
BRACKETED = re.compile(r"\s(?P<name>[가-힣]{1,9}(?:\s[가-힣]{1,9}){1,3})\)")

Beside = tuple[list[Token], list[Token]]  # the parts of a name, and the words of its body


class NamesBeside:
    """Finds the name that belongs to a post.

    `told` is where the latest post ended, and whether it is held abroad.
    """

    def __init__(self, text: str, bodies: SouthBodies, phrases: Phrases) -> None:
        self.text = text
        self.bodies = bodies
        self.phrases = phrases
        self.told = (0, False)

    def glued(self, post: Post) -> Beside | None:
        """홍길동대전시장: name, body and title without a blank."""
        name = post.prefix[:3]
        if len(post.prefix) > 4 and names.is_korean(name) and self.bodies.is_place(post.prefix[3:]):
            return [Token(name, post.start, post.start + 3, "")], []
        return None

    def before(self, chain: list[Token], post: Post) -> Beside | None:
        """The name before a post, with the words of its body between."""
        passed = 0
        while passed < len(chain) and self.phrases.is_body(chain[passed]):
            passed += 1
        if passed < len(chain):
            parts = self._name_at(chain, passed, post)
            if parts:
                return parts, chain[:passed]
        return self._behind_any_body(chain, post)

    def _behind_any_body(self, chain: list[Token], post: Post) -> Beside | None:
        """곽영길 아주뉴스 대표: a Korean name that opens the phrase, an unknown body behind it."""
        last = len(chain) - 1
        if last < 1 or post.title in ("시장", "성장", "공사", "주장", "현장", "감사"):
            return None
        first = chain[last]
        if names.is_korean(first.text) and not self.phrases.is_body(first) and len(chain) <= 5:
            return [first], chain[:last]
        return None

    def _name_at(self, chain: list[Token], index: int, post: Post) -> list[Token] | None:
        token = chain[index]
        if ORDINAL.match(token.text) and index + 1 < len(chain):
            parts = self._name_at(chain, index + 1, post)
            return [*parts, token] if parts else None
        glossed = bool(HANJA.fullmatch(token.gloss.replace(" ", "")))
        if names.is_korean(token.text) and not self._foreign_run(chain, index, post):
            return [token]
        abroad = glossed or bool(LATIN.match(token.gloss)) or self._abroad(chain, index, post)
        unsure = post.title in AMBIGUOUS and index == 0 and not glossed and post.body is None
        near = [part.text for part in chain[index : index + 2]]
        run = any(map(names.sounds_foreign, near)) or (
            len(near) == 2 and names.is_japanese(near[1], near[0])
        )
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
        if (
            before is None
            or self.phrases.is_body(before)
            or names.sounds_chinese(chain[index].text)
        ):
            return False
        if names.is_japanese(before.text, chain[index].text):
            return True
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
        return post.row.abroad or any(self.phrases.foreign_place(token) for token in chain)

    def _foreign(
        self, chain: list[Token], index: int, glossed: bool, abroad: bool
    ) -> list[Token] | None:
        """All parts of a foreign name that ends at a word."""
        if names.is_chinese(chain[index].text) and not (glossed and " " in chain[index].gloss):
            alone = index + 1 >= len(chain) or self.phrases.is_body(chain[index + 1])
            japanese = len(chain[index].gloss) > 3 and not alone
            if alone or (glossed and not japanese):
                return [chain[index]]
        parts: list[Token] = []
        for token in chain[index:]:
            inner = bool(parts) and token.text in OWN  # 팜 시 로이
            if (
                (self.phrases.is_body(token) and not inner)
                or not names.is_foreign_part(token.text)
                or (parts and token.gloss)
            ):
                break
            parts.append(token)
        while len(parts) > 1 and parts[-1].text in NO_HEAD:
            parts.pop()  # 추진해 온 알리 카림
        reads_korean = len(parts) > 1 and names.is_korean(parts[-1].text)
        reads_korean = reads_korean and not names.is_japanese(parts[-1].text, parts[-2].text)
        if reads_korean and not glossed and not abroad:
            return None  # 홍길동 갑물산 법인장
        if not parts or len(parts) > FOREIGN_PARTS or (len(parts) == 1 and len(parts[0].text) < 2):
            return None
        return parts[::-1]

    def _abroad(self, chain: list[Token], index: int, post: Post) -> bool:
        """Whether a post is held abroad: by its title, its body, or the country before the name."""
        parts = chain[index : index + 2]
        if len(parts) == 2 and names.is_japanese(parts[1].text, parts[0].text):
            return True
        if post.row.abroad or names.sounds_chinese(chain[index].text):
            return True
        if self.bodies.abroad and any(names.sounds_foreign(part.text) for part in parts):
            return True
        if self._opens_in_china(chain, index, post):
            return True
        if post.body is not None:
            return post.body.kind is OrganisationKind.GOVERNMENT and not at_home(
                post.body.territory
            )
        end, abroad = self.told
        if abroad and re.fullmatch(r"(?:와|과)?,?\s", self.text[end : chain[-1].start]):
            return True  # listed right behind somebody from abroad
        around = [*chain[:index], *chain[index + 1 :]]
        if any(t.text == "인민" for t in around):
            return True
        return any(
            t.text in COUNTRIES or AT_MISSION.match(t.text) or self.phrases.foreign_place(t)
            for t in around
        )

    def _opens_in_china(self, chain: list[Token], index: int, post: Post) -> bool:
        """쉬리칭 상무국장: a name of three syllables that opens its phrase in a report on China."""
        word = chain[index].text
        opens = index == len(chain) - 1 and len(word) == 3 and post.title not in AMBIGUOUS
        if not opens or not self.bodies.in_china or not names.is_chinese(word):
            return False
        return names.is_foreign_part(word)

    def behind(self, chain: list[Token], post: Post) -> Beside | None:
        """The name behind a post that its body stands before: 경기도지사 홍길동은, (총장 홍길동)."""
        opened = OPENED.search(self.text, max(0, post.start - 45), post.start) is not None
        placed = post.body is not None or (bool(chain) and self.phrases.covered(chain[0])) or opened
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
            closed = opened and self.text[start + len(stem) : start + len(stem) + 1] == ")"
            if (
                names.is_korean(stem)
                or (closed and names.is_short_korean(stem))
                or (post.row.abroad and names.is_chinese(stem) and len(stem) > 2)
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


def _stems(word: str) -> list[str]:
    """A word without its particle, then as it is."""
    cut = [word.removesuffix(p) for p in PARTICLES if word.endswith(p)]
    return [*(s for s in sorted(cut, key=len) if len(s) > 1), word]
