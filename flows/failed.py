"""What failed before, as a retry takes it again: the items that failed, under their outlet."""

from __future__ import annotations

from dataclasses import dataclass

from claims import views
from claims.store import Store
from flows.intake import CAPTURE_PREFIX


@dataclass(frozen=True, slots=True)
class Failed:
    """One source of which something failed and waits."""

    source: str
    """An input as ``open_captures`` takes it: a file, or an archived capture."""
    name: str
    outlet: str | None
    items: frozenset[str]
    left: frozenset[str]
    """Items that a person said will not be tried again."""

    def takes(self, item: str) -> bool:
        """Whether an item failed. A source that failed as a whole is taken whole, but for
        what a person left."""
        return item in self.items or ("" in self.items and item not in self.left)


def list_failed(store: Store) -> list[Failed]:
    """Every source with an open failure, the oldest first. An outlet said later holds."""
    failures = views.open_failures(store)
    left = views.items_left(store, {each.capture_sha256 or "" for each in failures})
    waiting = {
        (_source_of(each), each.item): (
            each.name.removesuffix(f" [{each.item}]"),  # readers add it anew
            each.outlet,
            each.capture_sha256 or "",
        )
        for each in failures
    }
    groups: dict[tuple[str, str | None], tuple[str, str, set[str]]] = {}
    for (source, item), (name, outlet, digest) in waiting.items():
        groups.setdefault((source, outlet), (name, digest, set()))[2].add(item)
    return [
        Failed(
            source=source,
            name=name,
            outlet=outlet,
            items=frozenset(items),
            left=frozenset(item for sha256, item in left if sha256 == digest),
        )
        for (source, outlet), (name, digest, items) in groups.items()
    ]


def _source_of(failure: views.FailureView) -> str:
    if failure.capture_sha256 is None:
        return failure.name
    return CAPTURE_PREFIX + failure.capture_sha256
