"""A claim that was cut out as a noun phrase, made the sentence that it stands for.

"A video showing Orr", "a man who fled" and "rebels using gas" hold a verb that only wants its
place; "expects Orr to resign" and "listed Orr as a spy" say of somebody what they will do or are.
What has a verb of its own, or no such form, stays as it is.
"""

from __future__ import annotations

import re
from functools import lru_cache

from claims.extraction.text.broken import is_fragment
from claims.extraction.text.inflect import may_be_past
from claims.extraction.text.lexicon import word_set
from claims.extraction.text.nouns import are_many, tell_past_by
from claims.extraction.text.quality import has_finite, is_finite
from claims.extraction.text.sought import Sought
from claims.extraction.wording.conditions import with_condition
from claims.extraction.wording.leftovers import tidy
from claims.extraction.wording.sentence import finish, state_linked
from claims.extraction.wording.unhedged import tell_governed

_BEFORE_NOUN = r"(?:of|in|on|at|by|for|with|from|to|near|about|over|under|into|as|than|like)"
_NONE_OF = (
    r"(?!(?:who|whom|whose|which|that|what|when|where|while|as|because|if|since|after|before)\b)"
)
_WHOM = (
    r"(?P<whom>(?!(?:and|but|he|she|it|they|we|i|you|this|these|those|there|not|here)\b)"
    rf"{_NONE_OF}[^,;:()\s]+(?: {_NONE_OF}[^,;:()\s]+){{0,8}}?)"
)
"""A noun phrase without a clause of its own."""
_SCENE = re.compile(
    r"^(?:(?:the|an?|this|that|some) )?(?:\w+ )?(?:videos?|photos?|photographs?|images?|pictures?|"
    r"footage|reports?|stor(?:y|ies)|news) of (?=.* \w+ing\b)",
    re.I,
)
"""What shows or tells a scene: "a video of (rebels using gas)"."""
_WHO = re.compile(
    rf"{_WHOM}(?:,| –)? (?:who|which|that) "
    r"(?P<what>(?:(?:\w+ly|also|once|first) )?(?P<verb>\w+).*)",
    re.I | re.S,
)
_DOING = re.compile(
    rf"{_WHOM},? (?P<what>(?:[a-z]+ly )?(?P<doing>[a-z]{{2,}}ing)\b (?!of\b)\S.*)", re.I | re.S
)
_NO_SUBJECT = re.compile(
    rf"(?:.*\W)?(?:{_BEFORE_NOUN}|after|before|without|and|or|the|an?|this|that|these|those|his|her|its|"
    r"their|my|our|your|any|some|no|more|most|new|not|against|through|[\w’']+['’]s|\w+s['’])"
    rf"|(?:{_BEFORE_NOUN}|despite|until|following|\w+ing)\b.*",
    re.I | re.S,
)
"""What ends in a word that no verb follows ("of", "the", "Orr's"), or opens like no noun phrase."""
_TO = re.compile(rf"{_WHOM} to (?P<what>(?:not )?(?P<verb>[a-z]+)\b(?!['’]).*)", re.S)
_SHORT = 6
"""Words that name whoever is said to be or have something: more may hold a verb unseen."""
_VERB_LAST = re.compile(r"(?:ing|ed|\b(?:claims?|seems?|appears?|wants?|hopes?|plans?))$")
_EXPECTED = re.compile(
    r"\b(?:expect|forecast|anticipat|predict|project)(?:(?P<past>e?d)|es?|s|ing)?\b", re.I
)
_AS = re.compile(
    rf"{_WHOM} as (?P<what>[\"“'‘]?(?:(?:an?|the|one of)\b|[a-z-]+(?:$|[\"”'’ ])).*)", re.I | re.S
)
_IT_AS = re.compile(
    r"(?P<it>It|They|This|That) as (?P<what>(?:(?:an?|the|one of) )?[a-z-]+.*)", re.S
)
_NAMED = re.compile(
    r"\b(?:list|describ|portray|label|brand|identif|depict|regard|classif|designat|nam|recogni|"
    r"proclaim|confirm|characteri|treat|regard|view)"
    r"(?:e|ed|es|s|y|ied|ies|[sz]ed|[sz]es|ing|led|ling)?\b",
    re.I,
)


@lru_cache(maxsize=1024)
def make_whole(claim: str, quote: str) -> str:
    """The claim's sentence, with the verb that its ``quote`` gives it where it has none."""
    claim = with_condition(tidy(claim), quote)
    if told := state_linked(claim) or _what_it_was(claim, quote):
        return told
    if counted := state_counted(claim):
        return counted
    if claim.startswith("Be ") and is_fragment(claim):
        return f"It is {claim[len('Be ') :]}"  # "it is thought unlikely to be a bomb"
    if told := _hedged(claim) or _wished(claim, quote):
        return told
    words = _SCENE.sub("", claim.rstrip("."))
    if told := _done_by(words, quote):
        return told
    acts = any(may_be_past(word) for word in words.partition(" to be ")[0].lower().split())
    if (
        " to be " in words
        and not (acts or has_finite(words))
        and (told := _infinitive(words, quote))
    ):
        return told
    if not (is_fragment(claim) or _is_object(words, quote)):
        return claim
    told = _infinitive(words, quote) or _named(words, quote) or _who(words) or _doing(words, quote)
    return claim if not told or is_fragment(told) else told


def _what_it_was(claim: str, quote: str) -> str:
    """ "Was a cold", of "Orr, who stayed at home with what the team said was a cold, ..." as "Orr
    stayed at home with a cold"; "" of anything else."""
    if _OPENS_BE.match(claim) is None:
        return ""
    match = _SAID_WHAT.search(quote)
    if match is None or claim.rstrip(".").lower() != f"{match['be']} {match['what']}".lower():
        return ""
    before, aside = match["before"], _WITH_ASIDE.fullmatch(match["before"])
    if aside is not None:
        before = f"{aside['whom']} {aside['rest']}"
    return finish(f"{before} {match['what']}") if "," not in before else ""


_OPENS_BE = re.compile(r"(?:Is|Are|Was|Were) ")
_SAID_WHAT = Sought(
    r"(?P<before>\w.*?) what (?:[\w'’-]+ ){1,4}?(?:said|says?|believed?|claim(?:s|ed)?) "
    r"(?P<be>is|are|was|were) (?P<what>[^,;.]+)"
)
_WITH_ASIDE = re.compile(r"(?P<whom>[^,]{2,60}), (?:who|which) (?P<rest>[^,]+)")


def _hedged(claim: str) -> str:
    """ "A tablet, rumoured to have two screens" as "A tablet has two screens"."""
    match = _RUMOURED.match(claim)
    if match is None or not _may_act(match["whom"]) or has_finite(match["whom"]):
        return ""
    be = _fit(_IS, match["whom"])
    return finish(f"{match['whom']} {tell_governed(match['what'], (be, match['hedge']))}")


_RUMOURED = re.compile(
    r"(?P<whom>[^,;:]{2,60}), (?P<hedge>rumou?red|believed|thought|said|reported|alleged|expected|"
    r"understood|suspected) to (?P<what>[a-z][^,;]*)$",
    re.S,
)


def _wished(claim: str, quote: str) -> str:
    """What somebody asks for, "All guests be searched", as what should be."""
    match = _BARE_BE.match(claim) if " be " in claim and _WISHES.search(quote) else None
    if match is None or not _may_act(match["whom"]) or has_finite(match["whom"]):
        return ""
    return f"{match['whom']} should be {match['what']}"


_WISHES = re.compile(
    r"\b(?:ask(?:s|ed)?|request(?:s|ed)?|demand(?:s|ed)?|insist(?:s|ed)?|recommend(?:s|ed)?|"
    r"propos(?:es?|ed)|order(?:s|ed)?|plead(?:s|ed)?|urg(?:es?|ed)) (?:\w+ ){0,3}?that\b"
)
_BARE_BE = re.compile(
    rf"(?P<whom>(?!(?:Let|May|To|Not|Never)\b){_NONE_OF}\S+(?: {_NONE_OF}"
    r"(?!(?:will|would|can|could|may|might|must|should|to|let|cannot|not|"
    r"be|is|are|was|were|and|or)\b)[\w'’-]+){0,7}) be (?P<what>.+)$",
    re.S,
)


def state_counted(claim: str) -> str:
    """ "Two deaths from fever" as "There were two deaths from fever"; "" where something else, or
    something of them, is told."""
    match = _SO_MANY.match(claim.rstrip("."))
    if match is None or has_finite(claim):
        return ""
    return f"There were {match['count'].lower()} {match['things']}."


NUMBER = r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d[\d,]*)"
_SO_MANY = re.compile(
    rf"(?P<count>{NUMBER}) (?P<things>(?:(?:new|more|further|confirmed|suspected) )?(?:[a-z-]+ )?"
    r"(?:deaths|cases|arrests|injuries|losses|attacks|strikes|infections|fatalities|casualties|"
    r"explosions|incidents|launches|violations|breaches|crashes|layoffs|redundancies|closures)"
    r"(?: (?:from|in|of|at|on|by|among|for|near|to|with)\b.*)?)$",
    re.I,
)
"""How many times something happened, with no verb: "two deaths from fever"."""


def _is_object(words: str, quote: str) -> bool:
    """Whether the quote has the words right behind a verb that takes no clause: "expects (the mill
    to sell clocks)"."""
    match = _TO.fullmatch(words) or _AS.fullmatch(words)
    if match is None or match["whom"] in ("What", "How"):
        return False
    head = f" {words[: match.start('what')]}".lower()
    if head not in quote.lower():
        return False
    verbs = (verb for verbs in (_EXPECTED, _NAMED) for verb in verbs.finditer(quote))
    return any(quote[verb.end() : verb.end() + len(head)].lower() == head for verb in verbs)


def _infinitive(words: str, quote: str) -> str:
    """ "Orr to resign", of who expects it, as "Orr will resign", else "Orr to be ill" as "Orr is
    ill"."""
    cue, match = _EXPECTED.search(quote), _TO.fullmatch(words)
    if match is None or not _may_act(match["whom"]) or _VERB_LAST.search(match["whom"]):
        return ""
    if cue is not None:
        will = "would" if cue["past"] else "will"
        return finish(f"{match['whom']} {will} {match['what']}")
    forms = {"be": _IS, "have": _HAS}.get(match["verb"])
    if forms is None or len(match["whom"].split(" ")) > _SHORT:
        return ""
    rest = match["what"].removeprefix(match["verb"])
    return finish(f"{match['whom']} {_fit(forms, match['whom'])}{rest}")


def _named(words: str, quote: str) -> str:
    """ "Orr as a spy", of who listed Orr so, as "Orr is a spy"."""
    pointed = _IT_AS.fullmatch(words)
    if pointed is not None and _NAMED.search(quote):
        return finish(f"{pointed['it']} {_fit(_IS, pointed['it'])} {pointed['what']}")
    match = _AS.fullmatch(words)
    if match is None or not _NAMED.search(quote) or not _may_act(match["whom"]):
        return ""
    what = match["what"].removeprefix("being ")
    return finish(f"{match['whom']} {_fit(_IS, match['whom'])} {what}")


def _done_by(words: str, quote: str) -> str:
    """ "The report leaked by Orr", of "The report - leaked by Orr - says", as "The report was
    leaked by Orr"."""
    match = _DONE_BY.fullmatch(words)
    if match is None or has_finite(words):
        return ""
    apart = re.escape(match["whom"]) + r"(?:,| [—–-]+) (?:\w+ly )?" + re.escape(match["done"])
    if re.search(apart, quote, re.I) is None:
        return ""
    return finish(f"{match['whom']} {_fit(_WAS, match['whom'])} {match['done']} by {match['by']}")


_DONE_BY = re.compile(
    r"(?P<whom>(?:The|An?|This|That|These|Those|[A-Z][\w'’-]*)(?: [\w'’-]+){0,4}?) "
    r"(?P<done>[a-z]{2,}ed) by (?P<by>[^,;]+)"
)


def _who(words: str) -> str:
    """ "The man, who fled" as "The man fled"."""
    match = _WHO.fullmatch(words)
    if match is None or not _may_act(match["whom"]):
        return ""
    if _OF.search(match["whom"]) and not _SOMEBODY.match(match["whom"]):
        return ""
    verb = match["verb"].lower()
    if not (is_finite(verb) or verb.endswith(("ed", "s"))):
        return ""
    behind = _BEHIND_ASIDE.match(match["what"])
    if behind is not None and (is_finite(behind["verb"]) or behind["past"]):
        return finish(f"{match['whom']} {behind['main']}")
    if _goes_on(match["what"]):
        return ""
    return finish(f"{match['whom']} {match['what']}")


_BEHIND_ASIDE = re.compile(
    r"[^,]+, (?P<main>(?P<verb>(?P<past>died|fell|fled|left|went|came|told|won|lost)|[a-z]+) [^,]+)"
)
"""What is told of somebody behind the aside on them: "who fled, (lives in Lima)"."""
_SOMEBODY = re.compile(r"(?:someone|somebody|an? (?:man|woman|person|boy|girl))\b", re.I)
"""Who "who" means, whatever stands between."""


def _doing(words: str, quote: str) -> str:
    """ "Rebels using gas" as "Rebels used gas", "men planning it" as "men were planning it"."""
    match = _DOING.fullmatch(words)
    if match is None or not _may_act(match["whom"]) or len(_OF.findall(match["whom"])) > 1:
        return ""
    if match["doing"] == "being" and " ".join(match["what"].split()[:3]) in quote:
        being = _BEING.match(match["what"])
        if being is None:
            return ""
        # "arms being sold", "the first being it"
        what = match["what"] if being["done"] else match["what"].removeprefix("being ")
        return finish(f"{match['whom']} {_fit(_WAS, match['whom'])} {what}")
    if match["doing"].lower() in word_set("no_deeds"):
        return ""
    told = tell_past_by(_OF.split(match["whom"], maxsplit=1)[0], match["what"])
    return finish(f"{match['whom']} {told}")


_BEING = re.compile(
    r"being (?:(?:the|an?|one of) |(?P<done>(?:\w+ly )?(?:\w{2,}ed\b|"
    rf"{'|'.join(sorted(word_set('hedges_participles')))})))"
)
"""What is done to somebody, or who they are."""


def _goes_on(what: str) -> bool:
    """Whether behind a clause's verb the main one comes: "who fled was found"."""
    words = what.lower().split(" ")[1:]
    verbs = sum(is_finite(word) for word in words) - len(_JOINED.findall(what))
    return verbs > len(_OPENER.findall(what))


_OPENER = re.compile(
    r"\b(?:who|whom|whose|which|that|when|where|while|as|because|if|after|before)\b"
)
_JOINED = re.compile(
    r"\b(?:and|or|but)\b|\b(?:ha[sd]|have|will|would|could|may|might) (?:have|be)\b"
)
_OF = re.compile(rf" {_BEFORE_NOUN} ", re.I)


def _may_act(whom: str) -> bool:
    """Whether the words may be a sentence's subject: "men from Lima", but not "after the"."""
    first = whom.split(" ", 1)[0].lower()
    if first.endswith("ed") and first != "united":
        return False
    odd = word_set("quality_bad_starts") | word_set("cues_auxiliaries") | word_set("quality_bases")
    return first not in odd | _ODD_STARTS and not _NO_SUBJECT.fullmatch(whom)


_ODD_STARTS = frozenset(
    ["appears", "seems", "likely", "known", "set", "due", "able", "unable", "him", "them", "me",
     "us"]
)  # fmt: skip


def _fit(forms: tuple[str, str], whom: str) -> str:
    """The form of a verb for one or for many that goes with "the heads of the mill"."""
    return forms[are_many(_OF.split(whom, maxsplit=1)[0])]


_IS, _WAS, _HAS = ("is", "are"), ("was", "were"), ("has", "have")
"""Of one, of many."""
