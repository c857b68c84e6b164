"""The `hapjak` command."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import msgspec
import typer
from rich.console import Console
from rich.progress import track

from hapjak.project import commands
from hapjak.reading import batch, evaluate, render, scores
from hapjak.reading.model import RefusedReading
from hapjak.reading.schema import json_schema
from hapjak.reading.workers import Job, Outcome, Workers, read_job

app = typer.Typer(
    help="Reads reports of talks between governments and keeps what was promised.",
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    add_completion=False,
    pretty_exceptions_enable=False,
)
commands.add_to(app)


class Format(StrEnum):
    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"


class Language(StrEnum):
    AUTO = "auto"
    KO = "ko"
    ZH = "zh"
    EN = "en"


def _print_schema(wanted: bool) -> None:
    if wanted:
        print(json.dumps(json_schema(), ensure_ascii=False, indent=2))
        raise typer.Exit


@app.command()
def read(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH…", help="Files, folders, or - for standard input.")
    ],
    format_: Annotated[
        Format | None,
        typer.Option(
            "--format",
            help="text for people (on a terminal), json for one document, jsonl one line a document.",
        ),
    ] = None,
    published: Annotated[
        str | None, typer.Option(help="Date of publication where the text has none: 2021-09-01.")
    ] = None,
    url: Annotated[str | None, typer.Option(help="Address where the page was found.")] = None,
    language: Annotated[Language, typer.Option(help="Language of the text.")] = Language.AUTO,
    schema: Annotated[
        bool,
        typer.Option(
            "--schema",
            callback=_print_schema,
            is_eager=True,
            help="Print the JSON Schema of the result and stop.",
        ),
    ] = False,
) -> None:
    """Read reports of talks: who met, what was hoped, agreed, signed.

    Takes text, HTML, PDF, DOCX and HWPX, told by content. A file that cannot
    be read is named with the reason; the others are read all the same.

    \b
    hapjak read talks.html
    hapjak read --format jsonl archive/ > readings.jsonl
    curl … | hapjak read --url https://… --format json -

    Exit status: 0 all read, 1 at least one refused, 2 wrong call.
    """
    files = batch.files(paths)
    one = len(paths) == 1 and not Path(paths[0]).is_dir()
    form = format_ or (Format.TEXT if sys.stdout.isatty() else Format.JSONL)
    if form is Format.JSON and not one:
        raise typer.BadParameter("json takes one document; use --format jsonl for several")
    jobs = batch.jobs(
        files, sys.stdin.buffer, published=published, url=url, language=language.value
    )
    try:
        refusals = _print_readings(jobs, len(files), form)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from error
    raise typer.Exit(1 if refusals else 0)


def _print_readings(jobs: Iterable[Job], total: int, form: Format) -> int:
    """Print one result a job and count the refusals."""
    refusals = 0
    console = Console()
    error = Console(stderr=True)
    quiet = not error.is_terminal or total == 1
    for outcome in track(
        _readings(jobs, total),
        "Reading",
        total=total,
        console=error,
        disable=quiet,
        transient=True,
    ):
        reading = outcome.reading
        refusals += isinstance(reading, RefusedReading)
        _tell_hidden(outcome)
        if form is Format.TEXT:
            render.show(reading, console)
            continue
        line = msgspec.json.encode(reading)
        if form is Format.JSON:
            line = msgspec.json.format(line, indent=2)
        sys.stdout.buffer.write(line + b"\n")
    sys.stdout.flush()
    return refusals


def _tell_hidden(outcome: Outcome) -> None:
    """Say on standard error that text was left out because nobody sees it."""
    if outcome.hidden:
        left_out = f"{outcome.hidden} characters that a reader does not see were left out"
        print(f"{outcome.reading.path!r}: {left_out}", file=sys.stderr)


LIGHT = 64 * 1024  # bytes of a text that is read at once, however hostile


def _is_light(job: Job) -> bool:
    """Whether a job is a short text and no PDF, whose library may fall or run without end."""
    try:
        data = job.load()
    except OSError:
        return True  # what cannot be opened is told when it is read
    return len(data) <= LIGHT and b"%PDF-" not in data[:1024]


def _readings(jobs: Iterable[Job], total: int) -> Iterator[Outcome]:
    """One short text is read here, which is quicker than to start workers with their bounds."""
    if total == 1:
        jobs = list(jobs)
        if all(map(_is_light, jobs)):
            yield from map(read_job, jobs)
            return
    with Workers(min(total, os.cpu_count() or 1)) as workers:
        yield from workers.read(jobs)


@app.command("evaluate")
def evaluate_command(
    gold: Annotated[Path, typer.Argument(metavar="GOLD_DIR", help="Folder of gold files.")],
    format_: Annotated[Format, typer.Option("--format", help="text or json.")] = Format.TEXT,
    misses: Annotated[int, typer.Option(help="How many misses to show.", min=0)] = 0,
) -> None:
    """Score the reader against gold files, which people wrote.

    Reads the documents beside GOLD_DIR (../documents) and prints precision,
    recall and F1 for each kind of fact, per language and in all, and the
    misses with their sentences.
    """
    if not gold.is_dir():
        raise typer.BadParameter(f"{gold} is no folder")
    try:
        result = evaluate.evaluate(gold)
    except (ValueError, FileNotFoundError) as error:
        raise typer.BadParameter(str(error)) from error
    if format_ is Format.TEXT:
        scores.show(result, Console(), misses)
        return
    print(msgspec.json.format(msgspec.json.encode(result), indent=2).decode())


def main() -> None:
    """Entry point of the `hapjak` command."""
    try:
        app()
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our output has seen enough
        sys.exit(0)
