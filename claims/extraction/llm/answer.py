"""The form of an answer: its JSON schema, and how an answer is read.

Every field is required and no other is allowed, as strict structured outputs want
it. An answer is read stance by stance, so that one bad stance costs only itself.
"""

from __future__ import annotations

import json
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from claims.model import Commitment, Mode

Value = Literal[
    "alleges",
    "confirms",
    "denies",
    "doubts",
    "neither_confirms_nor_denies",
    "declines_to_comment",
    "retracts",
]
"""Stances that a text can show: an unanswered question is none of them."""
MOST_STANCES = 100
"""Stances of one answer that are looked at."""


class BadAnswerError(ValueError):
    """An answer that is not what was asked for: the reason, and never the answer itself."""


class _Form(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class ToldClaim(_Form):
    """A claim as the model words it."""

    id: str = Field(description="c1, c2, ...; the id of an earlier claim where it is the same one")
    text: str = Field(description="One self-contained affirmative sentence, names resolved")


class ToldStance(_Form):
    """A party's position as the model reads it."""

    claim: str = Field(description="Id of the claim")
    sentence: int = Field(description="Number of the sentence in which the quote starts")
    quote: str = Field(description="Copied from the sentence, character for character")
    party: str = Field(description="Whose position it is, as the text names it; or unattributed")
    speaker: str | None = Field(description="The person who spoke for the party, or null")
    stance: Value
    mode: Literal["direct", "indirect", "hedged"]
    commitment: Literal["certain", "probable", "possible"]
    anonymous: bool = Field(description="Whether the source is described but not named")

    @property
    def told_mode(self) -> Mode:
        """The mode as the record's word."""
        return Mode(self.mode)

    @property
    def told_commitment(self) -> Commitment:
        """The commitment as the record's word."""
        return Commitment(self.commitment)


class Answer(_Form):
    """What is asked for."""

    claims: list[ToldClaim]
    stances: list[ToldStance]


def answer_schema() -> dict[str, Any]:
    """The answer's JSON schema, in the subset that strict structured outputs take."""
    schema: dict[str, Any] = _without_titles(Answer.model_json_schema())
    return schema


def _without_titles(node: Any) -> Any:
    if isinstance(node, dict):
        return {
            key: _without_titles(value)
            for key, value in node.items()
            if not (key == "title" and isinstance(value, str))
        }
    return [_without_titles(each) for each in node] if isinstance(node, list) else node


def read_answer(text: str) -> tuple[list[ToldClaim], list[object]]:
    """The claims and the stances, unread, of an answer.

    BadAnswerError where it is no JSON of the form that was asked for.
    """
    try:
        raw = json.loads(text)
    except (ValueError, RecursionError):
        raise BadAnswerError("the answer is not JSON") from None
    if not isinstance(raw, dict) or set(raw) != {"claims", "stances"}:
        raise BadAnswerError("the answer is not an object of claims and stances")
    claims, stances = raw["claims"], raw["stances"]
    if not isinstance(claims, list) or not isinstance(stances, list):
        raise BadAnswerError("the answer's claims and stances are not lists")
    if len(claims) > MOST_STANCES or len(stances) > MOST_STANCES:
        raise BadAnswerError(f"the answer holds more than {MOST_STANCES} claims or stances")
    try:
        return [ToldClaim.model_validate(claim) for claim in claims], stances
    except ValueError:
        raise BadAnswerError("a claim of the answer is not of the form asked for") from None
