"""What Prometheus reads: the record's figures, and how long answers took by route."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient
from prometheus_client.parser import text_string_to_metric_families

from claims.settings import Settings
from claims.store import Store
from claims.web.app import create_app


def scrape(client: TestClient) -> dict[str, dict[tuple[str, ...], float]]:
    """Every sample by name and label values, read as Prometheus reads them."""
    found: dict[str, dict[tuple[str, ...], float]] = {}
    for family in text_string_to_metric_families(client.get("/metrics").text):
        for sample in family.samples:
            found.setdefault(sample.name, {})[tuple(sample.labels.values())] = sample.value
    return found


@pytest.mark.usefixtures("filled")
def test_the_record_in_figures(member: TestClient) -> None:
    told = scrape(member)

    assert told["onrecord_claims"][("refuted",)] == 1
    assert told["onrecord_claims"][("unverified",)] == 1
    assert sum(told["onrecord_claims_on_desk"].values()) == 2
    assert told["onrecord_failures_open"] == {(): 1}
    assert told["onrecord_ledger_entries"][()] >= 1
    assert told["onrecord_outbox_waiting"] == {(): 0}


def test_answers_are_counted_by_route_and_not_by_address(member: TestClient, seed: Any) -> None:
    seed.claim("Northland ships grain through the strait.")
    for address in ("claims/1", "claims/1", "claims/404"):
        member.get(f"/api/v1/{address}")

    counted = scrape(member)["onrecord_answer_seconds_count"]

    assert counted["GET", "/api/v1/claims/{claim_id}", "200"] == 2
    assert counted["GET", "/api/v1/claims/{claim_id}", "404"] == 1
    assert not any("404" in route for _, route, _ in counted)


def test_figures_take_the_scope_to_read(store: Store) -> None:
    assert TestClient(create_app(store, Settings())).get("/metrics").status_code in (401, 303)
