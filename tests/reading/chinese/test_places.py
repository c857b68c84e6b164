"""Places and offices in Chinese text, known and told by the text itself."""

from __future__ import annotations

import pytest

from hapjak.reading.chinese.offices import Offices
from hapjak.reading.chinese.places import Places


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("浙江省舟山市普陀区", ["浙江省", "舟山市", "普陀区"]),
        ("吉林省与吉林市", ["吉林省", "吉林市"]),
        ("俄罗斯滨海边疆区与珲春", ["俄罗斯联邦", "滨海边疆区", "珲春"]),
        ("日本爱知县知事", ["日本国", "爱知县"]),
        ("青岚省委书记率团。青岚资源丰富。", ["青岚省", "青岚省"]),
        ("会议由青岚省人民政府召开", ["青岚省"]),
        ("扶余市与宁波市。扶余粮食", ["扶余市", "宁波市", "扶余市"]),
        ("意大利青岚大区签约", ["意大利", "青岚大区"]),
        ("珲春与波格拉尼娜区互贸", ["珲春", "波格拉尼娜区"]),
        ("越南谅山省来访", ["越南社会主义共和国", "谅山省"]),
    ],
)
def test_places_go_by_the_fullest_name_that_the_text_prints(text, names):
    found = Places(text).all
    assert [p.official if p.level == "country" else p.name for p in found] == names


@pytest.mark.parametrize("text", ["全市委员", "城市长期", "中山路", "两省政府", "各市长"])
def test_words_that_hold_a_level_are_no_places(text):
    assert Places(text).all == []


@pytest.mark.parametrize(
    ("text", "offices"),
    [
        ("吉林省商务厅", [("吉林省商务厅", "吉林省", None)]),
        ("省委、省政府", [("省委", None, "省"), ("省政府", None, "省")]),
        ("青川县委县政府", [("青川县委", "青川县", None), ("县政府", "青川县", "县")]),
        ("国家发展改革委", [("国家发展改革委", None, None)]),
        ("两省商务厅", [("商务厅", None, None)]),
        ("普陀区区委", [("普陀区区委", "普陀区", None)]),
        ("浙江省投资与对外贸易局", [("浙江省投资与对外贸易局", "浙江省", None)]),
        ("与波利特兰港务局", [("波利特兰港务局", None, None)]),
        ("爱知县驻上海代表处", [("爱知县驻上海代表处", None, None)]),
        ("赴舟山市，与该市对外联络局", [("该市对外联络局"[1:], "舟山市", "市")]),
        ("中共浙江省委", [("中共浙江省委", "浙江省", None)]),
        ("浙江省经贸合作部署", []),
        ("浙江省农业部门", []),
    ],
)
def test_an_office_is_of_its_place_or_of_one_left_out(text, offices):
    places = Places(text)
    found = [
        (text[o.start : o.end], o.place.name if o.place else None, o.level)
        for o in Offices(text, places).all
    ]
    assert found == offices
