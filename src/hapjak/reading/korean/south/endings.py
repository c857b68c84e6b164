"""How firmly a South Korean sentence or quotation speaks: its last verb says so.

Papers wrap it into a verb of report (… 하기로 했다고 20일 밝혔다). That is taken off
first; a verb of report that itself wishes or asks (…라고 당부했다) lends its
force to words that have none of their own.
"""

from __future__ import annotations

import re

from msgspec import Struct

from hapjak.reading.model import Firmness

TAIL = 70  # characters at the end of a sentence that its verbs take up
MARKS = " .,!?…”’\"'·"
PAST = "(?:했|하였|하고 있|한 바 있)"
DONE = "(?:다|습니다|고|으며|며|지만)?"
REPORT = (
    rf"(?:말{PAST}|밝혔|밝히|밝힌|강조{PAST}|전{PAST}|전해졌|덧붙였|덧붙이|설명{PAST}|답{PAST}|화답{PAST}|언급{PAST}|역설{PAST}|피력{PAST}|소감을 (?:말|전|밝)\\S{{1,2}}|말문을 열었"
    rf"|입을 모았|의지를 다졌|의지를 (?:밝혔|보였|피력{PAST}|나타냈)|다짐{PAST}|의견을 (?:밝혔|전{PAST}|제시{PAST})|뜻을 (?:밝혔|전{PAST}|나타냈|내비쳤)|의사를 (?:밝혔|전{PAST}|나타냈)|포부를 밝혔"
    rf"|입장을 (?:밝혔|전{PAST})|표명{PAST}|했|하였|보도{PAST}|주장{PAST}|평가{PAST}|회답{PAST}|재확인{PAST}|약속{PAST}|이야기{PAST}|당부의 말을 전{PAST}|인사말을 (?:했|전{PAST}))"
)
# “…다고 20일 밝혔다”: what is reported, words of time, the verb
REPORTED = re.compile(
    rf"(?P<what>(?:[가-힣]다|[가-힣]자|이라|[가-힣]라|것이라|[가-힣]냐))(?:(?:고|며|면서)\s?|\s)(?:도\s)?(?:[^\s]{{1,8}}\s){{0,3}}?{REPORT}{DONE}$"
)
ASKING = re.compile(
    rf"(?:제안|제의|요청|당부|건의|촉구|부탁|주문|초청|초대|독려|의 뜻을 제안)(?:을 )?(?:{PAST}|드렸|드린|했으){DONE}$|(?:요청|제안|초청|건의|제의)(?:의 뜻|의사)?(?:을|를)? (?:했|전했|밝혔|드렸){DONE}$"
)
WISHING = re.compile(
    rf"(?:기대|희망|기원|소망)(?:감을 (?:나타냈|드러냈|내비쳤|밝혔|표했|표시했)|의 뜻을 (?:밝혔|나타냈)|{PAST}|을 (?:나타냈|표했|밝혔)){DONE}$|바람을 (?:전했|나타냈|밝혔|드러냈){DONE}$|바랐다$"
)
PROMISING = re.compile(
    rf"(?:약속|다짐|표명|확약)(?:{PAST}){DONE}$|의지를 (?:다졌|밝혔|보였|피력했|나타냈){DONE}$"
)
# The ending itself; the group `keep` holds what still belongs to the line.
RULES: tuple[tuple[re.Pattern[str], Firmness], ...] = tuple(
    (re.compile(pattern), firmness)
    for pattern, firmness in (
        # the act of signing
        (rf"(?P<keep>(?:체결|서명|조인|날인|사인|(?:서|각서|문)[를을] 교환|선언(?:문)?을 채택))(?:식을 (?:가졌|했|개최했|진행했|열었)|을 (?:했|마쳤)|{PAST}|됐|되었|하게 됐){DONE}$", Firmness.SIGNED),
        (rf"(?P<keep>(?:을|를)\s(?:\S{{1,4}}\s)?맺)(?:었|게 됐|은 바 있){DONE}$", Firmness.SIGNED),
        (rf"(?P<keep>(?:협약|협정|합의|의향|각)서[를을]\s(?:\S{{1,5}}\s){{0,2}}?(?:나눴|주고받았|맞바꿨|교환했)){DONE}$", Firmness.SIGNED),
        (rf"(?P<keep>체결)하는 (?:성과|결실|쾌거)(?:를|도|을) (?:냈|거뒀|올렸|맺었|이뤘){DONE}$", Firmness.SIGNED),
        (r"(?P<keep>(?:협약|협정|결연)(?:을|를)? ?했)(?:다|습니다|고|으며)?$", Firmness.SIGNED),
        (r"(?P<keep>(?:체결|서명)한다)$", Firmness.INTENTION),
        (rf"(?P<keep>(?:협약식|체결식|협정식|결연식|서명식|조인식|결연식)을\s(?:가졌|갖|개최했|진행했|열))었?{DONE}$", Firmness.SIGNED),
        (r"(?P<keep>[가-힣](?:으면|면) (?:좋겠다|좋겠습니다|좋을 것|한다|하는 바람이다|하는 바람|고맙겠다))$", Firmness.HOPE),
        # decided together
        (rf"(?P<keep>)(?:하|되)?기로 (?:상호 |서로 |최종 |전격 )?(?:{PAST}|한다|손을 잡았|손잡았|뜻을 (?:모았|같이{PAST}|함께{PAST})|의견을 (?:모았|같이 ?{PAST}|나눴|일치시켰)|입을 모았|(?:합의|약속|협의|결정|다짐|동의|확인|협약|확정|의결|의견 일치를|공감)(?:한다|{PAST}|봤|를 봤|에 이르렀)){DONE}$", Firmness.AGREEMENT),
        (rf"(?P<keep>(?:[쓰오가내기우리두루추]기로|힘쓰기로))\s?(?:{PAST}|한다|합의{PAST}|약속{PAST}|뜻을 모았|의견을 모았){DONE}$", Firmness.AGREEMENT),
        (rf"(?P<keep>)키로 (?:합의|약속|협의|결정)?{PAST}{DONE}$", Firmness.AGREEMENT),
        (rf"(?P<keep>)(?:(?:하는 )?데에?|에) (?:대해 |대하여 )?(?:최종 |전격 |상호 |서로 )?(?:합의|동의|의견일치를|의견을 (?:같이|함께|모)|뜻을 (?:같이|함께|모)|공감하고 협력)\s?(?:{PAST}|했|봤|았){DONE}$", Firmness.AGREEMENT),
        (rf"(?P<keep>)(?:을|를|도) (?:합의|약속|다짐|심의 의결|의결)(?:{PAST}{DONE}|한다)$", Firmness.AGREEMENT),
        (rf"(?P<keep>(?:을|를|도)\s(?:\S{{1,8}}에\s)?(?:기증|기부|전달|기탁))(?:{PAST}|됐){DONE}$", Firmness.DONE),
        # something lasting set up
        (rf"(?P<keep>(?:을|를)\s(?:지정|설치|개설|개소|설립|개관|준공|개통|취항))(?:{PAST}|됐){DONE}$", Firmness.DONE),
        # what one's own side will do
        (r"(?P<keep>[가-힣]\s?(?:예정|계획|방침|복안|구상|생각|전망이며 계획))(?:이다|입니다|이며|이고|이라며|이라고|임|으로 알려졌다|이라는 것|을 (?:밝혔다|세웠다|갖고 있다|전했다)|도 밝혔다|도 갖고 있다)?$", Firmness.INTENTION),
        (r"(?P<keep>[가-힣]겠(?:다|습니다|음))(?:는 (?:계획|방침|구상|의지|뜻|입장|포부|복안|각오))?(?:이다|이라는)?(?:을 (?:밝혔다|내비쳤다))?$", Firmness.INTENTION),
        (r"(?P<keep>나)선다$|(?P<keep2>나)설 (?:예정|계획|방침)이다$", Firmness.INTENTION),
        # said to the partner
        (r"(?P<keep>[가-힣]자)(?:는 (?:제안|뜻|의견|의사)(?:이다|을 (?:밝혔다|전했다|했다))?)?$", Firmness.PROPOSAL),
        (r"(?P<keep>(?:합|읍|갑|봅|듭|줍|집|칩)시다)$", Firmness.PROPOSAL),
        (r"(?P<keep>)(?:을|를|도|고|것을|것도) (?:적극 |정중히 |공식 |특별히 |거듭 |직접 |간곡히 )?(?:제안|제의|요청|당부|건의|촉구|부탁|주문|초청|초대)(?:드린다|드립니다|드리고|한다|합니다|했다|하였다|했으며|했고)$", Firmness.PROPOSAL),
        (r"(?P<keep>)(?:해|하여|아|어|여|와|봐|춰|켜|려)?\s?(?:달라|줄 것을 (?:요청|당부|부탁|제안|건의)(?:했다|한다|하였다)?|주실 것을 (?:요청|당부|부탁|제안)(?:드린다|했다|한다)?)$", Firmness.PROPOSAL),
        (r"(?P<keep>[가-힣]야) (?:한다|합니다|할 것이다|할 것)$", Firmness.PROPOSAL),
        # wishes
        (r"(?P<keep>[가-힣]고 싶다)$", Firmness.HOPE),
        (r"(?P<keep>[가-힣](?:기|길))(?:를)?\s?(?:간절히 |진심으로 |크게 )?(?:바란다|바랍니다|바라며|희망한다|희망합니다|기대한다|기대합니다|소망한다|고대한다|염원한다|기대하고 있다|희망하고 있다|바라고 있다|바랐다|희망했다|기대했다|바라는 마음이다)$", Firmness.HOPE),
        (r"(?P<keep>)(?:을|를|도|것을) (?:적극 |매우 |크게 )?(?:희망|기대|소망|바란)(?:한다|합니다|했다|하였다|하고 있다|다|해 본다|해본다)$", Firmness.HOPE),
        (r"(?P<keep>것)으로 (?:기대|희망)(?:한다|합니다|하고 있다|했다)$", Firmness.HOPE),
    )
)  # fmt: skip
WILL = re.compile(r"(?P<keep>[가-힣] ?것)(?:이다|입니다|이며|임)?$")
ACTIVE = re.compile(r"(?:[할]|[나갈칠킬릴일열줄들쓸울낼올찾울둘룰출]) ?것(?:이다|입니다)?$")
PASSIVE = re.compile(
    r"(?:될|질|있을|없을|같을|클|많을|높을|할 수 있을|리라|이뤄질|이어질|열릴|살아날|늘|줄어들|의 ?것) ?것?(?:이다|입니다)?$"
)
# Present tense that tells what is, is said or is expected, and promises nothing.
TELLS = re.compile(
    r"(?:밝힌|전한|말한|설명한|강조한|알려진|보인|본|된|진|있는|없는|한다고 한|전망한|기대한|관측한|평가한|이른|꼽힌|나타난|뜻한|의미한|자리한|차지한|위치한|맡는|보유한|달한|자랑한|불린|열린|머문|떠난)다$"
)
FINAL_N = 4  # ㄴ closes the syllable before 다
STEM = re.compile(r"(?<=[가-힣])(?:한다|하게 된다|하게 됐다)$")


class Ending(Struct, frozen=True):
    """`end` is where the words of the line end in the text."""

    firmness: Firmness | None
    end: int
    spoken: bool
    plain: bool = False  # in the present tense of an agreed text: … 협력한다


def read_ending(text: str, lent: Firmness | None = None) -> Ending:
    """The ending of a sentence or of one inside quotation marks.

    Args:
        text: The sentence without its subject's speech marks.
        lent: The force of the verb outside of the quotation, if any.
    """
    plain = text.rstrip(MARKS)
    begin = max(0, len(plain) - TAIL)
    tail = plain[begin:]
    spoken = False
    for _ in range(2):
        found = _own(tail)
        if found:
            return Ending(found[0], begin + found[1], spoken)
        outer = ASKING.search(tail) or WISHING.search(tail) or PROMISING.search(tail)
        if outer:
            lent = lent or outer_force(tail)
        reported = REPORTED.search(tail)
        if reported is None:
            break
        tail, spoken = tail[: reported.end("what")], True
        tail = re.sub(r"이라$|라$", "", tail)
    will = WILL.search(tail)
    if will:
        return Ending(_of_will(tail, lent), begin + will.end("keep"), spoken)
    if lent:
        return Ending(lent, begin + len(tail), spoken)
    stem = STEM.search(tail)
    end = begin + (stem.start() if stem else len(tail))
    return Ending(None, end, spoken, stem is not None or _is_present(tail))


def _is_present(tail: str) -> bool:
    """Whether a sentence ends in a verb of the present tense: 연다, 돕는다, 보낸다."""
    final = (ord(tail[-2]) - ord("가")) % 28 if len(tail) > 1 and "가" <= tail[-2] <= "힣" else 0
    return tail.endswith("다") and final == FINAL_N and TELLS.search(tail) is None


def _own(tail: str) -> tuple[Firmness, int] | None:
    for pattern, firmness in RULES:
        match = pattern.search(tail)
        if match:
            groups = [name for name in match.groupdict() if match[name] is not None]
            return firmness, match.end(groups[0]) if groups else match.start()
    return None


def _of_will(tail: str, lent: Firmness | None) -> Firmness | None:
    """할 것 is what one's own side will do, 될 것 what is expected."""
    if ACTIVE.search(tail) and not PASSIVE.search(tail):
        return Firmness.INTENTION if lent in (None, Firmness.INTENTION) else lent
    return lent


def outer_force(text: str) -> Firmness | None:
    """The force of the verb that follows a quotation: 당부했다, 기대했다."""
    tail = text.rstrip(MARKS)[-TAIL:]
    if ASKING.search(tail):
        return Firmness.PROPOSAL
    if WISHING.search(tail):
        return Firmness.HOPE
    return Firmness.INTENTION if PROMISING.search(tail) else None
