"""Whom "his son" means where Orr's father tells it, and "his client" where Orr's lawyer does."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.names.entities import Register
from claims.extraction.text.lexicon import word_set
from claims.extraction.text.segment import Token
from claims.extraction.voice import Voice

_CHILDREN: dict[str, str | None] = {"son": "m", "daughter": "f", "child": None}
_SIBLINGS: dict[str, str | None] = {"brother": "m", "sister": "f"}
_HUSBAND: dict[str, str | None] = {"husband": "m", "ex-husband": "m"}
_WIFE: dict[str, str | None] = {"wife": "f", "ex-wife": "f"}
_OF = {
    "father": _CHILDREN, "mother": _CHILDREN, "stepfather": _CHILDREN, "stepmother": _CHILDREN,
    "brother": _SIBLINGS, "sister": _SIBLINGS, "wife": _HUSBAND, "widow": _HUSBAND,
    "ex-wife": _HUSBAND, "husband": _WIFE, "widower": _WIFE, "ex-husband": _WIFE,
}  # fmt: skip
"""Who tells it, by what they are to somebody; what that one is to them, and of which gender."""
_WHOSE, _MINE = frozenset(["his", "her", "their"]), frozenset(["my", "our"])


def name_kin(
    register: Register, tokens: Sequence[Token], voice: Voice, *, direct: bool = False
) -> dict[int, tuple[int, str]]:
    """Where in ``tokens`` a word like "his son", or "my client" in ``direct`` speech, stands for
    somebody with a name, who; each start gives its end and the name."""
    land = _land(register, voice)
    if land is not None and not direct:
        owner, known = land, dict.fromkeys(_LANDS)
    else:
        owner, known = _owner(register, voice)
    if not known:
        return {}
    entity = register.find(owner)
    gender = entity.gender if entity is not None else None
    found = {}
    for at, token in enumerate(tokens[:-1]):
        noun = tokens[at + 1].lower
        if token.lower in (_MINE if direct else _WHOSE) and noun in known:
            genders = {known[noun], gender}
            if None in genders or len(genders) == 1:
                found[at] = (at + 2, owner)
    return found


def _land(register: Register, voice: Voice) -> str | None:
    """Whose general or minister tells it, which is "his country": "Peru" of "Peru's army"."""
    if voice.speaker in (None, voice.party):
        return None
    name, mark, body = voice.party.replace("’", "'").partition("'s ")
    entity = register.find(name) if mark else None
    public = body.rpartition(" ")[2] in _PUBLIC
    return entity.name if entity is not None and public and not entity.is_person else None


_LANDS = frozenset(["country", "nation", "homeland"])
_PUBLIC = frozenset(
    ["army", "military", "navy", "force", "staff", "ministry", "government", "embassy",
     "presidency", "parliament", "mission", "delegation", "cabinet"]
)  # fmt: skip
"""What a state alone has."""


def _owner(register: Register, voice: Voice) -> tuple[str, dict[str, str | None]]:
    """Whose father or lawyer tells it, and what that person is to them."""
    told = voice.speaker if voice.speaker not in (None, voice.party) else voice.party
    assert told is not None
    owner, mark, role = told.replace("’", "'").rpartition("'s ")
    entity = register.find(owner) if mark else None
    if entity is None and voice.speaker not in (None, voice.party):
        return _client(register, voice)
    if entity is None or not owner[:1].isupper():
        return "", {}
    if role in word_set("client_roles"):
        return entity.name, {"client": None}
    return (entity.name, _OF.get(role, {})) if entity.sort != "organisation" else ("", {})


def _client(register: Register, voice: Voice) -> tuple[str, dict[str, str | None]]:
    """For whom somebody with a name speaks: "her client" is no other, whoever it is."""
    entity = register.find(voice.party)
    name = entity.name if entity is not None else described_client(voice)
    return (name, {"client": None}) if name else ("", {})


def described_client(voice: Voice) -> str:
    """The person without a name for whom a lawyer or agent speaks: "the mayor" of "a lawyer for
    the mayor"; "" where nobody does."""
    speaker = (voice.speaker or "").replace("’", "'")
    if speaker in ("", voice.party):
        return ""
    agent = not word_set("client_roles").isdisjoint(speaker.lower().replace("'s", "").split())
    client = voice.party.rsplit(" ", 1)[-1] in word_set("person_roles") | word_set("plural_people")
    return voice.party if client and (agent or speaker[:1].isupper()) else ""
