"""The word lists of English reports, each read once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from hapjak.reading.tables import read_table


@cache
def words(kind: str) -> frozenset[str]:
    """The words of one list of `words.en.tsv`."""
    return frozenset(row["word"] for row in read_table("words.en.tsv") if row["list"] == kind)


@cache
def alternatives(kind: str) -> str:
    """A list as one pattern, the longest words first."""
    return "|".join(
        word.replace(".", r"\.") for word in sorted(words(kind), key=lambda w: (-len(w), w))
    )


def letter_tree(words: Iterable[str]) -> str:
    """Words as one pattern in which each letter is tried once; of two that fit, the longer."""
    tree: dict[str, Any] = {}
    for word in words:
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _branch(tree)


def _branch(tree: dict[str, Any]) -> str:
    ends = "" in tree
    parts = [re.escape(letter) + _branch(rest) for letter, rest in sorted(tree.items()) if letter]
    if not parts:
        return ""
    whole = parts[0] if len(parts) == 1 and not ends else f"(?:{'|'.join(parts)})"
    return f"{whole}?" if ends else whole


@cache
def titles() -> dict[str, str]:
    """Titles of posts in lower case, with whose post it is."""
    return {row["title"]: row["kind"] for row in read_table("posts.en.tsv")}


@cache
def title_words() -> frozenset[str]:
    """The words that titles are made of, as a headline prints them."""
    return frozenset(
        "-".join(part.capitalize() for part in word.split("-"))
        for title in titles()
        for word in title.split()
        if word.replace("-", "").isalpha()
    ) - {"Of", "The"}
