"""Clean, compare and spell names. Deterministic and pure."""

from __future__ import annotations

import hashlib
import re
import unicodedata

_QUOTES = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "`": "'", "“": '"', "”": '"', "\u00a0": " ", "\u00ad": None}
    | dict.fromkeys("‐‑‒–—", "-")
)
_EDGES = " \t\r\n\"'.,;:!?()[]{}<>*«»|"
_ARTICLE = re.compile(r"^(?:the|a|an)\s+(?=\S)", re.IGNORECASE)
_POSSESSIVE = re.compile(r"(?:'s|(?<=s)')$", re.IGNORECASE)
_DOTTED = re.compile(r"\b(?:[A-Za-z]\.\s?){2,}")
_SPACES = re.compile(r"\s+")
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
SLUG_CHARS = 80
"""Longest slug, in characters, before a digest is added."""


def clean(name: str) -> str:
    """Straighten quotes, dashes and spaces, drop edge punctuation and dots of acronyms.

    Case stays: "U.S. " gives "US", "‘Pyongyang’" gives "Pyongyang".
    """
    text = _SPACES.sub(" ", unicodedata.normalize("NFKC", name).translate(_QUOTES)).strip()
    text = _DOTTED.sub(_join_dotted, text)
    return text.strip(_EDGES)


def _join_dotted(found: re.Match[str]) -> str:
    letters = found.group().replace(".", "").replace(" ", "")
    return letters + (" " if found.group().endswith(" ") else "")


def strip_article(name: str) -> str:
    """Drop one leading "the", "a" or "an"; a name that is only an article stays."""
    return _ARTICLE.sub("", name)


def strip_possessive(name: str) -> str:
    """Drop a final 's, or the apostrophe after a final s."""
    return _POSSESSIVE.sub("", name) or name


def fold(text: str) -> str:
    """Drop accents, so that "Élysée" and "Elysee" compare equal. Case stays."""
    if text.isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def normalise(name: str) -> str:
    """The key under which two spellings of one name compare equal.

    No article, possessive, accents, dots of acronyms, case or hyphens. May be
    empty where the name holds no letter, digit or sign that counts.
    """
    bare = strip_possessive(strip_article(clean(name)))
    folded = fold(bare).casefold().replace("-", " ").replace("'", "")
    return _SPACES.sub(" ", folded).strip(_EDGES)


def slug(name: str) -> str:
    """A party id for a name that the catalogue lacks: kebab-case ASCII, never empty.

    Names equal under ``normalise`` give one slug. Where letters are lost
    (other scripts) or the name is very long, eight hex digits of the SHA-256
    of the normalised name keep different names apart.
    """
    key = normalise(name)
    kebab = _NOT_SLUG.sub("-", key).strip("-")
    lossy = any(c.isalnum() and not c.isascii() for c in key)
    if kebab and not lossy and len(kebab) <= SLUG_CHARS:
        return kebab
    digest = hashlib.sha256((key or name).encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{kebab[:SLUG_CHARS].rstrip('-') or 'party'}-{digest}"
