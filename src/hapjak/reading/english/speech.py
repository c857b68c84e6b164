"""Who says what in an English report, and how firmly.

Firmness stands in the verb that governs a clause: hopes, should, will, agreed
to, signed. Who speaks stands before the verb of saying (`X said`, `he noted`)
or behind it (`“…,” said X`), and holds on until the paragraph tells of
something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from hapjak.reading.drafts import Figure
from hapjak.reading.english.bodies import EnglishBodies
from hapjak.reading.lines import Said
from hapjak.reading.model import Firmness
from hapjak.reading.people import People
from hapjak.reading.sentences import Sentence

SAYING = re.compile(
    r"\b(?:said|says|saying|stressed|stresses|noted|notes|added|adds|hoped|hopes|proposed|proposes|suggested|suggests"
    r"|expressed|expresses|told|pledged|pledges|promised|invited|stated|states|remarked|replied|answered|responded|explained"
    r"|emphasi[sz]e[ds]|pointed out|points out|called for|called on|calls on|looks? forward|looked forward|announced|declared"
    r"|affirmed|reaffirmed|confirmed|mentioned|believes|believed|praised|thanked|welcomed|welcomes|congratulated|recalled"
    r"|wished|wishes|expects|expected|urged|encouraged|requested|asked|recommended|spoke|introduced|briefed|appreciated"
    r"|endorsed|commended|assured|vowed|agreed|accepted|put|went on|continued|highlighted|outlined|reviewed|presented"
    r"|acknowledged|indicated|voiced|reported|underlined|underscored|observed|commented|opined|concluded that|found|called)\b"
)
QUOTED = re.compile(r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)")
PRONOUN = re.compile(
    r"\b(?:[Hh]e|[Ss]he|[Tt]he (?:vice |deputy )?(?:mayor|governor|premier|secretary|minister|ambassador|consul general|party"
    r" secretary|president|chairman|director|chief minister|official|guest|speaker))\b"
)
NARRATIVE = re.compile(
    r"\b(?:signed|inked|attended|took part|visited|toured|accompanied|(?:was|were|is|are) (?:also )?(?:held|signed|present|attended)"
    r"|exchanged|held|met|travell?ed|participated|arrived|watched|left)\b"
)
PLURAL = re.compile(
    r"(?:The |In |On |At |After |Both |All |During |Under |Following |For |As |To )?(?:they|[Tt]he two|[Bb]oth|[Tt]he meeting|[Tt]he sides)\b"
)
ORDINAL = re.compile(
    r"(?:First|Second|Third|Fourth|Fifth|Sixth|Finally|Lastly)(?:ly)?,? |(?:\d{1,2}[.)]|\(\d{1,2}\)) "
)
BULLET = re.compile(r"(?:[•·▲△■□◆◇○●▪*–—►▶-]|\d{1,2}[.)]|\(\d{1,2}\)) ?")
OWN = r"(?:the two (?:sides|cities|provinces|parties|regions|places|governments|states|partners|countries)|both (?:sides|cities|provinces|parties|regions|places|governments|states)|they|each side|all sides)"
MODAL = r"(?:would|will|can|could|might|may|should|to|jointly|also|further|together|actively|continue to|next|be able to)"
CUE = re.compile(
    r"(?P<signed>\b(?:signed|inked|concluded|entered into|formally established|sealed)\b(?! (?:in|by|last|that|between)\b))"
    r"|(?P<agreement>\b(?:(?:have |has |had |mutually |also )?agreed (?:to|that|on|in principle to|upon)|decided to|resolved to"
    rf"|reached (?:an? )?(?:broad |important |initial )?(?:consensus|agreements?) (?:on|to|in|over)|came to (?:an )?agreement on|consented to)(?: {OWN})?(?: {MODAL}\b)*)"
    r"|(?P<hope>\b(?:(?:sincerely |also |further |still )?\b(?:hop(?:ed|es|e|ing)|wish(?:ed|es)?|expect(?:ed|s)?|anticipates?|aspires?)"
    r"|express(?:ed|es)? (?:his |her |its |their |the |a |an )?(?:strong |sincere |keen )?(?:hopes?|wish(?:es)?|desire|expectations?|interest|willingness)"
    r"|look(?:s|ed|ing)? forward|would like|eager|keen|it is hoped|desires?)\b(?: as well)?"
    r"(?: (?:that|to seeing|to see|to|for|of|in))*(?: (?:the two|both|all) (?:sides|cities|provinces|parties|regions|places|governments|states|partners|countries))?"
    rf"(?: (?:can|could|will|would|may|might|should|to|jointly|also|further|together|continue to|next|be able to)\b)*)"
    r"|(?P<proposal>\b(?:proposed|proposes|suggested|suggests|recommended|recommends|called for|calls for|called on|calls on|urged|urges|invited|invites"
    r"|encouraged|encourages|asked|requested|advised|advocated)(?: that| to)?|\blet us\b|\blet’s\b|\blet's\b|\b(?:should|ought to|need to|needs to|must|can|could)\b(?: (?:also|jointly|further|both|together))*)"
    r"|(?P<done>\b(?:has|have) (?:already )?(?:been )?(?=\w+ed\b|sent|built|bought|sold|held))"
    r"|(?P<intention>\b(?:will|shall|pledged to|pledges to|vowed to|promised to|promised that|plans? to|planned to|intends? to|intended to|aims? to|aimed to"
    r"|committed to|commits to|would|(?:is|are|was|were|stands?|be) (?:willing|ready|prepared|determined|going|set|committed) to)\b(?: (?:also|jointly|further|both|together|continue to|actively))*)",
    re.I,
)
THINGS = re.compile(
    r"\b(?:agreement|accord|pact|visit|meeting|partnership|relationship|ties|memorandum|MoU|MOU|forum|event|this|that|which|who"
    r"|ceremony|anniversary|signing|trip|talks|exchange|conference|expo|there|project|letter)s? (?:also |further )?$",
    re.I,
)
PASSIVE = re.compile(
    r"(?:be|have been|have|include|serve|mark|run|last|continue until|take place|begin|become|mean)\b"
)
PRAISE = re.compile(
    r"\b(?:thank|gratitude|welcomed|welcomes|praised|congratulat|achievements|appreciat|spoke highly|impressed)",
    re.I,
)
STRONG = re.compile(
    r"\b(?:hop|propos|suggest|will|should|agreed|invit|like to|willing|visit|expect|wish|call|forward|plan)",
    re.I,
)
INSTRUMENT = re.compile(
    r"\b(?:[Uu]nder|[Aa]ccording to|[Tt]hrough|[Ww]ith|[Bb]y|[Ii]n|[Aa]s part of) (?:the|this|that|their|an?) (?:new |signed |joint )*"
    r"(?:[A-Z]?[\w-]+ ){0,4}?(?:agreement|[Mm]emorandum|MoU|MOU|pact|accord|[Ll]etter of [Ii]ntent|plan|declaration|deal)\b"
)
NEW_CLAUSE = re.compile(
    r"[;.]|, (?:and|while|but) (?:he|she|that|also|in|the|it|[A-Z])|, while|, and that| and that |, adding"
)
UNDERGONE = re.compile(
    r" be (?:further |jointly |also )?(?:strengthened|deepened|expanded|established|set up|promoted|built|opened|launched|enhanced|created|introduced|increased|widened|developed)\b"
)
BEGINNING = re.compile(r"(?:^|\bthat |[,;] (?:and |that )?|\bsaid |\band said )(?=[^,;]{0,90}$)")
SHORTEST = 8


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb that tells how firm what follows is; places count from the sentence's start."""

    firmness: Firmness
    start: int
    end: int


class Speeches:
    """All that is said or told in one text, in order."""

    def __init__(self, sentences: list[Sentence], people: People, bodies: EnglishBodies) -> None:
        self._sentences = sentences
        self._people = people
        self._bodies = bodies
        self._holder: Figure | None = None

    def all(self) -> Iterator[Said]:
        paragraph = -1
        firmness: Firmness | None = None
        listed: Firmness | None = None  # of a list that a sentence opened with a colon
        for sentence in self._sentences:
            if sentence.paragraph != paragraph and not self._continues(sentence):
                self._holder = None
            speaker = self._speaker(sentence)
            bullet = BULLET.match(sentence.text)
            inherited = listed if bullet else firmness if ORDINAL.match(sentence.text) else None
            for said in self._units(sentence, speaker, inherited):
                firmness = said.firmness or firmness
                yield said
            if sentence.text.endswith(":"):
                listed = self._opened(sentence)
            elif not bullet:
                listed = None
            paragraph = sentence.paragraph

    @staticmethod
    def _continues(sentence: Sentence) -> bool:
        """Whether a new paragraph goes on with who spoke in the last one."""
        begin = PRONOUN.match(sentence.text)
        return bool(
            begin
            or ORDINAL.match(sentence.text)
            or sentence.text[0] in "“\"'‘"
            or BULLET.match(sentence.text)
        )

    def _opened(self, sentence: Sentence) -> Firmness | None:
        """How firm the items of a list are that a sentence opens."""
        cues = self._cues(sentence)
        return cues[0].firmness if cues else None

    def _speaker(self, sentence: Sentence) -> Figure | None:
        """Who speaks in a sentence; None where the report itself tells."""
        text = QUOTED.sub(lambda m: "·" * len(m[0]), sentence.text)
        found: Figure | None = None
        told = False
        for match in SAYING.finditer(text):
            subject = self._subject(sentence, text, match)
            told = told or subject is not None
            if isinstance(subject, Figure):
                found = found or subject
                self._holder = subject
        if found:
            return found
        if told or (
            self._holder
            and (PLURAL.match(text) or NARRATIVE.search(text))
            and not PRONOUN.search(text)
        ):
            self._holder = self._holder if not told else None
            return None
        return self._holder

    def _subject(self, sentence: Sentence, text: str, verb: re.Match[str]) -> Figure | str | None:
        """Who does the saying: a person, some other body (told by its words), or nobody."""
        start = sentence.start
        behind = re.compile(r"[ ,]*(?:[A-Z][\w.-]* ){0,4}").match(text, verb.end())
        after = self._people.places(start + verb.end(), start + min(len(text), verb.end() + 60))
        inverted = verb.start() > 1 and text[: verb.start()].rstrip()[-1:] in ("·", ",")
        if inverted and behind and after and after[0][0] - start <= behind.end():
            return after[0][2]
        before = self._people.places(start, start + verb.start())
        pronouns = list(PRONOUN.finditer(text, 0, verb.start()))
        person_at = before[-1][0] - start if before else -1
        pronoun_at = pronouns[-1].start() if pronouns else -1
        if pronoun_at > person_at:
            return self._holder or pronouns[-1][0]
        if before and not self._other_between(text, before[-1][1] - start, verb.start(), start):
            subjects = [p for p in before if not OBJECT.search(text[: p[0] - start])]
            return (subjects or before)[-1][2]
        return "other" if verb.start() > 2 and not before else None

    def _other_between(self, text: str, left: int, right: int, offset: int) -> bool:
        """Whether a body stands between a person and a verb, as its subject."""
        inside = self._bodies.inside(offset + left, offset + right)
        return any(
            re.match(r" (?:also |has |have )*$", text[m.end - offset : right]) for m in inside
        )

    def _cues(self, sentence: Sentence) -> list[Cue]:
        """The governing verbs: “hoped that both sides would” has one."""
        text = sentence.text
        cues: list[Cue] = []
        for match in CUE.finditer(text):
            kind = match.lastgroup or ""
            if not self._governed(text, match, kind, cues) and self._promises(
                text, match, kind, sentence.start
            ):
                cues.append(Cue(Firmness(kind), match.start(), match.end()))
        return cues

    @staticmethod
    def _governed(text: str, match: re.Match[str], kind: str, cues: list[Cue]) -> bool:
        """Whether a modal verb only goes on from the verb before it."""
        modal = kind in ("intention", "proposal") and match[0][0].islower()
        if not modal or not cues or cues[-1].firmness is Firmness.SIGNED:
            return False
        return not NEW_CLAUSE.search(text, cues[-1].end, match.start())

    def _promises(self, text: str, match: re.Match[str], kind: str, offset: int) -> bool:
        """Whether a modal verb tells of something to do, and its subject can do it."""
        if kind == "intention" and PASSIVE.match(text, match.end() + 1):
            return bool(UNDERGONE.match(text, match.end()))
        return kind not in ("intention", "proposal") or self._acts(text, match, offset)

    def _acts(self, text: str, match: re.Match[str], offset: int) -> bool:
        """Whether the subject of a modal verb is one who can promise: no agreement, no visit."""
        before = text[max(0, match.start() - 40) : match.start()]
        if re.match(r"(?:can|could)\b", match[0], re.I):
            return bool(re.search(rf"(?:{OWN}|\bwe) $", before, re.I))
        return not THINGS.search(before)

    def _units(
        self, sentence: Sentence, speaker: Figure | None, inherited: Firmness | None
    ) -> Iterator[Said]:
        """Stretches of one firmness, each from its cue to the next cue or the sentence's end."""
        text = sentence.text
        if PRAISE.search(text) and not STRONG.search(text):
            return
        cues = self._cues(sentence)
        begin = ORDINAL.match(text) or BULLET.match(text)
        if inherited and begin:
            cues = [Cue(inherited, 0, begin.end())]
        instrument = INSTRUMENT.search(text)
        for number, cue in enumerate(cues):
            end = cues[number + 1].start if number + 1 < len(cues) else len(text)
            start = cue.start if cue.firmness in (Firmness.SIGNED, Firmness.DONE) else cue.end
            if UNDERGONE.match(text, cue.end):
                subject = list(BEGINNING.finditer(text[: cue.start]))
                start = subject[-1].end() if subject else start
            end = len(text[:end].rstrip(' ,.;”"'))
            if text[:end].endswith(":"):
                continue
            firmness = cue.firmness
            if instrument and not speaker and firmness is Firmness.INTENTION:
                firmness = Firmness.AGREEMENT
            if end - start > SHORTEST and (speaker or inherited or self._told(sentence, cue)):
                yield Said(
                    sentence.start + start,
                    sentence.start + end,
                    None if firmness in TOLD and not self._is_said(speaker, sentence) else speaker,
                    firmness,
                    bool(inherited),
                    sentence,
                )

    @staticmethod
    def _is_said(speaker: Figure | None, sentence: Sentence) -> bool:
        return speaker is not None

    def _told(self, sentence: Sentence, cue: Cue) -> bool:
        """Whether the report itself tells of a bond: agreed, signed, or both will."""
        if cue.firmness in (Firmness.AGREEMENT, Firmness.SIGNED, Firmness.DONE):
            return True
        before = sentence.text[max(0, cue.start - 60) : cue.start]
        if re.search(rf"{OWN}[^.;]{{0,30}}$|\b(?:each|both|all) \w+ $", before, re.I):
            return True
        named = self._bodies.before(sentence.start + cue.start, sentence.start)
        return named is not None


OBJECT = re.compile(
    r"\b(?:with|to|by|of|from|for|told|met|invited|thanked|asked|and) (?:[A-Z][\w.'’-]* )*(?:(?:the|of) (?:[A-Z][\w.'’-]* )*)?$"
)
TOLD = (Firmness.SIGNED,)


def speeches(sentences: list[Sentence], people: People, bodies: EnglishBodies) -> Iterator[Said]:
    """All that is said or told, in order."""
    return Speeches(sentences, people, bodies).all()
