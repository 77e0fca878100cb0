"""Every flow that is deployed, by name. Importing this loads all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from prefect import Flow
from prefect.client.orchestration import get_client

from flows.assess import assess
from flows.gather_evidence import gather_evidence
from flows.ingest import ingest
from flows.publish import publish
from flows.recheck import recheck
from flows.review import review

if TYPE_CHECKING:
    from prefect.client.schemas.objects import FlowRun

FLOWS: dict[str, Flow[..., Any]] = {
    flow.name: flow for flow in (ingest, gather_evidence, assess, review, publish, recheck)
}


def find_flow(flow_run: FlowRun) -> Flow[..., Any]:
    """The flow that a run asks for. LookupError names what is deployed instead."""
    with get_client(sync_client=True) as client:
        name = client.read_flow(flow_run.flow_id).name
    try:
        return FLOWS[name]
    except KeyError:
        raise LookupError(f"no flow {name!r} here: there are {', '.join(sorted(FLOWS))}") from None
