CREATE INDEX ix_claim_split_from ON claim (split_from)
