"""The shipped sample dispatches read as what they are meant to show."""

from pathlib import Path

import pytest

import flows
from sources.catalog import OutletCatalogue
from sources.model import DocumentKind, SourceDocument
from sources.readers import capture_file, find_inputs, read_capture

SAMPLES = Path(flows.__file__).parent / "samples"


@pytest.fixture(scope="module")
def samples(outlets: OutletCatalogue) -> dict[str, SourceDocument]:
    read = {}
    for path in find_inputs([str(SAMPLES)]):
        assert isinstance(path, Path)
        (found,) = read_capture(capture_file(path), outlets)
        assert isinstance(found, SourceDocument)
        read[path.name] = found
    return read


def test_five_samples_are_shipped(samples: dict[str, SourceDocument]) -> None:
    kinds = {name: document.kind for name, document in samples.items()}
    assert kinds == {
        "balloon.txt": DocumentKind.ARTICLE,
        "car-gift-copy.html": DocumentKind.ARTICLE,
        "car-gift.txt": DocumentKind.ARTICLE,
        "flight-752-fact-check.json": DocumentKind.FACT_CHECK,
        "flight-752.txt": DocumentKind.ARTICLE,
    }


def test_each_has_title_date_and_language(samples: dict[str, SourceDocument]) -> None:
    for document in samples.values():
        assert document.title
        assert document.published_at
        assert document.language == "en"


def test_the_copy_repeats_the_wire(samples: dict[str, SourceDocument]) -> None:
    wire, copy = samples["car-gift.txt"], samples["car-gift-copy.html"]
    shared = [line for line in copy.text.split("\n") if line in wire.text]
    assert len(shared) >= 1
    assert (wire.outlet_name, copy.outlet_name) == ("Meridian Wire", "The Harbour Courier")


def test_no_sample_speaks_for_a_real_outlet(samples: dict[str, SourceDocument]) -> None:
    assert {document.outlet_id for document in samples.values()} == {None}
