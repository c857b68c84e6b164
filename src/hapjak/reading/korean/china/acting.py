"""Whether what follows a body's name says that it acts."""

from __future__ import annotations

import re
from collections.abc import Callable

ACTS = re.compile(
    r"(?:\([^()]{1,20}\))?(?:인민)?(?:정부)?(?:은|는|이|가|와|과|측|량)[\s,가-힣]"
    r"|\s(?:[가-힣]{2,8}\s?)?(?:부문|부서|정부)(?:은|는|이|가)\s"
    r"|\s?(?:관리위원회|당사업위원회|대표단|지도자)|\s[가-힣]{2,4}\s?(?:부?주임|부?서기)"
)
LONGEST_ROW = 12  # names that one verb may have before it
ROW_JOINT = re.compile(r"\s?[,、·ㆍ]\s?|\s및\s")


def acts_at(text: str, end: int, end_of: Callable[[int], int | None]) -> bool:
    """Whether the name that ends here acts, or stands in a row whose last name does.

    `end_of` tells where the body ends that begins at a place.
    """
    for _ in range(LONGEST_ROW):
        if ACTS.match(text, end):
            return True
        joint = ROW_JOINT.match(text, end)
        following = end_of(joint.end()) if joint else None
        if following is None:
            return False
        end = following
    return False
