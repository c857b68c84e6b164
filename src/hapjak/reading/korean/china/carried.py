"""Whether a name must carry a particle where it stands."""

from __future__ import annotations

import re

from hapjak.reading.korean.china.posts import Token
from hapjak.reading.korean.china.titles import glued, part

# Before these a name stands without a particle
NO_PARTICLE = (
    "일행",
    "등",
    "및",
    "씨",
    "동지",
    "녀사",
    "선생",
    "부부",
    "외",
    "박사",
    "량",
    "두",
    "세",
    "본인",
    "측",
    "전",
    "겸",
)
WORDS = re.compile(r"[가-힣0-9A-Za-z·]+")


def carries(tokens: list[Token], index: int) -> bool:
    """Whether a name here must have a particle: nothing follows before which one may do without."""
    if index + 1 >= len(tokens):
        return False
    following = tokens[index + 1].text
    bare = following.startswith(NO_PARTICLE) or part(following) or glued(following)
    return not bare and bool(WORDS.fullmatch(following))
