"""Figures with a unit of the contract: 近73.56万吨, 3만5천여 명, US$5 million, 8~9만 톤.

Words that blur a figure (近, 약, more than, 여, 이상) belong to its text, not to
its amount. A range has two ends; the first takes the scale of the second where
it has none of its own. Units lie in `data/units.VARIETY.tsv`: text, unit,
factor to the contract's unit, and whether the unit stands before its number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from hapjak.reading.model import Quantity
from hapjak.reading.numerals import (
    ASIAN,
    ASIAN_DIGIT,
    ENGLISH,
    ENGLISH_DIGIT,
    SCALE,
    Number,
    value_of,
)
from hapjak.reading.tables import read_table
from hapjak.text.patterns import Anchored

PLACES = 4  # decimals kept of what no decimal writes out (1亩 is 1/15 ha)
RANGE = r"\s?(?:~|～|∼|〜|-|–|—|至|到|에서| to | and )\s?"
BLURRED = {  # before a number, within it, behind its unit
    "zh": (
        r"(?:近|约|約|大约|超过|超過|超|逾|达到|达|達|突破|至少|不少于|不低于|多达)",
        r"(?:多|余|餘|来|來)",
        r"(?:以上|左右|之多)",
    ),
    "ko": (
        r"(?:약|거의|근|최소|최대|총|모두|무려|대략)",
        r"(?:여|남짓)",
        r"(?:이상|안팎|가량|정도|규모|넘게|남짓)",
    ),
    "en": (
        r"(?:nearly|about|around|some|over|more than|less than|at least|up to|almost|approximately"
        r"|an estimated|between)",
        r"\+",
        r"or more",
    ),
}
FILES = {"zh-Hans": "zh", "zh-Hant": "zh"}
LAST_SCALE = re.compile(
    rf"({SCALE}{{1,2}}|hundred|thousand|million|billion|trillion|(?<=\d)(?:bn|tn|mn|m|k))$"
)
# Behind a number in English stands what kind of people or things they are: 30 young farmers.
KIND = r"(?:[a-z][a-z-]{1,20} ){0,2}?"


@dataclass(frozen=True, slots=True)
class Units:
    """The units of one variety, and the pattern of a figure with one of them.

    `number`: what every figure holds, a digit or a word for a number.
    """

    number: re.Pattern[str]
    pattern: Anchored
    factors: dict[str, tuple[str, Number]]


@cache
def units(variety: str) -> Units:
    """Units of a variety. Building the pattern costs milliseconds, once."""
    name = FILES.get(variety, variety)
    rows = read_table(f"units.{name}.tsv")
    factors = {row["text"].lower(): (row["unit"], _factor(row["factor"])) for row in rows}
    before = _either(row["text"] for row in rows if row["place"] == "before")
    after = _either(row["text"] for row in rows if row["place"] != "before")
    language = name[:2]
    front, inner, behind = BLURRED[language]
    number = ENGLISH if language == "en" else ASIAN
    kind, end = (KIND, r"(?![A-Za-z])") if language == "en" else (r"(?:个|名|개의\s)?(?=\S)", "")
    pattern = (
        rf"(?:{front}\s?)?(?<![\d.第제数수몇几幾십백천만억조十百千万亿A-Za-z])(?:(?P<unit1>{before})\s?)?(?:{front}\s?)?"
        rf"(?P<from>{number})(?:{RANGE}(?P<to>{number}))?"
        rf"(?:\s?{inner})?(?:(?P<small>(?:[천백십万만百十]|千(?![瓦克米])){{1,2}}))?(?:\s?{inner})?"
        rf"(?:\s?{kind}(?P<unit2>{after}){end})?(?:\s?{behind})?"
    )
    digit = ENGLISH_DIGIT if language == "en" else ASIAN_DIGIT
    return Units(digit, Anchored(pattern, re.IGNORECASE), factors)


def _factor(printed: str) -> Number:
    factor = Fraction(printed)
    return int(factor) if factor.denominator == 1 else factor


def _either(words: object) -> str:
    found = sorted(words, key=len, reverse=True)  # type: ignore[call-overload]
    return "|".join(map(re.escape, found)) or "(?!)"


def find_quantity(text: str, variety: str) -> Quantity | None:
    """The first figure with a unit in a stretch of text; None if there is none."""
    known = units(variety)
    if known.number.search(text) is None:
        return None
    for match in known.pattern.finditer(text):
        unit = match["unit1"] or match["unit2"]
        if unit is None:
            continue
        found = _quantity(match, *known.factors[unit.lower()])
        if found is not None:
            return found
    return None


def _quantity(match: re.Match[str], unit: str, factor: Number) -> Quantity | None:
    """The figure of a match; a scale behind a blurring word (3천여만) multiplies."""
    above = value_of(match["small"]) if match["small"] else 1
    last = match["to"] and match["to"].strip().lower()
    first = _with_scale(match["from"].strip().lower(), last)
    values = [value_of(number) for number in (first, last) if number]
    amounts = [_plain(value * above * factor) for value in values if value is not None and above]
    if len(amounts) != len(values) or not any(values):
        return None
    text = match[0].strip()
    if last is None:
        return Quantity(unit=unit, text=text, amount=amounts[0])
    return Quantity(unit=unit, text=text, from_=amounts[0], to=amounts[1])


def _with_scale(first: str, last: str | None) -> str:
    """The first number of a range with the scale of the last where it has none: 8~9만."""
    scale = LAST_SCALE.search(last) if last else None
    if scale is None or LAST_SCALE.search(first):
        return first
    return f"{first} {scale[0]}"


def _plain(value: Number) -> str:
    """A decimal without exponent and trailing zeros, exact where a decimal can be."""
    if value.denominator == 1:
        return str(value.numerator)
    scaled = value * 10**PLACES
    digits = f"{abs(scaled.numerator) // scaled.denominator:0{PLACES + 1}d}"
    if scaled.denominator != 1 and (scaled % 1) * 2 >= 1:
        digits = f"{int(digits) + 1:0{PLACES + 1}d}"
    return f"{digits[:-PLACES]}.{digits[-PLACES:]}".rstrip("0").rstrip(".")
