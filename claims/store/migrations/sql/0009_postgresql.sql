CREATE INDEX ix_party_part_of ON party (part_of)

CREATE INDEX ix_party_organ_of ON party (organ_of)
