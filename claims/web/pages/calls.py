"""Each act of a claim's page as one call of the desk. What it answers is told to the person."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from claims import desk, views
from claims.desk import Actor, EvidenceDraft, Expected
from claims.model import EvidenceKind, Relation, Reliability, Stage, Status
from claims.settings import Settings
from claims.store import Store
from claims.views import RangeError
from claims.web.pages import words
from claims.web.pages.typed import MistypedError, Typed

Call = Callable[[Store, Actor, int, Typed, Expected, Settings], str]
"""Record, who, which claim, what was typed, what the page showed, settings: what to tell."""


def _triage(
    store: Store, actor: Actor, claim: int, typed: Typed, expected: Expected, _: Settings
) -> str:
    desk.triage(store, actor, claim, typed.line("reason"), expected)
    return "Triaged."


def _assign(
    store: Store, actor: Actor, claim: int, typed: Typed, expected: Expected, _: Settings
) -> str:
    assignee = desk.find_person(store, typed.line("assignee", "To whom"))
    desk.assign(store, actor, claim, assignee, typed.line("reason"), expected)
    return f"Assigned to {assignee}."


def _review(
    store: Store, actor: Actor, claim: int, typed: Typed, expected: Expected, _: Settings
) -> str:
    desk.start_review(store, actor, claim, typed.line("reason"), expected)
    return "In review, by you."


def _decide(
    store: Store, actor: Actor, claim: int, typed: Typed, expected: Expected, _: Settings
) -> str:
    status = typed.choice("status", "Status", Status)
    desk.decide(store, actor, claim, status, typed.line("rationale", "Rationale"), expected)
    return f"Decided: {words.STATUSES[status].word}. Another person approves it."


def _approve(
    store: Store, actor: Actor, claim: int, typed: Typed, expected: Expected, settings: Settings
) -> str:
    moved = desk.approve(store, actor, claim, typed.line("reason"), expected, settings)
    if moved.target is Stage.CHALLENGED:
        return f"Approved, and challenged at once. {moved.notes[-1]}"
    return "Approved. It can be published."


def _publish(
    store: Store, actor: Actor, claim: int, typed: Typed, expected: Expected, _: Settings
) -> str:
    desk.publish(store, actor, claim, typed.line("reason"), expected)
    return "Published."


def _reopen(
    store: Store, actor: Actor, claim: int, typed: Typed, expected: Expected, _: Settings
) -> str:
    desk.reopen(store, actor, claim, typed.line("reason", "Reason"), expected)
    return "Back in review. The decision is shown until a new one replaces it."


def _challenge(
    store: Store, actor: Actor, claim: int, typed: Typed, expected: Expected, _: Settings
) -> str:
    moved = desk.challenge(store, actor, claim, typed.line("reason", "Reason"), expected)
    if moved.source is not Stage.PUBLISHED:
        return "Challenged."
    return "Challenged. What was published of it is marked as under review."


def _park(
    store: Store, actor: Actor, claim: int, typed: Typed, expected: Expected, _: Settings
) -> str:
    desk.park(store, actor, claim, typed.line("reason", "Reason"), expected)
    return "Laid aside."


def _unpark(
    store: Store, actor: Actor, claim: int, typed: Typed, expected: Expected, _: Settings
) -> str:
    moved = desk.unpark(store, actor, claim, typed.line("reason"), expected)
    return f"Taken up again: {words.STAGES[moved.target].word}."


def _merge(
    store: Store, actor: Actor, claim: int, typed: Typed, expected: Expected, _: Settings
) -> str:
    into = typed.number("into", "Into claim number")
    opposite = bool(typed.line("opposite"))
    reason = typed.line("reason", "Reason")
    desk.merge_claims(store, actor, claim, into, reason, opposite=opposite, expected=expected)
    return f"Claim {claim} counts under claim {into} now."


def _split(
    store: Store, actor: Actor, claim: int, typed: Typed, expected: Expected, _: Settings
) -> str:
    text = typed.line("text", "The new claim's sentence")
    reason = typed.line("reason", "Reason")
    new = desk.split_claim(store, actor, claim, text, typed.ticked(), reason, expected)
    return f"Split: claim {new} is new."


def _evidence(
    store: Store, actor: Actor, claim: int, typed: Typed, expected: Expected, _: Settings
) -> str:
    desk.attach_evidence(store, actor, claim, read_draft(store, typed))
    return "Evidence attached, and the claim assessed anew."


CALLS: Mapping[str, Call] = {
    "triage": _triage,
    "assign": _assign,
    "review": _review,
    "decide": _decide,
    "approve": _approve,
    "publish": _publish,
    "reopen": _reopen,
    "challenge": _challenge,
    "park": _park,
    "unpark": _unpark,
    "evidence": _evidence,
    "merge": _merge,
    "split": _split,
}


def read_draft(store: Store, typed: Typed) -> EvidenceDraft:
    """Evidence as typed. MistypedError where its kind lacks something, or the passage is not
    in the document word for word."""
    kind = typed.choice("kind", "What it is", EvidenceKind)
    document = start = end = None
    if kind is EvidenceKind.SPAN:
        document = typed.number("document", "Document number")
        start, end = find_passage(store, document, typed.line("quote", "The passage"))
    url = None if kind is EvidenceKind.SPAN else read_url(typed)
    return EvidenceDraft(
        relation=typed.choice("relation", "How it bears on the claim", Relation),
        kind=kind,
        reliability=typed.choice("reliability", "How reliable the source is", Reliability),
        credibility=read_credibility(typed),
        document_id=document,
        start=start,
        end=end,
        url=url,
        title=typed.line("title"),
        note=typed.line("note"),
        source=typed.line("source") or None,
    )


def find_passage(store: Store, document_id: int, quote: str) -> tuple[int, int]:
    """Where a passage stands in a document. MistypedError where it does not, or often."""
    if not quote:
        raise MistypedError("The passage: fill it in.")
    try:
        return views.find_quote(store, document_id, quote)
    except RangeError as error:
        raise MistypedError(f"The passage: {error}.") from error


def read_url(typed: Typed) -> str:
    """A web address. MistypedError for anything else: ``javascript:`` must never be a link."""
    url = typed.line("url", "Address")
    if not url.lower().startswith(("https://", "http://")) or len(url) > 2_000:
        raise MistypedError("Address: give the whole address, from https:// on.")
    return url


def read_credibility(typed: Typed) -> int:
    """The Admiralty code's digit."""
    text = typed.line("credibility", "How credible this item is")
    if text not in {str(number) for number in words.CREDIBILITIES}:
        raise MistypedError(f"How credible this item is: {text[:40]!r} is not 1 to 6.")
    return int(text)
