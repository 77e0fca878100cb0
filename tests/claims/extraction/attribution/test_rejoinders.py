"""Whoever judges what was just told takes a stance on that: a sentence a row."""

from __future__ import annotations

import pytest

from claims.extraction import extract
from claims.extraction.attribution.rejoinders import find_rejoinders
from claims.extraction.cues.find import find_cues
from claims.extraction.rules import extract_by_rules
from claims.extraction.text.segment import segment
from claims.model import Document, Stance

BURNED = "The mill had burned."
JUDGED = [
    ("Ada Orr said the mill had burned, which Kellmark denies.", "Kellmark", Stance.DENIES),
    ("Ada Orr said the mill had burned, a claim Kellmark rejected.", "Kellmark", Stance.DENIES),
    (
        "Ada Orr said the mill had burned, a claim that Kellmark\u2019s lawyer rejected.",
        "Kellmark",
        Stance.DENIES,
    ),
    (
        "Ada Orr said the mill had burned, something the owner disputes.",
        "the owner",
        Stance.DENIES,
    ),
    (
        "Ada Orr said the mill had burned, a version of events her family disputes.",
        "her family",
        Stance.DENIES,
    ),
    (
        "Ada Orr said the mill had burned, something Kellmark refused to confirm.",
        "Kellmark",
        Stance.NEITHER,
    ),
    ("Ada Orr said the mill had burned, which Kellmark confirmed.", "Kellmark", Stance.CONFIRMS),
]


@pytest.mark.parametrize(("text", "party", "stance"), JUDGED)
def test_a_verdict_is_on_what_stands_before_it(text: str, party: str, stance: Stance) -> None:
    found = extract_by_rules(Document(text=text))
    assert {(f.party, f.stance) for f in found.findings} == {
        ("Ada Orr", Stance.ALLEGES),
        (party, stance),
    }
    assert [claim.text for claim in found.claims] == [BURNED]


def test_who_is_accused_denies_it() -> None:
    text = "The union accused the airline of breaking rules, which it denies."
    found = extract_by_rules(Document(text=text))
    assert [(f.party, f.stance) for f in found.findings] == [
        ("The union", Stance.ALLEGES),
        ("the airline", Stance.DENIES),
    ]
    assert [claim.text for claim in found.claims] == ["The airline broke rules."]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Orr said the deal, which Kellmark rejected, had been signed.",
        "Ada Orr said the mill had burned, a loss Kellmark had not expected.",
        "Ada Orr signed the deal, which Kellmark rejected.",
    ],
)
def test_no_verdict_on_a_thing(text: str) -> None:
    (cut,) = segment(text).sentences
    assert find_rejoinders(cut.tokens, find_cues(cut.tokens), [False] * len(cut.tokens)) == []


BOTH_DENY = [
    "The court said Otto Brandt and Ivo Lund had burned the mill, something both men deny.",
    "The court said Otto Brandt and Ivo Lund had burned the mill, a charge both men deny.",
    "The court said Otto Brandt and Ivo Lund had burned the mill, a claim that both men reject.",
    "The court said Otto Brandt and Ivo Lund had burned the mill \u2014 charges both men deny.",
    "Otto Brandt and Ivo Lund are accused of burning the mill. Both men deny the charge.",
]


@pytest.mark.parametrize("text", BOTH_DENY)
@pytest.mark.parametrize("by", ["auto", "rules"])
def test_each_of_both_denies(text: str, by: str) -> None:
    found = extract(Document(text=text), by)
    denials = sorted(f.party for f in found.findings if f.stance is Stance.DENIES)
    assert denials == ["Ivo Lund", "Otto Brandt"]
    assert len(found.claims) == 1


ALWAYS = [
    "The court said Kellmark had sold the mill, an allegation Kellmark has always denied.",
    "The court said Kellmark had sold the mill, allegations Kellmark has consistently rejected.",
    "The court said Kellmark had sold the mill, a claim it has repeatedly and firmly denied.",
]


@pytest.mark.parametrize("text", ALWAYS)
def test_what_was_always_denied(text: str) -> None:
    for found in (extract(Document(text=text)), extract_by_rules(Document(text=text))):
        assert ("Kellmark", Stance.DENIES) in {(f.party, f.stance) for f in found.findings}
        assert [claim.text for claim in found.claims] == ["Kellmark had sold the mill."]


def test_a_charge_ends_before_what_is_said_of_it() -> None:
    found = extract_by_rules(
        Document(text="Ada Orr was accused of taking bribes, a charge she has always denied.")
    )
    assert [claim.text for claim in found.claims] == ["Ada Orr took bribes."]
