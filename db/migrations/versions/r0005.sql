CREATE TABLE medication_reconciliation (
  patient_id INTEGER NOT NULL,
  number INTEGER NOT NULL,
  status VARCHAR NOT NULL,
  encounter_id INTEGER,
  lists JSON NOT NULL,
  content JSON NOT NULL,
  content_hash VARCHAR,
  prepared_by VARCHAR NOT NULL,
  prepared_on VARCHAR(10) NOT NULL,
  signed_by VARCHAR,
  signed_by_id INTEGER,
  signed_on VARCHAR(10),
  signed_at VARCHAR(20),
  note VARCHAR,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  CONSTRAINT pk_medication_reconciliation PRIMARY KEY (id),
  CONSTRAINT fk_medication_reconciliation_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id),
  CONSTRAINT fk_medication_reconciliation_encounter_id FOREIGN KEY(encounter_id) REFERENCES encounter (id),
  CONSTRAINT fk_medication_reconciliation_signed_by_id FOREIGN KEY(signed_by_id) REFERENCES user_account (id)
);

CREATE TABLE screening_follow_up (
  patient_id INTEGER NOT NULL,
  observation_id INTEGER NOT NULL,
  done_on VARCHAR(10) NOT NULL,
  act VARCHAR NOT NULL,
  note VARCHAR,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  CONSTRAINT pk_screening_follow_up PRIMARY KEY (id),
  CONSTRAINT fk_screening_follow_up_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id),
  CONSTRAINT fk_screening_follow_up_observation_id FOREIGN KEY(observation_id) REFERENCES observation (id)
);

CREATE TABLE social_need (
  patient_id INTEGER NOT NULL,
  domain VARCHAR NOT NULL,
  wants_help VARCHAR,
  asked_on VARCHAR(10),
  service_request_id INTEGER,
  concern_id INTEGER,
  note VARCHAR,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  CONSTRAINT pk_social_need PRIMARY KEY (id),
  CONSTRAINT fk_social_need_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id),
  CONSTRAINT fk_social_need_service_request_id FOREIGN KEY(service_request_id) REFERENCES service_request (id),
  CONSTRAINT fk_social_need_concern_id FOREIGN KEY(concern_id) REFERENCES health_concern (id)
);

CREATE TABLE reconciled_medicine (
  reconciliation_id INTEGER NOT NULL,
  patient_id INTEGER NOT NULL,
  place INTEGER NOT NULL,
  medicine VARCHAR NOT NULL,
  checked BOOLEAN NOT NULL,
  difference VARCHAR NOT NULL,
  facts JSON NOT NULL,
  decision VARCHAR NOT NULL,
  reason VARCHAR,
  becomes VARCHAR,
  entries JSON NOT NULL,
  team_question_id INTEGER,
  settled VARCHAR,
  settled_on VARCHAR(10),
  settled_by VARCHAR,
  settled_reason VARCHAR,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  CONSTRAINT pk_reconciled_medicine PRIMARY KEY (id),
  CONSTRAINT fk_reconciled_medicine_reconciliation_id FOREIGN KEY(reconciliation_id) REFERENCES medication_reconciliation (id),
  CONSTRAINT fk_reconciled_medicine_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id),
  CONSTRAINT fk_reconciled_medicine_team_question_id FOREIGN KEY(team_question_id) REFERENCES team_question (id)
);

ALTER TABLE "allergy_intolerance" ADD COLUMN severity VARCHAR;

ALTER TABLE "medication_entry" ADD COLUMN route VARCHAR;

ALTER TABLE "handout" ADD COLUMN plan_version_id INTEGER REFERENCES "plan_version" (id);

ALTER TABLE "handout" ADD COLUMN team_question_id INTEGER REFERENCES "team_question" (id);

ALTER TABLE "plan_copy" ADD COLUMN handout_id INTEGER REFERENCES "handout" (id);

CREATE INDEX ix_handout_plan_version_id ON handout (plan_version_id);

CREATE INDEX ix_handout_team_question_id ON handout (team_question_id);

CREATE INDEX ix_medication_reconciliation_encounter_id ON medication_reconciliation (encounter_id);

CREATE INDEX ix_medication_reconciliation_patient_id_signed_on ON medication_reconciliation (patient_id, signed_on);

CREATE INDEX ix_plan_copy_handout_id ON plan_copy (handout_id);

CREATE INDEX ix_reconciled_medicine_patient_id ON reconciled_medicine (patient_id);

CREATE INDEX ix_reconciled_medicine_reconciliation_id ON reconciled_medicine (reconciliation_id);

CREATE INDEX ix_reconciled_medicine_team_question_id ON reconciled_medicine (team_question_id);

CREATE INDEX ix_screening_follow_up_observation_id ON screening_follow_up (observation_id);

CREATE INDEX ix_screening_follow_up_patient_id ON screening_follow_up (patient_id);

CREATE INDEX ix_social_need_patient_id ON social_need (patient_id);

