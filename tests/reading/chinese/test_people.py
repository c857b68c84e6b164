"""Posts, names and whose they are, in invented sentences of the usual shapes."""

from __future__ import annotations

import pytest

from hapjak.reading.chinese.bodies import ChineseBodies
from hapjak.reading.chinese.home import homes
from hapjak.reading.chinese.offices import Offices
from hapjak.reading.chinese.people import ChinesePeople
from hapjak.reading.chinese.places import Places
from hapjak.reading.chinese.posts import Posts
from hapjak.reading.rules import read_bytes
from hapjak.reading.sentences import split
from hapjak.text.intake import read_article


def read(text: str, origin: str = "") -> ChinesePeople:
    article = read_article(
        (f"来源：{origin}\n" if origin else "").encode() + text.encode(), name="a.txt"
    )
    places = Places(text)
    offices = Offices(text, places)
    held = list(Posts(text, places, offices).read())
    bodies = ChineseBodies(text, places, offices, homes(article, places, offices, held))
    people = ChinesePeople(text, split(text), bodies, held, "zh_hans")
    bodies.name_as_printed()
    return people


def titles(text: str) -> dict[str, list[str]]:
    return {p.name: [post.title for post in p.posts] for p in read(text).all()}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("省委副书记、省长王一明出席会议。", {"王一明": ["副书记", "省长"]}),
        ("青岚省委书记、省人大常委会主任林承远讲话。", {"林承远": ["书记", "主任"]}),
        (
            "市委常委、常务副市长何知秋，市政府副秘书长李二参加。",
            {"何知秋": ["常委", "常务副市长"], "李二": ["副秘书长"]},
        ),
        ("省委常委、组织部部长宋采薇参加会见。", {"宋采薇": ["常委", "部长"]}),
        (
            "省领导王一、李二三、赵四、孙五六和省直有关部门负责同志参加。",
            {"王一": ["领导"], "李二三": ["领导"], "赵四": ["领导"], "孙五六": ["领导"]},
        ),
        ("市委书记林承远、市长何知秋率团考察。", {"林承远": ["书记"], "何知秋": ["市长"]}),
        ("云港港务集团党委书记、董事长陆景澄介绍情况。", {"陆景澄": ["书记", "董事长"]}),
        ("韩国江海道知事朴民秀一行来访。", {"朴民秀": ["知事"]}),
        ("俄罗斯滨海边疆区政府副主席谢尔盖耶娃参加会见。", {"谢尔盖耶娃": ["副主席"]}),
        ("俄罗斯驻云港总领事伊万诺夫参加。", {"伊万诺夫": ["总领事"]}),
        ("日本爱知县知事山田太郎说，愿加强合作。", {"山田太郎": ["知事"]}),
        ("自治区副主席艾力·买买提江主持会议。", {"艾力·买买提江": ["副主席"]}),
        ("省政协主席巴特尔出席。", {"巴特尔": ["主席"]}),
        ("云港大学校长、中国科学院院士赵明哲签字。", {"赵明哲": ["校长", "院士"]}),
        ("副市长欧阳明月会见客人。", {"欧阳明月": ["副市长"]}),
        ("市长王平在会谈中说，愿意合作。", {"王平": ["市长"]}),
        ("省长李和与市长张文分别介绍情况。", {"李和": ["省长"], "张文": ["市长"]}),
        ("区委副书记，区长周远，县长程泽讲话。", {"周远": ["副书记", "区长"], "程泽": ["县长"]}),
        ("市商务局党组书记、局长吴川主持。", {"吴川": ["书记", "局长"]}),
        ("国家发展改革委副主任郑一凡讲话。", {"郑一凡": ["副主任"]}),
        ("云港市市长李君陪同考察。", {"李君": ["市长"]}),
        ("省长吴庆文在云港会见客人。", {"吴庆文": ["省长"]}),
        ("省长王予和在云港会见客人。", {"王予和": ["省长"]}),
        ("市商务局局长玉溪芳出席。", {"玉溪芳": ["局长"]}),  # 玉溪 is a city too
        ("云港市市长洛桑平措率队考察。", {"洛桑平措": ["市长"]}),  # 洛桑 is one abroad
        (
            "副市长王一明、云山市副市长安娜·谢科娃出席。",
            {"王一明": ["副市长"], "安娜·谢科娃": ["副市长"]},
        ),
        ("青岚省省长、青岚省代表团团长沈若川出席。", {"沈若川": ["省长", "团长"]}),
        ("省长王一明与李二川签署协议。", {"王一明": ["省长"]}),  # 省长 is one alone
    ],
)
def test_each_title_of_a_run_is_a_post_of_each_name_behind_it(text, expected):
    assert titles(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "有关部门主要负责同志参加会见。",
        "双方主要领导高度重视。",
        "会议由副市长主持。",
        "委员会全面推进工作。",
        "总领事馆和企业代表参加。",
        "市长高度重视农业。",
        "省委书记在会上说，",
        "董事长包括三人。",
    ],
)
def test_a_title_without_a_name_is_nobody(text):
    assert titles(text) == {}


def test_a_surname_with_a_title_is_the_person_named_before():
    text = "驻云港总领事陈一白到访。陈总领事表示，愿加强合作。"
    people = read(text)
    assert [person.name for person in people.all()] == ["陈一白"]
    assert people.at(text.index("陈总领事")) is people.all()[0]


def test_a_name_before_its_title_is_a_person_of_the_place_before():
    reading = read_bytes(
        "4日，釜山市由徐一洙市长率团访问高雄市，和陈二菊市长签署合作意向书。".encode(),
        "a.txt",
        published="2021-05-13",
    )
    names = {body.id: body.name for body in reading.organisations}
    held = [(p.name, [(q.title, names[q.organisation]) for q in p.posts]) for p in reading.people]
    assert held == [("徐一洙", [("市长", "釜山市")]), ("陈二菊", [("市长", "高雄市")])]


def test_who_leads_the_partys_group_and_the_board_holds_the_second_post_of_the_company():
    text = "12日，新云建设集团党委书记、董事长王一明与云港市市长李二川座谈。"
    reading = read_bytes(text.encode(), "a.txt", published="2021-05-13")
    names = {body.id: body.name for body in reading.organisations}
    posts = [(post.title, names[post.organisation]) for post in reading.people[0].posts]
    assert posts == [("书记", "新云建设集团党委"), ("董事长", "新云建设集团")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("由州长王一明率领的青岚州代表团来访。", {"王一明": ["青岚州"]}),
        ("西藏自治区党委常委、副主席王一明讲话。", {"王一明": ["西藏自治区党委", "西藏自治区"]}),
        ("访问云港大学，与校长李二川座谈。", {"李二川": ["云港大学"]}),
        ("云港市领导李二川，我市领导王一明参加。", {"李二川": ["云港市"], "王一明": [None]}),
    ],
)
def test_whose_an_elided_post_is(text, expected):
    found = {p.name: [q.body.name if q.body else None for q in p.posts] for p in read(text).all()}
    assert found == expected


def test_an_elided_body_is_the_papers_own():
    text = "省委书记王一明会见浙江省委书记李二川。我省愿加强合作。"
    people = read(text, origin="吉林日报")
    sides = {p.name: p.side.territory for p in people.all() if p.side}
    assert sides == {"王一明": "CN-JL", "李二川": "CN-ZJ"}


def test_an_elided_body_is_the_place_of_who_holds_it_in_full():
    text = "省长王一明率我省代表团赴浙江省考察。会上，浙江省省长李二川、吉林省省长王一明签约。"
    sides = {p.name: p.side.name for p in read(text).all() if p.side}
    assert sides == {"王一明": "吉林省", "李二川": "浙江省"}


def test_after_a_full_post_the_place_is_left_out():
    text = "青岚省委书记林承远，省委副书记、省长沈若川会见客人。"
    people = read(text)
    assert {p.name: p.side.name for p in people.all() if p.side} == {
        "林承远": "青岚省",
        "沈若川": "青岚省",
    }
    assert [post.text for p in people.all() for post in p.posts] == [
        "青岚省委书记",
        "省委副书记",
        "省长",
    ]


def test_the_kind_and_place_of_bodies():
    people = read(
        "浙江省商务厅厅长王一、长春大学校长李二、新云集团董事长赵三、浙江省政协主席孙四参加。"
    )
    bodies = {
        p.name: (p.posts[0].body.name, p.posts[0].body.kind.value)
        for p in people.all()
        if p.posts[0].body
    }
    assert bodies == {
        "王一": ("浙江省商务厅", "government"),
        "李二": ("长春大学", "institute"),
        "赵三": ("新云集团", "company"),
        "孙四": ("浙江省政协", "legislature"),
    }
