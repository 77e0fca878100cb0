"""What a denial of charges is on: what somebody was said to have done where they were charged.

"She denies the charges", two sentences behind "police charged a nurse with theft", denies that the
nurse stole, and neither that she was charged nor what somebody else told in between. Who "pleaded
not guilty" denies the same.
"""

from __future__ import annotations

import re
from dataclasses import replace

from claims.extraction.attribution.attributed import Attributed, Attribution, SentenceReading
from claims.extraction.names.entity import Entity
from claims.extraction.position import NOBODY, REJOINDER, Position
from claims.extraction.positions.judged import on_told_before
from claims.extraction.sources.taking import voice_of
from claims.extraction.text.lexicon import roles_of_others, word_set
from claims.extraction.text.nouns import are_many
from claims.extraction.text.sought import Sought
from claims.extraction.voice import GENDERS, POSSESSIVES, Voice
from claims.extraction.wording.charged import Charge, find_charge
from claims.model import Mode, Stance

_DENIES_CHARGES = Sought(
    r"\b(?:(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|disput(?:es?|ed|ing)|contest(?:s|ed)?) "
    r"(?:(?:all|any|both|of) )*(?:the|these|those|all|both|his|her|their|its|that|this) (?:\w+ )?"
    r"(?:charges?|accusations?|allegations?)(?! (?:of|that|by|against|from|made|levell?ed))|"
    r"plead(?:s|ed)? not guilty(?: to (?:all |both )?(?:of )?(?:the|these|those|all) "
    r"(?:\w+ )?(?:charges?|counts?|offences?|offenses?))?(?=\W*$)|"
    r"(?:maintain|protest|proclaim|assert|profess)(?:s|ed|es)? (?:his|her|their|its) innocence)\b",
    re.I,
)
_WHICH_DENIES = Sought(
    r",? (?:which|(?:an? |the )?(?:charges?|accusations?|allegations?|something)"
    r"(?: (?:that|which))?)"
    r" (?:(?:he|she|it|they|both|all) )?(?:ha(?:s|ve|d) )?(?:\w+ly |since |always )?"
    r"den(?:y|ies|ied)\b"
)
"""How who is charged answers in the same breath: ", which he denies"."""
_LONGEST_ANSWER = 60
_LAID_TO = Sought(r"\b(?:accus|suspect)")
_BACK = 4
"""Sentences before a denial in which the charge stands."""
_ANSWERS = re.compile(r"\W*(?P<who>he|she|it|they|his|her|its|their|both|all)\b", re.I)


def put_on_charge(done: Attributed, position: Position) -> Position:
    """The position on what they are charged with, where somebody denies that; what a sentence lays
    to whom it tells of besides, where nobody tells it; any other as it is."""
    if position.stance is Stance.ALLEGES:
        return _laid_to(done, position)
    if position.stance is not Stance.DENIES:
        return position
    text = done.page.text
    quote = text[position.start : position.end]
    behind = _WHICH_DENIES.search(text, position.start, position.end + _LONGEST_ANSWER)
    if behind is not None and behind.start() <= position.end:
        charge = find_charge(text[position.start : behind.start()])
        end = max(position.end, behind.end())
        return replace(_denying(done, position, charge), end=end) if charge else position
    if _DENIES_CHARGES.search(quote) is None:
        return position
    answers = _ANSWERS.match(quote)
    pronoun = answers["who"].lower() if answers is not None else ""
    found = _find_charge(done, position, position.voice, POSSESSIVES.get(pronoun, pronoun))
    if found is None:
        return position
    told = _denying(done, position, *found)
    return replace(told, voice=_accused(done, found[0], position.voice)) if pronoun else told


def answer_charge(
    done: Attributed, reading: SentenceReading, attribution: Attribution
) -> list[Position]:
    """The denial of charges by "he" or "she" whom nothing but the charge tells: "a nurse was
    charged with theft. She denies it"."""
    source, cue = attribution.source, attribution.cue
    if source is None or cue.stance is not Stance.DENIES or source.last - source.first != 1:
        return []
    tokens = reading.sentence.tokens
    pronoun = tokens[source.first].lower
    last = cue.last + 1 if attribution.content is None else attribution.content.last
    first = min(source.first, cue.first)
    quote = done.page.text[tokens[first].start : tokens[last - 1].end]
    if pronoun not in (*GENDERS, "they") or _DENIES_CHARGES.search(quote) is None:
        return []
    voice = Voice(tokens[source.first].text, None, (), mention=tokens[source.first].text)
    told = on_told_before(
        reading.sentence, cue, cue.stance, voice, "", (first, last), "nominal=True"
    )
    found = _find_charge(done, told, voice, pronoun)
    if found is None:
        return []
    return [replace(_denying(done, told, *found), voice=_accused(done, found[0], voice))]


def _find_charge(
    done: Attributed, position: Position, voice: Voice, pronoun: str
) -> tuple[Charge, int] | None:
    """The nearest charge before a position that its voice may answer, and its sentence."""
    text = done.page.text
    for index in range(position.sentence, max(-1, position.sentence - _BACK), -1):
        sentence = done.page.sentences[index]
        charge = find_charge(text[sentence.start : min(sentence.end, position.start)])
        if charge is None and _accuses(done, index):
            return None
        if charge is None:
            continue
        near = index == position.sentence - 1 and charge.by_teller
        if near or _may_answer(done, charge, voice, pronoun):
            return charge, index
    return None


def _accuses(done: Attributed, index: int) -> bool:
    """Whether prosecutors tell the sentence, or their like: that may be what is denied."""
    return any(
        not word_set("charges_accusers").isdisjoint(voice.party.lower().split())
        for each in done.sentences[index].attributions
        for voice in each.voices
        if each.cue.stance is Stance.ALLEGES
    )


def _laid_to(done: Attributed, position: Position) -> Position:
    """What is laid to whom the sentence tells of besides, by who acts on them where they lay it to
    them: "Lima expelled two envoys it accused of spying"."""
    quote = done.page.text[position.start : position.end]
    charge = find_charge(quote) if _LAID_TO.search(quote) else None
    nobody = position.voice.party == NOBODY.party
    if charge is None or not charge.beside or not (nobody or charge.by_teller):
        return position
    told = replace(position, claim=charge.told, points=False)
    if not (nobody and charge.by_teller):
        return told
    entity = _opening(done, position.sentence)
    if entity is None:  # a body whose name nobody knows, or those of whom the sentence tells
        return told if " it " in quote else position
    return replace(told, voice=voice_of(done.register, entity), mode=Mode.INDIRECT)


def _opening(done: Attributed, index: int) -> Entity | None:
    """The body or person with whose name a sentence opens."""
    sentence = done.page.sentences[index]
    start = 1 if sentence.tokens[0].lower == "the" else 0
    place = next((p for p in done.register.places[index] if p.first <= start < p.last), None)
    return done.register.entities[place.entity] if place is not None else None


def _may_answer(done: Attributed, charge: Charge, voice: Voice, pronoun: str) -> bool:
    """Whether who answers by a pronoun, or by name, may be who is charged."""
    if not pronoun:
        unnamed = charge.who.lower().startswith(("a ", "an ")) and charge.beside
        return _is_same(charge.who, voice) or (unnamed and voice.speaker is not None)
    many = are_many(charge.who)
    if pronoun in ("they", "both", "all"):
        return many
    head = charge.who.lower().rpartition(" ")[2]
    entity = done.register.find(charge.who)
    person = head in word_set("person_roles") or (entity is not None and entity.is_person)
    if pronoun == "it":
        return not many and not person
    gender = GENDERS[pronoun]
    known = entity.gender if entity is not None else None
    return not many and known in (None, gender) and head not in roles_of_others(gender)


def _is_same(who: str, voice: Voice) -> bool:
    """Whether one of the voice's names is who is charged, or what they are: "the nurse"."""
    words = who.lower().split()
    return any(name.lower().split()[-1] in words for name in voice.names if name.strip())


def _denying(
    done: Attributed, position: Position, charge: Charge, index: int | None = None
) -> Position:
    """The position on the charge of the sentence ``index``: apart from what somebody tells there,
    who does not lay it to them."""
    features = tuple(dict.fromkeys((*position.features, REJOINDER)))
    name = next((n for n in position.voice.names if charge.who.endswith(f" {n}")), charge.who)
    claim = f"{name[:1].upper()}{name[1:]}{charge.told[len(charge.who) :]}"
    told = replace(position, claim=claim, points=False, features=features)
    if index is None or not charge.beside or charge.by_teller:
        return told
    tells = any(
        each.voices and each.content is not None and each.cue.stance is Stance.ALLEGES
        for each in done.sentences[index].attributions
    )
    return replace(told, key=charge.told) if tells else told


def _accused(done: Attributed, charge: Charge, voice: Voice) -> Voice:
    """Who is charged, where another was taken for "he"."""
    if _is_same(charge.who, voice):
        return voice
    entity = done.register.find(charge.who)
    if entity is not None:
        return voice_of(done.register, entity)
    return Voice(charge.who, None, (), anonymous=True, mention=voice.mention)
