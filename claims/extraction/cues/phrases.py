"""Cues that are phrases: "cast doubt on", "no comment", "fell short of denying", "laughed off"."""

from __future__ import annotations

from dataclasses import replace

from claims.extraction.cues.called import Called
from claims.extraction.cues.cue import Cue, Shape
from claims.extraction.cues.holding_back import HELD_BACK
from claims.extraction.cues.idioms import BEARING_OUT, IDIOM, POINTERS, names_report
from claims.extraction.cues.objecting import OBJECTS, Objection
from claims.extraction.cues.taking_back import TAKEN_BACK, TakingBack
from claims.extraction.text.asides import QUOTE_MARKS
from claims.extraction.text.lexicon import load_lexicon, word_set
from claims.extraction.text.segment import Token
from claims.extraction.text.verb_groups import group_start, walk_group
from claims.model import Stance

CARRIED_OUT = word_set("cues_carried_out")
"""Words before "to" and a verb by which that is done: "was forced to admit it"."""


def cue_held_back(tokens: tuple[Token, ...], first: int, at: int) -> Cue:
    """What somebody stopped short of at ``first``: of accusing whom, the verb tells, too."""
    accusing = load_lexicon().verbs["affirm"].get(tokens[at].lower)
    lemma = accusing.lemma if accusing is not None else HELD_BACK
    first = _past_seeming(tokens, walk_group(tokens, first, idiom=True).first)
    phrase = " ".join(token.text for token in tokens[first : at + 1])
    return Cue(
        Stance.NEITHER, lemma, HELD_BACK, first, at, at, Shape.FINITE, False, True,
        f"cue '{phrase}'", mark=HELD_BACK,
    )  # fmt: skip


def cue_taken_back(tokens: tuple[Token, ...], what: TakingBack, at: int) -> Cue | None:
    """What somebody takes back by words that end with token ``at``."""
    cue = cue_of_idiom(tokens, what.head, at, Stance.DENIES)
    if cue is None or walk_group(tokens, what.head, idiom=True).negated:
        return None
    lemma = what.accuses or cue.lemma
    return replace(cue, lemma=lemma, mark=TAKEN_BACK if what.own else "")


_SCEPTICAL = frozenset(["sceptical", "skeptical", "unconvinced", "doubtful", "dubious"])
_DOUBT_NOUNS = frozenset(["doubt", "doubts", "scepticism", "skepticism", "qualms"])
_NOT_TAKEN_IN = frozenset(["convinced", "persuaded", "buying"])
"""What who is sceptical is not."""
"""Marks in which a word or two may stand: "had 'serious doubts'"."""
_IS_NOT = frozenset(["isn't", "aren't", "wasn't", "weren't"])
_HARDLY = frozenset(["not", "never", "far", "hardly", "scarcely"])
_ISSUE = frozenset(["issue", "issued", "issues", "issuing"])
PHRASES: dict[str, tuple[Stance, frozenset[str]]] = {
    **dict.fromkeys(_SCEPTICAL, (Stance.DOUBTS, word_set("cues_being_sceptical"))),
    **dict.fromkeys(_DOUBT_NOUNS, (Stance.DOUBTS, word_set("cues_raising_doubt"))),
    **dict.fromkeys(("denial", "denials"), (Stance.DENIES, _ISSUE)),
    "adamant": (Stance.ALLEGES, word_set("cues_being_sceptical")),
    **dict.fromkeys(_NOT_TAKEN_IN, (Stance.DOUBTS, word_set("cues_being_sceptical") | _IS_NOT)),
    "shrift": (Stance.DENIES, frozenset(["gave", "give", "gives", "giving"])),
    "none": (Stance.DENIES, frozenset(["having"])),
    "innocence": (Stance.DENIES, word_set("cues_claiming_innocence")),
    "comment": (Stance.DECLINES, frozenset({"no"})),
    "guilty": (Stance.DENIES, frozenset({"pleaded", "pled"})),
}
"""A word, the stance that it tells, and the words left of it that make it do so."""


def phrase_head(tokens: tuple[Token, ...], at: int) -> int | None:
    """Where the word stands that makes the one at ``at`` a phrase: "cast" of "cast some doubt"."""
    heads = PHRASES[tokens[at].lower][1]
    head = next((i for i in range(at - 1, max(-1, at - 5), -1) if tokens[i].lower in heads), None)
    between = tokens[head:at] if head is not None else ()
    return None if any(not t.is_word and t.text not in QUOTE_MARKS for t in between) else head


def cue_of_phrase(tokens: tuple[Token, ...], head: int, at: int) -> Cue | None:
    """Telling phrases around a noun or adjective: "cast doubt on", "were sceptical"."""
    lower = tokens[at].lower
    stance = PHRASES[lower][0]
    between = {token.lower for token in tokens[head:at]}
    if lower == "guilty" and "not" not in between:
        stance = Stance.CONFIRMS
    if lower == "doubt" and between & {"no", "little", "without"}:
        return None
    group = walk_group(tokens, head)
    if lower in _NOT_TAKEN_IN:
        hardly = group.negated or between & (_HARDLY | _IS_NOT)
        if not hardly or (lower == "buying" and not _points(tokens, at + 1)):
            return None
    elif lower == "none" and not _points(tokens, at + 2):
        return None  # "having none of it"
    elif between & {"not", "never"} and lower != "guilty":
        return None
    first = head if lower == "comment" else _past_seeming(tokens, group.first)
    if lower == "comment":
        while first > 0 and tokens[first - 1].lower in word_set("cues_before_no_comment"):
            first -= 1
    phrase = " ".join(token.text for token in tokens[first : at + 1])
    shape = Shape.FINITE
    opens = not any(token.is_word for token in tokens[:first])
    if lower == "comment" and (opens or tokens[first].lower == "there"):
        stance, shape = Stance.NO_RESPONSE, Shape.PASSIVE  # "there was no comment from the army"
    negated = group.negated and lower not in _NOT_TAKEN_IN
    return Cue(
        stance, lower, stance.value, first, at, at, shape, False, negated, f"cue '{phrase}'",
        mark=IDIOM if lower in ("shrift", "none") else "",
    )  # fmt: skip


def _points(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether something told before stands there: "(is not buying) it", "any of that", "the story
    of a sale"."""
    near = [token.lower for token in tokens[at : at + 3]]
    if near[:1] == [] or names_report(tokens, at, at + _NAMED):
        return near[:1] != []
    return near[0] in POINTERS or (near[:2] == ["any", "of"] and near[2] in POINTERS)


_NAMED = 4
"""Tokens behind "buying" among which a report is named."""


def _past_seeming(tokens: tuple[Token, ...], first: int) -> int:
    """Where "seemed to" before a verb starts."""
    seems = first > 1 and tokens[first - 1].lower == "to" and tokens[first - 2].lower in _SEEMS
    return first - 2 if seems else first


_SEEMS = frozenset(["seem", "seems", "seemed", "appear", "appears", "appeared"])


def cue_of_idiom(
    tokens: tuple[Token, ...],
    head: int,
    at: int,
    stance: Stance,
    until: tuple[int, int] | None = None,
) -> Cue | None:
    """The cue of a phrase whose verb stands at ``head`` and that ends with ``at``."""
    group = walk_group(tokens, head, idiom=True)
    doing = tokens[head].lower.endswith("ing")
    if group.infinitive and group.governor not in CARRIED_OUT:
        return None
    shape = Shape.FINITE
    if group.has_be and not doing:
        if not names_report(tokens, max(0, group.first - _SUBJECT), group.first):
            return None
        shape = Shape.PASSIVE
    elif doing and not group.has_be:
        shape = Shape.GERUND
    first = group_start(tokens, group)
    phrase = " ".join(token.text for token in tokens[first : at + 1])
    told = [token.lower for token in tokens[head : at + 1]]
    lemma, plain = " ".join(told), (told[-1],) in BEARING_OUT or not _SILENT.isdisjoint(told)
    return Cue(
        stance, lemma, stance.value, first, at, at, shape, False, False, f"cue '{phrase}'", until,
        IDIOM if stance is Stance.DENIES or plain else "",
    )  # fmt: skip


_SILENT = frozenset(["mum", "tight-lipped", "lipped", "weighed", "weigh"])
"""Words of phrases that are said of nobody but who takes no position."""


def cue_called(tokens: tuple[Token, ...], at: int, called: Called) -> Cue | None:
    """Who calls a report something: "called the rumour a hoax", "condemned 'lies' about it"."""
    if walk_group(tokens, at, idiom=True).negated:
        return None
    cue = cue_of_idiom(tokens, at, at, called.stance, called.until)
    return cue if cue is None or called.last is None else replace(cue, last=called.last)


WORDS_OF = frozenset(["verdict", "assessment", "judgment", "judgement", "retort", "reply"])
"""What somebody's words are called behind them."""
_WAS_THE = (["was", "the"], ["is", "the"])


def cue_words_of(tokens: tuple[Token, ...], at: int) -> Cue | None:
    """Behind what somebody said: '"It sank," was the verdict of the court'."""
    before = [token.lower for token in tokens[max(0, at - 2) : at]]
    behind = tokens[at + 1 : at + 2]
    said = at > 2 and not tokens[at - 3].is_word
    if not said or before not in _WAS_THE or not behind or behind[0].lower not in ("of", "from"):
        return None
    return Cue(
        Stance.ALLEGES, "verdict", "affirm", at - 2, at, at + 1, Shape.ACCORDING, False, False,
        f"cue 'was the {tokens[at].lower} of'",
    )  # fmt: skip


def cue_objecting(tokens: tuple[Token, ...], what: Objection) -> Cue | None:
    """What somebody objects to without saying it again."""
    cue = cue_of_idiom(tokens, what.head, what.last, what.stance)
    return replace(cue, group=OBJECTS, mark=OBJECTS) if cue is not None else None


_SUBJECT = 24
"""Tokens that the subject of a passive may take: "the rumour that P was laughed off by"."""
