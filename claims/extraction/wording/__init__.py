"""A claim as one self-contained sentence, and which sentences tell the same."""
