"""Whether what the writer copied together may stand for the claim of a position.

It copies words of the text, each where it stands, and may still tell the opposite of them, tell it
of somebody else, or tell nothing at all. ``tell`` takes the sentence, mends it, or takes none.
"""

from __future__ import annotations

import re

from claims.extraction.cues.find import is_report
from claims.extraction.model.linking.helping_verbs import LACKS_HELPER, with_helpers
from claims.extraction.model.linking.linked import ASKS, are_contrary
from claims.extraction.model.linking.of_whom import (
    SO,
    TELLS_OF_ANOTHER,
    TELLS_OF_ANOTHER_BESIDE_WORDS,
)
from claims.extraction.model.weighing.elsewhere import cites
from claims.extraction.position import (
    BESIDE,
    CONTESTED,
    NOBODY,
    RELATIVE,
    Position,
    tells_of_what,
)
from claims.extraction.positions.judge import judge, names_false_report
from claims.extraction.text.broken import is_garbled, is_object_of
from claims.extraction.text.inflect import irregular_past_forms
from claims.extraction.text.quality import has_finite, has_subject
from claims.extraction.text.sought import Sought
from claims.extraction.text.verb_groups import is_telling
from claims.extraction.wording.joining import claim_key, is_negative, name_key, subject_of
from claims.extraction.wording.rumours import hears_of_it
from claims.extraction.wording.sentence import finish
from claims.extraction.wording.targets import is_question_put, runs_on
from claims.model import Stance

_WHEN = re.compile(r"when \w+ed\b", re.I)
"""When somebody would not speak, "when approached at home", is not what of."""
_FIRST_PERSON = re.compile(r"\b(?:I|[Mm]e|[Mm]y|[Ww]e|[Oo]urs?|us|Us)\b")
_OPEN_END = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|the|an?|of|to|and|or|that|by|from|"
    r"with)\.$",
    re.I,
)
"""What no sentence ends with."""
_LONGEST_END = len("would.\n")
_FRAGMENT = re.compile(r"(?:[^,;:]{2,60}? of|(?:[A-Z][\w.'’-]* )*[A-Z][\w.'’-]*) \w{2,}ing\b")
"""What somebody is accused of, cut out as it stands: "Lima of hiding the wreck", "Lima hiding"."""
_BESIDE = re.compile(r" (?:before|after|when|while|because|until|who|which) ")
"""What opens a clause beside: "Lund hearing shots (before) the lights went out"."""
_SUFFERED = re.compile(r"\b(?:is|are|was|were|be|been|being)(?: \w+ly)? (?P<done>\w+ed)\b", re.I)
_DEAD = Sought(r"\b(?:is|are|was|were) dead\b", re.I)
_OF_REPORTS = re.compile(
    r"(?:The )?(?:\w+ed )?(?:reports|rumou?rs|claims|allegations|suggestions|accusations|"
    r"speculation) (?:of|that|about)\b",
    re.I,
)
"""The start of what tells of reports, and not of what was reported: "Reports of his death were
killed"."""
_OVER_REPORTS = re.compile(
    r"\b(?:over|amid|after|following) (?:\w+ )?"
    r"(?:reports|rumou?rs|claims|allegations|accusations) (?:that|of)\b"
)
"""What was done because of reports: "The singer left after reports that he had lied"."""


_COPIED_WRONG = frozenset(["lemma=blame", "lemma=ruled out"])


def tell(told: str, position: Position) -> str:
    """The writer's sentence ``told`` for a position, "" where it says the opposite of its words.

    Nor is it a claim where it breaks off, holds an "I" or "we" whom nobody can tell, or who
    says it, nor theirs where they told of themselves and it names somebody else.
    """
    if RELATIVE in position.features or BESIDE in position.features:
        return ""  # it leaves out what the clause is about, or tells the rest of the sentence
    if tells_of_what(position):
        return ""  # "said reports of a crash were false" tells what they are of
    if not _COPIED_WRONG.isdisjoint(position.features):
        return ""  # it copies "the fire on a lamp" of who blamed it on a lamp
    if not told or position.key or ASKS.match(position.claim) or _WHEN.match(position.claim):
        return ""
    text = finish(told if ";" in position.claim else told.split(";", 1)[0])
    text = _with_client(text, position)
    if not text or _is_no_claim(text) or any(unfit(text, position) for unfit in _UNFIT):
        return ""
    if not position.points:
        if any(unfit(text, position) for unfit in _UNFIT_BESIDE_WORDS):
            return ""
        text = with_helpers(text, position.claim)
    if is_garbled(text) or LACKS_HELPER.match(text) or _IN_HALF.search(text):
        return ""
    said = bool(position.claim) and not position.points and is_negative(position.claim)
    return text if is_negative(text) == said else ""


_IN_HALF = re.compile(r"\b(?:is|are|was|were|has|have|had) in (?:\w+ed|risen|fallen|been|grown)\b")
"""The half of "in fact" that was left: "emissions had in risen"."""


def _with_client(text: str, position: Position) -> str:
    """The sentence with the name of whom somebody speaks for: "Ada Lund's client"."""
    speaker, party = position.voice.speaker, position.voice.party
    if speaker is None or speaker == party:
        return text
    return text.replace(f"{speaker}'s client ", f"{party} ")


def _is_no_claim(text: str) -> bool:
    """Whether it breaks off, tells who says it, or makes no sense by itself."""
    if (
        _FIRST_PERSON.search(text)
        or _OPEN_END.search(text, max(0, len(text) - _LONGEST_END))
        or is_question_put(text)
    ):
        return True
    if (
        is_report(text)
        or cites(text)
        or is_garbled(text)
        or _NO_SUCH.search(text)
        or _acts_on_itself(text)
    ):
        return True
    return _FRAGMENT.match(text) is not None and not has_finite(_BESIDE.split(text, maxsplit=1)[0])


def _tells_of_reports(text: str, position: Position) -> bool:
    """Whether it tells of reports where the words do not: "Reports of his death were killed"."""
    claim = position.claim
    if _OF_REPORTS.match(text) and not _OF_REPORTS.match(claim):
        return True
    return _OVER_REPORTS.search(text) is not None and not _OVER_REPORTS.search(claim)


def _hears_less(text: str, position: Position) -> bool:
    """Whether who "was aware of claims that Orr fled" would tell that he did."""
    return hears_of_it(position.claim) and not hears_of_it(text)


def _runs_on(text: str, position: Position) -> bool:
    return runs_on(text, position.claim)


def _loses_subject(text: str, position: Position) -> bool:
    return is_object_of(text, position.claim)


def _is_contrary(text: str, position: Position) -> bool:
    return are_contrary(text, position.claim)


def _drops_who(text: str, position: Position) -> bool:
    """Whether it tells as a fact what is told besides of somebody: "The boy set the fire was a
    recruit" of "the boy who allegedly set the fire was a recruit"."""
    told = text.lower()
    return any(
        f"{match['noun']} {match['verb']} ".lower() in told
        for match in _WHO_DOES.finditer(position.claim)
    )


_WHO_DOES = re.compile(r"\b(?P<noun>\w+) (?:who|which) (?:\w+ly )?(?P<verb>\w+)\b")


def _turns_round(text: str, position: Position) -> bool:
    """Whether who suffered it does it: "Orr killed the leader" of one that "had been killed"."""
    claim = position.claim
    if suffers_own_deed(text, claim):
        return True
    suffered = {match["done"].lower() for match in _SUFFERED.finditer(claim)}
    if _DEAD.search(claim):
        suffered.add("killed")
    told = {match["done"].lower() for match in _SUFFERED.finditer(text)}
    if any(match["verb"].lower() in suffered for match in _DOES.finditer(text)):
        return True  # "Doyle received in May" of a complaint that "had been received"
    words = text.lower().split()
    if any(f" {match['done']} {match['whom']}" in f" {text}" for match in _TOLD_OF.finditer(claim)):
        kept = (match[0].lower() in text.lower() for match in _TOLD_OF.finditer(claim))
        return not all(kept)  # "the captured soldiers" were, and did not capture soldiers
    return subject_of(text) == subject_of(claim) and any(w in words for w in suffered - told)


def suffers_own_deed(text: str, claim: str) -> bool:
    """Whether who did it by the claim suffers it: "Orr was hit" of "she was hit by Orr"."""
    by = _BY_WHOM.search(claim) if " by " in claim else None
    if by is None:
        return False
    who = rf"(?:The|An?) {by['noun']}\b[^,;]*?" if by["noun"] else re.escape(by["who"])
    done = rf"(?:\w+ly )?{by['done']}\b" if by["noun"] else ""
    return re.match(rf"{who} (?:was|were|is|has been|had been) {done}", text) is not None


_DONE_BY = "|".join(sorted(irregular_past_forms()))
_BY_WHOM = re.compile(
    rf"\b(?:was|were|been) (?P<done>\w+ed|\w+en|{_DONE_BY}) by "
    r"(?:(?P<who>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*)|"
    r"(?:an?|the) (?P<noun>[a-z][\w-]*(?: [a-z][\w-]*)??)"
    r"(?=\.?$| (?:who|which|that|in|on|at|with|of|from|near|after|while|when|as|and|\w+ing|\w+en|"
    r"\w+ed)\b))"
)
_DOES = re.compile(
    r"(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bwere )(?<!\bbeen )(?<!\bbeing )(?<!ly )"
    r"\b(?P<verb>\w+)(?: (?:in|on|at|during|from|last|this)\b|\.)",
    re.I,
)
_TOLD_OF = re.compile(
    r"\b(?:the|an?|this|these|his|her|its|their|two|three|several|some) (?P<done>\w{2,}ed) "
    r"(?P<whom>[a-z]{3,})\b"
)
"""Of whom it is told what was done to them, before they do anything."""


def _says_false(text: str, position: Position) -> bool:
    """Whether it says itself what the stance is: who denies it says "The photographs are fake"."""
    if position.stance not in CONTESTED and position.voice.party != NOBODY.party:
        return False
    if names_false_report(text):
        return True
    own = "" if position.points else position.claim
    if text.endswith(_WRONG) and _IS_WRONG.search(text) and not _IS_WRONG.search(own):
        return True
    return position.stance is Stance.DENIES and _is_denial(text) and not _is_denial(own)


_WRONG = ("wrong.", "false.", "untrue.", "incorrect.")
_IS_WRONG = re.compile(r"\b(?:is|are|was|were) (?:\w+ly )?(?:wrong|false|untrue|incorrect)\.$")


def _is_denial(text: str) -> bool:
    verdict = judge(text)
    return verdict is not None and verdict.stance is Stance.DENIES


def _attributes(text: str, position: Position) -> bool:
    """Whether it tells that who speaks told something, or that anybody told somebody: "Orr's agent
    told a magazine"."""
    words = text.split(" ")
    verb = next((at for at in range(1, min(_SUBJECT, len(words))) if is_telling(words[at])), 0)
    own = " ".join((position.voice.mention, *position.voice.names)).lower().split()
    mine = words[verb] in ("told", "tells") or {w.lower() for w in words[:verb]} <= {"the", *own}
    return position.points and verb > 0 and mine


_SUBJECT = 7
"""Words in which the verb of who tells something stands."""


_NO_SUCH = Sought(
    r"^One of (?:[A-Z][\w'’-]+ ){2}[a-z]|"
    rf"^(?!It\b).* (?:is|was){SO}|"
    r"^(?:The )?[Dd]eath .* (?:is|was|were|been) (?:killed|dead)\b|"
    r"\b(?:died|dead|\w{2,}ed) (?:began|started|originated|circulated)\b"
)
"""Two verbs that have nothing between them, of which the second tells of a rumour; and somebody of
whom there is only one: "One of Ada Orr had ..."; a death that is killed; and who is
impossible for another to do it."""


def _loses_the_verb(text: str, position: Position) -> bool:
    """Whether it tells that somebody is what they do something to: "Lund is the premier" of "Lund
    believed the premier"."""
    claim = position.claim
    match = _IS_SOMEBODY.fullmatch(text)
    if match is None or not claim.startswith(f"{match['who']} "):
        return False
    between = claim.removeprefix(match["who"]).removesuffix(match["what"])
    return (
        claim.endswith(match["what"]) and len(between.split()) == 1 and match["be"] not in between
    )


_IS_SOMEBODY = re.compile(r"(?P<who>[A-Z][^,;]*?) (?P<be>is|are|was|were) (?P<what>(?:the|an?) .+)")


def _tells_else(text: str, position: Position) -> bool:
    """Whether it has no word of what the position tells itself, or only a name: "The plane landed"
    of "There had been a fire", "Ada Orr was killed" of "Orr is badly injured"."""
    if position.points:
        return False
    own, told = claim_key(position.claim), claim_key(text)
    things = own - name_key(position.claim)
    if len(things) >= _SEVERAL_THINGS:
        other = told - name_key(text)
        shared = things & other
        if position.stance is Stance.CONFIRMS:  # in other words they may mean it all the same
            return not shared and has_subject(position.claim)
        return not shared or (2 * len(shared) <= len(things) and len(other - things) >= _ELSE)
    if position.stance is Stance.DENIES and has_subject(position.claim) and things:
        return things.isdisjoint(told)  # "Orr was arrested" of "Orr would resign"
    return bool(own) and own.isdisjoint(told)


_ELSE = 3
"""Words that it tells besides, from which half of the position's are not enough."""
_SEVERAL_THINGS = 2
"""Words that name nobody, of which the writer's sentence has one at least."""


def _acts_on_itself(text: str) -> bool:
    """Whether somebody does something to who bears their own name: "Ada Orr hid Ada Orr"."""
    return _ON_ITSELF.match(text) is not None


_ON_ITSELF = re.compile(
    r"(?P<who>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*)+)(?: [a-z]+){1,4} (?P=who)(?![\w'’-])"
)


_UNFIT = (
    *TELLS_OF_ANOTHER, _tells_of_reports, _says_false, _attributes, _turns_round, _loses_the_verb,
    _tells_else, _hears_less,
)  # fmt: skip
"""What a sentence may not do, whatever the position."""
_UNFIT_BESIDE_WORDS = (
    *TELLS_OF_ANOTHER_BESIDE_WORDS,
    _drops_who,
    _runs_on,
    _loses_subject,
    _is_contrary,
)
"""What it may not where the position has words of its own."""
