"""A text as the rules read it, and the words they found as the source prints them.

Rules and word lists are written once, in simplified characters and full-width
marks. `plain` brings a text there character by character, so that every place
stays the same; `as_printed` brings the found words back.
"""

from __future__ import annotations

import re
from typing import Any

import msgspec

from hapjak.hanja import simplify
from hapjak.reading.facts import Facts

MARKS = {",": "，", ";": "；", ":": "：", "(": "（", ")": "）"}
VARIANTS = str.maketrans(  # characters that have several simplified ones, as these reports use them
    "遊裏裡週佔徵籤佈瞭祇衆峯羣綫爲説録叁麪昇陞箇榖蔘衹汎崑乾慾嚮",
    "游里里周占征签布了只众峰群线为说录三面升升个谷参只泛昆干欲向",
)
MARK = re.compile(r"(?<!\d)[,;:()]|[,;:()](?!\d)")  # no thousands, no time of day


def plain(text: str) -> str:
    """Simplified characters and full-width marks; as long as the text."""
    return MARK.sub(lambda match: MARKS[match[0]], simplify(text).translate(VARIANTS))


def as_printed(facts: Facts, read: str, text: str) -> Facts:
    """Facts found in `read` with their words as they stand in `text`; quotes are so already."""

    def printed(value: Any, key: str = "") -> Any:
        if isinstance(value, list):
            return [printed(entry, key) for entry in value]
        if isinstance(value, dict):
            return {name: printed(entry, name) for name, entry in value.items()}
        if not isinstance(value, str) or key == "quote" or value.isascii():
            return value
        start = read.find(value)
        return value if start < 0 else text[start : start + len(value)]

    return msgspec.convert(printed(msgspec.to_builtins(facts)), Facts)
