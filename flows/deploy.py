"""What stands on a Prefect server for onrecord: pool, deployments, the zombie automation.

``python -m flows.deploy`` (or ``onrecord up``) creates or updates all of it; running it
again changes nothing. ``prefect.yaml`` says the same for ``prefect deploy --all``.
"""

from __future__ import annotations

import asyncio
from datetime import timedelta

from prefect.automations import Automation
from prefect.client.orchestration import get_client
from prefect.client.schemas.actions import WorkPoolCreate
from prefect.client.schemas.objects import StateType
from prefect.events.actions import ChangeFlowRunState
from prefect.events.schemas.automations import EventTrigger, Posture
from prefect.events.schemas.events import ResourceSpecification
from prefect.exceptions import ObjectAlreadyExists
from prefect.types.entrypoint import EntrypointType

from claims.settings import load_settings
from flows.deployed import FLOWS
from flows.environment import DEPLOYMENT

POOL = "onrecord"
"""The work pool (type ``process``) that the warm worker serves."""
ZOMBIES = "onrecord: mark flow runs that died as crashed"
HEARTBEAT = "prefect.flow-run.heartbeat"


async def ensure_pool() -> None:
    """The process work pool, made where it is missing."""
    async with get_client() as client:
        try:
            await client.create_work_pool(WorkPoolCreate(name=POOL, type="process"))
        except ObjectAlreadyExists:
            return


async def ensure_deployments() -> None:
    """One deployment a flow, by module path, so that it runs from any folder."""
    for flow in FLOWS.values():
        deployment = await flow.ato_deployment(
            DEPLOYMENT,
            description=flow.description,
            tags=["onrecord"],
            entrypoint_type=EntrypointType.MODULE_PATH,
        )
        await deployment.aapply(work_pool_name=POOL)


def zombie_automation(heartbeat_seconds: int) -> Automation:
    """Marks a flow run CRASHED from which three heartbeats in a row did not come.

    Open-source Prefect has none by default: a run killed with its worker stays
    RUNNING forever. After Prefect's documentation, "Detect zombie flows".
    """
    silence = 3 * heartbeat_seconds
    return Automation(
        name=ZOMBIES,
        trigger=EventTrigger(
            after={HEARTBEAT},
            expect={HEARTBEAT}
            | {
                f"prefect.flow-run.{state}"
                for state in ("Completed", "Failed", "Cancelled", "Crashed")
            },
            match=ResourceSpecification({"prefect.resource.id": ["prefect.flow-run.*"]}),
            for_each={"prefect.resource.id"},
            posture=Posture.Proactive,
            threshold=1,
            within=timedelta(seconds=silence),
        ),
        actions=[
            ChangeFlowRunState(
                state=StateType.CRASHED,
                message=f"No heartbeat for {silence} s: the process died. Run it again: what"
                " was recorded stays, the rest is taken up.",
            )
        ],
    )


async def ensure_automation(heartbeat_seconds: int) -> None:
    """The zombie automation, made where it is missing."""
    async with get_client() as client:
        if await client.read_automations_by_name(ZOMBIES):
            return
    await zombie_automation(heartbeat_seconds).acreate()


async def deploy_all(heartbeat_seconds: int) -> None:
    """Pool, deployments and automation on the server that PREFECT_API_URL names."""
    await ensure_pool()
    await ensure_deployments()
    await ensure_automation(heartbeat_seconds)


if __name__ == "__main__":
    asyncio.run(deploy_all(load_settings().heartbeat_seconds))
