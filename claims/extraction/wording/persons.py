"""What the words for who speaks tell: man or woman, one or several, alone or for others."""

from __future__ import annotations

import re

from claims.extraction.text.inflect import irregular_pasts, third_of
from claims.extraction.text.lexicon import SPOKESMEN, load_lexicon, roles_of, word_set
from claims.extraction.voice import POSSESSIVES, Voice, is_one_of_two

_BEHIND = frozenset(
    ["of", "for", "in", "at", "from", "with", "who", "on", "near", "to", "by", "inside", "outside",
     "close", "familiar", ","]
)  # fmt: skip
"""Words that end the part of a description which tells what somebody is."""
_SEVERAL = frozenset(
    ["police", "people", "men", "women", "children", "couple", "pair", "duo", "trio", "staff"]
)
_MANY = frozenset(["some", "several", "many", "most", "both", "two", "three", "four", "five"])
_ALONE = frozenset(["another", "one", "someone", "somebody"])
AGREE = {
    "am": "is", "are": "is", "have": "has", "were": "was", "do": "does", "don't": "doesn't",
    "haven't": "hasn't", "aren't": "isn't", "weren't": "wasn't", "'re": "is", "'ve": "has",
}  # fmt: skip
_SAME = frozenset(
    ["put", "cut", "hit", "set", "shut", "hurt", "cost", "let", "read", "quit", "beat"]
)
"""What may be the past as well as the present."""


def head_of(name: str) -> str:
    """The noun that tells what somebody is, lower case: "sister" of "The sister of Ada Orr"; ""
    where the words are a name."""
    words = name.replace(",", " ,").split()
    end = next((at for at, word in enumerate(words) if at and word.lower() in _BEHIND), len(words))
    head = words[end - 1] if words else ""
    alone = len(words[:end]) == 1 and head.lower() in _nouns()
    return head if head.islower() or alone else ""


def _nouns() -> frozenset[str]:
    return word_set("plural_people") | word_set("org_roles") | _SEVERAL | _ALONE


def gender_of(voice: Voice) -> str | None:
    """``m`` or ``f`` where that is known of who speaks, or told by what they are: "the sister"."""
    if voice.gender is not None:
        return voice.gender
    head = head_of(voice.name).lower()
    if head in roles_of("f"):
        return "f"
    return "m" if head in roles_of("m") else None


def tells_own_plans(voice: Voice) -> bool:
    """Whether one person speaks without a name who is told of by what they run: "the site's
    editor". "She" would have no plans is herself, or nobody whom the text tells apart from her."""
    alone = voice.person and voice.speaker is None and voice.entity is None and not voice.plural
    owned = "'s " in voice.party or "’s " in voice.party or "' " in voice.party
    return alone and owned and head_of(voice.party).lower() in _IN_CHARGE


_IN_CHARGE = frozenset(
    ["editor", "owner", "founder", "director", "chairman", "chairwoman", "head", "president",
     "author", "coach", "captain", "boss", "chief", "publisher", "producer"]
)  # fmt: skip


def are_several(name: str, voice: Voice) -> bool:
    """Whether "are" goes with the name of who speaks: "Federal authorities", "Police"."""
    if name == voice.party and voice.plural:
        return True
    words = name.lower().split()
    if name == name_both(voice):
        return True
    head = head_of(name).lower() or words[-1]
    if head in _SEVERAL or head in word_set("plural_people") or words[0] in _MANY:
        return True
    return head_of(name).endswith("s") and not head.endswith("ss")


def name_both(voice: Voice) -> str:
    """The names of those who speak jointly, as they stand: "Lima and Quito" of "representatives for
    both Lima and Quito"; "" of any other voice, and where they are told of as something else."""
    if not is_one_of_two(voice):
        return ""
    names = _BEFORE_BOTH.sub("", voice.mention)
    return names if " and " in names and _TELLS_MORE.search(names) is None else ""


_BEFORE_BOTH = re.compile(r"^(?:(?:[Tt]he )?\w+s (?:for|of|from|at|with) )?(?:[Bb]oth )?")
_TELLS_MORE = re.compile(r" (?:for|of|from|at|with|who|which|that|said|says) |\b[a-z]{2,}ed\b")


def speaks_for_unknown(voice: Voice) -> bool:
    """Whether the "we" of who speaks is nobody whom the text names: one person's, alone or with
    others. "We have snow", another said."""
    if are_several(voice.party, voice) or body_spoken_for(voice):
        return False
    if voice.speaker is not None:
        return voice.person and voice.speaker == voice.party
    head = head_of(voice.party).lower()
    person = voice.person or head in _EXPERTS
    return head in _ALONE or (person and bool(head) and head not in word_set("org_roles"))


def with_others(voice: Voice) -> str:
    """Who is "we" where one person says so of whom nothing tells who else is meant: "Ada Lund and
    others", "a resident and others", "police" of a constable; "" where the words name nobody."""
    name = voice.speaker or voice.party
    titles = {
        word.strip(".").lower() for word in f"{voice.mention} {' '.join(voice.aliases)}".split()
    }
    if not titles.isdisjoint(_POLICE):
        return "police"
    head = head_of(name)
    if not head:
        return f"{name} and others"
    words = name.split()
    told = " ".join(words[: words.index(head) + 1]) if head in words else ""
    alone = (
        head.lower() in _ALONE | SPOKESMEN | _OFFICIALS | _EXPERTS
        or words[0].lower() in POSSESSIVES
    )
    if alone or head.endswith("ing") or not told or told.count(" ") > _FEW:
        return ""
    named = words[0].lower() in word_set("sources_determiners")
    return f"{told} and others" if named else f"the {told} and others"


_POLICE = frozenset(
    ["police", "policeman", "policewoman", "constable", "detective", "det", "superintendent",
     "supt", "dci", "pc"]
)  # fmt: skip
"""What tells of somebody that their "we" is the police: charities have inspectors as well."""
_OFFICIALS = frozenset(
    ["official", "officer", "diplomat", "minister", "soldier", "source", "insider", "executive",
     "employee", "aide", "representative", "commander", "adviser", "envoy"]
)  # fmt: skip
"""Whose "we" is a body that is not named, not they and others."""
_EXPERTS = frozenset(
    ["expert", "scientist", "analyst", "professor", "economist", "historian", "researcher"]
)
"""Whose "we" is all who do the same, or everybody."""
_FEW = 4
"""Blanks in a description that may stand in a claim."""


def body_spoken_for(voice: Voice) -> str:
    """The body that is "we" where one of its people without a name speaks: "the charity" of "a
    spokeswoman for the charity", "Comcast" of "one Comcast representative"; "" else."""
    if voice.speaker not in (None, voice.party):
        return ""
    of, own = _SPEAKS_FOR.match(voice.party), _SPEAKS_AS.match(voice.party)
    if of is not None:
        body = of["body"]
        named = body[0].isupper() and "'" not in body and "’" not in body
        return body if named or head_of(body) in word_set("org_roles") | {"charity"} else ""
    return own["body"] if own is not None else ""


_SPEAKS = r"(?:spokes(?:wo)?man|spokesperson|representative|rep|employee)"
_SPEAKS_FOR = re.compile(
    rf"(?:[Aa]n?|[Tt]he|[Oo]ne|[Aa]nother) (?:\w+ )?{_SPEAKS} (?:for|of|from|at) "
    r"(?P<body>(?:[Tt]he )?[\w.&’' -]+)$"
)
_SPEAKS_AS = re.compile(
    r"(?:[Aa]n?|[Tt]he|[Oo]ne|[Aa]nother) (?P<body>(?!U\.)[A-Z][\w.&-]*(?<!an|sh|se)"
    rf"(?: [A-Z][\w.&-]*)*) (?:[a-z]+ )?{_SPEAKS}$"
)


def third_person(word: str) -> str:
    """The word that stood behind "I" or "we" as it stands behind a name: "tend" is "tends".

    What is no verb of the present stays as it is.
    """
    if word in AGREE:
        return AGREE[word]
    if word in _SAME:
        return word
    form = load_lexicon().verbs["affirm"].get(word)
    known = (form is not None and form.sort == "base") or word in word_set("quality_bases")
    pasts = irregular_pasts()
    if known or word in word_set("verbs_plain") or (word in pasts and word not in pasts.values()):
        return third_of(word)
    return word
