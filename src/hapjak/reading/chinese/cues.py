"""What Chinese reports say of meetings, instruments and topics, as patterns."""

from __future__ import annotations

import re

from hapjak.reading.cues import Cues, alternatives, meeting_kinds
from hapjak.reading.dates import find_dates
from hapjak.reading.model import MeetingKind, Role
from hapjak.text.patterns import Anchored

TERMS = alternatives(meeting_kinds("zh"))
CLAUSE = re.compile(r"[，；,;]")

# what tells a meeting, a visit, and a mention of either
VISIT = re.compile(
    r"(?<!去年)(?<!曾)(?<!前年)(?<!多次)(?<!此前)(?:赴|来|到|访问|出访|前往|对(?=[^，。；]{2,12}进行[^，。；]{0,6}访问)|率[^，。]{2,12}团(?:赴|到|来))(?P<where>[^，。；赴来到]{2,22}?)(?:学习考察|考察学习|考察调研|考察交流|考察访问|友好访问|参观考察|参访|考察|访问|调研|学习|开展|进行|推进|对接|，|$)(?!的)"
)
DELEGATION = re.compile(r"代表团|考察团|访问团|率团|率队|带队|带领|一行|率领")
STAY = re.compile(r"(?:在[^，。]{1,8}(?:考察|访问|学习)?|考察|访问|在此)期间")
STOPS = re.compile(r"参观|考察了|走访|瞻仰|实地|先后(?:到|前往|来到|考察)|前往|来到|走进")
ARRIVES = re.compile(r"来到|抵达|前往|到达|转赴|考察了|参观了|走访了")
LISTS = ("、", "和", "及", "与")  # between places that a delegation goes to
NOUNS = ("会", "会议", "仪式", "论坛", "班", "周", "节", "展会", "活动", "展", "大会")
HELD = re.compile(r"举行|召开|举办|开幕|出席|参加|主持|开班|共同主办|开展|进行|开启|启动|落幕|闭幕")
REFERS = re.compile(r"了?(?:时|中|上|前|后|期间|过程中|的|以来|结束)")
ATTENDS = re.compile(r"(?:出席|参加|见证)(?:了)?[^，。]{0,16}$")
WILL = re.compile(r"(?:商定|约定|争取|希望|推动|鼓励|支持)[^。]{0,30}$")
LARGE = (MeetingKind.FORUM, MeetingKind.EXHIBITION, MeetingKind.TRAINING)
HOSTED = re.compile(r"举行|召开|举办|开幕|开班|主办|承办|启动|落幕|闭幕")
AT_IT = re.compile(r"[上中]，")
STOP = re.compile(r"[。；！？]")

CUES = Cues(
    language="zh",
    dates=find_dates,
    meeting=Anchored(rf"(?P<term>{TERMS})(?!机制|制度|办公室|框架|精神|平台|模式|纪要|活动|室|厅)"),
    sign=Anchored(
        r"(?:签署|签订|互签|签下|续签|补签)(?!仪式|以来|的|后|前|以后)|(?:正式|举行|现场|集中)签约|签约(?=[。，])|签字(?=[，。])|签下(?=合作|了)|签了(?=[^，。]{2,24}(?:协议|书|备忘录|合同))|(?:就|为)[^，。]{4,40}(?:达成|签订)(?=协议)|结(?:为|成)(?=友好|姊妹|姐妹|友谊)|缔结(?=友好|友谊|为?姊妹|为?姐妹|为?友|成为)(?![^，。]{0,14}(?:年来|以来|周年|多年))|结为友好|建立友好(?:省|城|市|关系)|(?<!年)结好(?![^，。]{0,6}(?:年|以来)|于|的|\d)"
    ),
    stay=re.compile(r"在(?P<place>[\u4e00-\u9fff]{2,4}?)(?:考察|访问|学习考察|逗留)?期间"),
    visit=re.compile(
        r"(?:赴|到|来|访问)(?P<place>[\u4e00-\u9fff]{2,4}?)(?:学习|进行)?(?:考察|访问|开展|，)"
    ),
    delegation=re.compile(r"代表团|党政代表团|率团"),
    stop=re.compile(r"(?:考察|参观|走访|调研)了"),
    place=re.compile(
        r"在(?P<place>[\u4e00-\u9fff]{2,18}?)(?:举行|召开|会见|签署|签订|签约|签字|会谈|会晤|会面|座谈|举办|出席|正式|开幕|交流|分别|共同|与)"
    ),
    venue=re.compile(r"(?:中心|宾馆|大厦|会议厅|酒店|礼堂|会堂|机关|园区|科技园|产业园|总部)$"),
    same_day=re.compile(r"当天|当日|同日"),
    planned=re.compile(r"将于|拟于|计划于|将签署|将签订|将在|预计"),
    took_part=re.compile(
        r"(?:参加|出席|陪同)(?:了)?(?:会谈|座谈|会见|活动|上述|有关|签约|考察|仪式|。|$)|参加。"
    ),
    about_talks=re.compile(r"参加(?:了)?(?:会谈|座谈|会见|签约)|出席(?:了)?(?:会谈|座谈|签约)"),
    acts=re.compile(r"[与和同、]|两地|两省|双方|举行"),
    acts_not=re.compile(r"的|日报|晚报|考察|期间|经济社会|[\u4e00-\u9fff]{0,4}中心|市场|等地"),
    roles=(
        (re.compile(r"主持"), Role.CHAIRED),
        (re.compile(r"讲话|致辞|致词|发言(?!人)|指出|表示|强调|说[，：]"), Role.SPOKE),
        (re.compile(r"介绍|通报"), Role.PRESENTED),
        (re.compile(r"签署|签订|签字|签下|互签"), Role.SIGNED),
        (re.compile(r"出席|参加|陪同|会见|会晤|会面|拜会|座谈|会谈"), Role.ATTENDED),
    ),
    clause=CLAUSE,
    discussed=re.compile(
        r"(?:围绕|就)(?P<words>[^，。]{2,60}?)(?:等)?(?:方面|领域|事宜|工作|问题)?"
        r"(?:，)?(?:进行|作|开展|展开)?(?:了)?(?:深入|广泛|充分)?(?:的)?(?:交流|探讨|讨论|研究|磋商|沟通|交换意见|交换了意见)"
    ),
    promoted=re.compile(r"(?:推动|促成|促进)(?:了)?[^，。]{0,30}(?:深度合作|对接|务实合作)。?$"),
    learned=re.compile(r"学习(?:借鉴)?[^，。]{0,24}(?:经验|做法)"),
    signing=re.compile(r"[^，。]{0,6}(?:的)?(?:签署|签订|签约)"),
    signing_before=re.compile(r"(?:签署|签订|签下)(?:了)?[^，。；]{0,50}$"),
    known=re.compile(r"(?:此前|去年|上述|原有)[^，。]{0,6}$"),
    titled=re.compile(r"《(?P<a>[^《》]{3,80})》$|“(?P<b>[^“”]{4,60})”$"),
)
