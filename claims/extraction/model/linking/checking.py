"""Whether what the writer copied together may stand for the claim of a position.

It copies words of the text, each where it stands, and may still tell the opposite of them, tell it
of somebody else, or tell nothing at all. ``tell`` takes the sentence, mends it, or takes none.
"""

from __future__ import annotations

import re

from claims.extraction.cues.find import is_report
from claims.extraction.model.linking.expecting import bag
from claims.extraction.model.linking.linked import are_contrary
from claims.extraction.model.linking.owning import OWNED
from claims.extraction.model.weighing.elsewhere import cites
from claims.extraction.names.words import is_outlet
from claims.extraction.position import BESIDE, CONTESTED, NOBODY, RELATIVE, Position
from claims.extraction.positions.judge import judge, names_false_report
from claims.extraction.text.broken import is_garbled
from claims.extraction.text.inflect import irregular_pasts
from claims.extraction.text.lexicon import word_set
from claims.extraction.text.quality import has_finite, has_subject, is_finite
from claims.extraction.text.sought import Sought
from claims.extraction.text.verb_groups import is_telling
from claims.extraction.wording.joining import claim_key, is_negative, name_key, subject_of
from claims.extraction.wording.persons import name_both, tells_own_plans
from claims.extraction.wording.rumours import hears_of_it
from claims.extraction.wording.sentence import finish
from claims.extraction.wording.targets import is_question_put, runs_on
from claims.model import Stance

ASKS = re.compile(r"(?:which|what|who|whom|whose|how|why|when|where)\b", re.I)
"""Who would not say "which system was used" took no stance on a sentence that answers it."""
_FIRST_PERSON = re.compile(r"\b(?:I|[Mm]e|[Mm]y|[Ww]e|[Oo]urs?|us|Us)\b")
_OPEN_END = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|the|an?|of|to|and|or|that|by|from|"
    r"with)\.$",
    re.I,
)
"""What no sentence ends with."""
_LONGEST_END = len("would.\n")
_FRAGMENT = re.compile(r"(?:[^,;:]{2,60}? of|(?:[A-Z][\w.'’-]* )*[A-Z][\w.'’-]*) \w{2,}ing\b")
"""What somebody is accused of, cut out as it stands: "Lima of hiding the wreck", "Lima hiding"."""
_BESIDE = re.compile(r" (?:before|after|when|while|because|until|who|which) ")
"""What opens a clause beside: "Lund hearing shots (before) the lights went out"."""
_SUFFERED = re.compile(r"\b(?:is|are|was|were|be|been|being)(?: \w+ly)? (?P<done>\w+ed)\b", re.I)
_OF_A_BODY = re.compile(r"The (?P<body>[a-z]+) (?P<verb>\w+) ")
_OF_KIN = re.compile(r"(?P<owner>[A-Z][^'’]*)['’]s (?P<kin>[a-z]+)\b")
_DEAD = Sought(r"\b(?:is|are|was|were) dead\b", re.I)
_OF_SEVERAL = re.compile(
    r"(?:The )?(?:[\w-]+ )?(?!(?:was|has|does)\b)[a-z]{2,}(?<!new)(?<!s)(?<!u)(?<!i)s "
    r"(?:(?:in|of|on|from|at) (?:[\w'’-]+ ){1,4}?)?(?:was|is|has|had|were|are|have|"
    rf"\w{{2,}}ed|{'|'.join(irregular_pasts().values())})\b"
)
"""Several things as the subject."""
_SO = r"(?: \w+ly)? (?:im|un)?(?:possible|likely|clear|true|known) (?:for|that|whether)\b"
_IT_IS_SO = re.compile(rf"It (?:is|was){_SO}")
"""Where "it" stands for nothing."""
_OF_REPORTS = re.compile(
    r"(?:The )?(?:\w+ed )?(?:reports|rumou?rs|claims|allegations|suggestions|accusations|"
    r"speculation) (?:of|that|about)\b",
    re.I,
)
"""The start of what tells of reports, and not of what was reported: "Reports of his death were
killed"."""
_OVER_REPORTS = re.compile(
    r"\b(?:over|amid|after|following) (?:\w+ )?"
    r"(?:reports|rumou?rs|claims|allegations|accusations) (?:that|of)\b"
)
"""What was done because of reports: "The singer left after reports that he had lied"."""
_THINGS = frozenset(["it", "they", "this", "that", "these", "those", "there"])


def tell(told: str, position: Position) -> str:
    """The writer's sentence ``told`` for a position, "" where it says the opposite of its words.

    Nor is it a claim where it breaks off, holds an "I" or "we" whom nobody can tell, or who
    says it, nor theirs where they told of themselves and it names somebody else.
    """
    if RELATIVE in position.features or BESIDE in position.features:
        return ""  # it leaves out what the clause is about, or tells the rest of the sentence
    if "lemma=blame" in position.features:
        return ""  # it copies "the fire on a lamp" of who blamed it on a lamp
    if not told or position.key or ASKS.match(position.claim):
        return ""
    text = finish(told if ";" in position.claim else told.split(";", 1)[0])
    text = _with_client(text, position)
    if not text or _is_no_claim(text) or any(unfit(text, position) for unfit in _UNFIT):
        return ""
    if not position.points:
        if any(unfit(text, position) for unfit in _UNFIT_BESIDE_WORDS):
            return ""
        text = _with_helpers(text, position.claim)
    if is_garbled(text) or _LACKS_HELPER.match(text):
        return ""
    said = bool(position.claim) and not position.points and is_negative(position.claim)
    return text if is_negative(text) == said else ""


def _with_client(text: str, position: Position) -> str:
    """The sentence with the name of whom somebody speaks for: "Ada Lund's client"."""
    speaker, party = position.voice.speaker, position.voice.party
    if speaker is None or speaker == party:
        return text
    return text.replace(f"{speaker}'s client ", f"{party} ")


def _is_no_claim(text: str) -> bool:
    """Whether it breaks off, tells who says it, or makes no sense by itself."""
    if (
        _FIRST_PERSON.search(text)
        or _OPEN_END.search(text, max(0, len(text) - _LONGEST_END))
        or is_question_put(text)
    ):
        return True
    if (
        is_report(text)
        or cites(text)
        or is_garbled(text)
        or _NO_SUCH.search(text)
        or _acts_on_itself(text)
    ):
        return True
    return _FRAGMENT.match(text) is not None and not has_finite(_BESIDE.split(text, maxsplit=1)[0])


def _drops_one(text: str, position: Position) -> bool:
    """Whether what two tell of both is told of one: "Lima sold it" of "Lima and Quito sold it"."""
    both = name_both(position.voice)
    return both != "" and both in position.claim and both not in text


def _tells_of_reports(text: str, position: Position) -> bool:
    """Whether it tells of reports where the words do not: "Reports of his death were killed"."""
    claim = position.claim
    if _OF_REPORTS.match(text) and not _OF_REPORTS.match(claim):
        return True
    return _OVER_REPORTS.search(text) is not None and not _OVER_REPORTS.search(claim)


def _hears_less(text: str, position: Position) -> bool:
    """Whether who "was aware of claims that Orr fled" would tell that he did."""
    return hears_of_it(position.claim) and not hears_of_it(text)


def _runs_on(text: str, position: Position) -> bool:
    return runs_on(text, position.claim)


def _is_contrary(text: str, position: Position) -> bool:
    return are_contrary(text, position.claim)


def _tells_of_others(text: str, position: Position) -> bool:
    """Whether a party told of itself ("it was watching the border"), and the text does not.

    Half of its name may be left out, as of a person's, but "Chad" is not "Chad's army".
    """
    voice = position.voice
    own = [n for n in (voice.party, voice.speaker) if n and position.claim.startswith(n)]
    named = bag(" ".join(own)).keys()
    shared = named & bag(text).keys()
    return not position.points and 2 * len(shared) < len(named)


def _names_a_thing(text: str, position: Position) -> bool:
    """Whether it tells of a person, by a first name, what the words tell of "it" or "they", or
    of a man what they tell of "she"."""
    first = (re.split(r"['’ ]", words, maxsplit=1)[0] for words in (position.claim, text))
    subject, name = map(str.lower, first)
    man, woman = name in word_set("male"), name in word_set("female")
    if subject == "it" and (_OF_SEVERAL.match(text) or _IT_IS_SO.match(position.claim)):
        return True  # "Balloons was on a flight"; and nothing is impossible for another to do
    if subject in ("that", "this") and _NAMED_IN_FULL.match(text):
        return True  # "That is one for the board"
    if subject in _THINGS:
        speaks = position.voice.person and position.voice.speaker == position.voice.party
        if speaks and subject == "it" and text.startswith(position.voice.party):
            return True  # "it began in Lima", who is told by Ada Orr, is not she
        return man or woman or name in word_set("family_first")
    opening = text.lower().removeprefix("the ").split(" ", 1)[0]
    if subject in ("he", "she") and opening in word_set("plural_people"):
        return True  # "Soldiers treated four" of "he treated four"
    other = {"he": woman and not man, "she": man and not woman}
    return other.get(subject, False) and name not in word_set("family_first")


_NAMED_IN_FULL = re.compile(r"[A-Z][\w'’-]+ [A-Z][\w'’-]+ ")


def _cannot_be_meant(text: str, position: Position) -> bool:
    """Whether it tells of several who speak, or of a body, what they tell of "him" or "her":
    "Police stabbed his wife"."""
    voice, subject = position.voice, position.claim.split(" ", 1)[0].lower()
    body = _OF_A_BODY.match(text) if subject in ("he", "she") else None
    if body is not None and body["body"] in word_set("org_roles"):
        return body["verb"] in position.claim.split(" ")  # "The court stole it"
    whose = _OF_KIN.match(text)
    if whose is not None and position.claim.startswith(whose["owner"] + " "):
        # "Orr's son" is Orr, as Orr's father tells it
        return whose["kin"] in word_set("kin") | word_set("client_roles")
    if position.claim.lower().startswith("it too "):
        return text.startswith(voice.party)  # what was told of before, and not who tells
    if subject not in ("he", "she") or voice.speaker or voice.person:
        return False
    bare = voice.party.lower().removeprefix("the ")
    several = word_set("org_roles") | word_set("plural_people")
    opening = bare.split(" ", 1)[0]
    if opening in several and text.lower().startswith(f"{opening} "):
        return True
    described = voice.party[1:].islower() if " " in bare else bare in several
    return described and text.lower().removeprefix("the ").startswith(bare)


def _adds_teller(text: str, position: Position) -> bool:
    """Whether it opens with who takes the stance, of whom the words say nothing, and tells their
    subject later on: "KZNA corrected a ferry"."""
    claim, names = position.claim, position.voice.names
    if position.points or not has_subject(claim) or not text.startswith(names):
        return False
    own = claim_key(" ".join(names))
    return own.isdisjoint(claim_key(claim)) and subject_of(claim) in claim_key(text)


def _with_helpers(text: str, claim: str) -> str:
    """The sentence with the "had" or "been" of the position's words, which the writer left out.

    "Orr taken money" is "Orr had taken money", and "Orr offered the job" of "he had been offered
    the job" says something else; "Kelso use it" is "Kelso would use it".
    """
    told, own = text.split(" "), claim.split(" ")
    begun = next((n for n, word in enumerate(own) if n and word.lower() in _HELPERS), 0)
    rest = range(begun, len(own))
    after = next((n for n in rest if own[n].lower() not in _HELPERS), 0)
    if not begun or not after or (begun > 1 and told[:begun] != own[:begun]):
        return text
    verb = own[after].rstrip(".")
    at = next((n for n, word in enumerate(told) if n and word.rstrip(".") == verb), 0)
    owns = own[after - 1].lower() in _HAVING and after - begun == 1  # "had burns"
    modal = own[begun].lower() in _MODALS and after - begun == 1
    whole = not at or told[at - 1].lower() in _HELPERS | _GOVERNING
    if whole or not (owns or modal or _DONE.search(verb)):
        return text
    return " ".join([*told[:at], *own[begun:after], *told[at:]])


_LACKS_HELPER = re.compile(
    r"(?:(?!(?:has|have|had|was|were|is|are|be|been|being|by|got|who|that)\b)[\w'’-]+ ){1,4}"
    r"(?:taken|given|gone|done|seen|shown|driven|broken|stolen|written|chosen|begun|flown|thrown|"
    r"drawn|worn|torn|hidden|shaken|forgotten|beaten|bitten) "
    r"(?:the|an?|his|her|its|their|over|part|place|control)\b"
)
"""What a participle stands in without the "had" or "was" of it: "The forces taken the city"."""
_HAVING = frozenset(["had", "has", "have"])
_HELPING = frozenset(["had", "has", "have", "been", "was", "were", "is", "are", "being"])
_MODALS = frozenset(["will", "would", "can", "could", "may", "might", "must", "should"])
_HELPERS = _HELPING | _MODALS
_GOVERNING = frozenset(["to", "not", "never", "and", "or"])
"""Words behind which a verb needs no helping one of its own."""
_DONE = re.compile(r"(?:ed|en|wn|ne|ung|unk|um|un|ld|nt|ft|ght|pt)$")
"""How participles end."""


def _drops_who(text: str, position: Position) -> bool:
    """Whether it tells as a fact what is told besides of somebody: "The boy set the fire was a
    recruit" of "the boy who allegedly set the fire was a recruit"."""
    told = text.lower()
    return any(
        f"{match['noun']} {match['verb']} ".lower() in told
        for match in _WHO_DOES.finditer(position.claim)
    )


_WHO_DOES = re.compile(r"\b(?P<noun>\w+) (?:who|which) (?:\w+ly )?(?P<verb>\w+)\b")


def _turns_round(text: str, position: Position) -> bool:
    """Whether who suffered it does it: "Orr killed the leader" of one that "had been killed"."""
    claim = position.claim
    suffered = {match["done"].lower() for match in _SUFFERED.finditer(claim)}
    if _DEAD.search(claim):
        suffered.add("killed")
    told = {match["done"].lower() for match in _SUFFERED.finditer(text)}
    if any(match["verb"].lower() in suffered for match in _DOES.finditer(text)):
        return True  # "Doyle received in May" of a complaint that "had been received"
    words = text.lower().split()
    if any(f" {match['done']} {match['whom']}" in f" {text}" for match in _TOLD_OF.finditer(claim)):
        kept = (match[0].lower() in text.lower() for match in _TOLD_OF.finditer(claim))
        return not all(kept)  # "the captured soldiers" were, and did not capture soldiers
    return subject_of(text) == subject_of(claim) and any(w in words for w in suffered - told)


_DOES = re.compile(
    r"(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bwere )(?<!\bbeen )(?<!\bbeing )(?<!ly )"
    r"\b(?P<verb>\w+)(?: (?:in|on|at|during|from|last|this)\b|\.)",
    re.I,
)
_TOLD_OF = re.compile(
    r"\b(?:the|an?|this|these|his|her|its|their|two|three|several|some) (?P<done>\w{2,}ed) "
    r"(?P<whom>[a-z]{3,})\b"
)
"""Of whom it is told what was done to them, before they do anything."""


def _says_who(text: str, position: Position) -> bool:
    """Whether it says of somebody that they are who speaks: "The premier is the Palace"."""
    bare = text.rstrip(".")
    named = any(bare.endswith((f" is {name}", f" is the {name}")) for name in position.voice.names)
    return position.points and named


def _says_false(text: str, position: Position) -> bool:
    """Whether it says itself what the stance is: who denies it says "The photographs are fake"."""
    if position.stance not in CONTESTED and position.voice.party != NOBODY.party:
        return False
    if names_false_report(text):
        return True
    own = "" if position.points else position.claim
    return position.stance is Stance.DENIES and _is_denial(text) and not _is_denial(own)


def _is_denial(text: str) -> bool:
    verdict = judge(text)
    return verdict is not None and verdict.stance is Stance.DENIES


def _attributes(text: str, position: Position) -> bool:
    """Whether it tells that who speaks told something, or that anybody told somebody: "Orr's agent
    told a magazine"."""
    words = text.split(" ")
    verb = next((at for at in range(1, min(_SUBJECT, len(words))) if is_telling(words[at])), 0)
    own = " ".join((position.voice.mention, *position.voice.names)).lower().split()
    mine = words[verb] in ("told", "tells") or {w.lower() for w in words[:verb]} <= {"the", *own}
    return position.points and verb > 0 and mine


_SUBJECT = 7
"""Words in which the verb of who tells something stands."""


_NO_SUCH = Sought(
    r"^One of (?:[A-Z][\w'’-]+ ){2}[a-z]|"
    rf"^(?!It\b).* (?:is|was){_SO}|"
    r"^(?:The )?[Dd]eath .* (?:is|was|were|been) (?:killed|dead)\b|"
    r"\b(?:died|dead|\w{2,}ed) (?:began|started|originated|circulated)\b"
)
"""Two verbs that have nothing between them, of which the second tells of a rumour; and somebody of
whom there is only one: "One of Ada Orr had ..."; a death that is killed; and who is
impossible for another to do it."""


def _adds_name(text: str, position: Position) -> bool:
    """Whether it is the position's own sentence with a name or a word with "the" set behind it, or
    a name before it: "There is nothing to hide the bishop", "Lima fighting went on"."""
    claim = position.claim
    own = claim.rstrip(".")
    opening = own.split(" ", 2)
    whole = len(opening) > 1 and is_finite(opening[1])
    whole = whole and opening[0].lower() not in word_set("cues_adverbs")  # "Always believes"
    if whole and text.rstrip(".").endswith(f" {own[:1].lower()}{own[1:]}"):
        return _JUST_NAMED.fullmatch(text.rstrip(".")[: -len(own) - 1]) is not None
    rest = text.rstrip(".").removeprefix(own).strip()
    return rest != text.rstrip(".").strip() and _JUST_NAMED.fullmatch(rest) is not None


_JUST_NAMED = re.compile(r"(?:the|an?) [a-z]+|(?:[Tt]he )?[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,2}")


def _loses_the_verb(text: str, position: Position) -> bool:
    """Whether it tells that somebody is what they do something to: "Lund is the premier" of "Lund
    believed the premier"."""
    claim = position.claim
    match = _IS_SOMEBODY.fullmatch(text)
    if match is None or not claim.startswith(f"{match['who']} "):
        return False
    between = claim.removeprefix(match["who"]).removesuffix(match["what"])
    return (
        claim.endswith(match["what"]) and len(between.split()) == 1 and match["be"] not in between
    )


_IS_SOMEBODY = re.compile(r"(?P<who>[A-Z][^,;]*?) (?P<be>is|are|was|were) (?P<what>(?:the|an?) .+)")


def _loses_what_is_owned(text: str, position: Position) -> bool:
    """Whether it leaves out what is somebody's: "Orlov's stolen it" of "Orlov's firm had"."""
    claim = position.claim
    own, told = OWNED.match(claim), OWNED.match(text)
    bare = text.removeprefix("The ").lower()
    owner = own["owner"].removeprefix("The ").lower() if own is not None else ""
    if own is not None and bare.startswith(f"{owner} {own['thing']} "):
        return True  # "The firm pills" of "the firm's pills"
    if own is None or told is None or own["owner"] != told["owner"]:
        return False
    return own["thing"] != told["thing"] and _DONE.search(told["thing"]) is not None


def _names_the_body(text: str, position: Position) -> bool:
    """Whether it puts a name into who or what the words tell of by one: "The Norvest ministry" of
    "The ministry would look into it"."""
    claim = position.claim
    told, own = text.split(" ", 3), claim.split(" ", 2)
    if len(told) < 3 or len(own) < 2 or (told[0].lower(), own[0].lower()) != ("the", "the"):
        return False
    return told[1][:1].isupper() and told[2] == own[1] and own[1] in word_set("org_roles")


def _tells_else(text: str, position: Position) -> bool:
    """Whether it has no word of what the position tells itself, or only a name: "The plane landed"
    of "There had been a fire", "Ada Orr was killed" of "Orr is badly injured"."""
    if position.points:
        return False
    own, told = claim_key(position.claim), claim_key(text)
    things = own - name_key(position.claim)
    if len(things) >= _SEVERAL_THINGS:
        other = told - name_key(text)
        shared = things & other
        if position.stance is Stance.CONFIRMS:  # in other words they may mean it all the same
            return not shared and has_subject(position.claim)
        return not shared or (2 * len(shared) <= len(things) and len(other - things) >= _ELSE)
    if position.stance is Stance.DENIES and has_subject(position.claim) and things:
        return things.isdisjoint(told)  # "Orr was arrested" of "Orr would resign"
    return bool(own) and own.isdisjoint(told)


_ELSE = 3
"""Words that it tells besides, from which half of the position's are not enough."""
_SEVERAL_THINGS = 2
"""Words that name nobody, of which the writer's sentence has one at least."""


def _names_somebody(text: str, position: Position) -> bool:
    """Whether it tells of one thing or another what is denied of anybody: "The firm's fire hurt"
    of "nobody was hurt"; or of somebody what an editor tells of herself, for all one knows."""
    itself = position.claim.startswith(("She ", "He ")) and tells_own_plans(position.voice)
    if itself and not text.startswith(("She ", "He ")):
        return True
    return _OF_ANYBODY.match(position.claim) is not None and not _OF_ANYBODY.match(text)


_OF_ANYBODY = re.compile(r"Some(?:body|one) ")


def _acts_on_itself(text: str) -> bool:
    """Whether somebody does something to who bears their own name: "Ada Orr hid Ada Orr"."""
    return _ON_ITSELF.match(text) is not None


_ON_ITSELF = re.compile(
    r"(?P<who>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*)+)(?: [a-z]+){1,4} (?P=who)(?![\w'’-])"
)


def swaps_subject(text: str, position: Position) -> bool:
    """Whether it tells of another what the position's words tell of their subject: "the gun
    went off" does not mean that the officer did."""
    claim = position.claim
    if position.points or not has_subject(claim):
        return False
    told, own = claim_key(text), claim_key(claim)
    if subject_of(claim) in told or subject_of(text) in own:
        return False
    return 2 * len(told & own) >= len(told) or told - own <= name_key(text)


def reporter_did_it(text: str, position: Position) -> bool:
    """Whether a paper that tells it does what the words tell of "it": "The Post had lost it" of
    "the Post reported that it had lost it"."""
    match, name = _OF_IT.match(position.claim), position.voice.party
    if match is None or not (is_outlet(name) or _last(name) in word_set("coref_written")):
        return False
    return re.search(rf"{re.escape(name)} (?:ha[sd] )?{match['verb']}\b", text) is not None


def _last(name: str) -> str:
    return name.rpartition(" ")[2].lower()


_OF_IT = re.compile(r"It (?:ha[sd] )?(?P<verb>[a-z]+)\b")


_UNFIT = (
    _tells_of_reports, _tells_of_others, swaps_subject, _cannot_be_meant, _adds_teller, _says_false,
    _attributes, _turns_round, _says_who, _adds_name, _names_the_body, _loses_the_verb,
    _loses_what_is_owned, _tells_else, _hears_less,
)  # fmt: skip
"""What a sentence may not do, whatever the position."""
_UNFIT_BESIDE_WORDS = (
    _drops_who, _drops_one, _runs_on, _names_a_thing, _names_somebody, _is_contrary,
)  # fmt: skip
"""What it may not where the position has words of its own."""
