"""Somebody who works at the desk all the while: so many calls of ``claims.desk`` a second."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterator
from functools import partial
from random import Random
from typing import NamedTuple

from claims import desk
from claims.desk import CaptureInfo, EvidenceDraft, Material
from claims.model import (
    ClaimDraft,
    Document,
    EvidenceKind,
    Extraction,
    Finding,
    Relation,
    Reliability,
    Span,
    Stance,
    Status,
    utcnow,
)
from claims.settings import Settings
from claims.status import Actor, Role
from claims.store import Store
from tests.bench.desk.record import SEED
from tests.bench.desk.words import Words

REVIEWER = Actor(name="ana", role=Role.REVIEWER)
CONTRIBUTOR = Actor(name="bo", role=Role.CONTRIBUTOR)
MACHINE = Actor(name="machine", role=Role.MACHINE)
STANCES = 4
"""Of an article recorded."""


class Written(NamedTuple):
    """What the writer did."""

    seconds: list[float]
    """How long each write took."""
    refused: int
    """Moves that the desk refused, since the claim was elsewhere."""
    late: float
    """Seconds that the last write came after its time: 0 where the rate was kept."""


def write_steadily(store: Store, claims: int, rate: float, seconds: float) -> Written:
    """Write ``rate`` times a second for so long: moves, evidence, decisions, articles."""
    acts = _list_acts(store, claims)
    began = time.monotonic()
    taken = []
    refused = 0
    for number in range(int(rate * seconds)):
        due = began + number / rate
        time.sleep(max(0.0, due - time.monotonic()))
        act = next(acts)
        start = time.perf_counter()
        try:
            act()
        except desk.DeskError:
            refused += 1
        taken.append(time.perf_counter() - start)
    return Written(taken, refused, max(0.0, time.monotonic() - due - taken[-1]))


def _list_acts(store: Store, claims: int) -> Iterator[Callable[[], object]]:
    """Calls of the desk without end, each one write transaction."""
    random = Random(time.time_ns())
    words = Words(Random(SEED))
    settings = Settings(home=store.home)  # read once, as a flow does
    while True:
        claim = _draw(random, claims)
        told: list[int] = []
        yield partial(desk.assign, store, REVIEWER, _draw(random, claims), "cleo")
        yield partial(desk.triage, store, REVIEWER, _draw(random, claims))
        yield partial(desk.start_review, store, REVIEWER, claim)
        yield partial(desk.decide, store, REVIEWER, claim, Status.SUPPORTED, _RATIONALE)
        yield partial(desk.attach_evidence, store, CONTRIBUTOR, _draw(random, claims), _EVIDENCE)
        yield partial(_record, store, _write_article(random, words), settings, told)
        yield partial(desk.assess_claims, store, MACHINE, told)


_RATIONALE = "Two registers and a photograph agree."
_EVIDENCE = EvidenceDraft(
    relation=Relation.SUPPORTS,
    kind=EvidenceKind.RECORD,
    reliability=Reliability.B,
    credibility=3,
    url="https://records.example/ship",
    title="Port register",
    source="Port register",
)


def _draw(random: Random, claims: int) -> int:
    return random.randint(1, claims)


def _record(
    store: Store, article: tuple[Material, Extraction], settings: Settings, told: list[int]
) -> None:
    """Join or open the claims of an article; ``told`` takes their ids."""
    told += desk.record_document(store, MACHINE, *article, settings=settings).claim_ids


def _write_article(random: Random, words: Words) -> tuple[Material, Extraction]:
    """An article that tells some claims."""
    text = ""
    drafts, findings = [], []
    for number in range(STANCES):
        sentence = words.write_claim()
        party = random.choice(words.states)
        quote = f"{party} said that {sentence}"
        drafts.append(ClaimDraft(id=f"c{number}", text=sentence))
        start = len(text)
        text += f"{quote} "
        span = Span.cut(text, start, start + len(quote))
        findings.append(Finding(claim=f"c{number}", span=span, party=party, stance=Stance.ALLEGES))
    digest = hashlib.sha256(f"{random.random()} {text}".encode()).hexdigest()
    capture = CaptureInfo(
        sha256=digest,
        name="article.txt",
        media_type="text/plain",
        size_bytes=len(text),
        captured_at=utcnow(),
    )
    material = Material(
        capture=capture,
        document=Document(text=text, outlet="outlet-000", outlet_name="Outlet 000"),
        name="article.txt",
    )
    extraction = Extraction(extractor="rules/1", claims=tuple(drafts), findings=tuple(findings))
    return material, extraction
