"""Who says what in a South Korean report: quotations with their subject, and the narrative.

A quotation stands between its subject and a verb of report, often in two
halves (“…”라며 “…”라고 말했다). Whoever is the subject nearest before it says it;
officials without a name (관계자) are nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from hapjak.reading.drafts import Figure
from hapjak.reading.korean.south.endings import outer_force, read_ending
from hapjak.reading.lines import Said
from hapjak.reading.model import Firmness
from hapjak.reading.people import People
from hapjak.reading.sentences import Sentence

SUBJECT = re.compile(
    r"(?:\([^()]{1,30}\))?(?:의장|시장|지사|총영사|대사|회장|위원장|서기|성장|주석|원장|총장|사장|군수)?\s?(?:은|는|이|가|께서는?|도)(?=[\s,“\"])|\s?(?:역시|또한)\s"
)
QUOTE = re.compile(r"[“\"]([^“”\"]{4,900})[”\"]")
NOBODY = re.compile(
    r"(?:관계자|측|담당자|참석자들|위원들|의원들|[가-힣]{2,6}(?:도|시|군|구|청|부|원|재단|대학교|병원|공사))(?:은|는|이|가)\s[^“\"]{0,40}$|(?:^|\s)(?:도|시|군|구)는\s[^“\"]{0,40}$"
)
GOES_ON = re.compile(
    r"(?:그는|그녀는|또한?|아울러|이와 함께|이어서?|이어|특히|그러면서|더불어|나아가|덧붙여|끝으로|마지막으로)[\s,]"
)
CONTENTS = re.compile(
    r"^공동 관심\s?분야는\s|^(?:이번 |주요 )?(?:협약|합의|협력|업무협약)(?:서|문)?(?:의)?\s?(?:주요\s?)?(?:내용|골자|사항)(?:은|는|으로는)\s"
)
TERMS = (Firmness.AGREEMENT, Firmness.SIGNED, Firmness.INTENTION)  # what an instrument is told by
PARTY_DOES = re.compile(r"(?!한편)[^“”\"]{2,40}?(?:은|는|도|또한)\s")
PARTICLE = re.compile(r"(?:\([^()]{1,30}\))?(?:은|는|도|\s?또한|\s?역시)\s")
SUBJECT_WITHIN = 40  # characters of a sentence in which its subject stands
GIVEN_OUT = re.compile(r"고\s(?:\d{1,2}일\s)?(?:밝혔|전했|설명했|발표했)")
PAST_END = re.compile(r"[했었았였졌났됐]다[.]?$")
WHEN = re.compile(r"(?:전날|지난|이날|어제|최근|오늘|\d{1,2}월|\d{1,2}일)\s?")
HALVES = {
    "verb": "다",
    "so": " 했다",
    "sign": "했다",
    "tie": "었다",
    "plan": "이다",
    "held": "고",
}  # what makes a half whole
HALF = re.compile(
    r"(?P<verb>[가-힣]\s?[했였었았])(?:으며|고),?\s|(?P<so>기로) (?:하고|해|한 데 이어),?\s|(?P<sign>(?:체결|서명))(?:해|하고|하며|한 데 이어),?\s|(?P<tie>[을를]\s맺)(?:고|으며|은 데 이어),?\s|(?P<held>(?:협약식|체결식|조인식|서명식|결연식|협정식)을 (?:갖|열))고,?\s|(?P<plan>계획|예정|방침)(?:이며|이고),?\s"
)
CARRIES = re.compile(
    r"^(?:이번 |또 |또한 |한편 |양측의 )?(?:[가-힣]{0,6}\s?(?:협약|합의|각서|의향서|협정|선언|결연))(?:서|문)?(?:은|는|에는)\s(?=.*(?:담고 있다|담았다|담겼다|담겨 있다|포함하고 있다|포함됐다|포함돼 있다|포함했다|골자로 한다|골자로 하고 있다|내용으로 한다|골자다|핵심이다|명시했다|명시됐다|명시돼 있다|들어갔다|들어 있다|들어간다|담긴다|포함된다|실렸다)\.?$)"
)
# What closes the contents of an instrument and is none of them.
CLOSING = re.compile(
    r"(?:(?<=[가-힣])(?:한다|하는|하기로 하는|하자))?[’'”\"]?(?:는|고|이라는)?\s?(?:등의?\s)?(?:내용|것|조항)?(?:을|를|도|이|가|은)?\s?(?:주요\s)?"
    r"(?:담고 있다|담았다|담겼다|담겨 있다|포함하고 있다|포함됐다|포함돼 있다|포함했다|(?:골자|내용|핵심)(?:으)?로 (?:한다|하고 있다)|골자다|핵심이다|명시했다|명시됐다|명시돼 있다|들어갔다|들어 있다|들어간다|담긴다|포함된다|실렸다)\.?$"
    r"|(?<!등)이다\.?$"
)
ITEMS = re.compile(
    r"(?:협약|합의|협력|협정|각서|의향서|선언)[^.]{0,30}(?:다음과 같다|내용은|내용|사항)\s?[.:]?$"
)  # what follows on lines of its own is the contents
ITEM = re.compile(r"^(?:[△▲▷▶◇◆■□●○▦▣⦁•·\-–①-⑩]|\d{1,2}[.)])\s?")
LETS_US = re.compile(r"[가-힣]자고 (?:했|하였|뜻을 모았|다짐했|약속했)다\.?$")
FIRST_VERB = re.compile(r"(?P<verb>[^,.]{0,40}?[했였])(?:고|으며|지만|는데),?\s")
PIECE = re.compile(r"[^.!?]+(?:[.!?]|$)")
JOINT = re.compile(
    r"(?:협약|협정|합의|양해각서|의향서|MOU|합의서|결연|계획서|선언)[^.]{0,14}(?:따라|통해|의거|근거|계기로|바탕으로|으로)\s|이에 따라|^(?:세부적으로|구체적으로|주요 (?:협약|협력|합의) 내용)"
    r"|(?<![가-힣])(?:양|두)\s?(?:기관|지역|도시|도·성|시|측|대학|의회|지자체|지방정부|단체|지방의회|시·군|도시|병원|나라)(?:은|는|이|가)|양측은|양 측은|양 [가-힣·]{1,6}[은는]"
)


def speeches(sentences: list[Sentence], people: People) -> Iterator[Said]:
    """All that is said or told, in order."""
    latest: Figure | None = None
    listing = carried = terms = False
    for sentence in sentences:
        item = ITEM.match(sentence.text)
        if item and listing:
            yield _item(sentence, item.end())
            continue
        listing = bool(ITEMS.search(sentence.text))
        quotes = list(QUOTE.finditer(sentence.text))
        about = subjects(sentence, people)
        said = [quote for quote in quotes if _is_speech(sentence.text, quote)]
        if not said:
            told = list(_told(sentence, about, carried and bool(GOES_ON.match(sentence.text))))
            carried = any(each.firmness is Firmness.AGREEMENT for each in told)
            if terms and not about and PARTY_DOES.match(sentence.text):
                told = [each if each.firmness else _does(each, people) for each in told]
            terms = any(each.firmness in TERMS for each in told)
            yield from told
            continue
        for number, quote in enumerate(said):
            speaker = _speaker(sentence, quote, about, latest)
            latest = speaker
            behind = sentence.text[
                quote.end() : said[number + 1].start() if number + 1 < len(said) else None
            ]
            yield from _inner(sentence, quote, speaker, behind)


def _does(said: Said, people: People) -> Said:
    """After the terms of an instrument, what one party does in the present tense is its plan."""
    sentence = said.sentence
    named = people.bodies.inside(sentence.start, sentence.start + SUBJECT_WITHIN)
    acts = any(PARTICLE.match(people.text, mention.end) for mention in named)
    if not acts or not read_ending(sentence.text).plain:
        return said
    return replace(said, firmness=Firmness.INTENTION)


def subjects(sentence: Sentence, people: People) -> list[tuple[int, Figure]]:
    """People who are subjects in a sentence, with the place behind their particle."""
    found: dict[int, Figure] = {}
    for _, end, person in people.places(sentence.start, sentence.end):
        match = SUBJECT.match(sentence.text, end - sentence.start)
        if match:
            found[match.end()] = person
    return sorted(found.items())


def without_speech(text: str) -> str:
    """A sentence with the words of its quotations blanked."""
    for quote in QUOTE.finditer(text):
        if _is_speech(text, quote) and not _gives_out(text, quote):
            text = text[: quote.start()] + " " * len(quote[0]) + text[quote.end() :]
    return text


def _gives_out(text: str, quote: re.Match[str]) -> bool:
    """시의회는 9일 “전날 … 만나 환담했다”고 밝혔다: a body's own report in quotation marks."""
    told = GIVEN_OUT.match(text, quote.end()) and PAST_END.search(quote[1])
    return bool(told and WHEN.match(quote[1]))


def _is_speech(text: str, quote: re.Match[str]) -> bool:
    """A verb of report follows; a title of a forum in marks is no speech."""
    return (
        bool(
            re.match(
                r"\s?(?:이?라|이?라는|이?라며|며|면서|고|[은는을를]?\s?이?라고|라고|는)",
                text[quote.end() : quote.end() + 6],
            )
        )
        and len(quote[1]) >= 8
    )


def _speaker(
    sentence: Sentence,
    quote: re.Match[str],
    about: list[tuple[int, Figure]],
    latest: Figure | None,
) -> Figure | None:
    before = [person for end, person in about if end <= quote.start() + 1]
    nobody = NOBODY.search(sentence.text[: quote.start()])
    if before and not (nobody and not about):
        return before[-1]
    if nobody:
        return None
    named = GOES_ON.match(sentence.text) or not about
    return latest if named else None


def _lent(sentence: Sentence, behind: str) -> Firmness | None:
    """The force of the words behind a quotation; one of an instrument is agreed."""
    if behind.startswith("는 ") and CARRIES.search(sentence.text):
        return Firmness.AGREEMENT
    verb = FIRST_VERB.match(behind)
    return outer_force(verb["verb"] + "다") if verb else outer_force(behind)


def _inner(
    sentence: Sentence, quote: re.Match[str], speaker: Figure | None, behind: str
) -> Iterator[Said]:
    """The sentences of a quotation; the verb outside lends its force to the last."""
    pieces = list(PIECE.finditer(quote[1]))
    for number, piece in enumerate(pieces):
        lent = _lent(sentence, behind) if number == len(pieces) - 1 else None
        ending = read_ending(piece[0], lent)
        start = quote.start(1) + piece.start()
        begin = sentence.start + start + len(piece[0]) - len(piece[0].lstrip())
        stop = sentence.start + start + ending.end
        if stop > begin:
            yield Said(begin, stop, speaker, ending.firmness, False, sentence)


def _item(sentence: Sentence, begin: int) -> Said:
    """One line of a list of what was agreed."""
    stop = len(sentence.text.rstrip(" .,;"))
    return Said(
        sentence.start + begin,
        sentence.start + max(stop, begin),
        None,
        Firmness.AGREEMENT,
        True,
        sentence,
    )


def _told(sentence: Sentence, about: list[tuple[int, Figure]], carried: bool) -> Iterator[Said]:
    """A sentence of the narrative, parted where a finite verb of force ends a clause (제안했으며)."""
    begin = 0
    for cut in HALF.finditer(sentence.text):
        part = next(name for name in HALVES if cut[name])
        half = sentence.text[begin : cut.end(part)] + HALVES[part]
        ending = read_ending(half)
        firm = (Firmness.PROPOSAL, Firmness.AGREEMENT, Firmness.SIGNED)
        if ending.firmness in firm or part == "plan":
            yield from _unit(sentence, about, begin, half, carried)
            begin = cut.end()
    yield from _unit(sentence, about, begin, sentence.text[begin:], carried)


def _unit(
    sentence: Sentence, about: list[tuple[int, Figure]], start: int, text: str, carried: bool
) -> Iterator[Said]:
    """One clause with its own verb; present tense is agreed where both sides speak.

    `carried`: it goes on with what was agreed in the sentence before (또한 …한다).
    """
    ending = read_ending(text)
    firmness = ending.firmness
    if firmness is None and ending.plain and (carried or JOINT.search(text[:80])):
        firmness = Firmness.AGREEMENT
    about = [(end - start, person) for end, person in about if end >= start]
    if firmness is Firmness.PROPOSAL and not about and LETS_US.search(text):
        firmness = Firmness.AGREEMENT  # 도모하자고 했다, among the terms of an instrument (rule 8)
    contents = CONTENTS.match(text) or CARRIES.match(text)
    if firmness is None and contents:
        firmness = Firmness.AGREEMENT  # 협약의 주요 내용은 … 등이다
    topic = bool(about) and text[: about[0][0]].rstrip(" ,")[-1:] in ("은", "는")
    says = firmness in (Firmness.HOPE, Firmness.PROPOSAL)
    says = says or (ending.spoken and topic and firmness is not Firmness.SIGNED)
    speaker = about[0][1] if about and says else None
    begin = about[0][0] if about and about[0][0] < 60 else 0
    begin = contents.end() if contents else begin
    stop = ending.end
    if contents:
        begin += text[begin : begin + 1] in ("‘", "'", "“", '"')
        closing = CLOSING.search(text, begin)
        stop = closing.start() if closing else stop
    yield Said(
        sentence.start + start + begin,
        sentence.start + start + max(stop, begin),
        speaker,
        firmness,
        False,
        sentence,
    )
