"""From what a person named to items the desk can record: the seam of sources and claims.

``claims`` and ``sources`` never import each other; here a source's document
becomes the desk's material. Reading is lazy: an item is read when it is asked
for, and every capture lies in the archive before its first item is handed on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from claims.desk import CaptureInfo, FailureDraft, Material, Review
from claims.model import Document, Reliability
from claims.settings import Settings
from sources.archive import ArchiveError, CaptureArchive
from sources.catalog import Outlet, OutletCatalogue, load_outlets
from sources.model import (
    NOTHING_GIVEN,
    Capture,
    Given,
    PublishedReview,
    ReadFailure,
    SourceDocument,
)
from sources.readers import (
    InputError,
    Stdin,
    capture_bytes,
    capture_file,
    capture_stdin,
    find_inputs,
    make_storable,
    read_capture,
)

CAPTURE_PREFIX = "capture:"
"""An input that names an archived capture by its digest."""


@dataclass(frozen=True)
class Item:
    """One document to take in, with the published fact-checks that it holds."""

    material: Material
    reviews: tuple[Review, ...] = ()
    default_outlet: str | None = None
    """Catalogue id to take where the material names no outlet."""

    @property
    def key(self) -> tuple[str, str]:
        """What tells it apart on the record: its capture's digest, and its place in it."""
        return self.material.capture.sha256, self.material.item


def archive_stdin(archive: CaptureArchive) -> str:
    """Archive the standard input, which only this process can read; names it for the flow."""
    capture = capture_stdin()
    archive.store(capture)
    return CAPTURE_PREFIX + capture.sha256


def archive_bytes(data: bytes, name: str, settings: Settings) -> str:
    """Archive what came over the network under ``name``; names it for the flow."""
    capture = capture_bytes(data, name)
    CaptureArchive(settings.archive_path).store(capture)
    return CAPTURE_PREFIX + capture.sha256


def archive_file(path: Path, settings: Settings) -> CaptureInfo:
    """Archive one file, to stand as evidence. InputError where it cannot be read."""
    capture = capture_file(path)
    CaptureArchive(settings.archive_path).store(capture)
    return describe_capture(capture)


def describe_capture(capture: Capture) -> CaptureInfo:
    """A capture as the desk knows it: its bytes stay in the archive."""
    return CaptureInfo(
        sha256=capture.sha256,
        name=capture.name,
        media_type=capture.media_type,
        size_bytes=len(capture.data),
        captured_at=capture.captured_at,
        url=capture.url,
    )


def open_captures(
    inputs: Sequence[str], archive: CaptureArchive, names: dict[str, str]
) -> Iterator[Capture | FailureDraft]:
    """Each input's capture, archived. A file that cannot be read is a failure, not an end.

    ``names`` gives archived captures the name they first came under.
    """
    for path in inputs:
        try:
            found = [path] if path.startswith(CAPTURE_PREFIX) else find_inputs([path])
        except InputError as error:  # it was there when the run was asked for
            yield _fail_to_open(path, error)
            continue
        for each in found:
            try:
                yield _archive(each, archive, names)
            except (ArchiveError, ValueError, OSError) as error:
                yield _fail_to_open(str(each), error)


def _fail_to_open(name: str, error: Exception) -> FailureDraft:
    """File names may be bytes that are no UTF-8, which no database keeps."""
    return FailureDraft(name=make_storable(name), step="read", reason=make_storable(str(error)))


def _archive(found: Path | Stdin | str, archive: CaptureArchive, names: dict[str, str]) -> Capture:
    """The capture of a file, archived first, or the archived one that a string names."""
    if isinstance(found, str):
        digest = found.removeprefix(CAPTURE_PREFIX)
        return capture_bytes(archive.load(digest), names.get(digest, found))
    capture = _take(found)
    archive.store(capture)
    return capture


def read_items(
    capture: Capture,
    outlets: OutletCatalogue,
    outlet: str | None = None,
    given: Given = NOTHING_GIVEN,
) -> Iterator[Item | FailureDraft]:
    """The items of one capture. ``outlet`` is the catalogue id to take where it names none."""
    info = describe_capture(capture)
    for found in read_capture(capture, outlets, given):
        if isinstance(found, ReadFailure):
            yield FailureDraft(
                name=found.name,
                item=found.item,
                step="read",
                reason=found.reason,
                capture_sha256=capture.sha256,
            )
        else:
            yield make_item(info, found, outlets, outlet)


def make_document(found: SourceDocument, outlet: Outlet | None) -> Document:
    """A source's document as extraction sees it."""
    return Document(
        text=found.text,
        title=found.title,
        outlet=outlet.id if outlet else found.outlet_id,
        outlet_name=outlet.name if outlet else found.outlet_name,
        language=found.language,
        published_at=found.published_at,
        url=found.url,
    )


def read_files(paths: Sequence[str]) -> Iterator[tuple[str, Document | str]]:
    """Documents straight from files, with no archive: each one's name, and it or why not."""
    outlets = load_outlets()
    for path in find_inputs(paths):
        try:
            for found in read_capture(_take(path), outlets):
                if isinstance(found, ReadFailure):
                    yield found.name, found.reason
                else:
                    yield found.name, make_document(found, outlets.by_id(found.outlet_id or ""))
        except InputError as error:
            yield str(path), str(error)


def make_item(
    info: CaptureInfo,
    found: SourceDocument,
    outlets: OutletCatalogue,
    default_outlet: str | None = None,
) -> Item:
    """A source's document as the desk's material, with the outlet's grade of today.

    What names an outlet or an address was published there, listed or not: never by the default.
    """
    named = found.outlet_id or found.outlet_name or found.url
    outlet = outlets.by_id((found.outlet_id if named else default_outlet) or "")
    material = Material(
        capture=info,
        document=make_document(found, outlet),
        name=found.name,
        item=found.item,
        kind=found.kind.value,
        outlet_reliability=Reliability(outlet.reliability.value) if outlet else None,
        organ_of=outlet.organ_of if outlet else None,
    )
    reviews = tuple(make_review(review, outlets) for review in found.reviews)
    return Item(material, reviews, default_outlet)


def make_review(review: PublishedReview, outlets: OutletCatalogue) -> Review:
    """A published fact-check as the desk takes it, its publisher looked up."""
    outlet = None
    if review.url:
        outlet = outlets.by_domain(review.url)
    if outlet is None and review.publisher_site:
        outlet = outlets.by_domain(review.publisher_site)
    if outlet is None and review.publisher:
        outlet = outlets.by_name(review.publisher)
    return Review(
        claim=review.claim,
        claimant=review.claimant,
        claim_date=review.claim_date,
        publisher=review.publisher or review.publisher_site or "a publisher not named",
        publisher_outlet=outlet.id if outlet else None,
        reliability=Reliability(outlet.reliability.value) if outlet else None,
        url=review.url,
        title=review.title or "",
        rating=review.rating or "",
        review_date=review.review_date,
    )


def _take(found: Path | Stdin) -> Capture:
    return capture_stdin() if isinstance(found, Stdin) else capture_file(str(found))
