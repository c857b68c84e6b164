"""Clauses of a Chinese sentence that carry an object of their own.

Rules by number are those of “What counts as a commitment” in docs/reader.md.
A chain of clauses under one wish is one line a clause (rule 1); the clauses at
its end that only say what it all is good for (推动高质量发展, 再上新台阶) are none
(rule 7), and what leads to a verb (围绕…, 在…方面) belongs to the verb's line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from hapjak.reading.bodies import Bodies
from hapjak.reading.chinese.cues import CUES
from hapjak.reading.chinese.turns import BOTH_SIDES, ORDINAL, SIDES
from hapjak.reading.chinese.words import begins, word_pattern, words
from hapjak.reading.drafts import Body, Encounter, Line
from hapjak.reading.lines import LineCues, Lines, Said
from hapjak.reading.model import Firmness, Quantity
from hapjak.reading.tables import read_table
from hapjak.text.patterns import Anchored

LINE_CUES = LineCues(
    slogan=re.compile(
        r"感谢|欢迎(?!.{0,6}来)|祝贺|贯彻|重要讲话|指示精神|思想|成就|敬意|学习借鉴|学习(?!班|交流)|元首|共识|使命|责任|初心|决策部署|政治|桥梁和?纽带|纽带作用|部署"
    ),
    concrete=re.compile(
        r"机制|协议|备忘录|会议|平台|中心|基地|制度|项目(?!落地|合作$)|计划|论坛|活动|专班|通道|窗口|办事处|代表处|联盟|清单|对接会|推介会|洽谈会|座谈会|培训班|展会|文化周|互派|互访|考察团|代表团|口岸|复通|复航|议事日程|挂牌|年会|联席会|数据|信息共享|资源共享|论证|试点|示范区|工作组|联络员|台账|方案|规划|信息(?:交流|沟通|互通|互换)|机构|政策|招聘|学分|学费|互认|比赛|大赛|线路|索道|铁路|公路|桥梁|大桥|航线|隧道|管道|电站|厂房|码头|展区|展馆"
    ),
    named=re.compile(
        r"“([^“”]{2,30})”|《([^《》]{2,60})》|『([^『』]{2,30})』|「([^「」]{2,30})」"
    ),
    leading=re.compile(
        r"(?:[，；、：,;:\s]|并且|同时|特别是|尤其是|另外|此外|双方|两地|两省市|两市区|两省区|两省|两市|首先|其次|最后|还要|还将|还|并(?=[^购])|也|要|将|互相(?=支持|学习)|相互(?=支持)|重点|着力|进一步|继续|不断|持续|积极|全力|努力|切实|一如既往地?|更加|以及|以[^，]{2,30}为(?:契机|抓手|牵引|重点|指引|引领|纽带|新起点|起点|基础|主线|载体|平台|桥梁)(?:，|(?=[^，]{4}))|(?:充分)?(?:发挥|利用)[^，]{2,24}(?:优势|作用|潜力|互补性)，|(?:坚持|秉承|本着|按照|遵循)[^，]{2,40}(?:原则|理念|精神|要求|思路|模式|方针)，|争取(?=在|到|早日)|在(?=积极)|(?:抢抓|抓住|把握)[^，]{0,12}机遇，|借助[^，]{2,16}，)"
    ),
    both=re.compile(rf"{SIDES}|共同|联合|携手|互派|互设|互送|相互|共建|一道|各自"),
    until=re.compile(r"(?:底)?(?:前|之前|以前|年内)"),
    until_before=re.compile(r"(?:到|至|在|力争)$"),
    occasion=re.compile(
        r"以[^，]{2,30}为(?:契机|抓手|牵引|重点|指引|引领|新起点|起点|纽带|基础|主线)，?"
    ),
    means=re.compile(r"通过[^，]{2,24}，"),
)
PREFIX = re.compile(
    r"[，；、\s]*(?:围绕|聚焦|立足|依托|发挥|充分发挥|利用(?!好)|抓住|抢抓|紧抓|紧扣|在|以|从|就|按照|通过|本着|秉承|秉持|坚持|遵循|借助|针对|根据|结合|着眼|把|将).*"
    r"(?:领域|方面|契机|优势|机遇|基础上?|作用|原则|理念|精神|需求|所需|所能|重点|方向|指引|引领|平台|资源|定位|互补|起点|”|工作|东风|主线|潜力|特色|实际|条件|纽带|上|下|方式|为依托|为载体)$"
)
RESULT = Anchored(
    r"(?:(?:高质量|共同|经济|社会|向前|进一步|长足|长远|持续|健康|协调|协同|融合|快速|全面|新|更大)发展|新台阶|新篇章|新局面|新高度|新成效|新突破|新优势|新阶段|新水平|新发展|新作为|共赢|双赢|共同发展|共同繁荣|共同进步|走深走实|见行见效|更大贡献|新贡献|作出贡献|注入.{0,8}(?:动力|活力|动能|内涵)|贡献力量|更多成果|合作成果|丰硕(?:的)?成果|新成果|实质性?成果|繁荣|繁荣发展|战略合作协议|合作共识|新起色|新征程|再创佳绩|更加紧密|落到实处|落实落细|实效和?成果|更大成效|更大进展|积极成果|更高水平|更深层次|更宽领域|向前发展|做大做强|走在前列|振兴发展|全面振兴|经济发展|社会发展|典范|行稳致远|美好未来|落地见效|落地生根|福祉|造福.*|深入发展|提质增效|再上台阶|上台阶|发展成果|发展实效|常态化|制度化|安全|稳定|良好局面|合作局面|优势互补|合力|添砖加瓦|保驾护航|开花结果|硕果|成效|实效|新路径|发展大局|力量|中国式现代化|篇章|文章|由.{2,16}(?:提升|转变|拓展)(?:到|为|至).*|样板”?|典范”?|升级版|新样板|桥头堡|中转站|后花园|增长极)$|^(?:进一步|充分|更好)?发挥.{2,40}作用$"
)
AIM = re.compile(
    r"^(?:[、，\s]|更好|不断|共同|携手|努力|真正|奋力|有力|持续|切实|大力|全力|为.{0,12})*(?:促进|推动|实现|助力|服务|开创|谱写|造福|增进|共创|共享(?!.{0,8}(?:数据|信息|资源|平台|渠道|经验|人才))|打造命运|展现|贡献|共谋|续写|书写|擦亮|结出|绘就|迈向|迈上|做强|把.*转化)"
)
EMPTY = re.compile(
    r"^(?:全面|认真|切实|抓好|严格)*(?:落实|履行)好?[^，]{0,10}(?:协议|备忘录|共识|协定|纪要|任务)(?:各项|的)?[^，]{0,6}$|^(?:(?:与|同|和)[^，]{1,12}?(?=继续|保持|进一步|加强|深化|不断))?(?:进一步|不断|持续|继续|积极|全面|共同|双方|深入|加快|更加|大力|更好|、|和|与)*(?:拓展|拓宽|深化|加强|密切|扩大|推进|推动|提升|开展|增进|促进|巩固|加深|创新|丰富|挖掘|保持){1,2}(?:了)?(?:(?:与|同|和).{1,10}?(?:在|的|之间))?"
    r"(?:(?:双方|两地|两省|两市|彼此|各领域|多领域|全方位|各方面|多层次|宽领域|务实|深度|友好|更多领域|更多|全面|互利|战略|交流|沟通|合作|领域|空间|水平|对接|往来|联系|互动|了解|关系|友谊|情谊|联络|渠道|协作|往来|友城|实质性|经贸往来|广阔的?|宽广的?|紧密的?|更加|更为|更|和谐|与|和|、|的|在|间|之间|层次|潜力|互信|内涵|方式|机遇|新的?|广度|深度|力度|步伐|联动|协同|友好关系|传统友谊|信任|高水平|一步)+)$"
)
LEAD_IN = re.compile(
    rf"(?:继续|将|要)?(?:围绕|聚焦|立足|依托|通过|按照|本着|秉承|秉持|遵循|牢固树立|坚持)(?:(?!{'|'.join(words('opening'))}).)*"
)
MANNER = re.compile(  # an adverb at its head tells a clause with a verb of its own
    r"(?:及时|定期|优先|联合|共同|积极|主动|继续|进一步|尽快|适时|统筹|相互|互相|择机|大力|着力|努力|全力|率先|逐步|有序|合力|协力)(?=[^，]{4})"
)
OBJECT = re.compile(rf"(?:{'|'.join(words('opening'))}|每年|[扩选组派聘招联共互]).{{4,}}")
GIFT = re.compile(r"捐赠|捐献|捐助")
NUMERAL = re.compile(r"\d|[二两三四五六七八九十百千万亿半]|一(?![步带路些起道体定样直致流行方])")
FINISH = re.compile(
    r"[，\s]*(?:力争|确保)?(?:到|于|在)?\d{4}年[^，]{0,8}(?:建成|完成|投产|开通|投入使用|实现)。?$"
)
END = re.compile(r"[，；,;。]")
ALSO = re.compile(r"并(?:召开|举行|就|致辞|致词|出席|共同|见证|讲话)")
PARTNER = re.compile(
    rf"[与同和][^，。、]{{1,10}}?(?:一道|一起|携手|共同|，|进一步|不断|继续|积极)*(?=(?:{'|'.join(words('opening'))}))"
)
SUBJECT = 6  # characters between who acts and what is said of it
COMMA = re.compile("、")
QUOTED = re.compile("[“《『「]")
FIELDS_LISTED = re.compile(r"在[^，]*、[^，]*(?:方面|领域|等)")
TITLES = re.compile(r"《[^《》]{3,80}》")
CONVENES = re.compile(  # how often what the clause before it builds comes together
    r"^[，\s]*(?:每年|每半年|每季度|定期|轮流)[^，]{0,4}(?:召开|举行|会晤|会商)[^，]{0,6}$"
)
RECURS = re.compile(r"^[，\s]*(?:每年|每季度|定期|轮流|原则上)")


class Part(Struct, frozen=True):
    """A clause: whether it has a verb of cooperation, leads to one, or only tells a result."""

    start: int
    end: int
    acts: bool
    leads: bool
    result: bool
    empty: bool  # 加强交流合作: no object
    opens: bool  # a semicolon stands before it


@cache
def actions() -> re.Pattern[str]:
    """Verbs of cooperation."""
    return word_pattern("action")


@cache
def _strategies() -> frozenset[str]:
    return frozenset(row["name"] for row in read_table("strategies.zh.tsv"))


class ChineseLines(Lines):
    """Lines of a Chinese text."""

    def __init__(self, bodies: Bodies, published: str | None) -> None:
        super().__init__(bodies, "zh-Hans", published, CUES, LINE_CUES)

    def lead(self, start: int, end: int) -> re.Match[str] | None:
        """What says nothing at the head, and with whom (与云港共同) where a verb follows."""
        return super().lead(start, end) or PARTNER.match(self.text, start, end)

    def clauses(self, said: Said) -> Iterator[tuple[int, int]]:
        """Each clause with a verb of its own; what leads to a verb belongs to its clause."""
        if said.firmness is Firmness.SIGNED:
            yield from self._signed(said)
            return
        group: tuple[int, int] | None = None
        leading = False
        for number, part in enumerate(self._parts(said)):
            if self.own.slogan.search(self.text, part.start, part.end):
                if group and not leading:
                    yield group
                group, leading = None, False
                continue
            if part.empty or (part.result and (number or not self._has_field(part))):
                if group and not leading:
                    yield group
                elif group and self.own_fields(*group):  # 围绕旅游等领域，共谋合作载体
                    yield group[0], part.end
                group, leading = None, False
                continue
            carries = not (part.acts or part.leads or part.opens)
            joins = group is not None and (leading or carries or self._adds(part))
            if group is not None and not joins:
                yield group
                group = None
            group = (group[0] if group else part.start, part.end)
            leading = part.leads
        if group and not (leading and not self.own_fields(*group)):
            yield group

    def _parts(self, said: Said) -> Iterator[Part]:
        ordinal = ORDINAL.match(self.text, said.start, said.end)
        position = ordinal.end() if ordinal else said.start
        for stop in self._stops(position, said.end):
            inner = ORDINAL.match(self.text, position + 1, stop) if position > said.start else None
            start = inner.end() if inner else position
            text = self.text[start:stop].lstrip("，；,;、。 ")
            start = stop - len(text)
            if text and text[0] != "的":
                leads = bool(PREFIX.match(text) or LEAD_IN.fullmatch(text))
                acts = not leads and bool(actions().search(text) or MANNER.match(text))
                result = "“" not in text and RESULT.search(text) is not None
                result = result or bool(AIM.match(text) and not self.own_fields(start, stop))
                opens = self.text[max(said.start, start - 1) : start] in ("；", ";")
                yield Part(start, stop, acts, leads, result, EMPTY.match(text) is not None, opens)
            position = stop

    def _stops(self, begin: int, end: int) -> Iterator[int]:
        """Where clauses end; members of a list that each have a verb are clauses too (rule 1)."""
        position = begin
        for stop in [*(m.start() for m in END.finditer(self.text, begin, end)), end]:
            if self.text.find("、", position, stop) >= 0:
                yield from self._members(position, stop)
            yield stop
            position = stop + 1

    def _members(self, begin: int, end: int) -> list[int]:
        """Where members of a list end that have verbs of their own."""
        head = self.own.leading.match(self.text, begin, end)
        start = head.end() if head else begin
        if FIELDS_LISTED.search(self.text, start, end):
            return []
        marks = [
            mark.start()
            for mark in COMMA.finditer(self.text, start, end)
            if begins("opening", self.text, mark.end()) and mark.start() - start > 3
        ]
        return marks if len(marks) > 1 or begins("opening", self.text, start) else []

    def _named(self, text: str) -> list[str]:
        """Initiatives in quotes; a national strategy is none of these talks'."""
        if QUOTED.search(text) is None:
            return []
        return [name for name in super()._named(text) if name not in _strategies()]

    def _signed(self, said: Said) -> Iterator[tuple[int, int]]:
        """The act of signing, up to the instrument; each further title is one of its own."""
        end = END.search(self.text, said.start, said.end)
        titles = [*TITLES.finditer(self.text, said.start, said.end)]
        if not titles:
            stop = end.start() if end else said.end
            also = ALSO.search(self.text, said.start + 4, stop)
            yield said.start, also.start() if also else stop
            return
        yield said.start, titles[0].end()
        for title in titles[1:]:
            yield title.span()

    def _adds(self, part: Part) -> bool:
        """A clause that only dates or repeats what the one before it says (每年召开一次)."""
        text = self.text[part.start : part.end]
        if FINISH.match(text) or CONVENES.match(text):
            return True
        recurs = RECURS.match(text) is not None
        if not (recurs or NUMERAL.search(text)) or self._has_field(part):
            return False
        return recurs or self.quantity(text) is not None

    def of(self, said: Said, meeting: Encounter | None) -> Iterator[Line]:
        """What was done counts only with the partner named in it (rules 5 and 9)."""
        for line in super().of(said, meeting):
            named = self._bodies.inside(line.start, line.end) or self.own.both.search(
                self.text, line.start, line.end
            )
            if line.firmness is not Firmness.DONE or named:
                yield line

    def is_concrete(self, text: str, firmness: Firmness) -> bool:
        """A term of an instrument is told for its own sake: an act with an object, or a figure."""
        if super().is_concrete(text, firmness):
            return True
        acts = firmness is Firmness.AGREEMENT and OBJECT.search(text) is not None
        return acts and not (EMPTY.match(text) or RESULT.search(text) or AIM.match(text))

    def _has_figure(self, said: Said) -> bool:
        """A gift told is substance enough."""
        return super()._has_figure(said) or GIFT.search(self.text, said.start, said.end) is not None

    def _told_subject(self, said: Said) -> Body | None:
        """Who stands right before 将 in narrative: 甲省将扩大采购."""
        named = self._bodies.inside(said.sentence.start, said.start)
        near = [mention for mention in named if mention.end >= said.start - SUBJECT]
        return near[-1].body if near else None

    def quantity(self, text: str) -> Quantity | None:
        """The first figure of a line; most lines have no numeral at all."""
        return super().quantity(text) if NUMERAL.search(text) else None

    def _has_field(self, part: Part) -> bool:
        return bool(self.own_fields(part.start, part.end))

    def _sides(
        self, said: Said, text: str, firmness: Firmness, meeting: Encounter | None
    ) -> tuple[list[Body], list[Body]]:
        """Who is to act: whom a wish addresses, both where it says so, else the speaker's side."""
        parties = list(meeting.parties) if meeting else []
        begin = max(said.sentence.start, said.start - 10)
        if said.firmness is Firmness.HOPE and len(parties) > 1:
            named = [m.body for m in self._bodies.inside(begin, min(said.end, said.start + 12))]
            asked = next((body for body in named if body in parties), None)
            if asked is not None and said.speaker and asked is not said.speaker.side:
                return [asked], [party for party in parties if party is not asked]
            return parties, []
        if BOTH_SIDES.search(self.text, begin, said.start):
            return parties, []
        told = said.speaker is None and said.firmness is not Firmness.SIGNED
        subject = self._told_subject(said) if told else None
        if subject is not None:
            others = [p for p in parties if p is not subject and p.side is not subject]
            return [subject], [p for p in others if subject.side is not p]
        return super()._sides(said, text, firmness, meeting)
