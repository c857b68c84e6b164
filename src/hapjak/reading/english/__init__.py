"""Reports of talks in English: an article in, its facts out."""

from hapjak.reading.english.reader import read_facts as read_facts
