"""``among`` is written as each database does it best, and asks the same."""

from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.dialects import postgresql, sqlite

from claims.store import Store
from claims.store.among import among
from claims.store.facts import Claim, Origin
from claims.store.tables import table_of

CLAIM, ORIGIN = table_of(Claim), table_of(Origin)


@pytest.mark.parametrize(
    ("dialect", "where"),
    [
        pytest.param(sqlite.dialect(), "WHERE claim.id IN (__[POSTCOMPILE_wanted])", id="sqlite"),
        pytest.param(
            postgresql.dialect(), "WHERE claim.id = ANY (%(wanted)s::BIGINT[])", id="postgresql"
        ),
    ],
)
def test_no_function_hides_the_key_from_its_index(dialect: Any, where: str) -> None:
    statement = select(CLAIM.c.id).where(among(CLAIM.c.id))
    assert str(statement.compile(dialect=dialect)).endswith(where)


def test_numbers_and_texts_are_found(store: Store, scribe: Any) -> None:
    ids = [scribe.claim() for _ in range(3)]
    scribe.document()
    with store.read() as session:
        key = session.scalars(select(ORIGIN.c.key)).first()

        def found(column: Any, wanted: list[Any]) -> list[Any]:
            statement = select(column).where(among(column)).order_by(column)
            return list(session.scalars(statement, {"wanted": wanted}))

        assert found(CLAIM.c.id, [ids[2], ids[0], 10**12]) == [ids[0], ids[2]]
        assert found(CLAIM.c.id, []) == []
        assert found(ORIGIN.c.key, [key, "nobody's"]) == [key]
