"""Language and variety of a text: ko-CN, ko-KR, zh-Hans, zh-Hant, en.

By script first: the letters of each script are counted, a Hangul syllable
weighing as much as a Han character and 1.5 Latin letters each a third of one
(a word of English has about as many letters as its translation has
characters times three). On a mixed page the dominating one is taken.
Korean varieties are told apart by listed spellings (`data/varieties.tsv`),
Chinese ones by characters that only one of the two scripts has.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick

from hapjak.text import refusals
from hapjak.text.lists import read_list

SAMPLE = 200_000  # characters looked at
HANGING = ("되여", "되였")  # endings of verbs: 개막되였다
MOST_PER_WORD = 3
_SCRIPTS = {  # runs of letters, those that fill a text first
    "zh": re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]+"),
    "ko": re.compile(r"[가-힣]+"),
    "kana": re.compile(r"[\u3041-\u30fa\uff66-\uff9d]+"),
    "latin": re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]+"),
}
_LETTERS = re.compile(r"[^\W\d_]+")
_ACCENTED = re.compile(r"[\u00c0-\u024f\u1e00-\u1eff]+")
_WORD = re.compile(r"[a-z]+")
_INITIAL_RIEUL = re.compile(r"(?<![가-힣])[량력련렬렴령례료룡륙률륭릉][가-힣]")
LATIN_WEIGHT = 1 / 3


@dataclass(frozen=True, slots=True)
class Variety:
    language: str
    variety: str


def tell_variety(text: str, expected: str = "auto") -> Variety:
    """The language and variety of a text.

    Args:
        text: Body with title and bylines; more of them tell more.
        expected: `ko`, `zh` or `en` to settle the language; `auto` to tell it.

    Raises:
        Refusal: `language`, when it is none of the three.
    """
    sample = text[:SAMPLE]
    language = expected if expected != "auto" else _language(sample)
    if language is None:
        raise refusals.language()
    if language == "ko":
        return Variety("ko", _korean(sample))
    if language == "zh":
        return Variety("zh", _chinese(sample))
    return Variety("en", "en")


def _language(sample: str) -> str | None:
    counts = {}
    rest = sample
    for name, pattern in _SCRIPTS.items():  # each without the letters of those before
        without = pattern.sub("", rest)
        counts[name] = len(rest) - len(without)
        rest = without
    other = _count(_LETTERS, rest)
    weights = {
        "ko": counts["ko"] * 1.0,
        "zh": counts["zh"] * 1.0,
        "en": counts["latin"] * LATIN_WEIGHT,
        "other": other * 0.5,
    }
    if counts["kana"] * 8 > counts["zh"] + counts["kana"] and counts["kana"] > counts["ko"] / 2:
        return None
    best = max(weights, key=lambda name: weights[name])
    if weights[best] == 0 or best == "other":
        return None
    return best if best != "en" or _is_english(sample, counts["latin"]) else None


def _count(letters: re.Pattern[str], sample: str) -> int:
    """How many letters a sample has, told from their runs."""
    return sum(map(len, letters.findall(sample)))


def _is_english(sample: str, latin: int) -> bool:
    """English by its small words; other languages in Latin letters have others."""
    words = _WORD.findall(sample.lower())
    if not words:
        return False
    small = sum(map(_small_words().__contains__, words))
    accented = _count(_ACCENTED, sample)
    return accented * 20 <= latin and (small * 12 >= len(words) or (len(words) < 12 and small > 0))


@cache
def _small_words() -> frozenset[str]:
    return frozenset(row["word"] for row in read_list("english.tsv"))


def _korean(sample: str) -> str:
    """Chinese-Korean from two hits more than South Korean ones (orthography, section 6).

    One is enough where nothing is South Korean.
    A word that begins with ㄹ in a syllable that no loan word begins with is
    spelled by the Chinese-Korean norm, whatever word it is: it counts twice, as does
    what no South Korean paper prints (되였다, 로씨야).
    """
    weights, matcher = _spellings()
    hits: Counter[int] = Counter()
    for index, start, end in matcher.find_matches_as_indexes(sample, overlapping=True):
        hits[index] += _counts(sample, start, end)
    counts = [weights[index] * min(count, MOST_PER_WORD) for index, count in hits.items()]
    score = sum(counts) + 2 * min(len(set(_INITIAL_RIEUL.findall(sample))), MOST_PER_WORD)
    return "ko-CN" if score >= (2 if min(counts, default=0) < 0 else 1) else "ko-KR"


def _counts(sample: str, start: int, end: int) -> bool:
    """Whether the word begins a word, names of papers aside; signs and endings count anywhere."""
    if not sample[start].isalpha() or sample.startswith(HANGING, start):
        return True
    begins = start == 0 or not "가" <= sample[start - 1] <= "힣"
    return begins and not sample.startswith(("일보", "신문"), end)


@cache
def _spellings() -> tuple[list[int], AhoCorasick]:
    """How much each listed spelling says for Chinese-Korean, and what finds them."""
    rows = [row for row in read_list("varieties.tsv") if row["variety"] != "none"]
    signs = {"ko-CN": 1, "ko-KR": -1}
    weights = [signs[row["variety"]] * int(row["weight"]) for row in rows]
    return weights, AhoCorasick([row["word"] for row in rows])


def _chinese(sample: str) -> str:
    simplified, traditional = _single_script()
    hant = _count(traditional, sample)
    return "zh-Hant" if hant and hant > _count(simplified, sample) else "zh-Hans"


@cache
def _single_script() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Common characters that only the simplified, only the traditional list has."""
    rows = {row["script"]: frozenset(row["characters"]) for row in read_list("common.tsv")}
    hans, hant = rows["zh-Hans"] - rows["zh-Hant"], rows["zh-Hant"] - rows["zh-Hans"]
    return re.compile(f"[{''.join(sorted(hans))}]+"), re.compile(f"[{''.join(sorted(hant))}]+")
