"""Forms of English verbs from their base."""

import pytest

from claims.extraction.text.inflect import forms_of, past_of, tell_past, third_of


@pytest.mark.parametrize(
    ("verb", "past", "third"),
    [
        ("sink", "sank", "sinks"),
        ("make", "made", "makes"),
        ("deny", "denied", "denies"),
        ("play", "played", "plays"),
        ("stop", "stopped", "stops"),
        ("plan", "planned", "plans"),
        ("visit", "visited", "visits"),
        ("open", "opened", "opens"),
        ("use", "used", "uses"),
        ("attack", "attacked", "attacks"),
        ("reach", "reached", "reaches"),
        ("have", "had", "has"),
        ("go", "went", "goes"),
        ("admit", "admitted", "admits"),
        ("underpay", "underpaid", "underpays"),
        ("return", "returned", "returns"),
        ("relay", "relayed", "relays"),
    ],
)
def test_forms(verb: str, past: str, third: str) -> None:
    assert (past_of(verb), third_of(verb)) == (past, third)


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("wave", {"wave", "waves", "waved", "waving"}),
        ("bat", {"bat", "bats", "batted", "batting"}),
        ("throw", {"throw", "throws", "threw", "throwing"}),
        ("put", {"put", "puts", "putting"}),
        ("come", {"come", "comes", "came", "coming"}),
    ],
)
def test_every_form(verb: str, forms: set[str]) -> None:
    assert forms_of(verb) == forms


@pytest.mark.parametrize(
    ("doing", "done"),
    [
        ("killing a guard", "killed a guard"),
        ("Hiding arms", "hid arms"),
        ("denying it", "denied it"),
        ("agreeing to it", "agreed to it"),
        ("putting it off", "put it off"),
        ("stealing and selling cars", "stole and sold cars"),
        ("overseeing it", "oversaw it"),
        ("being paid", "was paid"),
        ("hiding it and everything else", "hid it and everything else"),
        ("planning a coup", "was planning a coup"),
        ("not doing enough", "was not doing enough"),
        ("not having warned people", "had not warned people"),
    ],
)
def test_what_somebody_was_doing_as_done(doing: str, done: str) -> None:
    assert tell_past(doing) == done
