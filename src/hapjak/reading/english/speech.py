"""Who says what in an English report, and how firmly.

Firmness stands in the verb that governs a clause: hopes, should, will, agreed
to, signed. A speaker holds for sentences that go on with he, she or no name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from hapjak.reading.drafts import Figure
from hapjak.reading.lines import Said
from hapjak.reading.model import Firmness
from hapjak.reading.people import People
from hapjak.reading.sentences import Sentence

SPEECH = re.compile(
    r"\b(?:said|says|stressed|noted|added|hoped|hopes|hope|proposed|suggested|expressed|told|pledged|invited|"
    r"stated|emphasised|emphasized|called for|looks forward|looked forward|announced)\b",
    re.I,
)
GOES_ON = re.compile(
    r"(?:He|She|Both sides should|The two sides should|First|Second|Third|Fourth|Fifth|Finally|In addition|It was also)\b"
)
ORDINAL = re.compile(r"(?:First|Second|Third|Fourth|Fifth|Sixth|Finally)(?:ly)?, ?")
CUE = re.compile(
    r"(?P<signed>\b(?:signed|inked|concluded)\b)"
    r"|(?P<agreement>\b(?:agreed (?:to|that|on)|decided to|reached (?:a )?consensus (?:on|to)|consented to)(?: the two sides will)?)"
    r"|(?P<hope>\b(?:hoped|hopes|hope|wished|wishes|looks forward|looked forward|expects|expected)(?: (?:that|to|for|the two sides|both sides|the two partners|both partners|would|will|can|could))*)"
    r"|(?P<proposal>\b(?:proposed|proposes|suggested|suggests|invited|called for|recommended)(?: that| to)?|\b(?:should|ought to|could|can)\b|\blet us\b)"
    r"|(?P<done>\b(?:has|have) (?:already )?(?:been )?(?=\w+ed\b|sent|built|bought|sold|held))"
    r"|(?P<intention>\b(?:will|shall|pledged to|plans to|plan to|intends to|would|is willing to|are willing to|is ready to)\b)",
    re.I,
)
PRAISE = re.compile(
    r"\b(?:thank|thanks|thanked|gratitude|welcomed|welcome|praised|congratulated|achievements|appreciat)",
    re.I,
)
SHORTEST = 8
QUOTE = '“"'
MUST_NOT = re.compile(r"\b(?:will|would) be (?:held|signed)\b", re.I)


def speeches(sentences: list[Sentence], people: People) -> Iterator[Said]:
    """All that is said or told, in order."""
    holder: Figure | None = None
    firmness: Firmness | None = None
    paragraph = -1
    for sentence in sentences:
        named = people.named(sentence.start, sentence.start + min(60, len(sentence.text)))
        speech = SPEECH.search(sentence.text)
        if named and speech and len(named) == 1:
            holder, firmness = named[0], None
        elif not (holder and _goes_on(sentence, paragraph, bool(speech))):
            holder, firmness = None, None
        paragraph = sentence.paragraph
        inherited = firmness if ORDINAL.match(sentence.text) else None
        for said in units(sentence, holder, inherited):
            firmness = said.firmness or firmness
            yield said


def _goes_on(sentence: Sentence, paragraph: int, speech: bool) -> bool:
    """Whether the same person goes on speaking."""
    if GOES_ON.match(sentence.text) or sentence.text[0] in QUOTE:
        return True
    return speech and sentence.paragraph == paragraph


def units(sentence: Sentence, speaker: Figure | None, inherited: Firmness | None) -> Iterator[Said]:
    """Stretches of one firmness, each from its cue to the next cue or the sentence's end."""
    text = sentence.text
    if PRAISE.search(text) and not re.search(r"\b(?:hope|propos|will|should|agreed)", text, re.I):
        return
    found = [m for m in CUE.finditer(text) if not MUST_NOT.match(text, m.start())]
    cues: list[tuple[str, int, int]] = []  # kind, end and start of the cue
    for match in found:
        kind = next(name for name, value in match.groupdict().items() if value is not None)
        if (
            cues
            and (kind in ("intention", "proposal"))
            and not re.search(r"[;.]|, and|, while", text[cues[-1][1] : match.start()])
        ):
            continue  # "hoped that both sides would": the first verb holds
        cues.append((kind, match.end(), match.start()))
    ordinal = ORDINAL.match(text)
    if not cues and inherited and ordinal:
        cues = [(inherited.value, ordinal.end(), 0)]
    for number, (kind, after, before) in enumerate(cues):
        end = cues[number + 1][2] if number + 1 < len(cues) else len(text)
        begin = before if kind in ("signed", "done") else after
        end = len(text[:end].rstrip(' ,.;”"'))
        told = kind in ("agreement", "signed", "done", "intention")
        if end - begin > SHORTEST and (speaker or told):
            start, stop = sentence.start + begin, sentence.start + end
            yield Said(start, stop, speaker, Firmness(kind), bool(inherited), sentence)
