"""Fill the offsets of gold files from the quotes that people write in them.

    .venv/bin/python tools/gold.py [--folder demo] [NAME…]

A person who describes a document writes quotes; this finds where they stand.
In `FOLDER/gold/NAME.json`, beside `FOLDER/documents/NAME.*`, every entry of `spans` may be a quote instead of a
pair of numbers (`"청람성"`, or `"청람성#2"` for its second place in the text);
commitments and topics give `quote` (and `"nth": 2` where it is not the first).
`document` is filled from the article. All faults of a file are told at once,
and a file with faults is left as it was.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

import msgspec

from hapjak.reading import model
from hapjak.text.article import Article
from hapjak.text.intake import read_article

DEMO = Path(__file__).parents[1] / "demo"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--folder", type=Path, default=DEMO)
    parser.add_argument("names", nargs="*", metavar="NAME")
    wanted = parser.parse_args()
    folder = wanted.folder / "gold"
    files = [folder / f"{name}.json" for name in wanted.names] or sorted(folder.glob("*.json"))
    return max([fill(path) for path in files if path.stem != "links"], default=0)


def fill(path: Path) -> int:
    """Write one gold file back with its offsets."""
    gold = json.loads(path.read_text(encoding="utf-8"))
    [document] = (path.parents[1] / "documents").glob(f"{path.stem}.*")
    article = read_article(
        document.read_bytes(),
        name=document.name,
        url=gold.get("url"),
        published=gold.get("published"),
    )
    faults: list[str] = []
    place = Places(article.text, faults)
    for name in ("organisations", "people", "meetings", "agreements", "strategies"):
        for fact in gold.setdefault(name, []):
            fact["spans"] = [place.span(entry, fact["id"]) for entry in fact["spans"]]
    topics = [topic for meeting in gold["meetings"] for topic in meeting.setdefault("topics", [])]
    for quoted in [*gold.setdefault("commitments", []), *topics]:
        wanted = f"{quoted['quote']}#{quoted.pop('nth', 1)}"
        quoted["start"], quoted["end"] = place.span(wanted, quoted.get("id", "topic"))
    for commitment in gold["commitments"]:
        commitment.setdefault("confidence", 1.0)
    gold["document"] = described(article)
    reading = {
        "path": document.name,
        "reader": {"name": "people", "version": "1"},
        **{
            key: value
            for key, value in gold.items()
            if key not in ("facts", "invented", "url", "published")
        },
    }
    try:
        faults or msgspec.convert(reading, model.Reading)
    except msgspec.ValidationError as error:
        faults.append(str(error))
    for fault in faults:
        print(f"{path.name}: {fault}", file=sys.stderr)
    if not faults:
        path.write_text(json.dumps(gold, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 1 if faults else 0


def described(article: Article) -> dict[str, Any]:
    """The document part of the contract, from the article."""
    fields = {name: getattr(article, name) for name in model.Document.__struct_fields__}
    return {key: list(v) if isinstance(v, tuple) else v for key, v in fields.items()}


class Places:
    """Finds quotes in one text and keeps the faults."""

    def __init__(self, text: str, faults: list[str]) -> None:
        self._text = text
        self._faults = faults

    def span(self, entry: str | list[int], owner: str) -> list[int]:
        """Start and end of a quote; numbers stay as they are."""
        if not isinstance(entry, str):
            return entry
        quote, _, nth = entry.rpartition("#") if "#" in entry else (entry, "", "1")
        start = -1
        for _number in range(int(nth)):
            start = self._text.find(quote, start + 1)
            if start < 0:
                self._faults.append(f"{owner}: “{entry}” does not stand in the text")
                return [0, 0]
        return [start, start + len(quote)]


if __name__ == "__main__":
    sys.exit(main())
