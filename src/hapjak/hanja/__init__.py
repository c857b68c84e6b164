"""One key for Chinese and Korean writing, and the written forms of a name."""

from hapjak.hanja.key import search_key as search_key
from hapjak.hanja.names import candidate_readings as candidate_readings
from hapjak.hanja.names import hangul_surnames as hangul_surnames
from hapjak.hanja.names import surname_of as surname_of
from hapjak.hanja.script import simplify as simplify
from hapjak.hanja.transcription import pinyin_to_hangul as pinyin_to_hangul
