"""Whom "he", "she", "it" and "we" of a claim mean: who is told of, who tells it, or nobody sure.

By the default extractor, rules and reader together; texts of our own writing.
"""

from __future__ import annotations

import pytest

from tests.claims.extraction.told import tell

TOLD = [
    # whose flatmate tells it, unless she tells of herself
    (
        "Clara Dunn, 31, vanished on Monday. Her flatmate, Mary Bell, said she had been "
        "planning a trip.",
        [("Mary Bell", "alleges", "Clara Dunn had been planning a trip.")],
    ),
    (
        "Clara Dunn, 31, vanished on Monday. Her sister, Mary Dunn, said she had last seen "
        "her in May.",
        [("Mary Dunn", "alleges", "Mary Dunn had last seen her in May.")],
    ),
    (
        "Clara Dunn, 31, vanished on Monday. Her flatmate said she was sorry for the family.",
        [("Clara Dunn's flatmate", "alleges", "She was sorry for the family.")],
    ),
    (
        "Tom Orr, the mayor, resigned. His brother, Ned Orr, admitted that he had taken the money.",
        [("Ned Orr", "confirms", "Ned Orr had taken the money.")],
    ),
    (
        "Tom Orr, the mayor, resigned. His lawyer, Ned Foss, admitted that he had taken the money.",
        [("Tom Orr", "confirms", "Tom Orr had taken the money.")],
    ),
    # a witness with no name tells what they saw, and nobody who was named before
    (
        "Governor Karl Moss put the number at 41. A surgeon at the main clinic, however, said "
        "he had counted 15 dead.",
        [
            (
                "A surgeon at the main clinic",
                "alleges",
                "A surgeon at the main clinic had counted 15 dead.",
            )
        ],
    ),
    (
        "Karl Moss, the owner, denied it. The harbour master told Radio Kelm that he had seen "
        "a woman go aboard.",
        [
            ("Karl Moss", "denies", "The harbour master had seen a woman go aboard."),
            ("The harbour master", "alleges", "The harbour master had seen a woman go aboard."),
        ],
    ),
    (
        "Karl Moss, the mayor, was shot on Monday. A surgeon at the clinic said he had lost a "
        "lot of blood.",
        [("A surgeon at the clinic", "alleges", "Karl Moss had lost a lot of blood.")],
    ),
    (
        "The mayor, Lea Orr, denied it. A nurse at the clinic, who did not want her name "
        "published, said that she had been told to burn the files.",
        [
            ("Lea Orr", "denies", "A nurse at the clinic had been told to burn the files."),
            (
                "A nurse at the clinic",
                "alleges",
                "A nurse at the clinic had been told to burn the files.",
            ),
        ],
    ),
    # one "she" in a claim is one woman
    (
        "The minister, Ada Lund, resigned. Her spokeswoman, Ines Ott, said she had bought her "
        "own ticket.",
        [("Ada Lund", "alleges", "Ada Lund had bought her own ticket.")],
    ),
    # nobody who is quoted tells of themselves as "he"
    (
        'The minister, Karl Moss, changed his story. "Either he lied in May or he lies now," '
        "said his rival, Tom Fay, who leads the Greens.",
        [("Greens", "alleges", "Either Karl Moss lied in May or he lies now.")],
    ),
    # what is near a verb is not what it tells of
    (
        "A clip circulating on Facebook, which purported to show the arrest, was recorded in "
        "Peru in 2011, according to the fact-checking group Veritas.",
        [("Veritas", "alleges", "A clip circulating on Facebook was recorded in Peru in 2011.")],
    ),
    (
        "Its engine was running and the lamps were lit, according to La Voz.",
        [("La Voz", "alleges", "Its engine was running and the lamps were lit.")],
    ),
    (
        "The club confirmed that the coach had left but said it had nothing to do with the "
        "results.",
        [("The club", "confirms", "The coach had left.")],
    ),
    (
        "A hacker group called GreyFinch posted the files. In an e-mail, a person claiming to "
        "represent the group said it had been inside Brightwell's systems for five months.",
        [
            (
                "a person claiming to represent the group",
                "alleges",
                ("The group had been inside Brightwell's systems for five months."),
            )
        ],
    ),
    (
        "The ceasefire was near collapse on Sunday, with the army and the militia each "
        "accusing the other of having started the shooting.",
        [],
    ),
    # "we" is the body for which an officer speaks, which is "it" again
    (
        'Kelmar Steel is under investigation. "We have sold our mill to our rivals," said its '
        "finance director, Ines Ott.",
        [("Kelmar Steel", "alleges", "Kelmar Steel has sold its mill to its rivals.")],
    ),
    (
        'The foreign ministry has received the tape. "We are studying the tape with our '
        'allies," said a spokeswoman for the ministry.',
        [("the ministry", "alleges", "The ministry is studying the tape with its allies.")],
    ),
    (
        'The village of Orsk has no water. "We have snow and our roads are closed," said a '
        "resident, Tom Orr.",
        [("Tom Orr", "alleges", "Tom Orr and others have snow and their roads are closed.")],
    ),
    (
        'A spokesman for the clinic, Tom Orr, denied it. "We have sold our scanner," Orr said.',
        [("the clinic", "alleges", "The clinic has sold its scanner.")],
    ),
    # what "and that" joins goes on about the same, unless another may be meant
    (
        "The firm says the pills kill germs and that they were tested in Peru.",
        [
            ("The firm", "alleges", "The pills kill germs and were tested in Peru."),
            ("The firm", "alleges", "The pills were tested in Peru."),
        ],
    ),
    (
        "Kelm police say that Amy Stone walked alone towards the harbour, and that her phone "
        "stopped working at 2.15am.",
        [
            ("Kelm police", "alleges", "Amy Stone walked alone towards the harbour."),
            ("Kelm police", "alleges", "Amy Stone's phone stopped working at 2.15am."),
        ],
    ),
    (
        "The editor said the guide was genuine and that it had been sent to studios in May.",
        [
            ("The editor", "alleges", "The guide was genuine."),
            ("The editor", "alleges", "The guide had been sent to studios in May."),
        ],
    ),
    (
        "The captain said a wave had hit the boat and that it had sunk in minutes.",
        [
            ("The captain", "alleges", "A wave had hit the boat and sunk in minutes."),
            ("The captain", "alleges", "It had sunk in minutes."),
        ],
    ),
    (
        "The union said the company had lied to its workers and that it had hidden the risks.",
        [
            ("The union", "alleges", "The company had lied to its workers."),
            ("The union", "alleges", "It had hidden the risks."),
        ],
    ),
    # who bears an office alone, and whose the company is
    (
        "Governor Ray Hutch was charged on Monday. A prosecutor said the governor took bribes.",
        [("A prosecutor", "alleges", "Ray Hutch took bribes.")],
    ),
    (
        "The finance minister, Ada Lund, met the foreign minister, Karl Moss. An aide said "
        "the minister was ill.",
        [("An aide", "alleges", "The minister was ill.")],
    ),
    (
        "Ardent's chief executive, Paula Reyes, told investors that the company was working "
        "on a new phone.",
        [("Ardent", "alleges", "Ardent was working on a new phone.")],
    ),
    (
        "A spokesman for the Orsk Fire Service said the company had ignored warnings.",
        [("Orsk Fire Service", "alleges", "The company had ignored warnings.")],
    ),
    # two who were told of together
    (
        "Britain expelled two Moldanian diplomats on Tuesday. The foreign secretary, Helen "
        "Carr, told parliament that the pair were undeclared intelligence officers.",
        [
            (
                "Helen Carr",
                "alleges",
                ("The two Moldanian diplomats were undeclared intelligence officers."),
            )
        ],
    ),
    (
        "Two men and two women were held. Police said the pair were from Orsk.",
        [("Police", "alleges", "The pair were from Orsk.")],
    ),
    # who is named behind "he" is not he
    (
        "Abdel Bary, a rapper, went to Syria in May. It is believed he was indoctrinated by "
        "an Islamic preacher named Anjem Choud.",
        [
            (
                "unattributed",
                "alleges",
                ("Abdel Bary was indoctrinated by an Islamic preacher named Anjem Choud."),
            )
        ],
    ),
    # a name is told once, and nobody who may be another is "he"
    (
        "\"I've seen the same drawings and I think they're of an old phone,\" said Mina Feld.",
        [
            (
                "Mina Feld",
                "alleges",
                ("Mina Feld has seen the same drawings and they are of an old phone."),
            )
        ],
    ),
    (
        '"I saw the man fall and I ran," Jorge Ruiz said.',
        [("Jorge Ruiz", "alleges", "Jorge Ruiz saw the man fall and Jorge Ruiz ran.")],
    ),
    (
        "A clerk confirmed the sale. She asked that her name be withheld because she feared "
        "for her job.",
        [("A clerk", "confirms", "There was a sale.")],
    ),
    (
        '"I was sure that he had left, and was told that the door was shut," said Karl Orr of '
        "his brother, Tom Orr.",
        [("Karl Orr", "alleges", "He had left.")],
    ),
]


@pytest.mark.parametrize(("text", "told"), TOLD)
def test_whom_a_pronoun_means(text: str, told: list[tuple[str, str, str]]) -> None:
    """All findings of a passage."""
    assert tell(text) == told
