"""What is told once a hedge is taken out: "is believed to be armed" as "is armed".

A hedge governs an infinitive, which becomes the finite verb of the same person and tense. The
rules cut a hedge out themselves; the trained writer leaves one out word by word, and what is left
may be no verb at all ("the ship carry lead", "which are be jets").
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Set as Words
from functools import lru_cache

from claims.extraction.cues.figures import FIGURE
from claims.extraction.text.inflect import irregular_pasts, may_be_past, past_of, third_of
from claims.extraction.text.lexicon import word_set
from claims.extraction.text.nouns import are_many
from claims.extraction.text.quality import has_finite

_MANY = frozenset(["are", "were", "have", "do", "appear", "seem"])
_PAST = frozenset(["was", "were", "had", "did", "appeared", "seemed"])
_AHEAD = frozenset(["expected", "likely", "due", "set", "tipped"])
"""What is "expected to" come is told as what will."""
_HEDGED = r"believed|thought|said|reported|rumou?red|alleged|suspected|understood|presumed|supposed"
_HELPERS = frozenset(
    ["is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "do", "does", "did"]
)
_BE = frozenset(["is", "are", "was", "were"])
_TO_COME = frozenset(["will", "would"])
_ADVERB = r"(?:still|also|now|already|once|often|long|then|later|\w+ly)"
_INFINITIVE = re.compile(
    rf"(?P<how>(?:{_ADVERB} )*)(?P<verb>have been|have|be|[a-z]+)\b(?P<rest>.*)$", re.S
)
_PAST_TIME = re.compile(
    r"\b(?:in|around|since the start of) (?:the )?(?:early |late |mid-?)?(?:1[0-9]|20)\d\d\b|"
    r"\b(?:ago|yesterday|last (?:week|month|year|night|summer|winter|spring|autumn))\b"
)
"""When something was done: what has been done has no such time."""
_AND_TO = re.compile(r"\b(?P<join>and|or) to (?P<verb>have been|have|be)\b")
_GOVERNED = re.compile(
    rf"\b(?:(?P<be>is|are|was|were|has been|have been|had been)(?: being)?(?: {_ADVERB})* "
    rf"(?P<by>{_HEDGED}|"
    rf"{'|'.join(sorted(_AHEAD))})|"
    r"(?P<seems>(?:(?:do|does|did) )?(?:appear|seem)|(?:appear|seem)(?:s|ed))) to "
    rf"(?:{_ADVERB} )*(?P<help>have been |have |be )?(?:{_ADVERB} )*"
    r"(?P<verb>[a-z]+(?:-[a-z]+)*)\b"
)


def without_hedged_aside(words: str) -> str:
    """The words without what somebody else is said to tell of their subject: "the photo, which
    supposedly shows a riot, was taken in 2011"."""
    return _HEDGED_ASIDE.sub("", words) if ", wh" in words else words


_HEDGED_ASIDE = re.compile(
    r", (?:which|who) (?:(?:is|was|are|were) )?(?:supposedly|purportedly|allegedly|reportedly|"
    r"ostensibly|(?:said|alleged|believed|rumou?red) to|purports? to|claims? to)\b[^,;]*,"
    r"(?= (?:was|were|is|are|had|has|did|does|would|will|could|can)\b)"
)


def tell_governed(words: str, governor: Iterable[str], subject: str = "") -> str:
    """The ``words`` behind "to" with a finite verb, as the words that governed it ask for:
    "have been seen" behind "were said" as "were seen". Where these do not tell ("had been said"),
    the ``subject`` does whether it is one or several.

    What starts with no verb ("40 men") stays as it is.
    """
    match = _INFINITIVE.match(words)
    if match is None:
        return words
    governor = frozenset(governor)
    denied = "not" in governor
    many, past = (not kind.isdisjoint(governor) for kind in (_MANY, _PAST))
    many = (many and "does" not in governor) or ("had" in governor and are_many(subject))
    if not _AHEAD.isdisjoint(governor):
        return f"{'would' if past else 'will'}{' not' if denied else ''} {words}"

    def finite(how: str, verb: str) -> str:
        if denied and verb not in ("have been", "be", "have"):
            return f"{'did' if past else 'do' if many else 'does'} not {how}{verb}"
        return _finite(f"not {how}" if denied else how, verb, many=many, past=past)

    if match["verb"] == "have" and not (past or denied) and _PAST_TIME.search(match["rest"]):
        done = match["rest"].split(" ", 2)[1]
        if may_be_past(done):
            told = f"{match['how']}{match['rest'][1:]}"  # "travelled there in 2012"
            return _AND_TO.sub(lambda m: m["join"], told).replace("  ", " ")
    rest = _AND_TO.sub(lambda m: f"{m['join']} {finite('', m['verb'])}", match["rest"])
    return finite(match["how"], match["verb"]) + rest


def _finite(how: str, verb: str, *, many: bool, past: bool) -> str:
    if verb == "have been":
        return f"{'were' if many else 'was'} {how}".rstrip()
    if verb == "be":
        form = ("were" if many else "was") if past else ("are" if many else "is")
        return f"{form} {how}".rstrip()
    if verb == "have":
        return f"{'had' if past else 'have' if many else 'has'} {how}".rstrip()
    return how + (past_of(verb) if past else verb if many else third_of(verb))


def restore_verbs(told: str, beside: str) -> str:
    """The writer's sentence with the finite verbs that hedges of the text ``beside`` it stood for:
    "the ship carries lead" for "the ship carry lead" of one that "is thought to carry lead"."""
    for hedge in _hedges(beside):
        told = _restored(told, hedge, beside)
    for match in _EXPECTED.finditer(beside):
        bare = rf"(?<!\w){re.escape(match['last'])} (?={match['verb']}\b)"
        will = "would" if match["past"] else "will"
        told = re.sub(bare, rf"\g<0>{will} ", told, count=1, flags=re.I)
    return told


def without_put_at(words: str) -> str:
    """ "The cost is put at 3 million" as "The cost is 3 million", where nobody is told to put it
    so."""
    return _PUT_AT.sub(r"\1 ", words)


_PUT_AT = re.compile(
    rf"\b(is|are|was|were) (?:put|estimated|pegged|reckoned) at (?={FIGURE}(?!.* by ))"
)


def without_reported(words: str) -> str:
    """ "Orr was reported missing in May" as "Orr went missing in May", "was reported killed" as
    "was killed", where nobody is told to have reported it."""
    match = _REPORTED_STATE.match(words)
    if match is None or " by " in words:
        return words
    state = match["state"]
    past = match["be"] in ("was", "were")
    told = "went missing" if past and state == "missing" else f"{match['be']} {state}"
    return f"{match['who']} {told}{words[match.end() :]}"


_REPORTED_STATE = re.compile(
    r"(?P<who>(?:(?!\b(?:who|which|that)\b)[^,;]){2,60}?) "
    r"(?P<be>(?:has|have) been|is|are|was|were) reported "
    r"(?P<state>missing|dead|stolen|killed|injured|wounded|captured|kidnapped|drowned)\b"
)


def without_second_hedge(words: str) -> str:
    """What was reported to be thought as what is reported: "Orr is believed to be ill", behind "it
    was reported that", as "Orr is ill"; other words as they are."""
    match = _THOUGHT_TO.match(words)
    if match is None:
        return words
    who, be = match["who"], match["be"] or match["seems"]
    ahead = (*be.split(" "), "expected") if match["by"] == "expected" else be.split(" ")
    return f"{who} {tell_governed(match['rest'], ahead, who)}"


_THOUGHT_TO = re.compile(
    r"(?P<who>(?:(?!\b(?:who|which|that|and|but)\b)[^,;]){2,60}?) "
    rf"(?:(?P<be>(?:has|have|had) been|is|are|was|were) (?:{_ADVERB} )*(?P<by>{_HEDGED}|expected)|"
    r"(?P<seems>(?:appear|seem)(?:s|ed)?)) to "
    r"(?P<rest>[a-z]+ .+)$",
    re.S,
)


@lru_cache(maxsize=16)
def _hedges(text: str) -> tuple[re.Match[str], ...]:
    return tuple(_GOVERNED.finditer(text))


def _restored(told: str, hedge: re.Match[str], beside: str) -> str:
    words = told.split(" ")
    verb, helped = hedge["verb"], hedge["help"] or ""
    at = next((n for n, word in enumerate(words) if n and word.rstrip(",.") == verb), 0)
    helpers = _HELPERS
    acts = verb not in word_set("claim_function_words")
    if (
        helped
        and acts
        and hedge["by"] not in _AHEAD
        and not re.search(rf"\b(?:will|would) {verb}", beside)
    ):
        helpers = _HELPERS | _TO_COME  # "will done" of what "appears to have done it"
    first = at
    while first > 1 and (words[first - 1] in helpers or _MANNER.fullmatch(words[first - 1])):
        first -= 1
    if not at or words[first - 1].lower() in _NO_SUBJECT:
        return told
    between = words[first:at]
    helping = frozenset(between) & helpers
    alone = _WORD.findall(beside).count(verb) == 1
    ahead = hedge["by"] in _AHEAD and helped == "be " and not helping.isdisjoint(_BE)
    as_it_stands = any(re.search(rf"\b{be} {verb}\b", beside) for be in helping & _BE)
    if as_it_stands or not (ahead or _is_broken(helping, helped.strip(), verb, told, alone=alone)):
        return told
    manner = [word for word in between if word not in helping]
    governor = [*(hedge["be"] or hedge["seems"]).split(" "), hedge["by"] or ""]
    subject = " ".join(words[:first])
    told_now = tell_governed(" ".join([*helped.split(), *manner, *words[at:]]), governor, subject)
    return " ".join([*words[:first], told_now])


_IN_NO_PHRASE = (
    r"(?!(?:to|that|will|would|can|could|may|might|must|is|are|was|were|be|has|have|had)\b)"
)
_EXPECTED = re.compile(
    r"\b(?:expect|forecast|predict|anticipat)(?:s|es|ing|(?P<past>e?d))? "
    rf"(?:{_IN_NO_PHRASE}[\w'’-]+ ){{0,6}}?(?P<last>{_IN_NO_PHRASE}[\w'’-]+) to (?P<verb>[a-z]+)\b"
)
"""Who is expected to do what: "expects the mill to sell"."""
_WORD = re.compile(r"\w+")
_MANNER = re.compile(_ADVERB)
_NO_SUBJECT = frozenset(
    ["to", "will", "would", "can", "could", "may", "might", "must", "should", "and", "or", "not",
     "never"]
)  # fmt: skip
"""Words behind which a verb without a subject stands, or one that is right as it is."""


def _is_broken(helping: Words[str], helped: str, verb: str, told: str, *, alone: bool) -> bool:
    """Whether ``helping`` words make no finite verb with the infinitive that was hedged, or one
    of another tense; ``alone``: the text has the verb in no other place."""
    if "be" in helping or verb == "be" or not helping.isdisjoint(_TO_COME):
        return True
    if helped == "have been" and helping:
        return helping <= {"is", "are"}
    if helped:
        done = verb.endswith("ing") or verb in word_set("hedges_participles")
        half = done and not helping and (not has_finite(told) or _is_no_past(verb))
        return half or (helped == "have" and bool(helping) and helping <= _BE | {"have"})
    return not helping.isdisjoint(_BE) if helping else alone


def _is_no_past(verb: str) -> bool:
    """Whether a verb's form is a participle, and not its past: "done", "taken"."""
    return verb in word_set("hedges_participles") and verb not in irregular_pasts().values()
