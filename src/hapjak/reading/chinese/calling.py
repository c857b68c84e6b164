"""People called by a title behind their name: 王一市长 at a first mention, 王市长 at a later one."""

from __future__ import annotations

import re

from hapjak.reading.chinese.bodies import ChineseBodies
from hapjak.reading.chinese.home import level_of
from hapjak.reading.chinese.names import surname_at
from hapjak.reading.chinese.titles import Held, Post
from hapjak.reading.chinese.words import begins, sounds
from hapjak.reading.drafts import Body, Figure, PostHeld
from hapjak.reading.model import OrganisationKind
from hapjak.reading.people import People

OPENING = "在年月日着请以使随与和对向及的、，。；：）”了晤见谢迎"
MOST_OF_A_SURNAME = 50
STATE = ("主席", "总统", "总理", "首相", "国家主席")
POSTED = re.compile(r"领事|大使|公使|参赞|代办")
LEVELS = "省市县区州盟旗道郡"
NEVER_NAMED = re.compile(r"[省市县区州厅局委处部副总常代正该原本新任长会]")
OWN_OFFICE = re.compile(r"我[厅局委办校院](?![外内领区员托任派公])")
NEAR = 60  # characters between a place and who is its mayor


class Calling(People):
    """People of whom some are called by a title behind the name."""

    own: ChineseBodies
    _called: list[tuple[int, int, Figure]]
    _by_head: dict[str, list[Figure]]

    def _heads(self) -> dict[str, list[Figure]]:
        """People by the first character of their names; with very many of one no surname tells who."""
        heads: dict[str, list[Figure]] = {}
        for name, person in self.by_name.items():
            heads.setdefault(name[0], []).append(person)
        return {head: people for head, people in heads.items() if len(people) <= MOST_OF_A_SURNAME}

    def _take_before(self, run: Held) -> None:
        """王一省长: a known person again, or a new one; 王省长: who has that post."""
        post = run.posts[0]
        [(begin, end)] = run.names
        if (begin, end) == (post.title_start, post.end):  # 行政长官表示: the title alone
            holders = [p for p in self.all() if any(h.title == post.title for h in p.posts)]
            if len(holders) == 1:
                self._called.append((begin, end, holders[0]))
            return
        for start in range(begin, end):
            person = self.by_name.get(self.text[start:end])
            if person is not None:
                return
        for start in range(begin, end):
            person = self._called_so(self.text[start:end], post.title)
            if person is not None:
                self._called.append((start, end, person))
                return
        name = self._new(begin, end)
        if name is not None and (post.title in STATE or self._is_sure(name, end)):
            body = (
                None if post.title in STATE or POSTED.search(post.title) else self._near(post, name)
            )
            self.add(self.text[name:end], name, [PostHeld(post.title, body, post.title)])

    def _is_sure(self, start: int, end: int) -> bool:
        """Whether a stretch that nothing but a title behind it tells to be a name surely is one."""
        name = self.text[start:end]
        known = surname_at(self.text, start) is not None and not NEVER_NAMED.search(name)
        placed = self.own.inside(start, end) or self.own.gazetteer.inside(start, end)
        return known and not placed and (len(name) > 2 or self.text.count(name) > 1)

    def _near(self, post: Post, start: int) -> Body | None:
        """Of whom 王一市长 is mayor: the body right before, else the nearest of that level before."""
        if post.title == "行政长官":
            return self._special_region()
        named = self.own.before(start, max(0, start - 40))
        if named is not None:
            return named.body
        level = next((c for c in post.title if c in LEVELS), None)
        for place in reversed(self.own.gazetteer.inside(max(0, start - NEAR), start)):
            if level and level_of(place.official) == level:
                return self.own.ensure_government(place.name)
        office = OWN_OFFICE.search(self.text) if level is None else None
        return self.own.by_words(*office.span(), OrganisationKind.GOVERNMENT) if office else None

    def _special_region(self) -> Body | None:
        """Of 香港 or 澳门, whichever the text names more often."""
        named = [p.name for p in self.own.gazetteer.all if p.official[:2] in ("香港", "澳门")]
        return self.own.ensure_government(max(named, key=named.count)) if named else None

    def _called_so(self, words: str, title: str) -> Figure | None:
        """Who is meant by a surname, or by the first part of a foreign name, and a title."""
        fitting = [
            person
            for person in self._by_head.get(words[0], ())
            if person.name.startswith(words)
            and any(p.title.endswith(title) or title.endswith(p.title) for p in person.posts)
        ]
        return fitting[0] if len(fitting) == 1 else None

    def _new(self, begin: int, end: int) -> int | None:
        """Where a name begins that nothing else in the text gives a post."""
        for start in (end - 3, end - 2):
            opened = start == begin or (start > begin and self.text[start - 1] in OPENING)
            name = self.text[start:end]
            named = surname_at(self.text, start) or sounds().issuperset(name)
            if start >= begin and opened and named and not begins("no name", name, 0):
                return start
        return None
