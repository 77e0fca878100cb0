"""Who answers a charge in its own sentence, where the reader sees whoever made it."""

from __future__ import annotations

from itertools import pairwise

from claims.extraction.attribution.attributed import Attributed
from claims.extraction.cues.deeds import is_accusing
from claims.extraction.model.weighing.pointing import Pointed
from claims.extraction.voice import Voice

_ANSWERS = frozenset(["it", "they"])


def who_answers(done: Attributed, source: Pointed) -> list[Voice]:
    """Whom "they" means that deny what others just accused them of: "the army accused the rebels
    of shelling the town, but they denied it"; empty where nobody is accused there."""
    if source.pronoun not in _ANSWERS:
        return []
    told = done.sentences[source.sentence.index].attributions
    for before, each in pairwise(told):
        answers = each.cue.group == "deny" and each.cue.first >= source.last
        own = each.source is not None and each.source.first == source.first
        named = all(not voice.pronoun for voice in each.voices)
        if answers and own and named and is_accusing(before.cue.lemma):
            return each.voices
    return []
