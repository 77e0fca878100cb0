"""``onrecord up``: Prefect server, deployments, warm worker and HTTP API in one go.

The one wiring place. Each part is a process of its own; when one of them dies
the others are stopped and the exit status says so. Leaves ``up.json`` behind
while it runs, by which ``onrecord run`` finds it.
"""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import time
from collections.abc import Callable

from sqlalchemy.exc import OperationalError

from claims.settings import Settings
from claims.store import StoreError, open_store
from flows.environment import UP_FILE, Up, prepare, read_up
from flows.first_run import offer_login
from flows.password import guard_server, load_password, name_server, password_path
from flows.processes import Parts, StartError, require_free_port, wait_until_answers

LOOK_SECONDS = 0.5
"""Between two looks at the outbox, and at whether every part still runs."""
BUSY_SECONDS = 10
"""Pause when the record could not be read."""


def serve(settings: Settings, prefect_port: int, say: Callable[[str], None]) -> int:
    """Bring everything up, stay until stopped or a part dies. Returns the exit status."""
    host = settings.listen_host
    running = read_up(settings.home)
    if running is not None:
        raise StartError(
            f"onrecord up runs already on {settings.home} (process {running.pid}):"
            f" Prefect {running.prefect_ui}, the desk {running.api}"
        )
    require_free_port("127.0.0.1", prefect_port, "choose another with --prefect-port")
    require_free_port(host, settings.listen_port, "set ONRECORD_LISTEN_PORT to another")
    prefect_url = f"http://127.0.0.1:{prefect_port}"
    password = load_password(settings.home)
    name_server(f"{prefect_url}/api", password)  # to this process and to the parts alike
    prepare(settings)
    parts = Parts(settings.home / "logs")
    # A service manager stops with SIGTERM: end the parts then, as at Ctrl-C.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    up_file = settings.home / UP_FILE
    try:
        say("Prefect server ...")
        server = parts.start(
            "prefect",
            "prefect", "server", "start", "--host", "127.0.0.1", "--port", str(prefect_port),
            env=guard_server(password, prefect_port),
        )  # fmt: skip
        api = parts.start("api", "flows.serve_api")
        from flows.deploy import POOL, deploy_all

        wait_until_answers(f"{prefect_url}/api/health", server, parts.log("prefect"))
        say("deployments ...")
        parts.start("worker", "flows.warm_worker", POOL)
        asyncio.run(deploy_all(settings.heartbeat_seconds))
        api_url = f"http://{host}:{settings.listen_port}"
        wait_until_answers(f"{api_url}/api/v1/health", api, parts.log("api"))
        up = Up(
            pid=os.getpid(), prefect_api=f"{prefect_url}/api", prefect_ui=prefect_url, api=api_url
        )
        up_file.write_text(up.model_dump_json(), "utf-8")
        say(f"up: the desk {api_url}, its API {api_url}/docs, Prefect {prefect_url}")
        say(f"Prefect's UI asks for a password: it is the line in {password_path(settings.home)}")
        with open_store(settings=settings) as store:
            offer_login(store, settings, say)
        say("Ctrl-C stops it. In another terminal: onrecord ingest FILE, onrecord board")
        dead = _watch(parts, settings)
        say(f"{dead} ended; its log is {parts.log(dead)}. Stopping the rest.")
        return 1
    except KeyboardInterrupt:
        return 0
    finally:
        up_file.unlink(missing_ok=True)
        parts.stop()


def _watch(parts: Parts, settings: Settings) -> str:
    """Send what the outbox holds until a part ends; the name of that part."""
    from flows.events import send_pending

    store = open_store(settings=settings)
    while (dead := parts.dead()) is None:
        try:
            send_pending(store, settings)
        except (StoreError, OperationalError) as error:  # busy or away: the events wait
            logging.getLogger(__name__).warning("events wait: %s", error)
            time.sleep(BUSY_SECONDS)
        time.sleep(LOOK_SECONDS)
    return dead
