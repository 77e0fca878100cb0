"""Whether a form that may be noun or verb ("claims", "reports") is the noun where it stands."""

from __future__ import annotations

from functools import cache

from claims.extraction.text.inflect import tell_deed, tell_past
from claims.extraction.text.lexicon import VerbForm, given_names, load_lexicon, word_set
from claims.extraction.text.segment import Token
from claims.extraction.text.verb_groups import AUXILIARIES

_NOUN_LEFT = word_set("cues_noun_left")
_SUBJECT_PRONOUNS = frozenset(["he", "she", "they", "it", "we", "i", "who", "which", "that", "you"])
_STRAIGHT_AFTER = word_set("cues_straight_after")
_AFTER_NOUN = frozenset(
    ["of", "about", "from", "by", "to", "are", "were", "is", "was", "have", "has", "had"]
)
_PLURAL_WORDS = word_set("cues_plural_words")


def _is_compound(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether the form names a thing with the word after it: "dispute resolution"."""
    after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    before = word_before(tokens, at)
    return after.endswith(("tion", "ment")) and before is not None and not before.is_capital


def is_noun(tokens: tuple[Token, ...], at: int, form: VerbForm) -> bool:
    """Whether a form such as "claims" or "reports" is the noun here."""
    lower = tokens[at].lower
    if lower not in word_set("noun_forms"):
        return False
    if form.sort == "base" and _is_compound(tokens, at):
        return True
    after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    before = word_before(tokens, at)
    if before is None:
        return form.sort != "gerund" or after in ("of", ",", "")
    if before.lower in AUXILIARIES and lower != "report":
        return lower.endswith("s") and before.lower not in ("has", "have", "had")
    helping = tokens[at - 2] if before.lower.endswith("ly") and at > 1 else before
    if form.sort == "base" and (helping.lower == "not" or helping.lower.endswith("n't")):
        return False  # "did not immediately reply to emails"
    if before.lower in ("'s", "'"):
        return not ends_name(tokens, at - 1)
    if before.lower in _NOUN_LEFT:
        return True
    if form.sort in ("base", "gerund") and after in load_lexicon().verbs["affirm"]:
        return True  # "a police report said", "a Facebook posting claimed"
    if before.lower in _SUBJECT_PRONOUNS:
        return False
    if after in _AFTER_NOUN:
        return after != "to" or not lower.endswith("s")
    if form.sort == "gerund" and after not in _STRAIGHT_AFTER and after not in (",", ":", '"', "“"):
        return after in _BEHIND_A_WARNING
    return before.text.endswith("ed") or before.lower in _verb_like()


_BEHIND_A_WARNING = frozenset(
    ["of", "", ".", "and", "or", "for", "in", "on", "at", "from", "was", "is", "were", "are", "has",
     "had", "before", "after", "when"]
)  # fmt: skip
"""What follows "a flood warning", and no "warning"."""


@cache
def _verb_like() -> frozenset[str]:
    verbs = load_lexicon().verbs
    return frozenset(verbs["deny"]) | frozenset(verbs["affirm"]) | frozenset(verbs["confirm"])


def word_before(tokens: tuple[Token, ...], at: int) -> Token | None:
    """The token left of ``at``, None at the start."""
    return tokens[at - 1] if at > 0 else None


def may_go_on(form: VerbForm) -> bool:
    """Whether a bare verb form is hardly anything else: "deny", not "report"."""
    tells = form.group in ("deny", "confirm") or form.lemma in word_set("nouns_plural_verbs")
    return tells and form.lemma not in word_set("noun_forms")


def takes_plural(tokens: tuple[Token, ...], first: int, form: VerbForm) -> bool:
    """Whether a bare verb form, whose group starts at ``first``, follows a body's name, as British
    writers have it: "Leeds say", "Galatasaray deny". Behind "made" or "did" it is not finite."""
    if not may_go_on(form):
        return False
    start = first
    causing = AUXILIARIES | word_set("nouns_causing")
    while start > 0 and tokens[start - 1].is_capital and tokens[start - 1].lower not in causing:
        start -= 1
    return start < first and (start == 0 or tokens[start - 1].lower not in causing)


def ends_name(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether the word at ``at`` is the end of a name like "McDonald's"."""
    owned = at > 0 and tokens[at].lower == "'s"
    return owned and tokens[at - 1].lower in word_set("names_owned")


def may_be_plural(lower: str) -> bool:
    """Whether a bare verb form may follow the word: "officials say", "they also claim"."""
    if lower in ("'s", "is", "was", "has", "this", "his", "its", "as"):
        return False
    return lower.endswith(("s", "ly")) or lower in _PLURAL_WORDS


def are_many(subject: str) -> bool:
    """Whether "are" goes with a subject."""
    words = subject.lower()
    many = words.endswith(("s", "men", "people", "children", "police")) and not words.endswith(_ONE)
    # "James", "Ada Williams"
    named = subject[:1].isupper() and not given_names().isdisjoint(words.split())
    return (many and not named) or " and " in subject or subject == "They"


_ONE = ("ss", "us", "is")
"""What single things end in: "the loss", "the virus", "the crisis"."""


def tell_past_by(subject: str, doing: str) -> str:
    """``tell_past`` of what one or several were doing: "the police" of "planning it" as "were
    planning it"."""
    told = tell_past(doing)
    return f"were{told[len('was') :]}" if told.startswith("was ") and are_many(subject) else told


def tell_deed_by(subject: str, doing: str) -> str:
    """``tell_deed`` of what one or several did: "the guards" of "having met" as "have met".

    A name that ends like several is one's: "Texas".
    """
    several = subject.rpartition(" ")[2].islower() and are_many(subject)
    having = doing.partition(" ")[0].lower() == "having"
    told = tell_deed(doing)
    if having:
        return f"have{told[len('has') :]}" if several else told
    return tell_past_by(subject, doing) if several else told
