"""Instruments themselves: agreements, minutes and plans with clauses and signatures."""

from __future__ import annotations

import pytest

from hapjak.reading import model
from hapjak.reading.rules import read_bytes

CHINESE = """青岚省人民政府 云港市人民政府合作框架协议

甲方：青岚省人民政府
乙方：云港市人民政府

为促进优势互补，经友好协商，双方达成如下协议：

第一条 合作原则
坚持政府引导、市场运作、互利共赢。

第二条 合作领域
（一）加强粮食产销合作。甲方每年向乙方供应优质大米30万吨。
（二）乙方支持甲方建设冷链物流园区。
（三）双方联合开展冰雪旅游宣传推广，共同培训旅游专业人才。

第三条 附则
本协议有效期五年，自双方签字之日起生效。一式四份，双方各执两份。

甲方代表：沈若川
乙方代表：顾怀舟
2024年5月12日
"""

SOUTH = """해솔도-청람성 우호교류 협약서

해솔도(이하 “갑”이라 한다)와 청람성(이하 “을”이라 한다)은 상호 발전을 위해 다음과 같이 협약을 체결한다.

제1조(목적) 이 협약은 양 지역의 교류 증진을 목적으로 한다.
제2조(협력분야) 양 지역은 다음 분야에서 협력한다.
1. 농업기술 교류
2. 청소년 교류
3. 관광 홍보
제3조(연수) 갑은 을의 교환학생 30명을 매년 초청한다.
제4조(유효기간) 이 협약의 유효기간은 서명한 날부터 3년으로 한다.

2024년 6월 3일

해솔도지사 한서준
청람성 성장 심약천
"""

CHINA_KOREAN = """청람성 운항시 회담요지

2023년 4월 20일, 청람성정부와 운항시정부는 회담을 가졌다. 쌍방은 아래와 같은 사항을 확정하였다.

1. 량식 생산판매협력을 강화하고 운항시에 비축창고를 건설한다.
2. 련석회의를 해마다 한차례 소집한다.
3. 두 지역의 중소학생 빙설겨울캠프를 조직한다.

청람성 성장 심약천
운항시 시장 고회주
"""

ENGLISH = """MEMORANDUM OF UNDERSTANDING ON FRIENDSHIP BETWEEN HAESOL PROVINCE AND THE STATE OF ARDEN

Haesol Province (hereinafter "the Province") and the State of Arden (hereinafter "the State") have agreed as follows:

Article 1. Purpose
This memorandum serves the friendship of both regions.

Article 2. Cooperation
The parties will exchange high school students every year.
The State will support the training of nurses from the Province.
The parties shall jointly develop hydrogen energy projects.

Article 3. Term
This memorandum is valid for five years and is made in two copies.

Signed on 3 June 2024

Han Seo-jun, Governor of Haesol Province
Mary Smith, Governor of the State of Arden
"""

REPORT = """청람성·해솔도 우호교류 협약 체결
5월 12일, 청람성과 해솔도는 청람성에서 우호교류 협약을 체결했다. 청람성 성장 심약천과 해솔도지사 한서준이 참석했다.
1. 농업기술을 교류하기로 했다.
2. 청소년을 교류하기로 했다.
"""


def read(text: str) -> model.Reading:
    found = read_bytes(text.encode(), "agreed.txt")
    assert isinstance(found, model.Reading)
    return found


def names(reading: model.Reading, ids: list[str]) -> list[str]:
    known = {body.id: body.name for body in reading.organisations}
    return [known[name] for name in ids]


@pytest.mark.parametrize(
    ("text", "kind", "day", "parties", "signers"),
    [
        (CHINESE, "framework", "2024-05-12", {"青岚省", "云港市"}, {"沈若川", "顾怀舟"}),
        (SOUTH, "sister_tie", "2024-06-03", {"해솔도", "청람성"}, {"한서준", "심약천"}),
        (CHINA_KOREAN, "minutes", "2023-04-20", {"청람성", "운항시"}, {"심약천", "고회주"}),
        (
            ENGLISH,
            "memorandum",
            "2024-06-03",
            {"Haesol Province", "State of Arden"},
            {"Han Seo-jun", "Mary Smith"},
        ),
    ],
)
def test_an_instrument_is_one_agreement_signed_by_its_parties(
    text: str, kind: str, day: str, parties: set[str], signers: set[str]
) -> None:
    reading = read(text)
    [agreement] = reading.agreements
    [meeting] = reading.meetings
    assert (agreement.kind, agreement.date, meeting.date) == (kind, day, day)
    assert not agreement.planned
    for ids in (agreement.parties, meeting.parties):
        assert {name.removesuffix("人民政府") for name in names(reading, ids)} == parties
    people = {person.id: person.name for person in reading.people}
    assert {people[entry.person] for entry in meeting.people if entry.role == "signed"} == signers


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            CHINESE,
            [
                ("甲方每年向乙方供应优质大米30万吨", "AGR", ["青岚省"]),
                ("乙方支持甲方建设冷链物流园区", "TRA", ["云港市"]),
                ("双方联合开展冰雪旅游宣传推广", "TOU", ["青岚省", "云港市"]),
                ("共同培训旅游专业人才", "EDU", ["青岚省", "云港市"]),
            ],
        ),
        (
            SOUTH,
            [
                ("농업기술 교류\n2. 청소년 교류\n3. 관광 홍보", "AGR", ["해솔도", "청람성"]),
                ("을의 교환학생 30명을 매년 초청한다", "EDU", ["해솔도"]),
            ],
        ),
        (
            CHINA_KOREAN,
            [
                ("량식 생산판매협력을 강화하고", "AGR", ["청람성", "운항시"]),
                ("운항시에 비축창고를 건설한다", "AGR", ["청람성", "운항시"]),
                ("련석회의를 해마다 한차례 소집한다", "MEC", ["청람성", "운항시"]),
                ("두 지역의 중소학생 빙설겨울캠프를 조직한다", "ICE", ["청람성", "운항시"]),
            ],
        ),
        (
            ENGLISH,
            [
                (
                    "exchange high school students every year",
                    "EDU",
                    ["Haesol Province", "State of Arden"],
                ),
                ("support the training of nurses from the Province", "EDU", ["State of Arden"]),
                (
                    "jointly develop hydrogen energy projects",
                    "ENE",
                    ["Haesol Province", "State of Arden"],
                ),
            ],
        ),
    ],
)
def test_each_clause_that_binds_is_a_commitment_agreed(
    text: str, lines: list[tuple[str, str, list[str]]]
) -> None:
    reading = read(text)
    assert all(
        line.firmness == "agreement" and line.speaker is None for line in reading.commitments
    )
    assert len(reading.commitments) == len(lines)
    for line, (words, field, acting) in zip(reading.commitments, lines, strict=True):
        assert words in line.quote or line.quote in words
        assert line.field[:3] == field, line.quote
        assert [name.removesuffix("人民政府") for name in names(reading, line.by)] == acting


def test_a_report_of_a_signing_is_no_instrument() -> None:
    reading = read(REPORT)
    assert reading.meetings[0].kind == "signing"
    assert len(reading.commitments) > 0
