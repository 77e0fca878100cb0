"""What "it" and "they" of a claim mean: the body that tells it, or what was told of before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from itertools import pairwise

from claims.extraction.cues.cue import Shape
from claims.extraction.names.words import is_outlet
from claims.extraction.sources.phrase import ARTICLES
from claims.extraction.text.inflect import forms_of
from claims.extraction.text.lexicon import PREPOSITIONS, body_words, word_set
from claims.extraction.text.quality import is_finite
from claims.extraction.text.segment import Token
from claims.extraction.text.verb_groups import AUXILIARIES, is_telling
from claims.extraction.voice import Voice, is_one_of_two
from claims.extraction.wording.acted_on import near_ones_tell_of, several_acted_on
from claims.extraction.wording.boasts import BOASTS, who_boasts
from claims.extraction.wording.expletive import is_expletive
from claims.extraction.wording.in_claim import InClaim
from claims.extraction.wording.persons import are_several, head_of
from claims.extraction.wording.speakers import (
    acts,
    is_passive,
    is_somebody,
    is_told_to_several,
    tells_of_several,
)
from claims.model import Stance

_CLAIMED = 4
"""Words before which "it" is whoever denies "the latest claims that it ..."."""
_CLAIMED_AT_LENGTH = 10
"""The same, where whose report it is stands between: "reports in the press that it ..."."""
_REPORT = 4
"""Words in which a report is named: "the latest false claims"."""
_NAMED = 6
"""Tokens before "that" in which stands whose claim it is."""
_CONTRASTS = frozenset(["while", "but", "whereas", "although", "though"])
_SEVERAL = ("s", "men", "people", "children", "police")
_OF_BODIES = frozenset(
    ["forces", "troops", "soldiers", "fighters", "employees", "staff", "members", "customers",
     "agents", "officers", "commandos", "workers", "citizens", "airspace", "territory", "militants",
     "warplanes", "jets", "pilots", "offices", "headquarters"]
)  # fmt: skip
"""What no thing has, but whoever tells it."""
_OF_STATES = frozenset(["airspace", "territory"])
_BEFORE_ITS = frozenset(["by", "when", "that", "after", "before", "because", "while", "as", "and"])
_SHOWN = frozenset(
    ["guide", "manual", "video", "footage", "clip", "image", "picture", "photograph", "recording",
     "tape", "survey", "poll", "map"]
)  # fmt: skip
"""What tells of others, and not of itself, as what is written does."""
_BEFORE_IT = 4
"""Tokens before a claim in which "they" may say it."""
_LONG = 7
"""Tokens in which a subject ends that opens what somebody told."""


class SomethingMeant(InClaim):
    """Resolves "it", "they" and their forms; who speaks, in reported speech, where that fits."""

    def find(self, lower: str, at: int) -> str | None:
        """The name for the pronoun at the sentence's token ``at``; None to keep it."""
        tokens, base = self.sentence.tokens, self.span[0]
        whose = self._denier or self.voice
        if lower in ("it", "they") and not self.direct:
            boaster = who_boasts(self.done, self.sentence, at)
            if boaster is not None:
                return boaster
        near = None if self.direct else near_ones_tell_of(lower, at, base, self.voice)
        if near is not None:
            return near
        if lower in ("they", "them", "their") and not self.direct:
            acted_on = several_acted_on(self.done, self.sentence, base, at, self.voice)
            if acted_on is not None:
                return acted_on
        if lower in ("it", "its") and (body := self._spoken_for) is not None:
            whose = body
        if lower == "its" and self._is_of_bodies(at, whose):
            return whose.party
        if lower == "its" and at == base and self._is_its_own(at, whose):
            return whose.party
        # "denied the claim that it fell", and not what stands behind another's claims
        claimed = at > base and tokens[at - 1].lower == "that" and self._is_claimed(at)
        both = is_one_of_two(self.voice) and lower in ("they", "their")
        one = whose.person and not (both and not self._several_before)
        if self.direct or one or whose.vague or (at > base + 2 and not claimed):
            return None
        shown = lower == "its" and head_of(whose.name) in _SHOWN
        if shown or is_outlet(whose.party) or head_of(whose.name) in word_set("coref_written"):
            return None  # it tells of others: "it had lied about its revenue, Forbes reported"
        if self.done.page.quote_at(tokens[at].start) is not None:
            return None  # nobody who is quoted tells of themselves so
        if lower == "its" and at == base and self._is_according:
            return None  # "(its) engine was running, according to the Post"
        behind = at > 0 and tokens[at - 1].lower == "that"
        if lower == "its" and behind and (boast := self._whose_claim(at)) is not None:
            return boast or None
        if lower in ("it", "its") and (is_somebody(whose) or self._they_say):
            return None
        doing = at > base and tokens[base].lower.endswith("ing")  # "denied losing it"
        far = at > base + 1 and not claimed
        if lower in ("it", "they") and (doing or far or not acts(tokens, at)):
            return None
        if lower == "it" and (is_expletive(tokens, at) or _is_no_subject(tokens, at)):
            return None
        things = self._things_before if lower == "it" and happens_to_things(tokens, at) else None
        if things or (things is not None and self.voice.pronoun):  # "it admitted that it was foul"
            return next(iter(things)) if len(things) == 1 else None
        if lower == "it" and (beside := self._subject_beside()) != "":
            return beside
        if lower == "it" and (self._tells_more or self._is_what_was_told(at)):
            return None
        several = are_several(whose.party, whose)
        if several and lower in ("it", "its"):
            return None  # "engineers warned that it could fail"
        if lower in ("they", "their") and not several and is_told_to_several(tokens, base):
            return None  # "told its staff that they were safe"
        others = not several or self.comes_first
        if lower == "they" and others and is_passive(tokens, at):
            told = self.told_of_by_another  # none of "they were arrested, according to the army"
            return told if told.endswith(_SEVERAL) else None
        if not several and lower in ("they", "their") and tells_of_several(tokens, base):
            return None  # "told of the girls that they were safe"
        return whose.party if lower in ("it", "they", "its", "their") else None

    def _is_of_bodies(self, at: int, whose: Voice) -> bool:
        """Whether "its" is told of what only a body has, and no other body stands before it: "the
        army said a raid by (its) troops freed him"."""
        tokens, base = self.sentence.tokens, self.span[0]
        if self.direct or whose.person or whose.vague or is_somebody(whose):
            return False
        if tokens[base].lower.endswith("ing"):
            return False  # "boasted of having seen its fighters go": named before that
        if self.done.page.quote_at(tokens[at].start) is not None or is_outlet(whose.party):
            return False
        near = [token.lower for token in tokens[at + 1 : at + 3]]
        inside = _OF_STATES.isdisjoint(near[:1])
        if inside and at > base and tokens[at - 1].lower not in _BEFORE_ITS:
            return False  # "the ship had lost its crew members"
        bodies = body_words() | word_set("org_roles")
        return (
            not _OF_BODIES.isdisjoint(near)
            and not self.done.register.in_tokens(self.sentence.index, base, at)
            and bodies.isdisjoint(token.lower for token in tokens[base:at])
            and not are_several(whose.party, whose)
        )

    def _is_its_own(self, at: int, whose: Voice) -> bool:
        """Whether "its own" is of who tells it, taken for a person by what it is called: "the
        firm's partner, Zentra, said (its) own systems were safe"."""
        own = [token.lower for token in self.sentence.tokens[at + 1 : at + 2]] == ["own"]
        body = whose.gender is None and " " not in whose.party and whose.party[:1].isupper()
        quoted = self.done.page.quote_at(self.sentence.tokens[at].start) is not None
        return own and body and not (quoted or self.direct or self.comes_first)

    def _whose_claim(self, at: int) -> str | None:
        """Whose claim about "its" own somebody disputes: Google of "disputed Google's claim that
        (its) chip"; "" for one that somebody rejects, which may be of either; None else."""
        tokens, sentences = self.sentence.tokens, self.done.sentences
        owned = at > 3 and tokens[at - 2].lower in BOASTS and tokens[at - 3].lower in ("'s", "'")
        if not owned or self.sentence.index >= len(sentences):
            return None
        cues = [a.cue for a in sentences[self.sentence.index].attributions if a.cue.last < at - 3]
        lemma = cues[-1].lemma if cues else ""
        if lemma in ("reject", "dismiss"):
            return ""
        if lemma not in ("dispute", "question", "doubt", "challenge", "contest"):
            return None
        places = self.done.register.in_tokens(self.sentence.index, max(0, at - _NAMED), at - 2)
        names = [self.done.register.entities[place.entity].name for place in places]
        return names[-1] if names else ""

    def _is_claimed(self, at: int) -> bool:
        """Whether what the claim opens with, up to its "that" at ``at``, is short, or a report:
        "(a report in the Halden Post that) it would close"."""
        base = self.span[0]
        opening = self.sentence.tokens[base : base + _REPORT]
        report = any(token.lower in word_set("report_nouns") for token in opening)
        return at <= base + (_CLAIMED_AT_LENGTH if report else _CLAIMED)

    @cached_property
    def _they_say(self) -> bool:
        """Whether who speaks is "they" here, and so is not "it": "they say that it was sold"."""
        before = self.sentence.tokens[max(0, self.span[0] - _BEFORE_IT) : self.span[0]]
        return any(one.lower == "they" and is_telling(then.lower) for one, then in pairwise(before))

    @cached_property
    def _spoken_for(self) -> Voice | None:
        """The body for which somebody speaks by name: "Kelso Corp's chief executive, Karl Orr, said
        it would close a mill"."""
        voice = self.voice
        if not voice.person or voice.speaker in (None, voice.party):
            return None
        entity = self.done.register.find(voice.party)
        named = self.done.register.find(voice.speaker or "")
        if entity is None or entity.is_person or named is None or not named.is_person:
            return None
        return replace(voice, speaker=None, person=False, gender=None)

    @cached_property
    def _several_before(self) -> bool:
        """Whether the sentence before may tell of several others: "Two boys fell into it"."""
        index = self.sentence.index
        tokens = self.done.page.sentences[index - 1].tokens if index else ()
        return any(
            token.text.islower() and token.lower.endswith(_SEVERAL) and not is_finite(token.lower)
            for token in tokens
        )

    def _subject_beside(self) -> str | None:
        """What "it" is of which another told something else just before: "Lima said the ship had
        carried grain, while Quito insisted that it had carried weapons". "" where nobody did, and
        None where they told of a thing besides: "claimed to have shot down the jet, but"."""
        tokens, base = self.sentence.tokens, self.span[0]
        for attribution in reversed(self.done.sentences[self.sentence.index].attributions):
            content = attribution.content
            if content is None or content.side != "right" or content.last > base:
                continue
            if attribution.cue.group == "deny" and tokens[content.first].lower.endswith("ing"):
                voice = attribution.voices[0] if attribution.voices else None
                other = voice is not None and voice.party != self.voice.party and not voice.person
                if voice is not None and other:
                    return voice.party  # "Iran denies hiding it, but the agency says it has"
            joined = tokens[content.last : base][:2]
            contrasts = any(token.lower in _CONTRASTS for token in joined)
            told = tokens[content.first].lower in ("the", "this", "that", "its", "their")
            if not contrasts or self.voice in attribution.voices:
                return ""
            if not told:
                things = (token.lower for token in tokens[content.first : content.last])
                return None if not ARTICLES.isdisjoint(things) else ""
            verb = next((n for n in range(content.first + 2, min(content.first + _LONG, base))
                         if is_finite(tokens[n].lower)), None)  # fmt: skip
            if verb is None or tokens[verb - 1].lower.endswith("s"):
                return ""  # several are not "it"
            return self.done.page.text[tokens[content.first].start : tokens[verb - 1].end]
        return ""

    @cached_property
    def _things_before(self) -> frozenset[str]:
        """The things that the sentence tells of before the claim, or else the one with which the
        sentence before opens: "the jet", of "a jet fell"."""
        tokens, index = self.sentence.tokens[: self.span[0]], self.sentence.index
        text, speaks = self.done.page.text, self.voice.mention or self.voice.party
        things = (
            thing_at(tokens, at)
            for at, token in enumerate(tokens)
            if not text.startswith(speaks, token.start)
        )
        here = frozenset(filter(None, things))
        before = self.done.page.sentences[index - 1].tokens if index and not here else ()
        opening = thing_at(before, 0)
        return frozenset([opening]) if opening else here

    @cached_property
    def _tells_more(self) -> bool:
        """Whether who speaks just told something of a thing that "it" may be as well: "confirmed
        that a jet had crashed but said it had come down"."""
        tokens, base = self.sentence.tokens, self.span[0]
        return any(
            content.last <= base
            and tokens[content.first].lower in ("a", "an", "one")
            and any(token.lower in _CONTRASTS for token in tokens[content.last : base][:2])
            for attribution in self.done.sentences[self.sentence.index].attributions
            if (content := attribution.content) is not None and self.voice in attribution.voices
        )

    def _is_what_was_told(self, at: int) -> bool:
        """Whether "it" is what who speaks told just before, of which they say what it was about:
        "confirmed that Orr was suspended but said (it) had nothing to do with drink"."""
        behind = tuple(token.lower for token in self.sentence.tokens[at + 1 : at + 6])
        about = behind[1:5] == ("nothing", "to", "do", "with")
        return about and any(
            attribution.content is not None
            and attribution.content.last <= self.span[0]
            and self.voice in attribution.voices
            for attribution in self.done.sentences[self.sentence.index].attributions
        )

    @cached_property
    def _is_according(self) -> bool:
        """Whether what is told stands before "according to" whoever tells it."""
        return self.comes_first and any(
            each.cue.shape is Shape.ACCORDING
            and each.content is not None
            and each.content.first <= self.span[0] < each.content.last
            for each in self.done.sentences[self.sentence.index].attributions
        )

    @cached_property
    def _denier(self) -> Voice | None:
        """Who denies what the voice says here: in "Lima rejected claims by Quito that it had
        fired", Lima is "it"."""
        base, index = self.span[0], self.sentence.index
        for attribution in reversed(self.done.sentences[index].attributions):
            cue = attribution.cue
            if cue.stance is not Stance.DENIES or cue.last >= base or not attribution.voices:
                continue
            outer = attribution.voices[0]
            named = any(
                place.entity == self.voice.entity
                for place in self.done.register.in_tokens(index, cue.last + 1, base)
            )
            return outer if named and outer.party != self.voice.party else None
        return None


def happens_to_things(tokens: Sequence[Token], at: int) -> bool:
    """Whether what "it" at ``at`` did happens to things rather than to bodies: "it had crashed",
    "it was stolen"."""
    behind = [t.lower for t in tokens[at + 1 : at + 6] if not t.lower.endswith("ly")]
    done = next((word for word in behind if word not in AUXILIARIES), "")
    if is_passive(tokens, at):
        return done not in word_set("meant_done_to_bodies")
    return done in _HAPPENS


def _is_no_subject(tokens: Sequence[Token], at: int) -> bool:
    """Whether no verb of its own follows "it": "expected it to hold coins"."""
    return at + 1 < len(tokens) and tokens[at + 1].lower in ("to", "up")


def thing_at(tokens: Sequence[Token], at: int) -> str:
    """The thing that an article at ``at`` opens, "the jet" of "a jet fell"; "" where none does, as
    for "the bank" and "the mayor"."""
    if not tokens or tokens[at].lower not in _ARTICLES:
        return ""
    words: list[str] = []
    for token in tokens[at + 1 : at + 2 + _MOST_WORDS]:
        ends = not token.is_word or token.lower in _BEHIND or (words and is_finite(token.lower))
        if ends:
            break
        words.append(token.text)
    noun = words[-1] if words else ""
    if not noun.islower() or noun.endswith("s") or noun in _NO_THINGS or len(words) > _MOST_WORDS:
        return ""
    return f"the {' '.join(words)}"


_ARTICLES = frozenset(["the", "a", "an", "this", "that", "one"])
_MOST_WORDS = 3
"""Words behind its article that name a thing."""
_BEHIND = PREPOSITIONS | _CONTRASTS | {"and", "or", "that", "which", "when", "because", "if"}
_HAPPENS = frozenset(
    form for verb in word_set("meant_happens_to_things") for form in forms_of(verb)
)
_NO_THINGS = body_words() | frozenset().union(
    *map(word_set, ("org_roles", "person_roles", "plural_people", "anonymous_heads", "titles",
                    "sources_time_words"))
)  # fmt: skip
