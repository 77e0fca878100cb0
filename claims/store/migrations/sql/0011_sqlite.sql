CREATE TABLE document_fold (
	document_id INTEGER NOT NULL,
	folded TEXT NOT NULL,
	CONSTRAINT pk_document_fold PRIMARY KEY (document_id)
)

DELETE FROM board_text
