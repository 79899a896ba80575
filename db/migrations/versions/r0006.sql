CREATE TABLE import_difference (
  patient_id INTEGER NOT NULL,
  kind VARCHAR NOT NULL,
  row_id INTEGER NOT NULL,
  other_id INTEGER,
  ours JSON NOT NULL,
  theirs JSON NOT NULL,
  author VARCHAR,
  organization VARCHAR,
  asserted_when VARCHAR,
  state VARCHAR NOT NULL,
  decided_at VARCHAR(20),
  decided_by_id INTEGER,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  import_id INTEGER,
  source_id INTEGER,
  CONSTRAINT pk_import_difference PRIMARY KEY (id),
  CONSTRAINT fk_import_difference_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id),
  CONSTRAINT fk_import_difference_decided_by_id FOREIGN KEY(decided_by_id) REFERENCES user_account (id),
  CONSTRAINT fk_import_difference_import_id FOREIGN KEY(import_id) REFERENCES import_batch (id),
  CONSTRAINT fk_import_difference_source_id FOREIGN KEY(source_id) REFERENCES source_resource (id)
);

ALTER TABLE "import_batch" ADD COLUMN refused INTEGER;

ALTER TABLE "import_batch" ADD COLUMN again_of INTEGER;

ALTER TABLE "import_batch" ADD COLUMN set_aside_at VARCHAR(20);

ALTER TABLE "import_batch" ADD COLUMN set_aside_by_id INTEGER;

CREATE INDEX ix_audit_event_left ON audit_event (seq) WHERE event IN ('record.exported', 'practice.exported');

CREATE INDEX ix_import_batch_again_of ON import_batch (again_of);

CREATE INDEX ix_import_batch_refused ON import_batch (refused) WHERE refused > 0;

CREATE INDEX ix_import_difference_import_id ON import_difference (import_id);

CREATE INDEX ix_import_difference_patient_id ON import_difference (patient_id);

CREATE INDEX ix_import_difference_row ON import_difference (kind, row_id);

CREATE INDEX ix_import_difference_source_id ON import_difference (source_id);

CREATE INDEX ix_import_difference_state ON import_difference (state, id);

