"""A quote begins and ends where another speaks, and goes on behind a colon."""

import pytest

from claims.extraction import extract
from claims.model import Document


@pytest.mark.parametrize(
    ("text", "party", "quote"),
    [
        (
            "The airline said flight 212 landed safely. Two passengers told the Courier that "
            "oxygen masks had not dropped. The airline said it had found no fault with the masks.",
            "Two passengers",
            "Two passengers told the Courier that oxygen masks had not dropped.",
        ),
        (
            "A source told the Courier the following:\n\n“Anna is not amused and pest control "
            "experts have been hired.”",
            "A source",
            "A source told the Courier the following:\n\n“Anna is not amused and pest control "
            "experts have been hired.”",
        ),
        (
            "The actor Paul Renner has died, the website Starbuzz reported. The hospital, St "
            "Anne's, said no patient of that name had been admitted.\nPolice in Casablanca said "
            "they had no report of any accident involving a foreigner.",
            "Police in Casablanca",
            "Police in Casablanca said they had no report of any accident involving a foreigner",
        ),
    ],
)
def test_where_a_quote_begins_and_ends(text: str, party: str, quote: str) -> None:
    found = [f.span.exact for f in extract(Document(text=text)).findings if f.party == party]
    assert quote in found
