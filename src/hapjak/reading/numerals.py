"""Numbers as texts print them: 3万5千, 1억 2천만, 两千三百, 1.2 million, two hundred.

Digits mix with words of scale; a small scale (천, 百) adds up below a large one
(만, 亿). The value is exact. What has more digits than any real figure is no
number.
"""

from __future__ import annotations

import re
from fractions import Fraction

SMALL = {"십": 10, "十": 10, "拾": 10, "백": 100, "百": 100, "천": 1000, "千": 1000}
LARGE = {"만": 10**4, "万": 10**4, "萬": 10**4, "억": 10**8, "亿": 10**8, "億": 10**8}
LARGE |= {"조": 10**12, "兆": 10**12}
DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "兩": 2}
LATIN = {
    "hundred": 100,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
}
SHORT = {"k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9, "tn": 10**12}  # $2.5bn, €40m
ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
)
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
WORDS = {word: number for number, word in enumerate(ONES.split(), 1)}
WORDS |= {word: 10 * number for number, word in enumerate(TENS.split(), 2)}
MOST_DIGITS = 15

PLAIN = r"\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,6})?|\d{1,15}(?:\.\d{1,6})?"
SCALE = "(?:[십백천만억조十拾百万萬亿億兆]|千(?![瓦克米]))"
HAN = "(?:[零〇一二三四五六七八九十两兩百万萬亿億]|千(?![瓦克米])){1,12}"
# Parts with a scale each, then perhaps one without: 1억 2천만, 3万5千, 2만5000.
ASIAN = rf"(?:(?:{PLAIN})\s?{SCALE}{{1,2}}\s?){{1,3}}(?:{PLAIN})?|(?:{PLAIN})|{HAN}|{SCALE}{{1,2}}"
ASIAN_DIGIT = re.compile(r"[\d零〇一二三四五六七八九十两兩百천만백십억조拾万萬亿億兆千]")
SPELLED = "|".join(sorted(WORDS, key=len, reverse=True))
ENGLISH = (
    rf"(?:(?:{PLAIN})(?:(?:bn|tn|mn|m|k)\b)?|(?:{SPELLED})(?:-(?:{SPELLED}))?"
    r"|a(?= (?:hundred|thousand|million)))"
    rf"(?:[ -](?:hundred|thousand|million|billion|trillion)\b)?"
)
ENGLISH_DIGIT = re.compile(
    rf"(?<![A-Za-z])(?:\d|{SPELLED}|a (?:hundred|thousand|million))", re.IGNORECASE
)
_PIECE = re.compile(rf"{PLAIN}|.", re.DOTALL)


Number = int | Fraction  # fractions only where a point is printed: they cost thirty times as much


def value_of(printed: str) -> Number | None:
    """The value of a number as printed; None for what is none."""
    if (printed[:1].isascii() and printed[:1].isalpha()) or _LATIN_SCALE.search(printed):
        return _english(printed)
    return _asian(printed)


_LATIN_SCALE = re.compile("|".join(LATIN) + r"|\d ?(?:bn|tn|mn|m|k)$")


def _english(printed: str) -> Number | None:
    total: Number = 0
    scale = 1
    for word in re.split(r"[ -]", printed):
        if word in LATIN or word in SHORT:
            scale *= LATIN.get(word) or SHORT[word]
        elif word in WORDS:
            total += WORDS[word]
        elif word == "a":
            total += 1
        else:
            digits, short = _parted(word)
            total += _plain(digits)
            scale *= short
    return total * scale


def _parted(word: str) -> tuple[str, int]:
    """Digits, and the scale that is written right behind them."""
    digits = word.rstrip("bkmnt")
    return digits, SHORT.get(word[len(digits) :], 1)


def _asian(printed: str) -> Number | None:
    total: Number = 0
    section: Number = 0
    current: Number | None = None
    scaled: Number = 0  # what the large scale right before stands for: 万 in 1.5万亿
    for piece in _PIECE.findall(printed.replace(" ", "")):
        if piece in LARGE:
            if not scaled:
                scaled = section + (current if current is not None else 1 * (section == 0))
            else:
                total -= scaled
            scaled *= LARGE[piece]
            total += scaled
            section, current = 0, None
            continue
        scaled = 0
        if piece in SMALL:
            section += (1 if current is None else current) * SMALL[piece]
            current = None
        elif piece in DIGITS:
            current = (current or 0) * 10 + DIGITS[piece]
        elif piece[0].isdigit():
            if len(piece.split(".")[0].replace(",", "")) > MOST_DIGITS:
                return None
            current = _plain(piece)
        else:
            return None
    return total + section + (current or 0)


def _plain(printed: str) -> Number:
    digits = printed.replace(",", "")
    return Fraction(digits) if "." in digits else int(digits)
