"""How South Korean reports begin, list and end: one short invented report for each shape."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

import pytest

from hapjak.reading.model import Reading
from hapjak.reading.rules import read_bytes

PUBLISHED = "2024-04-10"


@dataclass(frozen=True)
class Report:
    """A report and what a careful reader sees: `meetings` kind, day, parties; `lines` firmness, words."""

    shape: str
    text: str
    meetings: list[tuple[str, str | None, set[str]]] = field(default_factory=list)
    people: set[tuple[str, str]] = field(default_factory=set)
    lines: list[tuple[str, str]] = field(default_factory=list)


REPORTS = [
    Report(
        "many parties by short names, joined by points",
        "제9회 한일 연안 시·도·현 지사회의가 9일 부산 한 호텔에서 열려 크루즈 관광상품을 공동 개발하기로 합의했다.\n"
        "이 자리에는 한국의 부산·경남·전남과 일본의 후쿠오카·나가사키 등 5개 시·도·현 지사가 참석했다.",
        [("talks", "2024-04-09", {"부산", "경남", "전남", "후쿠오카", "나가사키"})],
        lines=[("agreement", "크루즈 관광상품을 공동 개발")],
    ),
    Report(
        "many parties by short names, joined by commas",
        "여수시는 9일 시청에서 순천, 광양, 고흥, 보성 등 이웃 4개 시·군과 광역버스 노선 확충을 위한 업무협약을 체결했다.",
        [("signing", "2024-04-09", {"여수시", "순천", "광양", "고흥", "보성"})],
        lines=[("signed", "광역버스 노선 확충을 위한 업무협약을 체결")],
    ),
    Report(
        "one level for several names",
        "전남 여수·순천·광양시가 수소산업을 함께 키운다.\n3개 시는 8일 여수시청에서 수소버스 보급을 위한 업무협약을 맺었다.",
        [("signing", "2024-04-08", {"여수시", "순천", "광양시"})],
        lines=[("signed", "수소버스 보급을 위한 업무협약을 맺")],
    ),
    Report(
        "a visit told on the way to its talks, several stops",
        "차도담 거창군수를 단장으로 한 방문단이 지난 2~6일 베트남 더란시, 까솜시를 잇달아 방문하고 계절근로자 도입을 위한 협약을 맺었다.\n"
        "이번 협약에 따라 더란시는 근로자를 선발하기로 했다.",
        [("visit", "2024-04-02", {"거창군", "더란시", "까솜시"})],
        {("차도담", "군수")},
        [("signed", "계절근로자 도입을 위한 협약을 맺"), ("agreement", "근로자를 선발")],
    ),
    Report(
        "two stops with a day each",
        "여수시는 차도담 시장이 지난 2일 독일 뮐하임시와 우호협력의향서를 체결하고 수소 기술을 공동 연구하기로 했다고 9일 밝혔다.\n"
        "4일에는 프랑스 에스부르시와 우호협정을 맺고 청소년 교류를 확대하기로 했다.",
        [
            ("signing", "2024-04-02", {"여수시", "뮐하임시"}),
            ("signing", "2024-04-04", {"여수시", "에스부르시"}),
        ],
        {("차도담", "시장")},
        [
            ("signed", "우호협력의향서를 체결"),
            ("agreement", "수소 기술을 공동 연구"),
            ("signed", "우호협정을 맺"),
            ("agreement", "청소년 교류를 확대"),
        ],
    ),
    Report(
        "Japanese names with surnames like places and particles",
        "전남도는 9일 도청에서 일본 고치현과 관광 교류 협약을 체결했다.\n"
        "협약식에는 다케이시 노부유키 고치현의회 의장, 니시모리 다카시 고치현 부지사, 오키타와 겐이치 고치현 관광국장이 참석했다.",
        [("signing", "2024-04-09", {"전남도", "고치현"})],
        {
            ("다케이시 노부유키", "의장"),
            ("니시모리 다카시", "부지사"),
            ("오키타와 겐이치", "관광국장"),
        },
        [("signed", "관광 교류 협약을 체결")],
    ),
    Report(
        "an ambassador and the province he visits",
        "차도담 충북도지사와 바야르 에르데네 주한 몽골 대사는 9일 도청에서 면담을 갖고 의료 인력 연수를 확대하기로 했다.",
        [("talks", "2024-04-09", {"충북도", "주한 몽골 대사관"})],
        {("차도담", "도지사"), ("바야르 에르데네", "대사")},
        [("agreement", "의료 인력 연수를 확대")],
    ),
    Report(
        "contents of an instrument in quotes",
        "여수시와 중국 더란시는 9일 자매결연을 맺었다.\n"
        "협정서는 ‘수산물 가공 기술 교류를 추진한다’는 내용을 담고 있다.",
        [("signing", "2024-04-09", {"여수시", "더란시"})],
        lines=[("signed", "자매결연을 맺"), ("agreement", "수산물 가공 기술 교류를 추진")],
    ),
    Report(
        "contents told by 골자로 and 담겼다",
        "여수시와 중국 더란시는 9일 업무협약을 체결했다. 협약은 항만 물류 공동 연구와 선원 교육을 골자로 한다.\n"
        "협약서에는 크루즈 관광 상품을 개발한다는 내용도 담겼다.",
        [("signing", "2024-04-09", {"여수시", "더란시"})],
        lines=[
            ("signed", "업무협약을 체결"),
            ("agreement", "항만 물류 공동 연구와 선원 교육"),
            ("agreement", "크루즈 관광 상품을 개발"),
        ],
    ),
    Report(
        "noun endings behind triangles",
        "여수시와 중국 더란시는 9일 업무협약을 체결했다.\n협약 주요 내용은 ▲섬 관광 상품 공동 개발 ▲해조류 양식 기술 이전 ▲청소년 어학연수 지원이다.",
        [("signing", "2024-04-09", {"여수시", "더란시"})],
        lines=[
            ("signed", "업무협약을 체결"),
            ("agreement", "섬 관광 상품 공동 개발"),
            ("agreement", "해조류 양식 기술 이전"),
            ("agreement", "청소년 어학연수 지원"),
        ],
    ),
    Report(
        "noun endings on lines of their own",
        "여수시와 중국 더란시는 9일 업무협약을 체결했다.\n주요 협약 내용은 다음과 같다.\n△ 섬 관광 상품 공동 개발\n△ 해조류 양식 기술 이전\n△ 청소년 어학연수 지원",
        [("signing", "2024-04-09", {"여수시", "더란시"})],
        lines=[
            ("signed", "업무협약을 체결"),
            ("agreement", "섬 관광 상품 공동 개발"),
            ("agreement", "해조류 양식 기술 이전"),
            ("agreement", "청소년 어학연수 지원"),
        ],
    ),
    Report(
        "키로 and 에 합의",
        "여수시와 중국 더란시는 9일 시청에서 회담을 갖고 마늘 재배 기술을 공유키로 했다. 양측은 또 유학생 장학금 조성에 합의했다.",
        [("talks", "2024-04-09", {"여수시", "더란시"})],
        lines=[("agreement", "마늘 재배 기술을 공유"), ("agreement", "유학생 장학금 조성")],
    ),
    Report(
        "present tense of an agreement",
        "여수시와 중국 더란시는 9일 업무협약을 맺었다.\n협약에 따라 양 도시는 화장품 수출을 늘리고 스마트팜 기술을 공유하게 된다.",
        [("signing", "2024-04-09", {"여수시", "더란시"})],
        lines=[
            ("signed", "업무협약을 맺"),("agreement", "화장품 수출을 늘리"), ("agreement", "스마트팜 기술을 공유")],
    ),
    Report(
        "a conference with its title in quotes and its day before",
        "전북도는 지난 8일 도청에서 연해주 정부와 ‘제2회 국장급 화상회의’를 열고 온라인 농업 세미나를 개최하기로 했다.",
        [("call", "2024-04-08", {"전북도", "연해주"})],
        lines=[("agreement", "온라인 농업 세미나를 개최")],
    ),
    Report(
        "a conference as the topic: 열린 회의는",
        "전북도와 연해주 정부가 교류의 물꼬를 텄다.\n지난 8일 도청에서 열린 ‘제2회 국장급 화상회의’에서 양측은 온라인 농업 세미나를 열기로 했다.",
        [("call", "2024-04-08", {"전북도", "연해주"})],
        lines=[("agreement", "온라인 농업 세미나를 열")],
    ),
    Report(
        "a delegation as the guest of an office",
        "충남경찰청은 지난 7~9일 중국 지린성 공안청 대표단을 초청해 보이스피싱 공조 수사를 위한 업무회담을 했다.",
        [("visit", "2024-04-07", {"충남경찰청", "지린성 공안청"})],
    ),
    Report(
        "a fire office signs with a city abroad",
        "경기도소방재난본부는 중국 베이징시 소방국과 소방분야 교류협약을 체결했다고 9일 밝혔다.\n"
        "양측은 소방장비 정보를 공유하고 소방학교 교환교육을 추진할 계획이다.",
        [("signing", None, {"경기도소방재난본부", "베이징시 소방국"})],
        lines=[
            ("signed", "소방분야 교류협약을 체결"),
            ("intention", "소방장비 정보를 공유"),
            ("intention", "소방학교 교환교육을 추진할 계획"),
        ],
    ),
    Report(
        "chambers by their short names",
        "여수상공회의소(회장 차도담)와 일본 가라쓰상공회의소(회장 나카이 사토루)는 9일 여수에서 간담회를 열었다.\n"
        "차도담 여수상의 회장은 “내년에 경제시찰단을 파견하겠다”고 말했다.",
        [("talks", "2024-04-09", {"여수상공회의소", "가라쓰상공회의소"})],
        {("차도담", "회장"), ("나카이 사토루", "회장")},
        [("intention", "내년에 경제시찰단을 파견하겠다")],
    ),
    Report(
        "universities sign, the chancellor speaks",
        "가람대학교와 베트남 더란대학교는 9일 가람대 본관에서 복수학위 운영을 위한 업무협약을 체결했다.\n"
        "차도담 가람대 총장은 “공동 연구소를 설립하기를 희망한다”고 말했다.",
        [("signing", "2024-04-09", {"가람대학교", "더란대학교"})],
        {("차도담", "총장")},
        [("signed", "복수학위 운영을 위한 업무협약을 체결"), ("hope", "공동 연구소를 설립하기")],
    ),
    Report(
        "hospital and city abroad",
        "가람병원은 9일 카자흐스탄 알마티시 보건국과 의료인력 연수 협약을 맺었다.",
        [("signing", "2024-04-09", {"가람병원", "알마티시 보건국"})],
        lines=[("signed", "의료인력 연수 협약을 맺")],
    ),
    Report(
        "courtesy call told from the host",
        "차도담 여수시장은 9일 집무실에서 응우옌 반 하이 주한 베트남 대사의 예방을 받고 수산 인력 교류를 논의했다.",
        [("talks", "2024-04-09", {"여수시", "주한 베트남 대사관"})],
        {("차도담", "시장"), ("응우옌 반 하이", "대사")},
    ),
    Report(
        "a consul general comes to the city hall",
        "구징치 주부산 중국총영사가 9일 여수시청을 찾아 차도담 여수시장과 면담했다.",
        [("talks", "2024-04-09", {"여수시", "주부산 중국 총영사관"})],
        {("구징치", "총영사"), ("차도담", "시장")},
    ),
    Report(
        "youth visit to the sister city",
        "거창군 청소년 교류단은 자매도시인 중국 더란시를 방문해 홈스테이 체험을 한다.\n교류단은 오는 22일 출국해 26일까지 더란시에 머문다.",
        [("visit", "2024-04-22", {"거창군", "더란시"})],
    ),
    Report(
        "assemblies",
        "전남도의회와 중국 산시성 인민대표대회는 9일 도의회에서 간담회를 갖고 의원 연수를 정례화하기로 뜻을 모았다.",
        [("talks", "2024-04-09", {"전남도의회", "산시성 인민대표대회"})],
        lines=[("agreement", "의원 연수를 정례화")],
    ),
    Report(
        "the guest proposes, the host answers",
        "차도담 여수시장은 9일 시청에서 쑤윈청 더란시장을 만났다.\n쑤 시장은 “기계류 전시회에 여수 기업이 참가하자”고 제안했고, 차 시장은 “적극 참가하겠다”고 화답했다.",
        [("talks", "2024-04-09", {"여수시", "더란시"})],
        {("차도담", "시장"), ("쑤윈청", "시장")},
        [("proposal", "기계류 전시회에 여수 기업이 참가하자")],
    ),
    Report(
        "should and must",
        "차도담 경남도지사는 9일 도청에서 사토 겐지 효고현 지사와 회담했다.\n"
        "차 지사는 “항공 직항 노선을 복원해야 한다”고 강조했다. 사토 지사는 “우주항공 기업 교류를 늘려 나가자”고 말했다.",
        [("talks", "2024-04-09", {"경남도", "효고현"})],
        {("차도담", "도지사"), ("사토 겐지", "지사")},
        [
            ("proposal", "항공 직항 노선을 복원해야"),
            ("proposal", "우주항공 기업 교류를 늘려 나가자"),
        ],
    ),
    Report(
        "planned signing",
        "여수시는 오는 15일 중국 더란시와 수산물 수출 업무협약을 체결할 예정이다.",
        [("signing", "2024-04-15", {"여수시", "더란시"})],
        lines=[("intention", "수산물 수출 업무협약을 체결할 예정")],
    ),
    Report(
        "trade fair with a counterpart city",
        "여수시는 8일부터 10일까지 중국 더란시에서 열린 식품박람회에 참가해 더란시와 김치 수출 협약을 체결했다.",
        [("signing", "2024-04-08", {"여수시", "더란시"})],
        lines=[("signed", "김치 수출 협약을 체결")],
    ),
    Report(
        "fund and training as gifts",
        "거창군은 9일 몽골 다르항시에 소방차 2대를 기증했다. 차도담 거창군수는 이날 다르항시 뭉흐 바야르 시장을 만나 “소방 정비 기술자를 파견하겠다”고 약속했다.",
        [("talks", "2024-04-09", {"거창군", "다르항시"})],
        {("차도담", "군수"), ("뭉흐 바야르", "시장")},
        [
            ("done", "몽골 다르항시에 소방차 2대를 기증"),
            ("intention", "소방 정비 기술자를 파견하겠다"),
        ],
    ),
    Report(
        "promotion event",
        "여수시는 지난 8일 중국 더란시에서 관광설명회를 열고 더란시와 전세기 운항을 추진하기로 했다.",
        [("forum", "2024-04-08", {"여수시", "더란시"})],
        lines=[("agreement", "전세기 운항을 추진")],
    ),
    Report(
        "earlier instruments in a list are no meetings",
        "전남도와 일본 고치현은 9일 화상회담을 열었다.\n도와 고치현은 2003년 관광교류협정, 2009년 산업교류협정을 체결했다.",
        [("call", "2024-04-09", {"전남도", "고치현"})],
    ),
    Report(
        "opening by a byline",
        "(여수=가람뉴스) 차도담 기자 = 여수시가 중국 더란시와 손잡고 섬 관광을 키운다. 여수시와 더란시는 9일 여수시청에서 섬 관광 상품 개발 협약을 체결했다.",
        [("signing", "2024-04-09", {"여수시", "더란시"})],
        lines=[("signed", "섬 관광 상품 개발 협약을 체결")],
    ),
    Report(
        "heads of offices sign",
        "협약식에는 차도담 부산시교육감과 은가비 중국 칭다오시 교육국장이 참석했다.\n부산시교육청은 9일 칭다오시 교육국과 원어민 교사 교류 협약을 체결했다.",
        [("signing", "2024-04-09", {"부산시교육청", "칭다오시 교육국"})],
        {("차도담", "교육감"), ("은가비", "교육국장")},
        [("signed", "원어민 교사 교류 협약을 체결")],
    ),
    Report(
        "two companies and a city",
        "여수시는 9일 가람식품㈜, 나래물류㈜와 냉동창고 건립을 위한 투자협약을 체결했다.",
        [("signing", "2024-04-09", {"여수시", "가람식품㈜", "나래물류㈜"})],
        lines=[("signed", "냉동창고 건립을 위한 투자협약을 체결")],
    ),
    Report(
        "parties in brackets behind their heads",
        "여수시(시장 차도담)와 거창군(군수 은가람)은 9일 고향사랑기부 상호 기부를 위한 업무협약을 체결했다.",
        [("signing", "2024-04-09", {"여수시", "거창군"})],
        {("차도담", "시장"), ("은가람", "군수")},
        [("signed", "고향사랑기부 상호 기부를 위한 업무협약을 체결")],
    ),
    Report(
        "two-syllable names with their posts",
        "여수시는 9일 시청에서 거창군과 농산물 직거래 협약을 체결했다. 협약식에는 김담 여수시장, 허봄 거창군수가 참석했다.",
        [("signing", "2024-04-09", {"여수시", "거창군"})],
        {("김담", "시장"), ("허봄", "군수")},
        [("signed", "농산물 직거래 협약을 체결")],
    ),
    Report(
        "a body of the state takes part",
        "여수시는 9일 엑스포홀에서 대통령직속 국가균형발전위원회와 섬 발전 협약을 체결했다.",
        [("signing", "2024-04-09", {"여수시", "국가균형발전위원회"})],
        lines=[("signed", "섬 발전 협약을 체결")],
    ),
    Report(
        "a signing told in the noun",
        "여수시가 중국 더란시와 자매결연을 맺는다.\n여수시는 9일 더란시청에서 자매결연 조인식을 갖고 관광 분야 교류를 넓히기로 했다.",
        [("signing", "2024-04-09", {"여수시", "더란시"})],
        lines=[("signed", "자매결연 조인식을 갖"), ("agreement", "관광 분야 교류를 넓히")],
    ),
    Report(
        "agreed by nodding",
        "차도담 여수시장과 쑤윈청 더란시장은 9일 만나 어선 사고 공동 대응 체계를 마련하는 데 뜻을 같이했다.",
        [("talks", "2024-04-09", {"여수시", "더란시"})],
        {("차도담", "시장"), ("쑤윈청", "시장")},
        [("agreement", "어선 사고 공동 대응 체계를 마련")],
    ),
    Report(
        "a word of praise within an item of a list",
        "여수시와 거창군은 9일 업무협약을 체결했다. 협약의 주요 내용은 ▲주민 공감대 확산을 위한 민간교류 지원 ▲섬 관광자원 공동 개발 등을 담고 있다.",
        [("signing", "2024-04-09", {"여수시", "거창군"})],
        lines=[
            ("signed", "업무협약을 체결"),
            ("agreement", "주민 공감대 확산을 위한 민간교류 지원"),
            ("agreement", "섬 관광자원 공동 개발"),
        ],
    ),
    Report(
        "terms that go on in the next sentence",
        "여수시와 중국 더란시는 9일 업무협약을 맺었다.\n협약에 따라 더란시는 외국인 선원을 선발하기로 했다. 또한 여수시는 선원 숙소를 제공하게 된다.",
        [("signing", "2024-04-09", {"여수시", "더란시"})],
        lines=[
            ("signed", "업무협약을 맺"),
            ("agreement", "외국인 선원을 선발"),
            ("agreement", "선원 숙소를 제공"),
        ],
    ),
    Report(
        "talks with a prime minister",
        "차도담 충남도지사는 9일 우즈베키스탄 타슈켄트에서 압둘라 아리포프 우즈베키스탄 총리를 만나 섬유 기업 진출 방안을 논의했다.",
        [("talks", "2024-04-09", {"충남도", "우즈베키스탄"})],
        {("차도담", "도지사"), ("압둘라 아리포프", "총리")},
    ),
]  # fmt: skip


def read(text: str) -> Reading:
    reading = read_bytes(text.encode(), "talks.txt", published=PUBLISHED)
    assert isinstance(reading, Reading)
    return reading


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.shape)
def test_a_report_of_its_shape_is_read(report: Report) -> None:
    reading = read(report.text)
    names = {body.id: body.name for body in reading.organisations}
    found = [(m.kind.value, m.date, {names[p] for p in m.parties}) for m in reading.meetings]
    posts = {(p.name, post.title) for p in reading.people for post in p.posts}
    lines = [(c.firmness.value, c.quote) for c in reading.commitments]
    assert (found, posts, lines) == (report.meetings, report.people, report.lines)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("구징치 주부산 중국총영사가 9일 여수시청을 찾아 차도담 여수시장과 면담했다.", "여수시청"),
        ("여수시와 거창군은 9일 부산 누리하우스에서 업무협약을 맺었다.", "부산 누리하우스"),
        ("여수시는 9일 관광 분야에서 거창군과 업무협약을 맺었다.", None),
    ],
)
def test_a_meeting_is_held_where_the_guests_call(text: str, place: str | None) -> None:
    [meeting] = read(text).meetings
    assert meeting.place == place


NO_TALKS = [
    "한국 축구대표팀이 9일 도쿄에서 일본을 2-1로 꺾었다. 차도담 감독은 “다음 경기도 이기겠다”고 말했다.",
    "10일 전국이 대체로 맑겠다. 부산과 경남은 오후부터 비가 내리겠다. 기상청은 “건강 관리에 유의해 달라”고 당부했다.",
    "여수시의 지난달 수출이 5% 늘었다. 차도담 여수시장은 “일자리를 늘리겠다”고 밝혔다.",
    "여수시는 9일 국장급 인사를 단행했다. 차도담 국제협력과장이 관광국장으로 승진했다.",
    "9일 오전 거창군 한 도로에서 화물차가 넘어져 2명이 다쳤다. 경찰 관계자는 “원인을 조사할 예정”이라고 말했다.",
    "차도담 여수시장은 9일 태풍 피해 현장을 찾아 “복구를 서두르겠다”고 말했다. 은가람 부시장도 동행했다.",
    "중국 산둥성에서 9일 규모 4의 지진이 났다. 산둥성 정부는 주민을 대피시켰다.",
    "여수시의회는 9일 본회의를 열고 예산안을 의결했다. 차도담 의장은 “도로를 넓히자”고 말했다.",
    "서울과 부산의 아파트 전셋값이 3주 연속 올랐다. 국토교통부는 공급을 늘릴 계획이다.",
    "일본 후쿠오카에서 열린 탁구 대회에서 차도담 선수가 우승했다. 그는 “올림픽에 나가고 싶다”고 했다.",
    "여수경찰서는 9일 보이스피싱 조직원 3명을 붙잡았다. 이들은 중국에 사무실을 차린 것으로 조사됐다.",
    "코스피가 9일 1% 올랐다. 미국과 중국의 무역협상이 타결될 것으로 기대된다.",
    "여수시는 여름 축제를 7월에 연다. 시는 야시장을 운영하고 불꽃놀이를 선보일 계획이다.",
    "차도담 여수시장은 9일 기자간담회에서 “공항을 유치하겠다”며 “시민과 함께 만들어 가자”고 말했다.",
    "여수시와 거창군의 집값이 올랐다. 차도담 여수시장은 “주거 환경을 개선하겠다”고 말했다. 은가람 거창군수는 “산업단지를 조성할 계획”이라고 밝혔다.",
    "여수시보건소는 9일 예방접종을 시작했다. 은가람 보건소장은 “어르신들의 접종을 당부드린다”고 했다.",
]  # fmt: skip


@pytest.mark.parametrize("text", NO_TALKS)
def test_news_without_talks_gives_nothing(text: str) -> None:
    reading = read(text)
    assert not [*reading.meetings, *reading.commitments, *reading.agreements]


@pytest.mark.parametrize(
    "run",
    [
        "여수시 관광국, ",
        "부산·경남·전남, 순천, ",
        "이날 여수시와 거창군은 협약을 체결했다. ",
        "3개 시는 9일 회의를 열었다. ",
    ],
)
def test_a_run_of_one_shape_is_read_in_linear_time(run: str) -> None:
    text = run * (40_000 // len(run))
    start = time.process_time()
    read(text)
    assert time.process_time() - start < 5  # the square of it would take a minute
