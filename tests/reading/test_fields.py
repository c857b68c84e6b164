"""Which field a line is of: its words, the report's theme, and what is no field at all."""

from __future__ import annotations

import pytest

from hapjak.reading.fields import NAMES, WEAK, codes_of, field_words, theme_of
from hapjak.reading.model import Reading
from hapjak.reading.rules import read_bytes

LANGUAGE = {"zh": "zh-Hans", "ko-KR": "ko-KR", "ko-CN": "ko-CN", "en": "en"}


def fields(variety: str, text: str) -> list[str]:
    words = field_words(variety[:2], LANGUAGE[variety])
    return codes_of(words.hits(text), NAMES, WEAK)


@pytest.mark.parametrize(
    ("text", "main"),
    [
        ("扩大蓝莓采购", "AGR"),
        ("稳定玉米供应", "AGR01"),
        ("引进种牛", "AGR02"),
        ("共建冷库", "AGR03"),
        ("打造区域公用品牌", "AGR04"),
        ("开展育种试验", "AGR05"),
        ("推进煤炭合作", "ENE"),
        ("建设海上风电场", "ENE01"),
        ("落实跨省绿电交易", "ENE02"),
        ("布局加氢站", "ENE03"),
        ("共建新能源汽车产业链", "IND01"),
        ("发展集成电路", "IND02"),
        ("推动生物医药合作", "IND03"),
        ("发展低空经济", "IND04"),
        ("共建联合实验室", "SCI01"),
        ("促进科技成果转化", "SCI02"),
        ("建设算力中心", "SCI03"),
        ("共建飞地园区", "TRD02"),
        ("参加博览会", "TRD03"),
        ("设立产业基金", "TRD04"),
        ("加密航班", "TRA01"),
        ("发展多式联运", "TRA02"),
        ("改造供水管网", "TRA03"),
        ("组织青少年滑雪训练", "ICE01"),
        ("研发造雪机", "ICE02"),
        ("申办锦标赛", "ICE03"),
        ("互办艺术节", "CUL01"),
        ("加强媒体互访", "CUL02"),
        ("开发体育旅游", "TOU"),  # the head of a compound tells what it is
        ("推出一程多站线路产品", "TOU01"),
        ("选派干部挂职", "EDU01"),
        ("举办技能培训", "EDU02"),
        ("互认学分", "EDU03"),
        ("深化医联体建设", "SOC01"),
        ("推进异地养老", "SOC02"),
        ("治理荒漠化", "ENV01"),
        ("开展联合应急演练", "ENV02"),
        ("缔结友好城市", "EXT03"),
        ("建立联席会议制度", "MEC01"),
        ("建立文旅合作机制", "TOU"),  # what the mechanism is for
        ("在经济、教育领域合作", "TRD"),  # listed among fields, a general word is one
        ("支持企业参与港口建设", "TRA01"),  # a general word beside a field's own is none
        ("智慧医院结对", "SOC01"),
    ],
)
def test_a_chinese_line_is_of_the_first_thing_it_names(text: str, main: str) -> None:
    assert fields("zh", text)[0] == main


@pytest.mark.parametrize(
    ("text", "main"),
    [
        ("딸기 수출 확대", "AGR"),
        ("쌀 가공 협력", "AGR01"),
        ("한우 종자 개량", "AGR02"),
        ("스마트팜 보급", "AGR05"),
        ("해상풍력 단지 조성", "ENE01"),
        ("그린수소 생산", "ENE03"),
        ("자율주행 실증", "IND01"),
        ("반도체 인력 교류", "IND02"),
        ("화장품 기업 지원", "IND03"),
        ("드론 산업 육성", "IND04"),
        ("모빌리티 분야 공동 연구과제 발굴", "SCI01"),  # the research is what is agreed
        ("수소와 스마트팜 분야의 공동연구", "ENE03"),  # of a list, the first is
        ("특산품 박람회 참가", "TRD03"),
        ("산삼항노화엑스포 홍보", "TRD03"),
        ("청소년 동계스포츠 교류", "ICE01"),
        ("기술 이전 추진", "SCI02"),
        ("디지털 전환 지원", "SCI03"),
        ("창업기업 발굴", "TRD01"),
        ("경제자유구역 연계", "TRD02"),
        ("수출상담회 개최", "TRD03"),
        ("벤처펀드 조성", "TRD04"),
        ("직항 노선 개설", "TRA01"),
        ("콜드체인 구축", "TRA02"),
        ("도시재생 경험 공유", "TRA03"),
        ("태권도 시범단 파견", "ICE"),
        ("동계훈련 지원", "ICE01"),
        ("세계선수권 유치", "ICE03"),
        ("문화·관광 교류 확대", "CUL"),
        ("오케스트라 합동 공연", "CUL01"),
        ("지역 축제 홍보", "CUL02"),
        ("의료관광 활성화", "TOU"),
        ("수학여행단 유치", "TOU01"),
        ("공무원 상호 파견", "EDU01"),
        ("직업교육 지원", "EDU02"),
        ("학점 교류", "EDU03"),
        ("원격진료 도입", "SOC01"),
        ("계절근로자 선발", "SOC02"),
        ("미세먼지 저감", "ENV01"),
        ("산불 공동 대응", "ENV02"),
        ("자매결연 체결", "EXT03"),
        ("행정, 경제, 교육 분야 교류", "MEC02"),
        ("정례화된 관광 협력 체계 구축", "TOU"),
        ("우수 산업 육성", "IND"),  # 수산 would cut both words
    ],
)
def test_a_south_korean_line_is_of_the_first_thing_it_names(text: str, main: str) -> None:
    assert fields("ko-KR", text)[0] == main


@pytest.mark.parametrize(
    ("text", "main"),
    [
        ("록색전력 거래", "ENE02"),
        ("량식 비축을 공동건설", "AGR03"),
        ("목축업 협력", "AGR02"),
        ("련합실험실 건설", "SCI01"),
        ("성과전환 추진", "SCI02"),
        ("경제, 과학기술 교류", "TRD"),
        ("산업원구 건설", "TRD02"),
        ("관광객원 상호 수송", "TOU01"),
        ("문화관광 협력", "CUL"),
        ("빙설관광 브랜드", "TOU02"),
        ("간부괘직을 다그치다", "EDU01"),
        ("류학생 교류", "EDU03"),
        ("중의중약 합작", "SOC01"),
        ("로무 협력", "SOC02"),
        ("삼림방화 련합", "ENV02"),
        ("륙해련운 통로", "TRA01"),
        ("련석회의제도 건립", "MEC01"),
    ],
)
def test_a_chinese_korean_line_is_read_in_its_own_spelling(text: str, main: str) -> None:
    assert fields("ko-CN", text)[0] == main


@pytest.mark.parametrize(
    ("text", "main"),
    [
        ("increase imports of avocados", "TRD"),
        ("supply soybeans", "AGR01"),
        ("train dairy farmers in animal health", "AGR02"),
        ("build an offshore wind farm", "ENE01"),
        ("set up charging stations", "ENE03"),
        ("develop electric vehicles", "IND01"),
        ("cooperate in semiconductors", "IND02"),
        ("joint research on batteries", "SCI01"),
        ("open a data centre", "SCI03"),
        ("support start-ups", "TRD01"),
        ("open direct flights", "TRA01"),
        ("improve cold-chain logistics", "TRA02"),
        ("exchange on urban planning", "TRA03"),
        ("hold a film festival", "CUL01"),
        ("promote wellness tourism", "TOU"),
        ("exchange of officials", "EDU01"),
        ("offer scholarships", "EDU03"),
        ("train nurses", "SOC01"),
        ("receive seasonal workers", "SOC02"),
        ("protect wetlands", "ENV01"),
        ("cooperate in firefighting", "ENV02"),
        ("a sister-city agreement on trade", "TRD"),
    ],
)
def test_an_english_line_is_of_the_first_thing_it_names(text: str, main: str) -> None:
    assert fields("en", text)[0] == main


@pytest.mark.parametrize(
    ("variety", "text"),
    [
        ("zh", "人民政府共同努力"),  # 民政
        ("zh", "相关负责人参加"),  # 人参
        ("zh", "市政府会见"),  # 市政
        ("zh", "保持良好势头"),
        ("ko-KR", "서로 발전시키기로"),  # 전시
        ("ko-KR", "방안과 현안을 살피다"),  # 안과
        ("ko-KR", "화상회의를 열다"),  # 상회
        ("ko-KR", "시장님이 말했다"),
        ("ko-KR", "하 기 후원"),  # 기후 lies across two words
        ("en", "in exchange for support"),
        ("en", "prices and rights"),  # rice
        ("en", "support each other"),  # port
    ],
)
def test_words_that_only_look_like_a_field_are_none(variety: str, text: str) -> None:
    assert fields(variety, text) == []


@pytest.mark.parametrize(
    ("variety", "text"),
    [
        ("zh", "双方教育局负责"),
        ("ko-KR", "문화국장이 맡는다"),
        ("en", "the agriculture minister will lead"),
        ("en", "the Ministry of Transport and others"),
    ],
)
def test_an_offices_name_is_no_field_of_what_it_does(variety: str, text: str) -> None:
    assert fields(variety, text) == []


def test_a_theme_is_the_field_of_most_words() -> None:
    words = field_words("zh", "zh-Hans")
    assert theme_of(words.hits("云港举办消防演练，消防员比武")) == "ENV02"
    assert theme_of(words.hits("云港与沈州签约，涉及旅游、教育、港口")) is None
    assert theme_of(words.hits("旅游")) is None  # once is no theme


SIGNED = "2024年5月6日，云港市市长沈若川与沈州市市长罗子明会谈并签署《{}》。根据协议，双方将{}。"


@pytest.mark.parametrize(
    ("instrument", "term", "fields_"),
    [
        # a tie of two cities is that, whatever it lists (rule 10)
        ("云港市与沈州市建立友好城市关系协议书", "加强旅游合作", ["EXT03", "TOU"]),
        ("云港市与沈州市战略合作框架协议", "推进港口建设", ["MEC", "TRA01"]),
        ("云港市与沈州市消防合作协议", "建立联席会议制度", ["ENV02", "MEC01"]),
    ],
)
def test_an_instrument_has_its_own_field(instrument: str, term: str, fields_: list[str]) -> None:
    reading = read_bytes(
        SIGNED.format(instrument, term).encode(), "x.txt", published="2024-05-06", language="zh"
    )
    assert isinstance(reading, Reading)
    assert [line.field for line in reading.commitments] == fields_


def test_a_line_without_a_field_has_that_of_its_report() -> None:
    text = (
        "가람시, 누리시와 소방 협력\n가람시(시장 김가온)는 6일 누리시(시장 이누리)와 소방 분야 업무협약을 체결했다. "
        "두 시는 소방 훈련을 함께 하고 필요한 인원과 장비를 서로 지원하기로 했다."
    )
    reading = read_bytes(text.encode(), "x.txt", published="2024-05-06", language="ko")
    assert isinstance(reading, Reading)
    assert {line.field for line in reading.commitments} == {"ENV02"}


@pytest.mark.parametrize(
    ("text", "main"),
    [
        # to be asked to come is exchange, to whatever one is asked
        (
            "차도담 여수시장은 6일 여수시청에서 왕레이 중국 웨이하이시장과 면담했다. "
            "차도담 여수시장은 섬박람회에 왕레이 시장을 초청했다.",
            "EXT",
        ),
        # what is given is the matter, not whom it is given
        (
            "가람시(시장 김가온)는 6일 누리시(시장 이누리)와 업무협약을 체결했다. "
            "두 시는 대학생들에게 스마트팜 기술을 가르치기로 했다.",
            "AGR05",
        ),
        # terms of sister cities that name nothing but exchange are their tie's
        (
            "가람시와 누리시 자매결연\n가람시(시장 김가온)는 6일 누리시(시장 이누리)와 자매결연 협약을 체결했다. "
            "두 시는 해마다 서로의 행사에 대표단을 초청하고 시민 모임이 서로 방문하도록 돕기로 했다.",
            "EXT03",
        ),
    ],
)
def test_who_is_asked_or_given_is_not_the_matter(text: str, main: str) -> None:
    reading = read_bytes(text.encode(), "x.txt", published="2024-05-06", language="ko")
    assert isinstance(reading, Reading)
    assert reading.commitments[-1].field == main


def test_bodies_that_sign_tell_what_is_signed_where_nothing_else_does() -> None:
    text = "5月6日，云港市第一中学校长沈若川率团访问沈州市实验中学，与校长罗子明座谈并签署合作框架协议。"
    reading = read_bytes(text.encode(), "x.txt", published="2024-05-06", language="zh")
    assert isinstance(reading, Reading)
    assert [line.field for line in reading.commitments] == ["EDU03"]


def test_a_topic_without_a_word_has_the_field_of_its_report() -> None:
    text = (
        "여수시, 웨이하이시와 산불 공동대응\n차도담 여수시장은 6일 여수시청에서 왕레이 중국 웨이하이시장과 면담했다. "
        "두 도시는 산불 진화를 서로 돕기로 했다. 두 시장은 앞으로 함께 할 일의 세부 방안을 논의했다."
    )
    reading = read_bytes(text.encode(), "x.txt", published="2024-05-06", language="ko")
    assert isinstance(reading, Reading)
    topics = [topic.field for meeting in reading.meetings for topic in meeting.topics]
    assert topics == ["ENV02"]
