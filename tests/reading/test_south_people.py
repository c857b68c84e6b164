"""People and their posts as South Korean papers write them; all are invented."""

from __future__ import annotations

import pytest

from hapjak.reading.korean.south.bodies import SouthBodies
from hapjak.reading.korean.south.people import SouthPeople


def read(text: str) -> SouthPeople:
    return SouthPeople(text, SouthBodies(text))


def posts(text: str) -> dict[str, list[tuple[str, str | None]]]:
    """Titles and bodies by person."""
    return {
        person.name: [(post.title, post.body.name if post.body else None) for post in person.posts]
        for person in read(text).all()
    }


@pytest.mark.parametrize(
    ("text", "name", "title", "body"),
    [
        ("차도담 대전시장은 12일", "차도담", "시장", "대전시"),
        ("차도담 전남지사와 만났다. 전남도는", "차도담", "지사", "전남도"),
        ("차도담 경기도지사는", "차도담", "도지사", "경기도"),
        ("차도담 부안군수가", "차도담", "군수", "부안군"),
        ("여수시 차도담 국제협력과장은", "차도담", "국제협력과장", "여수시"),
        ("차도담 여수시 부시장이", "차도담", "부시장", "여수시"),
        ("가온대학교 차도담 총장은", "차도담", "총장", "가온대학교"),
        ("차도담 가온보건대학교 총장이", "차도담", "총장", "가온보건대학교"),
        ("차도담 가온과학진흥원장은", "차도담", "원장", "가온과학진흥원"),
        ("가온대학교(총장 차도담)와", "차도담", "총장", "가온대학교"),
        ("경기도지사 차도담은", "차도담", "도지사", "경기도"),
        ("차도담 여주시의장을", "차도담", "의장", "여주시의회"),
        ("차도담 경기도의회 의장은", "차도담", "의장", "경기도의회"),
        ("차도담 외교부장관과", "차도담", "장관", "외교부"),
        ("차도담보령시장은", "차도담", "시장", "보령시"),
        ("보령시 관계자들과 차도담 보령시장은", "차도담", "시장", "보령시"),
        # Chinese names by their sound, with hanja in brackets and without
        ("천루페이(陈如飞) 칭란성 성장은", "천루페이", "성장", "칭란성"),
        ("중국 더란(德蘭)시 쑤윈청 시장을", "쑤윈청", "시장", "더란시"),
        ("쑤윈청 산둥성 당서기와", "쑤윈청", "당서기", "산둥성"),
        # other countries: several words, the country before the body
        ("쩐 티 하잉 하노이시 인민위원장이", "쩐 티 하잉", "인민위원장", "하노이시"),
        ("레 시 반 베트남 빈푹성 인민위원장과", "레 시 반", "인민위원장", "빈푹성"),
        ("일본 해솔시에서 고타니 다케시 시장을 만났다", "고타니 다케시", "시장", "해솔시"),
        ("구사가와 하지메 고치현의회 의장은", "구사가와 하지메", "의장", "고치현의회"),
        ("조나단 리 유타주 상원의원은", "조나단 리", "상원의원", "유타주"),
        ("러시아 연해주의 블라디미르 카림 주지사 대행이", "블라디미르 카림", "주지사 대행", "연해주"),
        ("여수시장·차도담 순천시장이", "차도담", "시장", "순천시"),
        ("웨이하이시 쉬리칭 상무국장이", "쉬리칭", "상무국장", "웨이하이시"),
        ("차도담 주 호치민 총영사를 만났다", "차도담", "총영사", "주호치민 총영사관"),
        ("(구청장 이솔)", "이솔", "구청장", None),
        ("미국 유타주 로버트 제이 힐 주지사가", "로버트 제이 힐", "주지사", "유타주"),
        ("모리타 겐이치(森田 健一) 주부산일본총영사를", "모리타 겐이치", "총영사", "주부산일본총영사관"),
        ("연해주 올렉 페트렌코 지사는", "올렉 페트렌코", "지사", "연해주"),
    ],
)  # fmt: skip
def test_a_name_beside_its_post(text: str, name: str, title: str, body: str | None) -> None:
    assert posts(text) == {name: [(title, body)]}


@pytest.mark.parametrize(
    "text",
    [
        "여수시 관계자는 “협력하겠다”고 말했다.",  # nobody by name
        "해외 시장 개척과 경제 성장을 위해",  # a market, growth
        "웨이하이시 포럼에 참가해 웨이하이시 시장과 만났다.",  # a verb, not a name
        "국제협력관광 부국장이 동행했다.",  # a department
        "공사 현장을 찾았다. 경기도가 주장한",  # a building site, a claim
        "김 지사는 이날",  # a surname whose person was never named
    ],
)
def test_no_person(text: str) -> None:
    assert posts(text) == {}


def test_one_title_for_a_list_belongs_to_each() -> None:
    found = posts("경기도의회 차도담(가온당·수원4), 오누리, 서한결 의원이 참석했다.")
    assert {name: held[0][0] for name, held in found.items()} == {
        "차도담": "의원",
        "오누리": "의원",
        "서한결": "의원",
    }


def test_a_second_mention_is_the_same_person_under_one_post() -> None:
    people = read("차도담 지사가 왔다. 차도담 전북도지사는 말했다. 차 지사는 웃었다.")
    [person] = people.all()
    assert [post.title for post in person.posts] == ["도지사"]
    text = people.text
    assert people.at(text.index("차 지사")) is person


def test_a_list_of_guests_from_two_sides() -> None:
    found = posts(
        "차도담 전북도지사를 비롯한 교류단은 연해주 올렉 페트렌코 지사, 보그다노프 콘스탄틴 부지사와 면담했다."
    )
    assert found["보그다노프 콘스탄틴"] == [("부지사", "연해주")]


def test_hanja_in_brackets_is_a_spelling_of_the_name() -> None:
    [person] = read("천루페이(陳如飛) 산둥성 성장은").all()
    assert person.forms == {"ko_kr": ["천루페이"], "zh_hant": ["陳如飛"]}
