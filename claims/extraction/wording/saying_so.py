"""What somebody says, of a sentence that tells that they say it: "the thief is tall" of "police
described the thief as being tall".

The reader often takes such a sentence whole for the claim. Where it has no more than what somebody
spoke of, "the chairman mentioned the bill", nothing is claimed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.extraction.names.mentions import possess
from claims.extraction.text.nouns import are_many, tell_past_by
from claims.extraction.wording.laid_claim import state_claimed, state_won
from claims.extraction.wording.sentence import finish
from claims.extraction.wording.stating import (
    FINITE,
    as_subject,
    finish_infinitive,
    state_doing,
    state_naming,
    was_or_were,
)
from claims.extraction.wording.unhedged import tell_governed

_HOW = r"(?:(?:has|have|had|also|already|now|further|then|later|earlier|once|[a-z]+ly) )*"
_WHOM = r"(?!(?:it|him|her|them|this|himself|herself) |seeing\b|hearing\b)[^,;]{2,80}?"
_OPENS = (
    r"(?:the|an?|this|these|those|there|his|her|its|their|he|she|it|they|no|"
    r"(?-i:[A-Z])[\w'’-]*)"
)
_VERB = (
    r"(?:is|are|was|were|has|had|have|will|would|can|could|may|might|must|should|do|does|did)"
    r"(?:n['’]t)?"
)
_NO_VERB = r"(?!(?:that|it|them|him|her|this|us|me|to|how|what|whether|if|as|through|off|out)\b)"
_NOUN_PHRASE = rf"{_OPENS}(?: (?!(?:that|which|who|whom|and|of|in|to|by|for)\b)[\w'’-]+){{0,4}}?"
_TELLS = re.compile(
    rf" {_HOW}(?:"
    rf"describe[ds] (?P<what>{_WHOM} as (?:an?|the) .+)"
    rf"|describe[ds] (?P<thing>{_WHOM}) as (?P<being>being [^,;]+.*)"
    rf"|describe[ds] (?P<one>(?:(?:the|his|her|its|their) [^,;]{{2,60}}?|(?-i:[A-Z])[\w.'’-]*"
    r"(?: (?-i:[A-Z])[\w.'’-]*){0,3})) as (?P<such>(?!if\b|though\b|well\b|to\b).+)"
    r"|describe[ds] (?P<doing>(?!being\b|seeing\b|hearing\b)[a-z]{3,}ing .+)"
    r"|(?:condemn|criticis|criticiz|denounc|slamm|blast|attack|lambast|castigat|berat)(?:ed|es|s) "
    r"(?P<culprit>(?!it\b|him\b|her\b|them\b)[^,;]{2,60}?) for (?P<deed>[a-z]{3,}ing .+)"
    rf"|(?:hail|salut|laud|acclaim|prais|tout|herald)(?:ed|es|s) (?P<hailed>{_WHOM}) as "
    r"(?P<name>(?:an?|the|one of) .+)"
    r"|blam(?:es?|ed) (?P<whom>(?:(?!\b(?:for|on|after|over|when|because)\b)[^,;])+)"
    rf"|(?:claims?|claimed|says?|believes?|understands?|understood|confirm(?:s|ed)?|"
    rf"acknowledge[sd]?|admit(?:s|ted)|insist(?:s|ed)) (?:that )?(?P<told>{_OPENS} .+)"
    r"|(?:claims?|claimed) (?P<to>to [a-z]+ .+)"
    r"|(?:is|are|was|were|has been|have been) (?:now |also )?(?:complaining|claiming|saying|"
    r"reporting|"
    r"warning|alleging|insisting|arguing)(?: (?:on|in|via|online)\b[^,;]{0,40}?)? that (?P<now>.+)"
    r"|claim(?:s|ed) (?P<feat>(?:[a-z]+ ){0,2}?(?:responsibility|victory)\b.*)"
    rf"|(?:see|forecast|expect|predict|anticipate|project|envisage|foresee)(?:s|d|ed)? "
    rf"(?P<ahead>{_NO_VERB}[^,;]{{2,80}}?) to (?P<do>(?!the\b|an?\b|its\b|\d)[a-z]+\b.*)"
    r"|(?:assess(?:es|ed)?|fear(?:s|ed)?|worr(?:y|ies|ied)|warn(?:s|ed)?|suspect(?:s|ed)?|"
    r"found|finds?|reckon(?:s|ed)?|estimate[ds]?|predict(?:s|ed)?|conclude[ds]?|"
    r"(?:is|are|was|were) (?:\w+ly )?(?:concerned|worried|afraid|confident|convinced|certain|sure))"
    rf"(?P<that> that)? (?P<clause>{_NOUN_PHRASE} {_VERB} .+)"
    rf"|promise[ds] (?:(?!that\b)[\w.'’-]+ ){{0,4}}?(?:that )?(?P<own>it|he|she|they) "
    rf"(?P<shall>(?:will|would) .+)"
    r")$",
    re.I | re.S,
)
"""Who says something, behind their name."""
_CITING = re.compile(
    r"(?:now )?(?P<who>(?:an?|the|one|another) (?:[\w'’-]+ ){0,3}?[\w'’-]+)"
    r"(?: (?:citing|quoting)(?: [\w'’-]+){0,4})?(?= claim(?:s|ed) to )",
    re.I,
)
"""Who claims to have done something, where no name is theirs: "an analyst citing sources"."""


def without_teller(words: str, names: Sequence[str]) -> str:
    """What one of the ``names`` says, without that they do: "Orr described the car as a wreck" as
    "The car is a wreck", "Orr claims that it sank" as "It sank", "residents blamed the city" as
    "The city was to blame", "the bank promised Orr it would pay" as "The bank would pay"; other
    words as they are."""
    name, rest = _behind_name(words, names)
    match = _TELLS.match(rest) if rest else None
    if match is None:
        return words
    if match["what"]:
        return state_naming(f"described {match['what']}")
    if match["thing"]:
        return _state_being(match["thing"], match["being"])
    if match["one"]:
        return _is_what(match["one"], match["such"])
    if match["doing"]:
        return state_doing(match["doing"], name) or words
    if match["culprit"]:
        culprit = as_subject(match["culprit"])
        return finish(f"{culprit} {tell_past_by(culprit, match['deed'])}")
    if match["hailed"]:
        return _is_what(match["hailed"], match["name"])
    if match["whom"]:
        subject = as_subject(match["whom"].rstrip(". "))
        return finish(f"{subject} {was_or_were(subject)} to blame")
    if match["to"]:
        head = _HEAD.split(name, maxsplit=1)[0]
        return finish_infinitive(match["to"], head).replace(head, name, 1)
    if match["ahead"]:
        ahead = _ITS.sub(f"{possess(name)} ", as_subject(match["ahead"]))
        return finish(f"{ahead} will {match['do']}")
    if match["clause"]:
        return finish(match["clause"])
    if match["own"]:
        return finish(f"{name} {match['shall']}")
    if match["now"]:
        return finish(_OWN.sub(lambda own: f"{possess(name)} ", match["now"], count=1))
    if match["feat"]:
        return state_won(match["feat"], name) or state_claimed(match["feat"], name) or words
    return finish(match["told"]) if FINITE.search(match["told"].rstrip(".")) else words


def _behind_name(words: str, names: Sequence[str]) -> tuple[str, str]:
    """Who tells something, of the names or of what stands with one, and what follows on them."""
    apposed = _APPOSED.match(words)
    told = next((n for n in names if apposed and words.startswith(f"{n}, ", apposed.end())), "")
    if apposed is not None and told:
        return told, words[apposed.end() + len(told) + 1 :]
    names = [*names, *(f"{name[0].upper()}{name[1:]}" for name in names if name[:1].islower())]
    name = next((name for name in names if f"{name} " in words), "")
    begun = words.find(f"{name} ") if name else 0
    citing = _CITES_THEM.fullmatch(words, 0, begun)
    if citing is not None:
        return citing["who"], words[begun + len(name) :]
    if name and _TITLE.fullmatch(words, 0, begun):
        return name, _CITING_SOMEBODY.sub("", words[begun + len(name) :])
    if name and _NEAR_TO.fullmatch(words, 0, begun):
        return words[: begun + len(name)], words[begun + len(name) :]
    match = _CITING.match(words)
    if match is None or not any(part in match[0] for part in names):
        return "", ""
    return match["who"], words[match.end() :]


_CITES_THEM = re.compile(
    r"(?P<who>(?:The|An?) (?:[\w'’-]+ ){0,3}?[\w'’-]+),? (?:citing|quoting) (?:the )?"
)
"""Who tells it, before those whom they have it from: "(A blogger) citing (dockers) claims"."""
_CITING_SOMEBODY = re.compile(
    r"^,? (?:citing|quoting) (?:[\w'’-]+ ){0,4}?[\w'’-]+,?(?= (?:claim|say|believe|report)s? )"
)
"""Whom they have it from, behind their name: "A blogger (citing dockers) claims"."""
_ITS = re.compile(r"^Its ", re.I)
_APPOSED = re.compile(r"(?:The|An?|Its|His|Her|Their) (?:[\w'’-]+ ){0,5}[\w'’-]+, ")
"""What somebody is, before their name: "The mayor, (Ada Orr), defended it"."""
_NEAR_TO = re.compile(
    r"(?:[A-Z][\w'’-]* )(?:[a-z]+ )?(?:inside|within|at|from|for|close to|near|with) (?:the )?"
)
"""Who tells something from where: "Sources inside (the bank)"."""
_HEAD = re.compile(r" (?=(?:inside|within|at|from|in|close|near|with|of|for) )")
_NO_LINK = (
    r"(?!(?:of|for|from|to|by|with|in|at|on|as|that|who|which|and|or|but|said|says|close|near)\b)"
)
_TITLE = re.compile(
    rf"(?:The |An? )(?:{_NO_LINK}[a-z'’-]+ ){{1,3}}|"
    r"(?:(?:The )?[A-Z][\w.’'-]* ){0,4}|"
    r"(?:An?|The) (?:[a-z]+ ){1,2}(?:calling (?:itself|themselves)|called|known as|named) (?:the )?"
)


def _state_being(thing: str, being: str) -> str:
    """ "The thief", who is told of as "being tall and wearing a coat", as "The thief was tall and
    wearing a coat"."""
    told = re.sub(r"\b(and|or) being (?=\w)", r"\1 ", being.split(" ", 1)[1])
    if re.search(r"\b(?:and|,) \w+ing\b", told):
        subject = _the_subject(thing)
        return finish(f"{subject} {was_or_were(subject)} {told}")
    return _is_what(thing, told)


def _is_what(thing: str, what: str) -> str:
    subject = _the_subject(thing)
    return finish(f"{subject} {'are' if are_many(subject) else 'is'} {what}")


def _the_subject(thing: str) -> str:
    """A ``thing`` as a subject, and never as the body's own: "their car" as "The car"."""
    return _OWN.sub("The ", as_subject(thing))


_OWN = re.compile(r"^(?:their|its) ", re.I)
"""Whose something is that a body tells of: its own."""


def state_blamed(words: str) -> str:
    """What nobody in particular blames on something: "Salt has been blamed for his stroke" as "Salt
    was responsible for his stroke"; other words as they are."""
    match = _BLAMED.match(words)
    if match is None:
        return words
    who = match["who"]
    return finish(f"{who} {was_or_were(who)} responsible for {match['what']}")


_BLAMED = re.compile(
    r"(?P<who>(?:(?!\b(?:who|which|that|said|says)\b)[^;]){2,80}?) "
    r"(?:has been|have been|had been|is|are|was|were|is being|are being|was being|were being) "
    r"(?:(?:\w+ly|also|now|often) )?blamed for (?P<what>(?:(?!\bby\b)[^;])+)$",
    re.S,
)


def state_passive(words: str, names: Sequence[str]) -> str:
    """What is told by one of the ``names`` in the passive: "the rock was estimated by experts to be
    old" as "The rock was old", "the man has been identified by police as Orr" as "The man is Orr";
    other words as they are."""
    match = _TOLD_BY.fullmatch(words.rstrip("."))
    if match is None or not any(name in match["by"] for name in names):
        return words
    who, be = match["who"], _PLAIN_BE.get(match["be"], match["be"])
    if match["to"]:
        return finish(f"{who} {tell_governed(match['to'], [be], who)}")
    subject, what = _the_subject(who), match["what"].removeprefix("being ")
    return finish(f"{subject} {'are' if be in ('are', 'were') else 'is'} {what}")


_PLAIN_BE = {"has been": "is", "have been": "are", "had been": "was"}


_TOLD_BY = re.compile(
    r"(?!(?i:(?:\w+ ){0,2}(?:rumou?r|report|claim|allegation|suggestion)s?|speculation) that\b)"
    r"(?P<who>[^;]{2,160}?)(?<!\bwho)(?<!\bwhich)(?<!\bthat)(?<!\band) "
    r"(?P<be>has been|have been|had been|is|are|was|were) (?:(?:[a-z]+ly|also|now|since|later) )*"
    r"(?:identified|named|regarded|described|considered|estimated|believed|thought|said|deemed|seen|"
    r"viewed|reported|dubbed|labell?ed|branded|known|recogni[sz]ed|listed) by (?P<by>[^,;]{2,60}?) "
    r"(?:as (?P<what>.+)|to (?P<to>[a-z]+ .+))",
    re.S,
)


def is_told_by(words: str) -> bool:
    """Whether words tell, in the passive, what somebody says: "is thought by experts to be old"."""
    return " by " in words and _TOLD_BY.match(words) is not None


def is_no_claim(words: str, names: Sequence[str]) -> bool:
    """Whether words tell no more than what one of the ``names`` spoke of, or how they took it:
    "Orr condemned the attack", "the chairman mentioned the bill"."""
    rest = _behind_name(words, names)[1]
    match = _SPEAKS_OF.match(rest) if rest else None
    return match is not None and without_teller(words, names) == words


_SPEAKS_OF = re.compile(
    rf" {_HOW}(?:(?:mention|condemn|denounc|deplor|decri|prais|hail|salut|commend|thank|advertis|"
    r"publish|discuss|outlin|describ|welcom|congratulat|mourn|address|criticis|criticiz|slamm|blast|"
    r"sidestepp|apologis|apologiz|recount)(?:e?[ds]|es)|"
    r"cite[sd]? (?=(?:the|his|her|its|their) (?:words|letter|remarks|text|speech)\b)|"
    r"express(?:ed|es) (?:(?:an?|his|her|its|their|strong|great|serious|some|deep) )*(?:interest|"
    r"concerns?|regret|sympathy|hopes?|support|thanks|condolences|sorrow|outrage|anger|surprise|"
    r"confidence|frustration|disappointment)\b|"
    r"defend(?:ed|s) (?:the|his|her|its|their) (?:[a-z]+ )?(?:decision|choice|move|record|"
    r"handling)\b|"
    r"call(?:s|ed) (?:this|it|that|them)|touch(?:ed|es) on|"
    r"talk(?:ed|s) about|spoke (?:of|about)|speaks (?:of|about)|"
    r"predict(?:ed|s) the details) (?!(?:that|how|why|what|whether|himself|herself|\w+ing)\b)",
    re.I,
)
