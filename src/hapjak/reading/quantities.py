"""Figures with a unit, with 만 and 억 (万, 亿) applied, exact to the last digit."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from hapjak.reading.model import Quantity
from hapjak.reading.tables import read_table

NUMBER = r"\d{1,15}(?:,\d{3}){0,5}(?:\.\d{1,6})?"
SCALES = {
    "": 1,
    "천": 10**3,
    "千": 10**3,
    "만": 10**4,
    "万": 10**4,
    "萬": 10**4,
    "십만": 10**5,
    "백만": 10**6,
    "百万": 10**6,
    "천만": 10**7,
    "억": 10**8,
    "亿": 10**8,
    "億": 10**8,
    "조": 10**12,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
}
RANGE = r"(?:~|～|∼|-|–|至|到|에서 | to )"


@cache
def _pattern(language: str) -> tuple[re.Pattern[str], dict[str, tuple[str, Decimal]]]:
    rows = read_table(f"units.{language}.tsv")
    units = {row["text"]: (row["unit"], Decimal(row["factor"])) for row in rows}
    names = "|".join(re.escape(text) for text in sorted(units, key=len, reverse=True))
    scales = "|".join(sorted(filter(None, SCALES), key=len, reverse=True))
    latin = r"(?![A-Za-z])" if language == "en" else ""
    pattern = (
        rf"(?<![\d.제第])(?P<from>{NUMBER})\s?(?P<scale1>{scales})?\s?{RANGE}?\s?"
        rf"(?P<to>(?<=[~～∼\-–至到 ]){NUMBER})?\s?(?P<scale2>{scales})?"
        rf"\s?(?:여|餘|余|多)?\s?(?P<unit>{names}){latin}"
    )
    return re.compile(pattern), units


def find_quantity(text: str, language: str) -> Quantity | None:
    """The first figure of a stretch of text; None if there is none."""
    pattern, units = _pattern(language)
    match = pattern.search(text)
    if match is None:
        return None
    unit, factor = units[match["unit"]]
    last = match["scale2"] or match["scale1"] or ""
    first = _amount(match["from"], match["scale1"] or last, factor)
    if match["to"] is None:
        if match["scale1"] and match["scale2"]:  # 2천만: scales multiply
            first = _plain(Decimal(first) * SCALES[match["scale2"]])
        return Quantity(unit=unit, text=match[0].strip(), amount=first)
    return Quantity(
        unit=unit, text=match[0].strip(), from_=first, to=_amount(match["to"], last, factor)
    )


def _amount(number: str, scale: str, factor: Decimal) -> str:
    return _plain(Decimal(number.replace(",", "")) * SCALES[scale] * factor)


def _plain(value: Decimal) -> str:
    """Without exponent and without trailing zeros."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
