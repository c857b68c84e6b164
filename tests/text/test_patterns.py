"""A pattern sought where it can begin finds what `re` finds."""

from __future__ import annotations

import re

import pytest

from hapjak.text.patterns import FEW, Anchored, Worded, occurrences

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


def test_every_match_stands_behind_what_is_asked():
    behind = Anchored(r"(?:市|长)\w", behind=r"(?<!省)")
    assert [m[0] for m in behind.finditer("甲市乙、省市甲、长丙")] == ["市乙", "长丙"]


@pytest.mark.parametrize("pattern", [r"", r"(?:省)?", r".省", r"[^，]省", r"\b"])
def test_a_pattern_that_may_begin_anywhere_is_refused(pattern):
    with pytest.raises(ValueError, match="begin"):
        Anchored(pattern)


@pytest.mark.parametrize("flags", [0, re.IGNORECASE])
@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (r"(?:签署|签订)[^，]{0,4}(?:协议|备忘录)", "协议 备忘录"),
        (r"\bsign(?:s|ed|ing)?\b[^.]{0,9}accords?", "accord"),
        (r"(?:the|a) (?P<what>(?:joint )?statement|minutes)", "statement minutes"),
        (r"\d+ (?:tons?|boxes)", "ton boxes"),
        (r"(?:not )?yet", "yet"),
    ],
)
def test_a_pattern_is_tried_where_one_of_its_words_stands(pattern, words, flags):
    worded = Worded(pattern, flags)
    for word in words.split():
        assert worded.may_match(f"before {word} behind")
    assert not worded.may_match("nothing of it")
    plain = re.compile(pattern, flags)
    for text in (TEXT, "The statement, 20 boxes, yet signed accords."):
        assert [m.span() for m in worded.finditer(text)] == [m.span() for m in plain.finditer(text)]
        first = worded.search(text, 3, 60)
        assert bool(first) == bool(plain.search(text, 3, 60))


@pytest.mark.parametrize("pattern", [r"", r"(?:sign)?", r"\w+", r"(?:sign|\d+)", r"(?!sign)\d"])
def test_a_pattern_that_needs_no_word_is_refused(pattern):
    with pytest.raises(ValueError, match="without"):
        Worded(pattern)


@pytest.mark.parametrize("more", [0, FEW])
def test_words_are_found_wherever_they_stand(more):
    words = ["王一", "王一一", "一一", *(f"x{n}" for n in range(more))]
    found = {("王一", 1, 3), ("王一", 4, 6), ("王一一", 4, 7), ("一一", 5, 7)}
    assert set(occurrences(words, "甲王一、王一一")) == found
