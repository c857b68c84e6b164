"""Meetings of invented Chinese reports: kind, day, parties, and the visit around."""

from __future__ import annotations

import pytest

from hapjak.reading.rules import read_bytes

PUBLISHED = "2021-05-13"


def meetings(text: str) -> list[tuple[str, str | None, list[str]]]:
    reading = read_bytes(text.encode(), "a.txt", published=PUBLISHED)
    names = {body.id: body.name for body in reading.organisations}
    return [(m.kind.value, m.date, [names[p] for p in m.parties]) for m in reading.meetings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "5月12日，吉林省省长王一明在长春会见浙江省省长李二川一行。",
            [("talks", "2021-05-12", ["吉林省", "浙江省"])],
        ),
        (
            "昨天，吉林省与浙江省在长春签署合作框架协议。",
            [("signing", "2021-05-12", ["吉林省", "浙江省"])],
        ),
        (
            "12日，浙江省人民政府与新云集团有限公司在杭州签署战略合作协议。浙江省省长李二川会见新云集团有限公司董事长赵三。",
            [("signing", "2021-05-12", ["浙江省人民政府", "新云集团有限公司"])],
        ),
        (
            "5月10日至12日，吉林省委书记王一明率吉林省党政代表团赴浙江省考察。12日，两省在杭州举行座谈会。浙江省委书记李二川主持座谈会并讲话。",
            [
                ("visit", "2021-05-10", ["吉林省", "浙江省"]),
                ("talks", "2021-05-12", ["吉林省", "浙江省"]),
            ],
        ),
        (
            "5月12日，吉林省与韩国江原道举行视频会议，吉林省副省长王一明、江原道副知事金民秀出席。",
            [("call", "2021-05-12", ["吉林省", "江原道"])],
        ),
        (  # the office that came met the office, not the county it is of; a school is a stop
            "5月12日，青川县与江北区教育局在杭州举行签约仪式，青川县教育局局长王一明、江北区教育局局长李二川出席。青川县教育局一行还来到新云中学考察。",
            [("signing", "2021-05-12", ["青川县教育局", "江北区教育局"])],
        ),
        (  # a party printed only within its office's name
            "5月12日，佳木斯市委书记王一明与广东省中山市委副书记、市长李二川座谈。",
            [("talks", "2021-05-12", ["佳木斯市", "中山市"])],
        ),
        (  # a consul is abroad, and so is the mayor met there
            "5月12日，驻札幌总领事王一明访问旭川市，会见市长今津宽介，就哈尔滨市与旭川市交流座谈。",
            [("talks", "2021-05-12", ["旭川市", "哈尔滨市"])],
        ),
        (  # where one attends a conference is no partner
            "5月12日，浙江省省长李二川率团到长春出席联席会议，与吉林省省长王一明会谈。",
            [("talks", "2021-05-12", ["浙江省", "吉林省"])],
        ),
        (  # no listed word: an event that was held between two sides
            "吉林省与滨海边疆区结好30周年纪念活动5月12日在长春举行，吉林省副省长王一明致辞。",
            [("forum", "2021-05-12", ["吉林省", "滨海边疆区"])],
        ),
        (  # no listed word: guests that are received
            "5月12日，长春市迎来韩国蔚山市代表团，长春市市长王一明陪同。",
            [("visit", "2021-05-12", ["蔚山市", "长春市"])],
        ),
        (  # provinces by the characters they go by
            "沪滇合作联席会议5月12日召开，部署下一阶段工作。",
            [("talks", "2021-05-12", ["上海市", "云南省"])],
        ),
        (  # of an office abroad the whole name, without its country
            "5月12日，吉林省商务厅与德国波利特兰港务局签署合作备忘录。",
            [("signing", "2021-05-12", ["吉林省商务厅", "波利特兰港务局"])],
        ),
        (  # a tie without an instrument's name
            "5月12日，长春市与韩国蔚山市结为友好城市。",
            [("signing", "2021-05-12", ["长春市", "蔚山市"])],
        ),
        (  # an office that calls on the office of the place it goes to
            "5月12日，长春市商务局一行走进舟山市，与舟山市商务局商讨合作。",
            [("visit", "2021-05-12", ["长春市商务局", "舟山市商务局"])],
        ),
        (  # what is to come is no meeting yet
            "5月12日，吉林省省长王一明会见浙江省省长李二川。李二川接下来会去长春市拜访企业。",
            [("talks", "2021-05-12", ["吉林省", "浙江省"])],
        ),
        (  # a district's city is no further party
            "5月12日，舟山市与吉林省在普陀区会谈，吉林省省长王一明与普陀区区长李二川出席。",
            [("talks", "2021-05-12", ["舟山市", "吉林省"])],
        ),
        (  # a visit to two places: each host is a party, whom one met is a meeting of its own
            "5月10日至12日，吉林省副省长王一明率团赴浙江省宁波市、温州市考察。在与宁波市市长李二川会谈时，王一明介绍了情况。在与温州市市长赵三河会谈时，王一明表示愿扩大大米采购。",
            [
                ("visit", "2021-05-10", ["吉林省", "宁波市", "温州市"]),
                ("talks", None, ["宁波市", "吉林省"]),
                ("talks", None, ["温州市", "吉林省"]),
            ],
        ),
        (
            "近日，长春市商务局局长王一明与杭州市商务局局长李二川座谈。",
            [("talks", None, ["长春市商务局", "杭州市商务局"])],
        ),
    ],
)
def test_a_meeting_has_its_day_and_who_met(text, expected):
    assert meetings(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "吉林省气象台12日发布消息，长春市今天有雨，吉林省将加强协作应对。",
        "长春市举办马拉松比赛，副市长王一明鸣枪发令。",
        "联席会议制度建立以来，吉林省粮食产量稳步提高。",
    ],
)
def test_no_talks_are_found_where_none_are_told(text):
    assert meetings(text) == []
