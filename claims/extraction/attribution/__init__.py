"""First pass: each cue with its source and its content."""
