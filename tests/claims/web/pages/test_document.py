"""A document's page: the text as it is, stances in place, corrections through the desk."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from html import unescape
from typing import Any

import pytest
from fastapi.testclient import TestClient

from claims import desk, views
from claims.model import Stance
from claims.status import Actor, Role, Scope
from claims.store import Store
from claims.store.facts import Reading, StanceRow
from claims.web.pages import chips

BO = Actor(name="Bo", role=Role.REVIEWER)
CASE = {
    "claim": "Northland ships grain through the strait.",
    "quote": "Northland <b>ships</b> grain,\r\nits minister said & swore",
}


@pytest.fixture
def told(seed: Any) -> dict[str, int]:
    """One document with two positions, one inside the other."""
    with seed.together():
        grain = seed.claim(CASE["claim"])
        other = seed.claim("The minister swore.")
        stance = seed.stance(
            grain, "Northland", Stance.ALLEGES, quote=CASE["quote"], speaker="Ro Venn"
        )
        outer = seed._open.session.get(StanceRow, stance)
        start = outer.start + CASE["quote"].index("its minister")
        inner = seed.add(
            StanceRow(
                **outer.model_dump(exclude={"id", "seq"})
                | {
                    "claim_id": other,
                    "value": Stance.DENIES,
                    "start": start,
                    "end": start + len("its minister"),
                    "exact": "its minister",
                }
            )
        )
        document = outer.document_id
    return {"grain": grain, "document": document, "outer": stance, "inner": inner}


def read_article(page: str) -> str:
    """The article's text as a browser would give it back."""
    inner = page.partition('id="article"')[2].partition(">")[2].partition("</div>")[0]
    return unescape(re.sub(r"<[^>]*>", "", inner))


def test_the_text_stands_as_recorded_with_stances_in_place(
    client: TestClient, store: Store, told: dict[str, int]
) -> None:
    page = client.get(f"/documents/{told['document']}")
    assert page.status_code == 200
    text = views.document(store, told["document"]).text
    assert read_article(page.text) == text
    marks = re.findall(
        r'<a class="mark ([^"]*)" href="#stance-(\d+)" data-stances="([^"]*)"', page.text
    )
    outer, inner = str(told["outer"]), str(told["inner"])
    assert [(int(href), stances) for _, href, stances in marks] == [
        (told["outer"], outer),
        (told["inner"], f"{outer} {inner}"),
        (told["outer"], outer),
    ]
    assert "tone-deny line-denies several" in marks[1][0]
    assert "tone-affirm line-alleges" in marks[0][0]


def test_hostile_text_is_inert(client: TestClient, told: dict[str, int]) -> None:
    page = client.get(f"/documents/{told['document']}").text
    assert "<b>ships" not in page
    assert "&lt;b&gt;ships" in page
    assert "&#13;" in page
    assert (
        "script-src 'self'"
        in client.get(f"/documents/{told['document']}").headers["content-security-policy"]
    )
    assert " style=" not in page
    assert " onclick" not in page


def test_the_page_tells_where_the_text_comes_from(client: TestClient, told: dict[str, int]) -> None:
    page = client.get(f"/documents/{told['document']}").text
    for words in ("Paper", "usually reliable", "Northland", "Ro Venn", "90 %", "hand/1"):
        assert words in page
    assert f'href="/claims/{told["grain"]}"' in page
    assert "the verb says so" in page
    assert 'href="/sources/paper"' in page


def test_an_address_that_is_none_of_the_web_is_no_link(client: TestClient, seed: Any) -> None:
    number = seed.document("Grain ships.", url="javascript:alert(1)")
    page = client.get(f"/documents/{number}").text
    assert "javascript:alert(1)" in page
    assert 'href="javascript' not in page


def test_copies_are_linked(client: TestClient, seed: Any) -> None:
    words = " ".join(f"word{number}" for number in range(400))
    with seed.together() as tx:
        first, second = seed.document(words, "paper"), seed.document(words, "agency")
        from claims.store import mark_document

        for number in (first, second):
            tx.index_document(number, *mark_document(words))
    page = client.get(f"/documents/{first}").text
    assert "Shares its words with 1 other document" in page
    assert f'href="/documents/{second}"' in page
    assert "an origin of its own" in page


def test_a_document_that_was_not_read_says_why(client: TestClient, seed: Any) -> None:
    number = seed.document("Das Getreide fährt.")
    seed.add(
        Reading(
            document_id=number,
            extractor="rules/9",
            skipped="language 'de' is not English; only English is read",
            recorded_at=seed.clock.moment,
        )
    )
    page = client.get(f"/documents/{number}").text
    assert "Not read for claims by rules/9" in page
    assert "only English is read" in page


def test_a_document_without_findings_teaches(client: TestClient, seed: Any) -> None:
    page = client.get(f"/documents/{seed.document('Nothing to see.')}").text
    assert "0 findings" in page
    assert "found nobody taking a position" in page


@pytest.mark.parametrize("address", ["/documents/99", "/documents/99/stances/1"])
def test_unknown_document_is_a_404_page(log_in: Any, address: str) -> None:
    answer = log_in("Ana", Scope.REVIEW).get(address, headers={"accept": "text/html"})
    assert answer.status_code == 404
    assert "no document 99 is on record" in unescape(answer.text)


def test_reading_takes_a_login_and_correcting_the_scope(
    log_in: Any, store: Store, told: dict[str, int]
) -> None:
    here, form = f"/documents/{told['document']}", f"/documents/{told['document']}/stances/1"
    nobody = log_in("Ana")
    nobody.cookies.clear()
    assert nobody.get(here).headers["location"].startswith("/login?next=")
    reader = log_in("Ana")
    assert reader.get(here).status_code == 200
    assert "Correct or withdraw" not in reader.get(here).text
    assert reader.get(form).status_code == 403
    assert reader.post(f"{here}/correct/{told['outer']}").status_code == 403


def test_a_correction_supersedes_and_the_old_one_is_struck(
    log_in: Any, store: Store, told: dict[str, int]
) -> None:
    here = f"/documents/{told['document']}"
    browser = log_in("Ana", Scope.REVIEW)
    assert "Correct or withdraw" in browser.get(here).text
    answer = browser.fill_in(
        f"{here}/correct/{told['outer']}",
        f"{here}/stances/{told['outer']}",
        party="Southland",
        new_party="Southland",
        value="denies",
        reason="The <cue> is 'rejects'",
    )
    assert answer.status_code == 303
    page = views.document(store, told["document"])
    new = next(each.cell for each in page.stances if each.cell.supersedes == told["outer"])
    assert answer.headers["location"] == f"{here}#stance-{new.stance_id}"
    assert (new.party.name, new.value, new.recorded_by) == ("Southland", Stance.DENIES, "Ana")
    (off,) = views.taken_off(store, told["document"])
    assert (off.stance_id, off.replaced_by, off.by) == (told["outer"], new.stance_id, "Ana")
    assert (off.by_person, off.reason) == (True, "The <cue> is 'rejects'")
    after = browser.get(here).text
    assert "Corrected. Stance" in after
    assert "set by <bdi>Ana</bdi>" in after, "the machine's estimate is none of hers"
    assert re.search(r"<del>.*Northland.*alleges", after)
    assert "The &lt;cue&gt; is" in after


def test_a_party_new_to_the_record_is_asked_about_first(
    log_in: Any, store: Store, told: dict[str, int]
) -> None:
    """With the names near it; sent again it is added, and another new name is asked about."""
    here = f"/documents/{told['document']}"
    browser = log_in("Ana", Scope.REVIEW)
    act, form = f"{here}/correct/{told['outer']}", f"{here}/stances/{told['outer']}"
    asked = browser.fill_in(act, form, party="Nothland", reason="a <slip>")
    page = unescape(asked.text)
    assert asked.status_code == 422
    assert "“Nothland” is on record nowhere, and would be a party of its own" in page
    assert "Near it: Northland. Name another party" in page
    assert '<option value="Northland">' in page
    for kept in ("Nothland", "a <slip>"):
        assert f'value="{kept}"' in page
    assert views.taken_off(store, told["document"]) == ()

    other = browser.fill_in(act, form, party="Notland", new_party="Nothland", reason="a slip")
    assert "“Notland” is on record nowhere" in unescape(other.text)
    done = browser.fill_in(act, form, party="Nothland", new_party="Nothland", reason="it is one")
    assert done.status_code == 303
    assert "Nothland is a party new to the record." in browser.get(here).text


@pytest.mark.parametrize("party", ["southland", "SOUTHLAND", "Kremlin"])
def test_a_party_that_record_or_catalogue_knows_is_not_asked_about(
    log_in: Any, seed: Any, told: dict[str, int], party: str
) -> None:
    seed.stance(told["grain"], "Southland", Stance.DENIES)
    here = f"/documents/{told['document']}"
    act, form = f"{here}/correct/{told['outer']}", f"{here}/stances/{told['outer']}"
    browser = log_in("Ana", Scope.REVIEW)
    assert browser.fill_in(act, form, party=party, reason="so it says").status_code == 303
    assert "new to the record" not in browser.get(here).text


def test_a_span_is_corrected(log_in: Any, store: Store, told: dict[str, int]) -> None:
    here = f"/documents/{told['document']}"
    text = views.document(store, told["document"]).text
    start = text.index("its minister")
    answer = log_in("Ana", Scope.REVIEW).fill_in(
        f"{here}/correct/{told['outer']}",
        f"{here}/stances/{told['outer']}",
        party="Northland",
        start=str(start),
        end=str(start + 3),
        reason="too long",
    )
    assert answer.status_code == 303
    spans = [each.cell.span.exact for each in views.document(store, told["document"]).stances]
    assert sorted(spans) == ["its", "its minister"]


def test_a_day_is_corrected(log_in: Any, store: Store, told: dict[str, int]) -> None:
    here, form = (
        f"/documents/{told['document']}",
        f"/documents/{told['document']}/stances/{told['outer']}",
    )
    browser = log_in("Ana", Scope.REVIEW)
    assert 'name="day" type="date" value="2026-03-01"' in browser.get(form).text
    answer = browser.fill_in(
        f"{here}/correct/{told['outer']}", form, day="2026-02-27", reason="the dateline"
    )
    assert answer.status_code == 303
    days = [str(each.cell.day) for each in views.document(store, told["document"]).stances]
    assert sorted(days) == ["2026-02-27", "2026-03-01"]


@pytest.mark.parametrize(
    ("moment", "told"),
    [
        (datetime(2026, 3, 3, tzinfo=UTC), '<time datetime="2026-03-03">3 Mar 2026</time>'),
        (datetime(2026, 3, 3, 6, 5, tzinfo=UTC), 'data-local title="3 Mar 2026, 06:05 UTC"'),
    ],
)
def test_a_day_without_an_hour_is_no_moment_that_a_clock_moves(moment: datetime, told: str) -> None:
    assert told in chips.published(moment)


def test_a_day_that_is_not_known_is_told(client: TestClient, seed: Any) -> None:
    number = seed.document("Grain ships.", day=None)
    assert "day not known" in client.get(f"/documents/{number}").text


REFUSED: list[tuple[dict[str, str], str]] = [
    ({"reason": "because so"}, "a correction must change something"),
    ({"party": "Northland", "value": "alleges", "reason": "same"}, "must change something"),
    ({"value": "denies", "reason": ""}, "Give a reason"),
    ({"value": "shouts", "reason": "it does"}, "value: Input should be"),
    ({"day": "Friday", "reason": "the dateline"}, "said_on: Input should be a valid date"),
    ({"day": "2999-01-01", "reason": "the dateline"}, "2999-01-01 lies ahead"),
    ({"start": "3", "end": "", "reason": "shift"}, "needs both start and end"),
    ({"start": "0", "end": "99999", "reason": "shift"}, "lies outside a text"),
    ({"start": "x", "end": "9", "reason": "shift"}, "start: Input should be a valid integer"),
]


def test_a_refused_correction_keeps_what_was_typed(
    log_in: Any, store: Store, told: dict[str, int]
) -> None:
    here = f"/documents/{told['document']}"
    browser = log_in("Ana", Scope.REVIEW)
    for fields, said in REFUSED:
        answer = browser.fill_in(
            f"{here}/correct/{told['outer']}", f"{here}/stances/{told['outer']}", **fields
        )
        assert answer.status_code == 422, fields
        assert said in unescape(answer.text), fields
        for typed in fields.values():
            assert typed == "shouts" or f'value="{typed}"' in answer.text, fields
    assert views.taken_off(store, told["document"]) == ()


def test_somebody_was_quicker(log_in: Any, store: Store, told: dict[str, int]) -> None:
    """409 with what changed and the form again, on the finding that stands there now."""
    here = f"/documents/{told['document']}"
    browser = log_in("Ana", Scope.REVIEW)
    form = f"{here}/stances/{told['outer']}"
    correction = desk.StanceCorrection(value=Stance.DOUBTS)
    new = desk.correct_stance(store, BO, told["outer"], correction, "it is a question")
    fields = {"value": "denies", "reason": "long and careful words"}
    answer = browser.fill_in(f"{here}/correct/{told['outer']}", f"{here}/stances/{new}", **fields)
    assert answer.status_code == 409
    for words in ("it is a question", "corrected by", "long and careful words", f"correct/{new}"):
        assert words in answer.text
    assert '<option value="denies" selected>' in answer.text
    assert browser.get(form).status_code == 409
    desk.withdraw(store, BO, "stance", new, "nobody said it")
    answer = browser.fill_in(f"{here}/correct/{new}", f"{here}/stances/{told['inner']}", **fields)
    assert answer.status_code == 409
    assert "Nothing stands there now" in answer.text
    assert "long and careful words" in answer.text


def test_withdrawn_finding_stands_struck_in_the_history(
    log_in: Any, store: Store, told: dict[str, int]
) -> None:
    here = f"/documents/{told['document']}"
    browser = log_in("Ana", Scope.REVIEW)
    form = f"{here}/stances/{told['inner']}"
    assert browser.fill_in(f"{here}/withdraw/{told['inner']}", form, why="other").status_code == 422
    answer = browser.fill_in(
        f"{here}/withdraw/{told['inner']}", form, why="not_a_claim", reason="a wish"
    )
    assert (answer.status_code, answer.headers["location"]) == (303, f"{here}#taken-off")
    (off,) = views.taken_off(store, told["document"])
    assert (off.replaced_by, off.by) == (None, "Ana")
    assert off.reason == "Not a claim: nothing that could be checked. a wish"
    page = browser.get(here).text
    assert 'id="taken-off"' in page
    assert "1 finding" in page


def test_a_form_from_elsewhere_is_refused(log_in: Any, told: dict[str, int]) -> None:
    browser = log_in("Ana", Scope.REVIEW)
    answer = browser.post(
        f"/documents/{told['document']}/correct/{told['outer']}",
        data={"value": "denies", "reason": "because", "csrf": "0" * 64},
    )
    assert answer.status_code == 403


def test_a_stance_of_another_document_is_not_found(log_in: Any, told: dict[str, int]) -> None:
    browser = log_in("Ana", Scope.REVIEW)
    assert browser.get(f"/documents/{told['document']}/stances/999").status_code == 404
