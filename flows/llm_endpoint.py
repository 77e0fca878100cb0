"""An OpenAI-compatible endpoint: one question, one answer, within bounds.

``POST {base}/chat/completions`` with a strict JSON schema as ``response_format``. An
answer is read up to a number of bytes, uncompressed; a redirect is not followed. No
error tells the key, the address or what the endpoint said: an endpoint may repeat
the key it was sent.
"""

from __future__ import annotations

import asyncio
import json
from typing import Any

import httpx
from tenacity import AsyncRetrying, RetryCallState, retry_if_exception_type, stop_after_attempt
from tenacity.wait import wait_random_exponential

from claims.extraction.llm import Question
from claims.settings import Settings

PASSING_STATUSES = frozenset({408, 409, 425, 429, 500, 502, 503, 504, 529})
"""Answers that may be another one a moment later."""
LONGEST_PAUSE = 20.0
"""Seconds between two attempts at most, whatever the endpoint asks for."""
HINTS = {
    400: "does it take response_format json_schema?",
    401: "ONRECORD_LLM_API_KEY",
    403: "ONRECORD_LLM_API_KEY",
    404: "ONRECORD_LLM_BASE_URL and ONRECORD_LLM_MODEL",
}


class EndpointError(RuntimeError):
    """The endpoint gave no answer that can be used; the message is fit for a log."""


class PassingError(EndpointError):
    """It may answer on another attempt. ``pause``: the seconds that it asked for."""

    def __init__(self, message: str, pause: float | None = None) -> None:
        super().__init__(message)
        self.pause = pause


class Endpoint:
    """The endpoint of the settings. ``SettingsError`` where they name none."""

    def __init__(self, settings: Settings) -> None:
        base, self.model = settings.name_endpoint()
        self._url = f"{base.rstrip('/')}/chat/completions"
        self._settings = settings

    async def ask(self, question: Question, client: httpx.AsyncClient) -> str:
        """The answer's text. EndpointError after the last attempt, or at once where none helps."""
        attempts = AsyncRetrying(
            stop=stop_after_attempt(self._settings.llm_attempts),
            wait=_choose_pause,
            retry=retry_if_exception_type(PassingError),
            reraise=True,
        )
        answer: str = await attempts(self._ask_once, question, client)
        return answer

    def open_client(self) -> httpx.AsyncClient:
        """A client whose connections live as long as its ``async with``."""
        headers = {"Accept": "application/json", "Accept-Encoding": "identity"}
        key = self._settings.llm_api_key
        if key is not None:
            headers["Authorization"] = f"Bearer {key.get_secret_value()}"
        return httpx.AsyncClient(headers=headers, timeout=self._settings.llm_timeout_seconds)

    async def _ask_once(self, question: Question, client: httpx.AsyncClient) -> str:
        seconds = self._settings.llm_timeout_seconds
        try:
            async with asyncio.timeout(seconds):
                return _read_message(await self._fetch(question, client))
        except TimeoutError:
            raise PassingError(f"the endpoint gave no answer within {seconds:g} s") from None
        except httpx.TransportError as error:
            name = type(error).__name__  # its text may hold the address
            raise PassingError(f"the endpoint cannot be reached ({name})") from None
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise EndpointError(f"the endpoint cannot be asked ({type(error).__name__})") from None

    async def _fetch(self, question: Question, client: httpx.AsyncClient) -> bytes:
        """The body of the answer, read while it stays within bounds."""
        most = self._settings.llm_answer_max_bytes
        async with client.stream("POST", self._url, json=self._body(question)) as response:
            _check_status(response)
            if response.headers.get("content-encoding", "identity") != "identity":
                raise EndpointError("the endpoint compressed its answer, which was not asked for")
            body = bytearray()
            async for chunk in response.aiter_raw():
                body += chunk
                if len(body) > most:
                    raise EndpointError(f"the endpoint's answer is longer than {most} bytes")
            return bytes(body)

    def _body(self, question: Question) -> dict[str, Any]:
        temperature = self._settings.llm_temperature
        form = {"name": "positions", "strict": True, "schema": question.schema}
        return {
            "model": self.model,
            "messages": [
                {"role": "system", "content": question.system},
                {"role": "user", "content": question.user},
            ],
            "response_format": {"type": "json_schema", "json_schema": form},
        } | ({} if temperature < 0 else {"temperature": temperature})


def _check_status(response: httpx.Response) -> None:
    status = response.status_code
    if status == 200:
        return
    if status in PASSING_STATUSES:
        raise PassingError(f"the endpoint answers HTTP {status}", _read_pause(response))
    hint = f" ({HINTS[status]})" if status in HINTS else ""
    raise EndpointError(f"the endpoint answers HTTP {status}{hint}")


def _read_pause(response: httpx.Response) -> float | None:
    """Seconds of ``Retry-After``; None where it is absent, or a date."""
    asked = response.headers.get("retry-after", "")
    return float(asked) if asked.isascii() and asked.isdigit() else None


def _choose_pause(state: RetryCallState) -> float:
    """What the endpoint asks for, else a random pause that grows."""
    error = state.outcome.exception() if state.outcome else None
    if isinstance(error, PassingError) and error.pause is not None:
        return min(error.pause, LONGEST_PAUSE)
    return wait_random_exponential(multiplier=0.5, max=LONGEST_PAUSE)(state)


def _read_message(body: bytes) -> str:
    """The text of the first choice. EndpointError where the body is no chat completion."""
    try:
        choice = json.loads(body)["choices"][0]
        message = choice["message"]
        content, refusal = message.get("content"), message.get("refusal")
        ended = choice.get("finish_reason")
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError):
        raise EndpointError("the endpoint's answer is no chat completion") from None
    if refusal:
        raise EndpointError("the model refused to answer")
    if ended == "length":
        raise EndpointError("the model's answer was cut short (its limit of tokens)")
    if not isinstance(content, str) or not content:
        raise EndpointError("the endpoint's answer holds no text")
    return content
