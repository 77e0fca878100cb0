"""Which positions are on one claim, and the sentence that it is told in."""
