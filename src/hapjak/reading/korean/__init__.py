"""Reports of talks in Korean: an article in, its facts out."""

from hapjak.reading.korean.reader import read_facts as read_facts
