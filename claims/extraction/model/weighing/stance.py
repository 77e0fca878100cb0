"""The stance of a reading that the rules did not find, by what its words and its quote tell."""

from __future__ import annotations

import re

from claims.extraction.attribution.attributed import Attributed
from claims.extraction.model.network.decode import Reading
from claims.extraction.model.weighing.calling import only_rates
from claims.extraction.model.weighing.seeming import tells_contrary, tells_doubt
from claims.extraction.model.weighing.theirs import is_called_wrong
from claims.extraction.positions.judge import (
    Judgement,
    clears,
    names_false_report,
    not_recognised,
    says_otherwise,
)
from claims.extraction.wording.ruled_out import RULED_OUT
from claims.model import Stance

_TOLD_OF_SELF = re.compile(r"(?:to be )?(?:named|identified|quoted)\W*", re.I)
_NOT_KNOWN = re.compile(
    r"it (?:is|was|remains|remained) (?:\w+ly |still )?"
    r"(?:unclear|unknown|uncertain|not (?:\w+ )?(?:clear|known|certain))\W*",
    re.I,
)
_PLEADS = re.compile(r"\b(?:plead(?:s|ed|ing)?|pled) (?:not )?guilty\b", re.I)
_UNANSWERED = re.compile(
    r"\bneither\b[^.;]*\bnor\b[^.;]* (?:responded|replied|answered|returned)\b|"
    r"\bneither of [^.;]* (?:responded|replied|answered|returned)\b",
    re.I,
)
"""What two did not answer: no position of theirs."""


def stance_of(
    done: Attributed, reading: Reading, verdict: Judgement | None, words: str, *, hedged: bool
) -> Stance | None:
    """The stance of a reading by what its words and its quote tell; None where it takes none."""
    stance, quote = Stance(reading.value), done.page.text[slice(*reading.quote)]
    if _TOLD_OF_SELF.fullmatch(words):
        return None  # of who "declined to be named"
    if _NOT_KNOWN.fullmatch(words):
        return None  # of who says that "it is not known" whether something is so
    if hedged and (_PLEADS.search(quote) or _tells_accuser(done, reading, quote)):
        return None  # whoever charges them tells nothing there
    if stance in (Stance.DENIES, Stance.NEITHER) and _HOW_IT_WAS.search(quote):
        return None  # "has no idea how it ended up there"
    if stance is not Stance.ALLEGES and _AMAZED.search(quote):
        return None
    if stance in (Stance.DENIES, Stance.CONFIRMS) and only_rates(done, reading):
        return None  # "called the raid 'legitimate'"
    if stance is Stance.ALLEGES and _WONDERS.search(quote):
        return None
    if stance is not Stance.ALLEGES and _NOT_CALLED_SO.search(quote):
        return None
    if stance is Stance.ALLEGES and _WARNS_OF_THING.search(quote):
        return None
    if stance is Stance.DENIES and is_called_wrong(done, reading):
        stance = Stance.ALLEGES
    sentence = done.page.sentences[reading.sentence]
    if stance is Stance.DENIES and (
        says_otherwise(quote) or says_otherwise(done.page.text[sentence.start : sentence.end])
    ):
        return None  # "said it was safe, and claims to the contrary false" denies nothing of it
    stance = _as_judged(stance, verdict, words, hedged=hedged)
    if hedged and stance is Stance.ALLEGES and _NO_EVIDENCE.match(quote):
        return Stance.DOUBTS  # told by nobody, and by nobody put forward
    if stance is Stance.DOUBTS and _SURE.search(done.page.text, *reading.quote):
        return Stance.DENIES  # "had high confidence that it was not Peru"
    if stance is Stance.DOUBTS and (sure := _NO_DOUBT.search(quote)) is not None:
        return Stance.CONFIRMS if sure["reason"] else Stance.ALLEGES
    if stance is Stance.DOUBTS and _DEFENDS.search(quote) is not None:
        return None
    plainly = _as_told_plainly(stance, quote)
    if plainly is not None:
        return plainly
    if stance is Stance.DENIES and _NOT_IMPOSSIBLE.search(quote):
        return Stance.NEITHER
    if stance is Stance.NEITHER and (_DEBUNKS.search(quote) or not_recognised(quote)):
        return Stance.DENIES
    if stance is Stance.NEITHER and _UNANSWERED.search(quote):
        return Stance.NO_RESPONSE
    if stance is Stance.DENIES and _NO_COMMENT.search(quote):
        return Stance.NEITHER
    return stance


def _as_told_plainly(stance: Stance, quote: str) -> Stance | None:
    """What a quote tells in so many words that is read as something else; None where it does not:
    who "said that" others sought something doubts nothing, who says it is open "contrary to
    reports" denies nothing, and who "does not believe" it doubts it."""
    if stance is Stance.DOUBTS and _SAYS_THAT.search(quote) and not tells_doubt(quote):
        return Stance.ALLEGES
    against = _AGAINST_REPORTS.match(quote) if stance is Stance.DENIES else None
    if against is not None and not tells_contrary(against["told"]):
        return Stance.ALLEGES
    if stance in (Stance.DENIES, Stance.NEITHER) and _DISBELIEVES.search(quote):
        return Stance.DOUBTS
    return None


_HOW_IT_WAS = re.compile(
    r"\b(?:(?:no|n['’]t (?:\w+ )?(?:an?y?) ) ?(?:idea|clue)|not know|n['’]t (?:\w+ )?know|"
    r"not understand) (?:how|why|where)\b",
    re.I,
)
"""Of what somebody knows nothing who takes it that it is so."""
_NO_EVIDENCE = re.compile(
    r"\W*(?:\w+,? )?there (?:is|was|are|were|has been) (?:\w+ly |still )?(?:no|little) "
    r"(?:[a-z]+ ){0,2}?(?:evidence|proof|indications?|signs?)\b",
    re.I,
)
_WONDERS = re.compile(
    r"\b(?<!no )wonder(?:s|ed|ing)?(?: aloud| out loud)? (?:if|whether)\b"
    r"(?![^.;]*\b(?:said|says)\b)",
    re.I,
)
"""Who only asks themselves: "analysts wonder if she has taken over"."""
_NOT_CALLED_SO = re.compile(
    r"\b(?:refus|declin)\w+ to (?:describe|label|characteri[sz]e) [^.;]{2,60}? as\b", re.I
)
"""Who will not give a thing a name."""
_WARNS_OF_THING = re.compile(
    r"\bwarn(?:s|ed|ing)? (?:over|about|against|of|off) (?:the |these |an? )?['‘\"“]\w"
)
"""What others call a thing of which somebody warns: "warn over 'miracle' drops sold as a cure"."""
_SAYS_THAT = re.compile(r"\b(?:said|says|insist(?:s|ed)|claim(?:s|ed)) that \w")
_AGAINST_REPORTS = re.compile(
    r"(?P<told>[^,;]*),? contrary to (?:[\w'’-]+ ){0,4}?(?:reports?|claims?|rumou?rs?|posts)\b",
    re.I,
)
_DISBELIEVES = re.compile(
    r"^(?!.*\b(?:den(?:y|ie[sd]|ial)|reject\w*|false|untrue|lie[sd]?|no truth)\b)"
    r".*\b(?:do|does|did)(?: not|n['’]t) (?:\w+ )?believe (?=that\b|the\b|this\b|his\b|her\b|"
    r"their\b|its\b|[A-Z])",
    re.S,
)
"""Who "does not believe the police account": a doubt, where it is not called false besides."""
_NOT_IMPOSSIBLE = re.compile(
    r"\bnot (?:\w+ )?(?:impossible|inconceivable|unthinkable|out of the question)[\"”’']? that\b",
    re.I,
)
_DEBUNKS = re.compile(
    r"(?<!not )(?<!never )(?<!yet to )\b(?:debunk(?:s|ed)?|had to (?:deny|refute))\b(?! by\b)", re.I
)
_AMAZED = re.compile(
    r"\b(?:could(?:n['’]t| not)|can(?:['’]t|not)) believe "
    r"(?:it(?! (?:is|was|had|has|would|that)\b)|"
    r"(?:his|her|their|my|our) (?:eyes|ears|luck)|what|how)\b",
    re.I,
)
"""Who is only amazed: "couldn't believe it when she saw the bill"."""
_NO_DOUBT = re.compile(
    r"\b(?:no|n['’]t (?:have )?any|little|without)(?: good| real)? (?P<reason>reason to )?doubt\b|"
    r"\b(?:do|does|did)(?:n['’]t| not) doubt\b|"
    r"\bnever(?: for a (?:moment|second))? doubt(?:s|ed)?\b",
    re.I,
)
_DEFENDS = re.compile(
    r"\b(?:defend(?:s|ed)?|st(?:ands?|ood) by) (?:the|its|his|her|their|this|that) (?:\w+ )?"
    r"(?:stud(?:y|ies)|findings?|results?|research|work|claims?|decision|figures?|reports?|data)\b",
    re.I,
)
"""Who defends what others doubt."""
_NO_COMMENT = re.compile(
    r"\b(?:(?:do|does|did|would|will|could|can)(?:n['’]t| not) (?:\w+ )?"
    r"(?:comment|discuss|speculate)|declin\w+ to (?:comment|discuss))\b[^,;.]*[,;.]?[\"”’]?$",
    re.I,
)
"""What ends in that somebody says nothing of it, and denies nothing."""


def _as_judged(stance: Stance, verdict: Judgement | None, words: str, *, hedged: bool) -> Stance:
    """The stance of a reading, or the one that its words tell for themselves."""
    if verdict is None:
        return stance
    told = stance is Stance.CONFIRMS or (stance is Stance.ALLEGES and not hedged)
    if told and names_false_report(words):
        return verdict.stance  # "reports of a sale are premature"
    if stance is Stance.ALLEGES and verdict.stance is Stance.DENIES and _POINTS.match(words):
        return verdict.stance  # "that was pure invention"
    if stance in (Stance.DENIES, Stance.CONFIRMS) and verdict.stance is Stance.NEITHER:
        return verdict.stance  # "had no knowledge of the theft" does not deny one
    if stance is Stance.NEITHER and verdict.stance is Stance.DENIES and clears(words):
        return verdict.stance
    return stance


_POINTS = re.compile(r"(?:that|this) (?:is|was)\b", re.I)
_SURE = re.compile(
    r"(?<!not )(?<!n't )\b(?:high confidence|confident|certain|convinced|sure) that\b"
    r"[^;.]*?\b(?:not|never|no)\b"
)


def _tells_accuser(done: Attributed, reading: Reading, quote: str) -> bool:
    """Whether a quote by nobody tells who accuses whom, "Lima expelled them, accusing them of", or
    who rules out what: those answer for it."""
    lemma = "accuse" if ", accusing " in quote else RULED_OUT if " ruled out " in quote else ""
    return bool(lemma) and any(
        bool(each.voices) and each.cue.lemma == lemma
        for each in done.sentences[reading.sentence].attributions
    )
