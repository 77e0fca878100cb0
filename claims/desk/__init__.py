"""The desk: everything that may change the record, and the only writer.

Material comes in through ``record_document`` and ``record_reviews``; claims
are assessed by ``assess_claims``; people work through the functions of the
review, merging, evidence and corrections. Every refusal is a ``DeskError``
whose sentence says what to do.
"""

from claims.desk.access import (
    NewSession,
    NewToken,
    close_session,
    find_person,
    make_token,
    open_session,
    revoke_token,
)
from claims.desk.answers import Answer, AtWorkError, keep_answer, reserve_answer
from claims.desk.assess import assess_claims
from claims.desk.claims import merge_claims, move_stances, split_claim, unmerge_claims
from claims.desk.corrections import answer_proposal, correct_stance
from claims.desk.errors import (
    AlreadyAnsweredError,
    DeskError,
    MoveRefusedError,
    NotAllowedError,
    NotOnRecordError,
    RefusedInputError,
    StaleClaimError,
)
from claims.desk.evidence import attach_evidence, propose_evidence, withdraw
from claims.desk.failures import answer_failure, record_failure
from claims.desk.moves import Expected, Moved
from claims.desk.parties import merge_parties, unmerge_parties
from claims.desk.record import find_known, record_document
from claims.desk.rereading import REVIEWS_READER
from claims.desk.review import (
    REOPENED,
    approve,
    assign,
    challenge,
    decide,
    park,
    publish,
    reopen,
    start_review,
    triage,
    unpark,
)
from claims.desk.reviews import record_reviews
from claims.desk.values import (
    AssessmentChange,
    CaptureInfo,
    EvidenceDraft,
    EvidenceFound,
    FailureDraft,
    Material,
    Recorded,
    Review,
    StanceCorrection,
)
from claims.status import Actor, Role, Scope

__all__ = [
    "REOPENED",
    "REVIEWS_READER",
    "Actor",
    "AlreadyAnsweredError",
    "Answer",
    "AssessmentChange",
    "AtWorkError",
    "CaptureInfo",
    "DeskError",
    "EvidenceDraft",
    "EvidenceFound",
    "Expected",
    "FailureDraft",
    "Material",
    "MoveRefusedError",
    "Moved",
    "NewSession",
    "NewToken",
    "NotAllowedError",
    "NotOnRecordError",
    "Recorded",
    "RefusedInputError",
    "Review",
    "Role",
    "Scope",
    "StaleClaimError",
    "StanceCorrection",
    "answer_failure",
    "answer_proposal",
    "approve",
    "assess_claims",
    "assign",
    "attach_evidence",
    "challenge",
    "close_session",
    "correct_stance",
    "decide",
    "find_known",
    "find_person",
    "keep_answer",
    "make_token",
    "merge_claims",
    "merge_parties",
    "move_stances",
    "open_session",
    "park",
    "propose_evidence",
    "publish",
    "record_document",
    "record_failure",
    "record_reviews",
    "reopen",
    "reserve_answer",
    "revoke_token",
    "split_claim",
    "start_review",
    "triage",
    "unmerge_claims",
    "unmerge_parties",
    "unpark",
    "withdraw",
]
