"""Whom "he", "it" and "we" mean in a claim: a name where that is sure, else the pronoun."""

from __future__ import annotations

import pytest

from claims.extraction import extract
from claims.extraction.rules import extract_by_rules
from claims.model import Document


def claims(text: str) -> list[str]:
    return [claim.text for claim in extract_by_rules(Document(text=text)).claims]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        # an "it" that stands for nobody
        ("It took another nine years to drain the lake, the government said.",
         "It took another nine years to drain the lake."),
        ("Kellmark said it rained for six days.", "It rained for six days."),
        ("Kellmark said it seems the dam will fail.", "It seems the dam will fail."),
        ("A dentist told her on Monday that it was something out of the ordinary.",
         "It was something out of the ordinary."),
        ("Kellmark said it had drained the lake.", "Kellmark had drained the lake."),
        ("It has not been proven that the pill caused strokes, Kellmark said.",
         "It has not been proven that the pill caused strokes."),
        # for whom somebody speaks by name
        ("Kellmark Corp's chief executive, Karl Orr, said it would close two mills.",
         "Kellmark Corp would close two mills."),
        ("Lund's lawyer, Eva Brandt, said her client would appeal.", "Lund would appeal."),
        ("A spokesman for Orr said his client had fled to Lima.", "Orr had fled to Lima."),
        ("Orr's lawyer said he had fled.", "Orr had fled."),
        ("Lund's agent confirmed her death.", "Lund is dead."),
        ("Orsk's spokesman said he had seen the fire.", "Orsk's spokesman had seen the fire."),
        ("Kellmark Corp declined to comment on a report that it was cutting jobs.",
         "Kellmark Corp was cutting jobs."),
        ("Lima said that Quito had downed the jet, but Oslo said it had crashed because of engine"
         " failure.", "The jet had crashed because of engine failure."),
        # who is accused is not who accuses
        ("Peru accused it of draining the lake.", "It drained the lake."),
        ("Karl Orr accused him of draining the lake.", "He drained the lake."),
        # "they" who are told, and to whom something is done
        ("Kellmark told employees that they had to leave the lake.",
         "They had to leave the lake."),
        ("Kellmark said they had to leave the lake.", "Kellmark had to leave the lake."),
        ("According to the army, they were arrested near the lake on Monday.",
         "They were arrested near the lake on Monday."),
        ("Witnesses told reporters they saw a blast at the lake.",
         "Witnesses saw a blast at the lake."),
        # an animal, or the one by whom who speaks is told of
        ("Inspector Ian Lund said the dog was chipped, so the vets found out his name is Rex.",
         "The dog was chipped, so the vets found out his name is Rex."),
        ("The sister of Karl Orr said he was killed near the lake in May.",
         "Karl Orr was killed near the lake in May."),
        ("The sister of Karl Orr said she was away when the lake was drained.",
         "The sister of Karl Orr was away when the lake was drained."),
        # somebody of that gender was told of, and officials tell of others
        ("A woman was held in Orsk on Monday. The Peruvian official said that she is the head of a "
         "smuggling ring.", "She is the head of a smuggling ring."),
        ("A man was held in Orsk. A witness said he saw smoke over the lake.",
         "A witness saw smoke over the lake."),
        # "his" is of whoever the claim names as one of several, and "it" may be what they told of
        ("The general, Arne Falk, said that one of them had died of his wounds.",
         "One of them had died of his wounds."),
        ("The army confirmed that a jet had crashed but said it had come down in fog.",
         "It had come down in fog."),
        # nobody could read whose "one of her pupils" is where it is told at length
        ("A teacher at one of the schools said one of her pupils had left.",
         "One of her pupils had left."),
        ("The health ministry said it had drained the lake.",
         "The health ministry had drained the lake."),
        # somebody else was told of in the part before
        ("Otto Brandt said that troops had sought Karl Orr but that he had left the lake.",
         "He had left the lake."),
        ("Otto Brandt said that troops had sought Ada Orr but that he had left the lake.",
         "Otto Brandt had left the lake."),
        # what stands before the official who tells it is told of others
        ("He was drunk when the boat sank, the official said.", "He was drunk when the boat sank."),
        ("They were held near the lake on Monday, officials said.",
         "They were held near the lake on Monday."),
        ("Officials said they were called to the lake on Monday.",
         "Officials were called to the lake on Monday."),
        # nobody is named twice where one would do something to the other
        ("Kellmark said they asked Kellmark to leave the lake.",
         "They asked Kellmark to leave the lake."),
        ("The pilot Sarn Orr was away. Ada Lund, a lawyer for Sarn Orr, said she and her client "
         "were seen at the lake.", "Ada Lund and Sarn Orr were seen at the lake."),
        ("Karl Orr said he and Orr arrived at the lake.", "He and Karl Orr arrived at the lake."),
    ],
)  # fmt: skip
def test_third_person(text: str, claim: str) -> None:
    assert claim in claims(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        # verbs fit the name
        ('"I tend to help out with the locks on the lake," said a student.',
         "A student tends to help out with the locks on the lake."),
        ('"We have found two boats," said a spokesman for the Orsk Police.',
         "Orsk Police have found two boats."),
        ('"We have found two boats," said a spokesman for Kellmark.',
         "Kellmark has found two boats."),
        ('"I haven’t seen the lake since May," Mary Lund said.',
         "Mary Lund has not seen the lake since May."),
        ('Mary Lund said she’s made millions with the locks.',
         "Mary Lund has made millions with the locks."),
        ("Mary Lund said she's worried about the lake.", "Mary Lund is worried about the lake."),
        ("Mary Lund said she'd seen boats on the lake.", "Mary Lund had seen boats on the lake."),
        ('"I have come to the lake for a day and still have a cold," Mary Lund said.',
         "Mary Lund has come to the lake for a day and still has a cold."),
        # named once where the clause hangs on the first, again where it stands by itself
        ('"I thought I had lost the keys of the lock," Mary Lund said.',
         "Mary Lund thought she had lost the keys of the lock."),
        ('"I drained the lake, and I sold the lock," Karl Orr said.',
         "Karl Orr drained the lake, and Karl Orr sold the lock."),
        ('"We will watch the lake until we find the boat," Kellmark said.',
         "Kellmark will watch the lake until they find the boat."),
        # a description stands small inside
        ('"Boats on the lake disturb me," a diver said.', "Boats on the lake disturb a diver."),
        # nobody knows who they are
        ('"We found out last year what can happen with stolen boats," one official said.',
         "They found out last year what can happen with stolen boats."),
        # who speaks for a body is not told of by it
        ("Kellmark spokesman Ian Lund said the lock had gone. "
         '"We will look for him in the lake," said Kellmark.',
         "Kellmark will look for him in the lake."),
    ],
)  # fmt: skip
def test_first_person(text: str, claim: str) -> None:
    assert claim in claims(text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Reuters reported that it was a boat from Orsk.", "Reuters was"),
        ('"It was a fight that lasted forty minutes," said the diver Karl Orr.', "Orr was"),
        ('"They are in a boat on the lake," Karl Orr said for Kellmark.', "Kellmark are"),
        ("The lawyer Ada Lund said that her client discussed the tape with Kellmark.",
         "Ada Lund discussed"),
        ("The pilot Sarn Orr was away. Ada Lund, a lawyer for Sarn Orr, said she and her client "
         "were seen at the lake.", "Sarn Orr and"),
        ('"He was sick because he had eaten a boot," vet Fay Lund told the paper.', "Fay Lund"),
        ('"Even when I am away I still attract thieves," Karl Orr said.', "still attract thieves"),
    ],
)  # fmt: skip
def test_whom_both_together_tell_of(text: str, wrong: str) -> None:
    """By the default extractor, whose writer copies names."""
    told = " ".join(claim.text for claim in extract(Document(text=text)).claims)
    assert told
    assert wrong not in told
