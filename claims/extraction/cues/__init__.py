"""Words that tell a position ("said", "denied", "reportedly"), and which stance they tell."""
