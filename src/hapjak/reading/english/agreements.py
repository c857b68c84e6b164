"""Instruments of English reports: any noun for one, with what is done to it in its sentence.

`signed the X Agreement`, `an accord was renewed`, `under a new MoU`, `a Letter
of Intent … and a Joint Statement`. What kind it is stands in the words around
its noun: a sister-state agreement, an agreement on friendly exchange.
"""

from __future__ import annotations

import re
from functools import cache

from ahocorasick_rs import AhoCorasick
from msgspec import Struct

from hapjak.reading.dates import long_before
from hapjak.reading.drafts import Instrument
from hapjak.reading.english.capitals import UPPER
from hapjak.reading.english.cues import CUES, SIGNS, WAS_SIGNED
from hapjak.reading.english.gazetteer import one_case
from hapjak.reading.meetings import Meetings
from hapjak.reading.model import AgreementKind
from hapjak.reading.sentences import Sentence

NOUN = re.compile(
    r"\b(?:(?P<memorandum>memorand(?:um|a|ums)(?: of (?:understanding|cooperation|co-operation|agreement|intent))?(?: \((?:mou|moc|moa)s?\))?|mo[uc]s?)"
    r"|(?P<letter_of_intent>letters? of intent(?: \(lois?\))?|lois?)"
    r"|(?P<statement>(?:joint|common) (?:[\w-]+ ){0,2}?(?:statement|declaration|communiqu[eé])s?|(?:[A-Z][\w-]+ )+(?:Declaration|Communiqu[eé])|communiqu[eé])"
    r"|(?P<minutes>(?:agreed |joint )?minutes|record of discussions?|protocol of (?:the|this|their) (?:[\w-]+ )?(?:meeting|session))"
    r"|(?P<contract>(?:purchase |supply |service )?contracts?)"
    r"|(?P<tie>sisterhood|(?:sister|twin)[- ](?:city|state|province|prefecture|county|district|town|region)(?:al)? (?:ties?|relations?(?:hips?)?|partnerships?)(?! (?:agreement|accord|pact|protocol))|twinning(?! (?:agreement|accord|pact)))"
    r"|(?P<other>agreements?|accords?|pacts?|protocols?|treat(?:y|ies)|charters?|conventions?|compacts?|action plans?|programmes? of cooperation|declarations?|(?:friendship|cooperation|partnership|work) (?:plan|programme|program)))"
    r"(?![\w-])",
    re.I,
)
SISTER = re.compile(
    r"\b(?:sister(?:hood)?|twin(?:ning|ned)?|friend(?:ship|ly)|goodwill|fraternal)\b(?! (?:meeting|delegation))",
    re.I,
)
FRAME = re.compile(r"\b(?:framework|strategic (?:cooperation|partnership|co-operation))\b", re.I)
UNDER_FRAME = re.compile(r"\b(?:sub-?|special |departmental )$", re.I)
FORGED = re.compile(
    r"\b(?:forged|established|formed|formali[sz]ed|sealed|cemented|launched|renewed|entered into|signed|inked)\b[^.;]{0,60}$",
    re.I,
)
BEFORE = re.compile(
    rf"\b(?:{SIGNS}|sign|agreed on|reached|announced|conclusion of|renewal of|exchange of|extension of|agreed to (?:renew|sign))\b[^;]{{0,240}}$",
    re.I,
)
BEHIND = re.compile(
    rf"[^.;]{{0,100}}?\b(?:was|were|is to be|are to be|will be|has been|have been|being) (?:also |then |jointly |formally |officially |virtually )*{WAS_SIGNED}\b"
    r"| between [^.;]{3,90}? (?:will|shall|came into|comes into|takes effect|aims|covers|provides|sets out|establishes|calls for)\b"
    r"|,? ?(?:\([A-Za-z]+\) ?)?(?:that was |which was |was )?(?:formally |officially |jointly )?(?:signed|inked|sealed|concluded|initialled)\b",
    re.I,
)
NEW = re.compile(
    r"\b(?:under|through|with) (?:a|an|the|their) (?:new|newly signed) (?:[\w-]+ ){0,3}$", re.I
)
DEFINITE = re.compile(
    r"\b(?:the|this|that|its|their|said|such|these|those|under an?)(?: (?:new|said|same|landmark|historic|present))? $",
    re.I,
)
ANNIVERSARY = re.compile(
    r"\banniversary of\b(?:(?! with | by )[^.;,]){0,80}$"
    r"|\b(?:since|after) (?:the )?(?:signing|they signed|it signed|first)\b[^.;]{0,60}$"
    r"|\b(?:since|after|before|until|when) (?:the|this|that|their) (?:[\w-]+ )?$",
    re.I,
)
WISHED = re.compile(
    r"\b(?:hop\w+|wish\w*|expect\w*|propos\w+|keen|ready|willing|wants?|wanted|would like|aim\w*|possib\w+|could|may|might|should) (?:[\w-]+ ){0,3}?(?:to |of )?(?:jointly )?"
    r"(?:sign|signing|ink|conclude|concluding|renew|renewing|enter into)\b[^.;]{0,60}$"
)
DONE = re.compile(
    r"\b(?:signed|inked|concluded|renewed|sealed|initialled|exchanged)\b[^.;]{0,110}$", re.I
)
LISTED = re.compile(r"[^.;:]{0,60}:")
OTHER_ONE = re.compile(
    r"\b(?:also|another|separate|second|third|additional|in addition|meanwhile)\b", re.I
)
QUOTED = re.compile(r"[“\"‘'「](?P<title>[^“”\"‘’「」]{6,140})[”\"’'」]")
LEFT = 48  # characters before a noun in which words that tell its kind stand
RIGHT = 70
TITLE = re.compile(
    rf"(?:[{UPPER}][\w’'&–-]*(?: (?:of|for|on|and|the|in) (?=[{UPPER}]))? ?){{1,9}}$"
)
ON = re.compile(
    rf" (?:on|for|in) (?:the )?(?:[{UPPER}][\w’'&-]*(?:,? (?:and |of |in |the )*(?=[{UPPER}]))?){{1,8}}"
)
GENERIC = re.compile(
    r"(?:(?:An?|The|Cooperation|Joint|Friendship|Memorand\w+|Understanding|of|Agreement|MOU|MoU|Letters?|Intent|\(\w+\)) ?)+"
)


class _Named(Struct, frozen=True):
    """An instrument where it is named."""

    kind: AgreementKind
    start: int
    end: int
    title: str | None
    definite: bool
    plural: bool


def find_instruments(sentences: list[Sentence], meetings: Meetings) -> list[Instrument]:
    """The instruments that a report tells are signed, renewed or to be signed."""
    found: list[Instrument] = []
    for sentence in sentences:
        if not _names_one(sentence.text) or meetings.is_history(sentence):
            continue
        for named in _named(sentence.text):
            _keep(found, named, sentence, meetings)
    return found


@cache
def _nouns() -> AhoCorasick:
    return AhoCorasick(
        [
            "agreement",
            "accord",
            "pact",
            "protocol",
            "treat",
            "charter",
            "convention",
            "compact",
            "plan",
            "programme",
            "memorand",
            "mou",
            "moc",
            "letter",
            "loi",
            "statement",
            "declaration",
            "communiqu",
            "minutes",
            "record",
            "contract",
            "sister",
            "twin",
        ]
    )


def _names_one(text: str) -> bool:
    return bool(_nouns().find_matches_as_indexes(one_case(text)))


def _named(text: str) -> list[_Named]:
    """All instruments of a sentence to which something is done there."""
    found: list[_Named] = []
    matches = list(NOUN.finditer(text))
    for number, match in enumerate(matches):
        before = text[: match.start()]
        later = (m.start() for m in matches[number + 1 :] if m.lastgroup != "tie")
        stop = next(later, len(text))
        if not _is_done(match, text, before):
            continue
        plural = match[0].lower().rstrip(")").endswith(
            ("s", "memoranda")
        ) and match.lastgroup not in ("minutes", "tie")
        if plural and LISTED.match(text, match.end(), stop) and number + 1 < len(matches):
            continue  # three agreements: what they are is told right behind
        if (
            found
            and match.start() - found[-1].end < 4
            and "(" in text[found[-1].end : match.start()]
        ):
            continue  # Memorandum of Understanding (MOU)
        title, start, end = _title(text, match)
        around = text[max(0, match.start() - LEFT) : min(stop, match.end() + RIGHT)]
        if found and (found[-1].end > match.start() or _is_what_for(found[-1], match, text)):
            continue
        found.append(
            _Named(
                _kind(match, before, around),
                start,
                end,
                title,
                bool(DEFINITE.search(text[:start])),
                plural,
            )
        )
    return found


def _is_what_for(named: _Named, match: re.Match[str], text: str) -> bool:
    """Whether a tie is only what the instrument before it is for: an agreement on sister ties."""
    return match.lastgroup == "tie" and not re.search(
        r"[,;]|\band\b", text[named.end : match.start()]
    )


def _is_done(match: re.Match[str], text: str, before: str) -> bool:
    """Whether an instrument is signed, renewed, issued in its sentence; a wish for one is no deed."""
    if ANNIVERSARY.search(before) or WISHED.search(before):
        return False
    if match.lastgroup == "tie":
        return bool(FORGED.search(before))
    return bool(BEFORE.search(before) or BEHIND.match(text, match.end()) or NEW.search(before))


def _kind(match: re.Match[str], before: str, around: str) -> AgreementKind:
    group = match.lastgroup or ""
    if group == "tie":
        return AgreementKind.SISTER_TIE
    if group != "other":
        return AgreementKind(group)
    if UNDER_FRAME.search(before):
        return AgreementKind.SUB_AGREEMENT
    if SISTER.search(around):
        return AgreementKind.SISTER_TIE
    return AgreementKind.FRAMEWORK if FRAME.search(around) else AgreementKind.OTHER


def _title(text: str, match: re.Match[str]) -> tuple[str | None, int, int]:
    """A title in quotes around the noun, or in capitals: the X–Y Action Plan."""
    for quoted in QUOTED.finditer(text):
        if quoted.start() < match.start() and match.end() <= quoted.end():
            return quoted["title"].strip(" ,."), *quoted.span()
    if not match[0][0].isupper() or match[0].isupper():
        return None, *match.span()
    left = TITLE.search(text, max(0, match.start() - 120), match.start())
    right = ON.match(text, match.end())
    start, end = left.start() if left else match.start(), right.end() if right else match.end()
    title = text[start:end].strip()
    return (None if GENERIC.fullmatch(title) else title), match.start(), match.end()


def _keep(found: list[Instrument], named: _Named, sentence: Sentence, meetings: Meetings) -> None:
    """Keep a new instrument; a further mention of a known one is only another place."""
    span = (sentence.start + named.start, sentence.start + named.end)
    signed = DONE.search(sentence.text[: named.start])
    planned = not signed and CUES.planned.search(sentence.text) is not None
    known = _known(found, named, sentence, planned)
    if known is not None:
        known.spans.append(span)
        known.title = known.title or named.title
        if known.planned and not planned:
            known.planned = False
        return
    found.append(_instrument(named, span, sentence, meetings, planned))


def _known(
    found: list[Instrument], named: _Named, sentence: Sentence, planned: bool
) -> Instrument | None:
    """The instrument told of before that is named again."""
    if named.definite and named.title is None and named.kind is AgreementKind.OTHER and found:
        return found[-1]  # the agreement, whatever kind it was called
    same = [known for known in found if known.kind is named.kind and known.planned == planned]
    if named.title:
        titled = [k for k in same if k.title and (named.title in k.title or k.title in named.title)]
        return next(iter(titled), next((k for k in same if k.title is None), None))
    if named.kind is AgreementKind.OTHER and not same:  # the paper of a tie just told of
        same = [k for k in found if k.kind is AgreementKind.SISTER_TIE and k.title is None]
    if same and OTHER_ONE.search(sentence.text) and not named.definite:
        return None
    return same[0] if same else None


def _earlier(sentence: Sentence, meetings: Meetings) -> str | None:
    """The date of an instrument signed long before the report; None where it is of these talks."""
    told = [d.value for d in CUES.dates(sentence.text, meetings.published) if d.value]
    old = bool(told) and all(long_before(value, meetings.published) for value in told)
    return told[0] if old else None


def _instrument(
    named: _Named, span: tuple[int, int], sentence: Sentence, meetings: Meetings, planned: bool
) -> Instrument:
    meeting = meetings.at(sentence.end)
    date = _earlier(sentence, meetings) or (meeting.date if meeting else None)
    parties = list(meeting.parties) if meeting else []
    return Instrument(named.kind, [span], named.title, date, parties, None, planned)
