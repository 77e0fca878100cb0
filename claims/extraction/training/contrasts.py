"""Invented news texts in contrasting sets: the same report, answered in other ways.

Denials, doubts and refusals are a tenth of the annotated stances, and what parts them is
often one word ("has not denied", "confirmed that it was false", "could not be reached"). So
``contrasts.yaml`` holds hand-written parts; a set is one situation told ``ANSWERS`` times
with another answer each, everything else alike. Seeded: the same call gives the same texts.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from claims.extraction.training.records import Label, Record

PARTS = Path(__file__).with_name("contrasts.yaml")
ANSWERS = 4
"""Texts in a set."""
NOBODY = "unattributed"
_SLOT = re.compile(r"\{(\w+)\}")
_QUOTED = re.compile(r"<(\d)>(.*?)</\1>")


@dataclass(frozen=True)
class Mention:
    """How a party is named in one sentence, and whom an annotation would give."""

    words: str
    party: str
    aliases: tuple[str, ...] = ()
    speaker: str | None = None
    anonymous: bool = False
    gender: str = "m"


@dataclass
class Situation:
    """What the texts of a set share."""

    topic: dict[str, str]
    accused: Mention
    names: dict[str, Mention]
    words: dict[str, str]
    lead: list[str]
    fillers: list[str]
    gap: str


@dataclass
class Draft:
    """A text as it grows, with the labels so far."""

    text: str = ""
    labels: list[Label] = field(default_factory=list)
    claims: dict[str, str] = field(default_factory=dict)


def write_contrasts(sets: int, seed: int) -> list[Record]:
    """``sets`` times ``ANSWERS`` records, named ``contrast-<set>-<answer>``."""
    dice = random.Random(seed)
    records = []
    for number in range(sets):
        situation = _imagine(dice)
        for answer in range(ANSWERS):
            draft = _tell(situation, dice)
            name = f"contrast-{number}-{answer}"
            records.append(Record(name, draft.text, draft.claims, tuple(draft.labels)))
    return records


@cache
def _parts() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(PARTS.read_text("utf-8"))
    return found


def _imagine(dice: random.Random) -> Situation:
    parts = _parts()
    topic = dice.choice(parts["topics"])
    kind = parts["parties"][topic["kind"]]
    accused = _person(dice) if topic["kind"] == "person" else _named(dice.choice(kind["names"]))
    outlet, place = dice.choice(parts["outlets"]), dice.choice(parts["places"])
    other = _named(dice.choice(parts["parties"]["office"]["names"]))
    accuser = dice.choice([_person(dice), _named(dice.choice(parts["parties"]["state"]["names"]))])
    pronoun = kind["it"] if kind["it"] == "it" else {"m": "he", "f": "she"}[accused.gender]
    refusal = topic["refusal"]
    if accused.gender == "f":
        for old, new in (("He ", "She "), ("he ", "she "), (" him", " her")):
            refusal = refusal.replace(old, new)
    words = {
        "A": accused.words, "pp": topic["pp"], "past": topic["past"], "ing": topic["ing"],
        "refusal": refusal, "it": pronoun, "place": place, "Y_s": accuser.words + "’s",
        "day": dice.choice(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Sunday"]),
    }  # fmt: skip
    names = {"O": _named(outlet), "Y": accuser, "X": _outsider(dice, place), "B": other}
    fillers = dice.sample(parts["fillers"], 3)
    gap = dice.choice([" ", "\n\n", "\n\n", "\n"])
    return Situation(topic, accused, names, words, dice.choice(parts["leads"]), fillers, gap)


def _named(words: str) -> Mention:
    return Mention(words, words.removeprefix("the "))


def _person(dice: random.Random) -> Mention:
    people = _parts()["people"]
    gender = dice.choice(["m", "f"])
    last = dice.choice(people["last"])
    name = f"{dice.choice(people[f'first_{gender}'])} {last}"
    return Mention(name, name, (last,), name, gender=gender)


def _outsider(dice: random.Random, place: str) -> Mention:
    found = dice.choice(_parts()["outsiders"])
    if "person" not in found:
        return Mention(found["text"], found["party"], anonymous=found.get("anonymous", False))
    person = _person(dice)
    words = found["text"].format(p=person.words, place=place)
    return Mention(words, person.party, person.aliases, person.party, gender=person.gender)


def _answerer(situation: Situation, dice: random.Random) -> tuple[Mention, Mention | None]:
    """Who answers for the accused, and the person whom a later pronoun stands for."""
    kind = _parts()["parties"][situation.topic["kind"]]
    accused, person = situation.accused, _person(dice)
    office, name = dice.choice(kind["office"]), accused.party
    article = "an" if office[0] in "aeiou" else "a"
    is_person = situation.topic["kind"] == "person"
    aliases = (*accused.aliases, *([] if is_person else kind["noun"][:1]))
    owner = accused.aliases[0] if is_person else accused.words
    spoken = [
        (f"{owner}’s {office}, {person.words},", person.words),
        (f"{person.words}, {article} {office} for {accused.words},", person.words),
        (f"{article} {office} for {owner}", f"{article} {office} for {owner}"),
    ]
    if not is_person:
        spoken += [(f"{name} {office} {person.words}", person.words)] * 2
    if dice.random() < 0.5:
        words, speaker = dice.choice(spoken)
        found = Mention(words, name, aliases, speaker, gender=person.gender)
        return found, found if speaker == person.words else None
    words = dice.choice([accused.words, owner, dice.choice(kind["noun"])])
    own = Mention(words, name, aliases, accused.speaker, gender=accused.gender)
    return own, own if is_person else None


def _tell(situation: Situation, dice: random.Random) -> Draft:
    parts, draft = _parts(), Draft()
    claim = f"{situation.accused.words} {situation.topic['past']}."
    draft.claims["c1"] = claim[0].upper() + claim[1:]
    answerer, person = _answerer(situation, dice)
    named = {**situation.names, "W": answerer}
    words = {**situation.words, "rep": dice.choice(parts["report"])}
    _add(draft, situation.lead, named, words, situation.gap)
    if dice.random() < 0.6:
        _add(draft, [situation.fillers[0]], named, words, situation.gap)
    if dice.random() < 0.25:
        _add(draft, dice.choice(parts["mixed"]), named, words, situation.gap)
    else:
        _add(draft, _choose(parts["answers"], "W", dice), named, words, situation.gap)
        if person is not None and dice.random() < 0.5:
            pronoun = {"m": "he", "f": "she"}[person.gender]
            later = {**named, "P": _again(person, pronoun), "p": _again(person, pronoun)}
            _add(draft, dice.choice(parts["follow"]), later, words, situation.gap)
    if dice.random() < 0.4:
        _add(draft, [situation.fillers[1]], named, words, situation.gap)
    if dice.random() < 0.55:
        words["rep"] = dice.choice(parts["report"])
        _add(draft, _choose(parts["opinions"], "X", dice), named, words, situation.gap)
    if dice.random() < 0.5:
        _add(draft, [situation.fillers[2]], named, words, situation.gap)
    return draft


def _again(person: Mention, pronoun: str) -> Mention:
    return Mention(pronoun, person.party, person.aliases, person.speaker, gender=person.gender)


def _choose(parts: dict[str, list[str]], who: str, dice: random.Random) -> list[str]:
    value = dice.choice(sorted(parts))
    sentence = dice.choice(parts[value])
    return [sentence] if value == "none" else [sentence, f"{who} {value}"]


def _add(
    draft: Draft, part: list[str], named: dict[str, Mention], words: dict[str, str], gap: str
) -> None:
    """Append a part's sentence and its labels: ``[sentence, "WHO VALUE [Q]"..., Q's claim]``."""
    stances = [tuple(item.split()) for item in part[1:]]
    other = None
    if stances and any(len(s) == 3 and s[2] == "Q" for s in stances):
        other = f"c{len(draft.claims) + 1}"
        draft.claims[other] = _fill(part[-1], named, words)
        stances.pop()
    filled = _fill(part[0], named, words)
    draft.text += gap if draft.text else ""
    base, spans, plain = len(draft.text), {}, ""
    at = 0
    for match in _QUOTED.finditer(filled):
        plain += filled[at : match.start()]
        spans[int(match[1])] = (base + len(plain), base + len(plain) + len(match[2]))
        plain += match[2]
        at = match.end()
    plain += filled[at:]
    draft.text += plain
    whole = (base, base + len(plain.removesuffix(".")))
    for number, (who, value, *rest) in enumerate(stances, 1):
        start, end = spans.get(number, whole)
        claim = other if rest and other is not None else "c1"
        draft.labels.append(_label(named.get(who), claim, value, start, end))


def _label(mention: Mention | None, claim: str, value: str, start: int, end: int) -> Label:
    if mention is None:
        return Label(claim, NOBODY, (), None, value, start, end, hedged=True)
    return Label(
        claim, mention.party, mention.aliases, mention.speaker, value, start, end,
        anonymous=mention.anonymous,
    )  # fmt: skip


def _fill(sentence: str, named: dict[str, Mention], words: dict[str, str]) -> str:
    """The sentence with its slots filled, commas mended, its first letter a capital."""

    def put(match: re.Match[str]) -> str:
        name = match[1]
        return named[name].words if name in named else words[name]

    found = _SLOT.sub(put, sentence)
    if "rep" not in words or words["rep"].endswith("s"):
        found = re.sub(r"\b(those reports|the rumours) (was|is|has)\b", _plural, found)
    found = re.sub(r",(?=[.,:])|,(?=</?\d>[.,])", "", found)
    head = re.match(r"(<\d>)?[“]?", found)
    at = head.end() if head else 0
    return found[:at] + found[at].upper() + found[at + 1 :]


def _plural(match: re.Match[str]) -> str:
    return f"{match[1]} { {'was': 'were', 'is': 'are', 'has': 'have'}[match[2]] }"
