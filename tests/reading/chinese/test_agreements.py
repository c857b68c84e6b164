"""Instruments of invented Chinese reports."""

from __future__ import annotations

import pytest

from hapjak.reading.rules import read_bytes


def agreements(text: str) -> list[tuple[str, str | None, bool, list[str]]]:
    reading = read_bytes(text.encode(), "a.txt", published="2021-05-13")
    names = {body.id: body.name for body in reading.organisations}
    return [
        (a.kind.value, a.title, a.planned, [names[p] for p in a.parties])
        for a in reading.agreements
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "5月12日，吉林省与浙江省签署《吉林浙江合作框架协议》。",
            [("framework", "吉林浙江合作框架协议", False, ["吉林省", "浙江省"])],
        ),
        (
            "5月12日，长春市与杭州市、吉林市与宁波市分别签署合作备忘录。",
            [
                ("memorandum", None, False, ["长春市", "杭州市"]),
                ("memorandum", None, False, ["吉林市", "宁波市"]),
            ],
        ),
        (
            "5月12日，长春市与韩国水原市签署友好城市关系意向书。",
            [("letter_of_intent", None, False, ["长春市", "水原市"])],
        ),
        (
            "5月12日，吉林省与浙江省座谈。双方将签署合作框架协议。",
            [("framework", None, True, ["吉林省", "浙江省"])],
        ),
        (
            "5月12日，吉林省与浙江省座谈，省商务厅将鼓励企业签订购销合同。",
            [],
        ),
    ],
)
def test_an_instrument_has_its_kind_title_and_signers(text, expected):
    assert agreements(text) == expected
