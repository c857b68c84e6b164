"""Whether a text is a chain of pieces, one chosen from each link; linear in the text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence


def is_chain(text: str, links: Sequence[Iterable[str]]) -> bool:
    """Whether the text is one option of each link, in order: 차이치 of [차이] [치, 기]."""
    ends = {0}
    for options in links:
        ends = {end + len(o) for end in ends for o in options if o and text.startswith(o, end)}
        if not ends:
            return False
    return len(text) in ends


def chains(one: str, other: str, steps: Callable[[int, int], Iterable[tuple[int, int]]]) -> int:
    """In how few steps two texts are read side by side to their ends; 0 if they cannot be.

    `steps` tells from two places the pairs of places that one unit leads to.
    """
    fewest = {(0, 0): 0}
    front = [(0, 0)]
    while front:
        reached: list[tuple[int, int]] = []
        for place in front:
            for following in steps(*place):
                if following not in fewest:
                    fewest[following] = fewest[place] + 1
                    reached.append(following)
        front = reached
    return fewest.get((len(one), len(other)), 0)
