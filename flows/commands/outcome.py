"""What became of claims by what a command just did, so that nobody has to look."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from flows.commands.context import out

if TYPE_CHECKING:
    from claims.store import Store
    from claims.views import Event, Since, Standing

CLAIMS_TOLD = 10
"""Claims that are told of before the rest are only counted."""


@contextmanager
def tell_outcome(store: Store, *claim_ids: int) -> Iterator[Since]:
    """Tell after the block how the claims stand that were touched in it, and what turned;
    ``claim_ids`` are told of even where no event names them."""
    from claims import views

    since = views.here(store)
    yield since
    for line in describe_outcome(store, views.changes(store, since).events, claim_ids):
        out.print(line, soft_wrap=True)


def describe_outcome(
    store: Store, events: Sequence[Event], claim_ids: Sequence[int] = ()
) -> list[str]:
    """One line for each of the claims and of those that the events name, merged ones under
    the claim that counts."""
    from claims import views

    before: dict[int, str] = {}
    challenged: dict[int, str] = {}
    for event in events:
        if event.claim is not None and event.topic == "claim.status_changed":
            before.setdefault(event.claim, event.payload["source"])
        elif event.claim is not None and event.topic == "claim.challenged":
            challenged[event.claim] = event.payload["reason"]
    told = (event.claim for event in events if event.claim is not None)
    named = dict.fromkeys([*claim_ids, *told])
    pages = [views.claim(store, claim_id) for claim_id in list(named)[:CLAIMS_TOLD]]
    lines = [
        describe_standing(claim_id, standing, before.get(claim_id), challenged.get(claim_id))
        for claim_id, standing in {page.claim_id: page.standing for page in pages}.items()
    ]
    if len(named) > CLAIMS_TOLD:
        lines.append(f"and {len(named) - CLAIMS_TOLD} more claims: onrecord board")
    return lines


def describe_standing(
    claim_id: int, standing: Standing, before: str | None, challenged: str | None
) -> str:
    """``Claim 3: unverified → contested (suggested).`` ``before`` is the status shown before."""
    status = standing.status.value
    turned = before is not None and before != status
    how = f": {before} → {status}" if turned else f" stays {status}"
    line = f"Claim {claim_id}{how} ({standing.basis})."
    if standing.disputed and standing.suggestion is not None:
        line += f" The policy now suggests {standing.suggestion.status.value}."
    return f"{line} Challenged: {challenged}" if challenged else line


def describe_stance(store: Store, since: Since, stance_id: int) -> str:
    """``SafeHome denies``: what the row says that was just written in a stance's place."""
    from claims import views

    for event in views.changes(store, since).events:
        if event.claim is not None and event.payload.get("stance_id") == stance_id:
            for row in views.claim(store, event.claim).matrix.rows:
                for cell in (cell for day in row.days for cell in day.cells):
                    if cell.stance_id == stance_id:
                        return f"{cell.party.name} {views.IN_WORDS[cell.value]}"
    return "it counts under another claim"
