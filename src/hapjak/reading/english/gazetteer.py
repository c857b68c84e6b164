"""What is known of places before a text is read: levels, listed names, countries and peoples."""

from __future__ import annotations

from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from hapjak.reading import territories
from hapjak.reading.english.vocabulary import title_words, words
from hapjak.reading.tables import read_table

LANDFORMS = frozenset(
    [
        "Park",
        "Lake",
        "Beach",
        "Bay",
        "Springs",
        "Hills",
        "Falls",
        "Island",
        "Islands",
        "Harbour",
        "Harbor",
        "Heights",
    ]
)


DIRECTIONS = frozenset(
    ["North", "South", "East", "West", "New", "Inner", "Upper", "Lower", "Northern", "Southern"]
)


# A level behind the name, and its class: forms of one class are one place.
LEVELS = {
    "special self-governing province": "province",
    "special self-governing city": "city",
    "special autonomous province": "province",
    "autonomous prefecture": "prefecture",
    "autonomous region": "region",
    "autonomous county": "county",
    "autonomous banner": "county",
    "metropolitan city": "city",
    "metropolitan municipality": "city",
    "special city": "city",
    "special municipality": "city",
    "province": "province",
    "municipality": "city",
    "city": "city",
    "town": "city",
    "prefecture": "prefecture",
    "county": "county",
    "district": "district",
    "oblast": "region",
    "krai": "region",
    "kray": "region",
    "territory": "region",
    "canton": "region",
    "voivodeship": "region",
    "governorate": "region",
    "aimag": "province",
    "regency": "county",
    "state": "state",
    "region": "region",
}


ONLY_CAPITAL = {"Region": "region", "Township": "city", "Village": "city", "Länder": "state"}


ADJECTIVES = (
    *("Provincial", "Municipal", "Prefectural", "Metropolitan", "Regional", "Cantonal"),
    *("provincial", "municipal", "prefectural"),
)


TAILS = ("-do", "-gu", "-gun", "-si", "-ken", "-fu", "-shi", "-ku", "-cho")


def one_case(text: str) -> str:
    """Lower case of the same length, whatever the script."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


@cache
def listed() -> dict[str, str | None]:
    """Names without level of provinces, states and cities, with their codes."""
    found: dict[str, str | None] = dict(territories.known_names("en"))
    for row in read_table("subdivisions.en.tsv"):
        found.setdefault(row["name"], row["code"] or None)
    return found


@cache
def countries() -> dict[str, str]:
    """Names of countries with their codes."""
    rows = read_table("countries.en.tsv")
    return {name: row["code"] for row in rows for name in row["name"].split("|")}


@cache
def peoples() -> dict[str, str]:
    """Adjectives of countries with the country's usual name: Vietnamese, Vietnam."""
    rows = read_table("countries.en.tsv")
    return {
        word: _usual(row["name"].split("|")) for row in rows for word in row["adjective"].split("|")
    }


def _usual(names: list[str]) -> str:
    """The last name that is no abbreviation: China of People's Republic of China, China, PRC."""
    return next((name for name in reversed(names) if not name.isupper()), names[-1])


@cache
def regional() -> dict[str, str]:
    """Adjectives of regions with the region: Bavarian, Bavaria."""
    return {row["adjective"]: row["place"] for row in read_table("adjectives.en.tsv")}


@cache
def no_place() -> frozenset[str]:
    """Capitalised words that are no part of a place's name."""
    return words("not_name") | words("demonym") | title_words() | frozenset(countries())


@cache
def level_matcher() -> tuple[list[str], AhoCorasick]:
    names = [*LEVELS, *(name.title() for name in LEVELS), *ONLY_CAPITAL, *ADJECTIVES]
    names += ["Special Self-Governing Province", "Special Self-Governing City"]
    return names, AhoCorasick([f" {n}" for n in names], matchkind=MatchKind.LeftmostLongest)


@cache
def by_first_word() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name in sorted(listed(), key=len, reverse=True):
        found.setdefault(name.partition(" ")[0], []).append(name)
    return found


@cache
def goes_with_place() -> frozenset[str]:
    """What may follow a place's name: a level, an office, a body."""
    heads = {word for kind in HEADS for word in words(f"head {kind}")}
    return frozenset(no_place() | heads | words("domain"))


HEADS = (
    "government",
    "legislature",
    "party",
    "company",
    "institute",
    "association",
    "media",
    "other",
)
