"""Who says what in a Chinese report, and how firmly.

A speaker opened by 指出, 表示 or 说 holds over the sentences that follow, without
any quotation mark, until the next named speaker or the narrative goes on.
Firmness stands before what it governs (希望…, 将…, 商定…), clause by clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from hapjak.reading.drafts import Figure
from hapjak.reading.lines import Said
from hapjak.reading.model import Firmness
from hapjak.reading.people import People
from hapjak.reading.sentences import Sentence

SPEECH = r"指出|表示|强调|认为|建议|提出|提议|谈到|希望|说"
OPENS = re.compile(rf"[^。；]{{0,40}}?(?:{SPEECH})")
NARRATIVE = re.compile(
    r"会上|会前|会后|会议|座谈会|会谈|随后|期间|当天|当日|双方|两地|根据|记者|据悉|参加|出席|仪式|签约|\d{1,2}月\d{1,2}日|\d{1,2}日"
)
ORDINAL = re.compile(
    r"(?:首先|其次|再次|最后|第[一二三四五六七八九十]|[一二三四五六七八九十]是|\d{1,2}[.、．])[，、：:]?\s?"
)
CUE = re.compile(
    r"(?P<hope>希望|期待|期望|盼望)|(?P<proposal>建议|提议|倡议|诚邀|邀请)"
    r"|(?P<agreement>商定|约定|一致同意|一致决定|达成(?:如下)?(?:共识|一致)|同意|议定|决定)"
    r"|(?P<signed>签署了?|签订了?)|(?P<done>已累计|累计|已完成|已建成|已经|已)"
    r"|(?P<intention>愿意?与|愿意?同|愿意|愿|(?<![即行率])将(?!近|来|军)|力争|计划)"
    r"|(?P<must>(?:^|(?<=[，；：]))(?:我们|我省|我市|双方|两地|下一步|今后|还)?要(?!求|素|点|闻|件))"
)
SEGMENT = re.compile(r"[^，；,;]+")
OURS = re.compile(r"我们|我省|我市|我州|本省|全省|全市")
WHO = re.compile(
    r"(?:双方|两地|两省市|两省|我们|与会双方|各方)?(?:能够|能|可以|继续|进一步|共同)*[：:，]?"
)
PRAISE = re.compile(r"感谢|欢迎|祝贺|成就|成绩|肯定|高度评价|表示敬意")


def speeches(sentences: list[Sentence], people: People) -> Iterator[Said]:
    """All that is said or told, in order."""
    holder: Figure | None = None
    firmness: Firmness | None = None
    for sentence in sentences:
        opened = speaker_of(sentence, people)
        begin = sentence.start
        if opened:
            holder, firmness = opened[0], None
            begin = opened[1]
        elif holder and ends_speech(sentence, people):
            holder, firmness = None, None
        ordinal = ORDINAL.match(sentence.text, begin - sentence.start)
        inherited = firmness if ordinal and holder else None
        for said in units(sentence, begin, holder, inherited):
            firmness = said.firmness or firmness
            yield said


def speaker_of(sentence: Sentence, people: People) -> tuple[Figure, int] | None:
    """Who opens a speech in a sentence, and where their words begin.

    A wish verb (希望) opens and is kept; other verbs of speech are left out.
    """
    for start, end, person in people.places(sentence.start, sentence.end)[:1]:
        after = end - sentence.start
        if start - sentence.start > 30 or sentence.text[after : after + 1] == "、":
            continue
        verb = re.compile(SPEECH).search(sentence.text, after, after + 46)
        if verb and "。" not in sentence.text[after : verb.start()]:
            keep = verb[0] in ("希望", "建议", "提议")
            return person, sentence.start + (verb.start() if keep else verb.end())
    return None


def ends_speech(sentence: Sentence, people: People) -> bool:
    """Whether the narrative goes on: somebody else acts, or the scene changes."""
    if ORDINAL.match(sentence.text):
        return False
    named = people.named(sentence.start, sentence.start + min(20, len(sentence.text)))
    scene = NARRATIVE.match(sentence.text)
    if scene and scene[0] in ("双方", "两地"):
        return bool(re.search(r"一致|商定|签署|签订|达成", sentence.text))
    return bool(named or scene)


def units(
    sentence: Sentence, begin: int, speaker: Figure | None, inherited: Firmness | None
) -> Iterator[Said]:
    """Stretches of one firmness, each from its cue to the next cue or the sentence's end."""
    firmness = inherited
    start = begin if inherited else None
    offset = sentence.start
    for match in SEGMENT.finditer(sentence.text, begin - offset):
        cue = first_cue(sentence.text, match.start(), match.end())
        if cue is None:
            continue
        if firmness and start is not None and offset + cue[1] > start:
            yield from said(sentence, start, offset + match.start(), speaker, firmness, inherited)
        firmness, start = cue[0], offset + cue[2]
    if firmness and start is not None:
        yield from said(sentence, start, sentence.end, speaker, firmness, inherited)


def said(
    sentence: Sentence,
    start: int,
    end: int,
    speaker: Figure | None,
    firmness: Firmness,
    inherited: Firmness | None,
) -> Iterator[Said]:
    told = firmness in (Firmness.AGREEMENT, Firmness.SIGNED, Firmness.DONE)
    if end > start and (speaker or told):
        yield Said(start, end, speaker, firmness, inherited is firmness, sentence)


def first_cue(text: str, start: int, end: int) -> tuple[Firmness, int, int] | None:
    """Firmness, where its cue begins and where the words it governs begin."""
    match = CUE.search(text, start, end)
    if match is None or PRAISE.search(text, start, end):
        return None
    kind = next(name for name, value in match.groupdict().items() if value is not None)
    words = WHO.match(text, match.end(), end)
    begin = words.end() if words else match.end()
    if kind == "must":
        own = OURS.search(text, start, match.end())
        return (Firmness.INTENTION if own else Firmness.PROPOSAL), match.start(), begin
    if kind in ("signed", "done"):
        begin = match.start()
    return Firmness(kind), match.start(), begin
