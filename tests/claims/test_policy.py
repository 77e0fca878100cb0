"""The policy as a table: a sentence a row."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.model import (
    HUMAN_ONLY,
    TAKES_NO_POSITION,
    Commitment,
    Flag,
    Relation,
    Reliability,
    Stance,
    Status,
)
from claims.policy import (
    ClaimInput,
    EvidenceInput,
    StanceInput,
    discredited,
    discredits,
    flips,
    suggest,
)
from claims.policy.rules import judge

OWNERS = {
    "kcna": ("north-korea",),
    "kim-yo-jong": ("north-korea",),
    "kremlin": ("russia",),
    "foreign-ministry": ("russia",),
    "putin": ("kremlin", "russia"),
}
UNNAMED = {"unattributed", "an-official"}


def stance(id: int, words: str, day: int | None = 20, **more: object) -> StanceInput:
    """ "kcna alleges" -> a row; a third word is the commitment."""
    party, value, *rest = words.split()
    return StanceInput(
        id=id,
        party=party,
        owners=OWNERS.get(party, ()),
        named=party not in UNNAMED,
        stance=Stance(value),
        commitment=Commitment(rest[0]) if rest else Commitment.CERTAIN,
        origin=str(more.get("origin", f"origin-{id}")),
        said_on=None if day is None else date(2024, 2, day),
    )


def proof(id: int, words: str) -> EvidenceInput:
    """ "supports A 1 reuters" -> a row."""
    relation, reliability, credibility, origin = words.split()
    return EvidenceInput(
        id=id,
        relation=Relation(relation),
        reliability=Reliability(reliability),
        credibility=int(credibility),
        origin=origin,
        label=origin.title(),
    )


def claim(
    text: str,
    stances: list[str] | None = None,
    evidence: list[str] | None = None,
    sides: str = "",
    harmed: str = "",
) -> ClaimInput:
    return ClaimInput(
        text=text,
        implicated=frozenset(sides.split()),
        harmed=frozenset(harmed.split()),
        stances=tuple(stance(i, words) for i, words in enumerate(stances or [], 1)),
        evidence=tuple(proof(i, words) for i, words in enumerate(evidence or [], 1)),
    )


DISPATCH = [
    # the acceptance case: what the dispatch about the car says, claim by claim
    (
        "Kim Jong Un received a car from Vladimir Putin as a gift.",
        claim(
            "Kim Jong Un received a car from Vladimir Putin as a gift.",
            ["kcna alleges", "kremlin confirms"],
            sides="north-korea russia",
        ),
        (Status.ACKNOWLEDGED, 4, {Flag.IN_OWN_INTEREST}, Commitment.CERTAIN),
    ),
    (
        "North Korea supplies ballistic missiles to Russia.",
        claim(
            "North Korea supplies ballistic missiles to Russia.",
            ["unattributed alleges probable", "north-korea denies"],
            sides="north-korea russia",
            harmed="north-korea",
        ),
        (
            Status.UNVERIFIED,
            6,
            {Flag.DENIED, Flag.UNATTRIBUTED_ONLY},
            Commitment.PROBABLE,
        ),
    ),
    (
        "Russia uses North Korean weapons against Ukraine.",
        claim(
            "Russia uses North Korean weapons against Ukraine.",
            ["kremlin neither_confirms_nor_denies"],
            sides="north-korea russia ukraine",
        ),
        (Status.UNVERIFIED, 6, {Flag.NO_POSITION_TAKEN}, None),
    ),
    (
        "The gift breaches the sanctions of the United Nations.",
        claim(
            "The gift breaches the sanctions of the United Nations.",
            ["unattributed alleges possible"],
            sides="russia",
            harmed="russia",
        ),
        (Status.UNVERIFIED, 6, {Flag.UNATTRIBUTED_ONLY}, Commitment.POSSIBLE),
    ),
    (
        "The cars were smuggled into North Korea.",
        claim(
            "The cars were smuggled into North Korea.",
            ["unattributed alleges probable"],
            sides="north-korea",
        ),
        (Status.UNVERIFIED, 6, {Flag.UNATTRIBUTED_ONLY}, Commitment.PROBABLE),
    ),
]


@pytest.mark.parametrize(("sentence", "given_claim", "expected"), DISPATCH)
def test_the_dispatch(
    sentence: str,
    given_claim: ClaimInput,
    expected: tuple[Status, int, set[Flag], Commitment | None],
) -> None:
    status, rule, flags, commitment = expected
    got = suggest(given_claim)
    assert (got.status, got.rule, set(got.flags), got.commitment) == (
        status,
        rule,
        flags,
        commitment,
    ), f"{sentence}: {got.reasons}"


RULES = [
    # rule 1
    (
        "One strong origin against, none for",
        [],
        ["undermines A 1 ap"],
        "",
        "refuted 1 single_origin",
    ),
    (
        "Two strong origins against",
        [],
        ["undermines A 1 ap", "undermines B 2 afp"],
        "",
        "refuted 1",
    ),
    ("A weak outlet refutes nothing", [], ["undermines C 1 blog"], "", "unverified 6"),
    ("A doubtful item refutes nothing", [], ["undermines A 3 ap"], "", "unverified 6"),
    (
        "Strong evidence against outweighs every party's word",
        ["kcna alleges", "kremlin confirms"],
        ["undermines A 1 ap"],
        "north-korea russia",
        "refuted 1 single_origin",
    ),
    # rule 2
    ("Strong on both sides", [], ["supports A 1 ap", "undermines B 2 afp"], "", "contested 2"),
    (
        "Three strong for and one against still contradict",
        [],
        ["supports A 1 a", "supports A 1 b", "supports A 1 c", "undermines A 1 d"],
        "",
        "contested 2",
    ),
    # rule 3
    ("Two strong origins for", [], ["supports A 1 ap", "supports B 2 afp"], "", "supported 3"),
    (
        "Ten copies of one wire are one origin",
        [],
        ["supports A 1 ap"] * 10,
        "",
        "unverified 6 single_origin",
    ),
    (
        "One strong and one weak origin do not suffice",
        [],
        ["supports A 1 ap", "supports D 2 tabloid"],
        "",
        "unverified 6 single_origin",
    ),
    (
        "Two strong origins outweigh a denial, and the denial is told",
        ["north-korea denies"],
        ["supports A 1 ap", "supports A 1 afp"],
        "north-korea",
        "supported 3 denied",
    ),
    # rule 4
    (
        "Its only implicated party affirms",
        ["russia alleges"],
        [],
        "russia",
        "acknowledged 4 in_own_interest",
    ),
    (
        "KCNA's word is North Korea's",
        ["kcna alleges"],
        [],
        "north-korea",
        "acknowledged 4 in_own_interest",
    ),
    (
        "The Kremlin's word is Russia's",
        ["kremlin confirms"],
        [],
        "russia",
        "acknowledged 4 in_own_interest",
    ),
    (
        "One of two implicated is silent",
        ["kcna alleges"],
        [],
        "north-korea russia",
        "unverified 6 single_origin",
    ),
    (
        "One of two implicated will not say",
        ["kcna alleges", "kremlin declines_to_comment"],
        [],
        "north-korea russia",
        "unverified 6 single_origin no_position_taken",
    ),
    (
        "A stranger's word acknowledges nothing",
        ["japan alleges"],
        [],
        "russia",
        "unverified 6 single_origin",
    ),
    ("Nobody is implicated", ["japan alleges"], [], "", "unverified 6 single_origin"),
    (
        "The anonymous official of the implicated acknowledges nothing",
        ["an-official confirms"],
        [],
        "russia",
        "unverified 6 unattributed_only",
    ),
    (
        "A hedged admission is flagged",
        ["russia confirms possible"],
        [],
        "russia",
        "acknowledged 4 in_own_interest hedged_only",
    ),
    (
        "A doubt from outside does not stop an acknowledgement",
        ["russia confirms", "japan doubts"],
        [],
        "russia",
        "acknowledged 4 in_own_interest",
    ),
    # rule 5
    (
        "A named party affirms, another denies",
        ["japan alleges", "russia denies"],
        [],
        "russia",
        "contested 5 denied",
    ),
    (
        "The implicated affirms and a stranger denies",
        ["russia alleges", "ukraine denies"],
        [],
        "russia",
        "contested 5 denied",
    ),
    (
        "Two voices of one state contradict each other",
        ["kremlin confirms", "foreign-ministry denies"],
        [],
        "russia",
        "contested 5 denied",
    ),
    (
        "Nobody named stands against the denial",
        ["unattributed alleges", "an-official alleges", "russia denies"],
        [],
        "russia",
        "unverified 6 denied unattributed_only",
    ),
    (
        "A doubt is no denial",
        ["japan alleges", "russia doubts"],
        [],
        "russia",
        "unverified 6 single_origin",
    ),
    # rule 6
    ("No rows at all", [], [], "russia", "unverified 6"),
    ("Only a denial", ["russia denies"], [], "russia", "unverified 6 denied"),
    ("Context decides nothing", [], ["context A 1 ap"], "", "unverified 6"),
    (
        "A party that was asked and did not answer",
        ["japan alleges", "seoul alleges", "russia no_response"],
        [],
        "russia",
        "unverified 6 no_position_taken",
    ),
    (
        "A stranger's silence is not flagged",
        ["japan declines_to_comment"],
        [],
        "russia",
        "unverified 6",
    ),
    (
        "All who affirm hedge",
        ["japan alleges probable", "seoul alleges possible"],
        [],
        "russia",
        "unverified 6 hedged_only",
    ),
]


@pytest.mark.parametrize(("sentence", "stances", "evidence", "sides", "expected"), RULES)
def test_a_rule(
    sentence: str, stances: list[str], evidence: list[str], sides: str, expected: str
) -> None:
    status, rule, *flags = expected.split()
    got = suggest(claim("A claim.", stances, evidence, sides))
    assert (got.status, got.rule, sorted(got.flags)) == (status, int(rule), sorted(flags)), sentence
    assert got.reasons


LATEST = [
    (
        "It denied first and admits later",
        [("russia denies", 1), ("russia confirms", 9)],
        "acknowledged",
    ),
    (
        "It affirmed first and denies later",
        [("russia alleges", 1), ("russia denies", 9)],
        "unverified",
    ),
    (
        "Putin's later word replaces the Kremlin's",
        [("kremlin denies", 1), ("putin confirms", 9)],
        "acknowledged",
    ),
    (
        "Russia's later word replaces the Kremlin's",
        [("kremlin denies", 1), ("russia confirms", 9)],
        "acknowledged",
    ),
    (
        "The ministry's later word leaves the Kremlin's standing",
        [("kremlin denies", 1), ("foreign-ministry confirms", 9)],
        "contested",
    ),
    ("Both on one day stand", [("russia denies", 1), ("russia confirms", 1)], "contested"),
    ("A row without a date stands", [("russia denies", None), ("russia confirms", 9)], "contested"),
    (
        "It affirmed and takes it back",
        [("russia alleges", 1), ("russia retracts", 9)],
        "unverified",
    ),
    (
        "It takes it back on the same day",
        [("russia alleges", 1), ("russia retracts", 1)],
        "unverified",
    ),
    (
        "It denied and takes the denial back",
        [("russia denies", 1), ("russia retracts", 5)],
        "unverified",
    ),
    (
        "It affirmed and now declines",
        [("russia alleges", 1), ("russia declines_to_comment", 9)],
        "acknowledged",
    ),
]


@pytest.mark.parametrize(("sentence", "rows", "status"), LATEST)
def test_the_latest_word_of_a_party_counts(
    sentence: str, rows: list[tuple[str, int | None]], status: str
) -> None:
    stances = tuple(stance(i, words, day) for i, (words, day) in enumerate(rows, 1))
    got = suggest(ClaimInput(text="x", implicated=frozenset({"russia"}), stances=stances))
    assert got.status == status, sentence


def test_the_reason_says_that_a_party_moved() -> None:
    rows = (stance(1, "russia denies", 1), stance(2, "russia confirms", 9))
    got = suggest(ClaimInput(text="x", implicated=frozenset({"russia"}), stances=rows))
    assert any("2024-02-01" in reason and "2024-02-09" in reason for reason in got.reasons)
    assert got.rests_on == ("stance:2",)


def test_stances_after_the_day_asked_about_are_not_read() -> None:
    rows = (stance(1, "russia denies", 1), stance(2, "russia confirms", 9))
    asked = ClaimInput(
        text="x", implicated=frozenset({"russia"}), stances=rows, on=date(2024, 2, 5)
    )
    assert suggest(asked).status is Status.UNVERIFIED
    assert Flag.DENIED in suggest(asked).flags


def test_against_its_own_interest() -> None:
    got = suggest(claim("Russia shot it down.", ["russia confirms"], [], "russia", "russia"))
    assert got.flags == (Flag.AGAINST_OWN_INTEREST,)


def test_it_rests_on_the_rows_that_the_rule_read() -> None:
    got = suggest(
        claim("x", ["japan alleges", "unattributed alleges", "russia denies"], ["context A 1 ap"])
    )
    assert got.rests_on == ("stance:1", "stance:3")


def test_what_would_change_the_supply_of_missiles() -> None:
    would = {change.change: change.status for change in suggest(DISPATCH[1][1]).would_change}
    assert would == {
        "russia affirms it": Status.CONTESTED,
        "a named party affirms it": Status.CONTESTED,
        "one more strong origin undermines it": Status.REFUTED,
    }


PARTIES = ["kcna", "north-korea", "kremlin", "putin", "russia", "japan", "unattributed"]
rows = st.lists(
    st.builds(
        lambda party, value, how, day, origin: (party, value, how, day, origin),
        st.sampled_from(PARTIES),
        st.sampled_from(list(Stance)),
        st.sampled_from(list(Commitment)),
        st.one_of(st.none(), st.integers(1, 3)),
        st.sampled_from(["ap", "afp", ""]),
    ),
    max_size=6,
)
proofs = st.lists(
    st.tuples(
        st.sampled_from(list(Relation)),
        st.sampled_from([Reliability.A, Reliability.C]),
        st.sampled_from([1, 2, 3]),
        st.sampled_from(["ap", "afp", "upi"]),
    ),
    max_size=4,
)


@st.composite
def claims(draw: st.DrawFn) -> ClaimInput:
    stances = tuple(
        stance(i, f"{party} {value} {how}", day, origin=origin)
        for i, (party, value, how, day, origin) in enumerate(draw(rows), 1)
    )
    evidence = tuple(
        proof(i, f"{relation} {grade} {credibility} {origin}")
        for i, (relation, grade, credibility, origin) in enumerate(draw(proofs), 1)
    )
    sides = draw(st.sets(st.sampled_from(["north-korea", "russia"])))
    return ClaimInput(text="x", implicated=frozenset(sides), stances=stances, evidence=evidence)


@settings(max_examples=60)
@given(claims(), st.randoms(use_true_random=False))
def test_order_makes_no_difference(asked: ClaimInput, random: object) -> None:
    stances, evidence = list(asked.stances), list(asked.evidence)
    random.shuffle(stances)  # type: ignore[attr-defined]
    random.shuffle(evidence)  # type: ignore[attr-defined]
    shuffled = asked.model_copy(update={"stances": tuple(stances), "evidence": tuple(evidence)})
    assert suggest(shuffled) == suggest(asked)


@settings(max_examples=60)
@given(claims(), st.data())
def test_a_copy_of_the_same_origin_makes_no_difference(
    asked: ClaimInput, data: st.DataObject
) -> None:
    more: dict[str, object] = {}
    if asked.stances:
        row = data.draw(st.sampled_from(asked.stances))
        more["stances"] = (*asked.stances, row.model_copy(update={"id": 99}))
    if asked.evidence:
        item = data.draw(st.sampled_from(asked.evidence))
        more["evidence"] = (*asked.evidence, item.model_copy(update={"id": 99}))
    assert suggest(asked.model_copy(update=more)) == suggest(asked)


@settings(max_examples=60)
@given(claims(), st.sampled_from(sorted(TAKES_NO_POSITION)), st.sampled_from(PARTIES))
def test_no_position_moves_no_status(asked: ClaimInput, value: Stance, party: str) -> None:
    before = suggest(asked)
    added = (*asked.stances, stance(99, f"{party} {value}", 28))
    after = suggest(asked.model_copy(update={"stances": added}))
    assert (after.status, after.rule, after.commitment) == (
        before.status,
        before.rule,
        before.commitment,
    )
    assert set(after.flags) - set(before.flags) <= {Flag.NO_POSITION_TAKEN}


@settings(max_examples=60)
@given(claims())
def test_only_people_say_misleading_and_what_ifs_are_true(asked: ClaimInput) -> None:
    got = suggest(asked)
    assert got.status not in HUMAN_ONLY
    runs = {change: judge(changed).status for change, changed in flips(asked)}
    for what_if in got.would_change:
        assert what_if.status not in HUMAN_ONLY
        assert what_if.status is not got.status
        assert runs[what_if.change] is what_if.status
    moved = {change for change, status in runs.items() if status is not got.status}
    assert moved == {what_if.change for what_if in got.would_change}


LIGHT = [
    ("Dorland supplies missiles to Ruritania.", "dorland"),
    ("Dorland's gift violates the embargo on Ruritania.", "dorland"),
    ("The mayor was killed by Dorland.", "dorland"),
    ("Dorland's army shelled the port of Ruritania.", "dorland"),
    ("Dorland spied on Ruritania.", "dorland"),
    ("Dorland lost three ships off Ruritania.", "dorland"),
    ("Dorland's drones struck a school in Ruritania.", "dorland"),
    ("Dorland hit the port of Ruritania.", "dorland"),
    ("Dorland raided the homes of editors in Ruritania.", "dorland"),
    ("Dorland fired on fishermen of Ruritania.", "dorland"),
    ("Dorland fired two missiles over Ruritania.", "dorland"),
    ("A school in Ruritania was struck by Dorland.", "dorland"),
    ("Dorland struck a trade deal with Ruritania.", ""),
    ("Dorland hit its targets, and Ruritania did not.", ""),
    ("The bags were smuggled into Ruritania.", ""),
    ("Dorland gave Ruritania a car.", ""),
    ("Dorland destroyed five tanks of Ruritania.", ""),
    ("Dorland sends medicine to Ruritania.", ""),
]


@pytest.mark.parametrize(("sentence", "expected"), LIGHT)
def test_whom_a_claim_discredits(sentence: str, expected: str) -> None:
    mentions = [
        (name.lower(), sentence.index(name), sentence.index(name) + len(name))
        for name in ("Dorland", "Ruritania")
        if name in sentence
    ]
    assert discredited(sentence, mentions) == frozenset(expected.split())
    if expected:
        assert discredits(sentence)
