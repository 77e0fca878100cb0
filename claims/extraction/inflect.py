"""The forms of an English verb from its lemma: say -> say, says, said, saying."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

import yaml

_VOWELS = "aeiou"
_DOUBLING = frozenset({"admit", "refer", "infer", "rebut", "quip", "dub", "brag", "dispel"})


def inflect(lemma: str) -> dict[str, str]:
    """Each form of a regular verb with its sort: base, third, past, gerund."""
    stem = lemma
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        third, past = stem[:-1] + "ies", stem[:-1] + "ied"
    elif lemma.endswith("e"):
        third, past = stem + "s", stem + "d"
    else:
        if lemma in _DOUBLING:
            stem += lemma[-1]
        third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x")) else "s")
        past = stem + "ed"
    gerund = (stem[:-1] if stem.endswith("e") else stem) + "ing"
    return {lemma: "base", third: "third", past: "past", gerund: "gerund"}


def inflect_irregular(lemma: str, forms: str) -> dict[str, str]:
    """The same from a list of the forms that differ, e.g. ``wrote written writing writes``."""
    sorts = {lemma: "base"}
    for form in forms.split():
        if form.endswith("ing"):
            sorts[form] = "gerund"
        elif form.endswith("s") and form[:-1].startswith(lemma[:2]):
            sorts[form] = "third"
        else:
            sorts[form] = "past"
    return sorts


_SHORT = re.compile(r"[^aeiou]*[aeiou][bdgklmnprt]")
"""One syllable with one consonant behind its vowel, which a past tense doubles: stop, stopped."""


@cache
def irregular_pasts() -> dict[str, str]:
    """Past tenses that do not end in -ed, by the verb's base form."""
    source = files("claims.extraction").joinpath("irregular_past.yaml").read_text("utf-8")
    found: dict[str, str] = yaml.safe_load(source)
    return found


def past_of(verb: str) -> str:
    """The past tense of a verb's base form: sank, denied, stopped."""
    irregular = irregular_pasts().get(verb)
    if irregular is not None:
        return irregular
    if _SHORT.fullmatch(verb):
        return verb + verb[-1] + "ed"
    return next(form for form, sort in inflect(verb).items() if sort == "past")


def third_of(verb: str) -> str:
    """The form of a verb that goes with "it" today: sinks, denies, has."""
    if verb in ("have", "do", "go"):
        return "has" if verb == "have" else verb + "es"
    return next(form for form, sort in inflect(verb).items() if sort == "third")
