"""The claim's words from tokens of the document: names for pronouns and short names."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.attribution.attributed import Attributed
from claims.extraction.names.entities import Entity
from claims.extraction.names.mentions import PERSON, UNKNOWN
from claims.extraction.names.words import is_outlet
from claims.extraction.sources.kin import name_kin
from claims.extraction.text.lexicon import word_set
from claims.extraction.text.segment import Sentence, Token
from claims.extraction.text.verb_groups import is_telling
from claims.extraction.voice import OBJECTS, POSSESSIVES, Voice
from claims.extraction.wording.addressed import find_addressed
from claims.extraction.wording.pronouns import Resolver
from claims.extraction.wording.sentence import word_claim
from claims.model import Stance

_TITLES = frozenset(["mr", "mrs", "ms", "miss", "dr"])
_SUBJECTS = OBJECTS | POSSESSIVES
_CLAIMED = 4
"""Words before which "it" is whoever denies "the latest claims that it ..."."""


def reword(
    done: Attributed,
    sentence: Sentence,
    tokens: Sequence[Token],
    base: int,
    voice: Voice,
    *,
    direct: bool,
) -> str:
    """The claim that ``tokens`` state, of which the first is the sentence's number ``base``.

    In reported speech (``direct`` false) a pronoun that fits the voice is the voice.
    """
    renames = _full_names(done, sentence, base, base + len(tokens))
    kin = name_kin(done.register, tokens, voice) if not direct else {}
    renames |= {base + at: (base + end, name) for at, (end, name) in kin.items()}
    resolve = _resolver(done, sentence, base, voice, direct=direct)
    text = done.page.text
    spoken = range(tokens[0].start, tokens[-1].end + 2) if direct and tokens else range(0)
    spans = list(find_addressed(text, spoken.start, spoken.stop))
    addressed = {
        at
        for at, token in enumerate(tokens)
        if any(start <= token.start < end for start, end in spans)
    }
    return word_claim(tokens, text, voice, resolve, base, renames, addressed)


def _resolver(
    done: Attributed, sentence: Sentence, base: int, voice: Voice, *, direct: bool
) -> Resolver:
    def resolve(lower: str, at: int) -> str | None:
        subject = lower.replace("selves", "").replace("self", "")
        subject = _SUBJECTS.get(subject, subject)
        if subject in ("it", "they"):
            return _of_body(lower, at)
        if _stands_for_another(voice):
            return None
        wanted = "m" if subject == "he" else "f"
        client = _client(done, voice, wanted)
        if client is not None and not direct and at <= base + 1:
            return client  # "Orr's agent, Ada Lund, said he was well"
        if (lower != subject or at > base + 1) and _names_somebody(
            done, sentence, base, at, wanted
        ):
            return None  # the claim names them, and a wrong name would be worse than none
        if _people(done, sentence, base, at, wanted) - {voice.entity}:
            return None  # "Mr. Orr liked it when he saw it": as clear as it was told
        quoted = direct or done.page.quote_at(sentence.tokens[at].start) is not None
        if not quoted and voice.person and voice.speaker and voice.gender in (None, wanted):
            return voice.name
        found = done.discourse.pronoun(subject, sentence, at)
        if found is None or not found.person:
            return None
        entity = None if found.entity is None else done.register.entities[found.entity]
        if entity is not None and not done.discourse.stands_out(entity, sentence, at):
            return None
        name, own = found.name, voice.name
        if name == own:
            # who speaks of "him" would say "I" of himself
            return None if quoted or voice.gender not in (None, wanted) else name
        return name if found.entity is not None else None  # "a spokesman" names nobody

    def _of_body(lower: str, at: int) -> str | None:
        whose = denier or voice
        # "denied the claim that it fell", and not what stands behind another's claims
        claimed = base < at <= base + _CLAIMED and sentence.tokens[at - 1].lower == "that"
        if direct or whose.person or whose.vague or (at > base + 2 and not claimed):
            return None
        if is_outlet(whose.party):
            return None  # it tells of others: "it had lied about its revenue, Forbes reported"
        doing = at > base and sentence.tokens[base].lower.endswith("ing")  # "denied losing it"
        far = at > base + 1 and not claimed
        if lower in ("it", "they") and (doing or far or not _acts(sentence.tokens, at)):
            return None
        return whose.party if lower in ("it", "they", "its", "their") else None

    denier = _find_denier(done, sentence, base, voice)
    return resolve


def _stands_for_another(voice: Voice) -> bool:
    """Whether the voice is somebody's agent or lawyer, told by that alone: "he" is the other."""
    if voice.party.split(" ", 1)[0].lower() in POSSESSIVES:
        return True  # "her agent", of whom nothing is known
    whose, _, role = voice.party.lower().replace("’", "'").rpartition("'s ")
    return bool(whose) and role in word_set("spokes_roles")


def _client(done: Attributed, voice: Voice, gender: str) -> str | None:
    """The person of that gender for whom another speaks by name."""
    if voice.speaker in (None, voice.party):
        return None
    entity = done.register.find(voice.party)
    fits = entity is not None and entity.is_person and entity.gender in (None, gender)
    return entity.name if entity is not None and fits else None


def _find_denier(done: Attributed, sentence: Sentence, base: int, voice: Voice) -> Voice | None:
    """Who denies what the voice says here: in "Lima rejected claims by Quito that it had
    fired", Lima is "it"."""
    for attribution in reversed(done.sentences[sentence.index].attributions):
        cue = attribution.cue
        if cue.stance is not Stance.DENIES or cue.last >= base or not attribution.voices:
            continue
        outer = attribution.voices[0]
        named = any(
            place.entity == voice.entity
            for place in done.register.in_tokens(sentence.index, cue.last + 1, base)
        )
        return outer if named and outer.party != voice.party else None
    return None


def _names_somebody(
    done: Attributed, sentence: Sentence, first: int, last: int, gender: str
) -> bool:
    """Whether somebody whom "his" or "her" may mean stands before it in the same claim."""
    if _people(done, sentence, first, last, gender):
        return True
    roles = word_set("person_roles") | word_set("anonymous_heads")
    words = [token.lower for token in sentence.tokens[first:last]]
    return any(word in roles or word.endswith("-year-old") for word in words)


def _people(done: Attributed, sentence: Sentence, first: int, last: int, gender: str) -> set[int]:
    return {
        place.entity
        for place in done.register.in_tokens(sentence.index, first, last)
        if done.register.entities[place.entity].is_person
        and done.register.entities[place.entity].gender in (None, gender)
    }


def _acts(tokens: Sequence[Token], at: int) -> bool:
    """Whether "it" acts here ("it had seen", "it was monitoring"), rather than "it was X who"."""
    follow = [t.lower for t in tokens[at + 1 : at + 5] if not t.lower.endswith("ly")]
    after, then, *_ = [*follow, "", ""]
    if after == "too":
        return False  # "it too was hit": what was told of before, not who tells
    if after in ("is", "was", "'s"):
        if then.endswith("ing") and sum(is_telling(token.lower) for token in tokens[:at]) > 1:
            return False  # "Lima calls it a trawler as Quito insists it was spying"
        return then.endswith(("ing", "ed")) or then in ("not", "aware", "also")
    return True


def may_be_short(entity: Entity) -> bool:
    """Whether one word may stand for the entity: a person, or one named by two words or three."""
    return 2 <= len(entity.name.split()) <= (4 if entity.is_person else 3) and entity.sort in (
        PERSON,
        UNKNOWN,
    )


def short_names(entity: Entity) -> tuple[str, str, str]:
    """The words that may stand for an entity of two words or more: its first, its last, and that
    without the article ("Hamdani" for "Karim al-Hamdani")."""
    first, *_, last = entity.name.split()
    return first, last, last[3:] if last[:3].lower() in ("al-", "el-") else last


def _full_names(
    done: Attributed, sentence: Sentence, first: int, last: int
) -> dict[int, tuple[int, str]]:
    """Where a person stands by surname or first name, their full name."""
    found: dict[int, tuple[int, str]] = {}
    for place in done.register.in_tokens(sentence.index, first, last):
        entity = done.register.entities[place.entity]
        if place.last - place.first != 1 or not may_be_short(entity):
            continue
        words = entity.name.split()
        short = (*words, *short_names(entity)) if entity.is_person else words[-1:]
        if sentence.tokens[place.first].text not in short:
            continue
        start = place.first
        while start > first and (
            sentence.tokens[start - 1].lower in _TITLES or sentence.tokens[start - 1].text == "."
        ):
            start -= 1
        found[start] = (place.last, entity.name)
    return found
