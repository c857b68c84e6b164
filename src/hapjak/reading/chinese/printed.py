"""A text as the rules read it, and the words they found as the source prints them.

Rules and word lists are written once, in simplified characters and full-width
marks. `plain` brings a text there character by character, so that every place
stays the same; `as_printed` brings the found words back.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec.structs import replace

from hapjak.hanja import simplify
from hapjak.reading.facts import Facts
from hapjak.reading.model import Commitment, Forms, Person

MARKS = {",": "，", ";": "；", ":": "：", "(": "（", ")": "）"}
HALF_WIDTH = re.compile("[,;:()]")
VARIANTS = str.maketrans(  # characters that have several simplified ones, as these reports use them
    "遊裏裡週佔徵籤佈瞭祇衆峯羣綫爲説録叁麪昇陞箇榖蔘衹汎崑乾慾嚮産姉",
    "游里里周占征签布了只众峰群线为说录三面升升个谷参只泛昆干欲向产姊",
)
VARIANT = re.compile(f"[{''.join(map(chr, VARIANTS))}]")
MARK = re.compile(r"(?<!\d)[,;:()]|[,;:()](?!\d)")  # no thousands, no time of day


def plain(text: str) -> str:
    """Simplified characters and full-width marks; as long as the text."""
    simple = simplify(text)
    if VARIANT.search(simple):
        simple = simple.translate(VARIANTS)
    return MARK.sub(lambda m: MARKS[m[0]], simple) if HALF_WIDTH.search(simple) else simple


def as_printed(facts: Facts, read: str, text: str) -> Facts:
    """Facts found in `read` with their words as they stand in `text`; quotes are so already.

    Only words with a character that is printed otherwise are looked for.
    """

    other = {a for a, b in zip(read, text, strict=True) if a != b}

    def word(value: str) -> str:
        start = -1 if other.isdisjoint(value) else read.find(value)
        return value if start < 0 else text[start : start + len(value)]

    def maybe(value: str | None) -> str | None:
        return value and word(value)

    return Facts(
        [replace(o, name=word(o.name)) for o in facts.organisations],
        [_person(p, word) for p in facts.people],
        [replace(m, place=maybe(m.place), date_text=maybe(m.date_text)) for m in facts.meetings],
        [_commitment(c, word) for c in facts.commitments],
        [replace(a, title=maybe(a.title)) for a in facts.agreements],
        [replace(s, name=word(s.name)) for s in facts.strategies],
    )


def _person(person: Person, word: Callable[[str], str]) -> Person:
    posts = [replace(p, title=word(p.title), text=word(p.text)) for p in person.posts]
    forms = Forms(
        zh_hans=[word(name) for name in person.forms.zh_hans],
        zh_hant=[word(name) for name in person.forms.zh_hant],
        ko_cn=person.forms.ko_cn,
        ko_kr=person.forms.ko_kr,
        en=person.forms.en,
    )
    return replace(person, name=word(person.name), posts=posts, forms=forms)


def _commitment(commitment: Commitment, word: Callable[[str], str]) -> Commitment:
    quantity = commitment.quantity
    return replace(
        commitment,
        initiatives=[word(name) for name in commitment.initiatives],
        quantity=quantity and replace(quantity, text=word(quantity.text)),
    )
