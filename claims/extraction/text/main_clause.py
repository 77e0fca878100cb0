"""The main clause of a sentence: a negation beside it does not make the sentence negative.

"The man, who was not armed, fled" tells that he fled, and "Lima is no smaller than Quito" denies
nothing.
"""

from __future__ import annotations

import re

_HELPING = (
    r"(?:(?:is|are|was|were|ha[sd]|have|do|does|did|will|would|can|could|should|may|might|must)"
    r"(?:n['’]t| not| never)|can(?:no|['’])t|won['’]t|never)\b"
)
_BESIDE = re.compile(
    r"(?<=\w), (?:who|whom|whose|which|where)\b[^,;]*"
    rf"|(?<=\w) (?:who|which|(?<!says )(?<!said )that)(?: \w+ly)? {_HELPING}"
    r"|(?<=\w),? (?:because|(?:even )?though|although|while|whereas|unless|since|so that|if|when|"
    r"how)"
    r"\b[^,;]*"
    r"|^(?:because|(?:even )?though|although|while|whereas|unless|since|if|when|as)\b[^,;]*,"
    r"|(?<=\w),? but\b(?! (?:not|no|never)\b).*"
    r"|(?<=\w), and (?:that|this|these|it|he|she|they|we|I|you|there)\b.*"
    r"|\bnot (?:only|just|merely|least|long (?:ago|after|before)|to mention)\b"
    r"|\bno (?:doubt\b|(?:more|less|\w+er) than\b)|\bwhether or not\b",
    re.I | re.S,
)
"""What stands beside the main clause, and what says "not" or "no" and denies nothing."""


def main_clause(text: str) -> str:
    """The text with blanks in place of what stands beside its main clause: as long as it was."""
    return _BESIDE.sub(lambda match: " " * len(match[0]), text)
