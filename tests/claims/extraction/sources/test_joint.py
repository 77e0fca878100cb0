"""Where a phrase that tells of several parties is split, and where not."""

import pytest

from claims.extraction.names.entities import Register
from claims.extraction.sources.joint import split_joint
from claims.extraction.text.segment import segment


@pytest.mark.parametrize(
    ("phrase", "parts"),
    [
        ("Lima, Quito and La Paz", ["Lima", "Quito", "La Paz"]),
        ("Lima and the army", ["Lima", "the army"]),
        ("the police and the health board", ["the police", "the health board"]),
        ("police and the city's health board", ["police", "the city's health board"]),
        ("a nurse and a doctor", ["a nurse", "a doctor"]),
        ("the bank and its auditors", ["the bank", "its auditors"]),
        ("Karl Orr and his wife", ["Karl Orr", "his wife"]),
        ("a lawyer for the bank and a spokesman for the police",
         ["a lawyer for the bank", "a spokesman for the police"]),
        ("officials and residents", ["officials", "residents"]),
        ("the ministry of trade and industry", ["the ministry of trade and industry"]),
        ("the head of research and safety", ["the head of research and safety"]),
        ("U.S. and French prosecutors", ["U.S. and French prosecutors"]),
    ],
)  # fmt: skip
def test_a_joint_phrase_is_split(phrase: str, parts: list[str]) -> None:
    page = segment(f"{phrase} denied it.")
    sentence = page.sentences[0]
    last = len(sentence.tokens) - 3
    found = split_joint(Register(page), sentence, 0, last)
    tokens = sentence.tokens
    assert [page.text[tokens[a].start : tokens[b - 1].end] for a, b in found] == parts
