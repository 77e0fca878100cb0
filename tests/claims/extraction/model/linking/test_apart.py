"""Two stories of one text stay two claims, and each answer goes to what it answers."""

import pytest

from claims.extraction import extract
from claims.extraction.model.linking.apart import are_apart
from claims.extraction.model.linking.linked import are_contrary
from claims.extraction.wording.joining import claim_key
from claims.model import Document, Stance
from tests.claims.extraction.model.linking.standing import stand


@pytest.mark.parametrize(
    ("claim", "other", "apart"),
    [
        pytest.param("Lima shelled the port.", "Quito shelled the port.", True, id="another name"),
        pytest.param("Lima shelled Quito.", "Quito shelled Lima.", True, id="turned round"),
        pytest.param("The port was shelled.", "Lima shelled the port.", False, id="more told"),
        pytest.param("The mine will open.", "The mine will close.", True, id="contraries"),
        pytest.param("The mine will open.", "The mine will not open.", True, id="not so"),
        pytest.param("The mine will open.", "Rain fell on Oslo.", True, id="nothing in common"),
        pytest.param("The mine will open.", "The mine opens in May.", False, id="much the same"),
        pytest.param(
            "The army killed 30 farmers.", "The dead are fighters.", True, id="other dead"
        ),
        pytest.param("Orr is badly hurt.", "Orr was killed in Lima.", True, id="hurt or dead"),
        pytest.param("The mayor resigned.", "The mayor is at home.", True, id="a subject alone"),
        pytest.param(
            "The crash was caused by ice.", "The crash was caused by fog.", True, id="a verb alone"
        ),
        pytest.param(
            "The crash was caused by ice.", "Ice caused the crash.", False, id="the same reason"
        ),
        pytest.param("Prince Leo wed in secret.", "Leo was in Kenya.", True, id="elsewhere"),
    ],
)
def test_what_two_parties_tell(claim: str, other: str, apart: bool) -> None:
    assert are_apart(stand(claim, "Ana"), stand(other, "Ben")) is apart


@pytest.mark.parametrize(
    ("told", "answered", "own"),
    [
        (
            "Cole raped a student, prosecutors said.",
            "Cole admitted that he had kissed the student.",
            "Cole had kissed the student.",
        ),
        (
            "Police said Tom Reed robbed a bank.",
            "His mother, Ada Reed, said he was at home.",
            "Tom Reed was at home.",
        ),
        (
            "The Herald said Hale had stolen $2 million.",
            "Her lawyer said Hale was not in Peru.",
            "Hale was in Peru.",
        ),
        (
            "The president had a stroke, the Post said.",
            "The palace denied that the president had resigned.",
            "The president had resigned.",
        ),
    ],
)
def test_who_tells_of_something_else_answers_no_charge(told: str, answered: str, own: str) -> None:
    found = extract(Document(text=f"{told} {answered}"))
    claims = {claim.id: claim.text for claim in found.claims}
    charge, answer = (claims[finding.claim] for finding in found.findings)
    assert (charge != answer, answer) == (True, own)


@pytest.mark.parametrize(
    ("stance", "claim", "apart"),
    [
        pytest.param(Stance.DENIES, "The pilot was drunk.", True, id="a clause of something else"),
        pytest.param(Stance.DENIES, "The bridge fell.", False, id="a clause of the same"),
        pytest.param(Stance.DENIES, "", False, id="no words of its own"),
    ],
)
def test_a_clause_that_is_contested(stance: Stance, claim: str, apart: bool) -> None:
    assert are_apart(stand("The bridge fell.", "Ana"), stand(claim, "Ben", stance)) is apart
    assert are_apart(stand(claim, "Ben", stance), stand("The bridge fell.", "Ana")) is apart


@pytest.mark.parametrize(
    ("claim", "other", "contrary"),
    [
        ("The port is closed.", "The port was opened.", True),
        ("The port is closed.", "The port is shut.", False),
        ("The port is closed.", "The ferry sank.", False),
    ],
)
def test_contraries(claim: str, other: str, contrary: bool) -> None:
    assert are_contrary(claim, other) is contrary


def read(text: str) -> dict[str, set[tuple[str, str]]]:
    """(party, stance) by the claim's sentence."""
    found = extract(Document(text=text))
    told = {claim.id: claim.text for claim in found.claims}
    by_claim: dict[str, set[tuple[str, str]]] = {}
    for finding in found.findings:
        by_claim.setdefault(told[finding.claim], set()).add((finding.party, finding.stance.value))
    return by_claim


def test_each_answer_goes_to_the_charge_before_it() -> None:
    found = read(
        "Chad said that Niger shelled a market in Diffa. Niger denied it. "
        "Peru said that Chile seized a fishing boat. Chile rejected the accusation."
    )
    assert found == {
        "Niger shelled a market in Diffa.": {("Chad", "alleges"), ("Niger", "denies")},
        "Chile seized a fishing boat.": {("Peru", "alleges"), ("Chile", "denies")},
    }


def test_a_denial_of_blame_is_not_told_by_what_comes_after() -> None:
    found = read("Orr has denied wrongdoing. Kyiv said 200 civilians had fled Orsk.")
    assert found["200 civilians had fled Orsk."] == {("Kyiv", "alleges")}


def test_a_clause_of_one_word_is_a_claim_of_its_own() -> None:
    found = read("The plane turned back after passengers reported smoke, police said. "
                 "The airline denied there was a fire.")  # fmt: skip
    assert found["There was a fire."] == {("The airline", "denies")}


@pytest.mark.parametrize(
    ("claim", "told", "alike"),
    [
        ("The ferry sank off Leith.", "The ferry sank.", True),
        ("The ferry sank off Leith.", "A mill burned in Perth.", False),
        ("It sank.", "The ferry burned.", True),
        ("", "The ferry burned.", True),
        ("The ferry sank off Leith.", "", False),
    ],
)
def test_the_writer_tells_what_the_words_do(claim: str, told: str, alike: bool) -> None:
    each = stand(claim, "Ana")
    each.told, each.told_words = told, claim_key(told)
    assert each.is_told_alike is alike
