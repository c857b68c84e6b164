"""Figures in Chinese-Korean: 1억 9000만딸라 adds up, 연인수로 40만명 are visits, 원 is the yuan."""

from __future__ import annotations

import re
from decimal import Decimal

from msgspec import structs

from hapjak.reading.model import Quantity
from hapjak.reading.quantities import SCALES, find_quantity

# A larger and a smaller part of one figure: 20만 8천톤, 13억 2천만원
TWO_PARTS = re.compile(
    r"(?<![\d.])(?P<large>\d{1,6}(?:\.\d{1,4})?)\s?(?P<above>조|억|만)\s?(?P<small>\d{1,5}(?:\.\d{1,4})?)\s?(?P<below>천만|백만|만|천|백)?"
    r"(?=\s?(?:여|톤|근|명|원|딸라|무|마리|두|킬로|필|유로|건|개))"
)
VISITS = re.compile(r"연인수로?\s?(?:\d|약|근|거의)|연인원\s?(?:약|근)?\s?\d")
VARIETY = "ko-CN"


def find_figure(text: str) -> Quantity | None:
    """The first figure of a line; the text printed is kept as it stands."""
    parts = TWO_PARTS.search(text)
    plain = f"{text[: parts.start()]}{_sum(parts)}{text[parts.end() :]}" if parts else text
    found = find_quantity(plain, VARIETY)
    if found is None:
        return None
    if parts and found.amount and found.text.startswith(_sum(parts)):
        found = structs.replace(found, text=parts[0] + found.text.removeprefix(_sum(parts)))
    return structs.replace(found, unit="visits") if VISITS.search(text) else found


def _sum(parts: re.Match[str]) -> str:
    large = Decimal(parts["large"]) * SCALES[parts["above"]]
    small = Decimal(parts["small"]) * SCALES.get(parts["below"] or "", 1)
    return f"{large + small:f}"
