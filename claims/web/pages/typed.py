"""What was typed into a form: read, bounded, and kept for when it has to be sent again."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple, TypeVar

from starlette.datastructures import FormData

from claims.desk import Expected
from claims.model import BIGGEST_ID, Stage

MAX_CHARS = 20_000
"""Of one field: a rationale, a note, a sentence."""

MAX_DIGITS = len(str(BIGGEST_ID))

Chosen = TypeVar("Chosen", bound=StrEnum)


class MistypedError(ValueError):
    """A field that cannot be used; the message names it and says what to do."""


class Typed(NamedTuple):
    """A form's fields as they were sent."""

    fields: dict[str, str]
    stances: tuple[str, ...] = ()
    """The boxes that were ticked in a list of positions."""

    def line(self, name: str, label: str = "") -> str:
        """A field's text without spaces at its ends. MistypedError where ``label`` is needed."""
        # Browsers send every line break of a form as CR LF (HTML, form submission).
        text = self.fields.get(name, "").replace("\r\n", "\n").strip()
        if len(text) > MAX_CHARS:
            raise MistypedError(f"{name}: at most {MAX_CHARS} characters, these are {len(text)}.")
        if "\x00" in text:
            raise MistypedError(f"{name}: holds a character that no text has (NUL).")
        if label and not text:
            raise MistypedError(f"{label}: fill it in.")
        return text

    def number(self, name: str, label: str) -> int:
        """A row's number."""
        text = self.line(name, label).lstrip("#")
        plain = text.isascii() and text.isdigit() and len(text) <= MAX_DIGITS
        if not (plain and 1 <= int(text) <= BIGGEST_ID):
            raise MistypedError(f"{label}: {text[:40]!r} is no number of a row.")
        return int(text)

    def choice(self, name: str, label: str, kind: type[Chosen]) -> Chosen:
        """One of a list."""
        text = self.line(name, label)
        try:
            return kind(text)
        except ValueError:
            listed = ", ".join(each.value for each in kind)
            raise MistypedError(f"{label}: {text[:40]!r} is none of {listed}.") from None

    def ticked(self) -> list[int]:
        """The numbers of the positions that were ticked."""
        return [
            Typed({"stance": each}).number("stance", "Positions") for each in self.stances[:1_000]
        ]

    def expected(self) -> Expected:
        """What the page showed that the form stands on."""
        stage = self.line("stage")
        return Expected(
            seq=self.head(),
            stage=self.choice("stage", "stage", Stage) if stage else None,
        )

    def head(self) -> int:
        """The ledger's head when the page was read; MistypedError where the form has none."""
        text = self.line("head", "head")
        if not (text.isascii() and text.isdigit() and len(text) <= 18):
            raise MistypedError("head: this form is not one of ours. Load the page again.")
        return int(text)


def read_typed(form: FormData, names: Iterable[str]) -> Typed:
    """The fields of a form that we know; whatever else it holds is left."""
    wanted = (*names, "head", "stage")
    held = {name: form.get(name) for name in wanted}
    stances = tuple(each for each in form.getlist("stances") if isinstance(each, str))
    return Typed({name: text for name, text in held.items() if isinstance(text, str)}, stances)
