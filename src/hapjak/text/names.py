"""Names of writers and outlets as bylines print them."""

from __future__ import annotations

import re
from functools import cache

from hapjak.text.lists import read_list

_MAILBOX = re.compile(r"[\w.+-]{1,64}@[\w.-]{1,64}")
_STAFF = r"선임기자|객원기자|수습기자|인턴기자|전문기자|기자|특파원|통신원|논설위원|편집위원|에디터|PD|리포터|记者|記者"
_STAFF_HINTS = (
    "기자",
    "记者",
    "記者",
    "通讯员",
    "通訊員",
    "By ",
    "특파원",
    "통신원",
    "위원",
    "에디터",
    "리포터",
    "PD",
)
_HANGUL_NAME = r"[가-힣]{2,4}"
_BEFORE_STAFF = re.compile(
    rf"(?<![가-힣])({_HANGUL_NAME}?)(?:\s?·\s?({_HANGUL_NAME}))?\s?(?:{_STAFF})(?![가-힣])"
)
_HAN_NAME = r"[\u4e00-\u9fff]{2,4}(?:·[\u4e00-\u9fff]{1,6})?"
_AFTER_STAFF = re.compile(
    rf"(?:(?:本报|本報|本台|本网|本網|本社|见习|見習|实习|首席|全媒体|新华社|中新社)\s?){{0,3}}(?:记者|記者|通讯员|通訊員)\s?"
    rf"({_HAN_NAME}(?:[\s、,，]{{1,3}}{_HAN_NAME}){{0,7}})(?=$|[\s)）】\]/|]|摄|攝|文|报道|報道|報導)"
)
_BY = re.compile(
    r"^By\s((?:[A-Z][\w'’-]*\.?\s?){1,4}(?:(?:,\s?|\sand\s)(?:[A-Z][\w'’-]*\.?\s?){1,4})*)"
)
_AGENCY = re.compile(
    r"[\[(（【](?:([^=\[\]()（）【】]{1,16})=)?([^=\[\]()（）【】]{1,20})[\])）】]"
)
_ONE_AND_ONE = re.compile(  # names of two characters set apart to the width of three
    r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff])[ \u3000]{1,3}([\u4e00-\u9fff])(?![\u4e00-\u9fff])"
)
_SPLIT = re.compile(r"[、,，;；/|·&]|\s{1,4}and\s{1,4}|\s")
_SIGNS = " \t[]［］()（）【】〔〕<>《》:：|ㅣ/,，、;；-–—.·=“”\"'"
_STAFF_WORD = re.compile(
    rf"(?:{_STAFF}|통신원|编辑|編輯|사진부|Staff Writer|Reporter)\s?$", re.IGNORECASE
)
_LATIN_NAME = re.compile(r"[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){0,4}")


def plain_value(value: str) -> str | None:
    """A value without its brackets and signs, up to the next sign that ends it."""
    stripped = _MAILBOX.sub(" ", value).strip(_SIGNS)
    head = re.split(
        r"\s?[|ㅣ\]］】]\s?|\s/\s?|\s{2,}|\s(?=(?:19|20)\d{2}[-./年년])", stripped, maxsplit=1
    )[0]
    return head.strip(_SIGNS) or None


def people(value: str) -> list[str]:
    """Names in the value of a label: `김영자`, `甲乙 丙丁`, `길림신문 김영자기자`, `Han Mirae`."""
    cut = plain_value(value)
    if cut is None:
        return []
    reporters = outlet_and_reporters(cut)[1]
    if reporters:
        return list(reporters)
    if cut.isascii() or _LATIN_NAME.fullmatch(cut):
        parts = re.split(r"\s?[,;/&|]\s?|\sand\s", cut)
        return [part.strip(_SIGNS) for part in parts if _LATIN_NAME.fullmatch(part.strip(_SIGNS))]
    return [name for part in _SPLIT.split(cut) if (name := _one(part)) is not None]


def _one(part: str) -> str | None:
    name = _STAFF_WORD.sub("", part.strip(_SIGNS)).strip(_SIGNS)
    if name in _not_names():
        return None
    if re.fullmatch(rf"{_HANGUL_NAME}|{_HAN_NAME}", name) is None:
        return None
    return None if name.endswith(_outlet_ends()) and len(name) > 3 else name


def outlet_and_reporters(text: str) -> tuple[str | None, tuple[str, ...]]:
    """Reporters named with their word (`홍길동 기자`, `记者 甲乙`, `By NAME`), and their outlet."""
    names: list[str] = []
    if not any(hint in text for hint in _STAFF_HINTS):
        return _outlet(text), ()
    text = _ONE_AND_ONE.sub(r"\1\2", text)
    if by := _BY.match(text):
        names += [part.strip(_SIGNS) for part in re.split(r",\s?|\sand\s", by[1])][:4]
    for match in _BEFORE_STAFF.finditer(text):
        names += [name for name in match.groups() if name and _one(name)]
    for match in _AFTER_STAFF.finditer(text):
        names += [name for part in re.split(r"[\s、,，]", match[1]) if (name := _one(part))]
    return _outlet(text), tuple(dict.fromkeys(name for name in names if name))


@cache
def _outlet_ends() -> tuple[str, ...]:
    return tuple(row["ending"] for row in read_list("outlets.tsv"))


@cache
def _not_names() -> frozenset[str]:
    return frozenset(row["word"] for row in read_list("not_names.tsv"))


def is_outlet(word: str) -> bool:
    """Whether a name ends as papers, agencies and sites do (일보, 日报, Daily)."""
    return len(word) <= 40 and word.endswith(_outlet_ends())


def _outlet(text: str) -> str | None:
    """The paper in `[해솔일보=홍길동 기자]` or `(해솔=해솔통신)`."""
    match = _AGENCY.search(text[:80])
    if match is None:
        return None
    for part in (match[1], match[2]):
        word = (part or "").split(" ")[0]
        if word.endswith(_outlet_ends()) and len(word) > 2:
            return word
    return None
