"""The forms of an English verb from its lemma: say -> say, says, said, saying."""

from __future__ import annotations

import re
from collections.abc import Mapping
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
    source = files("claims.extraction.text").joinpath("irregular_past.yaml").read_text("utf-8")
    found: dict[str, str] = yaml.safe_load(source)
    return found


@cache
def irregular_past_forms() -> frozenset[str]:
    """The past tenses of ``irregular_pasts``."""
    return frozenset(irregular_pasts().values())


def may_be_past(lower: str) -> bool:
    """Whether a lower-case word may be a past tense: "sank", "denied", and "red", too."""
    return lower.endswith("ed") or lower in irregular_past_forms()


_PREFIXES = ("under", "over", "out", "mis", "re", "un", "fore", "with")


def _irregular(form: str, pasts: Mapping[str, str]) -> str | None:
    """The past tense that ``pasts`` has for the form, or for it without a prefix: underpaid."""
    if form in pasts:
        return pasts[form]
    for prefix in _PREFIXES:
        bare = form.removeprefix(prefix)
        if bare != form and bare in pasts:
            return prefix + pasts[bare]
    return None


def past_of(verb: str) -> str:
    """The past tense of a verb's base form: sank, denied, stopped."""
    irregular = _irregular(verb, irregular_pasts())
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


def forms_of(verb: str) -> frozenset[str]:
    """Every form of a verb: pour, pours, poured, pouring."""
    return frozenset({verb, third_of(verb), past_of(verb), gerund_of(verb)})


def gerund_of(verb: str) -> str:
    """The form of a verb on -ing: sinking, stopping, making."""
    stem = verb + verb[-1] if _SHORT.fullmatch(verb) else verb.removesuffix("e")
    return stem + "ing"


LASTING = frozenset(
    ["trying", "planning", "plotting", "spying", "living", "working", "preparing", "seeking",
     "attempting", "intending", "hoping", "considering", "looking"]
)  # fmt: skip
"""What somebody was doing for a while, and has not done."""


_THINGS = frozenset(["anything", "everything", "nothing", "something", "wrongdoing"])
"""What ends like what somebody does, and is none."""

NO_DOINGS = _THINGS | frozenset(
    ["during", "including", "pricing", "funding", "financing", "regarding", "concerning",
     "following", "according", "pending", "upcoming", "incoming", "ongoing", "existing", "missing",
     "outstanding"]
)  # fmt: skip
"""These, and what else ends so and tells how things stand: "ongoing work"."""


_DOING = re.compile(r"(?P<how>(?P<undone>not )|[a-z]+ly )?[a-z]{2,}ing\b", re.I)


def is_doing(words: str) -> bool:
    """Whether words start with what somebody does: "stealing it", "secretly stealing it"."""
    return _DOING.match(words) is not None and words.split(" ", 1)[0].lower() not in NO_DOINGS


def tell_past(doing: str) -> str:
    """What somebody is said to be doing as done: "stealing and selling it" as "stole and sold it".

    What lasts stays so: "planning a coup" is "was planning a coup", and what is not done is "not
    doing enough" as "was not doing enough".
    """
    match = _DOING.match(doing)
    if match is not None and match["undone"]:
        what = doing[match.end("undone") :]
        perfect = what.lower().startswith("having ")
        return f"had not {what[len('having ') :]}" if perfect else f"was not {what}"
    if match is not None and match["how"]:
        return f"{match['how'].lower()}{tell_past(doing[match.end('how') :])}"
    words = doing.split(" ")
    words[0] = words[0].lower()
    if words[0] in LASTING:
        return " ".join(["was", *words])
    two = len(words) > 2 and words[1] in ("and", "or") and words[2].endswith("ing")
    for at in (0, 2) if two else (0,):
        words[at] = _past_of_gerund(words[at])
    return _JOINED.sub(_tell_joined, " ".join(words))


_WHAT = r"(?= (?:to|the|an?|his|her|its|their|any|it|them|him|[A-Z]\w+|\w+s)\b)"
_JOINED = re.compile(
    r"(?P<join1>,? (?:and|or)) of (?P<how1>\w+ly )?(?P<doing1>[a-z]{2,}ing)\b|"
    rf"(?P<join2>,? (?:and|or)) (?P<how2>\w+ly )?(?P<doing2>[a-z]{{2,}}ing){_WHAT}|"
    rf"(?P<join3>,)(?: of)? (?P<how3>\w+ly )?(?P<doing3>[a-z]{{2,}}ing){_WHAT}"
    r"(?=[^.;]{2,80}? (?:and|or) (?:of )?(?:\w+ly )?[a-z]{2,}ing\b)"
)
"""What somebody is said to be doing as well: "hiding it and failing to tell"."""


def _tell_joined(match: re.Match[str]) -> str:
    join, how, doing = (
        next((found for n in "123" if (found := match[f"{part}{n}"])), "")
        for part in ("join", "how", "doing")
    )
    return f"{join} {how}{_past_of_gerund(doing)}"


def tell_deed(doing: str) -> str:
    """``tell_past``, and "having sold it" as "has sold it"."""
    gerund, _, rest = doing.partition(" ")
    return f"has {rest}".rstrip() if gerund.lower() == "having" else tell_past(doing)


def _past_of_gerund(gerund: str) -> str:
    if gerund in _THINGS:
        return gerund
    irregular = _irregular(gerund, _pasts_by_gerund())
    if irregular is not None:
        return irregular
    stem = gerund.removesuffix("ing")
    if stem.endswith("y") and stem[-2:-1] not in _VOWELS:
        return stem[:-1] + "ied"
    return stem + ("d" if stem.endswith("e") else "ed")


@cache
def _pasts_by_gerund() -> dict[str, str]:
    """Past tenses that do not end in -ed, by the form on -ing; a last consonant may double."""
    found = {"lying": "lied", "dying": "died", "tying": "tied"}
    for base, past in irregular_pasts().items():
        stem = base[:-1] if base.endswith("e") and base not in ("be", "see", "flee") else base
        found[stem + "ing"] = past
        found.setdefault(stem + stem[-1] + "ing", past)
    return found
