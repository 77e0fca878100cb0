"""What tells of a speaker, and of the words beside a claim, whom "he", "it" or "they" may be."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.attribution.attributed import Attributed
from claims.extraction.names.mentions import UNKNOWN
from claims.extraction.names.words import is_known_body
from claims.extraction.sources.kin import described_client
from claims.extraction.sources.roles import SEVERAL
from claims.extraction.text.inflect import irregular_pasts
from claims.extraction.text.lexicon import agent_words, roles_of_others, word_set
from claims.extraction.text.segment import Token
from claims.extraction.text.verb_groups import AUXILIARIES, BE, is_telling
from claims.extraction.voice import POSSESSIVES, Voice
from claims.extraction.wording.persons import head_of

NEAR = 60
"""Tokens before a claim in which somebody else may have been told of."""
_HEARERS = 8
"""Tokens between "told" and "that" which may tell to whom."""


def is_somebody(voice: Voice) -> bool:
    """Whether who speaks is "they", "he" or "the president", and so is not "it"."""
    told_so = "they" in (voice.mention.lower(), voice.pronoun)
    last = voice.name.rpartition(" ")[2].lower()
    return told_so or voice.gender is not None or last in word_set("person_roles")


def stands_for_another(voice: Voice) -> bool:
    """Whether the voice is somebody's agent or lawyer, told by that alone: "he" is the other."""
    if voice.party.split(" ", 1)[0].lower() in POSSESSIVES:
        return True  # "her agent", of whom nothing is known
    whose, _, role = voice.party.lower().replace("’", "'").rpartition("'s ")
    return bool(whose) and role in word_set("spokes_roles")


def is_of_somebodys_kin(voice: Voice, gender: str) -> bool:
    """Whether "the boy's father" speaks, who may tell of the boy."""
    whose, owns, kin = voice.party.lower().replace("’", "'").rpartition("'s ")
    head = whose.rpartition(" ")[2]
    return bool(owns) and kin in word_set("kin") and head not in roles_of_others(gender)


def is_of_somebody(voice: Voice) -> bool:
    """Whether who speaks is told of by whose agent they are: "an aide to the mayor"."""
    role, of, whom = next(filter(all, map(voice.party.lower().partition, _FOR_WHOM)), ("", "", ""))
    agent = role.rpartition(" ")[2] in agent_words() | _CLOSE
    return agent and bool(of) and head_of(whom) in word_set("person_roles")


_FOR_WHOM = (" to ", " of ", " for ")
_CLOSE = frozenset(["friend", "confidant", "associate", "colleague", "relative", "doctor"])


_AGENTS = frozenset(role for role in word_set("client_roles") if not role.startswith("spokes"))


def find_client(done: Attributed, voice: Voice, gender: str, *, denies: bool) -> str | None:
    """The person of that gender for whom another speaks by name, or as their lawyer or agent; of
    whom nothing tells whether they are a person, for whom a spokesman ``denies`` it."""
    entity = done.register.find(voice.party)
    if voice.speaker in (None, voice.party) or entity is None:
        client = described_client(voice)
        others = SEVERAL | word_set("plural_people") | roles_of_others(gender)
        return client if client and head_of(client) not in others else None
    role = (voice.speaker or "").replace("’", "'").rpartition("'s ")[2]
    agent = entity.sort == UNKNOWN and (
        role in _AGENTS or (denies and role in word_set("client_roles"))
    )
    person = entity.is_person or (agent and not is_known_body(entity.name))
    return entity.name if person and entity.gender in (None, gender) else None


def tells_of_several(tokens: Sequence[Token], base: int) -> bool:
    """Whether people of whom something is told stand in another clause before ``base``."""
    clauses = [at for at in range(max(0, base - NEAR), base) if tokens[at].text in (",", ";")]
    before = tokens[max(0, base - NEAR) : clauses[-1] if clauses else 0]
    words = {token.lower for token in before}
    return not words.isdisjoint(_MANY_PEOPLE | word_set("plural_people"))


def is_told_to_several(tokens: Sequence[Token], base: int) -> bool:
    """Whether what starts at ``base`` is told to people who may be "they": "told staff that"."""
    before = tokens[max(0, base - _HEARERS) : base]
    told = next((n for n, t in enumerate(before) if t.lower in _ADDRESSED), None)
    if told is None:
        return False
    several = word_set("plural_people") - {"media", "police", "outlets"} | {"them", "staff"}
    words = [token.lower for token in before[told + 1 :]]
    return any(word in several or word in _MANY_PEOPLE for word in words)


def is_passive(tokens: Sequence[Token], at: int) -> bool:
    """Whether something is done to "they": "they were arrested"."""
    words = [t.lower for t in tokens[at + 1 : at + 6] if not t.lower.endswith("ly")]
    helping = next((n for n, word in enumerate(words) if word not in AUXILIARIES), len(words))
    done = words[helping] if 0 < helping < len(words) else ""
    participle = done.endswith(("ed", "en")) or done in irregular_pasts().values()
    return participle and words[helping - 1] in BE


_ADDRESSED = frozenset(["told", "tell", "tells", "telling", "informed", "assured", "warned"])
_MANY_PEOPLE = frozenset(f"{role}s" for role in word_set("person_roles"))


_JOINED = frozenset(["and", "as", "but", "though", "whereas", "while"])


def acts(tokens: Sequence[Token], at: int) -> bool:
    """Whether "it" acts here ("it had seen", "it was monitoring"), rather than "it was X who"."""
    follow = [t.lower for t in tokens[at + 1 : at + 5] if not t.lower.endswith("ly")]
    after, then, *_ = [*follow, "", ""]
    if after == "too":
        return False  # "it too was hit": what was told of before, not who tells
    if after in ("is", "was", "'s"):
        before = [token.lower for token in tokens[:at]]
        two = sum(map(is_telling, before)) > 1 and not _JOINED.isdisjoint(before)
        if then.endswith("ing") and two:
            return False  # "Lima calls it a trawler as Quito insists it was spying"
        third = next(iter(follow[2:]), "")
        talks = (then, third) in (("in", "talks"), ("about", "to"), ("set", "to"), ("due", "to"))
        return talks or then.endswith(("ing", "ed")) or then in ("not", "aware", "also")
    return True
