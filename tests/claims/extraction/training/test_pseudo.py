"""Labels of the machine's own: weighed, and never said to share a claim."""

import pytest

from claims.extraction.model.decode import Reading
from claims.extraction.model.shape import VALUES
from claims.extraction.segment import Page
from claims.extraction.training.arrays import LEAST_LINKED
from claims.extraction.training.contrasts import write_contrasts
from claims.extraction.training.pseudo import LEAST, label_pool
from claims.extraction.training.records import Record

TEXTS = {
    "b": "The harbour board denied on Monday that the ferry Alba had sunk.",
    "a": "Ada Brook said the ferry Alba had left Leith. The board could not be reached.",
}


class SilentReader:
    """A reader that sees nothing, so that the rules speak alone."""

    def read(self, page: Page) -> list[Reading]:
        return []


@pytest.fixture(scope="module")
def records() -> dict[str, Record]:
    found = label_pool(TEXTS, SilentReader(), write_contrasts(12, seed=3))  # type: ignore[arg-type]
    return {record.doc: record for record in found}


def test_labels_are_weighed_and_nobody_linked_them(records: dict[str, Record]) -> None:
    labels = [label for record in records.values() for label in record.labels]
    assert labels
    assert all(LEAST <= label.weight < 1.0 and label.stance in VALUES for label in labels)
    assert not any(record.linked for record in records.values())
    assert LEAST < LEAST_LINKED


def test_a_denial_is_labelled_where_it_stands(records: dict[str, Record]) -> None:
    denial = next(label for label in records["b"].labels if label.stance == "denies")
    assert "harbour board" in denial.party.lower()
    assert TEXTS["b"][denial.start : denial.end].startswith("The harbour board denied")
