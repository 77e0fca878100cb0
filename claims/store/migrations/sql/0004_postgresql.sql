DROP INDEX ix_board_text

ALTER TABLE board ADD COLUMN board_text_words tsvector GENERATED ALWAYS AS (to_tsvector('simple', text)) STORED

CREATE INDEX ix_board_text_words ON board USING gin (board_text_words)
