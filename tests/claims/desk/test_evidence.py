"""Evidence, corrections, withdrawals, proposals: each with its reason, each once."""

from datetime import date, timedelta
from typing import Any

import pytest
from pydantic import ValidationError

from claims.desk import (
    Actor,
    AlreadyAnsweredError,
    CaptureInfo,
    EvidenceDraft,
    EvidenceFound,
    FailureDraft,
    NotAllowedError,
    NotOnRecordError,
    RefusedInputError,
    Role,
    StanceCorrection,
    answer_failure,
    answer_proposal,
    attach_evidence,
    correct_stance,
    propose_evidence,
    record_failure,
    withdraw,
)
from claims.model import Commitment, EvidenceKind, Relation, Reliability, Stance, utcnow
from claims.store.facts import (
    Assessment,
    Capture,
    ClaimMerge,
    Document,
    Evidence,
    Failure,
    Origin,
    Party,
    Proposal,
    StanceRow,
    Withdrawal,
)

CLAIM = "Northland supplies cement to Southland."
REPORT = "Customs counted nine barges of cement from Northland in March. The port confirmed it."


def draft(**changes: Any) -> EvidenceDraft:
    given = {
        "relation": Relation.SUPPORTS,
        "kind": EvidenceKind.RECORD,
        "reliability": Reliability.A,
        "credibility": 1,
        "url": "https://www.customs.example/march",
    }
    return EvidenceDraft(**{**given, **changes})


def found(claim_id: int, document_id: int, end: int = 62) -> EvidenceFound:
    return EvidenceFound(
        claim_id=claim_id,
        document_id=document_id,
        start=0,
        end=end,
        relation=Relation.SUPPORTS,
        score=9.5,
        reasons=("shares cement with the claim",),
    )


@pytest.fixture
def claim(desk: Any) -> int:
    told: int = desk.say(CLAIM, "Oskar Lund", "alleges")
    return told


@pytest.fixture
def report(desk: Any) -> int:
    told: int = desk.put(REPORT, outlet_name="Valley Post", outlet_reliability="B").document_id
    return told


def test_a_span_is_quoted_and_counts_under_its_documents_origin(
    desk: Any, claim: int, report: int
) -> None:
    span = draft(kind=EvidenceKind.SPAN, document_id=report, start=0, end=62, url=None)
    attach_evidence(desk.store, desk.ana, claim, span)
    row = desk.rows(Evidence)[0]
    assert row.exact == REPORT[:62]
    assert row.origin_id == desk.rows(Document)[-1].origin_id
    assert desk.board(claim).supports == 1


WIRED = "NEW DELHI, Feb 20 (PTI): Northland shipped cement at dawn. Nine barges left."
TOLD = "Northland shipped cement at dawn, Reuters reported. The port was closed."
QUOTE = "Northland shipped cement at dawn"
ONE_REPORT = [
    ("a credit beside the passage", TOLD, {"outlet": "bbc"}, "outlet:reuters"),
    ("no credit beside it", REPORT, {"outlet": "bbc"}, "outlet:bbc"),
    ("the dateline's wire", WIRED, {"outlet": "the-hindu"}, "outlet:pti"),
]


@pytest.mark.parametrize(("what", "text", "outlet", "origin"), ONE_REPORT)
def test_a_passage_counts_under_whom_the_text_credits(
    lite: Any, what: str, text: str, outlet: dict[str, str], origin: str
) -> None:
    claim = lite.say(CLAIM, "Oskar Lund", "alleges")
    document = lite.put(text, **outlet).document_id
    start = max(text.find(QUOTE), 0)
    span = draft(
        kind=EvidenceKind.SPAN, document_id=document, start=start, end=start + 20, url=None
    )
    attach_evidence(lite.store, lite.ana, claim, span)
    assert key_of_last(lite) == origin, what


ADDRESSES = [
    ("the report's own", "http://valley.example/march/", "outlet:pti"),
    ("another of its paper", "https://valley.example/april", "outlet:valley-post"),
    ("of a listed outlet", "https://www.reuters.com/world/x", "outlet:reuters"),
    ("of its other host", "https://graphics.reuters.com/x", "outlet:reuters"),
    ("of an organ", "http://kcna.kp/en/x", "party:kcna"),
    ("of nobody known", "https://notreuters.com/x", "site:notreuters.com"),
]


@pytest.mark.parametrize(("what", "url", "origin"), ADDRESSES)
def test_a_report_and_its_address_are_one_origin(
    lite: Any, what: str, url: str, origin: str
) -> None:
    claim = lite.put(
        WIRED,
        (CLAIM, "Oskar Lund", "alleges", QUOTE),
        outlet="valley-post",
        outlet_name="Valley Post",
        url="https://www.valley.example/march",
    ).claim_ids[0]
    attach_evidence(lite.store, lite.ana, claim, draft(url=url))
    assert key_of_last(lite) == origin, what


def test_an_origin_is_put_right_by_attaching_the_piece_anew(lite: Any) -> None:
    """What stands recorded is no other origin's later; a person may name another one."""
    told = lite.put(REPORT, (CLAIM, "Oskar Lund", "alleges", REPORT[:20]), outlet="bbc")
    passage: dict[str, Any] = {"kind": EvidenceKind.SPAN, "url": None, "start": 0, "end": 20}
    passage["document_id"] = told.document_id
    first = attach_evidence(lite.store, lite.ana, told.claim_ids[0], draft(**passage))
    assert key_of_last(lite) == "outlet:bbc"
    withdraw(lite.store, lite.ana, "evidence", first, "it is the agency's wire")
    attach_evidence(lite.store, lite.ana, told.claim_ids[0], draft(**passage, source="Reuters"))
    assert key_of_last(lite) == "outlet:reuters"
    assert lite.board(told.claim_ids[0]).supports == 1


def test_one_report_in_three_guises_never_supports(lite: Any) -> None:
    page = {"outlet": "reuters", "outlet_name": "Reuters", "url": "https://www.reuters.com/x"}
    told = lite.put(REPORT, (CLAIM, "Oskar Lund", "alleges", REPORT[:20]), **page)
    claim, paper = told.claim_ids[0], lite.put(TOLD, outlet="bbc").document_id
    passage: dict[str, Any] = {"kind": EvidenceKind.SPAN, "url": None, "start": 0, "end": 20}
    guises = ({"document_id": told.document_id}, {"document_id": paper})
    for each in (*(passage | guise for guise in guises), {"url": page["url"]}):
        attach_evidence(lite.store, lite.ana, claim, draft(**each))
    assert (lite.board(claim).supports, lite.board(claim).suggestion) == (3, "unverified")


def key_of_last(desk: Any) -> str:
    keys = {row.id: row.key for row in desk.rows(Origin)}
    return str(keys[desk.rows(Evidence)[-1].origin_id])


def test_the_reason_names_the_origins_and_no_titles(lite: Any) -> None:
    claim = lite.say(CLAIM, "Oskar Lund", "alleges")
    for number, more in enumerate(({"source": "Reuters"}, {}), start=1):
        attach_evidence(lite.store, lite.ana, claim, draft(title=f"Wire {number}", **more))
    reason = lite.rows(Assessment)[-1].reasons[0]
    assert reason == "2 independent strong origins support it: Reuters and customs.example."


@pytest.mark.parametrize(
    ("changes", "origin"),
    [
        ({"source": "Reuters"}, "outlet:reuters"),
        ({"source": "Planet Watch"}, "outlet:planet-watch"),
        ({}, "site:customs.example"),
        (
            {
                "kind": EvidenceKind.FILE,
                "url": None,
                "capture": CaptureInfo(
                    sha256="ab" * 32,
                    name="barges.jpg",
                    media_type="image/jpeg",
                    size_bytes=9,
                    captured_at="2024-03-01T00:00:00Z",
                ),
            },
            "file:" + "ab" * 32,
        ),
    ],
)
def test_evidence_from_elsewhere_names_its_origin(
    desk: Any, claim: int, changes: dict[str, Any], origin: str
) -> None:
    attach_evidence(desk.store, desk.ana, claim, draft(**changes))
    assert {row.id: row.key for row in desk.rows(Origin)}[
        desk.rows(Evidence)[0].origin_id
    ] == origin
    if "capture" in changes:
        assert desk.rows(Capture)[-1].name == "barges.jpg"


@pytest.mark.parametrize(
    "changes",
    [
        {"kind": EvidenceKind.SPAN},
        {"kind": EvidenceKind.FILE},
        {"kind": EvidenceKind.RECORD, "url": None},
        {"credibility": 7},
        {"reliability": "G"},
    ],
)
def test_evidence_without_what_its_kind_needs(changes: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        draft(**changes)


def test_evidence_that_is_refused_leaves_nothing(desk: Any, claim: int, report: int) -> None:
    outside = draft(kind=EvidenceKind.SPAN, document_id=report, start=0, end=9_000)
    with pytest.raises(RefusedInputError, match="outside"):
        attach_evidence(desk.store, desk.ana, claim, outside)
    with pytest.raises(RefusedInputError, match="'not a url' is no address"):
        attach_evidence(desk.store, desk.ana, claim, draft(url="not a url", source="Reuters"))
    with pytest.raises(NotOnRecordError, match="claim 99"):
        attach_evidence(desk.store, desk.ana, 99, draft())
    with pytest.raises(NotAllowedError):
        attach_evidence(desk.store, desk.machine, claim, draft())
    assert desk.rows(Evidence) == []


def test_withdrawn_evidence_counts_no_longer(desk: Any, claim: int) -> None:
    evidence = attach_evidence(desk.store, desk.ana, claim, draft(relation=Relation.UNDERMINES))
    assert desk.board(claim).status == "refuted"
    withdraw(desk.store, desk.ana, "evidence", evidence, "The list was of another year.")
    assert desk.board(claim).status == "unverified"
    with pytest.raises(RefusedInputError, match="Ana withdrew evidence"):
        withdraw(desk.store, desk.ana, "evidence", evidence, "Once more.")


def test_a_withdrawn_position_counts_no_longer(desk: Any, claim: int) -> None:
    desk.say(CLAIM, "Mara Pohl", "denies")
    assert desk.board(claim).status == "contested"
    withdraw(desk.store, desk.ana, "stance", 2, "She spoke of another river.")
    assert desk.board(claim).status == "unverified"
    assert [(row.what, row.row_id) for row in desk.rows(Withdrawal)] == [("stance", 2)]


@pytest.mark.parametrize(
    ("what", "row_id", "reason", "error"),
    [
        ("party", 1, "No such thing.", RefusedInputError),
        ("stance", 1, "", RefusedInputError),
        ("stance", 99, "Not there.", NotOnRecordError),
        ("evidence", 99, "Not there.", NotOnRecordError),
    ],
)
def test_withdrawals_that_are_refused(
    desk: Any, claim: int, what: str, row_id: int, reason: str, error: type[Exception]
) -> None:
    with pytest.raises(error):
        withdraw(desk.store, desk.ana, what, row_id, reason)


def test_a_correction_stands_for_the_old_row(desk: Any, claim: int) -> None:
    correction = StanceCorrection(value=Stance.DENIES, party="Mara Pohl")
    new = correct_stance(desk.store, desk.ana, 1, correction, "It was she, and she denied it.")
    old, row = desk.rows(StanceRow)
    assert (old.value, row.value, row.supersedes, row.id) == ("alleges", "denies", 1, new)
    assert row.recorded_by == "Ana"
    assert row.reasons[-1] == "Corrected by Ana: It was she, and she denied it."
    line = desk.board(claim)
    assert [(each["party"], each["value"]) for each in line.positions] == [("Mara Pohl", "denies")]
    with pytest.raises(RefusedInputError, match="stands for it now"):
        correct_stance(desk.store, desk.ana, 1, correction, "Once more.")


def test_a_correction_may_quote_another_span(desk: Any, claim: int) -> None:
    correction = StanceCorrection(start=0, end=9, commitment=Commitment.POSSIBLE)
    correct_stance(desk.store, desk.ana, 1, correction, "The quote was too long.")
    assert desk.rows(StanceRow)[-1].exact == "Number 0."
    assert desk.board(claim).commitment == "possible"


def test_a_correction_may_set_the_day_but_none_to_come(desk: Any, claim: int) -> None:
    day = date(2026, 2, 27)
    new = correct_stance(desk.store, desk.ana, 1, StanceCorrection(said_on=day), "The dateline.")
    assert desk.rows(StanceRow)[-1].said_on == day
    for ahead in (utcnow().date() + timedelta(days=2), date.max):
        correction = StanceCorrection(said_on=ahead)
        with pytest.raises(RefusedInputError, match=f"{ahead} lies ahead"):
            correct_stance(desk.store, desk.ana, new, correction, "The dateline.")


def test_a_correction_never_guesses_a_party(desk: Any, claim: int) -> None:
    with pytest.raises(RefusedInputError, match="by its key"):
        correct_stance(desk.store, desk.ana, 1, StanceCorrection(party="Georgia"), "It was they.")
    correct_stance(desk.store, desk.ana, 1, StanceCorrection(party="oskar-lund"), "By his key.")
    assert len(desk.rows(Party)) == 1


def test_a_correction_that_changes_nothing_is_none() -> None:
    with pytest.raises(ValidationError, match="change something"):
        StanceCorrection()
    with pytest.raises(ValidationError, match="both start and end"):
        StanceCorrection(start=3)


def test_a_passage_is_proposed_once(desk: Any, claim: int, report: int) -> None:
    assert propose_evidence(desk.store, desk.machine, [found(claim, report)]) == 1
    assert propose_evidence(desk.store, desk.machine, [found(claim, report)] * 2) == 0
    assert propose_evidence(desk.store, desk.machine, []) == 0
    assert desk.board(claim).proposals == 1
    answer_proposal(desk.store, desk.ana, 1, accepted=False, reason="Another year.")
    assert propose_evidence(desk.store, desk.machine, [found(claim, report)]) == 0
    assert desk.rows(Evidence) == []
    assert desk.board(claim).proposals == 0


def test_an_accepted_passage_becomes_evidence(desk: Any, claim: int, report: int) -> None:
    propose_evidence(desk.store, desk.machine, [found(claim, report)])
    answer_proposal(
        desk.store, desk.ana, 1, accepted=True, relation=Relation.UNDERMINES, credibility=2
    )
    row = desk.rows(Evidence)[0]
    assert (row.relation, row.reliability, row.credibility) == ("undermines", "B", 2)
    assert (row.exact, row.recorded_by) == (REPORT[:62], "Ana")
    assert desk.board(claim).status == "refuted"
    with pytest.raises(AlreadyAnsweredError, match="accepted by Ana"):
        answer_proposal(desk.store, desk.bo, 1, accepted=False)


def test_an_accepted_pair_is_merged_the_newer_into_the_older(desk: Any) -> None:
    first = desk.say("The mayor of Westbridge sold the old harbour.", "Oskar Lund", "alleges")
    text = "The mayor of Westbridge sold the old harbour to a shipping firm."
    desk.say(text, "Mara Pohl", "denies")
    assert len(desk.rows(Proposal)) == 1
    answer_proposal(desk.store, desk.ana, 1, accepted=True, reason="One sale only.")
    line = desk.board(first)
    assert (line.status, line.stances, line.proposals) == ("contested", 2, 0)


def test_what_the_machine_doubted_is_no_reason_of_the_merge(desk: Any) -> None:
    desk.say("The mayor of Westbridge sold the old harbour.", "Oskar Lund", "alleges")
    text = "The mayor of Westbridge sold the old harbour to a shipping firm."
    desk.say(text, "Mara Pohl", "denies")
    (proposal,) = desk.rows(Proposal)
    answer_proposal(desk.store, desk.ana, 1, accepted=True)
    (merge,) = desk.rows(ClaimMerge)
    noted = "; ".join(proposal.reasons)
    assert merge.reason == f"proposal 1 accepted; the machine had noted: {noted}"


def test_answering_takes_a_reviewer(desk: Any, claim: int, report: int) -> None:
    propose_evidence(desk.store, desk.machine, [found(claim, report)])
    visitor = Actor(name="Vera", role=Role.CONTRIBUTOR)
    with pytest.raises(NotAllowedError):
        answer_proposal(desk.store, visitor, 1, accepted=True)
    with pytest.raises(NotOnRecordError):
        answer_proposal(desk.store, desk.ana, 99, accepted=True)


def test_failures_are_answered_once(desk: Any) -> None:
    failure = FailureDraft(name="torn.pdf", step="read", reason="the file ends in mid-page")
    first = record_failure(desk.store, desk.machine, failure)
    other = failure.model_copy(update={"reason": "the file is empty"})
    assert record_failure(desk.store, desk.machine, other) != first
    assert len(desk.rows(Failure)) == 2
    answer_failure(desk.store, desk.ana, first)
    with pytest.raises(AlreadyAnsweredError, match="given_up"):
        answer_failure(desk.store, desk.ana, first)
    with pytest.raises(NotOnRecordError):
        answer_failure(desk.store, desk.ana, 99)
    with pytest.raises(RefusedInputError, match="neither"):
        answer_failure(desk.store, desk.ana, first, "forgotten")
