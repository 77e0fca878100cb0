DROP VIEW v_documents

CREATE VIEW v_documents AS SELECT
    d.id AS document_id,
    d.title AS title,
    d.name AS name,
    d.kind AS kind,
    d.outlet_name AS outlet,
    d.outlet_reliability AS outlet_reliability,
    o.name AS origin,
    d.language AS language,
    d.url AS url,
    to_char(to_timestamp(d.published_at / 1000000) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS published_at,
    to_char(to_timestamp(d.recorded_at / 1000000) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS recorded_at,
    length(d.text) AS characters,
    (SELECT count(*) FROM matrix_cell m WHERE m.document_id = d.id) AS stances,
    d.capture_sha256 AS capture_sha256,
    (SELECT r.extractor FROM reading r WHERE r.document_id = d.id ORDER BY r.id DESC LIMIT 1) AS read_by,
    (SELECT r.skipped FROM reading r WHERE r.document_id = d.id ORDER BY r.id DESC LIMIT 1) AS not_read
FROM document d JOIN origin o ON o.id = d.origin_id
