"""When and where a South Korean meeting is held; a report's own day is none of its dates."""

from __future__ import annotations

import re
from bisect import bisect_left
from datetime import date, timedelta

from hapjak.reading.dates import DateMention
from hapjak.reading.drafts import Encounter
from hapjak.reading.korean.south.dates import PAST, ahead, is_history
from hapjak.reading.meetings import Meetings
from hapjak.reading.sentences import Sentence

ANNOUNCED = re.compile(
    r"(?:\s(?:오전|오후))?\s(?:귀국|돌아[오왔])|\s(?:\S{1,14}\s)?\S{1,14}에 따르면|(?:\s?\([^()]{1,12}\))?\s(?:\S{1,8}\s)?(?:밝혔|전했|보도|발표|말했|설명했|알려졌)|\s?현재"
)
CALLED_AT = re.compile(
    r"(?:^|\s)(?P<house>[가-힣]{1,6}(?:도청|시청|군청|구청|청사))[을를]\s(?:찾아|방문해|방문하고|찾은|방문한|예방)"
)
NEXT_DAY = re.compile(r"이튿날|다음 ?날")
PHRASE_END = re.compile(
    r"(?:[은는이가와과을를해고며,의]|최근|현재|열린|위치한|있는|에|\d일|오전|오후|\d시|\d분|이날|함께|이어서?|앞서)$"
)
NOT_VENUE = re.compile(
    r"(?:분야|자리|가운데|차원|과정|측면|면|부문|인사말|축사|면담|회담|협약식|간담회|회의|현장|대회|행사|포럼|이|그|국내|세계|지역|도시|곳|등|지방)$"
)


class DatedMeetings(Meetings):
    """Meetings with their days and places."""

    _sentences: list[Sentence]

    _announced: str | None = None  # the day a report was given out
    _of_any_day = False  # a report found with nothing new tells of what lies further back

    def _old(self, sentence: Sentence) -> bool:
        """History: before the paper's month, or said to be."""
        if self._of_any_day:
            return PAST.search(sentence.text) is not None
        if is_history(sentence.text, self._published):
            return True
        return "이날" not in sentence.text and super()._old(sentence)

    def _told(self, sentence: Sentence) -> list[DateMention]:
        """The dates of a sentence but for the day a report was given out, which is kept apart."""
        told = []
        for day in self._cues.dates(sentence.text, self._published):
            if ANNOUNCED.match(sentence.text, day.end):
                self._announced = day.value or self._announced
            else:
                told.append(day)
        return told

    def _date(self, meeting: Encounter, sentence: Sentence) -> None:
        told = self._told(sentence)
        days = [d for d in told if d.value and (len(d.value) == 10 or meeting.planned)]
        days = [d for d in days if "-" in (d.value or "")] or [d for d in told if d.value is None]
        before = next((m.date for m in reversed(self._found) if m.date), self._announced)
        before = before or self._latest_day(sentence)
        next_day = NEXT_DAY.search(sentence.text)
        same_day = self._cues.same_day.search(sentence.text)
        if days:
            anchor = meeting.spans[0][0] - sentence.start
            self._on(meeting, _nearest(days, anchor), sentence)
        elif next_day and before and len(before) == 10:
            meeting.date = (date.fromisoformat(before) + timedelta(1)).isoformat()
            meeting.date_text = next_day[0]
        elif same_day and before and not meeting.planned:
            meeting.date, meeting.date_text = before, same_day[0]

    def _latest_day(self, sentence: Sentence) -> str | None:
        """The day told in the sentence before: 9일 … 기증했다. … 이날 …."""
        number = bisect_left(self._sentences, sentence.start, key=lambda s: s.start)
        days = self._told(self._sentences[number - 1]) if number else []
        return next((d.value for d in reversed(days) if d.value and len(d.value) == 10), None)

    def _on(self, meeting: Encounter, day: DateMention, sentence: Sentence) -> None:
        """Set the day; what is planned lies ahead of the paper."""
        meeting.date, meeting.until = day.value, day.until
        meeting.date_text = sentence.text[day.start : day.end]
        if day.until is None and sentence.text[day.end : day.end + 2] == "까지":
            meeting.date, meeting.until = None, day.value
        elif meeting.planned and self._published and day.value and len(day.value) == 10:
            report = date.fromisoformat(self._published[:10])
            if (day.until or day.value) < report.isoformat():
                meeting.date = ahead(day.value, report)
                meeting.until = ahead(day.until, report) if day.until else None

    def _place(self, meeting: Encounter, sentence: Sentence) -> None:
        called = CALLED_AT.search(sentence.text)
        for match in self._cues.place.finditer(sentence.text):
            words = match["place"].split()
            cut = max((n + 1 for n, w in enumerate(words[:-1]) if PHRASE_END.search(w)), default=0)
            words = words[cut:]
            if NOT_VENUE.search(words[-1]):
                continue
            if self._cues.venue.search(words[-1]) or self._bodies.is_place(words[-1]):
                meeting.place = " ".join(words)
                return
        if called and meeting.place is None:
            meeting.place = called["house"]


def _nearest(days: list[DateMention], anchor: int) -> DateMention:
    """The day told last before a place in the sentence, else the first."""
    before = [day for day in days if day.start < anchor]
    return before[-1] if before else days[0]
