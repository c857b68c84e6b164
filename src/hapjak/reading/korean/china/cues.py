"""What Korean reports say of meetings, instruments and topics, as patterns."""

from __future__ import annotations

import re

from ahocorasick_rs import AhoCorasick

from hapjak.reading.cues import Cues, alternatives
from hapjak.reading.dates import find_dates
from hapjak.reading.model import MeetingKind, Role
from hapjak.reading.tables import read_table

HELD = (
    r"(?:’|”|》|\"|')?(?:\s?(?:개막식|행사|활동|의식))?(?:을|를|이|가|은|는|도)?\s?(?:\d{1,2}일\s?)?(?:오늘\s)?(?:오전\s|오후\s)?"
    r"(?:[가-힣]{2,8}\s)?(?:\S{1,16}에서\s)?(?:각각\s|함께\s|성황리에\s|원만히\s)?"
    r"(?:가졌|가지|가진|갖고|갖는|갖기|열렸|열리|열었|열고|열린|열어|막을 올렸|막을 내렸|끝난|끝났|개막(?!식)|페막(?!식)"
    r"|막이 올랐|막을 열었|시작을 알렸|시작됐|시작되였|결속됐|치렀|치르|벌렸|벌였|나누었|이뤄졌|이루어졌"
    r"|(?:공동|련합)?\s?개최(?!를|에|와|준비|전)|(?:공동|련합)\s?주최(?:했|하였)|소집|거행|펼쳐|펼쳤|펼치|진행|있었|했|하고|하며|하면서|하였|할 때|하는 자리|한 자리|나눴|나누|마련|베풀|베푼|차렸|차리고|조직했|조직하(?:고|여|며|였)|개강|개원|막이 열렸|막을 열|막이 오|치러|벌어|이어졌|발족|출범|성사됐|성사되였)"
)
# … 회의가 5월 8일 을시에서 소집되였다: where and when it was held stand between
HELD_FAR = (
    r"(?:’|”|》|\"|')?(?:\([^()]{1,20}\))?\s?(?:개막식|폐막식|행사|활동|의식)?(?:이|가|은|는|의)\s[^.“”]{0,70}?"
    r"(?:열렸|열리(?:고|며|는 가운데)|열린 가운데|열려|막을 (?:올렸|열었|내렸|올린|연)|막이 (?:올랐|열렸|내렸)|(?:개막|페막)(?:했|하였|됐|되였|한 가운데)"
    r"|(?:거행|개최|소집|진행|결속|시작|가동|조직|마련)(?:됐|되였|되었|되고|되며|된 가운데)|펼쳐(?:졌|지고|지는 가운데|진 가운데)|치러졌|치러지고|벌어졌|있었|끝났|이어졌)"
)
HELD_BEFORE = (
    r"(?<!해마다 )(?<!매년 )(?:열린|열리는|소집된|개최된|개최되는|진행된|거행된|있은)\s"
    r"(?:[‘“\"'《<][^’”\"'》>]{1,40}[’”\"'》>]\s?)?(?:제\s?\d{1,3}(?:회|차|기)\s?)?(?:[가-힣]{0,12}\s)?[가-힣]{0,12}?"
)
# Somebody meets somebody: 일행을 만났다, 대표단을 접견, …
MET = (
    r"(?:일행|[표문찰절]단|손님|귀빈|서기|[성시주현구관]장|지사|대사|령사|회장|리사장|총재|의장|주석|부장|장관|위원장|총경리|교장|원장)"
    r"(?:을|를|과|와)\s(?:각각\s|각기\s|따로\s|함께\s)?(?:[가-힣]{2,4}\s)?"
    r"(?P<term2>(?:만났|만나|만난)(?=다|을 때|\s|고|여|습니다)|(?:회견|접견)(?=,)|(?:면담|회동|상봉|좌담|담판|회담)(?=했|하였|하고))"
)
# … 토론의 시간을 가졌다, 교류하는 자리를 마련했다
TALKED = ("토론", "교류", "대화", "협의", "상담", "간담", "좌담", "면담", "담화")
TIME = (
    rf"(?P<term4>{'|'.join(TALKED)})(?:의|하는|를 하는)\s(?:시간|자리|장)(?:을|를)\s"
    r"(?:가졌|가지고|마련했|마련하였|마련되|나눴)"
)
SIGN = re.compile(
    r"(?:체결|싸인|사인|서명|조인)(?:했|하였|하고(?! 나서)|하며|하면서|됐|되였|되었|식(?!에|의|을 마|이 끝)|할 예정|할 계획|하게 된다)"
    r"|(?:협의서|의향서|협정서|각서|비망록|계약서)[》>”’]?(?:를|을) (?:상호 |서로 )?교환(?:했|하였|하고)"
    r"|(?:협의|계약|의향)(?:를|을) 달성(?:했|하였|하고|하며)|(?:을|를) 맺었|(?:관계|결연|도시|협의|협정)(?:를|을|로) (?:정식으로 |공식 )?맺(?:고|기로|었)"
)
STAY = re.compile(
    r"(?P<place>[가-힣]{2,8}?)(?:에 있는|에 머무는|에 체류하는|을 방문한|를 방문한|\s?방문|\s?체류|\s?고찰|에서의)\s?기간"
)
VISIT = re.compile(
    r"(?P<place>[가-힣]{2,8}?)(?:(?:을|를)\s(?:\S{1,6}\s)?"
    r"(?:(?:방문|고찰|시찰)(?:했|하였|하고|하며|해\s|하여\s|을 진행|길에)|찾았|찾아)"
    r"|에서\s[^.,]{0,24}?(?:고찰|시찰|답사|견학)(?:을|를)?\s?(?:했|하였|진행했|진행하였))"
)
STOP = re.compile(
    r"(?:고찰|참관|시찰|방문|돌아보)(?:했|하|았|고)"
)  # a stop on the way, where talks were held
PLACE = re.compile(
    r"(?P<place>(?:[가-힣A-Za-z0-9]{2,20}\s)?[가-힣A-Za-z0-9]{2,20}?)(?:\([^()]{1,12}\))?에서(?:는|의)?(?=[\s,]|제\d)"
)
VENUE = re.compile(
    r"(?:호텔|회의실|청사|쎈터|센터|타운|원구|단지|본사|회관|빈관|홀|회의장|전람관|도청|시청|본관|문화원|회의쎈터|보고청|전시쎈터|전람쎈터|체육관|극장|영빈관|국빈관|인민대회당|접견실|회견실|회의중심|빌딩)$"
)
PLANNED = re.compile(r"예정|계획이다|계획이라|할 것이다|열리게 된다|하게 된다|릴 것이다")
LIST = re.compile(
    r"(?:참가|참석|배석|동행|수행|출석|임석)(?:했|하였)|자리를 (?:함께|같이)|함께했|자리했|자리하였|모습을 (?:나타|드러|보)|(?:초대|초청)를?을? 받(?:았|고)"
)
ROLES = (
    (
        re.compile(r"인사말|축사|답사|연설|발언|기조|환영사|축하의 말|말했|밝혔|강조|지적"),
        Role.SPOKE,
    ),
    (re.compile(r"소개|설명|보고했|통보"), Role.PRESENTED),
    (
        re.compile(
            r"사회를|(?:회의|회담|행사|식)를? ?(?:을 )?주재|주재(?:했|하였|하고|하에)|주최했|사회했"
        ),
        Role.CHAIRED,
    ),
    (re.compile(r"서명|싸인|사인|체결했|체결하|조인"), Role.SIGNED),
    (re.compile(r"참석|참가|배석"), Role.ATTENDED),
)
DISCUSSED = re.compile(
    r"에?\s?(?:할데|할 데|데)?\s?(?:대한|대해|대하여|관해|관한|둘러싸고|놓고)[^.]{0,24}?"
    r"(?:토론|론의|논의|교류|의견|협의|협상|탐토)"
)
PROMOTED = re.compile(r"(?:추동|촉진|추진|지원)했|(?:추동|촉진)하였")
# A clause ends in 고 or 며 behind a verb; 하고 있다 goes on.
CLAUSE = re.compile(
    r"(?:(?:하|되|키|내|루|우|치|리|가|열|히|이|기|들|갖|맺|짓|였|했|었|있)고(?!\s?(?:있|싶|난|나서|자))"
    r"|(?P<noun>(?:[을를]\s(?:[가-힣]{2,5}\s)?|에\s)(?:제안|건의|요청|합의|동의|체결|서명|싸인|사인|확정|결정|전달)(?=,\s))"
    r"|[가-힣](?<!이)며|[가-힣]면서|[하되]는 한편|[하되]는 동시에|뿐만 아니라|뿐 아니라),?(?:\s|(?=[‘“《]))"
)
LEARNED = re.compile(r"(?:경험|방법|사례)[^.]{0,20}(?:학습|배우|본받)")
DONE_LONG_AGO = r"(?!식|된|한\s?(?:지|이래|이후|후|뒤|바)\s|이래|이후|한 지난)"
SIGNING = re.compile(
    r"(?:\([^()]{1,20}\))?(?:’|”|'|\"|》|>)?\s?(?:\d{1,3}(?:건|개|가지|부)\s?)?(?:을|를|에|이|가|도|로)?\s?"
    rf"(?:정식\s|공식\s|정식으로\s|각각\s|각기\s|잇달아\s|공동\s){{0,2}}(?:체결|싸인|사인|서명|맺|조인|채택|결연|달성|교환){DONE_LONG_AGO}"
    r"|\s?(?:체결|조인|서명|싸인)식(?:을|를|이|은)\s[^.]{0,40}?(?:가졌|가지고|갖고|열렸|열고|열었|진행|거행|개최|있었)"
    r"|(?:과|와|및|,)\s[^.]{0,60}?(?:을|를|에)\s(?:\S{1,4}\s)?(?:체결|싸인|사인|서명|맺)"
    rf"{DONE_LONG_AGO}"
)
TITLED = re.compile(
    r"(?:[《<](?P<a>[^《》<>]{3,80})[》>]|[‘'“\"](?P<b>[^‘’'“”\"]{4,60})[’'”\"])\s?$"
)

OWN_TERMS = read_table("meetings.ko-CN.tsv")
TERMS = {
    row["term"]: MeetingKind(row["kind"])
    for row in read_table("meetings.ko.tsv")
    if row["variety"] != "ko-KR"
} | {row["term"]: MeetingKind(row["kind"]) for row in OWN_TERMS}
_NAMED = AhoCorasick(
    [
        *TERMS,
        "만나",
        "만났",
        "만난",
        "회견",
        "접견",
        "면담",
        "회동",
        "상봉",
        "좌담",
        "담판",
        "회담",
        *TALKED,
    ]
)
WEAK_TERMS = frozenset(row["term"] for row in OWN_TERMS if row["weak"])
CUES = Cues(
    language="ko",
    dates=find_dates,
    meeting=re.compile(
        rf"(?P<term>{alternatives(TERMS)})(?:{HELD}|{HELD_FAR})|{MET}|{TIME}|{HELD_BEFORE}(?P<term3>{alternatives(TERMS)})"
    ),
    sign=SIGN,
    stay=STAY,
    visit=VISIT,
    delegation=re.compile("대표단|방문단|고찰단|시찰단|대표팀"),
    stop=STOP,
    place=PLACE,
    venue=VENUE,
    same_day=re.compile(r"이날|같은 날"),
    planned=PLANNED,
    took_part=LIST,
    about_talks=re.compile(r"(?:회담|회의|좌담회|체결식|협약식)(?:에|에는)"),
    acts=re.compile(r"(?:\([^()]{1,20}\))?(?:과|와|은|는|이|가|량지|양지)[\s,](?!협력을)"),
    acts_not=re.compile(r"의|에서|에\s|\s?[가-힣]{1,8}에서"),
    roles=ROLES,
    clause=CLAUSE,
    discussed=DISCUSSED,
    promoted=PROMOTED,
    learned=LEARNED,
    signing=SIGNING,
    signing_before=re.compile(r"(?!)"),
    known=re.compile(r"(?:이번|지난해|작년에?|기존|이|체결하고|맺고|싸인하고|서명하고)\s$"),
    titled=TITLED,
)


def names_meeting(text: str) -> bool:
    """Whether a text has any usual word for a meeting, told in one pass."""
    return bool(_NAMED.find_matches_as_indexes(text))
