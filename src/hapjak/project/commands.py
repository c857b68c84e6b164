"""Commands that work on a register: `hapjak demo`, `serve`, `migrate`, `verify`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

Port = Annotated[int, typer.Option(envvar="PORT", help="Port on 127.0.0.1.")]
Folder = Annotated[
    Path, typer.Option(help="The folder with the demonstration's documents and gold files.")
]


def set_up() -> None:
    """Load Django. Kept out of `hapjak read`, which needs none of it."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hapjak.project.settings")
    import django

    django.setup()


def _free(port: int) -> None:
    from hapjak.project.server import is_free

    if not is_free(port):
        typer.echo(f"Port {port} is taken. Choose another one: --port or PORT=…", err=True)
        raise typer.Exit(2)


def _migrate() -> None:
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)


def _up_to_date() -> None:
    """Stop with a sentence where the database is not at this version."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        typer.echo(
            "The database is empty or of an older version. Bring it up to date: hapjak migrate",
            err=True,
        )
        raise typer.Exit(2)


def demo(
    port: Port = 8000,
    folder: Folder = Path("demo"),
    only_load: Annotated[
        bool, typer.Option("--only-load", help="Load the demonstration and stop.")
    ] = False,
) -> None:
    """Show hapjak with its demonstration register.

    Reads the demonstration documents the first time, then serves the pages on
    loopback and prints a sign-in link for the demonstration's registrar.
    """
    if not (folder / "documents").is_dir():
        typer.echo(f"No demonstration documents in {folder}. Name their folder: --folder", err=True)
        raise typer.Exit(2)
    if not only_load:
        _free(port)
    set_up()
    _migrate()
    from hapjak.project import demonstration

    demonstration.load(folder)
    if only_load:
        return
    from hapjak.project.server import serve as start

    typer.echo(f"\nhapjak is at http://127.0.0.1:{port}/   (Ctrl+C stops it)")
    typer.echo(f"Registrar's desk, link works once: {demonstration.sign_in_link(port)}\n")
    start(port)


def serve(port: Port = 8000) -> None:
    """Serve the register of this data folder on loopback."""
    _free(port)
    set_up()
    _up_to_date()
    from hapjak.project.server import serve as start

    typer.echo(f"hapjak is at http://127.0.0.1:{port}/   (Ctrl+C stops it)")
    start(port)


def migrate() -> None:
    """Bring the database up to this version."""
    set_up()
    _migrate()
    typer.echo("The database is up to date.")


def verify() -> None:
    """Check that the history is whole: every event follows from the one before."""
    set_up()
    _up_to_date()
    from hapjak.register import history

    faults = history.verify()
    for fault in faults:
        typer.echo(fault, err=True)
    if faults:
        raise typer.Exit(1)
    typer.echo("The history is whole.")


def export_register(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="Where to write it.")],
) -> None:
    """Write the whole register to one file of JSON lines.

    Everything that was decided, with documents as received and the whole
    history; passwords are left out. Two registers that hold the same give the
    same bytes, on SQLite and PostgreSQL alike.
    """
    set_up()
    _up_to_date()
    from hapjak.project import dump

    typer.echo(f"{dump.write(path)} lines in {path}.")


def import_register(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="What export-register wrote.")],
) -> None:
    """Take a register in, into an empty one: all of it or nothing.

    Users come without passwords: give them a new one, or a sign-in link.
    """
    set_up()
    _migrate()
    from hapjak.project import dump

    try:
        rows = dump.read(path)
    except dump.NotEmpty:
        typer.echo("There is a register here already. Choose an empty one: HAPJAK_DATA=…", err=True)
        raise typer.Exit(1) from None
    except dump.NotARegister as error:
        for fault in error.faults:
            typer.echo(fault, err=True)
        raise typer.Exit(1) from None
    typer.echo(f"{rows} rows taken in; the history is whole.")


def reindex() -> None:
    """Make the search index and the proposals of joins anew."""
    set_up()
    _up_to_date()
    from hapjak.register import likeness, search

    search.reindex()
    likeness.rebuild()
    typer.echo("The search index is made anew.")


def add_to(app: typer.Typer) -> None:
    """Put these commands on the `hapjak` command."""
    for command in (demo, serve, migrate, verify, export_register, import_register, reindex):
        app.command()(command)
