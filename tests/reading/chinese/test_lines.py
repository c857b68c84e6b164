"""Lines of cooperation in invented speeches and terms, by the rules of the contract."""

from __future__ import annotations

import pytest

from hapjak.reading.rules import read_bytes

LEAD = "5月12日，青岚省省长沈若川在云港会见云港市市长顾怀舟。\n"


def lines(text: str) -> list[tuple[str, str, str]]:
    reading = read_bytes((LEAD + text).encode(), "a.txt", published="2021-05-13")
    return [(c.firmness.value, c.field, c.quote) for c in reading.commitments]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # rule 1: a clause with a verb of its own is a line, results at the end are none
            "沈若川说，希望双方加强科技创新合作，密切文化交往，推动两地关系迈上新台阶。",
            [("hope", "SCI", "加强科技创新合作"), ("hope", "CUL", "密切文化交往")],
        ),
        (  # a bare list of fields behind one verb is one line, its main field the first named
            "沈若川说，青岚愿与云港深化经贸、农业、旅游等领域务实合作，实现互利共赢。",
            [("intention", "TRD", "深化经贸、农业、旅游等领域务实合作")],
        ),
        (  # what leads to a verb goes with it, though the verb alone would say nothing
            "顾怀舟表示，希望围绕旅游、教育等领域，共谋合作载体，加深相互了解。",
            [("hope", "TOU", "围绕旅游、教育等领域，共谋合作载体")],
        ),
        (  # a joint conference speaks for its members
            "会议强调，要加强劳务协作；要选派教师到云港支教。",
            [("proposal", "SOC02", "加强劳务协作"), ("proposal", "EDU03", "选派教师到云港支教")],
        ),
        (  # what stands behind the instrument that it follows from is a term
            "根据协议，两市每年互派20名教师，互认学分。",
            [("agreement", "EDU03", "每年互派20名教师"), ("agreement", "EDU03", "互认学分")],
        ),
        (
            "双方达成以下共识：一是共建物流园区；二是定期举办旅游推介会。",
            [
                ("agreement", "TRA02", "共建物流园区"),
                ("agreement", "TOU", "定期举办旅游推介会"),
            ],
        ),
        (  # a gift has substance without a figure
            "顾怀舟说，云港市向青岚省捐赠了一批图书。",
            [("done", "CUL", "向青岚省捐赠了一批图书")],
        ),
        (  # members of a list with verbs of their own
            "顾怀舟表示，希望双方强化人才交流、推进港口建设。",
            [("hope", "EDU", "强化人才交流"), ("hope", "TRA01", "推进港口建设")],
        ),
        (  # rule 4: to both a proposal, to one's own side an intention
            "顾怀舟表示，双方要建立联席会议制度。我们要扩大大米采购。",
            [("proposal", "MEC01", "建立联席会议制度"), ("intention", "AGR01", "扩大大米采购")],
        ),
        (
            "双方就经贸往来、开辟旅游线路、加强影视交流等达成了意向。",
            [
                ("agreement", "TRD", "经贸往来"),
                ("agreement", "TOU01", "开辟旅游线路"),
                ("agreement", "CUL", "加强影视交流"),
            ],
        ),
        (  # terms of an instrument
            "双方签署合作协议。根据协议，双方将在新能源、现代农业等领域开展合作。",
            [
                ("signed", "MEC", "签署合作协议"),
                ("agreement", "ENE", "在新能源、现代农业等领域开展合作"),
            ],
        ),
        (  # a wish goes on in sentences that begin with its verbs
            "沈若川说，希望双方深化旅游合作。推进装备制造产业对接。",
            [("hope", "TOU", "深化旅游合作"), ("hope", "IND04", "推进装备制造产业对接")],
        ),
    ],
)
def test_a_line_is_a_clause_with_an_object_of_its_own(text, expected):
    assert lines(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "沈若川说，希望双方加强交流，拓宽合作领域，实现互利共赢。",  # no object
        "顾怀舟表示，云港将认真贯彻重要讲话精神，扎实推进对口合作。",
        "顾怀舟对沈若川一行表示欢迎，感谢青岚长期以来的支持帮助。",
        "沈若川介绍了青岚的农业情况。",
        "顾怀舟说，云港旅游资源丰富，近年来成就显著。",
    ],
)
def test_praise_slogans_and_verbs_without_an_object_are_no_lines(text):
    assert lines(text) == []


def test_a_figure_belongs_to_its_line():
    reading = read_bytes(
        (LEAD + "双方商定，到2023年底前每年向云港供应大米73.56万吨。").encode(),
        "a.txt",
        published="2021-05-13",
    )
    [commitment] = reading.commitments
    assert commitment.quantity.unit == "t"
    assert commitment.quantity.amount == "735600"
    assert commitment.due == "2023"


def test_an_act_of_signing_told_of_twice_is_one():
    text = "青岚省与云港市签署合作协议。会上，双方签署了《青岚云港粮食产销合作协议》。"
    assert lines(text) == [("signed", "AGR01", "签署了《青岚云港粮食产销合作协议》")]
