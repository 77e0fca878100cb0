"""How far back a denial points that does not tell what it denies."""

import pytest

from claims.extraction import extract
from claims.extraction.model.linking import rejecting
from claims.model import Document, Stance


@pytest.mark.parametrize(
    ("words", "last"),
    [
        ("The army dismissed that as propaganda", True),
        ("The engineer said that was not true", True),
        ("Orr said that was a lie and that he would sue", True),
        ('"That is simply not true," said Orr', True),
        ("Parents rejected the finding and left", True),
        ("The ministry denied giving any such order", True),
        ('Ost called the reports "nonsense"', True),
        ("Ost called that report inaccurate", True),
        ("The Front called that a lie", True),
        ("Ms. Orr called that “pure invention.”", True),
        ("Ms. Orr called the man “pure evil.”", False),
        ("The Front called that town home", False),
        ("The ministry denied such allegations", False),
        ("Orr rejected the claim that he left", False),
        ("The army dismissed the general", False),
    ],
)
def test_what_is_on_the_last_word(words: str, last: bool) -> None:
    assert rejecting.rejects_last(words) is last


@pytest.mark.parametrize(
    ("words", "charge", "whose"),
    [
        ("The ministry rejected the accusation", True, False),
        ("ARW rejected the coach's accusation", True, True),
        ("She denied his charges", True, True),
        ("Orr denied the charge that he left", False, False),
        ("Orr denied the report", False, False),
    ],
)
def test_what_is_on_a_charge(words: str, charge: bool, whose: bool) -> None:
    assert rejecting.rejects_charge(words) is charge
    assert rejecting.names_accuser(words) is whose


def test_such_a_thing_is_one_of_that_name() -> None:
    assert rejecting.such_thing("denied giving any such order.") == frozenset(["order"])
    assert rejecting.such_thing("denied such haste was needed") is None


@pytest.mark.parametrize(
    ("words", "told", "may_be"),
    [
        ("called the reports nonsense", "Two newspapers reported that it was paid", True),
        ("called the reports nonsense", "The aunt said the man was not him", False),
        ("called the claim absurd", "A website claimed that it was paid", True),
        ("called that nonsense", "The aunt said the man was not him", True),
    ],
)
def test_which_reports_are_meant(words: str, told: str, may_be: bool) -> None:
    assert rejecting.may_be_that_report(words, told) is may_be


@pytest.mark.parametrize(
    ("claim", "thing"),
    [
        ("There is the siren.", "siren"),
        ("There are those sirens.", "siren"),
        ("There is a siren.", None),
        ("There is the siren on the roof.", None),
        ("The siren failed.", None),
    ],
)
def test_the_one_thing_that_is_named(claim: str, thing: str | None) -> None:
    assert rejecting.named_thing(claim) == (frozenset([thing]) if thing else None)


def test_who_would_not_comment_on_a_thing_is_on_what_was_told_of_it() -> None:
    text = (
        "Oril accused Tavaria of launching the drone that set fire to the refinery. Tavaria"
        " dismissed the accusation. According to the Reform Party, the refinery had no working"
        " sirens. The plant's operator, Sarn Petro, would not comment on the sirens."
    )
    found = extract(Document(text=text))
    told = {claim.id: claim.text for claim in found.claims}
    (on,) = [told[f.claim] for f in found.findings if f.stance is Stance.DECLINES]
    assert "sirens" in on


@pytest.mark.parametrize(
    ("words", "told", "may_be"),
    [
        ("denied the report", "his brother said he had spoken to him", False),
        ("denied the report", "a website reported that he was dead", True),
        ("called the suggestion laughable", "an official said they were run from Kesh", True),
        ("laughed it off", "an official said they were run from Kesh", True),
    ],
)
def test_a_report_is_what_was_reported(words: str, told: str, may_be: bool) -> None:
    assert rejecting.may_be_reported(words, told) is may_be


def test_what_is_told_besides_is_left_out() -> None:
    assert rejecting.without_more("He disputed it, saying all had left") == "He disputed it"
    assert rejecting.is_of_reports("no truth to these claims")
    assert not rejecting.is_of_reports("denied the claim")


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("Bellonia was quick to rule out any role", True),
        ("Bellonia denied any involvement", True),
        ("Bellonia has rejected any suggestion of a role", True),
        ("Bellonia ruled out any talks", False),
    ],
)
def test_who_had_no_part_in_it(words: str, part: bool) -> None:
    assert rejecting.denies_part(words) is part


@pytest.mark.parametrize(
    ("words", "doubts"),
    [
        ("said there was no proof of a sale", True),
        ("was sceptical about the video", True),
        ("said there was no evidence for that", False),
        ("voiced doubts", False),
    ],
)
def test_who_doubts_a_thing_tells_it(words: str, doubts: bool) -> None:
    assert rejecting.doubts_a_thing(words) is doubts
