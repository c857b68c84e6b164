"""How well spellings of one name find each other, and others do not: `make bench-names`.

`spellings.tsv` holds names of officials, places and bodies as public pages print
them. Two spellings of one entity are a pair to find; two of different entities
of one kind are a pair to refuse. `near_names.tsv` holds the hard refusals:
namesakes and near names. Entities are split by a digest of their id into a
half for learning and one that was held out; what was gathered later is a third
set. The figures of the first look at the held-out half stand in docs/hanja.md.
"""

from __future__ import annotations

import csv
import hashlib
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product
from pathlib import Path

from hapjak.hanja import Kind, match_spelling, to_south
from hapjak.hanja.spelling import Match, bare

HERE = Path(__file__).parent
WRITING = {"zh-Hans": "zh", "zh-Hant": "zh"}  # both are one of the four writings
HALVES = ("learning", "held out")
LATER = "later"


@dataclass(frozen=True, slots=True)
class Spelling:
    """One spelling of an entity as one page prints it."""

    id: str
    kind: str
    form: str
    spelling: str

    @property
    def writing(self) -> str:
        return WRITING.get(self.form, self.form)


@dataclass
class Count:
    """Pairs of one sort: how many there are, are proposed, and are said clearly."""

    pairs: int = 0
    proposed: int = 0
    clear: int = 0

    def add(self, match: Match | None) -> None:
        self.pairs += 1
        self.proposed += match is not None
        self.clear += match is not None and match.clear

    def plus(self, other: Count) -> Count:
        return Count(
            self.pairs + other.pairs, self.proposed + other.proposed, self.clear + other.clear
        )


def say(line: str) -> None:
    sys.stdout.write(line + "\n")


def rows(name: str) -> list[dict[str, str]]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    body = [line for line in lines if not line.startswith("#")]
    return list(csv.DictReader(body, delimiter="\t", quoting=csv.QUOTE_NONE))


def spellings() -> list[Spelling]:
    return [
        Spelling(row["id"], row["kind"], row["form"], row["spelling"])
        for row in rows("spellings.tsv")
    ]


def half_of(entity: str) -> str:
    if entity.startswith(LATER):
        return LATER
    return HALVES[hashlib.sha256(entity.encode()).digest()[0] % 2]


def entities(half: str) -> dict[str, list[Spelling]]:
    found: dict[str, list[Spelling]] = defaultdict(list)
    for spelling in spellings():
        if half_of(spelling.id) == half:
            found[spelling.id].append(spelling)
    return found


def own_pairs(found: dict[str, list[Spelling]]) -> Iterator[tuple[Spelling, Spelling]]:
    """Pairs of different spellings of one entity."""
    for group in found.values():
        yield from (pair for pair in combinations(group, 2) if pair[0].spelling != pair[1].spelling)


def other_pairs(
    found: dict[str, list[Spelling]],
) -> Iterator[tuple[Spelling, Spelling, bool]]:
    """Pairs of spellings of two entities of one kind; whether the two share a spelling.

    Where one page prints both alike (산시 for 山西 and 陕西) nothing in a
    spelling can tell them apart: such pairs are counted by themselves.
    """
    seen = {id: {bare(s.spelling).casefold() for s in group} for id, group in found.items()}
    for one, other in combinations(found, 2):
        if found[one][0].kind == found[other][0].kind:
            shared = bool(seen[one] & seen[other])
            for a, b in product(found[one], found[other]):
                yield a, b, shared


def measure(half: str, misses: int) -> None:
    found = entities(half)
    right: dict[tuple[str, ...], Count] = defaultdict(Count)
    wrong: dict[tuple[str, ...], Count] = defaultdict(Count)
    shared = Count()
    missed: list[str] = []
    for a, b in own_pairs(found):
        match = match_spelling(a.spelling, b.spelling, Kind(a.kind))
        right[tuple(sorted((a.writing, b.writing)))].add(match)
        if match is None or not match.clear:
            why = "not found" if match is None else f"only possible ({match.how})"
            missed.append(f"{a.kind}: {a.spelling} = {b.spelling}: {why}")
    joined: list[str] = []
    for a, b, is_shared in other_pairs(found):
        match = match_spelling(a.spelling, b.spelling, Kind(a.kind))
        if is_shared:
            shared.add(match)
            continue
        wrong[tuple(sorted((a.writing, b.writing)))].add(match)
        if match:
            said = "clear" if match.clear else "proposed"
            joined.append(f"{a.kind}: {a.spelling} ≠ {b.spelling}: {said} ({match.how})")
    kinds = Counter(group[0].kind for group in found.values())
    say(f"\n{half}: {dict(kinds)}, {sum(map(len, found.values()))} spellings")
    say(f"  {'forms':<16}{'pairs':>7}{'recall':>8}{'prec.':>8} {'clear: recall':>14}{'prec.':>8}")
    total = Count(), Count()
    for forms in sorted({*right, *wrong}):
        show(" – ".join(forms), right[forms], wrong[forms])
        total = total[0].plus(right[forms]), total[1].plus(wrong[forms])
    show("all", *total)
    say(f"  names printed alike for two entities: {shared.proposed} of {shared.pairs} proposed")
    for title, lines in (("missed or left open", missed), ("wrongly proposed", joined)):
        say(f"  {title}: {len(lines)}")
        sys.stdout.write("".join(f"    {line}\n" for line in lines[:misses]))


def show(title: str, right: Count, wrong: Count) -> None:
    found, clear = right.proposed + wrong.proposed, right.clear + wrong.clear
    say(
        f"  {title:<16}{right.pairs:>7}{share(right.proposed, right.pairs):>8}"
        f"{share(right.proposed, found):>8} {share(right.clear, right.pairs):>14}"
        f"{share(right.clear, clear):>8}"
    )


def share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "–"


def near() -> None:
    """Namesakes and near names: what must be refused, and what no spelling can tell apart."""
    counts: dict[str, Count] = defaultdict(Count)
    wrong = []
    for row in rows("near_names.tsv"):
        match = match_spelling(row["one"], row["other"], Kind(row["kind"]))
        counts[row["expected"]].add(match)
        if match and row["expected"] == "refuse":
            wrong.append(f"{row['one']} ≠ {row['other']}: {match.how}, clear: {match.clear}")
    say("\nnear names")
    for expected, count in counts.items():
        say(f"  {expected}: {count.pairs} pairs, {count.proposed} proposed, {count.clear} clear")
    sys.stdout.write("".join(f"    {line}\n" for line in wrong))


def norms() -> None:
    """Chinese-Korean words the South spells otherwise, and words that must stay."""
    found = [(row["china"], row["south"], to_south(row["china"]).text) for row in rows("norms.tsv")]
    right = sum(china != south == made for china, south, made in found)
    changed = sum(china != made for china, _, made in found)
    due = sum(china != south for china, south, _ in found)
    say("\nChinese-Korean spelling to the South's")
    say(f"  {due} to change, {len(found) - due} to leave: recall {share(right, due)},")
    say(f"  precision of changes {share(right, changed)}")
    wrong = [f"{china} → {made}, not {south}" for china, south, made in found if made != south]
    sys.stdout.write("".join(f"    {line}\n" for line in wrong))


def main(arguments: list[str]) -> None:
    halves = [half for half in (*HALVES, LATER) if not arguments or half in arguments]
    start = time.perf_counter()
    for half in halves:
        measure(half, misses=40)
    near()
    norms()
    say(f"\n{time.perf_counter() - start:.1f} s")


if __name__ == "__main__":
    main(sys.argv[1:])
