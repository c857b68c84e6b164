"""The word lists of English reports, each read once."""

from __future__ import annotations

from functools import cache

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


@cache
def titles() -> dict[str, str]:
    """Titles of posts in lower case, with whose post it is."""
    return {row["title"]: row["kind"] for row in read_table("posts.en.tsv")}


@cache
def title_words() -> frozenset[str]:
    """The words that titles are made of, as a headline prints them."""
    return frozenset(
        word.capitalize() for title in titles() for word in title.split() if word.isalpha()
    ) - {"Of", "The"}
