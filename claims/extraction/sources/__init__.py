"""Who speaks: a source's noun phrase, pronouns and metonyms, and the party behind them."""
