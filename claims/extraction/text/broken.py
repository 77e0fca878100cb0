"""What surely is no sentence: without a main verb, or with words that never follow each other.

The first is a count without a parser: each clause beside the main one ("who ...", "when he ...",
"the house he built") wants a verb of its own, and what may be a verb beyond those is the main one.
"""

from __future__ import annotations

import re
from functools import lru_cache

from claims.extraction.text.inflect import may_be_past
from claims.extraction.text.lexicon import word_set
from claims.extraction.text.quality import has_finite, is_finite, without_verb_names

_WORD = re.compile(r"\w+(?:[-'’.&]\w+)*(?:(?<=s)['’](?= ))?|[,;:]")
_OPENERS = frozenset(
    ["who", "whom", "whose", "which", "that", "where", "when", "while", "because", "if", "until",
     "unless",
     "although", "though", "whether", "what", "how", "why"]
)  # fmt: skip
_SUBJECTS = frozenset(["he", "she", "they", "it", "we", "i", "you"])
_GOES_ON = frozenset(["and", "but", "or", "as", "than"])
"""Behind these a pronoun is no subject of what tells of a noun: "and it fell"."""
_BEFORE_NOUN = _GOES_ON | frozenset(
    ["the", "a", "an", "of", "in", "on", "at", "by", "for", "with", "from", "his", "her", "its",
     "their", "our", "my", "your", "to", "this", "that", "these", "those", "no", "any", "some",
     "more", "most", "other", "two", "three", "four", "five", "six", "several", "many", "few",
     "both", "all"]
)  # fmt: skip
_PLACES = frozenset(["for", "of", "at", "by", "with", "on"])
_JOINED = frozenset(["and", "but", "or"])
_BE_FORMS = frozenset(["is", "are", "was", "were"])
_NO_PLURAL = ("'s", "ss", "us", "is")


def is_broken(text: str) -> bool:
    """Whether it surely is no sentence, for want of a verb or by words that never meet."""
    return is_fragment(text) or is_garbled(text) or is_only_apposed(text) or is_unclosed(text)


def is_only_apposed(text: str) -> bool:
    """Whether it names somebody with what they are, and tells nothing of them: "Ada Orr, the man
    accused of it"."""
    return _ONLY_APPOSED.match(text) is not None


_ONLY_APPOSED = re.compile(
    r"(?!(?:In|On|At|By|From|After|Before|During|For|With|Under|Since|Until)\b)"
    r"(?:[A-Z][\w.'’-]* ){1,3}[A-Z][\w.'’-]*, (?:the|an?|who|whose) [^,]*\.$"
)


def is_unclosed(text: str) -> bool:
    """Whether who one of several is runs on into what is told: "One of the men, Per Lund boat was
    sold"."""
    return _UNCLOSED.match(text) is not None


_UNCLOSED = re.compile(r"(?:One|Another) of [^,]+, [A-Z][^,]*$")


@lru_cache(maxsize=4096)
def is_fragment(text: str) -> bool:
    """Whether a sentence has surely no main verb behind its first word. In doubt it has one."""
    if _STILL.match(text) or (_NUMBER_OF.match(text) and not has_finite(text)):
        return True
    words = [match[0] for match in _WORD.finditer(without_verb_names(text))]
    lower = [word.lower().replace("’", "'") for word in words]
    auxiliaries = word_set("cues_auxiliaries")
    clauses = verbs = 0
    for at, word in enumerate(lower):
        before = lower[at - 1] if at else ""
        if _opens_clause(lower, at):
            clauses += 1
        elif at and before not in auxiliaries and _is_verb(words[at], word, before):
            if _is_no_own_verb(lower, at, beside=verbs > 0):
                continue
            if not clauses:
                return False
            verbs += 1
    return verbs <= clauses


def _is_no_own_verb(lower: list[str], at: int, *, beside: bool) -> bool:
    """Whether what may be a verb is a noun, as what follows it tells, or one joined to another,
    ``beside`` which it stands: "the demands were", "officers who", "loyalty to Lima but works"."""
    before = lower[at - 1]
    if before in _THINKS or before == "but" or (before in _JOINED and beside):
        return True  # "that he thought was lost", "who came and left"
    if is_finite(lower[at]):
        return False
    behind = lower[at + 1 : at + 3]
    if lower[at] == "like" or behind[:1] == ["of"] or (behind and behind[0] in _BE_FORMS):
        return True
    return bool(behind) and behind[behind[0] == "," and len(behind) > 1] in _TELLS_OF_NOUN


_THINKS = frozenset(
    ["thought", "said", "says", "believed", "believes", "knew", "claims", "claimed"]
)
_TELLS_OF_NOUN = frozenset(["who", "whom", "whose", "which"])


def _is_verb(word: str, lower: str, before: str) -> bool:
    """Whether a word may be a finite verb; in doubt it is."""
    if before == "to":
        return False
    if word[0].isupper():
        return lower not in ("may", "will") and is_finite(lower)
    return is_finite(lower) or _may_be_verb(lower, before)


_PAST_LIKE_BASE = frozenset(
    ["burst", "hit", "cut", "shut", "set", "put", "let", "hurt", "cost", "quit", "spread", "split",
     "beat", "cast", "bet", "broadcast", "forecast"]
)  # fmt: skip


def _opens_clause(lower: list[str], at: int) -> bool:
    word, before = lower[at], lower[at - 1] if at else ""
    if word == "that" and before in _PLACES:
        return False  # "for that matter"
    if word in _OPENERS:
        follows = lower[at + 1] if at + 1 < len(lower) else ""
        return not follows.endswith("ing") and (at > 0 or word != "that")
    if not at or word not in _SUBJECTS or not before[0].isalpha():
        return False
    if word == "it" and before.endswith("ing"):
        return False  # "wearing it"
    return not (
        before in _OPENERS | _SOME_TIME
        or before in _BEFORE_NOUN
        or before in word_set("cues_auxiliaries")
        or is_finite(before)
    )


_SOME_TIME = frozenset(["later", "earlier", "then", "now", "ago", "today", "yesterday", "soon"])
"""Behind these a pronoun is the sentence's own subject: "two years later he was dead"."""


def _may_be_verb(word: str, before: str) -> bool:
    if before in _BEFORE_NOUN and before != "that":
        return False
    if word in word_set("quality_bases") or word in _PAST_LIKE_BASE:
        return True
    return len(word) > 3 and (
        word.endswith("ed") or (word.endswith("s") and not word.endswith(_NO_PLURAL))
    )


@lru_cache(maxsize=4096)
def is_mere_phrase(text: str) -> bool:
    """Whether words surely tell nothing: one thing named with no verb ("News of the meal."), or
    what somebody does of whom nothing is said ("Causing talk of a coup.", "Was at home.")."""
    if _STILL.match(text) or (_NUMBER_OF.match(text) and is_fragment(text)):
        return True
    if not (is_fragment(text) or text.startswith(("Now is being ", "Now are being "))):
        return False
    if _WHOSE.fullmatch(text):
        return True
    words = [word.lower() for word in _WORD.findall(text)]
    first = words[0]
    if first in _ONE:
        return not _ENDS_LIKE_MANY.search(words[1])
    second = words[1] if len(words) > 1 else ""
    if first == "the":
        return words[2:3] == ["of"] and not _ENDS_LIKE_MANY.search(second)
    if first in _LATER:
        return second in _STARTS_PREDICATE and words[2:3] == ["being"]
    if first in _STARTS_PREDICATE:
        if first in ("was", "were") and "," not in text and "?" not in text:
            return True
        return second not in _SUBJECTS | _BEFORE_NOUN or second in _PLACES
    if first.endswith("ing") or first in ("of", "off"):
        return "," not in words and len(first) != len("king")
    acts = first.endswith("ed") or first in _ACTS
    return acts and "," not in words and len(first) > len("need")


_NUMBER_OF = re.compile(
    r"(?:A (?:number|series|list|range|set|handful|variety) of|(?:More |Some |"
    r"Further )?[Dd]etails of) "
    r"(?:[\w-]+ ){0,3}[\w-]+s (?:about|of|on|in|at|for|from|regarding)\b(?!.*ed\b)"
)
"""What somebody showed, named and no more: "A number of details about the watch"."""
_STILL = re.compile(
    r"Still (?:is|are|was|were|appears?|seems?|remains?) |"
    r"(?:His|Her|Their|Its) (?:alleged|suspected|supposed|reported|possible) (?:involvement|role|"
    r"part|"
    r"links?|ties) (?:in|to|with) |"
    r"(?:Likely|Possibly|Probably|Apparently|Presumably) [a-z]+ed (?:by|in|on|at|from|to) "
)
"""What is said of nobody: "(the king) still is well"."""
_ONE = frozenset(["a", "an", "another", "news", "speculation"])
_WHOSE = re.compile(
    r"(?:His|Her|Their|Its|(?:[A-Z][\w.’'-]* ){0,2}[A-Z][\w.-]*['’]s) (?:[a-z-]+ ){0,2}[a-z-]+, "
    r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,2}\."
)
"""Who somebody of somebody's is, and no more: "Orr's mother, Ada Orr"."""
_ACTS = frozenset(["remains", "bypasses", "heard", "versed", "appears", "seems"])
_LATER = frozenset(["now", "then", "also", "later", "still", "currently"])
_STARTS_PREDICATE = frozenset(["is", "are", "was", "were", "have", "has", "be"])
_ENDS_LIKE_MANY = re.compile(r"(?:[^s'’ui]s|men|people|media|police|children)$")


@lru_cache(maxsize=4096)
def is_garbled(text: str) -> bool:
    """Whether two words follow each other that never do ("will a", "is died"), or it breaks off."""
    return _GARBLED.search(text) is not None


_MODAL = r"(?:will|would|could|may|might|must|should)"
_BE = r"(?:is|are|was|were)"
_GARBLED = re.compile(
    rf"\b{_MODAL} (?:not )?(?:an?|the|his|her|its|their|at|for|from|by|into|has|had|been|{_BE}|"
    rf"{_MODAL}|(?!bring|cling|sing|swing|fling|ring|sting|string|wring|spring)[a-z]{{2,}}ing)\b(?!,)"
    rf"|\b{_BE} (?:not )?(?:have|be|{_MODAL}|died|took|went|gave|came|saw|knew|began|became|fell|"
    r"flew|drove|spoke|wrote|chose|threw|know|think|want|give|make|take|get|mean|find|hear|keep|"
    r"seem|belong|remain|lose|bring|grow|appear|buy|die|send|fall|kill|tell|resign|go|do|say|see|"
    r"apologi[sz]e|attend|existed|happened|occurred|disappeared|belonged|deny|agree|arrive|decide|become|happen|join|sell|steal|admit|accept|"
    r"allow)\b(?! [-,])"
    r"|\b(?:has|have|had) (?:[a-z]+ly )?(?:ill|dead|alive|sick|safe|aware|responsible|guilty)\b"
    r"|\b(?:[Aa]n?|[Tt]he) (?:an?|the|his|her|its|their|of|for|with|from|was|were|has|had|he|she|"
    r"they|and|twice|again|also|then)\b|\b(?:has|have|had) (?:have|has|was|were|took|went|gave|saw|"
    r"knew|began|fell|flew|drove|spoke)\b"
    r"|\w['’]s (?:died|went|took|fled|fell|came|gave|knew|began)\b"
    r"|(?<=\w) ['’](?:s|ve|m|ll|re|d)\b|(?<=[a-z] )The (?=[a-z])"
    r"|, (?:said|says): |^(?:The|These) [a-z]+, (?:[A-Z][\w.'’-]* ){1,3}(?:said|explained|added) "
    r"|^(?:The|These|Those|Both) (?:[a-z]{3,}(?<![suicm])s) was\b"
    r"|^[^'‘’]+[,.!?]['’] [a-z]"
    r"|\bthat (?:it|he|she|they)\.$|^The (?:authenticity|veracity) of [^,]* (?:is|was) "
    r"|\b(?!(?:that|had|so|very|is)\b)([a-z]{2,}) \1\b"
    r"|\b(?:an?|the|and|or|than|who|which|what|because|although|his|its|their|an? \w+ that)\.$"
    r"|\b\d+\. [a-z]|(?<!was )(?<!were )(?<!been )(?<!is )(?<!are )\breceived (?:in|on|at) \w+\.$"
    r"|(?<!was )(?<!were )(?<!been )\btold (?:the|an?) [a-z]+ (?:was|were|is|are|had|has)\b"
    r"|^(?:[A-Z][\w.'’-]* ){1,3}(?:said|says|thought|believes?) (?:had|has|was|were|is|are)\b"
)


def is_broken_off(text: str) -> bool:
    """Whether a sentence ends before it tells anything: "Lima is.", "The board issued.", or only
    tells who says so: "As the Clarion reports."."""
    return _BROKEN_OFF.fullmatch(text) is not None


_BROKEN_OFF = re.compile(
    r"\S+(?: \S+){0,3} (?:is|are|was|were|has|have|had|will|would|did|does)\.|"
    r"(?:\S+ ){1,5}(?<!\bhad )(?<!\bhas )(?<!\bhave )"
    r"(?:issued|asked|said|says|added|told|wrote|announced|tweeted|posted|reporting)\.|"
    r"Responsibility for .+|"
    r"As (?:\S+ ){1,5}(?:reports|reported|says|said|notes|noted|writes|wrote|puts it|put it)\."
)


def is_object_of(told: str, claim: str) -> bool:
    """Whether ``told`` is what stands behind the verb of a claim, and no more: "The first case of
    it" of "It was the first case of it"."""
    bare, whole = told.rstrip(".").lower(), claim.rstrip(".").lower()
    if bare == whole or not whole.endswith(f" {bare}"):
        return False
    before = whole[: -len(bare)].split()[-1]
    done = bare.split(" ", 1)[0].endswith(("ed", "en", "ing"))
    return before in _BEFORE_OBJECT and not done and not has_finite(told)


def is_half_of(told: str, claim: str) -> bool:
    """Whether ``told`` is the end of a claim behind the word that joins its verb to a subject told
    before: "burned it down" of "they had looted it and burned it down"."""
    bare, whole = told.rstrip(".").lower(), claim.rstrip(".").lower()
    if bare == whole or not whole.endswith(f" {bare}"):
        return False
    before, first = whole[: -len(bare)].split()[-1], bare.split(" ", 1)[0]
    return before in ("and", "or", "but", "to") and (may_be_past(first) or is_finite(first))


_BEFORE_OBJECT = frozenset(
    ["is", "was", "are", "were", "been", "found", "detected", "discovered", "identified"]
)
