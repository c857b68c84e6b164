"""Posts in front of and behind names in Chinese-Korean reports; everybody is invented."""

from __future__ import annotations

import pytest

from hapjak.reading.korean.china.bodies import ChinaBodies
from hapjak.reading.korean.china.people import ChinaPeople
from hapjak.reading.sentences import split


def held(text: str) -> set[tuple[str, str]]:
    people = ChinaPeople(text, split(text), ChinaBodies(text))
    return {(person.name, post.title) for person in people.all() for post in person.posts}


def bodies(text: str) -> dict[tuple[str, str], str | None]:
    people = ChinaPeople(text, split(text), ChinaBodies(text))
    return {
        (person.name, post.title): post.body.name if post.body else None
        for person in people.all()
        for post in person.posts
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "성당위 상무위원, 조직부 부장 리동철이 참석했다.",
            {("리동철", "상무위원"), ("리동철", "부장")},
        ),
        (
            "성당위 선전부 부장 리동철과 부성장 장문도가 참석했다.",
            {("리동철", "부장"), ("장문도", "부성장")},
        ),
        (
            "성당위 비서장 왕해룡, 성정부 비서장 리동철, 성외사판공실 주임 장문도 등이 회견에 참가했다.",
            {("장문도", "주임"), ("리동철", "비서장"), ("왕해룡", "비서장")},
        ),
        ("연변주당위 부서기, 주장 홍철은 환영사를 했다.", {("홍철", "부서기"), ("홍철", "주장")}),
        (
            "훈춘시당위 부서기, 시인민정부 시장 왕해룡이 참석했다.",
            {("왕해룡", "부서기"), ("왕해룡", "시장")},
        ),
        (
            "량해룡 흑룡강성위 부서기 겸 성장은 축사를 했다.",
            {("량해룡", "성장"), ("량해룡", "부서기")},
        ),
        (
            "연변주상무국 부국장 김철수, 연변주외사판공실 부주임 박문호가 동행했다.",
            {("김철수", "부국장"), ("박문호", "부주임")},
        ),
        ("주문화라지오텔레비죤방송및관광국 국장 김철수가 추천소개를 했다.", {("김철수", "국장")}),
        ("연길고신기술산업개발구 관리위원회 주임 왕해룡이 설명했다.", {("왕해룡", "주임")}),
        (
            "연변대학 당위 부서기이며 교장인 김문학이 축사를 했다.",
            {("김문학", "교장"), ("김문학", "부서기")},
        ),
        ("한국 전남대학교 총장 정상일이 답사를 했다.", {("정상일", "총장")}),
        ("한국무역협회 회장 정상일이 인사말을 했다.", {("정상일", "회장")}),
        ("심양주재 한국총령사관 령사 최영수가 축사를 했다.", {("최영수", "령사")}),
        ("주할빈 로씨야총령사관 총령사 안드레예브가 축사를 했다.", {("안드레예브", "총령사")}),
        (
            "조선 라선시인민위원회 위원장 김철남, 부위원장 리명수가 참석했다.",
            {("김철남", "위원장"), ("리명수", "부위원장")},
        ),
        (
            "한국 강원특별자치도 도지사 최영수, 강원특별자치도의회 의장 박재민이 축사를 했다.",
            {("최영수", "도지사"), ("박재민", "의장")},
        ),
        ("길림시 부시장 왕려가 대표단을 환영했다.", {("왕려", "부시장")}),
        ("내몽골자치구 주석 바특이가 회의를 주재했다.", {("바특이", "주석")}),
        ("상해시 부시장 진소명(陈小明)이 회견에 참석했다.", {("진소명", "부시장")}),
        ("중공중앙 대외련락부 부부장 진소명이 대표단을 인솔했다.", {("진소명", "부부장")}),
        ("국가발전및개혁위원회 부주임 진소명이 참석했다.", {("진소명", "부주임")}),
        (
            "성정협 부주석이며 성공상련 주석인 왕해룡이 참석했다.",
            {("왕해룡", "부주석"), ("왕해룡", "주석")},
        ),
        ("일본 니이가다현 지사 다나까 이찌로가 답사를 했다.", {("다나까 이찌로", "지사")}),
        (
            "연변병원 원장 김철수와 한국 서울아산병원 원장 박재민이 협의서에 서명했다.",
            {("박재민", "원장"), ("김철수", "원장")},
        ),
    ],
)
def test_every_title_of_a_run_is_a_post(text: str, expected: set[tuple[str, str]]) -> None:
    assert held(text) == expected


@pytest.mark.parametrize(
    ("text", "post", "body"),
    [
        ("성당위 상무위원, 조직부 부장 리동철이 참석했다.", ("리동철", "부장"), "조직부"),
        ("연변대학 당위 부서기이며 교장인 김문학이 축사했다.", ("김문학", "교장"), "연변대학"),
        (
            "라선시인민위원회 위원장 김철남, 부위원장 리명수가 왔다.",
            ("리명수", "부위원장"),
            "라선시",
        ),
        ("길림성상무청 2급 순시원 왕려가 축사했다.", ("왕려", "순시원"), "길림성상무청"),
        ("조선총령사관(총령사 구영철)이 연회를 차렸다.", ("구영철", "총령사"), "조선총령사관"),
        (
            "전남협회 회장 겸 백두협회 회장이며 한성화보 사장인 조명철이 왔다.",
            ("조명철", "사장"),
            "한성화보",
        ),
        (
            "길림성 무역촉진회의 당조성원, 부회장이며 성 무역촉진센터 주임인 왕려가 왔다.",
            ("왕려", "부회장"),
            "길림성 무역촉진회",
        ),
        ("한국무역관(KITA) 허성철 관장이 왔다.", ("허성철", "관장"), "한국무역관"),
        # 지사 is an office of no place of China
        (
            "길림성 성장 왕해룡이 최영수지사가 이끈 강원도대표단을 만났다.",
            ("최영수", "지사"),
            "강원도",
        ),
        # 부주장 is of a prefecture, though a province was named last
        (
            "길림성 성장 왕해룡과 연변주 주장 홍철, 부주장 윤청이 참석했다.",
            ("윤청", "부주장"),
            "연변주",
        ),
    ],
)
def test_whose_post_it_is(text: str, post: tuple[str, str], body: str) -> None:
    assert bodies(text)[post] == body


@pytest.mark.parametrize(
    "text",
    [
        "훈춘시 시장 개척을 다그쳤다.",  # a market
        "량국의 기업의 책임자들이 참석했다.",
        "중공중앙 정치국 위원들이 참석했다.",
    ],
)
def test_words_that_are_no_names(text: str) -> None:
    assert held(text) == set()
