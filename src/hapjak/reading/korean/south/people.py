"""People with their posts in South Korean reports.

A post is the anchor: its name stands before it (홍길동 시장), before its body (홍길동
○○시 국제협력과장), between body and post (○○대 홍길동 총장), or behind it (시장
홍길동). What stands between a name and its post is the body, whatever its
words. A surname with a post is a second mention, never somebody new.
"""

from __future__ import annotations

import re

from hapjak.reading.drafts import Figure, PostHeld
from hapjak.reading.korean.south import names
from hapjak.reading.korean.south.beside import HANJA, LATIN, NamesBeside
from hapjak.reading.korean.south.bodies import SouthBodies
from hapjak.reading.korean.south.gazetteer import at_home
from hapjak.reading.korean.south.holders import PostHolders
from hapjak.reading.korean.south.phrases import MODIFIERS, OWN, Phrases, Token
from hapjak.reading.korean.south.posts import Post, find_posts
from hapjak.reading.korean.words import AFTER, BEFORE
from hapjak.reading.people import add_form, is_traditional

LIST_MARKS = ",、，·"


class SouthPeople(PostHolders):
    """The people of a South Korean text."""

    before = BEFORE
    after = rf"(?:(?=(?:의장|시장|지사|총영사|대사|회장|위원장|서기|성장|주석|원장|총장|사장|군수)(?:[은는이가을를과와의]|께서)?[\s,])|{AFTER})"
    bodies: SouthBodies

    def __init__(self, text: str, bodies: SouthBodies) -> None:
        super().__init__(text, bodies, "ko_kr")
        self.bodies = bodies
        self._again: list[tuple[int, int, Figure]] = []
        self._phrases = Phrases(text, bodies)
        self._beside = NamesBeside(text, bodies, self._phrases)
        waiting: list[tuple[str, Token, Post]] = []
        for post in find_posts(text, bodies):
            self._read(post, waiting)
        for surname, token, post in waiting:
            self._second(surname, token, post)
        self._settle()
        self.find_again()

    def index(self) -> None:
        """Second mentions (김 지사) count as places of a person, though no quote of the name."""
        super().index()
        self.lay_out([*self._index, *self._again])

    def _read(self, post: Post, waiting: list[tuple[str, Token, Post]]) -> None:
        chain = self._phrases.chain(post.start)
        if chain and self._is_second(chain[0], post):
            waiting.append((chain[0].text, chain[0], post))
            return
        found = self._beside.glued(post) or self._beside.before(chain, post)
        if found is None:
            found = self._beside.behind(chain, post)
        if found is None:
            return
        parts, body_tokens = found
        start = parts[0].start
        holder, text_start = self.holder_of(post, parts, body_tokens)
        held = PostHeld(post.title, holder, self.text[text_start : post.end])
        side = self.bodies.side_of(holder)
        self._beside.told = (
            post.end + len(post.tail),
            side is not None and not at_home(side.territory),
        )
        self._take(parts, held)
        if post.end > parts[-1].end:
            self._again.append((start, post.end, self.by_name[self._name(parts)]))
        for name in self._sharing(start):
            self._take([name], held)

    def _is_second(self, token: Token, post: Post) -> bool:
        """“김 지사”, “타잉 위원장”: a surname or a part of a name told before."""
        if token.text in self.by_name or token.gloss or token.text in MODIFIERS:
            return False
        if len(token.text) == 1 and post.plain:
            known = any(name.startswith(token.text) for name in self.by_name)
            return known or (names.is_surname(token.text) and token.text not in OWN)
        return any(token.text in name.split() for name in self.by_name if " " in name)

    def _second(self, surname: str, token: Token, post: Post) -> None:
        person = self.called(surname, post.title)
        if person:
            self._again.append((token.start, post.end, person))

    def repeats(self, person: Figure, post: PostHeld) -> bool:
        """All are kept until `_settle` knows which is the fullest."""
        return any(known.text == post.text for known in person.posts)

    def called(self, surname: str, title: str) -> Figure | None:
        """Whom a surname with a title means: the only one whose name and post fit."""
        fitting = [
            person
            for name, person in self.by_name.items()
            if (name.startswith(surname) or surname in name.split())
            and any(p.title.endswith(title) or title.endswith(p.title) for p in person.posts)
        ]
        return fitting[0] if len(fitting) == 1 else None

    def _take(self, parts: list[Token], held: PostHeld) -> None:
        person = self.add(self._name(parts), parts[0].start, [held])
        self._form(person, parts[-1].gloss)

    def _name(self, parts: list[Token]) -> str:
        return self.text[parts[0].start : parts[-1].end]

    def _form(self, person: Figure, gloss: str) -> None:
        hanja = HANJA.match(gloss.replace(" ", ""))
        if hanja:
            add_form(person, "zh_hant" if is_traditional(hanja[1]) else "zh_hans", hanja[1])
        elif LATIN.match(gloss):
            add_form(person, "en", gloss)

    def _sharing(self, start: int) -> list[Token]:
        """Names listed before a name with its post, which share it: 홍길동, 김철수 의원."""
        found: list[Token] = []
        position = start
        while True:
            chain = self._list_item(position)
            if chain is None:
                return found
            found.append(chain)
            position = chain.start

    def _list_item(self, position: int) -> Token | None:
        """A Korean name alone between two marks of a list, before a place in the text."""
        before = self.text[max(0, position - 40) : position].rstrip()
        if not before or before[-1] not in LIST_MARKS:
            return None
        end = max(0, position - 40) + len(before) - 1
        match = re.compile(
            r"(?:^|[,、，·을를\n]\s?|\s)(?P<name>[가-힣]{3,4})(?:\((?P<gloss>[^()\n]{1,30})\))?\s?$"
        ).search(self.text, max(0, end - 40), end)
        if match is None or not names.is_korean(match["name"]):
            return None
        return Token(match["name"], match.start("name"), match.end("name"), match["gloss"] or "")

    def _settle(self) -> None:
        """One post under two lengths (지사, 도지사) is one, at the longer with its body."""
        for person in self.by_name.values():
            kept: list[PostHeld] = []
            for post in sorted(person.posts, key=lambda p: (p.text == p.title, -len(p.title))):
                if not any(
                    k.title.endswith(post.title) or post.title.endswith(k.title) for k in kept
                ):
                    kept.append(post)
            person.posts = [p for p in person.posts if any(p is k for k in kept)]
