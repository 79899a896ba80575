DROP TRIGGER work_standing_contact_log_added;

DROP TRIGGER work_standing_contact_log_changed;

DROP TRIGGER work_standing_contact_log_purged;

DROP TRIGGER work_standing_fact_added;

DROP TRIGGER work_standing_fact_changed;

DROP TRIGGER work_standing_fact_purged;

DROP TRIGGER work_standing_import_changed;

DROP TRIGGER work_standing_missed_added;

DROP TRIGGER work_standing_missed_changed;

DROP TRIGGER work_standing_missed_purged;

DROP TRIGGER work_standing_patient_changed;

DROP TRIGGER work_standing_plan_action_added;

DROP TRIGGER work_standing_plan_action_changed;

DROP TRIGGER work_standing_plan_action_purged;

DROP TRIGGER work_standing_referral_added;

DROP TRIGGER work_standing_referral_changed;

DROP TRIGGER work_standing_referral_purged;

DROP TRIGGER work_standing_task_added;

DROP TRIGGER work_standing_task_changed;

DROP TRIGGER work_standing_task_purged;

DROP TRIGGER work_standing_visit_added;

DROP TRIGGER work_standing_visit_changed;

DROP TRIGGER work_standing_visit_purged;

DROP TRIGGER work_standing_worklist_hold_added;

DROP TRIGGER work_standing_worklist_hold_changed;

DROP TRIGGER work_standing_worklist_hold_purged;

DROP VIEW work_standing_of_appointment;

DROP VIEW work_standing_of_plan_action;

DROP VIEW work_standing_of_referral;

DROP VIEW work_standing_of_task;

DROP INDEX ix_appointment_starts_at;

DROP INDEX ix_work_standing_counted_from;

DROP INDEX ix_work_standing_since;

DROP INDEX ix_work_standing_visit_at;

CREATE TABLE team_conference (
  title VARCHAR NOT NULL,
  held_on VARCHAR(10) NOT NULL,
  starts_at VARCHAR,
  how VARCHAR NOT NULL,
  place VARCHAR,
  note VARCHAR,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  CONSTRAINT pk_team_conference PRIMARY KEY (id)
);

CREATE TABLE pathway_edit (
  pathway VARCHAR NOT NULL,
  edition INTEGER NOT NULL,
  edits JSON NOT NULL,
  reason VARCHAR NOT NULL,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  CONSTRAINT pk_pathway_edit PRIMARY KEY (id)
);

CREATE TABLE instrument_use (
  instrument VARCHAR NOT NULL,
  in_use BOOLEAN NOT NULL,
  licence VARCHAR,
  cut_offs VARCHAR,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  CONSTRAINT pk_instrument_use PRIMARY KEY (id)
);

CREATE TABLE conference_attendee (
  team_conference_id INTEGER NOT NULL,
  user_id INTEGER,
  name VARCHAR NOT NULL,
  role_text VARCHAR,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  CONSTRAINT pk_conference_attendee PRIMARY KEY (id),
  CONSTRAINT fk_conference_attendee_team_conference_id FOREIGN KEY(team_conference_id) REFERENCES team_conference (id),
  CONSTRAINT fk_conference_attendee_user_id FOREIGN KEY(user_id) REFERENCES user_account (id)
);

CREATE TABLE note_grant (
  user_id INTEGER NOT NULL,
  kind VARCHAR NOT NULL,
  granted BOOLEAN NOT NULL,
  decided_at VARCHAR(20) NOT NULL,
  reason VARCHAR,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  CONSTRAINT pk_note_grant PRIMARY KEY (id),
  CONSTRAINT fk_note_grant_user_id FOREIGN KEY(user_id) REFERENCES user_account (id)
);

CREATE TABLE conference_case (
  team_conference_id INTEGER NOT NULL,
  patient_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  question VARCHAR,
  decision VARCHAR,
  reason VARCHAR,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  CONSTRAINT pk_conference_case PRIMARY KEY (id),
  CONSTRAINT fk_conference_case_team_conference_id FOREIGN KEY(team_conference_id) REFERENCES team_conference (id),
  CONSTRAINT fk_conference_case_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id)
);

CREATE TABLE emergency_access (
  patient_id INTEGER NOT NULL,
  user_id INTEGER NOT NULL,
  opened_at VARCHAR(20) NOT NULL,
  ends_at VARCHAR(20) NOT NULL,
  reason VARCHAR NOT NULL,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  CONSTRAINT pk_emergency_access PRIMARY KEY (id),
  CONSTRAINT fk_emergency_access_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id),
  CONSTRAINT fk_emergency_access_user_id FOREIGN KEY(user_id) REFERENCES user_account (id)
);

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

CREATE TABLE near_miss (
  patient_id INTEGER,
  kind VARCHAR NOT NULL,
  status VARCHAR NOT NULL,
  happened_on VARCHAR(10) NOT NULL,
  text VARCHAR NOT NULL,
  reached_patient BOOLEAN,
  due_on VARCHAR(10),
  changed_text VARCHAR,
  reviewed_on VARCHAR(10),
  reviewed_by_id INTEGER,
  closed_on VARCHAR(10),
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
  CONSTRAINT pk_near_miss PRIMARY KEY (id),
  CONSTRAINT fk_near_miss_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id),
  CONSTRAINT fk_near_miss_reviewed_by_id FOREIGN KEY(reviewed_by_id) REFERENCES user_account (id),
  CONSTRAINT fk_near_miss_owner_user_id FOREIGN KEY(owner_user_id) REFERENCES user_account (id),
  CONSTRAINT fk_near_miss_owner_practitioner_id FOREIGN KEY(owner_practitioner_id) REFERENCES practitioner (id)
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

CREATE TABLE approved_packet (
  patient_id INTEGER NOT NULL,
  service_request_id INTEGER NOT NULL,
  sent_to VARCHAR,
  how VARCHAR NOT NULL,
  language VARCHAR NOT NULL,
  paper VARCHAR NOT NULL,
  pages INTEGER NOT NULL,
  documents INTEGER NOT NULL,
  sensitive BOOLEAN NOT NULL,
  note VARCHAR,
  pdf BLOB NOT NULL,
  sha256 VARCHAR NOT NULL,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  CONSTRAINT pk_approved_packet PRIMARY KEY (id),
  CONSTRAINT fk_approved_packet_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id),
  CONSTRAINT fk_approved_packet_service_request_id FOREIGN KEY(service_request_id) REFERENCES service_request (id)
);

CREATE TABLE safety_assessment (
  patient_id INTEGER NOT NULL,
  response_id INTEGER,
  observation_id INTEGER,
  assessed_on VARCHAR(10) NOT NULL,
  risk VARCHAR NOT NULL,
  steps VARCHAR,
  note VARCHAR NOT NULL,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  CONSTRAINT pk_safety_assessment PRIMARY KEY (id),
  CONSTRAINT fk_safety_assessment_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id),
  CONSTRAINT fk_safety_assessment_response_id FOREIGN KEY(response_id) REFERENCES questionnaire_response (id),
  CONSTRAINT fk_safety_assessment_observation_id FOREIGN KEY(observation_id) REFERENCES observation (id)
);

CREATE TABLE team_member (
  patient_id INTEGER NOT NULL,
  kind VARCHAR NOT NULL,
  name VARCHAR NOT NULL,
  user_id INTEGER,
  practitioner_id INTEGER,
  organization_id INTEGER,
  patient_contact_id INTEGER,
  care_team_member_id INTEGER,
  role_code VARCHAR NOT NULL,
  role_text VARCHAR,
  organization_text VARCHAR,
  phone VARCHAR,
  fax VARCHAR,
  starts_on VARCHAR(10) NOT NULL,
  ends_on VARCHAR(10),
  end_reason VARCHAR,
  note VARCHAR,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  CONSTRAINT pk_team_member PRIMARY KEY (id),
  CONSTRAINT fk_team_member_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id),
  CONSTRAINT fk_team_member_user_id FOREIGN KEY(user_id) REFERENCES user_account (id),
  CONSTRAINT fk_team_member_practitioner_id FOREIGN KEY(practitioner_id) REFERENCES practitioner (id),
  CONSTRAINT fk_team_member_organization_id FOREIGN KEY(organization_id) REFERENCES organization (id),
  CONSTRAINT fk_team_member_patient_contact_id FOREIGN KEY(patient_contact_id) REFERENCES patient_contact (id),
  CONSTRAINT fk_team_member_care_team_member_id FOREIGN KEY(care_team_member_id) REFERENCES care_team_member (id)
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

CREATE TABLE care_note (
  patient_id INTEGER NOT NULL,
  kind VARCHAR NOT NULL,
  status VARCHAR NOT NULL,
  text VARCHAR NOT NULL,
  written_at VARCHAR(20) NOT NULL,
  author VARCHAR NOT NULL,
  author_user_id INTEGER,
  amends_id INTEGER,
  reason VARCHAR,
  goal_id INTEGER,
  service_request_id INTEGER,
  observation_id INTEGER,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  CONSTRAINT pk_care_note PRIMARY KEY (id),
  CONSTRAINT fk_care_note_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id),
  CONSTRAINT fk_care_note_author_user_id FOREIGN KEY(author_user_id) REFERENCES user_account (id),
  CONSTRAINT fk_care_note_amends_id FOREIGN KEY(amends_id) REFERENCES care_note (id),
  CONSTRAINT fk_care_note_goal_id FOREIGN KEY(goal_id) REFERENCES goal (id),
  CONSTRAINT fk_care_note_service_request_id FOREIGN KEY(service_request_id) REFERENCES service_request (id),
  CONSTRAINT fk_care_note_observation_id FOREIGN KEY(observation_id) REFERENCES observation (id)
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

CREATE TABLE team_question (
  patient_id INTEGER NOT NULL,
  team_member_id INTEGER,
  asked_name VARCHAR NOT NULL,
  asked_kind VARCHAR NOT NULL,
  channel VARCHAR NOT NULL,
  question VARCHAR NOT NULL,
  topic VARCHAR,
  asked_on VARCHAR(10) NOT NULL,
  due_on VARCHAR(10),
  status VARCHAR NOT NULL,
  answered_on VARCHAR(10),
  next_step VARCHAR,
  shared_reason VARCHAR,
  goal_id INTEGER,
  service_request_id INTEGER,
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
  CONSTRAINT pk_team_question PRIMARY KEY (id),
  CONSTRAINT fk_team_question_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id),
  CONSTRAINT fk_team_question_team_member_id FOREIGN KEY(team_member_id) REFERENCES team_member (id),
  CONSTRAINT fk_team_question_goal_id FOREIGN KEY(goal_id) REFERENCES goal (id),
  CONSTRAINT fk_team_question_service_request_id FOREIGN KEY(service_request_id) REFERENCES service_request (id),
  CONSTRAINT fk_team_question_owner_user_id FOREIGN KEY(owner_user_id) REFERENCES user_account (id),
  CONSTRAINT fk_team_question_owner_practitioner_id FOREIGN KEY(owner_practitioner_id) REFERENCES practitioner (id)
);

CREATE TABLE care_note_reader (
  care_note_id INTEGER NOT NULL,
  patient_id INTEGER NOT NULL,
  user_id INTEGER NOT NULL,
  read_at VARCHAR(20),
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  CONSTRAINT pk_care_note_reader PRIMARY KEY (id),
  CONSTRAINT fk_care_note_reader_care_note_id FOREIGN KEY(care_note_id) REFERENCES care_note (id),
  CONSTRAINT fk_care_note_reader_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id),
  CONSTRAINT fk_care_note_reader_user_id FOREIGN KEY(user_id) REFERENCES user_account (id)
);

CREATE TABLE team_message (
  team_question_id INTEGER NOT NULL,
  patient_id INTEGER NOT NULL,
  kind VARCHAR NOT NULL,
  at VARCHAR(20) NOT NULL,
  channel VARCHAR NOT NULL,
  said_by VARCHAR NOT NULL,
  text VARCHAR NOT NULL,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  CONSTRAINT pk_team_message PRIMARY KEY (id),
  CONSTRAINT fk_team_message_team_question_id FOREIGN KEY(team_question_id) REFERENCES team_question (id),
  CONSTRAINT fk_team_message_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id)
);

CREATE TABLE pathway_due (patient_id INTEGER NOT NULL, activity TEXT NOT NULL, state TEXT NOT NULL, pathways TEXT NOT NULL, step TEXT NOT NULL, due_on TEXT, soon_from TEXT, overdue_after TEXT, last_on TEXT, owner TEXT NOT NULL, role TEXT NOT NULL, whose INTEGER NOT NULL, done_by TEXT NOT NULL, listed TEXT NOT NULL, sum TEXT NOT NULL, held_until TEXT, PRIMARY KEY (patient_id, activity)) WITHOUT ROWID;

CREATE TABLE pathway_stale (patient_id INTEGER PRIMARY KEY);

CREATE TABLE pathway_checked (patient_id INTEGER PRIMARY KEY, checked_on TEXT NOT NULL, again_on TEXT NOT NULL, content TEXT NOT NULL, theirs TEXT NOT NULL);

ALTER TABLE "questionnaire_response" ADD COLUMN instrument VARCHAR;

ALTER TABLE "questionnaire_response" ADD COLUMN instrument_version VARCHAR;

ALTER TABLE "questionnaire_response" ADD COLUMN instrument_digest VARCHAR;

ALTER TABLE "questionnaire_response" ADD COLUMN mode VARCHAR;

ALTER TABLE "questionnaire_response" ADD COLUMN note VARCHAR;

ALTER TABLE "questionnaire_response" ADD COLUMN scores JSON;

ALTER TABLE "care_plan" ADD COLUMN risk VARCHAR;

ALTER TABLE "observation" ADD COLUMN response_id INTEGER REFERENCES "questionnaire_response" (id);

ALTER TABLE "service_request" ADD COLUMN service VARCHAR;

ALTER TABLE "service_request" ADD COLUMN reviewer_id INTEGER REFERENCES "user_account" (id);

ALTER TABLE "service_request" ADD COLUMN owner_organization VARCHAR;

ALTER TABLE "goal" ADD COLUMN concern_id INTEGER REFERENCES "health_concern" (id);

ALTER TABLE "goal" ADD COLUMN baseline_value FLOAT;

ALTER TABLE "goal" ADD COLUMN baseline_on VARCHAR(10);

ALTER TABLE "goal" ADD COLUMN confidence INTEGER;

ALTER TABLE "goal" ADD COLUMN owner_organization VARCHAR;

ALTER TABLE "task" ADD COLUMN conference_case_id INTEGER REFERENCES "conference_case" (id);

ALTER TABLE "task" ADD COLUMN owner_organization VARCHAR;

ALTER TABLE "plan_action" ADD COLUMN owner_organization VARCHAR;

ALTER TABLE "handout" ADD COLUMN approved_packet_id INTEGER REFERENCES "approved_packet" (id);

ALTER TABLE "appointment" ADD COLUMN no_show_reason VARCHAR;

ALTER TABLE "work_standing" ADD COLUMN service TEXT;

ALTER TABLE "work_standing" ADD COLUMN holder INTEGER;

ALTER TABLE "work_standing" ADD COLUMN coordinator INTEGER;

ALTER TABLE "work_standing" ADD COLUMN clinician INTEGER;

ALTER TABLE "work_standing" ADD COLUMN tries INTEGER;

CREATE INDEX ix_appointment_starts_at ON appointment (starts_at, practitioner_id, status, outside, minutes, removed_at, import_id);

CREATE INDEX ix_approved_packet_patient_id ON approved_packet (patient_id);

CREATE INDEX ix_approved_packet_service_request_id ON approved_packet (service_request_id);

CREATE INDEX ix_care_note_amends_id ON care_note (amends_id);

CREATE INDEX ix_care_note_patient_id_written_at ON care_note (patient_id, written_at);

CREATE INDEX ix_care_note_reader_care_note_id ON care_note_reader (care_note_id);

CREATE INDEX ix_care_note_reader_patient_id ON care_note_reader (patient_id);

CREATE INDEX ix_care_note_reader_user_id_read_at ON care_note_reader (user_id, read_at);

CREATE INDEX ix_care_plan_review_due ON care_plan (review_due) WHERE review_due IS NOT NULL AND source_id IS NULL AND removed_at IS NULL;

CREATE INDEX ix_conference_attendee_team_conference_id ON conference_attendee (team_conference_id);

CREATE INDEX ix_conference_case_patient_id ON conference_case (patient_id);

CREATE INDEX ix_conference_case_team_conference_id ON conference_case (team_conference_id);

CREATE INDEX ix_emergency_access_patient_id_user_id ON emergency_access (patient_id, user_id);

CREATE INDEX ix_goal_concern_id ON goal (concern_id);

CREATE INDEX ix_handout_approved_packet_id ON handout (approved_packet_id);

CREATE INDEX ix_health_concern_condition_id ON health_concern (condition_id);

CREATE INDEX ix_health_concern_owner_user_id ON health_concern (owner_user_id);

CREATE INDEX ix_health_concern_patient_id ON health_concern (patient_id);

CREATE INDEX ix_instrument_use_instrument ON instrument_use (instrument);

CREATE INDEX ix_near_miss_happened_on ON near_miss (happened_on);

CREATE INDEX ix_near_miss_owner_user_id ON near_miss (owner_user_id);

CREATE INDEX ix_near_miss_patient_id ON near_miss (patient_id);

CREATE INDEX ix_near_miss_status_due_on ON near_miss (status, due_on);

CREATE INDEX ix_note_grant_user_id ON note_grant (user_id);

CREATE INDEX ix_observation_response_id ON observation (response_id);

CREATE INDEX ix_pathway_checked_again_on ON pathway_checked (again_on);

CREATE INDEX ix_pathway_checked_checked_on ON pathway_checked (checked_on);

CREATE INDEX ix_pathway_checked_content ON pathway_checked (content);

CREATE INDEX ix_pathway_due_activity ON pathway_due (activity, patient_id);

CREATE INDEX ix_pathway_due_due_on ON pathway_due (listed, state, due_on, patient_id, activity, overdue_after, role, whose);

CREATE INDEX ix_pathway_due_held_until ON pathway_due (held_until) WHERE held_until IS NOT NULL;

CREATE INDEX ix_pathway_edit_pathway ON pathway_edit (pathway);

CREATE INDEX ix_plan_action_undated ON plan_action (appointment_type_id) WHERE due_on IS NULL AND appointment_type_id IS NOT NULL;

CREATE INDEX ix_plan_barrier_concern_id ON plan_barrier (concern_id);

CREATE INDEX ix_plan_barrier_goal_id ON plan_barrier (goal_id);

CREATE INDEX ix_plan_barrier_patient_id ON plan_barrier (patient_id);

CREATE INDEX ix_plan_copy_patient_id ON plan_copy (patient_id);

CREATE INDEX ix_plan_copy_plan_version_id ON plan_copy (plan_version_id);

CREATE INDEX ix_plan_part_patient_id ON plan_part (patient_id);

CREATE INDEX ix_plan_sign_off_answer ON plan_sign_off (answer) WHERE answer IS NULL AND removed_at IS NULL;

CREATE INDEX ix_plan_sign_off_patient_id ON plan_sign_off (patient_id);

CREATE INDEX ix_plan_sign_off_plan_version_id ON plan_sign_off (plan_version_id);

CREATE INDEX ix_plan_sign_off_user_id ON plan_sign_off (user_id);

CREATE INDEX ix_plan_version_patient_id ON plan_version (patient_id);

CREATE INDEX ix_program_enrolment_patient_id_program ON program_enrolment (patient_id, program);

CREATE INDEX ix_program_enrolment_status_program ON program_enrolment (status, program);

CREATE INDEX ix_safety_assessment_observation_id ON safety_assessment (observation_id);

CREATE INDEX ix_safety_assessment_patient_id ON safety_assessment (patient_id);

CREATE INDEX ix_safety_assessment_response_id ON safety_assessment (response_id);

CREATE INDEX ix_service_request_reviewer_id ON service_request (reviewer_id);

CREATE INDEX ix_step_decision_made_on ON step_decision (made_on);

CREATE INDEX ix_task_conference_case_id ON task (conference_case_id);

CREATE INDEX ix_team_conference_held_on ON team_conference (held_on);

CREATE INDEX ix_team_member_patient_id ON team_member (patient_id);

CREATE INDEX ix_team_member_user_id ON team_member (user_id);

CREATE INDEX ix_team_message_patient_id ON team_message (patient_id);

CREATE INDEX ix_team_message_team_question_id ON team_message (team_question_id);

CREATE INDEX ix_team_question_owner_user_id ON team_question (owner_user_id);

CREATE INDEX ix_team_question_patient_id ON team_question (patient_id);

CREATE INDEX ix_team_question_status_due_on ON team_question (status, due_on);

CREATE INDEX ix_time_entry_patient_id_starts_at ON time_entry (patient_id, starts_at);

CREATE INDEX ix_time_entry_user_id_starts_at ON time_entry (user_id, starts_at);

CREATE INDEX ix_transition_closed_on ON transition (closed_on);

CREATE INDEX ix_transition_encounter_id ON transition (encounter_id);

CREATE INDEX ix_transition_patient_id ON transition (patient_id);

CREATE INDEX ix_transition_step_patient_id ON transition_step (patient_id);

CREATE INDEX ix_transition_step_transition_id ON transition_step (transition_id);

CREATE INDEX ix_work_standing_counted_from ON work_standing (kind, state, urgent, booked, listed, counted_from, row_id, whose, holder, coordinator, clinician, tries, service, held_until, import_id, since, visit_at) WHERE kind = 'referral';

CREATE INDEX ix_work_standing_since ON work_standing (kind, state, urgent, booked, listed, since, row_id, whose, holder, coordinator, clinician, tries, service, held_until, import_id, counted_from, visit_at);

CREATE INDEX ix_work_standing_visit_at ON work_standing (urgent, listed, visit_at, row_id, whose, holder, coordinator, clinician, tries, service, import_id, counted_from, since) WHERE kind = 'referral' AND booked;

CREATE INDEX ix_worklist_hold_held_until ON worklist_hold (held_until) WHERE held_until IS NOT NULL;

CREATE VIEW work_standing_of_appointment AS SELECT 'appointment' AS kind, s.id AS row_id, s.patient_id AS patient_id, min((SELECT count(*) FROM contact_log AS c WHERE c.item_key = 'appointment:' || s.id || ':missed' AND c.removed_at IS NULL), 2) || '' AS state, 0 AS urgent, s.starts_at AS since, s.starts_at AS counted_from, NULL AS ordered_on, NULL AS visit_at, 0 AS booked, n.held_until AS held_until, coalesce(p.coordinator_id, 0) AS whose, 1 AS unowned, n.done_on IS NULL AND NOT p.deceased AS listed, coalesce(s.import_id, 0) AS import_id, '' AS service, NULL AS holder, 0 AS coordinator, 0 AS clinician, 0 AS tries FROM appointment AS s JOIN patient AS p ON p.id = s.patient_id LEFT JOIN worklist_hold AS n ON n.id = (SELECT max(h.id) FROM worklist_hold AS h WHERE h.item_key = 'appointment:' || s.id || ':missed' AND h.removed_at IS NULL) WHERE s.status || '' = 'noshow' AND s.service_request_id IS NULL AND s.removed_at IS NULL AND s.starts_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM appointment AS v WHERE v.patient_id = s.patient_id AND v.starts_at > s.starts_at AND v.status || '' IN ('arrived', 'booked', 'checked-in', 'fulfilled', 'pending') AND v.removed_at IS NULL AND CASE WHEN s.practitioner_id IS NOT NULL THEN v.practitioner_id = s.practitioner_id ELSE v.with_text IS s.with_text END AND (v.import_id IS NULL OR v.import_id IS s.import_id OR (SELECT b.state FROM import_batch AS b WHERE b.id = v.import_id) = 'complete'));

CREATE VIEW work_standing_of_cancelled AS SELECT 'cancelled' AS kind, s.id AS row_id, s.patient_id AS patient_id, 'cancelled' AS state, 0 AS urgent, s.starts_at AS since, s.starts_at AS counted_from, NULL AS ordered_on, CASE WHEN EXISTS (SELECT 1 FROM appointment AS v WHERE v.moved_from_id = s.id AND v.patient_id = s.patient_id AND v.id > s.id AND v.status || '' IN ('arrived', 'booked', 'checked-in', 'fulfilled', 'pending') AND v.removed_at IS NULL AND (v.import_id IS NULL OR v.import_id IS s.import_id OR (SELECT b.state FROM import_batch AS b WHERE b.id = v.import_id) = 'complete')) THEN '9999' ELSE (SELECT max(v.starts_at) FROM appointment AS v WHERE v.patient_id = s.patient_id AND v.status || '' IN ('arrived', 'booked', 'checked-in', 'fulfilled', 'pending') AND v.removed_at IS NULL AND (v.import_id IS NULL OR v.import_id IS s.import_id OR (SELECT b.state FROM import_batch AS b WHERE b.id = v.import_id) = 'complete') AND v.id > s.id AND (v.practitioner_id IS s.practitioner_id OR v.appointment_type_id = s.appointment_type_id)) END AS visit_at, (EXISTS (SELECT 1 FROM worklist_hold AS h WHERE h.item_key = 'appointment:' || s.id || ':cancelled' AND h.removed_at IS NULL) OR EXISTS (SELECT 1 FROM contact_log AS c WHERE c.item_key = 'appointment:' || s.id || ':cancelled' AND c.removed_at IS NULL)) AS booked, NULL AS held_until, coalesce(p.coordinator_id, 0) AS whose, 1 AS unowned, NOT p.deceased AS listed, coalesce(s.import_id, 0) AS import_id, '' AS service, NULL AS holder, 0 AS coordinator, 0 AS clinician, 0 AS tries FROM appointment AS s JOIN patient AS p ON p.id = s.patient_id WHERE s.status || '' = 'cancelled' AND NOT s.outside AND s.service_request_id IS NULL AND s.removed_at IS NULL AND s.starts_at IS NOT NULL;

CREATE VIEW work_standing_of_plan_action AS SELECT 'plan_action' AS kind, s.id AS row_id, s.patient_id AS patient_id, 'open' AS state, s.urgent AS urgent, s.due_on AS since, s.due_on AS counted_from, NULL AS ordered_on, NULL AS visit_at, 0 AS booked, s.held_until AS held_until, CASE WHEN s.owner_user_id IS NOT NULL THEN s.owner_user_id WHEN s.owner_kind IS NULL THEN coalesce(p.coordinator_id, 0) ELSE -1 END AS whose, s.owner_kind IS NULL AS unowned, NOT p.deceased AS listed, coalesce(s.import_id, 0) AS import_id, '' AS service, NULL AS holder, 0 AS coordinator, 0 AS clinician, 0 AS tries FROM plan_action AS s JOIN patient AS p ON p.id = s.patient_id WHERE s.removed_at IS NULL AND s.due_on IS NOT NULL AND s.status IN ('not-started', 'scheduled', 'in-progress');

CREATE VIEW work_standing_of_quiet AS SELECT 'quiet' AS kind, s.id AS row_id, s.id AS patient_id, 'in care' AS state, 0 AS urgent, coalesce(nullif(max(coalesce((SELECT max(c.at) FROM contact_log AS c WHERE c.patient_id = s.id AND c.outcome = 'reached' AND c.removed_at IS NULL), ''), coalesce((SELECT max(v.starts_at) FROM appointment AS v WHERE v.patient_id = s.id AND v.status || '' IN ('arrived', 'checked-in', 'fulfilled') AND v.removed_at IS NULL AND (v.import_id IS NULL OR v.import_id IS s.import_id OR (SELECT b.state FROM import_batch AS b WHERE b.id = v.import_id) = 'complete')), '')), ''), s.created_at) AS since, s.created_at AS counted_from, NULL AS ordered_on, (SELECT max(v.starts_at) FROM appointment AS v WHERE v.patient_id = s.id AND v.status || '' IN ('arrived', 'booked', 'checked-in', 'fulfilled', 'pending') AND v.removed_at IS NULL AND (v.import_id IS NULL OR v.import_id IS s.import_id OR (SELECT b.state FROM import_batch AS b WHERE b.id = v.import_id) = 'complete')) AS visit_at, (EXISTS (SELECT 1 FROM worklist_hold AS h WHERE h.item_key = 'patient:' || s.id || ':quiet' AND h.removed_at IS NULL) OR EXISTS (SELECT 1 FROM contact_log AS c WHERE c.item_key = 'patient:' || s.id || ':quiet' AND c.removed_at IS NULL)) AS booked, NULL AS held_until, s.coordinator_id AS whose, 1 AS unowned, 1 AS listed, coalesce(s.import_id, 0) AS import_id, '' AS service, NULL AS holder, 0 AS coordinator, 0 AS clinician, 0 AS tries FROM patient AS s WHERE s.coordinator_id > 0 AND s.removed_at IS NULL AND NOT s.deceased;

CREATE VIEW work_standing_of_recall AS SELECT 'recall' AS kind, s.id AS row_id, s.patient_id AS patient_id, 'open' AS state, s.urgent AS urgent, s.due_on AS since, s.due_on AS counted_from, NULL AS ordered_on, NULL AS visit_at, (EXISTS (SELECT 1 FROM worklist_hold AS h WHERE h.item_key = 'plan_action:' || s.id AND h.removed_at IS NULL) OR EXISTS (SELECT 1 FROM contact_log AS c WHERE c.item_key = 'plan_action:' || s.id AND c.removed_at IS NULL)) AS booked, s.held_until AS held_until, coalesce(p.coordinator_id, 0) AS whose, 1 AS unowned, NOT p.deceased AS listed, coalesce(s.import_id, 0) AS import_id, '' AS service, NULL AS holder, 0 AS coordinator, 0 AS clinician, 0 AS tries FROM plan_action AS s JOIN patient AS p ON p.id = s.patient_id WHERE s.removed_at IS NULL AND s.due_on IS NOT NULL AND s.appointment_type_id IS NOT NULL AND s.status IN ('not-started', 'scheduled', 'in-progress') AND NOT EXISTS (SELECT 1 FROM appointment AS v WHERE v.plan_action_id = s.id AND v.status || '' IN ('arrived', 'booked', 'checked-in', 'fulfilled', 'pending') AND v.removed_at IS NULL AND (v.import_id IS NULL OR v.import_id IS s.import_id OR (SELECT b.state FROM import_batch AS b WHERE b.id = v.import_id) = 'complete'));

CREATE VIEW work_standing_of_referral AS SELECT 'referral' AS kind, s.id AS row_id, s.patient_id AS patient_id, CASE WHEN s.status = 'completed' AND (e.state IS NULL OR e.state NOT IN ('closed', 'rerouted', 'cancelled', 'patient_declined', 'expired')) THEN 'closed' WHEN s.status = 'revoked' AND (e.state IS NULL OR e.state NOT IN ('closed', 'rerouted', 'cancelled', 'patient_declined', 'expired')) THEN 'cancelled' WHEN e.state IS NOT NULL THEN e.state WHEN s.status IS NOT 'draft' AND s.source_id IS NOT NULL THEN 'sent' ELSE 'draft' END AS state, s.urgency <> 'routine' AS urgent, CASE WHEN e.id IS NULL THEN s.ordered_on ELSE e.happened_on END AS since, coalesce(s.ordered_on, e.happened_on) AS counted_from, s.ordered_on AS ordered_on, CASE WHEN e.state = 'scheduled' THEN (SELECT max(v.starts_at) FROM appointment AS v WHERE v.service_request_id = s.id AND v.removed_at IS NULL AND v.status || '' IN ('booked', 'pending', 'proposed') AND (v.import_id IS NULL OR v.import_id IS s.import_id OR (SELECT b.state FROM import_batch AS b WHERE b.id = v.import_id) = 'complete')) END AS visit_at, coalesce(e.state = 'scheduled', 0) AND (SELECT max(v.starts_at) FROM appointment AS v WHERE v.service_request_id = s.id AND v.removed_at IS NULL AND v.status || '' IN ('booked', 'pending', 'proposed') AND (v.import_id IS NULL OR v.import_id IS s.import_id OR (SELECT b.state FROM import_batch AS b WHERE b.id = v.import_id) = 'complete')) IS NOT NULL AS booked, NULL AS held_until, CASE WHEN coalesce(s.owner_kind, '') = '' OR coalesce(s.owner_name, '') = '' THEN coalesce(p.coordinator_id, 0) WHEN s.owner_kind = 'user' THEN coalesce(s.owner_user_id, -1) ELSE -1 END AS whose, coalesce(s.owner_kind, '') = '' OR coalesce(s.owner_name, '') = '' AS unowned, s.closed_on IS NULL AND coalesce(s.status, '') NOT IN ('completed', 'revoked') AND NOT p.deceased AS listed, coalesce(s.import_id, 0) AS import_id, coalesce(s.service, '') AS service, CASE WHEN e.state = 'report_received' THEN s.reviewer_id WHEN e.state IN ('no_show', 'visit_cancelled') THEN p.coordinator_id END AS holder, coalesce(p.coordinator_id, 0) AS coordinator, coalesce(s.reviewer_id, 0) AS clinician, (SELECT count(*) FROM contact_log AS c WHERE c.item_key >= 'referral:' || s.id || ':' AND c.item_key < 'referral:' || s.id || ';' AND c.outcome IN ('left_message', 'no_answer', 'wrong_number') AND c.at >= coalesce(CASE WHEN e.id IS NULL THEN s.ordered_on ELSE e.happened_on END, '') AND c.removed_at IS NULL) AS tries FROM service_request AS s JOIN patient AS p ON p.id = s.patient_id LEFT JOIN referral_event AS e ON e.id = (SELECT f.id FROM referral_event AS f WHERE f.service_request_id = s.id AND f.removed_at IS NULL AND (f.import_id IS NULL OR f.import_id IS s.import_id OR (SELECT b.state FROM import_batch AS b WHERE b.id = f.import_id) = 'complete') ORDER BY f.happened_on DESC, f.id DESC LIMIT 1) WHERE s.is_referral AND s.removed_at IS NULL AND coalesce(s.status, '') <> 'entered-in-error';

CREATE VIEW work_standing_of_stay_contact AS SELECT 'stay_contact' AS kind, s.id AS row_id, s.patient_id AS patient_id, lower(coalesce(s.discharge, '')) AS state, 0 AS urgent, s.ends_when AS since, (SELECT min(l.ends_when) FROM encounter AS l WHERE l.patient_id = s.patient_id AND l.class_code || '' IN ('ACUTE', 'IMP', 'NONAC', 'OBSENC') AND length(l.ends_when) >= 10 AND l.removed_at IS NULL AND coalesce(l.status, '') NOT IN ('entered-in-error', 'cancelled', 'planned') AND (l.ends_when > s.ends_when OR (l.ends_when = s.ends_when AND l.id > s.id)) AND (l.import_id IS NULL OR l.import_id IS s.import_id OR (SELECT b.state FROM import_batch AS b WHERE b.id = l.import_id) = 'complete')) AS counted_from, NULL AS ordered_on, NULL AS visit_at, length(s.ends_when) = 10 OR (EXISTS (SELECT 1 FROM worklist_hold AS h WHERE h.item_key = 'encounter:' || s.id || ':contact' AND h.removed_at IS NULL) OR EXISTS (SELECT 1 FROM contact_log AS c WHERE c.item_key = 'encounter:' || s.id || ':contact' AND c.removed_at IS NULL)) AS booked, NULL AS held_until, coalesce(p.coordinator_id, 0) AS whose, 1 AS unowned, NOT p.deceased AS listed, coalesce(s.import_id, 0) AS import_id, '' AS service, NULL AS holder, 0 AS coordinator, 0 AS clinician, 0 AS tries FROM encounter AS s JOIN patient AS p ON p.id = s.patient_id WHERE s.class_code || '' IN ('ACUTE', 'IMP', 'NONAC', 'OBSENC') AND length(s.ends_when) >= 10 AND s.removed_at IS NULL AND coalesce(s.status, '') NOT IN ('entered-in-error', 'cancelled', 'planned') AND NOT EXISTS (SELECT 1 FROM contact_log AS c WHERE c.patient_id = s.patient_id AND c.outcome = 'reached' AND c.removed_at IS NULL AND c.at >= CASE WHEN length(s.ends_when) > 10 THEN s.ends_when ELSE date(s.ends_when, '+1 day') END);

CREATE VIEW work_standing_of_stay_visit AS SELECT 'stay_visit' AS kind, s.id AS row_id, s.patient_id AS patient_id, lower(coalesce(s.discharge, '')) AS state, 0 AS urgent, s.ends_when AS since, (SELECT min(l.ends_when) FROM encounter AS l WHERE l.patient_id = s.patient_id AND l.class_code || '' IN ('ACUTE', 'IMP', 'NONAC', 'OBSENC') AND length(l.ends_when) >= 10 AND l.removed_at IS NULL AND coalesce(l.status, '') NOT IN ('entered-in-error', 'cancelled', 'planned') AND (l.ends_when > s.ends_when OR (l.ends_when = s.ends_when AND l.id > s.id)) AND (l.import_id IS NULL OR l.import_id IS s.import_id OR (SELECT b.state FROM import_batch AS b WHERE b.id = l.import_id) = 'complete')) AS counted_from, NULL AS ordered_on, (SELECT min(v.starts_at) FROM appointment AS v WHERE v.patient_id = s.patient_id AND v.status || '' IN ('arrived', 'booked', 'checked-in', 'fulfilled', 'pending') AND v.removed_at IS NULL AND (v.import_id IS NULL OR v.import_id IS s.import_id OR (SELECT b.state FROM import_batch AS b WHERE b.id = v.import_id) = 'complete') AND v.starts_at > strftime('%Y-%m-%dT%H:%M:%SZ', s.ends_when, '+25 hours')) AS visit_at, length(s.ends_when) = 10 OR EXISTS (SELECT 1 FROM appointment AS v WHERE v.patient_id = s.patient_id AND v.status || '' IN ('arrived', 'booked', 'checked-in', 'fulfilled', 'pending') AND v.removed_at IS NULL AND (v.import_id IS NULL OR v.import_id IS s.import_id OR (SELECT b.state FROM import_batch AS b WHERE b.id = v.import_id) = 'complete') AND v.starts_at > s.ends_when AND v.starts_at <= strftime('%Y-%m-%dT%H:%M:%SZ', s.ends_when, '+25 hours')) OR (EXISTS (SELECT 1 FROM worklist_hold AS h WHERE h.item_key = 'encounter:' || s.id || ':visit' AND h.removed_at IS NULL) OR EXISTS (SELECT 1 FROM contact_log AS c WHERE c.item_key = 'encounter:' || s.id || ':visit' AND c.removed_at IS NULL)) AS booked, NULL AS held_until, coalesce(p.coordinator_id, 0) AS whose, 1 AS unowned, NOT p.deceased AS listed, coalesce(s.import_id, 0) AS import_id, '' AS service, NULL AS holder, 0 AS coordinator, 0 AS clinician, 0 AS tries FROM encounter AS s JOIN patient AS p ON p.id = s.patient_id WHERE s.class_code || '' IN ('ACUTE', 'IMP', 'NONAC', 'OBSENC') AND length(s.ends_when) >= 10 AND s.removed_at IS NULL AND coalesce(s.status, '') NOT IN ('entered-in-error', 'cancelled', 'planned');

CREATE VIEW work_standing_of_task AS SELECT 'task' AS kind, s.id AS row_id, s.patient_id AS patient_id, 'open' AS state, 0 AS urgent, s.due_on AS since, s.due_on AS counted_from, NULL AS ordered_on, NULL AS visit_at, 0 AS booked, s.held_until AS held_until, CASE WHEN s.owner_user_id IS NOT NULL THEN s.owner_user_id WHEN s.owner_kind IS NULL THEN coalesce(p.coordinator_id, 0) ELSE -1 END AS whose, s.owner_kind IS NULL AS unowned, NOT p.deceased AS listed, coalesce(s.import_id, 0) AS import_id, '' AS service, NULL AS holder, 0 AS coordinator, 0 AS clinician, 0 AS tries FROM task AS s JOIN patient AS p ON p.id = s.patient_id WHERE s.removed_at IS NULL AND s.due_on IS NOT NULL AND s.status IN ('requested', 'received', 'accepted', 'ready', 'in-progress') AND s.service_request_id IS NULL;

CREATE TRIGGER pathway_stale_condition_added AFTER INSERT ON condition BEGIN INSERT INTO pathway_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER pathway_stale_condition_changed AFTER UPDATE ON condition BEGIN INSERT INTO pathway_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = OLD.patient_id); INSERT INTO pathway_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER pathway_stale_condition_purged AFTER DELETE ON condition BEGIN INSERT INTO pathway_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = OLD.patient_id);  END;

CREATE TRIGGER pathway_stale_contact_log_added AFTER INSERT ON contact_log BEGIN INSERT INTO pathway_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER pathway_stale_contact_log_changed AFTER UPDATE ON contact_log BEGIN INSERT INTO pathway_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = OLD.patient_id); INSERT INTO pathway_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER pathway_stale_contact_log_purged AFTER DELETE ON contact_log BEGIN INSERT INTO pathway_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = OLD.patient_id);  END;

CREATE TRIGGER pathway_stale_encounter_added AFTER INSERT ON encounter BEGIN INSERT INTO pathway_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER pathway_stale_encounter_changed AFTER UPDATE ON encounter BEGIN INSERT INTO pathway_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = OLD.patient_id); INSERT INTO pathway_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER pathway_stale_encounter_purged AFTER DELETE ON encounter BEGIN INSERT INTO pathway_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = OLD.patient_id);  END;

CREATE TRIGGER pathway_stale_immunization_added AFTER INSERT ON immunization BEGIN INSERT INTO pathway_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER pathway_stale_immunization_changed AFTER UPDATE ON immunization BEGIN INSERT INTO pathway_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = OLD.patient_id); INSERT INTO pathway_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER pathway_stale_immunization_purged AFTER DELETE ON immunization BEGIN INSERT INTO pathway_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = OLD.patient_id);  END;

CREATE TRIGGER pathway_stale_import_changed AFTER UPDATE OF state ON import_batch BEGIN INSERT INTO pathway_stale (patient_id) SELECT DISTINCT f.patient_id FROM condition AS f WHERE f.import_id = NEW.id AND NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = f.patient_id); INSERT INTO pathway_stale (patient_id) SELECT DISTINCT f.patient_id FROM medication_entry AS f WHERE f.import_id = NEW.id AND NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = f.patient_id); INSERT INTO pathway_stale (patient_id) SELECT DISTINCT f.patient_id FROM observation AS f WHERE f.import_id = NEW.id AND NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = f.patient_id); INSERT INTO pathway_stale (patient_id) SELECT DISTINCT f.patient_id FROM observation_component AS f WHERE f.import_id = NEW.id AND NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = f.patient_id); INSERT INTO pathway_stale (patient_id) SELECT DISTINCT f.patient_id FROM questionnaire_response AS f WHERE f.import_id = NEW.id AND NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = f.patient_id); INSERT INTO pathway_stale (patient_id) SELECT DISTINCT f.patient_id FROM procedure AS f WHERE f.import_id = NEW.id AND NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = f.patient_id); INSERT INTO pathway_stale (patient_id) SELECT DISTINCT f.patient_id FROM immunization AS f WHERE f.import_id = NEW.id AND NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = f.patient_id); INSERT INTO pathway_stale (patient_id) SELECT DISTINCT f.patient_id FROM encounter AS f WHERE f.import_id = NEW.id AND NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = f.patient_id); INSERT INTO pathway_stale (patient_id) SELECT DISTINCT f.patient_id FROM service_request AS f WHERE f.import_id = NEW.id AND NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = f.patient_id); INSERT INTO pathway_stale (patient_id) SELECT p.id FROM patient AS p WHERE p.import_id = NEW.id AND NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = p.id); END;

CREATE TRIGGER pathway_stale_medication_entry_added AFTER INSERT ON medication_entry BEGIN INSERT INTO pathway_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER pathway_stale_medication_entry_changed AFTER UPDATE ON medication_entry BEGIN INSERT INTO pathway_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = OLD.patient_id); INSERT INTO pathway_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER pathway_stale_medication_entry_purged AFTER DELETE ON medication_entry BEGIN INSERT INTO pathway_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = OLD.patient_id);  END;

CREATE TRIGGER pathway_stale_observation_added AFTER INSERT ON observation BEGIN INSERT INTO pathway_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER pathway_stale_observation_changed AFTER UPDATE ON observation BEGIN INSERT INTO pathway_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = OLD.patient_id); INSERT INTO pathway_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER pathway_stale_observation_component_added AFTER INSERT ON observation_component BEGIN INSERT INTO pathway_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER pathway_stale_observation_component_changed AFTER UPDATE ON observation_component BEGIN INSERT INTO pathway_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = OLD.patient_id); INSERT INTO pathway_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER pathway_stale_observation_component_purged AFTER DELETE ON observation_component BEGIN INSERT INTO pathway_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = OLD.patient_id);  END;

CREATE TRIGGER pathway_stale_observation_purged AFTER DELETE ON observation BEGIN INSERT INTO pathway_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = OLD.patient_id);  END;

CREATE TRIGGER pathway_stale_pathway_enrolment_added AFTER INSERT ON pathway_enrolment BEGIN INSERT INTO pathway_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER pathway_stale_pathway_enrolment_changed AFTER UPDATE ON pathway_enrolment BEGIN INSERT INTO pathway_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = OLD.patient_id); INSERT INTO pathway_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER pathway_stale_pathway_enrolment_purged AFTER DELETE ON pathway_enrolment BEGIN INSERT INTO pathway_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = OLD.patient_id);  END;

CREATE TRIGGER pathway_stale_pathway_target_added AFTER INSERT ON pathway_target BEGIN INSERT INTO pathway_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER pathway_stale_pathway_target_changed AFTER UPDATE ON pathway_target BEGIN INSERT INTO pathway_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = OLD.patient_id); INSERT INTO pathway_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER pathway_stale_pathway_target_purged AFTER DELETE ON pathway_target BEGIN INSERT INTO pathway_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = OLD.patient_id);  END;

CREATE TRIGGER pathway_stale_patient_added AFTER INSERT ON patient BEGIN INSERT INTO pathway_stale (patient_id) SELECT NEW.id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = NEW.id);  END;

CREATE TRIGGER pathway_stale_patient_changed AFTER UPDATE OF birth_date, sex, deceased, deceased_on, coordinator_id, removed_at, import_id ON patient BEGIN INSERT INTO pathway_stale (patient_id) SELECT NEW.id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = NEW.id);  END;

CREATE TRIGGER pathway_stale_patient_purged AFTER DELETE ON patient BEGIN DELETE FROM pathway_due WHERE patient_id = OLD.id; DELETE FROM pathway_checked WHERE patient_id = OLD.id; DELETE FROM pathway_stale WHERE patient_id = OLD.id; END;

CREATE TRIGGER pathway_stale_procedure_added AFTER INSERT ON procedure BEGIN INSERT INTO pathway_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER pathway_stale_procedure_changed AFTER UPDATE ON procedure BEGIN INSERT INTO pathway_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = OLD.patient_id); INSERT INTO pathway_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER pathway_stale_procedure_purged AFTER DELETE ON procedure BEGIN INSERT INTO pathway_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = OLD.patient_id);  END;

CREATE TRIGGER pathway_stale_questionnaire_response_added AFTER INSERT ON questionnaire_response BEGIN INSERT INTO pathway_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER pathway_stale_questionnaire_response_changed AFTER UPDATE ON questionnaire_response BEGIN INSERT INTO pathway_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = OLD.patient_id); INSERT INTO pathway_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER pathway_stale_questionnaire_response_purged AFTER DELETE ON questionnaire_response BEGIN INSERT INTO pathway_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = OLD.patient_id);  END;

CREATE TRIGGER pathway_stale_service_request_added AFTER INSERT ON service_request BEGIN INSERT INTO pathway_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER pathway_stale_service_request_changed AFTER UPDATE ON service_request BEGIN INSERT INTO pathway_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = OLD.patient_id); INSERT INTO pathway_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER pathway_stale_service_request_purged AFTER DELETE ON service_request BEGIN INSERT INTO pathway_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = OLD.patient_id);  END;

CREATE TRIGGER pathway_stale_step_decision_added AFTER INSERT ON step_decision BEGIN INSERT INTO pathway_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER pathway_stale_step_decision_changed AFTER UPDATE ON step_decision BEGIN INSERT INTO pathway_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = OLD.patient_id); INSERT INTO pathway_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER pathway_stale_step_decision_purged AFTER DELETE ON step_decision BEGIN INSERT INTO pathway_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = OLD.patient_id);  END;

CREATE TRIGGER work_standing_calls_contact_added AFTER INSERT ON contact_log WHEN NEW.outcome = 'reached' BEGIN DELETE FROM work_standing WHERE kind = 'stay_contact' AND row_id IN (SELECT s.id FROM encounter AS s WHERE s.patient_id = NEW.patient_id AND s.class_code || '' IN ('ACUTE', 'IMP', 'NONAC', 'OBSENC') AND length(s.ends_when) >= 10 AND s.removed_at IS NULL AND coalesce(s.status, '') NOT IN ('entered-in-error', 'cancelled', 'planned')); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_stay_contact WHERE row_id IN (SELECT s.id FROM encounter AS s WHERE s.patient_id = NEW.patient_id AND s.class_code || '' IN ('ACUTE', 'IMP', 'NONAC', 'OBSENC') AND length(s.ends_when) >= 10 AND s.removed_at IS NULL AND coalesce(s.status, '') NOT IN ('entered-in-error', 'cancelled', 'planned')); DELETE FROM work_standing WHERE kind = 'quiet' AND row_id IN (NEW.patient_id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_quiet WHERE row_id IN (NEW.patient_id);  END;

CREATE TRIGGER work_standing_calls_contact_changed AFTER UPDATE OF patient_id, item_key, at, outcome, removed_at ON contact_log BEGIN DELETE FROM work_standing WHERE kind = 'stay_contact' AND row_id IN (SELECT s.id FROM encounter AS s WHERE s.patient_id = OLD.patient_id AND s.class_code || '' IN ('ACUTE', 'IMP', 'NONAC', 'OBSENC') AND length(s.ends_when) >= 10 AND s.removed_at IS NULL AND coalesce(s.status, '') NOT IN ('entered-in-error', 'cancelled', 'planned')); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_stay_contact WHERE row_id IN (SELECT s.id FROM encounter AS s WHERE s.patient_id = OLD.patient_id AND s.class_code || '' IN ('ACUTE', 'IMP', 'NONAC', 'OBSENC') AND length(s.ends_when) >= 10 AND s.removed_at IS NULL AND coalesce(s.status, '') NOT IN ('entered-in-error', 'cancelled', 'planned')); DELETE FROM work_standing WHERE kind = 'quiet' AND row_id IN (OLD.patient_id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_quiet WHERE row_id IN (OLD.patient_id); DELETE FROM work_standing WHERE kind = 'stay_contact' AND row_id IN (SELECT s.id FROM encounter AS s WHERE s.patient_id = NEW.patient_id AND s.class_code || '' IN ('ACUTE', 'IMP', 'NONAC', 'OBSENC') AND length(s.ends_when) >= 10 AND s.removed_at IS NULL AND coalesce(s.status, '') NOT IN ('entered-in-error', 'cancelled', 'planned')); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_stay_contact WHERE row_id IN (SELECT s.id FROM encounter AS s WHERE s.patient_id = NEW.patient_id AND s.class_code || '' IN ('ACUTE', 'IMP', 'NONAC', 'OBSENC') AND length(s.ends_when) >= 10 AND s.removed_at IS NULL AND coalesce(s.status, '') NOT IN ('entered-in-error', 'cancelled', 'planned')); DELETE FROM work_standing WHERE kind = 'quiet' AND row_id IN (NEW.patient_id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_quiet WHERE row_id IN (NEW.patient_id);  END;

CREATE TRIGGER work_standing_calls_contact_purged AFTER DELETE ON contact_log WHEN OLD.outcome = 'reached' BEGIN DELETE FROM work_standing WHERE kind = 'stay_contact' AND row_id IN (SELECT s.id FROM encounter AS s WHERE s.patient_id = OLD.patient_id AND s.class_code || '' IN ('ACUTE', 'IMP', 'NONAC', 'OBSENC') AND length(s.ends_when) >= 10 AND s.removed_at IS NULL AND coalesce(s.status, '') NOT IN ('entered-in-error', 'cancelled', 'planned')); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_stay_contact WHERE row_id IN (SELECT s.id FROM encounter AS s WHERE s.patient_id = OLD.patient_id AND s.class_code || '' IN ('ACUTE', 'IMP', 'NONAC', 'OBSENC') AND length(s.ends_when) >= 10 AND s.removed_at IS NULL AND coalesce(s.status, '') NOT IN ('entered-in-error', 'cancelled', 'planned')); DELETE FROM work_standing WHERE kind = 'quiet' AND row_id IN (OLD.patient_id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_quiet WHERE row_id IN (OLD.patient_id);  END;

CREATE TRIGGER work_standing_calls_import AFTER UPDATE OF state ON import_batch BEGIN DELETE FROM work_standing WHERE kind = 'stay_contact' AND row_id IN (SELECT s.id FROM encounter AS v JOIN encounter AS s ON s.patient_id = v.patient_id WHERE v.import_id = NEW.id AND s.import_id IS NOT NEW.id AND s.class_code || '' IN ('ACUTE', 'IMP', 'NONAC', 'OBSENC') AND length(s.ends_when) >= 10 AND s.removed_at IS NULL AND coalesce(s.status, '') NOT IN ('entered-in-error', 'cancelled', 'planned')); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_stay_contact WHERE row_id IN (SELECT s.id FROM encounter AS v JOIN encounter AS s ON s.patient_id = v.patient_id WHERE v.import_id = NEW.id AND s.import_id IS NOT NEW.id AND s.class_code || '' IN ('ACUTE', 'IMP', 'NONAC', 'OBSENC') AND length(s.ends_when) >= 10 AND s.removed_at IS NULL AND coalesce(s.status, '') NOT IN ('entered-in-error', 'cancelled', 'planned')); DELETE FROM work_standing WHERE kind = 'stay_contact' AND row_id IN (SELECT s.id FROM appointment AS v JOIN encounter AS s ON s.patient_id = v.patient_id WHERE v.import_id = NEW.id AND s.import_id IS NOT NEW.id AND s.class_code || '' IN ('ACUTE', 'IMP', 'NONAC', 'OBSENC') AND length(s.ends_when) >= 10 AND s.removed_at IS NULL AND coalesce(s.status, '') NOT IN ('entered-in-error', 'cancelled', 'planned')); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_stay_contact WHERE row_id IN (SELECT s.id FROM appointment AS v JOIN encounter AS s ON s.patient_id = v.patient_id WHERE v.import_id = NEW.id AND s.import_id IS NOT NEW.id AND s.class_code || '' IN ('ACUTE', 'IMP', 'NONAC', 'OBSENC') AND length(s.ends_when) >= 10 AND s.removed_at IS NULL AND coalesce(s.status, '') NOT IN ('entered-in-error', 'cancelled', 'planned')); DELETE FROM work_standing WHERE kind = 'stay_visit' AND row_id IN (SELECT s.id FROM encounter AS v JOIN encounter AS s ON s.patient_id = v.patient_id WHERE v.import_id = NEW.id AND s.import_id IS NOT NEW.id AND s.class_code || '' IN ('ACUTE', 'IMP', 'NONAC', 'OBSENC') AND length(s.ends_when) >= 10 AND s.removed_at IS NULL AND coalesce(s.status, '') NOT IN ('entered-in-error', 'cancelled', 'planned')); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_stay_visit WHERE row_id IN (SELECT s.id FROM encounter AS v JOIN encounter AS s ON s.patient_id = v.patient_id WHERE v.import_id = NEW.id AND s.import_id IS NOT NEW.id AND s.class_code || '' IN ('ACUTE', 'IMP', 'NONAC', 'OBSENC') AND length(s.ends_when) >= 10 AND s.removed_at IS NULL AND coalesce(s.status, '') NOT IN ('entered-in-error', 'cancelled', 'planned')); DELETE FROM work_standing WHERE kind = 'stay_visit' AND row_id IN (SELECT s.id FROM appointment AS v JOIN encounter AS s ON s.patient_id = v.patient_id WHERE v.import_id = NEW.id AND s.import_id IS NOT NEW.id AND s.class_code || '' IN ('ACUTE', 'IMP', 'NONAC', 'OBSENC') AND length(s.ends_when) >= 10 AND s.removed_at IS NULL AND coalesce(s.status, '') NOT IN ('entered-in-error', 'cancelled', 'planned')); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_stay_visit WHERE row_id IN (SELECT s.id FROM appointment AS v JOIN encounter AS s ON s.patient_id = v.patient_id WHERE v.import_id = NEW.id AND s.import_id IS NOT NEW.id AND s.class_code || '' IN ('ACUTE', 'IMP', 'NONAC', 'OBSENC') AND length(s.ends_when) >= 10 AND s.removed_at IS NULL AND coalesce(s.status, '') NOT IN ('entered-in-error', 'cancelled', 'planned')); DELETE FROM work_standing WHERE kind = 'cancelled' AND row_id IN (SELECT m.id FROM appointment AS v JOIN appointment AS m ON m.patient_id = v.patient_id WHERE v.import_id = NEW.id AND m.import_id IS NOT NEW.id AND m.status || '' = 'cancelled'); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_cancelled WHERE row_id IN (SELECT m.id FROM appointment AS v JOIN appointment AS m ON m.patient_id = v.patient_id WHERE v.import_id = NEW.id AND m.import_id IS NOT NEW.id AND m.status || '' = 'cancelled'); DELETE FROM work_standing WHERE kind = 'quiet' AND row_id IN (SELECT v.patient_id FROM appointment AS v WHERE v.import_id = NEW.id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_quiet WHERE row_id IN (SELECT v.patient_id FROM appointment AS v WHERE v.import_id = NEW.id); DELETE FROM work_standing WHERE kind = 'recall' AND row_id IN (SELECT v.plan_action_id FROM appointment AS v WHERE v.import_id = NEW.id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_recall WHERE row_id IN (SELECT v.plan_action_id FROM appointment AS v WHERE v.import_id = NEW.id);  END;

CREATE TRIGGER work_standing_calls_noted_added AFTER INSERT ON worklist_hold BEGIN DELETE FROM work_standing WHERE kind = 'stay_contact' AND row_id IN (SELECT CAST(substr(NEW.item_key, instr(NEW.item_key, ':') + 1) AS INTEGER) WHERE NEW.item_key LIKE 'encounter:%'); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_stay_contact WHERE row_id IN (SELECT CAST(substr(NEW.item_key, instr(NEW.item_key, ':') + 1) AS INTEGER) WHERE NEW.item_key LIKE 'encounter:%'); DELETE FROM work_standing WHERE kind = 'stay_visit' AND row_id IN (SELECT CAST(substr(NEW.item_key, instr(NEW.item_key, ':') + 1) AS INTEGER) WHERE NEW.item_key LIKE 'encounter:%'); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_stay_visit WHERE row_id IN (SELECT CAST(substr(NEW.item_key, instr(NEW.item_key, ':') + 1) AS INTEGER) WHERE NEW.item_key LIKE 'encounter:%'); DELETE FROM work_standing WHERE kind = 'cancelled' AND row_id IN (SELECT CAST(substr(NEW.item_key, instr(NEW.item_key, ':') + 1) AS INTEGER) WHERE NEW.item_key LIKE 'appointment:%'); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_cancelled WHERE row_id IN (SELECT CAST(substr(NEW.item_key, instr(NEW.item_key, ':') + 1) AS INTEGER) WHERE NEW.item_key LIKE 'appointment:%'); DELETE FROM work_standing WHERE kind = 'recall' AND row_id IN (SELECT CAST(substr(NEW.item_key, instr(NEW.item_key, ':') + 1) AS INTEGER) WHERE NEW.item_key LIKE 'plan_action:%'); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_recall WHERE row_id IN (SELECT CAST(substr(NEW.item_key, instr(NEW.item_key, ':') + 1) AS INTEGER) WHERE NEW.item_key LIKE 'plan_action:%'); DELETE FROM work_standing WHERE kind = 'quiet' AND row_id IN (SELECT CAST(substr(NEW.item_key, instr(NEW.item_key, ':') + 1) AS INTEGER) WHERE NEW.item_key LIKE 'patient:%'); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_quiet WHERE row_id IN (SELECT CAST(substr(NEW.item_key, instr(NEW.item_key, ':') + 1) AS INTEGER) WHERE NEW.item_key LIKE 'patient:%');  END;

CREATE TRIGGER work_standing_calls_noted_changed AFTER UPDATE OF item_key, removed_at ON worklist_hold BEGIN DELETE FROM work_standing WHERE kind = 'stay_contact' AND row_id IN (SELECT CAST(substr(OLD.item_key, instr(OLD.item_key, ':') + 1) AS INTEGER) WHERE OLD.item_key LIKE 'encounter:%'); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_stay_contact WHERE row_id IN (SELECT CAST(substr(OLD.item_key, instr(OLD.item_key, ':') + 1) AS INTEGER) WHERE OLD.item_key LIKE 'encounter:%'); DELETE FROM work_standing WHERE kind = 'stay_visit' AND row_id IN (SELECT CAST(substr(OLD.item_key, instr(OLD.item_key, ':') + 1) AS INTEGER) WHERE OLD.item_key LIKE 'encounter:%'); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_stay_visit WHERE row_id IN (SELECT CAST(substr(OLD.item_key, instr(OLD.item_key, ':') + 1) AS INTEGER) WHERE OLD.item_key LIKE 'encounter:%'); DELETE FROM work_standing WHERE kind = 'cancelled' AND row_id IN (SELECT CAST(substr(OLD.item_key, instr(OLD.item_key, ':') + 1) AS INTEGER) WHERE OLD.item_key LIKE 'appointment:%'); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_cancelled WHERE row_id IN (SELECT CAST(substr(OLD.item_key, instr(OLD.item_key, ':') + 1) AS INTEGER) WHERE OLD.item_key LIKE 'appointment:%'); DELETE FROM work_standing WHERE kind = 'recall' AND row_id IN (SELECT CAST(substr(OLD.item_key, instr(OLD.item_key, ':') + 1) AS INTEGER) WHERE OLD.item_key LIKE 'plan_action:%'); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_recall WHERE row_id IN (SELECT CAST(substr(OLD.item_key, instr(OLD.item_key, ':') + 1) AS INTEGER) WHERE OLD.item_key LIKE 'plan_action:%'); DELETE FROM work_standing WHERE kind = 'quiet' AND row_id IN (SELECT CAST(substr(OLD.item_key, instr(OLD.item_key, ':') + 1) AS INTEGER) WHERE OLD.item_key LIKE 'patient:%'); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_quiet WHERE row_id IN (SELECT CAST(substr(OLD.item_key, instr(OLD.item_key, ':') + 1) AS INTEGER) WHERE OLD.item_key LIKE 'patient:%'); DELETE FROM work_standing WHERE kind = 'stay_contact' AND row_id IN (SELECT CAST(substr(NEW.item_key, instr(NEW.item_key, ':') + 1) AS INTEGER) WHERE NEW.item_key LIKE 'encounter:%'); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_stay_contact WHERE row_id IN (SELECT CAST(substr(NEW.item_key, instr(NEW.item_key, ':') + 1) AS INTEGER) WHERE NEW.item_key LIKE 'encounter:%'); DELETE FROM work_standing WHERE kind = 'stay_visit' AND row_id IN (SELECT CAST(substr(NEW.item_key, instr(NEW.item_key, ':') + 1) AS INTEGER) WHERE NEW.item_key LIKE 'encounter:%'); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_stay_visit WHERE row_id IN (SELECT CAST(substr(NEW.item_key, instr(NEW.item_key, ':') + 1) AS INTEGER) WHERE NEW.item_key LIKE 'encounter:%'); DELETE FROM work_standing WHERE kind = 'cancelled' AND row_id IN (SELECT CAST(substr(NEW.item_key, instr(NEW.item_key, ':') + 1) AS INTEGER) WHERE NEW.item_key LIKE 'appointment:%'); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_cancelled WHERE row_id IN (SELECT CAST(substr(NEW.item_key, instr(NEW.item_key, ':') + 1) AS INTEGER) WHERE NEW.item_key LIKE 'appointment:%'); DELETE FROM work_standing WHERE kind = 'recall' AND row_id IN (SELECT CAST(substr(NEW.item_key, instr(NEW.item_key, ':') + 1) AS INTEGER) WHERE NEW.item_key LIKE 'plan_action:%'); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_recall WHERE row_id IN (SELECT CAST(substr(NEW.item_key, instr(NEW.item_key, ':') + 1) AS INTEGER) WHERE NEW.item_key LIKE 'plan_action:%'); DELETE FROM work_standing WHERE kind = 'quiet' AND row_id IN (SELECT CAST(substr(NEW.item_key, instr(NEW.item_key, ':') + 1) AS INTEGER) WHERE NEW.item_key LIKE 'patient:%'); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_quiet WHERE row_id IN (SELECT CAST(substr(NEW.item_key, instr(NEW.item_key, ':') + 1) AS INTEGER) WHERE NEW.item_key LIKE 'patient:%');  END;

CREATE TRIGGER work_standing_calls_noted_purged AFTER DELETE ON worklist_hold BEGIN DELETE FROM work_standing WHERE kind = 'stay_contact' AND row_id IN (SELECT CAST(substr(OLD.item_key, instr(OLD.item_key, ':') + 1) AS INTEGER) WHERE OLD.item_key LIKE 'encounter:%'); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_stay_contact WHERE row_id IN (SELECT CAST(substr(OLD.item_key, instr(OLD.item_key, ':') + 1) AS INTEGER) WHERE OLD.item_key LIKE 'encounter:%'); DELETE FROM work_standing WHERE kind = 'stay_visit' AND row_id IN (SELECT CAST(substr(OLD.item_key, instr(OLD.item_key, ':') + 1) AS INTEGER) WHERE OLD.item_key LIKE 'encounter:%'); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_stay_visit WHERE row_id IN (SELECT CAST(substr(OLD.item_key, instr(OLD.item_key, ':') + 1) AS INTEGER) WHERE OLD.item_key LIKE 'encounter:%'); DELETE FROM work_standing WHERE kind = 'cancelled' AND row_id IN (SELECT CAST(substr(OLD.item_key, instr(OLD.item_key, ':') + 1) AS INTEGER) WHERE OLD.item_key LIKE 'appointment:%'); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_cancelled WHERE row_id IN (SELECT CAST(substr(OLD.item_key, instr(OLD.item_key, ':') + 1) AS INTEGER) WHERE OLD.item_key LIKE 'appointment:%'); DELETE FROM work_standing WHERE kind = 'recall' AND row_id IN (SELECT CAST(substr(OLD.item_key, instr(OLD.item_key, ':') + 1) AS INTEGER) WHERE OLD.item_key LIKE 'plan_action:%'); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_recall WHERE row_id IN (SELECT CAST(substr(OLD.item_key, instr(OLD.item_key, ':') + 1) AS INTEGER) WHERE OLD.item_key LIKE 'plan_action:%'); DELETE FROM work_standing WHERE kind = 'quiet' AND row_id IN (SELECT CAST(substr(OLD.item_key, instr(OLD.item_key, ':') + 1) AS INTEGER) WHERE OLD.item_key LIKE 'patient:%'); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_quiet WHERE row_id IN (SELECT CAST(substr(OLD.item_key, instr(OLD.item_key, ':') + 1) AS INTEGER) WHERE OLD.item_key LIKE 'patient:%');  END;

CREATE TRIGGER work_standing_calls_patient AFTER UPDATE OF deceased, coordinator_id ON patient BEGIN DELETE FROM work_standing WHERE kind = 'stay_contact' AND row_id IN (SELECT s.id FROM encounter AS s WHERE s.patient_id = NEW.id AND s.class_code || '' IN ('ACUTE', 'IMP', 'NONAC', 'OBSENC') AND length(s.ends_when) >= 10 AND s.removed_at IS NULL AND coalesce(s.status, '') NOT IN ('entered-in-error', 'cancelled', 'planned')); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_stay_contact WHERE row_id IN (SELECT s.id FROM encounter AS s WHERE s.patient_id = NEW.id AND s.class_code || '' IN ('ACUTE', 'IMP', 'NONAC', 'OBSENC') AND length(s.ends_when) >= 10 AND s.removed_at IS NULL AND coalesce(s.status, '') NOT IN ('entered-in-error', 'cancelled', 'planned')); DELETE FROM work_standing WHERE kind = 'stay_visit' AND row_id IN (SELECT s.id FROM encounter AS s WHERE s.patient_id = NEW.id AND s.class_code || '' IN ('ACUTE', 'IMP', 'NONAC', 'OBSENC') AND length(s.ends_when) >= 10 AND s.removed_at IS NULL AND coalesce(s.status, '') NOT IN ('entered-in-error', 'cancelled', 'planned')); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_stay_visit WHERE row_id IN (SELECT s.id FROM encounter AS s WHERE s.patient_id = NEW.id AND s.class_code || '' IN ('ACUTE', 'IMP', 'NONAC', 'OBSENC') AND length(s.ends_when) >= 10 AND s.removed_at IS NULL AND coalesce(s.status, '') NOT IN ('entered-in-error', 'cancelled', 'planned')); DELETE FROM work_standing WHERE kind = 'cancelled' AND row_id IN (SELECT id FROM appointment WHERE patient_id = NEW.id AND status || '' = 'cancelled'); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_cancelled WHERE row_id IN (SELECT id FROM appointment WHERE patient_id = NEW.id AND status || '' = 'cancelled'); DELETE FROM work_standing WHERE kind = 'recall' AND row_id IN (SELECT id FROM plan_action WHERE patient_id = NEW.id AND appointment_type_id IS NOT NULL); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_recall WHERE row_id IN (SELECT id FROM plan_action WHERE patient_id = NEW.id AND appointment_type_id IS NOT NULL);  END;

CREATE TRIGGER work_standing_calls_tried_added AFTER INSERT ON contact_log WHEN NEW.item_key IS NOT NULL BEGIN DELETE FROM work_standing WHERE kind = 'stay_contact' AND row_id IN (SELECT CAST(substr(NEW.item_key, instr(NEW.item_key, ':') + 1) AS INTEGER) WHERE NEW.item_key LIKE 'encounter:%'); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_stay_contact WHERE row_id IN (SELECT CAST(substr(NEW.item_key, instr(NEW.item_key, ':') + 1) AS INTEGER) WHERE NEW.item_key LIKE 'encounter:%'); DELETE FROM work_standing WHERE kind = 'stay_visit' AND row_id IN (SELECT CAST(substr(NEW.item_key, instr(NEW.item_key, ':') + 1) AS INTEGER) WHERE NEW.item_key LIKE 'encounter:%'); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_stay_visit WHERE row_id IN (SELECT CAST(substr(NEW.item_key, instr(NEW.item_key, ':') + 1) AS INTEGER) WHERE NEW.item_key LIKE 'encounter:%'); DELETE FROM work_standing WHERE kind = 'cancelled' AND row_id IN (SELECT CAST(substr(NEW.item_key, instr(NEW.item_key, ':') + 1) AS INTEGER) WHERE NEW.item_key LIKE 'appointment:%'); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_cancelled WHERE row_id IN (SELECT CAST(substr(NEW.item_key, instr(NEW.item_key, ':') + 1) AS INTEGER) WHERE NEW.item_key LIKE 'appointment:%'); DELETE FROM work_standing WHERE kind = 'recall' AND row_id IN (SELECT CAST(substr(NEW.item_key, instr(NEW.item_key, ':') + 1) AS INTEGER) WHERE NEW.item_key LIKE 'plan_action:%'); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_recall WHERE row_id IN (SELECT CAST(substr(NEW.item_key, instr(NEW.item_key, ':') + 1) AS INTEGER) WHERE NEW.item_key LIKE 'plan_action:%'); DELETE FROM work_standing WHERE kind = 'quiet' AND row_id IN (SELECT CAST(substr(NEW.item_key, instr(NEW.item_key, ':') + 1) AS INTEGER) WHERE NEW.item_key LIKE 'patient:%'); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_quiet WHERE row_id IN (SELECT CAST(substr(NEW.item_key, instr(NEW.item_key, ':') + 1) AS INTEGER) WHERE NEW.item_key LIKE 'patient:%');  END;

CREATE TRIGGER work_standing_calls_tried_changed AFTER UPDATE OF item_key, removed_at ON contact_log BEGIN DELETE FROM work_standing WHERE kind = 'stay_contact' AND row_id IN (SELECT CAST(substr(OLD.item_key, instr(OLD.item_key, ':') + 1) AS INTEGER) WHERE OLD.item_key LIKE 'encounter:%'); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_stay_contact WHERE row_id IN (SELECT CAST(substr(OLD.item_key, instr(OLD.item_key, ':') + 1) AS INTEGER) WHERE OLD.item_key LIKE 'encounter:%'); DELETE FROM work_standing WHERE kind = 'stay_visit' AND row_id IN (SELECT CAST(substr(OLD.item_key, instr(OLD.item_key, ':') + 1) AS INTEGER) WHERE OLD.item_key LIKE 'encounter:%'); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_stay_visit WHERE row_id IN (SELECT CAST(substr(OLD.item_key, instr(OLD.item_key, ':') + 1) AS INTEGER) WHERE OLD.item_key LIKE 'encounter:%'); DELETE FROM work_standing WHERE kind = 'cancelled' AND row_id IN (SELECT CAST(substr(OLD.item_key, instr(OLD.item_key, ':') + 1) AS INTEGER) WHERE OLD.item_key LIKE 'appointment:%'); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_cancelled WHERE row_id IN (SELECT CAST(substr(OLD.item_key, instr(OLD.item_key, ':') + 1) AS INTEGER) WHERE OLD.item_key LIKE 'appointment:%'); DELETE FROM work_standing WHERE kind = 'recall' AND row_id IN (SELECT CAST(substr(OLD.item_key, instr(OLD.item_key, ':') + 1) AS INTEGER) WHERE OLD.item_key LIKE 'plan_action:%'); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_recall WHERE row_id IN (SELECT CAST(substr(OLD.item_key, instr(OLD.item_key, ':') + 1) AS INTEGER) WHERE OLD.item_key LIKE 'plan_action:%'); DELETE FROM work_standing WHERE kind = 'quiet' AND row_id IN (SELECT CAST(substr(OLD.item_key, instr(OLD.item_key, ':') + 1) AS INTEGER) WHERE OLD.item_key LIKE 'patient:%'); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_quiet WHERE row_id IN (SELECT CAST(substr(OLD.item_key, instr(OLD.item_key, ':') + 1) AS INTEGER) WHERE OLD.item_key LIKE 'patient:%'); DELETE FROM work_standing WHERE kind = 'stay_contact' AND row_id IN (SELECT CAST(substr(NEW.item_key, instr(NEW.item_key, ':') + 1) AS INTEGER) WHERE NEW.item_key LIKE 'encounter:%'); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_stay_contact WHERE row_id IN (SELECT CAST(substr(NEW.item_key, instr(NEW.item_key, ':') + 1) AS INTEGER) WHERE NEW.item_key LIKE 'encounter:%'); DELETE FROM work_standing WHERE kind = 'stay_visit' AND row_id IN (SELECT CAST(substr(NEW.item_key, instr(NEW.item_key, ':') + 1) AS INTEGER) WHERE NEW.item_key LIKE 'encounter:%'); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_stay_visit WHERE row_id IN (SELECT CAST(substr(NEW.item_key, instr(NEW.item_key, ':') + 1) AS INTEGER) WHERE NEW.item_key LIKE 'encounter:%'); DELETE FROM work_standing WHERE kind = 'cancelled' AND row_id IN (SELECT CAST(substr(NEW.item_key, instr(NEW.item_key, ':') + 1) AS INTEGER) WHERE NEW.item_key LIKE 'appointment:%'); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_cancelled WHERE row_id IN (SELECT CAST(substr(NEW.item_key, instr(NEW.item_key, ':') + 1) AS INTEGER) WHERE NEW.item_key LIKE 'appointment:%'); DELETE FROM work_standing WHERE kind = 'recall' AND row_id IN (SELECT CAST(substr(NEW.item_key, instr(NEW.item_key, ':') + 1) AS INTEGER) WHERE NEW.item_key LIKE 'plan_action:%'); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_recall WHERE row_id IN (SELECT CAST(substr(NEW.item_key, instr(NEW.item_key, ':') + 1) AS INTEGER) WHERE NEW.item_key LIKE 'plan_action:%'); DELETE FROM work_standing WHERE kind = 'quiet' AND row_id IN (SELECT CAST(substr(NEW.item_key, instr(NEW.item_key, ':') + 1) AS INTEGER) WHERE NEW.item_key LIKE 'patient:%'); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_quiet WHERE row_id IN (SELECT CAST(substr(NEW.item_key, instr(NEW.item_key, ':') + 1) AS INTEGER) WHERE NEW.item_key LIKE 'patient:%');  END;

CREATE TRIGGER work_standing_calls_tried_purged AFTER DELETE ON contact_log WHEN OLD.item_key IS NOT NULL BEGIN DELETE FROM work_standing WHERE kind = 'stay_contact' AND row_id IN (SELECT CAST(substr(OLD.item_key, instr(OLD.item_key, ':') + 1) AS INTEGER) WHERE OLD.item_key LIKE 'encounter:%'); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_stay_contact WHERE row_id IN (SELECT CAST(substr(OLD.item_key, instr(OLD.item_key, ':') + 1) AS INTEGER) WHERE OLD.item_key LIKE 'encounter:%'); DELETE FROM work_standing WHERE kind = 'stay_visit' AND row_id IN (SELECT CAST(substr(OLD.item_key, instr(OLD.item_key, ':') + 1) AS INTEGER) WHERE OLD.item_key LIKE 'encounter:%'); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_stay_visit WHERE row_id IN (SELECT CAST(substr(OLD.item_key, instr(OLD.item_key, ':') + 1) AS INTEGER) WHERE OLD.item_key LIKE 'encounter:%'); DELETE FROM work_standing WHERE kind = 'cancelled' AND row_id IN (SELECT CAST(substr(OLD.item_key, instr(OLD.item_key, ':') + 1) AS INTEGER) WHERE OLD.item_key LIKE 'appointment:%'); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_cancelled WHERE row_id IN (SELECT CAST(substr(OLD.item_key, instr(OLD.item_key, ':') + 1) AS INTEGER) WHERE OLD.item_key LIKE 'appointment:%'); DELETE FROM work_standing WHERE kind = 'recall' AND row_id IN (SELECT CAST(substr(OLD.item_key, instr(OLD.item_key, ':') + 1) AS INTEGER) WHERE OLD.item_key LIKE 'plan_action:%'); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_recall WHERE row_id IN (SELECT CAST(substr(OLD.item_key, instr(OLD.item_key, ':') + 1) AS INTEGER) WHERE OLD.item_key LIKE 'plan_action:%'); DELETE FROM work_standing WHERE kind = 'quiet' AND row_id IN (SELECT CAST(substr(OLD.item_key, instr(OLD.item_key, ':') + 1) AS INTEGER) WHERE OLD.item_key LIKE 'patient:%'); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_quiet WHERE row_id IN (SELECT CAST(substr(OLD.item_key, instr(OLD.item_key, ':') + 1) AS INTEGER) WHERE OLD.item_key LIKE 'patient:%');  END;

CREATE TRIGGER work_standing_calls_visit_added AFTER INSERT ON appointment BEGIN DELETE FROM work_standing WHERE kind = 'cancelled' AND row_id IN (NEW.id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_cancelled WHERE row_id IN (NEW.id); DELETE FROM work_standing WHERE kind = 'stay_visit' AND row_id IN (SELECT s.id FROM encounter AS s WHERE s.patient_id = NEW.patient_id AND s.class_code || '' IN ('ACUTE', 'IMP', 'NONAC', 'OBSENC') AND length(s.ends_when) >= 10 AND s.removed_at IS NULL AND coalesce(s.status, '') NOT IN ('entered-in-error', 'cancelled', 'planned')); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_stay_visit WHERE row_id IN (SELECT s.id FROM encounter AS s WHERE s.patient_id = NEW.patient_id AND s.class_code || '' IN ('ACUTE', 'IMP', 'NONAC', 'OBSENC') AND length(s.ends_when) >= 10 AND s.removed_at IS NULL AND coalesce(s.status, '') NOT IN ('entered-in-error', 'cancelled', 'planned')); DELETE FROM work_standing WHERE kind = 'cancelled' AND row_id IN (SELECT id FROM appointment WHERE patient_id = NEW.patient_id AND status || '' = 'cancelled'); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_cancelled WHERE row_id IN (SELECT id FROM appointment WHERE patient_id = NEW.patient_id AND status || '' = 'cancelled'); DELETE FROM work_standing WHERE kind = 'quiet' AND row_id IN (NEW.patient_id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_quiet WHERE row_id IN (NEW.patient_id); DELETE FROM work_standing WHERE kind = 'recall' AND row_id IN (NEW.plan_action_id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_recall WHERE row_id IN (NEW.plan_action_id);  END;

CREATE TRIGGER work_standing_calls_visit_changed AFTER UPDATE OF patient_id, starts_at, status, outside, practitioner_id, appointment_type_id, service_request_id, moved_from_id, plan_action_id, removed_at, import_id ON appointment BEGIN DELETE FROM work_standing WHERE kind = 'cancelled' AND row_id IN (OLD.id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_cancelled WHERE row_id IN (OLD.id); DELETE FROM work_standing WHERE kind = 'stay_visit' AND row_id IN (SELECT s.id FROM encounter AS s WHERE s.patient_id = OLD.patient_id AND s.class_code || '' IN ('ACUTE', 'IMP', 'NONAC', 'OBSENC') AND length(s.ends_when) >= 10 AND s.removed_at IS NULL AND coalesce(s.status, '') NOT IN ('entered-in-error', 'cancelled', 'planned')); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_stay_visit WHERE row_id IN (SELECT s.id FROM encounter AS s WHERE s.patient_id = OLD.patient_id AND s.class_code || '' IN ('ACUTE', 'IMP', 'NONAC', 'OBSENC') AND length(s.ends_when) >= 10 AND s.removed_at IS NULL AND coalesce(s.status, '') NOT IN ('entered-in-error', 'cancelled', 'planned')); DELETE FROM work_standing WHERE kind = 'cancelled' AND row_id IN (SELECT id FROM appointment WHERE patient_id = OLD.patient_id AND status || '' = 'cancelled'); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_cancelled WHERE row_id IN (SELECT id FROM appointment WHERE patient_id = OLD.patient_id AND status || '' = 'cancelled'); DELETE FROM work_standing WHERE kind = 'quiet' AND row_id IN (OLD.patient_id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_quiet WHERE row_id IN (OLD.patient_id); DELETE FROM work_standing WHERE kind = 'recall' AND row_id IN (OLD.plan_action_id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_recall WHERE row_id IN (OLD.plan_action_id); DELETE FROM work_standing WHERE kind = 'cancelled' AND row_id IN (NEW.id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_cancelled WHERE row_id IN (NEW.id); DELETE FROM work_standing WHERE kind = 'stay_visit' AND row_id IN (SELECT s.id FROM encounter AS s WHERE s.patient_id = NEW.patient_id AND s.class_code || '' IN ('ACUTE', 'IMP', 'NONAC', 'OBSENC') AND length(s.ends_when) >= 10 AND s.removed_at IS NULL AND coalesce(s.status, '') NOT IN ('entered-in-error', 'cancelled', 'planned')); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_stay_visit WHERE row_id IN (SELECT s.id FROM encounter AS s WHERE s.patient_id = NEW.patient_id AND s.class_code || '' IN ('ACUTE', 'IMP', 'NONAC', 'OBSENC') AND length(s.ends_when) >= 10 AND s.removed_at IS NULL AND coalesce(s.status, '') NOT IN ('entered-in-error', 'cancelled', 'planned')); DELETE FROM work_standing WHERE kind = 'cancelled' AND row_id IN (SELECT id FROM appointment WHERE patient_id = NEW.patient_id AND status || '' = 'cancelled'); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_cancelled WHERE row_id IN (SELECT id FROM appointment WHERE patient_id = NEW.patient_id AND status || '' = 'cancelled'); DELETE FROM work_standing WHERE kind = 'quiet' AND row_id IN (NEW.patient_id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_quiet WHERE row_id IN (NEW.patient_id); DELETE FROM work_standing WHERE kind = 'recall' AND row_id IN (NEW.plan_action_id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_recall WHERE row_id IN (NEW.plan_action_id);  END;

CREATE TRIGGER work_standing_calls_visit_purged AFTER DELETE ON appointment BEGIN DELETE FROM work_standing WHERE kind = 'cancelled' AND row_id IN (OLD.id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_cancelled WHERE row_id IN (OLD.id); DELETE FROM work_standing WHERE kind = 'stay_visit' AND row_id IN (SELECT s.id FROM encounter AS s WHERE s.patient_id = OLD.patient_id AND s.class_code || '' IN ('ACUTE', 'IMP', 'NONAC', 'OBSENC') AND length(s.ends_when) >= 10 AND s.removed_at IS NULL AND coalesce(s.status, '') NOT IN ('entered-in-error', 'cancelled', 'planned')); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_stay_visit WHERE row_id IN (SELECT s.id FROM encounter AS s WHERE s.patient_id = OLD.patient_id AND s.class_code || '' IN ('ACUTE', 'IMP', 'NONAC', 'OBSENC') AND length(s.ends_when) >= 10 AND s.removed_at IS NULL AND coalesce(s.status, '') NOT IN ('entered-in-error', 'cancelled', 'planned')); DELETE FROM work_standing WHERE kind = 'cancelled' AND row_id IN (SELECT id FROM appointment WHERE patient_id = OLD.patient_id AND status || '' = 'cancelled'); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_cancelled WHERE row_id IN (SELECT id FROM appointment WHERE patient_id = OLD.patient_id AND status || '' = 'cancelled'); DELETE FROM work_standing WHERE kind = 'quiet' AND row_id IN (OLD.patient_id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_quiet WHERE row_id IN (OLD.patient_id); DELETE FROM work_standing WHERE kind = 'recall' AND row_id IN (OLD.plan_action_id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_recall WHERE row_id IN (OLD.plan_action_id);  END;

CREATE TRIGGER work_standing_contact_log_of_appointment_added AFTER INSERT ON contact_log WHEN NEW.item_key LIKE 'appointment:%' BEGIN DELETE FROM work_standing WHERE kind = 'appointment' AND row_id IN (CAST(substr(NEW.item_key, 13) AS INTEGER)); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_appointment WHERE row_id IN (CAST(substr(NEW.item_key, 13) AS INTEGER));  END;

CREATE TRIGGER work_standing_contact_log_of_appointment_changed AFTER UPDATE OF item_key, removed_at ON contact_log WHEN NEW.item_key LIKE 'appointment:%' BEGIN DELETE FROM work_standing WHERE kind = 'appointment' AND row_id IN (CAST(substr(OLD.item_key, 13) AS INTEGER), CAST(substr(NEW.item_key, 13) AS INTEGER)); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_appointment WHERE row_id IN (CAST(substr(OLD.item_key, 13) AS INTEGER), CAST(substr(NEW.item_key, 13) AS INTEGER));  END;

CREATE TRIGGER work_standing_contact_log_of_appointment_purged AFTER DELETE ON contact_log WHEN OLD.item_key LIKE 'appointment:%' BEGIN DELETE FROM work_standing WHERE kind = 'appointment' AND row_id IN (CAST(substr(OLD.item_key, 13) AS INTEGER)); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_appointment WHERE row_id IN (CAST(substr(OLD.item_key, 13) AS INTEGER));  END;

CREATE TRIGGER work_standing_contact_log_of_referral_added AFTER INSERT ON contact_log WHEN NEW.item_key LIKE 'referral:%' BEGIN DELETE FROM work_standing WHERE kind = 'referral' AND row_id IN (CAST(substr(NEW.item_key, 10) AS INTEGER)); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_referral WHERE row_id IN (CAST(substr(NEW.item_key, 10) AS INTEGER));  END;

CREATE TRIGGER work_standing_contact_log_of_referral_changed AFTER UPDATE OF item_key, removed_at, outcome, at ON contact_log WHEN NEW.item_key LIKE 'referral:%' BEGIN DELETE FROM work_standing WHERE kind = 'referral' AND row_id IN (CAST(substr(OLD.item_key, 10) AS INTEGER), CAST(substr(NEW.item_key, 10) AS INTEGER)); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_referral WHERE row_id IN (CAST(substr(OLD.item_key, 10) AS INTEGER), CAST(substr(NEW.item_key, 10) AS INTEGER));  END;

CREATE TRIGGER work_standing_contact_log_of_referral_purged AFTER DELETE ON contact_log WHEN OLD.item_key LIKE 'referral:%' BEGIN DELETE FROM work_standing WHERE kind = 'referral' AND row_id IN (CAST(substr(OLD.item_key, 10) AS INTEGER)); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_referral WHERE row_id IN (CAST(substr(OLD.item_key, 10) AS INTEGER));  END;

CREATE TRIGGER work_standing_fact_added AFTER INSERT ON referral_event WHEN NEW.service_request_id IS NOT NULL BEGIN DELETE FROM work_standing WHERE kind = 'referral' AND row_id IN (NEW.service_request_id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_referral WHERE row_id IN (NEW.service_request_id);  END;

CREATE TRIGGER work_standing_fact_changed AFTER UPDATE OF service_request_id, removed_at, import_id, state, happened_on ON referral_event WHEN coalesce(NEW.service_request_id, OLD.service_request_id) IS NOT NULL BEGIN DELETE FROM work_standing WHERE kind = 'referral' AND row_id IN (OLD.service_request_id, NEW.service_request_id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_referral WHERE row_id IN (OLD.service_request_id, NEW.service_request_id);  END;

CREATE TRIGGER work_standing_fact_purged AFTER DELETE ON referral_event WHEN OLD.service_request_id IS NOT NULL BEGIN DELETE FROM work_standing WHERE kind = 'referral' AND row_id IN (OLD.service_request_id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_referral WHERE row_id IN (OLD.service_request_id);  END;

CREATE TRIGGER work_standing_import_changed AFTER UPDATE OF state ON import_batch BEGIN DELETE FROM work_standing WHERE kind = 'referral' AND row_id IN (SELECT f.service_request_id FROM referral_event AS f JOIN service_request AS s ON s.id = f.service_request_id WHERE f.import_id = NEW.id AND s.import_id IS NOT NEW.id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_referral WHERE row_id IN (SELECT f.service_request_id FROM referral_event AS f JOIN service_request AS s ON s.id = f.service_request_id WHERE f.import_id = NEW.id AND s.import_id IS NOT NEW.id); DELETE FROM work_standing WHERE kind = 'referral' AND row_id IN (SELECT f.service_request_id FROM appointment AS f JOIN service_request AS s ON s.id = f.service_request_id WHERE f.import_id = NEW.id AND s.import_id IS NOT NEW.id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_referral WHERE row_id IN (SELECT f.service_request_id FROM appointment AS f JOIN service_request AS s ON s.id = f.service_request_id WHERE f.import_id = NEW.id AND s.import_id IS NOT NEW.id); DELETE FROM work_standing WHERE kind = 'appointment' AND row_id IN (SELECT m.id FROM appointment AS v JOIN appointment AS m ON m.patient_id = v.patient_id WHERE v.import_id = NEW.id AND m.status || '' = 'noshow' AND m.import_id IS NOT NEW.id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_appointment WHERE row_id IN (SELECT m.id FROM appointment AS v JOIN appointment AS m ON m.patient_id = v.patient_id WHERE v.import_id = NEW.id AND m.status || '' = 'noshow' AND m.import_id IS NOT NEW.id);  END;

CREATE TRIGGER work_standing_missed_added AFTER INSERT ON appointment BEGIN DELETE FROM work_standing WHERE kind = 'appointment' AND row_id IN (SELECT id FROM appointment WHERE patient_id = NEW.patient_id AND status || '' = 'noshow'); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_appointment WHERE row_id IN (SELECT id FROM appointment WHERE patient_id = NEW.patient_id AND status || '' = 'noshow');  END;

CREATE TRIGGER work_standing_missed_changed AFTER UPDATE OF patient_id, starts_at, status, practitioner_id, with_text, service_request_id, removed_at, import_id ON appointment BEGIN DELETE FROM work_standing WHERE kind = 'appointment' AND row_id IN (NEW.id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_appointment WHERE row_id IN (NEW.id); DELETE FROM work_standing WHERE kind = 'appointment' AND row_id IN (SELECT id FROM appointment WHERE patient_id = NEW.patient_id AND status || '' = 'noshow'); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_appointment WHERE row_id IN (SELECT id FROM appointment WHERE patient_id = NEW.patient_id AND status || '' = 'noshow');  END;

CREATE TRIGGER work_standing_missed_purged AFTER DELETE ON appointment BEGIN DELETE FROM work_standing WHERE kind = 'appointment' AND row_id IN (OLD.id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_appointment WHERE row_id IN (OLD.id); DELETE FROM work_standing WHERE kind = 'appointment' AND row_id IN (SELECT id FROM appointment WHERE patient_id = OLD.patient_id AND status || '' = 'noshow'); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_appointment WHERE row_id IN (SELECT id FROM appointment WHERE patient_id = OLD.patient_id AND status || '' = 'noshow');  END;

CREATE TRIGGER work_standing_patient_changed AFTER UPDATE OF deceased, coordinator_id ON patient BEGIN DELETE FROM work_standing WHERE kind = 'referral' AND row_id IN (SELECT id FROM service_request WHERE patient_id = NEW.id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_referral WHERE row_id IN (SELECT id FROM service_request WHERE patient_id = NEW.id); DELETE FROM work_standing WHERE kind = 'plan_action' AND row_id IN (SELECT id FROM plan_action WHERE patient_id = NEW.id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_plan_action WHERE row_id IN (SELECT id FROM plan_action WHERE patient_id = NEW.id); DELETE FROM work_standing WHERE kind = 'task' AND row_id IN (SELECT id FROM task WHERE patient_id = NEW.id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_task WHERE row_id IN (SELECT id FROM task WHERE patient_id = NEW.id); DELETE FROM work_standing WHERE kind = 'appointment' AND row_id IN (SELECT id FROM appointment WHERE patient_id = NEW.id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_appointment WHERE row_id IN (SELECT id FROM appointment WHERE patient_id = NEW.id);  END;

CREATE TRIGGER work_standing_plan_action_added AFTER INSERT ON plan_action WHEN NEW.due_on IS NOT NULL BEGIN DELETE FROM work_standing WHERE kind = 'plan_action' AND row_id IN (NEW.id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_plan_action WHERE row_id IN (NEW.id);  END;

CREATE TRIGGER work_standing_plan_action_changed AFTER UPDATE OF patient_id, status, removed_at, due_on, held_until, urgent, import_id, owner_kind, owner_name, owner_user_id ON plan_action BEGIN DELETE FROM work_standing WHERE kind = 'plan_action' AND row_id IN (NEW.id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_plan_action WHERE row_id IN (NEW.id);  END;

CREATE TRIGGER work_standing_plan_action_purged AFTER DELETE ON plan_action BEGIN DELETE FROM work_standing WHERE kind = 'plan_action' AND row_id IN (OLD.id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_plan_action WHERE row_id IN (OLD.id);  END;

CREATE TRIGGER work_standing_quiet_added AFTER INSERT ON patient WHEN NEW.coordinator_id > 0 BEGIN DELETE FROM work_standing WHERE kind = 'quiet' AND row_id IN (NEW.id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_quiet WHERE row_id IN (NEW.id);  END;

CREATE TRIGGER work_standing_quiet_changed AFTER UPDATE OF coordinator_id, removed_at, deceased, created_at, import_id ON patient BEGIN DELETE FROM work_standing WHERE kind = 'quiet' AND row_id IN (OLD.id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_quiet WHERE row_id IN (OLD.id); DELETE FROM work_standing WHERE kind = 'quiet' AND row_id IN (NEW.id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_quiet WHERE row_id IN (NEW.id);  END;

CREATE TRIGGER work_standing_quiet_purged AFTER DELETE ON patient WHEN OLD.coordinator_id > 0 BEGIN DELETE FROM work_standing WHERE kind = 'quiet' AND row_id IN (OLD.id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_quiet WHERE row_id IN (OLD.id);  END;

CREATE TRIGGER work_standing_recall_added AFTER INSERT ON plan_action WHEN NEW.appointment_type_id IS NOT NULL BEGIN DELETE FROM work_standing WHERE kind = 'recall' AND row_id IN (NEW.id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_recall WHERE row_id IN (NEW.id);  END;

CREATE TRIGGER work_standing_recall_changed AFTER UPDATE OF patient_id, status, removed_at, due_on, held_until, urgent, appointment_type_id, import_id ON plan_action BEGIN DELETE FROM work_standing WHERE kind = 'recall' AND row_id IN (OLD.id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_recall WHERE row_id IN (OLD.id); DELETE FROM work_standing WHERE kind = 'recall' AND row_id IN (NEW.id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_recall WHERE row_id IN (NEW.id);  END;

CREATE TRIGGER work_standing_recall_purged AFTER DELETE ON plan_action WHEN OLD.appointment_type_id IS NOT NULL BEGIN DELETE FROM work_standing WHERE kind = 'recall' AND row_id IN (OLD.id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_recall WHERE row_id IN (OLD.id);  END;

CREATE TRIGGER work_standing_referral_added AFTER INSERT ON service_request WHEN NEW.is_referral BEGIN DELETE FROM work_standing WHERE kind = 'referral' AND row_id IN (NEW.id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_referral WHERE row_id IN (NEW.id);  END;

CREATE TRIGGER work_standing_referral_changed AFTER UPDATE OF patient_id, is_referral, status, removed_at, ordered_on, urgency, closed_on, source_id, import_id, service, reviewer_id, owner_kind, owner_name, owner_user_id ON service_request BEGIN DELETE FROM work_standing WHERE kind = 'referral' AND row_id IN (NEW.id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_referral WHERE row_id IN (NEW.id);  END;

CREATE TRIGGER work_standing_referral_purged AFTER DELETE ON service_request BEGIN DELETE FROM work_standing WHERE kind = 'referral' AND row_id IN (OLD.id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_referral WHERE row_id IN (OLD.id);  END;

CREATE TRIGGER work_standing_stay_added AFTER INSERT ON encounter WHEN NEW.class_code IN ('ACUTE', 'IMP', 'NONAC', 'OBSENC') BEGIN DELETE FROM work_standing WHERE kind = 'stay_contact' AND row_id IN (NEW.id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_stay_contact WHERE row_id IN (NEW.id); DELETE FROM work_standing WHERE kind = 'stay_visit' AND row_id IN (NEW.id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_stay_visit WHERE row_id IN (NEW.id); DELETE FROM work_standing WHERE kind = 'stay_contact' AND row_id IN (SELECT s.id FROM encounter AS s WHERE s.patient_id = NEW.patient_id AND s.class_code || '' IN ('ACUTE', 'IMP', 'NONAC', 'OBSENC') AND length(s.ends_when) >= 10 AND s.removed_at IS NULL AND coalesce(s.status, '') NOT IN ('entered-in-error', 'cancelled', 'planned')); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_stay_contact WHERE row_id IN (SELECT s.id FROM encounter AS s WHERE s.patient_id = NEW.patient_id AND s.class_code || '' IN ('ACUTE', 'IMP', 'NONAC', 'OBSENC') AND length(s.ends_when) >= 10 AND s.removed_at IS NULL AND coalesce(s.status, '') NOT IN ('entered-in-error', 'cancelled', 'planned')); DELETE FROM work_standing WHERE kind = 'stay_visit' AND row_id IN (SELECT s.id FROM encounter AS s WHERE s.patient_id = NEW.patient_id AND s.class_code || '' IN ('ACUTE', 'IMP', 'NONAC', 'OBSENC') AND length(s.ends_when) >= 10 AND s.removed_at IS NULL AND coalesce(s.status, '') NOT IN ('entered-in-error', 'cancelled', 'planned')); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_stay_visit WHERE row_id IN (SELECT s.id FROM encounter AS s WHERE s.patient_id = NEW.patient_id AND s.class_code || '' IN ('ACUTE', 'IMP', 'NONAC', 'OBSENC') AND length(s.ends_when) >= 10 AND s.removed_at IS NULL AND coalesce(s.status, '') NOT IN ('entered-in-error', 'cancelled', 'planned'));  END;

CREATE TRIGGER work_standing_stay_changed AFTER UPDATE OF patient_id, class_code, ends_when, discharge, status, removed_at, import_id ON encounter BEGIN DELETE FROM work_standing WHERE kind = 'stay_contact' AND row_id IN (OLD.id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_stay_contact WHERE row_id IN (OLD.id); DELETE FROM work_standing WHERE kind = 'stay_visit' AND row_id IN (OLD.id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_stay_visit WHERE row_id IN (OLD.id); DELETE FROM work_standing WHERE kind = 'stay_contact' AND row_id IN (SELECT s.id FROM encounter AS s WHERE s.patient_id = OLD.patient_id AND s.class_code || '' IN ('ACUTE', 'IMP', 'NONAC', 'OBSENC') AND length(s.ends_when) >= 10 AND s.removed_at IS NULL AND coalesce(s.status, '') NOT IN ('entered-in-error', 'cancelled', 'planned')); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_stay_contact WHERE row_id IN (SELECT s.id FROM encounter AS s WHERE s.patient_id = OLD.patient_id AND s.class_code || '' IN ('ACUTE', 'IMP', 'NONAC', 'OBSENC') AND length(s.ends_when) >= 10 AND s.removed_at IS NULL AND coalesce(s.status, '') NOT IN ('entered-in-error', 'cancelled', 'planned')); DELETE FROM work_standing WHERE kind = 'stay_visit' AND row_id IN (SELECT s.id FROM encounter AS s WHERE s.patient_id = OLD.patient_id AND s.class_code || '' IN ('ACUTE', 'IMP', 'NONAC', 'OBSENC') AND length(s.ends_when) >= 10 AND s.removed_at IS NULL AND coalesce(s.status, '') NOT IN ('entered-in-error', 'cancelled', 'planned')); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_stay_visit WHERE row_id IN (SELECT s.id FROM encounter AS s WHERE s.patient_id = OLD.patient_id AND s.class_code || '' IN ('ACUTE', 'IMP', 'NONAC', 'OBSENC') AND length(s.ends_when) >= 10 AND s.removed_at IS NULL AND coalesce(s.status, '') NOT IN ('entered-in-error', 'cancelled', 'planned')); DELETE FROM work_standing WHERE kind = 'stay_contact' AND row_id IN (NEW.id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_stay_contact WHERE row_id IN (NEW.id); DELETE FROM work_standing WHERE kind = 'stay_visit' AND row_id IN (NEW.id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_stay_visit WHERE row_id IN (NEW.id); DELETE FROM work_standing WHERE kind = 'stay_contact' AND row_id IN (SELECT s.id FROM encounter AS s WHERE s.patient_id = NEW.patient_id AND s.class_code || '' IN ('ACUTE', 'IMP', 'NONAC', 'OBSENC') AND length(s.ends_when) >= 10 AND s.removed_at IS NULL AND coalesce(s.status, '') NOT IN ('entered-in-error', 'cancelled', 'planned')); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_stay_contact WHERE row_id IN (SELECT s.id FROM encounter AS s WHERE s.patient_id = NEW.patient_id AND s.class_code || '' IN ('ACUTE', 'IMP', 'NONAC', 'OBSENC') AND length(s.ends_when) >= 10 AND s.removed_at IS NULL AND coalesce(s.status, '') NOT IN ('entered-in-error', 'cancelled', 'planned')); DELETE FROM work_standing WHERE kind = 'stay_visit' AND row_id IN (SELECT s.id FROM encounter AS s WHERE s.patient_id = NEW.patient_id AND s.class_code || '' IN ('ACUTE', 'IMP', 'NONAC', 'OBSENC') AND length(s.ends_when) >= 10 AND s.removed_at IS NULL AND coalesce(s.status, '') NOT IN ('entered-in-error', 'cancelled', 'planned')); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_stay_visit WHERE row_id IN (SELECT s.id FROM encounter AS s WHERE s.patient_id = NEW.patient_id AND s.class_code || '' IN ('ACUTE', 'IMP', 'NONAC', 'OBSENC') AND length(s.ends_when) >= 10 AND s.removed_at IS NULL AND coalesce(s.status, '') NOT IN ('entered-in-error', 'cancelled', 'planned'));  END;

CREATE TRIGGER work_standing_stay_purged AFTER DELETE ON encounter WHEN OLD.class_code IN ('ACUTE', 'IMP', 'NONAC', 'OBSENC') BEGIN DELETE FROM work_standing WHERE kind = 'stay_contact' AND row_id IN (OLD.id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_stay_contact WHERE row_id IN (OLD.id); DELETE FROM work_standing WHERE kind = 'stay_visit' AND row_id IN (OLD.id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_stay_visit WHERE row_id IN (OLD.id); DELETE FROM work_standing WHERE kind = 'stay_contact' AND row_id IN (SELECT s.id FROM encounter AS s WHERE s.patient_id = OLD.patient_id AND s.class_code || '' IN ('ACUTE', 'IMP', 'NONAC', 'OBSENC') AND length(s.ends_when) >= 10 AND s.removed_at IS NULL AND coalesce(s.status, '') NOT IN ('entered-in-error', 'cancelled', 'planned')); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_stay_contact WHERE row_id IN (SELECT s.id FROM encounter AS s WHERE s.patient_id = OLD.patient_id AND s.class_code || '' IN ('ACUTE', 'IMP', 'NONAC', 'OBSENC') AND length(s.ends_when) >= 10 AND s.removed_at IS NULL AND coalesce(s.status, '') NOT IN ('entered-in-error', 'cancelled', 'planned')); DELETE FROM work_standing WHERE kind = 'stay_visit' AND row_id IN (SELECT s.id FROM encounter AS s WHERE s.patient_id = OLD.patient_id AND s.class_code || '' IN ('ACUTE', 'IMP', 'NONAC', 'OBSENC') AND length(s.ends_when) >= 10 AND s.removed_at IS NULL AND coalesce(s.status, '') NOT IN ('entered-in-error', 'cancelled', 'planned')); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_stay_visit WHERE row_id IN (SELECT s.id FROM encounter AS s WHERE s.patient_id = OLD.patient_id AND s.class_code || '' IN ('ACUTE', 'IMP', 'NONAC', 'OBSENC') AND length(s.ends_when) >= 10 AND s.removed_at IS NULL AND coalesce(s.status, '') NOT IN ('entered-in-error', 'cancelled', 'planned'));  END;

CREATE TRIGGER work_standing_task_added AFTER INSERT ON task WHEN NEW.due_on IS NOT NULL BEGIN DELETE FROM work_standing WHERE kind = 'task' AND row_id IN (NEW.id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_task WHERE row_id IN (NEW.id);  END;

CREATE TRIGGER work_standing_task_changed AFTER UPDATE OF patient_id, status, removed_at, due_on, held_until, service_request_id, import_id, owner_kind, owner_name, owner_user_id ON task BEGIN DELETE FROM work_standing WHERE kind = 'task' AND row_id IN (NEW.id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_task WHERE row_id IN (NEW.id);  END;

CREATE TRIGGER work_standing_task_purged AFTER DELETE ON task BEGIN DELETE FROM work_standing WHERE kind = 'task' AND row_id IN (OLD.id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_task WHERE row_id IN (OLD.id);  END;

CREATE TRIGGER work_standing_visit_added AFTER INSERT ON appointment WHEN NEW.service_request_id IS NOT NULL BEGIN DELETE FROM work_standing WHERE kind = 'referral' AND row_id IN (NEW.service_request_id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_referral WHERE row_id IN (NEW.service_request_id);  END;

CREATE TRIGGER work_standing_visit_changed AFTER UPDATE OF service_request_id, removed_at, import_id, status, starts_at ON appointment WHEN coalesce(NEW.service_request_id, OLD.service_request_id) IS NOT NULL BEGIN DELETE FROM work_standing WHERE kind = 'referral' AND row_id IN (OLD.service_request_id, NEW.service_request_id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_referral WHERE row_id IN (OLD.service_request_id, NEW.service_request_id);  END;

CREATE TRIGGER work_standing_visit_purged AFTER DELETE ON appointment WHEN OLD.service_request_id IS NOT NULL BEGIN DELETE FROM work_standing WHERE kind = 'referral' AND row_id IN (OLD.service_request_id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_referral WHERE row_id IN (OLD.service_request_id);  END;

CREATE TRIGGER work_standing_worklist_hold_of_appointment_added AFTER INSERT ON worklist_hold WHEN NEW.item_key LIKE 'appointment:%' BEGIN DELETE FROM work_standing WHERE kind = 'appointment' AND row_id IN (CAST(substr(NEW.item_key, 13) AS INTEGER)); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_appointment WHERE row_id IN (CAST(substr(NEW.item_key, 13) AS INTEGER));  END;

CREATE TRIGGER work_standing_worklist_hold_of_appointment_changed AFTER UPDATE OF item_key, removed_at, held_until, done_on ON worklist_hold WHEN NEW.item_key LIKE 'appointment:%' BEGIN DELETE FROM work_standing WHERE kind = 'appointment' AND row_id IN (CAST(substr(OLD.item_key, 13) AS INTEGER), CAST(substr(NEW.item_key, 13) AS INTEGER)); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_appointment WHERE row_id IN (CAST(substr(OLD.item_key, 13) AS INTEGER), CAST(substr(NEW.item_key, 13) AS INTEGER));  END;

CREATE TRIGGER work_standing_worklist_hold_of_appointment_purged AFTER DELETE ON worklist_hold WHEN OLD.item_key LIKE 'appointment:%' BEGIN DELETE FROM work_standing WHERE kind = 'appointment' AND row_id IN (CAST(substr(OLD.item_key, 13) AS INTEGER)); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_appointment WHERE row_id IN (CAST(substr(OLD.item_key, 13) AS INTEGER));  END;

