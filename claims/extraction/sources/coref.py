"""Pronouns and descriptions: who "he", "it", "the ministry" and "the report" stand for.

A discourse remembers who spoke and who was named, in reading order, over the
last few sentences, so that resolving costs the same at any length of text.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from claims.extraction.names.entities import Register
from claims.extraction.names.entity import Entity
from claims.extraction.names.mentions import ADJECTIVE
from claims.extraction.sources.answers import answers_last
from claims.extraction.sources.described import (
    OUTLETS,
    WRITTEN,
    head_of,
    is_of_that_sort,
    is_outlet_of,
    may_be_thing,
    may_hold,
    of_that_age,
    reporter_before,
    tells_report,
    told_alone,
)
from claims.extraction.sources.firms import is_plain_firm, only_firm
from claims.extraction.sources.fitting import (
    fit_entity,
    fit_voice,
    is_about_another,
    is_named_as,
    is_subject,
    is_told_as_anothers,
    opens_with,
    stranger_in,
    who_opens,
)
from claims.extraction.sources.going_on import is_overtaken, namesake, writing_before
from claims.extraction.sources.named import is_near, only_quoted, only_where, quotes_pronoun
from claims.extraction.sources.taking import as_body, taken, voice_of
from claims.extraction.text.lexicon import roles_of, roles_of_others, word_set
from claims.extraction.text.segment import Sentence
from claims.extraction.voice import GENDERS, Spoken, Voice

_REACH = 6
"""Sentences back that a pronoun may look."""
_NEAR = 4
"""Sentences back in which an outlet told something that is then "the site"."""
_LATEST = 8
"""Of those told of by one role word, how many are looked at."""
_LAST = 2
"""Sentences back in which somebody spoke who may go on as "the group"."""
_OWN_NAMES = word_set("coref_own_names")
"""Bodies that a text names by their sort: better left as they stand than guessed at."""
_TOLD_LAST = 0.6
"""What it counts that the sentence before is on nobody else."""
_ALONE_TOLD = 0.8
"""What counts more for who opened it and told it alone."""
_GOES_ON = 0.5
"""What counts for who spoke in the sentence before."""
_UNNAMED_OWNER = 2.0
"""What speaks against "his lawyer" as that of "a neighbour", who only told of somebody."""
_UNNAMED = 0.7
"""What it counts against a person of a few sentences before to be told of by no name."""
_TOLD_OF = frozenset(["people", "person"])
"""What those are called who have no name, and of whom more was told before: "two people familiar
with the plans said ... The people said"."""
_ALONE = 2
"""Words of a mention that tells no more of them: "some people"."""
_LONG_AGO = -1.0
"""What one who has no name and was told of by nothing since is worth, and is not "he"."""
_FIRST = frozenset({"we", "i"})
_THINGS = frozenset(["it", "this", "that"])
_TOLD_SO = frozenset(["the", "his", "her", "their"])
_NAMED_SO = 3.0
"""What it counts that a name is an outlet's, beside whatever else told something."""


class Discourse:
    """What was said so far, for one document read from its start."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self._spoken: dict[int, list[Spoken]] = defaultdict(list)
        self._by_role: dict[str, list[Spoken]] = defaultdict(list)
        self._first_told: dict[int, int] = {}

    def note(self, voice: Voice, sentence: int, token: int) -> None:
        """Remember that a party spoke at a token of a sentence."""
        if voice.vague:
            return
        if voice.entity is not None and voice.gender is not None:
            entity = self.register.entities[voice.entity]
            if entity.is_person:
                entity.gender = entity.gender or voice.gender  # "she" was she once
        spoken = Spoken(sentence, token, voice)
        self._spoken[sentence].append(spoken)
        if voice.entity is not None:
            self._first_told.setdefault(voice.entity, sentence)
        known = word_set("person_roles")
        if voice.entity is not None or not (voice.anonymous or told_alone(voice)):
            known |= word_set("org_roles")
        else:  # "a former hospital worker" is no hospital
            known |= {head_of(voice.mention)} & word_set("org_roles")
        known |= _TOLD_OF if len(voice.mention.split()) > _ALONE else frozenset()
        if voice.supposed:
            known = frozenset()  # a guess makes no other surer
        roles = dict.fromkeys(word for word in voice.mention.lower().split() if word in known)
        if voice.entity is not None:
            roles |= dict.fromkeys(self.register.entities[voice.entity].roles)
        for role in roles:
            self._by_role[role].append(spoken)

    def pronoun(
        self,
        lower: str,
        sentence: Sentence,
        token: int,
        *,
        speaks: bool = False,
        owns: bool = False,
    ) -> Voice | None:
        """Who a pronoun stands for, with what that rests on; None when nobody fits.

        One who ``speaks`` is nobody whom the sentence names behind it: "he denied that Orr fell".
        One who ``owns``, as of "his agent", is nobody told of as another's: "his brother".
        """
        if lower in _FIRST:
            return None
        if speaks and lower in GENDERS and quotes_pronoun(self.register.page, sentence, lower):
            return self._teller(lower, sentence, token)
        if lower == "they" and not self._spoken.get(sentence.index):
            several = who_opens(sentence, token)
            if several is not None:
                return taken(several, lower)
        if lower == "it":
            written = writing_before(self.register, sentence, token)
            if written is not None and not self.told_in(sentence.index - 1):
                return taken(written, lower)
        best: tuple[float, Voice] | None = None
        places = self.register.places[sentence.index] if speaks else ()
        aside = token > 0 and sentence.tokens[token - 1].text == ","  # "Orr, he said, stole it"
        others = {p.entity for p in places if p.first > token or (aside and p.last == token - 1)}
        if speaks and lower in GENDERS:
            others |= only_quoted(self.register, sentence, token)
        last = self._just_spoke(sentence, token) if speaks else None
        if lower in GENDERS and is_about_another(self.register, sentence, token, last):
            last = None
        opens = token == 0 and self._told_alone(sentence, last)
        for score, voice in self._candidates(lower, sentence, token):
            if voice.entity in others or (owns and is_told_as_anothers(voice)):
                continue
            likely = score + _GOES_ON * (voice is last)
            likely += _ALONE_TOLD * (voice is last and opens and voice.entity is not None)
            likely -= _UNNAMED_OWNER * (owns and voice.entity is None and voice.anonymous)
            if best is None or likely > best[0]:
                best = (likely, voice)
        if speaks and best is not None and (told := self._told_of(lower, sentence, token, best[1])):
            return taken(told, lower)
        if best is not None and not is_near(self.register, best[1].entity, sentence):
            stranger = self.introduced(lower, sentence, token)
            if stranger is not None:
                return taken(stranger, lower)
            if speaks and best[1].entity is None and best[0] < _LONG_AGO:
                return None
        return taken(best[1], lower) if best is not None else None

    def introduced(self, lower: str, sentence: Sentence, token: int) -> Voice | None:
        """Who has no name and comes in with the sentence before, in which nobody says anything: "A
        masked man stands beside him. He says", "it shows a fighter who holds a knife"."""
        here = self._spoken.get(sentence.index, ())
        if lower not in GENDERS or sentence.index == 0 or any(s.token < token for s in here):
            return None
        before = self.register.page.sentences[sentence.index - 1]
        if before.paragraph != sentence.paragraph or self._spoken.get(before.index):
            return None
        found = stranger_in(before.tokens)
        if found is None or before.tokens[found[1]].lower in roles_of_others(GENDERS[lower]):
            return None
        surface = " ".join(each.text for each in before.tokens[found[0] : found[1] + 1])
        return Voice(surface, None, (), person=True, gender=GENDERS[lower], mention=surface)

    def _just_spoke(self, sentence: Sentence, token: int) -> Voice | None:
        """Who spoke last, in the sentence or in the one before of the same paragraph: they go on,
        most often."""
        here = [s.voice for s in self._spoken.get(sentence.index, ()) if s.token < token]
        if here or sentence.index == 0:
            return here[-1] if here else None
        before = self.register.page.sentences[sentence.index - 1]
        spoken = self._spoken.get(before.index)
        alike = before.paragraph == sentence.paragraph
        return spoken[-1].voice if spoken and alike else None

    def _told_alone(self, sentence: Sentence, last: Voice | None) -> bool:
        """Whether who spoke last is named where the sentence before opens, and spoke alone in it:
        "Orr would not comment on Lund. He said"."""
        if last is None or sentence.index == 0:
            return False
        told = {spoken.voice.name for spoken in self._spoken.get(sentence.index - 1, ())}
        return len(told) == 1 and opens_with(self.register, sentence.index - 1, last.entity)

    def _told_of(self, lower: str, sentence: Sentence, token: int, teller: Voice) -> Voice | None:
        """Who "she" is where somebody of whom nothing tells that told of a woman in the sentence:
        "an employee said it had paid the mother; she denied it"."""
        gender = GENDERS.get(lower)
        if gender is None or teller.gender is not None:
            return None
        tokens = sentence.tokens
        near = range(token - 1, 0, -1)
        at = next((n for n in near if tokens[n].lower in roles_of(gender)), None)
        told = at is not None and tokens[at - 1].lower in _TOLD_SO and tokens[at + 1 : at + 2]
        spoke = [s.token for s in self._spoken.get(sentence.index, ()) if s.token < token]
        if at is None or not told or not spoke or at <= max(spoke):
            return None
        head, surface = tokens[at].lower, f"{tokens[at - 1].text} {tokens[at].text}"
        known = self.by_role(head, sentence, at)
        return known or Voice(surface, None, (), person=True, gender=gender, mention=surface)

    def _teller(self, lower: str, sentence: Sentence, token: int) -> Voice | None:
        """Who "he" is behind "'He had a rifle,' he said": the last who told something, and nobody
        who was only told of."""
        for index in range(sentence.index, max(-1, sentence.index - _REACH), -1):
            for spoken in reversed(self._spoken.get(index, ())):
                before = index < sentence.index or spoken.token < token
                if before and fit_voice(lower, spoken.voice) is not None:
                    return taken(spoken.voice, lower)
        return None

    def _candidates(
        self, lower: str, sentence: Sentence, token: int, *, described: bool = False
    ) -> list[tuple[float, Voice]]:
        found: list[tuple[float, Voice]] = []
        for index in range(max(0, sentence.index - _REACH - 4), sentence.index + 1):
            back = sentence.index - index
            for spoken in self._spoken.get(index, ()):
                score = fit_voice(lower, spoken.voice)
                if score is None or (back == 0 and spoken.token >= token):
                    continue
                if back > 1 and lower in GENDERS and spoken.voice.entity is None:
                    score -= _UNNAMED
                found.append((score + 2.0 - 0.7 * back, spoken.voice))
        for index in range(max(0, sentence.index - _REACH), sentence.index + 1):
            back = sentence.index - index
            for place in self.register.places[index]:
                if back == 0 and place.first >= token:
                    continue
                entity = self.register.entities[place.entity]
                entity = namesake(self.register, lower, place) or entity
                score = fit_entity(lower, entity)
                if score is None or (described and only_where(self.register, index, place)):
                    continue
                about = is_subject(self.register, self.register.page.sentences[index], place)
                subject = 1.4 if about else 0.0
                thing = lower in _THINGS and place.first <= 1
                if thing and back == 1 and not self._spoken.get(index):
                    subject += _TOLD_LAST  # "Norvest was fined twice. In 2016 it admitted"
                score += subject - 0.7 * back + min(entity.count, 8) * 0.12
                found.append((score, voice_of(self.register, entity)))
        return found

    def description(
        self, head: str, sentence: Sentence, token: int, determiner: str
    ) -> Voice | None:
        """Who "the official", "the ministry", "the company" stands for."""
        known = voice = self._known(head, sentence, token)
        if voice is None and head in word_set("org_roles"):
            if head in _OWN_NAMES:
                return None
            voice = self._last_of(sentence, token, person=False, head=head)
        elif voice is None and (head in word_set("person_roles") or "year-old" in head):
            if head in word_set("anonymous_heads") or head in word_set("spokes_roles"):
                return None
            voice = self._last_of(sentence, token, person=True, head=head)
        elif voice is None and head in WRITTEN:
            voice = self._last_of(sentence, token, person=False, head=head)
        firm = self.only_firm(head, sentence, token) if known is None else None
        if known is None and head == "report" and determiner in ("the", "this", "that"):
            outlet = reporter_before(self.register, sentence)
            firm = voice_of(self.register, outlet) if outlet is not None else None
        voice = firm or voice
        if voice is None:
            return None
        return replace(
            voice,
            confidence=min(voice.confidence, 0.55),
            note=f"'{determiner} {head}' taken as {voice.name}",
            supposed=known is None
            and firm is None
            and not is_of_that_sort(self.register, head, voice)
            and not self._told_last(head, sentence, voice),
        )

    def only_firm(self, head: str, sentence: Sentence, token: int) -> Voice | None:
        """Who "the company" is where the text told of one in business alone till then; None where
        it told of none or of more, or answers what that one told."""
        found = only_firm(self.register, head, (sentence.index, token))
        if found is None or found.name in self._answered(sentence, token):
            return None
        first = self._first_told.get(found.index, sentence.index + 1)
        spoke = first <= sentence.index or is_plain_firm(self.register, found)
        return voice_of(self.register, found) if spoke else None

    def _known(self, head: str, sentence: Sentence, token: int) -> Voice | None:
        """Who was told of by that word, or by that age."""
        if not head.endswith("year-old"):
            return self.body(head, sentence, token)
        aged = of_that_age(self.register, head, sentence)
        return voice_of(self.register, self.register.entities[aged]) if aged is not None else None

    def _told_last(self, head: str, sentence: Sentence, voice: Voice) -> bool:
        """Whether nobody else than who may be "the site" told anything where somebody did last."""
        before = range(sentence.index - 1, max(-1, sentence.index - _NEAR), -1)
        last = next((at for at in before if self._spoken.get(at)), None)
        if last is None or head not in OUTLETS | {"report"} or voice.entity is None or voice.person:
            return False
        told = {each.voice.entity for each in self._spoken[last]}
        own = is_outlet_of(self.register, voice)
        reports = head != "report" or own or tells_report(self.register.page.sentences[last])
        return reports and told == {voice.entity}

    def body(self, head: str, sentence: Sentence, token: int) -> Voice | None:
        """Who was told of by that word, as their role or in their name."""
        told = self.by_role(head, sentence, token)
        if told is not None and is_overtaken(self.register, head, told, sentence):
            spoke = range(max(0, sentence.index - _LAST), sentence.index + 1)
            if all(each.voice.party != told.party for at in spoke for each in self.told_in(at)):
                return None
        if head in _TOLD_OF or told is not None:
            return told
        return self._by_name_part(head, sentence)

    def by_role(self, head: str, sentence: Sentence, token: int) -> Voice | None:
        """Who was introduced by that role word, the last to speak first."""
        is_body = head in word_set("org_roles")
        here = (sentence.index, token)
        spoken = self._by_role.get(head, [])
        end = bisect_left(spoken, here, key=_where)
        for last in reversed(spoken[max(0, end - _LATEST) : end]):
            found = as_body(last.voice) if is_body else last.voice
            if found is not None:
                return found
        best: Entity | None = None
        for entity in self.register.entities[:400]:
            if head not in entity.roles or (is_body and entity.is_person) or entity.first > here:
                continue
            if best is None or entity.count > best.count:
                best = entity
        return voice_of(self.register, best) if best is not None else None

    def _by_name_part(self, head: str, sentence: Sentence) -> Voice | None:
        for index in range(sentence.index, max(-1, sentence.index - 40), -1):
            for place in self.register.places[index]:
                entity = self.register.entities[place.entity]
                if entity.sort != ADJECTIVE and is_named_as(head, entity):
                    return voice_of(self.register, entity)
        return None

    def told_in(self, index: int) -> Sequence[Spoken]:
        """Who told something in a sentence, in order."""
        return self._spoken.get(index, ())

    def _last_of(
        self, sentence: Sentence, token: int, *, person: bool, head: str = ""
    ) -> Voice | None:
        pronoun = "he or she" if person else "it"
        here = {spoken.voice.name for spoken in self._spoken.get(sentence.index, ())}
        best: tuple[float, Voice] | None = None
        answered = self._answered(sentence, token)
        for score, voice in self._candidates(pronoun, sentence, token, described=not person):
            if voice.party in answered:
                continue
            if person:
                if voice.name in here or not may_hold(self.register, head, voice):
                    continue  # "Orr said the caller was drunk": he would be "he"
            elif not may_be_thing(self.register, head, voice):
                continue
            named_so = not person and head in OUTLETS and is_outlet_of(self.register, voice)
            fit = score + _NAMED_SO * named_so
            if best is None or fit > best[0]:
                best = (fit, voice)
        return best[1] if best is not None else None

    def _answered(self, sentence: Sentence, token: int) -> set[str]:
        """Who told in the sentence before what is denied or borne out in this one, and is none of
        those who do so: "Berg said no money was missing. The bank confirmed this"."""
        if sentence.index == 0 or not answers_last(sentence.tokens, token, by_it=False):
            return set()
        return {spoken.voice.party for spoken in self._spoken.get(sentence.index - 1, ())[-1:]}


def _where(spoken: Spoken) -> tuple[int, int]:
    return spoken.sentence, spoken.token
