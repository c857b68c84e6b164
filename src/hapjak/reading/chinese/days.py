"""On which day a meeting was held: told with it, at a later mention, or in the lead."""

from __future__ import annotations

from hapjak.reading.dates import DateMention
from hapjak.reading.drafts import Encounter
from hapjak.reading.meetings import Meetings
from hapjak.reading.model import MeetingKind
from hapjak.reading.sentences import Sentence


class Days(Meetings):
    """Meetings with the days the text tells."""

    _visit: Encounter | None
    _last_day: DateMention | None  # the latest day told
    _day_text: str | None

    def _dated_by(self, sentence: Sentence, start: int, end: int) -> None:
        """在29日召开的座谈会上: a later mention may tell the day of the meeting."""
        proper = self._meetings_proper()
        if proper and proper[-1].date is None and proper[-1].kind is not MeetingKind.VISIT:
            mention = Encounter(proper[-1].kind, [(sentence.start + start, sentence.start + end)])
            days = self._cues.dates(sentence.text[:start], self._published)
            if days and days[-1].value and len(days[-1].value) == 10:
                self._date(mention, sentence)
                self._day_of(proper[-1], mention)

    def _day_of(self, known: Encounter, mention: Encounter) -> None:
        known.date, known.until, known.date_text = mention.date, mention.until, mention.date_text

    def _note_day(self, sentence: Sentence, told: str) -> None:
        """The latest day told holds for what comes after it without a day of its own."""
        for day in self._cues.dates(told, self._published):
            if day.value is None or len(day.value) == 10:
                self._last_day, self._day_text = day, told[day.start : day.end]

    def _date(self, meeting: Encounter, sentence: Sentence) -> None:
        """The day before the word for the meeting, else the first of the sentence, else the lead's."""
        at = meeting.spans[-1][0] - sentence.start
        told = self._cues.dates(sentence.text, self._published)
        days = [d for d in told if d.value is None or len(d.value) == 10]
        if meeting.planned:
            days = days or [d for d in told if d.value and "-" in d.value]
        before = [d for d in days if d.start <= at]
        day = before[-1] if before else days[0] if days else None
        if day is not None:
            meeting.date, meeting.until = day.value, day.until
            meeting.date_text = sentence.text[day.start : day.end]
        elif self._last_day is not None and not meeting.planned and not self._found:
            meeting.date, meeting.until = self._last_day.value, self._last_day.until
            meeting.date_text = self._day_text
        elif self._cues.same_day.search(sentence.text) and self._found:
            meeting.date, meeting.date_text = self._found[-1].date, self._found[-1].date_text

    def _meetings_proper(self) -> list[Encounter]:
        return [meeting for meeting in self._found if meeting is not self._visit]
