"""A claim as one self-contained sentence: names for pronouns, no attribution left.

The tense stays, the first person becomes the speaker, a hedge is taken out, and
a noun phrase ("the existence of a tribunal") is turned into a statement.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache

from claims.extraction.text.articles import put_article
from claims.extraction.text.inflect import NO_DOINGS, may_be_past
from claims.extraction.text.lexicon import word_set
from claims.extraction.text.nouns import are_many, tell_deed_by
from claims.extraction.text.quality import is_finite
from claims.extraction.text.segment import Token
from claims.extraction.text.sought import Sought
from claims.extraction.text.verb_groups import HAVING_DONE
from claims.extraction.voice import Voice
from claims.extraction.wording.brackets import settle_brackets
from claims.extraction.wording.clauses import opens_beside
from claims.extraction.wording.fronted import put_subject_first
from claims.extraction.wording.pronouns import Naming, Resolver
from claims.extraction.wording.thinking_so import opening_to_skip
from claims.extraction.wording.truth_of import state_truth

_LEAD = re.compile(
    r"^(?:(?:and|but|so|because|then|also|however|meanwhile|yes|no(?=,)|well|of course|in fact|"
    r"indeed|(?-i:that(?! (?:is|was|has|had|will|would|can|could|rumou?r|story|report|claim)\b)|"
    r"That(?= (?:the|an?|this|these|s?he|it|they|we|I|you|there|his|her|its|their|our|my|some|any|"
    r"no|all|[A-Z][\w.'’-]*)\b))|while|although|though|"
    r"(?:whether|if)(?: (?:and|or) (?:when|how|where|why)\b)?|"
    r"(?:(?:more|most|quite|rather) )?[a-z]+ly that(?= (?:he|she|it|they|the|there)\b)|"
    r"in addition|for example|according to \w+|plus(?=,)|yet|instead(?=,)|now(?=,)|look(?=,)|"
    r"(?:for (?:that|this) )?reason(?=,)|"
    r"moreover|furthermore|additionally|unfortunately|sadly|basically|obviously|clearly|"
    r"apparently|interestingly)\b[ ,]*|"
    r"(?:was|is) that (?=\w+ \w+)|"
    r"(?:look,? )?(?:just )?letting (?:everyone|everybody|people|you(?: all|"
    r" guys)?) know (?:that )?|"
    r"it (?:now )?(?:appears|seems|appeared|seemed|looks|looked) (?:as (?:though|if)|"
    r"like) (?=\w+ \w+ \w)|"
    r"it (?:is|was) [\"“'‘]?(?:certain|sure|confident|convinced)[\"”'’]? that |"
    r"it (?:is|was|has been|had been)(?: \w+ly| also| being)? (?:reported|claimed|alleged|believed|"
    r"thought|said|rumou?red|understood|suggested|announced|revealed)(?: by [^,]{2,40}?)? that )",
    re.I,
)
_TAIL = Sought(
    r"(?:,? according to [^,]{2,60}|"
    r", (?:he|she|they|it) (?:said|says|added|claimed|adds|wrote|explained)(?: [^,]{0,30})?|"
    r", (?:who|which) (?:ha[sd] |have )?(?:\w+ly |since |always )?den(?:y|ies|ied)\b[^,]*|"
    r", an? (?:claim|allegation|assertion|accusation|charge|report) (?:that|which|\w+ly)\b [^,]+|"
    r", (?:(?:[a-z]+ ){0,3}(?:minute|hour|day|week|month|year)s?|shortly|soon) (?:after|before) "
    r"[^,]*\b(?:said|claimed|reported|denied|announced|alleged|accused|confirmed|insisted)\b.*)"
    r"[ .,]*$",
    re.I,
)
"""Who told it and when, behind what is told."""
_SAID_MORE = Sought(
    r"(?<=\w),? (?:and|but) (?:(?:he|she|it|they|also|then) )?"
    r"(?:said|says|added|adds|told|insisted|insists|claimed|claims that)\b.*$"
)
"""What the same source went on to say: another claim."""
_ADVERBS = Sought(r"(?<=[\w,]) (?:also|actually|really|basically|apparently)(?= \w)")
_WHO = re.compile(r"^((?:[A-Z][\w.'’-]+ ?){1,4}),? who (?=\w+ed\b|is\b|was\b|has\b|had\b)")
_OPENED = re.compile(r" ['‘](?=\w)[^'‘’]*['’]$")
"""A quotation that is opened and closed inside."""
_ONE_QUOTED = re.compile(r"^['‘]([^'‘’,.!?]{2,40})['’](?= \w)")
"""What a sentence opens with between marks of its own: "'Panther' seen on the moor was a cat"."""
_STOPPED = re.compile(r"[.,](?=['’]$)")
_NOT = r"\b(do|does|did|is|are|was|were|has|have|had|would|could|should|must|need|might)n['’]t\b"
_SUBJECT_IS = r"\b(it|that|there|he|she|what|who|here)['’]s"
_BETWEEN = r"never|not|already|also|long|only|just|always|now|since|once|\w+ly"
_PARTICIPLES = (
    "seen|heard|known|thought|met|given|made|found|said|told|come|shown|held|paid|sold|won|lost"
)
_BASES = (
    "be|have|do|go|come|like|love|want|need|make|take|give|get|keep|let|put|see|say|tell|think|know|"
    "find|look|work|help|stay|leave|pay|sell|buy|consider|expect|prefer"
)
_SHORT_FORMS = tuple(
    (letter, re.compile(pattern, re.I), form)
    for letter, pattern, form in (
        ("t", _NOT, r"\1 not"),
        ("t", r"\bwon['’]t\b", "will not"),
        ("t", r"\bcan['’]t\b", "cannot"),
        (
            "s",
            rf"{_SUBJECT_IS}(?= (?:(?:{_BETWEEN}) )?(?:been|had|got|become|gone|done|taken)\b)",
            r"\1 has",
        ),
        ("s", rf"['’]s(?= never (?:\w+ed|{_PARTICIPLES})\b)", " has"),
        ("s", rf"{_SUBJECT_IS}(?= {HAVING_DONE})", r"\1 has"),
        ("s", rf"{_SUBJECT_IS}\b", r"\1 is"),
        ("s", r"['’]s(?= (?:been|taken|become|gone)\b)", " has"),
        ("d", rf" ?['’]d(?= (?:(?:{_BETWEEN}) )?(?:been|had|{_PARTICIPLES}|\w{{2,}}ed)\b)", " had"),
        ("d", rf"(?<=\w) ?['’]d(?= (?:rather|(?:(?:{_BETWEEN}) )?(?:{_BASES}))\b)", " would"),
        ("s", r"['’]s(?= (?:not|going to|an?)\b)", " is"),
        ("r", r"\b(we|they|you)['’]re\b", r"\1 are"),
        ("v", r"\b(\w+)['’]ve\b", r"\1 have"),
        ("l", r"\b(\w+)['’]ll\b", r"\1 will"),
    )
)
"""By the letter behind the apostrophe, which tells which of them there may be."""
_SHORTENED = re.compile(r"['’](\w)")
_HEDGES = Sought(
    r"(?<!\bwho )(?<!\bwhich )\b(?:reportedly|allegedly|supposedly|purportedly)\b", re.I
)
"""What the stance tells already; of "the boy who allegedly set it" it is told besides."""


def word_claim(
    tokens: Sequence[Token],
    text: str,
    voice: Voice,
    resolve: Resolver,
    base: int,
    renames: Mapping[int, tuple[int, str]] | None = None,
    left_out: Collection[int] = (),
    subject: str = "",
    readers: frozenset[int] = frozenset(),
    whole: bool = True,
    body: str = "",
) -> str:
    """The claim's wording from the content's tokens; "" when nothing is left.

    ``base`` is the sentence's token index of ``tokens[0]``, which ``resolve`` counts
    from. ``renames`` gives for a token index where a short name starts its end
    and the full name. ``left_out`` numbers those of ``tokens`` that tell nothing, and ``subject``
    is who does it where the tokens do not tell. ``readers`` are the sentence's tokens where "us" is
    the text's own; ``whole`` tells that the "we" of one person is them and others, unless it
    is a ``body``.
    """
    naming = Naming(voice, resolve, readers=readers, whole=whole, body=body)
    half = bool(tokens) and tokens[0].lower == "'s"  # of "that's"
    pieces: list[str] = ["that"] if half else []
    if subject and not half:
        pieces = [naming.open_with(subject)]
    skip_to = opening_to_skip(
        tokens, lambda offset: resolve(tokens[offset].lower, base + offset) in voice.names
    )
    for offset in range(skip_to, len(tokens)):
        if offset < skip_to or offset in left_out:
            continue
        gap = _gap(text, tokens[offset - 1], tokens[offset]) if offset else ""
        renamed = (renames or {}).get(base + offset)
        if renamed is not None:
            skip_to = renamed[0] - base
            naming.said.add(renamed[1])
            pieces.append(gap + renamed[1])
            continue
        told = naming.reword(tokens, offset, base)
        pieces.append(gap + told if told else "")
    return finish(put_subject_first("".join(pieces)))


def _gap(text: str, before: Token, token: Token) -> str:
    """What stands between two tokens; a blank where words between them were left out."""
    gap = text[before.end : token.start]
    return gap if not gap.strip() else " "


_OPENS_ONE = re.compile(r"(?<= )['‘](?!\d|em\b|til\b|tis\b|n\b)(?=\w)", re.I)
_CLOSES_ONE = re.compile(r"(?<=[\w.,!?])['’](?!\w)")
"""A single quotation mark that opens or closes."""


@lru_cache(maxsize=4096)
def finish(words: str) -> str:
    """Trim marks and lead-in words, close the sentence, start it with a capital."""
    what = "what" in words
    flat = _WHAT_SEEMS.sub("", _AS_A_THREAT.sub("", words)) if what else words
    flat = " ".join(_HEDGES.sub("", _IF_BELIEVED.sub("", flat)).split())
    flat = _BETWEEN_BRACKETS.sub("", flat) if "(" in flat else flat
    flat = spell_out(settle_brackets(_WHAT_IT_CALLS.sub("", flat) if what else flat))
    flat = _ADVERBS.sub("", _TAIL.sub("", flat))
    shorter = _SAID_MORE.sub("", flat)
    if len(shorter.split()) >= 3:
        flat = shorter
    for _ in range(3):
        flat = flat.strip(' "“”„«»,;:.!—–-…').strip()
        if flat[:1] in "'‘’" or (flat[-1:] in "'‘’" and not _OPENED.search(flat)):
            flat = _ONE_QUOTED.sub(r"\1", flat).strip("'‘’ ")
        flat = flat.rstrip(" .,")
        if flat[-1:] in "'’":
            flat = _STOPPED.sub("", flat)
        lead = None if opens_beside(flat) else _LEAD.match(flat)
        if lead is None:
            break
        flat = flat[lead.end() :]
    if flat.count("(") != flat.count(")"):
        flat = flat.replace("(", "").replace(")", "").strip(" ,;:")
    if flat.count("[") != flat.count("]"):
        flat = flat.replace("[", "").replace("]", "")
    if flat.count("“") != flat.count("”"):
        flat = flat.replace("“", "").replace("”", "")
    if flat.count('"') % 2:
        flat = flat.replace('"', "")
    if len(_OPENS_ONE.findall(flat)) == 1 and not _CLOSES_ONE.search(flat):
        flat = _OPENS_ONE.sub("", flat)
    if not flat:
        return ""
    if _WHO.match(flat) and flat.count(",") == 0:
        flat = _WHO.sub(r"\1 ", flat, count=1).replace("  ", " ")
    return f"{_capital(flat)}."


def _capital(words: str) -> str:
    """The words with a capital at their start, but where the second letter has it: "iPad"."""
    own = words[1:2].isupper() and words[2:3].islower()
    return words if own else words[0].upper() + words[1:]


_IF_BELIEVED = Sought(r"^\W*[Ii]f [^,]{2,60} (?:is|are) to be believed, ")
"""A hedge that looks like a condition: "if the rumours are to be believed,"."""
_WHAT_SEEMS = Sought(
    r"\bwhat (?:appears?|appeared|seems?|seemed|(?:is|are|was|were) believed) to (?:be|have been) "
    r"(?=\w)|\bwhat look(?:s|ed)? like (?=an? |the )"
)
"""What "found what appears to be a bomb" has before the bomb."""
_NO_SUBJECT_OF = "".join(
    rf"(?<!\b{word} )" for word in ("is", "was", "are", "were", "that", "but", "and", "s")
)
"""What comes before "what they said was P" that tells no thing: "that is what they said"."""
_AS_A_THREAT = Sought(
    r",? in what (?:appear(?:s|ed)|seem(?:s|ed)|looked|was seen|is seen) "
    r"(?:to (?:be|have been)|like|as) "
    r"(?:an?|another) (?:\w+ ){0,2}?(?:threat|warning|reference|swipe|jab|dig|nod|message|rebuke|"
    r"response|reply|hint|allusion)\b.*$"
)
"""What the writer makes of it that somebody said so."""
_BETWEEN_BRACKETS = re.compile(
    r" \((?:[^()]*\b(?:he|she|they|it) (?:says|said|added|adds)\b[^()]*|[A-Z]{1,6}:[A-Z ]{1,7})\)"
)
"""An example of somebody's words, and what a share is called."""
_WHAT_IT_CALLS = Sought(
    r"(?<=\w )what (?:[\w'’-]+ ){1,4}?(?:call(?:s|ed)|described as|dubbed|termed) (?=an? |the )|"
    rf"(?<=\w ){_NO_SUBJECT_OF}what (?:[\w'’-]+ ){{1,4}}?"
    r"(?:(?:said|says?|believed?|alleged?) (?:is|are|was|were)|claim(?:s|ed)? (?:is|are|was|were|"
    r"to be)) "
    r"(?!(?:that|not|true|false|wrong|right|untrue|necessary|possible|likely|to|\w+ed|\w+ing|done|"
    r"given|known|seen|made|taken|said|going|happening|only|just|still|also|now)\b)(?=\w)"
)
"""What "in what it called a deliberate attack" and "for what judges said was fraud" have before the
attack and the fraud."""


def spell_out(words: str) -> str:
    """The words without short forms: "isn't" is "is not", "it's" is "it is"."""
    letters = frozenset(_SHORTENED.findall(words.lower()))
    if letters:
        for letter, pattern, form in _SHORT_FORMS:
            if letter in letters:
                words = pattern.sub(form, words)
    return words


_TAKEN = r"(?:capture|kidnapping|abduction)"


_ENDED = r"(?:death|demise|passing)"
_LINKING = re.compile(
    r"^(?:(?:the|any|all|these|those|an?) )?(?:\w+ )?(?:reports?|rumou?rs?|claims?|allegations?|"
    r"suggestions?|speculation|stor(?:y|ies)|theor(?:y|ies)|gossip|posts?)"
    r"(?: (?:linking|(?:(?:that|which) )?link(?:s|ed)|connecting|tying)) "
    r"(?P<x>.+?) (?:with|to) (?P<y>.+)$",
    re.I,
)
_NOMINAL = tuple(
    (re.compile(pattern, re.I), form)
    for pattern, form in (
        (_LINKING.pattern, "{x} is linked to {y}"),
        (r"^(?:the )?existence of (?P<x>.+)$", "{x} exists"),
        (rf"^(?P<x>.+?)['’]s? {_ENDED}(?: to (?-i:[A-Z])[\w ]+)?\b(?P<r>.*)$", "{x} is dead{r}"),
        (rf"^(?:the )?{_ENDED} of (?P<x>.+)$", "{x} is dead"),
        (rf"^(?P<x>.+?)['’]s? {_TAKEN}\b(?P<r>.*)$", "{x} was captured{r}"),
        (rf"^(?:the )?{_TAKEN} of (?P<x>.+)$", "{x} was captured"),
        (r"^(?P<x>.+?)['’]s? arrest\b(?P<r>.*)$", "{x} was arrested{r}"),
        (r"^(?:the )?arrest of (?P<x>.+)$", "{x} was arrested"),
        (r"^(?P<x>.+?)['’]s? (?:departure|exit)\b(?P<r>.*)$", "{x} has left{r}"),
        (r"^(?P<x>.+?)['’]s? resignation\b(?P<r>.*)$", "{x} has resigned{r}"),
        (r"^(?P<x>.+?)['’]s? retirement\b(?P<r>.*)$", "{x} has retired{r}"),
        (r"^(?P<x>.+?)['’]s? abdication\b(?P<r>.*)$", "{x} has abdicated{r}"),
        (r"^(?P<x>.+?)['’]s? suicide\b(?P<r>.*)$", "{x} has died by suicide{r}"),
        (r"^(?P<x>.+?)['’]s? (?:dismissal|sacking|firing)\b(?P<r>.*)$", "{x} was dismissed{r}"),
        (r"^(?P<x>.+?)['’]s? engagement(?! (?:with|in))\b(?P<r>.*)$", "{x} is engaged{r}"),
        (r"^(?P<x>.+?)['’]s? pregnancy\b(?P<r>.*)$", "{x} is pregnant{r}"),
        (r"^(?P<x>.+?)['’]s? use of (?P<y>.+)$", "{x} uses {y}"),
        (r"^(?:the )?identity of (?P<x>.+)$", "{x} has been identified"),
        (r"^(?:that )?there (?:was|were|is|are) (?P<x>.+)$", "There was {x}"),
    )
)
_PART_IN = re.compile(
    r"^(?:a |the |its |his |her |their )?(?:(?:direct|personal|active|prior) )?"
    r"(?:role|part|hand|involvement|complicity) (?:in|(?<=involvement )with) "
    r"(?P<x>[^,;]+)",
    re.I,
)
_ANY_OR_ALL = re.compile(r"^(?:any|all) ", re.I)
_FEW = 4
"""Words that may name a crime."""
_SHORT = 5
"""Letters of a word on -ing that may be no form of a verb: "king", "ring"."""
_SHORT_DOINGS = frozenset(["using", "doing", "going", "lying"])
NOUNS_LOWERED = word_set("sentence_nouns_lowered")


_ASKED_WHAT = re.compile(r"(?:what|how|why|who|whom|whose|where|when|which) \w", re.I)
"""What nobody would say, which is no thing: "what caused the blaze"."""


def find_part(words: str) -> str | None:
    """In what the words name somebody's part: "the coup" for "any role in the coup"."""
    part = _PART_IN.match(_ANY_OR_ALL.sub("", words))
    return part["x"] if part else None


_SPREAD = Sought(
    r"(?<=\w\w) (?:spread (?:on|online|across|through|throughout|by|via|among)\b|"
    r"(?:circulat(?:ed|ing)|swirling|shared|posted) (?:on|across|via) "
    r"(?:social media|Twitter|Facebook|YouTube|the internet|(?:\w+ )?(?:web)?sites?)\b|"
    r"(?:circulating|doing the rounds|going around) online\b).*$",
    re.I,
)
"""How the report of a thing got about, which is no part of it: "her death spread by a paper"."""


_BEING_DONE = re.compile(
    r"(?P<whom>(?:(?!(?:is|are|was|were|that|who|which|as|for|and|about)\b)[\w'’.-]+ ){1,8}?)being "
    rf"(?P<done>(?:\w+ly )?(?:\w{{2,}}ed|{'|'.join(sorted(word_set('hedges_participles')))})\b.*)$",
    re.S,
)
"""What is done to whom, by no verb of its own: "the mill being sold"."""
_HEAD_END = re.compile(r" (?:of|in|at|on|from|by|near|with) ")


def state_deed(words: str) -> str:
    """What a noun tells that somebody did or that befell them, as a sentence: "The king's death" as
    "The king is dead"; other words as they are."""
    bare = _SPREAD.sub("", words.strip(" .,;:\"“”'"))
    for pattern, form in _NOMINAL:
        match = pattern.match(bare)
        if match is None:
            continue
        told = match.groupdict()
        verb = told.get("r", "").strip().partition(" ")[0]
        if verb and (may_be_past(verb) or is_finite(verb)):
            told["r"] = ""  # what became of the rumour: "his death exploded on the web"
        return finish(form.format(**told))
    return words


def state_linked(words: str) -> str:
    """ "Rumours linking Orr to the fire" as "Orr is linked to the fire"; "" of anything else."""
    match = _LINKING.match(words.strip(" .")) if " link" in words else None
    return finish(f"{match['x']} is linked to {match['y']}") if match is not None else ""


_NAME_DOING = re.compile(
    r"(?P<whom>(?:[Tt]he [a-z]+|[A-Z][\w.'’-]*(?<!['’]s)(?: [A-Z][\w.'’-]*(?<!['’]s))*)) "
    r"(?P<how>\w+ly )?"
    rf"(?P<doing>(?!(?:{'|'.join(sorted(NO_DOINGS))}|\w*thing|being)\b)[a-z]{{3,}}ing) "
    r"(?P<rest>(?:the|an?|his|her|its|their|(?:[a-z]+ )?[a-z]+s|[A-Z]\w+)\b.*)$",
    re.S,
)
"""A name and what its bearer is doing: "rumours of (Orr personally selling arms)"."""


def state_nominal(words: str, party: str) -> str:
    """A noun phrase as a statement: "arms shipment to Russia" -> "There was arms ..."."""
    bare = _SPREAD.sub("", words.strip(" .,;:\"“”'"))
    if _ASKED_WHAT.match(bare):
        return finish(bare)
    if truth := state_truth(bare):
        return finish(truth)
    if (deed := state_deed(bare)) != bare:
        return deed
    named = _NAME_DOING.match(bare)
    if named is not None:
        told = tell_deed_by(named["whom"], f"{named['doing']} {named['rest']}")
        return finish(f"{named['whom']} {named['how'] or ''}{told}")
    done = _BEING_DONE.match(bare)
    if done is not None:
        many = are_many(_HEAD_END.split(done["whom"], maxsplit=1)[0])
        return finish(f"{done['whom'].strip()} {'were' if many else 'was'} {done['done']}")
    rest = _ANY_OR_ALL.sub("", bare)
    first = rest.split(" ", 1)[0].lower()
    if first == "wrongdoing":
        return finish(f"{party} was involved in {rest[0].lower() + rest[1:]}")
    if first in word_set("sentence_crimes") and len(rest.split()) <= _FEW:
        return finish(f"{party} committed {rest[0].lower() + rest[1:]}")
    doing = first.endswith("ing") and first not in NO_DOINGS and " " in rest  # no "poisoning" alone
    if first in _SHORT_DOINGS or (doing and len(first) > _SHORT):
        return finish(f"{party} {tell_deed_by(party, rest)}")
    if first == "plans" or rest != bare:
        return finish(f"There {'are' if first.endswith('s') else 'is'} {put_article(rest)}")
    common = first in ("the", "a", "an") or first in NOUNS_LOWERED or first in NO_DOINGS
    return finish(f"There is {bare[0].lower() + bare[1:] if common else bare}")
