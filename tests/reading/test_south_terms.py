"""What a South Korean report promises: one invented sentence after a signing, and its lines."""

from __future__ import annotations

import pytest

from hapjak.reading.rules import read_bytes

LEAD = "여수시와 중국 웨이하이시는 9일 여수시청에서 업무협약을 체결했다.\n"
Lines = list[tuple[str, str]]

TERMS: list[tuple[str, Lines]] = [
    (
        "협약에 따라 두 도시는 △수산물 가공 기술 이전 △대학생 교환학생 파견 △크루즈 관광상품 공동 개발 등을 추진한다.",
        [
            ("agreement", "수산물 가공 기술 이전"),
            ("agreement", "대학생 교환학생 파견"),
            ("agreement", "크루즈 관광상품 공동 개발"),
        ],
    ),
    (
        "이번 협약을 통해 ▲지역 우수인재 발굴 및 양성을 위한 교육협력 사업 공동 추진 ▲인적 교류 및 정책 공유 활성화 ▲지역 축제 상호 홍보 등에 협력하기로 했다.",
        [
            ("agreement", "지역 우수인재 발굴 및 양성을 위한 교육협력 사업 공동 추진"),
            ("agreement", "인적 교류 및 정책 공유 활성화"),
            ("agreement", "지역 축제 상호 홍보"),
        ],
    ),
    (
        "협약서에는 청소년 홈스테이 확대, 공무원 상호 파견, 농특산물 판로 지원 등의 내용이 담겼다.",
        [
            ("agreement", "청소년 홈스테이 확대"),
            ("agreement", "공무원 상호 파견"),
            ("agreement", "농특산물 판로 지원"),
        ],
    ),
    (
        "여수시는 앞으로 웨이하이시 관광객에게 시티투어 요금을 깎아 줄 계획이다.",
        [("intention", "웨이하이시 관광객에게 시티투어 요금을 깎아 줄 계획")],
    ),
    (
        "차도담 여수시장은 “섬박람회에 웨이하이시 기업이 많이 참가해 주길 바란다”고 말했다.",
        [("hope", "섬박람회에 웨이하이시 기업이 많이 참가해 주길")],
    ),
    (
        "차도담 여수시장은 “두 도시를 잇는 뱃길을 다시 열자”고 제안했다.",
        [("proposal", "두 도시를 잇는 뱃길을 다시 열자")],
    ),
    (
        "왕레이 웨이하이시장은 여수 돌산갓김치를 웨이하이 마트에 들여놓고 싶다고 밝혔다.",
        [("hope", "여수 돌산갓김치를 웨이하이 마트에 들여놓고 싶다")],
    ),
    (
        "차도담 여수시장은 섬박람회에 왕레이 시장을 초청했다.",
        [("proposal", "섬박람회에 왕레이 시장을 초청")],
    ),
    (
        "양측은 수산 종묘 연구에 힘을 모으는 한편 학생 수학여행을 서로 보내기로 했다.",
        [("agreement", "수산 종묘 연구에 힘을 모으"), ("agreement", "학생 수학여행을 서로 보내")],
    ),
    (
        "주요 협약 내용은 청년 창업 공간 조성, 관광 데이터 공동 활용, 수소차 충전소 확충 등이다.",
        [
            ("agreement", "청년 창업 공간 조성"),
            ("agreement", "관광 데이터 공동 활용"),
            ("agreement", "수소차 충전소 확충"),
        ],
    ),
    (
        "이에 따라 여수시는 매년 30명의 의료진 연수를 지원하고 웨이하이시는 환자 송출 창구를 마련한다.",
        [("agreement", "매년 30명의 의료진 연수를 지원"), ("agreement", "환자 송출 창구를 마련")],
    ),
    (
        "양 도시는 실무협의체를 구성해 구체적인 사업을 찾아 나갈 예정이다.",
        [("intention", "실무협의체를 구성해 구체적인 사업을 찾아 나갈 예정")],
    ),
    (
        "여수시는 내년 3월부터 1년 동안 공무원 1명을 웨이하이시로 보낸다.",
        [("intention", "내년 3월부터 1년 동안 공무원 1명을 웨이하이시로 보낸다")],
    ),
    (
        "왕레이 시장은 유학생 장학금을 늘려 달라고 부탁했다.",
        [("proposal", "유학생 장학금을 늘려")],
    ),
    (
        "두 시장은 전세기 취항을 앞당기는 데 의견을 같이했다.",
        [("agreement", "전세기 취항을 앞당기")],
    ),
    (
        "두 도시는 수산물 안전 검사 정보를 주고받고, 위생 기준을 맞추기로 합의했다.",
        [("agreement", "수산물 안전 검사 정보를 주고받"), ("agreement", "위생 기준을 맞추")],
    ),
    (
        "협약의 골자는 김 양식 기술 전수와 종자 보급이다.",
        [("agreement", "김 양식 기술 전수와 종자 보급")],
    ),
    (
        "웨이하이시는 여수 섬박람회 홍보관을 설치하고 관광객 1천명을 보내기로 약속했다.",
        [("agreement", "여수 섬박람회 홍보관을 설치"), ("agreement", "관광객 1천명을 보내")],
    ),
    (
        "시는 이번 방문을 계기로 웨이하이시와 항만 물류 협력을 넓혀 나간다는 방침이다.",
        [("intention", "웨이하이시와 항만 물류 협력을 넓혀 나간다는 방침")],
    ),
    (
        "차도담 여수시장은 “양 도시가 손잡고 해양관광 상품을 키워 나가야 한다”고 강조했다.",
        [("proposal", "양 도시가 손잡고 해양관광 상품을 키워 나가야 한다")],
    ),
    (
        "차도담 여수시장은 “교류가 두 도시의 우정을 더욱 깊게 할 것”이라고 말했다.",
        [],
    ),
    (
        "차도담 여수시장은 “따뜻하게 맞아 준 웨이하이 시민께 감사드린다”고 말했다.",
        [],
    ),
    (
        "웨이하이시는 인구 290만명의 항구도시로 수산업이 발달했다.",
        [],
    ),
    (
        "양 도시는 1995년 자매결연을 맺은 뒤 30여 차례 대표단을 주고받았다.",
        [],
    ),
    (
        "양측은 문화, 관광, 체육 등 여러 분야에서 교류를 넓히기로 했다.",
        [("agreement", "문화, 관광, 체육 등 여러 분야에서 교류를 넓히")],
    ),
    (
        "왕레이 시장은 “내년 봄 여수를 찾아 수산 기업과 투자 상담회를 갖겠다”고 답했다.",
        [("intention", "내년 봄 여수를 찾아 수산 기업과 투자 상담회를 갖겠다")],
    ),
    (
        "두 도시는 이를 위해 내년까지 1억 원씩 모두 2억 원의 교류 기금을 만든다.",
        [("agreement", "내년까지 1억 원씩 모두 2억 원의 교류 기금을 만든다")],
    ),
]


def lines(text: str) -> Lines:
    reading = read_bytes((LEAD + text).encode(), "report.txt", published="2024-04-10")
    assert not hasattr(reading, "refusal")
    said = [(c.firmness.value, c.quote) for c in reading.commitments]
    return [line for line in said if line[0] != "signed"]


@pytest.mark.parametrize(("text", "expected"), TERMS)
def test_a_sentence_gives_its_lines(text: str, expected: Lines) -> None:
    found = lines(text)
    assert [firmness for firmness, _ in found] == [firmness for firmness, _ in expected]
    for (_, quote), (_, words) in zip(found, expected, strict=True):
        assert quote in words or words in quote
