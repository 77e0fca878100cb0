"""What could not be worked through: kept with its reason, answered by a retry or a person."""

from __future__ import annotations

import hashlib

from sqlmodel import Session, col, select

from claims.desk.checks import REVIEWING, require_role
from claims.desk.errors import AlreadyAnsweredError, NotOnRecordError, RefusedInputError
from claims.desk.values import FailureDraft, Material
from claims.model import Finding
from claims.status import Actor
from claims.store import Store, Transaction
from claims.store.among import among
from claims.store.facts import Failure, FailureAnswer
from claims.store.reading import find_by_keys

STEPS = ("read", "extract", "record")
MAX_KEY_BYTES = 2500
"""PostgreSQL's index takes 2,704 bytes."""
KEPT_BYTES = 200
"""Of a longer key, before its digest."""
RECOVERED = "recovered"
"""A later run worked the input through."""
GIVEN_UP = "given_up"
"""A person said that it will not be worked through."""


def record_failure(store: Store, actor: Actor, failure: FailureDraft) -> int:
    """Record that an input failed. The same reason still open is not recorded twice.

    Returns the id of the open failure.
    """
    key = failure_key(failure.step, failure.capture_sha256 or failure.name, failure.item)
    with store.write(actor=actor.name, action="record_failure", note=failure.name) as tx:
        for held in open_failures(tx.session, [key]):
            same = (held.reason, held.outlet) == (failure.reason, failure.outlet)
            if same and held.id is not None:
                return held.id
        return tx.add(Failure(**failure.model_dump(), dedup_key=key, at=tx.now))


def answer_failure(store: Store, actor: Actor, failure_id: int, outcome: str = GIVEN_UP) -> None:
    """Close an open failure by hand. Raises DeskError where it is unknown or closed."""
    require_role(actor, "answer a failure", REVIEWING)
    if outcome not in (RECOVERED, GIVEN_UP):
        raise RefusedInputError(f"outcome {outcome!r} is neither {RECOVERED} nor {GIVEN_UP}.")
    with store.write(actor=actor.name, action="answer_failure") as tx:
        row = tx.session.get(Failure, failure_id)
        if row is None:
            raise NotOnRecordError("failure", failure_id)
        before = tx.session.exec(
            select(FailureAnswer.outcome).where(col(FailureAnswer.failure_id) == failure_id)
        ).first()
        if before is not None:
            raise AlreadyAnsweredError("failure", failure_id, before)
        _answer(tx, row, outcome, actor.name)


def failure_key(step: str, source: str, item: str) -> str:
    """One key for one input's failing at one step; ``source`` is its digest, or its name.

    A longer one than an index takes is its beginning and a digest of the whole.
    """
    key = f"{step}:{source}:{item}".encode()
    if len(key) <= MAX_KEY_BYTES:
        return key.decode()
    digest = hashlib.sha256(key).hexdigest()
    return f"{key[:KEPT_BYTES].decode(errors='ignore')}:{digest}"


def open_failures(session: Session, keys: list[str]) -> list[Failure]:
    """Failures under those keys that nobody answered, oldest first."""
    answered = select(FailureAnswer.failure_id)
    asked = (
        select(Failure)
        .where(among(col(Failure.dedup_key)), col(Failure.id).not_in(answered))
        .order_by(col(Failure.id))
    )
    return find_by_keys(session, asked, keys)


def settle_failures(tx: Transaction, actor: Actor, material: Material) -> None:
    """Answer what failed before and is worked through now.

    That is the item itself, at whatever step, and what an earlier reading of it found that
    did not stand in its text.
    """
    capture = material.capture
    sources = dict.fromkeys((capture.sha256, capture.name, material.name))
    keys = [failure_key(step, source, material.item) for step in STEPS for source in sources]
    of_item = tx.session.exec(
        select(Failure.dedup_key).where(
            col(Failure.capture_sha256) == capture.sha256, col(Failure.item) == material.item
        )
    )
    for held in open_failures(tx.session, sorted({*keys, *of_item})):
        _answer(tx, held, RECOVERED, actor.name)


def refuse_finding(tx: Transaction, material: Material, finding: Finding, extractor: str) -> str:
    """Record a finding whose span does not stand in the text as a failure. Returns the reason."""
    span = finding.span
    reason = (
        f"{extractor} quotes {span.exact[:80]!r} at {span.start}:{span.end}, where the text reads"
        f" {material.document.text[span.start : span.end][:80]!r}; the position of"
        f" {finding.party!r} was not recorded."
    )
    source = f"{material.capture.sha256}:{extractor}:{span.start}:{span.end}:{finding.party}"
    tx.add(
        Failure(
            name=material.name,
            item=material.item,
            step="record",
            reason=reason,
            capture_sha256=material.capture.sha256,
            dedup_key=failure_key("record", source, material.item),
            at=tx.now,
        )
    )
    return reason


def _answer(tx: Transaction, failure: Failure, outcome: str, actor: str) -> None:
    if failure.id is not None:
        tx.add(FailureAnswer(failure_id=failure.id, outcome=outcome, actor=actor, at=tx.now))
