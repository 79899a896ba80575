CREATE TABLE program_enrolment (
  patient_id INTEGER NOT NULL,
  program VARCHAR NOT NULL,
  status VARCHAR NOT NULL,
  enrolled_on VARCHAR(10) NOT NULL,
  practitioner VARCHAR,
  consent_on VARCHAR(10),
  consent_by VARCHAR,
  consent_how VARCHAR,
  consent_taken_by VARCHAR,
  gates JSON,
  ended_on VARCHAR(10),
  reason VARCHAR,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  CONSTRAINT pk_program_enrolment PRIMARY KEY (id),
  CONSTRAINT fk_program_enrolment_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id)
);

CREATE TABLE time_entry (
  patient_id INTEGER NOT NULL,
  user_id INTEGER NOT NULL,
  role VARCHAR NOT NULL,
  program VARCHAR,
  activity VARCHAR NOT NULL,
  source VARCHAR NOT NULL,
  starts_at VARCHAR(20) NOT NULL,
  ends_at VARCHAR(20) NOT NULL,
  reason VARCHAR,
  note VARCHAR,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  CONSTRAINT pk_time_entry PRIMARY KEY (id),
  CONSTRAINT fk_time_entry_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id),
  CONSTRAINT fk_time_entry_user_id FOREIGN KEY(user_id) REFERENCES user_account (id)
);

CREATE TABLE transition (
  patient_id INTEGER NOT NULL,
  encounter_id INTEGER NOT NULL,
  complexity VARCHAR,
  acute BOOLEAN,
  outcome VARCHAR,
  closed_on VARCHAR(10),
  reason VARCHAR,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  CONSTRAINT pk_transition PRIMARY KEY (id),
  CONSTRAINT fk_transition_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id),
  CONSTRAINT fk_transition_encounter_id FOREIGN KEY(encounter_id) REFERENCES encounter (id)
);

CREATE TABLE transition_step (
  patient_id INTEGER NOT NULL,
  transition_id INTEGER NOT NULL,
  kind VARCHAR NOT NULL,
  done_on VARCHAR(10) NOT NULL,
  done_by VARCHAR NOT NULL,
  note VARCHAR,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  CONSTRAINT pk_transition_step PRIMARY KEY (id),
  CONSTRAINT fk_transition_step_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id),
  CONSTRAINT fk_transition_step_transition_id FOREIGN KEY(transition_id) REFERENCES transition (id)
);

CREATE INDEX ix_program_enrolment_patient_id_program ON program_enrolment (patient_id, program);

CREATE INDEX ix_program_enrolment_status_program ON program_enrolment (status, program);

CREATE INDEX ix_time_entry_patient_id_starts_at ON time_entry (patient_id, starts_at);

CREATE INDEX ix_time_entry_user_id_starts_at ON time_entry (user_id, starts_at);

CREATE INDEX ix_transition_closed_on ON transition (closed_on);

CREATE INDEX ix_transition_encounter_id ON transition (encounter_id);

CREATE INDEX ix_transition_patient_id ON transition (patient_id);

CREATE INDEX ix_transition_step_patient_id ON transition_step (patient_id);

CREATE INDEX ix_transition_step_transition_id ON transition_step (transition_id);

