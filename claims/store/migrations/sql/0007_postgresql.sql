CREATE TABLE party_count (
	party_id BIGINT NOT NULL,
	claims BIGINT NOT NULL,
	stances BIGINT NOT NULL,
	CONSTRAINT pk_party_count PRIMARY KEY (party_id)
)

CREATE INDEX ix_party_count_claims_party_id ON party_count (claims, party_id)

CREATE TABLE outlet_count (
	outlet_id VARCHAR NOT NULL,
	documents BIGINT NOT NULL,
	last_document_id BIGINT NOT NULL,
	CONSTRAINT pk_outlet_count PRIMARY KEY (outlet_id)
)

CREATE TABLE status_day (
	day DATE NOT NULL,
	status VARCHAR(32) NOT NULL,
	change BIGINT NOT NULL,
	CONSTRAINT pk_status_day PRIMARY KEY (day, status),
	CONSTRAINT ck_status_day_status CHECK (status IN ('unverified', 'contested', 'acknowledged', 'supported', 'refuted', 'misleading', 'unverifiable'))
)

INSERT INTO party_count (party_id, claims, stances)
SELECT party_id, count(*), sum(stances) FROM board_party GROUP BY party_id

INSERT INTO outlet_count (outlet_id, documents, last_document_id)
SELECT coalesce(outlet_id, ''), count(*), max(id) FROM document GROUP BY coalesce(outlet_id, '')

INSERT INTO status_day (day, status, change)
SELECT day, status, sum(change)
FROM (
    SELECT DATE '1970-01-01' + (opened_at / 86400000000)::integer AS day, 'unverified' AS status, count(*) AS change
    FROM claim GROUP BY 1
    UNION ALL
    SELECT DATE '1970-01-01' + (at / 86400000000)::integer, coalesce(source, 'unverified'), -count(*)
    FROM status_change GROUP BY 1, 2
    UNION ALL
    SELECT DATE '1970-01-01' + (at / 86400000000)::integer, target, count(*)
    FROM status_change GROUP BY 1, 2
) AS changes
GROUP BY day, status
HAVING sum(change) <> 0

DROP INDEX ix_board_text_words

ALTER TABLE board DROP COLUMN board_text_words

ALTER TABLE board ADD COLUMN board_text_words tsvector GENERATED ALWAYS AS (to_tsvector('simple', text) || array_to_tsvector(ARRAY[' status ' || status, ' stage ' || stage])) STORED

CREATE INDEX ix_board_text_words ON board USING gin (board_text_words)
