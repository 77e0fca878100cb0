"""The queue: what waits for whom, and proposals answered in place."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest

from claims import desk, views
from claims.model import EvidenceKind, Relation, Stage, Stance, Status
from claims.status import Actor, Role, Scope
from claims.store import Store
from claims.store.facts import Proposal, ProposalKind

HTMX = {"hx-request": "true"}


@pytest.fixture
def waiting(seed: Any) -> dict[str, int]:
    """Claims in every stage that waits, a proposal of each kind, a failure."""
    made: dict[str, int] = {}
    stages = {
        "anas": (Stage.IN_REVIEW, "Ana"),
        "bos": (Stage.ASSIGNED, "Bo"),
        "nobodys": (Stage.TRIAGED, None),
        "fresh": (None, None),
        "decided-by-ana": (Stage.DECIDED, None),
        "decided-by-bo": (Stage.DECIDED, None),
        "challenged": (Stage.CHALLENGED, None),
        "approved": (Stage.APPROVED, None),
    }
    with seed.together():
        for name, (stage, assignee) in stages.items():
            made[name] = seed.claim(f"The <i>{name}</i> claim stands here.")
            if name.startswith("decided"):
                seed.decide(made[name], Status.SUPPORTED, by=name.rpartition("-")[2].title())
            if stage is not None:
                seed.move(made[name], Stage.NEW, stage, assignee=assignee)
        made["same"] = seed.propose_merge(made["fresh"], made["nobodys"])
        text = "Words. The port register says so. End."
        document = seed.document(text)
        made["evidence"] = seed.add(
            Proposal(
                kind=ProposalKind.EVIDENCE,
                claim_id=made["fresh"],
                document_id=document,
                start=text.index("The port"),
                end=text.index(" End"),
                exact="The port register says so.",
                relation="supports",
                score=0.4,
                reasons=["it names the <b>port</b>"],
                dedup_key="evidence:1",
                at=seed.clock.moment,
            )
        )
        seed.fail()
    return made


def read_section(page: str, key: str) -> str:
    """A section of the page, empty where it is not there."""
    return page.partition(f'<section class="group" id="{key}"')[2].partition("</section>")[0]


def test_queue_is_grouped_by_whom_it_waits_for(log_in: Any, waiting: dict[str, int]) -> None:
    page = log_in("Ana", Scope.REVIEW).get("/queue").text
    for key, name in [
        ("mine", "anas"),
        ("challenged", "challenged"),
        ("approve", "decided-by-bo"),
        ("publish", "approved"),
        ("unassigned", "nobodys"),
        ("triage", "fresh"),
        ("others", "bos"),
    ]:
        section = read_section(page, key)
        assert f'href="/claims/{waiting[name]}"' in section, key
        assert section.count('href="/claims/') == 1, key
    assert "&lt;i&gt;fresh" in page
    assert "You decided 1 more" in read_section(page, "approve")
    assert "broken.pdf" in read_section(page, "look-at-failure")
    proposals = unescape(page.partition('id="proposals"')[2])
    assert "40 % of the claim's words; <bdi" in proposals
    assert re.search(r"\d+ % alike; ", proposals)
    others = log_in("Bo", Scope.REVIEW).get("/queue").text
    assert f'href="/claims/{waiting["bos"]}"' in read_section(others, "mine")
    assert f'href="/claims/{waiting["decided-by-ana"]}"' in read_section(others, "approve")


def test_queue_view_counts_what_it_shows(store: Store, waiting: dict[str, int]) -> None:
    queue = views.desk_queue(store, "Ana", limit=1)
    assert (queue.mine.waiting, queue.others.waiting, queue.own_decisions) == (1, 1, 1)
    assert (len(queue.proposals), queue.proposals_waiting) == (1, 2)
    assert queue.proposals[0].proposal_id == waiting["same"]
    alone = views.desk_queue(store, "Ana", desk_of_one=True)
    assert (alone.approve.waiting, alone.own_decisions) == (2, 0)
    assert not queue.is_empty
    item = queue.approve.items[0]
    assert (item.not_for, item.status_basis) == ("Bo", "decided")


def test_an_empty_queue_teaches(log_in: Any) -> None:
    page = log_in().get("/queue").text
    assert "Nothing waits" in page
    assert 'href="/runs"' in page


def test_without_the_scope_there_is_no_form(log_in: Any, waiting: dict[str, int]) -> None:
    reader = log_in("Cy")
    page = reader.get("/queue").text
    assert "Same: merge them" not in page
    assert "Leave it" not in page
    assert reader.post(f"/queue/proposals/{waiting['same']}").status_code == 403
    reader.cookies.clear()
    assert reader.get("/queue").headers["location"] == "/login?next=%2Fqueue"


def test_an_accepted_merge_merges(log_in: Any, store: Store, waiting: dict[str, int]) -> None:
    browser = log_in("Ana", Scope.REVIEW)
    answer = browser.fill_in(
        f"/queue/proposals/{waiting['same']}", "/queue", answer="accept", reason="one sentence"
    )
    assert (answer.status_code, answer.headers["location"]) == (303, "/queue#proposals")
    assert views.claim(store, waiting["fresh"]).claim_id == waiting["nobodys"]
    assert "Accepted" in browser.get("/queue").text


def test_accepted_evidence_is_attached_as_the_person_reads_it(
    log_in: Any, store: Store, waiting: dict[str, int]
) -> None:
    browser = log_in("Ana", Scope.REVIEW)
    assert "it names the &lt;b&gt;port" in browser.get("/queue").text
    browser.headers.update(HTMX)
    answer = browser.fill_in(
        f"/queue/proposals/{waiting['evidence']}",
        "/queue",
        answer="accept",
        relation="undermines",
    )
    assert answer.status_code == 200
    assert "<html" not in answer.text
    (group,) = views.claim(store, waiting["fresh"]).evidence
    (piece,) = group.pieces
    assert (piece.lead.relation, piece.lead.kind) == (Relation.UNDERMINES, EvidenceKind.SPAN)


def test_a_refused_proposal_is_gone(log_in: Any, store: Store, waiting: dict[str, int]) -> None:
    browser = log_in("Ana", Scope.REVIEW)
    answer = browser.fill_in(f"/queue/proposals/{waiting['same']}", "/queue", answer="refuse")
    assert answer.status_code == 303
    assert [each.proposal_id for each in views.proposals(store)] == [waiting["evidence"]]


def test_answered_before_is_a_409_and_loses_no_words(
    log_in: Any, store: Store, waiting: dict[str, int]
) -> None:
    browser = log_in("Ana", Scope.REVIEW)
    bo = Actor(name="Bo", role=Role.REVIEWER)
    desk.answer_proposal(store, bo, waiting["same"], accepted=False)
    here = f"/queue/proposals/{waiting['same']}"
    typed = {"answer": "accept", "reason": "careful <words>"}
    for headers in ({}, HTMX):
        browser.headers.update(headers)
        answer = browser.fill_in(here, "/queue", **typed)
        assert answer.status_code == 409
        assert "rejected by Bo" in answer.text
        assert "careful &lt;words&gt;" in answer.text


@pytest.mark.parametrize(
    ("number", "fields", "status", "said"),
    [
        (None, {}, 422, "Press one of the two buttons"),
        (None, {"answer": "perhaps"}, 422, "Press one of the two buttons"),
        (None, {"answer": "accept", "relation": "proves"}, 422, "is none of supports"),
        (999, {"answer": "accept"}, 404, "no proposal 999"),
    ],
)
def test_refusals(
    log_in: Any,
    waiting: dict[str, int],
    number: int | None,
    fields: dict[str, str],
    status: int,
    said: str,
) -> None:
    browser = log_in("Ana", Scope.REVIEW)
    here = f"/queue/proposals/{number or waiting['same']}"
    answer = browser.fill_in(here, "/queue", **fields)
    assert answer.status_code == status
    assert said in unescape(answer.text)


def test_a_merge_that_was_made_by_hand_cannot_be_accepted(
    log_in: Any, store: Store, seed: Any, waiting: dict[str, int]
) -> None:
    ana = Actor(name="Ana", role=Role.REVIEWER)
    desk.merge_claims(store, ana, waiting["fresh"], waiting["nobodys"], "the same words")
    answer = log_in("Ana", Scope.REVIEW).fill_in(
        f"/queue/proposals/{waiting['same']}", "/queue", answer="accept"
    )
    assert answer.status_code == 422
    assert "are one already" in answer.text


def test_many_new_claims_are_counted_and_cut(log_in: Any, seed: Any) -> None:
    with seed.together():
        for number in range(12):
            seed.stance(seed.claim(f"Tower {number} fell."), "Northland", Stance.ALLEGES)
    section = read_section(log_in().get("/queue").text, "triage")
    assert section.count('href="/claims/') == 10
    assert 'href="/?stage=new"' in section
