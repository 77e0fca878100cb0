"""When new material calls a decision into question."""

from typing import Any

import pytest

from claims.desk.contrary import find_contrary
from claims.model import Stance, Status
from claims.policy import StanceInput

S = Status


def said(row_id: int, party: str, stance: str, named: bool = True) -> StanceInput:
    return StanceInput(id=row_id, party=party, stance=Stance(stance), named=named)


@pytest.mark.parametrize(
    ("decided", "then", "now", "contrary", "why"),
    [
        (S.REFUTED, S.CONTESTED, S.SUPPORTED, True, "the evidence turned"),
        (S.SUPPORTED, S.SUPPORTED, S.CONTESTED, True, "evidence against it came in"),
        (S.UNVERIFIABLE, S.UNVERIFIED, S.SUPPORTED, True, "it could be verified after all"),
        (S.ACKNOWLEDGED, S.ACKNOWLEDGED, S.CONTESTED, True, "somebody denies it now"),
        (S.REFUTED, S.CONTESTED, S.CONTESTED, False, "the person knew that it was contested"),
        (S.REFUTED, S.CONTESTED, S.REFUTED, False, "the evidence now says the same"),
        (S.SUPPORTED, S.SUPPORTED, S.UNVERIFIED, False, "less evidence speaks against nothing"),
        (S.SUPPORTED, None, S.SUPPORTED, False, "never assessed before, and it agrees"),
    ],
)
def test_a_changed_suggestion(
    decided: Status, then: Status | None, now: Status, contrary: bool, why: str
) -> None:
    assert (find_contrary(decided, then, now, [], []) is not None) is contrary, why


DENIAL = said(2, "northland", "denies")


@pytest.mark.parametrize(
    ("decided", "stances", "denied_then", "contrary", "why"),
    [
        (S.SUPPORTED, [DENIAL], [], True, "a first denial after the decision"),
        (S.SUPPORTED, [DENIAL], ["southland"], True, "somebody else denied it before"),
        (S.SUPPORTED, [DENIAL], ["northland"], False, "known when it was decided"),
        (S.SUPPORTED, [said(2, "somebody", "denies", named=False)], [], False, "nobody is named"),
        (S.SUPPORTED, [said(2, "northland", "declines_to_comment")], [], False, "no position"),
        (S.REFUTED, [said(2, "northland", "alleges")], [], False, "repeating proves nothing"),
        (S.MISLEADING, [DENIAL], [], False, "a denial of a misleading claim is no news"),
    ],
)
def test_a_new_denial(
    decided: Status, stances: Any, denied_then: Any, contrary: bool, why: str
) -> None:
    found = find_contrary(decided, S.UNVERIFIED, S.UNVERIFIED, stances, denied_then)
    assert (found is not None) is contrary, why


def test_the_reason_names_who_and_what() -> None:
    found = find_contrary(S.SUPPORTED, S.SUPPORTED, S.SUPPORTED, [DENIAL], [])
    assert found == "Decided supported; since then northland denies it."
