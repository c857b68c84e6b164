"""A pattern sought where it can begin finds what `re` finds."""

from __future__ import annotations

import re

import pytest

from hapjak.text.patterns import Anchored

TEXT = "甲省与乙省签署协议，双方将于3月签订备忘录。The State and the City signed; Signing of 2 accords."
PATTERNS = [
    r"(?<=[，。])双方|(?:签署|签订)(?P<what>协议|备忘录)",
    r"(?:与|和)?乙省签署",
    r"(?<!\d)\d{1,2}月|(?P<verb>sign(?:ed|ing))",
    r"(?:(?P<one>the|and) )+(?P<two>State|City)",
    r"[一-龥]省|\bof\b",
    r"协议$|accords\.$|^甲",
]


@pytest.mark.parametrize("flags", [0, re.IGNORECASE])
@pytest.mark.parametrize("bounds", [(0, 200), (3, 30), (5, 6)])
@pytest.mark.parametrize("pattern", PATTERNS)
def test_all_matches_are_those_of_re(pattern, bounds, flags):
    plain = re.compile(pattern, flags)
    expected = [(m.span(), m.groups()) for m in plain.finditer(TEXT, *bounds)]
    anchored = Anchored(pattern, flags)
    assert [(m.span(), m.groups()) for m in anchored.finditer(TEXT, *bounds)] == expected
    first = anchored.search(TEXT, *bounds)
    assert (first and (first.span(), first.groups())) == (expected[0] if expected else None)


@pytest.mark.parametrize("pattern", [r"", r"(?:省)?", r".省", r"[^，]省", r"\b"])
def test_a_pattern_that_may_begin_anywhere_is_refused(pattern):
    with pytest.raises(ValueError, match="begin"):
        Anchored(pattern)
