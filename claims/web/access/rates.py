"""How often: log-ins of one address, and writes of one person. Counted in this process."""

from __future__ import annotations

import math
import time
from collections.abc import Sequence

from fastapi import Request
from limits import RateLimitItem, parse_many
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter
from starlette.exceptions import HTTPException

from claims.settings import Settings


class TooOften(HTTPException):
    """429, with the seconds after which to try again."""

    def __init__(self, what: str, seconds: int) -> None:
        super().__init__(
            429,
            f"too many {what}: try again in {seconds} s",
            {"Retry-After": str(seconds)},
        )


class Rates:
    """The counters of one application."""

    def __init__(self, settings: Settings) -> None:
        self._limiter = MovingWindowRateLimiter(MemoryStorage())
        self._login = parse_many(settings.login_rate)
        self._writes = parse_many(settings.write_rate)

    def count_login(self, address: str) -> None:
        """Count a try to log in from an address. TooOften beyond the rate."""
        self._count(self._login, "log-ins from this address", "login", address)

    def count_write(self, person: str) -> None:
        """Count a write of a person. TooOften beyond the rate."""
        self._count(self._writes, "writes", "write", person)

    def _count(self, rates: Sequence[RateLimitItem], what: str, kind: str, key: str) -> None:
        for rate in rates:
            if not self._limiter.hit(rate, kind, key):
                stats = self._limiter.get_window_stats(rate, kind, key)
                raise TooOften(what, max(1, math.ceil(stats.reset_time - time.time())))


def count_login(request: Request) -> None:
    """Count a try to log in. TooOften (429) beyond the rate."""
    rates: Rates = request.app.state.rates
    rates.count_login(request.client.host if request.client else "")


def count_write(request: Request, person: str) -> None:
    """Count a write. TooOften (429) beyond the rate."""
    rates: Rates = request.app.state.rates
    rates.count_write(person)
