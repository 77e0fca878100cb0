"""Whom "he" and "she" of a claim mean: who tells it, or somebody told of before."""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise

from claims.extraction.names.mentions import UNKNOWN
from claims.extraction.sources.fitting import stands_out
from claims.extraction.text.lexicon import (
    SPOKESMEN,
    agent_words,
    given_names,
    roles_of,
    roles_of_others,
    word_set,
)
from claims.extraction.text.verb_groups import QUESTIONED
from claims.extraction.voice import POSSESSIVES
from claims.extraction.wording.in_claim import InClaim
from claims.extraction.wording.of_oneself import (
    agent_before,
    is_own_deed,
    is_own_kin,
    is_witness,
    tells_more_of_oneself,
)
from claims.extraction.wording.others_told import (
    of_whom_near_ones_tell,
    whom_a_charge_is_on,
    whom_it_goes_on_about,
    whom_it_is_done_to,
    whom_it_told_of_before,
)
from claims.extraction.wording.persons import (
    gender_of,
    head_of,
    tells_own_plans,
)
from claims.extraction.wording.speakers import (
    NEAR,
    find_client,
    is_of_somebody,
    is_of_somebodys_kin,
    stands_for_another,
)
from claims.extraction.wording.unmeant import BACK, GENDERS, cannot_be

_CLAIMED = 4
"""Words from its start in which a claim goes on about somebody."""
_ONE_OF = ("one of ", "another of ")
_ONE = frozenset(["one", "another", "the other", "a second", "the second", "a third", "the third"])
_CLAIMING = frozenset(["claiming", "insisting", "admitting", "boasting"])
_TELLING = frozenset(["insider", "diplomat", "observer", "critic"])
_IN = frozenset(["in", "from", "at", "near"])
_WITNESSES = word_set("meant_witnesses")
"""Who mostly tells what they saw or did themselves."""


class SomebodyMeant(InClaim):
    """Resolves "he", "she" and their forms; nobody where it is in doubt."""

    @cached_property
    def _gender(self) -> str | None:
        entity = self.done.register.find(self.voice.name)
        known = entity.gender if entity is not None and entity.is_person else None
        return gender_of(self.voice) or known

    def find(self, lower: str, subject: str, at: int) -> str | None:
        """The name for the pronoun at the sentence's token ``at``; None to keep it."""
        done, sentence, voice, base = self.done, self.sentence, self.voice, self.span[0]
        if stands_for_another(voice):
            return self._whose_near_one_tells(subject, at)
        after = sentence.tokens[at + 1].lower if at + 1 < len(sentence.tokens) else ""
        if lower in POSSESSIVES and {after, head_of(voice.party)} <= word_set("kin"):
            return None  # "his brother" is told by a brother of his
        wanted = GENDERS[subject]
        if lower == subject and at <= base + 1 and (another := self._told_of_by_another(wanted)):
            return another
        if lower == subject and at <= base + 1 and self._tells_of_oneself(at, wanted):
            return voice.name
        if not self.direct and (beside := self._told_of_beside(lower, subject, at, wanted)):
            return beside[0]
        if lower == subject and self._goes_on(at) and self._gender in (None, wanted):
            return voice.name  # "'A drove B,' Orr said, claiming he had seen it"
        client = find_client(done, voice, wanted, denies=self._denies)
        alone = self._is_named_alone(wanted) and not self.comes_first
        near = not self.direct and not alone and (at <= base + 1 or self._is_in_report(lower, at))
        if self.direct and lower == subject and at <= base + 1:
            stranger = agent_before(done, sentence, wanted)
            if stranger:
                return stranger
        if client is not None and client not in self.kin and near:
            return client  # "Orr's agent, Ada Lund, said he was well"
        others = self._speaks_for_others and not is_own_deed(sentence.tokens, at)
        if client is None and lower == subject and not self.direct and others:
            told = whom_it_told_of_before(done, sentence, base, self.voice, wanted)
            if told is not None:
                return told
        if (lower != subject or at > base + 1) and self._names_somebody(at, wanted):
            return None  # the claim names them, and a wrong name would be worse than none
        if self._people(self._told_from, at, wanted) - {voice.entity}:
            # "Mr. Orr liked it when he saw it": as clear as it was told; "said that they sought
            # Orr but that he was away": he is not who says so
            return None
        quoted = self.direct or done.page.quote_at(sentence.tokens[at].start) is not None
        fits = self._gender in (None, wanted)
        if not quoted and not fits and self._told_beside(wanted) is not None:
            return self._told_beside(wanted)
        itself = not quoted and fits and not (self.comes_first or self._is_asked_of_another)
        itself = itself and not (is_of_somebodys_kin(voice, wanted) or is_of_somebody(voice))
        itself = itself and not (self._may_be_another(wanted) or others)
        itself = itself and head_of(voice.name) not in word_set("coref_written")  # "a post said he"
        if itself and ((voice.person and voice.speaker) or self._bears_a_name):
            return voice.name
        return self._told_before(subject, at, itself=itself, quoted=quoted)

    def _tells_of_oneself(self, at: int, wanted: str) -> bool:
        """Whether somebody without a name tells what they saw themselves, or their own fears stand
        beside it."""
        if self.direct or self.comes_first or self._gender not in (None, wanted):
            return False
        sentence, voice = self.sentence, self.voice
        if is_witness(sentence, at, voice):
            return True
        named = voice.speaker is not None or voice.entity is not None
        return not named and tells_more_of_oneself(self.done, sentence, at, wanted)

    def _goes_on(self, at: int) -> bool:
        """Whether what a person says behind their name is told by "claiming" or "insisting"."""
        before = [token.lower for token in self.sentence.tokens[max(0, at - 2) : at]]
        told = before[-1:] if before[-1:] != ["that"] else before[:-1]
        named = self.voice.person and self.voice.speaker == self.voice.party
        return not self.direct and named and told[-1:] != [] and told[-1] in _CLAIMING

    @cached_property
    def _speaks_for_others(self) -> bool:
        """Whether a spokesman without a name speaks, who never tells of himself."""
        known = (
            self.voice.entity is not None
            and self.done.register.entities[self.voice.entity].is_person
        )
        return not known and head_of(self.voice.name) in SPOKESMEN

    @cached_property
    def _denies(self) -> bool:
        """Whether who tells it denies it, or bears it out."""
        sentences = self.done.sentences
        if self.sentence.index >= len(sentences):
            return False
        return any(
            each.content is not None
            and each.content.first <= self.span[0] < each.content.last
            and each.cue.group in ("deny", "confirm")
            for each in sentences[self.sentence.index].attributions
        )

    def _is_in_report(self, lower: str, at: int) -> bool:
        """Whether a report tells of whose death or arrest it is: "reports of (her) death"."""
        tokens, base = self.sentence.tokens, self.span[0]
        named = tokens[base : min(at, base + _CLAIMED)]
        told = any(token.lower in word_set("report_nouns") for token in named)
        return lower in ("his", "her") and told and tokens[at - 1].lower in ("of", "about")

    def _told_of_by_another(self, wanted: str) -> str:
        """Somebody without a name of whom another just told, where who speaks is nobody that the
        text knows as a person: "Lima said the pilot was dead, but Quito said he was free"."""
        told = "" if self.direct or self.voice.speaker else self.told_of_by_another
        head = head_of(told) if told else ""
        named = self._bears_a_name or (self.voice.person and self.voice.entity is None)
        several = word_set("plural_people")
        fits = head in word_set("person_roles") - several - roles_of_others(wanted)
        return told if fits and not named else ""

    def _whose_near_one_tells(self, subject: str, at: int) -> str | None:
        """Whose wife or family tells of "him", where they are told of by no name: "Ben Orr died on
        Monday. His wife said (he) was beaten"."""
        if self.direct or at > self.span[0] + 1:
            return None
        whose = of_whom_near_ones_tell(
            self.done, self.sentence, at, self.voice, GENDERS.get(subject, "")
        )
        return whose or None

    def _told_of_beside(
        self, lower: str, subject: str, at: int, wanted: str
    ) -> tuple[str | None] | None:
        """Whom the pronoun means by who stands beside the voice, or nobody; None where nothing
        there tells (``others_told``)."""
        done, sentence, base = self.done, self.sentence, self.span[0]
        charged, whom = whom_a_charge_is_on(done, sentence, at, wanted)
        if charged:
            return (whom,)
        if lower != subject:
            told = (
                None
                if lower in ("his", "himself", "herself")
                else whom_it_is_done_to(done, sentence, base, at, self.voice, wanted)
            )
            return (told,) if told is not None else None
        near = at <= base + _CLAIMED and not self._people(base, at, wanted)
        goes_on, whom = whom_it_goes_on_about(done, sentence, at, self.voice, wanted)
        if goes_on and near:
            return (whom,)
        if at > base + 1:
            return None
        whose = of_whom_near_ones_tell(done, sentence, at, self.voice, wanted)
        return (whose or None,) if whose is not None and whose not in self.kin else None

    def _is_named_alone(self, wanted: str) -> bool:
        """Whether who speaks for somebody stands there by name only, and may be meant: "Lund said
        he was well"."""
        alone = agent_words().isdisjoint(self.voice.mention.lower().replace(",", " ").split())
        return alone and self.voice.mention != "" and self._gender in (None, wanted)

    @cached_property
    def _bears_a_name(self) -> bool:
        """Whether who speaks bears a first name, or was "he" or "she", and is no body or place."""
        voice = self.voice
        entity = None if voice.entity is None else self.done.register.entities[voice.entity]
        if entity is None or entity.sort != UNKNOWN:
            return False
        words = frozenset(voice.name.lower().split())
        return voice.gender is not None or not words.isdisjoint(given_names())

    def _told_before(self, subject: str, at: int, *, itself: bool, quoted: bool) -> str | None:
        """Somebody with a name told of before the token ``at``, or who tells it ``itself``."""
        done, sentence = self.done, self.sentence
        found = done.discourse.pronoun(subject, sentence, at)
        told_so = found is None or found.name in self.voice.party
        if itself and told_so and self._is_from_somewhere:
            return self.voice.name
        if found is None or not found.person:
            return None
        entity = None if found.entity is None else done.register.entities[found.entity]
        if entity is not None and not stands_out(done.register, entity, sentence, at):
            return None
        place = (sentence.index, self.span[0])
        if quoted and entity is not None and is_own_kin(done, sentence, entity, GENDERS[subject]):
            return None
        if entity is not None and cannot_be(done, entity, self.voice, place, GENDERS[subject]):
            return None
        party = self.voice.party.lower()
        if not quoted and (party.startswith(_ONE_OF) or party in _ONE):
            return None  # "one of the nurses said she had been told": more likely herself
        if not quoted and self._is_a_witness:  # "a resident said he had seen it"
            return self.voice.name if itself else None
        name, own = found.name, self.voice.name
        if name != own and not quoted and at <= self.span[0] + 1 and tells_own_plans(self.voice):
            return None  # "the site's editor said she had no plans"
        if name == own:
            # who speaks of "him" would say "I" of himself
            return name if itself else None
        if found.party.endswith(self.voice.party):
            return None  # nor would who speaks for a body be told of by it
        return name if found.entity is not None else None  # "a spokesman" names nobody

    @cached_property
    def _told_from(self) -> int:
        """Where what the voice tells in this sentence starts: there, or in a part before it that
        an "and" or "but" joins."""
        base = self.span[0]
        if self.direct:
            return base
        told = [
            attribution.cue.last + 1
            for attribution in self.done.sentences[self.sentence.index].attributions
            if attribution.cue.last < base
            and self.voice.party in (v.party for v in attribution.voices)
        ]
        return max(told, default=base)

    @cached_property
    def _is_from_somewhere(self) -> bool:
        """Whether one person speaks of whom a place is told: "a woman in Ohio"."""
        first, *words = self.voice.party.split(" ")
        told = first.lower() in ("a", "an") and not _IN.isdisjoint(words)
        return told and head_of(self.voice.party) in word_set("person_roles")

    @cached_property
    def _is_a_witness(self) -> bool:
        """Whether somebody with no name speaks who mostly tells what they saw or did."""
        first = self.voice.party.lower().split(" ", 1)[0]
        return first in ("a", "an", "another", "one") and head_of(self.voice.party) in _WITNESSES

    def _told_beside(self, wanted: str) -> str | None:
        """The one of that gender by whom who speaks is told of: "the sister of Karl Orr"."""
        found = (self.done.register.find(name) for name in self.voice.aliases)
        people = {
            entity.name
            for entity in found
            if entity is not None and entity.is_person and entity.gender in (None, wanted)
            and entity.name in self.voice.party
        }  # fmt: skip
        return people.pop() if len(people) == 1 else None

    def _may_be_another(self, wanted: str) -> bool:
        """Whether a speaker who tells of others, whose gender nothing tells, may not be meant, for
        somebody of that gender is told of shortly before: "the official said she was away"."""
        telling = head_of(self.voice.name) in word_set("spokes_roles") | _TELLING
        if self._gender is not None or not telling:
            return False
        roles = roles_of(wanted) | ({"she", "her"} if wanted == "f" else {"he", "him", "his"})
        first, index = self.span[0], self.sentence.index
        sentences = [(self.sentence, first)]
        for other in self.done.page.sentences[max(0, index - BACK) : index]:
            sentences.append((other, len(other.tokens)))
        entities = self.done.register.entities
        return any(
            any(token.lower in roles for token in each.tokens[max(0, last - NEAR) : last])
            or any(
                entities[place.entity].gender == wanted
                for place in self.done.register.in_tokens(each.index, 0, last)
            )
            for each, last in sentences
        )

    @cached_property
    def _is_asked_of_another(self) -> bool:
        """Whether who speaks was asked of somebody else in the sentence: "asked whether the king
        was ill, Orr said he was well"."""
        tokens, base = self.sentence.tokens, self.span[0]
        near = range(max(0, base - NEAR), base)
        asked = next((at for at in near if tokens[at].lower in QUESTIONED), None)
        end = next((at for at in range(asked or 0, base) if tokens[at].text == ","), None)
        if asked is None or end is None:
            return False
        roles = word_set("person_roles") | word_set("anonymous_heads") | word_set("titles")
        inside = range(asked + 1, end)
        if any(tokens[at].lower in roles and tokens[at - 1].lower != "by" for at in inside):
            return True
        places = self.done.register.in_tokens(self.sentence.index, asked + 1, end)
        people = {p.entity for p in places if self.done.register.entities[p.entity].is_person}
        return bool(people - {self.voice.entity})

    def _names_somebody(self, last: int, gender: str) -> bool:
        """Whether somebody whom "his" or "her" may mean stands before it in the same claim."""
        first = self.span[0]
        if self._people(first, last, gender):
            return True
        roles = word_set("person_roles") | word_set("anonymous_heads") | word_set("animals")
        words = [token.lower for token in self.sentence.tokens[first:last]]
        if ("one", "of") in pairwise(words):
            return True  # "one of them had died of his wounds"
        told = pairwise(self.sentence.tokens[first:last])
        if any(a.lower in ("a", "an") and b.is_capital and b.lower.endswith("n") for a, b in told):
            return True  # "she is married to a Georgian and bore his child"
        return any(word in roles or word.endswith("-year-old") for word in words)

    def _people(self, first: int, last: int, gender: str) -> set[int]:
        entities = self.done.register.entities
        return {
            place.entity
            for place in self.done.register.in_tokens(self.sentence.index, first, last)
            if entities[place.entity].is_person
            and entities[place.entity].gender in (None, gender)
        }  # fmt: skip
