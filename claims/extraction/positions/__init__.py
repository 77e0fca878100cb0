"""Second pass: every position on a worded claim, and how sure it is."""
