"""``onrecord corrections``: what people put right, as training data."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from flows.commands.context import hint, open_record, out
from flows.requests import count

corrections_app = typer.Typer(
    help="What people corrected and withdrew, as training data.", no_args_is_help=True
)


def register(app: typer.Typer) -> None:
    """Add these commands to ``app``."""
    app.add_typer(corrections_app, name="corrections", rich_help_panel="Reading")


@corrections_app.callback()
def corrections() -> None:
    """What people corrected and withdrew, as training data."""


@corrections_app.command("export")
def export(
    file: Annotated[
        Path | None, typer.Option("--out", help="File to write; standard output if left out.")
    ] = None,
) -> None:
    """Every document with a correction as one JSON line, in the form of the gold.

    A line holds the document's positions and claims as they count now, those that a
    person set marked "corrected", and what was withdrawn. It holds no article: "sha256"
    says to which text the offsets (in characters) belong.

    Example: onrecord corrections export --out corrections.jsonl
    """
    from claims import views

    _, store = open_record()
    lines = (
        json.dumps(line, ensure_ascii=False) + "\n" for line in views.corrected_documents(store)
    )
    if file is None:
        for line in lines:
            typer.echo(line, nl=False)
        return
    written = 0
    with file.open("w", encoding="utf-8") as kept:
        for line in lines:
            kept.write(line)
            written += 1
    out.print(f"{count(written, 'document')} with corrections written to {file}.", soft_wrap=True)
    if not written:
        hint("nothing was corrected yet: onrecord correct, or a document's page")
