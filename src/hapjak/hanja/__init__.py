"""One key for Chinese and Korean writing, and the written forms of a name."""

from hapjak.hanja.forms import Forms as Forms
from hapjak.hanja.forms import written_forms as written_forms
from hapjak.hanja.key import search_key as search_key
from hapjak.hanja.names import candidate_readings as candidate_readings
from hapjak.hanja.names import hangul_surnames as hangul_surnames
from hapjak.hanja.names import surname_of as surname_of
from hapjak.hanja.relations import How as How
from hapjak.hanja.script import simplify as simplify
from hapjak.hanja.south import South as South
from hapjak.hanja.south import to_south as to_south
from hapjak.hanja.spelling import Match as Match
from hapjak.hanja.spelling import match_spelling as match_spelling
from hapjak.hanja.suspect import Suspicion as Suspicion
from hapjak.hanja.suspect import is_suspect as is_suspect
from hapjak.hanja.suspect import suspicions as suspicions
from hapjak.hanja.transcription import pinyin_to_hangul as pinyin_to_hangul
from hapjak.hanja.words import Kind as Kind
