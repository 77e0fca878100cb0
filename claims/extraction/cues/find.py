"""Words that tell a position, with the scope of their negation.

A cue is a verb group ("has neither confirmed nor denied"), the frame
"according to", or a phrase ("no comment", "cast doubt on"). Which stance it
tells follows from the group as a whole, since a negation governs every verb
coordinated under it: "has not denied nor confirmed" takes no position.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache

from claims.extraction.cues.accepting import accepting, accepts_at
from claims.extraction.cues.called import called_at
from claims.extraction.cues.cue import Cue, Shape
from claims.extraction.cues.declining import declined_at
from claims.extraction.cues.deeds import is_accusing
from claims.extraction.cues.demanded import is_demanded
from claims.extraction.cues.figures import figuring, puts_figure
from claims.extraction.cues.holding_back import held_back_at, stance_words
from claims.extraction.cues.idioms import (
    IDIOM,
    dismissed_as,
    idiom_at,
    idioms_by_last,
    namers,
    opens_report,
)
from claims.extraction.cues.naming import NAMING, naming_end, naming_verbs
from claims.extraction.cues.objecting import OBJECTING, objection_at
from claims.extraction.cues.phrases import (
    CARRIED_OUT,
    PHRASES,
    WORDS_OF,
    cue_called,
    cue_held_back,
    cue_objecting,
    cue_of_idiom,
    cue_of_phrase,
    cue_taken_back,
    cue_words_of,
    phrase_head,
)
from claims.extraction.cues.rating import rated_at, rating
from claims.extraction.cues.supposing import is_supposed
from claims.extraction.cues.taking_back import ENDS, taken_back_at
from claims.extraction.cues.unanswered import RETURNS, unanswered_at
from claims.extraction.cues.withheld import (
    ENQUIRY,
    is_drawn,
    is_undone,
    only_excuses,
    withheld_stance,
    word_behind,
)
from claims.extraction.text.lexicon import VerbForm, load_lexicon, word_set
from claims.extraction.text.nouns import (
    ends_name,
    is_noun,
    may_be_plural,
    may_go_on,
    takes_plural,
    word_before,
)
from claims.extraction.text.quality import is_finite
from claims.extraction.text.segment import Token, tokenize
from claims.extraction.text.verb_groups import VerbGroup, group_start, walk_group
from claims.model import TAKES_NO_POSITION, Stance

_OF_THINGS = frozenset(["be", "have", "show", "depict", "contain", "prove", "belong", "include"])
"""What something is "said to" do by nobody in particular."""
_OF_NOUNS = frozenset(
    [("post", "online"), ("report", "nearby"), ("agree", "with"), ("agree", "to"), ("accuse", "of")]
)
"""Past forms that tell of the noun before them: "the version posted online was cut"."""
_TAKEN = frozenset({Stance.CONFIRMS, Stance.DENIES, Stance.DOUBTS})
_ADJECTIVE_LEFT = word_set("cues_adjective_left")


def find_cues(tokens: tuple[Token, ...]) -> list[Cue]:
    """Every cue of a sentence, from left to right, none inside another's verb group."""
    found: list[Cue] = []
    words = _cue_words()
    for at, token in enumerate(tokens):
        if token.lower not in words:
            continue
        if token.is_capital and at > 0 and not token.text.isupper() and tokens[at - 1].is_word:
            continue  # part of a name: "Islamic State", "Times Reports"
        cue = _cue_at(tokens, at, token.lower)
        if cue is None or (cue.stance in _TAKEN and is_supposed(tokens, cue.first)):
            continue
        if cue.stance in TAKES_NO_POSITION and only_excuses(tokens, cue.first):
            continue
        while found and found[-1].main >= cue.first and found[-1].main < cue.main:
            found.pop()
        found.append(cue)
    return found


@cache
def _cue_words() -> frozenset[str]:
    """Every word that ``_cue_at`` may find a cue at: of five tokens of news four are none."""
    verbs = load_lexicon().verbs
    found = stance_words() | ENDS | PHRASES.keys() | idioms_by_last().keys() | namers() | OBJECTING
    found = found.union(
        ("according", "per"), figuring(), accepting(), rating(), naming_verbs(), WORDS_OF, RETURNS
    )
    return found.union(verbs["decline"], verbs["withhold"])


@lru_cache(maxsize=4096)
def is_report(text: str) -> bool:
    """Whether a sentence tells who says it ("as Lima insists it was hit"), as no claim does."""
    return any(not cue.weak for cue in find_cues(tokenize(text, 0, len(text))))


def _cue_at(tokens: tuple[Token, ...], at: int, lower: str) -> Cue | None:
    if lower in ("according", "per") and at + 1 < len(tokens):
        return _according(tokens, at)
    if lower in WORDS_OF and (told := cue_words_of(tokens, at)) is not None:
        return told
    held_back = held_back_at(tokens, at)
    if held_back is not None:
        return cue_held_back(tokens, held_back, at)
    taken_back = taken_back_at(tokens, at)
    if taken_back is not None:
        return cue_taken_back(tokens, taken_back, at)
    objection = objection_at(tokens, at) if lower in OBJECTING else None
    if objection is not None:
        return cue_objecting(tokens, objection)
    if lower in PHRASES:
        begun = phrase_head(tokens, at)
        if begun is not None:
            return cue_of_phrase(tokens, begun, at)
        return _cue_by_verb(tokens, at)
    accepts = accepts_at(tokens, at)
    if accepts is not None:
        return _verb_cue(tokens, at, accepts)
    idiom = idiom_at(tokens, at)
    if idiom is not None:
        phrase, head = idiom
        return cue_of_idiom(tokens, head, at, phrase.stance)
    rated = rated_at(tokens, at)
    if rated is not None:
        cue = cue_of_idiom(tokens, at, at, rated.stance, (rated.first, rated.last))
        return cue and replace(cue, mark=IDIOM)
    if (called := called_at(tokens, at)) is not None:
        return cue_called(tokens, at, called)
    if (named := naming_end(tokens, at)) is not None:
        told = _alleging(tokens, at, named)
        return told and replace(told, mark=NAMING)
    if puts_figure(tokens, at):
        return _alleging(tokens, at, at)
    if lower in RETURNS and (unanswered := unanswered_at(tokens, at)) is not None:
        return unanswered
    verbs = load_lexicon().verbs
    if lower in verbs["decline"]:
        return declined_at(tokens, at)
    for group in ("deny", "confirm", "doubt", "affirm"):
        form = verbs[group].get(lower)
        if form is not None:
            return None if is_noun(tokens, at, form) else _verb_cue(tokens, at, form)
    form = verbs["withhold"].get(lower)
    if form is not None and not is_noun(tokens, at, form):
        return _withheld(tokens, at, form)
    return None


def _alleging(tokens: tuple[Token, ...], at: int, last: int) -> Cue | None:
    """The cue of who alleges something by the verb at ``at`` and the words up to ``last``."""
    if walk_group(tokens, at, idiom=True).negated:
        return None
    return cue_of_idiom(tokens, at, last, Stance.ALLEGES)


def _cue_by_verb(tokens: tuple[Token, ...], at: int) -> Cue | None:
    verbs = load_lexicon().verbs
    form = verbs["doubt"].get(tokens[at].lower) or verbs["affirm"].get(tokens[at].lower)
    if form is None:
        return None
    verb = not is_noun(tokens, at, form) or is_undone(tokens, walk_group(tokens, at))
    return _verb_cue(tokens, at, form) if verb else None


def _according(tokens: tuple[Token, ...], at: int) -> Cue | None:
    if tokens[at].lower == "per":
        return None
    if tokens[at + 1].lower != "to":
        return None
    return Cue(
        Stance.ALLEGES, "according to", "affirm", at, at, at + 1, Shape.ACCORDING, False, False,
        "cue 'according to'",
    )  # fmt: skip


def _shape(form: VerbForm, group: VerbGroup, tokens: tuple[Token, ...], main: int) -> Shape | None:
    if group.infinitive:
        return Shape.INFINITIVE
    if form.sort == "gerund":
        return Shape.FINITE if group.has_be else Shape.GERUND
    if tokens[group.first].lower == "having":
        return Shape.GERUND
    if form.sort == "past" and group.has_be:
        return Shape.PASSIVE
    told = [token.lower for token in tokens[main + 1 : main + 3]]
    if form.sort == "past" and not group.has_aux and is_accusing(form.lemma):
        if told[:1] == ["by"]:
            return Shape.PASSIVE  # "Orr, accused by Lima of hiding it, left"
        if told[:1] in (["of"], ["for"]):
            return None  # "stands accused of hiding it"
    if form.lemma in ("say", "report") and told[:1] == ["to"] and told[-1] in _OF_THINGS:
        return None  # "a picture said to show": by whom is left open
    if form.sort == "past" and not group.has_aux:
        if (form.lemma, *told[:1]) in _OF_NOUNS:
            return None
        before = word_before(tokens, group.first)
        if before is not None and form.lemma in _PUT and before.lower in _PUT_THERE:
            return None  # "a video posted on the site"
        adjective = before is not None and before.lower in _ADJECTIVE_LEFT
        if adjective and not ends_name(tokens, group.first - 1):
            return None  # "the alleged attack", "any confirmed reports"
    if form.sort == "base" and not group.has_aux:
        before = word_before(tokens, _before_aside(tokens, group.first))
        if before is None or not before.is_word:
            goes_on = before is not None and before.text == "," and tokens[-1].is_word
            return Shape.FINITE if goes_on and may_go_on(form) else None  # else an imperative
        plural = may_be_plural(before.lower) or takes_plural(tokens, group.first, form)
        plural = plural or before.lower in ("all", "both")
        if not (plural or _goes_on(tokens, group.first, form)):
            return None  # no plural before a bare form: "RIA state agency", "the bogus claim"
    return Shape.FINITE


def _goes_on(tokens: tuple[Token, ...], first: int, form: VerbForm) -> bool:
    """Whether a bare form follows another of several who tell: "admit P but deny Q", "said P but
    now say Q"."""
    now = first > 1 and tokens[first - 1].lower == "now"
    first -= now
    if first == 0 or tokens[first - 1].lower not in ("and", "but") or not may_go_on(form):
        return False
    verbs, before = load_lexicon().verbs, tokens[max(0, first - _FAR_BEFORE) : first]
    told = (verbs[group].get(t.lower) for t in before for group in ("affirm", "confirm", "deny"))
    sorts = ("base", "past") if now else ("base",)
    return any(other is not None and other.sort in sorts and may_go_on(other) for other in told)


_FAR_BEFORE = 20
"""Tokens before "but deny" in which "admit" stands."""


def _before_aside(tokens: tuple[Token, ...], first: int) -> int:
    """Where an adverb between commas starts that ends at ``first``: "experts(, however,) say"."""
    aside = tokens[max(0, first - 3) : first]
    marks = [aside[0].text, aside[2].text] if len(aside) == 3 else []
    return first - 3 if marks == [",", ","] and aside[1].lower in _ADVERBS else first


_ADVERBS = frozenset(["however", "though", "meanwhile", "too", "therefore", "nevertheless", "also"])
_PUT = frozenset(["post", "publish", "write"])
_PUT_THERE = word_set("source_documents") - word_set("org_roles") - {
    "account", "page", "feed", "press",
}  # fmt: skip
"""Documents that somebody posts, and that post nothing themselves."""


def _verb_cue(tokens: tuple[Token, ...], at: int, form: VerbForm) -> Cue | None:
    if form.lemma == "hear" and not _hears_news(tokens[at + 1 : at + 1 + _NEWS]):
        return None
    group = walk_group(tokens, at)
    shape = _shape(form, group, tokens, at)
    if shape is None or (form.lemma == "claim" and group.modal):
        return None  # who "would claim the painting" wants it
    if form.group in ("confirm", "deny") and is_demanded(tokens, group.first, at):
        return None
    stance = _stance(tokens, at, form, group)
    if stance is None:
        return None
    if shape is Shape.PASSIVE and form.group == "affirm" and form.lemma not in _REPORTED_BY:
        return None
    weak = form.lemma in word_set("weak") and stance in (Stance.ALLEGES, Stance.DOUBTS)
    if shape is Shape.INFINITIVE:
        withheld = stance in (Stance.NEITHER, Stance.DECLINES)
        if not withheld and group.governor not in CARRIED_OUT:
            return None
        shape = Shape.FINITE
    first = group_start(tokens, group)
    phrase = " ".join(token.text for token in tokens[first : at + 1])
    last = at
    until = dismissed_as(tokens, at) if stance is Stance.DENIES else None
    if until is not None and until[0] == at + 1 and opens_report(tokens, until[1]):
        last, until = until[1] - 1, None  # "rejected as baseless claims that P"
    return Cue(
        stance, form.lemma, form.group, first, at, last, shape, weak, group.negated,
        f"cue '{phrase}'" + (" with its negation" if group.negated else ""), until,
    )  # fmt: skip


def _hears_news(behind: Sequence[Token]) -> bool:
    """Whether somebody hears what others tell, and no blast: "heard (that the dam had burst)", but
    not "heard (a blast and screams)". It may stand before: "It had burst, jurors heard."."""
    if not behind or not behind[0].is_word or behind[0].lower in ("on", "in", "at"):
        return True
    for at, token in enumerate(behind):
        lower = token.lower
        if lower in ("that", "how", "from") or lower in word_set("report_nouns"):
            return True
        if at and is_finite(lower):
            return True
        if at and (lower in _ELSE or not token.is_word):
            return False
    return False


_NEWS = 7
"""Tokens in which what is heard has its verb."""
_ELSE = frozenset(["and", "or", "when", "as", "before", "after", "while", "just", "then"])


def negate_cue(tokens: tuple[Token, ...], cue: Cue) -> Cue | None:
    """What a cue tells of a subject that did not: "Neither firm confirmed", "nobody there denied".

    None where it tells nothing then.
    """
    form = load_lexicon().verbs.get(cue.group, {}).get(tokens[cue.main].lower)
    if form is None or cue.negated or cue.shape is not Shape.FINITE:
        return None
    group = replace(walk_group(tokens, cue.main), negated=True)
    stance = _stance(tokens, cue.main, form, group)
    if stance is None or stance is Stance.NO_RESPONSE:
        return None
    reason = f"{cue.reason} of a subject that did not"
    return replace(cue, stance=stance, weak=False, negated=True, reason=reason)


_REPORTED_BY = word_set("cues_reported_by")
_UNABLE = frozenset(["unable", "able", "yet", "available", "position"])


def _stance(tokens: tuple[Token, ...], at: int, form: VerbForm, group: VerbGroup) -> Stance | None:
    """The stance of a verb under its group's negation; None when it tells none."""
    after = word_behind(tokens, at)
    negated = group.negated or is_undone(tokens, group)
    if group.infinitive and group.governor in load_lexicon().verbs["decline"]:
        return Stance.NEITHER if form.group in ("confirm", "deny") else Stance.DECLINES
    if group.infinitive and group.governor in ("failed", "failing", "fails") and not negated:
        negated = True
    if form.group == "confirm":
        return Stance.NEITHER if negated else Stance.CONFIRMS
    if form.group == "deny":
        return Stance.NEITHER if negated else Stance.DENIES
    if form.group == "doubt":
        sure = form.lemma == "doubt" and after in ("that", "it")  # "never doubted that it sank"
        return (Stance.ALLEGES if sure else None) if negated else Stance.DOUBTS
    if form.lemma == "say" and group.modal and after == "neither":
        return Stance.NEITHER  # "would say neither that it was genuine nor that it was forged"
    if not negated:
        return Stance.ALLEGES
    return withheld_stance(tokens, at, form.lemma, after, group)


def _withheld(tokens: tuple[Token, ...], at: int, form: VerbForm) -> Cue | None:
    """A verb that tells something only when withheld: "did not specify", "would not discuss"."""
    group = walk_group(tokens, at)
    after = word_behind(tokens, at)
    unable = group.infinitive and group.governor in _UNABLE
    if not (group.negated or unable or is_undone(tokens, group)):
        return None
    if group.infinitive and group.governor in load_lexicon().verbs["decline"]:
        return None  # the governor is the cue
    drawn = form.lemma == "draw"
    if drawn is not (form.sort == "past" and group.has_be) or (
        drawn and not is_drawn(tokens, at, group)
    ):
        return None
    if form.lemma == "know" and after not in ENQUIRY:
        return None
    stance = withheld_stance(tokens, at, form.lemma, after, group)
    if stance is None and not (
        group.modal and form.lemma in ("address", "provide", "give", "name", "draw")
    ):
        return None
    first = group_start(tokens, group)
    phrase = " ".join(token.text for token in tokens[first : at + 1])
    return Cue(
        stance or Stance.DECLINES, form.lemma, "withhold", first, at, at, Shape.FINITE, False, True,
        f"cue '{phrase}'",
    )  # fmt: skip
