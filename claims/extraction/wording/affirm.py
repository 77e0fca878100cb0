"""A negative sentence as what it denies: "had not fired" is told as "had fired", "did not fire"
as "fired".

Whoever denies by saying "not P" denies P, and the claim is P: with "not P" under a denial
the record would say the opposite.
"""

from __future__ import annotations

import re

from claims.extraction.text.articles import put_article
from claims.extraction.text.inflect import past_of, third_of
from claims.extraction.text.main_clause import main_clause
from claims.extraction.text.quality import split_subject
from claims.extraction.text.sought import Sought
from claims.extraction.wording.joining import BUT_THAT, is_negative
from claims.extraction.wording.sentence import spell_out

_AUXILIARY = (
    "is|are|was|were|has|have|had|do|does|did|will|would|can|could|shall|should|may|might|must"
)
_NEGATION = re.compile(
    r"\b(?P<do>do|does|did)(?P<how>(?: \w+ly)?) (?:not|never)(?: (?:ever|even|actually|at all))?"
    r" (?P<verb>(?!(?:not|never|so|in|just|only|also|yet|immediately)\b)[a-z]+(?<!ly))\b"
    rf"|\b(?P<kept>{_AUXILIARY})(?P<between>(?: (?:most|quite|very))?(?: \w+ly)?) (?:not|never)\b"
    r"(?: (?:ever|even|yet|at all))?"
    r"|\b(?P<part>has|had|have) nothing to do with\b"
    rf"|\bno(?P<thing>thing)\b{BUT_THAT}"
    r"|\b(?P<can>can)not\b"
    r"|\b(?P<alone>never) (?=\w)"
    r"|^not (?P<single>a single|one) (?=\w)"
    r"|^(?P<few>none of )(?=(?:them|us|these|those)\b)|^none of (?=\w)"
    r"|\bnowhere (?=near\b)"
    r"|^there (?:is|was) no (?:way|chance|possibility)(?: that)? (?=\w)"
    r"|\bno (?P<such>such )?"
    r"(?!(?:one|longer|more|less|fewer|later|sooner|other|matter|doubt|\d\S*)\b)(?=\w)"
    r"|\b(?:no(?P<who>body)|no[ -](?P<one>one))\b(?! (?:but|else)\b)"
    r"|\b(?P<be>is|was|are|were) (?:still |very much )?alive\b(?: and (?:well|kicking|healthy))?",
    re.I,
)

_BESIDE = re.compile(
    r"^(?P<whom>.{2,80}?) (?P<be>is|was|are|were|ha[sd]|have|remains?|stayed|sat|stood)\b"
    r"(?: (?!(?:not|never|that|who|which)\b)[\w'’,-]+){1,6}?,? (?:and|but) (?:(?:he|she|it|they) )?"
    r"(?P<not>(?P<own>is|was|are|were|ha[sd]|have|did|does|do|would|will|could|can) )?(?=not\b)",
    re.I | re.S,
)
"""What is so, told before what is not: "is safe and (was) not captured"."""
_INSTEAD = re.compile(r",? but\b.*?(?=\.?$)", re.S)
"""What is so instead: "is not a nun but a singer"."""
_WHY_NOT = re.compile(
    r"(?:, (?:because|since|given that)|,? because (?:there|he|she|it|they|we|I|nobody|no one)\b"
    r"(?=[^,;]*\b(?:nothing|not|never|no|nobody|none)\b|[^,;]*n['’]t\b)) .*?(?=\.?$)",
    re.S,
)
"""Why it is not so: "there was no video, because the cameras were off", "is not helping because
there is nothing to help with"; and no reason that is denied: "did not go because of it"."""


_TOO = re.compile(
    r",? and (?:that|any(?:one|body) who|whoever|those who|some(?:one|body) who) .*$", re.S
)
"""What is told beside: "had not dumped anything and that the slick was algae", "did not do it, and
anyone who says so is lying"."""
_CLAUSE_TOO = re.compile(
    r"(?:,| [–—―-]+)? and (?:the|his|her|its|their|that|this|these|those|all|both|[A-Z][\w’'-]+) "
    r"(?:(?!(?:when|who|whose|which|that|because|if|while|as|where|not)\b)[\w\"“”‘’'-]+ ){1,6}?"
    r"(?:is|are|was|were|ha[sd]|have)\b(?! not\b).*$",
    re.S,
)
"""The same in a clause that is so: "the mill is not closed and the workers are safe"."""
_VERB_TOO = re.compile(
    r",? (?:and|but) (?:(?:also|now|still|instead|rather) )?"
    r"(?:is|are|was|were|ha[sd]|have|will|would|remains?|remained) "
    r"(?!(?:\w+ly )?(?:not|never|no|nothing|none|neither|been|be|that|to)\b)\w+.*$",
    re.S,
)
"""The same of whom the sentence is about: "does not have measles and is resting well"."""


_THOUGH = re.compile(
    r",? (?:even )?(?:though|although) (?:he|she|it|they|we|I|there|the|an?|[A-Z]\w*)\b.*$", re.S
)
"""What is so all the same: "has not found a home yet though it had offers"."""


def affirm(claim: str) -> str:
    """The sentence without the negation of its main clause; as it is where it has none that
    can be taken out ("nobody was hurt")."""
    claim = _AINT.sub(_spell_aint, claim)
    one, joined, two = claim.partition(" and ")
    if joined and is_negative(one) and is_negative(two):
        two = two.removeprefix("that ")
        told = f"{affirm(one)} or {two[:1]}{affirm(two)[1:]}"
        return claim if is_negative(told) else told
    if joined and _is_told_first(one, two):
        return affirm(f"{two[:1].upper()}{two[1:]}")
    if not is_negative(claim):
        return claim
    told_too = _TOO.search(claim) or _CLAUSE_TOO.search(claim) or _VERB_TOO.search(claim)
    told_too = told_too or _THOUGH.search(claim)
    if told_too is not None and is_negative(claim[: told_too.start()]):
        claim = f"{claim[: told_too.start()]}."
    claim = _without_splice(claim)
    whole = _BESIDE.sub(_without_beside, spell_out(claim), count=1)
    main = main_clause(whole)
    found = _NEGATION.finditer(whole)
    match = next((m for m in found if main[m.start() : m.end()].strip()), None)
    if match is None:
        return claim
    rest = _WHY_NOT.sub("", _INSTEAD.sub("", whole[match.end() :]))
    if match[0].lower().startswith("no ") and not match["one"]:
        rest = _NOR_THAT.sub(lambda other: f"{other['joins']} {put_article(other['what'])}", rest)
        rest = put_article(rest)
    if match["single"]:
        one = f"one {rest}" if rest.startswith("of ") else put_article(rest)
        return f"{one[:1].upper()}{one[1:]}"
    affirmed = whole[: match.start()] + without_any(_take_out(match) + rest)
    return claim if is_negative(affirmed) else affirmed[:1].upper() + affirmed[1:]


_NOR_THAT = re.compile(r"(?P<joins>,|\b(?:and|or)) no (?P<what>(?!one\b|longer\b|more\b)[a-z]+)")
"""What there was none of either: "no punch, no waiter and no ship"."""


def _is_told_first(one: str, two: str) -> bool:
    """Whether a clause that is so stands before the one that is not: "stayed at home, and Orr did
    not take it"."""
    if not one.endswith(",") or is_negative(one) or not is_negative(two):
        return False
    subject = split_subject(one)[0]
    return bool(subject) and two.lower().startswith(f"{subject.lower()} ")


_AINT = Sought(r"\bain['’]t (?P<no>no )?(?P<what>.*)", re.I)


def _spell_aint(match: re.Match[str]) -> str:
    """ "Ain't no chicken joint" as "is not a chicken joint"."""
    return f"is not {put_article(match['what']) if match['no'] else match['what']}"


def _without_splice(claim: str) -> str:
    """The claim without what is so of the same subject behind a comma: "Orr does not hate men, Orr
    hates the war"."""
    subject = split_subject(claim)[0]
    if not subject:
        return claim
    again = rf"{re.escape(subject)}|he|she|it|they|we|I"
    for match in re.finditer(rf"(?:,| ?[–—]| -) (?:{again}) (?=[a-z])", claim, re.I):
        before, behind = claim[: match.start()], claim[match.end() :]
        if is_negative(before) and not _NOT_SO.search(behind):
            return f"{before}."
    return claim


_NOT_SO = re.compile(r"\b(?:not|never|no|nor|said|says|thinks?|believes?)\b|n['’]t\b")


def without_clause_too(told: str, beside: str) -> str:
    """A denied sentence without what the text ``beside`` has as so: "the mill is closed" of "the
    mill is not closed and the workers are safe"."""
    match = _CLAUSE_TOO.search(told) or _VERB_TOO.search(told)
    if match is None:
        return told
    at = beside.find(" ".join(match[0].split()[:_JOINED]))
    start = max(beside.rfind(mark, 0, at) for mark in ".;:") + 1 if at > 0 else 0
    return told[: match.start()] if at > 0 and is_negative(beside[start:at]) else told


_JOINED = 3
"""Words by which a clause is found again in the text, "and" among them."""


def without_any(words: str) -> str:
    """The words without what only a denial adds: who denies having sent any arms is said to have
    sent arms."""
    parts = _ANY.split(_SOMEBODY.sub(_name_somebody, _EVER.sub("", words)))
    return "".join(part if not at else put_article(part) for at, part in enumerate(parts))


_EVER = Sought(
    r"(?<=\w )ever (?=\w)|,? (?:at all|whatsoever)(?=\W*$)| at any (?:point|time|stage|moment)\b|"
    r" in (?:all )?(?:his|her|its|their|my|our) (?:whole |entire )?(?:life|lives|career)(?=\W*$)"
)
_SOMEBODY = Sought(r"^any(?P<of> of(?= ))|(?:^|(?<=\w ))any(?P<who>thing|one|body|where)\b", re.I)
_ANY = re.compile(
    r"(?:^[Aa]ny|(?<!without )(?<!than )(?<=\w )any) "
    r"(?!(?:of|more|longer|time|way|further|such|other|event|case|given|one|kind|sort)\b)(?=\w)"
)


def _name_somebody(match: re.Match[str]) -> str:
    """Whom a sentence tells of of which it was denied that it is so of any."""
    return f"some{match['who'] or match['of']}"


def _without_beside(match: re.Match[str]) -> str:
    return f"{match['whom']} {match['own'] or match['be']} "


def _take_out(match: re.Match[str]) -> str:
    if match["verb"]:
        verb = match["verb"].lower()
        if " or " in match.string[match.end() :]:  # "carry arms or open fire": both verbs stay
            return f"{match['do']}{match['how']} {verb}"
        told = {"did": past_of, "does": third_of}.get(match["do"].lower(), str)(verb)
        return f"{match['how'].strip()} {told}".strip()
    if match["kept"]:
        return match["kept"] + match["between"]
    if match["part"]:
        if match.string[: match.start()].strip().lower() in ("it", "this", "that"):
            return f"{match['part']} to do with"  # what happened is involved in nothing
        return {"has": "is", "have": "are"}.get(match["part"].lower(), "was") + " involved in"
    if match["be"]:
        return f"{match['be']} dead"
    if match["few"]:
        return "some of "
    if some := match["who"] or match["one"] or match["thing"]:
        return f"some{some}".lower()
    if match[0].lower().startswith("no "):
        return match["such"] or ""
    return match["can"] or ""
