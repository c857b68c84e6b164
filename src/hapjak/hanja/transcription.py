"""Chinese names as South Korea writes them by sound: Cai Qi → 차이치.

Source: 외래어 표기법, table 5 (Chinese), National Institute of Korean Language;
`docs/decisions` names the reading of doubtful finals.
"""

from __future__ import annotations

import re
import unicodedata

INITIALS = {
    "zh": "ㅈ", "ch": "ㅊ", "sh": "ㅅ", "b": "ㅂ", "p": "ㅍ", "m": "ㅁ", "f": "ㅍ", "d": "ㄷ",
    "t": "ㅌ", "n": "ㄴ", "l": "ㄹ", "g": "ㄱ", "k": "ㅋ", "h": "ㅎ", "j": "ㅈ", "q": "ㅊ",
    "x": "ㅅ", "r": "ㄹ", "z": "ㅉ", "c": "ㅊ", "s": "ㅆ",
}  # fmt: skip
# Vowel letters of each syllable after a consonant; a final ㄴ or ㅇ is joined to the last.
FINALS = {
    "a": "ㅏ", "o": "ㅗ", "e": "ㅓ", "i": "ㅣ", "u": "ㅜ", "ü": "ㅟ", "ai": "ㅏ이", "ei": "ㅔ이",
    "ao": "ㅏ오", "ou": "ㅓ우", "an": "ㅏㄴ", "en": "ㅓㄴ", "ang": "ㅏㅇ", "eng": "ㅓㅇ",
    "ia": "ㅑ", "ie": "ㅖ", "iao": "ㅑ오", "iu": "ㅠ", "ian": "ㅖㄴ", "in": "ㅣㄴ",
    "iang": "ㅑㅇ", "ing": "ㅣㅇ", "ua": "ㅘ", "uo": "ㅝ", "uai": "ㅘ이", "ui": "ㅜ이",
    "uan": "ㅘㄴ", "un": "ㅜㄴ", "uang": "ㅘㅇ", "ong": "ㅜㅇ", "üe": "ㅞ", "üan": "ㅟ안",
    "ün": "ㅟㄴ", "iong": "ㅠㅇ",
}  # fmt: skip
ALONE = {
    "a": "아", "o": "오", "e": "어", "er": "얼", "ai": "아이", "ei": "에이", "ao": "아오",
    "ou": "어우", "an": "안", "en": "언", "ang": "앙", "eng": "엉", "yi": "이", "ya": "야",
    "yo": "요", "ye": "예", "yai": "야이", "yao": "야오", "you": "유", "yan": "옌", "yin": "인",
    "yang": "양", "ying": "잉", "wu": "우", "wa": "와", "wo": "워", "wai": "와이", "wei": "웨이",
    "wan": "완", "wen": "원", "wang": "왕", "weng": "웡", "yu": "위", "yue": "웨",
    "yuan": "위안", "yun": "윈", "yong": "융", "zhi": "즈", "chi": "츠", "shi": "스", "ri": "르",
    "zi": "쯔", "ci": "츠", "si": "쓰",
}  # fmt: skip
AFTER_J = str.maketrans("ㅑㅕㅛㅠㅖ", "ㅏㅓㅗㅜㅔ")  # ㅈ ㅉ ㅊ drop the y-glide
CONSONANTS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
ENDINGS = {"": 0, "ㄴ": 4, "ㅇ": 21}
SYLLABLES = re.compile(
    r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|üan|uan|ian|iao|uai|ang|eng|ing|ong|"
    r"ia|ie|iu|in|ua|uo|ui|un|üe|ue|ün|ai|ei|ao|ou|an|en|er|a|o|e|i|u|ü)(?:(?<=[aeiouü])(?!'))?"
)


def syllables(pinyin: str) -> list[str] | None:
    """The syllables of a pinyin word (junhai → jun, hai); None if it is no pinyin.

    A consonant that could end one syllable or begin the next begins the next.
    """
    word = unicodedata.normalize("NFC", pinyin.lower()).replace("v", "ü")
    found: list[str] = []
    for part in re.split(r"['’\- ]", word):
        split = _split(part)
        if split is None:
            return None
        found.extend(split)
    return found or None


def _split(part: str) -> list[str] | None:
    """All of a part in syllables, each as long as the rest allows."""
    best: dict[int, list[str]] = {0: []}
    for start in range(len(part)):
        if start not in best:
            continue
        for end in range(min(len(part), start + 6), start, -1):
            if end not in best and hangul_of(part[start:end]):
                best[end] = [*best[start], part[start:end]]
    return best.get(len(part))


def pinyin_to_hangul(pinyin: str) -> str | None:
    """A pinyin word in Hangul, without tones; None if it is no pinyin."""
    parts = syllables(pinyin)
    return "".join(hangul_of(part) or "" for part in parts) if parts else None


def hangul_of(syllable: str) -> str | None:
    """One pinyin syllable in Hangul; None if there is no such syllable."""
    if syllable in ALONE:
        return ALONE[syllable]
    initial = next((i for i in INITIALS if syllable.startswith(i)), None)
    if initial is None:
        return None
    final = syllable[len(initial) :]
    if initial in "jqx" and final.startswith("u"):
        final = "ü" + final[1:]
    spelled = FINALS.get({"ue": "üe"}.get(final, final))
    if spelled is None:
        return None
    if INITIALS[initial] in "ㅈㅉㅊ":
        spelled = spelled.translate(AFTER_J)
    return _compose(INITIALS[initial], spelled)


def _compose(consonant: str, spelled: str) -> str:
    """Letters to syllables: a vowel, an ending or whole syllables behind it."""
    ending = spelled[1] if spelled[1:] in ENDINGS and len(spelled) == 2 else ""
    code = (CONSONANTS.index(consonant) * 21 + VOWELS.index(spelled[0])) * 28 + ENDINGS[ending]
    return chr(0xAC00 + code) + ("" if ending else spelled[1:])
