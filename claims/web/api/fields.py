"""What the fields of answers mean, in OpenAPI, where the value's own class does not say it.

A name means the same wherever it stands; what means something else in one shape is named with
the shape. A test holds that no field goes without words.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cache
from inspect import cleandoc, getsource
from itertools import pairwise
from typing import Any

from fastapi import FastAPI
from pydantic import BaseModel

FIELDS: Mapping[str, str] = {
    "accepted": "Yes or no.",
    "act": "What is to be done.",
    "anonymous": "Whether the source is not named.",
    "as_of": "The past day asked for; null: as it stands.",
    "asked_at": "When it was asked for (UTC).",
    "assessment_id": "Number of the assessment.",
    "assignee": "Who works on it; null: nobody.",
    "at": "When (UTC).",
    "balance": "How many independent origins weigh on which side.",
    "before_stance_id": "The stance that held before.",
    "by": "Who did it.",
    "capture_sha256": "SHA-256 of the bytes as handed in; null: not of a capture.",
    "captured_at": "When the bytes were handed in (UTC).",
    "catalogued": "Whether the catalogue of parties knows it.",
    "cell": "The stance.",
    "cells": "The stances, oldest first.",
    "change": "The input that is flipped, in words.",
    "changes": "Every change of position.",
    "changes_of_mind": "Positions with more than one step.",
    "claim": "The claim, one sentence.",
    "claim_id": "Number of the claim.",
    "claim_ids": "Numbers of those claims.",
    "claims": "How many claims.",
    "commitment": "How sure the party says to be.",
    "confidence": "Probability that the finding is right, 0-1.",
    "context": "Pieces of evidence that give context.",
    "copies": "Further pieces of one origin that tell nothing new.",
    "counts": "Claims by status.",
    "counts_for": "Number of the claim that the stance counts for.",
    "counts_under": "Number of the claim that it counts under now.",
    "credibility": "Grade of the item, 1-6 (Admiralty code).",
    "day": "The day on which it was said.",
    "days": "One entry a day, the earliest first.",
    "decision": "What a person decided; null: nobody did.",
    "decision_id": "Number of the decision.",
    "detail": "What is wrong, in a sentence for a person.",
    "document": "The document as lists show it.",
    "document_id": "Number of the document; null: not of one.",
    "documents": "Documents that tell a stance on it.",
    "end": "Where the passage ends in the document's text, in characters.",
    "ended_at": "When it ended (UTC); null: it has not.",
    "evidence": "What bears on it, by origin.",
    "evidence_id": "Number of the piece.",
    "exact": "The passage, word for word.",
    "expires_at": "Until when it holds (UTC); null: until it is revoked.",
    "extractor": "Which extractor, with its version.",
    "findings": "How many stances it found.",
    "first_day": "First day of a stance.",
    "flags": "What a reader must know beside the status.",
    "flow": "The flow's name.",
    "history": "Everything that happened to it, oldest first.",
    "id": "Its number, which never changes.",
    "instance": "The address asked for.",
    "item": "Which item of the capture; empty: all of it.",
    "items": "The rows of this page.",
    "key": "Its id in the catalogue, or a slug of its name.",
    "kind": "Of which kind.",
    "language": "Language code; null: not known.",
    "last_change": "Last change of anything about it (UTC).",
    "last_day": "Last day of a stance.",
    "last_entry_at": "When the ledger's last entry was written (UTC).",
    "latest": "Its latest position.",
    "lead": "The best graded piece.",
    "looked_at": "How many of its claims were looked at.",
    "made_at": "When it was made (UTC).",
    "made_by": "Who made it.",
    "matrix": "Who says what on which day.",
    "media_type": "Media type of the bytes.",
    "merged": "What counts under it.",
    "mode": "How the position is reported.",
    "name": "Its name.",
    "next": "Send it as `cursor` for the following page; null: this is the last.",
    "note": "What whoever recorded it noted.",
    "notes": "What the record says beside the move.",
    "open_proposals": "The machine's proposals that wait for an answer.",
    "opened_at": "When it was opened (UTC).",
    "opposite": "Whether it says the contrary.",
    "organ_of": "Key of the party whose organ it is.",
    "origin": "Where the report really comes from.",
    "origin_id": "Number of the origin.",
    "origins": "Independent origins of the stances.",
    "other_claim_id": "Number of the other claim, for `same_claim`; null: there is none.",
    "outlet": "Name of the outlet; null: not known.",
    "outlet_id": "The outlet's id in the catalogue; null: not of it.",
    "part_of": "Key of the party that it is a part of.",
    "parties": "Parties with a name that holds the words.",
    "party": "The party.",
    "person": "Whose it is.",
    "positions": "Where each party stands.",
    "prefix": "Up to 32 characters before the passage.",
    "proposal_id": "Number of the proposal.",
    "proposals": "What the machine proposes and nobody answered.",
    "published": "Whether the decision that holds is published.",
    "published_at": "When the document was published (UTC); null: not known.",
    "rationale": "Why, in the decider's words.",
    "readings": "Which extractors read it.",
    "reason": "Why.",
    "reasons": "Why, a sentence each.",
    "recorded_at": "When it was recorded (UTC).",
    "recorded_by": "The extractor or person that recorded it.",
    "relation": "Which way it bears on the claim.",
    "reliability": "Grade of the source, A-F (Admiralty code).",
    "revoked_at": "When it was revoked (UTC); null: it was not.",
    "rows": "One line a party.",
    "rule": "Number of the policy's rule that fires.",
    "run_id": "The run, as `/api/v1/runs/{run_id}` takes it.",
    "scopes": "What it is good for.",
    "score": "How alike two claims are, or the share of a claim's words in the passage, 0-1.",
    "seq": "Number of the ledger entry.",
    "since": "Since when (UTC).",
    "size_bytes": "How many bytes were handed in.",
    "source": "From where.",
    "span": "The passage at its place in the document's text.",
    "speaker": "Who spoke for the party; null: nobody is named.",
    "speakers": "Who spoke for it, by what documents tell.",
    "split_from": "Number of the claim that it was split from; null: of none.",
    "split_into": "Numbers of the claims that were split from it.",
    "stage": "Where it is on the desk.",
    "stance_id": "Number of the stance.",
    "stances": "Stances that count.",
    "standing": "How it stands, and why.",
    "start": "Where the passage starts in the document's text, in characters.",
    "state": "How far it is.",
    "status": "How it stands: the decision, else the suggestion.",
    "status_basis": "`decided` by a person, or `suggested` by the policy.",
    "strong_supports": "Origins of strong evidence that supports it.",
    "strong_undermines": "Origins of strong evidence that undermines it.",
    "suffix": "Up to 32 characters behind the passage.",
    "suggestion": "What the policy suggests; null: it has not looked.",
    "supersedes": "Number of the row in whose place this one stands; null: of none.",
    "supports": "Pieces of evidence that support it.",
    "target": "To where.",
    "text": "The sentence, or the whole text.",
    "title": "Its title.",
    "token": "The secret, told this once.",
    "token_id": "Number of the token.",
    "total": "All of them together.",
    "type": "Which problem it is, for programs.",
    "undermines": "Pieces of evidence that undermine it.",
    "url": "Its web address; null: none is known.",
    "value": "The position.",
    "via": "By what they are known.",
    "waits_for": "A person's name, or a role anyone of which may act.",
    "what": "What happened or is wrong, in words.",
    "where": "Which input, as `query.limit` or `body.reason`.",
    "who": "Who did it, or who says it.",
    "why": "Why.",
    "words": "The words asked for.",
    "would_change": "One input flipped at a time, and what the policy would then say.",
    "Balance.context": "Origins that give context.",
    "Balance.supports": "Origins that support it.",
    "Balance.undermines": "Origins that undermine it.",
    "Cell.url": "The document's web address; null: none is known.",
    "ClaimPage.claim_id": "Number of the claim that counts.",
    "DocumentGiven.text": "The text to be read.",
    "DocumentPage.text": "The readable text; its offsets never change.",
    "HistoryEntry.claim_id": "Number of the claim that it happened to.",
    "Matrix.days": "Every day that has a stance, the earliest first.",
    "MergedClaim.claim_id": "Number of the merged claim.",
    "Person.name": "Who they are.",
    "Problem.status": "The HTTP status.",
    "Problem.title": "Which problem it is, in words.",
    "PositionChange.source": "The position before.",
    "PositionChange.target": "The position after.",
    "QueueItem.text": "The claim's sentence, the passage, or the file.",
    "QueueItem.status": "How the claim stands; null: not of a claim.",
    "Run.id": "Its id, as the answer to handing in gave it.",
    "SearchResult.claims": "Claims that hold every word, the newest first.",
    "Span.end": "Where it ends: `exact` is `text[start:end]`, in Unicode code points.",
    "Standing.commitment": "The strongest of a party that affirms; null: none does.",
    "Standing.published": "When and by whom the decision went out; null: it did not.",
    "StatusOnDay.day": "The day (UTC).",
    "SuggestionView.commitment": "The strongest of a party that affirms; null: none does.",
    "SuggestionView.status": "What the policy suggests.",
    "TokenView.name": "What it is for.",
    "WhatIf.status": "What the policy would then suggest.",
}


def register_fields(app: FastAPI) -> None:
    """Have ``app`` describe every field: as its class does, else as ``FIELDS`` has it."""
    describe = app.openapi

    def describe_fields() -> dict[str, Any]:
        described = describe()
        for shape, schema in described["components"]["schemas"].items():
            properties = schema.get("properties", {})
            of_class = _read_class(shape, frozenset(properties))
            for name, told in properties.items():
                words = of_class.get(name) or FIELDS.get(f"{shape}.{name}") or FIELDS.get(name)
                if words is not None:
                    told.setdefault("description", words)
        return described

    app.openapi = describe_fields  # type: ignore[method-assign]  # FastAPI's documented way


def _read_class(shape: str, fields: Set[str]) -> dict[str, str]:
    """The words under the fields of the class with that name and those fields.

    Read when they are asked for: Pydantic would read them as the classes are made, which
    costs every command a tenth of a second.
    """
    module = _list_classes().get((shape, fields))
    return {} if module is None else _read_module(module)[shape]


@cache
def _list_classes() -> dict[tuple[str, Set[str]], str]:
    """The module of each of our classes of values, by name and fields."""
    found: dict[tuple[str, Set[str]], str] = {}
    classes = [BaseModel]
    for each in classes:
        classes += each.__subclasses__()
        if each.__module__.startswith("claims."):
            found[each.__name__, frozenset(each.model_fields)] = each.__module__
    return found


@cache
def _read_module(module: str) -> dict[str, dict[str, str]]:
    """The text below each field, by class and field."""
    tree = ast.parse(getsource(sys.modules[module]))
    return {
        node.name: dict(_read_fields(node.body))
        for node in tree.body
        if isinstance(node, ast.ClassDef)
    }


def _read_fields(body: Sequence[ast.stmt]) -> Iterator[tuple[str, str]]:
    for field, below in pairwise(body):
        match field, below:
            case (
                ast.AnnAssign(target=ast.Name(id=name)),
                ast.Expr(value=ast.Constant(value=str(text))),
            ):
                yield name, cleandoc(text)
