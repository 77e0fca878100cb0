DROP VIEW v_claim_status

CREATE VIEW v_claim_status AS SELECT
    b.claim_id AS claim_id,
    b.text AS claim,
    b.status AS status,
    b.status_basis AS status_basis,
    b.suggestion AS suggestion,
    b.stage AS stage,
    (SELECT coalesce(group_concat(value, ', '), '') FROM json_each(b.flags)) AS flags,
    b.commitment AS commitment,
    b.assignee AS assignee,
    b.stances AS stances,
    b.documents AS documents,
    b.origins AS origins,
    b.supports AS supports,
    b.undermines AS undermines,
    b.context AS context,
    b.proposals AS open_proposals,
    b.first_day AS first_day,
    b.last_day AS last_day,
    strftime('%Y-%m-%dT%H:%M:%SZ', b.opened_at / 1000000, 'unixepoch') AS opened_at,
    strftime('%Y-%m-%dT%H:%M:%SZ', b.last_change / 1000000, 'unixepoch') AS last_change,
    CASE WHEN b.published THEN 'yes' ELSE 'no' END AS published,
    strftime('%Y-%m-%dT%H:%M:%SZ', coalesce((SELECT h.at FROM status_change h WHERE h.claim_id = b.claim_id ORDER BY h.id DESC LIMIT 1), b.opened_at) / 1000000, 'unixepoch') AS status_since
FROM board b
