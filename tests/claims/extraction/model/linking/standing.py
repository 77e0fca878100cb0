"""Positions with their words, for tests of what keeps them on two claims."""

from claims.extraction.model.linking.linked import Linked
from claims.extraction.wording.joining import claim_key
from claims.model import Stance
from tests.claims.extraction.model.linking.test_linking import position

CLAUSE = ("nominal=False",)


def stand(claim: str, party: str, stance: Stance = Stance.ALLEGES, words: str = "") -> Linked:
    """A position with the words of its claim, told in ``words`` where these are others."""
    told = position(claim, stance, party=party)
    told.features = CLAUSE
    quote = words or f"{party} said: {claim}"
    return Linked(told, claim_key(claim), claim_key(quote), quote, 0)
