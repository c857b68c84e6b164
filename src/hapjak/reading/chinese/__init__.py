"""Reports of talks in Chinese: an article in, its facts out."""

from hapjak.reading.chinese.reader import read_facts as read_facts
