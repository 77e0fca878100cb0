"""``among``: a column's value is one of those given, as each database does it best.

SQLite gets an IN list, whose length it plans by. PostgreSQL gets one array: the statement is
the same for any number of keys, so it is worked out and prepared once.
"""

from __future__ import annotations

from typing import Any, Self

from sqlalchemy import Boolean, Column, ColumnElement, SQLColumnExpression, any_, bindparam
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

WANTED = "wanted"
"""The parameter of the keys, a sequence."""


def among(key: Column[Any] | SQLColumnExpression[Any]) -> ColumnElement[bool]:
    """Whether ``key`` is one of the parameter ``wanted``."""
    return _Among(key)


class _Among(FunctionElement[bool]):
    type = Boolean()
    inherit_cache = True

    def self_group(self, against: Any = None) -> Self:
        """As it is: SQLAlchemy would write "... = 1" for a function, past every index."""
        return self


@compiles(_Among)
def _in_list(element: _Among, compiler: SQLCompiler, **kw: Any) -> str:
    (key,) = element.clauses
    return compiler.process(key.in_(bindparam(WANTED, expanding=True)), **kw)


@compiles(_Among, "postgresql")
def _in_array(element: _Among, compiler: SQLCompiler, **kw: Any) -> str:
    (key,) = element.clauses
    return compiler.process(key == any_(bindparam(WANTED, type_=ARRAY(key.type))), **kw)
