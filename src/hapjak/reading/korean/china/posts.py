"""Runs of posts in Chinese-Korean: which stand together, and on which bodies.

갑성당위 상무위원이며 을주당위 서기인 is one run over two bodies; 성위서기 is a post on
its body; a country's own office needs no other body (한국 총령사).
"""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec import Struct

from hapjak.reading.bodies import Named
from hapjak.reading.drafts import Body
from hapjak.reading.korean.china.bodies import ChinaBodies
from hapjak.reading.korean.china.bodynames import LEVEL_WORDS
from hapjak.reading.korean.china.names import NO_NAME, is_name
from hapjak.reading.korean.china.titles import HEADS, LIST_JOINS, glued, part, tails, titles
from hapjak.reading.korean.words import PARTICLE
from hapjak.reading.model import OrganisationKind

COMMAS = (",", "、", "，", "·")
OPEN = ("들인", "인", "들", "")  # a name may follow a post with this on it
MOST_SKIPPED = 2  # words between a comma and 책임자
ACCREDITED = re.compile(r"주[가-힣]{1,4}$")
ELIDED = re.compile(r"(?:성|시|주|도)?(?:당위원회|당위|위|정부|인민정부)$")
UNKNOWN = re.compile(r"[가-힣A-Za-z]{3,16}")
OFFICE = re.compile(r"[가-힣]{2,8}(?:과장|국장|실장|처장|본부장|부장|팀장|담당관|정책관|협력관)")
MARKETS = ("시장", "성장", "현장")
RANKS = ("주요", "현임", "전임", "신임")
RANK = re.compile(r"\s(?:[1-4]급|주요|현임|전임|당시|신임|원)\s$")
STATIONED = re.compile(r"[가-힣]{2,8}\s?주재\s$")


class Token(Struct, frozen=True):
    """A word of a sentence, offsets in the article."""

    text: str
    start: int
    end: int
    gloss: str = ""


class Post(Struct, frozen=True):
    """A post at a token: its body if one stands before it, and what hangs on it."""

    title: str
    body: Body | None
    start: int  # of the body or the title
    end: int  # of the title
    tail: str


class Run(Struct, frozen=True):
    """Posts that stand together, from their first to their last token."""

    posts: tuple[Post, ...]
    first: int  # token of the first title
    last: int
    closed: bool  # a particle follows: no name can

    @property
    def start(self) -> int:
        return self.posts[0].start

    @property
    def heads(self) -> bool:
        """Whether it governs a list of names: 부주석들인, 지도자."""
        return any(post.tail.startswith("들") or post.title in HEADS for post in self.posts)


class Posts:
    """Finds runs of posts in the words of a sentence."""

    def __init__(
        self, text: str, bodies: ChinaBodies, named_before: Callable[[Run, list[Token]], object]
    ) -> None:
        """`named_before`: the name right before a run, if one stands there."""
        self._text = text
        self._bodies = bodies
        self._named_before = named_before

    def run(self, tokens: list[Token], index: int, begin: int) -> Run | None:
        """The posts that begin at a token, over the bodies between them."""
        post = self._post(tokens, index, begin)
        if post is None:
            return None
        posts, first, last = [post], index, index
        while True:
            position = last + 1
            joined = posts[-1].tail in LIST_JOINS
            if position + 1 < len(tokens) and tokens[position].text in ("겸", "및"):
                joined, position = True, position + 1
            if not joined and posts[-1].tail not in OPEN:
                return Run(tuple(posts), first, last, closed=True)
            position = self._past_comma(tokens, position, posts, first)
            following, position = self._next_post(tokens, position, begin)
            if following is None and joined:
                following, position = self._on_unknown(tokens, position)
            if following is None:
                return Run(tuple(posts), first, last, closed=False)
            posts.append(following)
            last = position

    def _past_comma(self, tokens: list[Token], index: int, posts: list[Post], first: int) -> int:
        """시당위 서기, 시인대 주임 왕일: a comma goes on where no name has come yet."""
        if index >= len(tokens) or tokens[index].text not in COMMAS or posts[-1].tail:
            return index
        if self._named_before(Run(tuple(posts), first, first, closed=False), tokens):
            return index
        for skipped in range(1, MOST_SKIPPED + 2):  # 부국장, 지원 관련부서 책임자인 왕일
            parted = part(tokens[index + skipped].text) if index + skipped < len(tokens) else None
            if parted and parted[0] in HEADS:
                return index + skipped
        return index + 1

    def _next_post(self, tokens: list[Token], index: int, begin: int) -> tuple[Post | None, int]:
        """A further post of the same person, its body passed."""
        if index >= len(tokens):
            return None, index
        lone = tokens[index].text in LEVEL_WORDS and index + 1 < len(tokens)
        index += bool(lone and self._bodies.at(tokens[index + 1].start))  # 성 촉진센터 주임
        named = self._bodies.at(tokens[index].start)
        while named and index < len(tokens) and tokens[index].start < named.end:
            if tokens[index].end > named.end:  # the body carries a title or a particle
                break
            index += 1
        index += index < len(tokens) and tokens[index].text in RANKS
        return (self._post(tokens, index, begin), index) if index < len(tokens) else (None, index)

    def _on_unknown(self, tokens: list[Token], index: int) -> tuple[Post | None, int]:
        """… 회장이며 을화보 사장인: a further post on a body whose name no list knows."""
        index += index < len(tokens) and tokens[index].text in LEVEL_WORDS
        parted = part(tokens[index + 1].text) if index + 1 < len(tokens) else None
        name = tokens[index].text if parted else ""
        if parted is None or not UNKNOWN.fullmatch(name) or PARTICLE.search(name):
            return None, index
        body = self._bodies.unknown(name, tokens[index].start)
        end = tokens[index + 1].end - len(parted[1])
        return Post(parted[0], body, tokens[index].start, end, parted[1]), index + 1

    def _post(self, tokens: list[Token], index: int, begin: int) -> Post | None:
        """The post that a token is, or ends in."""
        token = tokens[index]
        parted = part(token.text)
        if parted:
            title, tail = parted
            end = token.end - len(tail)
            named = self._bodies.before(token.start, begin) or self._past_rank(token.start, begin)
            if named is None and self._text[token.start - 2 : token.start] == "의 ":
                named = self._bodies.before(token.start - 2, begin)  # 무역촉진회의 부회장
            if named:
                return Post(title, named.body, named.start, end, tail)
            country = self._country(tokens, index) or self._at_unknown(tokens, index)
            return country or Post(title, None, self._elided_start(tokens, index), end, tail)
        return self._on_level(token) or self._on_body(token, begin) or self._office(token, begin)

    @staticmethod
    def _on_level(token: Token) -> Post | None:
        """주부주장, 시부시장: the level of the place alone before its deputy head."""
        parted = part(token.text[1:])
        if parted is None or parted[0] != f"부{token.text[0]}장":
            return None
        end = token.end - len(parted[1])
        return Post(parted[0], None, token.start, end, parted[1])

    def _office(self, token: Token, begin: int) -> Post | None:
        """을시 국제교류과장: one word for the head of an office, behind the body it is part of."""
        named = self._bodies.before(token.start, begin)
        if named is None:
            return None
        if any(is_name(name) for name, _, _ in glued(token.text)):
            return None  # 왕일부국장
        for stem, tail in tails(token.text):
            if OFFICE.fullmatch(stem) and not is_name(stem[:-2]):
                return Post(stem, named.body, named.start, token.end - len(tail), tail)
        return None

    def _at_unknown(self, tokens: list[Token], index: int) -> Post | None:
        """한국 을식품 부사장: a firm or a house that only its country and a post upon it tell."""
        title, tail = part(tokens[index].text) or ("", "")
        if index < 2 or titles()[title] not in ("company", "body"):
            return None
        word, country = tokens[index - 1], tokens[index - 2]
        if not self._bodies.is_country(country.text) or not UNKNOWN.fullmatch(word.text):
            return None
        if PARTICLE.search(word.text) or word.text in NO_NAME or part(word.text):
            return None
        if len(word.text) == 3 and is_name(word.text):
            return None
        kind = OrganisationKind.COMPANY if titles()[title] == "company" else OrganisationKind.OTHER
        body = self._bodies.unknown(word.text, word.start, kind)
        return Post(title, body, word.start, tokens[index].end - len(tail), tail)

    def _past_rank(self, position: int, begin: int) -> Named | None:
        """갑청 2급 순시원, 을협회 주요 책임자: the body before a word that only ranks the post."""
        rank = RANK.search(self._text, max(begin, position - 8), position)
        return self._bodies.before(rank.start(), begin) if rank else None

    def _on_body(self, token: Token, begin: int) -> Post | None:
        """갑성당서기, 성위서기, 제주도지사: a title on its body."""
        for prefix, short, tail in glued(token.text):
            if short in MARKETS and self._bodies.is_country(prefix):
                continue  # 로씨야시장: a market, a country has no mayor
            body = self._bodies.of_word(prefix, token.start)
            if body is None:
                continue
            if self._bodies.is_country(prefix) and titles()[short] == "company":
                named = self._bodies.before(token.start, begin)  # 갑그룹 중국총재
                if named is None:
                    continue
                body = named.body
            title = "도지사" if prefix.endswith("도") and short == "지사" else short
            return Post(title, body, token.start, token.end - len(tail), tail)
        return self._head_of(token)

    def _head_of(self, token: Token) -> Post | None:
        """갑을우호협회장: the head of the body that the word names but for its last syllable."""
        for stem, tail in tails(token.text) if "장" in token.text else ():
            if stem.endswith("장") and stem[-2:] in titles():
                body = self._bodies.of_name(stem[:-1], token.start)
                if body is not None:
                    return Post(stem[-2:], body, token.start, token.end - len(tail), tail)
        return None

    def _country(self, tokens: list[Token], index: int) -> Post | None:
        """한국 총령사: a country's own office, with the words for where it is stationed."""
        before = tokens[index - 1] if index else None
        parted = part(tokens[index].text)
        if before is None or parted is None:
            return None
        body = self._bodies.country(before.text, before.start)
        accredited = ACCREDITED.match(before.text)
        if body is None and accredited and index > 1:  # 벨라루스 주중 대사
            before = tokens[index - 2]
            body = self._bodies.country(before.text, before.start)
        if body is None:
            return None
        stationed = STATIONED.search(self._text, max(0, before.start - 12), before.start)
        start = stationed.start() if stationed else before.start
        return Post(parted[0], body, start, tokens[index].end - len(parted[1]), parted[1])

    def _elided_start(self, tokens: list[Token], index: int) -> int:
        """Where a post with an elided body (성당위) begins."""
        if index > 0 and ELIDED.fullmatch(tokens[index - 1].text):
            return tokens[index - 1].start
        return tokens[index].start
