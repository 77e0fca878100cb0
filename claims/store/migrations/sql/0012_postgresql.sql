DROP VIEW v_claim_status

CREATE VIEW v_claim_status AS SELECT
    b.claim_id AS claim_id,
    b.text AS claim,
    b.status AS status,
    b.status_basis AS status_basis,
    b.suggestion AS suggestion,
    b.stage AS stage,
    (SELECT coalesce(string_agg(word, ', ' ORDER BY place), '') FROM jsonb_array_elements_text(b.flags::jsonb) WITH ORDINALITY AS list(word, place)) AS flags,
    b.commitment AS commitment,
    b.assignee AS assignee,
    b.stances AS stances,
    b.documents AS documents,
    b.origins AS origins,
    b.supports AS supports,
    b.undermines AS undermines,
    b.context AS context,
    b.proposals AS open_proposals,
    to_char(b.first_day, 'YYYY-MM-DD') AS first_day,
    to_char(b.last_day, 'YYYY-MM-DD') AS last_day,
    to_char(to_timestamp(b.opened_at / 1000000) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS opened_at,
    to_char(to_timestamp(b.last_change / 1000000) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS last_change,
    CASE WHEN b.published THEN 'yes' ELSE 'no' END AS published,
    to_char(to_timestamp(coalesce((SELECT h.at FROM status_change h WHERE h.claim_id = b.claim_id ORDER BY h.id DESC LIMIT 1), b.opened_at) / 1000000) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS status_since
FROM board b
