"""How firmly a Chinese report says what it says.

Firmness stands before what it governs (希望…, 将…, 商定…), clause by clause.
After an instrument is signed, what the narrative says will be done is a term
of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from hapjak.reading.chinese.signings import once_each
from hapjak.reading.chinese.turns import ORDINAL, SIDES, Turn
from hapjak.reading.chinese.words import begins, words
from hapjak.reading.drafts import Figure
from hapjak.reading.lines import Said
from hapjak.reading.model import Firmness
from hapjak.text.patterns import Anchored

CUE = Anchored(
    r"(?P<hope>(?:真诚|衷心|热切|诚挚|由衷)?(?:希望|期待|期望|盼望|期盼)(?!的|值))|(?P<proposal>建议(?!的|书)|提议|倡议(?!的|书)|诚邀|邀请(?!函|赛|下|的|，)|(?<=[，：])(?:双方|两地|两省|两市|两校|双方企业)可以?(?=[共联互开探建合进加设在])|(?:诚挚|热忱|真诚)?欢迎(?=[^，。；]{0,14}(?:来|到|赴)[^，。；]{0,10}(?:投资|兴业|创业|参加|参展|参会|旅游|洽谈|设厂|布局)))"
    r"|(?P<agreement>商定|约定|一致同意|一致决定|共同宣示|宣示|一致认为(?=[^，。]{0,4}(?:要|应|将))|(?:达成|形成|取得)(?:了)?[^，。；：、]{0,10}(?:共识|一致|意见)(?=[，：。])|(?:(?<=[议方要录忘书])|(?<=[议要录书]，))(?:明确|确定|规定|写明|载明)(?!的|了[^，。]{0,10}(?:目标|方向))|(?<!表示|对此)同意(?=[^。]{6})|议定|决定(?!性)|(?:主要)?内容(?:包括|主要有)|(?<=共识，)(?:其中)?包括)"
    r"|(?P<signed>举行(?=[^，。；]{2,30}(?:协议|备忘录|合同|意向书)[^，。；]{0,6}(?:签约|签字|签署)仪式)|(?:共同|分别|正式|现场|集中|代表[^，。；]{2,12}|签约仪式上)?(?<!合同)(?<!协议)(?:签署|签订|签下|签了|互签|续签|补签|缔结|结为(?=友好|姊妹|姐妹))(?!仪式|是|，?标志|[^，。]{0,10}(?:仪式|活动)|后|时|的|前|之|[^，。]{0,12}(?:以来|以后|之后|\d+周年|超过|已有|多年|半世纪|情谊|\d+年))了?)"
    r"|(?P<done>(?:向[^，。；]{2,14})?(?:捐赠|捐献|捐助)(?!仪式)|已累计|累计|已完成|已建成|已经|已)"
    r"|(?P<intention>(?<![志自如祝心意宏夙许遂])愿意?(?![望景者的])|(?<![即行率定势终可都不能])将(?!近|来|军|士|领|于|在[^，。]{2,14}(?:举行|召开|举办))|力争|(?<![目动作资产划])计划(?!投资|经济|单列|生育)(?=[^，。]{2}|，)|打算|准备(?=[与在])|拟(?=[^，。]{3})|承诺)"
)
MUST = re.compile(
    r"(?:^|(?<=[，；：。]))(?:我们|我省|我市|我州|我县|我区|双方|两地|两省|两市|下一步|今后|还|也|因此|同时|为此|希望|三方|各方|两省市|两市区|省市双方|一是|二是|三是|四是|五是|[一二三四五六]|[^，。；：]{0,8}(?:部门|方面|企业)){0,2}(?:必须|需要|理应|应当|应该|应|要)(?!求|素|点|闻|件|对|邀|用|变|急|景|义|约|塞)"
)
FIRMNESS = {firmness.value: firmness for firmness in Firmness}
MUST_WORD = re.compile("[必需理应要]")
SEGMENT = re.compile(r"[^，；,;]+")
OURS = re.compile(r"我们|我省|我市|我州|我县|我区|我方|本省|全省|全市|全州")
WHO = re.compile(
    rf"(?:(?:{SIDES}|我们|与会双方)|(?:能够|能|可以|继续|进一步|共同|今后|以此为契机|一如既往地?|会|各自|在今后的?工作中))*[：:，]?"
)
PRAISE = re.compile(r"感谢|祝贺|成就|成绩|肯定|高度评价|敬意|慰问|可喜|赞赏")
BY_INSTRUMENT = Anchored(
    rf"(?:根据|按照|依据|依照|基于)[^，。]{{0,24}}(?:协议|备忘录|协定|意向书|合同|纪要|方案|约定|内容)|(?:协议|备忘录|协定|意向书|合同|纪要)[^，。]{{0,6}}，?(?:约定|明确|提出|规定|指出|议定|内容)|(?:{SIDES})(?:约定|商定|议定|一致同意|同意)"
)
BY_TERMS = re.compile(
    r"(?:根据|按照|依据|依照)[^，。]{0,20}(?:协议书?|备忘录|协定|意向书|合同|纪要|约定|行动计划)(?:内容|约定|规定|要求)?，"
)
JOINT = re.compile(rf"{SIDES}|共同")
TERM = re.compile(  # a term of an instrument, told without any word for the future
    rf"(?:{SIDES})?(?:积极|互相|相互|重点|共同|进一步|大力|着力|定期|联合)*"
    rf"(?:{'|'.join(words('opening'))})(?!了|工作会|仪式)"
)
AGREED = re.compile(r"商定|约定|议定")
ACT = re.compile(r"(?<![将拟])(?:签署|签订|签下|签了)(?!仪式)")
SIGNED = re.compile(r"签署|签订|签约|签下|缔结|签字")


REACHED = re.compile(
    r"(?:就|围绕)(?P<words>[^，。]{4,80}?)(?:等)?(?:[一二三四五六七八九十\d]{0,2}个?方面|领域|事宜|内容|议题)?(?:的合作)?(?:达成|形成)(?:了)?[^，。]{0,10}(?:意向|共识|一致)"
)
ADVERB = re.compile(r"(?:持续|继续|进一步|不断|积极|共同|大力|着力|联合|定期)+")
OFFERS = re.compile(
    r"[^，。；]{2,8}(?:(?:为|向|在)[^，。；]{2,14}(?:提供|建设|设立|建立)|负责|优先)"
)
GOES_ON = re.compile(r"并|还|同时|此外|另外")


def speeches(turns: list[Turn]) -> list[Said]:
    """All that is said or told, in order; an act of signing told of twice is one."""
    return once_each(list(_speeches(turns)))


def _speeches(turns: list[Turn]) -> Iterator[Said]:
    """All that is said or told, in order."""
    firmness: Firmness | None = None
    speaker: Figure | None = None
    signed = False
    for turn in turns:
        sentence = turn.sentence
        told = turn.begin is None
        begin = sentence.start if turn.begin is None else turn.begin
        if turn.speaker is not speaker or begin != sentence.start:
            firmness = None
        speaker = turn.speaker
        ordinal = ORDINAL.match(sentence.text, begin - sentence.start)
        goes_on = told and GOES_ON.match(sentence.text) is not None
        bare = not told and begin == sentence.start and _begins_with_verb(sentence.text)
        inherited = firmness if (ordinal and not told) or bare or goes_on else None
        terms = told and (signed or _tells_terms(sentence.text))
        offers = firmness is Firmness.AGREEMENT and OFFERS.match(sentence.text)
        head = BY_TERMS.match(sentence.text) if told else None
        if head and inherited is None:  # 按照协议，两校每年…
            inherited, begin = Firmness.AGREEMENT, sentence.start + head.end()
        if terms and signed and inherited is None and (offers or TERM.match(sentence.text)):
            inherited = Firmness.AGREEMENT
        for said in _units(turn, begin, inherited, terms):
            firmness = said.firmness or firmness
            yield said
        signed = signed or (told and SIGNED.search(sentence.text) is not None)


def _tells_terms(text: str) -> bool:
    """Whether a sentence names an instrument as what it goes by, or tells of its signing."""
    return BY_INSTRUMENT.search(text) is not None or ACT.search(text) is not None


def _begins_with_verb(text: str) -> bool:
    """加强…, 持续加强…: a sentence that goes on with the wish before it."""
    adverb = ADVERB.match(text)
    return begins("opening", text, adverb.end() if adverb else 0) is not None


def _units(turn: Turn, begin: int, inherited: Firmness | None, terms: bool) -> Iterator[Said]:
    """Stretches of one firmness, each from its cue to the next cue or the sentence's end."""
    sentence, offset = turn.sentence, turn.sentence.start
    reached = list(REACHED.finditer(sentence.text)) if turn.speaker is None else []
    for match in reached:
        left, right = match.span("words")
        yield Said(offset + left, offset + right, None, Firmness.AGREEMENT, False, sentence)
    if reached:
        begin = offset + reached[-1].end()
    firmness = inherited
    start = begin if inherited else None
    for match in SEGMENT.finditer(sentence.text, begin - offset):
        cue = first_cue(sentence.text, match.start(), match.end())
        if cue is None:
            continue
        if firmness and start is not None and offset + cue[1] > start:
            yield from _said(turn, start, offset + match.start(), firmness, inherited, terms)
        firmness, start = cue[0], offset + cue[2]
    if firmness and start is not None:
        yield from _said(turn, start, sentence.end, firmness, inherited, terms)


def _said(
    turn: Turn, start: int, end: int, firmness: Firmness, inherited: Firmness | None, terms: bool
) -> Iterator[Said]:
    """One stretch; in narrative only what both sides do, and terms of an instrument."""
    told = turn.begin is None
    if terms and firmness in (Firmness.INTENTION, Firmness.HOPE):
        firmness = Firmness.AGREEMENT
    mere = firmness in (Firmness.HOPE, Firmness.PROPOSAL, Firmness.INTENTION)
    both = JOINT.search(turn.sentence.text) is not None and firmness is Firmness.INTENTION
    if end > start and (not told or not mere or both):
        yield Said(start, end, turn.speaker, firmness, inherited is firmness, turn.sentence)


def first_cue(text: str, start: int, end: int) -> tuple[Firmness, int, int] | None:
    """Firmness, where its cue begins and where the words it governs begin."""
    match = CUE.search(text, start, end)
    must = MUST.search(text, start, end) if MUST_WORD.search(text, start, end) else None
    if must and (match is None or must.start() < match.start()):
        match = must
    if match is None or PRAISE.search(text, start, end):
        return None
    kind = match.lastgroup or "must"
    words = WHO.match(text, match.end(), end)
    begin = words.end() if words else match.end()
    if kind == "must":
        own = OURS.search(text, start, match.end())
        return (Firmness.INTENTION if own else Firmness.PROPOSAL), match.start(), begin
    if kind in ("signed", "done"):
        begin = match.start()
        if kind == "signed" and AGREED.search(text, 0, begin):  # 商定…，签署…
            kind = "agreement"
    return FIRMNESS[kind], match.start(), begin
