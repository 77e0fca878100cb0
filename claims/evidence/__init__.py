"""Origins, grading and retrieval of evidence. Pure."""

from claims.evidence.fingerprints import Fingerprint, bands, fingerprint, near_copy
from claims.evidence.grading import Basis, Grade, grade, read_basis
from claims.evidence.origins import KnownOrigin, Origin, assign_origin, credited_origin
from claims.evidence.ratings import RatingMeaning, read_rating
from claims.evidence.retrieval import (
    Passage,
    Proposal,
    ScoredPassage,
    propose_relation,
    score_passages,
    split_passages,
)

__all__ = [
    "Basis",
    "Fingerprint",
    "Grade",
    "KnownOrigin",
    "Origin",
    "Passage",
    "Proposal",
    "RatingMeaning",
    "ScoredPassage",
    "assign_origin",
    "bands",
    "credited_origin",
    "fingerprint",
    "grade",
    "near_copy",
    "propose_relation",
    "read_basis",
    "read_rating",
    "score_passages",
    "split_passages",
]
