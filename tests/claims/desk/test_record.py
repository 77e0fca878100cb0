"""Recording documents: origins, parties, claims, and what is refused."""

from datetime import date
from typing import Any

import pytest

from claims.desk import FailureDraft, assess_claims, record_document, record_failure
from claims.model import ClaimDraft, Extraction, Finding, Span, Stance
from claims.store import pending_outbox
from claims.store.facts import (
    Claim,
    Document,
    Failure,
    FailureAnswer,
    Origin,
    Party,
    PartyName,
    Proposal,
    Reading,
    StanceRow,
)

DAM = "Northland opened the gates of the Elder dam."
WIRE = (
    "Northland opened the gates of the Elder dam on Sunday night, flooding three villages in the"
    " valley below, the river authority of Southland said. Engineers measured a wave of two metres"
    " at the old mill, and the road to the coast stayed closed until noon. Schools in the valley"
    " were turned into shelters, and the army brought boats. Nobody was hurt, the authority said,"
    " but the harvest of the lower fields is lost for this year."
)
QUOTE = "the river authority of Southland said"


def origins(desk: Any) -> dict[int, str]:
    return {row.id: row.key for row in desk.rows(Origin)}


def test_the_same_bytes_change_nothing(desk: Any) -> None:
    first = desk.put(WIRE, (DAM, "River Authority", "alleges", QUOTE), name="a.txt")
    before = [len(desk.rows(t)) for t in (Document, Claim, StanceRow, Reading, Party)]
    again = desk.put(WIRE, (DAM, "River Authority", "alleges", QUOTE), name="a.txt")
    assert not again.new
    assert again.document_id == first.document_id
    assert [len(desk.rows(t)) for t in (Document, Claim, StanceRow, Reading, Party)] == before


def test_two_items_of_one_capture_are_two_documents(lite: Any) -> None:
    for item in ("1", "2"):
        lite.put(WIRE, (DAM, "River Authority", "alleges", QUOTE), name="feed.xml", item=item)
    assert len(lite.rows(Document)) == 2


def test_copies_of_one_wire_are_one_origin(desk: Any) -> None:
    texts = (WIRE, "Breaking news.\n" + WIRE, WIRE[: int(len(WIRE) * 0.8)])
    for number, text in enumerate(texts):
        told = (DAM, "River Authority", "alleges", QUOTE)
        recorded = desk.put(text, told, outlet=f"paper-{number}", outlet_name=f"Paper {number}")
        assert recorded.origin == "outlet:paper-0"
    line = desk.board(recorded.claim_ids[0])
    assert (line.stances, line.documents, line.origins) == (3, 3, 1)


def test_the_same_text_from_another_capture_shares_its_origin(desk: Any) -> None:
    short = "The mill burned, Oskar Lund said."
    told = ("The mill burned.", "Oskar Lund", "alleges", "Oskar Lund said")
    first = desk.put(short, told, outlet="paper-1", outlet_name="Paper 1")
    second = desk.put(short, told, outlet="paper-2", outlet_name="Paper 2")
    assert second.new
    assert second.document_id != first.document_id
    assert second.origin == first.origin
    assert second.stances == 1


@pytest.mark.parametrize(
    ("text", "outlet", "party", "origin", "why"),
    [
        (
            "The mill burned, Oskar Lund said.",
            "Valley Post",
            "Oskar Lund",
            "outlet:valley-post",
            "its own",
        ),
        (
            "RIGA (Reuters) - The mill burned, Oskar Lund said.",
            "Valley Post",
            "Oskar Lund",
            "outlet:reuters",
            "a credited wire",
        ),
        (
            "The mill burned, Oskar Lund told AFP.",
            "Valley Post",
            "Oskar Lund",
            "outlet:afp",
            "credited beside the quote",
        ),
        (
            "The mill burned, KCNA said.",
            "Reuters",
            "KCNA",
            "party:kcna",
            "an organ speaks for itself",
        ),
        (
            "The mill burned, Reuters said.",
            "Valley Post",
            "Reuters",
            "outlet:reuters",
            "an outlet's word is its own",
        ),
    ],
)
def test_where_a_position_comes_from(
    lite: Any, text: str, outlet: str, party: str, origin: str, why: str
) -> None:
    quote = text[text.index("The mill") :]
    lite.put(text, ("The mill burned.", party, "alleges", quote), outlet_name=outlet)
    row = lite.rows(StanceRow)[0]
    assert origins(lite)[row.origin_id] == origin, why


def test_a_text_of_no_known_outlet_is_its_own_origin(lite: Any) -> None:
    recorded = lite.put("The mill burned, Oskar Lund said.")
    assert recorded.origin.startswith("text:")


def test_kcna_at_home_and_kcna_quoted_are_one_origin(lite: Any) -> None:
    home = lite.put(
        "The launch went well.", outlet="kcna", outlet_name="KCNA", organ_of="north-korea"
    )
    quoted = lite.put(
        "The launch succeeded, KCNA said.",
        ("The launch succeeded.", "KCNA", "alleges", "KCNA said"),
        outlet="reuters",
        outlet_name="Reuters",
    )
    assert home.origin == "party:kcna"
    assert quoted.origin == "outlet:reuters"
    assert origins(lite)[lite.rows(StanceRow)[0].origin_id] == "party:kcna"


def test_a_quote_that_does_not_stand_in_the_text_is_refused(desk: Any, material: Any) -> None:
    text = "The mill burned, Oskar Lund said."
    wrong = Span(start=0, end=8, exact="The dam ")
    finding = Finding(claim="c1", span=wrong, party="Oskar Lund", stance=Stance.ALLEGES)
    found = Extraction(
        extractor="hand/1", claims=(ClaimDraft(id="c1", text="It burned."),), findings=(finding,)
    )
    recorded = record_document(desk.store, desk.machine, material(text), found)
    assert recorded.stances == 0
    assert "'The dam '" in recorded.failures[0]
    assert desk.rows(StanceRow) == []
    assert desk.rows(Claim) == []
    assert [row.step for row in desk.rows(Failure)] == ["record"]


def test_a_claim_nobody_takes_a_position_on_is_not_opened(lite: Any, material: Any) -> None:
    found = Extraction(extractor="hand/1", claims=(ClaimDraft(id="c1", text="It burned."),))
    record_document(lite.store, lite.machine, material("It burned."), found)
    assert lite.rows(Claim) == []
    assert len(lite.rows(Reading)) == 1


def test_what_was_not_read_says_why(lite: Any, material: Any) -> None:
    found = Extraction(extractor="hand/1", skipped="the text is in Latvian")
    record_document(lite.store, lite.machine, material("Dzirnavas nodega."), found)
    assert lite.rows(Reading)[0].skipped == "the text is in Latvian"


def test_the_day_is_the_one_told_else_of_publication_else_of_recording(lite: Any) -> None:
    lite.say("The mill burned.", "Oskar Lund", "alleges", said_on=date(2024, 2, 3))
    lite.say("The dam broke.", "Oskar Lund", "alleges")
    lite.say("The road sank.", "Oskar Lund", "alleges", published_at=None)
    told, published, recorded = lite.rows(StanceRow)
    assert told.said_on == date(2024, 2, 3)
    assert published.said_on == date(2024, 2, 20)
    assert recorded.said_on == recorded.recorded_at.date()


def test_a_claim_told_again_joins(desk: Any) -> None:
    first = desk.say("Northland supplies cement to Southland.", "Oskar Lund", "alleges")
    second = desk.say("Northland ships cement to Southland.", "Mara Pohl", "denies")
    assert first == second
    assert desk.board(first).status == "contested"


def test_a_claim_told_the_other_way_round_joins_with_its_positions_turned(desk: Any) -> None:
    first = desk.say("Northland supplies cement to Southland.", "Oskar Lund", "alleges")
    second = desk.say("Northland does not supply cement to Southland.", "Mara Pohl", "alleges")
    assert first == second
    row = desk.rows(StanceRow)[-1]
    assert row.value == "denies"
    assert "other way round" in row.reasons[-1]


def test_taking_back_the_negation_is_not_turned_round(lite: Any) -> None:
    first = lite.say("Northland supplies cement to Southland.", "Oskar Lund", "alleges")
    second = lite.say("Northland does not supply cement to Southland.", "Mara Pohl", "retracts")
    assert first != second
    assert lite.rows(StanceRow)[-1].value == "retracts"
    assert [(p.claim_id, p.other_claim_id, p.opposite) for p in lite.rows(Proposal)] == [
        (second, first, True)
    ]


def test_a_doubtful_match_opens_a_claim_and_asks_a_person(desk: Any) -> None:
    first = desk.say("The mayor of Westbridge sold the old harbour.", "Oskar Lund", "alleges")
    second = desk.say(
        "The mayor of Westbridge sold the old harbour to a shipping firm.", "Mara Pohl", "alleges"
    )
    assert first != second
    proposal = desk.rows(Proposal)[0]
    assert {proposal.claim_id, proposal.other_claim_id} == {first, second}
    assert proposal.reasons
    assert desk.board(second).proposals == 1


TWO_CLAIMS = [
    ("bounds", "Northland sold more than 100 ships.", "Northland sold fewer than 100 ships."),
    ("one name more", "Ships left for Westbridge.", "Ships left for Westbridge and Ostvik."),
    ("before and after", "Northland sold ships before May.", "Northland sold ships after May."),
]


@pytest.mark.parametrize(("sentence", "one", "other"), TWO_CLAIMS)
def test_what_small_words_part_is_put_before_a_person(
    lite: Any, sentence: str, one: str, other: str
) -> None:
    first, second = lite.say(one, "Oskar Lund", "alleges"), lite.say(other, "Mara Pohl", "denies")
    assert first != second, sentence
    assert len(lite.rows(Proposal)) == 1, sentence
    assert lite.board(first).status == "unverified"


WHERE, NOWHERE = "Rebels captured Mara Pohl in Ostvik.", "Mara Pohl was captured by rebels."
FOLLOWS = [
    ("who affirms the place affirms the rest", NOWHERE, WHERE, "alleges", True),
    ("who denies the place may affirm the rest", NOWHERE, WHERE, "denies", False),
    ("who affirms the rest says nothing of the place", WHERE, NOWHERE, "alleges", False),
    ("who denies it all denies the place", WHERE, NOWHERE, "denies", True),
]


@pytest.mark.parametrize(("sentence", "held", "told", "stance", "joins"), FOLLOWS)
def test_where_one_alone_says_where_only_what_follows_joins(
    lite: Any, sentence: str, held: str, told: str, stance: str, joins: bool
) -> None:
    first = lite.say(held, "Oskar Lund", "alleges")
    assert (lite.say(told, "Jon Ek", stance) == first) is joins, sentence
    assert len(lite.rows(Proposal)) == (not joins), sentence


def test_two_tellings_in_one_document_are_one_claim_and_ask_nobody(lite: Any) -> None:
    text = "Northland supplies cement to Southland, Oskar Lund said. It ships it, Mara Pohl said."
    recorded = lite.put(
        text,
        ("Northland supplies cement to Southland.", "Oskar Lund", "alleges", "Oskar Lund said"),
        ("Northland ships cement to Southland.", "Mara Pohl", "alleges", "Mara Pohl said"),
    )
    assert len(recorded.claim_ids) == 1
    assert (recorded.claims_opened, recorded.proposals) == (1, 0)


def test_the_same_position_at_the_same_span_is_recorded_once(lite: Any) -> None:
    told = ("The mill burned.", "Oskar Lund", "alleges", "Oskar Lund said")
    recorded = lite.put("The mill burned, Oskar Lund said.", told, told)
    assert recorded.stances == 1


def test_aliases_that_name_the_party_are_kept(desk: Any) -> None:
    desk.say(
        "The mill burned.", "Harbour Watch", "alleges", aliases=("HW Alliance", "it", "Moscow")
    )
    assert [row.name for row in desk.rows(PartyName)] == ["HW Alliance"]


def test_a_speaker_is_a_person_of_his_own(lite: Any) -> None:
    lite.say("The mill burned.", "Harbour Watch", "alleges", speaker="Ines Valdoria")
    lite.say("The dam broke.", "Ines Valdoria", "alleges", speaker="Ines Valdoria")
    kinds = {row.key: row.kind for row in lite.rows(Party)}
    assert kinds == {"harbour-watch": "unknown", "ines-valdoria": "person"}
    assert [row.speaker_id for row in lite.rows(StanceRow)] == [2, 2]


def test_an_anonymous_source_is_no_named_party(lite: Any) -> None:
    claim = lite.say("The mill burned.", "a harbour guard", "alleges", anonymous=True)
    assert lite.board(claim).status == "unverified"
    assert "unattributed_only" in lite.board(claim).flags


def test_an_outlet_that_nobody_lists_is_known_by_its_documents(lite: Any) -> None:
    lite.put(
        "The mill burned, Valley Post reports.",
        ("The mill burned.", "Valley Post", "alleges", "Valley Post reports"),
        outlet_name="Valley Post",
        organ_of="north-korea",
    )
    row = lite.rows(Party)[0]
    assert (row.kind, row.organ_of) == ("outlet", "north-korea")


ADDRESS = "https://harbour.example/1"


@pytest.mark.parametrize(
    ("first", "changes", "same"),
    [
        pytest.param({"url": ADDRESS}, {}, True, id="a feed polled again"),
        pytest.param({"url": ADDRESS}, {"title": "New", "published_at": None}, True,
                     id="under a new headline"),
        pytest.param({"url": ADDRESS}, {"text": "The mill stands."}, False, id="rewritten"),
        pytest.param({"url": ADDRESS}, {"item": "2"}, False, id="another item"),
        pytest.param({"url": ADDRESS}, {"url": f"{ADDRESS}0"}, False, id="at another address"),
        pytest.param({}, {}, True, id="no address, all else the same"),
        pytest.param({}, {"title": "New"}, False, id="no address, another headline"),
        pytest.param({}, {"outlet_name": "Port Weekly"}, False, id="no address, another outlet"),
        pytest.param({"kind": "article", "url": ADDRESS}, {}, True, id="a line that stayed"),
        pytest.param({"kind": "article", "url": ADDRESS}, {"published_at": None}, False,
                     id="a line put right"),
        pytest.param({"item": "", "url": ADDRESS}, {}, False, id="alone in its capture"),
    ],
)  # fmt: skip
def test_an_item_told_again_in_other_bytes_is_recorded_once(
    lite: Any, first: dict[str, Any], changes: dict[str, Any], same: bool
) -> None:
    told = {"text": "The mill burned.", "item": "1", "kind": "feed_item", "title": "T"} | first
    before = lite.put(**told, salt="poll 1", outlet_name="Harbour Daily")
    again = lite.put(**{"outlet_name": "Harbour Daily", **told, **changes}, salt="poll 2")
    assert (again.document_id == before.document_id) is same
    assert again.new is not same


def test_an_item_told_again_is_read_by_another_reader_where_it_stands(desk: Any) -> None:
    text = "The mill burned, Oskar Lund said."
    told = ("It burned.", "Oskar Lund", "alleges", "Oskar Lund said")
    feed = {"item": "1", "kind": "feed_item", "url": ADDRESS}
    first = desk.put(text, told, salt="poll 1", **feed)
    again = desk.put(text, told, salt="poll 2", extractor="hand/2", **feed)
    assert (again.document_id, again.new) == (first.document_id, True)
    assert len(desk.rows(Document)) == 1
    assert len(desk.rows(Reading)) == 2


def test_working_through_settles_the_failure(desk: Any, material: Any) -> None:
    text = "The mill burned, Oskar Lund said."
    known = material(text, name="late.txt")
    failure = FailureDraft(
        name="late.txt", step="extract", reason="took too long", capture_sha256=known.capture.sha256
    )
    first = record_failure(desk.store, desk.machine, failure)
    assert record_failure(desk.store, desk.machine, failure) == first
    desk.put(text, ("It burned.", "Oskar Lund", "alleges", "Oskar Lund said"), name="late.txt")
    assert [row.outcome for row in desk.rows(FailureAnswer)] == ["recovered"]


def test_a_name_longer_than_an_index_takes_fails_once_and_is_settled(
    desk: Any, material: Any
) -> None:
    name = "".join(chr(0x4E00 + number * 7_919 % 20_000) for number in range(3_000)) + ".txt"
    failure = FailureDraft(name=name, step="read", reason="no such file")
    first = record_failure(desk.store, desk.machine, failure)
    assert record_failure(desk.store, desk.machine, failure) == first
    other = failure.model_copy(update={"name": f"{name}.txt"})
    assert record_failure(desk.store, desk.machine, other) != first
    text = "The mill burned, Oskar Lund said."
    desk.put(text, ("It burned.", "Oskar Lund", "alleges", "Oskar Lund said"), name=name)
    assert [row.failure_id for row in desk.rows(FailureAnswer)] == [first]


def test_events_tell_of_each_claim_after_the_commit(desk: Any) -> None:
    claim = desk.say("Northland supplies cement to Southland.", "Oskar Lund", "alleges")
    desk.say("Northland supplies cement to Southland.", "Mara Pohl", "denies")
    with desk.store.read() as session:
        events = [(e.topic, e.key, e.payload) for e in pending_outbox(session, 100)]
    assert [topic for topic, _, _ in events].count("stance.recorded") == 2
    changed = [payload for topic, _, payload in events if topic == "claim.status_changed"]
    assert changed[-1] == {
        "claim_id": claim,
        "source": "unverified",
        "target": "contested",
        "basis": "suggested",
    }


def test_assessing_needs_no_claims(lite: Any) -> None:
    assert assess_claims(lite.store, lite.machine, []) == []
