"""People with their posts in Korean reports.

Chinese-Korean puts posts before the name (갑성당위 부서기이며 성장인 …), South
Korean mostly behind it (… 갑도지사). Both stand in both, so each run of posts
takes the name that follows it, unless particle or comma close the run: then
the name before it. A post may also be glued behind a name (왕일성장).
"""

from __future__ import annotations

import re
from bisect import bisect_left

from hapjak.reading.drafts import Body, PostHeld
from hapjak.reading.korean.china.bodies import ChinaBodies
from hapjak.reading.korean.china.carried import carries
from hapjak.reading.korean.china.holders import Holders
from hapjak.reading.korean.china.listed import Listed, bare_row, listed
from hapjak.reading.korean.china.names import (
    GLOSS,
    NO_NAME,
    SUBJECTS,
    is_name,
    may_be_foreign,
    stems,
)
from hapjak.reading.korean.china.posts import COMMAS, Post, Posts, Run, Token
from hapjak.reading.korean.china.titles import (
    AMBIGUOUS,
    CERTAIN,
    LEADING,
    glued,
    part,
    titles,
)
from hapjak.reading.korean.words import AFTER, BEFORE
from hapjak.reading.people import add_form, is_traditional
from hapjak.reading.sentences import Sentence

TOKEN = re.compile(r"[가-힣A-Za-z0-9·]+|[,、，]|\((?P<gloss>[^()]{1,40})\)|[^\s]")
NOT_HELD = ("으로", "로", "으로서", "로서")  # 왕일을 단장으로 하는 …: no post behind a name
PLACED = ("변강", "변강구", "공화국", "자치주", "련방")
OBJECTS = ("을", "를", "의", "에", "에서", "에는", "까지", "부터", "만")
ENDING = re.compile(f"([가-힣]?){AFTER}")
GLOSSED = re.compile(r"\(([\u3400-\u9fff\uf900-\ufaff]{2,5})(?:[ㆍ·,][^()]{1,12})?\)")
PARTY_OF = re.compile(r"일행(?:[을과은이의]|에게)?$")
HEADED = re.compile(r"(?P<title>[가-힣]{2,8})\s?:?\s(?P<name>[가-힣]{2,4})(?=$|[,\s])")
BRACKET = re.compile(r"\([^()]{1,20}\)\s$")  # 무역관(KOTRA) 왕일 관장
LATER_TITLE = "|".join(sorted(map(re.escape, titles()), key=len, reverse=True))
PRESENT = re.compile(
    r"(?:회견|회담|좌담회|체결식|의식|활동|회의|접견)[가-힣]{0,3}\s(?:함께\s)?(?:참석|참가|배석)"
)


class ChinaPeople(Holders):
    """The people of a Korean text."""

    before = BEFORE
    after = rf"(?:{LATER_TITLE})?{AFTER}"

    def __init__(self, text: str, sentences: list[Sentence], bodies: ChinaBodies) -> None:
        self._words = sorted(set(re.findall("[가-힣]+", text)))
        super().__init__(text, bodies, "ko_cn")
        self._posts = Posts(text, bodies, self._name_before)
        for sentence in sentences:
            self._read(sentence)
        self._drop_leaders()
        self._settle_sides()
        self.find_again()

    def _read_row(self, row: list[Listed], begin: int) -> None:
        """Names in a row, each before its body and post."""
        for one in row:
            start, title = begin + one.start, begin + one.title_start
            named = self.bodies.before(title, start)
            words = self.text[start + len(one.name) : title].split()
            body = named.body if named else None
            if body is None and words:
                body = self.bodies.of_name(
                    words[0], self.text.index(words[0], start + len(one.name))
                )
            end = title + len(one.title)
            token = Token(one.name, start, start + len(one.name))
            self._add(one.name, token, self._held((Post(one.title, body, title, end, ""),)))

    def _read(self, sentence: Sentence) -> None:
        row = listed(sentence.text)
        if row:
            self._read_row(row, sentence.start)
            return
        tokens = [
            Token(m[0], sentence.start + m.start(), sentence.start + m.end(), m["gloss"] or "")
            for m in TOKEN.finditer(sentence.text)
        ]
        index = 0
        self.last_body = None
        self._last_title = ""
        while index < len(tokens):
            run = self._posts.run(tokens, index, sentence.start)
            if run is not None:
                index = self._take(run, tokens)
                continue
            self._headed(tokens[index])
            self._glued_name(tokens[index], sentence.start)
            index += 1
        if PRESENT.search(sentence.text):
            for name, token in bare_row(tokens, self._stands_alone):
                self._add(name, token, [])

    # Who holds them

    def _take(self, run: Run, tokens: list[Token]) -> int:
        """Give the posts to a name beside them; the index to go on from."""
        following = None if run.closed else self._name(tokens, run.last + 1, run)
        before = self._name_before(run, tokens) if run.posts[-1].tail not in NOT_HELD else None
        if before and self._is_common_word(run, before):
            before = None
        if before and (run.closed or following is None or self._prefers(before, run)):
            self._add(*before, self._held(run.posts, self._body_before(before[1], run)))
            return run.last + 1
        if following is None:
            if run.posts[-1].tail not in NOT_HELD:
                self._held(run.posts)
            return run.last + 1
        index = run.last + 1
        held = self._held(run.posts)
        while following:
            name, token = following
            self._add(name, token, held)
            while index < len(tokens) and tokens[index].start < token.start + len(name):
                index += 1
            index += index < len(tokens) and bool(tokens[index].gloss)
            joined = run.heads and token.text.removeprefix(name) in ("과", "와")
            comma = run.heads and index < len(tokens) and tokens[index].text in COMMAS
            if not joined and not comma:
                break
            index += comma
            following = self._name(tokens, index, run)
        return index

    def _is_common_word(self, run: Run, before: tuple[str, Token]) -> bool:
        """손잡고 시장을: 시장 is a market too, unless somebody is known to be its mayor."""
        post = run.posts[0]
        doubtful = post.body is None and post.title in AMBIGUOUS and post.tail in OBJECTS
        known = before[0] in self.by_name or self._body_before(before[1], run) is not None
        return doubtful and not known

    def _prefers(self, before: tuple[str, Token], run: Run) -> bool:
        """Whether a post that names may stand on both sides of belongs to the one before it."""
        if before[0] in self.by_name:
            return True
        bare = run.posts[0].body is None
        return bare and self._body_before(before[1], run) is not None

    def _body_before(self, token: Token, run: Run) -> Body | None:
        """SK그룹 서진우 부회장: the body before a name, where the post has none."""
        if run.posts[0].body is not None:
            return None
        begin = max(0, token.start - 40)
        bracket = BRACKET.search(self.text, begin, token.start)
        named = self.bodies.before(bracket.start() if bracket else token.start, begin)
        return named.body if named else None

    def _name(self, tokens: list[Token], index: int, run: Run) -> tuple[str, Token] | None:
        """The name that a token begins with, if it is one."""
        if index >= len(tokens) or part(tokens[index].text):
            return None
        token = tokens[index]
        gloss = tokens[index + 1].gloss if index + 1 < len(tokens) else ""
        glossed = bool(GLOSS.match(gloss))
        abroad = self._is_abroad(run)
        if abroad and (found := self._foreign(tokens, index, run)):
            return found
        carried = not gloss and carries(tokens, index)
        for stem in stems(token.text, self._stands_alone, carried):
            if stem in NO_NAME:
                break  # 개척을: the word is known, whatever its particle
            if not self.bodies.is_place(stem) and is_name(stem, glossed):
                return stem, token
        return None if run.heads else self._foreign(tokens, index, run)

    def _is_abroad(self, run: Run) -> bool:
        """Whether a post is held abroad, or an envoy's of another country named before."""
        bodies = [post.body or self._sender(post) for post in run.posts]
        return any(body and self.bodies.is_abroad(body) for body in bodies)

    def _stem(self, tokens: list[Token], index: int) -> str:
        """The likeliest reading of a word as a name, with or without a particle."""
        return stems(tokens[index].text, self._stands_alone, carries(tokens, index))[0]

    def _foreign(self, tokens: list[Token], index: int, run: Run) -> tuple[str, Token] | None:
        """A name without a surname of here: 마류시츠끼·블라디미르 일행, 시다 츠네요시를, 파음조로."""
        token = tokens[index]
        if self.bodies.at(token.start) or not may_be_foreign(token.text):
            return None
        abroad = self._is_abroad(run)
        second = tokens[index + 1] if index + 1 < len(tokens) else None
        party = bool(second and PARTY_OF.match(second.text))
        stem = self._stem(tokens, index)
        whole = stem != token.text  # 이와노브가 is complete
        if second and abroad and not party and not whole:
            other = self._stem(tokens, index + 1)
            led = index + 2 < len(tokens) and PARTY_OF.match(tokens[index + 2].text)
            if may_be_foreign(other) and (other != second.text or led):
                return self.text[token.start : second.start + len(other)], token
        if not may_be_foreign(stem):
            return None
        leads = any(post.body and post.title in LEADING for post in run.posts)
        certain = leads and run.posts[-1].title not in AMBIGUOUS
        known = len(stem) in (3, 4) and whole
        known = known and (
            self._stands_alone(stem)
            or (leads and len(stem) == 4)
            or (certain and token.text[len(stem) :] in SUBJECTS)
        )
        return (stem, token) if abroad or party or "·" in stem or known else None

    def _stands_alone(self, stem: str) -> bool:
        """Whether the text has this word with another ending, or with none."""
        seen: set[str] = set()
        for index in range(bisect_left(self._words, stem), len(self._words)):
            if len(seen) > 1 or not self._words[index].startswith(stem):
                break
            ending = ENDING.match(self._words[index], len(stem))
            if ending:
                seen.add(ending[1])
        return len(seen) > 1

    def _name_before(self, run: Run, tokens: list[Token]) -> tuple[str, Token] | None:
        """The name right before a run of posts and its body."""
        index = run.first - 1
        while index >= 0 and tokens[index].start >= run.start:
            index -= 1
        if index >= 0 and tokens[index].gloss:
            index -= 1
        country = index > 0 and self.bodies.is_country(tokens[index].text)
        index -= country
        if index < 0 or part(tokens[index].text):
            return None
        if tokens[index].text.endswith(PLACED) or self.bodies.is_country(tokens[index].text):
            return None  # 로씨야 연해변강 을시 시장: where the place lies
        abroad = country or any(p.body and self.bodies.is_abroad(p.body) for p in run.posts)
        token = tokens[index]
        gloss = tokens[index + 1].gloss
        named = is_name(token.text, bool(GLOSS.match(gloss)))
        if not (named or (abroad and may_be_foreign(token.text))):
            return None
        shorter = [s for s in stems(token.text, self._stands_alone) if s != token.text]
        if any(s in self.by_name or self.bodies.is_place(s) for s in shorter):
            return None  # 왕일을 단장…, 갑시의 련락원: the name stands there with its particle
        if self.bodies.inside(token.start, token.end) or self.bodies.is_place(token.text):
            return None
        if abroad and index > 0 and self._is_first_name(tokens[index - 1]):
            first = tokens[index - 1]
            return self.text[first.start : token.end], first
        return token.text, token

    def _is_first_name(self, token: Token) -> bool:
        """유리 in 유리 센코: a word without a particle that is no word of ours."""
        bare = token.text in stems(token.text, self._stands_alone)[:1]
        free = not self.bodies.inside(token.start, token.end) and not part(token.text)
        return bare and free and may_be_foreign(token.text) and not self.bodies.is_place(token.text)

    def _headed(self, token: Token) -> None:
        """갑대학(총장 왕일): the head of a body in brackets behind it."""
        match = HEADED.match(token.gloss) if token.gloss else None
        named = self.bodies.before(token.start, 0) if match else None
        if match is None or named is None or part(match["title"]) is None:
            return
        if is_name(match["name"]) and not self.bodies.is_place(match["name"]):
            start = token.start + 1
            title_end = start + match.end("title")
            post = Post(match["title"], named.body, start + match.start("title"), title_end, "")
            at = start + match.start("name")
            self._add(
                match["name"],
                Token(match["name"], at, at + len(match["name"])),
                self._held((post,)),
            )

    def _glued_name(self, token: Token, begin: int) -> None:
        """왕일성장은: a post glued behind a name."""
        for name, title, _ in glued(token.text):
            fits = is_name(name) and not self.bodies.is_place(name)
            named = self.bodies.before(token.start, begin)
            unsure = len(name) == 2 and name not in self.by_name and named is None
            if not fits or (unsure and len(title) < 3 and title not in CERTAIN):
                continue
            known = self.by_name.get(name)
            if named or known is None or not any(p.title.endswith(title) for p in known.posts):
                end = token.start + len(name) + len(title)
                post = Post(title, named.body if named else None, token.start + len(name), end, "")
                self._add(name, token, self._held((post,), known.side if known else None))
            return

    def _add(self, name: str, token: Token, posts: list[PostHeld]) -> None:
        person = self.add(name, token.start, posts)
        gloss = GLOSSED.match(self.text, token.start + len(name))
        if gloss:
            add_form(person, "zh_hant" if is_traditional(gloss[1]) else "zh_hans", gloss[1])
