"""The sentence in which a single position's claim is told best."""
