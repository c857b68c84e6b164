"""Captions that stand in the text as lines of their own: who is seen where, who took it."""

from __future__ import annotations

import re

LONGEST = 200
_TAKEN_BY = re.compile(
    r"(?:[\s。][\u4e00-\u9fff·]{2,12}\s?[/／]?(?:摄影|攝影|摄|攝)[)）]?"
    r"|[(（\[【<〈][^()（）\[\]【】<>〈〉]{0,20}(?:摄影|攝影|摄|攝)[)）\]】>〉]"
    r"|[(（\[【<〈]\s?(?:자료\s?)?(?:사진|图片|圖片|图源|圖源|Photo|PHOTO|Image)[^()（）\[\]【】<>〈〉]{0,60}[)）\]】>〉]"
    r"|(?:[/／]\s?사진|사진\s?[=:／/]|Photo(?:graph)?(?: by|:)\s)[^.。]{1,40})[\s|.。]{0,3}$"
)
_BEGINS = re.compile(
    r"^(?:图为|圖為|图[:：]|圖[:：]|사진은\s|사진설명|\[사진|<사진|〈사진|(?:Photo|Image|Picture)(?:\s(?:courtesy|credit|by)|:)|Pictured)",
)
_SIDE = re.compile(
    r"[(（\[](?:왼쪽|오른쪽|가운데|맨 왼쪽|맨 오른쪽|左|右|中|前排|后排|後排|L|R|C|left|right|center|centre)"
    r"[^()（）\[\]]{0,10}[)）\]]"
)
_TAKER = re.compile(  # without one of these nobody took the picture
    "摄|攝|사진|图片|圖片|图源|圖源|Photo|PHOTO|Image"
)
_SENTENCE_END = re.compile(r"[.。!！?？…다][\"'”’」』）)\]]{0,3}$")


def is_caption(text: str) -> bool:
    """Whether a line is a picture's: it names who took it, or who stands where.

    A paragraph of the report may name both inside its sentences; what names
    places in a picture without ending as a sentence does is a caption.
    """
    if len(text) > LONGEST:
        return False
    if _BEGINS.match(text) is not None:
        return True
    if _TAKER.search(text) is not None and _TAKEN_BY.search(text) is not None:
        return True
    return _SIDE.search(text) is not None and _SENTENCE_END.search(text) is None
