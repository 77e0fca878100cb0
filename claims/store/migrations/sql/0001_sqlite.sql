CREATE TABLE capture (
	id INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	sha256 VARCHAR(64) NOT NULL,
	name TEXT NOT NULL,
	media_type VARCHAR NOT NULL,
	size_bytes INTEGER NOT NULL,
	url TEXT,
	captured_at BIGINT NOT NULL,
	CONSTRAINT pk_capture PRIMARY KEY (id),
	CONSTRAINT uq_capture_sha256 UNIQUE (sha256)
)

CREATE INDEX ix_capture_seq ON capture (seq)

CREATE TABLE origin (
	id INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	"key" TEXT NOT NULL,
	name TEXT NOT NULL,
	CONSTRAINT pk_origin PRIMARY KEY (id),
	CONSTRAINT uq_origin_key UNIQUE ("key")
)

CREATE INDEX ix_origin_seq ON origin (seq)

CREATE TABLE document (
	id INTEGER NOT NULL,
	seq INTEGER NOT NULL,
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
	origin_id INTEGER NOT NULL,
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
	id INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	document_id INTEGER NOT NULL,
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
	id INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	"key" TEXT NOT NULL,
	name TEXT NOT NULL,
	kind VARCHAR(32) NOT NULL,
	part_of TEXT,
	organ_of TEXT,
	catalogued BOOLEAN NOT NULL,
	note TEXT,
	CONSTRAINT pk_party PRIMARY KEY (id),
	CONSTRAINT uq_party_key UNIQUE ("key"),
	CONSTRAINT ck_party_kind CHECK (kind IN ('state', 'government', 'institution', 'organisation', 'person', 'outlet', 'group', 'anonymous', 'unattributed', 'unknown'))
)

CREATE INDEX ix_party_seq ON party (seq)

CREATE TABLE party_name (
	id INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	party_id INTEGER NOT NULL,
	name TEXT NOT NULL,
	document_id INTEGER,
	CONSTRAINT pk_party_name PRIMARY KEY (id),
	CONSTRAINT uq_party_name_party_id_name UNIQUE (party_id, name),
	CONSTRAINT fk_party_name_party_id FOREIGN KEY(party_id) REFERENCES party (id)
)

CREATE INDEX ix_party_name_name ON party_name (name)

CREATE INDEX ix_party_name_seq ON party_name (seq)

CREATE TABLE party_merge (
	id INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	party_id INTEGER NOT NULL,
	into_id INTEGER NOT NULL,
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
	id INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	text TEXT NOT NULL,
	document_id INTEGER,
	split_from INTEGER,
	opened_at BIGINT NOT NULL,
	CONSTRAINT pk_claim PRIMARY KEY (id),
	CONSTRAINT fk_claim_document_id FOREIGN KEY(document_id) REFERENCES document (id)
)

CREATE INDEX ix_claim_seq ON claim (seq)

CREATE TABLE claim_merge (
	id INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	claim_id INTEGER NOT NULL,
	into_id INTEGER NOT NULL,
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
	id INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	claim_id INTEGER NOT NULL,
	party_id INTEGER NOT NULL,
	speaker_id INTEGER,
	told_as TEXT NOT NULL,
	value VARCHAR(32) NOT NULL,
	mode VARCHAR(32) NOT NULL,
	commitment VARCHAR(32) NOT NULL,
	anonymous BOOLEAN NOT NULL,
	document_id INTEGER NOT NULL,
	start INTEGER NOT NULL,
	"end" INTEGER NOT NULL,
	exact TEXT NOT NULL,
	prefix TEXT NOT NULL,
	suffix TEXT NOT NULL,
	said_on DATE NOT NULL,
	origin_id INTEGER NOT NULL,
	confidence FLOAT NOT NULL,
	reasons TEXT NOT NULL,
	recorded_by VARCHAR NOT NULL,
	supersedes INTEGER,
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
	id INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	stance_id INTEGER NOT NULL,
	claim_id INTEGER NOT NULL,
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
	id INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	claim_id INTEGER NOT NULL,
	relation VARCHAR(32) NOT NULL,
	kind VARCHAR(32) NOT NULL,
	reliability VARCHAR(1) NOT NULL,
	credibility INTEGER NOT NULL,
	document_id INTEGER,
	start INTEGER,
	"end" INTEGER,
	exact TEXT,
	capture_sha256 VARCHAR(64),
	url TEXT,
	title TEXT NOT NULL,
	note TEXT NOT NULL,
	origin_id INTEGER NOT NULL,
	reasons TEXT NOT NULL,
	recorded_by VARCHAR NOT NULL,
	supersedes INTEGER,
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
	id INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	what VARCHAR NOT NULL,
	row_id INTEGER NOT NULL,
	actor VARCHAR NOT NULL,
	reason TEXT NOT NULL,
	at BIGINT NOT NULL,
	CONSTRAINT pk_withdrawal PRIMARY KEY (id),
	CONSTRAINT uq_withdrawal_row_id_what UNIQUE (row_id, what),
	CONSTRAINT ck_withdrawal_what CHECK (what IN ('stance', 'evidence'))
)

CREATE INDEX ix_withdrawal_seq ON withdrawal (seq)

CREATE TABLE proposal (
	id INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	kind VARCHAR(32) NOT NULL,
	claim_id INTEGER NOT NULL,
	other_claim_id INTEGER,
	opposite BOOLEAN NOT NULL,
	document_id INTEGER,
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
	id INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	proposal_id INTEGER NOT NULL,
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
	id INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	claim_id INTEGER NOT NULL,
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
	id INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	claim_id INTEGER NOT NULL,
	status VARCHAR(32) NOT NULL,
	rationale TEXT NOT NULL,
	assessment_id INTEGER,
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
	id INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	claim_id INTEGER NOT NULL,
	source VARCHAR(32) NOT NULL,
	target VARCHAR(32) NOT NULL,
	actor VARCHAR NOT NULL,
	role VARCHAR NOT NULL,
	reason TEXT NOT NULL,
	assignee VARCHAR,
	decision_id INTEGER,
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
	id INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	claim_id INTEGER NOT NULL,
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
	id INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	claim_id INTEGER NOT NULL,
	decision_id INTEGER NOT NULL,
	actor VARCHAR NOT NULL,
	at BIGINT NOT NULL,
	CONSTRAINT pk_publication PRIMARY KEY (id),
	CONSTRAINT fk_publication_claim_id FOREIGN KEY(claim_id) REFERENCES claim (id),
	CONSTRAINT fk_publication_decision_id FOREIGN KEY(decision_id) REFERENCES decision (id)
)

CREATE INDEX ix_publication_claim_id ON publication (claim_id)

CREATE INDEX ix_publication_seq ON publication (seq)

CREATE TABLE failure (
	id INTEGER NOT NULL,
	seq INTEGER NOT NULL,
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
	id INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	failure_id INTEGER NOT NULL,
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
	seq INTEGER NOT NULL,
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
	id INTEGER NOT NULL,
	topic TEXT NOT NULL,
	"key" TEXT NOT NULL,
	payload TEXT NOT NULL,
	at BIGINT NOT NULL,
	delivered_at BIGINT,
	CONSTRAINT pk_outbox PRIMARY KEY (id)
)

CREATE INDEX ix_outbox_delivered_at_id ON outbox (delivered_at, id)

CREATE TABLE board (
	claim_id INTEGER NOT NULL,
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
	claim_id INTEGER NOT NULL,
	party_id INTEGER NOT NULL,
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
	claim_id INTEGER NOT NULL,
	outlet_id VARCHAR NOT NULL,
	stances INTEGER NOT NULL,
	last_change BIGINT NOT NULL,
	CONSTRAINT pk_board_outlet PRIMARY KEY (claim_id, outlet_id)
)

CREATE INDEX ix_board_outlet_outlet_id_last_change_claim_id ON board_outlet (outlet_id, last_change, claim_id)

CREATE TABLE board_flag (
	claim_id INTEGER NOT NULL,
	flag VARCHAR NOT NULL,
	last_change BIGINT NOT NULL,
	CONSTRAINT pk_board_flag PRIMARY KEY (claim_id, flag)
)

CREATE INDEX ix_board_flag_flag_last_change_claim_id ON board_flag (flag, last_change, claim_id)

CREATE TABLE board_count (
	status VARCHAR(32) NOT NULL,
	stage VARCHAR(32) NOT NULL,
	n INTEGER NOT NULL,
	CONSTRAINT pk_board_count PRIMARY KEY (status, stage),
	CONSTRAINT ck_board_count_status CHECK (status IN ('unverified', 'contested', 'acknowledged', 'supported', 'refuted', 'misleading', 'unverifiable')),
	CONSTRAINT ck_board_count_stage CHECK (stage IN ('new', 'triaged', 'assigned', 'in_review', 'decided', 'approved', 'published', 'challenged', 'parked', 'merged'))
)

CREATE TABLE matrix_cell (
	stance_id INTEGER NOT NULL,
	claim_id INTEGER NOT NULL,
	party_id INTEGER NOT NULL,
	day DATE NOT NULL,
	value VARCHAR(32) NOT NULL,
	mode VARCHAR(32) NOT NULL,
	commitment VARCHAR(32) NOT NULL,
	anonymous BOOLEAN NOT NULL,
	document_id INTEGER NOT NULL,
	outlet_id VARCHAR,
	origin_id INTEGER NOT NULL,
	CONSTRAINT pk_matrix_cell PRIMARY KEY (stance_id),
	CONSTRAINT ck_matrix_cell_value CHECK (value IN ('alleges', 'confirms', 'denies', 'doubts', 'neither_confirms_nor_denies', 'declines_to_comment', 'no_response', 'retracts')),
	CONSTRAINT ck_matrix_cell_mode CHECK (mode IN ('direct', 'indirect', 'hedged')),
	CONSTRAINT ck_matrix_cell_commitment CHECK (commitment IN ('certain', 'probable', 'possible'))
)

CREATE INDEX ix_matrix_cell_claim_id_party_id_day_stance_id ON matrix_cell (claim_id, party_id, day, stance_id)

CREATE INDEX ix_matrix_cell_document_id ON matrix_cell (document_id)

CREATE INDEX ix_matrix_cell_party_id_day_stance_id ON matrix_cell (party_id, day, stance_id)

CREATE TABLE evidence_cell (
	evidence_id INTEGER NOT NULL,
	claim_id INTEGER NOT NULL,
	relation VARCHAR(32) NOT NULL,
	CONSTRAINT pk_evidence_cell PRIMARY KEY (evidence_id),
	CONSTRAINT ck_evidence_cell_relation CHECK (relation IN ('supports', 'undermines', 'context'))
)

CREATE INDEX ix_evidence_cell_claim_id_relation_evidence_id ON evidence_cell (claim_id, relation, evidence_id)

CREATE TABLE claim_term (
	term TEXT NOT NULL,
	claim_id INTEGER NOT NULL,
	CONSTRAINT pk_claim_term PRIMARY KEY (term, claim_id)
)
 WITHOUT ROWID

CREATE TABLE term_count (
	term TEXT NOT NULL,
	n INTEGER NOT NULL,
	CONSTRAINT pk_term_count PRIMARY KEY (term)
)
 WITHOUT ROWID

CREATE TABLE document_band (
	band INTEGER NOT NULL,
	document_id INTEGER NOT NULL,
	CONSTRAINT pk_document_band PRIMARY KEY (band, document_id)
)
 WITHOUT ROWID

CREATE TABLE document_sketch (
	document_id INTEGER NOT NULL,
	fingerprint BLOB NOT NULL,
	CONSTRAINT pk_document_sketch PRIMARY KEY (document_id)
)

CREATE VIRTUAL TABLE board_text USING fts5(text, tokenize = 'unicode61 remove_diacritics 2')

CREATE TRIGGER capture_no_update BEFORE UPDATE ON capture BEGIN
    SELECT RAISE(ABORT, 'facts are appended and never changed: UPDATE of capture refused');
END

CREATE TRIGGER capture_no_delete BEFORE DELETE ON capture BEGIN
    SELECT RAISE(ABORT, 'facts are appended and never changed: DELETE of capture refused');
END

CREATE TRIGGER capture_no_replace BEFORE INSERT ON capture WHEN EXISTS (SELECT 1 FROM capture WHERE "id" = NEW."id") OR EXISTS (SELECT 1 FROM capture WHERE "sha256" = NEW."sha256") BEGIN
    SELECT RAISE(ABORT, 'facts are appended and never changed: capture holds that row already');
END

CREATE TRIGGER origin_no_update BEFORE UPDATE ON origin BEGIN
    SELECT RAISE(ABORT, 'facts are appended and never changed: UPDATE of origin refused');
END

CREATE TRIGGER origin_no_delete BEFORE DELETE ON origin BEGIN
    SELECT RAISE(ABORT, 'facts are appended and never changed: DELETE of origin refused');
END

CREATE TRIGGER origin_no_replace BEFORE INSERT ON origin WHEN EXISTS (SELECT 1 FROM origin WHERE "id" = NEW."id") OR EXISTS (SELECT 1 FROM origin WHERE "key" = NEW."key") BEGIN
    SELECT RAISE(ABORT, 'facts are appended and never changed: origin holds that row already');
END

CREATE TRIGGER document_no_update BEFORE UPDATE ON document BEGIN
    SELECT RAISE(ABORT, 'facts are appended and never changed: UPDATE of document refused');
END

CREATE TRIGGER document_no_delete BEFORE DELETE ON document BEGIN
    SELECT RAISE(ABORT, 'facts are appended and never changed: DELETE of document refused');
END

CREATE TRIGGER document_no_replace BEFORE INSERT ON document WHEN EXISTS (SELECT 1 FROM document WHERE "id" = NEW."id") OR EXISTS (SELECT 1 FROM document WHERE "capture_sha256" = NEW."capture_sha256" AND "item" = NEW."item") BEGIN
    SELECT RAISE(ABORT, 'facts are appended and never changed: document holds that row already');
END

CREATE TRIGGER reading_no_update BEFORE UPDATE ON reading BEGIN
    SELECT RAISE(ABORT, 'facts are appended and never changed: UPDATE of reading refused');
END

CREATE TRIGGER reading_no_delete BEFORE DELETE ON reading BEGIN
    SELECT RAISE(ABORT, 'facts are appended and never changed: DELETE of reading refused');
END

CREATE TRIGGER reading_no_replace BEFORE INSERT ON reading WHEN EXISTS (SELECT 1 FROM reading WHERE "id" = NEW."id") OR EXISTS (SELECT 1 FROM reading WHERE "document_id" = NEW."document_id" AND "extractor" = NEW."extractor") BEGIN
    SELECT RAISE(ABORT, 'facts are appended and never changed: reading holds that row already');
END

CREATE TRIGGER party_no_update BEFORE UPDATE ON party BEGIN
    SELECT RAISE(ABORT, 'facts are appended and never changed: UPDATE of party refused');
END

CREATE TRIGGER party_no_delete BEFORE DELETE ON party BEGIN
    SELECT RAISE(ABORT, 'facts are appended and never changed: DELETE of party refused');
END

CREATE TRIGGER party_no_replace BEFORE INSERT ON party WHEN EXISTS (SELECT 1 FROM party WHERE "id" = NEW."id") OR EXISTS (SELECT 1 FROM party WHERE "key" = NEW."key") BEGIN
    SELECT RAISE(ABORT, 'facts are appended and never changed: party holds that row already');
END

CREATE TRIGGER party_name_no_update BEFORE UPDATE ON party_name BEGIN
    SELECT RAISE(ABORT, 'facts are appended and never changed: UPDATE of party_name refused');
END

CREATE TRIGGER party_name_no_delete BEFORE DELETE ON party_name BEGIN
    SELECT RAISE(ABORT, 'facts are appended and never changed: DELETE of party_name refused');
END

CREATE TRIGGER party_name_no_replace BEFORE INSERT ON party_name WHEN EXISTS (SELECT 1 FROM party_name WHERE "id" = NEW."id") OR EXISTS (SELECT 1 FROM party_name WHERE "party_id" = NEW."party_id" AND "name" = NEW."name") BEGIN
    SELECT RAISE(ABORT, 'facts are appended and never changed: party_name holds that row already');
END

CREATE TRIGGER party_merge_no_update BEFORE UPDATE ON party_merge BEGIN
    SELECT RAISE(ABORT, 'facts are appended and never changed: UPDATE of party_merge refused');
END

CREATE TRIGGER party_merge_no_delete BEFORE DELETE ON party_merge BEGIN
    SELECT RAISE(ABORT, 'facts are appended and never changed: DELETE of party_merge refused');
END

CREATE TRIGGER party_merge_no_replace BEFORE INSERT ON party_merge WHEN EXISTS (SELECT 1 FROM party_merge WHERE "id" = NEW."id") BEGIN
    SELECT RAISE(ABORT, 'facts are appended and never changed: party_merge holds that row already');
END

CREATE TRIGGER claim_no_update BEFORE UPDATE ON claim BEGIN
    SELECT RAISE(ABORT, 'facts are appended and never changed: UPDATE of claim refused');
END

CREATE TRIGGER claim_no_delete BEFORE DELETE ON claim BEGIN
    SELECT RAISE(ABORT, 'facts are appended and never changed: DELETE of claim refused');
END

CREATE TRIGGER claim_no_replace BEFORE INSERT ON claim WHEN EXISTS (SELECT 1 FROM claim WHERE "id" = NEW."id") BEGIN
    SELECT RAISE(ABORT, 'facts are appended and never changed: claim holds that row already');
END

CREATE TRIGGER claim_merge_no_update BEFORE UPDATE ON claim_merge BEGIN
    SELECT RAISE(ABORT, 'facts are appended and never changed: UPDATE of claim_merge refused');
END

CREATE TRIGGER claim_merge_no_delete BEFORE DELETE ON claim_merge BEGIN
    SELECT RAISE(ABORT, 'facts are appended and never changed: DELETE of claim_merge refused');
END

CREATE TRIGGER claim_merge_no_replace BEFORE INSERT ON claim_merge WHEN EXISTS (SELECT 1 FROM claim_merge WHERE "id" = NEW."id") BEGIN
    SELECT RAISE(ABORT, 'facts are appended and never changed: claim_merge holds that row already');
END

CREATE TRIGGER stance_no_update BEFORE UPDATE ON stance BEGIN
    SELECT RAISE(ABORT, 'facts are appended and never changed: UPDATE of stance refused');
END

CREATE TRIGGER stance_no_delete BEFORE DELETE ON stance BEGIN
    SELECT RAISE(ABORT, 'facts are appended and never changed: DELETE of stance refused');
END

CREATE TRIGGER stance_no_replace BEFORE INSERT ON stance WHEN EXISTS (SELECT 1 FROM stance WHERE "id" = NEW."id") OR EXISTS (SELECT 1 FROM stance WHERE "supersedes" = NEW."supersedes") BEGIN
    SELECT RAISE(ABORT, 'facts are appended and never changed: stance holds that row already');
END

CREATE TRIGGER stance_move_no_update BEFORE UPDATE ON stance_move BEGIN
    SELECT RAISE(ABORT, 'facts are appended and never changed: UPDATE of stance_move refused');
END

CREATE TRIGGER stance_move_no_delete BEFORE DELETE ON stance_move BEGIN
    SELECT RAISE(ABORT, 'facts are appended and never changed: DELETE of stance_move refused');
END

CREATE TRIGGER stance_move_no_replace BEFORE INSERT ON stance_move WHEN EXISTS (SELECT 1 FROM stance_move WHERE "id" = NEW."id") BEGIN
    SELECT RAISE(ABORT, 'facts are appended and never changed: stance_move holds that row already');
END

CREATE TRIGGER evidence_no_update BEFORE UPDATE ON evidence BEGIN
    SELECT RAISE(ABORT, 'facts are appended and never changed: UPDATE of evidence refused');
END

CREATE TRIGGER evidence_no_delete BEFORE DELETE ON evidence BEGIN
    SELECT RAISE(ABORT, 'facts are appended and never changed: DELETE of evidence refused');
END

CREATE TRIGGER evidence_no_replace BEFORE INSERT ON evidence WHEN EXISTS (SELECT 1 FROM evidence WHERE "id" = NEW."id") OR EXISTS (SELECT 1 FROM evidence WHERE "supersedes" = NEW."supersedes") BEGIN
    SELECT RAISE(ABORT, 'facts are appended and never changed: evidence holds that row already');
END

CREATE TRIGGER withdrawal_no_update BEFORE UPDATE ON withdrawal BEGIN
    SELECT RAISE(ABORT, 'facts are appended and never changed: UPDATE of withdrawal refused');
END

CREATE TRIGGER withdrawal_no_delete BEFORE DELETE ON withdrawal BEGIN
    SELECT RAISE(ABORT, 'facts are appended and never changed: DELETE of withdrawal refused');
END

CREATE TRIGGER withdrawal_no_replace BEFORE INSERT ON withdrawal WHEN EXISTS (SELECT 1 FROM withdrawal WHERE "id" = NEW."id") OR EXISTS (SELECT 1 FROM withdrawal WHERE "row_id" = NEW."row_id" AND "what" = NEW."what") BEGIN
    SELECT RAISE(ABORT, 'facts are appended and never changed: withdrawal holds that row already');
END

CREATE TRIGGER proposal_no_update BEFORE UPDATE ON proposal BEGIN
    SELECT RAISE(ABORT, 'facts are appended and never changed: UPDATE of proposal refused');
END

CREATE TRIGGER proposal_no_delete BEFORE DELETE ON proposal BEGIN
    SELECT RAISE(ABORT, 'facts are appended and never changed: DELETE of proposal refused');
END

CREATE TRIGGER proposal_no_replace BEFORE INSERT ON proposal WHEN EXISTS (SELECT 1 FROM proposal WHERE "id" = NEW."id") OR EXISTS (SELECT 1 FROM proposal WHERE "dedup_key" = NEW."dedup_key") BEGIN
    SELECT RAISE(ABORT, 'facts are appended and never changed: proposal holds that row already');
END

CREATE TRIGGER proposal_answer_no_update BEFORE UPDATE ON proposal_answer BEGIN
    SELECT RAISE(ABORT, 'facts are appended and never changed: UPDATE of proposal_answer refused');
END

CREATE TRIGGER proposal_answer_no_delete BEFORE DELETE ON proposal_answer BEGIN
    SELECT RAISE(ABORT, 'facts are appended and never changed: DELETE of proposal_answer refused');
END

CREATE TRIGGER proposal_answer_no_replace BEFORE INSERT ON proposal_answer WHEN EXISTS (SELECT 1 FROM proposal_answer WHERE "id" = NEW."id") OR EXISTS (SELECT 1 FROM proposal_answer WHERE "proposal_id" = NEW."proposal_id") BEGIN
    SELECT RAISE(ABORT, 'facts are appended and never changed: proposal_answer holds that row already');
END

CREATE TRIGGER assessment_no_update BEFORE UPDATE ON assessment BEGIN
    SELECT RAISE(ABORT, 'facts are appended and never changed: UPDATE of assessment refused');
END

CREATE TRIGGER assessment_no_delete BEFORE DELETE ON assessment BEGIN
    SELECT RAISE(ABORT, 'facts are appended and never changed: DELETE of assessment refused');
END

CREATE TRIGGER assessment_no_replace BEFORE INSERT ON assessment WHEN EXISTS (SELECT 1 FROM assessment WHERE "id" = NEW."id") BEGIN
    SELECT RAISE(ABORT, 'facts are appended and never changed: assessment holds that row already');
END

CREATE TRIGGER decision_no_update BEFORE UPDATE ON decision BEGIN
    SELECT RAISE(ABORT, 'facts are appended and never changed: UPDATE of decision refused');
END

CREATE TRIGGER decision_no_delete BEFORE DELETE ON decision BEGIN
    SELECT RAISE(ABORT, 'facts are appended and never changed: DELETE of decision refused');
END

CREATE TRIGGER decision_no_replace BEFORE INSERT ON decision WHEN EXISTS (SELECT 1 FROM decision WHERE "id" = NEW."id") BEGIN
    SELECT RAISE(ABORT, 'facts are appended and never changed: decision holds that row already');
END

CREATE TRIGGER stage_move_no_update BEFORE UPDATE ON stage_move BEGIN
    SELECT RAISE(ABORT, 'facts are appended and never changed: UPDATE of stage_move refused');
END

CREATE TRIGGER stage_move_no_delete BEFORE DELETE ON stage_move BEGIN
    SELECT RAISE(ABORT, 'facts are appended and never changed: DELETE of stage_move refused');
END

CREATE TRIGGER stage_move_no_replace BEFORE INSERT ON stage_move WHEN EXISTS (SELECT 1 FROM stage_move WHERE "id" = NEW."id") BEGIN
    SELECT RAISE(ABORT, 'facts are appended and never changed: stage_move holds that row already');
END

CREATE TRIGGER status_change_no_update BEFORE UPDATE ON status_change BEGIN
    SELECT RAISE(ABORT, 'facts are appended and never changed: UPDATE of status_change refused');
END

CREATE TRIGGER status_change_no_delete BEFORE DELETE ON status_change BEGIN
    SELECT RAISE(ABORT, 'facts are appended and never changed: DELETE of status_change refused');
END

CREATE TRIGGER status_change_no_replace BEFORE INSERT ON status_change WHEN EXISTS (SELECT 1 FROM status_change WHERE "id" = NEW."id") BEGIN
    SELECT RAISE(ABORT, 'facts are appended and never changed: status_change holds that row already');
END

CREATE TRIGGER publication_no_update BEFORE UPDATE ON publication BEGIN
    SELECT RAISE(ABORT, 'facts are appended and never changed: UPDATE of publication refused');
END

CREATE TRIGGER publication_no_delete BEFORE DELETE ON publication BEGIN
    SELECT RAISE(ABORT, 'facts are appended and never changed: DELETE of publication refused');
END

CREATE TRIGGER publication_no_replace BEFORE INSERT ON publication WHEN EXISTS (SELECT 1 FROM publication WHERE "id" = NEW."id") BEGIN
    SELECT RAISE(ABORT, 'facts are appended and never changed: publication holds that row already');
END

CREATE TRIGGER failure_no_update BEFORE UPDATE ON failure BEGIN
    SELECT RAISE(ABORT, 'facts are appended and never changed: UPDATE of failure refused');
END

CREATE TRIGGER failure_no_delete BEFORE DELETE ON failure BEGIN
    SELECT RAISE(ABORT, 'facts are appended and never changed: DELETE of failure refused');
END

CREATE TRIGGER failure_no_replace BEFORE INSERT ON failure WHEN EXISTS (SELECT 1 FROM failure WHERE "id" = NEW."id") BEGIN
    SELECT RAISE(ABORT, 'facts are appended and never changed: failure holds that row already');
END

CREATE TRIGGER failure_answer_no_update BEFORE UPDATE ON failure_answer BEGIN
    SELECT RAISE(ABORT, 'facts are appended and never changed: UPDATE of failure_answer refused');
END

CREATE TRIGGER failure_answer_no_delete BEFORE DELETE ON failure_answer BEGIN
    SELECT RAISE(ABORT, 'facts are appended and never changed: DELETE of failure_answer refused');
END

CREATE TRIGGER failure_answer_no_replace BEFORE INSERT ON failure_answer WHEN EXISTS (SELECT 1 FROM failure_answer WHERE "id" = NEW."id") OR EXISTS (SELECT 1 FROM failure_answer WHERE "failure_id" = NEW."failure_id") BEGIN
    SELECT RAISE(ABORT, 'facts are appended and never changed: failure_answer holds that row already');
END

CREATE TRIGGER ledger_entry_no_update BEFORE UPDATE ON ledger_entry BEGIN
    SELECT RAISE(ABORT, 'facts are appended and never changed: UPDATE of ledger_entry refused');
END

CREATE TRIGGER ledger_entry_no_delete BEFORE DELETE ON ledger_entry BEGIN
    SELECT RAISE(ABORT, 'facts are appended and never changed: DELETE of ledger_entry refused');
END

CREATE TRIGGER ledger_entry_no_replace BEFORE INSERT ON ledger_entry WHEN EXISTS (SELECT 1 FROM ledger_entry WHERE "seq" = NEW."seq") BEGIN
    SELECT RAISE(ABORT, 'facts are appended and never changed: ledger_entry holds that row already');
END

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
    m.day AS day,
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
    strftime('%Y-%m-%dT%H:%M:%SZ', d.published_at / 1000000, 'unixepoch') AS published_at,
    o.name AS origin,
    s.confidence AS confidence,
    s.recorded_by AS recorded_by,
    strftime('%Y-%m-%dT%H:%M:%SZ', s.recorded_at / 1000000, 'unixepoch') AS recorded_at
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
    strftime('%Y-%m-%dT%H:%M:%SZ', e.recorded_at / 1000000, 'unixepoch') AS recorded_at
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
    strftime('%Y-%m-%dT%H:%M:%SZ', h.at / 1000000, 'unixepoch') AS at
FROM status_change h JOIN claim c ON c.id = h.claim_id

CREATE VIEW v_party_positions AS SELECT
    p.key AS party_key,
    p.name AS party,
    p.kind AS party_kind,
    w.claim_id AS claim_id,
    b.text AS claim,
    w.value AS stance,
    w.commitment AS commitment,
    w.day AS day,
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
    strftime('%Y-%m-%dT%H:%M:%SZ', d.published_at / 1000000, 'unixepoch') AS published_at,
    strftime('%Y-%m-%dT%H:%M:%SZ', d.recorded_at / 1000000, 'unixepoch') AS recorded_at,
    length(d.text) AS characters,
    (SELECT count(*) FROM matrix_cell m WHERE m.document_id = d.id) AS stances,
    d.capture_sha256 AS capture_sha256
FROM document d JOIN origin o ON o.id = d.origin_id

CREATE VIEW v_ledger AS SELECT
    l.seq AS seq,
    strftime('%Y-%m-%dT%H:%M:%SZ', l.at / 1000000, 'unixepoch') AS at,
    l.actor AS actor,
    l.action AS action,
    l.note AS note,
    l.content AS content,
    l.previous_sha256 AS previous_sha256,
    l.entry_sha256 AS entry_sha256
FROM ledger_entry l
