"""What the ratings of published fact-checks say about the claim they rate.

Ratings are free text (ClaimReview's ``alternateName``, the Fact Check Tools API's
``textualRating``). Known ones are listed here; a rating in no list is named in
the answer and counts as context, never as a side.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

from claims.model import Credibility, Relation, Value

OUTRIGHT: Credibility = 2
"""Credibility of a plain verdict: "probably true", for we did not confirm it ourselves."""
PARTIAL: Credibility = 3
"""Of a verdict with a reservation ("misleading", "mostly true"): never strong by itself."""
UNJUDGED: Credibility = 6
_LONGEST_RATING = 24
"""Characters beyond which a rating is a sentence, to be searched for a verdict."""
_CLAUSE_END = re.compile(r"\s[-–—]\s|[:.،,;؛]\s")

_FALSE = """
false | fake | fake news | hoax | pants on fire | pants on fire! | incorrect | wrong | untrue
not true | no | fabricated | fiction | fictional | debunked | scam | inaccurate | bogus | lie
four pinocchios | totally false | completely false | false claim | baseless | made up | not real
خطأ | خاطئ | خاطئة | خاطى | زائف | زائفة | كاذب | كاذبة | خبر كاذب | غير صحيح | غير صحيحة
مفبرك | مفبركة | مزيف | مزيفة | مش حقيقي | غير حقيقي | باطل | ملفق | كذب | خبر زائف
faux | falso | falsa | falsch | неправда | ложь | yanlış | salah | hoaks
"""
_RATHER_FALSE = """
misleading | mostly false | mainly false | partly false | partially false | half false
distorts the facts | sarcastic | partially fake
exaggerated | exaggeration | altered | altered photo | altered video | altered image | edited
manipulated | doctored | digitally altered | miscaptioned | misattributed | incorrect attribution
wrong attribution | out of context | missing context | lacks context | needs context | cherry picks
cherry-picked | decontextualized | spins the facts | satire | labeled satire | originated as satire
imposter content | ai generated | ai-generated | deepfake | outdated | old video | old photo
three pinocchios | two pinocchios | rumor | rumour | barely true | unfounded | unsupported
مضلل | مضللة | تضليل | محتوى مضلل | غير صحيح جزئيا | زائف جزئيا | خاطئ جزئيا | معدل | معدلة
صورة معدلة | فيديو معدل | محتوى ناقص | ناقص | سياق ناقص | خارج السياق | اشاعة | ساخر | محتوى ساخر
وليدة ذكاء اصطناعي | ذكاء اصطناعي | الفيديو قديم | الصورة قديمة | فيديو قديم | صورة قديمة
مبالغ فيه | مجتزأ | سياق مجتزأ | زائف جزئي | كاذب جزئيا | خاطئ جزئي | غير صحيح جزئي
trompeur | engañoso | enganoso | irreführend | fuorviante
"""
_TRUE = """
true | correct | accurate | right | yes | confirmed | verified | fact | authentic | real
correct attribution | geppetto checkmark | legit | legitimate | genuine
صحيح | صحيحة | حقيقي | حقيقية | خبر صحيح | خبر حقيقي
vrai | verdadero | cierto | verdadeiro | richtig | vero | правда | doğru | benar
"""
_RATHER_TRUE = """
mostly true | mainly true | largely true | largely correct | mostly correct | mostly accurate
one pinocchio | partly true | partially true | partially correct
صحيح جزئيا | حقيقي جزئيا | صحيح الى حد ما
"""
_OPEN = """
half true | mixture | mixed | half-true | unproven | unverified | not verified | no evidence
inconclusive | research in progress | undetermined | unknown | unconfirmed | disputed | in dispute
explainer | clarification | recall | legend | lost legend | outdated information | context
نصف حقيقي | نصف صحيح | غير مثبت | غير مؤكد | لم يثبت | قيد التحقق | توضيح | خليط
"""
_AS_SAID_IN_ARABIC = re.compile(
    r"(?:على انه|على انها|انه|انها|(?:ان )?هذا الادعاء|ان الادعاء|الادعاء)\s+"
    r"((?:غير )?\w+(?: جزئيا)?)"
)
_AS_SAID_IN_ENGLISH = re.compile(
    r"\b(?:is|are|was|as|rated?|verdict:?|rating:?)\s+((?:mostly|partly|partially|not|half)?\s*\w+)"
)


class RatingMeaning(Value):
    """What a published rating says about the claim it rates."""

    relation: Relation
    credibility: Credibility
    rating: str
    """The rating as published."""
    known: bool
    """False: the rating is in no list; ``reasons`` says so by name."""
    reasons: tuple[str, ...]


def read_rating(rating: str, title: str = "") -> RatingMeaning:
    """Map a fact-check's rating (English, Arabic, a few others) to relation and credibility.

    "False" undermines and "True" supports at credibility 2. A verdict with a
    reservation ("misleading", "partly false") takes its side at credibility 3,
    so that it never refutes or supports a claim by itself. An unknown rating,
    or one whose sentence holds verdicts of both sides, is context with a reason
    that names it; ``title`` (the fact-check's headline) only helps the reader there.
    """
    key = _fold(rating)
    known = _meanings().get(key)
    if known is not None:
        return _answer(rating, known, f"rated {rating.strip()!r}")
    if len(key) > _LONGEST_RATING:
        first = _CLAUSE_END.split(key, maxsplit=1)[0]
        words = [first, *_verdicts_in(key)]
        said = [_meanings()[word] for word in words if word in _meanings()]
        if said and len({relation for relation, _ in said}) == 1:
            weakest = max(said, key=lambda meaning: meaning[1])
            return _answer(rating, weakest, "read from the sentence given as rating")
    about = f" of {title.strip()!r}" if title.strip() else ""
    return RatingMeaning(
        relation=Relation.CONTEXT,
        credibility=UNJUDGED,
        rating=rating,
        known=False,
        reasons=(f"the rating {rating.strip()[:80]!r}{about} is not known: a person must read it",),
    )


def _answer(rating: str, meaning: tuple[Relation, Credibility], reason: str) -> RatingMeaning:
    relation, credibility = meaning
    reasons = [f"{reason}: {relation}"]
    if credibility == PARTIAL:
        reasons.append("with a reservation, so a person must weigh it")
    return RatingMeaning(
        relation=relation,
        credibility=credibility,
        rating=rating,
        known=True,
        reasons=tuple(reasons),
    )


def _verdicts_in(key: str) -> list[str]:
    found = [match.group(1) for match in _AS_SAID_IN_ARABIC.finditer(key)]
    return found + [match.group(1).strip() for match in _AS_SAID_IN_ENGLISH.finditer(key)]


@cache
def _meanings() -> Mapping[str, tuple[Relation, Credibility]]:
    table: dict[str, tuple[Relation, Credibility]] = {}
    for page, relation, credibility in (
        (_FALSE, Relation.UNDERMINES, OUTRIGHT),
        (_RATHER_FALSE, Relation.UNDERMINES, PARTIAL),
        (_TRUE, Relation.SUPPORTS, OUTRIGHT),
        (_RATHER_TRUE, Relation.SUPPORTS, PARTIAL),
        (_OPEN, Relation.CONTEXT, UNJUDGED),
    ):
        for line in page.strip().splitlines():
            for word in line.split("|"):
                table[_fold(word)] = (relation, credibility)
    return table


def _fold(rating: str) -> str:
    """Case, Arabic vowel signs, letter variants, punctuation at the ends: none of them count."""
    text = unicodedata.normalize("NFKD", rating.casefold())
    text = "".join(c for c in text if not unicodedata.combining(c) and c != "ـ")
    text = text.translate(str.maketrans("أإآٱى", "ااااي"))
    return re.sub(r"\s+", " ", text).strip(" .!:;،؛\"'“”")
