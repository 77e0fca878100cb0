CREATE INDEX ix_board_stage_assignee_last_change_claim_id ON board (stage, assignee, last_change, claim_id)

DROP INDEX ix_board_party_party_id_value_last_change_claim_id

DROP TABLE board_text

CREATE VIRTUAL TABLE board_text USING fts5(text, tokenize = 'unicode61 remove_diacritics 2', prefix = '3 4')

INSERT INTO board_text (rowid, text) SELECT claim_id, text FROM board
