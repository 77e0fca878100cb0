"""Which sentences that the writer put down for a position tell something else than it does."""

from __future__ import annotations

import re
from bisect import bisect_left

from claims.extraction.cues.called import is_called
from claims.extraction.cues.verdict_words import is_verdict
from claims.extraction.model.linking.backdrop import Key
from claims.extraction.model.linking.linked import Linked
from claims.extraction.model.telling.choosing import leaves_report
from claims.extraction.names.words import is_outlet
from claims.extraction.position import WITHHELD, Position
from claims.extraction.text.segment import Page, tokenize
from claims.extraction.text.sought import Sought
from claims.extraction.text.verb_groups import is_telling
from claims.extraction.text.whole_words import find_whole, stands_whole
from claims.extraction.wording.clauses import binding_opening
from claims.extraction.wording.expletive import is_expletive
from claims.extraction.wording.joining import claim_key
from claims.model import Stance


def is_mistold(page: Page, each: Linked, told: str) -> bool:
    """Whether the sentence that is ``told`` for a position is none of what it tells."""
    text, position = page.text, each.position
    sentence = page.sentences[position.sentence]
    behind = text[position.end : sentence.end]
    return (
        _takes_back(each.words, told, position)
        or _is_said_besides(text[position.start : position.end + _BESIDE], told, position)
        or _is_told_later(text, told, position)
        or names_kin(text, told, position.claim)
        or knows_of_it(position, told)
        or leaves_report(position, told)
        or _runs_on(behind, told, each)
        or drops_self(told, position)
        or _drops_few(told, position)
        or _drops_opening(told, position)
        or _names_nobody(page, told, position)
        or _names_teller(text[sentence.start : sentence.end], told)
        or _is_of_outlet_told(text[sentence.start : sentence.end], told)
        or (position.points and (_is_verdict(told) or asks_for_comment(text, told)))
    )


def _is_of_outlet_told(sentence: str, told: str) -> bool:
    """Whether an outlet stands for "she", of "told TMZ she is not pregnant"."""
    found = _TOLD_OUTLET.search(sentence)
    if found is None or not told.startswith(f"{found['whom']} "):
        return False
    return found["whom"].isupper() or is_outlet(found["whom"])


_TOLD_OUTLET = Sought(
    r"\b(?:told|tells|informed) (?P<whom>[A-Z]\w+(?: [A-Z]\w+)*)(?: that)? (?:he|she)\b"
)


def drops_self(told: str, position: Position) -> bool:
    """Whether it leaves out on what a claim turns: who denies that the king personally flew the
    jets does not deny that they flew, nor who denies a deliberate deed the deed."""
    words = {word.strip(".,").lower() for word in position.claim.split()}
    turns = words & _TURNS_ON
    return bool(turns) and turns.isdisjoint(told.lower().rstrip(".").split())


_TURNS_ON = frozenset(
    ["personally", "deliberately", "knowingly", "intentionally", "wilfully", "willfully"]
)


def knows_of_it(position: Position, told: str) -> bool:
    """Whether it tells what somebody is doing who would not speak of it: "said it was aware of the
    deaths but declined to comment further"."""
    withheld = position.stance in WITHHELD and position.points
    return withheld and _KNOWS.search(told) is not None and position.voice.opens(told)


_KNOWS = Sought(
    r" (?:is|was|are|were) (?:\w+ly )?(?:aware of|investigating|looking into|reviewing|examining|"
    r"studying|cooperating with|monitoring)\b"
)


def asks_for_comment(text: str, told: str) -> bool:
    """Whether it tells that somebody was asked for their word: "the Clarion approached Acme", of
    "has approached Acme for comment"."""
    asked = _ASKED.search(told)
    return asked is not None and stands_whole(f"{asked['whom']} for comment", text)


_ASKED = Sought(
    r"\b(?:approached|contacted|reached out to|asked) (?P<whom>[^.,]+?)(?: for comment)?(?:[.,]|$)"
)


def _is_verdict(told: str) -> bool:
    """Whether it is what somebody calls what was told: "The number is inflated."."""
    tokens = tokenize(told, 0, len(told))
    return is_called(tokens) or is_verdict(tokens)


def _names_teller(sentence: str, told: str) -> bool:
    """Whether it has the name of who says it between two commas: "the payments, Orr was a loan" of
    "the payments, Orr insisted, were a loan"."""
    names = (name[0] for name in _INSERTED.finditer(told))
    said = (sentence.partition(f"{name} ")[2].split(" ", 1)[0] for name in names)
    return any(is_telling(verb.rstrip(",")) for verb in said)


_INSERTED = re.compile(r", ([A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*)(?=[ .])")


def _names_nobody(page: Page, told: str, position: Position) -> bool:
    """Whether somebody stands for the "it" that is nobody: "Orr would be some time" of "it would be
    some time before ..."."""
    tokens, words = page.sentences[position.sentence].tokens, told.lower()
    first = bisect_left(tokens, position.start, key=lambda token: token.start)
    for at in range(first, len(tokens)):
        if tokens[at].start >= position.end:
            return False
        if tokens[at].lower != "it" or not is_expletive(tokens, at):
            continue
        behind = [after.lower for after in tokens[at + 1 : at + _BEHIND] if after.is_word]
        same = " ".join(behind[:_SAME])
        if stands_whole(same, words) and not stands_whole(f"it {same}", words):
            return True
    return False


_SAME, _BEHIND = 3, 8
"""Words behind an "it" by which it is found again, and the tokens that hold them."""


def _drops_few(told: str, position: Position) -> bool:
    """Whether it tells of all what is told of few: "militants have left" of "very few have"."""
    few = _FEW.search(position.claim) if not position.points else None
    return few is not None and _FEW.search(told) is None


def _drops_opening(told: str, position: Position) -> bool:
    """Whether it tells outright what is told under a condition, or as a wish: "the town will be
    flooded" of "when the dam breaks, the town will be flooded"."""
    opening = binding_opening(position.claim) if not position.points else ""
    return bool(opening) and not told.lower().startswith(opening.split(" ", 1)[0].lower())


_FEW = Sought(
    r"(?<!\ba )(?<!\bfirst )(?<!\blast )(?<!\bnext )(?<!\bpast )\b(?:few(?:er)?|hardly|scarcely|"
    r"barely|rarely|seldom|the only (?:way|reason|time|place)|only (?:if|when|after|because))\b",
    re.I,
)


def _takes_back(words: str, told: str, position: Position) -> bool:
    """Whether who takes back what they said of another would tell it of themselves: "Orr retracted
    his statement" is none on what Orr did."""
    return _RETRACTS.search(words) is not None and told.startswith(position.voice.names)


def _is_said_besides(beside: str, told: str, position: Position) -> bool:
    """Whether it is what somebody says besides that they dispute "this": "saying the dam held"."""
    match = _SAYING.search(beside) if position.points and position.stance is Stance.DENIES else None
    if match is None:
        return False
    beyond = claim_key(told) - claim_key(beside[: match.start(1)])
    return bool(beyond) and beyond <= claim_key(match[1])


def _is_told_later(text: str, told: str, position: Position) -> bool:
    """Whether most of what is told of somebody who only points stands behind them: what was told
    before is what they deny, but where a story opens with it."""
    if not position.points or not told or position.sentence < _OPENS:
        return False
    words, start = claim_key(told), max(0, position.end - _BEFORE)
    return 2 * len(words - claim_key(text[start : position.end])) > len(words)


def names_kin(text: str, told: str, claim: str) -> bool:
    """Whether the writer names somebody's kin where the claim has the name that both bear: "Ana Orr
    hit a man" of "Orr hit a man", whose wife she is; or makes two of one."""
    apposed = _APPOSED.search(claim)
    if apposed is not None and told.startswith(apposed[1]) and not claim.startswith(apposed[1]):
        return True  # "Greta Orr struck his wife" of "Sven Orr struck his wife, Greta Orr"
    titled = _TITLED.match(claim)
    if titled is not None and told.startswith(titled[2]) and f" the {titled[1]}" in told:
        return True  # "Ben Orr touched the doctor" of "The doctor, Ben Orr, had touched her"
    for name in _FULL_NAME.finditer(told):
        if name[1] not in claim and stands_whole(name[2], claim):
            places = find_whole(name[0], text)
            return any(_BEHIND_KIN.search(text, max(0, at - _NEAR), at) for at in places)
    return False


_APPOSED = Sought(r"\b(?:wife|husband|son|daughter|father|mother|brother|sister), ([A-Z][\w'’-]+)")
_TITLED = re.compile(r"[Tt]he ([\w-]+), ([A-Z][\w'’-]+(?: [A-Z][\w'’-]+)+),")
_FULL_NAME = re.compile(r"\b([A-Z][\w'’-]+) ([A-Z][\w'’-]+)\b")
_KIN = r"(?:wife|husband|son|daughter|father|mother|brother|sister|widow|cousin|nephew|niece)"
_BEHIND_KIN = re.compile(rf"\b{_KIN},? $")
_NEAR = 12
"""Characters before a name in which such a word stands."""


def _runs_on(behind: str, told: str, each: Linked) -> bool:
    """Whether the writer tells of what is contested what stands only behind it in its sentence:
    "denied taking bribes (and resigned)"."""
    beyond = claim_key(told) - each.quote if each.contests_a_clause and behind else Key()
    return bool(beyond) and not beyond.isdisjoint(claim_key(behind))


_OPENS = 8
"""Sentences with which a story opens."""
_BEFORE = 4_000
"""Characters before the end of a quote in which stands what it is on."""
_SAYING = re.compile(r"^[^.]*?\b(?:saying|adding|insisting|arguing|claiming)\b([^.]*)", re.S)
_BESIDE = 160
"""Characters behind a quote in which stands what is said besides."""
_RETRACTS = Sought(r"\b(?:retract|recant|withdr[ae]w|took back|takes back)\w*\b", re.I)
