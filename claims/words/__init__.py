"""Words of a sentence as both matching and evidence read them. Pure, knows no party."""

from claims.words.folding import fold, fold_words
from claims.words.lexicon import Concept, are_contrary, concept_of
from claims.words.numbers import Quantity, read_quantities
from claims.words.sentences import split_sentences
from claims.words.stems import content_stems, stem, stem_each
from claims.words.tokens import Token, tokenise

__all__ = [
    "Concept",
    "Quantity",
    "Token",
    "are_contrary",
    "concept_of",
    "content_stems",
    "fold",
    "fold_words",
    "read_quantities",
    "split_sentences",
    "stem",
    "stem_each",
    "tokenise",
]
