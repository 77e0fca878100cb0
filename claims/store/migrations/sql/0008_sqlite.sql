CREATE INDEX ix_decision_actor_claim_id ON decision (actor, claim_id)

DROP TABLE board_text

CREATE VIRTUAL TABLE board_text USING fts5(text, place, tokenize = 'unicode61 remove_diacritics 2', prefix = '3 4')

INSERT INTO board_text (rowid, text, place)
SELECT claim_id, text, char(57344) || replace(status, '_', '') || ' ' || char(57345) || replace(stage, '_', '') FROM board
