"""What commands say became of it: of claims after an act, of material that failed."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claims import desk, views
from claims.desk import Actor, Role
from claims.model import Relation
from claims.store import Store
from flows.commands import material
from flows.requests import IngestReport

Type = Callable[..., Any]


def test_a_stance_is_corrected_and_withdrawn(ingested: Path, onrecord: Type) -> None:
    told = onrecord("correct", 1, "--stance", "denies", "-r", "the cue is a denial").out
    found = re.match(r"Stance 1 is superseded by (\d+): (.+) denies\.\nClaim \d+", told)
    assert found, told

    told = onrecord("withdraw", "stance", found[1], "-r", "no claim at all").out
    assert re.search(r"withdrawn; it stays in the journal\.\nClaim \d+( stays|:) ", told)


def test_a_party_that_a_correction_adds_is_told_with_those_near_it(
    ingested: Path, onrecord: Type
) -> None:
    def correct(stance: str, party: str) -> str:
        said = onrecord("correct", stance, "--party", party, "-r", "as the text says")
        return str(said.out)

    told = correct("1", "Noth Korea")
    (number,) = re.findall(r"superseded by (\d+)", told)
    assert "Noth Korea is a party new to the record; near it: North Korea" in told
    assert f"not meant: onrecord correct {number} --party NAME" in told
    assert "new to the record" not in correct(number, "north korea")


def test_what_an_act_does_to_the_status_is_told(
    ingested: Path, onrecord: Type, held: Store
) -> None:
    grade = ("--relation", "undermines", "--reliability", "A", "--credibility", 1)
    source = ("--url", "https://example.org/register", "--title", "register")

    told = onrecord("evidence", "attach", 1, *grade, *source).out
    assert "Claim 1: " in told
    assert told.splitlines()[1].endswith(" → refuted (suggested).")
    assert "tells again" not in told
    again = onrecord("evidence", "attach", 1, *grade, *source).out
    assert "it tells again what evidence 2 does: the two count as one." in again
    assert "(copies of it: evidence 3)" in " ".join(onrecord("claim", 1).out.split())
    assert "Claim 1 stays refuted" in again
    why = "Nobody independent saw it."
    onrecord("decide", 1, "--status", "misleading", "--rationale", why)
    onrecord("approve", 1, "--by", "Bo")
    first, second = re.findall(r"Evidence (\d+)", told + again)
    told = onrecord("withdraw", "evidence", first, "-r", "it is of another ship").out
    assert told.endswith("Claim 1 stays misleading (decided).\n"), "it suggests what it did"
    told = onrecord("withdraw", "evidence", second, "-r", "it is of another ship").out
    assert "Claim 1 stays misleading (decided). The policy now suggests unverified." in told


def test_evidence_is_accepted_with_the_grades_of_a_person(
    ingested: Path, onrecord: Type, held: Store
) -> None:
    found = desk.EvidenceFound(
        claim_id=1, document_id=2, start=0, end=20, relation=Relation.CONTEXT, score=1, reasons=()
    )
    desk.propose_evidence(held, Actor(name="machine:test", role=Role.MACHINE), [found])
    number = max(row.proposal_id for row in views.proposals(held))

    graded = ("--relation", "undermines", "--reliability", "B", "--credibility", 2)
    told = onrecord("accept", number, *graded)

    assert "→ refuted (suggested)." in told.out
    (item,) = [piece.lead for group in views.claim(held, 1).evidence for piece in group.pieces]
    assert (item.relation, item.reliability, item.credibility) == ("undermines", "B", 2)


def test_a_failure_is_shown_and_closed_by_hand(home: Path, onrecord: Type, held: Store) -> None:
    machine = Actor(name="machine:test", role=Role.MACHINE)
    desk.record_failure(held, machine, desk.FailureDraft(name="a", step="read", reason="empty"))

    assert "onrecord give-up ID" in onrecord("failures").out
    assert "Failure 1 is closed" in onrecord("give-up", 1).out
    assert "No failures." in onrecord("failures").out
    assert "given_up by Ana" in " ".join(onrecord("failures", "--all").out.split())


def test_what_was_not_read_or_not_dated_is_told_as_it_comes_in(
    home: Path, onrecord: Type, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(home)
    Path("a.txt").touch()
    report = IngestReport(
        documents=2, undated=1, not_extracted=1, not_read_reasons=["b.txt: language 'fr'"]
    )
    monkeypatch.setattr(material, "run_and_watch", lambda *_: report.model_dump(mode="json"))

    said = onrecord("ingest", "a.txt")

    assert said.status == 0
    first, second = said.err.splitlines()
    assert first == "not read: b.txt: language 'fr'"
    assert second.startswith("1 document names no day of publication: positions are dated today")
    assert "--published DATE" in second


@pytest.mark.parametrize("words", [("ingest", "a.txt"), ("ingest", "a.txt", "--json"), ("retry",)])
def test_where_something_failed_the_reason_is_told_and_the_status_is_1(
    home: Path, onrecord: Type, held: Store, monkeypatch: pytest.MonkeyPatch, words: Any
) -> None:
    machine = Actor(name="machine:test", role=Role.MACHINE)
    desk.record_failure(held, machine, desk.FailureDraft(name="a", step="read", reason="empty"))
    monkeypatch.chdir(home)
    Path("a.txt").touch()
    report = IngestReport(failures=3, failure_reasons=["a.txt: read failed: empty"])
    monkeypatch.setattr(material, "run_and_watch", lambda *_: report.model_dump(mode="json"))

    said = onrecord(*words)

    assert said.status == 1
    if "--json" in words:
        assert json.loads(said.out)["failures"] == 3
    else:
        assert said.err == "a.txt: read failed: empty\nand 2 more: onrecord failures\n"
        assert "next: onrecord failures" in said.out
