"""Bodies, posts and people as Chinese-Korean reports name them; everybody here is invented."""

from __future__ import annotations

import pytest

from hapjak.reading.korean.china.bodies import ChinaBodies
from hapjak.reading.korean.china.people import ChinaPeople
from hapjak.reading.sentences import split


def bodies_of(text: str) -> dict[str, str]:
    return {body.name: body.kind.value for body in ChinaBodies(text).all() if body.spans}


def people_of(text: str) -> dict[str, list[tuple[str, str | None]]]:
    people = ChinaPeople(text, split(text), ChinaBodies(text))
    return {
        person.name: [(post.title, post.body.name if post.body else None) for post in person.posts]
        for person in people.all()
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("길림성당위와 성정부는 회의를 열었다.", {"길림성당위": "party", "길림성": "government"}),
        (
            "연변주는 련석회의를 열었다. 주당위도 참가했다.",
            {"연변주": "government", "주당위": "party"},
        ),
        ("길림성 외사판공실이 왔다.", {"길림성 외사판공실": "government"}),
        ("주인대 상무위원회에서 결정했다.", {"주인대 상무위원회": "legislature"}),
        ("주상무국과 연변대학이 합작한다.", {"주상무국": "government", "연변대학": "institute"}),
        ("심양주재 한국 총령사관이 도왔다.", {"심양주재 한국 총령사관": "government"}),
        ("로씨야 빈해변강구정부 대표단", {"빈해변강구": "government"}),
        ("한국 강원도의회가 왔다.", {"강원도의회": "legislature"}),
        ("청람농업집단유한회사와 체결했다.", {"청람농업집단유한회사": "company"}),
        ("신빈만족자치현인민정부는 왔다.", {"신빈만족자치현": "government"}),
        ("여러 종합대학과 현지기업이 왔다.", {}),  # no names
        ("성과를 거두고 시장을 개척하며 주요 사업을 추진한다.", {}),
        ("전국의 위원회와 각국 대표가 왔다.", {}),
    ],
)
def test_bodies_are_told_by_how_their_names_end(text: str, expected: dict[str, str]) -> None:
    assert bodies_of(text) == expected


def test_a_level_left_alone_means_the_place_of_that_level() -> None:
    bodies = ChinaBodies("주당위 서기가 왔다. 연변주는 크다. 성정부와 길림성당위도 왔다.")
    codes = {body.name: body.territory for body in bodies.all() if body.spans}
    assert codes == {
        "주당위": "CN-222400",
        "연변주": "CN-222400",
        "길림성": "CN-JL",
        "길림성당위": "CN-JL",
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "성당위 상무위원이며 주당위 서기인 림승원이 왔다.",
            {"림승원": [("상무위원", "성당위"), ("서기", "주당위")]},
        ),
        (
            "주당위 부서기이며 주장인 조명철은 주정부를 대표했다.",
            {"조명철": [("부서기", "주당위"), ("주장", "주정부")]},
        ),
        (
            "림승원 길림성위 서기 겸 성인대상무위원회 주임이 왔다.",
            {"림승원": [("서기", "길림성위"), ("주임", "성인대상무위원회")]},
        ),
        (
            "주정협 부주석들인 고회주, 심약천, 라이녕이 왔다.",
            {name: [("부주석", "주정협")] for name in ("고회주", "심약천", "라이녕")},
        ),
        ("연변대학 조명철부교장과 회담했다.", {"조명철": [("부교장", "연변대학")]}),
        ("청람그룹 송채미 부회장 일행을 만났다.", {"송채미": [("부회장", "청람그룹")]}),
        (
            "로씨야 빈해변강구정부 부주석 이와노브·니꼴라이 일행을 만났다.",
            {"이와노브·니꼴라이": [("부주석", "빈해변강구")]},
        ),
        (
            "일본 니이가다시의회 의장 다나까 히로시를 단장으로 하는 대표단이 왔다.",
            {"다나까 히로시": [("의장", "니이가다시의회")]},
        ),
        (
            "뻬뜨로브 러시아 사하(야쿠트)공화국 행정장관 일행이 왔다.",
            {"뻬뜨로브": [("행정장관", "사하(야쿠트)공화국")]},
        ),
        ("심양주재 한국총령사 최하람 일행을 회견했다.", {"최하람": [("총령사", "한국")]}),
        ("한국 제주도지사 오하람을 회견했다.", {"오하람": [("도지사", "제주도")]}),
        ("손잡고 시장을 개척하며 고속 성장을 실현한다.", {}),  # a market, growth
        ("관련 부문 책임자들이 회견에 참석했다.", {}),
        ("두 나라 대통령의 지도하에 발전했다.", {}),
    ],
)
def test_posts_stand_before_behind_and_on_names(
    text: str, expected: dict[str, list[tuple[str, str | None]]]
) -> None:
    assert people_of(text) == expected


def test_names_without_posts_are_read_where_they_take_part() -> None:
    text = "림승원, 조명철, 고회주와 관련 부문 책임자들이 이날 회견에 참석했다."
    assert list(people_of(text)) == ["림승원", "조명철", "고회주"]
    assert people_of("량식, 고기, 남새와 과일을 회견 후 보냈다.") == {}


def test_heads_of_state_in_formulas_take_no_part() -> None:
    text = "성당위 서기 림승원이 할빈에서 대표단을 회견했다. " * 4
    assert list(people_of(text + "왕갑일 주석과 리을이 대통령의 지도하에 발전한다.")) == ["림승원"]
