"""What a claim's page opens with says the same as the whole claim."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import event

from claims import views
from claims.model import Relation, Stance, Status, utcnow
from claims.store import Store
from claims.views import NotOnRecord

DAY = date(2026, 3, 1)
SAID = (Stance.DENIES, Stance.DECLINES, Stance.NEITHER, Stance.CONFIRMS, Stance.ALLEGES)


@pytest.fixture
def told(seed: Any) -> dict[str, int]:
    """A claim with another one merged into it as its opposite, turns, evidence and history."""
    with seed.together():
        grain, other = seed.claim("Grain moves."), seed.claim("No grain moves.")
        for offset, value in enumerate(SAID):
            seed.stance(grain, "Southland", value, DAY + timedelta(days=offset))
        seed.stance(grain, "Northland", Stance.ALLEGES, DAY)
        seed.stance(grain, "Northland", Stance.ALLEGES, DAY, outlet="gazette")
        seed.stance(other, "Westland", Stance.ALLEGES, DAY)
        seed.evidence(grain, Relation.SUPPORTS)
        seed.evidence(other, Relation.SUPPORTS, origin="harbour")
        seed.assess(grain, Status.CONTESTED, "denied")
        seed.decide(grain, Status.REFUTED)
        seed.merge(other, grain, opposite=True)
    return {"grain": grain, "other": other}


def test_it_agrees_with_the_whole_claim_now_and_on_a_day(
    store: Store, told: dict[str, int]
) -> None:
    whole = views.claim(store, told["grain"])
    today = utcnow().date()
    assert views.claim(store, told["grain"], today) == whole.model_copy(update={"as_of": today})
    for as_of in (None, today):
        front = views.claim_front(store, told["grain"], as_of, history=1_000)
        for name in ("text", "standing", "evidence", "merged", "split_into", "opened_at", "head"):
            assert getattr(front, name) == getattr(whole, name), name
        assert front.history == whole.history
        assert front.days == whole.matrix.days
        assert [row.party for row in front.rows] == [row.party for row in whole.matrix.rows]
        for row, line in zip(front.rows, whole.matrix.rows, strict=True):
            counted = {
                day: {each.value: each.stances for each in held} for day, held in row.days.items()
            }
            assert counted == {
                day.day: Counter(cell.value for cell in day.cells) for day in line.days
            }


def test_turns_are_the_changes_of_the_matrix(store: Store, told: dict[str, int]) -> None:
    front = views.claim_front(store, told["grain"])
    (turn,) = front.turns
    assert [dot.value for dot in turn.steps] == [Stance.DENIES, Stance.NEITHER, Stance.CONFIRMS]
    changes = views.claim(store, told["grain"]).matrix.changes
    assert [dot.stance_id for dot in turn.steps[1:]] == [each.stance_id for each in changes]
    turned = {
        (row.party.name, day)
        for row in front.rows
        for day, held in row.days.items()
        if any(each.turned for each in held)
    }
    assert turned == {("Southland", each.day) for each in changes}


def test_a_merged_claim_is_told_as_the_one_it_counts_under(
    store: Store, told: dict[str, int]
) -> None:
    front = views.claim_front(store, told["other"])
    assert (front.claim_id, front.asked_id) == (told["grain"], told["other"])
    westland = next(row for row in front.rows if row.party.name == "Westland")
    ((value, _, _),) = westland.days[DAY]
    assert value is Stance.DENIES, "the opposite claim's word, turned round"


def test_a_party_may_take_two_positions_on_a_day(store: Store, seed: Any) -> None:
    """Each counts for itself, and the one that is not the day's last is not lost."""
    with seed.together():
        claim = seed.claim("Southland moved the border post.")
        said = (Stance.DENIES, Stance.DENIES, Stance.CONFIRMS, Stance.DENIES)
        for number, value in enumerate(said):
            seed.stance(claim, "Southland", value, DAY, quote=f"Words {number}.")
    (row,) = views.claim_front(store, claim).rows
    assert row.days == {DAY: ((Stance.DENIES, 3, False), (Stance.CONFIRMS, 1, False))}


@pytest.mark.parametrize("count", [1, 3, 7])
def test_history_holds_the_newest_entries(store: Store, told: dict[str, int], count: int) -> None:
    whole = views.claim(store, told["grain"]).history
    assert views.claim_front(store, told["grain"], history=count).history == whole[-count:]


def test_the_words_of_a_cell(store: Store, told: dict[str, int]) -> None:
    whole = views.claim(store, told["grain"])
    for row in whole.matrix.rows:
        for day in row.days:
            for as_of in (None, utcnow().date()):
                found = views.cell_quotes(store, told["other"], row.party.id, day.day, as_of)
                assert found == day.cells
    assert views.cell_quotes(store, told["grain"], 99, DAY) == ()


@contextmanager
def listen(store: Store) -> Iterator[list[str]]:
    """The statements asked of the record meanwhile."""
    asked: list[str] = []

    def note(_0: Any, _1: Any, statement: str, _2: Any, _3: Any, _4: Any) -> None:
        asked.append(statement)

    event.listen(store.reader, "before_cursor_execute", note)
    yield asked
    event.remove(store.reader, "before_cursor_execute", note)


@pytest.mark.parametrize("look", [views.claim_front, views.claim])
def test_its_questions_are_asked_together(
    store: Store, told: dict[str, int], look: Callable[[Store, int], Any]
) -> None:
    """However much is told of a claim: each statement is a way there and back."""
    with listen(store) as asked:
        look(store, told["other"])
    # The transaction, merges twice round, the line, the rest; of the whole the words and names.
    assert len(asked) <= (7 if look is views.claim else 5), "\n".join(asked)


def count_plans(store: Store) -> tuple[int, int]:
    """Plans that PostgreSQL made for one asking alone, and uses of those that it kept."""
    with store.reader.connect() as connection:
        counted = connection.exec_driver_sql(
            "SELECT coalesce(sum(custom_plans), 0), coalesce(sum(generic_plans), 0)"
            " FROM pg_prepared_statements WHERE statement LIKE '%%FROM%%'"
        )
        custom, kept = counted.one()
        connection.commit()  # a rollback would have them forgotten
    return int(custom), int(kept)


@pytest.mark.parametrize("page", [views.claim_front, views.claim])
def test_postgresql_plans_a_claim_once_a_connection(
    store: Store, told: dict[str, int], page: Any
) -> None:
    """And the board each time, as its filters differ in what they leave."""
    if store.dialect != "postgresql":
        pytest.skip("SQLite keeps no plans")
    for _ in range(10):
        page(store, told["grain"])
    custom, kept = count_plans(store)
    assert custom == 0
    assert kept > 0
    for _ in range(10):
        views.board(store)
    assert count_plans(store) > (0, kept)
    assert count_plans(store)[1] == kept


def test_unknown_claims_are_refused(store: Store) -> None:
    with pytest.raises(NotOnRecord, match="no claim 99"):
        views.claim_front(store, 99)
    assert views.cell_quotes(store, 99, 1, DAY) == ()
