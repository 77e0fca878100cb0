"""A party's other names: none that is another party's, another speaker's, or only a place's."""

from __future__ import annotations

import re

from claims.extraction.names.entities import Register
from claims.extraction.names.mentions import ORGANISATION
from claims.extraction.names.words import is_known
from claims.model import Extraction, Finding

_BEHIND = re.compile(r"(?: of| in| at| from| near| outside)(?: the)? $")


def keep_own_names(found: Extraction, register: Register) -> Extraction:
    """The extraction without the other names of a party that the text gives to somebody else."""
    owners: dict[str, set[str]] = {}
    for each in found.findings:
        for name in (each.party, each.speaker):
            if name is not None:
                owners.setdefault(_key(name), set()).add(each.party)
    kept = []
    for each in found.findings:
        own = tuple(
            alias
            for alias in each.aliases
            if owners.get(_key(alias), {each.party}) <= {each.party}
            and not _tells_where(alias, each.party)
            and not _names_another(alias, each, register)
        )
        kept.append(each if own == each.aliases else each.model_copy(update={"aliases": own}))
    return found.model_copy(update={"findings": tuple(kept)})


def _tells_where(alias: str, party: str) -> bool:
    """Whether a party's name only says by it whose or where they are: "miners in Peru"."""
    if alias not in party or alias == party:
        return False
    whose = party.startswith((f"{alias}'", f"{alias}’"))
    return whose or (party.endswith(alias) and bool(_BEHIND.search(party.removesuffix(alias))))


def _names_another(alias: str, finding: Finding, register: Register) -> bool:
    """Whether the text names somebody or some place so who is not the party: of a body that it
    names in two ways nobody can tell, and whose "Moscow" is, the catalogue knows."""
    entity = register.find(alias)
    if entity is None or entity.sort == ORGANISATION or is_known(alias):
        return False
    for name in (finding.party, finding.speaker):
        if name is not None and (name in entity.names or register.find(name) is entity):
            return False
    return not {*_key(alias).split()} <= {*_key(finding.party).split()}


def _key(name: str) -> str:
    return name.lower().removeprefix("the ")
