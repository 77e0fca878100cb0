"""Questions asked together find what each finds alone, to the type of every value."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import Select, select

from claims.model import Relation, Stance
from claims.store import Store
from claims.store.among import WANTED, among
from claims.store.effective import STANCE
from claims.store.standing import CLAIM, PROPOSAL
from claims.store.tables import FACT_TABLES
from claims.store.together import ask_together

TEXT = '“Nein”, said Ç.\n\t\\ "so" \u202e \U0001f6a2 \u2028 end'


@pytest.fixture
def told(scribe: Any) -> list[int]:
    """Two claims of which much is told."""
    claim, other = scribe.claim(TEXT), scribe.claim()
    document = scribe.document(outlet=None, body=TEXT)
    first = scribe.stance(claim, scribe.party(), document, Stance.NEITHER)
    scribe.stance(claim, scribe.party("“x”"), document, day=2, supersedes=first)
    scribe.evidence(claim, document, Relation.UNDERMINES)
    scribe.propose(claim, other)
    scribe.merge(other, claim, opposite=True)
    return [claim, other]


def test_rows_of_every_table_come_as_they_would_alone(store: Store, told: list[int]) -> None:
    questions = tuple(select(table).order_by(*table.primary_key) for table in FACT_TABLES)
    with store.read() as session:
        together = ask_together(session, questions, {})
        alone = [session.execute(question).all() for question in questions]
    for got, rows in zip(together, alone, strict=True):
        assert [row._asdict() for row in got] == [dict(row._mapping) for row in rows]
        types = [[type(value) for value in row] for row in got]
        assert types == [[type(value) for value in row] for row in rows]
    assert sum(map(bool, alone)) > 6


def test_questions_share_what_is_wanted_and_keep_their_order(store: Store, told: list[int]) -> None:
    newest: Select[Any] = select(STANCE.c.id, STANCE.c.said_on).order_by(STANCE.c.id.desc())
    questions = (
        newest.where(among(STANCE.c.claim_id)).limit(1),
        select(CLAIM.c.text).where(among(CLAIM.c.id)),
        select(PROPOSAL.c.id).where(among(PROPOSAL.c.claim_id)),
    )
    with store.read() as session:
        stances, texts, proposals = ask_together(session, questions, {WANTED: told[:1]})
        nothing = ask_together(session, questions, {WANTED: [0]})
    assert [row.said_on.day for row in stances] == [2]
    assert [row.text for row in texts] == [TEXT]
    assert len(proposals) == 1
    assert nothing == [[], [], []]
