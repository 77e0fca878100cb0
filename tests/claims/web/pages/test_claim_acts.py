"""The forms of a claim's page: through the desk, once, and nothing typed is ever lost."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest

from claims import desk, views
from claims.desk import Actor, Role
from claims.model import Relation, Stage, Stance, Status
from claims.status import Scope
from claims.store import Store

LogIn = Callable[..., Any]
WHY = "The harbour register shows the ships."
BO = Actor(name="Bo", role=Role.ADMIN)


@pytest.fixture
def claim(seed: Any) -> int:
    """A new claim with two positions."""
    with seed.together():
        number: int = seed.claim("Northland ships grain through the strait.")
        seed.stance(number, "Northland", Stance.ALLEGES)
        seed.stance(number, "Southland", Stance.DENIES, outlet="gazette")
    return number


def send(browser: Any, claim: int, act: str, **fields: str) -> Any:
    """Fill in a form of the claim's page as a browser does, hidden fields and all."""
    address = f"/claims/{claim}/acts/{act}"
    shown = f"/claims/{claim}" if act == "unmerge" else address
    page = browser.get(shown).text
    hidden = dict(re.findall(r'<input type="hidden" name="(head|stage)" value="(\w+)"', page))
    return browser.fill_in(address, shown, **{**hidden, **fields})


def standing(store: Store, claim: int) -> tuple[Stage, Status]:
    now = views.claim(store, claim).standing
    return now.stage, now.status


def test_the_whole_way_by_two_people(log_in: LogIn, store: Store, claim: int) -> None:
    ana, bo = log_in("Ana", Scope.REVIEW), log_in("Bo", Scope.APPROVE, Scope.REVIEW)
    steps: list[tuple[Any, str, dict[str, str], Stage]] = [
        (ana, "triage", {}, Stage.TRIAGED),
        (ana, "assign", {"assignee": "Ana"}, Stage.ASSIGNED),
        (ana, "review", {}, Stage.IN_REVIEW),
        (ana, "decide", {"status": "refuted", "rationale": WHY}, Stage.DECIDED),
        (bo, "approve", {"reason": "Read it."}, Stage.APPROVED),
        (bo, "publish", {}, Stage.PUBLISHED),
        (bo, "challenge", {"reason": "A new photograph came in."}, Stage.CHALLENGED),
        (ana, "reopen", {"reason": "The photograph is real."}, Stage.IN_REVIEW),
        (ana, "park", {"reason": "Waiting for the port."}, Stage.PARKED),
        (ana, "unpark", {}, Stage.IN_REVIEW),
    ]
    for browser, act, fields, stage in steps:
        answer = send(browser, claim, act, **fields)
        assert (answer.status_code, answer.headers.get("location")) == (303, f"/claims/{claim}"), (
            act
        )
        assert standing(store, claim)[0] is stage, act
    assert standing(store, claim)[1] is Status.REFUTED
    page = ana.get(f"/claims/{claim}").text
    assert "Taken up again: in review." in page, "what was done is told once"
    assert "Taken up again: in review." not in ana.get(f"/claims/{claim}").text


def test_who_decided_does_not_approve(log_in: LogIn, store: Store, claim: int) -> None:
    ana = log_in("Ana", Scope.REVIEW, Scope.APPROVE)
    assert send(ana, claim, "decide", status="refuted", rationale=WHY).status_code == 303
    page = ana.get(f"/claims/{claim}").text
    assert "Ana decided it, so another person must approve it" in unescape(page)
    answer = send(log_in("Ana", Scope.APPROVE), claim, "triage")
    assert answer.status_code == 403
    form = re.search(r'name="csrf" value="(\w+)"', page)
    assert form is not None
    fields = {"csrf": form[1], "head": str(views.ledger_head(store)), "stage": "decided"}
    refused = ana.post(f"/claims/{claim}/acts/approve", data=fields)
    assert refused.status_code == 422
    assert "another person must approve it" in unescape(refused.text)
    assert standing(store, claim)[0] is Stage.DECIDED


@pytest.mark.parametrize(
    ("scopes", "act", "fields"),
    [
        ((), "challenge", {"reason": WHY}),
        ((Scope.CONTRIBUTE,), "challenge", {"reason": WHY}),
        ((), "evidence", {}),
        ((Scope.CONTRIBUTE,), "decide", {"status": "refuted", "rationale": WHY}),
        ((Scope.CONTRIBUTE,), "merge", {"into": "2", "reason": WHY}),
        ((Scope.REVIEW,), "approve", {}),
        ((Scope.REVIEW,), "publish", {}),
    ],
)
def test_an_act_takes_its_scope(
    log_in: LogIn, store: Store, claim: int, scopes: tuple[Scope, ...], act: str, fields: Any
) -> None:
    browser = log_in("Cy", *scopes)
    answer = browser.fill_in(f"/claims/{claim}/acts/{act}", "/", **fields, head="1", stage="new")
    assert answer.status_code == 403
    assert standing(store, claim)[0] is Stage.NEW


def test_a_stale_form_shows_what_changed_and_keeps_what_was_typed(
    log_in: LogIn, store: Store, claim: int
) -> None:
    ana = log_in("Ana", Scope.REVIEW)
    head = str(views.claim(store, claim).head)
    desk.assign(store, BO, claim, "Bo")
    typed = {"head": head, "stage": "new", "status": "misleading", "rationale": WHY + " <b>&"}
    answer = ana.fill_in(f"/claims/{claim}/acts/decide", f"/claims/{claim}", **typed)
    page = unescape(answer.text)
    assert answer.status_code == 409
    assert "Bo moved it from triaged to assigned" in page
    assert "Nothing was written." in page
    assert f"{WHY} <b>&</textarea>" in page
    assert f"{WHY} <b>" not in answer.text, "escaped"
    assert re.search(r'<option value="misleading" selected', answer.text)
    assert standing(store, claim)[0] is Stage.ASSIGNED
    fresh = dict(re.findall(r'name="(head|stage)" value="(\w+)"', answer.text))
    assert fresh == {"head": str(views.claim(store, claim).head), "stage": "assigned"}
    again = ana.fill_in(f"/claims/{claim}/acts/decide", f"/claims/{claim}", **{**typed, **fresh})
    assert again.status_code == 303
    assert standing(store, claim) == (Stage.DECIDED, Status.MISLEADING)


def test_a_stale_form_that_cannot_be_sent_again_still_shows_what_was_typed(
    log_in: LogIn, store: Store, claim: int
) -> None:
    ana = log_in("Ana", Scope.REVIEW)
    head = str(views.claim(store, claim).head)
    desk.decide(store, BO, claim, Status.REFUTED, WHY)
    typed = {"head": head, "stage": "new", "status": "supported", "rationale": "My own reasons."}
    answer = ana.fill_in(f"/claims/{claim}/acts/decide", f"/claims/{claim}", **typed)
    assert answer.status_code == 409
    assert "Bo decided refuted" in answer.text
    assert "This cannot be done now" in answer.text
    assert "My own reasons." in answer.text


@pytest.mark.parametrize(
    ("act", "fields", "told"),
    [
        ("decide", {"status": "refuted", "rationale": "short"}, "at least 10 characters"),
        ("park", {"reason": "dup"}, "give a reason of at least 10 characters."),
        ("merge", {"into": "2", "reason": "du"}, "Give a reason of at least 3 characters to merge"),
        ("decide", {"status": "doubtful", "rationale": WHY}, "is none of unverified"),
        ("decide", {"status": "refuted"}, "Rationale: fill it in"),
        ("decide", {"status": "refuted", "rationale": "x" * 20_001}, "at most 20000"),
        ("decide", {"status": "refuted", "rationale": WHY + "\x00"}, "NUL"),
        ("assign", {}, "To whom: fill it in"),
        ("park", {"reason": " "}, "Reason: fill it in"),
        ("merge", {"into": "many", "reason": WHY}, "is no number of a row"),
        ("merge", {"into": "9" * 30, "reason": WHY}, "is no number of a row"),
        ("merge", {"into": "1", "reason": WHY}, "cannot be merged into itself"),
        ("split", {"text": "The fleet left.", "reason": WHY}, "at least one"),
        ("evidence", {"kind": "record"}, "Address: fill it in"),
        (
            "evidence",
            {"kind": "record", "url": "javascript:alert(1)"},
            "give the whole address",
        ),
        (
            "evidence",
            {"kind": "span", "document": "1", "quote": "words that nobody said"},
            "holds this quote nowhere",
        ),
        ("decide", {"head": "", "status": "refuted", "rationale": WHY}, "head"),
        ("decide", {"stage": "lost", "status": "refuted", "rationale": WHY}, "is none of new"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(
    log_in: LogIn, store: Store, claim: int, act: str, fields: dict[str, str], told: str
) -> None:
    browser = log_in("Ana", Scope.REVIEW, Scope.CONTRIBUTE)
    before = views.ledger_head(store)
    answer = send(browser, claim, act, **fields)
    assert answer.status_code == 422
    page = unescape(answer.text)
    assert told in page
    assert "Nothing was written." in page
    for name in ("rationale", "quote", "text"):
        assert fields.get(name, "") in page, "still in its field"
    assert views.ledger_head(store) == before


def test_the_form_says_how_long_a_reason_must_be(log_in: LogIn, claim: int) -> None:
    browser = log_in("Ana", Scope.REVIEW)
    for act, least in (("park", 10), ("merge", 3)):
        page = browser.get(f"/claims/{claim}/acts/{act}").text
        assert f'minlength="{least}"' in page, act
        assert f"At least {least} characters" in page, act


EVIDENCE = {"relation": "undermines", "reliability": "A", "credibility": "1", "note": "See p. 3."}


def test_evidence_is_attached_by_address_and_by_passage(
    log_in: LogIn, store: Store, claim: int
) -> None:
    cy = log_in("Cy", Scope.CONTRIBUTE)
    record = {"kind": "record", "url": "https://port.example/log", "title": "Log", **EVIDENCE}
    assert send(cy, claim, "evidence", **record).status_code == 303
    passage = {"kind": "span", "document": "1", "quote": "The words of the document.", **EVIDENCE}
    assert send(cy, claim, "evidence", **passage).status_code == 303
    page = views.claim(store, claim)
    leads = {piece.lead.kind.value: piece.lead for group in page.evidence for piece in group.pieces}
    assert leads["record"].url == "https://port.example/log"
    assert leads["record"].relation is Relation.UNDERMINES
    assert leads["span"].exact == "The words of the document."
    assert page.standing.status is Status.REFUTED, "strong undermining evidence, none supporting"
    shown = cy.get(f"/claims/{claim}").text
    assert 'href="https://port.example/log" rel="noreferrer noopener external"' in shown


def test_merge_and_unmerge(log_in: LogIn, store: Store, seed: Any, claim: int) -> None:
    other = seed.claim("Grain goes through the strait on Northland's ships.")
    ana = log_in("Ana", Scope.REVIEW)
    assert send(ana, other, "merge", into=f"#{claim}", reason=WHY).status_code == 303
    page = ana.get(f"/claims/{other}").text
    assert f"Claim {other} counts under this one." in page
    head = str(views.claim(store, claim).head)
    fields = {"merged": str(other), "reason": "Not the same.", "head": head}
    refused = send(ana, claim, "unmerge", **{**fields, "reason": "no"})
    assert refused.status_code == 422
    assert "at least 3 characters to unmerge" in refused.text
    assert ">no</textarea>" in refused.text, "what was typed stands in its field"
    seed.stance(claim, "Northland", Stance.DENIES)
    stale = send(ana, claim, "unmerge", **fields)
    assert (stale.status_code, "Not the same." in stale.text) == (409, True)
    fields["head"] = str(views.claim(store, claim).head)
    answer = send(ana, claim, "unmerge", **fields)
    assert answer.headers["location"] == f"/claims/{other}"
    assert views.claim(store, other).claim_id == other


def test_split_takes_the_ticked_positions(log_in: LogIn, store: Store, claim: int) -> None:
    ana = log_in("Ana", Scope.REVIEW)
    page = ana.get(f"/claims/{claim}/acts/split").text
    boxes = re.findall(r'name="stances" value="(\d+)"', page)
    assert len(boxes) == 2
    answer = send(ana, claim, "split", text="Southland saw no ship.", stances=boxes[1], reason=WHY)
    assert answer.status_code == 303
    (new,) = views.claim(store, claim).split_into
    moved = views.claim(store, new)
    assert moved.text == "Southland saw no ship."
    assert [row.party.name for row in moved.matrix.rows] == ["Southland"]


@pytest.mark.parametrize(("button", "left"), [("accept", 1), ("refuse", 2)])
def test_the_machine_is_answered(
    log_in: LogIn, store: Store, seed: Any, claim: int, button: str, left: int
) -> None:
    other = seed.claim("Northland's ships carry grain through the strait.")
    proposal = seed.propose_merge(other, claim)
    ana = log_in("Ana", Scope.REVIEW)
    shown = ana.get(f"/claims/{claim}").text
    assert "The machine asks" in shown
    fields = {"proposal": str(proposal), "answer": button, "reason": "Read both."}
    answer = ana.fill_in(f"/claims/{claim}/answers", f"/claims/{claim}", **fields)
    assert answer.status_code == 303
    assert views.counts(store).total == left
    assert not views.proposals(store)
    again = ana.fill_in(f"/claims/{claim}/answers", f"/claims/{claim}", **fields)
    assert again.status_code == 303
    page = ana.get(f"/claims/{claim}").text
    assert "answered before" in page
    assert "You wrote: Read both." in page


def test_an_answer_takes_the_scope_and_a_button(
    log_in: LogIn, store: Store, seed: Any, claim: int
) -> None:
    proposal = seed.propose_merge(seed.claim("The fleet left."), claim)
    cy, ana = log_in("Cy", Scope.CONTRIBUTE), log_in("Ana", Scope.REVIEW)
    fields = {"proposal": str(proposal), "answer": "accept"}
    assert cy.fill_in(f"/claims/{claim}/answers", "/", **fields).status_code == 403
    ana.fill_in(f"/claims/{claim}/answers", "/", proposal=str(proposal), answer="maybe")
    assert "Press accept or refuse." in ana.get(f"/claims/{claim}").text
    assert len(views.proposals(store)) == 1


def test_no_form_works_without_its_proof(log_in: LogIn, store: Store, claim: int) -> None:
    ana = log_in("Ana", Scope.REVIEW)
    fields = {"head": str(views.ledger_head(store)), "stage": "new"}
    for address in ("acts/triage", "answers", "acts/unmerge"):
        for proof in ({}, {"csrf": "0" * 64}):
            answer = ana.post(f"/claims/{claim}/{address}", data={**fields, **proof})
            assert answer.status_code == 403, address
    assert standing(store, claim)[0] is Stage.NEW


def test_unknown_acts_and_claims(log_in: LogIn, claim: int) -> None:
    ana = log_in("Ana", Scope.REVIEW)
    assert ana.get(f"/claims/{claim}/acts/bless").status_code == 404
    assert ana.get("/claims/99/acts/triage").status_code == 404
    answer = ana.fill_in("/claims/99/acts/triage", "/", head="1", stage="new")
    assert answer.status_code == 404


def test_only_what_may_be_done_is_open(log_in: LogIn, claim: int) -> None:
    page = log_in("Ana", Scope.REVIEW).get(f"/claims/{claim}").text
    todo, _, not_now = page.partition('<details class="closed"')
    assert re.findall(r'action="/claims/\d+/acts/(\w+)"', todo) == [
        *("triage", "assign", "review", "decide", "park", "merge"),
    ]
    for label, why in (
        ("Approve", "takes a claim that is decided; this one is new"),
        ("Attach evidence", "takes a token with the scope contribute"),
    ):
        assert re.search(rf"disabled[^>]*>{label}</button> <span[^>]*>{why}<", not_now), label
