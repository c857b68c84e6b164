"""Posts in Chinese reports and the names they stand before.

甲省委副书记、省长王一 holds two posts; 领导王一、李二 governs all names up to the
next post; a body is written once for a run of posts. A title may also follow
a name (王一省长) or a surname (王省长).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import structs

from hapjak.reading.chinese.names import HAN_CHARACTER, Names, surname_at
from hapjak.reading.chinese.offices import Office, Offices
from hapjak.reading.chinese.places import Places
from hapjak.reading.chinese.titles import CALLED, SOLE, Held, Post, title_matcher, titles
from hapjak.reading.chinese.unlisted import bounds
from hapjak.reading.chinese.words import HAN, begins

JOIN = re.compile(r"[、兼]|\s|，|和(?=副|党)|")
SEPARATOR = re.compile(r"[、]|\s(?=[\u3400-\u9fff])|以及|[和与及]")
GLOSS = re.compile(r"[（][^（）]{1,24}[）]")
MARK = re.compile(r"[，。；：、！？“”‘’「」『』《》（）()\[\]【】|/\s—–-]")
GENERIC = re.compile(
    rf"[{HAN}]{{0,8}}(?:有关|相关|各|部分|其他|其它|省直|市直|多名|双方|两地|三方|家)[{HAN}]{{0,8}}"
    rf"|[{HAN}]{{0,2}}(?:部门|单位|企业|方面|人员|主要|原|时任|现任|新任|前|同志|分管|代表团|考察团)"
)
POSTING = re.compile(rf"驻[{HAN}]{{1,12}}$")
REGIONS = ("自治区", "自治州", "自治县", "特区")
HONORIFIC = ("教授", "博士", "院士", "医生")  # 王一教授: no post of what follows
NEAR = 40  # characters between a place and an elided post of it
GROUP = re.compile(r"(?:党组|党委|班子|党工委)$")
ABROAD = ("町长", "副町长", "知事", "副知事", "郡守", "道知事", "议长")
SHARED = "司厅局署部处"  # an office's last character that is also its head's first
LEVELS = "省市县区州盟旗道郡府町村乡镇"
NO_TITLE = ("联", "会", "团", "级", "制", "室", "馆", "署", "们")  # 委员会, 总领事馆
DELEGATION = "代表团"
SEVERAL = 14  # characters before a title that may tell of several holders
MANY = re.compile(r"[、两各三四五]|分别|双方")
LED = ("领导", "领导同志", "主要领导")  # 省领导: the head of a list
POSTED = re.compile(r"大使|领事|公使|参赞|代办|武官|秘书$|代表$")


class Posts:
    """Reads the posts of one text and who holds them."""

    def __init__(self, text: str, places: Places, offices: Offices) -> None:
        self.text = text
        self.places = places
        self.offices = offices
        self.names = Names(text, places)
        self._seen: set[str] = set()

    def read(self) -> Iterator[Held]:
        """All runs of posts with the names behind or before them, in order."""
        run: list[Post] = []
        limit = 0  # names and titles before it are taken
        for start, end, title in self._titles():
            if start < limit or (start == limit and title in HONORIFIC):
                continue
            if run and not self._joins(run[-1], start):
                held = self._held(run, limit)
                if held:
                    yield held
                    limit = max(limit, held.names[-1][1], run[-1].end)
                run = []
                if start < limit:
                    continue
            if title in HONORIFIC and run and self._honours(run[-1], start):
                continue
            run.append(self._post(start, end, title, run[-1].end if run else limit))
        held = self._held(run, limit) if run else None
        if held:
            yield held

    def _honours(self, post: Post, start: int) -> bool:
        """局长王一教授: what stands right behind the name that a post leads to."""
        return self.names.at(post.end, post.foreign) == start

    def _titles(self) -> Iterator[tuple[int, int, str]]:
        names, matcher = title_matcher()
        for index, start, end in matcher.find_matches_as_indexes(self.text):
            title = names[index]
            member = title != "成员" or GROUP.search(self.text, max(0, start - 3), start)
            own = int(title == "部长官")  # 外交部|长官
            if self.text[end : end + 1] not in NO_TITLE and title != "总书记" and member:
                yield start + own, end, title[own:]

    def _joins(self, one: Post, start: int) -> bool:
        """Whether a title goes on in the next: 副书记、省长, a body in between allowed."""
        if start - one.end > 28:
            return False
        between = self.text[one.end : start]
        join = JOIN.match(between)
        rest = between[join.end() :] if join else between
        if join and join[0] == "，" and rest:
            return False
        if not rest:
            return True
        begin = start - len(rest)
        name = self.names.at(begin)
        if name is not None and name <= start and not self._body_from(begin, start):
            return False
        return bool(join and join[0]) and (
            self._body_from(begin, start)
            or (not MARK.search(rest) and not bounds().search(rest.removesuffix(DELEGATION)))
        )

    def _body_from(self, begin: int, end: int) -> bool:
        """Whether a body fills a stretch."""
        office = self.offices.ending(end)
        place = self.places.ending(end) or self.places.ending(end + 1)
        start = office.start if office else place.start if place else None
        return start is not None and self.places.chain(start) <= begin <= start

    def _post(self, start: int, end: int, title: str, limit: int) -> Post:
        """A title with the office or the place right before it."""
        kind = titles()[title]
        if title == "团长" and self.text.endswith(DELEGATION, 0, start):
            start_of = self.places.ending(start - len(DELEGATION))
            if start_of and start_of.start >= limit:
                begin = self.places.chain(start_of.start)
                return Post(begin, start, end, title, kind, None, start_of)
        office = self.offices.ending(start)
        if office is None and title[0] in SHARED:
            office = self.offices.ending(start + 1)  # 政务司长 of 政务司
        place = self.places.ending(start)
        if place is None and title[0] in LEVELS:
            place = self.places.ending(start + 1)
        if POSTED.search(title) and not (office and office.start >= limit):
            return self._by_words(start, end, title, limit)
        bare = office and office.place is None and office.level is None and self._led_in(office)
        if office and office.start >= limit and not bare:
            begin = self.places.chain(office.start)
            foreign = self._foreign(begin, start)
            level = office.level
            return Post(begin, start, end, title, kind, office, office.place, None, level, foreign)
        if place and place.start >= limit:
            begin = self.places.chain(place.start)
            foreign = self._foreign(begin, start)
            return Post(begin, start, end, title, kind, None, place, None, None, foreign)
        return self._by_words(start, end, title, limit)

    def _led_in(self, office: Office) -> bool:
        """Whether words that belong to its name stand before an office: 行政长官|办公室."""
        begin = self._bounded(max(0, office.start - 12), office.start)
        return begin < office.start

    def _by_words(self, start: int, end: int, title: str, limit: int) -> Post:
        """A post whose body no list has: what stands between the last mark and the title."""
        kind = titles()[title]
        begin = self._bounded(max(limit, start - 30), start)
        if POSTED.search(title) or POSTING.search(self.text[begin:start]):
            return Post(begin, start, end, title, kind, foreign=True, posted=True)
        inside = self.places.inside(begin, start)
        begin = inside[0].start if inside else begin
        words = self.text[begin:start]
        if title in LED and words[-1:] in LEVELS and words:
            return Post(start - 1, start, end, title, kind, level=words[-1])
        if words in REGIONS:
            return Post(begin, start, end, title, kind, level=words)
        if len(words) < 2 or GENERIC.fullmatch(words):
            level = next((c for c in title if c in LEVELS), None) if kind == "government" else None
            abroad = title in ABROAD or (level is not None and self._abroad_before(start, level))
            return Post(start, start, end, title, kind, level=level, foreign=abroad)
        foreign = self._foreign(begin, start)
        return Post(begin, start, end, title, kind, None, None, (begin, start), None, foreign)

    def _abroad_before(self, position: int, level: str) -> bool:
        """访问旭川市，会见市长: whether the last place of a level before lies abroad."""
        for place in reversed(self.places.inside(max(0, position - NEAR), position)):
            if place.official.endswith(level):
                return (self.places.codes.get(place.name) or "CN")[:2] != "CN"
        return False

    def _bounded(self, begin: int, end: int) -> int:
        """Where the words before a title begin: behind the last mark or word that bounds them."""
        for mark in MARK.finditer(self.text, begin, end):
            begin = mark.end()
        for bound in bounds().finditer(self.text, begin, end):
            begin = bound.end()
        return begin

    def _foreign(self, start: int, end: int) -> bool:
        return any(
            (place.level in ("country", "region") and place.official != "中华人民共和国")
            or (self.places.codes.get(place.name) or "CN")[:2] != "CN"
            for place in self.places.inside(start, end)
        )

    def _held(self, run: list[Post], limit: int) -> Held | None:
        called = self._called(run[0], limit) if len(run) == 1 else None
        if called is not None:
            return called
        names = tuple(self._names_behind(run))
        if names:
            self._seen.update(self.text[start:end] for start, end in names)
            return Held(tuple(run), names)
        if len(run) > 1:
            return None
        before = self._name_before(run[0], limit) or self._title_alone(run[0])
        return Held((run[0],), (before,), before=True) if before else None

    def _called(self, post: Post, limit: int) -> Held | None:
        """甲局王一局长, or a person named before: the title behind the name is the person's own."""
        if post.office or post.place or not CALLED.search(post.title):
            return None
        end = post.title_start
        for start in (end - 4, end - 3, end - 2):
            if start >= limit and self.text[max(start, 0) : end] in self._seen:
                return Held((post,), ((start, end),), before=True)
        for start in (end - 3, end - 2):
            office, place = self.offices.ending(start), self.places.ending(start)
            holder = office.start if office else place.start if place else None
            if holder is None or holder < limit or not self._is_name(start, end):
                continue
            begin = self.places.chain(holder)
            own = structs.replace(
                post, start=begin, office=office, place=place, words=None, level=None
            )
            self._seen.add(self.text[start:end])
            return Held((own,), ((start, end),))
        return None

    def _is_name(self, start: int, end: int) -> bool:
        """Whether a stretch before a title reads as a name."""
        name = self.text[start:end]
        known = (
            surname_at(self.text, start) is not None and begins("no name", self.text, start) is None
        )
        return known and not self._is_title(start, end) and name[-1] not in "副总常代"

    def _names_behind(self, run: list[Post]) -> Iterator[tuple[int, int]]:
        """The names behind a post: 、 and 和 go on, a comma only within a list of names."""
        foreign = run[-1].foreign
        position = run[-1].end
        end = self.names.at(position, foreign)
        if end is None and (len(run) > 1 or run[0].office or run[0].place):
            end = self.names.trusted(position)
        while end is not None:
            yield position, end
            gloss = GLOSS.match(self.text, end)
            after = gloss.end() if gloss else end
            separator = SEPARATOR.match(self.text, after)
            comma = self.text.startswith("，", after)
            if (not separator and not comma) or self._is_sole(run[-1]):
                return
            position = separator.end() if separator else after + 1
            end = self._listed(position, comma)

    def _is_sole(self, post: Post) -> bool:
        """省长王一与李二签字: an office that one holds, of one body."""
        words = self.text[max(0, post.title_start - SEVERAL) : post.title_start]
        return SOLE.fullmatch(post.title) is not None and not MANY.search(words)

    def _listed(self, position: int, comma: bool) -> int | None:
        """The end of a further name of a list, which is no post and no office."""
        if self.offices.starting(position) is not None:
            return None
        end = self.names.at(position) or (None if comma else self.names.trusted(position))
        if end is None or (comma and self.text[end : end + 1] != "、"):
            return None
        return None if self._is_title(position, end) else end

    def _is_title(self, start: int, end: int) -> bool:
        window = self.text[start : end + 4]
        return any(found == 0 for _, found, _ in title_matcher()[1].find_matches_as_indexes(window))

    def _title_alone(self, post: Post) -> tuple[int, int] | None:
        """A title at the head of a clause that stands for its holder: 行政长官表示."""
        opens = post.title_start == 0 or MARK.match(self.text, post.title_start - 1) is not None
        alone = post.start == post.title_start and CALLED.fullmatch(post.title) is not None
        return (post.title_start, post.end) if opens and alone else None

    def _name_before(self, post: Post, limit: int) -> tuple[int, int] | None:
        """王一省长, 王省长: the few characters before a title in which the name stands."""
        end = post.title_start
        if not CALLED.search(post.title) or post.office or post.place:
            return None
        begin = self._bounded(max(limit, end - 6), end)
        return (begin, end) if begin < end and HAN_CHARACTER.match(self.text, end - 1) else None
