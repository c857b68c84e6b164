"""Names of people in Chinese text: where a name that begins at a place ends.

Surname and given name of two to four characters; Mongolian, Uyghur, Tibetan
and foreign names are written by sound, with or without a point between.
Nothing parts a name from what follows but a mark or a word that follows names.
"""

from __future__ import annotations

import re

from hapjak.hanja import surname_of
from hapjak.reading.chinese.places import Places
from hapjak.reading.chinese.words import HAN, begins, sounds

POINTS = "·•‧・∙．"
POINTED = re.compile(rf"[{HAN}A-Z]{{1,9}}(?:[{POINTS}][{HAN}]{{1,9}}){{1,4}}")
RUN = re.compile(rf"[{HAN}]{{2,10}}")
NEVER_LAST = frozenset("在与对说将率等及就从由受是并也还已曾到赴被把让使给因均皆都不向的了会共表以")
SELDOM_LAST = frozenset("和同为来文正先能可之当代于作入图以用未指谈致")
FUNCTIONAL = frozenset(
    "在和与等的了对将已曾也还并就以为从到赴来向由及或而则不没有是会能可要说表指率带主出参陪见介分共先随其此该本我他她各全两双三多一"
    "上下中前后时年月日今昨当同均皆作做把被让使给用按依围针立深认听考调走看察签座致讲发最非十很更再又才只即兼暨任且所相"
)
DOUBTFUL = ("正", "文", "先", "为")
LEVELS = "省市县区州盟旗道郡府镇乡国"
LISTING = frozenset("与和同及等率")
HAN_CHARACTER = re.compile(rf"[{HAN}]")


class Names:
    """Reads names in one text."""

    def __init__(self, text: str, places: Places) -> None:
        self.text = text
        self.places = places

    def at(self, position: int, foreign: bool = False) -> int | None:
        """Where the name that begins at a place ends; None if there is none.

        `foreign`: behind a post of another country, where any run of
        characters up to the end of a name will do (大村秀章, 索洛多夫).
        """
        pointed = POINTED.match(self.text, position)
        if pointed:
            first = self.text[position]
            begins_so = first not in NEVER_LAST or first in sounds()
            none = self._is_placed(position) or not begins_so
            return None if none else self._cut(pointed.end())
        if not self._may_begin(position):
            return None
        end = self._surnamed(position)
        return end or self._by_sound(position, foreign)

    def trusted(self, position: int) -> int | None:
        """A name of no known surname, behind a post of a body or within a list of names.

        Two or three characters (in a list four) that no word of the lists
        begins and that a mark, or a word of two characters, ends.
        """
        if begins("after name", self.text, position):
            return None
        if not self._may_begin(position) and not self._called_like_a_place(position):
            return None
        if self.text[position] in FUNCTIONAL:
            return None
        for end in (position + 3, position + 2, position + 4):
            if end <= len(self.text) and RUN.fullmatch(self.text, position, end):
                after = begins("after name", self.text, end)
                closed = not HAN_CHARACTER.match(self.text, end)
                sounded = sounds().issuperset(self.text[position:end])
                if (closed or (after and (sounded or len(after) > 1))) and self.text[
                    end - 1
                ] not in NEVER_LAST:
                    return end
        return None

    def _called_like_a_place(self, position: int) -> bool:
        """副州长玉溪芳: a surname and more, of which a place's short name is made."""
        place = self.places.starting(position)
        short = place is not None and place.end - place.start == 2 and place.name[-1] not in LEVELS
        sounded = sounds().issuperset(self.text[position : position + 3])
        return short and (sounded or surname_at(self.text, position) is not None)

    def _is_placed(self, position: int) -> bool:
        """Whether a place with its level begins here: 赤塔市副市长…, not 阿里斯·…."""
        place = self.places.starting(position)
        if place is None:
            return False
        return place.level == "country" or (
            place.name[-1] in LEVELS and place.end - place.start > 2
        )

    def _may_begin(self, position: int) -> bool:
        """Neither a place nor a word that begins as names do stands here."""
        if not HAN_CHARACTER.match(self.text, position):
            return False
        place = self.places.starting(position)
        known = place is not None and (place.level != "unknown" or place.end - place.start > 2)
        return not known and begins("no name", self.text, position) is None

    def _surnamed(self, position: int) -> int | None:
        """Surname and given name; 李君|陪同 rather than 李君陪|同."""
        surname = surname_at(self.text, position)
        if surname is None:
            return None
        longest = position + len(surname) + 2
        ends = [longest, longest - 1]
        if len(surname) == 1 and surname_at(self.text, position + 1):
            ends.append(longest + 1)  # 陈方安生: two surnames
        found = (end for end in ends if self._can_end(position, end))
        end = next(found, None) or self._seldom(position, longest)
        if end == longest and self._goes_over(longest - 1):
            return longest - 1
        return end

    def _seldom(self, position: int, end: int) -> int | None:
        """吴庆文|在: what seldom ends a name does where no shorter name would do."""
        run = RUN.fullmatch(self.text, position, end) is not None
        after = begins("after name", self.text, end)
        return end if run and after and self.text[end - 1] not in NEVER_LAST else None

    def _goes_over(self, position: int) -> bool:
        """Whether a word that follows names takes up the next two characters and more."""
        one, other = (begins("after name", self.text, place) for place in (position, position + 1))
        return len(one or "") > max(1, len(other or ""))

    def _by_sound(self, position: int, foreign: bool) -> int | None:
        """A name written by sound, or a Japanese one: the shortest run that ends as names do."""
        run = RUN.match(self.text, position)
        first = self.text[position]
        if run is None or begins("after name", self.text, position):
            return None
        if first in (NEVER_LAST if foreign else FUNCTIONAL) and first not in sounds():
            return None  # 今津, 三浦 and 中村 are names behind a post abroad
        for end in range(position + 1, run.end() + 1):
            after = begins("after name", self.text, end)
            if end < position + (2 if foreign else 3):
                if after and len(after) > 1:
                    return None
                continue
            longer = (self._can_end(position, stop) for stop in (end + 1, end + 2))
            if foreign and after in DOUBTFUL and any(longer):
                continue  # 横内|正明
            own = end - position > 3 and surname_at(self.text, position) is not None
            sounded = sounds().issuperset(self.text[position + own : end])  # 李加才让
            if (foreign or sounded) and self._can_end(position, end, sounded):
                return end
        return None

    def _can_end(self, start: int, end: int, sounded: bool = False) -> bool:
        """Whether a name can end here: at a mark, or before a word that follows names.

        In a name written by sound a single such character more likely goes on
        with it: 戈尔德施坦|因.
        """
        if end > len(self.text) or not RUN.fullmatch(self.text, start, end):
            return False
        last = self.text[end - 1]
        if not HAN_CHARACTER.match(self.text, end):
            return sounded or last not in NEVER_LAST
        after = begins("after name", self.text, end)
        if after is None or (sounded and len(after) == 1 and after in sounds()):
            return False
        joins = last == "和" and after in NEVER_LAST  # 王予和|在: no conjunction stands before 在
        seldom = last in SELDOM_LAST and len(after) == 1 and after not in LISTING and not joins
        return sounded or not (seldom or last in NEVER_LAST)

    def _cut(self, end: int) -> int:
        """A pointed name without what follows it in the same run of characters."""
        start = max(self.text.rfind(point, 0, end) for point in POINTS) + 1
        for stop in range(start + 1, end):
            after = begins("after name", self.text, stop)
            listed = self.text[stop] in LISTING and self.places.starting(stop + 1) is not None
            if after and (listed or not sounds().issuperset(after)):
                return stop
        return end


def surname_at(text: str, position: int) -> str | None:
    """The surname that begins at a place, a rare one too."""
    found = surname_of(text[position : position + 4])
    return found or begins("surname", text, position)
