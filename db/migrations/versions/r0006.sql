DROP TRIGGER page_stale_appointment_added;

DROP TRIGGER page_stale_appointment_changed;

DROP TRIGGER page_stale_care_plan_added;

DROP TRIGGER page_stale_care_plan_changed;

DROP TRIGGER page_stale_detected_issue_added;

DROP TRIGGER page_stale_detected_issue_changed;

DROP TRIGGER page_stale_encounter_added;

DROP TRIGGER page_stale_encounter_changed;

DROP TRIGGER page_stale_goal_added;

DROP TRIGGER page_stale_goal_changed;

DROP TRIGGER page_stale_handout_added;

DROP TRIGGER page_stale_handout_changed;

DROP TRIGGER page_stale_medication_entry_added;

DROP TRIGGER page_stale_medication_entry_changed;

DROP TRIGGER page_stale_pathway_enrolment_added;

DROP TRIGGER page_stale_pathway_enrolment_changed;

DROP TRIGGER page_stale_patient_changed;

DROP TRIGGER page_stale_plan_action_added;

DROP TRIGGER page_stale_plan_action_changed;

DROP TRIGGER page_stale_practice_changed;

DROP TRIGGER page_stale_service_request_added;

DROP TRIGGER page_stale_service_request_changed;

DROP TRIGGER page_stale_team_member_added;

DROP TRIGGER page_stale_team_member_changed;

DROP INDEX ix_handout_said;

CREATE TABLE value_set (
  url VARCHAR NOT NULL,
  set_version VARCHAR,
  title VARCHAR,
  source VARCHAR,
  count INTEGER NOT NULL,
  digest VARCHAR NOT NULL,
  codes JSON NOT NULL,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  CONSTRAINT pk_value_set PRIMARY KEY (id)
);

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

CREATE TABLE measure_concept ( id INTEGER NOT NULL, system VARCHAR NOT NULL, code VARCHAR NOT NULL, PRIMARY KEY (id) );

CREATE TABLE measure_person ( patient_id INTEGER NOT NULL, born_first INTEGER, born_last INTEGER, sex VARCHAR, counted INTEGER NOT NULL, PRIMARY KEY (patient_id) );

CREATE TABLE measure_fact ( kind INTEGER NOT NULL, concept_id INTEGER NOT NULL, day INTEGER NOT NULL, id INTEGER NOT NULL, patient_id INTEGER NOT NULL, "key" INTEGER NOT NULL, status VARCHAR, intent VARCHAR, verification VARCHAR, category VARCHAR, class_code VARCHAR, negated INTEGER NOT NULL, start_at INTEGER, end_at INTEGER, start_day INTEGER, end_day INTEGER, recorded_at INTEGER, recorded_day INTEGER, value_number FLOAT, value_unit VARCHAR, value_concept_id INTEGER, has_value INTEGER NOT NULL, reason_concept_id INTEGER, amount FLOAT, repeats INTEGER, related_key INTEGER, PRIMARY KEY (kind, concept_id, day, id) ) WITHOUT ROWID;

CREATE TABLE measure_basis (id INTEGER PRIMARY KEY, digest TEXT NOT NULL);

CREATE TABLE measure_stale (patient_id INTEGER PRIMARY KEY);

CREATE TABLE population_member (population TEXT NOT NULL, patient_id INTEGER NOT NULL, since TEXT NOT NULL, gone_on TEXT, PRIMARY KEY (population, patient_id)) WITHOUT ROWID;

CREATE TABLE population_reckoned (population TEXT PRIMARY KEY, first_on TEXT NOT NULL, on_day TEXT NOT NULL, at TEXT NOT NULL, known INTEGER NOT NULL, content TEXT NOT NULL, members INTEGER NOT NULL) WITHOUT ROWID;

ALTER TABLE "import_batch" ADD COLUMN refused INTEGER;

ALTER TABLE "import_batch" ADD COLUMN again_of INTEGER;

ALTER TABLE "import_batch" ADD COLUMN set_aside_at VARCHAR(20);

ALTER TABLE "import_batch" ADD COLUMN set_aside_by_id INTEGER;

ALTER TABLE "import_batch" ADD COLUMN partner_id INTEGER REFERENCES "exchange_partner" (id);

ALTER TABLE "handout" ADD COLUMN words_version VARCHAR;

CREATE INDEX ix_audit_event_at ON audit_event (at);

CREATE INDEX ix_audit_event_event ON audit_event (event);

CREATE INDEX ix_audit_event_left ON audit_event (seq) WHERE event IN ('record.exported', 'practice.exported');

CREATE INDEX ix_audit_event_user_id ON audit_event (user_id);

CREATE INDEX ix_claim_starts_when ON claim (starts_when, kind, status, outcome, use, allowed, patient_id, removed_at, import_id);

CREATE INDEX ix_condition_code ON condition (code, patient_id, code_system, status, verification, removed_at, onset_when, recorded_when, abated_when, import_id);

CREATE INDEX ix_condition_other_codes ON condition (other_codes) WHERE other_codes IS NOT NULL;

CREATE INDEX ix_disclosure_object ON disclosure (object_kind, object_id);

CREATE INDEX ix_disclosure_patient_id_at ON disclosure (patient_id, at);

CREATE INDEX ix_exchange_partner_source ON exchange_partner (source);

CREATE INDEX ix_handout_held ON handout (patient_id) WHERE facts IS NOT NULL AND handed_to IS NOT NULL AND removed_at IS NULL;

CREATE INDEX ix_import_batch_again_of ON import_batch (again_of);

CREATE INDEX ix_import_batch_refused ON import_batch (refused) WHERE refused > 0;

CREATE INDEX ix_import_difference_import_id ON import_difference (import_id);

CREATE INDEX ix_import_difference_patient_id ON import_difference (patient_id);

CREATE INDEX ix_import_difference_row ON import_difference (kind, row_id);

CREATE INDEX ix_import_difference_source_id ON import_difference (source_id);

CREATE INDEX ix_import_difference_state ON import_difference (state, id);

CREATE INDEX ix_measure_fact_patient_id ON measure_fact (patient_id);

CREATE INDEX ix_partner_copy_patient_id ON partner_copy (patient_id);

CREATE INDEX ix_partner_copy_state ON partner_copy (partner_id, state);

CREATE INDEX ix_partner_copy_their_id ON partner_copy (their_id, kind);

CREATE INDEX ix_partner_patient_partner_id ON partner_patient (partner_id, patient_id);

CREATE INDEX ix_partner_patient_patient_id ON partner_patient (patient_id);

CREATE INDEX ix_patient_request_object ON patient_request (object_kind, object_id);

CREATE INDEX ix_patient_request_owner_user_id ON patient_request (owner_user_id);

CREATE INDEX ix_patient_request_patient_id ON patient_request (patient_id);

CREATE INDEX ix_patient_request_status_due_on ON patient_request (status, due_on);

CREATE INDEX ix_population_exclusion_patient_id ON population_exclusion (patient_id);

CREATE INDEX ix_population_exclusion_population ON population_exclusion (population, patient_id);

CREATE INDEX ix_population_member_gone_on ON population_member (population, gone_on, patient_id);

CREATE INDEX ix_population_member_patient_id ON population_member (patient_id, population, gone_on);

CREATE INDEX ix_population_member_since ON population_member (population, since);

CREATE INDEX ix_risk_adjustment_patient_id ON risk_adjustment (patient_id);

CREATE INDEX ix_survey_answer_answered_on ON survey_answer (answered_on);

CREATE INDEX ix_value_set_url_set_version ON value_set (url, set_version);

CREATE UNIQUE INDEX uq_measure_concept_system_code ON measure_concept (system, code);

CREATE UNIQUE INDEX uq_partner_copy_own ON partner_copy (partner_id, kind, own_id);

CREATE TRIGGER measure_stale_allergy_intolerance_added AFTER INSERT ON allergy_intolerance BEGIN INSERT INTO measure_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER measure_stale_allergy_intolerance_changed AFTER UPDATE ON allergy_intolerance BEGIN INSERT INTO measure_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = OLD.patient_id); INSERT INTO measure_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER measure_stale_allergy_intolerance_purged AFTER DELETE ON allergy_intolerance BEGIN INSERT INTO measure_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = OLD.patient_id);  END;

CREATE TRIGGER measure_stale_appointment_added AFTER INSERT ON appointment BEGIN INSERT INTO measure_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER measure_stale_appointment_changed AFTER UPDATE ON appointment BEGIN INSERT INTO measure_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = OLD.patient_id); INSERT INTO measure_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER measure_stale_appointment_purged AFTER DELETE ON appointment BEGIN INSERT INTO measure_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = OLD.patient_id);  END;

CREATE TRIGGER measure_stale_condition_added AFTER INSERT ON condition BEGIN INSERT INTO measure_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER measure_stale_condition_changed AFTER UPDATE ON condition BEGIN INSERT INTO measure_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = OLD.patient_id); INSERT INTO measure_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER measure_stale_condition_purged AFTER DELETE ON condition BEGIN INSERT INTO measure_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = OLD.patient_id);  END;

CREATE TRIGGER measure_stale_encounter_added AFTER INSERT ON encounter BEGIN INSERT INTO measure_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER measure_stale_encounter_changed AFTER UPDATE ON encounter BEGIN INSERT INTO measure_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = OLD.patient_id); INSERT INTO measure_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER measure_stale_encounter_purged AFTER DELETE ON encounter BEGIN INSERT INTO measure_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = OLD.patient_id);  END;

CREATE TRIGGER measure_stale_handout_added AFTER INSERT ON handout BEGIN INSERT INTO measure_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER measure_stale_handout_changed AFTER UPDATE ON handout BEGIN INSERT INTO measure_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = OLD.patient_id); INSERT INTO measure_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER measure_stale_handout_purged AFTER DELETE ON handout BEGIN INSERT INTO measure_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = OLD.patient_id);  END;

CREATE TRIGGER measure_stale_import_changed AFTER UPDATE OF state ON import_batch BEGIN INSERT INTO measure_stale (patient_id) SELECT p.id FROM patient AS p WHERE p.import_id = NEW.id AND NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = p.id); INSERT INTO measure_stale (patient_id) SELECT DISTINCT f.patient_id FROM source_resource AS f WHERE f.import_id = NEW.id AND f.patient_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = f.patient_id); END;

CREATE TRIGGER measure_stale_medication_dispense_added AFTER INSERT ON medication_dispense BEGIN INSERT INTO measure_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER measure_stale_medication_dispense_changed AFTER UPDATE ON medication_dispense BEGIN INSERT INTO measure_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = OLD.patient_id); INSERT INTO measure_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER measure_stale_medication_dispense_purged AFTER DELETE ON medication_dispense BEGIN INSERT INTO measure_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = OLD.patient_id);  END;

CREATE TRIGGER measure_stale_medication_entry_added AFTER INSERT ON medication_entry BEGIN INSERT INTO measure_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER measure_stale_medication_entry_changed AFTER UPDATE ON medication_entry BEGIN INSERT INTO measure_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = OLD.patient_id); INSERT INTO measure_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER measure_stale_medication_entry_purged AFTER DELETE ON medication_entry BEGIN INSERT INTO measure_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = OLD.patient_id);  END;

CREATE TRIGGER measure_stale_observation_added AFTER INSERT ON observation BEGIN INSERT INTO measure_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER measure_stale_observation_changed AFTER UPDATE ON observation BEGIN INSERT INTO measure_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = OLD.patient_id); INSERT INTO measure_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER measure_stale_observation_component_added AFTER INSERT ON observation_component BEGIN INSERT INTO measure_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER measure_stale_observation_component_changed AFTER UPDATE ON observation_component BEGIN INSERT INTO measure_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = OLD.patient_id); INSERT INTO measure_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER measure_stale_observation_component_purged AFTER DELETE ON observation_component BEGIN INSERT INTO measure_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = OLD.patient_id);  END;

CREATE TRIGGER measure_stale_observation_purged AFTER DELETE ON observation BEGIN INSERT INTO measure_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = OLD.patient_id);  END;

CREATE TRIGGER measure_stale_patient_added AFTER INSERT ON patient BEGIN INSERT INTO measure_stale (patient_id) SELECT NEW.id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = NEW.id);  END;

CREATE TRIGGER measure_stale_patient_changed AFTER UPDATE OF birth_date, sex, deceased, deceased_on, removed_at, import_id ON patient BEGIN INSERT INTO measure_stale (patient_id) SELECT NEW.id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = NEW.id);  END;

CREATE TRIGGER measure_stale_patient_purged AFTER DELETE ON patient BEGIN DELETE FROM measure_fact WHERE patient_id = OLD.id; DELETE FROM measure_person WHERE patient_id = OLD.id; DELETE FROM measure_stale WHERE patient_id = OLD.id; END;

CREATE TRIGGER measure_stale_plan_sign_off_added AFTER INSERT ON plan_sign_off BEGIN INSERT INTO measure_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER measure_stale_plan_sign_off_changed AFTER UPDATE ON plan_sign_off BEGIN INSERT INTO measure_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = OLD.patient_id); INSERT INTO measure_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER measure_stale_plan_sign_off_purged AFTER DELETE ON plan_sign_off BEGIN INSERT INTO measure_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = OLD.patient_id);  END;

CREATE TRIGGER measure_stale_plan_version_added AFTER INSERT ON plan_version BEGIN INSERT INTO measure_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER measure_stale_plan_version_changed AFTER UPDATE ON plan_version BEGIN INSERT INTO measure_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = OLD.patient_id); INSERT INTO measure_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER measure_stale_plan_version_purged AFTER DELETE ON plan_version BEGIN INSERT INTO measure_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = OLD.patient_id);  END;

CREATE TRIGGER measure_stale_procedure_added AFTER INSERT ON procedure BEGIN INSERT INTO measure_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER measure_stale_procedure_changed AFTER UPDATE ON procedure BEGIN INSERT INTO measure_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = OLD.patient_id); INSERT INTO measure_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER measure_stale_procedure_purged AFTER DELETE ON procedure BEGIN INSERT INTO measure_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = OLD.patient_id);  END;

CREATE TRIGGER measure_stale_referral_event_added AFTER INSERT ON referral_event BEGIN INSERT INTO measure_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER measure_stale_referral_event_changed AFTER UPDATE ON referral_event BEGIN INSERT INTO measure_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = OLD.patient_id); INSERT INTO measure_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER measure_stale_referral_event_purged AFTER DELETE ON referral_event BEGIN INSERT INTO measure_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = OLD.patient_id);  END;

CREATE TRIGGER measure_stale_screening_follow_up_added AFTER INSERT ON screening_follow_up BEGIN INSERT INTO measure_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER measure_stale_screening_follow_up_changed AFTER UPDATE ON screening_follow_up BEGIN INSERT INTO measure_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = OLD.patient_id); INSERT INTO measure_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER measure_stale_screening_follow_up_purged AFTER DELETE ON screening_follow_up BEGIN INSERT INTO measure_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = OLD.patient_id);  END;

CREATE TRIGGER measure_stale_service_request_added AFTER INSERT ON service_request BEGIN INSERT INTO measure_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER measure_stale_service_request_changed AFTER UPDATE ON service_request BEGIN INSERT INTO measure_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = OLD.patient_id); INSERT INTO measure_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER measure_stale_service_request_purged AFTER DELETE ON service_request BEGIN INSERT INTO measure_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = OLD.patient_id);  END;

CREATE TRIGGER measure_stale_task_added AFTER INSERT ON task BEGIN INSERT INTO measure_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER measure_stale_task_changed AFTER UPDATE ON task BEGIN INSERT INTO measure_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = OLD.patient_id); INSERT INTO measure_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER measure_stale_task_purged AFTER DELETE ON task BEGIN INSERT INTO measure_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = OLD.patient_id);  END;

CREATE TRIGGER page_stale_appointment_added AFTER INSERT ON appointment BEGIN INSERT INTO page_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = NEW.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = NEW.patient_id AND h.facts IS NOT NULL AND h.handed_to IS NOT NULL AND h.removed_at IS NULL);  END;

CREATE TRIGGER page_stale_appointment_changed AFTER UPDATE ON appointment BEGIN INSERT INTO page_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = OLD.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = OLD.patient_id AND h.facts IS NOT NULL AND h.handed_to IS NOT NULL AND h.removed_at IS NULL); INSERT INTO page_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = NEW.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = NEW.patient_id AND h.facts IS NOT NULL AND h.handed_to IS NOT NULL AND h.removed_at IS NULL);  END;

CREATE TRIGGER page_stale_care_plan_added AFTER INSERT ON care_plan BEGIN INSERT INTO page_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = NEW.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = NEW.patient_id AND h.facts IS NOT NULL AND h.handed_to IS NOT NULL AND h.removed_at IS NULL);  END;

CREATE TRIGGER page_stale_care_plan_changed AFTER UPDATE ON care_plan BEGIN INSERT INTO page_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = OLD.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = OLD.patient_id AND h.facts IS NOT NULL AND h.handed_to IS NOT NULL AND h.removed_at IS NULL); INSERT INTO page_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = NEW.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = NEW.patient_id AND h.facts IS NOT NULL AND h.handed_to IS NOT NULL AND h.removed_at IS NULL);  END;

CREATE TRIGGER page_stale_detected_issue_added AFTER INSERT ON detected_issue BEGIN INSERT INTO page_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = NEW.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = NEW.patient_id AND h.facts IS NOT NULL AND h.handed_to IS NOT NULL AND h.removed_at IS NULL);  END;

CREATE TRIGGER page_stale_detected_issue_changed AFTER UPDATE ON detected_issue BEGIN INSERT INTO page_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = OLD.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = OLD.patient_id AND h.facts IS NOT NULL AND h.handed_to IS NOT NULL AND h.removed_at IS NULL); INSERT INTO page_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = NEW.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = NEW.patient_id AND h.facts IS NOT NULL AND h.handed_to IS NOT NULL AND h.removed_at IS NULL);  END;

CREATE TRIGGER page_stale_encounter_added AFTER INSERT ON encounter BEGIN INSERT INTO page_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = NEW.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = NEW.patient_id AND h.facts IS NOT NULL AND h.handed_to IS NOT NULL AND h.removed_at IS NULL);  END;

CREATE TRIGGER page_stale_encounter_changed AFTER UPDATE ON encounter BEGIN INSERT INTO page_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = OLD.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = OLD.patient_id AND h.facts IS NOT NULL AND h.handed_to IS NOT NULL AND h.removed_at IS NULL); INSERT INTO page_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = NEW.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = NEW.patient_id AND h.facts IS NOT NULL AND h.handed_to IS NOT NULL AND h.removed_at IS NULL);  END;

CREATE TRIGGER page_stale_goal_added AFTER INSERT ON goal BEGIN INSERT INTO page_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = NEW.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = NEW.patient_id AND h.facts IS NOT NULL AND h.handed_to IS NOT NULL AND h.removed_at IS NULL);  END;

CREATE TRIGGER page_stale_goal_changed AFTER UPDATE ON goal BEGIN INSERT INTO page_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = OLD.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = OLD.patient_id AND h.facts IS NOT NULL AND h.handed_to IS NOT NULL AND h.removed_at IS NULL); INSERT INTO page_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = NEW.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = NEW.patient_id AND h.facts IS NOT NULL AND h.handed_to IS NOT NULL AND h.removed_at IS NULL);  END;

CREATE TRIGGER page_stale_handout_added AFTER INSERT ON handout BEGIN INSERT INTO page_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = NEW.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = NEW.patient_id AND h.facts IS NOT NULL AND h.handed_to IS NOT NULL AND h.removed_at IS NULL);  END;

CREATE TRIGGER page_stale_handout_changed AFTER UPDATE OF handed_to, facts, told_facts, removed_at, patient_id, how ON handout BEGIN INSERT INTO page_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = OLD.patient_id); INSERT INTO page_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER page_stale_medication_entry_added AFTER INSERT ON medication_entry BEGIN INSERT INTO page_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = NEW.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = NEW.patient_id AND h.facts IS NOT NULL AND h.handed_to IS NOT NULL AND h.removed_at IS NULL);  END;

CREATE TRIGGER page_stale_medication_entry_changed AFTER UPDATE ON medication_entry BEGIN INSERT INTO page_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = OLD.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = OLD.patient_id AND h.facts IS NOT NULL AND h.handed_to IS NOT NULL AND h.removed_at IS NULL); INSERT INTO page_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = NEW.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = NEW.patient_id AND h.facts IS NOT NULL AND h.handed_to IS NOT NULL AND h.removed_at IS NULL);  END;

CREATE TRIGGER page_stale_pathway_enrolment_added AFTER INSERT ON pathway_enrolment BEGIN INSERT INTO page_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = NEW.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = NEW.patient_id AND h.facts IS NOT NULL AND h.handed_to IS NOT NULL AND h.removed_at IS NULL);  END;

CREATE TRIGGER page_stale_pathway_enrolment_changed AFTER UPDATE ON pathway_enrolment BEGIN INSERT INTO page_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = OLD.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = OLD.patient_id AND h.facts IS NOT NULL AND h.handed_to IS NOT NULL AND h.removed_at IS NULL); INSERT INTO page_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = NEW.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = NEW.patient_id AND h.facts IS NOT NULL AND h.handed_to IS NOT NULL AND h.removed_at IS NULL);  END;

CREATE TRIGGER page_stale_patient_changed AFTER UPDATE OF coordinator_id, deceased, removed_at, family, given, birth_date ON patient BEGIN INSERT INTO page_stale (patient_id) SELECT NEW.id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = NEW.id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = NEW.id AND h.facts IS NOT NULL AND h.handed_to IS NOT NULL AND h.removed_at IS NULL);  END;

CREATE TRIGGER page_stale_plan_action_added AFTER INSERT ON plan_action BEGIN INSERT INTO page_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = NEW.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = NEW.patient_id AND h.facts IS NOT NULL AND h.handed_to IS NOT NULL AND h.removed_at IS NULL);  END;

CREATE TRIGGER page_stale_plan_action_changed AFTER UPDATE ON plan_action BEGIN INSERT INTO page_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = OLD.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = OLD.patient_id AND h.facts IS NOT NULL AND h.handed_to IS NOT NULL AND h.removed_at IS NULL); INSERT INTO page_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = NEW.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = NEW.patient_id AND h.facts IS NOT NULL AND h.handed_to IS NOT NULL AND h.removed_at IS NULL);  END;

CREATE TRIGGER page_stale_practice_changed AFTER UPDATE OF phone, after_hours_phone, hours_text ON practice BEGIN INSERT INTO page_stale (patient_id) SELECT DISTINCT h.patient_id FROM handout AS h WHERE h.facts IS NOT NULL AND h.handed_to IS NOT NULL AND h.removed_at IS NULL AND NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = h.patient_id); END;

CREATE TRIGGER page_stale_service_request_added AFTER INSERT ON service_request BEGIN INSERT INTO page_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = NEW.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = NEW.patient_id AND h.facts IS NOT NULL AND h.handed_to IS NOT NULL AND h.removed_at IS NULL);  END;

CREATE TRIGGER page_stale_service_request_changed AFTER UPDATE ON service_request BEGIN INSERT INTO page_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = OLD.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = OLD.patient_id AND h.facts IS NOT NULL AND h.handed_to IS NOT NULL AND h.removed_at IS NULL); INSERT INTO page_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = NEW.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = NEW.patient_id AND h.facts IS NOT NULL AND h.handed_to IS NOT NULL AND h.removed_at IS NULL);  END;

CREATE TRIGGER page_stale_team_member_added AFTER INSERT ON team_member BEGIN INSERT INTO page_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = NEW.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = NEW.patient_id AND h.facts IS NOT NULL AND h.handed_to IS NOT NULL AND h.removed_at IS NULL);  END;

CREATE TRIGGER page_stale_team_member_changed AFTER UPDATE ON team_member BEGIN INSERT INTO page_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = OLD.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = OLD.patient_id AND h.facts IS NOT NULL AND h.handed_to IS NOT NULL AND h.removed_at IS NULL); INSERT INTO page_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = NEW.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = NEW.patient_id AND h.facts IS NOT NULL AND h.handed_to IS NOT NULL AND h.removed_at IS NULL);  END;

CREATE TRIGGER population_member_patient_purged AFTER DELETE ON patient BEGIN DELETE FROM population_member WHERE patient_id = OLD.id; END;

