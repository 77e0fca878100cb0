"""Every name of every party, kept in memory and read on: a record has tens of thousands.

Parties and their names are facts: none changes or goes, so only what came since is
read, by id. Looking through a hundred thousand names takes 3 ms here and 60 ms in a
database, where no index helps to find a part of a name.
"""

from __future__ import annotations

from collections.abc import Iterable
from threading import Lock
from weakref import WeakKeyDictionary

from sqlalchemy import Engine, func, select
from sqlmodel import Session

from claims.store import Store
from claims.store.facts import Party, PartyName
from claims.store.tables import table_of

PARTY = table_of(Party)
PARTY_NAME = table_of(PartyName)
_NEWEST = select(
    *(
        select(func.coalesce(func.max(table.c.id), 0)).scalar_subquery()
        for table in (PARTY, PARTY_NAME)
    )
)


class PartyNames:
    """The names of one record's parties, folded for comparison."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._last_party = 0
        self._last_name = 0
        self._names: list[tuple[str, int]] = []
        # Tuples of numbers, which garbage collection does not look through.
        self._bearers: dict[str, tuple[int, ...]] = {}

    def read_on(self, session: Session) -> None:
        """Read the names that came since the last time."""
        with self._lock:
            if session.execute(_NEWEST).one() == (self._last_party, self._last_name):
                return
            found = select(PARTY.c.id, PARTY.c.name).where(PARTY.c.id > self._last_party)
            for party_id, name in session.execute(found.order_by(PARTY.c.id)):
                self._add(name, party_id)
                self._last_party = party_id
            further = select(PARTY_NAME.c.id, PARTY_NAME.c.name, PARTY_NAME.c.party_id)
            fresh = further.where(PARTY_NAME.c.id > self._last_name).order_by(PARTY_NAME.c.id)
            for name_id, name, party_id in session.execute(fresh):
                self._add(name, party_id)
                self._last_name = name_id

    def _add(self, name: str, party_id: int) -> None:
        folded = name.casefold()
        self._names.append((folded, party_id))
        self._bearers[folded] = (*self._bearers.get(folded, ()), party_id)

    def list_bearers(self, name: str) -> list[int]:
        """Parties that bear exactly this name, in whatever case."""
        return sorted(set(self._bearers.get(name.casefold(), ())))

    def list_holding(self, part: str, limit: int) -> list[int]:
        """Parties with a name that holds ``part``, the first recorded first."""
        folded = part.casefold()
        return _take((found for name, found in self._names if folded in name), limit)


_KEPT: WeakKeyDictionary[Engine, PartyNames] = WeakKeyDictionary()


def party_names(session: Session) -> PartyNames:
    """The names as this session's snapshot of the record has them, or newer."""
    bind = session.get_bind()
    engine = bind if isinstance(bind, Engine) else bind.engine
    names = _KEPT.setdefault(engine, PartyNames())
    names.read_on(session)
    return names


def remember_parties(store: Store) -> None:
    """Read the names now: on a large record the first search would wait for them, 0.5 s."""
    with store.read() as session:
        party_names(session)


def _take(found: Iterable[int], limit: int) -> list[int]:
    taken: dict[int, None] = {}
    for party_id in found:
        taken[party_id] = None
        if len(taken) == limit:
            break
    return list(taken)
