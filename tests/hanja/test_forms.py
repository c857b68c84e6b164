"""The written forms of names of persons, places and bodies."""

from __future__ import annotations

import pytest

from hapjak.hanja import Kind, pinyin_to_hangul, written_forms


@pytest.mark.parametrize(
    ("name", "china", "south", "sound", "latin"),
    [
        ("景俊海", "경준해", "경준해", "징쥔하이", "Jing Junhai"),
        ("刘晓东", "류효동", "유효동", "류샤오둥", "Liu Xiaodong"),
        ("吕志和", "려지화", "여지화", "뤼즈허", "Lü Zhihe"),
        ("欧阳修", "구양수", "구양수", "어우양슈", "Ouyang Xiu"),
        ("李龙熙", "리룡희", "이용희", "리룽시", "Li Longxi"),  # the law at the given name too
        ("单霁翔", "선제상", "선제상", "산지샹", "Shan Jixiang"),
        ("曾培炎", "증배염", "증배염", "쩡페이옌", "Zeng Peiyan"),
        ("倪萍", "예평", "예평", "니핑", "Ni Ping"),
    ],
)
def test_a_chinese_person_in_four_writings(
    name: str, china: str, south: str, sound: str, latin: str
) -> None:
    forms = written_forms(name, Kind.PERSON)
    assert (forms.china[0], forms.south[0]) == (china, south)
    assert (forms.sound, forms.latin) == ((sound,), (latin,))


# Transcriptions checked by hand against the South's rule (orthography 7.4).
@pytest.mark.parametrize(
    ("pinyin", "hangul"),
    [
        ("Cai Qi", "차이치"),
        ("Jing Junhai", "징쥔하이"),
        ("Chen Jining", "천지닝"),
        ("Han Jun", "한쥔"),
        ("Xi Jinping", "시진핑"),
        ("Song Tao", "쑹타오"),
        ("Chen Yanshun", "천옌순"),
        ("Liu Xiaodong", "류샤오둥"),
        ("Zhang Jiaming", "장자밍"),
        ("Jin Wei", "진웨이"),
        ("Guo Yezhou", "궈예저우"),
        ("Hu Jiafu", "후자푸"),
        ("Zhang Zhijun", "장즈쥔"),
        ("Qiu Xiandong", "추셴둥"),
        ("An Guiwu", "안구이우"),
        ("Mao Zedong", "마오쩌둥"),
        ("Deng Xiaoping", "덩샤오핑"),
        ("Hu Jintao", "후진타오"),
        ("Lü Qiushi", "뤼추스"),
        ("Li Qiang", "리창"),
        ("Xu Qin", "쉬친"),
        ("Yuan Jiajun", "위안자쥔"),
        ("Jilin", "지린"),
        ("Changchun", "창춘"),
        ("Yanbian", "옌볜"),
        ("Longjing", "룽징"),
        ("Beijing", "베이징"),
        ("Heilongjiang", "헤이룽장"),
        ("Liaoning", "랴오닝"),
        ("Qingdao", "칭다오"),
        ("Chongqing", "충칭"),
        ("Xinjiang", "신장"),
        ("Ni Zhen", "니전"),
    ],
)
def test_sounds_by_the_rule_of_the_south(pinyin: str, hangul: str) -> None:
    assert pinyin_to_hangul(pinyin) == hangul


@pytest.mark.parametrize(
    ("name", "traditional"),
    [("叶剑英", {"葉劍英", "叶劍英"}), ("范长龙", {"范長龍", "範長龍"}), ("蔡奇", {"蔡奇"})],
)
def test_one_simplified_name_has_several_traditional_ones(name: str, traditional: set[str]) -> None:
    assert traditional <= set(written_forms(name).traditional)


@pytest.mark.parametrize(
    ("name", "spellings"),
    [
        ("吉林省", {"길림성", "지린성", "Jilin Province"}),
        ("重庆市", {"중경시", "충칭시", "Chongqing City"}),
        ("延边朝鲜族自治州", {"연변조선족자치주", "옌볜조선족자치주"}),
        ("吉林省人民政府", {"길림성인민정부", "지린성인민정부"}),
        ("吉林大学", {"길림대학", "지린대학교", "Jilin University"}),
        ("首尔", {"서울", "Seoul"}),
        ("강릉시", {"Gangneung-si"}),
        ("전라남도", {"Jeollanam-do"}),
        ("김영록", {"Kim Yeong-rok"}),
        ("류효동", {"유효동"}),
        ("Cai Qi", {"차이치"}),
    ],
)
def test_places_bodies_and_korean_names(name: str, spellings: set[str]) -> None:
    assert spellings <= set(written_forms(name).spellings())


@pytest.mark.parametrize(
    "name", ["", " ", "1", "第十八届", "Сибирь", "蔡キ", "가" * 500, "蔡" * 500]
)
def test_what_is_no_name_has_few_forms_or_none(name: str) -> None:
    assert len(written_forms(name).spellings()) <= 300
