"""Column types that store the same content on SQLite and PostgreSQL.

Times are integer microseconds since 1970 UTC: datetime text is SQLite's main
cost at bulk inserts (204,000 against 74,000 rows/s), and one integer hashes
alike on both databases. Enums are their values with a CHECK. JSON is canonical
text, so that a ledger hash over it is stable.
"""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any, ClassVar

from sqlalchemy import BigInteger, Dialect, Enum, Integer, MetaData, Text
from sqlalchemy.orm import declared_attr
from sqlalchemy.types import TypeDecorator
from sqlmodel import Field, SQLModel

# A rowid alias is INTEGER on SQLite; PostgreSQL's INTEGER is too small for ids.
BIG = BigInteger().with_variant(Integer, "sqlite")

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)
"""Every table of the record; names are fixed, so that migrations can refer to them."""

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)


def to_micros(moment: datetime) -> int:
    """Microseconds since 1970 UTC. ValueError for a naive moment."""
    if moment.tzinfo is None:
        raise ValueError(f"{moment!r} has no time zone: the record keeps aware times only")
    return (moment - EPOCH) // MICROSECOND


def from_micros(micros: int) -> datetime:
    """The aware UTC moment of microseconds since 1970."""
    return EPOCH + timedelta(microseconds=micros)


class Moment(TypeDecorator[datetime]):
    """An aware moment, stored as integer microseconds since 1970 UTC."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        return None if value is None else to_micros(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:
        return None if value is None else from_micros(value)


def canonical_json(value: Any) -> str:
    """JSON with sorted keys and no spaces: the same value gives the same text."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


class CanonicalJson(TypeDecorator[Any]):
    """A JSON value, stored as canonical text."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        return None if value is None else canonical_json(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        return None if value is None else json.loads(value)


class Row(SQLModel):
    """Base of every table: its name is the class name in snake_case."""

    metadata: ClassVar[MetaData] = METADATA

    @declared_attr  # type: ignore[arg-type]
    def __tablename__(cls) -> str:  # noqa: N805 - a class-level attribute of SQLAlchemy's
        return re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()


def moment(nullable: bool = False, **column: Any) -> Any:
    """A column of an aware moment."""
    return Field(default=None, sa_column_kwargs={"nullable": nullable, **column}, sa_type=Moment)


def enum_column(enum: type[StrEnum], name: str) -> Enum:
    """A column of an enum's values (not names), guarded by a CHECK of that name."""
    return Enum(
        enum,
        name=name,
        native_enum=False,
        create_constraint=True,
        length=max(32, *(len(member.value) for member in enum)),
        values_callable=lambda members: [member.value for member in members],
    )
