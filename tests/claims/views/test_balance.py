"""Evidence counts by origin; copies are folded, never lost."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.model import Relation
from claims.views.balance import EvidenceItem, group_by_origin, weigh

MakeEvidence = Callable[..., EvidenceItem]
SUPPORTS, UNDERMINES, CONTEXT = Relation.SUPPORTS, Relation.UNDERMINES, Relation.CONTEXT


def test_five_copies_of_one_wire_are_one_origin(make_evidence: MakeEvidence) -> None:
    groups = group_by_origin(make_evidence(number, 1, SUPPORTS) for number in range(1, 6))
    (group,) = groups
    (piece,) = group.pieces
    assert piece.lead.evidence_id == 1
    assert [copy.evidence_id for copy in piece.copies] == [2, 3, 4, 5]
    assert weigh(groups).supports == 1
    assert weigh(groups).items == 5


def test_best_graded_piece_stands_in_front(make_evidence: MakeEvidence) -> None:
    (group,) = group_by_origin(
        [
            make_evidence(1, 1, SUPPORTS, "C3"),
            make_evidence(2, 1, SUPPORTS, "A1"),
            make_evidence(3, 1, SUPPORTS, "B2"),
        ]
    )
    assert group.pieces[0].lead.evidence_id == 2


def test_origin_on_both_sides_counts_on_both(make_evidence: MakeEvidence) -> None:
    groups = group_by_origin([make_evidence(1, 1, UNDERMINES), make_evidence(2, 1, SUPPORTS)])
    balance = weigh(groups)
    assert (balance.supports, balance.undermines) == (1, 1)
    assert [piece.lead.relation for piece in groups[0].pieces] == [SUPPORTS, UNDERMINES]


def test_strong_means_graded_a_or_b_and_1_or_2(make_evidence: MakeEvidence) -> None:
    balance = weigh(
        group_by_origin(
            [
                make_evidence(1, 1, UNDERMINES, "B2"),
                make_evidence(2, 2, UNDERMINES, "B3"),
                make_evidence(3, 3, UNDERMINES, "C1"),
                make_evidence(4, 4, CONTEXT, "A1"),
            ]
        )
    )
    assert (balance.undermines, balance.strong_undermines) == (3, 1)
    assert (balance.context, balance.strong_supports) == (1, 0)


def test_no_evidence_weighs_nothing() -> None:
    assert weigh(group_by_origin([])).items == 0


@given(data=st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nothing_is_lost_and_nothing_doubled(
    make_evidence: MakeEvidence, data: st.DataObject
) -> None:
    piece = st.tuples(
        st.integers(1, 4), st.sampled_from(Relation), st.sampled_from(["A1", "B3", "F6"])
    )
    pieces = data.draw(st.lists(piece, max_size=20))
    groups = group_by_origin(
        make_evidence(number, origin, relation, grade)
        for number, (origin, relation, grade) in enumerate(pieces)
    )
    told = [
        item.evidence_id
        for group in groups
        for piece in group.pieces
        for item in (piece.lead, *piece.copies)
    ]
    assert sorted(told) == list(range(len(pieces)))
    sides = {(origin, relation) for origin, relation, _ in pieces}
    assert sum(len(group.pieces) for group in groups) == len(sides)
