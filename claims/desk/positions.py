"""The findings of one document as stance rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from claims.desk.documents import HeldDocument, credited_beside, read_dateline
from claims.desk.linking import (
    NameUse,
    PartyLink,
    keys_by_name,
    link_names,
    list_names,
    new_aliases,
)
from claims.desk.origins import OriginLink, party_origin
from claims.desk.placing import Place
from claims.desk.rereading import Spot
from claims.desk.rows import add_names, ensure_origins, ensure_parties
from claims.desk.values import Material
from claims.model import Finding, PartyKind
from claims.parties import Catalogue, normalise
from claims.status import Actor
from claims.store import Transaction
from claims.store.effective import flip_stance
from claims.store.facts import StanceRow


@dataclass(frozen=True, slots=True)
class DocumentPass:
    """One extractor's pass over one document inside one transaction."""

    tx: Transaction
    actor: Actor
    catalogue: Catalogue
    material: Material
    held: HeldDocument
    extractor: str


@dataclass(frozen=True, slots=True)
class LinkedParties:
    """The parties of one document's findings: links and row ids."""

    links: Mapping[NameUse, PartyLink]
    ids: Mapping[str, int]

    def party_of(self, finding: Finding) -> PartyLink:
        """Whose position the finding is."""
        own = finding.speaker is not None and finding.speaker == finding.party
        return self.links[NameUse(finding.party, is_speaker=own, anonymous=finding.anonymous)]

    def spot_of(self, finding: Finding) -> Spot:
        """Whose words the finding quotes, and where."""
        return self.ids[self.party_of(finding).key], finding.span.start, finding.span.end

    def speaker_id(self, finding: Finding) -> int | None:
        """The row of the person who spoke, None where the text names nobody."""
        if finding.speaker is None:
            return None
        if finding.speaker == finding.party:
            return self.ids[self.party_of(finding).key]
        return self.ids[self.links[NameUse(finding.speaker, is_speaker=True)].key]


def split_held(text: str, findings: Iterable[Finding]) -> tuple[list[Finding], list[Finding]]:
    """Findings whose span stands in the text, and those whose span does not."""
    holding: list[Finding] = []
    failing: list[Finding] = []
    for finding in findings:
        (holding if finding.span.holds_in(text) else failing).append(finding)
    return holding, failing


def link_parties(reading: DocumentPass, findings: Iterable[Finding]) -> LinkedParties:
    """Link every name of the findings to a party row, and keep the names that are new."""
    findings = list(findings)
    catalogue, document = reading.catalogue, reading.material.document
    day = document.published_at.date() if document.published_at else None
    links = link_names(catalogue, list_names(findings), on=day)
    links = {use: as_own_outlet(link, reading.material) for use, link in links.items()}
    linked = LinkedParties(links, ensure_parties(reading.tx, links.values()))
    names: dict[int, list[str]] = {}
    keys = keys_by_name(links)
    for finding in findings:
        link = linked.party_of(finding)
        if not link.anonymous:
            told = names.setdefault(linked.ids[link.key], [])
            told += new_aliases(catalogue, link, finding.aliases, keys)
    unique = {row_id: tuple(dict.fromkeys(told)) for row_id, told in names.items() if told}
    add_names(reading.tx, unique, reading.held.id)
    return linked


def as_own_outlet(link: PartyLink, material: Material) -> PartyLink:
    """The outlet that published the document, where an unknown name is its name."""
    document = material.document
    known = {normalise(name) for name in (document.outlet, document.outlet_name) if name}
    if link.catalogued or link.anonymous or normalise(link.name) not in known:
        return link
    return PartyLink(
        key=document.outlet or link.key,
        name=document.outlet_name or link.name,
        kind=PartyKind.OUTLET,
        organ_of=material.organ_of,
    )


def build_stances(
    reading: DocumentPass,
    findings: Iterable[Finding],
    linked: LinkedParties,
    places: Mapping[str, Place],
) -> list[StanceRow]:
    """Stance rows, not yet added, one for each finding, in order; the same twice once."""
    findings = list(findings)
    dateline = read_dateline(reading.material.document.text)
    origins = [_origin_of(reading, each, linked.party_of(each), dateline) for each in findings]
    origin_ids = ensure_origins(reading.tx, [origin for origin in origins if origin])
    rows: dict[tuple[object, ...], StanceRow] = {}
    for finding, origin in zip(findings, origins, strict=True):
        origin_id = origin_ids[origin.key] if origin else reading.held.origin_id
        row = _build_row(reading, finding, linked, places[finding.claim], origin_id)
        rows.setdefault((row.claim_id, row.party_id, row.value, row.start, row.end), row)
    return list(rows.values())


def _build_row(
    reading: DocumentPass, finding: Finding, linked: LinkedParties, place: Place, origin_id: int
) -> StanceRow:
    link = linked.party_of(finding)
    reasons = list(finding.reasons)
    value = finding.stance
    if place.opposite:
        value = flip_stance(value)
        reasons.append(
            f"The document tells the claim the other way round, so {finding.stance.value}"
            f" counts as {value.value}."
        )
    span, published = finding.span, reading.material.document.published_at
    return StanceRow(
        claim_id=place.claim_id,
        party_id=linked.ids[link.key],
        speaker_id=linked.speaker_id(finding),
        told_as=finding.party,
        value=value,
        mode=finding.mode,
        commitment=finding.commitment,
        anonymous=finding.anonymous or link.anonymous,
        document_id=reading.held.id,
        start=span.start,
        end=span.end,
        exact=span.exact,
        prefix=span.prefix,
        suffix=span.suffix,
        said_on=day_of(finding.said_on, published, reading.tx.now),
        origin_id=origin_id,
        confidence=finding.confidence,
        reasons=reasons,
        recorded_by=reading.extractor,
        recorded_at=reading.tx.now,
    )


def day_of(said_on: date | None, published_at: datetime | None, now: datetime) -> date:
    """The day told in the text, else the day of publication, else of recording."""
    return said_on or (published_at or now).date()


def _origin_of(
    reading: DocumentPass, finding: Finding, link: PartyLink, dateline: str | None
) -> OriginLink | None:
    """The origin of one position where it is not the document's: the outlet that said it,
    or the one that the text credits beside the span."""
    said = party_origin(link)
    if said is not None:
        return said
    span, text = finding.span, reading.material.document.text
    return credited_beside(reading.catalogue, text, dateline, span.start, span.end)
