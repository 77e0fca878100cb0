"""Wordings of one finding: a first one, and shorter ones without an opening, an aside or a tail."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from claims.extraction.model.weighing.keeping import is_content
from claims.extraction.text.asides import DASHES
from claims.extraction.text.broken import is_fragment
from claims.extraction.text.inflect import may_be_past
from claims.extraction.text.lexicon import word_set
from claims.extraction.text.listed import is_in_list
from claims.extraction.text.quality import is_finite
from claims.extraction.text.segment import Token, tokenize
from claims.extraction.wording.clauses import binding_opening, has_main_clause
from claims.extraction.wording.sentence import finish
from claims.extraction.wording.thinking_so import goes_on_behind

CUTS = ("tail", "tail_mark", "tail_joined", "lead", "aside")
"""What may be left out; every tail is also one of the two kinds of tail."""
FEWEST = 3
"""Content words that a wording keeps at least."""
_FARTHEST = 14
"""Tokens that an opening to be left out may have."""
_MOST_ASIDES, _LONGEST_ASIDE = 8, 18
_MARKS = frozenset([",", ";", ":", "("]) | DASHES
_RELATIVE = frozenset(["which", "who", "whose", "where", "when", "whom"])
_JOINED = frozenset(
    ["but", "because", "although", "though", "while", "after", "before", "since", "despite",
     "including", "amid", "following", "according", "meaning"]
)  # fmt: skip
"""Where a tail may go that does not change what is claimed, as "if" or "than" would."""
_HOW_JOINED = frozenset(
    ["minutes", "hours", "days", "weeks", "months", "years", "moments", "seconds", "minute", "hour",
     "day", "week", "month", "year", "shortly", "soon", "just", "even", "only", "long", "right",
     "immediately", "ever", "mainly", "partly", "largely", "simply", "possibly", "probably",
     "especially", "not", "precisely", "shots", "directly", "straight"]
)  # fmt: skip
"""What belongs to the word behind it: "eight months (before issuing a recall)", "shortly after"."""
_LEADING = frozenset(["this", "that", "to", "for", "as", "even", "though", "although", "because"])
_IF = frozenset(["case", "condition", "event", "given", "now", "provided", "so", "such"])
"""What makes a condition or an aim of the "that" behind it."""
_WITH_ONE = frozenset(["others", "his", "her"])
_LEAD_ENDS = frozenset(["that", "and", "but", "because"])
_BESIDE = frozenset(
    ["if", "unless", "when", "until", "while", "because", "although", "though", "as"]
)
"""What opens a clause that is told beside another."""
_PLACE = frozenset(["in", "on", "at", "from", "by", "for", "to", "during", "over", "about", "into"])
_TOLD = frozenset(
    ["said", "says", "told", "according", "reportedly", "claimed", "claims", "reported", "added"]
)
_STRONG = 0.4
"""Probability from which a word is surely one of the claim's."""
Kept = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Draft:
    """A first wording: its tokens, and sums over the first n of them for judging parts quickly."""

    text: str
    source: str
    """``rule`` or ``reader``."""
    tokens: tuple[Token, ...]
    sums: dict[str, list[float]]

    @property
    def whole(self) -> Offer:
        """The draft as it stands."""
        return Offer(self, ((0, len(self.tokens)),))


@dataclass(frozen=True)
class Offer:
    """A wording that a claim may get: the parts of a draft that stay, and what was cut."""

    draft: Draft
    kept: Kept
    cuts: tuple[str, ...] = ()

    @property
    def first(self) -> Token:
        return self.draft.tokens[self.kept[0][0]]

    @property
    def last(self) -> Token:
        return self.draft.tokens[self.kept[-1][1] - 1]

    def words(self) -> str:
        """The finished sentence."""
        if not self.cuts:
            return self.draft.text
        return finish(self.parts())

    def parts(self) -> str:
        """The words that stay, unfinished."""
        tokens, text = self.draft.tokens, self.draft.text
        return " ".join(text[tokens[a].start : tokens[b - 1].end] for a, b in self.kept)

    def total(self, what: str, *, behind_first: bool = False) -> float:
        """The sum of a column of ``Draft.sums``, without the first token if so asked."""
        sums = self.draft.sums[what]
        found = sum(sums[last] - sums[first] for first, last in self.kept)
        start = self.kept[0][0]
        return found - (sums[start + 1] - sums[start]) if behind_first else found


def tokens_of(text: str) -> tuple[Token, ...]:
    """The tokens of a finished sentence, without its full stop."""
    bare = text.rstrip(".")
    return tokenize(bare, 0, len(bare))


def make_draft(text: str, source: str, tokens: tuple[Token, ...], chances: list[float]) -> Draft:
    """A draft whose ``tokens`` are in the claim with those probabilities."""
    lower = [token.lower for token in tokens]
    content = [is_content(token) for token in tokens]
    columns: dict[str, list[float]] = {
        "chance": chances,
        "content": list(map(float, content)),
        "name": [
            float(tells and token.is_capital) for tells, token in zip(content, tokens, strict=True)
        ],
        "strong": [float(chance >= _STRONG) for chance in chances],
        "finite": [float(is_finite(word)) for word in lower],
        "participle": [float(len(word) > 4 and word.endswith("ed")) for word in lower],
        "first_person": [float(word in word_set("quality_first_persons")) for word in lower],
        "subject": [float(word in word_set("quality_subjects")) for word in lower],
        "told": [float(word in _TOLD) for word in lower],
        "comma": [float(word == ",") for word in lower],
    }
    sums = {name: list(accumulate(column, initial=0.0)) for name, column in columns.items()}
    return Draft(text, source, tokens, sums)


def shorten(offer: Offer) -> Iterator[Offer]:
    """The offers with one part less, as far as they may still be sentences."""
    for less in _parts_less(offer):
        if less.kept and _may_stand(offer, less):
            yield less


def _parts_less(offer: Offer) -> Iterator[Offer]:
    draft, kept = offer.draft, offer.kept
    at = [number for first, last in kept for number in range(first, last)]
    content = draft.sums["content"]
    for place, number in enumerate(at[:-1]):
        lower = draft.tokens[number].lower
        kind = "tail_mark" if lower in _MARKS else "tail_joined" if lower in _JOINED else ""
        long = place >= FEWEST and content[number] - content[at[0]] >= FEWEST
        before = draft.tokens[at[place - 1]].lower if place else ""
        if lower in _JOINED and before in _HOW_JOINED:
            kind = ""
        if (
            kind
            and long
            and not (_stands_inside(draft, number) or _is_open_relative(draft, at[:place]))
        ):
            yield Offer(draft, _until(kept, number), (*offer.cuts, "tail", kind))
        leads = place < _FARTHEST and "lead" not in offer.cuts and _is_lead(draft, at[0], number)
        leads = leads and not is_in_list(draft.tokens, number)
        if leads and content[at[-1] + 1] - content[number] >= FEWEST:
            yield Offer(draft, _after(kept, number + 1), (*offer.cuts, "lead"))
    yield from _without_asides(offer, at)


def _stands_inside(draft: Draft, number: int) -> bool:
    """Whether a mark stands inside what belongs together: a date, a list, "some, or even all, of"
    and "engaged in, and recording, a talk"."""
    tokens = draft.tokens
    return (
        _is_in_date(draft, number)
        or is_in_list(tokens, number)
        or (tokens[number].text == "," and _is_of_joined_aside(tokens, number))
    )


def _is_of_joined_aside(tokens: Sequence[Token], comma: int) -> bool:
    """Whether a comma opens or closes a short aside that starts with "and" or "or"."""
    joined = [
        at
        for at in range(max(0, comma - _ASIDE), comma + 1)
        if tokens[at].text == "," and tokens[at + 1].lower in ("and", "or")
    ]
    last = len(tokens) if not joined else min(len(tokens), joined[-1] + _ASIDE)
    return bool(joined) and any(tokens[at].text == "," for at in range(joined[-1] + 1, last))


_ASIDE = 6
"""Tokens from a comma within which an aside that it opens with "and" or "or" ends."""


def _is_in_date(draft: Draft, number: int) -> bool:
    """Whether a comma stands between a day and its year: "Sept. 11, 2001"."""
    beside = draft.tokens[max(0, number - 1) : number + 2]
    figures = [token.text.isdigit() for token in beside]
    return draft.tokens[number].text == "," and figures == [True, False, True]


def _is_open_relative(draft: Draft, at: Sequence[int]) -> bool:
    """Whether the last clause before a cut only tells of a noun: "The ferry, which sank"."""
    for number in reversed(at):
        token = draft.tokens[number]
        if token.text == ",":
            return draft.tokens[number + 1].lower in _RELATIVE
    return False


def _is_lead(draft: Draft, first: int, end: int) -> bool:
    """Whether the words before ``end`` open a sentence and are no part of its subject."""
    ending = draft.tokens[end].lower
    if end == first:
        return False  # "That mill was sold"
    if ending not in _MARKS and ending not in _LEAD_ENDS:
        return False
    opening = draft.tokens[first].lower
    if ending in (",", "that") and binding_opening(draft.text[draft.tokens[first].start :]):
        return False
    finite = draft.sums["finite"]
    if ending == "and" and draft.tokens[end + 1].lower in _WITH_ONE:
        return False  # "Orr and others"
    if ending == "and" and opening == "between":
        return False  # "between 2010 and 2012 he moved it"
    if ending == "that" and draft.tokens[end - 1].lower == "all":
        return False  # "all that changed when the mill burned"
    if ending == "that" and draft.tokens[end - 1].text == "," and opening in _BESIDE:
        return False  # "although it rained, that part of the town is dry"
    if ending == "that" and goes_on_behind(draft.tokens[end:]):
        return False  # "was surprised that she had left, and was told so"
    if ending == "that" and finite[end] == finite[first]:
        noun = draft.tokens[end - 1].lower
        if noun in _IF or noun in _PLACE:
            return False  # "in the event that the dam breaks", "at that speed"
        return opening not in word_set("sources_determiners") or noun in word_set("report_nouns")
    return (
        ending in (":", "that") or finite[end] > finite[first] or opening.endswith("ly")
        or opening in word_set("quality_adverbial_starts") or opening in _LEADING
        or opening in word_set("sources_time_words")
    )  # fmt: skip


def _may_stand(offer: Offer, less: Offer) -> bool:
    """Whether what is left has a verb where there was one, and starts and ends like a sentence."""
    if less.last.lower in word_set("quality_open_ends"):
        return False
    if "lead" in less.cuts and "lead" not in offer.cuts and not _may_follow_lead(offer, less):
        return False
    if less.first.lower in _BESIDE and not has_main_clause(less.parts()):
        return not has_main_clause(offer.parts())
    return has_verb(less) or not has_verb(offer)


def _may_follow_lead(offer: Offer, less: Offer) -> bool:
    """Whether what stands behind an opening is a sentence: no verb joined by an "and" to a subject
    that would be gone, and no noun with no more than a clause that tells of it."""
    first = less.kept[0][0]
    joined = offer.draft.tokens[first - 1].lower in ("and", "but")
    verb = less.first.lower
    acts = may_be_past(verb) or verb in word_set("quality_bases")
    if not _may_start(less.first) or (joined and acts):
        return False
    return not is_fragment(f"{less.parts()}.") or is_fragment(f"{offer.parts()}.")


def has_verb(offer: Offer) -> bool:
    """Whether a verb form stands behind the first word."""
    verbs = offer.total("finite", behind_first=True) + offer.total("participle", behind_first=True)
    return verbs > 0


def _may_start(token: Token) -> bool:
    lower = token.lower
    if not token.is_word and token.text not in "\"“'‘$£€":
        return False
    return not (
        lower in word_set("quality_bad_starts") or lower in word_set("cues_auxiliaries")
        or lower in _JOINED or lower in _RELATIVE or is_finite(lower) or lower.endswith("ing")
    )  # fmt: skip


def _without_asides(offer: Offer, at: Sequence[int]) -> Iterator[Offer]:
    tokens = offer.draft.tokens
    marks = [n for n in at[1:] if tokens[n].text in (",", "(", *DASHES)][:_MOST_ASIDES]
    for one in marks:
        closing = {",": ",", "(": ")"}.get(tokens[one].text)
        for other in range(one + 2, min(one + _LONGEST_ASIDE, at[-1])):
            text = tokens[other].text
            if text == closing if closing else text in DASHES:
                if closing != "," or _is_aside(tokens, one, other):
                    kept = (*_until(offer.kept, one), *_after(offer.kept, other + 1))
                    yield Offer(offer.draft, kept, (*offer.cuts, "aside"))
                break


def _is_aside(tokens: Sequence[Token], one: int, other: int) -> bool:
    """Whether what stands between two commas is no item of a list."""
    if tokens[other + 1].lower in ("and", "or") or is_in_list(tokens, other):
        return False
    opening = tokens[one + 1].lower
    return (
        opening in _RELATIVE or opening in _JOINED or opening in _PLACE or opening[0].isdigit()
        or opening in word_set("sources_determiners") or opening.endswith(("ing", "ed", "ly"))
    )  # fmt: skip


def _until(kept: Kept, stop: int) -> Kept:
    return tuple((a, min(b, stop)) for a, b in kept if a < stop)


def _after(kept: Kept, start: int) -> Kept:
    return tuple((max(a, start), b) for a, b in kept if b > start)
