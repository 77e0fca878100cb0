CREATE TABLE capture (
	id BIGINT NOT NULL,
	seq BIGINT NOT NULL,
	sha256 VARCHAR(64) NOT NULL,
	name TEXT NOT NULL,
	media_type VARCHAR NOT NULL,
	size_bytes BIGINT NOT NULL,
	url TEXT,
	captured_at BIGINT NOT NULL,
	CONSTRAINT pk_capture PRIMARY KEY (id),
	CONSTRAINT uq_capture_sha256 UNIQUE (sha256)
)

CREATE INDEX ix_capture_seq ON capture (seq)

CREATE TABLE origin (
	id BIGINT NOT NULL,
	seq BIGINT NOT NULL,
	key TEXT NOT NULL,
	name TEXT NOT NULL,
	CONSTRAINT pk_origin PRIMARY KEY (id),
	CONSTRAINT uq_origin_key UNIQUE (key)
)

CREATE INDEX ix_origin_seq ON origin (seq)

CREATE TABLE document (
	id BIGINT NOT NULL,
	seq BIGINT NOT NULL,
	capture_sha256 VARCHAR(64) NOT NULL,
	item TEXT NOT NULL,
	kind VARCHAR NOT NULL,
	name TEXT NOT NULL,
	text TEXT NOT NULL,
	text_sha256 VARCHAR(64) NOT NULL,
	title TEXT NOT NULL,
	outlet_id VARCHAR,
	outlet_name TEXT,
	outlet_reliability VARCHAR(1),
	organ_of VARCHAR,
	language VARCHAR(16),
	published_at BIGINT,
	url TEXT,
	origin_id BIGINT NOT NULL,
	recorded_at BIGINT NOT NULL,
	CONSTRAINT pk_document PRIMARY KEY (id),
	CONSTRAINT uq_document_capture_sha256_item UNIQUE (capture_sha256, item),
	CONSTRAINT fk_document_capture_sha256 FOREIGN KEY(capture_sha256) REFERENCES capture (sha256),
	CONSTRAINT fk_document_origin_id FOREIGN KEY(origin_id) REFERENCES origin (id)
)

CREATE INDEX ix_document_origin_id ON document (origin_id)

CREATE INDEX ix_document_outlet_id ON document (outlet_id)

CREATE INDEX ix_document_seq ON document (seq)

CREATE INDEX ix_document_text_sha256 ON document (text_sha256)

CREATE TABLE reading (
	id BIGINT NOT NULL,
	seq BIGINT NOT NULL,
	document_id BIGINT NOT NULL,
	extractor VARCHAR NOT NULL,
	skipped TEXT,
	findings INTEGER NOT NULL,
	recorded_at BIGINT NOT NULL,
	CONSTRAINT pk_reading PRIMARY KEY (id),
	CONSTRAINT uq_reading_document_id_extractor UNIQUE (document_id, extractor),
	CONSTRAINT fk_reading_document_id FOREIGN KEY(document_id) REFERENCES document (id)
)

CREATE INDEX ix_reading_seq ON reading (seq)

CREATE TABLE party (
	id BIGINT NOT NULL,
	seq BIGINT NOT NULL,
	key TEXT NOT NULL,
	name TEXT NOT NULL,
	kind VARCHAR(32) NOT NULL,
	part_of TEXT,
	organ_of TEXT,
	catalogued BOOLEAN NOT NULL,
	note TEXT,
	CONSTRAINT pk_party PRIMARY KEY (id),
	CONSTRAINT uq_party_key UNIQUE (key),
	CONSTRAINT ck_party_kind CHECK (kind IN ('state', 'government', 'institution', 'organisation', 'person', 'outlet', 'group', 'anonymous', 'unattributed', 'unknown'))
)

CREATE INDEX ix_party_seq ON party (seq)

CREATE TABLE party_name (
	id BIGINT NOT NULL,
	seq BIGINT NOT NULL,
	party_id BIGINT NOT NULL,
	name TEXT NOT NULL,
	document_id BIGINT,
	CONSTRAINT pk_party_name PRIMARY KEY (id),
	CONSTRAINT uq_party_name_party_id_name UNIQUE (party_id, name),
	CONSTRAINT fk_party_name_party_id FOREIGN KEY(party_id) REFERENCES party (id)
)

CREATE INDEX ix_party_name_name ON party_name (name)

CREATE INDEX ix_party_name_seq ON party_name (seq)

CREATE TABLE party_merge (
	id BIGINT NOT NULL,
	seq BIGINT NOT NULL,
	party_id BIGINT NOT NULL,
	into_id BIGINT NOT NULL,
	act VARCHAR(32) NOT NULL,
	actor VARCHAR NOT NULL,
	reason TEXT NOT NULL,
	at BIGINT NOT NULL,
	CONSTRAINT pk_party_merge PRIMARY KEY (id),
	CONSTRAINT fk_party_merge_party_id FOREIGN KEY(party_id) REFERENCES party (id),
	CONSTRAINT fk_party_merge_into_id FOREIGN KEY(into_id) REFERENCES party (id),
	CONSTRAINT ck_party_merge_act CHECK (act IN ('do', 'undo'))
)

CREATE INDEX ix_party_merge_into_id ON party_merge (into_id)

CREATE INDEX ix_party_merge_party_id ON party_merge (party_id)

CREATE INDEX ix_party_merge_seq ON party_merge (seq)

CREATE TABLE claim (
	id BIGINT NOT NULL,
	seq BIGINT NOT NULL,
	text TEXT NOT NULL,
	document_id BIGINT,
	split_from BIGINT,
	opened_at BIGINT NOT NULL,
	CONSTRAINT pk_claim PRIMARY KEY (id),
	CONSTRAINT fk_claim_document_id FOREIGN KEY(document_id) REFERENCES document (id)
)

CREATE INDEX ix_claim_seq ON claim (seq)

CREATE TABLE claim_merge (
	id BIGINT NOT NULL,
	seq BIGINT NOT NULL,
	claim_id BIGINT NOT NULL,
	into_id BIGINT NOT NULL,
	opposite BOOLEAN NOT NULL,
	act VARCHAR(32) NOT NULL,
	actor VARCHAR NOT NULL,
	reason TEXT NOT NULL,
	at BIGINT NOT NULL,
	CONSTRAINT pk_claim_merge PRIMARY KEY (id),
	CONSTRAINT fk_claim_merge_claim_id FOREIGN KEY(claim_id) REFERENCES claim (id),
	CONSTRAINT fk_claim_merge_into_id FOREIGN KEY(into_id) REFERENCES claim (id),
	CONSTRAINT ck_claim_merge_act CHECK (act IN ('do', 'undo'))
)

CREATE INDEX ix_claim_merge_claim_id ON claim_merge (claim_id)

CREATE INDEX ix_claim_merge_into_id ON claim_merge (into_id)

CREATE INDEX ix_claim_merge_seq ON claim_merge (seq)

CREATE TABLE stance (
	id BIGINT NOT NULL,
	seq BIGINT NOT NULL,
	claim_id BIGINT NOT NULL,
	party_id BIGINT NOT NULL,
	speaker_id BIGINT,
	told_as TEXT NOT NULL,
	value VARCHAR(32) NOT NULL,
	mode VARCHAR(32) NOT NULL,
	commitment VARCHAR(32) NOT NULL,
	anonymous BOOLEAN NOT NULL,
	document_id BIGINT NOT NULL,
	start INTEGER NOT NULL,
	"end" INTEGER NOT NULL,
	exact TEXT NOT NULL,
	prefix TEXT NOT NULL,
	suffix TEXT NOT NULL,
	said_on DATE NOT NULL,
	origin_id BIGINT NOT NULL,
	confidence FLOAT NOT NULL,
	reasons TEXT NOT NULL,
	recorded_by VARCHAR NOT NULL,
	supersedes BIGINT,
	recorded_at BIGINT NOT NULL,
	CONSTRAINT pk_stance PRIMARY KEY (id),
	CONSTRAINT ck_stance_span CHECK ("end" > start),
	CONSTRAINT ck_stance_confidence CHECK (confidence BETWEEN 0 AND 1),
	CONSTRAINT fk_stance_claim_id FOREIGN KEY(claim_id) REFERENCES claim (id),
	CONSTRAINT fk_stance_party_id FOREIGN KEY(party_id) REFERENCES party (id),
	CONSTRAINT fk_stance_speaker_id FOREIGN KEY(speaker_id) REFERENCES party (id),
	CONSTRAINT ck_stance_value CHECK (value IN ('alleges', 'confirms', 'denies', 'doubts', 'neither_confirms_nor_denies', 'declines_to_comment', 'no_response', 'retracts')),
	CONSTRAINT ck_stance_mode CHECK (mode IN ('direct', 'indirect', 'hedged')),
	CONSTRAINT ck_stance_commitment CHECK (commitment IN ('certain', 'probable', 'possible')),
	CONSTRAINT fk_stance_document_id FOREIGN KEY(document_id) REFERENCES document (id),
	CONSTRAINT fk_stance_origin_id FOREIGN KEY(origin_id) REFERENCES origin (id),
	CONSTRAINT uq_stance_supersedes UNIQUE (supersedes)
)

CREATE INDEX ix_stance_claim_id ON stance (claim_id)

CREATE INDEX ix_stance_document_id_start ON stance (document_id, start)

CREATE INDEX ix_stance_party_id ON stance (party_id)

CREATE INDEX ix_stance_seq ON stance (seq)

CREATE TABLE stance_move (
	id BIGINT NOT NULL,
	seq BIGINT NOT NULL,
	stance_id BIGINT NOT NULL,
	claim_id BIGINT NOT NULL,
	actor VARCHAR NOT NULL,
	reason TEXT NOT NULL,
	at BIGINT NOT NULL,
	CONSTRAINT pk_stance_move PRIMARY KEY (id),
	CONSTRAINT fk_stance_move_stance_id FOREIGN KEY(stance_id) REFERENCES stance (id),
	CONSTRAINT fk_stance_move_claim_id FOREIGN KEY(claim_id) REFERENCES claim (id)
)

CREATE INDEX ix_stance_move_claim_id ON stance_move (claim_id)

CREATE INDEX ix_stance_move_seq ON stance_move (seq)

CREATE INDEX ix_stance_move_stance_id ON stance_move (stance_id)

CREATE TABLE evidence (
	id BIGINT NOT NULL,
	seq BIGINT NOT NULL,
	claim_id BIGINT NOT NULL,
	relation VARCHAR(32) NOT NULL,
	kind VARCHAR(32) NOT NULL,
	reliability VARCHAR(1) NOT NULL,
	credibility INTEGER NOT NULL,
	document_id BIGINT,
	start INTEGER,
	"end" INTEGER,
	exact TEXT,
	capture_sha256 VARCHAR(64),
	url TEXT,
	title TEXT NOT NULL,
	note TEXT NOT NULL,
	origin_id BIGINT NOT NULL,
	reasons TEXT NOT NULL,
	recorded_by VARCHAR NOT NULL,
	supersedes BIGINT,
	recorded_at BIGINT NOT NULL,
	CONSTRAINT pk_evidence PRIMARY KEY (id),
	CONSTRAINT ck_evidence_reliability CHECK (reliability IN ('A', 'B', 'C', 'D', 'E', 'F')),
	CONSTRAINT ck_evidence_credibility CHECK (credibility BETWEEN 1 AND 6),
	CONSTRAINT fk_evidence_claim_id FOREIGN KEY(claim_id) REFERENCES claim (id),
	CONSTRAINT ck_evidence_relation CHECK (relation IN ('supports', 'undermines', 'context')),
	CONSTRAINT ck_evidence_kind CHECK (kind IN ('span', 'file', 'record', 'fact_check')),
	CONSTRAINT fk_evidence_document_id FOREIGN KEY(document_id) REFERENCES document (id),
	CONSTRAINT fk_evidence_origin_id FOREIGN KEY(origin_id) REFERENCES origin (id),
	CONSTRAINT uq_evidence_supersedes UNIQUE (supersedes)
)

CREATE INDEX ix_evidence_claim_id ON evidence (claim_id)

CREATE INDEX ix_evidence_seq ON evidence (seq)

CREATE TABLE withdrawal (
	id BIGINT NOT NULL,
	seq BIGINT NOT NULL,
	what VARCHAR NOT NULL,
	row_id BIGINT NOT NULL,
	actor VARCHAR NOT NULL,
	reason TEXT NOT NULL,
	at BIGINT NOT NULL,
	CONSTRAINT pk_withdrawal PRIMARY KEY (id),
	CONSTRAINT uq_withdrawal_row_id_what UNIQUE (row_id, what),
	CONSTRAINT ck_withdrawal_what CHECK (what IN ('stance', 'evidence'))
)

CREATE INDEX ix_withdrawal_seq ON withdrawal (seq)

CREATE TABLE proposal (
	id BIGINT NOT NULL,
	seq BIGINT NOT NULL,
	kind VARCHAR(32) NOT NULL,
	claim_id BIGINT NOT NULL,
	other_claim_id BIGINT,
	opposite BOOLEAN NOT NULL,
	document_id BIGINT,
	start INTEGER,
	"end" INTEGER,
	exact TEXT,
	relation VARCHAR,
	score FLOAT NOT NULL,
	reasons TEXT NOT NULL,
	dedup_key TEXT NOT NULL,
	at BIGINT NOT NULL,
	CONSTRAINT pk_proposal PRIMARY KEY (id),
	CONSTRAINT ck_proposal_kind CHECK (kind IN ('same_claim', 'evidence')),
	CONSTRAINT fk_proposal_claim_id FOREIGN KEY(claim_id) REFERENCES claim (id),
	CONSTRAINT fk_proposal_other_claim_id FOREIGN KEY(other_claim_id) REFERENCES claim (id),
	CONSTRAINT fk_proposal_document_id FOREIGN KEY(document_id) REFERENCES document (id),
	CONSTRAINT uq_proposal_dedup_key UNIQUE (dedup_key)
)

CREATE INDEX ix_proposal_claim_id ON proposal (claim_id)

CREATE INDEX ix_proposal_other_claim_id ON proposal (other_claim_id)

CREATE INDEX ix_proposal_seq ON proposal (seq)

CREATE TABLE proposal_answer (
	id BIGINT NOT NULL,
	seq BIGINT NOT NULL,
	proposal_id BIGINT NOT NULL,
	accepted BOOLEAN NOT NULL,
	actor VARCHAR NOT NULL,
	reason TEXT NOT NULL,
	at BIGINT NOT NULL,
	CONSTRAINT pk_proposal_answer PRIMARY KEY (id),
	CONSTRAINT uq_proposal_answer_proposal_id UNIQUE (proposal_id),
	CONSTRAINT fk_proposal_answer_proposal_id FOREIGN KEY(proposal_id) REFERENCES proposal (id)
)

CREATE INDEX ix_proposal_answer_seq ON proposal_answer (seq)

CREATE TABLE assessment (
	id BIGINT NOT NULL,
	seq BIGINT NOT NULL,
	claim_id BIGINT NOT NULL,
	status VARCHAR(32) NOT NULL,
	flags TEXT NOT NULL,
	commitment VARCHAR,
	rule INTEGER NOT NULL,
	reasons TEXT NOT NULL,
	rests_on TEXT NOT NULL,
	would_change TEXT NOT NULL,
	at BIGINT NOT NULL,
	CONSTRAINT pk_assessment PRIMARY KEY (id),
	CONSTRAINT fk_assessment_claim_id FOREIGN KEY(claim_id) REFERENCES claim (id),
	CONSTRAINT ck_assessment_status CHECK (status IN ('unverified', 'contested', 'acknowledged', 'supported', 'refuted', 'misleading', 'unverifiable'))
)

CREATE INDEX ix_assessment_claim_id ON assessment (claim_id)

CREATE INDEX ix_assessment_seq ON assessment (seq)

CREATE TABLE decision (
	id BIGINT NOT NULL,
	seq BIGINT NOT NULL,
	claim_id BIGINT NOT NULL,
	status VARCHAR(32) NOT NULL,
	rationale TEXT NOT NULL,
	assessment_id BIGINT,
	actor VARCHAR NOT NULL,
	at BIGINT NOT NULL,
	CONSTRAINT pk_decision PRIMARY KEY (id),
	CONSTRAINT fk_decision_claim_id FOREIGN KEY(claim_id) REFERENCES claim (id),
	CONSTRAINT ck_decision_status CHECK (status IN ('unverified', 'contested', 'acknowledged', 'supported', 'refuted', 'misleading', 'unverifiable')),
	CONSTRAINT fk_decision_assessment_id FOREIGN KEY(assessment_id) REFERENCES assessment (id)
)

CREATE INDEX ix_decision_claim_id ON decision (claim_id)

CREATE INDEX ix_decision_seq ON decision (seq)

CREATE TABLE stage_move (
	id BIGINT NOT NULL,
	seq BIGINT NOT NULL,
	claim_id BIGINT NOT NULL,
	source VARCHAR(32) NOT NULL,
	target VARCHAR(32) NOT NULL,
	actor VARCHAR NOT NULL,
	role VARCHAR NOT NULL,
	reason TEXT NOT NULL,
	assignee VARCHAR,
	decision_id BIGINT,
	desk_of_one BOOLEAN NOT NULL,
	at BIGINT NOT NULL,
	CONSTRAINT pk_stage_move PRIMARY KEY (id),
	CONSTRAINT fk_stage_move_claim_id FOREIGN KEY(claim_id) REFERENCES claim (id),
	CONSTRAINT ck_stage_move_source CHECK (source IN ('new', 'triaged', 'assigned', 'in_review', 'decided', 'approved', 'published', 'challenged', 'parked', 'merged')),
	CONSTRAINT ck_stage_move_target CHECK (target IN ('new', 'triaged', 'assigned', 'in_review', 'decided', 'approved', 'published', 'challenged', 'parked', 'merged')),
	CONSTRAINT fk_stage_move_decision_id FOREIGN KEY(decision_id) REFERENCES decision (id)
)

CREATE INDEX ix_stage_move_claim_id ON stage_move (claim_id)

CREATE INDEX ix_stage_move_seq ON stage_move (seq)

CREATE TABLE status_change (
	id BIGINT NOT NULL,
	seq BIGINT NOT NULL,
	claim_id BIGINT NOT NULL,
	source VARCHAR(32),
	target VARCHAR(32) NOT NULL,
	basis VARCHAR NOT NULL,
	actor VARCHAR NOT NULL,
	reason TEXT NOT NULL,
	at BIGINT NOT NULL,
	CONSTRAINT pk_status_change PRIMARY KEY (id),
	CONSTRAINT ck_status_change_basis CHECK (basis IN ('suggested', 'decided')),
	CONSTRAINT fk_status_change_claim_id FOREIGN KEY(claim_id) REFERENCES claim (id),
	CONSTRAINT ck_status_change_source CHECK (source IN ('unverified', 'contested', 'acknowledged', 'supported', 'refuted', 'misleading', 'unverifiable')),
	CONSTRAINT ck_status_change_target CHECK (target IN ('unverified', 'contested', 'acknowledged', 'supported', 'refuted', 'misleading', 'unverifiable'))
)

CREATE INDEX ix_status_change_claim_id ON status_change (claim_id)

CREATE INDEX ix_status_change_seq ON status_change (seq)

CREATE TABLE publication (
	id BIGINT NOT NULL,
	seq BIGINT NOT NULL,
	claim_id BIGINT NOT NULL,
	decision_id BIGINT NOT NULL,
	actor VARCHAR NOT NULL,
	at BIGINT NOT NULL,
	CONSTRAINT pk_publication PRIMARY KEY (id),
	CONSTRAINT fk_publication_claim_id FOREIGN KEY(claim_id) REFERENCES claim (id),
	CONSTRAINT fk_publication_decision_id FOREIGN KEY(decision_id) REFERENCES decision (id)
)

CREATE INDEX ix_publication_claim_id ON publication (claim_id)

CREATE INDEX ix_publication_seq ON publication (seq)

CREATE TABLE failure (
	id BIGINT NOT NULL,
	seq BIGINT NOT NULL,
	name TEXT NOT NULL,
	item TEXT NOT NULL,
	step VARCHAR NOT NULL,
	reason TEXT NOT NULL,
	capture_sha256 VARCHAR(64),
	dedup_key TEXT NOT NULL,
	at BIGINT NOT NULL,
	CONSTRAINT pk_failure PRIMARY KEY (id),
	CONSTRAINT ck_failure_step CHECK (step IN ('read', 'extract', 'record'))
)

CREATE INDEX ix_failure_capture_sha256 ON failure (capture_sha256)

CREATE INDEX ix_failure_dedup_key ON failure (dedup_key)

CREATE INDEX ix_failure_seq ON failure (seq)

CREATE TABLE failure_answer (
	id BIGINT NOT NULL,
	seq BIGINT NOT NULL,
	failure_id BIGINT NOT NULL,
	outcome VARCHAR NOT NULL,
	actor VARCHAR NOT NULL,
	at BIGINT NOT NULL,
	CONSTRAINT pk_failure_answer PRIMARY KEY (id),
	CONSTRAINT ck_failure_answer_outcome CHECK (outcome IN ('recovered', 'given_up')),
	CONSTRAINT uq_failure_answer_failure_id UNIQUE (failure_id),
	CONSTRAINT fk_failure_answer_failure_id FOREIGN KEY(failure_id) REFERENCES failure (id)
)

CREATE INDEX ix_failure_answer_seq ON failure_answer (seq)

CREATE TABLE ledger_entry (
	seq BIGINT NOT NULL,
	at BIGINT NOT NULL,
	actor TEXT NOT NULL,
	action TEXT NOT NULL,
	note TEXT NOT NULL,
	content TEXT NOT NULL,
	previous_sha256 VARCHAR(64) NOT NULL,
	entry_sha256 VARCHAR(64) NOT NULL,
	CONSTRAINT pk_ledger_entry PRIMARY KEY (seq)
)

CREATE INDEX ix_ledger_entry_at ON ledger_entry (at)

CREATE TABLE outbox (
	id BIGINT NOT NULL,
	topic TEXT NOT NULL,
	key TEXT NOT NULL,
	payload TEXT NOT NULL,
	at BIGINT NOT NULL,
	delivered_at BIGINT,
	CONSTRAINT pk_outbox PRIMARY KEY (id)
)

CREATE INDEX ix_outbox_delivered_at_id ON outbox (delivered_at, id)

CREATE TABLE board (
	claim_id BIGINT NOT NULL,
	text TEXT NOT NULL,
	status VARCHAR(32) NOT NULL,
	status_basis VARCHAR NOT NULL,
	suggestion VARCHAR(32),
	stage VARCHAR(32) NOT NULL,
	flags TEXT NOT NULL,
	commitment VARCHAR,
	assignee VARCHAR,
	positions TEXT NOT NULL,
	stances INTEGER NOT NULL,
	documents INTEGER NOT NULL,
	origins INTEGER NOT NULL,
	supports INTEGER NOT NULL,
	undermines INTEGER NOT NULL,
	context INTEGER NOT NULL,
	proposals INTEGER NOT NULL,
	first_day DATE,
	last_day DATE,
	opened_at BIGINT NOT NULL,
	last_change BIGINT NOT NULL,
	published BOOLEAN NOT NULL,
	CONSTRAINT pk_board PRIMARY KEY (claim_id),
	CONSTRAINT ck_board_status CHECK (status IN ('unverified', 'contested', 'acknowledged', 'supported', 'refuted', 'misleading', 'unverifiable')),
	CONSTRAINT ck_board_suggestion CHECK (suggestion IN ('unverified', 'contested', 'acknowledged', 'supported', 'refuted', 'misleading', 'unverifiable')),
	CONSTRAINT ck_board_stage CHECK (stage IN ('new', 'triaged', 'assigned', 'in_review', 'decided', 'approved', 'published', 'challenged', 'parked', 'merged'))
)

CREATE INDEX ix_board_assignee_last_change_claim_id ON board (assignee, last_change, claim_id)

CREATE INDEX ix_board_last_change_claim_id ON board (last_change, claim_id)

CREATE INDEX ix_board_published_last_change_claim_id ON board (published, last_change, claim_id)

CREATE INDEX ix_board_stage_last_change_claim_id ON board (stage, last_change, claim_id)

CREATE INDEX ix_board_status_basis_last_change_claim_id ON board (status_basis, last_change, claim_id)

CREATE INDEX ix_board_status_last_change_claim_id ON board (status, last_change, claim_id)

CREATE INDEX ix_board_status_stage_last_change_claim_id ON board (status, stage, last_change, claim_id)

CREATE TABLE board_party (
	claim_id BIGINT NOT NULL,
	party_id BIGINT NOT NULL,
	value VARCHAR(32) NOT NULL,
	commitment VARCHAR(32) NOT NULL,
	day DATE NOT NULL,
	stances INTEGER NOT NULL,
	last_change BIGINT NOT NULL,
	CONSTRAINT pk_board_party PRIMARY KEY (claim_id, party_id),
	CONSTRAINT ck_board_party_value CHECK (value IN ('alleges', 'confirms', 'denies', 'doubts', 'neither_confirms_nor_denies', 'declines_to_comment', 'no_response', 'retracts')),
	CONSTRAINT ck_board_party_commitment CHECK (commitment IN ('certain', 'probable', 'possible'))
)

CREATE INDEX ix_board_party_party_id_last_change_claim_id ON board_party (party_id, last_change, claim_id)

CREATE INDEX ix_board_party_party_id_value_last_change_claim_id ON board_party (party_id, value, last_change, claim_id)

CREATE TABLE board_outlet (
	claim_id BIGINT NOT NULL,
	outlet_id VARCHAR NOT NULL,
	stances INTEGER NOT NULL,
	last_change BIGINT NOT NULL,
	CONSTRAINT pk_board_outlet PRIMARY KEY (claim_id, outlet_id)
)

CREATE INDEX ix_board_outlet_outlet_id_last_change_claim_id ON board_outlet (outlet_id, last_change, claim_id)

CREATE TABLE board_flag (
	claim_id BIGINT NOT NULL,
	flag VARCHAR NOT NULL,
	last_change BIGINT NOT NULL,
	CONSTRAINT pk_board_flag PRIMARY KEY (claim_id, flag)
)

CREATE INDEX ix_board_flag_flag_last_change_claim_id ON board_flag (flag, last_change, claim_id)

CREATE TABLE board_count (
	status VARCHAR(32) NOT NULL,
	stage VARCHAR(32) NOT NULL,
	n BIGINT NOT NULL,
	CONSTRAINT pk_board_count PRIMARY KEY (status, stage),
	CONSTRAINT ck_board_count_status CHECK (status IN ('unverified', 'contested', 'acknowledged', 'supported', 'refuted', 'misleading', 'unverifiable')),
	CONSTRAINT ck_board_count_stage CHECK (stage IN ('new', 'triaged', 'assigned', 'in_review', 'decided', 'approved', 'published', 'challenged', 'parked', 'merged'))
)

CREATE TABLE matrix_cell (
	stance_id BIGINT NOT NULL,
	claim_id BIGINT NOT NULL,
	party_id BIGINT NOT NULL,
	day DATE NOT NULL,
	value VARCHAR(32) NOT NULL,
	mode VARCHAR(32) NOT NULL,
	commitment VARCHAR(32) NOT NULL,
	anonymous BOOLEAN NOT NULL,
	document_id BIGINT NOT NULL,
	outlet_id VARCHAR,
	origin_id BIGINT NOT NULL,
	CONSTRAINT pk_matrix_cell PRIMARY KEY (stance_id),
	CONSTRAINT ck_matrix_cell_value CHECK (value IN ('alleges', 'confirms', 'denies', 'doubts', 'neither_confirms_nor_denies', 'declines_to_comment', 'no_response', 'retracts')),
	CONSTRAINT ck_matrix_cell_mode CHECK (mode IN ('direct', 'indirect', 'hedged')),
	CONSTRAINT ck_matrix_cell_commitment CHECK (commitment IN ('certain', 'probable', 'possible'))
)

CREATE INDEX ix_matrix_cell_claim_id_party_id_day_stance_id ON matrix_cell (claim_id, party_id, day, stance_id)

CREATE INDEX ix_matrix_cell_document_id ON matrix_cell (document_id)

CREATE INDEX ix_matrix_cell_party_id_day_stance_id ON matrix_cell (party_id, day, stance_id)

CREATE TABLE evidence_cell (
	evidence_id BIGINT NOT NULL,
	claim_id BIGINT NOT NULL,
	relation VARCHAR(32) NOT NULL,
	CONSTRAINT pk_evidence_cell PRIMARY KEY (evidence_id),
	CONSTRAINT ck_evidence_cell_relation CHECK (relation IN ('supports', 'undermines', 'context'))
)

CREATE INDEX ix_evidence_cell_claim_id_relation_evidence_id ON evidence_cell (claim_id, relation, evidence_id)

CREATE TABLE claim_term (
	term TEXT NOT NULL,
	claim_id BIGINT NOT NULL,
	CONSTRAINT pk_claim_term PRIMARY KEY (term, claim_id)
)

CREATE TABLE term_count (
	term TEXT NOT NULL,
	n BIGINT NOT NULL,
	CONSTRAINT pk_term_count PRIMARY KEY (term)
)

CREATE TABLE document_band (
	band BIGINT NOT NULL,
	document_id BIGINT NOT NULL,
	CONSTRAINT pk_document_band PRIMARY KEY (band, document_id)
)

CREATE TABLE document_sketch (
	document_id BIGINT NOT NULL,
	fingerprint BYTEA NOT NULL,
	CONSTRAINT pk_document_sketch PRIMARY KEY (document_id)
)

CREATE INDEX ix_board_text ON board USING gin (to_tsvector('simple', text))

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'facts are appended and never changed: % of % refused', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END $$

CREATE TRIGGER capture_no_change BEFORE UPDATE OR DELETE ON capture FOR EACH ROW EXECUTE FUNCTION refuse_change()

ALTER TABLE capture ENABLE ALWAYS TRIGGER capture_no_change

CREATE TRIGGER capture_no_truncate BEFORE TRUNCATE ON capture FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

ALTER TABLE capture ENABLE ALWAYS TRIGGER capture_no_truncate

CREATE TRIGGER origin_no_change BEFORE UPDATE OR DELETE ON origin FOR EACH ROW EXECUTE FUNCTION refuse_change()

ALTER TABLE origin ENABLE ALWAYS TRIGGER origin_no_change

CREATE TRIGGER origin_no_truncate BEFORE TRUNCATE ON origin FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

ALTER TABLE origin ENABLE ALWAYS TRIGGER origin_no_truncate

CREATE TRIGGER document_no_change BEFORE UPDATE OR DELETE ON document FOR EACH ROW EXECUTE FUNCTION refuse_change()

ALTER TABLE document ENABLE ALWAYS TRIGGER document_no_change

CREATE TRIGGER document_no_truncate BEFORE TRUNCATE ON document FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

ALTER TABLE document ENABLE ALWAYS TRIGGER document_no_truncate

CREATE TRIGGER reading_no_change BEFORE UPDATE OR DELETE ON reading FOR EACH ROW EXECUTE FUNCTION refuse_change()

ALTER TABLE reading ENABLE ALWAYS TRIGGER reading_no_change

CREATE TRIGGER reading_no_truncate BEFORE TRUNCATE ON reading FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

ALTER TABLE reading ENABLE ALWAYS TRIGGER reading_no_truncate

CREATE TRIGGER party_no_change BEFORE UPDATE OR DELETE ON party FOR EACH ROW EXECUTE FUNCTION refuse_change()

ALTER TABLE party ENABLE ALWAYS TRIGGER party_no_change

CREATE TRIGGER party_no_truncate BEFORE TRUNCATE ON party FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

ALTER TABLE party ENABLE ALWAYS TRIGGER party_no_truncate

CREATE TRIGGER party_name_no_change BEFORE UPDATE OR DELETE ON party_name FOR EACH ROW EXECUTE FUNCTION refuse_change()

ALTER TABLE party_name ENABLE ALWAYS TRIGGER party_name_no_change

CREATE TRIGGER party_name_no_truncate BEFORE TRUNCATE ON party_name FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

ALTER TABLE party_name ENABLE ALWAYS TRIGGER party_name_no_truncate

CREATE TRIGGER party_merge_no_change BEFORE UPDATE OR DELETE ON party_merge FOR EACH ROW EXECUTE FUNCTION refuse_change()

ALTER TABLE party_merge ENABLE ALWAYS TRIGGER party_merge_no_change

CREATE TRIGGER party_merge_no_truncate BEFORE TRUNCATE ON party_merge FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

ALTER TABLE party_merge ENABLE ALWAYS TRIGGER party_merge_no_truncate

CREATE TRIGGER claim_no_change BEFORE UPDATE OR DELETE ON claim FOR EACH ROW EXECUTE FUNCTION refuse_change()

ALTER TABLE claim ENABLE ALWAYS TRIGGER claim_no_change

CREATE TRIGGER claim_no_truncate BEFORE TRUNCATE ON claim FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

ALTER TABLE claim ENABLE ALWAYS TRIGGER claim_no_truncate

CREATE TRIGGER claim_merge_no_change BEFORE UPDATE OR DELETE ON claim_merge FOR EACH ROW EXECUTE FUNCTION refuse_change()

ALTER TABLE claim_merge ENABLE ALWAYS TRIGGER claim_merge_no_change

CREATE TRIGGER claim_merge_no_truncate BEFORE TRUNCATE ON claim_merge FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

ALTER TABLE claim_merge ENABLE ALWAYS TRIGGER claim_merge_no_truncate

CREATE TRIGGER stance_no_change BEFORE UPDATE OR DELETE ON stance FOR EACH ROW EXECUTE FUNCTION refuse_change()

ALTER TABLE stance ENABLE ALWAYS TRIGGER stance_no_change

CREATE TRIGGER stance_no_truncate BEFORE TRUNCATE ON stance FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

ALTER TABLE stance ENABLE ALWAYS TRIGGER stance_no_truncate

CREATE TRIGGER stance_move_no_change BEFORE UPDATE OR DELETE ON stance_move FOR EACH ROW EXECUTE FUNCTION refuse_change()

ALTER TABLE stance_move ENABLE ALWAYS TRIGGER stance_move_no_change

CREATE TRIGGER stance_move_no_truncate BEFORE TRUNCATE ON stance_move FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

ALTER TABLE stance_move ENABLE ALWAYS TRIGGER stance_move_no_truncate

CREATE TRIGGER evidence_no_change BEFORE UPDATE OR DELETE ON evidence FOR EACH ROW EXECUTE FUNCTION refuse_change()

ALTER TABLE evidence ENABLE ALWAYS TRIGGER evidence_no_change

CREATE TRIGGER evidence_no_truncate BEFORE TRUNCATE ON evidence FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

ALTER TABLE evidence ENABLE ALWAYS TRIGGER evidence_no_truncate

CREATE TRIGGER withdrawal_no_change BEFORE UPDATE OR DELETE ON withdrawal FOR EACH ROW EXECUTE FUNCTION refuse_change()

ALTER TABLE withdrawal ENABLE ALWAYS TRIGGER withdrawal_no_change

CREATE TRIGGER withdrawal_no_truncate BEFORE TRUNCATE ON withdrawal FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

ALTER TABLE withdrawal ENABLE ALWAYS TRIGGER withdrawal_no_truncate

CREATE TRIGGER proposal_no_change BEFORE UPDATE OR DELETE ON proposal FOR EACH ROW EXECUTE FUNCTION refuse_change()

ALTER TABLE proposal ENABLE ALWAYS TRIGGER proposal_no_change

CREATE TRIGGER proposal_no_truncate BEFORE TRUNCATE ON proposal FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

ALTER TABLE proposal ENABLE ALWAYS TRIGGER proposal_no_truncate

CREATE TRIGGER proposal_answer_no_change BEFORE UPDATE OR DELETE ON proposal_answer FOR EACH ROW EXECUTE FUNCTION refuse_change()

ALTER TABLE proposal_answer ENABLE ALWAYS TRIGGER proposal_answer_no_change

CREATE TRIGGER proposal_answer_no_truncate BEFORE TRUNCATE ON proposal_answer FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

ALTER TABLE proposal_answer ENABLE ALWAYS TRIGGER proposal_answer_no_truncate

CREATE TRIGGER assessment_no_change BEFORE UPDATE OR DELETE ON assessment FOR EACH ROW EXECUTE FUNCTION refuse_change()

ALTER TABLE assessment ENABLE ALWAYS TRIGGER assessment_no_change

CREATE TRIGGER assessment_no_truncate BEFORE TRUNCATE ON assessment FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

ALTER TABLE assessment ENABLE ALWAYS TRIGGER assessment_no_truncate

CREATE TRIGGER decision_no_change BEFORE UPDATE OR DELETE ON decision FOR EACH ROW EXECUTE FUNCTION refuse_change()

ALTER TABLE decision ENABLE ALWAYS TRIGGER decision_no_change

CREATE TRIGGER decision_no_truncate BEFORE TRUNCATE ON decision FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

ALTER TABLE decision ENABLE ALWAYS TRIGGER decision_no_truncate

CREATE TRIGGER stage_move_no_change BEFORE UPDATE OR DELETE ON stage_move FOR EACH ROW EXECUTE FUNCTION refuse_change()

ALTER TABLE stage_move ENABLE ALWAYS TRIGGER stage_move_no_change

CREATE TRIGGER stage_move_no_truncate BEFORE TRUNCATE ON stage_move FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

ALTER TABLE stage_move ENABLE ALWAYS TRIGGER stage_move_no_truncate

CREATE TRIGGER status_change_no_change BEFORE UPDATE OR DELETE ON status_change FOR EACH ROW EXECUTE FUNCTION refuse_change()

ALTER TABLE status_change ENABLE ALWAYS TRIGGER status_change_no_change

CREATE TRIGGER status_change_no_truncate BEFORE TRUNCATE ON status_change FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

ALTER TABLE status_change ENABLE ALWAYS TRIGGER status_change_no_truncate

CREATE TRIGGER publication_no_change BEFORE UPDATE OR DELETE ON publication FOR EACH ROW EXECUTE FUNCTION refuse_change()

ALTER TABLE publication ENABLE ALWAYS TRIGGER publication_no_change

CREATE TRIGGER publication_no_truncate BEFORE TRUNCATE ON publication FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

ALTER TABLE publication ENABLE ALWAYS TRIGGER publication_no_truncate

CREATE TRIGGER failure_no_change BEFORE UPDATE OR DELETE ON failure FOR EACH ROW EXECUTE FUNCTION refuse_change()

ALTER TABLE failure ENABLE ALWAYS TRIGGER failure_no_change

CREATE TRIGGER failure_no_truncate BEFORE TRUNCATE ON failure FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

ALTER TABLE failure ENABLE ALWAYS TRIGGER failure_no_truncate

CREATE TRIGGER failure_answer_no_change BEFORE UPDATE OR DELETE ON failure_answer FOR EACH ROW EXECUTE FUNCTION refuse_change()

ALTER TABLE failure_answer ENABLE ALWAYS TRIGGER failure_answer_no_change

CREATE TRIGGER failure_answer_no_truncate BEFORE TRUNCATE ON failure_answer FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

ALTER TABLE failure_answer ENABLE ALWAYS TRIGGER failure_answer_no_truncate

CREATE TRIGGER ledger_entry_no_change BEFORE UPDATE OR DELETE ON ledger_entry FOR EACH ROW EXECUTE FUNCTION refuse_change()

ALTER TABLE ledger_entry ENABLE ALWAYS TRIGGER ledger_entry_no_change

CREATE TRIGGER ledger_entry_no_truncate BEFORE TRUNCATE ON ledger_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()

ALTER TABLE ledger_entry ENABLE ALWAYS TRIGGER ledger_entry_no_truncate

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
    CASE WHEN b.published THEN 'yes' ELSE 'no' END AS published
FROM board b

CREATE VIEW v_stance_matrix AS SELECT
    m.claim_id AS claim_id,
    b.text AS claim,
    m.stance_id AS stance_id,
    p.key AS party_key,
    p.name AS party,
    sp.name AS speaker,
    s.told_as AS told_as,
    to_char(m.day, 'YYYY-MM-DD') AS day,
    m.value AS stance,
    s.value AS said,
    m.mode AS mode,
    m.commitment AS commitment,
    CASE WHEN m.anonymous THEN 'yes' ELSE 'no' END AS anonymous,
    s.exact AS quote,
    s.start AS start_char,
    s."end" AS end_char,
    m.document_id AS document_id,
    d.title AS title,
    d.outlet_name AS outlet,
    d.url AS url,
    to_char(to_timestamp(d.published_at / 1000000) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS published_at,
    o.name AS origin,
    s.confidence AS confidence,
    s.recorded_by AS recorded_by,
    to_char(to_timestamp(s.recorded_at / 1000000) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS recorded_at
FROM matrix_cell m JOIN stance s ON s.id = m.stance_id JOIN board b ON b.claim_id = m.claim_id
    JOIN party p ON p.id = m.party_id JOIN document d ON d.id = m.document_id
    JOIN origin o ON o.id = m.origin_id LEFT JOIN party sp ON sp.id = s.speaker_id

CREATE VIEW v_evidence AS SELECT
    c.claim_id AS claim_id,
    b.text AS claim,
    c.evidence_id AS evidence_id,
    c.relation AS relation,
    e.kind AS kind,
    e.reliability AS reliability,
    e.credibility AS credibility,
    o.name AS origin,
    e.title AS title,
    e.exact AS quote,
    e.note AS note,
    e.url AS url,
    e.document_id AS document_id,
    e.capture_sha256 AS file_sha256,
    e.recorded_by AS recorded_by,
    to_char(to_timestamp(e.recorded_at / 1000000) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS recorded_at
FROM evidence_cell c JOIN evidence e ON e.id = c.evidence_id
    JOIN board b ON b.claim_id = c.claim_id JOIN origin o ON o.id = e.origin_id

CREATE VIEW v_status_history AS SELECT
    h.id AS change_id,
    h.claim_id AS claim_id,
    c.text AS claim,
    h.source AS status_before,
    h.target AS status_after,
    h.basis AS basis,
    h.actor AS actor,
    h.reason AS reason,
    to_char(to_timestamp(h.at / 1000000) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS at
FROM status_change h JOIN claim c ON c.id = h.claim_id

CREATE VIEW v_party_positions AS SELECT
    p.key AS party_key,
    p.name AS party,
    p.kind AS party_kind,
    w.claim_id AS claim_id,
    b.text AS claim,
    w.value AS stance,
    w.commitment AS commitment,
    to_char(w.day, 'YYYY-MM-DD') AS day,
    w.stances AS stances,
    b.status AS status
FROM board_party w JOIN party p ON p.id = w.party_id JOIN board b ON b.claim_id = w.claim_id

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
    d.capture_sha256 AS capture_sha256
FROM document d JOIN origin o ON o.id = d.origin_id

CREATE VIEW v_ledger AS SELECT
    l.seq AS seq,
    to_char(to_timestamp(l.at / 1000000) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS at,
    l.actor AS actor,
    l.action AS action,
    l.note AS note,
    l.content AS content,
    l.previous_sha256 AS previous_sha256,
    l.entry_sha256 AS entry_sha256
FROM ledger_entry l
