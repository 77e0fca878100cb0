"""What is said in a clause that opens a sentence ends where the clause does."""

import pytest

from tests.claims.extraction.told import read_told

SAID = [
    ("After police said that the port was closed, ships turned back to Lima.",
     "The port was closed."),
    ("Although the mayor denied that the bridge was unsafe, two lanes were closed on Monday.",
     "The bridge was unsafe."),
    ("Since the army announced that the truce had ended, rebels have not shelled the town.",
     "The truce had ended."),
    ("When Mr Orr said that the bank, which is in Lima, had failed, nobody believed him.",
     "The bank, which is in Lima, had failed."),
    ("After its lawyers denied that the firm, a maker of toys, had cheated, its shares rose.",
     "The firm, a maker of toys, had cheated."),
    ("After the army said rebels had shelled the port, killing three, the mayor fled.",
     "Rebels had shelled the port, killing three."),
    ("When it was reported that the envoy had been killed, thousands wept.",
     "The envoy had been killed."),
    ("The ministry said that when the dam burst, the village was empty.",
     "When the dam burst, the village was empty."),
    ("Police said that the port was closed, the bridge was open.",
     "The port was closed, the bridge was open."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claim"), SAID)
def test_what_comes_after_the_clause_is_not_said(text: str, claim: str) -> None:
    assert claim in [told for _, _, told in read_told(text)]
