"""Who says what: stretches of a report with their speaker and firmness.

A Chinese-Korean report opens a speech (그는 다음과 같이 말했다) and lets it run without
quotation marks until somebody else comes; or it hangs one report on another
(… 추진했다면서 … 해야 한다고 말했다), each with its own force.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from hapjak.reading.drafts import Figure
from hapjak.reading.korean.china.endings import Ending, read_ending
from hapjak.reading.korean.china.titles import part
from hapjak.reading.lines import Said
from hapjak.reading.model import Firmness
from hapjak.reading.people import People
from hapjak.reading.sentences import Sentence

SUBJECT = ("은", "는", "이", "가", "께서", "께서는")
DIRECT = re.compile(r"(?:\([^()]{1,30}\))?(?:은|는|이|가|께서는?|에 따르면|에 의하면)(?=[\s,])")
TOLD_BY = re.compile(r"에 (?:따르면|의하면)[\s,]")
WORD = re.compile(r"\s?(?:\([^()]{1,30}\)\s?)?([가-힣0-9A-Za-z]{1,20})")
BY_TITLE = re.compile(r"(?:^|[\s,])([가-힣]{1,2})\s([가-힣0-9]{2,8}?)(?:은|는|이|가)(?=[\s,])")
QUOTED = re.compile(r"“([^“”]{8,})”|\"([^\"]{8,})\"")
GOES_ON = re.compile(
    r"(?:그는|그녀는|그가|또한?|아울러|이와 함께|이와 동시에|이어서?|계속하여|계속해|특히|그러면서|끝으로|마지막으로|그리고|동시에)"
    r"[\s,]"
)
BRACKET = re.compile(r"\([^()]{1,30}\)(?:은|는|이|가|께서는?)(?=[\s,])")  # 의원(을당)은
# 대표단 성원들은, 한국측은: somebody else speaks, whom no name tells
GROUP = re.compile(
    r"[^,.“”\"]{0,40}?(?:들|측|대표단|일행|쌍방|량측|량자|모두|당사자)(?:은|는|에서는)\s"
)
NARRATIVE = re.compile(
    r"(?:이날|이번|회담|회의|회견|접견|행사|체결식|조인식|싸인식|서명식|협약식|의식|한편|좌담회|방문|알아본데|기자가"
    r"|(?:\d{4}년\s)?\d{1,2}월 ?\d{1,2}일|\d{1,2}일[ ,])"
)
JOINTLY = re.compile(r"두 |량측|양측|쌍방|량국")
ORDINAL = re.compile(
    r"(?:첫|둘|셋|넷|다섯|여섯|일곱|여덟|아홉|열)(?:번)?째[,로는]?\s?,?\s?|\d{1,2}[.)]\s|[△▲▷◇■]\s?"
)
# A report that hangs on the next: …했다면서, …하겠다며, …고 말하면서, …고 지적하고 나서
HANGS = re.compile(
    r"(?<=[다자라]고 )(?:하(?:면서|며|고 나서|고나서)|했으며|하였으며),?\s|(?<=[다자])(?:면서|며)(?:도)?,?\s|(?:말|지적|강조|표시|소개|언급|표)하(?:면서|며|고(?:\s?나서)?),?\s"
    r"|밝히(?:면서|며|고(?:\s?나서)?),?\s|바람과 아울러\s|(?<=동의)(?:했으며|하였으며|하고),?\s"
)
UNDER = re.compile(
    r"(?:이번\s|이\s|쌍방이 체결한\s)?(?:협의|협정|협약|계약|합의|의향서|비망록)서?(?:에|의)?\s?(?:따라|따르면|근거해|근거하여|의하면|의해|의거해|의거하여)"
)
ASSENT = re.compile(
    r"(?:동의|찬성)(?:했|하였|한)?(?:다|다고)?(?:\s?[가-힣]{2}(?:했|하였)다)?[.\s]*$"
)
OUTER = re.compile(r"(?:을|를)\s?[^.“”\"]{2,16}다")  # “… 추진할것”을 희망했다
# … 보급하며 … 건설한다: plain present behind what was agreed is what will be done
DOES = re.compile(
    r"[을를]\s(?:[가-힣]{1,5}\s){0,2}(?:추진|건설|보급|조직|개최|제공|파견|출시|구축|설립|확대|강화|전개|실시|진행|마련|개발|양성|지원|공급|촉진)"
    r"(?:한다|합니다)[.\s]*$"
)
UNDERWAY = re.compile(r"(?:추진|준비|모색|계획)하고 ?있(?:다|습니다)[.\s]*$")
SHORTEST_PIECE = 12


def subjects(sentence: Sentence, people: People) -> list[tuple[Figure, int]]:
    """Who a sentence is about, with the place where the words about them begin."""
    first: dict[Figure, int] = {}
    for _, end, person in people.places(sentence.start, sentence.end):
        after = _after_subject(sentence.text[end - sentence.start :])
        if after is not None:
            first.setdefault(person, end + after)
    found = list(first.items())
    if not found:
        for match in BY_TITLE.finditer(sentence.text[:80]):
            called = people.called(match[1], match[2])
            if called:
                found.append((called, sentence.start + match.end()))
    return sorted(found, key=lambda pair: pair[1])


def _after_subject(rest: str) -> int | None:
    """Where a name's particle of the subject ends, posts between name and particle passed."""
    direct = DIRECT.match(rest)
    if direct:
        return direct.end()
    position = 0
    for _ in range(4):
        word = WORD.match(rest, position)
        if word is None:
            return None
        position = word.end()
        bracket = BRACKET.match(rest, position)
        if bracket and part(word[1]):
            return bracket.end()
        parted = part(word[1])
        if parted and parted[1] in SUBJECT:
            return position
    return None


def speeches(sentences: list[Sentence], people: People) -> Iterator[Said]:
    """All that is said or told, in order."""
    holder: Figure | None = None  # speaks until somebody else does
    latest: Figure | None = None  # spoke or acted last: who 그는 is
    firmness: Firmness | None = None  # of the holder's last words
    bound = False  # whether something has been agreed: what is done under it follows
    for sentence in sentences:
        about = subjects(sentence, people)
        ending = read_ending(sentence.text)
        goes_on = GOES_ON.match(sentence.text)
        if ending.opens and (about or (goes_on and latest)):
            holder = latest = about[-1][0] if about else latest
            firmness = None
            continue
        ordinal = ORDINAL.match(sentence.text)
        addressed = holder is not None and _is_addressed(sentence, about, ending)
        if addressed:
            about = []
        if about or (holder and not ordinal and _tells(sentence, ending)):
            holder = None
        speaker = holder or _speaker(sentence, about, ending, latest)
        latest = speaker or (about[0][0] if about else latest)
        for unit in _units(sentence, speaker, about, bool(holder)):
            bound = bound or unit.firmness in (Firmness.AGREEMENT, Firmness.SIGNED)
            said = _in_context(unit, bound)
            if said.firmness is None and ordinal and firmness and speaker:
                yield replace(said, firmness=firmness, inherited=True)
                continue
            firmness = said.firmness or firmness
            yield said


def _in_context(said: Said, bound: bool) -> Said:
    """Plain present behind what was agreed is a plan; what a speaker has under way is praise (rule 5)."""
    sentence = said.sentence
    if said.firmness is None and bound and said.speaker is None and DOES.search(sentence.text):
        return replace(said, firmness=Firmness.INTENTION)
    if said.speaker and UNDERWAY.search(sentence.text[: said.end - sentence.start]):
        return replace(said, firmness=None)
    return said


def _is_addressed(sentence: Sentence, about: list[tuple[Figure, int]], ending: Ending) -> bool:
    """왕일총령사가 … 추진하길 바란다: the speaker wishes it of the one named."""
    wishes = ending.firmness in (Firmness.HOPE, Firmness.PROPOSAL)
    topics = (sentence.text[end - sentence.start - 1] in "은는" for _, end in about)
    return bool(about) and wishes and not ending.spoken and not any(topics)


def _tells(sentence: Sentence, ending: Ending) -> bool:
    """Whether the narrative goes on: the scene changes, or both sides agree to something."""
    both = JOINTLY.match(sentence.text) and ending.firmness in (
        Firmness.AGREEMENT,
        Firmness.SIGNED,
    )
    return bool(NARRATIVE.match(sentence.text) or both)


def _speaker(
    sentence: Sentence, about: list[tuple[Figure, int]], ending: Ending, latest: Figure | None
) -> Figure | None:
    wishes = ending.firmness in (Firmness.HOPE, Firmness.PROPOSAL)
    told = about and TOLD_BY.search(sentence.text[: about[0][1] - sentence.start + 1])
    if about and (ending.spoken or wishes or told or QUOTED.search(sentence.text)):
        return about[0][0]
    if not about and ending.spoken and GROUP.match(sentence.text):
        return None
    goes_on = (
        GOES_ON.match(sentence.text)
        or (ending.spoken and not about)
        or ORDINAL.match(sentence.text)
    )
    return latest if goes_on and not about else None


def _units(
    sentence: Sentence, speaker: Figure | None, about: list[tuple[Figure, int]], held: bool
) -> Iterator[Said]:
    """A sentence as one unit, or each quotation in it as one, or each report that hangs on the next."""
    quotes = list(QUOTED.finditer(sentence.text)) if speaker and not held else []
    for match in quotes:
        group = 1 if match[1] else 2
        outer = OUTER.match(sentence.text, match.end())
        yield from _inner(sentence, match.start(group), match.end(group), speaker, outer)
    if quotes:
        return
    begin = about[0][1] - sentence.start if about and about[0][1] - sentence.start < 60 else 0
    for start, end in _hanging(sentence.text, begin):
        ending = read_ending(sentence.text[start:end])
        stop = max(start + ending.end, start)
        firmness = _agreed(sentence.text[start:end], ending.firmness, speaker)
        yield Said(
            sentence.start + start, sentence.start + stop, speaker, firmness, False, sentence
        )


def _agreed(text: str, firmness: Firmness | None, speaker: Figure | None) -> Firmness | None:
    """What is done under an instrument was agreed; assent of one speaker is an intention (rule 8)."""
    if speaker and ASSENT.search(text):
        return Firmness.INTENTION
    return Firmness.AGREEMENT if firmness is Firmness.INTENTION and UNDER.match(text) else firmness


def _hanging(text: str, begin: int) -> Iterator[tuple[int, int]]:
    """The reports of a sentence that hang on each other."""
    for match in HANGS.finditer(text, begin):
        if match.start() - begin >= SHORTEST_PIECE and len(text) - match.end() >= SHORTEST_PIECE:
            yield begin, match.start() if match[0][0] in "면며바했하" else match.end() - 1
            begin = match.end()
    yield begin, len(text)


def _inner(
    sentence: Sentence, start: int, end: int, speaker: Figure | None, outer: re.Match[str] | None
) -> Iterator[Said]:
    """The sentences of a quotation; the verb behind it wishes what its last one only names."""
    pieces = list(re.finditer(r"[^.!?]+[.!?]?", sentence.text[start:end]))
    for number, piece in enumerate(pieces, 1):
        wished = outer and number == len(pieces)
        ending = read_ending(piece[0] + (outer[0] if outer and wished else ""))
        begin = sentence.start + start + piece.start()
        begin += len(piece[0]) - len(piece[0].lstrip())
        stop = sentence.start + start + piece.start() + min(ending.end, len(piece[0]))
        if stop > begin:
            yield Said(begin, stop, speaker, ending.firmness, False, sentence)
