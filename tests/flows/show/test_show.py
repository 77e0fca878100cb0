"""Terminal pages: right at 80 columns and wide, and readable without any colour."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from rich.cells import cell_len
from rich.console import Console, RenderableType

from claims.model import Commitment, PartyKind, Stance, Status
from claims.views import (
    IN_WORDS,
    STEPS,
    Balance,
    DocumentRow,
    Matrix,
    MatrixDay,
    MatrixRow,
    Page,
    PartyRef,
    PartyRow,
    Position,
    QueueGroup,
    QueueItem,
)
from flows.show.board import board_page, board_table
from flows.show.claim import claim_report
from flows.show.party import parties_list, party_report
from flows.show.queue import (
    ANSWERS,
    LISTS,
    NUMBERS,
    documents_table,
    proposals_table,
    queue_table,
)
from flows.show.symbols import SIGNS, STATUS_STYLES, STYLES, legend, position_line

AT = datetime(2026, 3, 1, 9, tzinfo=UTC)
DAY = date(2026, 3, 1)
NORTH = PartyRef(id=1, key="northland", name="Northland")
SOUTH = PartyRef(id=2, key="southland", name="The Foreign Ministry of the Republic of Southland")
GRAIN = "Northland ships grain through the strait, says [red]one report[/red] of many."


def draw(page: RenderableType, width: int = 80) -> str:
    """What a terminal without colours shows; no line is wider than it is."""
    out = io.StringIO()
    Console(file=out, width=width, color_system=None).print(page)
    text = out.getvalue()
    assert max(cell_len(line) for line in text.splitlines()) <= width
    return text


def flatten(text: str) -> str:
    """The words of a drawing, without frames and line breaks."""
    return " ".join(text.translate(dict.fromkeys(map(ord, "│┃╭╮╰╯─━"), " ")).split())


def test_every_word_of_the_record_has_a_sign_and_a_style() -> None:
    assert set(SIGNS) == set(STYLES) == set(Stance)
    assert set(STATUS_STYLES) == set(Status)
    affirms = {SIGNS[Stance.ALLEGES], SIGNS[Stance.CONFIRMS]}
    assert len(affirms) == 1
    assert len(set(SIGNS.values())) == len(Stance) - 1, "no other two share a sign"


def test_a_party_s_count_is_of_all_its_words_on_a_claim(pages: Any) -> None:
    text = draw(party_report(pages.party_page()))
    assert "last word of 2" in text


def test_a_source_that_is_not_named_is_told_as_such() -> None:
    official = PartyRef(id=1, key="anonymous:an-official", name="An official")
    held = Position(
        party=official,
        value=Stance.ALLEGES,
        commitment=Commitment.CERTAIN,
        day=DAY,
        stances=1,
    )
    assert position_line((held,), 4).plain == "✓ An official (not named)"


def test_legend_explains_every_sign() -> None:
    text = draw(legend())
    for sign in {*SIGNS.values(), "?", "+", "−", "·", "⚑", "◇"}:
        assert sign in text


@pytest.mark.parametrize("width", [80, 200])
def test_board_tells_status_basis_flags_positions_and_evidence(width: int, pages: Any) -> None:
    page = Page(items=(pages.board_row(), pages.board_row(8, status_basis="decided", positions=())))
    text = draw(board_page(page, width), width)
    for told in ("contested", "suggested", "decided", "⚑ denied, single origin", "+2 −1"):
        assert told in text
    assert "✓? Northland" in text
    assert "✗ The Foreign" in text
    assert "[red]one" in flatten(text), "brackets of a claim are no markup"
    assert "✓ affirms" in text
    assert ("in_review" in text) is (width == 200)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"stage": "challenged"}, "⚠ challenged"),
        (
            {"stage": "challenged", "status_basis": "decided", "suggestion": "acknowledged"},
            "⚠ challenged; the policy suggests acknowledged",
        ),
        (
            {"status_basis": "decided", "suggestion": "refuted"},
            "⚠ the policy suggests refuted",
        ),
        ({"status_basis": "decided", "suggestion": "contested"}, None),
        ({"status_basis": "suggested"}, None),
    ],
)
def test_board_tells_what_speaks_against_a_decision(
    pages: Any, changes: dict[str, str], told: str | None
) -> None:
    text = draw(board_page(Page(items=(pages.board_row(**changes),)), 200), 200)
    assert (told in text) if told else ("⚠" not in text)


def test_a_merged_claim_leads_to_the_one_that_it_counts_under(pages: Any) -> None:
    into = {"claim_id": 3, "text": "Grain moves.", "opposite": True, "by": "Ana", "reason": "one"}
    text = draw(board_page(Page(items=(pages.board_row(merged_into=into),)), 200), 200)
    assert "→ counts under 3, as its opposite: Grain moves." in flatten(text)


def test_board_of_a_past_day_says_so(pages: Any) -> None:
    page = Page(items=(pages.board_row(),), as_of=DAY)
    text = draw(board_page(page, 80))
    assert "as held at the end of 2026-03-01 (UTC)" in text


def test_board_cuts_long_lists_of_parties_and_counts_them(pages: Any) -> None:
    held = pages.board_row().positions[0]
    text = draw(board_table(Page(items=(pages.board_row(positions=(held,) * 9),)), 80))
    assert text.count("✓? Northland") == 4
    assert "+5 more" in text


@pytest.mark.parametrize(
    ("begins", "told"),
    [
        pytest.param(DAY + timedelta(days=1), "No claim was on record yet on 2026-03-01", id="yet"),
        pytest.param(DAY, "No claim fits these filters.", id="there were claims"),
        pytest.param(None, "No claim fits these filters.", id="an empty record"),
    ],
)
def test_empty_board_of_a_past_day_says_whether_there_was_a_record(
    begins: date | None, told: str
) -> None:
    assert draw(board_page(Page(items=(), as_of=DAY), 80, begins)).startswith(told)


def test_empty_board_says_so() -> None:
    assert draw(board_page(Page(items=()), 80)) == "No claim fits these filters.\n"


@pytest.mark.parametrize("width", [80, 160])
def test_claim_tells_everything(width: int, pages: Any) -> None:
    text = flatten(draw(claim_report(pages.claim_page()), width))
    for told in (
        "claim 7 as held at the end of 2026-03-01",
        "refuted (decided by Bo) stage decided, with Ana affirmed as probable",
        "claim 9 was merged into this one",
        "Bo, 2026-03-01: The register shows it.",
        "decided against the suggestion contested",
        "• Northland affirms it and Southland denies it.",
        "if Southland confirmed it → acknowledged",
        "turned: denies → neither confirms nor denies → denies",
        "2 earlier ones left out",
        "✗ denies (possible, hedged, source not named), through Northland: “It never saile”",
        "[stance 10, 88%]",
        "strong: +0 −1 pieces: 3",
        "− undermines A1 record Port register: “No ship of that name” (read on the spot)",
        "(copies of it: evidence 2, 3)",
        "9: No grain moves. (as its opposite) Ana: same",
        "proposal 5: same as “Grain moves.” (0.80)",
        "2 earlier entries left out",
        "event 14. (rules/1) — the verb",
    ):
        assert told in text, told
    assert "now suggests" not in text, "it suggested that when the decision was taken"


def test_claim_without_anything_says_what_is_missing(pages: Any) -> None:
    page = pages.claim_page(
        asked_id=7,
        as_of=None,
        standing=pages.standing(
            status=Status.UNVERIFIED, basis="suggested", suggestion=None, decision=None, flags=()
        ),
        matrix=Matrix(days=(), rows=(), changes=()),
        evidence=(),
        balance=Balance(),
        merged=(),
        proposals=(),
        history=(),
    )
    text = draw(claim_report(page))
    assert "suggested by the policy, no person decided" in flatten(text)
    assert "The policy has not looked at it yet." in text
    for absent in ("Who says what", "Evidence by origin", "Waits for an answer", "⚑ denied"):
        assert absent not in text


@pytest.mark.parametrize("value", list(Stance))
def test_stance_reads_without_colour(value: Stance, pages: Any) -> None:
    row = MatrixRow(
        party=NORTH,
        latest=value,
        commitment=Commitment.CERTAIN,
        days=(MatrixDay(day=DAY, value=value, cells=(pages.cell(1, value),)),),
        path=(value,),
    )
    page = pages.claim_page(matrix=Matrix(days=(DAY,), rows=(row,), changes=()))
    assert f"{SIGNS[value]} {IN_WORDS[value]}" in flatten(draw(claim_report(page)))


@pytest.mark.parametrize("width", [80, 160])
def test_party_tells_positions_turns_speakers_and_opponents(width: int, pages: Any) -> None:
    text = flatten(draw(party_report(pages.party_page()), width))
    for told in (
        "government, key southland, part of southland, not in the catalogue",
        "also named: the ministry",
        "found to be the same: Northland",
        "Which republic is not said",
        "✗ denies → ∅? neither confirms nor denies",
        "Northland: 2, 2026-03-01 to 2026-03-01",
        "Northland: on 2 (7, 8)",
    ):
        assert told in text.replace("∅ neither", "∅? neither"), told


def test_party_counts_the_positions_it_leaves_out(pages: Any) -> None:
    assert "10 older positions left out" in draw(party_report(pages.party_page(40)))


def test_parties_are_listed() -> None:
    key = "anonymous:state-investigators-of-it"
    long = PartyRef(id=3, key=key, name="State investigators of the whole of it, as they say")
    rows = tuple(
        PartyRow(
            party=party, kind=PartyKind.STATE, catalogued=False, claims=2, stances=3, last_day=DAY
        )
        for party in (SOUTH, long)
    )
    drawn = draw(parties_list(Page(items=rows)))
    assert key in drawn, "whole, to be copied"
    text = flatten(drawn)
    assert "state *" in text
    assert "* not in the catalogue" in text


def test_queue_tells_what_waits_for_whom() -> None:
    item = QueueItem(
        act="approve",
        waits_for="approver",
        not_for="Ana",
        claim_id=7,
        ref_id=None,
        text=GRAIN,
        status=Status.SUPPORTED,
        since=AT,
        why="a second person must approve",
    )
    group = QueueGroup(act="approve", waiting=3, items=(item,))
    text = flatten(draw(queue_table([group])))
    for told in (
        "approve: 3 (onrecord approve CLAIM)",
        "approver, not Ana",
        "7 Northland ships grain",
        "and 2 more: --limit N, or onrecord board --stage decided",
    ):
        assert told in text, told
    assert "Nothing waits." in draw(queue_table([]))


def test_every_act_of_the_queue_has_a_command_and_a_list() -> None:
    acts = {*(step.act for step in STEPS.values()), *NUMBERS}
    assert set(ANSWERS) == set(LISTS) == acts


@pytest.mark.parametrize(
    ("act", "claim_id", "told"),
    [
        ("answer proposal", 7, "proposal claim what waits for 12 7 Northland"),
        ("look at failure", None, "failure what waits for 12 Northland"),
    ],
)
def test_queue_gives_the_numbers_that_commands_ask_for(
    act: str, claim_id: int | None, told: str
) -> None:
    item = QueueItem(
        act=act,
        waits_for="reviewer",
        not_for=None,
        claim_id=claim_id,
        ref_id=12,
        text=GRAIN,
        status=None,
        since=AT,
        why="same claim and claim 9: they share every name",
    )
    text = flatten(draw(queue_table([QueueGroup(act=act, waiting=1, items=(item,))])))
    text = " ".join(text.translate(dict.fromkeys(map(ord, "┃┡╇┩┏┳┓└┴┘━│"), " ")).split())
    assert told in text
    assert "they share every name" in text


def test_proposals_tell_both_kinds(pages: Any) -> None:
    passage = pages.proposal(
        kind="evidence",
        other_claim_id=None,
        other_text=None,
        document_id=3,
        exact="No ship sailed.",
        relation="undermines",
    )
    proposed = [pages.proposal(opposite=True), pages.proposal(opposite=False), passage]
    text = flatten(draw(proposals_table(proposed)))
    assert "may say the opposite of claim 8: Grain moves." in text
    assert "may be the same as claim 8: Grain moves." in text
    assert "undermines: “No ship sailed.” (document 3)" in text
    assert "No proposals wait" in draw(proposals_table([]))


def test_documents_are_listed() -> None:
    row = DocumentRow(
        document_id=3,
        name="a.txt",
        title="",
        kind="article",
        outlet_id="paper",
        outlet="The Paper",
        url=None,
        language="en",
        published_at=None,
        recorded_at=AT,
        origin="The Wire",
        stances=2,
        claims=1,
    )
    assert "3 a.txt The Paper" in flatten(draw(documents_table(Page(items=(row,)))))
    assert "onrecord ingest FILE" in draw(documents_table(Page(items=())))
