CREATE TABLE hourly_rate (
  role VARCHAR NOT NULL,
  amount FLOAT NOT NULL,
  starts_on VARCHAR(10) NOT NULL,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  CONSTRAINT pk_hourly_rate PRIMARY KEY (id)
);

CREATE TABLE program_expense (
  what VARCHAR NOT NULL,
  per_month FLOAT NOT NULL,
  starts_on VARCHAR(10) NOT NULL,
  ends_on VARCHAR(10),
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  CONSTRAINT pk_program_expense PRIMARY KEY (id)
);

CREATE TABLE classification_table (
  kind VARCHAR NOT NULL,
  name VARCHAR NOT NULL,
  rows JSON NOT NULL,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  CONSTRAINT pk_classification_table PRIMARY KEY (id)
);

CREATE TABLE population_rule (
  title VARCHAR NOT NULL,
  about VARCHAR,
  criteria JSON NOT NULL,
  chosen_for_use BOOLEAN,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  CONSTRAINT pk_population_rule PRIMARY KEY (id)
);

CREATE TABLE population_exclusion (
  population VARCHAR NOT NULL,
  patient_id INTEGER NOT NULL,
  reason VARCHAR NOT NULL,
  excluded_on VARCHAR(10) NOT NULL,
  until_on VARCHAR(10),
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  CONSTRAINT pk_population_exclusion PRIMARY KEY (id),
  CONSTRAINT fk_population_exclusion_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id)
);

CREATE TABLE risk_adjustment (
  patient_id INTEGER NOT NULL,
  level INTEGER,
  points_level INTEGER NOT NULL,
  reason VARCHAR NOT NULL,
  set_on VARCHAR(10) NOT NULL,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  CONSTRAINT pk_risk_adjustment PRIMARY KEY (id),
  CONSTRAINT fk_risk_adjustment_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id)
);

CREATE TABLE survey_answer (
  instrument VARCHAR NOT NULL,
  instrument_version VARCHAR NOT NULL,
  answered_on VARCHAR(10) NOT NULL,
  language VARCHAR NOT NULL,
  mode VARCHAR NOT NULL,
  practitioner_id INTEGER,
  site_id INTEGER,
  answers JSON NOT NULL,
  scores JSON NOT NULL,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  CONSTRAINT pk_survey_answer PRIMARY KEY (id),
  CONSTRAINT fk_survey_answer_practitioner_id FOREIGN KEY(practitioner_id) REFERENCES practitioner (id),
  CONSTRAINT fk_survey_answer_site_id FOREIGN KEY(site_id) REFERENCES site (id)
);

CREATE TABLE population_member (population TEXT NOT NULL, patient_id INTEGER NOT NULL, since TEXT NOT NULL, gone_on TEXT, PRIMARY KEY (population, patient_id)) WITHOUT ROWID;

CREATE TABLE population_reckoned (population TEXT PRIMARY KEY, first_on TEXT NOT NULL, on_day TEXT NOT NULL, at TEXT NOT NULL, known INTEGER NOT NULL, content TEXT NOT NULL, members INTEGER NOT NULL) WITHOUT ROWID;

CREATE INDEX ix_claim_starts_when ON claim (starts_when, kind, status, outcome, use, allowed, patient_id, removed_at, import_id);

CREATE INDEX ix_condition_code ON condition (code, patient_id, code_system, status, verification, removed_at, onset_when, recorded_when, abated_when, import_id);

CREATE INDEX ix_condition_other_codes ON condition (other_codes) WHERE other_codes IS NOT NULL;

CREATE INDEX ix_population_exclusion_patient_id ON population_exclusion (patient_id);

CREATE INDEX ix_population_exclusion_population ON population_exclusion (population, patient_id);

CREATE INDEX ix_population_member_gone_on ON population_member (population, gone_on, patient_id);

CREATE INDEX ix_population_member_patient_id ON population_member (patient_id, population, gone_on);

CREATE INDEX ix_population_member_since ON population_member (population, since);

CREATE INDEX ix_risk_adjustment_patient_id ON risk_adjustment (patient_id);

CREATE INDEX ix_survey_answer_answered_on ON survey_answer (answered_on);

CREATE TRIGGER population_member_patient_purged AFTER DELETE ON patient BEGIN DELETE FROM population_member WHERE patient_id = OLD.id; END;

