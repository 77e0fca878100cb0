CREATE TABLE party_count (
	party_id INTEGER NOT NULL,
	claims INTEGER NOT NULL,
	stances INTEGER NOT NULL,
	CONSTRAINT pk_party_count PRIMARY KEY (party_id)
)

CREATE INDEX ix_party_count_claims_party_id ON party_count (claims, party_id)

CREATE TABLE outlet_count (
	outlet_id VARCHAR NOT NULL,
	documents INTEGER NOT NULL,
	last_document_id INTEGER NOT NULL,
	CONSTRAINT pk_outlet_count PRIMARY KEY (outlet_id)
)

CREATE TABLE status_day (
	day DATE NOT NULL,
	status VARCHAR(32) NOT NULL,
	change INTEGER NOT NULL,
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
    SELECT date(opened_at / 1000000, 'unixepoch') AS day, 'unverified' AS status, count(*) AS change
    FROM claim GROUP BY 1
    UNION ALL
    SELECT date(at / 1000000, 'unixepoch'), coalesce(source, 'unverified'), -count(*)
    FROM status_change GROUP BY 1, 2
    UNION ALL
    SELECT date(at / 1000000, 'unixepoch'), target, count(*)
    FROM status_change GROUP BY 1, 2
) AS changes
GROUP BY day, status
HAVING sum(change) <> 0
