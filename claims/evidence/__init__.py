"""Origins, grading and retrieval of evidence. Pure."""
