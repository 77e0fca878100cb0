"""Every command, at 80 columns: what it prints, and its refusals as one sentence with status 1."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from claims import desk, views
from claims.desk import Actor, NotOnRecordError, Role
from claims.store import Store
from flows.cli import app, explain, main
from flows.commands.context import RefusedError
from flows.start import INTERRUPTED
from flows.temporary_server import free_port

Type = Callable[..., Any]
LONG = "Nobody independent saw it."
MARKUP = "[bold]loud[/bold] [/x] [red]"


@pytest.mark.parametrize(
    ("error", "said"),
    [
        pytest.param(RefusedError("say which"), "say which", id="a command's refusal"),
        pytest.param(
            NotOnRecordError("claim", 9),
            "no claim 9 is on record (all of them: onrecord board)",
            id="the desk's refusal",
        ),
        pytest.param(
            views.NotOnRecord("claim", 9),
            "no claim 9 is on record (all of them: onrecord board)",
            id="a view's, in the same words",
        ),
        pytest.param(
            FileNotFoundError(2, "No such file or directory", "/x"),
            "/x: No such file or directory",
            id="a path that is not there",
        ),
        pytest.param(
            PermissionError(13, "Permission denied", "/here/logs"),
            "/here/logs: Permission denied (ONRECORD_HOME names the record's folder, /here)",
            id="a path of the record's folder",
        ),
        pytest.param(
            OSError(28, "No space left on device"),
            "the output cannot be written: No space left on device",
            id="a disk that is full",
        ),
        pytest.param(
            OperationalError("SELECT", None, Exception("refused\nat 1")),
            "the record's database cannot be used: refused: /here/record.sqlite (ONRECORD_HOME",
            id="a database that is away: its first line, and where it is",
        ),
    ],
)
def test_a_refusal_is_a_sentence(
    error: Exception, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ONRECORD_HOME", "/here")
    monkeypatch.delenv("ONRECORD_DATABASE_URL", raising=False)
    assert (explain(error) or "").startswith(said)


def test_ctrl_c_says_what_became_of_the_work(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("flows.commands.reading.open_record", interrupt)
    monkeypatch.setattr("sys.argv", ["onrecord", "queue"])
    with pytest.raises(SystemExit) as left:
        main()
    assert left.value.code == INTERRUPTED
    assert "the same command carries on" in " ".join(capsys.readouterr().err.split())


def test_an_error_of_ours_is_no_refusal() -> None:
    assert explain(ZeroDivisionError()) is None


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("board", "✗ North Korea"),
        ("board missiles", "ballistic missiles"),
        ("board --status misleading", "No claim fits these filters."),
        ("board --party Kremlin", "∅ Kremlin"),
        ("board --limit 1", "more: the same command with --after"),
        (
            "board --as-of 2020-01-01",
            "No claim was on record yet on 2020-01-01: the first came on 20",
        ),
        ("claim 1", "Who says what"),
        ("party Kremlin", "Dmitry Peskov"),
        ("party 'North Korea'", "✗ denies"),
        ("queue", "triage:"),
        ("queue --limit 1", "more: --limit N, or onrecord board --stage new"),
        ("documents", "Meridian Wire"),
        ("failures", "No failures."),
        ("retry", "Nothing failed: nothing to retry."),
        ("ledger verify", "The ledger holds: "),
        ("ledger verify", "Dashboards read what the facts give: "),
        ("db upgrade", "The database is at revision"),
        ("rebuild", "rebuilt from the facts"),
    ],
)
def test_reading(ingested: Path, onrecord: Type, words: str, shown: str) -> None:
    import shlex

    said = onrecord(*shlex.split(words))

    assert (said.status, said.err) == (0, "")
    assert shown in said.out
    assert max(map(len, said.out.splitlines()), default=0) <= 80 or "--after" in said.out


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("claim 999", "no claim 999 is on record"),
        ("party Nobody-at-all", "no party 'Nobody-at-all' is on record"),
        ("board --after zzz", "cursor 'zzz'"),
        ("ingest /no/such", "/no/such does not exist"),
        (f"ingest {__file__} --outlet reuterz", "outlet: no outlet 'reuterz' is in the catalogue"),
        ("extract /no/such", "/no/such does not exist"),
        (
            "approve 1",
            "Open now: onrecord decide 1 --status ... --rationale ..., onrecord triage 1",
        ),
        ("board --party Nobody", "(all of them: onrecord parties list)"),
        ("unpark 1", "is new, not parked"),
        ("triage 1 --by machine:policy", "machine:policy is the machine's name"),
        ("accept 999", "no proposal 999"),
        ("park 1 -r later", "a reason of at least 10 characters"),
        ("claims merge 1 2 -r x", "at least 3 characters"),
        ("correct 1 -r why", "say what is right: give --party, --stance, --day or several"),
        (
            "correct 999 --stance denies -r why",
            "no position 999 is on record (all of them: onrecord claim CLAIM)",
        ),
        ("decide 999 --status contested --rationale whatever-it-is", "no claim 999 is on record"),
        ("withdraw banana 1 -r why", "'banana' cannot be withdrawn"),
        ("claims merge 1 1 -r same", "cannot be merged into itself"),
        ("claims unmerge 1 -r why", "there is nothing to undo"),
        ("parties unmerge Kremlin -r why", "Kremlin"),
        ("evidence attach 1 --relation supports --reliability A --credibility 1", "say what"),
        (
            "evidence attach 1 --relation supports --reliability A --credibility 1"
            " --document 1 --quote nowhere-at-all",
            "document 1 holds this quote nowhere",
        ),
        (
            "evidence attach 1 --relation supports --reliability A --credibility 1 --file /no/f",
            "/no/f cannot be read",
        ),
        ("export /proc/nowhere", "/proc/nowhere: No such file"),
        (f"export {__file__}", "test_cli.py is a file: name a folder"),
        ("ledger verify --checkpoints /no/such", "/no/such: No such file"),
    ],
)
def test_refusals(ingested: Path, onrecord: Type, words: str, reason: str) -> None:
    said = onrecord(*words.split())

    assert (said.status, said.out) == (1, "")
    assert said.err.startswith("onrecord: ")
    assert reason in said.err
    assert "Traceback" not in said.err
    assert said.err.count("\n") == 1


def test_wrong_usage_says_what_would_be_right(home: Path, onrecord: Type) -> None:
    for words, hint in [
        ("board --status banana", "'banana' is not one of unverified, contested,"),
        ("ingest x --extractor magic", "'magic' is not one of auto, rules, model, llm"),
        ("evidence attach 1 --relation x", "is not one of supports, undermines, context"),
        ("board --as-of tomorrow", "2024-02-20"),
        ("board --as-of 2999-01-01", "lies ahead"),
        ("decide 1", "--status"),
    ]:
        said = onrecord(*words.split())
        assert said.status == 2, words
        assert hint in " ".join(said.err.replace("│", " ").split()), words


def test_an_empty_record_says_how_to_begin(home: Path, onrecord: Type) -> None:
    assert "next: onrecord ingest FILE" in onrecord("board").out
    assert onrecord("parties", "list").out.endswith("yet: onrecord ingest FILE\n")


@pytest.mark.parametrize(
    "words",
    ["board", "queue", "claim 1", "triage 1", "failures", "parties list", "tokens list",
     "ledger verify", "corrections export", "export out", "rebuild"],
)  # fmt: skip
def test_where_no_record_is_none_is_made_and_the_place_is_told(
    tmp_path: Path, onrecord: Type, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    elsewhere = tmp_path / "hoem"
    monkeypatch.setenv("ONRECORD_HOME", str(elsewhere))

    said = onrecord(*words.split())

    assert (said.status, said.out) == (1, "")
    assert f"there is no record at {elsewhere}/record.sqlite: onrecord ingest FILE" in said.err
    assert not elsewhere.exists()


def test_an_empty_record_is_named(home: Path, onrecord: Type) -> None:
    assert f"{home}/record.sqlite" in onrecord("board").out


def test_a_setting_with_a_typing_mistake_is_named_and_the_command_goes_on(
    home: Path, onrecord: Type, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ONRECORD_HOEM", "/x")

    said = onrecord("board")

    assert said.status == 0
    assert said.err.startswith("onrecord: ONRECORD_HOEM is set, but no setting has that name.")


def test_from_decision_to_reopening(ingested: Path, onrecord: Type) -> None:
    assert "new → decided" in decide(onrecord, 1).out
    again = onrecord("decide", 1, "--status", "contested", "--rationale", "No").err
    assert "is decided already: reopen it to decide it anew. Open now: onrecord reopen 1" in again
    assert "ONRECORD_DESK_OF_ONE=1" in onrecord("approve", 1).err
    for name in ("Ana", "ANA", " ana "):
        assert "another person must approve it" in onrecord("approve", 1, "--by", name).err
    approved = onrecord("approve", 1, "--by", "Bo")
    assert "decided → approved" in approved.out
    assert "next: onrecord run publish 1" in approved.out
    assert "approved → in_review" in onrecord("reopen", 1, "--reason", LONG).out


def test_calling_into_question_says_what_still_stands_published(
    ingested: Path, onrecord: Type, held: Store
) -> None:
    decide(onrecord, 1)
    onrecord("approve", 1, "--by", "Bo")
    assert "published" not in onrecord("reopen", 1, "--reason", LONG).out, "nothing was yet"
    decide(onrecord, 1)
    onrecord("approve", 1, "--by", "Bo")
    desk.publish(held, Actor(name="Bo", role=Role.APPROVER), 1)

    for command in ("challenge", "reopen"):
        said = " ".join(onrecord(command, 1, "--reason", LONG).out.split())
        assert "What was published of it stands; once onrecord run publish has run" in said


def test_an_approval_stands_where_what_follows_cannot_be_started(
    ingested: Path, onrecord: Type, monkeypatch: pytest.MonkeyPatch
) -> None:
    decide(onrecord, 1)
    monkeypatch.setenv("PREFECT_API_URL", f"http://127.0.0.1:{free_port()}/api")

    approved = onrecord("approve", 1, "--by", "Bo")

    assert approved.status == 0
    for said in ("decided → approved", "no Prefect server answers", "next: onrecord run publish 1"):
        assert said in approved.out


def test_the_commands_that_a_refusal_names_are_open(ingested: Path, onrecord: Type) -> None:
    onrecord("assign", 2, "--to", "Cy")
    refused = onrecord("approve", 2).err
    assert "onrecord reopen" not in refused, "it takes back what was decided"
    assert "onrecord decide 2 --status ... --rationale ..." in refused
    decide(onrecord, 2)
    assert "onrecord reopen 2 --reason ..." in onrecord("assign", 2, "--to", "Di").err
    assert onrecord("reopen", 2, "--reason", LONG).status == 0


def test_parking_and_taking_back(ingested: Path, onrecord: Type) -> None:
    assert "new → triaged" in onrecord("triage", 2).out
    assert "triaged → assigned" in onrecord("assign", 2, "--to", "Cy").out
    assert "assigned → parked" in onrecord("park", 2, "--reason", LONG).out
    assert "parked → assigned" in onrecord("unpark", 2).out


def test_markup_in_peoples_words_is_shown_as_they_wrote_it(ingested: Path, onrecord: Type) -> None:
    onrecord("triage", 3, "--reason", MARKUP, "--by", "[b]Eve[/b]")

    page = onrecord("claim", 3).out

    assert MARKUP in " ".join(page.split())
    assert "[b]Eve[/b]" in page


def test_merging_and_splitting_claims_can_be_undone(
    ingested: Path, onrecord: Type, held: Store
) -> None:
    decide(onrecord, 1)
    merged = onrecord("claims", "merge", 1, 2, "-r", "one matter").out
    assert "now counts under claim 2" in merged
    assert "Claim 2" in merged.splitlines()[1], "how it stands now"
    assert "Ana had decided claim 1: contested. Claim 2 does not take that over" in merged
    assert "stands by itself" in onrecord("claims", "unmerge", 1, "-r", "two after all").out
    stance = views.claim(held, 1).matrix.rows[0].days[0].cells[0].stance_id
    split = onrecord(
        "claims", "split", 1, "--text", "A new one.", "--stance", stance, "-r", "another matter"
    )
    assert "opened with 1 stance of claim 1.\nClaim 1" in split.out, "how that stands now"


def test_merging_parties_can_be_undone(ingested: Path, onrecord: Type) -> None:
    assert (
        "now counts as North Korea"
        in onrecord("parties", "merge", "KCNA", "North Korea", "-r", "same").out
    )
    assert "by itself" in onrecord("parties", "unmerge", "kcna", "-r", "two after all").out


def test_evidence_by_quote_by_file_and_by_address(
    ingested: Path, onrecord: Type, held: Store, tmp_path: Path
) -> None:
    record = tmp_path / "register.csv"
    record.write_text("ship,port\n")
    words = views.document(held, 1).text.split(".")[0]
    grade = ("--reliability", "B", "--credibility", "2")
    for given in (
        ("--document", 1, "--quote", words),
        ("--file", record),
        ("--url", "https://example.org/register", "--note", MARKUP),
    ):
        said = onrecord("evidence", "attach", 1, "--relation", "context", *grade, *given)
        assert (said.status, said.err) == (0, "")

    page = onrecord("claim", 1).out
    assert "pieces: 3" in page
    assert MARKUP in " ".join(page.split())


def test_json_is_json_and_nothing_else(ingested: Path, onrecord: Type) -> None:
    for words in ("board", "claim 1", "party Kremlin", "queue", "proposals", "documents"):
        said = onrecord(*words.split(), "--json")
        assert said.err == ""
        assert json.loads(said.out)


def test_a_forged_line_of_the_board_is_found_and_mended(
    ingested: Path, onrecord: Type, held: Store
) -> None:
    with held.begin() as session:
        session.execute(text("UPDATE board SET status = 'refuted' WHERE claim_id = 1"))

    said = onrecord("ledger", "verify")
    assert said.status == 1
    assert "claim 1, table board: status is 'refuted', and the facts give" in said.out
    assert "onrecord rebuild" in said.out

    assert onrecord("rebuild").status == 0
    assert onrecord("ledger", "verify").status == 0


def test_the_ledger_is_checked_against_what_was_signed(
    ingested: Path, onrecord: Type, tmp_path: Path
) -> None:
    signed = tmp_path / "signed.jsonl"
    assert onrecord("ledger", "checkpoint", signed).status == 0

    assert "It bears out 1 checkpoint." in onrecord("ledger", "verify", "--checkpoints", signed).out
    signed.write_text("nothing of the kind")
    assert "line 1 is no checkpoint" in onrecord("ledger", "verify", "--checkpoints", signed).err


def test_extract_prints_a_line_a_file_and_touches_no_record(
    home: Path, onrecord: Type, tmp_path: Path
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Chad denied on Tuesday that it had bought tanks from Germany.")
    before = sorted(home.iterdir())

    (line,) = onrecord("extract", "--jsonl", path).out.splitlines()

    told = json.loads(line)
    assert told["doc"] == "a"
    (stance,) = told["stances"]
    assert (stance["party"], stance["stance"]) == ("Chad", "denies")
    assert set(stance) >= {"start", "end", "party", "speaker", "aliases", "stance"}
    assert sorted(home.iterdir()) == before
    assert "1 stance on 1 claim\n" in onrecord("extract", path).out


def test_export_writes_every_shape(ingested: Path, onrecord: Type, tmp_path: Path) -> None:
    said = onrecord("export", tmp_path / "out")

    assert sorted(Path(line).suffix for line in said.out.splitlines()) == [
        ".atom", ".csv", ".csv", ".csv", ".json", ".json", ".json",
    ]  # fmt: skip
    assert "signed with placeholders: set ONRECORD_ORGANISATION_NAME (On the Record)" in said.err


def test_every_command_has_a_help_that_says_what_it_does(onrecord: Type, home: Path) -> None:
    import typer

    def walk(group: Any, path: tuple[str, ...]) -> None:
        for name, command in group.commands.items():
            assert command.help, (*path, name)
            if hasattr(command, "commands"):
                walk(command, (*path, name))

    walk(typer.main.get_command(app), ())
    front = onrecord("--help").out
    assert "onrecord ingest ARTICLE.txt" in front
    for part in ("Material", "Reading", "The desk", "The record", "Running"):
        assert part in front


def test_a_help_flows_to_the_width_of_the_terminal(onrecord: Type, home: Path) -> None:
    lines = [line.strip() for line in onrecord("ingest", "--help").out.splitlines()]
    assert "yet," not in lines, "no line break of the source's own"
    (first,) = [line for line in lines if line.startswith("Runs the ingest flow")]
    assert len(first) > 65


def test_the_version_is_told(onrecord: Type, home: Path) -> None:
    assert re.fullmatch(r"onrecord \d[\w.]*\n", onrecord("--version").out)


def test_the_whole_history_is_shown_where_it_is_asked_for(ingested: Path, onrecord: Type) -> None:
    for _ in range(7):
        onrecord("park", 1, "-r", "Wait for the papers.")
        onrecord("unpark", 1)
    assert "earlier entries left out: onrecord claim 1 --history" in onrecord("claim", 1).out
    assert "left out" not in onrecord("claim", 1, "--history").out


def test_letters_of_a_grade_may_be_small(ingested: Path, onrecord: Type) -> None:
    assert "no proposal 999" in onrecord("accept", 999, "--reliability", "b").err


def decide(onrecord: Type, claim_id: int) -> Any:
    return onrecord("decide", claim_id, "--status", "contested", "--rationale", LONG)


def test_tokens_are_made_listed_and_revoked(home: Path, onrecord: Type, held: Store) -> None:
    assert "No tokens." in onrecord("tokens", "list").out
    words = ["--name", "laptop", "--person", "Ana", "--scope", "review", "--scope", "read"]
    made = onrecord("tokens", "create", *words)
    assert "Token 1 for Ana (read, review), until 2" in made.out
    secret = next(line for line in made.out.splitlines() if line.startswith("onr_"))
    bearer = views.bearer_of_token(held, secret)
    assert bearer is not None
    assert bearer.person == "Ana"
    forever = onrecord("tokens", "create", *words, "--expires-days", 0, "--json")
    assert json.loads(forever.out)["expires_at"] is None
    assert "revoked" not in onrecord("tokens", "list").out.splitlines()[1]
    assert "no longer lets anybody in" in onrecord("tokens", "revoke", 1).out
    assert views.bearer_of_token(held, secret) is None
    assert [row["holds"] for row in json.loads(onrecord("tokens", "list", "--json").out)] == [
        False,
        True,
    ]
    assert (
        "no token 9 is on record (all of them: onrecord tokens"
        in onrecord("tokens", "revoke", 9).err
    )
    assert "was revoked before" in onrecord("tokens", "revoke", 1).err
    assert onrecord("tokens", "create", *words[:4]).status == 2


def test_a_log_in_link_is_printed_for_the_machine_itself(
    home: Path, onrecord: Type, held: Store
) -> None:
    link = onrecord("tokens", "link").out.strip()
    address, _, secret = link.partition("?token=")
    assert address == "http://127.0.0.1:8420/login"
    assert views.is_login_link(held, secret)
    assert views.bearer_of_token(held, secret) is None
