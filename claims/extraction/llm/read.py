"""One document through a language model: parts asked in order, answers checked, findings kept."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from claims.extraction.llm.answer import BadAnswerError, ToldClaim, read_answer
from claims.extraction.llm.question import Ask, Part, cut_parts, make_question
from claims.extraction.llm.verify import Checker, RefusedStanceError
from claims.extraction.positions.sides import Sides
from claims.extraction.text.segment import Page, segment
from claims.model import ClaimDraft, Document, Extraction, Finding

VERSION = "llm/1"
"""Name and version of the question and of what is checked of the answers."""
MOST_REFUSED = 0.5
"""Share of refused stances from which an answer is not believed at all."""
NAME_CHARS = 80
"""Characters of a model's name that stand on the record."""


def name_reader(model: str) -> str:
    """Name and version of the extractor with this model, as it stands on the record."""
    return f"{VERSION}:{model}"[:NAME_CHARS]


@dataclass(frozen=True, slots=True)
class Told:
    """What counts of the answers, and how many stances were refused for which reason."""

    extraction: Extraction
    refused: Counter[str]


@dataclass
class _Draft:
    claims: list[ClaimDraft] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    refused: Counter[str] = field(default_factory=Counter)


async def read_document(document: Document, ask: Ask, model: str, part_chars: int) -> Told:
    """Ask about a document, part by part, and keep what the text bears out.

    Raises:
        BadAnswerError: an answer is not of the form asked for, or mostly made up.
        Whatever ``ask`` raises: this document then has no reading by the model.
    """
    page = segment(document.text)
    checker = Checker(page, Sides(document.text))
    draft = _Draft()
    for part in cut_parts(page, part_chars):
        answer = await ask(make_question(page, part, draft.claims))
        _take_answer(answer, page, part, checker, model, draft)
    told = {finding.claim for finding in draft.findings}
    extraction = Extraction(
        extractor=name_reader(model),
        claims=tuple(claim for claim in draft.claims if claim.id in told),
        findings=tuple(draft.findings),
    )
    return Told(extraction, draft.refused)


def _take_answer(
    answer: str, page: Page, part: Part, checker: Checker, model: str, draft: _Draft
) -> None:
    claims, stances = read_answer(answer)
    ids = _match_claims(claims, draft)
    worded = {claim.id: claim for claim in claims}
    refused = 0
    for raw in stances:
        try:
            finding = _check(raw, part, ids, worded, checker, model, draft)
        except RefusedStanceError as why:
            refused += 1
            draft.refused[str(why)] += 1
            continue
        if not any(_same(finding, held) for held in draft.findings):
            draft.findings.append(finding)
    if stances and refused > MOST_REFUSED * len(stances):
        reason, _ = draft.refused.most_common(1)[0]
        raise BadAnswerError(
            f"{refused} of {len(stances)} stances of an answer are not borne out ({reason})"
        )


def _match_claims(claims: list[ToldClaim], draft: _Draft) -> dict[str, ClaimDraft]:
    """Ids of the answer that are claims told before: by their wording, or without another one."""
    held = {claim.id: claim for claim in draft.claims}
    by_text = {claim.text.casefold(): claim for claim in draft.claims}
    reworded = {claim.id: by_text.get(" ".join(claim.text.split()).casefold()) for claim in claims}
    known = {name: claim for name, claim in held.items() if name not in reworded}
    return known | {name: claim for name, claim in reworded.items() if claim is not None}


def _check(
    raw: object,
    part: Part,
    ids: dict[str, ClaimDraft],
    worded: dict[str, ToldClaim],
    checker: Checker,
    model: str,
    draft: _Draft,
) -> Finding:
    """The finding, its claim added to the draft where it is a new one."""
    name = raw.get("claim") if isinstance(raw, dict) else None
    if not isinstance(name, str) or (name not in ids and name not in worded):
        raise RefusedStanceError("it is on a claim that the answer lacks")
    if name in ids:
        return checker.check_stance(raw, part, ids[name].id, model)
    text = checker.check_claim(worded[name])
    claim = ClaimDraft(id=f"c{len(draft.claims) + 1}", text=text)
    finding = checker.check_stance(raw, part, claim.id, model)
    draft.claims.append(claim)
    ids[name] = claim
    return finding


def _same(a: Finding, b: Finding) -> bool:
    return (a.claim, a.party, a.stance, a.span) == (b.claim, b.party, b.stance, b.span)
