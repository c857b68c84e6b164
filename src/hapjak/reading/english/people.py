"""People with their posts in English reports: before the name, or behind it in commas."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from hapjak.reading.bodies import Bodies
from hapjak.reading.drafts import Body, Figure, PostHeld
from hapjak.reading.people import People
from hapjak.reading.sentences import Sentence
from hapjak.reading.tables import read_table

FIRST = r"[A-Z][a-z]+(?:[-'][A-Za-z]+)?"
NAME = FIRST + r"(?: [A-Z][a-z]+(?:[-'][a-z]+)?){1,2}"
NAME_HERE = re.compile(rf"(?:Mr\.? |Ms\.? |Dr\.? )?(?P<name>{NAME})")
NAME_BEFORE = re.compile(rf"(?P<name>{NAME})(?: \([^()]{{1,30}}\))?, (?:the |then )?$")
OFFICE = re.compile(
    r" (?:of|for) (?:the )?(?P<body>[A-Z][\w'-]*(?: (?:of|for|and|the|[A-Z][\w'-]*))*? "
    r"(?:Department|Commission|Bureau|Office|Committee|Affairs|Cooperation|Division|Congress|Conference))\b"
)
SAYS = (
    "said|also|and|noted|added|hoped|proposed|stressed|expressed|suggested|told|pledged"
    "|invited|will|agreed"
)
REACH = 120  # characters before a post in which its name stands
BETWEEN = re.compile(r",? and (?:the |its |concurrently )?|, (?:the |its )?| and (?:the |its )?")


@dataclass(frozen=True, slots=True)
class Office:
    """A post in the text: from its body or title to its end."""

    start: int
    end: int
    post: PostHeld


@cache
def titles() -> dict[str, str]:
    return {row["title"]: row["kind"] for row in read_table("posts.en.tsv")}


@cache
def _pattern() -> re.Pattern[str]:
    names = "|".join(re.escape(title) for title in sorted(titles(), key=len, reverse=True))
    return re.compile(rf"\b(?:{names})s?\b", re.IGNORECASE)


class EnglishPeople(People):
    """The people of an English text."""

    before = r"(?<![\w-])"
    after = r"(?![\w-])"

    def __init__(self, text: str, sentences: list[Sentence], bodies: Bodies) -> None:
        super().__init__(text, bodies, "en")
        for sentence in sentences:
            self.last_body = None
            self._read(sentence)
        self.find_again()
        self._surnames()

    def surname(self, name: str) -> str:
        """Family name: first for Chinese and Korean names, which is what these reports print."""
        return name.split(" ", maxsplit=1)[0]

    def _read(self, sentence: Sentence) -> None:
        position = sentence.start
        while match := _pattern().search(self.text, position, sentence.end):
            run = [self._office(match, sentence)]
            while following := self._next(run[-1], sentence):
                run.append(following)
            self._take(run, sentence)
            position = max(run[-1].end, match.end())

    def _next(self, office: Office, sentence: Sentence) -> Office | None:
        """The post that goes on from another: Deputy Secretary … and Governor."""
        between = BETWEEN.match(self.text, office.end, sentence.end)
        begin = between.end() if between else office.end
        named = self.bodies.at(begin)
        begin = named.end + 1 if named else begin
        match = _pattern().match(self.text, begin, sentence.end) if between else None
        return self._office(match, sentence) if match else None

    def _office(self, match: re.Match[str], sentence: Sentence) -> Office:
        """A title with the body behind it (of the …) or before it."""
        kind = titles().get(match[0].lower(), titles().get(match[0].lower().removesuffix("s")))
        title = match[0]
        of = re.compile(r" (?:of|for) (?:the )?").match(self.text, match.end(), sentence.end)
        named = self.bodies.at(of.end()) if of else None
        if named:
            post = PostHeld(
                title, self.holder(named.body, kind), self.text[match.start() : named.end]
            )
            return Office(match.start(), named.end, post)
        written = OFFICE.match(self.text, match.end(), sentence.end)
        if written:
            end = written.end()
            post = PostHeld(title, self.holder(None, kind), self.text[match.start() : end])
            return Office(match.start(), end, post)
        start, body = self._before(match.start(), sentence.start)
        post = PostHeld(title, self.holder(body, kind), self.text[start : match.end()])
        return Office(start, match.end(), post)

    def _before(self, position: int, begin: int) -> tuple[int, Body | None]:
        """The body right before a title: Qinglan Governor, the Xinghai Group's chair."""
        named = self.bodies.before(position, begin)
        if named:
            return named.start, named.body
        for base, full in self.bodies.short_names().items():
            if self.text.endswith((f"{base} ", f"{base}'s "), begin, position):
                start = self.text.rindex(base, begin, position)
                return start, self.bodies.ensure_government(full)
        return position, None

    def _take(self, run: list[Office], sentence: Sentence) -> None:
        posts = [office.post for office in run]
        left = max(sentence.start, run[0].start - REACH)
        before = NAME_BEFORE.search(self.text[left : run[0].start])
        if before and self._is_name(before["name"]):
            self.add(before["name"], left + before.start("name"), posts)
            return
        gap = re.compile(r",? ").match(self.text, run[-1].end, sentence.end)
        begin = gap.end() if gap else run[-1].end
        following = NAME_HERE.match(self.text, begin, sentence.end)
        plural = run[-1].post.title.lower().endswith("s")
        while following and self._is_name(following["name"]):
            self.add(following["name"], following.start("name"), posts)
            more = re.compile(r"(?:, and|,| and) ").match(self.text, following.end(), sentence.end)
            following = (
                NAME_HERE.match(self.text, more.end(), sentence.end) if more and plural else None
            )

    def _is_name(self, name: str) -> bool:
        """No place, no title, no body."""
        if _pattern().search(name) or any(map(self.bodies.is_place, name.split(" "))):
            return False
        return not self.bodies.opens(name)

    def _surnames(self) -> None:
        """Where a surname alone stands for the only person who bears it."""
        bearers: dict[str, list[Figure]] = {}
        for name, person in self.by_name.items():
            bearers.setdefault(self.surname(name), []).append(person)
        alone = re.compile(rf"{self.before}({FIRST})(?= (?:{SAYS})\b)")
        for match in alone.finditer(self.text):
            persons = bearers.get(match[1], [])
            if len(persons) == 1 and not self.at(match.start()):
                persons[0].spans.append(match.span())
        self.index()
