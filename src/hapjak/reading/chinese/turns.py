"""Who has the word in each sentence of a Chinese report.

A speaker opened by 指出, 表示 or 说 holds over the sentences that follow,
without any quotation mark, until the next named speaker or until the narrative
goes on. 他说 goes on with whom the sentence before was about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from hapjak.reading.chinese.people import ChinesePeople
from hapjak.reading.drafts import Figure
from hapjak.reading.sentences import Sentence
from hapjak.text.patterns import Anchored

VERB = Anchored(
    r"(?:指出|表示|强调|认为|建议|提出|提议|倡议|呼吁|谈到|希望|期待|期望|坦言|重申|透露|介绍(?:说|，)|回应|说(?!明|法|服|到)|(?<![主据领所])指(?=今|香港|两|双|该|这|此|，|：|「|“)|称(?=[，：])|致辞|致词|讲话中|告诉|邀请(?!函|赛|下|的)|感谢|赞赏|祝贺)"
)
KEPT = (
    "希望",
    "建议",
    "提议",
    "倡议",
    "期待",
    "期望",
    "呼吁",
    "邀请",
)  # a wish verb is part of what is said
GREETING = re.compile(
    r"[，]?(?:热烈|衷心|诚挚|由衷|亲切|深切|最|非常|特别|十分|高度|真诚|崇高|的)*(?:欢迎|感谢|谢意|祝贺|敬意|慰问|赞赏|赞同|认同|肯定|问候|高兴|荣幸|支持|歉意|同意|满意|关切)"
)
PRONOUN = re.compile(r"(?:他|她|他们)(?:还|也|首先|同时|特别|最后|进一步|并)?")
AGAIN = re.compile(r"，(?:他|她)(?:还|并|同时)?")
SIDES = r"双方|两地|两省|两市|两县|两区|两省区|两省市|两市区|两国|两校|各方|三方|与会(?:双方|各方|代表|人员|嘉宾|企业)?|中外双方|宾主双方|会谈双方|大家"
BOTH_SIDES = re.compile(SIDES)
COLLECTIVE = re.compile(rf"(?:会上|座谈会上|会谈中|会见中|会议|期间|随后|最后)?，?(?P<who>{SIDES})")
CONFERENCE = re.compile(  # what a joint conference says, its members say together
    r"(?:本次|此次|联席)?会议(?:还|也|同时)?(?:指出|强调|要求|提出|认为|提议)[，：]?"
)
WITH = re.compile(r"(?:在)?(?:与|同|和|会见)")  # 在与王一会谈时，…: who speaks comes later
PARTY = re.compile(r"(?P<who>[韩日俄蒙中朝美德法英泰越老缅]方|来访客人|客人|来宾|外宾)")
SCENES = (
    "会上",
    "会前",
    "会后",
    "会中",
    "会谈中",
    "会见中",
    "会见时",
    "座谈时",
    "座谈中",
    "会谈时",
    "期间",
    "仪式上",
    "随后",
    "之后",
    "过程中",
    "致辞中",
    "讲话中",
    "当天",
    "当日",
    "最后",
    "同时",
    "其间",
    "此前",
    "日前",
    "近日",
    "中",
    "时",
)
SCENE = re.compile(rf"(?:在)?[^，。；]{{0,24}}?(?:{'|'.join(SCENES)})，")
NARRATIVE = re.compile(
    r"(?:会上，[^。]{0,40}(?:签署|签订|签约)|在?随后|会前|会后|会见前|会见后|会谈前|会谈后|会谈结束后|会议期间|座谈会(?:前|后|由)|仪式(?:上|前|后|由)|随后|之后|活动(?:期间|中|前|后)|当天|当日|同日|据悉|据了解|据介绍|记者|会议由|考察期间|考察中|访问期间|在[^，。]{1,8}期间|代表团(?:一行|还|先后)|考察团|[^，。]{0,12}(?:陪同|参加|出席)(?:会见|会谈|座谈|活动|签约|考察|调研))"
)
NEW_SCENE = re.compile(  # ends a speech only where a paragraph begins
    r"会上|座谈会上|签约|期间|根据|按照|依据|此次|本次|这次|会议(?:还|听取|指出|强调|要求)?|[^，。]{0,20}签署了?"
)
LISTED = re.compile(
    r"(?:参加|出席|陪同)(?:了)?(?:上述|有关|相关)?(?:会见|会谈|座谈|活动|签约|考察|调研|会议|仪式|。|$)"
)
ACTED = re.compile(
    rf"(?:[^，。]{{0,14}}，)?(?:{SIDES})(?:现场|共同|还|正式|就|在|一致|商定|代表)*(?:签|一致|商定|就|进行)"
)
ORDINAL = re.compile(
    r"(?:首先|其次|再次|第[一二三四五六七八九十](?!次|届|个|位|家|条|批|大|阶|产)|[一二三四五六七八九十](?:是|要)|\d{1,2}[.、．](?!\d))[，、：:]?\s?"
)
NEAR = 46  # characters between a speaker and the verb of speech


class Turn(Struct, frozen=True):
    """A sentence with who has the word. `begin` is where what is said begins; None in narrative.

    `speaker` is None where both sides speak (双方表示) or a side without a name;
    `subject` is whom a sentence of narrative is about.
    """

    sentence: Sentence
    speaker: Figure | None = None
    begin: int | None = None
    joint: bool = False


def turns(sentences: list[Sentence], people: ChinesePeople) -> Iterator[Turn]:
    """All sentences in order, each with who has the word in it."""
    holder: Figure | None = None
    joint = False
    paragraph = -1
    about: Figure | None = None
    for sentence in sentences:
        opened = _opened(sentence, people, about)
        if opened is not None and not _says(opened):  # 出席并致辞。
            holder, joint = None, False
            about = opened.speaker or about
            yield Turn(sentence)
        elif opened is not None:
            yield opened
            holder, joint = opened.speaker, opened.joint
            about = holder or about
        elif (holder or joint) and _goes_on(sentence, people, paragraph != sentence.paragraph):
            yield Turn(sentence, holder, sentence.start, joint)
        else:
            holder, joint = None, False
            about = _subject(sentence, people) or about
            yield Turn(sentence)
        paragraph = sentence.paragraph


def _says(turn: Turn) -> bool:
    """Whether any words stand behind the verb of speech."""
    return turn.begin is not None and turn.sentence.end - turn.begin > 1


def _opened(sentence: Sentence, people: ChinesePeople, about: Figure | None) -> Turn | None:
    """A turn that a sentence opens: by a person named, 他, or both sides."""
    text = sentence.text
    set_apart = text.endswith(SCENES, 0, max(0, text.find("，")))
    scene = SCENE.match(text) if set_apart else None
    head = scene.end() if scene else 0
    pronoun = about and (PRONOUN.match(text, head) or PRONOUN.match(text))
    if pronoun:
        begin = _words_from(text, pronoun.end(), pronoun.end() + NEAR)
        if begin is not None:
            return Turn(sentence, about, sentence.start + begin)
    conference = CONFERENCE.match(text)
    if conference:
        return Turn(sentence, None, sentence.start + conference.end(), joint=True)
    skipped = head if WITH.match(text) else 0
    person = _subject(sentence, people, skipped)
    if person is not None:
        named = people.places(sentence.start + skipped, sentence.end)
        end = next(e for _, e, who in named if who is person)
        after = end - sentence.start
        begin = _words_from(text, after, after + NEAR)
        if begin is None and (again := AGAIN.search(text, after)):
            begin = _words_from(text, again.end(), again.end() + 8)
        return Turn(sentence, person, sentence.start + begin) if begin is not None else None
    both = COLLECTIVE.match(text) or COLLECTIVE.match(text, head) or PARTY.match(text, head)
    if both:
        begin = _words_from(text, both.end(), both.end() + 16)
        if begin is not None:
            return Turn(
                sentence,
                None,
                sentence.start + begin,
                COLLECTIVE.match(text, both.start()) is not None,
            )
    return None


def _subject(sentence: Sentence, people: ChinesePeople, head: int = 0) -> Figure | None:
    """The person a sentence is about: the first named, near its head, who is no object."""
    for start, end, person in people.places(sentence.start + head, sentence.end)[:1]:
        before = sentence.text[head : start - sentence.start]
        if len(before) > 40 or re.search(
            r"(?:对|与|和|同|向|会见|会见了|感谢|欢迎|邀请|听取|由)$", before
        ):
            return None
        if "。" not in sentence.text[: end - sentence.start]:
            return person
    return None


def _words_from(text: str, start: int, stop: int) -> int | None:
    """Where what is said begins: behind the verb of speech, or at it where it is a wish.

    表示欢迎 and the like open a speech too, but its words come later.
    """
    greeted: int | None = None
    for verb in VERB.finditer(text, start, min(stop + 60, len(text))):
        if verb.start() > stop and greeted is None:
            break
        if "。" in text[start : verb.start()]:
            break
        if verb[0] in KEPT:
            return verb.start()
        greeting = GREETING.match(text, verb.end())
        if greeting is None:
            return verb.end()
        greeted = greeting.end()
    return greeted


def _goes_on(sentence: Sentence, people: ChinesePeople, opens: bool) -> bool:
    """Whether a sentence without an opening goes on with the speech before it."""
    text = sentence.text
    if ORDINAL.match(text):
        return True
    if NARRATIVE.match(text) or LISTED.search(text) or (opens and NEW_SCENE.match(text)):
        return False
    if people.introduces(sentence.start) or people.at(sentence.start) is not None:
        return False
    return not ACTED.match(text)
