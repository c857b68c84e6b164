"""The words before a post: which of them are a body, and where the phrase begins."""

from __future__ import annotations

import re

from msgspec import Struct

from hapjak.reading.korean.south import names
from hapjak.reading.korean.south.bodies import SouthBodies
from hapjak.reading.korean.south.gazetteer import COUNTRIES, at_home, code_of, shorts
from hapjak.reading.korean.south.posts import titles
from hapjak.reading.model import OrganisationKind
from hapjak.reading.tables import read_table

TOKEN = re.compile(r"\([^()\n]{1,40}\)|[가-힣A-Za-z0-9㈜&]+(?:[·‧][가-힣A-Za-z0-9]+)*|\n|[^\s]")
WINDOW = 90  # characters in which a name is looked for before its post
MODIFIERS = COUNTRIES | {
    row["word"] for row in read_table("words.ko-KR.tsv") if row["list"] == "modifier"
}
BODYISH = re.compile(
    r"(?:도|군|구|동|읍|성|현|주|청|부|처|국|과|실|팀|단|원|관|소|회|대|대학교?|병원|센터|본부|재단|공사|공단|은행|그룹|법인|학교|지부|지사|조합|연맹|당|전자|산업|기술|개발|협의회)$"
)  # fmt: skip
ENDED = re.compile(
    r"(?:에서|에게|으로|부터|까지|에는|에도|했던|라는|이라|하고|하며|해서|에|를|을|는|와|의)$"
)
HEADED = re.compile(
    r"(?:지사|시장|군수|구청장|교육감|의장|성장|주석|당?서기|총영사|대사|총장|회장|위원장|대표|대표이사|사장|원장|이사장|국장|청장|단장|본부장)[와과은는이가의]$"
)
OWN = frozenset("도시군구")  # the report's own government
ABROAD = "주"  # 주 호치민 총영사: sent to


class Token(Struct, frozen=True):
    """A word before a post; `gloss` is what stands in brackets behind it."""

    text: str
    start: int
    end: int
    gloss: str


class Phrases:
    """The phrases of one text that end in a post."""

    def __init__(self, text: str, bodies: SouthBodies) -> None:
        self.text = text
        self.bodies = bodies

    def chain(self, position: int) -> list[Token]:
        """The words before a post, the nearest first, up to a mark or a particle."""
        begin = max(0, position - WINDOW)
        pieces = list(TOKEN.finditer(self.text, begin, position))
        chain: list[Token] = []
        gloss = ""
        for piece in reversed(pieces):
            word = piece[0]
            if word[0] == "(" and len(word) > 2:
                gloss = word[1:-1]
                continue
            if not re.match(r"[가-힣A-Za-z0-9㈜中日美]", word):
                break
            if piece.start() == begin and begin:
                break
            before = _behind_title(word)
            if before:  # 갑시장·홍길동
                chain.append(Token(word[before:], piece.start() + before, piece.end(), gloss))
                break
            if self._ends_a_phrase(word, bool(gloss), chain) or _is_title(word):
                break
            chain.append(Token(word, piece.start(), piece.end(), gloss))
            gloss = ""
        return chain

    def _ends_a_phrase(self, word: str, glossed: bool, behind: list[Token]) -> bool:
        """A word with a particle is no part of a name with its post."""
        if word.endswith(("으로", "에서", "에게", "까지", "부터")):
            return True
        foreign = bool(behind) and names.sounds_foreign(behind[-1].text)
        japanese = bool(behind) and (
            names.could_be_japanese(word, behind[-1].text)
            or names.is_japanese(word, behind[-1].text)
        )
        if (foreign and names.sounds_foreign(word)) or japanese:
            return self.bodies.is_place(
                word[:-1]
            )  # 뭉흐다와 보양델게르: not every 와 is a particle
        if glossed or names.is_korean(word) or self.bodies.is_place(word):
            return False
        return bool(
            ENDED.search(word) or names.VERBAL.search(word) or word.endswith("로")
        ) and not names.is_chinese(word)

    def is_body(self, token: Token) -> bool:
        if token.text in names.FIRST_NAMES and not self.bodies.inside(token.start, token.end):
            return False
        if token.text in MODIFIERS or token.text in (*OWN, ABROAD) or _is_short_place(token.text):
            return True
        named = names.is_korean(token.text) or names.sounds_chinese(token.text)
        if named and not self.covered(token):
            return False
        if self.covered(token):
            return True
        return len(token.text) > 2 and bool(BODYISH.search(token.text)) and not token.gloss

    def covered(self, token: Token) -> bool:
        """Whether a body or a region is named there."""
        return self.bodies.covers(token.start, token.end) or self.bodies.is_place(token.text)

    def foreign_place(self, token: Token) -> bool:
        named = self.bodies.inside(token.start, token.end) or [
            n for n in (self.bodies.at(token.start),) if n
        ]
        sides = [self.bodies.side_of(n.body) for n in named]
        if not named and token.text in shorts():
            return not at_home(code_of(shorts()[token.text]))  # 밀라노 시장
        return any(
            s and s.kind is OrganisationKind.GOVERNMENT and not at_home(s.territory) for s in sides
        )


def _behind_title(word: str) -> int:
    """Where a name begins that a point joins to a post before it: 갑시장·홍길동; 0 for none."""
    cut = max(word.rfind("·"), word.rfind("‧"))
    return cut + 1 if cut > 0 and HEADED.search(word[:cut] + "은") else 0


def _is_title(word: str) -> bool:
    """지사와, 경북도지사와: a post that the phrase before it ended in."""
    return word in titles() or HEADED.search(word) is not None


def _is_short_place(word: str) -> bool:
    """칭다오, 주칭다오: a place without its level."""
    return word in shorts() or (word[0] == "주" and word[1:] in shorts())
