CREATE TABLE audit_review (
  first_on VARCHAR(10),
  last_on VARCHAR(10),
  last_seq INTEGER NOT NULL,
  events INTEGER NOT NULL,
  note VARCHAR,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  CONSTRAINT pk_audit_review PRIMARY KEY (id)
);

CREATE TABLE disclosure (
  patient_id INTEGER,
  at VARCHAR(20) NOT NULL,
  channel VARCHAR NOT NULL,
  legal_basis VARCHAR NOT NULL,
  to_name VARCHAR,
  to_address VARCHAR,
  description VARCHAR NOT NULL,
  purpose VARCHAR NOT NULL,
  substance_use BOOLEAN,
  object_kind VARCHAR,
  object_id INTEGER,
  sha256 VARCHAR,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  CONSTRAINT pk_disclosure PRIMARY KEY (id),
  CONSTRAINT fk_disclosure_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id)
);

CREATE TABLE patient_request (
  patient_id INTEGER NOT NULL,
  kind VARCHAR NOT NULL,
  status VARCHAR NOT NULL,
  received_on VARCHAR(10) NOT NULL,
  due_on VARCHAR(10) NOT NULL,
  asked_by VARCHAR,
  text VARCHAR NOT NULL,
  form_wanted VARCHAR,
  object_kind VARCHAR,
  object_id INTEGER,
  extended_on VARCHAR(10),
  extension_reason VARCHAR,
  closed_on VARCHAR(10),
  closed_by_id INTEGER,
  outcome VARCHAR,
  outcome_text VARCHAR,
  statement VARCHAR,
  statement_on VARCHAR(10),
  rebuttal VARCHAR,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  owner_kind VARCHAR,
  owner_name VARCHAR,
  owner_organization VARCHAR,
  owner_user_id INTEGER,
  owner_practitioner_id INTEGER,
  CONSTRAINT pk_patient_request PRIMARY KEY (id),
  CONSTRAINT fk_patient_request_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id),
  CONSTRAINT fk_patient_request_closed_by_id FOREIGN KEY(closed_by_id) REFERENCES user_account (id),
  CONSTRAINT fk_patient_request_owner_user_id FOREIGN KEY(owner_user_id) REFERENCES user_account (id),
  CONSTRAINT fk_patient_request_owner_practitioner_id FOREIGN KEY(owner_practitioner_id) REFERENCES practitioner (id)
);

CREATE INDEX ix_audit_event_at ON audit_event (at);

CREATE INDEX ix_audit_event_event ON audit_event (event);

CREATE INDEX ix_audit_event_user_id ON audit_event (user_id);

CREATE INDEX ix_disclosure_object ON disclosure (object_kind, object_id);

CREATE INDEX ix_disclosure_patient_id_at ON disclosure (patient_id, at);

CREATE INDEX ix_patient_request_object ON patient_request (object_kind, object_id);

CREATE INDEX ix_patient_request_owner_user_id ON patient_request (owner_user_id);

CREATE INDEX ix_patient_request_patient_id ON patient_request (patient_id);

CREATE INDEX ix_patient_request_status_due_on ON patient_request (status, due_on);

