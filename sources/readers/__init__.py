"""Material to documents: text, HTML, RSS and Atom, JSON Lines, fact-checks.

``find_inputs`` lists what a person named, ``capture_*`` takes the bytes, and
``read_capture`` yields documents and, for what cannot be read, failures.
"""

from sources.readers.decode import make_storable
from sources.readers.inputs import (
    InputError,
    Stdin,
    capture_bytes,
    capture_file,
    capture_stdin,
    find_inputs,
)
from sources.readers.registry import READERS, read_capture

__all__ = [
    "READERS",
    "InputError",
    "Stdin",
    "capture_bytes",
    "capture_file",
    "capture_stdin",
    "find_inputs",
    "make_storable",
    "read_capture",
]
