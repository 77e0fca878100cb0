"""From the words of a content to the claims: what a denial is on, co-ordinated clauses."""

from __future__ import annotations

import re

from claims.extraction.text.inflect import forms_of, irregular_pasts, is_doing, tell_deed, tell_past
from claims.extraction.text.lexicon import word_set
from claims.extraction.voice import OBJECTS
from claims.extraction.wording.sentence import find_part, finish, state_nominal, unwrap_report

_POINTERS = re.compile(
    r"^\W*(?:(?:any|all|both|the|these|those|this|that|such|his|her|its|their|a|further|of the|"
    r"on|about|to|more) )*"
    r"(?:\w+ ){0,2}?"
    r"(?:it|that|this|so|them|claims?|reports?|rumou?rs?|allegations?|accusations?|stor(?:y|ies)|"
    r"suggestions?|assertions?|charges?|speculation|news|matter|issue|cases?|situation|incident|"
    r"details?|information|thing|hoax|comments?|nothing|anything|questions?|figure|one|same|specifics?|statements?)\b\W*(?:\w+\W*){0,2}$",
    re.I,
)
_OPENERS = re.compile(
    r"^(?:(?i:(?:on|about|over) (?:whether|if)|(?:when )?asked (?:\w+ ){0,4}?(?:whether|if)) |"
    r"(?:that|whether|if|about|on|to) )"
)
"""What joins a clause to a verb, "commented on whether ..."."""
_ABOUT = re.compile(r"^(?:on|about|over|regarding) (?=(?:the|an?|his|her|its|their|any) )", re.I)
"""What joins to a verb what it is about: "commented on the sale"."""
_FINITE = re.compile(r"\b(?:is|are|was|were|has|had|have|will|would|been|be)\b")
_ANY = re.compile(r"(?<=\w )any (?=\w+s\b)|(?<=\w )ever (?=\w)|,? (?:at all|whatsoever)(?=\W*$)")
_TOLD = re.compile(
    r"^((?:(?:any|all|both|the|these|those|this|such|his|her|its|their|about|on|over) )*"
    r"(?:\w+ )?(?:claims?|reports?|rumou?rs?|allegations?|accusations?|stor(?:y|ies)|"
    r"suggestions?|assertions?|charges?|speculation|news|hoax))"
    r"(?:,? (?:and|but) .+|, \w+ing\b.+|"
    r" (?:is|are|was|were|has been|have been|had been|could|can)(?:n['’]t)? "
    r"(?:\w+ ){0,3}(?:\w{2,}ed|met)\b.*)$",
    re.I | re.S,
)
"""What others told, and what else they did who "denied the reports and blamed them on Peru", or
what became of it: "the report could not be confirmed"."""
_PUT_FORWARD = re.compile(
    r"^(?:(?:any|some|all|none|most|many|each|both|parts?|every word) of )?"
    r"(?:(?:any|all|the|these|those|such|his|her|its|their) )?(?:\w+ )?"
    r"(?:claims?|reports?|rumou?rs?|allegations?|accusations?|suggestions?|assertions?|charges?)"
    r" (?:(?:that|which) (?:was|were|had been|have been) |(?:now |being )?)"
    r"(?:made|brought|levell?ed|raised|put|spread|published|circulat(?:ed|ing)|aired|posted|voiced)"
    r"\b(?!.* that ).*$|"
    r"^what (?:[\w'’]+ ){1,4}?(?:said|says|claim(?:s|ed)|reported|wrote|alleged|suggested)\W*$",
    re.I | re.S,
)
"""What is told of who put a report forward: "any of the claims made by the mayor"."""
_CLAUSE_END = re.compile(
    r",? (?:but|though|although|while) |, (?:which|who|as) |"
    r", and (?=(?:has|have|had|is|was|said|will)\b)|; "
)
_AND_THAT = r",? (?:and|but) that (?!(?:is|are|was|were|has|had|will|would)\b)"
_RUNS_ON = re.compile(
    rf"{_AND_THAT}|, (?-i:[A-Z])\w+\.?$|,? (?:as|is|are|was|were|has|had|have|says?|said)\b", re.I
)
_CLAUSES = re.compile(
    rf"{_AND_THAT}|; (?=\w)|"
    r", and (?=[A-Z]\w+ (?:is|are|was|were|has|had|have|will|would|won't|did)\b)|"
    r", and (?=(?:he|she|they|it|we|i|the|a|an|his|her|their|its)\b(?! \w+ing))"
)
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
    bare = words.strip(" .,;:\"“”'").removeprefix("ever ").removeprefix("Ever ")
    bare = _SURELY.sub("", _WHEN_ASKED.sub("", bare))
    about = _ABOUT.sub("", bare)
    rest = unwrap_report(about)
    thing = about != bare and not _FINITE.search(about)
    if rest is not None:
        nominal = (nominal or thing) and not about.removesuffix(rest).endswith("that ")
        bare = rest
    done = (state_doing(bare, subject) or state_having(bare, subject)) if owned else ""
    if done:
        return done, False
    told = _TOLD.match(bare) if rest is None else None
    if told is not None:
        return told[1], True
    if not bare or (rest is None and any(each.match(bare) for each in _POINTING)):
        return bare, True
    if thing and rest is None:
        return state_nominal(about, subject), True
    part = find_part(bare)
    if part is not None and not _FINITE.search(part):
        return finish(f"{subject} was involved in {part}"), False
    short = nominal and (rest is None or len(rest.split()) < 9)
    pronoun = bare.split(" ", 1)[0].lower() in word_set("quality_subjects")
    if short and not pronoun and not _FINITE.search(bare):
        stated = state_nominal(bare, subject)
        return stated, len(bare.split()) < 2 or stated.startswith("There is ")
    if bare.split(" ", 1)[0].lower() in ("being", "having"):
        return state_nominal(bare, subject), False
    return finish(without_any(_OPENERS.sub("", bare))), False


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
_ENQUIRY = re.compile(
    r"^to (?:(?:an?|any|the|its|his|her|their|our|several|repeated|multiple|further|\w+['’]s?) )*"
    r"(?:requests?|questions?|inquir(?:y|ies)|enquir(?:y|ies)|calls?|e-?mails?|messages?)\b",
    re.I,
)
"""What was asked, and tells no claim: "did not respond to questions about a recall"."""
_POINTING = (_POINTERS, _PUT_FORWARD, _ENQUIRY)


def without_any(words: str) -> str:
    """The words without what only a denial adds: who denies having sent any arms is said to have
    sent arms."""
    return _ANYBODY.sub(_somebody, _ANY.sub("", words))


_ANYBODY = re.compile(
    r"^any(?P<of> of(?= ))|"
    r"(?:^|(?<=\w ))any(?P<who>thing|one|body)\b|^any(?P<one> (?=(?P<vowel>[aeiou])?))",
    re.I,
)


def _somebody(match: re.Match[str]) -> str:
    """Whom a sentence tells of of which it was denied that it is so of any."""
    if match["who"] or match["of"]:
        return f"some{match['who'] or match['of']}"
    return "an " if match["vowel"] else "a "


def is_denial(words: str) -> bool:
    """Whether the words name a denial: who doubts that does not doubt what was denied."""
    return _DENIAL.match(words) is not None


_DENIAL = re.compile(
    r"^\W*(?:(?:that|in|on|about|of|with) )?"
    r"(?:(?!(?:that|is|are|was|were|ha[sd]|have|to|of)\b)[\w.'’-]+ ){0,5}?denials?\b",
    re.I,
)


def state_doing(words: str, subject: str) -> str:
    """ "Meeting the envoy" as "Clara met the envoy", after "admitted"; "" where nobody does
    anything: "smoking was to blame"."""
    match = _DONE.match(words)
    if match is None:
        return ""
    acts = match["doing"].lower() in _OF_CLAUSES
    finite = None if acts else _FINITE_BEHIND.search(words, match.start("doing"))
    if finite is not None and finite["before"].lower() not in _CLAUSE_STARTS:
        return ""
    return finish(f"{subject} {tell_deed(match['deed'])}")


def state_having(words: str, subject: str) -> str:
    """ "Any interest in the mill" as "Clara is interested in the mill", after "denied"; "" where
    the words name nothing of that kind."""
    for pattern, form in _HAD:
        match = pattern.match(words)
        if match is not None and not _FINITE.search(words):
            return finish(f"{subject} {form} {match['what']}")
    return ""


_HAD = tuple(
    (
        re.compile(rf"^(?:(?:any|an?|the|all|having(?: an?| any)?) )?{noun} (?P<what>.+)$", re.I),
        form,
    )
    for noun, form in (
        ("interest in", "is interested in"),
        ("plans? to", "plans to"),
        ("plot to", "plotted to"),
        ("(?:links|ties|connections?) (?:to|with)", "has links to"),
        ("affair with", "had an affair with"),
        ("talks with", "held talks with"),
        ("knowledge of", "knew of"),
        ("responsibility for", "was responsible for"),
    )
)
"""What somebody has or does, told by a noun, and the verb for it."""
_DONE = re.compile(
    r"^(?:to )?(?:ever )?(?P<deed>(?:[a-z]+ly )?"
    r"(?P<doing>(?!(?:any|every|some|no)thing|wrongdoing|during|according|following|including|concerning|"
    r"regarding)[a-z]{3,}ing) \S.*)$",
    re.I | re.S,
)
_FINITE_BEHIND = re.compile(
    r"(?P<before>\b[\w'’-]+) (?:is|are|was|were|has|have|had|will|would|could|may|might)\b"
)
_CLAUSE_STARTS = frozenset(
    ["who", "which", "that", "he", "she", "it", "they", "there", "when", "where", "what", "i", "we"]
)
_OF_CLAUSES = frozenset(
    ["knowing", "thinking", "believing", "saying", "telling", "seeing", "hearing", "learning",
     "realising", "realizing", "claiming", "finding", "feeling", "fearing", "being", "having"]
)  # fmt: skip
"""What somebody does behind which a clause may follow: "knowing the books were forged"."""


def finish_infinitive(words: str, subject: str) -> str:
    """ "To have seen it" as "Clara has seen it", after "claims to have seen it"."""
    match = _INFINITIVE.match(words)
    if match is None:
        return words
    verb = {"have": "has", "be": "is"}.get(match[1].lower(), f"does {match[1].lower()}")
    rest = re.split(r", (?=\w+ed\b)", match[2])[0]
    return finish(f"{subject} {verb} {rest}")


_INFINITIVE = re.compile(r"^to (?!\w+ing\b)(\w+) (.+)$", re.I | re.S)


def state_naming(words: str) -> str:
    """ "Called the flight a violation" as "The flight is a violation", "seeing a man running" as
    "A man was running"; other words as they are."""
    match = _NAMING.match(words) or _SEEING.match(words)
    if match is None:
        return words
    subject = _as_subject(match["whom"])
    many = _are_many(subject)
    if match.re is _SEEING:
        return finish(f"{subject} {'were' if many else 'was'} {match['what']}")
    return finish(f"{subject} {'are' if many else 'is'} {match['what']}")


_NAMING = re.compile(
    r"^(?:called|described|branded|labell?ed|dubbed|(?P<named>identified|portrayed|named)) "
    r"(?!(?:for|on|upon|in|off|out|up|to)\b)"
    r"(?P<whom>(?:(?:the|this|that|these|those|his|her|its|their) )?\w[\w'’-]*(?: [\w'’-]+){0,4}?)"
    r"(?(named) as| (?:as )?(?=(?:an?|the) )) ?(?P<what>(?:an?|the|(?-i:[A-Z])\S*) ?.+)$",
    re.I | re.S,
)
_SEEING = re.compile(
    r"^(?:seeing|hearing) (?P<whom>(?:(?:an?|the|some|two|three|many|several) )?"
    r"\w[\w'’-]*(?: (?!\w+ing\b)[\w'’-]+){0,3}?)"
    r"(?<!\bthe)(?<!\ban)(?<!\ba) (?P<what>\w{2,}ing\b.+)$",
    re.I | re.S,
)


def _are_many(subject: str) -> bool:
    """Whether "are" goes with a subject."""
    several = " and " in subject or subject.lower().endswith(("s", "men", "people", "children"))
    return several or subject == "They"


def _as_subject(whom: str) -> str:
    """Whoever something is told of, where they open the sentence: "them" is "They" there."""
    pronoun = OBJECTS.get(whom.lower())
    return pronoun.capitalize() if pronoun is not None else whom


def first_clause(words: str) -> str:
    """The words up to where another clause is joined on."""
    return _CLAUSE_END.split(words)[0]


def split_accusation(claim: str) -> str:
    """ "X of stealing Y", or "accused X of stealing Y", as "X stole Y"."""
    match = _ACCUSED_OF.match(claim) or _WAS_ACCUSED.match(claim)
    if match is None:
        return claim
    whom = match["whom"][0].upper() + match["whom"][1:]
    deed = ACCUSER_TOO.sub(".", match["deed"])
    return f"{_as_subject(whom)} {match['how'] or ''}{tell_past(deed)}"


def state_charge(words: str) -> str:
    """ "Lima of war crimes" as "Lima was guilty of war crimes", and what was done as done."""
    done = split_accusation(words)
    match = _CHARGED_WITH.match(words) if done == words else None
    if match is None:
        return done
    subject = _as_subject(match["whom"])
    what = ACCUSER_TOO.sub(".", match["what"])
    return finish(f"{subject} {'were' if _are_many(subject) else 'was'} guilty of {what}")


_CHARGED_WITH = re.compile(
    r"^(?P<whom>[^,;]{2,60}?(?: of (?:the|an?|his|her|its|their|(?-i:[A-Z])\w+) "
    r"(?:(?! of ).){2,40}(?= of ))?) of (?P<what>.+)$",
    re.I | re.S,
)
_ARTICLE = re.compile(r"^(?:The|An?|His|Her|Its|Their)\b")


def state_blame(words: str, *, one: bool = False) -> str:
    """ "Lima for the attack" as "Lima was responsible for the attack", "Lima for losing it" as
    "Lima lost it"; "" where that is no more than "it". ``one`` is blamed, whatever the name."""
    match = _BLAMED.match(words)
    if match is None:
        return ""
    whom, what = match["whom"] or match["by"].rstrip(" ."), match["what"] or match["at"]
    what = _ARTICLE.sub(lambda article: article[0].lower(), what)
    if what.strip(" .").lower() in {*OBJECTS, "it", "this", "that"}:
        return ""
    what = ACCUSER_TOO.sub(".", what)
    subject = _as_subject(whom)
    if is_doing(what):
        return finish(f"{subject} {tell_past(what)}")
    be = "were" if _are_many(subject) and not one else "was"
    return finish(f"{subject} {be} responsible for {what}")


_BLAMED = re.compile(
    r"^(?P<whom>[^,;]{2,60}?) for (?P<what>.{3,})$|"
    r"^(?P<at>.{3,80}) on (?P<by>(?!(?:mon|tues|wednes|thurs|fri|satur|sun)day)[^,;]{3,60})$",
    re.I | re.S,
)


def _one_of(words: str) -> str:
    return "|".join(sorted(word_set(words)))


ACCUSES, BLAMES = forms_of("accuse"), forms_of("blame")
_ACCUSED_OF = re.compile(
    r"^(?:(?:(?:has|have|had|is|are|was|were) )?(?:\w+ly |also )?"
    rf"(?:{'|'.join(sorted(ACCUSES))}) )?"
    r"(?P<whom>(?:(?!\b(?:is|are|was|were|has|have|had|after|by|accused)\b).){2,60}?)"
    rf"(?: (?:{_one_of('targets_accused_how')})|"
    rf" (?:in|on|at|during|before|through|via) (?:{_one_of('sources_determiners')}|this|that)?"
    rf"(?: ?[\w-]+){{0,2}}? ?(?:{_one_of('targets_accused_in')})"
    r"(?: (?:to|with|before|at) [^,;]{2,40}?)?|"
    r"(?: (?:on|last|this) \w+){1,2}|"
    r", (?:in|on|at|during|before|through|via|without) [^,;]{2,60},){0,2}"
    r" of (?P<how>\w+ly )?(?P<deed>\w+ing\b.*)$",
    re.I | re.S,
)
_WAS_ACCUSED = re.compile(
    r"^(?P<whom>[^,;]{2,60}?) (?:(?:has|have|had|is|are|was|were|been|also|now|since) ){0,4}"
    r"(?:(?:accused|suspected)(?: by [^,;]{2,60}?)?) of (?P<how>\w+ly )?(?P<deed>\w+ing\b.*)$",
    re.I | re.S,
)
ACCUSER_TOO = re.compile(
    r",? (?:and|but) (?:(?:also|then|later|instead|in turn) )?"
    r"(?:(?:has|have|had|is|are|was|were|will|would|did|does)\b|"
    rf"(?:{'|'.join(sorted(irregular_pasts().values()))}|\w{{2,}}ed) "
    r"(?=(?:the|an?|his|her|its|their|that|this|on|for|to|in|at|with|him|them|it|he|she|they|"
    r"(?-i:[A-Z])\w*)\b)|\w{3,}s (?=(?:his|her|its|their|him|them|that|it)\b)).*$",
    re.I | re.S,
)
"""What who accuses did besides: "and called on Orr to resign"."""


def runs_on(words: str, claim: str) -> bool:
    """Whether words go on behind the claim with what is no part of it: "the mill had closed and
    that it was sold", "Orr stole the boat was jailed"."""
    told = claim.rstrip(".").lower()
    return words.lower().startswith(told) and _RUNS_ON.match(words, len(told)) is not None


def split_clauses(words: str) -> list[str]:
    """Co-ordinated clauses one by one: "that P and that Q"; a shared subject goes to both."""
    parts = [part for part in _CLAUSES.split(words) if len(part.split()) >= 3]
    if len(parts) < 2:
        parts = [words]
    found: list[str] = []
    for part in parts:
        found.extend(_split_verb_phrases(part))
    return [finish(part) for part in found] if len(found) > 1 else [words]


def _split_verb_phrases(words: str) -> list[str]:
    halves = _VERB_PHRASES.split(words, maxsplit=1)
    if len(halves) < 2 or len(halves[0].split()) < 3 or len(halves[1].split()) < 3:
        return [words]
    subject = _SUBJECT.match(halves[0])
    if subject is None or len(subject[1].split()) > 9:
        return [words]
    return [halves[0], f"{subject[1]} {halves[1]}"]
