"""Words that are posts: a title, what is glued before it, and whose post it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind
from msgspec import Struct
from msgspec.structs import replace

from hapjak.reading.drafts import Body
from hapjak.reading.korean.south.bodies import SouthBodies
from hapjak.reading.korean.south.gazetteer import COUNTRIES
from hapjak.reading.korean.words import PARTICLES
from hapjak.reading.model import OrganisationKind
from hapjak.reading.tables import read_table

TAILS = frozenset(
    {"", "님", "들", "겸", "이며", "이자", "이고", "인", "이었던", "에게는", "께서는", "께", "이라고", "으로부터", "로부터",
     "이하", "간", "간의", "까지", "들과의", "들의", "들도", "과도", "와도", "직", *PARTICLES}
)  # fmt: skip
HANGUL_BEFORE = re.compile(r"[가-힣A-Za-z0-9]{0,24}$")
HANGUL_AFTER = re.compile(r"[가-힣]{0,6}")
# Heads of departments carry the department's name in their title: 국제협력과장.
DEPARTMENT = re.compile(
    r"(?:과장|국장|실장|본부장|단장|팀장|처장|차장|담당관|정책관|기획관|협력관|심의관|조정관|추진관|홍보관|관리관|위원장|위원|청장|주임|소장|관장|센터장"
    r"|부총장|부단장|부위원장|부장|이사|특보|의원|대표|사장|감독|회장|원장)$"
)  # fmt: skip
NEVER_GLUED = re.compile(
    r"(?:^(?:상설|종합)?전시장|[야축농배족]구장|경기구장|^[고경]\S*성장|주차장|현장|주장)$"
)
AMBIGUOUS = frozenset(
    [
        "현장",
        "주장",
        "부현장",
        "부주장",
        "공사",
        "감사",
        "성장",
        "시장",
        "담당",
        "대표",
        "위원",
        "이사",
        "감독",
        "의원",
        "과장",
        "차장",
        "단장",
        "주임",
        "무관",
        "구장",
    ]
)
# 주지사 대행, 시장 권한대행: in the place of who holds the post
DEPUTY = re.compile(rf"(?P<place>\s(?:권한|직무)?대행)(?P<tail>{'|'.join(PARTICLES)}|)(?![가-힣])")
WHOLE_LEVEL = "특별자치도지사"
MISSION = re.compile(r"주(?:[가-힣]{2,10}|[일중미러독영불])$")
PEOPLES = "인민"
OWN = frozenset("도시군구")
NAME = 3  # syllables of a name
LONGEST_TITLE = 10


class Title(Struct, frozen=True):
    """A row of the list of posts."""

    kind: str
    levels: str
    abroad: bool


class Post(Struct, frozen=True):
    """A post in the text: `start` and `end` bound the word without its particle."""

    title: str
    row: Title
    start: int
    end: int
    tail: str
    prefix: str  # what is glued before the title and is no part of it
    body: Body | None  # whom the prefix names
    plain: bool  # nothing is glued before the title


@cache
def titles() -> dict[str, Title]:
    """All titles of the list."""
    return {
        row["title"]: Title(row["kind"], row["levels"], row["abroad"] == "1")
        for row in read_table("posts.ko-KR.tsv")
    }


@cache
def _matcher() -> AhoCorasick:
    return AhoCorasick(list(titles()), matchkind=MatchKind.LeftmostLongest)


def find_posts(text: str, bodies: SouthBodies) -> Iterator[Post]:
    """All words of a text that are posts, in order."""
    done = 0
    for _, hit, end in _matcher().find_matches_as_indexes(text):
        if hit < done:
            continue
        before = HANGUL_BEFORE.search(text, max(0, hit - 24), hit)
        after = HANGUL_AFTER.match(text, end)
        start = before.start() if before else hit
        stop = after.end() if after else end
        done = stop
        post = _read(text, start, stop, bodies)
        deputy = DEPUTY.match(text, stop) if post and not post.tail else None
        if post and deputy:
            title = post.title + deputy["place"]
            post = replace(post, title=title, end=deputy.end("place"), tail=deputy["tail"])
        if post:
            yield post


def _read(text: str, start: int, stop: int, bodies: SouthBodies) -> Post | None:
    word = text[start:stop]
    for cut in range(len(word), 1, -1):
        title = _title_at_end(word[:cut]) if word[cut:] in TAILS else None
        if title:
            return _post(word[:cut], title, start, word[cut:], bodies)
    return None


def _title_at_end(stem: str) -> str | None:
    return next(
        (stem[-n:] for n in range(min(LONGEST_TITLE, len(stem)), 1, -1) if stem[-n:] in titles()),
        None,
    )


def _post(stem: str, title: str, start: int, tail: str, bodies: SouthBodies) -> Post | None:
    if title == WHOLE_LEVEL:
        title = "도지사"  # 강원특별자치도지사 is the governor of 강원특별자치도
        prefix = stem.removesuffix("지사") if stem != WHOLE_LEVEL else ""
    else:
        prefix = stem[: -len(title)]
    end = start + len(stem)
    row = titles()[title]
    if not prefix:
        return Post(title, row, start, end, tail, "", None, True)
    if prefix in OWN and title in ("의장", "부의장", "의원"):
        return Post(title, row, start, end, tail, "", None, True)
    body = _named_by(prefix, title, row, start, bodies)
    if body is None and NEVER_GLUED.search(stem):
        return None
    if body:
        return Post(_without_level(stem, title, prefix), row, start, end, tail, prefix, body, False)
    if body is None and _speaks_for(prefix, title):
        return Post(title, row, start, end, tail, prefix, None, False)
    if DEPARTMENT.search(title) and not prefix.isascii():
        place, rest = _place_head(prefix, bodies)
        whole = rest + title
        return Post(whole, row, start, end, tail, prefix if place else "", place, place is None)
    return None


def _speaks_for(prefix: str, title: str) -> bool:
    """주한 일본대사, 주부산 중국총영사: the country is glued to the title."""
    return title.endswith(("대사", "영사")) and prefix in COUNTRIES


def _without_level(stem: str, title: str, prefix: str) -> str:
    """경기도지사 is the 도지사 of 경기도, 시즈오카현지사 the 지사 of 시즈오카현."""
    if prefix == "연해":
        return title.removeprefix("주")  # the level belongs to the name: 연해주 지사
    if title == "현지사":
        return "지사"
    return "도지사" if title == "지사" and prefix.endswith("도") else title


def _place_head(prefix: str, bodies: SouthBodies) -> tuple[Body | None, str]:
    """A region at the head of a department's name: 충남도국제협력과장."""
    for n in range(len(prefix) - 1, 1, -1):
        if prefix[:n] in bodies.places:
            return bodies.ensure_government(prefix[:n]), prefix[n:]
    return None, prefix


def _named_by(prefix: str, title: str, row: Title, start: int, bodies: SouthBodies) -> Body | None:
    """Whose post it is by what is glued before the title."""
    if title in ("의장", "부의장", "의원") and (
        prefix.endswith("의회") or bodies.region_of(prefix, "시도군구")
    ):
        return bodies.named(start, start + len(prefix), _legislature(prefix, bodies))
    if row.levels:
        bare = prefix.removesuffix(PEOPLES)
        level = title[0] if title[0] in row.levels else ""  # 안산시장 is of 안산시
        government = bodies.region_of(bare, row.levels, level)
        if government is None and len(bare) > 4:
            government = bodies.region_of(bare[NAME:], row.levels)  # 홍길동대전시장
        if government:
            return bodies.named(start, start + len(prefix), government)
    if title in ("교육감", "부교육감"):
        region = bodies.region_of(prefix, "도시")
        if region:
            board = bodies.body(prefix + "교육청", OrganisationKind.GOVERNMENT, region.name)
            return bodies.named(start, start + len(prefix), board)
    if MISSION.match(prefix) and title.endswith(("영사", "대사")):
        name = prefix + ("대사관" if title.endswith("대사") else "총영사관")
        mission = bodies.body(name, OrganisationKind.GOVERNMENT, None)
        return bodies.named(start, start + len(prefix) + len(title), mission)
    return _institution(start + len(prefix), bodies)


def _institution(position: int, bodies: SouthBodies) -> Body | None:
    """외교부장관 is of 외교부, 갑산연구원장 of 갑산연구원: one syllable of the title may be the body's."""
    for end in (position, position + 1):
        named = bodies.ending_at(end)
        if named and named.body.name not in bodies.places:
            return named.body
    return None


def _legislature(prefix: str, bodies: SouthBodies) -> Body:
    """도의회의장, 화성시의장: the assembly of the place."""
    name = prefix if prefix.endswith("의회") else prefix + "의회"
    place = name.removesuffix("의회")
    return bodies.body(
        name, OrganisationKind.LEGISLATURE, place if place in bodies.places else None
    )
