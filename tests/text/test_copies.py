"""One report printed twice is told from two reports of the same partners. All texts are invented."""

from __future__ import annotations

import pytest

from hapjak.text.copies import is_copy, likeness

REPORT = {
    "ko": (
        "5월 12일 청람성과 운항시는 운항에서 사업회담을 가지고 무역 협력을 강화하기로 했다. "
        "심약천 성장은 운항의 대외개방 경험을 참답게 학습하련다고 말했다. "
        "두 지역은 량식 공급을 늘리고 랭장물류 통로를 함께 건설하기로 했다. "
        "고회주 시장은 청소년 빙설운동 교류를 넓히기를 희망한다고 표시했다. "
        "이번 활동에 두 지역의 관련 부문 책임자들이 참가했다."
    ),
    "zh": (
        "5月12日，青岚省与云港市在云港举行工作会谈，双方就加强贸易合作深入交换意见。"
        "沈若川表示，要认真学习云港对外开放的经验，推动两地合作走深走实。"
        "双方将扩大粮食供应，共同建设冷链物流通道，推进装备制造产业链对接。"
        "高会舟希望两地扩大青少年冰雪运动交流，办好青岚文化周活动。"
        "两地有关部门负责同志参加会谈。"
    ),
    "en": (
        "Qinglan Province and the city of Yungang held working talks in Yungang on 12 May and agreed to widen trade. "
        "Governor Shen said that Qinglan would study what Yungang has learned from opening to the world. "
        "The two sides will raise supplies of grain and build a cold chain for perishable goods together. "
        "Mayor Gao hoped that winter sports of young people would bring both places closer to each other."
    ),
}
OTHER = {
    "ko": (
        "9월 3일 청람성과 운항시는 청람에서 련석회의를 가지고 한해 동안의 협력을 총화했다. "
        "심약천 성장은 상반년에 체결한 협의 가운데서 절반이 리행되였다고 소개했다. "
        "두 지역은 풍력과 수소에너지 개발을 탐색하고 공동실험실을 세우기로 했다. "
        "고회주 시장은 청람대표단의 방문에 환영을 표하고 간부교류를 넓히자고 제의했다."
    ),
    "zh": (
        "9月3日，青岚省与云港市在青岚召开联席会议，总结一年来的合作情况。"
        "沈若川介绍，上半年签署的协议已有一半落实到位，成效明显。"
        "双方商定探索风电和氢能开发，共建联合实验室，开展干部挂职交流。"
        "高会舟对青岚省给予云港的支持表示感谢，建议拓展医疗教育合作。"
    ),
    "en": (
        "Qinglan Province and the city of Yungang met in Qinglan on 3 September to look back on a year of cooperation. "
        "Governor Shen said that half of what had been signed in spring was carried out by now. "
        "The two sides will explore wind power and hydrogen and set up a laboratory that they share. "
        "Mayor Gao thanked the province and proposed to exchange officials, doctors and teachers."
    ),
}


@pytest.mark.parametrize("language", REPORT)
def test_the_same_text_with_other_blanks_signs_and_lead_is_a_copy(language: str) -> None:
    text = REPORT[language]
    for other in (
        text.replace(" ", "  ").replace("，", ",").replace(". ", ".\n"),
        "TOP NEWS 2021 \n" + text,
        text.upper(),
        OTHER[language][:40] + text,
    ):
        assert is_copy(text, other)


@pytest.mark.parametrize("language", REPORT)
def test_a_text_shortened_to_a_third_is_a_copy_of_the_longer(language: str) -> None:
    text = REPORT[language]
    short = text[len(text) // 3 : 2 * len(text) // 3]
    alike = likeness(text, short)
    assert alike.is_copy
    assert alike.of_second > 0.9 > 0.5 > alike.of_first


@pytest.mark.parametrize("language", REPORT)
def test_two_reports_of_the_same_partners_are_no_copies(language: str) -> None:
    assert not is_copy(REPORT[language], OTHER[language])


def test_a_translation_is_no_copy() -> None:
    assert not is_copy(REPORT["ko"], REPORT["zh"])
    assert not is_copy(REPORT["zh"], REPORT["en"])


def test_too_little_text_says_nothing() -> None:
    assert not is_copy("청람성 운항시 협력", "청람성 운항시 협력")
    assert not is_copy("", REPORT["ko"])
