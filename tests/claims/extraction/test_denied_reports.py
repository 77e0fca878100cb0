"""Who denies a report in so many words denies what it tells: a sentence a row, read whole."""

from __future__ import annotations

import pytest

from claims.extraction import extract
from claims.extraction.cues.find import find_cues
from claims.extraction.rules import extract_by_rules
from claims.extraction.text.segment import segment
from claims.extraction.wording.rumours import without_predicate
from claims.model import UNATTRIBUTED, Document, Stance

DENIED = [
    ("Rumours that the mill had burned were dismissed by the mayor.", "mayor"),
    ("Claims that the mill had burned have been rejected as baseless by the mayor.", "mayor"),
    ("The rumour that the mill had burned was laughed off by the mayor.", "mayor"),
    ("The claim that the mill had burned was called a hoax by the mayor.", "mayor"),
    ("Reports that the mill had burned were described by the mayor as laughable.", "mayor"),
    ("The mayor brushed aside talk that the mill had burned.", "mayor"),
    ("The mayor moved to quash rumours that the mill had burned.", "mayor"),
    ("The mayor hit back at suggestions that the mill had burned.", "mayor"),
    ("The mayor took issue with a report that the mill had burned.", "mayor"),
    ("The mayor disagreed with the suggestion that the mill had burned.", "mayor"),
    ("The mayor did not agree with claims that the mill had burned.", "mayor"),
    ("The council said it did not agree with claims that the mill had burned.", "council"),
    ("The mayor dismissed opposition claims that the mill had burned.", "mayor"),
]


CALLED = [
    ("Reports that the mill had burned were “premature”, the mayor said.", Stance.DENIES),
    ("Reports that the mill had burned were 'wide of the mark', the mayor said.", Stance.DENIES),
    ("Reports that the mill had burned are incorrect, according to the mayor.", Stance.DENIES),
    ("The claim that the mill had burned was 'complete nonsense', the mayor said.", Stance.DENIES),
    ("Suggestions the mill had burned were inaccurate, the mayor said.", Stance.DENIES),
    ("The mayor called suggestions that the mill had burned “wide of the mark”.", Stance.DENIES),
    ("Reports that the mill had burned were mere speculation, the mayor said.", Stance.DOUBTS),
    ("Claims that the mill had burned were “greatly exaggerated”, the mayor said.", Stance.DOUBTS),
]


@pytest.mark.parametrize(("text", "stance"), CALLED)
def test_what_a_report_is_called(text: str, stance: Stance) -> None:
    for found in (extract(Document(text=text)), extract_by_rules(Document(text=text))):
        named = [(f.party.lower(), f.stance) for f in found.findings if f.party != UNATTRIBUTED]
        assert named == [("the mayor", stance)]
        assert [claim.text for claim in found.claims] == ["The mill had burned."]


def test_who_calls_a_report_false_tells_no_such_thing() -> None:
    found = extract(Document(text="Kellmark said reports of a sale of the mill were premature."))
    assert [(f.party, f.stance) for f in found.findings] == [("Kellmark", Stance.DENIES)]
    assert [claim.text for claim in found.claims] == ["There was a sale of the mill."]


@pytest.mark.parametrize(("text", "party"), DENIED)
def test_the_report_is_denied(text: str, party: str) -> None:
    found = extract(Document(text=text), "auto")
    (denial,) = (f for f in found.findings if f.stance is Stance.DENIES)
    assert party in denial.party
    assert [claim.text for claim in found.claims] == ["The mill had burned."]


def test_who_denies_a_rumour_leaves_it_a_rumour() -> None:
    found = extract(Document(text="The mayor quashed rumours that the mill had burned."), "auto")
    assert {(f.party, f.stance) for f in found.findings} == {
        ("The mayor", Stance.DENIES),
        (UNATTRIBUTED, Stance.ALLEGES),
    }


TOLD = [
    "Rumours that the mill has burned have also done the rounds.",
    "Rumours that the mill has burned are rife in the port.",
    "Speculation that the mill has burned is rife in the port.",
    "Claims that the mill has burned were brushed aside by the mayor.",
]


@pytest.mark.parametrize("text", TOLD)
def test_a_rumour_ends_before_what_is_told_of_it(text: str) -> None:
    for found in (extract(Document(text=text), "auto"), extract_by_rules(Document(text=text))):
        assert [claim.text for claim in found.claims] == ["The mill has burned."]


WHOLE = [
    "There are reports that the men who were held have been freed.",
    "There are reports that ships seized by Lima were freed.",
    "There are reports that the mayor said the mills were closed.",
]


@pytest.mark.parametrize("text", WHOLE)
def test_a_claim_keeps_its_own_verb(text: str) -> None:
    (told,) = {c.text.split(" ")[-1] for c in extract_by_rules(Document(text=text)).claims}
    assert told in ("freed.", "closed.")


@pytest.mark.parametrize(
    "text",
    [
        "The verdict was quashed by the court.",
        "The drone was shot down by the army.",
        "The owners want to quash rumours of a loss.",
        "The mayor was called a liar by the court.",
    ],
)
def test_no_denial(text: str) -> None:
    (cut,) = segment(text).sentences
    assert [c for c in find_cues(cut.tokens) if c.stance is Stance.DENIES] == []


REPEATED = [
    "The mayor repeated her false claim that the mill had burned.",
    "The mayor has doubled down on her claim that the mill had burned.",
    "The mayor stands by her statement that the mill had burned.",
    "The mayor spread the rumour that the mill had burned.",
]


@pytest.mark.parametrize("text", REPEATED)
def test_who_repeats_a_claim_puts_it_forward(text: str) -> None:
    found = extract(Document(text=text), "auto")
    assert ("The mayor", Stance.ALLEGES) in {(f.party, f.stance) for f in found.findings}
    assert Stance.DENIES not in {f.stance for f in found.findings}
    assert [claim.text for claim in found.claims] == ["The mill had burned."]


def test_it_is_who_speaks() -> None:
    text = "The bank said it denied the report that the mill had burned."
    (finding,) = extract_by_rules(Document(text=text)).findings
    assert (finding.party, finding.stance) == ("The bank", Stance.DENIES)


@pytest.mark.parametrize(
    "text",
    [
        "Ada Orr said the mill had burned. Kellmark denied it. The court doubts Kellmark's denial.",
        "Ada Orr said the mill had burned. Kellmark denied it. The court rejected the denial.",
    ],
)
def test_who_doubts_a_denial_does_not_doubt_what_was_denied(text: str) -> None:
    for found in (extract(Document(text=text), "auto"), extract_by_rules(Document(text=text))):
        assert {(f.party, f.stance) for f in found.findings} == {
            ("Ada Orr", Stance.ALLEGES),
            ("Kellmark", Stance.DENIES),
        }


@pytest.mark.parametrize(
    ("claim", "text", "told"),
    [
        (
            "A shark in the Leith is a hoax.",
            "Reports of a shark in the Leith were a hoax, police said.",
            "There is a shark in the Leith.",
        ),
        (
            "Ada Orr's death are exaggerated.",
            "Reports of Ada Orr's death are greatly exaggerated.",
            "Ada Orr is dead.",
        ),
        ("Ada Orr is dead.", "Reports of Ada Orr's death are false.", "Ada Orr is dead."),
        (
            "Fraud at the lab are baseless.",
            "Allegations of fraud at the lab are baseless.",
            "There was fraud at the lab.",
        ),
        ("The mill burned.", "Reports were false.", "The mill burned."),
    ],
)
def test_a_claim_does_not_tell_what_the_reports_were(claim: str, text: str, told: str) -> None:
    assert without_predicate(claim, text, 0, len(text)) == told
