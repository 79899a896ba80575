CREATE TABLE plan_part (
  patient_id INTEGER NOT NULL,
  part VARCHAR NOT NULL,
  text VARCHAR,
  written_on VARCHAR(10),
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  CONSTRAINT pk_plan_part PRIMARY KEY (id),
  CONSTRAINT fk_plan_part_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id)
);

CREATE TABLE plan_version (
  patient_id INTEGER NOT NULL,
  number INTEGER NOT NULL,
  frozen_at VARCHAR(20) NOT NULL,
  frozen_on VARCHAR(10) NOT NULL,
  frozen_by_id INTEGER,
  frozen_by VARCHAR NOT NULL,
  reason VARCHAR,
  risk VARCHAR,
  review_due VARCHAR(10),
  content JSON NOT NULL,
  content_hash BLOB NOT NULL,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  CONSTRAINT pk_plan_version PRIMARY KEY (id),
  CONSTRAINT fk_plan_version_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id),
  CONSTRAINT fk_plan_version_frozen_by_id FOREIGN KEY(frozen_by_id) REFERENCES user_account (id)
);

CREATE TABLE health_concern (
  patient_id INTEGER NOT NULL,
  condition_id INTEGER,
  kind VARCHAR NOT NULL,
  words VARCHAR,
  words_language VARCHAR,
  text VARCHAR,
  status VARCHAR NOT NULL,
  priority VARCHAR,
  note VARCHAR,
  noticed_on VARCHAR(10),
  ended_on VARCHAR(10),
  reason VARCHAR,
  position INTEGER NOT NULL,
  sensitive BOOLEAN NOT NULL,
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
  CONSTRAINT pk_health_concern PRIMARY KEY (id),
  CONSTRAINT fk_health_concern_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id),
  CONSTRAINT fk_health_concern_condition_id FOREIGN KEY(condition_id) REFERENCES condition (id),
  CONSTRAINT fk_health_concern_owner_user_id FOREIGN KEY(owner_user_id) REFERENCES user_account (id),
  CONSTRAINT fk_health_concern_owner_practitioner_id FOREIGN KEY(owner_practitioner_id) REFERENCES practitioner (id)
);

CREATE TABLE plan_sign_off (
  patient_id INTEGER NOT NULL,
  plan_version_id INTEGER NOT NULL,
  party VARCHAR NOT NULL,
  user_id INTEGER,
  practitioner_id INTEGER,
  name VARCHAR NOT NULL,
  role VARCHAR,
  organization VARCHAR,
  answer VARCHAR,
  reason VARCHAR,
  answered_on VARCHAR(10),
  answered_by VARCHAR,
  how VARCHAR,
  recorded_by VARCHAR,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  CONSTRAINT pk_plan_sign_off PRIMARY KEY (id),
  CONSTRAINT fk_plan_sign_off_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id),
  CONSTRAINT fk_plan_sign_off_plan_version_id FOREIGN KEY(plan_version_id) REFERENCES plan_version (id),
  CONSTRAINT fk_plan_sign_off_user_id FOREIGN KEY(user_id) REFERENCES user_account (id),
  CONSTRAINT fk_plan_sign_off_practitioner_id FOREIGN KEY(practitioner_id) REFERENCES practitioner (id)
);

CREATE TABLE plan_copy (
  patient_id INTEGER NOT NULL,
  plan_version_id INTEGER NOT NULL,
  to_kind VARCHAR NOT NULL,
  to_name VARCHAR NOT NULL,
  to_organization VARCHAR,
  how VARCHAR NOT NULL,
  given_on VARCHAR(10) NOT NULL,
  given_by VARCHAR NOT NULL,
  without_sensitive BOOLEAN NOT NULL,
  note VARCHAR,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  CONSTRAINT pk_plan_copy PRIMARY KEY (id),
  CONSTRAINT fk_plan_copy_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id),
  CONSTRAINT fk_plan_copy_plan_version_id FOREIGN KEY(plan_version_id) REFERENCES plan_version (id)
);

CREATE TABLE plan_barrier (
  patient_id INTEGER NOT NULL,
  goal_id INTEGER,
  concern_id INTEGER,
  kind VARCHAR NOT NULL,
  text VARCHAR NOT NULL,
  help_text VARCHAR,
  status VARCHAR NOT NULL,
  noticed_on VARCHAR(10),
  ended_on VARCHAR(10),
  reason VARCHAR,
  sensitive BOOLEAN NOT NULL,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  CONSTRAINT pk_plan_barrier PRIMARY KEY (id),
  CONSTRAINT fk_plan_barrier_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id),
  CONSTRAINT fk_plan_barrier_goal_id FOREIGN KEY(goal_id) REFERENCES goal (id),
  CONSTRAINT fk_plan_barrier_concern_id FOREIGN KEY(concern_id) REFERENCES health_concern (id)
);

ALTER TABLE "care_plan" ADD COLUMN risk VARCHAR;

ALTER TABLE "service_request" ADD COLUMN owner_organization VARCHAR;

ALTER TABLE "goal" ADD COLUMN concern_id INTEGER REFERENCES "health_concern" (id);

ALTER TABLE "goal" ADD COLUMN baseline_value FLOAT;

ALTER TABLE "goal" ADD COLUMN baseline_on VARCHAR(10);

ALTER TABLE "goal" ADD COLUMN confidence INTEGER;

ALTER TABLE "goal" ADD COLUMN owner_organization VARCHAR;

ALTER TABLE "task" ADD COLUMN owner_organization VARCHAR;

ALTER TABLE "plan_action" ADD COLUMN owner_organization VARCHAR;

CREATE INDEX ix_care_plan_review_due ON care_plan (review_due) WHERE review_due IS NOT NULL AND source_id IS NULL AND removed_at IS NULL;

CREATE INDEX ix_goal_concern_id ON goal (concern_id);

CREATE INDEX ix_health_concern_condition_id ON health_concern (condition_id);

CREATE INDEX ix_health_concern_owner_user_id ON health_concern (owner_user_id);

CREATE INDEX ix_health_concern_patient_id ON health_concern (patient_id);

CREATE INDEX ix_plan_barrier_concern_id ON plan_barrier (concern_id);

CREATE INDEX ix_plan_barrier_goal_id ON plan_barrier (goal_id);

CREATE INDEX ix_plan_barrier_patient_id ON plan_barrier (patient_id);

CREATE INDEX ix_plan_copy_patient_id ON plan_copy (patient_id);

CREATE INDEX ix_plan_copy_plan_version_id ON plan_copy (plan_version_id);

CREATE INDEX ix_plan_part_patient_id ON plan_part (patient_id);

CREATE INDEX ix_plan_sign_off_patient_id ON plan_sign_off (patient_id);

CREATE INDEX ix_plan_sign_off_plan_version_id ON plan_sign_off (plan_version_id);

CREATE INDEX ix_plan_sign_off_user_id ON plan_sign_off (user_id);

CREATE INDEX ix_plan_version_patient_id ON plan_version (patient_id);

