"""The whole extractor: rules and trained reader, weighed and linked into an extraction."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from claims.extraction.attribution.attribute import attribute
from claims.extraction.attribution.attributed import Attributed
from claims.extraction.model.linking.backdrop import Key
from claims.extraction.model.linking.borne_out import put_on_denied
from claims.extraction.model.linking.clusters import gather_members
from claims.extraction.model.linking.expecting import expect_words
from claims.extraction.model.linking.link import LinkWeights, link
from claims.extraction.model.linking.linked import Linked
from claims.extraction.model.linking.opposites import calls_denial_false, part_opposed
from claims.extraction.model.linking.pointed import place_pointed
from claims.extraction.model.linking.rejecting import THAT_CHARS
from claims.extraction.model.linking.silent import is_silent_on_else
from claims.extraction.model.linking.tellings import choose_telling
from claims.extraction.model.linking.untold import part_untold
from claims.extraction.model.linking.whose import drop_others
from claims.extraction.model.network.reader import Reader
from claims.extraction.model.telling.choosing import retell
from claims.extraction.model.weighing.by_owner import by_owner
from claims.extraction.model.weighing.candidate import Candidate
from claims.extraction.model.weighing.combine import FEATURES, gather, weigh
from claims.extraction.model.weighing.speaking_for import for_oneself
from claims.extraction.names.own_names import keep_own_names
from claims.extraction.position import LEFT_OUT, NOBODY, Position
from claims.extraction.positions.judge import calls_genuine, judge, names_false_report
from claims.extraction.positions.placing import affirm_implicated, place_positions
from claims.extraction.positions.readings import read_positions
from claims.extraction.positions.repeated import without_repeated
from claims.extraction.positions.sides import Sides
from claims.extraction.rules import MOST_CLAIM, write_finding
from claims.extraction.rules import NAME as RULES
from claims.extraction.text.lexicon import word_set
from claims.extraction.text.segment import segment
from claims.extraction.wording.affirm import affirm
from claims.extraction.wording.joining import (
    ClaimPool,
    DraftClaim,
    claim_key,
    document_words,
    is_negative,
)
from claims.extraction.wording.named_once import name_once
from claims.model import ClaimDraft, Document, Extraction, Finding, Stance


def extract_together(document: Document, reader: Reader) -> Extraction:
    """Find claims and stances with rules and ``reader``. Any text gives an answer."""
    card = reader.card
    done = attribute(segment(document.text), document.outlet_name)
    weights = [card["weights"][f] for f in FEATURES]
    # no name for what is found: a long text's is let go before what is kept of it is linked
    kept = retell(done, weigh(find_candidates(done, reader), weights, tuple(card["floors"])))
    for each in kept:
        each.position = by_owner(done, each.position)
    return write_kept(document, done, kept, reader, f"{RULES}+{card['name']}")


def write_kept(
    document: Document, done: Attributed, kept: list[Candidate], reader: Reader, extractor: str
) -> Extraction:
    """The extraction of weighed candidates: linked into claims, worded, written up."""
    page, sides = done.page, Sides(done.page.text)
    linked, groups = link(page, kept, sides, LinkWeights.of_card(reader.card), reader.comparer)
    expect_words(page, linked)
    drop_others(linked)
    found = _write_up(document, extractor, linked, groups, sides)
    return name_once(keep_own_names(found, done.register), done.register)


def find_candidates(done: Attributed, reader: Reader) -> list[Candidate]:
    """Everything that rules or reader see in the page, matched where they agree."""
    return gather(done, placed_positions(done), reader.read(done.page))


def placed_positions(done: Attributed) -> list[Position]:
    """The rules' positions with the stance they take on a claim of the document.

    "Not P" is a denial where somebody put P forward; a position on nothing falls out.
    """
    pool = ClaimPool(document_words(done.page.text))
    placed = place_positions(pool, read_positions(done))
    return [_settle(position, stance) for position, _, stance in placed]


def _settle(position: Position, stance: Stance) -> Position:
    turned = stance is Stance.DENIES is not position.stance
    claim = affirm(position.claim) if turned else position.claim
    return replace(position, stance=stance, claim=claim)


def _write_up(
    document: Document, extractor: str, linked: list[Linked], groups: list[int], sides: Sides
) -> Extraction:
    """The extraction of positions that are linked into groups, a claim a group."""
    text = document.text
    published = document.published_at.date() if document.published_at is not None else None
    pool = ClaimPool(document_words(text))
    groups = put_on_denied(linked, place_pointed(linked, groups))
    drafts = _draft_claims(linked, groups)
    parted = part_opposed(linked, groups, drafts)
    if parted != groups:
        groups, drafts = parted, _draft_claims(linked, parted)
    untold = part_untold(linked, groups, drafts)
    if untold != groups:  # what the others tell stays as it is
        groups, drafts = untold, _draft_claims(linked, untold) | drafts
    joined = _join_same(groups, drafts)
    if joined != groups:
        groups, drafts = joined, _draft_claims(linked, joined)
    placed = []
    members = gather_members(groups)
    for at, (each, number) in enumerate(zip(linked, groups, strict=True)):
        if number in drafts and not is_silent_on_else(linked, members[number], at):
            told = calls_denial_false(linked, groups, at, drafts[number].text)
            stance = Stance.ALLEGES if told else _stance_on(text, each, drafts[number])
            if stance is Stance.CONFIRMS and _bears_out_denial(text, linked, members[number], at):
                stance = Stance.DENIES
            placed.append((each.position, drafts[number], stance))
    placed = _without_answered(placed)
    local: dict[int, str] = {}
    findings: list[Finding] = []
    for position, claim, stance in without_repeated(affirm_implicated(pool, sides, placed)):
        own = for_oneself(position, claim.text)
        name = local.setdefault(claim.index, f"c{len(local) + 1}")
        findings.append(write_finding(text, own, name, stance, sides, published))
    claims = tuple(ClaimDraft(id=name, text=drafts[n].text) for n, name in local.items())
    return Extraction(extractor=extractor, claims=claims, findings=tuple(findings))


def _join_same(groups: Sequence[int], drafts: Mapping[int, DraftClaim]) -> list[int]:
    """The groups, those as one that come to the same claim: "a missile hit the plane", "the missile
    had hit the plane"."""
    first: dict[tuple[Key, bool], int] = {}
    same = {n: first.setdefault((claim_key(d.text), d.negative), n) for n, d in drafts.items()}
    return [same.get(number, number) for number in groups]


def _stance_on(text: str, each: Linked, draft: DraftClaim) -> Stance:
    """The stance on a claim: who denies "not P" ("said that it had") tells P, where that is it, and
    who calls the memo a fake tells that it is one."""
    position = each.position
    if position.stance in _TURNED and _is_called_false(draft.text):
        genuine = calls_genuine(text[position.start : position.end])
        if genuine is False:
            return _TURNED[position.stance]
        if genuine and position.points:  # who says so of a forgery does not say that it is one
            return Stance.DENIES
        if genuine is None and position.stance is Stance.DENIES and each.has_own_words:
            verdict = judge(draft.text)  # "there is no shark", of a clip that others call fake
            calls_so = verdict is not None and verdict.stance is Stance.DENIES
            so_too = calls_so and not _is_called_false(position.claim)
            return Stance.ALLEGES if so_too else position.stance
    told = position.stance is Stance.ALLEGES and _is_called_false(position.claim)
    if told and calls_genuine(draft.text):
        return Stance.DENIES
    if position.stance is not Stance.DENIES:
        return position.stance
    left_out = LEFT_OUT in position.features and is_negative(position.claim)
    if left_out and not draft.negative:
        return Stance.ALLEGES
    verdict = judge(draft.text) if position.points and claim_key(draft.text) <= each.quote else None
    calls_so = verdict is not None and verdict.stance is Stance.DENIES
    return Stance.ALLEGES if calls_so and not names_false_report(draft.text) else position.stance


def _bears_out_denial(text: str, linked: Sequence[Linked], members: Sequence[int], at: int) -> bool:
    """Whether somebody confirms "that" right behind who said that it is not so: "said the leak did
    not come from its servers. The agency confirmed that"."""
    here = linked[at].position
    before = [linked[n].position for n in members if n < at]
    said = text[here.start : here.end + THAT_CHARS].split(".")[0]
    if not here.points or not before or not _CONFIRMS_THAT.search(said):
        return False
    last = before[-1]
    words = text[last.start : last.end]
    near = here.sentence - last.sentence <= 1
    return near and last.stance is Stance.DENIES and _DENIES_IT.search(words) is None


_CONFIRMS_THAT = re.compile(
    r"\b(?:confirm|acknowledg|corroborat)\w* "
    r"(?:(?:that|this)(?: (?:statement|account|version))?|it)(?: on \w+day)?\W*$",
    re.I,
)
_DENIES_IT = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject\w*|dismiss\w*|disput\w*|refut\w*|false|untrue|wrong|hoax)\b",
    re.I,
)


_TURNED = {Stance.CONFIRMS: Stance.CONFIRMS, Stance.DENIES: Stance.ALLEGES}
"""What somebody takes who calls a forgery "not genuine", by the stance that it is read as."""


def _is_called_false(claim: str) -> bool:
    return not word_set("hoax_words").isdisjoint(claim.lower().rstrip(".").split())


def _without_answered(
    placed: Sequence[tuple[Position, DraftClaim, Stance]],
) -> list[tuple[Position, DraftClaim, Stance]]:
    """Without the hedge of what somebody calls a fake in the same words: "the supposed memo is
    fake, the bank said"."""
    turned: dict[int, list[Position]] = {}
    for position, claim, stance in placed:
        named = position.voice.party != NOBODY.party
        if stance is not position.stance or (named and _is_called_false(claim.text)):
            turned.setdefault(position.sentence, []).append(position)

    def is_answered(hedge: Position) -> bool:
        here = turned.get(hedge.sentence, []) if hedge.voice.party == NOBODY.party else []
        return any(p.start <= hedge.start < p.end for p in here)

    return [each for each in placed if not is_answered(each[0])]


def _draft_claims(linked: list[Linked], groups: list[int]) -> dict[int, DraftClaim]:
    drafts: dict[int, DraftClaim] = {}
    taken: set[Key] = set()
    for number, inside in gather_members(groups).items():
        first = linked[inside[0]].position
        wording = choose_telling(linked, inside, taken)
        if not wording:
            continue  # a stance on a claim that nothing here tells
        taken.add(claim_key(wording))
        keys = [linked[at].wording for at in inside]
        drafts[number] = DraftClaim(
            number, wording[:MOST_CLAIM], keys, is_negative(wording), first.sentence, len(inside)
        )
    return drafts
