"""Who says what: stretches of a report with their speaker and firmness."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from hapjak.reading.drafts import Figure
from hapjak.reading.korean.endings import read_ending
from hapjak.reading.korean.titles import part
from hapjak.reading.lines import Said
from hapjak.reading.model import Firmness
from hapjak.reading.people import People
from hapjak.reading.sentences import Sentence

SUBJECT = ("은", "는", "이", "가", "께서", "께서는")
DIRECT = re.compile(r"(?:\([^()]{1,30}\))?(?:은|는|이|가|께서는?)(?=[\s,])")
WORD = re.compile(r"\s?(?:\([^()]{1,30}\)\s?)?([가-힣0-9A-Za-z]{1,20})")
BY_TITLE = re.compile(r"(?:^|[\s,])([가-힣]{1,2})\s([가-힣0-9]{2,8}?)(?:은|는|이|가)(?=[\s,])")
QUOTED = re.compile(r"“([^“”]{8,})”|\"([^\"]{8,})\"")
GOES_ON = re.compile(r"(?:그는|그녀는|또한?|아울러|이와 함께|이어|특히)[\s,]")
NARRATIVE = re.compile(
    r"(?:이날|이번|회담|회의|행사|체결식|협약식|한편|좌담회|방문|(?:\d{4}년\s)?\d{1,2}월 \d{1,2}일|\d{1,2}일 )"
)
JOINTLY = re.compile(r"두 |량측|양측|쌍방")
ORDINAL = re.compile(
    r"(?:첫|둘|셋|넷|다섯|여섯|일곱|여덟|아홉|열)(?:번)?째[,로는]?\s?,?\s?|\d{1,2}[.)]\s|[△▲▷◇■]\s?"
)


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
    for _ in range(3):
        word = WORD.match(rest, position)
        if word is None:
            return None
        position = word.end()
        parted = part(word[1], south=True)
        if parted and parted[2] in SUBJECT:
            return position
    return None


def speeches(sentences: list[Sentence], people: People) -> Iterator[Said]:
    """All that is said or told, in order."""
    holder: Figure | None = None  # speaks until somebody else does
    latest: Figure | None = None  # spoke in the sentence before
    firmness: Firmness | None = None  # of the holder's last words
    for sentence in sentences:
        about = subjects(sentence, people)
        ending = read_ending(sentence.text)
        if ending.opens and about:
            holder, latest, firmness = about[0][0], about[0][0], None
            continue
        ordinal = ORDINAL.match(sentence.text)
        if about or (holder and not ordinal and _tells(sentence, ending.firmness)):
            holder = None
        speaker = holder or _speaker(sentence, about, ending.spoken, latest, ending.firmness)
        latest = speaker
        for said in _units(sentence, speaker, about, bool(holder)):
            if said.firmness is None and ordinal and firmness and speaker:
                yield replace(said, firmness=firmness, inherited=True)
                continue
            firmness = said.firmness or firmness
            yield said


def _tells(sentence: Sentence, firmness: Firmness | None) -> bool:
    """Whether the narrative goes on: the scene changes, or both sides agree to something."""
    both = JOINTLY.match(sentence.text) and firmness in (Firmness.AGREEMENT, Firmness.SIGNED)
    return bool(NARRATIVE.match(sentence.text) or both)


def _speaker(
    sentence: Sentence,
    about: list[tuple[Figure, int]],
    spoken: bool,
    latest: Figure | None,
    firmness: Firmness | None,
) -> Figure | None:
    wishes = firmness in (Firmness.HOPE, Firmness.PROPOSAL)
    if about and (spoken or wishes or QUOTED.search(sentence.text)):
        return about[0][0]
    goes_on = GOES_ON.match(sentence.text) or (spoken and not about) or ORDINAL.match(sentence.text)
    return latest if goes_on and not about else None


def _units(
    sentence: Sentence, speaker: Figure | None, about: list[tuple[Figure, int]], held: bool
) -> Iterator[Said]:
    """A sentence as one unit, or each quotation in it as one."""
    quotes = list(QUOTED.finditer(sentence.text)) if speaker and not held else []
    for match in quotes:
        group = 1 if match[1] else 2
        yield from _inner(sentence, match.start(group), match.end(group), speaker)
    if quotes:
        return
    begin = about[0][1] - sentence.start if about and about[0][1] - sentence.start < 60 else 0
    ending = read_ending(sentence.text)
    yield Said(
        sentence.start + begin,
        sentence.start + max(ending.end, begin),
        speaker,
        ending.firmness,
        False,
        sentence,
    )


def _inner(sentence: Sentence, start: int, end: int, speaker: Figure | None) -> Iterator[Said]:
    for piece in re.finditer(r"[^.!?]+[.!?]?", sentence.text[start:end]):
        ending = read_ending(piece[0])
        begin = sentence.start + start + piece.start()
        begin += len(piece[0]) - len(piece[0].lstrip())
        stop = sentence.start + start + piece.start() + ending.end
        if stop > begin:
            yield Said(begin, stop, speaker, ending.firmness, False, sentence)
