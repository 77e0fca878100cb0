CREATE TABLE document_fold (
	document_id BIGINT NOT NULL,
	folded TEXT NOT NULL,
	CONSTRAINT pk_document_fold PRIMARY KEY (document_id)
)

DROP INDEX ix_board_text_words

ALTER TABLE board DROP COLUMN board_text_words

ALTER TABLE board ADD COLUMN board_text_words tsvector

CREATE INDEX ix_board_text_words ON board USING gin (board_text_words)
