"""A small HTTP server that stands for an endpoint, and does what a test asks of it."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from pydantic import SecretStr

from claims.settings import Settings

KEY = "sk-very-secret-key"
Answer = Callable[["Caller"], None]


class Caller(BaseHTTPRequestHandler):
    """One request: ``question`` is what the model would read."""

    server: Stub
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        length = int(self.headers["content-length"])
        self.body = json.loads(self.rfile.read(length))
        self.question: str = self.body["messages"][1]["content"]
        with self.server.lock:
            self.server.asked.append(self.body)
            self.server.keys.append(self.headers.get("authorization"))
            self.server.running += 1
            self.server.most_running = max(self.server.most_running, self.server.running)
        try:
            self.server.answer(self)
        finally:
            with self.server.lock:
                self.server.running -= 1

    def send(self, body: bytes, status: int = 200, **headers: str) -> None:
        """A whole response."""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def tell(self, content: Any, **more: Any) -> None:
        """A chat completion with ``content``, JSON where it is no string."""
        text = content if isinstance(content, str) else json.dumps(content)
        choice = {"message": {"role": "assistant", "content": text}, **more}
        self.send(json.dumps({"choices": [choice]}).encode())

    def stall(self) -> None:
        """Say nothing until the test is over."""
        self.server.over.wait(30)

    def drip(self) -> None:
        """Head and body a byte at a time, for ever."""
        self.wfile.write(b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\r\n")
        while not self.server.over.wait(0.05):
            self.wfile.write(b" ")
            self.wfile.flush()

    def log_message(self, *_: Any) -> None:
        """Quiet."""


class Stub(ThreadingHTTPServer):
    """``answer`` is called for each request."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Caller)
        self.answer: Answer = lambda caller: caller.send(b"", 500)
        self.asked: list[dict[str, Any]] = []
        self.keys: list[str | None] = []
        self.lock = threading.Lock()
        self.over = threading.Event()
        self.running = self.most_running = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/v1"

    def handle_error(self, *_: Any) -> None:
        """A caller that hangs up is what these tests are about."""


@pytest.fixture
def stub(monkeypatch: pytest.MonkeyPatch) -> Iterator[Stub]:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    server = Stub()
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    yield server
    server.over.set()
    time.sleep(0.05)
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def settings(stub: Stub, home: Any) -> Settings:
    """A record of its own, and the endpoint with short limits."""
    return Settings(
        home=home,
        extraction_processes=1,
        llm_base_url=stub.url,  # type: ignore[arg-type]  # pydantic reads the address
        llm_model="stub-1",
        llm_api_key=SecretStr(KEY),
        llm_timeout_seconds=0.6,
        llm_document_seconds=3.0,
        llm_attempts=2,
        llm_answer_max_bytes=20_000,
    )


@pytest.fixture
def key() -> str:
    return KEY
