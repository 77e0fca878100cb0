"""A claim as one self-contained sentence: names for pronouns, no attribution left.

The tense stays, the first person becomes the speaker, a hedge is taken out, and
a noun phrase ("the existence of a tribunal") is turned into a statement.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from claims.extraction.lexicon import word_set
from claims.extraction.segment import Token
from claims.extraction.voice import Voice

Resolver = Callable[[str, int], str | None]
"""Gives the name for a third-person pronoun at a token index, None to keep it."""

_FIRST_SINGULAR = {"i": "", "me": "", "myself": "", "my": "'s", "mine": "'s"}
_FIRST_PLURAL = {"we": "", "us": "", "ourselves": "", "our": "'s", "ours": "'s"}
_THIRD = {
    "he": "", "she": "", "they": "", "it": "", "him": "", "her": "'s", "them": "", "his": "'s",
    "their": "'s", "its": "'s", "himself": "", "herself": "", "themselves": "", "itself": "",
}  # fmt: skip
_CONTRACTED = {
    "i'm": "is", "we're": "is", "i've": "has", "we've": "has", "i'd": "would", "we'd": "would",
    "i'll": "will", "we'll": "will", "he's": "is", "she's": "is", "they're": "are",
    "they've": "have", "they'd": "had", "he'd": "had", "she'd": "had", "he'll": "will",
    "she'll": "will", "it'll": "will", "they'll": "will",
}  # fmt: skip
_AGREE = {"am": "is", "are": "is", "have": "has", "were": "was", "do": "does", "don't": "doesn't"}
_LEAD = re.compile(
    r"^(?:and|but|so|that|because|then|also|however|meanwhile|yes|no|well|of course|in fact|indeed|"
    r"whether|if|while|although|though|in addition|for example|according to \w+)\b[ ,]*",
    re.I,
)
_HEDGES = re.compile(r"\b(?:reportedly|allegedly|supposedly|purportedly)\b", re.I)
_REPORT_OF = re.compile(
    r"^(?:(?:any|all|the|these|those|such|this|that|his|her|its|their|a|an|latest|recent|unconfirmed|"
    r"online|internet|viral|false|new|media|press) )*"
    r"(?:claims?|reports?|rumou?rs?|allegations?|accusations?|stor(?:y|ies)|suggestions?|assertions?|"
    r"charges?|speculation|notion|hoax|news|idea|theory|possibility|information|statements?|fact|"
    r"suspicions?|announcement)(?: by [^,]{2,60}?)?"
    r"(?: that|,? which claim(?:ed|s) that| of| about| claiming| suggesting|"
    r" saying| regarding| alleging)(?: that)? (?P<rest>.+)$",
    re.I | re.S,
)


def word_claim(
    tokens: Sequence[Token],
    text: str,
    voice: Voice,
    resolve: Resolver,
    base: int,
    renames: Mapping[int, tuple[int, str]] | None = None,
) -> str:
    """The claim's wording from the content's tokens; "" when nothing is left.

    ``base`` is the sentence's token index of ``tokens[0]``, which ``resolve`` counts
    from. ``renames`` gives for a token index where a short name starts its end
    and the full name.
    """
    speaker = voice.speaker or voice.party
    pieces: list[str] = []
    agree, skip_to = False, 0
    for offset, token in enumerate(tokens):
        if offset < skip_to:
            continue
        gap = _gap(text, tokens[offset - 1], token) if offset else ""
        renamed = (renames or {}).get(base + offset)
        if renamed is not None:
            skip_to = renamed[0] - base
            pieces.append(gap + renamed[1])
            continue
        word, agree = _reword(token, base + offset, speaker, voice.party, resolve, agree)
        pieces.append(gap + word)
    return finish("".join(pieces))


def _gap(text: str, before: Token, token: Token) -> str:
    """What stands between two tokens; a blank where words between them were left out."""
    gap = text[before.end : token.start]
    return gap if not gap.strip() else " "


def _reword(
    token: Token, at: int, speaker: str, party: str, resolve: Resolver, agree: bool
) -> tuple[str, bool]:
    lower = token.lower
    if agree and lower in _AGREE:
        return _AGREE[lower], False
    if lower in _FIRST_SINGULAR:
        return speaker + _FIRST_SINGULAR[lower], lower == "i"
    if lower in _FIRST_PLURAL and token.text != "US":
        return party + _FIRST_PLURAL[lower], lower == "we"
    if lower in _CONTRACTED:
        subject = lower.split("'")[0]
        name = {"i": speaker, "we": party}.get(subject) or resolve(subject, at)
        return (f"{name} {_CONTRACTED[lower]}", False) if name else (token.text, False)
    if lower in _THIRD:
        name = resolve(lower, at)
        if name:
            return name + _THIRD[lower], lower == "they"
    return token.text, False


def finish(words: str) -> str:
    """Trim marks and lead-in words, close the sentence, start it with a capital."""
    flat = " ".join(_HEDGES.sub("", words).split())
    flat = re.sub(r"\[(.*?)\]", r"\1", flat)
    for _ in range(3):
        flat = flat.strip(' "“”„«»,;:.!—–-…').strip()
        if flat[:1] in "'‘’" or flat[-1:] in "'‘’":
            flat = flat.strip("'‘’ ")
        flat = flat.rstrip(" .,")
        shorter = _LEAD.sub("", flat)
        if shorter == flat:
            break
        flat = shorter
    if flat.count("(") != flat.count(")"):
        flat = flat.replace("(", "").replace(")", "")
    for opening, closing in (("“", "”"),):
        if flat.count(opening) != flat.count(closing):
            flat = flat.replace(opening, "").replace(closing, "")
    if flat.count('"') % 2:
        flat = flat.replace('"', "")
    if not flat:
        return ""
    return flat[0].upper() + flat[1:] + "."


def unwrap_report(words: str) -> str | None:
    """What was reported, from "claims by Y that P" or "rumours of P"; None if it is no report."""
    match = _REPORT_OF.match(words.strip(" \"“”'"))
    return match["rest"] if match else None


_TAKEN = r"(?:capture|kidnapping|abduction|arrest)"
_ENDED = r"(?:death|demise|passing)"
_TRUTH = r"(?:authenticity|veracity)"
_NOMINAL = tuple(
    (re.compile(pattern, re.I), form)
    for pattern, form in (
        (r"^(?:the )?existence of (?P<x>.+)$", "{x} exists"),
        (rf"^(?P<x>.+?)['’]s? {_ENDED}\b(?P<r>.*)$", "{x} is dead{r}"),
        (rf"^(?:the )?{_ENDED} of (?P<x>.+)$", "{x} is dead"),
        (rf"^(?P<x>.+?)['’]s? {_TAKEN}\b(?P<r>.*)$", "{x} was captured{r}"),
        (rf"^(?:the )?{_TAKEN} of (?P<x>.+)$", "{x} was captured"),
        (r"^(?P<x>.+?)['’]s? use of (?P<y>.+)$", "{x} uses {y}"),
        (r"^(?:the )?identity of (?P<x>.+)$", "{x} has been identified"),
        (rf"^(?:the )?{_TRUTH} of (?P<x>.+)$", "{x} is authentic"),
        (rf"^(?P<x>.+?)['’]s? {_TRUTH}$", "{x} is authentic"),
        (r"^(?:that )?there (?:was|were|is|are) (?P<x>.+)$", "There was {x}"),
    )
)
NOUNS_LOWERED = word_set("sentence_nouns_lowered")


def state_nominal(words: str, party: str) -> str:
    """A noun phrase as a statement: "arms shipment to Russia" -> "There was arms ..."."""
    bare = words.strip(" .,;:\"“”'")
    for pattern, form in _NOMINAL:
        match = pattern.match(bare)
        if match is not None:
            return finish(form.format(**match.groupdict()))
    first = bare.split(" ", 1)[0].lower()
    if first.endswith("ing") and len(first) > 5:
        return finish(f"{party} was {bare}" if first != "having" else f"{party} has{bare[6:]}")
    if first == "plans" or first == "any":
        return finish(f"There are {bare.removeprefix('any ')}")
    common = first in ("the", "a", "an") or first in NOUNS_LOWERED
    return finish(f"There is {bare[0].lower() + bare[1:] if common else bare}")
