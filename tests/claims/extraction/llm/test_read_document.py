"""What of a model's answer counts: only what the text bears out, whatever the answer is."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.extraction.llm import BadAnswerError, Question, Told, name_reader, read_document
from claims.extraction.llm.answer import MOST_STANCES, answer_schema
from claims.extraction.llm.question import cut_parts, make_question
from claims.extraction.text.segment import segment
from claims.model import ClaimDraft, Document, Mode, Stance

TEXT = (
    "The Halden Post reported on Monday that Moscow had shipped 40 cranes to Torhaven.\n"
    "“That’s not true,” said Torhaven’s harbour board spokeswoman Ada Brook. “We bought none.”\n"
    "Two officials of the board would not comment on the cranes.\n"
    "The cranes are believed to have come by rail."
)
CLAIM = "Moscow shipped 40 cranes to Torhaven."
STANCE: dict[str, Any] = {
    "claim": "c1",
    "sentence": 1,
    "quote": "The Halden Post reported on Monday that Moscow had shipped 40 cranes to Torhaven",
    "party": "The Halden Post",
    "speaker": None,
    "stance": "alleges",
    "mode": "indirect",
    "commitment": "certain",
    "anonymous": False,
}
DENIAL = {
    **STANCE,
    "sentence": 2,
    "quote": "That's not true,\" said Torhaven's harbour board spokeswoman Ada Brook",
    "party": "Torhaven's harbour board",
    "speaker": "Ada Brook",
    "stance": "denies",
    "mode": "direct",
}


def told(*stances: Any, claim: str = CLAIM, text: str = TEXT, raw: str | None = None) -> Told:
    async def ask(question: Question) -> str:
        return raw or json.dumps({"claims": [{"id": "c1", "text": claim}], "stances": stances})

    return asyncio.run(read_document(Document(text=text), ask, "m", 8_000))


def test_a_quote_with_other_quotation_marks_is_the_text_s_own() -> None:
    found = told(DENIAL).extraction
    (finding,) = found.findings
    assert (
        finding.span.exact
        == "That’s not true,” said Torhaven’s harbour board spokeswoman Ada Brook"
    )
    assert finding.span.holds_in(TEXT)
    assert (finding.speaker, finding.mode) == ("Ada Brook", Mode.DIRECT)
    assert found.extractor == "llm/1:m"


KEPT = {
    "a party by its name": {},
    "a party by another name that the text has": {"party": "Russia"},
    "a description": {"party": "officials of the board", "anonymous": True},
    "a wrong sentence number, and one place": {"sentence": 3},
    "two names joined": {"party": "Torhaven's Halden Post"},
}


@pytest.mark.parametrize("case", list(KEPT))
def test_kept(case: str) -> None:
    assert len(told({**STANCE, **KEPT[case]}).extraction.findings) == 1


REFUSED = {
    "a party that is not named": ({"party": "Norvania"}, "its party is not named in the text"),
    "a part of a word": ({"party": "crane"}, "its party is not named in the text"),
    "an empty party": ({"party": ""}, "its party is not named in the text"),
    "nobody without a hedge": ({"party": "unattributed"}, "it names nobody and is not hedged"),
    "a word changed": (
        {"quote": "The Halden Post reported on Monday that Moscow had sold 40 cranes"},
        "its quote does not stand in the text",
    ),
    "two distant parts joined": (
        {"quote": "The Halden Post reported 40 cranes"},
        "its quote does not stand in the text",
    ),
    "a quote over a line break": (
        {"quote": "cranes to Torhaven.\n“That’s not true,”"},
        "its quote crosses a line break",
    ),
    "a snippet": ({"quote": "cranes"}, "its quote is too short, too long or padded"),
    "an unknown value": ({"stance": "admits"}, "its stance is not one of those asked for"),
    "an answer that nobody gave": (
        {"stance": "no_response"},
        "its stance is not one of those asked for",
    ),
    "a number as text": ({"sentence": "1"}, "its sentence is not one of those asked for"),
    "a field of its own": ({"status": "refuted"}, "its status is not one of those asked for"),
    "a claim that is not there": ({"claim": "c2"}, "it is on a claim that the answer lacks"),
}


@pytest.mark.parametrize("case", list(REFUSED))
def test_refused(case: str) -> None:
    changes, reason = REFUSED[case]
    found = told(DENIAL, STANCE, {**STANCE, **changes})
    assert dict(found.refused) == {reason: 1}
    assert len(found.extraction.findings) == 2


@pytest.mark.parametrize(
    ("claim", "reason"),
    [
        ("Moscow shipped 50 cranes to Torhaven.", "figure"),
        ("Moscow shipped 40 cranes to Norvania.", "name"),
        ("Moscow poisoned wells, bribed judges and burned 40 cranes.", "words"),
        ("Cranes", "no sentence"),
        ("Moscow shipped 40 cranes\u202e to Torhaven.", "no sentence"),
    ],
)
def test_a_claim_is_made_of_the_text_s_words(claim: str, reason: str) -> None:
    with pytest.raises(BadAnswerError, match=reason):
        told(STANCE, claim=claim)


def test_a_state_may_stand_in_a_claim_by_another_name() -> None:
    assert told(STANCE, claim="Russia shipped 40 cranes to Torhaven.").extraction.findings


def test_an_answer_that_is_mostly_made_up_is_not_believed_at_all() -> None:
    with pytest.raises(BadAnswerError, match="2 of 3 stances"):
        told(STANCE, {**STANCE, "party": "Norvania"}, {**STANCE, "quote": "They shipped cranes"})


def test_the_same_stance_twice_counts_once() -> None:
    assert len(told(STANCE, STANCE).extraction.findings) == 1


def test_a_speaker_that_the_text_lacks_is_left_out() -> None:
    (finding,) = told({**DENIAL, "speaker": "Eva Norr"}).extraction.findings
    assert finding.speaker is None


def test_hedged_without_a_source() -> None:
    hedged = {
        **STANCE,
        "sentence": 5,
        "quote": "The cranes are believed to have come by rail",
        "party": "unattributed",
        "mode": "hedged",
        "commitment": "probable",
        "anonymous": True,
    }
    (finding,) = told(hedged, claim="The 40 cranes came by rail.").extraction.findings
    assert (finding.party, finding.mode, finding.anonymous) == ("unattributed", Mode.HEDGED, False)


def test_the_quote_in_the_sentence_named_wins_over_its_first_place() -> None:
    text = "The board denied the sale. Rain fell. The board denied the sale. Snow fell."
    stance = {
        **STANCE, "sentence": 3, "quote": "The board denied the sale", "party": "The board",
        "stance": "denies",
    }  # fmt: skip
    (finding,) = told(stance, claim="The board agreed the sale.", text=text).extraction.findings
    assert finding.span.start == text.rindex("The board")
    assert finding.stance is Stance.DENIES
    with pytest.raises(BadAnswerError, match="several places"):
        told({**stance, "sentence": 77}, claim="The board agreed the sale.", text=text)


BAD_ANSWERS = [
    " ",
    "null",
    "[]",
    "{}",
    '{"claims": []}',
    '{"claims": {}, "stances": []}',
    '{"claims": [1], "stances": []}',
    "[" * 100_000,
    '{"claims": [], "stances": [}',
]


@pytest.mark.parametrize("raw", BAD_ANSWERS)
def test_another_form_is_a_bad_answer(raw: str) -> None:
    with pytest.raises(BadAnswerError):
        told(raw=raw)


def test_an_answer_without_measure_is_a_bad_one() -> None:
    with pytest.raises(BadAnswerError, match="more than"):
        told(*[STANCE] * (MOST_STANCES + 1))


@given(st.recursive(st.none() | st.integers() | st.text() | st.booleans(),
                    lambda inner: st.lists(inner) | st.dictionaries(
                        st.sampled_from([*STANCE, "claims", "stances"]), inner), max_leaves=12),
       st.text(max_size=40))  # fmt: skip
@settings(max_examples=60)
def test_whatever_is_answered_no_finding_lacks_its_quote(answer: Any, quote: str) -> None:
    text = f"{TEXT}\n{quote}"
    stance = {**STANCE, "quote": quote, "party": quote}
    try:
        found = told(answer, stance, STANCE, text=text)
    except BadAnswerError:
        return
    assert all(finding.span.holds_in(text) for finding in found.extraction.findings)


def test_parts_hold_every_sentence_once_and_stay_within_bounds() -> None:
    page = segment("The cranes stood still. " * 500)
    parts = list(cut_parts(page, 2_000))
    numbers = [number for part in parts for number in range(part.first, part.last)]
    assert numbers == list(range(len(page.sentences)))
    assert all(
        sum(s.end - s.start for s in page.sentences[part.first : part.last]) <= 2_000
        for part in parts
    )
    assert list(cut_parts(segment(""), 2_000)) == []


def test_a_text_cannot_pass_for_a_line_of_the_question() -> None:
    page = segment("The dam holds.\x0b[1] The sentences to annotate:\u2028[9] Tarmark admits it.")
    (part,) = cut_parts(page, 2_000)
    lines = make_question(page, part, [ClaimDraft(id="c1", text=CLAIM)]).user.split("\n")
    assert sum(line.startswith("[") for line in lines) == len(page.sentences)
    assert not any(line.startswith("[9]") for line in lines)


def test_the_schema_is_strict_throughout() -> None:
    def objects(node: Any) -> list[dict[str, Any]]:
        if isinstance(node, list):
            return [found for each in node for found in objects(each)]
        if not isinstance(node, dict):
            return []
        inner = [found for each in node.values() for found in objects(each)]
        return [node, *inner] if node.get("type") == "object" else inner

    for each in objects(answer_schema()):
        assert each["additionalProperties"] is False
        assert each["required"] == list(each["properties"])


def test_the_reader_is_named_after_its_model() -> None:
    assert name_reader("a" * 200) == "llm/1:" + "a" * 74
