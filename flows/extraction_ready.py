"""Extraction with its lexicons and model in memory, loaded by importing this module.

The servers that fork worker processes import it once; each worker then starts with
all of it, and shares the memory.
"""

from __future__ import annotations

from claims.extraction import extract
from claims.model import Document

SENTENCE = "A spokesman said on Monday that the ministry had denied the report."

extract(Document(text=SENTENCE, language="en"))
