"""A claim that names one person twice, told as a writer would: "Orr said Orr fell" is no sentence
that anybody writes, "Ada Lund slept, and she heard it" is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.extraction.names.entities import Register
from claims.extraction.text.inflect import may_be_past
from claims.extraction.text.lexicon import PREPOSITIONS, roles_of_others, word_set
from claims.extraction.text.quality import may_be_finite
from claims.extraction.text.verb_groups import ADVERBS, AUXILIARIES
from claims.extraction.voice import GENDERS
from claims.model import ClaimDraft, Extraction

_FORMS = {gender: (subject, *forms) for subject, gender in GENDERS.items() for forms in (
    {"m": ("him", "his"), "f": ("her", "her")}[gender],)}  # fmt: skip
"""Of each gender: as a subject, as whom something is done to, as whose something is."""
_NAMES_IT = re.compile(r"(?:\bname(?:d|s)?(?: (?:is|was|to))?|\bas|\bcalled|\bdubbed|\bcomrade) $")
"""Words behind which a name is told of as one."""
_BEHIND = 3
"""Words behind a name in which its verb stands."""


def name_once(found: Extraction, register: Register) -> Extraction:
    """The extraction with each person named once in a claim, where nobody else is named before
    whom "he" might mean."""
    people: dict[str, list[tuple[str, str | None]]] = {}
    for entity in register.entities:
        if entity.is_person and " " in entity.name:
            one = (entity.name, entity.gender or _told_gender(entity.name))
            people.setdefault(entity.name.split(" ", 1)[0], []).append(one)

    def named_in(claim: ClaimDraft) -> list[tuple[str, str | None]]:
        firsts = dict.fromkeys(_FIRST.findall(claim.text))
        return [one for first in firsts for one in people.get(first, ()) if one[0] in claim.text]

    claims = tuple(_with_pronouns(claim, named_in(claim)) for claim in found.claims)
    return found.model_copy(update={"claims": claims})


_FIRST = re.compile(r"[\w.'’-]+")
"""A word that a name may start with."""


def _told_gender(name: str) -> str | None:
    first = name.split(" ", 1)[0].lower()
    man, woman = first in word_set("male"), first in word_set("female")
    return None if man == woman else "m" if man else "f"


def _with_pronouns(claim: ClaimDraft, people: Sequence[tuple[str, str | None]]) -> ClaimDraft:
    text = claim.text
    for name, gender in people:
        if gender is not None and text.count(name) > 1:
            others = [other for other, sex in people if other != name and sex in (None, gender)]
            text = _told(text, name, gender, others)
    return claim if text == claim.text else claim.model_copy(update={"text": text})


def _told(text: str, name: str, gender: str, others: Sequence[str]) -> str:
    """The text with the pronoun of a gender for a name where it stands again."""
    first = text.index(name) + len(name)
    parts, end = [text[:first]], first
    for match in re.finditer(rf"\b{re.escape(name)}\b(?P<whose>['’]s?(?= ))?", text[first:]):
        start, stop = first + match.start(), first + match.end()
        before, behind = text[:start], text[stop:]
        if any(other in before for other in others) or _tells_of_another(text[first:start], gender):
            break
        odd = before.count('"') % 2 or before.count("“") > before.count("”")
        if odd or _NAMES_IT.search(before) or before.endswith((". ", '" ')):
            continue
        if before.rstrip().rpartition(" ")[2].lower() in _apposed():
            continue  # "his sister Ada Lund"
        subject, him, his = _FORMS[gender]
        told = his if match["whose"] else subject if _acts(before, behind) else him
        parts += [text[end:start], told]
        end = stop
    return "".join([*parts, text[end:]])


def _tells_of_another(before: str, gender: str) -> bool:
    """Whether words tell of somebody else without a name: "saw the man fall and Orr ran"."""
    roles = word_set("person_roles") | word_set("anonymous_heads")
    words = {word.strip(".,;") for word in before.split()}
    return not words.isdisjoint(roles - roles_of_others(gender))


def _acts(before: str, behind: str) -> bool:
    """Whether a verb stands behind a name whose subject it is."""
    last = before.rstrip().rpartition(" ")[2]
    words = [word.strip(".,;") for word in behind.split()[:_BEHIND]]
    verb = next((w for w in words if w not in ADVERBS and not w.endswith("ly")), "")
    if behind[:1] in (",", ";", ".") or not verb.islower():
        return False
    if last.endswith(",") or last in _OPENS:
        return verb not in PREPOSITIONS
    past = may_be_past(verb) and last not in _GOVERNS
    return verb in AUXILIARIES or may_be_finite(verb) or past or verb.endswith("n't")


def _apposed() -> frozenset[str]:
    return word_set("person_roles") | word_set("kin") | word_set("titles")


_OPENS = frozenset(
    ["and", "but", "then", "that", "when", "if", "because", "while", "so", "where", "which",
     "since"]
)  # fmt: skip
"""Words behind which a clause opens with its subject."""
_GOVERNS = frozenset(["of", "to", "for", "with", "by", "at", "on", "from", "against", "about"])
