DROP INDEX ix_appointment_patient_id_starts_at;

DROP INDEX ix_encounter_class_code_ends_when;

CREATE TABLE letter_text (
  kind VARCHAR NOT NULL,
  language VARCHAR NOT NULL,
  heading VARCHAR,
  body VARCHAR,
  made_from VARCHAR,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  CONSTRAINT pk_letter_text PRIMARY KEY (id)
);

CREATE TABLE pathway_adoption (
  pathway VARCHAR NOT NULL,
  content_version VARCHAR NOT NULL,
  digest VARCHAR NOT NULL,
  adopted_by VARCHAR NOT NULL,
  adopted_role VARCHAR,
  adopted_on VARCHAR(10) NOT NULL,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  CONSTRAINT pk_pathway_adoption PRIMARY KEY (id)
);

CREATE TABLE pathway_enrolment (
  patient_id INTEGER NOT NULL,
  pathway VARCHAR NOT NULL,
  status VARCHAR NOT NULL,
  entered_on VARCHAR(10) NOT NULL,
  evidence VARCHAR,
  left_on VARCHAR(10),
  reason VARCHAR,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  CONSTRAINT pk_pathway_enrolment PRIMARY KEY (id),
  CONSTRAINT fk_pathway_enrolment_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id)
);

CREATE TABLE step_decision (
  patient_id INTEGER NOT NULL,
  activity VARCHAR NOT NULL,
  kind VARCHAR NOT NULL,
  made_on VARCHAR(10) NOT NULL,
  until_on VARCHAR(10),
  reason VARCHAR,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  CONSTRAINT pk_step_decision PRIMARY KEY (id),
  CONSTRAINT fk_step_decision_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id)
);

CREATE TABLE pathway_target (
  patient_id INTEGER NOT NULL,
  target VARCHAR NOT NULL,
  value FLOAT NOT NULL,
  set_on VARCHAR(10) NOT NULL,
  reason VARCHAR NOT NULL,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  CONSTRAINT pk_pathway_target PRIMARY KEY (id),
  CONSTRAINT fk_pathway_target_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id)
);

CREATE TABLE appointment_series (
  patient_id INTEGER NOT NULL,
  every INTEGER NOT NULL,
  unit VARCHAR NOT NULL,
  starts_on VARCHAR(10) NOT NULL,
  times INTEGER,
  until VARCHAR(10),
  at VARCHAR NOT NULL,
  time_zone VARCHAR NOT NULL,
  minutes INTEGER NOT NULL,
  split_from_id INTEGER,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  CONSTRAINT pk_appointment_series PRIMARY KEY (id),
  CONSTRAINT fk_appointment_series_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id),
  CONSTRAINT fk_appointment_series_split_from_id FOREIGN KEY(split_from_id) REFERENCES appointment_series (id)
);

CREATE TABLE wait_list_entry (
  patient_id INTEGER NOT NULL,
  appointment_type_id INTEGER,
  practitioner_id INTEGER,
  minutes INTEGER NOT NULL,
  days VARCHAR NOT NULL,
  part_of_day VARCHAR,
  urgent BOOLEAN NOT NULL,
  since VARCHAR(10) NOT NULL,
  note VARCHAR,
  appointment_id INTEGER,
  closed_on VARCHAR(10),
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  CONSTRAINT pk_wait_list_entry PRIMARY KEY (id),
  CONSTRAINT fk_wait_list_entry_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id),
  CONSTRAINT fk_wait_list_entry_appointment_type_id FOREIGN KEY(appointment_type_id) REFERENCES appointment_type (id),
  CONSTRAINT fk_wait_list_entry_practitioner_id FOREIGN KEY(practitioner_id) REFERENCES practitioner (id),
  CONSTRAINT fk_wait_list_entry_appointment_id FOREIGN KEY(appointment_id) REFERENCES appointment (id)
);

CREATE TABLE questionnaire_answer (response_id INTEGER NOT NULL, position INTEGER NOT NULL, item TEXT NOT NULL, code TEXT, number REAL, PRIMARY KEY (response_id, position)) WITHOUT ROWID;

ALTER TABLE "practice" ADD COLUMN holidays_through INTEGER;

ALTER TABLE "appointment_type" ADD COLUMN equipment_kind VARCHAR;

ALTER TABLE "content_confirmation" ADD COLUMN lines JSON;

ALTER TABLE "room" ADD COLUMN capacity INTEGER;

ALTER TABLE "room" ADD COLUMN is_equipment BOOLEAN;

ALTER TABLE "room" ADD COLUMN closed_weekdays JSON;

ALTER TABLE "patient" ADD COLUMN no_letters BOOLEAN;

ALTER TABLE "organization" ADD COLUMN more_phones VARCHAR;

ALTER TABLE "organization" ADD COLUMN insurances VARCHAR;

ALTER TABLE "practitioner" ADD COLUMN more_phones VARCHAR;

ALTER TABLE "practitioner" ADD COLUMN address VARCHAR;

ALTER TABLE "practitioner" ADD COLUMN hours_text VARCHAR;

ALTER TABLE "practitioner" ADD COLUMN insurances VARCHAR;

ALTER TABLE "healthcare_service" ADD COLUMN more_phones VARCHAR;

ALTER TABLE "healthcare_service" ADD COLUMN website VARCHAR;

ALTER TABLE "handout" ADD COLUMN service_request_id INTEGER REFERENCES "service_request" (id);

ALTER TABLE "handout" ADD COLUMN sent_to VARCHAR;

ALTER TABLE "plan_action" ADD COLUMN appointment_type_id INTEGER REFERENCES "appointment_type" (id);

ALTER TABLE "referral_event" ADD COLUMN reason_code VARCHAR;

ALTER TABLE "appointment" ADD COLUMN equipment_id INTEGER REFERENCES "room" (id);

ALTER TABLE "appointment" ADD COLUMN overbook_reason VARCHAR;

ALTER TABLE "appointment" ADD COLUMN plan_action_id INTEGER REFERENCES "plan_action" (id);

ALTER TABLE "appointment" ADD COLUMN series_id INTEGER REFERENCES "appointment_series" (id);

ALTER TABLE "appointment" ADD COLUMN series_on VARCHAR(10);

ALTER TABLE "appointment" ADD COLUMN arrived_at VARCHAR(20);

ALTER TABLE "appointment" ADD COLUMN ical_uid VARCHAR;

ALTER TABLE "appointment" ADD COLUMN ical_sequence INTEGER;

CREATE INDEX ix_action_at ON action (at);

CREATE INDEX ix_appointment_equipment_id_starts_at ON appointment (equipment_id, starts_at);

CREATE INDEX ix_appointment_ical_uid ON appointment (ical_uid);

CREATE INDEX ix_appointment_moved_from_id ON appointment (moved_from_id);

CREATE INDEX ix_appointment_patient_id_starts_at ON appointment (patient_id, starts_at, status, outside, removed_at, import_id);

CREATE INDEX ix_appointment_plan_action_id ON appointment (plan_action_id);

CREATE INDEX ix_appointment_room_id_starts_at ON appointment (room_id, starts_at);

CREATE INDEX ix_appointment_series_id ON appointment (series_id);

CREATE INDEX ix_appointment_series_patient_id ON appointment_series (patient_id);

CREATE INDEX ix_contact_log_patient_id_at ON contact_log (patient_id, at, outcome, removed_at);

CREATE INDEX ix_encounter_class_code_ends_when ON encounter (class_code, ends_when, patient_id, status, removed_at, discharge, version, import_id);

CREATE INDEX ix_handout_service_request_id ON handout (service_request_id);

CREATE INDEX ix_letter_text_kind_language ON letter_text (kind, language);

CREATE INDEX ix_match_candidate_state_decided_at ON match_candidate (state, decided_at);

CREATE INDEX ix_observation_component_patient_id ON observation_component (patient_id);

CREATE INDEX ix_pathway_adoption_pathway ON pathway_adoption (pathway);

CREATE INDEX ix_pathway_enrolment_patient_id_pathway ON pathway_enrolment (patient_id, pathway);

CREATE INDEX ix_pathway_target_patient_id ON pathway_target (patient_id);

CREATE INDEX ix_plan_action_appointment_type_id_due_on ON plan_action (appointment_type_id, due_on);

CREATE INDEX ix_practitioner_inside ON practitioner (family) WHERE inside IS 1;

CREATE INDEX ix_practitioner_left_on ON practitioner (left_on) WHERE left_on IS NOT NULL;

CREATE INDEX ix_questionnaire_answer_code ON questionnaire_answer (item, code);

CREATE INDEX ix_questionnaire_answer_number ON questionnaire_answer (item, number) WHERE number IS NOT NULL;

CREATE INDEX ix_service_request_text ON service_request (text) WHERE text IS NOT NULL;

CREATE INDEX ix_service_request_to_organization_id ON service_request (to_organization_id);

CREATE INDEX ix_service_request_to_practitioner_id ON service_request (to_practitioner_id);

CREATE INDEX ix_service_request_to_text ON service_request (to_text) WHERE to_text IS NOT NULL;

CREATE INDEX ix_step_decision_patient_id ON step_decision (patient_id);

CREATE INDEX ix_wait_list_entry_closed_on ON wait_list_entry (closed_on);

CREATE INDEX ix_wait_list_entry_patient_id ON wait_list_entry (patient_id);

CREATE VIEW questionnaire_answer_of AS SELECT response_id, position, substr(link, length(rtrim(link, replace(link, '/', ''))) + 1) AS item, code, number FROM (SELECT q.id AS response_id, i.key AS position, CAST(json_extract(i.value, '$.link_id') AS TEXT) AS link, CAST(json_extract(i.value, '$.code') AS TEXT) AS code, CASE WHEN json_type(i.value, '$.value') IN ('integer', 'real') THEN json_extract(i.value, '$.value') + 0.0 END AS number FROM questionnaire_response AS q, json_each(q.items) AS i WHERE i.type = 'object') WHERE link IS NOT NULL AND (code IS NOT NULL OR number IS NOT NULL);

CREATE TRIGGER questionnaire_answer_added AFTER INSERT ON questionnaire_response BEGIN INSERT INTO questionnaire_answer (response_id, position, item, code, number) SELECT response_id, position, item, code, number FROM questionnaire_answer_of WHERE response_id = NEW.id;  END;

CREATE TRIGGER questionnaire_answer_changed AFTER UPDATE OF items ON questionnaire_response BEGIN DELETE FROM questionnaire_answer WHERE response_id = NEW.id; INSERT INTO questionnaire_answer (response_id, position, item, code, number) SELECT response_id, position, item, code, number FROM questionnaire_answer_of WHERE response_id = NEW.id;  END;

CREATE TRIGGER questionnaire_answer_purged AFTER DELETE ON questionnaire_response BEGIN DELETE FROM questionnaire_answer WHERE response_id = OLD.id;  END;

