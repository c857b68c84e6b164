"""People with their posts in Chinese reports: posts first, the name glued behind.

甲省委副书记、省长王一 holds two posts; 领导王一、李二 governs all names up to the
next post; a body is written once for a run of posts.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from hapjak.hanja import surname_of
from hapjak.reading.bodies import Bodies
from hapjak.reading.chinese.bodies import HAN
from hapjak.reading.drafts import Body, PostHeld
from hapjak.reading.people import People, is_traditional
from hapjak.reading.sentences import Sentence
from hapjak.reading.tables import read_table

ELIDED = re.compile(r"(?:省|市|州|道|区)(?:委|政府|人大常委会|政协)?$|党委$|集团$|公司$")
JOIN = re.compile(r"[、兼]|\s")
GLOSS = re.compile(r"[（(][^（）()]{1,20}[）)]")


@dataclass(frozen=True, slots=True)
class Title:
    """A title in the text with what may stand before it."""

    start: int
    end: int
    title: str


@cache
def titles() -> dict[str, str]:
    return {row["title"]: row["kind"] for row in read_table("posts.zh.tsv")}


@cache
def _title_pattern() -> re.Pattern[str]:
    names = sorted(titles(), key=len, reverse=True)
    return re.compile("|".join(names))


@cache
def _words(name: str) -> tuple[str, ...]:
    return tuple(row["word"] for row in read_table("words.zh.tsv") if row["list"] == name)


class ChinesePeople(People):
    """The people of a Chinese text."""

    before = ""
    after = ""

    def __init__(self, text: str, sentences: list[Sentence], bodies: Bodies, variety: str) -> None:
        super().__init__(text, bodies, "zh_hant" if variety == "zh-Hant" else "zh_hans")
        self._twice: dict[int, set[str]] = {}
        for sentence in sentences:
            self.last_body = None
            self._read(sentence)
        self.find_again()

    def _read(self, sentence: Sentence) -> None:
        found = [
            Title(sentence.start + m.start(), sentence.start + m.end(), m[0])
            for m in _title_pattern().finditer(sentence.text)
        ]
        position = sentence.start
        index = 0
        while index < len(found):
            run = [found[index]]
            while index + 1 < len(found) and self._joined(run[-1], found[index + 1], sentence):
                index += 1
                run.append(found[index])
            index += 1
            if run[0].start >= position:
                position = self._take(run, position, sentence)

    def _joined(self, one: Title, other: Title, sentence: Sentence) -> bool:
        """Whether a title goes on in the next: 副书记、省长, a body in between allowed."""
        between = self.text[one.end : other.start]
        if not between or not JOIN.match(between) or len(between) > 16:
            return False
        rest = between[1:].strip()
        named = self.bodies.before(other.start, one.end)
        return (
            not rest or bool(ELIDED.fullmatch(rest)) or bool(named and named.start <= one.end + 1)
        )

    def _take(self, run: list[Title], begin: int, sentence: Sentence) -> int:
        """Give a run of posts to the names behind it; the place to go on from."""
        posts: list[PostHeld] = []
        body: Body | None = None
        for title in run:
            start, own = self._body_before(title, begin, sentence.start)
            body = own or body
            kind = titles()[title.title]
            posts.append(
                PostHeld(title.title, self._holder(own, body, kind), self.text[start : title.end])
            )
        position = run[-1].end
        name = self.name_at(position)
        while name:
            self.add(name, position, posts)
            position += len(name)
            gloss = GLOSS.match(self.text, position)
            after = gloss.end() if gloss else position
            following = self.name_at(after + 1) if self.text[after : after + 1] in "、，" else None
            if (
                following
                and self.text[after] == "，"
                and self.name_end(after + 1, following) != "、"
            ):
                following = None
            name, position = following, after + 1 if following else position
        return position

    def _holder(self, own: Body | None, run: Body | None, kind: str) -> Body | None:
        body = own or run
        if body is not None and own is None and kind in ("government", "party"):
            return self.holder(body.side or body if kind == "government" else body, kind)
        return self.holder(body, kind)

    def _body_before(self, title: Title, begin: int, start: int) -> tuple[int, Body | None]:
        """Where a post begins, and its body if it is written out."""
        named = self.bodies.before(title.start, start)
        if named:
            return named.start, named.body
        left = self.text[max(start, begin, title.start - 8) : title.start]
        elided = ELIDED.search(left)
        return (title.start - len(elided[0]), None) if elided else (title.start, None)

    def name_end(self, start: int, name: str) -> str:
        return self.text[start + len(name) : start + len(name) + 1]

    def _repeated(self, length: int) -> set[str]:
        """All stretches of a length that stand in the text more than once."""
        if length not in self._twice:
            counts = Counter(self.text[i : i + length] for i in range(len(self.text)))
            self._twice[length] = {stretch for stretch, count in counts.items() if count > 1}
        return self._twice[length]

    def name_at(self, position: int) -> str | None:
        """The name that begins at a place: surname and a given name of one or two characters."""
        window = self.text[position : position + 5]
        surname = surname_of(window)
        if (
            surname is None
            or window.startswith(_words("no name"))
            or _title_pattern().match(window)
        ):
            return None
        if any(window.startswith(place) for place in self.bodies.short_names()):
            return None
        longest = len(surname) + 2
        for length in (longest, longest - 1):
            name = self.text[position : position + length]
            if (
                len(name) == length
                and re.fullmatch(f"[{HAN}]+", name)
                and self._ends(position + length)
            ):
                return name
        name = self.text[position : position + longest]
        if re.fullmatch(f"[{HAN}]{{{longest}}}", name) and name in self._repeated(longest):
            return name
        return None

    def _ends(self, position: int) -> bool:
        """Whether a name can end here: a mark, or a word that follows names."""
        rest = self.text[position : position + 3]
        return not rest or not re.match(f"[{HAN}]", rest) or rest.startswith(_words("after name"))


def form_of(name: str, variety: str) -> str:
    return "zh_hant" if variety == "zh-Hant" and is_traditional(name) else "zh_hans"
