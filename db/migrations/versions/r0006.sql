CREATE TABLE exchange_partner (
  name VARCHAR NOT NULL,
  kind VARCHAR NOT NULL,
  source VARCHAR,
  base_address VARCHAR,
  authorization VARCHAR,
  client_id VARCHAR,
  token_address VARCHAR,
  algorithm VARCHAR,
  key_id VARCHAR,
  poll_seconds INTEGER,
  sends BOOLEAN NOT NULL,
  paused_at VARCHAR(20),
  fingerprint VARCHAR,
  sent_number INTEGER,
  opened_number INTEGER,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  CONSTRAINT pk_exchange_partner PRIMARY KEY (id)
);

CREATE TABLE exchange_key (
  id INTEGER NOT NULL,
  name VARCHAR NOT NULL,
  private_key BLOB NOT NULL,
  CONSTRAINT pk_exchange_key PRIMARY KEY (id),
  CONSTRAINT uq_exchange_key_name UNIQUE (name)
);

CREATE TABLE partner_state (
  id INTEGER NOT NULL,
  partner_id INTEGER NOT NULL,
  tried_at VARCHAR(20),
  succeeded_at VARCHAR(20),
  next_try_at VARCHAR(20),
  failures INTEGER NOT NULL,
  problem VARCHAR,
  problem_params JSON,
  not_offered JSON,
  CONSTRAINT pk_partner_state PRIMARY KEY (id),
  CONSTRAINT uq_partner_state_partner_id UNIQUE (partner_id),
  CONSTRAINT fk_partner_state_partner_id FOREIGN KEY(partner_id) REFERENCES exchange_partner (id)
);

CREATE TABLE partner_patient (
  partner_id INTEGER NOT NULL,
  patient_id INTEGER NOT NULL,
  outside_id VARCHAR NOT NULL,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  CONSTRAINT pk_partner_patient PRIMARY KEY (id),
  CONSTRAINT fk_partner_patient_partner_id FOREIGN KEY(partner_id) REFERENCES exchange_partner (id),
  CONSTRAINT fk_partner_patient_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id)
);

CREATE TABLE partner_copy (
  id INTEGER NOT NULL,
  partner_id INTEGER NOT NULL,
  patient_id INTEGER,
  kind VARCHAR NOT NULL,
  own_id VARCHAR NOT NULL,
  own_table VARCHAR,
  row_id INTEGER,
  parts JSON,
  their_id VARCHAR,
  their_version VARCHAR,
  state VARCHAR NOT NULL,
  there BLOB,
  there_hash BLOB,
  agreed BLOB,
  sent_at VARCHAR(20),
  waiting BLOB,
  queued_at VARCHAR(20),
  theirs BLOB,
  differing JSON,
  tries INTEGER NOT NULL,
  problem VARCHAR,
  problem_params JSON,
  CONSTRAINT pk_partner_copy PRIMARY KEY (id),
  CONSTRAINT fk_partner_copy_partner_id FOREIGN KEY(partner_id) REFERENCES exchange_partner (id),
  CONSTRAINT fk_partner_copy_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id)
);

CREATE TABLE partner_cursor (
  id INTEGER NOT NULL,
  partner_patient_id INTEGER NOT NULL,
  since VARCHAR,
  pulled_at VARCHAR(20),
  compared_seq INTEGER,
  CONSTRAINT pk_partner_cursor PRIMARY KEY (id),
  CONSTRAINT uq_partner_cursor_partner_patient_id UNIQUE (partner_patient_id),
  CONSTRAINT fk_partner_cursor_partner_patient_id FOREIGN KEY(partner_patient_id) REFERENCES partner_patient (id)
);

ALTER TABLE "import_batch" ADD COLUMN partner_id INTEGER REFERENCES "exchange_partner" (id);

CREATE INDEX ix_exchange_partner_source ON exchange_partner (source);

CREATE INDEX ix_partner_copy_patient_id ON partner_copy (patient_id);

CREATE INDEX ix_partner_copy_state ON partner_copy (partner_id, state);

CREATE INDEX ix_partner_copy_their_id ON partner_copy (their_id, kind);

CREATE INDEX ix_partner_patient_partner_id ON partner_patient (partner_id, patient_id);

CREATE INDEX ix_partner_patient_patient_id ON partner_patient (patient_id);

CREATE UNIQUE INDEX uq_partner_copy_own ON partner_copy (partner_id, kind, own_id);

