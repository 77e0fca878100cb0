"""Which claims a request is about."""

from __future__ import annotations

from claims import views
from claims.model import Stage
from claims.store import Store
from flows.requests import ClaimsRequest


def choose_claims(store: Store, request: ClaimsRequest, stage: Stage | None = None) -> list[int]:
    """The claims asked for, each known to be on record; where none is named, all at ``stage``,
    or all open ones.

    Raises NotOnRecord for a number that the record does not hold: before anything is done.
    """
    if request.claims:
        views.require_claims(store, request.claims)
        return request.claims
    return views.open_claim_ids(store) if stage is None else views.claims_at(store, stage)
