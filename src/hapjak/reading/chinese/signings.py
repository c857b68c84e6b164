"""Acts of signing that a report tells of more than once: each is one commitment.

The act is told in the lead, with its title at the ceremony, and again as what
a count sums up (3项协议); the fullest of these stands (rule 6 of the contract).
"""

from __future__ import annotations

import re

from msgspec import Struct

from hapjak.reading.chinese.dates import number_of
from hapjak.reading.lines import Said
from hapjak.reading.model import Firmness

VERB = re.compile(r"签署|签订|签约|签下|缔结|签字")
COUNT = re.compile(r"[\d一二两三四五六七八九十]{1,3}(?=[个项份])")
TAIL = 4  # characters by which two wordings of one instrument are known
MOST = 40  # acts of signing compared with each other; no report tells of more


class Signing(Struct, frozen=True):
    """One act as told: what is signed, how many it counts, how many titles its sentence prints."""

    said: Said
    words: str
    count: int
    titles: int

    @property
    def counted(self) -> bool:
        return self.count > 0 or self.titles > 0


def once_each(told: list[Said]) -> list[Said]:
    """What is said, without acts of signing that another sentence tells better."""
    signings = [_signing(said) for said in told if said.firmness is Firmness.SIGNED]
    compared = signings[:MOST]
    dropped = {id(one.said) for one in compared if _is_told_better(one, compared)}
    return [said for said in told if id(said) not in dropped]


def _signing(said: Said) -> Signing:
    offset = said.sentence.start
    words = said.sentence.text[said.start - offset : said.end - offset]
    before, _, after = words.partition(next(iter(VERB.findall(words)), "\0"))
    object_ = before if words.startswith("举行") else re.split("[，；。]", after.lstrip("了"))[0]
    count = COUNT.search(words)
    titles = said.sentence.text.count("《") if "《" in words else 0
    return Signing(said, object_, number_of(count[0]) if count else 0, titles)


def _is_told_better(one: Signing, signings: list[Signing]) -> bool:
    """Whether another sentence tells the same act with its titles, or in more words."""
    others = [other for other in signings if other is not one]
    if one.counted:
        return one.count > 0 and any(other.titles == one.count for other in others)
    if any(other.counted and other.said.sentence is not one.said.sentence for other in others):
        return True
    tail = one.words[-TAIL:]
    rank = (len(one.words), -one.said.start)
    return any(
        tail in other.words and (len(other.words), -other.said.start) > rank for other in others
    )
