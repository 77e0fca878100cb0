"""Of whom a sentence of the writer tells, held against whom a position's words tell of."""

from __future__ import annotations

import re

from claims.extraction.model.linking.expecting import bag
from claims.extraction.model.linking.helping_verbs import DONE
from claims.extraction.model.linking.owning import OWNED
from claims.extraction.names.words import is_outlet
from claims.extraction.position import Position
from claims.extraction.text.inflect import irregular_pasts
from claims.extraction.text.lexicon import word_set
from claims.extraction.text.quality import has_subject, is_finite
from claims.extraction.wording.joining import claim_key, name_key, subject_of
from claims.extraction.wording.persons import name_both, tells_own_plans
from claims.model import Mode

_OF_A_BODY = re.compile(r"The (?P<body>[a-z]+) (?P<verb>\w+) ")
_OF_KIN = re.compile(r"(?P<owner>[A-Z][^'’]*)['’]s (?P<kin>[a-z]+)\b")
_OF_SEVERAL = re.compile(
    r"(?:The )?(?:[\w-]+ )?(?!(?:was|has|does)\b)[a-z]{2,}(?<!new)(?<!s)(?<!u)(?<!i)s "
    r"(?:(?:in|of|on|from|at) (?:[\w'’-]+ ){1,4}?)?(?:was|is|has|had|were|are|have|"
    rf"\w{{2,}}ed|{'|'.join(irregular_pasts().values())})\b"
)
"""Several things as the subject."""
SO = r"(?: \w+ly)? (?:im|un)?(?:possible|likely|clear|true|known) (?:for|that|whether)\b"
_IT_IS_SO = re.compile(rf"It (?:is|was){SO}")
"""Where "it" stands for nothing."""
_THINGS = frozenset(["it", "they", "this", "that", "these", "those", "there"])


def _drops_one(text: str, position: Position) -> bool:
    """Whether what two tell of both is told of one: "Lima sold it" of "Lima and Quito sold it"."""
    both = name_both(position.voice)
    return both != "" and both in position.claim and both not in text


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


def _says_who(text: str, position: Position) -> bool:
    """Whether it says of somebody that they are who speaks: "The premier is the Palace"."""
    bare = text.rstrip(".")
    named = any(bare.endswith((f" is {name}", f" is the {name}")) for name in position.voice.names)
    return position.points and named


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
    return own["thing"] != told["thing"] and DONE.search(told["thing"]) is not None


def _names_the_body(text: str, position: Position) -> bool:
    """Whether it puts a name into who or what the words tell of by one: "The Norvest ministry" of
    "The ministry would look into it"."""
    claim = position.claim
    told, own = text.split(" ", 3), claim.split(" ", 2)
    if len(told) < 3 or len(own) < 2 or (told[0].lower(), own[0].lower()) != ("the", "the"):
        return False
    return told[1][:1].isupper() and told[2] == own[1] and own[1] in word_set("org_roles")


def _names_somebody(text: str, position: Position) -> bool:
    """Whether it tells of one thing or another what is denied of anybody: "The firm's fire hurt"
    of "nobody was hurt"; or of somebody what an editor tells of herself, for all one knows."""
    itself = position.claim.startswith(("She ", "He ")) and tells_own_plans(position.voice)
    if itself and not text.startswith(("She ", "He ")):
        return True
    return _OF_ANYBODY.match(position.claim) is not None and not _OF_ANYBODY.match(text)


_OF_ANYBODY = re.compile(r"Some(?:body|one) ")


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


def _does_it_oneself(text: str, position: Position) -> bool:
    """Whether who is quoted does what they say another did, or what they saw done: "Orr came at a
    knife" of "He came at Orr with a knife", "Orr hid it" of "Orr saw him hide it"."""
    name = position.voice.speaker
    if name is None or position.mode is not Mode.DIRECT or name not in text:
        return False
    claim = position.claim
    match = _ANOTHER_DID.match(claim) or re.match(rf"{re.escape(name)} {_SAW_DO}", claim)
    return match is not None and f"{name} {match['verb']} " in f"{text.rstrip('.')} "


_ANOTHER_DID = re.compile(r"(?:He|She|They) (?:ha[sd] )?(?P<verb>[a-z]+)\b")
_SAW_DO = r"(?:saw|watched|heard|seen) (?:him|her|them|[A-Z]\w+(?: [A-Z]\w+)?) (?P<verb>[a-z]+)\b"


TELLS_OF_ANOTHER = (
    _tells_of_others, swaps_subject, _cannot_be_meant, _adds_teller, _says_who, _adds_name,
    _names_the_body, _loses_what_is_owned,
)  # fmt: skip
"""What a sentence may not do, whatever the position."""
TELLS_OF_ANOTHER_BESIDE_WORDS = (_drops_one, _names_a_thing, _names_somebody, _does_it_oneself)
"""What it may not where the position has words of its own."""
