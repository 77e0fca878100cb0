"""What somebody did, has or is accused of, told as a sentence.

"Meeting the envoy" as "Clara met the envoy", "Lima of war crimes" as "Lima was guilty of war
crimes".
"""

from __future__ import annotations

import re

from claims.extraction.cues.figures import FIGURE
from claims.extraction.text.inflect import (
    NO_DOINGS,
    forms_of,
    gerund_of,
    irregular_pasts,
    is_doing,
)
from claims.extraction.text.lexicon import word_set
from claims.extraction.text.nouns import are_many, tell_deed_by, tell_past_by
from claims.extraction.text.sought import Sought
from claims.extraction.voice import OBJECTS
from claims.extraction.wording.laid_claim import CLAIMED_WHERE
from claims.extraction.wording.sentence import finish
from claims.extraction.wording.unhedged import tell_governed

FINITE = re.compile(
    r"\b(?:is|are|was|were|has|had|have|will|would|been|be)\b|(?<=\w )(?:exists?|existed)$"
)
"""Words that make a clause of others."""


def state_doing(words: str, subject: str) -> str:
    """ "Meeting the envoy" as "Clara met the envoy", after "admitted"; "" where nobody does
    anything: "smoking was to blame"."""
    match = _DONE.match(words)
    if match is None or match["doing"].lower() in NO_DOINGS:
        return ""
    acts = match["doing"].lower() in _OF_CLAUSES
    finite = None if acts else _FINITE_BEHIND.search(words, match.start("doing"))
    if finite is not None and finite["before"].lower() not in _CLAUSE_STARTS:
        return ""
    return finish(f"{subject} {tell_deed_by(subject, match['deed'])}")


def state_witnessed(words: str) -> str:
    """ "Guests described hearing two shots" as "Guests heard two shots"; "" of anything else."""
    match = _WITNESSED.match(words)
    return state_doing(match["deed"], match["who"]) if match is not None else ""


_WITNESSED = re.compile(
    r"(?!(?i:no|nobody|none|neither|few)\b)(?P<who>[^,;]{2,60}?) "
    r"(?:describe[sd]?|recall(?:s|ed)?|remember(?:s|ed)?|report(?:s|ed)?|recount(?:s|ed)?|"
    r"told of|tells? of|spoke of|speaks? of) "
    r"(?P<deed>(?:seeing|hearing|watching|witnessing|feeling|finding|smelling|being) .+)"
)


def state_having(words: str, subject: str) -> str:
    """ "Any interest in the mill" as "Clara is interested in the mill", after "denied"; "" where
    the words name nothing of that kind."""
    for pattern, form in _HAD:
        match = pattern.match(words)
        if match is not None and not FINITE.search(words):
            if form.endswith("responsible for"):
                words = CLAIMED_WHERE.sub("", words)
                match = pattern.match(words) or match
            verb, _, rest = form.partition(" ")
            verb = _OF_MANY.get(verb, verb) if are_many(subject) else verb
            return finish(f"{subject} {verb} {rest} {match['what']}")
    return ""


def state_responsible(words: str, subject: str) -> str:
    """ "Responsibility in a video" as "The Front was responsible", after "claimed"; "" where the
    words tell of something else, or for what."""
    if _RESPONSIBILITY.match(words) is None:
        return ""
    return finish(f"{subject} {was_or_were(subject)} responsible")


def state_shown(words: str, quote: str, subject: str) -> str:
    """ "Was a sample of the data" as "The material that the group posted was a sample of the data",
    where the quote has "posted what it said was"; "" elsewhere."""
    match = _SHOWN.search(quote)
    be, _, rest = words.partition(" ")
    if match is None or not rest or be.lower() != match["be"].lower():
        return ""
    who = _ARTICLE.sub(lambda article: article[0].lower(), subject)
    return finish(f"The material that {who} {match['verb']} {be.lower()} {rest}")


_ARTICLE = re.compile(r"^(?:An?|The) ")
_SHOWN = Sought(
    r"\b(?P<verb>posted|published|released|showed|shared|displayed|aired|broadcast|uploaded|"
    r"presented|produced|circulated|distributed|waved|brandished|tabled|unveiled) "
    r"(?:\w+ ){0,2}?what (?:[\w'’-]+ ){1,4}?"
    r"(?:said|says?|claim(?:ed|s)?|described as) (?P<be>is|are|was|were)\b",
    re.I,
)


_RESPONSIBILITY = re.compile(
    r"(?:(?:the|full|sole|joint|any) )*responsibility"
    r"(?:\.?$| (?:in|on|via|through|over|by|at|late|early|later|shortly|hours|within|after) )",
    re.I,
)


_OF_MANY = {"is": "are", "was": "were", "has": "have", "plans": "plan"}
_HAD = tuple(
    (
        re.compile(
            rf"^(?:(?:any|an?|the|all|full|sole|having(?: an?| any)?) )?{noun} (?P<what>.+)$", re.I
        ),
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
    r"(?P<doing>(?:be|[a-z]{3,})ing) \S.*)$",
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


def without_hearer(words: str) -> str:
    """The words without whom they were told: "(to the Herald and others that) it had burned"."""
    return _HEARER.sub("", words, count=1)


_HEARER = re.compile(
    r"^to (?:(?:the|an?|his|her|its|their) )?[\w.'’-]+(?:,? (?:and |or |& )?[\w.'’-]+){0,5}? that "
    r"(?=\S+ \S)",
    re.I,
)


def tell_guilty(subject: str, of_what: str) -> str:
    """ "Orr was guilty of theft"."""
    return finish(f"{subject} {was_or_were(subject)} guilty of {of_what}")


def was_or_were(subject: str) -> str:
    """The past of "be" that goes with a subject."""
    return "were" if are_many(subject) else "was"


def finish_infinitive(words: str, subject: str) -> str:
    """ "To have seen it" as "Clara has seen it", after "claims to have seen it", and "to theft" as
    "Clara was guilty of theft", after "pleaded guilty to theft"."""
    told = without_hearer(words)
    if told != words:
        return finish(told)
    doing = _TO_DOING.match(words)
    if doing is not None:
        return finish(f"{subject} {tell_deed_by(subject, doing['deed'])}")
    many = are_many(subject)
    deed = _TO_DEED.match(words)
    if deed is not None and _is_deed(deed["noun"].lower()):
        return finish(f"{subject} {'were' if many else 'was'} guilty of {deed['deed']}")
    match = _INFINITIVE.match(words)
    if match is None:
        return words
    if _IS_TO.search(words):
        return finish(f"{gerund_of(match['verb'])} {match['rest']}")
    if _NO_VERB.match(match["verb"]):
        hearer = _TO_WHOM.match(words)
        return finish(hearer["told"]) if hearer is not None else words
    rest = re.split(r", (?=\w+ed\b)", match["rest"])[0]
    told = f"{match['verb'].lower()} {rest}"
    return finish(f"{subject} {tell_governed(told, ['are' if many else 'is'])}")


_INFINITIVE = re.compile(r"^to (?!\w+ing\b)(?P<verb>\w+) (?P<rest>.+)$", re.I | re.S)
_NO_VERB = re.compile(
    r"(?i:the|an?|any|all|some|both|each|every|no|one|several|many|his|her|its|their|our|my|"
    r"th(?:is|at|[eo]se))$|[A-Z\d]|(?i:\w*[^s]s$)"
)
"""What no verb is: who is told, "to the Herald that the mill was sold"."""
_TO_WHOM = re.compile(r"^to [^,;]{2,80}? that (?P<told>\S+ \S+ .+)$", re.I | re.S)
_IS_TO = re.compile(r"\b(?:is|was|means|meant|would be) to [a-z]+")
"""What doing one thing is: "to bury it is to lose it"."""
_TO_DOING = re.compile(
    r"^to (?:(?:the |an? |\w+ )?(?:charges?|counts?) of )?(?P<deed>[a-z]{3,}ing \S.*)$", re.I | re.S
)
"""What somebody pleads guilty to having done: "to (charges of) stealing it"."""
_TO_DEED = re.compile(
    r"^to (?P<deed>(?:(?:the|an?|\w+) (?:charges?|counts?) of )?(?:(?:the|an?) )?"
    r"(?P<noun>\w+)\b.*)$",
    re.I | re.S,
)


def _is_deed(noun: str) -> bool:
    """Whether a word behind "pleaded guilty to" names what was done, and is no verb."""
    named = _NAMES_DEED.search(noun) is not None and noun not in _VERBS_LIKE_NOUNS
    return named or noun in word_set("sentence_crimes")


_VERBS_LIKE_NOUNS = frozenset(
    ["comment", "mention", "question", "function", "implement", "position", "finance", "influence",
     "experience", "dance", "advance", "balance"]
)  # fmt: skip
_NAMES_DEED = re.compile(r"\w{2}(?:[st]ion|ment|ness|[ea]nc[ey]|acy)$")


def state_naming(words: str) -> str:
    """ "Called the flight a violation" as "The flight is a violation", "seeing a man running" as
    "A man was running"; other words as they are."""
    match = _NAMING.match(words) or _SEEING.match(words)
    if match is None:
        return words
    subject = as_subject(match["whom"])
    many = are_many(subject)
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


def state_figure(words: str, *, now: bool) -> str:
    """ "The toll at nine" as "The toll was nine", or "is", after "put"; other words as they are."""
    match = _AT_FIGURE.match(words)
    if match is None:
        return words
    subject = match["what"]
    head = re.split(r" (?:of|from|in|for|to|on|at|by) ", subject)[0]
    be = ("are" if now else "were") if are_many(head) else ("is" if now else "was")
    return finish(f"{subject} {be} {match['figure']}")


_AT_FIGURE = re.compile(
    rf"^(?P<what>.+?) at (?P<figure>{FIGURE}.*?)(?:[,;] (?=[a-z]).*)?$", re.I | re.S
)


def as_subject(whom: str) -> str:
    """Whoever something is told of, where they open the sentence: "them" is "They" there."""
    pronoun = OBJECTS.get(whom.lower())
    return pronoun.capitalize() if pronoun is not None else whom


def split_accusation(claim: str) -> str:
    """ "X of stealing Y", or "accused X of stealing Y", as "X stole Y"; not of "X, the man accused
    of stealing Y", of whom something else is told."""
    if ACCUSED_BESIDE.search(claim):
        return claim
    match = _ACCUSED_OF.match(claim) or _WAS_ACCUSED.match(claim)
    if match is None or match["deed"].split(" ", 1)[0].lower() in NO_DOINGS:
        return claim
    whom = match["whom"][0].upper() + match["whom"][1:]
    deed = ACCUSER_TOO.sub(".", match["deed"])
    return f"{as_subject(whom)} {match['how'] or ''}{tell_past_by(whom, deed)}"


ACCUSED_BESIDE = Sought(
    r"(?:, (?:(?:the|an?|who)\b[^,]* )?|"
    r"\bwho (?:is|was|are|were|ha[sd] been|have been) (?:\w+ly )?)(?:accused|suspected) of\b",
    re.I,
)
"""Of what somebody is accused, told beside their name: by whom is another matter."""


def state_charge(words: str) -> str:
    """ "Lima of war crimes" as "Lima was guilty of war crimes", and what was done as done."""
    done = split_accusation(words)
    match = _CHARGED_WITH.match(words) if done == words else None
    if match is None:
        return done
    subject = as_subject(match["whom"])
    what = ACCUSER_TOO.sub(".", match["what"])
    return finish(f"{subject} {'were' if are_many(subject) else 'was'} guilty of {what}")


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
    subject = as_subject(whom)
    if is_doing(what):
        return finish(f"{subject} {tell_past_by(subject, what)}")
    be = "were" if are_many(subject) and not one else "was"
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
    r" of (?P<how>\w+ly )?(?P<deed>(?:not )?\w+ing\b.*)$",
    re.I | re.S,
)
_WAS_ACCUSED = re.compile(
    r"^(?P<whom>[^,;]{2,60}?) (?:(?:has|have|had|is|are|was|were|been|also|now|since|long|[a-z]+ly)"
    r" ){0,4}"
    r"(?:(?:accused|suspected)(?: by [^,;]{2,60}?)?) of (?P<how>\w+ly )?"
    r"(?P<deed>(?:not )?\w+ing\b.*)$",
    re.I | re.S,
)
ACCUSER_TOO = re.compile(
    r",? (?:and|but) (?:(?:also|then|later|now|instead|in turn) )?"
    r"(?:(?:has|have|had|is|are|was|were|will|would|did|does)\b|"
    rf"(?:{'|'.join(sorted(irregular_pasts().values()))}|\w{{2,}}ed) "
    r"(?=(?:the|an?|his|her|its|their|that|this|on|for|to|in|at|with|him|them|it|he|she|they|"
    r"(?-i:[A-Z])\w*)\b)|\w{3,}s (?=(?:his|her|its|their|him|them|that|it)\b)|"
    r"(?<=but now )(?:says?|believes?|thinks?|suspects?)\b).*$",
    re.I | re.S,
)
"""What who accuses did besides: "and called on Orr to resign"."""
