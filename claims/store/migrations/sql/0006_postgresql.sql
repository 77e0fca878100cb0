CREATE INDEX ix_board_stage_assignee_last_change_claim_id ON board (stage, assignee, last_change, claim_id)

DROP INDEX ix_board_party_party_id_value_last_change_claim_id
