"""What the writer told for a finding, mended: nothing of another, of who speaks, or of what they
say besides."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from claims.extraction.attribution.attributed import Attributed
from claims.extraction.model.telling.in_place_of import puts_wrong_object, stands_for_another
from claims.extraction.model.telling.mending import (
    ACCUSES_OF,
    NO_DEEDS,
    Deeds,
    mend,
)
from claims.extraction.model.telling.subjects import opening_of, puts_another, puts_answerer
from claims.extraction.model.weighing.candidate import Candidate
from claims.extraction.model.weighing.hearers import tells_of_hearer
from claims.extraction.position import NOBODY, OWN_VERDICT, Position
from claims.extraction.positions.judge import judge
from claims.extraction.text.lexicon import word_set
from claims.extraction.voice import Voice
from claims.extraction.wording.affirm import affirm, without_any, without_clause_too
from claims.extraction.wording.joining import claim_key, is_negative
from claims.extraction.wording.rumours import without_predicate
from claims.extraction.wording.stating import ACCUSED_BESIDE
from claims.extraction.wording.targets import tells_no_comment
from claims.extraction.wording.truth_of import state_truth, tells_truth
from claims.model import AFFIRMING, Mode, Stance

_BESIDE = 200
"""Characters before and behind a quote that what is told of it is held against."""


def mend_told(
    done: Attributed, candidate: Candidate, names: Mapping[str, str], deeds: Deeds
) -> Candidate:
    """The candidate with the writer's sentences mended: "" for one that tells nothing of it."""
    reading = candidate.reading
    position = candidate.position
    if reading is None or not reading.told:
        return candidate
    if OWN_VERDICT in position.features:  # the writer tells the verdict with it
        return replace(candidate, reading=replace(reading, told="", told_else=()))
    start, end = reading.quote
    beside = done.page.text[max(0, start - _BESIDE) : end + _BESIDE]
    first = done.page.sentences[reading.sentence].start
    quote = done.page.text[start:end]
    only_accused = _tells_of_accused(position, quote)
    deeds = NO_DEEDS if only_accused else deeds

    def mended(told: str) -> str:
        if only_accused and ACCUSES_OF.search(told):
            return ""
        if tells_of_hearer(done, position.sentence, told, position.claim):
            return ""
        if puts_another(done, told, position) or puts_answerer(done, told, position):
            return ""
        if puts_wrong_object(done, told, position):
            return ""
        if _takes_for_inner(told, position.voice, quote):
            return ""
        entity = opening_of(done.register, told)
        if stands_for_another(done, told, entity, position, reading.sentence):
            return ""
        if _names_speaker(told, position, quote):
            return ""
        told = _without_body(done, told, beside)
        if _is_own_kin(told, beside) or _makes_subject(told, position, quote, beside):
            return ""
        if _tells_besides(position, told, quote) or _tells_of_teller(told, position.voice):
            return ""
        if _turns_round(told, position) or _is_told_as_so(told, position, quote):
            return ""
        if " contradicting " in told:
            own = position.stance is Stance.ALLEGES and position.voice.party != NOBODY.party
            told = told.partition(" contradicting ")[0].rstrip(",") if own else ""
        told = mend(state_truth(told) or told, names, beside, deeds)
        if position.stance is Stance.DENIES:
            told = without_any(without_clause_too(told, beside))
        told = _with_what_shows(done, told)
        return without_predicate(told, done.page.text, min(first, start), end)

    told, others = mended(reading.told), tuple(map(mended, reading.told_else))
    if (told, others) == (reading.told, reading.told_else):
        return candidate
    return replace(candidate, reading=replace(reading, told=told, told_else=others))


def _without_body(done: Attributed, told: str, beside: str) -> str:
    """Without a body that is put for whose death "the deaths" are: "the deaths of Helix Ltd"."""
    match = _DEATHS_OF.search(told)
    if match is None or f"{match['noun']} of" in beside:
        return told
    entity = done.register.find(match["name"])
    if entity is not None and entity.seems_person:
        return told
    return told[: match.end("noun")] + told[match.end() :]


_DEATHS_OF = re.compile(
    r"\b(?P<noun>deaths?|killings?|murders?|injur(?:y|ies)|arrests?|kidnapping|abduction) of"
    r" (?:the )?(?P<name>[A-Z][\w.&-]*(?: [A-Z][\w.&-]*)*)"
)


def _names_speaker(told: str, position: Position, quote: str) -> bool:
    """Whether it puts who speaks for somebody of whom they speak: "Boko Haram married Orr off" of
    "'We married them off,' Orr said"."""
    speaker = position.voice.speaker
    if position.mode is not Mode.DIRECT or speaker is None or not position.voice.person:
        return False
    own = _I.search(quote) is None and f" {speaker}" in told
    return own and speaker.rpartition(" ")[2] not in quote


_I = re.compile(r"\b(?:I|[Mm]e|[Mm]y|mine|myself)\b")


def _is_own_kin(told: str, beside: str) -> bool:
    """Whether somebody is told to be whose wife another is: "Orr is the wife" of "a woman held is
    the wife of the leader Orr"."""
    match = _IS_KIN.match(told)
    if match is None:
        return False
    whose = rf"\b{match['kin']} of [^.;]{{0,80}}?{re.escape(match['who'])}"
    return re.search(whose, " ".join(beside.split())) is not None


_IS_KIN = re.compile(
    rf"(?P<who>[A-Z][^,;]{{1,50}}?) (?:is|was) (?:not )?(?:the|an?) "
    rf"(?P<kin>{'|'.join(sorted(word_set('kin')))})\b"
)


def _makes_subject(told: str, position: Position, quote: str, beside: str) -> bool:
    """Whether what "we" did something to does it: "The boats found two" of "we found two boats"."""
    opening = _OPENS_THE.match(told)
    names = tuple(map(str.lower, position.voice.names))
    own = position.claim.lower().startswith(("they ", "police ", *names))
    if opening is None or not own or _WE_DID.search(quote) is None:
        return False
    return opening[0].lower() not in " ".join(beside.lower().split())


_OPENS_THE = re.compile(r"[Tt]he [a-z0-9-]+\b")
_WE_DID = re.compile(r"\b(?:I|[Ww]e)\b")


def _tells_of_teller(told: str, voice: Voice) -> bool:
    """Whether it says of who speaks what they say of what was told ("Ada Orr is a lie"), sets an
    article before their name, or is no more than that they do not comment."""
    bare = told.rstrip(".")
    if tells_no_comment(bare) or _RATES.search(bare):
        return True
    called = any(_CALLED.match(bare, len(name)) for name in voice.names if bare.startswith(name))
    person = voice.speaker is not None and voice.speaker[:1].isupper() and " " in voice.speaker
    return called or (person and f"the {voice.speaker}".lower() in bare.lower())


def _turns_round(told: str, position: Position) -> bool:
    """Whether it opens with the opposite of what somebody puts forward, though it has a "not" of
    its own: "The ship carries arms and has no crew" of "The ship does not carry arms"."""
    own = position.claim.rstrip(".")
    if position.stance not in AFFIRMING or position.points or not is_negative(own):
        return False
    start = told.lower()
    affirmed = (affirm(own), _NOT.sub(" ", own, count=1), _DOES_NOT.sub(" ", own, count=1))
    return any(start.startswith(each.rstrip(".").lower()) for each in affirmed if each != own)


def _is_told_as_so(told: str, position: Position, quote: str) -> bool:
    """Whether it is what somebody says is so, and not what they deny, "the woman is a tourist" of
    "the woman is a tourist and not his wife"; or what is told beside whatever may be authentic."""
    if position.points:
        return False
    if position.stance not in AFFIRMING and tells_truth(position.claim):
        return not tells_truth(told)
    if position.stance is not Stance.DENIES:
        return False
    own, other = claim_key(position.claim), claim_key(told)
    stands = told.rstrip(".").lower() in quote.lower()
    return stands and bool(own - other) and bool(other - own)


_NOT, _DOES_NOT = re.compile(r" (?:not|never) "), re.compile(r" (?:do|does|did) not ")


def _takes_for_inner(told: str, voice: Voice, quote: str) -> bool:
    """Whether it lays to who speaks what another, of whom they tell, says of themselves: "Orr
    wanted tea" of "Orr told of a man who said he wanted tea"."""
    own = next((name for name in voice.names if told.startswith(f"{name} ")), None)
    said = _WHO_SAID.search(quote) if own is not None else None
    if own is None or said is None:
        return False
    return quote[said.end() :].startswith(told[len(own) + 1 :][:_OPENING])


_WHO_SAID = re.compile(
    r"\bwho (?:ha[sd] )?(?:said|says|claim(?:s|ed)|insist(?:s|ed)|stated|alleged|told \w+)"
    r"(?: that)? "
    r"(?:he|she|they|it|I|we) "
)
_OPENING = 12
"""Letters by which words are found again."""
_RATES = re.compile(
    r"\breport(?:s|ed)? (?:that )?there (?:is|was) no truth\b|"
    r"\bbelongs? (?:in|to) (?:the )?(?:realm|fairy|fiction|fantas|nightmare|myth|legend)|"
    r"\b(?:rated|rates|called|calls|labell?ed|branded|dismissed|drawn on) (?:[\w'’-]+ ){0,3}?"
    r"(?:claims?|reports?|rumou?rs?|allegations?|accusations?|stor(?:y|ies))\b"
)
"""What somebody says of what was told: no words of what that was."""
_CALLED = re.compile(
    r" (?:(?!said|says|told)[a-z]+ ){0,2}(?:is|was) (?:\w+ly )?(?:an? )?(?:complete |total |pure )?"
    r"(?:lies?|true|false|fake|nonsense|rubbish|hoax|untrue|rumou?r|joke|fake news)\b"
)


def _tells_besides(position: Position, told: str, quote: str) -> bool:
    """Whether what is told stands behind the "and that" of who takes no position on what stands
    before it: "was not aware of any leak and that its systems were safe"."""
    if position.stance is not Stance.NEITHER or not position.points:
        return False
    before, _, behind = quote.partition(" and that ")
    own = claim_key(told) - claim_key(" ".join(position.voice.names))
    return bool(own) and own <= claim_key(behind) - claim_key(before)


def _tells_of_accused(position: Position, quote: str) -> bool:
    """Whether somebody tells something else of who "is accused of killing him": that he did, is
    not theirs to confirm there."""
    told = position.stance in AFFIRMING and not position.points
    return told and ACCUSED_BESIDE.search(quote) is not None


def _with_what_shows(done: Attributed, told: str) -> str:
    """What is called false, with what shows it: "a clip that shows a shark is fake" does not tell
    that the shark is."""
    verdict = judge(told)
    if verdict is None or verdict.stance is not Stance.DENIES:
        return told
    text, bare = done.page.text, _ARTICLE.sub("", told.rstrip(" ."))
    at = text.find(bare)
    index = done.page.sentence_at(at)
    if index is None or not _SHOWS.search(text, done.page.sentences[index].start, at):
        return told
    return text[done.page.sentences[index].start : at + len(bare)]


_ARTICLE = re.compile(r"^(?:an?|the) ", re.I)
_SHOWS = re.compile(
    r"\b(?:show|shows|showing|showed|depicts?|depicting|featuring) (?:an? |the )?$", re.I
)
