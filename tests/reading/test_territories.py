"""Names of territories in five written forms, and where a text prints them."""

from __future__ import annotations

import time

import pytest

from hapjak.reading import territories
from hapjak.reading.territories import find_in
from hapjak.reading.territory import FORMS, RANKS, around, by_code, numbers

ROWS = [by_code(code) for code in numbers()]


@pytest.mark.parametrize(
    ("code", "names"),
    [
        # GB/T 2260, ISO 3166; Korean by the list checked in orthography §7
        ("CN-JL", ("吉林省", "吉林省", "길림성", "지린성", "Jilin Province")),
        ("CN-220100", ("长春市", "長春市", "장춘시", "창춘시", "Changchun City")),
        ("CN-222404", ("珲春市", "琿春市", "훈춘시", "훈춘시", "Hunchun City")),
        ("CN-222405", ("龙井市", "龍井市", "룡정시", "룽징시", "Longjing City")),
        ("CN-222401", ("延吉市", "延吉市", "연길시", "옌지시", "Yanji City")),
        ("CN-230100", ("哈尔滨市", "哈爾濱市", "할빈시", "하얼빈시", "Harbin City")),
        ("CN-540100", ("拉萨市", "拉薩市", "라싸시", "라싸시", "Lhasa City")),
        ("CN-650100", ("乌鲁木齐市", "烏魯木齊市", "우룸치시", "우루무치시", "Urumqi City")),
        ("CN-150100", ("呼和浩特市", "呼和浩特市", "후허호트시", "후허하오터시", "Hohhot City")),
        ("CN-610100", ("西安市", "西安市", "서안시", "시안시", "Xi'an City")),
        ("CN-210100", ("沈阳市", "瀋陽市", "심양시", "선양시", "Shenyang City")),
        ("CN-331000", ("台州市", "台州市", "태주시", "타이저우시", "Taizhou City")),  # not 臺
        ("CN-530581", ("腾冲市", "騰衝市", "등충시", "텅충시", "Tengchong City")),
        ("CN-341500", ("六安市", "六安市", "륙안시", "루안시", "Lu'an City")),
        ("CN-371524", ("东阿县", "東阿縣", "동아현", "둥어현", "Dong'e County")),
        ("CN-130726", ("蔚县", "蔚縣", "울현", "위현", "Yu County")),
        (
            "CN-222400",
            (
                "延边朝鲜族自治州",
                "延邊朝鮮族自治州",
                "연변조선족자치주",
                "옌볜조선족자치주",
                "Yanbian Korean Autonomous Prefecture",
            ),
        ),
        (
            "CN-150522",
            (
                "科尔沁左翼后旗",
                "科爾沁左翼後旗",
                "커얼친좌익후기",
                "커얼친좌익후기",
                "Horqin Left Rear Banner",
            ),
        ),
        ("KR-41", ("京畿道", "京畿道", "경기도", "경기도", "Gyeonggi Province")),
        ("KR-11110", ("钟路区", "鍾路區", "종로구", "종로구", "Jongno District")),
        ("KR-42150", ("江陵市", "江陵市", "강릉시", "강릉시", "Gangneung City")),
        ("KR-46130", ("丽水市", "麗水市", "려수시", "여수시", "Yeosu City")),
        ("KR-43110", ("清州市", "清州市", "청주시", "청주시", "Cheongju City")),  # 淸州 at home
        ("KR-48270", ("密阳市", "密陽市", "밀양시", "밀양시", "Miryang City")),
        ("RU-PRI", ("滨海边疆区", "濱海邊疆區", "연해변강구", "연해주", "Primorsky Krai")),
        ("JP-15", ("新潟县", "新潟縣", "니이가따현", "니가타현", "Niigata Prefecture")),
        ("DE", ("德意志联邦共和国", "德意志聯邦共和國", "도이췰란드련방공화국", "독일연방공화국",
                "Federal Republic of Germany")),
        ("IT", ("意大利", "義大利", "이딸리아", "이탈리아", "Italy")),
        ("GB-G2643743", ("伦敦", "倫敦", "런던", "런던", "London")),
    ],
)  # fmt: skip
def test_a_territory_has_its_names_in_all_written_forms(code: str, names: tuple[str, ...]) -> None:
    territory = by_code(code)
    assert territory is not None
    assert tuple(territory.names[form] for form in FORMS) == names


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("吉林省", "CN-JL"),
        ("지린성", "CN-JL"),
        ("Jilin Province", "CN-JL"),
        ("jilin", "CN-JL"),
        ("길림", "CN-JL"),  # the province, though its city shares the name
        ("吉林市", "CN-220200"),
        ("심양시", "CN-210100"),
        ("옌볜", "CN-222400"),  # the prefecture, though a county far away sounds the same
        ("연변주", "CN-222400"),
        ("长白县", "CN-220623"),
        ("요녕성", "CN-LN"),  # the reading as the South writes it
        ("京畿道", "KR-41"),
        ("수원특례시", "KR-41110"),
        ("Gangneung-si", "KR-42150"),
        ("海参崴", "RU-G2013348"),
        ("로씨야", "RU"),
        ("러시아", "RU"),
        ("Lüliang City", "CN-141100"),
        ("Luliang City", "CN-141100"),
    ],
)
def test_a_name_of_any_form_finds_its_territory(name: str, code: str) -> None:
    found = territories.find(name)
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize(
    "name",
    [
        "", "吉", "청람성", "Province",
        "지난", "合作", "백성", "Nice",  # ordinary words
        "朝阳区", "고성군", "산시성", "중구",  # several places, none around the others
    ],
)  # fmt: skip
def test_what_no_single_place_is_called_finds_none(name: str) -> None:
    assert territories.find(name) is None


@pytest.mark.parametrize(
    ("name", "form", "codes"),
    [
        ("朝阳区", "zh-Hans", {"CN-110105", "CN-220104"}),
        ("朝阳", "zh-Hans", {"CN-211300", "CN-211321"}),
        ("산시성", "ko-KR", {"CN-SX", "CN-SN"}),
        ("고성군", "ko-KR", {"KR-42820", "KR-48820"}),
        ("강원도", "ko-KR", {"KR-42", "KP-07"}),
        ("Georgia", "en", {"GE", "US-GA"}),
        ("Suzhou City", "en", {"CN-320500", "CN-341300"}),
    ],
)
def test_a_shared_name_has_all_its_territories(name: str, form: str, codes: set[str]) -> None:
    assert {one.code for one in territories.candidates(name, form)} == codes


def test_every_row_has_a_code_a_level_and_its_surroundings() -> None:
    assert len(ROWS) > 7_500
    for one in ROWS:
        assert one is not None
        assert one.level in RANKS
        assert one.code.startswith(one.country)
        outer = list(around(one))
        assert (outer[-1].level == "country") if one.level != "country" else not outer, one.code
        assert "en" in one.names


def test_china_and_korea_are_complete() -> None:
    def count(start: str, level: str) -> int:
        return sum(bool(one and one.code.startswith(start) and one.level == level) for one in ROWS)

    assert count("CN-", "province") == 34
    assert count("CN-", "city") == 335  # prefectures of GB/T 2260, and two former ones
    assert count("KR-", "province") == 17
    assert count("KR-", "city") == 229  # 226, two cities of Jeju and a former county
    assert count("RU-", "province") == 83
    assert count("JP-", "province") == 47


def test_names_are_written_in_their_own_script() -> None:
    hangul = [f for one in ROWS if one for k, f in one.names.items() if k.startswith("ko")]
    assert all("가" <= name[0] <= "힣" for name in hangul)
    han = [f for one in ROWS if one for k, f in one.names.items() if k.startswith("zh")]
    assert all("\u3400" <= name[0] <= "\u9fff" for name in han)
    assert not any(name[0] >= "\u3400" for one in ROWS if one for name in [one.names["en"]])


@pytest.mark.parametrize(
    ("text", "forms", "found"),
    [
        ("吉林省长春市与京畿道水原市签署协议", ("zh-Hans",), ["吉林省", "长春市", "京畿道", "水原市"]),
        ("길림성장춘시와 강원도", ("ko-CN", "ko-KR"), ["길림성", "장춘시", "강원도"]),
        ("중공길림성위원회", ("ko-CN", "ko-KR"), ["길림성"]),
        ("Jilin Provincial Committee; Jilinese food", ("en",), ["Jilin"]),
        ("Xi'an City and Xianyangs", ("en",), ["Xi'an City"]),
        ("墨西哥锡那罗亚州", ("zh-Hans",), ["墨西哥", "锡那罗亚州"]),
        ("锡那罗亚州", ("zh-Hans",), []),  # far abroad only beside its country
        ("同江苏省、同江市", ("zh-Hans",), ["江苏省", "同江市"]),
        ("해솔군과 칭란성", ("ko-KR",), []),
    ],
)  # fmt: skip
def test_names_stand_where_the_text_prints_them(
    text: str, forms: tuple[str, ...], found: list[str]
) -> None:
    mentions = find_in(text, *forms)
    assert [mention.name for mention in mentions] == found
    assert [text[m.start : m.end] for m in mentions] == found


def test_a_full_name_holds_before_a_short_one() -> None:
    [city] = find_in("吉林市", "zh-Hans")
    assert [one.code for one in city.candidates] == ["CN-220200"]
    assert city.full
    [name] = find_in("吉林", "zh-Hans")
    assert [one.code for one in name.candidates] == ["CN-JL", "CN-220200"]
    assert not name.full


def test_a_long_text_is_searched_in_linear_time() -> None:
    text = "长春市朝阳区与吉林市" * 2_000
    short, long = text[: len(text) // 10], text
    assert len(find_in(long, "zh-Hans")) == 10 * len(find_in(short, "zh-Hans"))

    def seconds(searched: str) -> float:
        """The least of five, in time of this process alone: other work on the machine is no fault."""
        times = []
        for _ in range(5):
            started = time.process_time()
            find_in(searched, "zh-Hans")
            times.append(time.process_time() - started)
        return min(times)

    assert seconds(long) < 25 * seconds(short) + 0.02  # ten times the text
