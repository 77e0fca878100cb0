"""Seconds of each question in the process: the whole application, without a network."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Sequence
from random import Random

import httpx
from fastapi import FastAPI

from tests.bench.desk.questions import Question
from tests.bench.desk.record import SEED
from tests.bench.desk.timings import Timing, summarise

WARM = 5
"""Askings of each question before the watch runs."""
MOST_SECONDS = 5.0
"""Spent on one question: a slow one is asked less often."""


async def ask_inside(
    app: FastAPI, token: str, questions: Sequence[Question], times: int
) -> AsyncIterator[Timing]:
    """Ask each question ``times`` times, one after another, as somebody with a token.

    After the questions comes a line for each group of them.
    """
    random = Random(SEED)
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
    headers = {"Authorization": f"Bearer {token}"}
    groups: dict[str, list[float]] = {}
    async with httpx.AsyncClient(
        transport=transport, base_url="http://desk", headers=headers
    ) as client:
        for question in questions:
            seconds: list[float] = []
            failed = size = 0
            for number in range(WARM + times):
                began = time.perf_counter()
                answer = await client.get(question.ask(random))
                taken = time.perf_counter() - began
                failed += answer.status_code != 200
                size = len(answer.content)
                if number >= WARM:
                    seconds.append(taken)
                if sum(seconds) > MOST_SECONDS:
                    break
            yield summarise(question, seconds, size, failed)
            if question.group:
                groups.setdefault(question.group, []).extend(seconds)
    for group, seconds in groups.items():
        yield summarise(Question(f"all: {group}", question.ask, group), seconds, 0, 0)
