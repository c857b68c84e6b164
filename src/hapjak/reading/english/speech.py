"""Who says what in an English report, and how firmly.

Firmness stands in the verb that governs a clause: hopes, should, will, agreed
to, signed. Who speaks stands before the verb of saying (`X said`, `he noted`)
or behind it (`“…,” said X`), and holds on until the paragraph tells of
something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from hapjak.reading.drafts import Figure
from hapjak.reading.english.bodies import EnglishBodies
from hapjak.reading.english.gazetteer import one_case
from hapjak.reading.english.occasions import FIRST_TOLD
from hapjak.reading.english.verbs import MODALS, OWN, Verb, Verbs
from hapjak.reading.english.wording import (
    ARTICLES,
    ATTRIBUTION,
    BEGINNING,
    BULLET,
    CIRCUMSTANCE,
    INNER_END,
    INSTRUMENT,
    LEADS_ON,
    NARRATED,
    NARRATIVE,
    NEW_CLAUSE,
    NEW_VERB,
    OBJECT,
    OPENS,
    ORDINAL,
    PAST,
    PLANS,
    PLURAL,
    PRAISE,
    PRONOUN,
    REACH,
    SHORTEST,
    STATE,
    STRONG,
    TERMS_OF,
    THE_TITLE,
    THINGS,
    TITLED,
    TRAILS,
    UNDERGONE,
    WHICH,
    YEAR,
)
from hapjak.reading.lines import Said
from hapjak.reading.model import Firmness
from hapjak.reading.people import People
from hapjak.reading.sentences import Sentence


class Speeches:
    """All that is said or told in one text, in order."""

    def __init__(
        self,
        text: str,
        sentences: list[Sentence],
        people: People,
        bodies: EnglishBodies,
        published: str | None,
    ) -> None:
        self._text = text
        self._year = (published or "")[:4]
        self._sentences = sentences
        self._people = people
        self._bodies = bodies
        self._verbs = Verbs(text, one_case(text))
        self._holder: Figure | None = None
        self._told_at = 0  # where in the sentence somebody begins to speak
        self._unnamed = False  # somebody speaks whom the report does not name
        self._just_signed = False  # the sentence before told of a signing
        self._instrument = False  # something was signed: what both will do are its terms

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
                listed = self._opened(sentence, speaker)
            elif not bullet:
                listed = None
            paragraph = sentence.paragraph

    def _continues(self, sentence: Sentence) -> bool:
        """Whether a new paragraph goes on with who spoke in the last one.

        It does where it names nobody and goes on hoping, or opens with he or a quotation.
        """
        text = sentence.text
        if PRONOUN.match(text) or ORDINAL.match(text) or BULLET.match(text) or text[0] in "“\"'‘":
            return True
        cues = self._verbs.within(sentence.start, sentence.end)
        wishes = any(cue.group in ("hope", "intention", "proposal") for cue in cues)
        told = self._people.named(sentence.start, sentence.end) or NARRATIVE.search(text)
        if not wishes or told or PLURAL.match(text):
            return False
        before = self._text[max(sentence.start, cues[0].start - 40) : cues[0].start]
        return not re.search(rf"\b{OWN} $|\beach \w+ $", before)

    def _opened(self, sentence: Sentence, speaker: Figure | None) -> Firmness | None:
        """How firm the items of a list are that a sentence opens."""
        cues = self._cues(sentence)
        if cues:
            return cues[0].firmness
        return Firmness.PROPOSAL if speaker and OPENS.search(sentence.text) else None

    def _speaker(self, sentence: Sentence) -> Figure | None:
        """Who speaks in a sentence; None where the report itself tells."""
        found: Figure | None = None
        told = False
        self._told_at, self._unnamed = 0, False
        for start, end in self._verbs.said(sentence.start, sentence.end):
            inverted = self._inverted(sentence, start, end)
            subject = inverted or self._subject(sentence, start)
            if isinstance(subject, Figure):
                behind = inverted or self._text[end : end + 1] in TRAILS or end >= sentence.end
                behind = behind or self._is_attributed(sentence, start, end)
                self._told_at = self._told_at if found else sentence.start if behind else start
                found = found or subject
                self._holder = subject
            told = told or subject is not None
        if found:
            return found
        if NARRATED.match(sentence.text):
            self._holder = None
        if told:
            self._holder, self._unnamed = None, True
            return None
        text = sentence.text
        tells = PLURAL.match(text) or NARRATIVE.search(text)
        return None if tells and not PRONOUN.search(text) else self._holder

    def _inverted(self, sentence: Sentence, start: int, end: int) -> Figure | None:
        """Who is named behind the verb: “…,” said Governor Kim."""
        text = self._text
        if text[sentence.start : start].rstrip()[-1:] not in ("”", '"', ",", "’"):
            return None
        behind = TITLED.match(text, end, sentence.end)
        after = self._people.places(end, min(sentence.end, end + REACH))
        return after[0][2] if behind and after and after[0][0] <= behind.end() else None

    def _is_attributed(self, sentence: Sentence, start: int, end: int) -> bool:
        """Whether what was said stands before who said it: A and B will …, Governor C said when …"""
        comma = self._text.rfind(", ", sentence.start, start)
        if comma < 0 or not CIRCUMSTANCE.match(self._text, end, sentence.end):
            return False
        cues = self._verbs.within(sentence.start, comma)
        return bool(cues) and start - comma < ATTRIBUTION

    def _subject(self, sentence: Sentence, start: int) -> Figure | str | None:
        """Who is named before the verb: a person, somebody else (told by a word), or nobody."""
        text, begin = self._text, sentence.start
        before = self._people.places(begin, start)
        pronouns = [m.start() for m in PRONOUN.finditer(text, begin, start)]
        pronouns = [at for at in pronouns if not self._verbs.quoted(at)]
        if pronouns and pronouns[-1] > (before[-1][0] if before else -1):
            return self._titled(pronouns[-1]) or self._holder or "he"
        before = [place for place in before if not self._verbs.quoted(place[0])]
        if before and not self._other_between(before[-1][1], start):
            subjects = [p for p in before if not OBJECT.search(text[begin : p[0]])]
            return (subjects or before)[-1][2]
        return "somebody" if not before and self._is_other(begin, start) else None

    def _titled(self, position: int) -> Figure | None:
        """Who “the Premier” is: the only one named before who holds that post."""
        title = THE_TITLE.match(self._text, position)
        if title is None:
            return None
        word = title["title"].lower()
        held = [
            person
            for person in self._people.named(0, position)
            if any(post.title.lower().endswith(word) for post in person.posts)
        ]
        return held[0] if len(held) == 1 else None

    def _is_other(self, begin: int, start: int) -> bool:
        """Whether a body speaks that is not the speaker's own side."""
        inside = self._bodies.inside(begin, start)
        side = self._holder.side if self._holder else None
        return bool(inside) and (side is None or self._bodies.side_of(inside[-1].body) is not side)

    def _other_between(self, left: int, right: int) -> bool:
        """Whether a body stands between a person and a verb, as its subject."""
        inside = self._bodies.inside(left, right)
        return any(self._text[m.end : right].strip() in ("", "also", "has", "have") for m in inside)

    def _cues(self, sentence: Sentence) -> list[Verb]:
        """The governing verbs: “hoped that both sides would” has one."""
        cues: list[Verb] = []
        for verb in self._verbs.within(sentence.start, sentence.end):
            if not self._governed(verb, cues) and self._promises(verb, sentence):
                cues.append(verb)
        return cues

    def _governed(self, verb: Verb, cues: list[Verb]) -> bool:
        """Whether a modal verb only goes on from the verb before it."""
        if verb.group not in MODALS or not cues or cues[-1].firmness is Firmness.SIGNED:
            return False
        between = self._text[cues[-1].end : verb.start]
        alike = NEW_VERB.search(between) and (
            verb.group == "proposal"
            or PLANS.match(self._text, verb.start)
            or self._is_own(cues[-1])
        )
        return not (alike or NEW_CLAUSE.search(between))

    def _is_own(self, verb: Verb) -> bool:
        """Whether a wish is for oneself, so that what follows goes on with its subject: hoped to … and would."""
        return self._text.endswith(" to", verb.start, verb.end)

    def _promises(self, verb: Verb, sentence: Sentence) -> bool:
        """Whether a verb tells of something to do, and its subject can do it."""
        begin = sentence.start
        before = self._text[max(begin, verb.start - 40) : verb.start]
        if verb.group == "terms":
            return bool(TERMS_OF.match(sentence.text) or WHICH.search(before))
        if verb.group in MODALS and STATE.match(self._text, verb.end):
            return bool(UNDERGONE.match(self._text, verb.end))
        if verb.group in MODALS:
            first = self._text[verb.start : verb.start + 4].lower()
            if first in ("can ", "coul"):
                return bool(re.search(rf"(?:{OWN}|\bwe) (?:both )?$", before, re.I))
            return not THINGS.search(before) or self._is_terms(sentence)
        if verb.firmness in (Firmness.SIGNED, Firmness.DONE):
            if before.endswith(ARTICLES):
                return False  # the renewed agreement
            around = self._text[max(begin, verb.start - 50) : min(sentence.end, verb.end + 60)]
            return not self._is_past(around) or verb.firmness is Firmness.DONE
        return True

    def _is_past(self, words: str) -> bool:
        """Whether words tell of what was done long before the report."""
        words = FIRST_TOLD.sub("", words)
        years = [a or b for a, b in YEAR.findall(words)]
        if PAST.search(words):
            return True
        return bool(years) and all(year < self._year for year in years) and bool(self._year)

    def _is_terms(self, sentence: Sentence) -> bool:
        """Whether a sentence tells what an instrument says: Under the agreement, It will …"""
        opened = TERMS_OF.match(sentence.text)
        if opened and opened[0].lower() in ("it", "this", "these", "they"):
            return self._just_signed and opened[0].lower() != "they"
        return bool(opened or INSTRUMENT.search(sentence.text))

    def _units(
        self, sentence: Sentence, speaker: Figure | None, inherited: Firmness | None
    ) -> Iterator[Said]:
        """Stretches of one firmness, each from its verb to the next or the sentence's end."""
        text = sentence.text
        cues = [] if PRAISE.search(text) and not STRONG.search(text) else self._cues(sentence)
        begin = ORDINAL.match(text) or BULLET.match(text)
        if inherited and begin:
            opened = sentence.start + begin.end()
            yield Said(opened, self._trimmed(sentence.end), speaker, inherited, True, sentence)
            return
        for number, cue in enumerate(cues):
            end = cues[number + 1].start if number + 1 < len(cues) else sentence.end
            said = self._said(sentence, speaker, cue, end)
            if said and said.end - said.start > SHORTEST:
                yield said
        self._just_signed = any(cue.firmness is Firmness.SIGNED for cue in cues)
        self._instrument = self._instrument or self._just_signed

    def _said(self, sentence: Sentence, speaker: Figure | None, cue: Verb, end: int) -> Said | None:
        """What one verb governs; None where nobody is bound by it."""
        bond = cue.firmness is Firmness.AGREEMENT and self._told_at == 0
        reported = speaker is not None and cue.start >= self._told_at and not bond
        if cue.firmness is Firmness.SIGNED and reported:
            return None  # what was signed before is history in a speech
        firmness = cue.firmness
        bound = self._is_terms(sentence) or self._instrument
        signs = self._text.startswith(" sign", cue.end)  # an instrument still to come
        if firmness is Firmness.INTENTION and speaker is None and bound and not signs:
            firmness = Firmness.AGREEMENT
        if not (reported or self._unnamed or self._told(sentence, cue)):
            return None
        inner = INNER_END.search(self._text, cue.end, end)
        stop = self._trimmed(inner.start() if inner else end)
        if self._text[stop - 1] == ":":
            return None
        start = self._begin(sentence, cue)
        return Said(start, stop, speaker if reported else None, firmness, False, sentence)

    def _begin(self, sentence: Sentence, cue: Verb) -> int:
        """Where the words begin that a verb governs; a passive keeps its subject."""
        passive = cue.group == "was_signed" or UNDERGONE.match(self._text, cue.end)
        if passive and cue.group != "hope":
            before = self._text[sentence.start : cue.start]
            subjects = list(BEGINNING.finditer(before))
            return sentence.start + subjects[-1].end() if subjects else cue.end
        return cue.start if cue.whole else cue.end

    def _trimmed(self, end: int) -> int:
        """The end of a line without marks and words that only lead on."""
        while end:
            if self._text[end - 1] in ' ,.;”"':
                end -= 1
            elif word := next((w for w in LEADS_ON if self._text.endswith(w, 0, end)), None):
                end -= len(word)
            else:
                break
        return end

    def _told(self, sentence: Sentence, cue: Verb) -> bool:
        """Whether the report itself tells of a bond: agreed, signed, or both will."""
        if cue.firmness in (Firmness.AGREEMENT, Firmness.SIGNED, Firmness.DONE):
            return True
        before = self._text[max(sentence.start, cue.start - 60) : cue.start]
        if re.search(rf"\b{OWN}[^.;]{{0,30}}$|\b(?:each|both|all) \w+ $", before, re.I):
            return True
        if self._instrument and UNDERGONE.match(self._text, cue.end):
            return True  # a joint committee will be set up
        return self._bodies.before(cue.start, sentence.start) is not None or self._is_terms(
            sentence
        )


def speeches(
    text: str,
    sentences: list[Sentence],
    people: People,
    bodies: EnglishBodies,
    published: str | None = None,
) -> Iterator[Said]:
    """All that is said or told, in order."""
    return Speeches(text, sentences, people, bodies, published).all()
