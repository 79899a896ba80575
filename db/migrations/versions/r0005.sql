CREATE TABLE relapse_plan (
  patient_id INTEGER NOT NULL,
  number INTEGER NOT NULL,
  language VARCHAR NOT NULL,
  words JSON NOT NULL,
  check_on VARCHAR(10) NOT NULL,
  agreed_on VARCHAR(10) NOT NULL,
  agreed_by VARCHAR NOT NULL,
  agreed_how VARCHAR NOT NULL,
  written_by VARCHAR NOT NULL,
  reason VARCHAR,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  CONSTRAINT pk_relapse_plan PRIMARY KEY (id),
  CONSTRAINT fk_relapse_plan_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id)
);

CREATE TABLE case_recommendation (
  patient_id INTEGER NOT NULL,
  kind VARCHAR NOT NULL,
  text VARCHAR NOT NULL,
  to_role VARCHAR NOT NULL,
  given_on VARCHAR(10) NOT NULL,
  given_by VARCHAR NOT NULL,
  due_on VARCHAR(10),
  status VARCHAR NOT NULL,
  outcome_on VARCHAR(10),
  outcome_by VARCHAR,
  outcome_reason VARCHAR,
  superseded_by_id INTEGER,
  basis JSON,
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
  CONSTRAINT pk_case_recommendation PRIMARY KEY (id),
  CONSTRAINT fk_case_recommendation_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id),
  CONSTRAINT fk_case_recommendation_superseded_by_id FOREIGN KEY(superseded_by_id) REFERENCES case_recommendation (id),
  CONSTRAINT fk_case_recommendation_owner_user_id FOREIGN KEY(owner_user_id) REFERENCES user_account (id),
  CONSTRAINT fk_case_recommendation_owner_practitioner_id FOREIGN KEY(owner_practitioner_id) REFERENCES practitioner (id)
);

CREATE INDEX ix_case_recommendation_due_on ON case_recommendation (due_on) WHERE status = 'open' AND removed_at IS NULL;

CREATE INDEX ix_case_recommendation_owner_user_id ON case_recommendation (owner_user_id);

CREATE INDEX ix_case_recommendation_patient_id ON case_recommendation (patient_id);

CREATE INDEX ix_emergency_access_opened_at ON emergency_access (opened_at);

CREATE INDEX ix_pathway_enrolment_pathway_status ON pathway_enrolment (pathway, status);

CREATE INDEX ix_relapse_plan_check_on ON relapse_plan (check_on);

CREATE INDEX ix_relapse_plan_patient_id ON relapse_plan (patient_id);

