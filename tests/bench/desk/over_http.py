"""Readers over HTTP while somebody writes: the server as ``onrecord up`` starts it."""

from __future__ import annotations

import http.client
import multiprocessing
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import NamedTuple

from claims.settings import Settings
from claims.store import open_store
from flows.processes import wait_until_answers
from flows.temporary_server import free_port
from tests.bench.desk.places import Made
from tests.bench.desk.questions import Asker, Question
from tests.bench.desk.timings import Timing, summarise
from tests.bench.desk.writer import Written, write_steadily

READERS = 16
READER_PROCESSES = 4
"""The readers' own work should not make them wait for each other."""
WARM_SECONDS = 3.0
KEPT_SECONDS = 4.0
"""A server keeps an idle connection for 5 s."""


class Load(NamedTuple):
    """What is asked of the server."""

    url: str
    """The record's database."""
    home: Path
    token: str
    made: Made
    port: int
    pause: float
    """Seconds between a reader's answer and the next request, on average."""
    seconds: float


class Asked(NamedTuple):
    """One request over HTTP."""

    question: int
    seconds: float
    status: int
    size: int


class Served(NamedTuple):
    """What came of a load."""

    timings: list[Timing]
    rate: float
    """Answers a second, all readers together."""
    written: Written


@contextmanager
def serve(url: str, home: Path, port: int) -> Iterator[None]:
    """The pages' process, until the block ends."""
    env = {
        **os.environ,
        "ONRECORD_DATABASE_URL": url,
        "ONRECORD_HOME": str(home),
        "ONRECORD_LISTEN_PORT": str(port),
    }
    log = home / "api.log"
    with log.open("wb") as out:
        server = subprocess.Popen(
            [sys.executable, "-m", "flows.serve_api"], env=env, stdout=out, stderr=out
        )
    try:
        wait_until_answers(f"http://127.0.0.1:{port}/api/v1/health", server, log)
        yield
    finally:
        server.terminate()
        server.wait()


def ask_over_http(
    url: str, home: Path, token: str, made: Made, pause: float, rate: float, seconds: float
) -> Served:
    """The timings of a mixed load by ``READERS`` readers while ``rate`` writes a second go on."""
    load = Load(url, home, token, made, free_port(), pause, seconds)
    context = multiprocessing.get_context("spawn")
    with (
        serve(url, home, load.port),
        ProcessPoolExecutor(READER_PROCESSES + 1, mp_context=context) as pool,
    ):
        writer = pool.submit(_write, load, rate)
        readers = [pool.submit(_read, load, number) for number in range(READER_PROCESSES)]
        asked = [each for reader in readers for each in reader.result()]
        written = writer.result()
    return Served(_sort(asked, _list_mix(load)), len(asked) / seconds, written)


def _sort(asked: Sequence[Asked], questions: Sequence[Question]) -> list[Timing]:
    """A line for each question, then one for each group of them."""
    timings = []
    for number, question in enumerate(questions):
        own = [each for each in asked if each.question == number]
        if len(own) > 1:
            timings.append(_summarise(question, own))
    for group in dict.fromkeys(each.group for each in questions if each.group):
        own = [each for each in asked if questions[each.question].group == group]
        timings.append(_summarise(Question(f"all: {group}", questions[0].ask, group), own))
    return timings


def _summarise(question: Question, asked: Sequence[Asked]) -> Timing:
    failed = sum(each.status != 200 for each in asked)
    return summarise(question, [each.seconds for each in asked], asked[-1].size, failed)


def _list_mix(load: Load) -> list[Question]:
    with open_store(load.url, home=load.home, settings=Settings(home=load.home)) as store:
        asker = Asker(store, load.made)
    return [each for each in asker.list_questions() if each.share]


def _write(load: Load, rate: float) -> Written:
    with open_store(load.url, home=load.home, settings=Settings(home=load.home)) as store:
        return write_steadily(store, load.made.claims, rate, load.seconds + WARM_SECONDS)


def _read(load: Load, process: int) -> list[Asked]:
    """The share of the readers that one process has, each in a thread."""
    questions = _list_mix(load)
    each = READERS // READER_PROCESSES
    with ThreadPoolExecutor(each) as threads:
        running = [
            threads.submit(_read_on, load, questions, process * each + number)
            for number in range(each)
        ]
        return [asked for done in running for asked in done.result()]


def _read_on(load: Load, questions: list[Question], reader: int) -> list[Asked]:
    """One reader: asks, waits for the whole answer, pauses, asks again."""
    random = Random(reader)
    shares = [question.share for question in questions]
    headers = {"Authorization": f"Bearer {load.token}"}
    connection = http.client.HTTPConnection("127.0.0.1", load.port, timeout=60)
    asked = []
    warm = time.monotonic() + WARM_SECONDS
    end = warm + load.seconds
    while time.monotonic() < end:
        number = random.choices(range(len(questions)), weights=shares)[0]
        address = questions[number].ask(random)
        began = time.perf_counter()
        connection.request("GET", address, headers=headers)
        answer = connection.getresponse()
        size = len(answer.read())
        taken = time.perf_counter() - began
        if time.monotonic() > warm:
            asked.append(Asked(number, taken, answer.status, size))
        pause = random.expovariate(1 / load.pause) if load.pause else 0
        if pause > KEPT_SECONDS:
            connection.close()  # as the server will: the next request opens another one
        time.sleep(pause)
    connection.close()
    return asked
