"""A text cut up, and what its words are by themselves. Knows no party and no claim."""
