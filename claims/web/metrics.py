"""``/metrics``: figures for Prometheus, of the record and of the answers given here.

The record's figures are read when they are asked for, from counters and keys,
so a scrape costs a few index look-ups whatever the record's size.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from typing import Any

from fastapi import APIRouter, Depends, FastAPI, Request, Response
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.metrics_core import Metric
from prometheus_client.registry import Collector
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from claims import views
from claims.store import Store
from claims.web.access import member

SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0)
"""Upper bounds of the histogram's buckets; the aim is 0.05 in the process."""

API = "/api/v1"

router = APIRouter(include_in_schema=False)


@router.get("/metrics", dependencies=[Depends(member)])
def show_metrics(request: Request) -> Response:
    """The figures as text (OpenMetrics' predecessor, which every Prometheus reads).

    Takes a token also where the public may read: they tell of the desk's own work.
    """
    registry: CollectorRegistry = request.app.state.metrics
    return Response(generate_latest(registry), media_type=CONTENT_TYPE_LATEST)


class RecordCollector(Collector):
    """The record's figures at this moment."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def collect(self) -> Iterator[Metric]:
        """Claims by status and by stage, ledger entries, events that wait, failures."""
        counted = views.counts(self._store)
        health = views.health(self._store)
        failures = views.failures_waiting(self._store)
        yield _gauge("onrecord_claims", "Claims by status.", "status", counted.by_status)
        yield _gauge("onrecord_claims_on_desk", "Claims by stage.", "stage", counted.by_stage)
        for name, text, value in (
            ("onrecord_ledger_entries", "Entries of the ledger.", health.ledger_head),
            ("onrecord_outbox_waiting", "Events that wait to be sent.", health.outbox_backlog),
            ("onrecord_failures_open", "Failures that nobody answered.", failures),
        ):
            yield GaugeMetricFamily(name, text, value=value)


def _gauge(name: str, text: str, label: str, counted: Mapping[Any, int]) -> Metric:
    family = GaugeMetricFamily(name, text, labels=[label])
    for value, claims in counted.items():
        family.add_metric([value.value], claims)
    return family


def measure(app: FastAPI) -> None:
    """Time every answer of ``app`` by its route, and keep a registry in its state."""
    registry = CollectorRegistry()
    registry.register(RecordCollector(app.state.store))
    seconds = Histogram(
        "onrecord_answer_seconds",
        "Seconds from a request to the start of its answer.",
        ["method", "route", "status"],
        registry=registry,
        buckets=SECONDS,
    )
    app.state.metrics = registry
    app.add_middleware(AnswerTimes, seconds=seconds)


class AnswerTimes:
    """ASGI middleware that observes how long answers take to start."""

    def __init__(self, app: ASGIApp, seconds: Histogram) -> None:
        self.app = app
        self._seconds = seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, and note the time by the route's pattern (never by the address asked for)."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        began = time.perf_counter()

        async def send_and_note(message: Message) -> None:
            if message["type"] == "http.response.start":
                labels = (scope["method"], _name_route(scope), str(message["status"]))
                self._seconds.labels(*labels).observe(time.perf_counter() - began)
            await send(message)

        await self.app(scope, receive, send_and_note)


def _name_route(scope: Scope) -> str:
    """The pattern of the route that answers; FastAPI leaves out the prefix of its router."""
    pattern: str = getattr(scope.get("route"), "path", "none")
    inside = scope["path"].startswith(API) and not pattern.startswith(API)
    return API + pattern if inside and pattern != "none" else pattern
