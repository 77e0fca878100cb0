"""From the words of a content to the claims: what a denial is on, co-ordinated clauses."""

from __future__ import annotations

import re

from claims.extraction.text.broken import is_fragment
from claims.extraction.text.lexicon import agent_words, word_set
from claims.extraction.text.quality import may_be_finite
from claims.extraction.wording.affirm import without_any
from claims.extraction.wording.checkable import has_verb
from claims.extraction.wording.open_ends import close_end
from claims.extraction.wording.report_names import unwrap_report
from claims.extraction.wording.second_clause import name_again
from claims.extraction.wording.sentence import find_part, finish, state_nominal
from claims.extraction.wording.stating import (
    FINITE,
    state_charge,
    state_doing,
    state_having,
    was_or_were,
    without_hearer,
)
from claims.extraction.wording.truth_of import state_truth

_POINTERS = re.compile(
    r"^\W*(?:(?:any|all|both|the|these|those|this|that|such|his|her|its|their|a|further|of the|"
    r"on|about|to|more) )*"
    r"(?:\w+ ){0,2}?"
    r"(?:it|that|this|so|them|claims?|reports?|rumou?rs?|allegations?|accusations?|stor(?:y|ies)|"
    r"suggestions?|assertions?|charges?|speculation|news|matter|issue|cases?|situation|incident|"
    r"details?|information|thing|hoax|comments?|nothing|anything|questions?|figure|one|same|"
    r"specifics?|statements?|announcements?|counts?|accounts?|versions?(?: of events)?)\b"
    r"(?: to [^,;]{2,40}?)?"
    r"(?: and (?:even |also |then )?(?:added|gave|provided|offered|released|posted) .*)?"
    r"\W*(?:\w+\W*){0,2}$",
    re.I,
)
_OPENERS = re.compile(
    r"^(?:(?i:(?:on|about|over) (?:whether|if)|(?:when )?asked (?:\w+ ){0,4}?(?:whether|if)) |"
    r"(?:that|whether|if|about|on|to) )"
)
"""What joins a clause to a verb, "commented on whether ..."."""
_ABOUT = re.compile(
    r"^(?:on|about|over|regarding) (?=(?:the|an?|his|her|its|their|any|leaked|alleged|reported|"
    r"purported|individual|specific|ongoing|such|these|those) |"
    r"(?:(?:unconfirmed|recent|media|news|press|local|online) )?"
    r"(?:reports|rumou?rs|claims|allegations|accusations|suggestions|speculation) that )",
    re.I,
)
"""What joins to a verb what it is about: "commented on the sale"."""
_TOLD = re.compile(
    r"^((?:(?:any|all|both|the|these|those|this|such|his|her|its|their|about|on|over) )*"
    r"(?:\w+ )?(?:claims?|reports?|rumou?rs?|allegations?|accusations?|stor(?:y|ies)|"
    r"suggestions?|assertions?|charges?|speculation|news|hoax|announcements?))"
    r"(?:,? (?:and|but) .+|, \w+ing\b.+|, (?:especially|particularly|given|because|since|as)\b.+|"
    r" (?:is|are|was|were|has been|have been|had been|could|can)(?:n['’]t)? "
    r"(?:\w+ ){0,3}(?:\w{2,}ed|met)\b.*)$",
    re.I | re.S,
)
"""What others told, and what else they did who "denied the reports and blamed them on Peru", or
what became of it: "the report could not be confirmed"."""
_PUT_FORWARD = re.compile(
    r"^(?:(?:any|some|all|none|most|many|each|both|parts?|every word) of )?"
    r"(?:(?:any|all|the|these|those|such|his|her|its|their) )?(?:\w+ )?"
    r"(?:claims?|reports?|rumou?rs?|allegations?|accusations?|suggestions?|assertions?|charges?|"
    r"news|stor(?:y|ies)|information)"
    r" (?:(?:that|which) (?:was|were|had been|have been) |(?:now |being )?)"
    r"(?:made|brought|levell?ed|raised|put|spread|published|circulat(?:ed|ing)|aired|posted|voiced|"
    r"sparked|fuell?ed|prompted|triggered)"
    r"\b(?!.* that ).*$|"
    r"^(?:everything|(?:all|much|most) (?:of )?(?:that|what)) (?:[\w'’]+ ){1,4}?said\b.*$|"
    r"^what (?:[\w'’]+ ){1,4}?(?:said|says|claim(?:s|ed)|reported|wrote|alleged|suggested)\W*$",
    re.I | re.S,
)
"""What is told of who put a report forward: "any of the claims made by the mayor"."""
_CLAUSE_END = re.compile(
    r",? (?:but|though|although|while) |, (?:which|who|as) |"
    r", and (?=(?:has|have|had|is|was|said|will)\b)|; |"
    r", (?:(?:an? )?(?:\w+ )?(?:minutes?|hours?|days?|weeks?|months?) |shortly |just )?after "
    r"(?=(?:an?|the|his|her|its|their) )"
)
_AND_THAT = r",? (?:and|but) that (?!(?:is|are|was|were|has|had|will|would)\b)"
_RUNS_ON = re.compile(
    rf"{_AND_THAT}|, (?-i:[A-Z])\w+\.?$|,? (?:as|is|are|was|were|has|had|have|says?|said)\b|"
    rf",? and (?:{'|'.join(sorted(word_set('content_acts_besides')))})\b|"
    r",? and [a-z]+ (?:him|them|her (?:an?|the|some|to))\b",
    re.I,
)
_CLAUSES = re.compile(
    rf"{_AND_THAT}|; (?=\w)|"
    r", and (?=[A-Z]\w+(?: [A-Z][\w.’'-]*){0,3} "
    r"(?:is|are|was|were|has|had|have|will|would|won't|did)\b)|"
    r", and (?=(?:he|she|they|it|we|i|the|a|an|his|her|their|its)\b(?! \w+ing))"
)
_OR_THAT = re.compile(r",? or that (?!(?:is|are|was|were|has|had|will|would)\b)")
_VERB_PHRASES = re.compile(
    r",? (?:and|but) (?=(?:was|were|is|are|has|had|have|will|would|won't|chose)\b)"
)
_SUBJECT = re.compile(
    r"^(.{2,80}?) (?:is|are|was|were|has|had|have|will|would|can|could|may|might|did|does|"
    r"\w{3,}ed)\b"
)


def settle_target(
    words: str, subject: str, *, nominal: bool, owned: bool = False
) -> tuple[str, bool]:
    """The claim that a contested stance is on, and whether it only points at another.

    ``subject`` is who speaks, for "denied being"; ``nominal`` tells that the words
    hold no clause, and ``owned`` that they may tell what who speaks did: "denied selling it".
    """
    subject = _client_of(subject)
    bare = words.strip(" .,;:\"“”'").removeprefix("ever ").removeprefix("Ever ")
    bare = without_hearer(_NOR.sub("", _SURELY.sub("", _WHEN_ASKED.sub("", bare))))
    bare = without_when(bare) if nominal else bare
    about = _ABOUT.sub("", bare)
    rest = unwrap_report(about)
    thing = about != bare and not FINITE.search(about)
    if rest is not None and (accused := _ACCUSES.match(rest)) is not None:
        return finish(state_charge(f"{accused['whom'][:1].upper()}{accused['whom'][1:]}")), False
    if rest is not None:
        nominal = (nominal or thing) and not about.removesuffix(rest).endswith("that ")
        bare = rest
    done = (state_doing(bare, subject) or state_having(bare, subject)) if owned else ""
    if done:
        return without_any(done), False
    if (true := _TRUTH_OF.match(bare)) is not None:
        return state_nominal(f"the authenticity of {true['thing']}", subject), False
    if rest is None and (truth := state_truth(bare)):
        told_of = "" if subject and truth.startswith(f"{subject} is ") else finish(truth)
        return told_of, not told_of  # "its authenticity": of what was told
    if (nothing := _NOTHING_TO_DO.match(bare)) is not None:
        part = without_any(bare[nothing.end() :])
        return finish(f"{subject} was involved in {part}"), _IT.fullmatch(part) is not None
    if (other := _OTHER_HAS_NOTHING.match(bare)) is not None:
        whom, part = other["whom"], without_any(other["part"])
        be = {"has": "is", "have": "are"}.get(other["has"].lower()) or was_or_were(whom)
        return finish(f"{whom} {be} involved in {part}"), _IT.fullmatch(part) is not None
    told = _TOLD.match(bare) if rest is None else None
    if told is not None:
        return told[1], True
    if not bare or (rest is None and any(each.match(bare) for each in _POINTING)):
        return bare, True
    if thing and rest is None:
        return state_nominal(about, subject), True
    part = find_part(bare) or ""
    if part and not FINITE.search(part):
        return finish(f"{subject} was involved in {part}"), False
    short = nominal and (rest is None or len(rest.split()) < 9)
    pronoun = bare.split(" ", 1)[0].lower() in word_set("quality_subjects")
    if short and not pronoun and not FINITE.search(bare):
        stated = state_nominal(bare, subject)
        rest_of = stated[len(subject) :] if stated.lower().startswith(subject.lower()) else ""
        did = rest_of.startswith((" committed ", " was involved "))
        whose = rest_of.startswith(" committed ") and not owned
        if did and (whose if rest is None else not _CHARGED.search(about)):
            stated = finish(f"There was {without_any(bare)}")  # "claims of fraud": whose?
        return stated, len(bare.split()) < 2 or stated.startswith("There is ")
    if bare.split(" ", 1)[0].lower() in ("being", "having"):
        return state_nominal(bare, subject), False
    return finish(without_any(_OPENERS.sub("", bare))), False


_NOR = re.compile(
    r"^(?:n?or|and) (?:deny|denied|rule(?:d|s)? out|exclude[ds]?|dismiss(?:ed)?|refute[ds]?|"
    r"verify|verified|dispute[ds]?) ",
    re.I,
)
"""What else somebody would not do: "could neither confirm (nor rule out) poisoning"."""
_NOTHING_TO_DO = re.compile(r"nothing to do with ", re.I)
_OTHER_HAS_NOTHING = re.compile(
    r"(?P<whom>\S+(?: \S+){0,5}?) (?P<has>has|have|had)(?: absolutely)? nothing to do with "
    r"(?P<part>.+)",
    re.I,
)
"""Of whom somebody else says so: "her brother had nothing to do with it"."""
_IT = re.compile(r"(?:it|this|that|them|any of (?:it|this|that))", re.I)
_CHARGED = re.compile(r"\b(?:allegations?|accusations?|charges?|suspicions?)\b", re.I)
"""What is laid to somebody, mostly who denies it."""


def _client_of(speaker: str) -> str:
    """Who is said to have done something: he himself where "his solicitor" speaks."""
    whose, _, role = speaker.lower().partition(" ")
    speaks_for = whose in _CLIENTS and role.rpartition(" ")[2] in agent_words()
    return _CLIENTS[whose] if speaks_for else speaker


_CLIENTS = {"his": "He", "her": "She", "their": "They"}


def is_question_put(words: str) -> bool:
    """Whether the words only tell that somebody was asked: "when asked about the mill"."""
    return _WHEN_ASKED.match(words) is not None


_WHEN_ASKED = re.compile(
    r"^(?:(?:when|after being|on being|if) )?"
    r"(?:asked|pressed|quizzed|questioned|contacted|approached|reached)\b"
    r"(?: (?:again|directly|repeatedly|today|later|by [^,]{2,40}?|(?:on|last) \w+day)\b){0,3}"
    r"(?: (?:about|on|over|regarding|for|as to|(?=whether|if))|$) ?",
    re.I,
)
_SURELY = re.compile(
    r"^(?:for (?:sure|certain|now)|with (?:any |absolute |complete )?(?:certainty|confidence))"
    r"(?: (?:that|whether|if))? ",
    re.I,
)
"""How it is that somebody "could not say (for certain that)" it is so."""
_NOBODYS = re.compile(r"^(?:the )?(?:identit(?:y|ies)|names?) of any(?:one|body)?\b", re.I)
"""What names nobody: "would not confirm the identity of anyone"."""
_ENQUIRY = re.compile(
    r"^to (?:(?:an?|any|the|its|his|her|their|our|several|repeated|multiple|further|\w+['’]s?) )*"
    r"(?:requests?|questions?|inquir(?:y|ies)|enquir(?:y|ies)|calls?|e-?mails?|messages?)\b",
    re.I,
)
"""What was asked, and tells no claim: "did not respond to questions about a recall"."""
_ITS_TRUTH = re.compile(
    r"^(?:its|their|his|her) (?:authenticity|veracity|validity|accuracy|truth|credibility|"
    r"legitimacy)\b(?:\W*$|[:;,].*)",
    re.I | re.S,
)
_WHEN = re.compile(
    r"^(?:even |only |just |long )?(?:when|while|after|before|prior to|since|until|during|despite|"
    r"following|once|as soon as) [^,]*$",
    re.I | re.S,
)
"""When somebody denies or doubts something, and nothing of what: "(denied) before the vote"."""
_SAME = re.compile(
    r"^(?:the|this|that) (?:(?:exact|very) )?same (?:rumou?r|claim|report|story|hoax|allegation|"
    r"accusation|thing)s?\b(?! (?:that|of)\b)",
    re.I,
)
"""What was told before, however it is told of: "debunked the same rumour last year"."""
_ASKED_FOR = re.compile(
    r"^(?:on|about|over|as to|regarding) (?:when|where|how|why|who|what|which)\b.*", re.I | re.S
)
"""What somebody would not tell, and tells no claim: "would not be drawn on when it would open"."""
_GENERAL = re.compile(
    r"^(?:on|about|over) (?:any )?(?:[\w-]+ ){0,2}?(?:matters|investigations|inquiries|enquiries|"
    r"litigation|proceedings|cases|operations|procedures|negotiations|individuals|customers|"
    r"clients|patients|employees|suppliers)$|"
    r"^(?:any )?(?!(?:the|an?|this|that|these|those|his|her|its|their) )(?:[\w-]+ ){1,2}"
    r"(?:matters|operations|procedures|tactics|capabilities)$",
    re.I,
)
"""What is never spoken of, whatever was asked: "does not comment on personnel matters"."""
_POINTING = (
    _ASKED_FOR, _GENERAL, _POINTERS, _PUT_FORWARD, _ENQUIRY, _NOBODYS, _ITS_TRUTH, _WHEN, _SAME,
)  # fmt: skip
_TRUTH_OF = re.compile(
    r"^(?:the )?(?:authenticity|veracity) of (?P<thing>[^,;]+?) (?:which|that|who)\b", re.I
)
"""Of what nobody could say that it is genuine, and what else is told of it."""


def is_same_again(words: str) -> bool:
    """Whether the words only say that it is what was told: "the same rumour last year"."""
    return _SAME.match(words) is not None


def is_denial(words: str) -> bool:
    """Whether the words name a denial: who doubts that does not doubt what was denied."""
    return _DENIAL.match(words) is not None


_DENIAL = re.compile(
    r"^\W*(?:(?:that|in|on|about|of|with) )?"
    r"(?:(?!(?:that|is|are|was|were|ha[sd]|have|to|of)\b)[\w.'’-]+ ){0,5}?denials?\b",
    re.I,
)


def first_clause(words: str) -> str:
    """The words up to where another clause is joined on, without what is told besides of whom they
    are about: "Orr, who is accused of it, had fled" as "Orr had fled"."""
    aside = _ASIDE.match(words)
    if aside is not None and may_be_finite(aside["verb"]):
        whom = aside["whom"]
        if not any(may_be_finite(word) for word in whom.lower().split()):
            words = f"{whom} {words[aside.start('verb') :]}"
    return _CLAUSE_END.split(words)[0]


_ASIDE = re.compile(r"(?P<whom>[^,;]{2,60}), (?:who|which) [^,;]+, (?P<verb>[a-z]+) ")


def runs_on(words: str, claim: str) -> bool:
    """Whether words go on behind the claim with what is no part of it: "the mill had closed and
    that it was sold", "Orr stole the boat was jailed"."""
    told = _QUOTES.sub("", claim.rstrip(".").lower())
    words = _QUOTES.sub("", words)
    if ";" in words and ";" not in claim:
        return True
    return words.lower().startswith(told) and _RUNS_ON.match(words, len(told)) is not None


_QUOTES = re.compile(r"[\"“”]")


GOVERNS = re.compile(
    r"\b(?:ensur(?:e|es|ed|ing)|ma(?:ke|kes|de|king) sure|guarantee(?:s|d|ing)?|"
    r"insist(?:s|ed|ing)?|demand(?:s|ed|ing)?|require[ds]?|hop(?:e|es|ed|ing)) that\b",
    re.I,
)
"""What another "and that" belongs to: "is trying to ensure that P, and that Q"."""


def split_clauses(words: str, *, denied: bool = False) -> list[str]:
    """Co-ordinated clauses one by one: "that P and that Q"; a shared subject goes to both. Who
    ``denied`` "that P or that Q" denies each."""
    words = close_end(words)
    apart = _OR_THAT.sub("; ", words) if denied else words
    parts = [part for part in _CLAUSES.split(apart) if len(part.split()) >= 3]
    if len(parts) < 2 or not all(map(_may_tell, parts)) or GOVERNS.search(parts[0]):
        parts = [words]
    found: list[str] = []
    for part in parts:
        found.extend(_split_verb_phrases(part))
    return name_again([finish(part) for part in found]) if len(found) > 1 else [words]


def tells_no_comment(words: str) -> bool:
    """Whether words tell no more than that somebody would not comment."""
    told = any(sign in words for sign in ("comment", "speculate", "declined to", "refused to"))
    return told and _NO_COMMENT.search(words) is not None


_NO_COMMENT = re.compile(
    r"\b(?:will|would|can|could|cannot|do|does|did)(?: not| never)? (?:comment|speculate)\b|"
    r"^(?:[\w.'’-]+ ){1,8}(?:declined|refused) to (?:comment|talk|speak|elaborate|be drawn)\b|"
    r"\b(?:had|has|have) no (?:immediate |further )?comment\b|"
    r"\bdid not (?:immediately )?(?:have|offer) (?:an?|any) (?:immediate )?comment\b"
)


def without_when(bare: str) -> str:
    """A noun phrase without the clause that tells when it was said: "a leak (after users had
    complained)"."""
    match = _WHEN.match(bare)
    thing = match["thing"] if match is not None else ""
    named = " " in thing and is_fragment(thing) and not FINITE.search(thing)
    return thing if named else bare


_WHEN = re.compile(
    r"(?P<thing>(?:(?!\b(?:that|who|which)\b)[^,;])+?),? (?:(?:hours|days|weeks|soon|shortly) )?"
    r"(?:after|when|while|before) (?P<clause>\S+ .+)$"
)


_ACCUSES = re.compile(r"(?:had )?accus(?:ed|es|ing) (?P<whom>.+ of .+)$")
"""What a report accuses somebody of: "(a report that) accused its soldiers of theft"."""


def _may_tell(part: str) -> bool:
    """Whether the words are no mere "the man, who was armed"."""
    own, asides = _TOLD_OF.subn("", part)
    return not asides or has_verb(own)


_TOLD_OF = re.compile(r", (?:who|which|whose|whom|where)\b[^,]*(?:,|$)")


def _split_verb_phrases(words: str) -> list[str]:
    halves = _VERB_PHRASES.split(words, maxsplit=1)
    if len(halves) < 2 or len(halves[0].split()) < 3 or len(halves[1].split()) < 3:
        return [words]
    subject = _SUBJECT.match(halves[0])
    if subject is None or len(subject[1].split()) > 9:
        return [words]
    closed = "," in halves[0][subject.end(1) :]
    one = _ASIDE_OPEN.sub("", subject[1]) if closed else subject[1]
    return [halves[0], f"{one} {halves[1]}"]


_ASIDE_OPEN = re.compile(r", (?:who|which)\b.*$")
"""An aside on a subject, whose verb is none of the sentence's: "The driver(, who asked)"."""
