CREATE TABLE token_change (
	id INTEGER NOT NULL,
	seq INTEGER NOT NULL,
	token_id INTEGER NOT NULL,
	act VARCHAR NOT NULL,
	name TEXT NOT NULL,
	person TEXT NOT NULL,
	scopes TEXT NOT NULL,
	expires_at BIGINT,
	one_use BOOLEAN NOT NULL,
	actor VARCHAR NOT NULL,
	at BIGINT NOT NULL,
	CONSTRAINT pk_token_change PRIMARY KEY (id),
	CONSTRAINT ck_token_change_act CHECK (act IN ('made', 'revoked'))
)

CREATE INDEX ix_token_change_seq ON token_change (seq)

CREATE INDEX ix_token_change_token_id ON token_change (token_id)

CREATE TABLE access_token (
	id INTEGER NOT NULL,
	secret_sha256 VARCHAR(64) NOT NULL,
	name TEXT NOT NULL,
	person TEXT NOT NULL,
	scopes TEXT NOT NULL,
	one_use BOOLEAN NOT NULL,
	made_by TEXT NOT NULL,
	made_at BIGINT NOT NULL,
	expires_at BIGINT,
	used_at BIGINT,
	revoked_at BIGINT,
	CONSTRAINT pk_access_token PRIMARY KEY (id),
	CONSTRAINT uq_access_token_secret_sha256 UNIQUE (secret_sha256)
)

CREATE TABLE access_session (
	id INTEGER NOT NULL,
	secret_sha256 VARCHAR(64) NOT NULL,
	token_id INTEGER NOT NULL,
	opened_at BIGINT NOT NULL,
	expires_at BIGINT NOT NULL,
	CONSTRAINT pk_access_session PRIMARY KEY (id),
	CONSTRAINT uq_access_session_secret_sha256 UNIQUE (secret_sha256),
	CONSTRAINT fk_access_session_token_id FOREIGN KEY(token_id) REFERENCES access_token (id)
)

CREATE INDEX ix_access_session_expires_at ON access_session (expires_at)

CREATE INDEX ix_access_session_token_id ON access_session (token_id)

CREATE TABLE kept_answer (
	id INTEGER NOT NULL,
	person TEXT NOT NULL,
	request_key TEXT NOT NULL,
	request_sha256 VARCHAR(64) NOT NULL,
	status INTEGER,
	body TEXT,
	at BIGINT NOT NULL,
	CONSTRAINT pk_kept_answer PRIMARY KEY (id),
	CONSTRAINT uq_kept_answer_person_request_key UNIQUE (person, request_key)
)

CREATE INDEX ix_kept_answer_at ON kept_answer (at)

CREATE TRIGGER token_change_no_update BEFORE UPDATE ON token_change BEGIN
    SELECT RAISE(ABORT, 'facts are appended and never changed: UPDATE of token_change refused');
END

CREATE TRIGGER token_change_no_delete BEFORE DELETE ON token_change BEGIN
    SELECT RAISE(ABORT, 'facts are appended and never changed: DELETE of token_change refused');
END

CREATE TRIGGER token_change_no_replace BEFORE INSERT ON token_change WHEN EXISTS (SELECT 1 FROM token_change WHERE "id" = NEW."id") BEGIN
    SELECT RAISE(ABORT, 'facts are appended and never changed: token_change holds that row already');
END
