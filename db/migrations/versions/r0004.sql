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
  owner_user_id INTEGER,
  owner_practitioner_id INTEGER,
  CONSTRAINT pk_near_miss PRIMARY KEY (id),
  CONSTRAINT fk_near_miss_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id),
  CONSTRAINT fk_near_miss_reviewed_by_id FOREIGN KEY(reviewed_by_id) REFERENCES user_account (id),
  CONSTRAINT fk_near_miss_owner_user_id FOREIGN KEY(owner_user_id) REFERENCES user_account (id),
  CONSTRAINT fk_near_miss_owner_practitioner_id FOREIGN KEY(owner_practitioner_id) REFERENCES practitioner (id)
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

ALTER TABLE "task" ADD COLUMN conference_case_id INTEGER REFERENCES "conference_case" (id);

CREATE INDEX ix_care_note_amends_id ON care_note (amends_id);

CREATE INDEX ix_care_note_patient_id_written_at ON care_note (patient_id, written_at);

CREATE INDEX ix_care_note_reader_care_note_id ON care_note_reader (care_note_id);

CREATE INDEX ix_care_note_reader_patient_id ON care_note_reader (patient_id);

CREATE INDEX ix_care_note_reader_user_id_read_at ON care_note_reader (user_id, read_at);

CREATE INDEX ix_conference_attendee_team_conference_id ON conference_attendee (team_conference_id);

CREATE INDEX ix_conference_case_patient_id ON conference_case (patient_id);

CREATE INDEX ix_conference_case_team_conference_id ON conference_case (team_conference_id);

CREATE INDEX ix_emergency_access_patient_id_user_id ON emergency_access (patient_id, user_id);

CREATE INDEX ix_near_miss_happened_on ON near_miss (happened_on);

CREATE INDEX ix_near_miss_owner_user_id ON near_miss (owner_user_id);

CREATE INDEX ix_near_miss_patient_id ON near_miss (patient_id);

CREATE INDEX ix_near_miss_status_due_on ON near_miss (status, due_on);

CREATE INDEX ix_note_grant_user_id ON note_grant (user_id);

CREATE INDEX ix_program_enrolment_patient_id_program ON program_enrolment (patient_id, program);

CREATE INDEX ix_program_enrolment_status_program ON program_enrolment (status, program);

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

