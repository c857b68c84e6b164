"""People with their posts in Korean reports.

Chinese-Korean puts posts before the name (갑성당위 부서기이며 성장인 …), South
Korean mostly behind it (… 갑도지사). Both stand in both, so each run of posts
takes the name that follows it, unless particle or comma close the run: then
the name before it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from hapjak.hanja import hangul_surnames
from hapjak.reading.bodies import Bodies
from hapjak.reading.drafts import Body, PostHeld
from hapjak.reading.korean.words import AFTER, BEFORE, PARTICLES
from hapjak.reading.people import People, add_form, is_traditional
from hapjak.reading.sentences import Sentence
from hapjak.reading.tables import read_table

TOKEN = re.compile(r"[가-힣A-Za-z0-9·]+|[,、，]|\((?P<gloss>[^()]{1,40})\)|[^\s]")
JOINS = ("이며", "이자", "이고", "이면서", "들인", "인", "들", "겸", "")
DEPARTMENT = re.compile(
    r"[가-힣]{2,12}(?:과장|국장|청장|실장|본부장|팀장|처장|위원장|부장|회장|원장|주임|비서장)$"
)
ENDING = re.compile(f"([가-힣]?){AFTER}")
HEADS = frozenset({"지도자", "책임자", "대표"})  # govern all names up to the next post
NAME_ENDS = ("은", "가", "도", "로", "만", "인")  # syllables that names end in as well
ELIDED = re.compile(r"(?:성|시|주|도)?(?:당위원회|당위|위|정부|인민정부)$")
GLOSSED = re.compile(r"\(([\u3400-\u9fff\uf900-\ufaff]{2,5})\)")
GLOSS = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]{2,5}$")
NO_NAME = frozenset(row["word"] for row in read_table("words.ko.tsv") if row["list"] == "no name")


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a sentence, offsets in the article."""

    text: str
    start: int
    end: int
    gloss: str = ""


@dataclass(slots=True)
class Run:
    """Posts that stand together: where they begin and end, and who holds them."""

    posts: list[PostHeld]
    start: int  # of the first body or title
    first: int  # index of the first token
    last: int  # index of the last token
    closed: bool  # a particle follows: no name can
    heads: bool


@cache
def titles() -> dict[str, str]:
    """Titles with the kind of body they belong to."""
    return {row["title"]: row["kind"] for row in read_table("posts.ko.tsv")}


class KoreanPeople(People):
    """The people of a Korean text."""

    before = BEFORE
    after = AFTER

    def __init__(self, text: str, sentences: list[Sentence], bodies: Bodies, variety: str) -> None:
        self._south = variety == "ko-KR"
        self._words = sorted(set(re.findall("[가-힣]+", text)))
        super().__init__(text, bodies, "ko_kr" if self._south else "ko_cn")
        for sentence in sentences:
            self._read(sentence)
        self.find_again()

    def _read(self, sentence: Sentence) -> None:
        tokens = [
            Token(m[0], sentence.start + m.start(), sentence.start + m.end(), m["gloss"] or "")
            for m in TOKEN.finditer(sentence.text)
        ]
        index = 0
        self.last_body = None
        while index < len(tokens):
            run = self._run(tokens, index, sentence.start)
            if run is None:
                index += 1
                continue
            index = self._take(run, tokens)

    def _run(self, tokens: list[Token], index: int, begin: int) -> Run | None:
        """The posts that begin at a token."""
        posts: list[PostHeld] = []
        first, start, closed, heads = index, tokens[index].start, False, False
        body: Body | None = None
        while index < len(tokens) and not closed:
            parted = self._part(tokens[index].text)
            if parted is None:
                break
            prefix, title, tail = parted
            if not posts:
                named = self.bodies.before(tokens[index].start, begin)
                body = named.body if named else None
                start = named.start if named else self._elided_start(tokens, index)
                if prefix:
                    body = self.bodies.ensure_government(prefix)
            text = self.text[start if not posts else tokens[index].start : tokens[index].end]
            text = text[: len(text) - len(tail)]
            posts.append(PostHeld(title, self.holder(body, titles().get(title)), text))
            heads = heads or title in HEADS
            closed = tail not in JOINS
            index += 1
            if index + 1 < len(tokens) and tokens[index].text in ("겸", "및"):
                index += 1
        if not posts:
            return None
        return Run(posts, start, first, index - 1, closed, heads)

    def _part(self, word: str) -> tuple[str, str, str] | None:
        """As `part`, a known place before the title cut off: 갑성당서기."""
        place = next((p for p in self.bodies.places if word.startswith(p) and word != p), None)
        parted = part(word.removeprefix(place), self._south) if place else None
        if place and parted and not parted[0]:
            title = "도지사" if place.endswith("도") and parted[1] == "지사" else parted[1]
            return place, title, parted[2]
        return part(word, self._south)

    def _elided_start(self, tokens: list[Token], index: int) -> int:
        """Where a post with an elided body (성당위) begins."""
        if index > 0 and ELIDED.fullmatch(tokens[index - 1].text):
            return tokens[index - 1].start
        return tokens[index].start

    def _take(self, run: Run, tokens: list[Token]) -> int:
        """Give the posts to a name beside them; the index to go on from."""
        following = None if run.closed else self._name(tokens, run.last + 1)
        before = self._name_before(run, tokens)
        if before and (run.closed or following is None or self._south):
            self._add(*before, run)
            return run.last + 1
        if following is None:
            return run.last + 1
        index = run.last + 1
        while following:
            self._add(*following, run)
            index += 1
            index += index < len(tokens) and bool(tokens[index].gloss)
            if not run.heads or index >= len(tokens) or tokens[index].text not in ",、，·":
                break
            index += 1
            following = self._name(tokens, index)
        return index

    def _name(self, tokens: list[Token], index: int) -> tuple[str, Token] | None:
        """The name that a token begins with, if it is one."""
        if index >= len(tokens) or part(tokens[index].text, self._south):
            return None
        token = tokens[index]
        gloss = tokens[index + 1].gloss if index + 1 < len(tokens) else ""
        for stem in stems(token.text, self._stands_alone):
            if not self.bodies.is_place(stem) and is_name(
                stem, self._south, bool(GLOSS.match(gloss))
            ):
                return stem, token
        return None

    def _stands_alone(self, stem: str) -> bool:
        """Whether the text has this word with another ending, or with none."""
        seen: set[str] = set()
        for index in range(bisect_left(self._words, stem), len(self._words)):
            if len(seen) > 1 or not self._words[index].startswith(stem):
                break
            ending = ENDING.match(self._words[index], len(stem))
            if ending:
                seen.add(ending[1])
        return len(seen) > 1

    def _name_before(self, run: Run, tokens: list[Token]) -> tuple[str, Token] | None:
        """The name right before a run of posts and its body."""
        index = run.first - 1
        while index >= 0 and tokens[index].start >= run.start:
            index -= 1
        if index >= 0 and tokens[index].gloss:
            index -= 1
        if index < 0 or part(tokens[index].text, self._south):
            return None
        token = tokens[index]
        gloss = tokens[index + 1].gloss
        if not is_name(token.text, self._south, bool(GLOSS.match(gloss))):
            return None
        if self.bodies.inside(token.start, token.end):
            return None
        return token.text, token

    def _add(self, name: str, token: Token, run: Run) -> None:
        person = self.add(name, token.start, run.posts)
        gloss = GLOSSED.match(self.text, token.start + len(name))
        if gloss:
            add_form(person, "zh_hant" if is_traditional(gloss[1]) else "zh_hans", gloss[1])


def part(token: str, south: bool) -> tuple[str, str, str] | None:
    """A word as (place before the title, title, what hangs on it); None if it is no post."""
    for tail in (*JOINS, *PARTICLES):
        if not token.endswith(tail):
            continue
        stem = token[: len(token) - len(tail)] if tail else token
        if stem in titles():
            return "", stem, tail
        if stem.endswith("도지사") and 2 <= len(stem) - 2 <= 6 and stem != "도지사":
            return stem[:-2], "도지사", tail
        if south and DEPARTMENT.fullmatch(stem):
            return "", stem, tail
    return None


def stems(token: str, stands_alone: Callable[[str], bool]) -> list[str]:
    """A word and the word without its particle, the likelier reading first.

    한준이 is 한준 with 이, 김정은 a name: endings that names often have are cut
    only if the text shows the shorter word elsewhere.
    """
    cut = [
        token.removesuffix(particle)
        for particle in sorted(PARTICLES, key=len, reverse=True)
        if token.endswith(particle)
    ]
    fitting = [s for s in cut if 2 <= len(s) <= 6 and _fits(s[-1], token[len(s) :])]
    likely = [
        s for s in fitting if len(token) > 4 or token[len(s) :] not in NAME_ENDS or stands_alone(s)
    ]
    return [*likely, token, *(s for s in fitting if s not in likely)]


def _fits(last: str, particle: str) -> bool:
    """가 and 는 follow a vowel, 이 and 은 a consonant (orthography §8)."""
    final = (ord(last) - 0xAC00) % 28 > 0 if "가" <= last <= "힣" else False
    if particle in ("이", "은", "을", "과", "으로", "이며", "이자", "과의", "과는"):
        return final
    if particle in ("가", "는", "를", "와", "와의", "와는"):
        return not final
    return True


def is_name(word: str, south: bool, glossed: bool) -> bool:
    """Whether a word can be a person's name: by surname and length, or by its hanja."""
    if word in NO_NAME or not re.fullmatch(r"[가-힣]{2,6}", word):
        return False
    if glossed:
        return True
    surnames = hangul_surnames()
    if (len(word) in (2, 3) and word[0] in surnames) or (len(word) == 4 and word[:2] in surnames):
        return True
    return south and 3 <= len(word) <= 6 and word[0] in surnames
