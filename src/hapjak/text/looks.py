"""What the attributes of HTML elements say: shown or hidden, furniture or caption.

Names of classes are hints; what is hidden is hidden by an attribute, a style
or a class that pages use for nothing else.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from hapjak.text.lists import read_list
from hapjak.text.styles import HIDDEN_STYLE
from hapjak.text.tags import Attributes, read_attributes

_HIDDEN_CLASS = frozenset(
    ["hidden", "hide", "blind", "invisible", "sr-only", "visually-hidden", "screen-reader-text"]
)
_WORD = re.compile("[a-z]+")
_NAME = re.compile(r"[\w-]+")
_TOKEN = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


class Look(NamedTuple):
    """What the attributes of an element say."""

    unseen: bool  # not shown
    hidden: bool  # not shown although it is text for people
    zone: bool
    caption: bool


PLAIN = Look(unseen=False, hidden=False, zone=False, caption=False)


def look_of(written: str, hidden: frozenset[str]) -> Look:
    """What attributes as written say.

    Args:
        written: All between the name of the tag and its end.
        hidden: Classes and ids that the page's style sheets hide (`.name`, `#name`).
    """
    if not _is_telling(written):
        named = {name[1:] for name in hidden}
        if not named or named.isdisjoint(_NAME.findall(written)):
            return PLAIN
    return _read(read_attributes(written), hidden)


def _read(attributes: Attributes, hidden: frozenset[str]) -> Look:
    classes = attributes.get("class", "")[:1000]
    name = attributes.get("id", "")[:200]
    held = classes.split()
    is_hidden = (
        "hidden" in attributes
        or HIDDEN_STYLE.search(attributes.get("style", "")[:2000]) is not None
        or not _HIDDEN_CLASS.isdisjoint(held)
        or bool(hidden and (f"#{name}" in hidden or not hidden.isdisjoint(f".{c}" for c in held)))
    )
    unseen = is_hidden or attributes.get("aria-hidden") == "true"
    words = {word.lower() for word in _TOKEN.findall(f"{classes} {name}")}
    zone = not _zone_words("drop").isdisjoint(words)
    caption = not _zone_words("caption").isdisjoint(words)
    return Look(unseen, is_hidden, zone, caption) if unseen or zone or caption else PLAIN


def _is_telling(written: str) -> bool:
    """Whether attributes may say anything that matters; most do not.

    Capitals part words (`navBar`), and a character reference may spell any.
    """
    if not written.islower() or "&" in written:
        return True
    return not _telling_words().isdisjoint(_WORD.findall(written))


@cache
def _telling_words() -> frozenset[str]:
    words = _HIDDEN_CLASS | _zone_words("drop") | _zone_words("caption") | {"style", "aria"}
    return frozenset(part for word in words for part in word.split("-"))


def may_hide(written: str) -> bool:
    """Whether attributes of an element within a line may take it out of sight."""
    low = written.lower()
    return "class" in low or "style" in low or "hidden" in low or " id" in low


@cache
def _zone_words(effect: str) -> frozenset[str]:
    return frozenset(row["word"] for row in read_list("zones.tsv") if row["effect"] == effect)
