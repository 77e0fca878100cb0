"""What somebody rejects who does not tell it: "rejected that", "the accusation", "any such order".

A denial that only points says by its words how far back it points: at what was told last, at what
its party was accused of, at the one thing of that name, or at what somebody just reported.
"""

from __future__ import annotations

import re

from claims.extraction.model.linking.backdrop import Key
from claims.extraction.wording.joining import claim_key

THAT_CHARS = 6
"""Characters behind a quote in which its last word, "that", may stand."""
_SO = r"(?:true|so|correct|the case|false|untrue|wrong|incorrect|nonsense|(?:an? )?lies?|rubbish)"
"""What "that" is said to be, or not to be."""
_REJECTS_THAT = re.compile(
    r"\b(?:reject|den[iy]|disput|doubt|refut|dismiss|contradict|challeng)\w* (?:that|this)"
    r"(?: (?:assessment|claim|account|version|figure|statement|characteri[sz]ation|conclusion|"
    r"finding|estimate|view|report|suggestion|assertion|charge|accusation|allegation))?"
    r"(?=[,.;]|$| as )|"
    r"\b(?:call|brand|describ|denounc|condemn)\w* (?:that|this) (?:assessment|claim|account|"
    r"version|suggestion|assertion|charge|accusation|allegation|report|story|rumou?r|theory|"
    r"article)\b|"
    r"\b(?:reject|disput|dismiss|contradict|challeng)\w* (?:the|those|these) "
    r"(?:results?|findings?|conclusions?|tests?|analys[ei]s|explanation|estimates?)"
    r"(?=[,.;]|$| and\b| but\b)|"
    r"\bden(?:y|ies|ied|ying) [^.;,]{0,40}\bsuch (?:an? )?"
    r"(?!(?:allegation|claim|report|accusation|charge|suggestion|rumou?r)s?\b)\w+(?=[.,;]|$)|"
    r"\b(?:call|brand|describ|dismiss)\w* (?:the|those|these) "
    r"(?:reports?|claims?|allegations?|suggestions?) (?:as )?(?:an? )?[\"“'‘]?(?:\w+ )?"
    r"(?:nonsense|false|untrue|rubbish|lies|fiction|fake|wrong|baseless|absurd|ridiculous)\b|"
    r"\b(?:call|brand|describ|denounc|dismiss)\w* (?:that|this) (?:as )?(?:an? )?[\"“'‘]?(?:\w+ )?"
    rf"{_SO}\b|"
    r"\b(?:call|brand|describ|denounc|dismiss)\w* (?:that|this) (?:as )?(?:an? )?[\"“‘'][\w ]{3,40}"
    r"[,.]?[\"”’']|"
    r"\b(?:said|says|insisted|insists) (?:that|this) (?:was|is)(?:n['’]t| not)? (?:\w+ly )?"
    rf"{_SO}\b|"
    r"\b(?:shares?|shared|sharing) (?:that|this) (?:view|assessment|opinion|conclusion|suspicion|"
    r"belief|analysis)\b|"
    r"\b(?:call|brand|describ|denounc|dismiss|term|label)\w* (?:his|her|its|their) "
    r"(?:account|version|story|explanation|testimony)\b|"
    r"\bg[ai]v\w* (?:that|this|it) short shrift\b|\bhaving none of (?:that|this|it)\b|"
    r"(?:n['’]t|\bnot) buying (?:that|this|it|any of (?:it|that))\b|"
    r"^(?:that|this|which) (?:was|is|has been) (?:\w+ly )?(?:den|disput|reject|dismiss|contradict|"
    r"refut|challeng)\w+ by\b|"
    r"[\"“‘'](?:that|this)(?:['’]s| is| was)(?:n['’]t| not)? (?:\w+ ){0,2}?"
    rf"{_SO}"
    r"[,.]?[\"”’']",
    re.I,
)
_REJECTS_CHARGE = re.compile(
    r"\b(?:reject|den[iy]|dismiss|refut|brush(?:ed|es) aside|scoff(?:ed|s) at|laugh(?:ed|s) off)"
    r"\w* "
    r"(?:the|those|these|such|his|her|their|its|[\w'’-]+['’]s?) (?:[\w-]+['’]s? )?"
    r"(?:accusations?|charges?)(?! (?:that|of|against|by|made|from|as)\b)",
    re.I,
)
_ACCUSES = re.compile(r"\b(?:accus|blam|alleg|charg)\w*\b", re.I)
_WHOSE = re.compile(r"(?:\b(?:his|her|their|its)|['’]s?) (?:accusation|charge)s?\b", re.I)
_SUCH = re.compile(r"\bsuch (?:an? )?(\w+)\W*$")
_THE_REPORT = re.compile(r"\b(?:the|those|these) (report|claim|allegation|suggestion)s?\b", re.I)
_REPORTS = re.compile(
    r"\b(?:the|those|these|such|all|his|her|their|its) (?:\w+ )?"
    r"(?:reports|claims|allegations|suggestions|rumou?rs|accusations)\b",
    re.I,
)
_DOUBTED = re.compile(
    r"\b(?:evidence|proof|signs?|indications?|doubts?|sceptical|skeptical|unsure|unclear) "
    r"(?:of|that|for|about|on|whether|if) "
    r"(?!(?:(?:about )?(?:it|this|that|them)|(?:the|this|that|these|those|his|her|its|their) "
    r"(?:claim|report|account|version|stor(?:y|ie)|allegation|accusation|assertion|suggestion|"
    r"statement|explanation|figure)s?)\b)",
    re.I,
)
_MORE = re.compile(
    r", (?:\w+ly )?(?:saying|adding|insisting|arguing|claiming|noting|telling|citing)\b"
    r"| when (?:asked|approached|reached|contacted|pressed|questioned)\b"
)
_NAMED_THING = re.compile(r"There (?:is|are) (?:the|this|that|these|those) (\w+)\.$")
_STEM = 5
"""Letters that "the reports" and "reported" share, "the claims" and "claimed"."""


_PART = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject\w*|dismiss\w*|disavow\w*|rul(?:e|es|ed|ing) out)"
    r"(?: \w+ly)? "
    r"(?:(?:any|all|the) (?:suggestion|claim|allegation|accusation|talk)s? of )?"
    r"(?:(?:any|all|having|had|the|an?|direct|personal) )*"
    r"(?:involvement|responsibility|complicity|role|part|hand|connection)"
    r"(?: (?:in|to|with|for) (?:it|this|that))?(?=\W*$|[,;\"”]| in a statement)|"
    r"(?:\b(?:i|we|he|she|they|it)(?: \w+ly)? (?:has|have|had)|['’](?:ve|d)(?: had)?|n['’]t have|"
    r"\bnot have|\bhaving(?: had)?)(?: absolutely)? "
    r"(?:nothing|anything) to do with (?:it|this|that)(?=\W*$|[,;\"”])",
    re.I,
)


_ON_FIGURE = re.compile(
    r"\b(?:the|that|this|those|these|its|his|her|their) (?P<of>(?:[\w-]+ ){0,2}?)"
    r"(?:figure|number|toll|tally|total|estimate|count|fee|sum)s?\b(?! (?:of|for) [a-z])",
    re.I,
)


def is_on_figure(words: str) -> bool:
    """Whether the words are on a figure that was told: "said that figure was wrong"."""
    return _ON_FIGURE.search(words) is not None


def figure_of(words: str) -> Key:
    """Of what the figure is that the words are on: "the (yield) figure"; empty where they do not
    say."""
    match = _ON_FIGURE.search(words)
    return claim_key(_LARGE.sub("", match["of"])) if match is not None else Key()


_LARGE = re.compile(r"\b(?:official|latest|new|first|last|final|same|exact|whole|\w+er)\b", re.I)


def denies_part(words: str) -> bool:
    """Whether the words deny that somebody had a part in what they do not tell: "denied any
    involvement"."""
    return _PART.search(words) is not None


def rejects_last(words: str) -> bool:
    """Whether the words reject what was just told: "rejected that", "said that was a lie"."""
    return _REJECTS_THAT.search(words) is not None


_NOTHING_BUT_THAT = re.compile(
    r"\b(?:reject|den[iy]|disput|doubt|refut|dismiss|contradict|challeng|call|brand|describ|denounc|"
    r"condemn|label|term)\w* (?:that|this)(?: (?:accusation|allegation|claim|charge|suggestion|"
    r"assertion))?(?=[,.;]|$| as | [\"“‘']| \w+\W*$)",
    re.I,
)


def rejects_nothing_else(words: str) -> bool:
    """Whether the words are on "that" or "that claim", which stands right before or nowhere."""
    return _NOTHING_BUT_THAT.search(words) is not None


FURTHER_CHARS = 12
"""Characters behind a quote in which its "further" may stand."""
_NO_MORE = re.compile(
    r"\b(?:comment(?:ing)?|elaborat(?:e|ing)|discuss it|say(?:ing)? anything|speak) "
    r"(?:any )?further\b(?! (?:on|about)\b)|\bno further comment\b|"
    r"\b(?:say|said) (?:any|no(?:thing)?) more\b",
    re.I,
)
_TOLD_ITSELF = re.compile(
    r"\b(?:said|says) (?:that )?(?:he|she|it|they|the)\b.*(?:\b(?:but|and|though|although)\b|,)"
    r"(?: (?:it|he|she|they))?(?: would)? ?$",
    re.S,
)


_OF_REPORTS = re.compile(
    r"\b(?:aware of|seen|read|looking into|investigating) (?:the |these |those |such )?(?:\w+ )?"
    r"(?:reports?|claims?|allegations?|rumou?rs?)\b"
)
_KNOWN = re.compile(
    r"\b(?:aware of|investigating|looking into|reviewing|examining|monitoring) "
    r"(?:the|this|that|these|those|both|his|her|its|their) (?:[\w-]+ ){0,2}?([\w-]+)"
    r"(?= of\b| in\b| at\b| on\b| but\b| and\b|,)"
)


def says_no_more_of(before: str, words: str) -> Key | None:
    """Of what whoever told something, in the sentence ``before`` the words, knows and would say no
    more; None where they do not say so."""
    if _NO_MORE.search(words) is None or _TOLD_ITSELF.search(before) is None:
        return None
    known = _KNOWN.search(before)
    if known is None and _OF_REPORTS.search(before) is not None:
        return None
    return claim_key(known[1]) if known is not None else Key()


_ASKED_ABOUT = re.compile(
    r"\W*(?:When )?(?:[Aa]sked|[Pp]ressed|[Qq]uestioned) (?:about|on) "
    r"(?:the|a|an|that|this) (?P<owner>(?:[A-Z][\w.&-]*|\d+)(?: (?:[A-Z][\w.&-]*|\d+)){0,4})"
    r"(?:['’]s?)? (?:news )?(?:report|story|article|claim|account|allegation)s?, "
)


def asked_about(before: str) -> Key | None:
    """By whose name the report is called that somebody is asked about where the sentence opens,
    "Asked about the Radio Nord report, she said"; None where it opens otherwise."""
    match = _ASKED_ABOUT.match(before)
    return claim_key(match["owner"]) if match is not None else None


_CONFIRMS_THAT = re.compile(
    r"\b(?:confirm|acknowledg|corroborat)\w* (?:that|this)"
    r"(?: (?:statement|account|version|claim|report))?(?: on \w+day)?"
    r"(?=[,.;]|$| to \w+\W*$| (?:but|and|saying|when)\b)",
    re.I,
)


def confirms_last(words: str) -> bool:
    """Whether the words bear out what was just told: "confirmed this", "confirmed that account"."""
    return _CONFIRMS_THAT.search(words) is not None


_LINK = (
    r"(?:something|which|(?:an?|the) (?:\w+ )?(?:account|accusation|allegation|assertion|charge|"
    r"claim|conclusion|estimate|explanation|figure|finding|notion|number|report|rumou?r|story|"
    r"suggestion|suspicion|theory|toll|version|view)(?: which| that)?) "
)
_GOES_ON = re.compile(rf"(?:[,;]|[–—]| -) {_LINK}(?:[\w'’]+ ){{0,2}}$")
_LINKED = re.compile(_LINK)
_BEHIND = re.compile(r"(?:[,;]|[–—]| -) $")


LINK_CHARS = 60
"""Characters before an answer that tell whether it goes on from what its sentence told."""


def goes_on(before: str, words: str) -> bool:
    """Whether words behind the text ``before`` answer what their sentence told just before: ", an
    explanation (the panel rejected)", ", (a figure which the trust was unable to verify)"."""
    linked = _BEHIND.search(before) is not None and _LINKED.match(words) is not None
    return linked or _GOES_ON.search(before) is not None


_WITHDRAWS = re.compile(
    r"\b(?:withdr(?:ew|aws|awn)|retract(?:s|ed)?|recant(?:s|ed)?|t(?:ook|akes|aken) back) "
    r"(?:his|her|their|its|the|that|this) (?:\w+ )?(?:statement|claim|allegation|accusation|remark|"
    r"comment|assertion|charge)s?\b",
    re.I,
)


def withdraws(words: str) -> bool:
    """Whether the words take back what was put forward, most often by who says so: "has withdrawn
    the allegation"."""
    return _WITHDRAWS.search(words) is not None


def rejects_charge(words: str) -> bool:
    """Whether they reject what somebody was accused of: "rejected the accusation"."""
    return _REJECTS_CHARGE.search(words) is not None


def whose_word(words: str) -> str:
    """By whose name the words tell of what was put forward: "rejected Kiev's accusation"; "" where
    they name nobody so."""
    match = _WHOSE_WORD.search(words)
    return match[1] if match is not None else ""


_WHOSE_WORD = re.compile(
    r"\b((?:the )?[A-Z][\w.’-]*?(?: [A-Z][\w’-]*?)*)(?:['’]s|(?<=s)['’]) (?:[\w-]+ )?"
    r"(?:claims?|accusations?|allegations?|charges?|statements?|reports?|account|version|story|"
    r"announcements?|explanation|list|"
    r"assertions?|suggestions?)\b(?! (?:that|of) )"
)


def names_accuser(words: str) -> bool:
    """Whether they tell whose accusation it is, which may stand far back: "the coach's charge"."""
    return _WHOSE.search(words) is not None


def accuses(words: str) -> bool:
    """Whether somebody is accused of something in so many words."""
    return _ACCUSES.search(words) is not None


def such_thing(words: str) -> Key | None:
    """The stem of what was told of before: "any such (order)"; None where nothing points so."""
    match = _SUCH.search(words)
    return claim_key(match[1]) if match is not None else None


def named_thing(claim: str) -> Key | None:
    """The stem of the one thing that somebody speaks of, told of before: "There is the siren."."""
    match = _NAMED_THING.match(claim)
    return (claim_key(match[1]) or None) if match is not None else None


def is_of_a_report(words: str) -> bool:
    """Whether the words are on "the reports" or "the claim"."""
    return _THE_REPORT.search(words) is not None


def may_be_reported(words: str, told: str) -> bool:
    """Whether what was ``told`` may be what the words are on, where these name a report: what
    somebody says is called a claim or a suggestion as well, and no report."""
    match = _THE_REPORT.search(words)
    return match is None or match[1].lower() != "report" or may_be_that_report(words, told)


def doubts_a_thing(words: str) -> bool:
    """Whether the words tell what there is no proof of: that need not be what was told last."""
    return _DOUBTED.search(words) is not None


def is_of_reports(words: str) -> bool:
    """Whether the words are on several reports: "these claims"."""
    return _REPORTS.search(words) is not None


def opens_with_reports(words: str) -> bool:
    """Whether who speaks begins with "these allegations" or "this story"."""
    return _OPENS_WITH_REPORTS.match(words) is not None


_OPENS_WITH_REPORTS = re.compile(
    r"[\"“‘'](?:The|Those|These|This|That|All|Such|Any)(?: \w+)? (?:reports?|claims?|allegations?|"
    r"suggestions?|rumou?rs?|accusations?|charges?|stor(?:y|ies)|article)\b"
)


def without_more(words: str) -> str:
    """The words without what is told besides: "dismissed it, saying that all had left"."""
    return _MORE.split(words, maxsplit=1)[0]


def may_be_that_report(words: str, told: str) -> bool:
    """Whether what was ``told`` may be "the reports" of the words, as what somebody "reported";
    of words that name no report it always may."""
    match = _THE_REPORT.search(words)
    return match is None or match[1].lower()[:_STEM] in told.lower()
