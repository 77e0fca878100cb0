"""Which claims a request is about."""

from __future__ import annotations

from claims import views
from claims.store import Store
from flows.requests import ClaimsRequest


def choose_claims(store: Store, request: ClaimsRequest) -> list[int]:
    """The claims asked for, each known to be on record; all open ones where none is named.

    Raises NotOnRecord for a number that the record does not hold.
    """
    for claim_id in request.claims:
        views.claim(store, claim_id)
    return request.claims or views.open_claim_ids(store)
