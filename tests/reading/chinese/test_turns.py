"""Who has the word in invented reports, sentence by sentence."""

from __future__ import annotations

import pytest

from hapjak.reading.rules import read_bytes

LEAD = "5月12日，青岚省省长沈若川在云港会见云港市市长顾怀舟。\n"


def speakers(text: str) -> list[tuple[str | None, str]]:
    """Speaker, and the words, of each commitment."""
    reading = read_bytes((LEAD + text).encode(), "a.txt", published="2021-05-13")
    names = {person.id: person.name for person in reading.people}
    return [(names.get(c.speaker or ""), c.quote) for c in reading.commitments]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "沈若川说，青岚资源丰富。希望双方加强冰雪旅游合作。",
            [("沈若川", "加强冰雪旅游合作")],
        ),
        (
            "沈若川对顾怀舟一行表示欢迎。他说，青岚愿与云港共建产业园区。",
            [("沈若川", "共建产业园区")],
        ),
        (
            "顾怀舟感谢青岚省的支持，并表示，将扩大对青岚大米的采购。",
            [("顾怀舟", "扩大对青岚大米的采购")],
        ),
        (
            "双方表示，将共同开发旅游线路。",
            [(None, "共同开发旅游线路")],
        ),
        (
            "座谈会上，顾怀舟指出，云港市场广阔。要建立联席会议制度。",
            [("顾怀舟", "建立联席会议制度")],
        ),
        (
            "沈若川说，青岚农业基础好。\n省政府秘书长李一平参加会见。",
            [],
        ),
    ],
)
def test_a_speaker_holds_until_the_narrative_goes_on(text, expected):
    found = speakers(text)
    assert [speaker for speaker, _ in found] == [speaker for speaker, _ in expected]
    for (_, ours), (_, theirs) in zip(found, expected, strict=True):
        assert theirs in ours or ours in theirs
