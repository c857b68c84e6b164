"""Where sentences end."""

from __future__ import annotations

import pytest

from hapjak.reading.sentences import LONGEST, split


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lin met Wu. They agreed.", ["Lin met Wu.", "They agreed."]),
        ("Mr. Lin met Dr. Wu. They agreed.", ["Mr. Lin met Dr. Wu.", "They agreed."]),
        ("Lin K. Wu spoke. It rained.", ["Lin K. Wu spoke.", "It rained."]),
        (
            "Lt. Gov. Lin met Rt. Hon. Wu on Aug. 3. It rained.",
            ["Lt. Gov. Lin met Rt. Hon. Wu on Aug. 3.", "It rained."],
        ),
        ("1. The minister spoke. It rained.", ["1. The minister spoke.", "It rained."]),
        ("会谈举行。双方商定。", ["会谈举行。", "双方商定。"]),
        ("他说：“扩大贸易。加强合作。”会后离开。", ["他说：“扩大贸易。加强合作。”", "会后离开。"]),
        ("3.5만톤을 산다. 끝났다.", ["3.5만톤을 산다.", "끝났다."]),
        ("제목\n\n본문이다", ["제목", "본문이다"]),
        ("“열린 채로. 끝나지 않고\n다음 줄.", ["“열린 채로. 끝나지 않고", "다음 줄."]),
    ],
)
def test_ends(text, expected):
    found = split(text)
    assert [sentence.text for sentence in found] == expected
    assert all(text[s.start : s.end] == s.text for s in found)


def test_what_is_no_sentence_is_parted_at_a_lesser_mark():
    text = "甲" * (LONGEST - 10) + "，" + "乙" * (2 * LONGEST)
    found = split(text)
    assert found[0].text.endswith("甲，")
    assert all(len(sentence.text) <= LONGEST for sentence in found)
    assert "".join(sentence.text for sentence in found) == text
