"""What stands on a server: six deployments, one automation, however often it is made."""

from __future__ import annotations

import asyncio
import inspect
from pathlib import Path
from typing import Any

import pytest
import yaml
from prefect.client.orchestration import get_client

from flows.deploy import POOL, ZOMBIES, deploy_all, zombie_automation
from flows.deployed import FLOWS, find_flow
from flows.environment import DEPLOYMENT
from flows.requests import Request

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def deployed() -> list[dict[str, Any]]:
    """The deployments of prefect.yaml."""
    written = yaml.safe_load((ROOT / "prefect.yaml").read_text("utf-8"))
    return list(written["deployments"])


def test_prefect_yaml_deploys_the_flows_that_are_deployed(deployed: list[dict[str, Any]]) -> None:
    named = {each["entrypoint"]: each["description"] for each in deployed}

    assert named == {f"flows/{name}.py:{name}": flow.description for name, flow in FLOWS.items()}
    assert {each["name"] for each in deployed} == {DEPLOYMENT}
    assert {each["work_pool"]["name"] for each in deployed} == {POOL}


def test_prefect_yaml_names_the_version_that_is_installed() -> None:
    import prefect

    written = yaml.safe_load((ROOT / "prefect.yaml").read_text("utf-8"))
    assert written["prefect-version"] == prefect.__version__


@pytest.mark.parametrize("name", sorted(FLOWS))
def test_every_flow_takes_one_typed_request(name: str) -> None:
    (parameter,) = inspect.signature(FLOWS[name].fn, eval_str=True).parameters.values()

    assert parameter.name == "request"
    assert issubclass(parameter.annotation, Request)


def test_a_second_deploy_changes_nothing(prefect_server: None) -> None:
    async def look() -> tuple[set[str], int]:
        async with get_client() as client:
            held = await client.read_deployments()
            automations = await client.read_automations_by_name(ZOMBIES)
            return {each.name + str(each.id) for each in held}, len(automations)

    asyncio.run(deploy_all(30))
    first = asyncio.run(look())
    asyncio.run(deploy_all(30))

    assert asyncio.run(look()) == first
    assert first[1] == 1
    assert len(first[0]) == len(FLOWS)


def test_a_dead_run_is_noticed_after_three_heartbeats() -> None:
    trigger = zombie_automation(40).trigger

    assert trigger.within.total_seconds() == 120  # type: ignore[union-attr]


def test_a_flow_that_is_not_deployed_is_named(prefect_server: None) -> None:
    async def make() -> Any:
        from prefect import flow

        @flow(name="stranger")
        def stranger() -> None:
            """Nothing."""

        async with get_client() as client:
            return await client.create_flow_run(stranger)

    with pytest.raises(LookupError, match="no flow 'stranger' here: there are assess"):
        find_flow(asyncio.run(make()))
