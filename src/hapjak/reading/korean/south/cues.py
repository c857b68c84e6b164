"""What South Korean reports say of meetings, instruments and topics, as patterns."""

from __future__ import annotations

import re

from ahocorasick_rs import AhoCorasick

from hapjak.reading.cues import Cues, alternatives, meeting_kinds
from hapjak.reading.korean.south.dates import find_dates
from hapjak.reading.model import Role

# Where a clause ends: the ending stands first in the pattern, its stem is looked back at.
CLAUSE = re.compile(
    r"(?:고(?<=[하되키내루우치리가열히이기들갖맺짓였했었있누두추으서받돕찾주쓰넣놓잇담얻쌓심펴풀막잡닦]고)(?!\s?(?:있|싶|난|나서|자))"
    r"|며(?<=[가-힣]며)(?<!이며)|면서(?<=[가-힣]면서)|는 한편(?<=[가-힣]는 한편)|는 동시에(?<=[하되]는 동시에)),?\s"
)
INSTRUMENT = r"(?:협약서?|협정서?|각서|양해각서|의향서|합의서|합의문|MOU|결연|선언문?|성명서?|결의문|계약|약정서?|협약식|계획서|의정서|협약문서)(?:\s?\([^()]{1,12}\))?[’'”\"]?"
ACT = r"(?:체결(?!하기 위|을 위|했던|한 (?:바|뒤|이후|지))|서명|조인|맺(?!기 위|었던|은 )|교환(?!했던)|사인|날인|채택|발표|주고받[았고]|맞바꾸|맞바꿨|나눠 가[졌지]|나눴|성사시)"
SIGN = re.compile(
    rf"{INSTRUMENT}(?:을|를|에|이)?\s(?:\S{{1,5}}\s){{0,2}}?{ACT}"
    rf"|{INSTRUMENT}[을를]\s[^.,“”\"]{{0,48}}?(?<=\s)(?:체결|맺었|맺고|서명|교환했|주고받|맞바꿨)(?!하기 위|던|은 )"
    rf"|(?:자매|우호|형제)의 연을 맺(?!은 )"
    rf"|(?:협약식|체결식|서명식|조인식|협정식)(?:을|이|에는?|에서|에|은|는)?\s"
    rf"|(?:협약|협정|결연)(?:을|를)?\s?했|(?:체결|서명|조인)(?:했(?!던)|하였|하고|하며|됐|되었|식|할 예정|할 계획|할 방침|한다)"
)
HELD = r"[’'”\"]?(?:을|를|이|가|은|는|도|에는?|에서|에)?\s"
MEET = re.compile(
    rf"(?P<term>{alternatives(meeting_kinds('ko'))}|접견|예방|회동|환담|만남|교류회의?|기념행사|교류행사|환영행사|환영식|환영\s?만찬|환영\s?오찬|취항식|행정협의회|상생협의회)(?:{HELD}|하고|하며|했|한 자리|해|\s?자리)"
    r"|(?P<term3>협의회?|회의)(?:를|가|을)\s(?:열|개최|가졌|갖|진행|했)"
    r"|(?P<term4>[가-힣]{2,6}회의|총회)(?:가|이|는|에서|에는?)\s[^.]{0,40}?(?:열[려렸린]|개최|참[석가])"
    r"|(?P<term2>만나|만난|만났)(?=[\s,고다서 ])"
)
MEETING_WORDS = AhoCorasick(
    [
        *meeting_kinds("ko"),
        "접견",
        "예방",
        "회동",
        "환담",
        "교류회",
        "협의",
        "회의",
        "총회",
        "만나",
        "만난",
        "만났",
        "만남",
        "기념행사",
        "교류행사",
        "환영",
        "취항식",
    ]
)
SIGNING_WORDS = AhoCorasick(
    [
        "체결",
        "서명",
        "조인",
        "맺",
        "교환",
        "사인",
        "날인",
        "채택",
        "발표",
        "주고받",
        "맞바",
        "나눠",
        "나눴",
        "성사시",
        "협약식",
        "협정식",
        "협약했",
        "협정했",
        "결연했",
    ]
    + [f"{noun}{gap}했" for noun in ("협약", "협정", "결연") for gap in (" ", "을 ")]
)
VISIT = re.compile(
    r"(?P<place>[가-힣]{2,9}?)(?:을|를)\s(?:(?:\S{1,6}\s)?방문|찾았|찾아|찾는다)|(?P<place2>[가-힣]{2,9}) 방문"
)


def find_signing(text: str) -> re.Match[str] | None:
    """Where a signing is told; most sentences have no word of one."""
    return SIGN.search(text) if SIGNING_WORDS.find_matches_as_indexes(text) else None


def find_meeting(text: str) -> re.Match[str] | None:
    """Where a meeting is told; one pass over its words saves most of the costly searches."""
    return MEET.search(text) if MEETING_WORDS.find_matches_as_indexes(text) else None


CUES = Cues(
    language="ko",
    dates=find_dates,
    meeting=MEET,
    sign=SIGN,
    stay=re.compile(r"(?P<place>(?!))"),
    visit=VISIT,
    delegation=re.compile("대표단|방문단|교류단|사절단|시찰단|일행|방문단"),
    stop=re.compile(r"(?!)"),
    place=re.compile(
        r"(?P<place>(?:[가-힣A-Za-z0-9]{1,20}\s){0,3}[가-힣A-Za-z0-9]{2,20}?)에서(?:는|의)?(?=[\s,])"
    ),
    venue=re.compile(
        r"(?:하우스|엑스코|코엑스|벡스코|킨텍스|플라자|빌딩|스퀘어|강당|상의|회의소|의사당|라운지|리조트|경기장|컨벤션홀|호텔|회의실|청사|센터|타워|홀|회관|도청|시청|군청|구청|청|의전실|집무실|접견실|상황실|본관|문화원|캠퍼스|대학교?|공관|도담소|관|회의장|전당|실|원|사무소|본부|궁|공원|컨벤션)$"
    ),
    planned=re.compile(
        r"예정|계획이다|계획이라|방침|할 것이다|열린다$|갖는다$|체결한다(?:고|\.|$)|떠난다|만난다|방문한다|(?:연다|구성된다|참석한다|진행된다|개최된다|열린다|갖는다|떠난다)\.?$"
    ),
    same_day=re.compile(r"이날|같은 날|이 자리|이번 (?:면담|회담|협약식|만남|행사)"),
    took_part=re.compile(
        r"(?:참석|배석|동행|수행|참가|함께)(?:했|하였|한 가운데|해[ ,])|자리를 (?:함께|같이)|함께했"
    ),
    about_talks=re.compile(r"(?:회담|회의|면담|접견|간담회|체결식|협약식|서명식)(?:에|에는)"),
    acts=re.compile(r"(?:과|와|은|는|이|가|와의|과의|간|\s간|측은|측과)[\s,·]"),
    acts_not=re.compile(r"의\s|에서|에\s|을\s|를\s|\s?[가-힣]{1,8}에서|로\s|으로\s"),
    roles=(
        (
            re.compile(
                r"인사말|축사|연설|발언|기조|환영사|말했|밝혔|강조|답했|화답|덧붙였|전했|제안했|당부했|[”\"](?:라|이라|고|며)"
            ),
            Role.SPOKE,
        ),
        (re.compile(r"설명회를|보고했"), Role.PRESENTED),
        (re.compile(r"사회를|주재|주최했"), Role.CHAIRED),
        (re.compile(r"서명|사인|체결|조인|맺었|맺고"), Role.SIGNED),
        (re.compile(r"참석|참가|배석"), Role.ATTENDED),
    ),
    clause=CLAUSE,
    discussed=re.compile(
        r"(?P<words>[^“”\"]{4,160}?)(?:을|를|에 대해서?|에 대하여|에 관해|등에 대해|등을|과 관련해)\s(?:\S{1,6}\s){0,2}?(?:심도 있게 |폭넓게 |집중 |적극 )?(?:논의|협의|의견을 (?:교환|나눴|나누|주고)|모색|토론|이야기를 나|대화를 나)"
    ),
    promoted=re.compile(r"(?!)"),
    learned=re.compile(r"(?:벤치마킹|배우고자|배울 계획)"),
    signing=re.compile(
        r"(?:\s?\([^()]{1,20}\))?(?:’|”|'|\"|》)?\s?(?:\d{1,3}(?:건|개)\s?)?(?:을|를|에|이|가|도|식을|서를|서에|식에서|서)?\s?"
        r"(?:정식\s|공식\s|각각\s|잇따라\s|잇달아\s|공동\s|최종\s|차례로\s|(?:온라인|화상|비대면|서면)으로\s|직접\s|다시\s|새로\s|함께\s){0,2}(?:체결|사인|서명|맺|조인|채택|교환)(?!식\s?후|했던|었던)"
        r"|(?:\s?\([^()]{1,20}\))?(?:’|”|')?[을를]\s[^.,“”\"]{0,48}?(?<=\s)(?:체결|맺었|맺고|서명|교환했|주고받|맞바꿨)(?!하기 위|던|은 )"
        r"|(?:은|는)\s[^.]{0,80}?(?:체결|서명|맺)|(?:을|를)?\s?했(?:다|으며|고)"
        r"|(?:\s?\([^()]{1,20}\))?\s?체결|식(?:을|이)\s(?:\S{1,5}\s){0,2}(?:가졌|개최|열|진행|갖)"
        r"|(?:과|와|및|,)\s[^.]{0,60}?(?:을|를|에)\s(?:\S{1,4}\s)?(?:체결|사인|서명|맺)"
    ),
    signing_before=re.compile(r"(?!)"),
    known=re.compile(r"(?:이번|지난해|지난|작년에?|기존|이|해당|본)\s$"),
    titled=re.compile(r"[‘'“\"](?P<b>[^‘’'“”\"]{4,60})[’'”\"]\s?$"),
)
