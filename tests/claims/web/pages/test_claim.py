"""A claim's page: how it stands and why, who says what, evidence by origin, history."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

from fastapi.testclient import TestClient

from claims import desk, views
from claims.model import Relation, Stance, Status, utcnow
from claims.store import Store
from claims.web.pages.claim import SHOWN_STEPS

DAY = date(2026, 3, 1)


def section(page: str, name: str) -> str:
    """The part of a page under a heading."""
    return page.partition(f'aria-labelledby="{name}"')[2].partition("</section>")[0]


def test_status_reasons_and_what_would_change_it(
    client: TestClient, filled: dict[str, int]
) -> None:
    why = section(client.get(f"/claims/{filled['grain']}").text, "why")
    for told in (
        "Decision:",
        "refuted",
        "The register shows it plainly.",
        "Suggestion:",
        "contested",
        "Northland affirms it and Southland denies it.",
        "What would change this",
        "if Southland confirmed it",
        "The machine now suggests another status",
    ):
        assert told in why, told


def test_the_matrix_is_parties_by_days(client: TestClient, filled: dict[str, int]) -> None:
    matrix = section(client.get(f"/claims/{filled['grain']}").text, "matrix")
    assert re.findall(r'<th scope="col"><time datetime="([\d-]+)"', matrix) == [
        "2026-03-02",
        "2026-03-01",
    ], "the newest day first"
    southland = re.search(r"Southland</bdi></a></th>(.*?)</tr>", matrix, re.S)
    assert southland is not None
    cells = re.findall(r"<td>(.*?)</td>", southland[1], re.S)
    assert ["neither confirms nor denies" in cells[0], "turned" in cells[0]] == [True, True]
    assert ["denies" in cells[1], "turned" in cells[1]] == [True, False]


def test_every_cell_opens_the_exact_words(client: TestClient, filled: dict[str, int]) -> None:
    page = client.get(f"/claims/{filled['grain']}").text
    links = [
        link.replace("&amp;", "&") for link in re.findall(r'hx-get="([^"]*quotes[^"]*)"', page)
    ]
    assert len(links) == 3
    for link in links:
        part = client.get(link, headers={"HX-Request": "true"}).text
        assert "The words of the document." in part
        assert re.search(r'href="/documents/\d+#stance-\d+"', part)
        assert "<html" not in part
        assert "<html" in client.get(link).text, "without a script it is a page"


def test_no_words_for_a_cell_that_is_empty(client: TestClient, filled: dict[str, int]) -> None:
    for query in ("party=1&day=2020-01-01", "party=99&day=2026-03-01"):
        assert client.get(f"/claims/{filled['grain']}/quotes?{query}").status_code == 404
    assert client.get(f"/claims/{filled['grain']}/quotes?party=1&day=x").status_code == 422


def test_a_change_of_position_stands_out(client: TestClient, seed: Any) -> None:
    with seed.together():
        claim = seed.claim("Southland moved the border post.")
        for offset, value in enumerate((Stance.DENIES, Stance.NEITHER, Stance.CONFIRMS)):
            seed.stance(claim, "Southland", value, DAY + timedelta(days=offset))
        seed.stance(claim, "Northland", Stance.ALLEGES, DAY)
    turns = section(client.get(f"/claims/{claim}").text, "turns")
    assert "Northland" not in turns
    said = re.findall(r"tone-\w+\" title=\"[^\"]*\">.*?<span>([^<]+)</span>", turns)
    assert said == ["denies", "neither confirms nor denies", "confirms"]


def test_of_many_changes_the_latest_are_shown(client: TestClient, seed: Any) -> None:
    claim = seed.claim("Grain crosses the strait.")
    for number in range(SHOWN_STEPS + 3):
        value = (Stance.DENIES, Stance.CONFIRMS)[number % 2]
        seed.stance(claim, "Southland", value, DAY + timedelta(days=number))

    turns = section(client.get(f"/claims/{claim}").text, "turns")
    assert turns.count("#stance-") == SHOWN_STEPS
    assert "after 3 earlier positions" in turns
    (more,) = re.findall(r'href="(/claims/\d+\?days=all)"', turns)
    whole = section(client.get(more).text, "turns")
    assert whole.count("#stance-") == SHOWN_STEPS + 3
    assert "earlier" not in whole


def test_evidence_stands_on_two_sides_with_copies_folded(client: TestClient, seed: Any) -> None:
    with seed.together():
        claim = seed.claim("Northland ships grain through the strait.")
        seed.evidence(claim, Relation.SUPPORTS, "A1", origin="wire", title="The wire")
        seed.evidence(claim, Relation.SUPPORTS, "C3", origin="wire", title="A copy of the wire")
        seed.evidence(claim, Relation.UNDERMINES, "B2", origin="harbour", title="The log")
    page = section(client.get(f"/claims/{claim}").text, "evidence")
    assert page.count("1 copy of the same origin") == 1
    evidence = client.get(f"/claims/{claim}").text.partition('aria-labelledby="evidence"')[2]
    supports, _, rest = evidence.partition('class="side undermines"')
    undermines, _, context = rest.partition('class="side context"')
    assert "The wire" in supports
    assert supports.index("The wire") < supports.index("A copy of the wire")
    assert "The log" in undermines
    assert "The log" not in supports
    assert "none" in context


def test_history_tells_who_when_what_why(client: TestClient, filled: dict[str, int]) -> None:
    page = client.get(f"/claims/{filled['grain']}").text
    history = page.partition('aria-labelledby="history"')[2]
    for told in ("decided", "Ana", "The register shows it plainly.", "published", "Bo", "opened"):
        assert told in history, told
    assert history.index("published") < history.index("claim opened"), "the newest first"


def test_a_reason_told_of_several_steps_is_told_once(
    client: TestClient, store: Store, filled: dict[str, int]
) -> None:
    why = "The post stands where it stood; both maps show it."
    ana = desk.Actor(name="Ana", role=desk.Role.REVIEWER)
    desk.assess_claims(store, ana, [filled["border"]])
    desk.decide(store, ana, filled["border"], Status.REFUTED, why)
    history = section(client.get(f"/claims/{filled['border']}").text, "history")
    assert history.count(why) == 1
    assert history.count("as above") == 6, "five steps of hers, and one of the policy's"


def test_a_challenge_stands_above_the_decision(
    client: TestClient, store: Store, filled: dict[str, int]
) -> None:
    page = client.get(f"/claims/{filled['border']}").text
    assert "Challenged by" not in page
    ana, bo = (desk.Actor(name=name, role=desk.Role.APPROVER) for name in ("Ana", "Bo"))
    desk.decide(store, ana, filled["border"], Status.REFUTED, "Both maps show the post.")
    desk.approve(store, bo, filled["border"])
    desk.challenge(store, ana, filled["border"], "A third map <came> in.")
    why = section(client.get(f"/claims/{filled['border']}").text, "why")
    assert why.index("A third map &lt;came&gt; in.") < why.index("Decision:")


def test_it_tells_when_it_changed_meanwhile(
    client: TestClient, store: Store, filled: dict[str, int]
) -> None:
    here = str(views.here(store))
    page = client.get(f"/claims/{filled['grain']}").text
    assert f'hx-sse:connect="/api/v1/events?since={here}"' in page
    assert f'data-claim-page="{filled["grain"]}"' in page
    today = utcnow().date()
    assert "hx-sse:connect" not in client.get(f"/claims/{filled['grain']}?as_of={today}").text
    assert re.search(rf'name="as_of" type="date" value="" min="[\d-]+" max="{today}"', page)


def test_a_past_day_shows_what_was_held_then(client: TestClient, seed: Any, clock: Any) -> None:
    clock.go_to(DAY)
    claim = seed.claim("Southland moved the border post.")
    seed.stance(claim, "Southland", Stance.DENIES, DAY)
    clock.go_to(DAY + timedelta(days=5))
    seed.stance(claim, "Southland", Stance.CONFIRMS, DAY + timedelta(days=5))
    then = client.get(f"/claims/{claim}?as_of={DAY}").text
    assert "Nothing: a past day is read, and written no more." in then
    assert "confirms" not in section(then, "matrix")
    assert "As held at the end of" in then
    assert '<form class="act"' not in then, "nothing is done on a past day"
    assert "confirms" in section(client.get(f"/claims/{claim}").text, "matrix")
    assert client.get(f"/claims/{claim}?as_of=2020-01-01").status_code == 404
    assert client.get(f"/claims/{claim}?as_of=").status_code == 200
    assert client.get(f"/claims/{claim}?as_of=yesterday").status_code == 422


def test_a_merged_claim_answers_as_the_one_it_counts_under(client: TestClient, seed: Any) -> None:
    with seed.together():
        one, two = seed.claim("The fleet left."), seed.claim("The navy left.")
        seed.merge(two, one)
    page = client.get(f"/claims/{two}").text
    assert f"Claim {two} counts under this one." in page
    assert "the same thing said twice" in section(page, "merged")


def test_links_to_every_form_it_goes_out_in(client: TestClient, filled: dict[str, int]) -> None:
    page = client.get(f"/claims/{filled['grain']}").text
    take = section(page, "take")
    for link in re.findall(r'href="([^"]+)"', take):
        assert client.get(link).status_code == 200, link
    assert "claimreview" in take
    assert "format=csv" in take
    assert "feed.atom" in take


def test_unknown_claims_are_pages_too(client: TestClient) -> None:
    answer = client.get("/claims/99", headers={"Accept": "text/html"})
    assert answer.status_code == 404
    assert "no claim 99 is on record" in answer.text
    assert "<main" in answer.text


def test_hostile_text_is_inert(client: TestClient, seed: Any) -> None:
    evil = '<script>alert(1)</script>"><b onclick=x>'
    with seed.together():
        claim = seed.claim(f"It is said: {evil}")
        seed.stance(claim, f"Party {evil}", Stance.ALLEGES, DAY, quote=evil)
        seed.evidence(claim, Relation.SUPPORTS, title=evil, note=evil, url="javascript:alert(1)")
        seed.assess(claim, Status.UNVERIFIED, reasons=[evil])
    page = client.get(f"/claims/{claim}").text
    link = re.search(r'hx-get="([^"]*quotes[^"]*)"', page)
    assert link is not None
    for text in (page, client.get(link[1].replace("&amp;", "&")).text):
        assert "<script>alert" not in text
        assert "<b onclick" not in text
    assert 'href="javascript:' not in page


def test_a_sentence_of_200_000_characters_folds(client: TestClient, seed: Any) -> None:
    claim = seed.claim("grain " * 34_000)
    page = client.get(f"/claims/{claim}").text
    assert "show all 204" in page
    heading = page.partition("<summary>")[2].partition("</summary>")[0]
    assert len(heading) < 1_000


def test_a_reader_may_do_nothing_and_is_told_why(
    client: TestClient, filled: dict[str, int]
) -> None:
    page = client.get(f"/claims/{filled['border']}").text
    assert '<form class="act"' not in page
    assert "log in first" in page


def test_a_long_history_is_shown_on_demand(client: TestClient, seed: Any) -> None:
    with seed.together():
        claim = seed.claim("Northland ships grain through the strait.")
        for offset in range(20):
            seed.stance(claim, "Northland", Stance.ALLEGES, DAY + timedelta(days=offset))
    short = client.get(f"/claims/{claim}").text
    assert short.count('<span class="kind">') == 15
    assert "claim opened" not in short
    assert "Show the earlier entries" in short
    whole = client.get(f"/claims/{claim}?history=all").text
    assert whole.count('<span class="kind">') == 21
    assert "claim opened" in whole
    assert "Show the earlier entries" not in whole
