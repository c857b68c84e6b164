"""Names of institutions in South Korean reports: by their endings, universities by a list.

An ending (협회, 대학교) closes a name, a head before it opens one. Papers shorten
대학교 to 대, which ends too many words: such a name is taken from the list, or where
the text itself has it in full or names its president beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice

from ahocorasick_rs import AhoCorasick, MatchKind

from hapjak.reading.korean.south.names import is_korean, no_names
from hapjak.reading.korean.words import AFTER
from hapjak.reading.tables import read_table

COMPANY = re.compile(
    r"(?:㈜|\(주\)|주식회사\s)\s?[가-힣A-Za-z0-9&]{2,20}?(?=[은는이가와과을를의]?(?:[^가-힣A-Za-z0-9&]|$))|(?<![가-힣])[가-힣A-Za-z0-9&]{2,20}(?:㈜|\(주\))"
)
INTRODUCED = re.compile(
    r"(?:기업|업체|회사|여행사|대행사|공급사|제조사|운영사|개발사)인\s(?P<name>[A-Z][A-Za-z&]+(?:\s[A-Z][A-Za-z&]+){0,3}|[가-힣A-Z&]{2,14}?)(?=(?:\([^()]{1,16}\))?(?:은|는|이|가|과|와|을|를|,))"
)
GENERIC = re.compile(
    r"^(?:지방|중앙|양국|양|두|각국|각|한국|중국|일본|미국|러시아|베트남|현지|지역|도내|관내|시내|국내|국외|해외|우리|국립|시립|도립|종합|협력|거점|전문"
    r"|공공|민간|주요|명문|대표|자치|광역|기초|유관|관련|연방|주|성|시|도|군|구|이|그|본|동|문재인|윤석열|박근혜|이명박|노무현|이재명|온라인|화상|업무|실무"
    r"|사전|국제|공동|정기|교류|상호|간담|토론|정책|학술|의료|보건|대학|종합대학|여성|청년|다문화|전국|향후|현재|대형|중소|임시|의장|참여|항만|관광|도시|개발|신|구|\S*취)$"
)  # fmt: skip
CAMPUS = re.compile(r"\s?[가-힣A-Z]{2,8}캠퍼스")
# 차도담 다온식품 대표: the one word between a name and a head of business is a company
MOST_NAMES = 50  # of one text that are looked for again
BUSINESS = re.compile("대표|사장|법인장")
FIRM = re.compile(
    r"(?<![가-힣])(?P<head>[가-힣]{3})\s(?P<name>[가-힣A-Za-z&]{3,14})\s(?:공동)?(?:대표이사|대표|사장|부사장|법인장)(?=[은는이가과와을를의,.\s])"
)
NO_FIRM = re.compile(
    r"(?:기업|업체|단체|주민|학생|농가|시민|위원|협의체|참가자|청년|학부모|상인|노조|지역|부문|담당|공동|상임|수석|[은는이가을를과와의에도로]|[시군구도]|[한된할던])$"
)
PRESIDENT = re.compile("총장|산학협력단|총학생회|국제교류[처원]")
PRESIDED = re.compile(
    r"(?<![가-힣])(?P<name>[가-힣]{2,7}대)(?=(?:\(|\s(?:[가-힣]{2,4}\s)?)(?:총장|부총장|산학협력단|국제교류[처원]|총학생회)|[·,]\s?[가-힣]{2,7}대\s(?:총장|등))"
)
ENDED = re.compile(AFTER)
KEPT = ("대학교", "진흥원", "연구원", "교육청", "재단", "공사", "병원", "협회", "의료원", "연합회")
NO_UNIVERSITY = re.compile(r"(?:시대|확대|기대|봉사대|원정대|의대|공대|군부대|청와대)$")


@cache
def endings() -> tuple[dict[str, str], AhoCorasick]:
    """Endings of names with the kind of their body, and what finds them."""
    kinds = {row["ending"]: row["kind"] for row in read_table("bodies.ko-KR.tsv")}
    return kinds, AhoCorasick(list(kinds), matchkind=MatchKind.LeftmostLongest)


@cache
def _listed() -> frozenset[str]:
    return frozenset(row["name"] for row in read_table("universities.ko-KR.tsv"))


@cache
def _universities() -> AhoCorasick:
    return AhoCorasick(sorted(_listed()), matchkind=MatchKind.LeftmostLongest)


def universities(text: str, printed: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Where universities are named short: listed, told by their president, or printed in full too.

    Args:
        text: The report.
        printed: Names of institutions that the text has in full.
    """
    for _, start, end in _universities().find_matches_as_indexes(text):
        if _is_word(text, start, end):
            yield start, _with_campus(text, end)
    for match in PRESIDED.finditer(text) if PRESIDENT.search(text) else ():
        if not NO_UNIVERSITY.search(match["name"]):
            yield match.span("name")
    listed = _listed()
    for name in islice(printed, MOST_NAMES):
        short = name.removesuffix("학교")
        if name.endswith("대학교") and short not in listed:
            for match in re.finditer(re.escape(short), text):
                if _is_word(text, *match.span()):
                    yield match.start(), _with_campus(text, match.end())


def firms(text: str) -> Iterator[tuple[int, int]]:
    """Where companies are named that only the post of their head gives away."""
    if not BUSINESS.search(text):
        return
    named = (m["name"] for m in FIRM.finditer(text) if _is_firm(m["head"], m["name"]))
    for firm in islice(dict.fromkeys(named), MOST_NAMES):
        for match in re.finditer(re.escape(firm), text):
            if _is_word(text, *match.span()):
                yield match.span()


def _is_firm(head: str, name: str) -> bool:
    plain = name in no_names() or GENERIC.match(name) or NO_FIRM.search(name)
    return is_korean(head) and not plain and not is_korean(name)


def _with_campus(text: str, end: int) -> int:
    """동국대 경주캠퍼스: the campus is part of the name."""
    campus = CAMPUS.match(text, end)
    return campus.end() if campus else end


def _is_word(text: str, start: int, end: int) -> bool:
    """Whether a name stands there with no more than its particle."""
    inside = start > 0 and "가" <= text[start - 1] <= "힣"
    return not inside and ENDED.match(text, end) is not None


def abbreviates(short: str, full: str) -> bool:
    """Whether a name is another with syllables left out, its kind kept."""
    kind = full.removesuffix("교") if full.endswith("대학교") else full
    if short[-1] not in (full[-1], kind[-2]) or not full.endswith(tuple(KEPT)):
        return False
    rest = iter(full)
    return all(syllable in rest for syllable in short)
