"""However many rows an act is about, no statement lists them all: a database takes so many
parameters at most (PostgreSQL 65,535)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import event

from claims import views
from claims.desk import (
    EvidenceFound,
    assess_claims,
    merge_claims,
    merge_parties,
    propose_evidence,
    unmerge_parties,
)
from claims.model import Relation, Status, utcnow
from claims.store import reading
from claims.store.facts import Claim, Party

GRAIN = "Northland shipped grain to Southland."
MANY, AT_ONCE = 60, 4


@pytest.fixture
def asked(desk: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[tuple[int, str]]]:
    """How many parameters each question has that is asked of the record from now on."""
    monkeypatch.setattr(reading, "KEYS_AT_ONCE", AT_ONCE)
    monkeypatch.setattr(views.cells, "CHUNK", AT_ONCE)
    found: list[tuple[int, str]] = []

    def note(_conn: Any, _cursor: Any, statement: str, parameters: Any, *_more: Any) -> None:
        if statement.lstrip().startswith("SELECT"):
            found.append((len(parameters), statement))

    engines = (desk.store.writer, desk.store.reader)
    for engine in engines:
        event.listen(engine, "before_cursor_execute", note)
    yield found
    for engine in engines:
        event.remove(engine, "before_cursor_execute", note)


def test_no_statement_lists_every_row(desk: Any, asked: list[tuple[int, str]]) -> None:
    lines = [f"Eastland alleges it, word {number}." for number in range(MANY)]
    told = [(GRAIN, "Eastland", "alleges", line) for line in lines]
    (grain,) = desk.put(" ".join(lines), *told).claim_ids
    parties = [f"Party {chr(97 + at % 26) * 3}{at}" for at in range(MANY)]
    crowd = [f"{party} denies a dam broke in valley {at}." for at, party in enumerate(parties)]
    many = [
        (f"A dam broke in valley {at}.", party, "denies", line, {"aliases": (f"{party} House",)})
        for at, (party, line) in enumerate(zip(parties, crowd, strict=True))
    ]
    desk.put(" ".join(crowd), *many)

    ids = {row.name: row.id for row in desk.rows(Party)}
    merge_parties(desk.store, desk.ana, ids["Eastland"], ids[parties[0]], "one state")
    unmerge_parties(desk.store, desk.ana, ids["Eastland"], "two states")
    for party in parties[1:20]:
        merge_parties(desk.store, desk.ana, ids[party], ids[parties[0]], "one house")
    desk.publish(grain, Status.SUPPORTED)
    assess_claims(desk.store, desk.machine, [row.id for row in desk.rows(Claim)])
    propose_evidence(
        desk.store,
        desk.machine,
        [
            EvidenceFound(
                claim_id=grain, document_id=1, start=at, end=at + 5, relation=Relation.SUPPORTS,
                score=0.5,
            )
            for at in range(MANY)
        ],
    )  # fmt: skip
    desk.put(" ".join(lines), *told[1:], name="text-1.txt", extractor="other/1")
    merge_claims(desk.store, desk.ana, 3, 2, "one dam")
    for as_of in (None, utcnow().date()):
        assert len(views.claim(desk.store, grain, as_of=as_of).matrix.rows) == 1
        views.party(desk.store, parties[0], as_of=as_of)
        views.board(desk.store, as_of=as_of)
    views.documents(desk.store)
    views.proposals(desk.store)
    most = max(asked)
    assert most[0] < MANY, most
