"""A language model at the seam of ``extract``: what it is asked, and what of its answer counts.

Pure: the question goes out and the answer comes back through a callable that the
caller hands in. Nothing that the model says is taken on trust. A stance counts
only where its quote stands in the text, character for character, its party is
named there, and its claim is made of the text's words; all else is refused, with
the reason.
"""

from claims.extraction.llm.answer import BadAnswerError
from claims.extraction.llm.question import Ask, Question
from claims.extraction.llm.read import Told, name_reader, read_document

__all__ = ["Ask", "BadAnswerError", "Question", "Told", "name_reader", "read_document"]
