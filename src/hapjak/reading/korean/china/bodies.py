"""The bodies of government, party and economy that a Korean report names.

A name is told by how it ends (`data/bodies.ko-CN.tsv`) and by what it begins
with: a place (길림성외사판공실), the level of a place left unnamed (주상무국,
성당위), or any name (연변대학). Chains are mostly written as one word; where a
report parts them (길림성 외사판공실), the parts are joined again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from hapjak.reading.bodies import Bodies, Named
from hapjak.reading.drafts import Body
from hapjak.reading.korean.china.places import FORMS, PREFIXES, base_of, find_places
from hapjak.reading.korean.words import AFTER, PARTICLES, squeeze
from hapjak.reading.model import OrganisationKind
from hapjak.reading.tables import read_table
from hapjak.reading.territories import country_names

WORD = re.compile(r"[가-힣A-Za-z0-9]+(?:\([가-힣]{1,8}\)[가-힣]{3,20})?")
REPUBLIC = re.compile(r"(?<![가-힣])[가-힣]{2,8}\([가-힣]{2,8}\)(?:공화국|자치주|변강구)")
CENTRE = re.compile(rf"중공\s?중앙\s(?P<name>[가-힣]{{2,8}}부){AFTER}")
LOCAL_FIRM = re.compile(r"\s등\s(?P<place>\S+?)\s(?:현지|지역|소재)\s?기업")
STANDING = "상무위원회"
LEVEL_WORDS = frozenset("성주시현구진향")
PARTY_ENDS = re.compile(r"(?<=[성시도주구현])(?:당위원회|당위|위원회|위)$")
ACTS = re.compile(
    r"(?:\([^()]{1,20}\))?(?:인민)?(?:정부)?(?:은|는|이|가|와|과|측|량)[\s,가-힣]"
    r"|\s(?:[가-힣]{2,8}\s?)?(?:부문|부서|정부)(?:은|는|이|가)\s"
    r"|\s?(?:관리위원회|당사업위원회|대표단|지도자)|\s[가-힣]{2,4}\s?(?:부?주임|부?서기)"
)
OURS = re.compile(r"(?<![가-힣])우리\s?(?P<level>[성주시현])(?=(?:은|는|에서는|와|과)\s)")
AND = re.compile(r"(?:와|과)\s(?:한국\s|일본\s|로씨야\s)?")
IN_ROW = re.compile(r"(?:와|과)\s(?:한국\s|일본\s|로씨야\s)?|\s?[,、·ㆍ]\s?|[—–-]")
# 갑, 을, 병 등 3개 시와 정: so many of a kind, so each word of the row is one
NAME = re.compile(r"[가-힣]{2,4}")
COUNTED_ROW = re.compile(
    r"(?<![가-힣])(?P<names>(?:[가-힣]{2,4}[,、·ㆍ]\s?){1,11}[가-힣]{2,4})\s(?:등\s)?\d{1,2}개\s(?:도시|시|성|지역|주|현|구)"
    r"(?:(?:와|과)\s(?P<other>[가-힣]{2,4})(?=[\s,]))?(?![가-힣]{2})"
)
PARENTS = (OrganisationKind.GOVERNMENT, OrganisationKind.PARTY, OrganisationKind.LEGISLATURE)
LONGEST_TAIL = 12
LONGEST_ROW = 12  # names that one verb may have before it
ROW_JOINT = re.compile(r"\s?[,、·ㆍ]\s?|\s및\s")
REMEMBERED = 65_536  # words whose reading is kept
_PARTICLES = frozenset(PARTICLES)
# 중한(장춘)국제협력시범구(이하 중한시범구로 략칭): a shorter name from here on
BRIEF = re.compile(r"\(이하\s(?P<name>[가-힣]{2,10}?)(?:으로|로|라고?)?(?:\s?략칭)?\)")
# 항대그룹리사장: a post glued behind the company it is held in
COMPANIES = ("그룹", "회사", "공사", "은행")
HELD_POST = re.compile(
    r"(?P<body>[가-힣A-Za-z]{2,20}(?:그룹|회사|공사|은행|대학|병원|협회|상회))"
    r"(?:부?총경리|부?총재|(?:부|명예)?리사장|동사장|부?회장|리사회주석|부?교장|부?총장|부?원장|당위서기|부?비서장)"
)
HERE = ("중국", "한국", "조선")


@dataclass(frozen=True, slots=True)
class Tail:
    """How a body's name ends, and what must stand before it."""

    text: str
    kind: str
    where: str


@cache
def _tails() -> dict[str, Tail]:
    rows = read_table("bodies.ko-CN.tsv")
    return {row["tail"]: Tail(row["tail"], row["kind"], row["where"]) for row in rows}


@cache
def _words(name: str) -> tuple[str, ...]:
    return tuple(row["word"] for row in read_table("words.ko-CN.tsv") if row["list"] == name)


@cache
def countries() -> dict[str, str]:
    """Names of countries, short and full, with their codes."""
    return country_names(*FORMS)


@cache
def _embassy() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, countries()), key=len, reverse=True))
    return re.compile(
        rf"(?:(?<![가-힣])[가-힣]{{2,8}}\s?주재\s)?(?<![가-힣])(?P<country>{names})\s?(?:총령사관|령사관|대사관)"
    )


class ChinaBodies(Bodies):
    """The bodies of a Korean text."""

    def __init__(self, text: str) -> None:
        self._tails = _tails()
        self._where = find_places(text)
        self._used: set[int] = set()
        self._missions: dict[str, Body] = {}  # embassies and consulates by country
        super().__init__(text, dict(self._where.codes), base_of)
        self._local_firms()

    def key_of(self, name: str) -> str:
        """One key for a body's spellings: 중공 갑성위원회, 갑성당위."""
        return PARTY_ENDS.sub("위원회", squeeze(name).removeprefix("중공"))

    def scan(self) -> list[Named]:
        found: list[Named] = []
        self._places_by_head = _by_head([*self.places, *self._where.aliases])
        self._brief: dict[str, Body] = {}
        for match in WORD.finditer(self.text):
            word = match[0]
            if word[:2] not in self._places_by_head and not _may_be_body(word):
                continue
            last = found[-1] if found else None
            near = last if last and self.text[last.end : match.start()] in ("", " ") else None
            named = next(
                filter(None, (self._named(b, match.start(), near) for b in _bare(match[0]))), None
            )
            if named and near and named.start == near.start:
                found[-1] = named
            elif named:
                found.append(named)
            brief = BRIEF.match(self.text, named.end) if named else None
            if named and brief:
                self._brief[brief["name"]] = named.body
        return [
            *self._of_the_centre(),
            *self._embassies(),
            *self._republics(),
            *self._short_rows(),
            *self._counted_rows(),
            *self._ours(),
            *found,
        ]

    def _ours(self) -> list[Named]:
        """우리 주는: the paper's own region acts."""
        found = []
        for match in OURS.finditer(self.text):
            place = self._where.of_level(match["level"], match.start())
            if place is not None:
                body = self._office(match[0], "same", place)
                found.append(Named(*match.span(), body))
        return found

    def _short_rows(self) -> list[Named]:
        """연변과 녕파; 온주, 주산, 소흥 등 3개 시: places in a row act, though no level is printed."""
        places: list[tuple[int, int, str | None]] = [*self._where.short]
        places += [(at, at + len(name), None) for at, name in self._where.stands]
        places.sort(key=lambda place: place[:2])
        found: list[Named] = []
        row: list[tuple[int, int, str | None]] = []
        for place in places:
            if row and not IN_ROW.fullmatch(self.text, row[-1][1], place[0]):
                found.extend(self._row(row))
                row = []
            row.append(place)
        return [*found, *self._row(row)]

    def _row(self, row: list[tuple[int, int, str | None]]) -> Iterator[Named]:
        """The short names of a row in which two are joined by 와."""
        if any(AND.match(self.text, one[1]) for one, _ in pairwise(row)):
            for start, end, full in row:
                if full and full not in self.places and full not in self._where.aliases:
                    yield self._short_name(start, end, full)

    def _counted_rows(self) -> Iterator[Named]:
        """온주, 주산 등 2개 시와 소흥: where one name is a place, all so counted are."""
        known = {(start, end): full for start, end, full in self._where.short}
        for match in COUNTED_ROW.finditer(self.text):
            begin = match.start()
            spans = [(begin + w.start(), begin + w.end()) for w in NAME.finditer(match["names"])]
            spans += (
                [match.span("other")] if match["other"] and match.span("other") in known else []
            )
            if any(span in known for span in spans):
                yield from (self._short_name(*span, known.get(span)) for span in spans)

    def _short_name(self, start: int, end: int, full: str | None) -> Named:
        """A place by its short name, which stays the name of its government."""
        name = self.text[start:end]
        body = self.body(name, OrganisationKind.GOVERNMENT, full, spelled=full)
        body.name = name if body.name == full else body.name
        return Named(start, end, body)

    def all(self) -> list[Body]:
        """Bodies that act, meet or hold posts; a place that is only a place is none."""
        return [body for body in super().all() if self._acts(body)]

    def use(self, body: Body | None) -> None:
        """A body has a part in what is told."""
        if body is not None:
            self._used.add(id(body))

    def _acts(self, body: Body) -> bool:
        if body.kind is not OrganisationKind.GOVERNMENT or body.side or id(body) in self._used:
            return True
        return any(self._acts_at(end) for _, end in body.spans)

    def _acts_at(self, end: int) -> bool:
        """Whether the name that ends here acts, or stands in a row whose last name does."""
        for _ in range(LONGEST_ROW):
            if ACTS.match(self.text, end):
                return True
            joint = ROW_JOINT.match(self.text, end)
            following = self.at(joint.end()) if joint else None
            if following is None:
                return False
            end = following.end
        return False

    def of_word(self, word: str, start: int) -> Body | None:
        """The body that the head of a word is (갑성당 of 갑성당서기); it counts as named there."""
        country = self.country(word, start)
        if country or len(word) < 2 or (word[1:] == "위" and word[0] not in LEVEL_WORDS):
            return country
        body = self._of_a_place(word, start) or self._elided(word, start)
        if body is None and word in self._short:
            body = self.ensure_government(word)
        if body is None and word.endswith(COMPANIES):
            body = self._any(word, start + len(word))
        if body is not None:
            body.spans.append((start, start + len(word)))
        return body

    def of_name(self, word: str, start: int) -> Body | None:
        """The body of any name that a word is; it counts as named there."""
        body = self._any(word, start + len(word))
        if body is not None:
            body.spans.append((start, start + len(word)))
        return body

    def country(self, word: str, start: int) -> Body | None:
        """A country by its name, as the government that an ambassador or consul is of."""
        if not self.is_country(word):
            return None
        code = countries()[word]
        body = self._missions.get(code) or self._by_key.setdefault(
            (OrganisationKind.GOVERNMENT, word), Body(word, OrganisationKind.GOVERNMENT, code)
        )
        body.spans.append((start, start + len(word)))
        return body

    def full_name(self, place: str) -> str:
        return super().full_name(self._where.aliases.get(place, place))

    def is_place(self, name: str) -> bool:
        return super().is_place(name) or name in self._where.aliases or self._where.is_known(name)

    def is_country(self, word: str) -> bool:
        return word in countries()

    def is_abroad(self, body: Body) -> bool:
        """Whether a body is of neither China nor Korea, whose names have surnames of here."""
        place = (body.side or body).territory
        if place is not None:
            return not place.startswith(("CN", "KR", "KP"))
        at = min(body.spans, default=(0, 0))[0]
        before = self.text[max(0, at - 8) : at].split()
        return bool(before) and self.is_country(before[-1]) and before[-1] not in HERE

    def _of_the_centre(self) -> list[Named]:
        """Departments of the Party's centre: 중공중앙 with the department's name."""
        return [
            Named(*match.span(), self.body(match[0], OrganisationKind.PARTY, None))
            for match in CENTRE.finditer(self.text)
        ]

    def _embassies(self) -> list[Named]:
        """조선 주재 중국대사관, 심양주재 한국 총령사관: the body, with where it is stationed."""
        found = []
        for match in _embassy().finditer(self.text):
            code = countries()[match["country"]]
            known = self._missions.get(code)
            if known is None or "주재" in match[0]:
                known = self.body(match[0], OrganisationKind.GOVERNMENT, None)
            known.territory = code
            body = self._missions.setdefault(code, known)
            found.append(Named(*match.span(), body))
        return found

    def _republics(self) -> list[Named]:
        """사하(야쿠트)공화국: a name with a gloss inside."""
        return [
            Named(*match.span(), self.body(match[0], OrganisationKind.GOVERNMENT, None))
            for match in REPUBLIC.finditer(self.text)
        ]

    def _named(self, word: str, start: int, last: Named | None) -> Named | None:
        """The body that a word without its particles is, alone or with the mention before it."""
        end = start + len(word)
        if last and (body := self._joined(word, last, end)):
            return Named(last.start, end, body)
        body = (
            self._brief.get(word)
            or self._of_a_place(word, start)
            or self._elided(word, start)
            or self._any(word, end)
        )
        return Named(start, end, body) if body else None

    def _joined(self, word: str, last: Named, end: int) -> Body | None:
        """길림성 외사판공실, 주인대 상무위원회, 길림대학 당위."""
        name = self.text[last.start : end]
        if word == STANDING and last.body.kind is OrganisationKind.LEGISLATURE:
            last.body.name = max(last.body.name, name, key=len)
            return last.body
        if last.body.kind is OrganisationKind.INSTITUTE and word in ("당위", "당위원회"):
            return self._part(name, OrganisationKind.PARTY, last.body)
        if last.body.kind is OrganisationKind.INSTITUTE and word.endswith("부속병원"):
            return self._part(name, OrganisationKind.INSTITUTE, last.body)
        place = self._place_of(last.body)
        if place is None or last.body.kind not in PARENTS or word in self.places:
            return None
        whole = last.body.kind is OrganisationKind.GOVERNMENT and last.body.side is None
        tail = self._place_tail(word, elided=True) or self._place_tail(word, elided=False)
        rooted = word.startswith(_words("department"))
        if tail is None or not whole or (tail == "part" and not rooted):
            return None
        return self._office(name, tail, place)

    def _part(self, name: str, kind: OrganisationKind, whole: Body) -> Body:
        body = self.body(name, kind, None)
        body.side = body.side or whole
        return body

    def _place_of(self, body: Body) -> str | None:
        return next((p for p in self.places if self._government(p) is (body.side or body)), None)

    def _government(self, place: str) -> Body | None:
        return self._by_key.get((OrganisationKind.GOVERNMENT, place))

    def _of_a_place(self, word: str, start: int) -> Body | None:
        """길림성, 중공길림성위원회, 연변주당위, 장춘시상무국."""
        party = word.startswith("중공")
        prefix = next((p for p in PREFIXES if word.startswith(p) and len(word) > len(p) + 2), "")
        plain = word[len(prefix) :]
        place = next(
            (p for p in self._places_by_head.get(plain[:2], ()) if plain.startswith(p)), None
        )
        if place is None:
            return None
        rest = plain[len(place) :]
        spelled = plain
        if place in self._where.aliases:
            place = self._where.aliases[place]
            spelled = place + rest
        if not rest:
            kind = OrganisationKind.PARTY if party else OrganisationKind.GOVERNMENT
            joined = party or self.text[max(0, start - 3) : start].strip() != "중공"
            return self.body(word if party else place, kind, place) if joined else None
        tail = self._place_tail(rest, elided=False)
        return self._office(word if party else plain, tail, place, spelled) if tail else None

    def _elided(self, word: str, start: int) -> Body | None:
        """성당위, 주인대, 시상무국: the place's name is left out."""
        if word[0] not in LEVEL_WORDS or len(word) < 2:
            return None
        tail = self._place_tail(word[1:], elided=True)
        if tail is None:
            return None
        place = self._where.of_level(word[0], start)
        if place is None:
            kind = (
                OrganisationKind.GOVERNMENT if tail in ("same", "part") else OrganisationKind(tail)
            )
            return self.body(word, kind, None)
        return self._office(word, tail, place, spelled=place + word[1:])

    def _place_tail(self, rest: str, elided: bool) -> str | None:
        """The kind of body that stands on a place; 외사판공실 and the like are its parts."""
        tail = self._tails.get(rest)
        if tail and tail.where == "place":
            return None if elided and rest in ("위원회", "의회") else tail.kind
        if rest.startswith(("당위", "인대")) and len(rest) > 2:
            inner = self._tails.get(rest[2:].removeprefix("원회"))
            return "party" if inner and inner.kind == "party" else None
        if elided:
            known = rest.startswith(_words("department")) and rest.endswith(
                _words("department end")
            )
            return "part" if known else None
        return "part" if len(rest) > 2 and rest.endswith(_words("department end")) else None

    def _office(self, name: str, tail: str, place: str, spelled: str | None = None) -> Body:
        """The body on a place; its government under any name is one."""
        if tail == "same":
            body = self.body(place, OrganisationKind.GOVERNMENT, place)
            if body.name not in self.places:
                body.name = name  # 주정부, where the place itself is never printed
            return body
        kind = OrganisationKind.GOVERNMENT if tail == "part" else OrganisationKind(tail)
        body = self.body(name, kind, place, spelled)
        if not body.name.removeprefix("중공").startswith(place) and place in name:
            body.name = name  # the fullest form that the text prints
        return body

    def code_of(self, place: str) -> str | None:
        return self.places.get(place) or self._where.code_of(place)

    def _any(self, word: str, end: int) -> Body | None:
        """연변대학, 길림신문사: any name before the ending."""
        for length in range(min(len(word) - 2, LONGEST_TAIL), 1, -1):
            tail = self._tails.get(word[-length:])
            if tail and tail.where == "name":
                zone = tail.text.endswith("구")
                if _is_generic(word[:-length]) or (zone and not ACTS.match(self.text, end)):
                    return None
                return self.body(self._without_country(word), OrganisationKind(tail.kind), None)
        return None

    def _without_country(self, word: str) -> str:
        """한국청람협회 is 청람협회 where the text calls it so as well."""
        prefix = next((p for p in PREFIXES[1:] if word.startswith(p)), "")
        own = word[len(prefix) :]
        alone = re.search(rf"(?<![가-힣]){re.escape(own)}", self.text) if prefix else None
        return own if alone else word

    def _local_firms(self) -> None:
        """“A 등 갑성 현지 기업” tells on which side a company stands."""
        for mention in self.mentions:
            match = LOCAL_FIRM.match(self.text, mention.end)
            if match and mention.body.kind is OrganisationKind.COMPANY:
                mention.body.side = self.government(match["place"])


def _is_generic(prefix: str) -> bool:
    """Whether what stands before an ending is made of common words alone: 국내 유명 대학."""
    while prefix:
        word = next((w for w in _words("no body name") if prefix.endswith(w)), None)
        if word is None:
            return False
        prefix = prefix[: -len(word)]
    return True


def _by_head(places: Iterable[str]) -> dict[str, list[str]]:
    """Places by their first two syllables, the longest first."""
    heads: dict[str, list[str]] = {}
    for place in sorted(places, key=len, reverse=True):
        heads.setdefault(place[:2], []).append(place)
    return heads


@lru_cache(maxsize=REMEMBERED)
def _bare(word: str) -> tuple[str, ...]:
    """A word as it stands, without one particle, without two, then without a post glued to it."""
    found = [word]
    for _ in range(2):
        last = found[-1]
        ending = next(
            (last[-n:] for n in range(min(4, len(last) - 2), 0, -1) if last[-n:] in _PARTICLES),
            None,
        )
        if ending is None:
            break
        found.append(last[: -len(ending)])
    held = HELD_POST.fullmatch(found[-1])
    return (*found, held["body"]) if held else tuple(found)


@lru_cache(maxsize=REMEMBERED)
def _may_be_body(word: str) -> bool:
    """Whether a word has a body's ending, or a beginning that could be one's."""
    ends = (*_tails(), *_words("department end"))
    return any(
        bare[0] in LEVEL_WORDS or bare.startswith(PREFIXES) or bare.endswith(ends)
        for bare in _bare(word)
    )
