"""Projections: the board as it should read, and the same after any history and a rebuild."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, event, func, select, text, tuple_

from claims.model import Relation, Stage, Stance, Status
from claims.store import (
    RecordError,
    Store,
    load_claims,
    open_store,
    rebuild,
    verify_ledger,
    verify_projections,
)
from claims.store.facts import ActKind, Party, StageMove
from claims.store.fulltext import TEXT_TABLE
from claims.store.projections import (
    Board,
    BoardCount,
    BoardFlag,
    BoardOutlet,
    BoardParty,
    MatrixCell,
)
from claims.store.reading import LEDGER
from claims.store.summarise import summarise
from claims.store.tables import table_of

Dump = Callable[[Store], dict[str, list[tuple[Any, ...]]]]


def read_board(store: Store) -> dict[int, Board]:
    with store.read() as session:
        return {row.claim_id: row for row in session.scalars(select(Board))}


def test_the_board_shows_positions_counts_and_days(store: Store, scribe: Any) -> None:
    first, second = scribe.document("paper"), scribe.document("herald")
    north, south = scribe.party("northland"), scribe.party("southland")
    claim = scribe.claim("Northland sends ships.")
    scribe.stance(claim, north, first, Stance.DENIES, day=2)
    scribe.stance(claim, north, second, Stance.CONFIRMS, day=5)
    scribe.stance(claim, south, second, Stance.ALLEGES, day=3)
    scribe.evidence(claim, first, Relation.SUPPORTS)
    scribe.evidence(claim, first, Relation.UNDERMINES)
    scribe.assess(claim, Status.CONTESTED, ("denied", "single_origin"))
    scribe.move(claim, Stage.ASSIGNED, "bo")
    row = read_board(store)[claim]
    assert (row.status, row.status_basis, row.stage) == (
        Status.CONTESTED, "suggested", Stage.ASSIGNED,
    )  # fmt: skip
    assert (row.stances, row.documents, row.origins) == (3, 2, 2)
    assert (row.supports, row.undermines, row.context, row.proposals) == (1, 1, 0, 0)
    assert (row.first_day, row.last_day) == (date(2026, 3, 2), date(2026, 3, 5))
    assert (row.flags, row.assignee, row.commitment, row.published) == (
        ["denied", "single_origin"], "bo", "certain", False,
    )  # fmt: skip
    assert row.positions == [
        {"party_id": north, "party_key": "northland", "party": "Northland", "value": "confirms",
         "commitment": "certain", "day": "2026-03-05", "stances": 2},
        {"party_id": south, "party_key": "southland", "party": "Southland", "value": "alleges",
         "commitment": "certain", "day": "2026-03-03", "stances": 1},
    ]  # fmt: skip


def test_a_claim_merged_away_leaves_the_board_and_returns(store: Store, scribe: Any) -> None:
    one, two = scribe.claim("One is so."), scribe.claim("Two is so.")
    scribe.merge(two, one)
    assert set(read_board(store)) == {one}
    scribe.merge(two, one, act=ActKind.UNDO)
    assert set(read_board(store)) == {one, two}


def test_a_claim_merged_elsewhere_leaves_the_first_target(store: Store, scribe: Any) -> None:
    """Nobody undid the first merge: the later one takes its place."""
    document, north = scribe.document(), scribe.party()
    one, two, three = scribe.claim(), scribe.claim(), scribe.claim()
    scribe.stance(three, north, document)
    scribe.merge(three, one)
    scribe.merge(three, two)
    board = read_board(store)
    assert (board[one].stances, board[two].stances) == (0, 1)


def test_counts_follow_every_change(store: Store, scribe: Any) -> None:
    one, two = scribe.claim(), scribe.claim()
    scribe.assess(one, Status.CONTESTED)
    scribe.move(two, Stage.TRIAGED)
    with store.read() as session:
        counts = {(row.status, row.stage): row.n for row in session.scalars(select(BoardCount))}
    assert counts == {
        (Status.CONTESTED, Stage.NEW): 1,
        (Status.UNVERIFIED, Stage.TRIAGED): 1,
    }


def test_projections_are_written_with_the_facts_or_not_at_all(store: Store, scribe: Any) -> None:
    claim = scribe.claim()
    before = read_board(store)[claim].last_change

    def fail() -> None:
        with store.write("ana", "test") as tx:
            tx.add(
                StageMove(
                    claim_id=claim,
                    source=Stage.NEW,
                    target=Stage.TRIAGED,
                    actor="a",
                    role="r",
                    at=tx.now,
                )
            )
            raise KeyError("power cut")

    with pytest.raises(KeyError):
        fail()
    assert read_board(store)[claim].last_change == before


def test_what_the_desk_does_with_a_claim_reads_nobodys_words(store: Store, scribe: Any) -> None:
    claim = scribe.claim()
    scribe.stance(claim, scribe.party(), scribe.document(), Stance.DENIES)
    asked: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_more: Any) -> None:
        asked.append(statement)

    event.listen(store.writer, "before_cursor_execute", note)
    scribe.move(claim, Stage.ASSIGNED, "bo")
    scribe.assess(claim, Status.CONTESTED, ("denied",))
    event.remove(store.writer, "before_cursor_execute", note)
    assert not [each for each in asked if "FROM stance " in each or "FROM matrix_cell" in each]
    line = read_board(store)[claim]
    assert (line.assignee, line.flags, line.stances) == ("bo", ["denied"], 1)


def test_a_claim_that_the_board_lacks_comes_back_with_its_next_move(
    store: Store, scribe: Any
) -> None:
    claim = scribe.claim("Northland sends ships.")
    with store.begin() as session:
        session.execute(delete(Board))
        if store.dialect == "sqlite":
            session.execute(text(f"DELETE FROM {TEXT_TABLE}"))
    scribe.move(claim, Stage.ASSIGNED, "bo")
    assert read_board(store)[claim].text == "Northland sends ships."


# -- any history -----------------------------------------------------------------------


@dataclass
class Shelf:
    """Ids that a history may refer to."""

    claims: list[int]
    parties: list[int]
    documents: list[int]
    stances: list[int]
    evidence: list[int]
    decisions: list[tuple[int, int]]
    proposals: list[int]
    gone: set[tuple[str, int]]


Step = tuple[str, int, int, int]
KINDS = (
    *("claim", "document", "party", "stance", "stance", "stance", "correct"),
    *("evidence", "evidence", "withdraw", "move_stance", "merge", "merge_opposite", "unmerge"),
    *("merge_parties", "unmerge_parties", "assess", "decide", "stage", "publish"),
    *("propose", "answer", "status"),
)
steps = st.lists(
    st.tuples(st.sampled_from(KINDS), st.integers(0, 30), st.integers(0, 30), st.integers(0, 30)),
    max_size=25,
)


def take(ids: list[Any], number: int) -> Any:
    return ids[number % len(ids)]


def play(scribe: Any, history: list[Step]) -> None:
    """Carry the steps out; a step that the record refuses leaves no trace."""
    shelf = Shelf(
        claims=[scribe.claim(), scribe.claim(), scribe.claim()],
        parties=[scribe.party(), scribe.party(), scribe.party()],
        documents=[scribe.document("paper"), scribe.document(None)],
        stances=[], evidence=[], decisions=[], proposals=[], gone=set(),
    )  # fmt: skip
    for step in history:
        with suppress(RecordError):
            play_step(scribe, shelf, step)


def play_step(scribe: Any, shelf: Shelf, step: Step) -> None:
    kind, a, b, c = step
    claim, other = take(shelf.claims, a), take(shelf.claims, b)
    party, document = take(shelf.parties, b), take(shelf.documents, c)
    value = take(list(Stance), c)
    if kind == "claim":
        shelf.claims.append(scribe.claim())
    elif kind == "document":
        shelf.documents.append(scribe.document(f"outlet{a % 3}"))
    elif kind == "party":
        shelf.parties.append(scribe.party())
    elif kind == "stance":
        shelf.stances.append(scribe.stance(claim, party, document, value, day=1 + a % 9))
    elif kind == "evidence":
        shelf.evidence.append(scribe.evidence(claim, document, take(list(Relation), b)))
    elif kind == "correct" and leave(shelf, "stance", a):
        old = take(shelf.stances, a)
        shelf.stances.append(scribe.stance(other, party, document, value, supersedes=old))
    elif kind == "withdraw":
        what = take(["stance", "evidence"], b)
        if leave(shelf, what, a):
            scribe.withdraw(what, take(shelf.stances if what == "stance" else shelf.evidence, a))
    elif kind == "move_stance" and shelf.stances:
        scribe.move_stance(take(shelf.stances, a), other)
    elif kind in ("merge", "merge_opposite") and claim != other:
        scribe.merge(claim, other, opposite=kind == "merge_opposite")
    elif kind == "unmerge":
        scribe.merge(claim, other, act=ActKind.UNDO)
    elif kind in ("merge_parties", "unmerge_parties") and take(shelf.parties, a) != party:
        act = ActKind.DO if kind == "merge_parties" else ActKind.UNDO
        scribe.merge_parties(take(shelf.parties, a), party, act)
    else:
        play_desk_step(scribe, shelf, step)


def play_desk_step(scribe: Any, shelf: Shelf, step: Step) -> None:
    kind, a, b, c = step
    claim, other = take(shelf.claims, a), take(shelf.claims, b)
    if kind == "assess":
        scribe.assess(claim, take(list(Status), b), (("denied",), (), ("x", "denied"))[c % 3])
    elif kind == "decide":
        shelf.decisions.append((claim, scribe.decide(claim, take(list(Status), b))))
    elif kind == "stage":
        scribe.move(claim, take(list(Stage), b), (None, "bo", "ana")[c % 3])
    elif kind == "publish" and shelf.decisions:
        scribe.publish(*take(shelf.decisions, a))
    elif kind == "propose":
        shelf.proposals.append(scribe.propose(claim, other if c % 2 else None))
    elif kind == "answer" and shelf.proposals:
        scribe.answer(shelf.proposals.pop(a % len(shelf.proposals)))
    elif kind == "status":
        scribe.change_status(claim, take(list(Status), b))


def leave(shelf: Shelf, what: str, number: int) -> bool:
    """Whether the row still counts, and from now on no longer."""
    ids = shelf.stances if what == "stance" else shelf.evidence
    if not ids or (what, take(ids, number)) in shelf.gone:
        return False
    shelf.gone.add((what, take(ids, number)))
    return True


@pytest.mark.parametrize(
    ("new_database", "examples"),
    [
        pytest.param("sqlite", 25, id="sqlite"),
        pytest.param("postgresql", 5, id="postgresql", marks=pytest.mark.postgres),
    ],
    indirect=["new_database"],
)
def test_any_history_rebuilds_to_the_same_bytes(
    new_database: Callable[..., str],
    examples: int,
    tmp_path: Path,
    make_scribe: Callable[[Store], Any],
    dump_projections: Dump,
) -> None:
    """Incremental refresh, a rebuild, and the state computed on the spot agree, and every past
    moment still reads as it did then."""

    @settings(max_examples=examples, suppress_health_check=list(HealthCheck))
    @given(steps)
    def hold(history: list[Step]) -> None:
        with open_store(new_database(), home=tmp_path) as store:
            scribe = make_scribe(store)
            half = len(history) // 2
            play(scribe, history[:half])
            then, moment = dump_projections(store)["board"], last_moment(store)
            play(scribe, history[half:])
            before = dump_projections(store)
            assert verify_projections(store).ok
            rebuild(store)
            assert dump_projections(store) == before
            assert count_strayed(store) == 0
            assert verify_ledger(store).ok
            assert compute_board(store, None) == before["board"]
            assert compute_board(store, moment) == then

    hold()


def count_strayed(store: Store) -> int:
    """Lines of side tables that stand elsewhere in the board's order than their claim does."""
    places = select(Board.claim_id, Board.last_change)
    found = 0
    with store.read() as session:
        for side in map(table_of, (BoardParty, BoardOutlet, BoardFlag)):
            strayed = tuple_(side.c.claim_id, side.c.last_change).not_in(places)
            found += session.scalar(select(func.count()).where(strayed)) or 0
    return found


def last_moment(store: Store) -> Any:
    with store.read() as session:
        return session.execute(select(LEDGER.c.at).order_by(LEDGER.c.seq.desc()).limit(1)).scalar()


def compute_board(store: Store, as_of: Any) -> list[tuple[Any, ...]]:
    with store.read() as session:
        parties = {row.id: (row.key, row.name) for row in session.scalars(select(Party))}
        states = load_claims(session, range(1, 60), as_of)
    lines = [summarise(state, parties) for _, state in sorted(states.items())]
    return [tuple(line[column.name] for column in table_of(Board).columns) for line in lines]


def test_the_matrix_and_the_party_filter_hold_what_counts(store: Store, scribe: Any) -> None:
    document, north, south = scribe.document(), scribe.party(), scribe.party()
    claim = scribe.claim()
    scribe.stance(claim, north, document, Stance.DENIES, day=1)
    scribe.stance(claim, south, document, Stance.ALLEGES, day=2)
    scribe.merge_parties(south, north)
    with store.read() as session:
        cells = session.execute(select(table_of(MatrixCell))).all()
        (word,) = session.execute(select(table_of(BoardParty))).all()
    assert {cell.party_id for cell in cells} == {north}
    assert (word.party_id, word.value, word.stances) == (north, Stance.ALLEGES, 2)
