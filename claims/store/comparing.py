"""Comparing the projections with the facts: does what dashboards read say what the facts give?

The ledger vouches for the facts alone. A line that the database's owner wrote into a
projection stays until its claim changes, so every line is computed anew and compared as the
database holds it: claims and documents some at a time, on one snapshot, so writers may go on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import takewhile
from typing import Any

from sqlalchemy import Column, Select, Table, bindparam, func, select, text, type_coerce
from sqlalchemy.orm import Session
from sqlalchemy.types import NullType

from claims.store.among import WANTED, among
from claims.store.counters import PARTY_COUNT, list_fact_counts
from claims.store.effective import DOCUMENT
from claims.store.fulltext import TEXT_COLUMN, TEXT_TABLE, text_line
from claims.store.indexing import (
    CLAIM_TERM,
    DOCUMENT_BAND,
    DOCUMENT_FOLD,
    DOCUMENT_SKETCH,
    DOCUMENT_TOLD,
    DOCUMENTS_AT_ONCE,
    TERM_COUNT,
    index_terms,
    list_folds,
    mark_document,
)
from claims.store.journal import stored_row
from claims.store.reading import split
from claims.store.rebuild import CLAIMS_AT_ONCE, read_texts
from claims.store.refresh import BOARD, BOARD_COUNT, BOARD_PARTY, COMPANIONS, summarise_all
from claims.store.session import Store
from claims.store.standing import CLAIM, ClaimState, load_claims
from claims.store.summarise import party_lines

SHOWN = 10
"""Differences that are told one by one."""
QUOTED = 80
"""Characters of a value that are shown."""
FIRST, LAST = -(1 << 62), 1 << 62
"""Numbers before and behind those of all claims and documents."""

_TEXTS = {
    "sqlite": text(
        f"SELECT rowid, text || ' ' || place FROM {TEXT_TABLE}"
        " WHERE rowid > :after AND rowid <= :last"
    ),
    "postgresql": text(
        f"SELECT claim_id, tsvector_to_array({TEXT_COLUMN}) FROM board"
        " WHERE claim_id > :after AND claim_id <= :last"
    ),
}

Line = Mapping[str, Any]
Key = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class ProjectionReport:
    """What a comparison of the projections with the facts found."""

    ok: bool
    claims: int
    """Claims whose lines were compared."""
    lines: int
    """Lines that the facts give."""
    differing: int
    """Lines that are missing, are too many, or say something else."""
    what: tuple[str, ...]
    """The first ``SHOWN`` of these, a sentence each; ``rebuild`` mends all."""


def verify_projections(store: Store) -> ProjectionReport:
    """Compute every projection again from the facts, and say where the tables depart from it.

    Run ``verify_ledger`` first: what false facts give is false, too.
    """
    with store.read() as session:
        comparison = _Comparison(session)
        claims = comparison.compare_claims()
        comparison.compare_documents()
        comparison.compare_counts()
    return ProjectionReport(
        ok=not comparison.differing,
        claims=claims,
        lines=comparison.lines,
        differing=comparison.differing,
        what=tuple(comparison.what),
    )


class _Comparison:
    """How far a comparison has come, with what is counted on the way."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.lines = 0
        self.differing = 0
        self.what: list[str] = []
        self._places: Counter[Key] = Counter()
        self._claims_of: Counter[int] = Counter()
        self._stances_of: Counter[int] = Counter()
        self._terms: Counter[str] = Counter()

    def compare_claims(self) -> int:
        """Compare everything that has lines by claim; returns how many claims there are."""
        claims, after = 0, FIRST
        for texts in read_texts(self.session, CLAIM, CLAIM.c.text, CLAIMS_AT_ONCE):
            self._compare_states(texts, after, max(texts))
            self._compare_terms(texts)
            claims, after = claims + len(texts), max(texts)
        self._compare_states((), after, LAST)
        return claims

    def _compare_states(self, claim_ids: Iterable[int], after: int, last: int) -> None:
        """Compare the lines of the claims ``after`` one up to the ``last``."""
        wanted = set(claim_ids)
        found = load_claims(self.session, wanted).values()
        states = [state for state in found if state.claim_id in wanted]
        self._count(states)
        self._compare_range(
            BOARD, BOARD.c.claim_id, after, last, summarise_all(self.session, states)
        )
        for table, write_lines in (*COMPANIONS.items(), (BOARD_PARTY, party_lines)):
            lines = [line for state in states for line in write_lines(state)]
            self._compare_range(table, table.c.claim_id, after, last, lines)
        self._compare_texts(states, after, last)

    def _count(self, states: Iterable[ClaimState]) -> None:
        for state in states:
            self._places[state.status, state.stage] += 1
            for line in party_lines(state):
                self._claims_of[line["party_id"]] += 1
                self._stances_of[line["party_id"]] += line["stances"]

    def _compare_range(
        self, table: Table, key: Column[int], after: int, last: int, lines: Sequence[Line]
    ) -> None:
        asked = {"after": after, "last": last}
        held = self.session.connection().execute(_select_range(table, key), asked)
        self._compare(table, (row._asdict() for row in held), lines)

    def _compare_texts(self, states: Iterable[ClaimState], after: int, last: int) -> None:
        """Compare the words of the full text, and where claims stand beside them."""
        dialect = self.session.get_bind().dialect.name
        found = self.session.execute(_TEXTS[dialect], {"after": after, "last": last})
        held = {(row[0],): _list_words(row[1]) for row in found}
        wanted = {}
        for state in states:
            line = text_line(state.claim_id, state.text, state.status, state.stage)
            place = (line["place"].split() if dialect == "sqlite"
                     else [f" status {state.status}", f" stage {state.stage}"])  # fmt: skip
            wanted[(state.claim_id,)] = _list_words([*line["text"].split(), *place])
        self._note("board_text", ("claim_id",), held, wanted)

    def _compare_terms(self, texts: Mapping[int, str]) -> None:
        """Compare the terms of some claims. Lines of further terms show in their number."""
        pairs: list[Key] = []
        for claim_id, told in texts.items():
            terms = set(index_terms(told))
            self._terms.update(terms)
            pairs += [(term, claim_id) for term in terms]
        self._compare_postings(CLAIM_TERM, pairs, texts)

    def _compare_postings(
        self, table: Table, pairs: Sequence[Key], numbers: Collection[int]
    ) -> None:
        """Compare the lines that an inverted index, a word and a number each, has for some
        claims or documents under their words."""
        asked = {"after": min(numbers) - 1, "last": max(numbers)}
        held: dict[Key, Line] = {}
        for some in split(word for word, _ in pairs):
            found = self.session.connection().execute(
                _select_postings(table), {WANTED: some, **asked}
            )
            held |= {tuple(row): {} for row in found}
        keys = tuple(column.name for column in table.primary_key)
        self._note(table.name, keys, held, {pair: {} for pair in pairs})

    def compare_documents(self) -> None:
        """Compare what near-copies are found by."""
        after, bands = FIRST, 0
        for texts in read_texts(self.session, DOCUMENT, DOCUMENT.c.text, DOCUMENTS_AT_ONCE):
            marks = {number: mark_document(told) for number, told in texts.items()}
            sketches = [
                {"document_id": number, "fingerprint": mark} for number, (_, mark) in marks.items()
            ]
            key = DOCUMENT_SKETCH.c.document_id
            self._compare_range(DOCUMENT_SKETCH, key, after, max(texts), sketches)
            pairs = [(band, number) for number, (own, _) in marks.items() for band in set(own)]
            self._compare_postings(DOCUMENT_BAND, pairs, texts)
            self._compare_folds(after, max(texts))
            after, bands = max(texts), bands + len(pairs)
        self._compare_range(DOCUMENT_SKETCH, DOCUMENT_SKETCH.c.document_id, after, LAST, [])
        self._compare_folds(after, LAST)
        self._compare_number(DOCUMENT_BAND, bands)

    def _compare_folds(self, after: int, last: int) -> None:
        number = DOCUMENT.c.id
        asked = select(number, DOCUMENT_TOLD).where(number > after, number <= last)
        lines = list_folds({row[0]: row[1] for row in self.session.execute(asked)})
        self._compare_range(DOCUMENT_FOLD, DOCUMENT_FOLD.c.document_id, after, last, lines)

    def compare_counts(self) -> None:
        """Compare what is kept by adding to it, after all claims."""
        self._compare_number(CLAIM_TERM, self._terms.total())
        wanted: dict[Table, list[Line]] = {
            BOARD_COUNT: [
                {"status": status, "stage": stage, "n": n}
                for (status, stage), n in self._places.items()
            ],
            PARTY_COUNT: [
                {"party_id": party, "claims": n, "stances": self._stances_of[party]}
                for party, n in self._claims_of.items()
            ],
            TERM_COUNT: [{"term": term, "n": n} for term, n in self._terms.items()],
            **list_fact_counts(self.session),
        }
        for table, lines in wanted.items():
            held = self.session.connection().execute(_select_stored(table))
            self._compare(table, (row._asdict() for row in held), lines)

    def _compare_number(self, table: Table, wanted: int) -> None:
        """Compare the number of an inverted index's lines: those asked for were all looked at."""
        held = self.session.scalar(select(func.count()).select_from(table)) or 0
        if held > wanted:
            self._tell(f"table {table.name}, in all: {held} lines, and the facts give {wanted}")

    def _compare(self, table: Table, held: Iterable[Line], lines: Iterable[Line]) -> None:
        keys = tuple(column.name for column in table.primary_key)
        stored = (_plain(line) for line in held)
        wanted = (stored_row(table, _plain(line)) for line in lines)
        self._note(table.name, keys, _place(keys, stored), _place(keys, wanted))

    def _note(
        self, table: str, keys: Sequence[str], held: Mapping[Key, Line], wanted: Mapping[Key, Line]
    ) -> None:
        self.lines += len(wanted)
        for place in (*wanted, *sorted(held.keys() - wanted.keys(), key=repr)):
            line, right = held.get(place), wanted.get(place)
            if line != right:
                key = dict(zip(keys, place, strict=True))
                self._tell(f"{_locate(table, key, right or line)}: {_contrast(line, right)}")

    def _tell(self, what: str) -> None:
        self.differing += 1
        if len(self.what) < SHOWN:
            self.what.append(what)


def _list_words(told: str | Sequence[str] | None) -> Line:
    """The words of a claim as a line, in an order of their own."""
    words = told.split() if isinstance(told, str) else told or ()
    return {"words": " | ".join(sorted(words))}


def _locate(table: str, key: Line, line: Line | None) -> str:
    """Claim, table and key of a line, in words."""
    claim = {**(line or {}), **key}.get("claim_id")
    parts = [] if claim is None else [f"claim {claim}"]
    parts += [f"table {table}", *(f"{k} {v}" for k, v in key.items() if k != "claim_id")]
    return ", ".join(parts)


def _contrast(held: Line | None, wanted: Line | None) -> str:
    if held is None:
        return "the line is missing"
    if wanted is None:
        return "the facts give no such line"
    name = next(name for name in wanted if held.get(name) != wanted[name])
    was, right = str(held.get(name)), str(wanted[name])
    same = takewhile(lambda pair: pair[0] == pair[1], zip(was, right, strict=False))
    start = max(0, sum(1 for _ in same) - QUOTED // 2)
    return f"{name} is {_quote(was, start)}, and the facts give {_quote(right, start)}"


def _quote(told: str, start: int) -> str:
    """A value; of a long one the part where it begins to differ."""
    if len(told) <= QUOTED:
        return repr(told)
    return ("…" if start else "") + repr(told[start : start + QUOTED]) + "…"


def _place(keys: Sequence[str], lines: Iterable[Line]) -> dict[Key, Line]:
    return {tuple(line[key] for key in keys): line for line in lines}


def _plain(line: Line) -> dict[str, Any]:
    """A line whose values both databases tell alike."""
    return {name: _PLAIN.get(type(value), _keep)(value) for name, value in line.items()}


def _keep(value: Any) -> Any:
    return value


_PLAIN: dict[type, Any] = {bool: int, date: date.isoformat, bytes: bytes.hex}


@cache
def _select_stored(table: Table) -> Select[Any]:
    """The lines of a table with their values as stored: what is no value of ours is read, too."""
    return select(*(type_coerce(column, NullType()).label(column.name) for column in table.c))


@cache
def _select_range(table: Table, key: Column[int]) -> Select[Any]:
    return _select_stored(table).where(key > bindparam("after"), key <= bindparam("last"))


@cache
def _select_postings(table: Table) -> Select[Any]:
    word, number = table.primary_key
    return _select_range(table, number).where(among(word))
