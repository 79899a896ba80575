CREATE TABLE user_account (
  name VARCHAR COLLATE "NOCASE" NOT NULL,
  display_name VARCHAR NOT NULL,
  role VARCHAR NOT NULL,
  language VARCHAR NOT NULL,
  disabled_at VARCHAR(20),
  must_change_password BOOLEAN NOT NULL,
  last_signed_in_at VARCHAR(20),
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  CONSTRAINT pk_user_account PRIMARY KEY (id),
  CONSTRAINT uq_user_account_name UNIQUE (name)
);

CREATE TABLE database_info (
  id INTEGER NOT NULL,
  database_id VARCHAR NOT NULL,
  created_at VARCHAR(20) NOT NULL,
  CONSTRAINT pk_database_info PRIMARY KEY (id)
);

CREATE TABLE action (
  id INTEGER NOT NULL,
  at VARCHAR(20) NOT NULL,
  user_id INTEGER,
  role VARCHAR NOT NULL,
  name VARCHAR NOT NULL,
  undo_of INTEGER,
  CONSTRAINT pk_action PRIMARY KEY (id),
  CONSTRAINT fk_action_undo_of FOREIGN KEY(undo_of) REFERENCES action (id)
);

CREATE TABLE audit_event (
  seq INTEGER NOT NULL,
  at VARCHAR(20) NOT NULL,
  monotonic_ms INTEGER NOT NULL,
  action_id INTEGER,
  user_id INTEGER,
  role VARCHAR NOT NULL,
  event VARCHAR NOT NULL,
  patient_id INTEGER,
  object_kind VARCHAR,
  object_id INTEGER,
  detail JSON,
  changes JSON,
  digest_before BLOB,
  digest_after BLOB,
  prev_mac BLOB NOT NULL,
  mac BLOB NOT NULL,
  CONSTRAINT pk_audit_event PRIMARY KEY (seq)
);

CREATE TABLE import_batch (
  state VARCHAR NOT NULL,
  started_at VARCHAR(20) NOT NULL,
  finished_at VARCHAR(20),
  by_user_id INTEGER,
  process VARCHAR,
  report JSON,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  CONSTRAINT pk_import_batch PRIMARY KEY (id)
);

CREATE TABLE practice (
  name VARCHAR NOT NULL,
  time_zone VARCHAR NOT NULL,
  is_sample BOOLEAN NOT NULL,
  phone VARCHAR,
  after_hours_phone VARCHAR,
  hours_text VARCHAR,
  address VARCHAR,
  clock_24_hours BOOLEAN NOT NULL,
  recovery_confirmed_at VARCHAR(20),
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  CONSTRAINT pk_practice PRIMARY KEY (id)
);

CREATE TABLE appointment_type (
  name VARCHAR NOT NULL,
  minutes INTEGER NOT NULL,
  phrase VARCHAR,
  bring_phrase VARCHAR,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  CONSTRAINT pk_appointment_type PRIMARY KEY (id)
);

CREATE TABLE source_resource (
  id INTEGER NOT NULL,
  import_id INTEGER NOT NULL,
  source VARCHAR NOT NULL,
  resource_type VARCHAR NOT NULL,
  resource_id VARCHAR NOT NULL,
  subject VARCHAR NOT NULL,
  patient_id INTEGER,
  content_hash BLOB NOT NULL,
  content BLOB,
  target_table VARCHAR,
  target_id INTEGER,
  not_understood VARCHAR,
  received_at VARCHAR(20) NOT NULL,
  CONSTRAINT pk_source_resource PRIMARY KEY (id),
  CONSTRAINT fk_source_resource_import_id FOREIGN KEY(import_id) REFERENCES import_batch (id)
);

CREATE TABLE patient (
  record_number VARCHAR NOT NULL,
  family VARCHAR NOT NULL,
  given VARCHAR,
  prefix VARCHAR,
  suffix VARCHAR,
  preferred_name VARCHAR,
  birth_date VARCHAR,
  sex VARCHAR,
  gender_identity VARCHAR,
  language VARCHAR,
  interpreter_needed VARCHAR,
  deceased BOOLEAN NOT NULL,
  deceased_on VARCHAR,
  phone VARCHAR,
  best_time VARCHAR,
  large_print BOOLEAN NOT NULL,
  no_known_allergies_on VARCHAR(10),
  coordinator_id INTEGER,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  import_id INTEGER,
  source_id INTEGER,
  CONSTRAINT pk_patient PRIMARY KEY (id),
  CONSTRAINT uq_patient_record_number UNIQUE (record_number),
  CONSTRAINT fk_patient_coordinator_id FOREIGN KEY(coordinator_id) REFERENCES user_account (id),
  CONSTRAINT fk_patient_import_id FOREIGN KEY(import_id) REFERENCES import_batch (id),
  CONSTRAINT fk_patient_source_id FOREIGN KEY(source_id) REFERENCES source_resource (id)
);

CREATE TABLE organization (
  name VARCHAR NOT NULL,
  phone VARCHAR,
  fax VARCHAR,
  address VARCHAR,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  import_id INTEGER,
  source_id INTEGER,
  CONSTRAINT pk_organization PRIMARY KEY (id),
  CONSTRAINT fk_organization_import_id FOREIGN KEY(import_id) REFERENCES import_batch (id),
  CONSTRAINT fk_organization_source_id FOREIGN KEY(source_id) REFERENCES source_resource (id)
);

CREATE TABLE condition (
  verification VARCHAR,
  category VARCHAR,
  severity VARCHAR,
  onset_when VARCHAR,
  abated_when VARCHAR,
  status VARCHAR,
  code_system VARCHAR,
  code VARCHAR,
  text VARCHAR,
  other_codes JSON,
  recorded_when VARCHAR,
  author VARCHAR,
  organization VARCHAR,
  patient_id INTEGER NOT NULL,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  import_id INTEGER,
  source_id INTEGER,
  CONSTRAINT pk_condition PRIMARY KEY (id),
  CONSTRAINT fk_condition_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id),
  CONSTRAINT fk_condition_import_id FOREIGN KEY(import_id) REFERENCES import_batch (id),
  CONSTRAINT fk_condition_source_id FOREIGN KEY(source_id) REFERENCES source_resource (id)
);

CREATE TABLE allergy_intolerance (
  verification VARCHAR,
  kind VARCHAR,
  category VARCHAR,
  criticality VARCHAR,
  reaction VARCHAR,
  onset_when VARCHAR,
  status VARCHAR,
  code_system VARCHAR,
  code VARCHAR,
  text VARCHAR,
  other_codes JSON,
  recorded_when VARCHAR,
  author VARCHAR,
  organization VARCHAR,
  patient_id INTEGER NOT NULL,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  import_id INTEGER,
  source_id INTEGER,
  CONSTRAINT pk_allergy_intolerance PRIMARY KEY (id),
  CONSTRAINT fk_allergy_intolerance_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id),
  CONSTRAINT fk_allergy_intolerance_import_id FOREIGN KEY(import_id) REFERENCES import_batch (id),
  CONSTRAINT fk_allergy_intolerance_source_id FOREIGN KEY(source_id) REFERENCES source_resource (id)
);

CREATE TABLE medication_entry (
  kind VARCHAR NOT NULL,
  intent VARCHAR,
  dosage VARCHAR,
  dose_value FLOAT,
  dose_unit VARCHAR,
  times_per_day FLOAT,
  as_needed BOOLEAN NOT NULL,
  morning VARCHAR,
  noon VARCHAR,
  evening VARCHAR,
  bedtime VARCHAR,
  reason VARCHAR,
  patient_reported BOOLEAN NOT NULL,
  starts_when VARCHAR,
  ends_when VARCHAR,
  status VARCHAR,
  code_system VARCHAR,
  code VARCHAR,
  text VARCHAR,
  other_codes JSON,
  recorded_when VARCHAR,
  author VARCHAR,
  organization VARCHAR,
  patient_id INTEGER NOT NULL,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  import_id INTEGER,
  source_id INTEGER,
  CONSTRAINT pk_medication_entry PRIMARY KEY (id),
  CONSTRAINT fk_medication_entry_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id),
  CONSTRAINT fk_medication_entry_import_id FOREIGN KEY(import_id) REFERENCES import_batch (id),
  CONSTRAINT fk_medication_entry_source_id FOREIGN KEY(source_id) REFERENCES source_resource (id)
);

CREATE TABLE observation (
  category VARCHAR,
  effective_when VARCHAR,
  value_number FLOAT,
  value_comparator VARCHAR,
  value_unit VARCHAR,
  value_text VARCHAR,
  value_code VARCHAR,
  value_code_system VARCHAR,
  interpretation VARCHAR,
  reference_low FLOAT,
  reference_high FLOAT,
  absent_reason VARCHAR,
  encounter_source VARCHAR,
  status VARCHAR,
  code_system VARCHAR,
  code VARCHAR,
  text VARCHAR,
  other_codes JSON,
  recorded_when VARCHAR,
  author VARCHAR,
  organization VARCHAR,
  patient_id INTEGER NOT NULL,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  import_id INTEGER,
  source_id INTEGER,
  CONSTRAINT pk_observation PRIMARY KEY (id),
  CONSTRAINT fk_observation_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id),
  CONSTRAINT fk_observation_import_id FOREIGN KEY(import_id) REFERENCES import_batch (id),
  CONSTRAINT fk_observation_source_id FOREIGN KEY(source_id) REFERENCES source_resource (id)
);

CREATE TABLE encounter (
  class_code VARCHAR,
  starts_when VARCHAR,
  ends_when VARCHAR,
  reason VARCHAR,
  discharge VARCHAR,
  participant VARCHAR,
  location VARCHAR,
  status VARCHAR,
  code_system VARCHAR,
  code VARCHAR,
  text VARCHAR,
  other_codes JSON,
  recorded_when VARCHAR,
  author VARCHAR,
  organization VARCHAR,
  patient_id INTEGER NOT NULL,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  import_id INTEGER,
  source_id INTEGER,
  CONSTRAINT pk_encounter PRIMARY KEY (id),
  CONSTRAINT fk_encounter_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id),
  CONSTRAINT fk_encounter_import_id FOREIGN KEY(import_id) REFERENCES import_batch (id),
  CONSTRAINT fk_encounter_source_id FOREIGN KEY(source_id) REFERENCES source_resource (id)
);

CREATE TABLE procedure (
  performed_when VARCHAR,
  performed_end VARCHAR,
  not_done_reason VARCHAR,
  status VARCHAR,
  code_system VARCHAR,
  code VARCHAR,
  text VARCHAR,
  other_codes JSON,
  recorded_when VARCHAR,
  author VARCHAR,
  organization VARCHAR,
  patient_id INTEGER NOT NULL,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  import_id INTEGER,
  source_id INTEGER,
  CONSTRAINT pk_procedure PRIMARY KEY (id),
  CONSTRAINT fk_procedure_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id),
  CONSTRAINT fk_procedure_import_id FOREIGN KEY(import_id) REFERENCES import_batch (id),
  CONSTRAINT fk_procedure_source_id FOREIGN KEY(source_id) REFERENCES source_resource (id)
);

CREATE TABLE immunization (
  occurred_when VARCHAR,
  not_done_reason VARCHAR,
  status VARCHAR,
  code_system VARCHAR,
  code VARCHAR,
  text VARCHAR,
  other_codes JSON,
  recorded_when VARCHAR,
  author VARCHAR,
  organization VARCHAR,
  patient_id INTEGER NOT NULL,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  import_id INTEGER,
  source_id INTEGER,
  CONSTRAINT pk_immunization PRIMARY KEY (id),
  CONSTRAINT fk_immunization_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id),
  CONSTRAINT fk_immunization_import_id FOREIGN KEY(import_id) REFERENCES import_batch (id),
  CONSTRAINT fk_immunization_source_id FOREIGN KEY(source_id) REFERENCES source_resource (id)
);

CREATE TABLE questionnaire_response (
  questionnaire VARCHAR,
  authored_when VARCHAR,
  language VARCHAR,
  items JSON,
  status VARCHAR,
  code_system VARCHAR,
  code VARCHAR,
  text VARCHAR,
  other_codes JSON,
  recorded_when VARCHAR,
  author VARCHAR,
  organization VARCHAR,
  patient_id INTEGER NOT NULL,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  import_id INTEGER,
  source_id INTEGER,
  CONSTRAINT pk_questionnaire_response PRIMARY KEY (id),
  CONSTRAINT fk_questionnaire_response_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id),
  CONSTRAINT fk_questionnaire_response_import_id FOREIGN KEY(import_id) REFERENCES import_batch (id),
  CONSTRAINT fk_questionnaire_response_source_id FOREIGN KEY(source_id) REFERENCES source_resource (id)
);

CREATE TABLE handout (
  patient_id INTEGER NOT NULL,
  kind VARCHAR NOT NULL,
  language VARCHAR NOT NULL,
  paper VARCHAR NOT NULL,
  large_print BOOLEAN NOT NULL,
  pages INTEGER NOT NULL,
  how VARCHAR NOT NULL,
  made_at VARCHAR(20) NOT NULL,
  made_by_id INTEGER NOT NULL,
  pdf BLOB NOT NULL,
  sha256 VARCHAR NOT NULL,
  not_in_language JSON,
  overflow JSON,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  CONSTRAINT pk_handout PRIMARY KEY (id),
  CONSTRAINT fk_handout_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id),
  CONSTRAINT fk_handout_made_by_id FOREIGN KEY(made_by_id) REFERENCES user_account (id)
);

CREATE TABLE draft (
  id INTEGER NOT NULL,
  user_id INTEGER NOT NULL,
  form VARCHAR NOT NULL,
  patient_id INTEGER,
  fields JSON NOT NULL,
  saved_at VARCHAR(20) NOT NULL,
  CONSTRAINT pk_draft PRIMARY KEY (id),
  CONSTRAINT fk_draft_user_id FOREIGN KEY(user_id) REFERENCES user_account (id),
  CONSTRAINT fk_draft_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id)
);

CREATE TABLE patient_name (
  use VARCHAR,
  family VARCHAR,
  given VARCHAR,
  prefix VARCHAR,
  suffix VARCHAR,
  starts_on VARCHAR,
  ends_on VARCHAR,
  patient_id INTEGER NOT NULL,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  import_id INTEGER,
  source_id INTEGER,
  CONSTRAINT pk_patient_name PRIMARY KEY (id),
  CONSTRAINT fk_patient_name_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id),
  CONSTRAINT fk_patient_name_import_id FOREIGN KEY(import_id) REFERENCES import_batch (id),
  CONSTRAINT fk_patient_name_source_id FOREIGN KEY(source_id) REFERENCES source_resource (id)
);

CREATE TABLE patient_identifier (
  system VARCHAR,
  value VARCHAR NOT NULL,
  use VARCHAR,
  type_text VARCHAR,
  patient_id INTEGER NOT NULL,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  import_id INTEGER,
  source_id INTEGER,
  CONSTRAINT pk_patient_identifier PRIMARY KEY (id),
  CONSTRAINT fk_patient_identifier_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id),
  CONSTRAINT fk_patient_identifier_import_id FOREIGN KEY(import_id) REFERENCES import_batch (id),
  CONSTRAINT fk_patient_identifier_source_id FOREIGN KEY(source_id) REFERENCES source_resource (id)
);

CREATE TABLE patient_telecom (
  system VARCHAR,
  value VARCHAR NOT NULL,
  use VARCHAR,
  digits VARCHAR,
  patient_id INTEGER NOT NULL,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  import_id INTEGER,
  source_id INTEGER,
  CONSTRAINT pk_patient_telecom PRIMARY KEY (id),
  CONSTRAINT fk_patient_telecom_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id),
  CONSTRAINT fk_patient_telecom_import_id FOREIGN KEY(import_id) REFERENCES import_batch (id),
  CONSTRAINT fk_patient_telecom_source_id FOREIGN KEY(source_id) REFERENCES source_resource (id)
);

CREATE TABLE patient_address (
  use VARCHAR,
  line VARCHAR,
  city VARCHAR,
  state VARCHAR,
  postal_code VARCHAR,
  country VARCHAR,
  patient_id INTEGER NOT NULL,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  import_id INTEGER,
  source_id INTEGER,
  CONSTRAINT pk_patient_address PRIMARY KEY (id),
  CONSTRAINT fk_patient_address_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id),
  CONSTRAINT fk_patient_address_import_id FOREIGN KEY(import_id) REFERENCES import_batch (id),
  CONSTRAINT fk_patient_address_source_id FOREIGN KEY(source_id) REFERENCES source_resource (id)
);

CREATE TABLE patient_contact (
  name VARCHAR,
  relationship_text VARCHAR,
  phone VARCHAR,
  patient_id INTEGER NOT NULL,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  import_id INTEGER,
  source_id INTEGER,
  CONSTRAINT pk_patient_contact PRIMARY KEY (id),
  CONSTRAINT fk_patient_contact_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id),
  CONSTRAINT fk_patient_contact_import_id FOREIGN KEY(import_id) REFERENCES import_batch (id),
  CONSTRAINT fk_patient_contact_source_id FOREIGN KEY(source_id) REFERENCES source_resource (id)
);

CREATE TABLE match_candidate (
  patient_id INTEGER NOT NULL,
  other_patient_id INTEGER NOT NULL,
  certainty VARCHAR NOT NULL,
  reasons VARCHAR NOT NULL,
  state VARCHAR NOT NULL,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  CONSTRAINT pk_match_candidate PRIMARY KEY (id),
  CONSTRAINT fk_match_candidate_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id),
  CONSTRAINT fk_match_candidate_other_patient_id FOREIGN KEY(other_patient_id) REFERENCES patient (id)
);

CREATE TABLE care_plan (
  title VARCHAR,
  intent VARCHAR,
  category VARCHAR,
  description VARCHAR,
  starts_when VARCHAR,
  ends_when VARCHAR,
  reviewed_on VARCHAR(10),
  review_due VARCHAR(10),
  agreed_on VARCHAR(10),
  status VARCHAR,
  code_system VARCHAR,
  code VARCHAR,
  text VARCHAR,
  other_codes JSON,
  recorded_when VARCHAR,
  author VARCHAR,
  organization VARCHAR,
  patient_id INTEGER NOT NULL,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  import_id INTEGER,
  source_id INTEGER,
  CONSTRAINT pk_care_plan PRIMARY KEY (id),
  CONSTRAINT fk_care_plan_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id),
  CONSTRAINT fk_care_plan_import_id FOREIGN KEY(import_id) REFERENCES import_batch (id),
  CONSTRAINT fk_care_plan_source_id FOREIGN KEY(source_id) REFERENCES source_resource (id)
);

CREATE TABLE care_team (
  name VARCHAR,
  starts_when VARCHAR,
  ends_when VARCHAR,
  status VARCHAR,
  code_system VARCHAR,
  code VARCHAR,
  text VARCHAR,
  other_codes JSON,
  recorded_when VARCHAR,
  author VARCHAR,
  organization VARCHAR,
  patient_id INTEGER NOT NULL,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  import_id INTEGER,
  source_id INTEGER,
  CONSTRAINT pk_care_team PRIMARY KEY (id),
  CONSTRAINT fk_care_team_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id),
  CONSTRAINT fk_care_team_import_id FOREIGN KEY(import_id) REFERENCES import_batch (id),
  CONSTRAINT fk_care_team_source_id FOREIGN KEY(source_id) REFERENCES source_resource (id)
);

CREATE TABLE worklist_hold (
  item_key VARCHAR NOT NULL,
  patient_id INTEGER NOT NULL,
  held_until VARCHAR(10),
  done_on VARCHAR(10),
  reason VARCHAR,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  CONSTRAINT pk_worklist_hold PRIMARY KEY (id),
  CONSTRAINT fk_worklist_hold_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id)
);

CREATE TABLE contact_log (
  patient_id INTEGER NOT NULL,
  item_key VARCHAR,
  at VARCHAR(20) NOT NULL,
  by_user_id INTEGER NOT NULL,
  channel VARCHAR NOT NULL,
  outcome VARCHAR NOT NULL,
  note VARCHAR,
  next_try_on VARCHAR(10),
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  CONSTRAINT pk_contact_log PRIMARY KEY (id),
  CONSTRAINT fk_contact_log_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id),
  CONSTRAINT fk_contact_log_by_user_id FOREIGN KEY(by_user_id) REFERENCES user_account (id)
);

CREATE TABLE location (
  name VARCHAR NOT NULL,
  phone VARCHAR,
  address VARCHAR,
  organization_id INTEGER,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  import_id INTEGER,
  source_id INTEGER,
  CONSTRAINT pk_location PRIMARY KEY (id),
  CONSTRAINT fk_location_organization_id FOREIGN KEY(organization_id) REFERENCES organization (id),
  CONSTRAINT fk_location_import_id FOREIGN KEY(import_id) REFERENCES import_batch (id),
  CONSTRAINT fk_location_source_id FOREIGN KEY(source_id) REFERENCES source_resource (id)
);

CREATE TABLE practitioner (
  family VARCHAR NOT NULL,
  given VARCHAR,
  prefix VARCHAR,
  suffix VARCHAR,
  specialty VARCHAR,
  phone VARCHAR,
  fax VARCHAR,
  organization_id INTEGER,
  inside BOOLEAN NOT NULL,
  user_id INTEGER,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  import_id INTEGER,
  source_id INTEGER,
  CONSTRAINT pk_practitioner PRIMARY KEY (id),
  CONSTRAINT fk_practitioner_organization_id FOREIGN KEY(organization_id) REFERENCES organization (id),
  CONSTRAINT fk_practitioner_user_id FOREIGN KEY(user_id) REFERENCES user_account (id),
  CONSTRAINT fk_practitioner_import_id FOREIGN KEY(import_id) REFERENCES import_batch (id),
  CONSTRAINT fk_practitioner_source_id FOREIGN KEY(source_id) REFERENCES source_resource (id)
);

CREATE TABLE observation_component (
  id INTEGER NOT NULL,
  observation_id INTEGER NOT NULL,
  patient_id INTEGER NOT NULL,
  code_system VARCHAR,
  code VARCHAR,
  text VARCHAR,
  value_number FLOAT,
  value_unit VARCHAR,
  value_text VARCHAR,
  value_code VARCHAR,
  import_id INTEGER,
  source_id INTEGER,
  CONSTRAINT pk_observation_component PRIMARY KEY (id),
  CONSTRAINT fk_observation_component_observation_id FOREIGN KEY(observation_id) REFERENCES observation (id),
  CONSTRAINT fk_observation_component_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id),
  CONSTRAINT fk_observation_component_import_id FOREIGN KEY(import_id) REFERENCES import_batch (id),
  CONSTRAINT fk_observation_component_source_id FOREIGN KEY(source_id) REFERENCES source_resource (id)
);

CREATE TABLE care_team_member (
  care_team_id INTEGER NOT NULL,
  patient_id INTEGER NOT NULL,
  member_key VARCHAR NOT NULL,
  name VARCHAR NOT NULL,
  role VARCHAR,
  phone VARCHAR,
  practitioner_id INTEGER,
  organization_id INTEGER,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  import_id INTEGER,
  source_id INTEGER,
  CONSTRAINT pk_care_team_member PRIMARY KEY (id),
  CONSTRAINT fk_care_team_member_care_team_id FOREIGN KEY(care_team_id) REFERENCES care_team (id),
  CONSTRAINT fk_care_team_member_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id),
  CONSTRAINT fk_care_team_member_practitioner_id FOREIGN KEY(practitioner_id) REFERENCES practitioner (id),
  CONSTRAINT fk_care_team_member_organization_id FOREIGN KEY(organization_id) REFERENCES organization (id),
  CONSTRAINT fk_care_team_member_import_id FOREIGN KEY(import_id) REFERENCES import_batch (id),
  CONSTRAINT fk_care_team_member_source_id FOREIGN KEY(source_id) REFERENCES source_resource (id)
);

CREATE TABLE goal (
  care_plan_id INTEGER,
  words VARCHAR,
  words_language VARCHAR,
  achievement VARCHAR,
  priority VARCHAR,
  measure_code VARCHAR,
  measure_text VARCHAR,
  target_comparator VARCHAR,
  target_value FLOAT,
  target_low FLOAT,
  target_high FLOAT,
  target_unit VARCHAR,
  target_text VARCHAR,
  starts_when VARCHAR,
  due_on VARCHAR(10),
  position INTEGER NOT NULL,
  on_handout BOOLEAN NOT NULL,
  sensitive BOOLEAN NOT NULL,
  notes VARCHAR,
  status VARCHAR,
  code_system VARCHAR,
  code VARCHAR,
  text VARCHAR,
  other_codes JSON,
  recorded_when VARCHAR,
  author VARCHAR,
  organization VARCHAR,
  patient_id INTEGER NOT NULL,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  import_id INTEGER,
  source_id INTEGER,
  owner_kind VARCHAR,
  owner_name VARCHAR,
  owner_user_id INTEGER,
  owner_practitioner_id INTEGER,
  CONSTRAINT pk_goal PRIMARY KEY (id),
  CONSTRAINT fk_goal_care_plan_id FOREIGN KEY(care_plan_id) REFERENCES care_plan (id),
  CONSTRAINT fk_goal_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id),
  CONSTRAINT fk_goal_import_id FOREIGN KEY(import_id) REFERENCES import_batch (id),
  CONSTRAINT fk_goal_source_id FOREIGN KEY(source_id) REFERENCES source_resource (id),
  CONSTRAINT fk_goal_owner_user_id FOREIGN KEY(owner_user_id) REFERENCES user_account (id),
  CONSTRAINT fk_goal_owner_practitioner_id FOREIGN KEY(owner_practitioner_id) REFERENCES practitioner (id)
);

CREATE TABLE practitioner_role (
  practitioner_id INTEGER,
  organization_id INTEGER,
  role VARCHAR,
  specialty VARCHAR,
  phone VARCHAR,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  import_id INTEGER,
  source_id INTEGER,
  CONSTRAINT pk_practitioner_role PRIMARY KEY (id),
  CONSTRAINT fk_practitioner_role_practitioner_id FOREIGN KEY(practitioner_id) REFERENCES practitioner (id),
  CONSTRAINT fk_practitioner_role_organization_id FOREIGN KEY(organization_id) REFERENCES organization (id),
  CONSTRAINT fk_practitioner_role_import_id FOREIGN KEY(import_id) REFERENCES import_batch (id),
  CONSTRAINT fk_practitioner_role_source_id FOREIGN KEY(source_id) REFERENCES source_resource (id)
);

CREATE TABLE working_hours (
  practitioner_id INTEGER NOT NULL,
  weekday INTEGER NOT NULL,
  starts VARCHAR NOT NULL,
  ends VARCHAR NOT NULL,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  CONSTRAINT pk_working_hours PRIMARY KEY (id),
  CONSTRAINT fk_working_hours_practitioner_id FOREIGN KEY(practitioner_id) REFERENCES practitioner (id)
);

CREATE TABLE service_request (
  is_referral BOOLEAN NOT NULL,
  intent VARCHAR,
  to_practitioner_id INTEGER,
  to_organization_id INTEGER,
  to_text VARCHAR,
  to_phone VARCHAR,
  reason VARCHAR,
  question VARCHAR,
  urgency VARCHAR NOT NULL,
  ordered_on VARCHAR(10),
  requester VARCHAR,
  sensitive BOOLEAN NOT NULL,
  closed_on VARCHAR(10),
  status VARCHAR,
  code_system VARCHAR,
  code VARCHAR,
  text VARCHAR,
  other_codes JSON,
  recorded_when VARCHAR,
  author VARCHAR,
  organization VARCHAR,
  patient_id INTEGER NOT NULL,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  import_id INTEGER,
  source_id INTEGER,
  owner_kind VARCHAR,
  owner_name VARCHAR,
  owner_user_id INTEGER,
  owner_practitioner_id INTEGER,
  CONSTRAINT pk_service_request PRIMARY KEY (id),
  CONSTRAINT fk_service_request_to_practitioner_id FOREIGN KEY(to_practitioner_id) REFERENCES practitioner (id),
  CONSTRAINT fk_service_request_to_organization_id FOREIGN KEY(to_organization_id) REFERENCES organization (id),
  CONSTRAINT fk_service_request_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id),
  CONSTRAINT fk_service_request_import_id FOREIGN KEY(import_id) REFERENCES import_batch (id),
  CONSTRAINT fk_service_request_source_id FOREIGN KEY(source_id) REFERENCES source_resource (id),
  CONSTRAINT fk_service_request_owner_user_id FOREIGN KEY(owner_user_id) REFERENCES user_account (id),
  CONSTRAINT fk_service_request_owner_practitioner_id FOREIGN KEY(owner_practitioner_id) REFERENCES practitioner (id)
);

CREATE TABLE plan_action (
  goal_id INTEGER,
  care_plan_id INTEGER,
  patient_words JSON,
  phrase VARCHAR,
  due_on VARCHAR(10),
  held_until VARCHAR(10),
  done_on VARCHAR(10),
  reason VARCHAR,
  on_handout BOOLEAN NOT NULL,
  sensitive BOOLEAN NOT NULL,
  urgent BOOLEAN NOT NULL,
  position INTEGER NOT NULL,
  status VARCHAR,
  code_system VARCHAR,
  code VARCHAR,
  text VARCHAR,
  other_codes JSON,
  recorded_when VARCHAR,
  author VARCHAR,
  organization VARCHAR,
  patient_id INTEGER NOT NULL,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  import_id INTEGER,
  source_id INTEGER,
  owner_kind VARCHAR,
  owner_name VARCHAR,
  owner_user_id INTEGER,
  owner_practitioner_id INTEGER,
  CONSTRAINT pk_plan_action PRIMARY KEY (id),
  CONSTRAINT fk_plan_action_goal_id FOREIGN KEY(goal_id) REFERENCES goal (id),
  CONSTRAINT fk_plan_action_care_plan_id FOREIGN KEY(care_plan_id) REFERENCES care_plan (id),
  CONSTRAINT fk_plan_action_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id),
  CONSTRAINT fk_plan_action_import_id FOREIGN KEY(import_id) REFERENCES import_batch (id),
  CONSTRAINT fk_plan_action_source_id FOREIGN KEY(source_id) REFERENCES source_resource (id),
  CONSTRAINT fk_plan_action_owner_user_id FOREIGN KEY(owner_user_id) REFERENCES user_account (id),
  CONSTRAINT fk_plan_action_owner_practitioner_id FOREIGN KEY(owner_practitioner_id) REFERENCES practitioner (id)
);

CREATE TABLE task (
  description VARCHAR,
  business_status VARCHAR,
  service_request_id INTEGER,
  due_on VARCHAR(10),
  held_until VARCHAR(10),
  done_on VARCHAR(10),
  status VARCHAR,
  code_system VARCHAR,
  code VARCHAR,
  text VARCHAR,
  other_codes JSON,
  recorded_when VARCHAR,
  author VARCHAR,
  organization VARCHAR,
  patient_id INTEGER NOT NULL,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  import_id INTEGER,
  source_id INTEGER,
  owner_kind VARCHAR,
  owner_name VARCHAR,
  owner_user_id INTEGER,
  owner_practitioner_id INTEGER,
  CONSTRAINT pk_task PRIMARY KEY (id),
  CONSTRAINT fk_task_service_request_id FOREIGN KEY(service_request_id) REFERENCES service_request (id),
  CONSTRAINT fk_task_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id),
  CONSTRAINT fk_task_import_id FOREIGN KEY(import_id) REFERENCES import_batch (id),
  CONSTRAINT fk_task_source_id FOREIGN KEY(source_id) REFERENCES source_resource (id),
  CONSTRAINT fk_task_owner_user_id FOREIGN KEY(owner_user_id) REFERENCES user_account (id),
  CONSTRAINT fk_task_owner_practitioner_id FOREIGN KEY(owner_practitioner_id) REFERENCES practitioner (id)
);

CREATE TABLE appointment (
  patient_id INTEGER NOT NULL,
  starts_at VARCHAR(20),
  ends_at VARCHAR(20),
  time_zone VARCHAR,
  minutes INTEGER,
  practitioner_id INTEGER,
  organization_id INTEGER,
  appointment_type_id INTEGER,
  service_request_id INTEGER,
  status VARCHAR NOT NULL,
  outside BOOLEAN NOT NULL,
  with_text VARCHAR,
  where_text VARCHAR,
  phone VARCHAR,
  reason VARCHAR,
  phrase VARCHAR,
  bring VARCHAR,
  cancel_reason VARCHAR,
  sensitive BOOLEAN NOT NULL,
  moved_from_id INTEGER,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  import_id INTEGER,
  source_id INTEGER,
  CONSTRAINT pk_appointment PRIMARY KEY (id),
  CONSTRAINT fk_appointment_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id),
  CONSTRAINT fk_appointment_practitioner_id FOREIGN KEY(practitioner_id) REFERENCES practitioner (id),
  CONSTRAINT fk_appointment_organization_id FOREIGN KEY(organization_id) REFERENCES organization (id),
  CONSTRAINT fk_appointment_appointment_type_id FOREIGN KEY(appointment_type_id) REFERENCES appointment_type (id),
  CONSTRAINT fk_appointment_service_request_id FOREIGN KEY(service_request_id) REFERENCES service_request (id),
  CONSTRAINT fk_appointment_moved_from_id FOREIGN KEY(moved_from_id) REFERENCES appointment (id),
  CONSTRAINT fk_appointment_import_id FOREIGN KEY(import_id) REFERENCES import_batch (id),
  CONSTRAINT fk_appointment_source_id FOREIGN KEY(source_id) REFERENCES source_resource (id)
);

CREATE TABLE referral_event (
  service_request_id INTEGER NOT NULL,
  patient_id INTEGER NOT NULL,
  state VARCHAR NOT NULL,
  happened_on VARCHAR(10) NOT NULL,
  how VARCHAR,
  person VARCHAR,
  note VARCHAR,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  import_id INTEGER,
  source_id INTEGER,
  CONSTRAINT pk_referral_event PRIMARY KEY (id),
  CONSTRAINT fk_referral_event_service_request_id FOREIGN KEY(service_request_id) REFERENCES service_request (id),
  CONSTRAINT fk_referral_event_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id),
  CONSTRAINT fk_referral_event_import_id FOREIGN KEY(import_id) REFERENCES import_batch (id),
  CONSTRAINT fk_referral_event_source_id FOREIGN KEY(source_id) REFERENCES source_resource (id)
);

CREATE VIRTUAL TABLE patient_search USING fts5(names, born, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2', prefix='1 2 3');

CREATE VIRTUAL TABLE patient_middle USING fts5(names, content='', contentless_delete=1, tokenize='trigram remove_diacritics 1');

CREATE TABLE patient_sort (patient_id INTEGER PRIMARY KEY, sort_key TEXT NOT NULL);

CREATE TABLE work_standing (kind TEXT NOT NULL, row_id INTEGER NOT NULL, patient_id INTEGER NOT NULL, state TEXT NOT NULL, urgent INTEGER NOT NULL, since TEXT, counted_from TEXT, ordered_on TEXT, visit_at TEXT, booked INTEGER NOT NULL, held_until TEXT, whose INTEGER NOT NULL, unowned INTEGER NOT NULL, listed INTEGER NOT NULL, import_id INTEGER NOT NULL, PRIMARY KEY (kind, row_id)) WITHOUT ROWID;

CREATE INDEX ix_action_undo_of ON action (undo_of);

CREATE INDEX ix_action_user_id ON action (user_id);

CREATE INDEX ix_allergy_intolerance_import_id ON allergy_intolerance (import_id);

CREATE INDEX ix_allergy_intolerance_patient_id ON allergy_intolerance (patient_id);

CREATE INDEX ix_allergy_intolerance_source_id ON allergy_intolerance (source_id);

CREATE INDEX ix_appointment_import_id ON appointment (import_id);

CREATE INDEX ix_appointment_patient_id_starts_at ON appointment (patient_id, starts_at);

CREATE INDEX ix_appointment_practitioner_id_starts_at ON appointment (practitioner_id, starts_at);

CREATE INDEX ix_appointment_service_request_id ON appointment (service_request_id);

CREATE INDEX ix_appointment_source_id ON appointment (source_id);

CREATE INDEX ix_appointment_starts_at ON appointment (starts_at);

CREATE INDEX ix_appointment_status_starts_at ON appointment (status, starts_at);

CREATE INDEX ix_audit_event_action_id ON audit_event (action_id);

CREATE INDEX ix_audit_event_object ON audit_event (object_kind, object_id);

CREATE INDEX ix_audit_event_patient_id ON audit_event (patient_id);

CREATE INDEX ix_care_plan_import_id ON care_plan (import_id);

CREATE INDEX ix_care_plan_patient_id ON care_plan (patient_id);

CREATE INDEX ix_care_plan_source_id ON care_plan (source_id);

CREATE INDEX ix_care_team_import_id ON care_team (import_id);

CREATE INDEX ix_care_team_member_care_team_id ON care_team_member (care_team_id);

CREATE INDEX ix_care_team_member_import_id ON care_team_member (import_id);

CREATE INDEX ix_care_team_member_patient_id ON care_team_member (patient_id);

CREATE INDEX ix_care_team_member_source_id ON care_team_member (source_id);

CREATE INDEX ix_care_team_patient_id ON care_team (patient_id);

CREATE INDEX ix_care_team_source_id ON care_team (source_id);

CREATE INDEX ix_condition_import_id ON condition (import_id);

CREATE INDEX ix_condition_patient_id ON condition (patient_id);

CREATE INDEX ix_condition_source_id ON condition (source_id);

CREATE INDEX ix_contact_log_item_key ON contact_log (item_key);

CREATE INDEX ix_contact_log_patient_id ON contact_log (patient_id);

CREATE INDEX ix_encounter_class_code_ends_when ON encounter (class_code, ends_when);

CREATE INDEX ix_encounter_import_id ON encounter (import_id);

CREATE INDEX ix_encounter_patient_id ON encounter (patient_id);

CREATE INDEX ix_encounter_source_id ON encounter (source_id);

CREATE INDEX ix_goal_care_plan_id ON goal (care_plan_id);

CREATE INDEX ix_goal_import_id ON goal (import_id);

CREATE INDEX ix_goal_owner_user_id ON goal (owner_user_id);

CREATE INDEX ix_goal_patient_id ON goal (patient_id);

CREATE INDEX ix_goal_source_id ON goal (source_id);

CREATE INDEX ix_handout_patient_id ON handout (patient_id);

CREATE INDEX ix_immunization_import_id ON immunization (import_id);

CREATE INDEX ix_immunization_patient_id ON immunization (patient_id);

CREATE INDEX ix_immunization_source_id ON immunization (source_id);

CREATE INDEX ix_import_batch_state ON import_batch (state);

CREATE INDEX ix_location_import_id ON location (import_id);

CREATE INDEX ix_location_organization_id ON location (organization_id);

CREATE INDEX ix_location_source_id ON location (source_id);

CREATE INDEX ix_match_candidate_other_patient_id ON match_candidate (other_patient_id);

CREATE INDEX ix_match_candidate_patient_id ON match_candidate (patient_id);

CREATE INDEX ix_medication_entry_import_id ON medication_entry (import_id);

CREATE INDEX ix_medication_entry_patient_id ON medication_entry (patient_id);

CREATE INDEX ix_medication_entry_source_id ON medication_entry (source_id);

CREATE INDEX ix_observation_code_effective_when_value_number ON observation (code, effective_when, value_number);

CREATE INDEX ix_observation_component_import_id ON observation_component (import_id);

CREATE INDEX ix_observation_component_observation_id ON observation_component (observation_id);

CREATE INDEX ix_observation_component_source_id ON observation_component (source_id);

CREATE INDEX ix_observation_import_id ON observation (import_id);

CREATE INDEX ix_observation_patient_id ON observation (patient_id);

CREATE INDEX ix_observation_patient_id_code_effective_when ON observation (patient_id, code, effective_when);

CREATE INDEX ix_observation_source_id ON observation (source_id);

CREATE INDEX ix_organization_import_id ON organization (import_id);

CREATE INDEX ix_organization_name ON organization (name);

CREATE INDEX ix_organization_source_id ON organization (source_id);

CREATE INDEX ix_patient_address_import_id ON patient_address (import_id);

CREATE INDEX ix_patient_address_patient_id ON patient_address (patient_id);

CREATE INDEX ix_patient_address_source_id ON patient_address (source_id);

CREATE INDEX ix_patient_birth_date ON patient (birth_date);

CREATE INDEX ix_patient_contact_import_id ON patient_contact (import_id);

CREATE INDEX ix_patient_contact_patient_id ON patient_contact (patient_id);

CREATE INDEX ix_patient_contact_source_id ON patient_contact (source_id);

CREATE INDEX ix_patient_coordinator_id ON patient (coordinator_id);

CREATE INDEX ix_patient_family_given ON patient (family, given, id);

CREATE INDEX ix_patient_identifier_import_id ON patient_identifier (import_id);

CREATE INDEX ix_patient_identifier_patient_id ON patient_identifier (patient_id);

CREATE INDEX ix_patient_identifier_source_id ON patient_identifier (source_id);

CREATE INDEX ix_patient_identifier_value ON patient_identifier (value);

CREATE INDEX ix_patient_import_id ON patient (import_id);

CREATE INDEX ix_patient_name_import_id ON patient_name (import_id);

CREATE INDEX ix_patient_name_patient_id ON patient_name (patient_id);

CREATE INDEX ix_patient_name_source_id ON patient_name (source_id);

CREATE INDEX ix_patient_sort_key ON patient_sort (sort_key, patient_id);

CREATE INDEX ix_patient_source_id ON patient (source_id);

CREATE INDEX ix_patient_telecom_import_id ON patient_telecom (import_id);

CREATE INDEX ix_patient_telecom_last_four ON patient_telecom (substr(digits, -4), digits);

CREATE INDEX ix_patient_telecom_patient_id ON patient_telecom (patient_id);

CREATE INDEX ix_patient_telecom_source_id ON patient_telecom (source_id);

CREATE INDEX ix_plan_action_care_plan_id ON plan_action (care_plan_id);

CREATE INDEX ix_plan_action_done_on ON plan_action (done_on);

CREATE INDEX ix_plan_action_goal_id ON plan_action (goal_id);

CREATE INDEX ix_plan_action_import_id ON plan_action (import_id);

CREATE INDEX ix_plan_action_owner_user_id ON plan_action (owner_user_id);

CREATE INDEX ix_plan_action_patient_id ON plan_action (patient_id);

CREATE INDEX ix_plan_action_source_id ON plan_action (source_id);

CREATE INDEX ix_plan_action_status_due_on ON plan_action (status, due_on);

CREATE INDEX ix_practitioner_family ON practitioner (family);

CREATE INDEX ix_practitioner_import_id ON practitioner (import_id);

CREATE INDEX ix_practitioner_organization_id ON practitioner (organization_id);

CREATE INDEX ix_practitioner_role_import_id ON practitioner_role (import_id);

CREATE INDEX ix_practitioner_role_organization_id ON practitioner_role (organization_id);

CREATE INDEX ix_practitioner_role_practitioner_id ON practitioner_role (practitioner_id);

CREATE INDEX ix_practitioner_role_source_id ON practitioner_role (source_id);

CREATE INDEX ix_practitioner_source_id ON practitioner (source_id);

CREATE INDEX ix_procedure_import_id ON procedure (import_id);

CREATE INDEX ix_procedure_patient_id ON procedure (patient_id);

CREATE INDEX ix_procedure_source_id ON procedure (source_id);

CREATE INDEX ix_questionnaire_response_authored_when ON questionnaire_response (authored_when);

CREATE INDEX ix_questionnaire_response_import_id ON questionnaire_response (import_id);

CREATE INDEX ix_questionnaire_response_patient_id ON questionnaire_response (patient_id);

CREATE INDEX ix_questionnaire_response_source_id ON questionnaire_response (source_id);

CREATE INDEX ix_referral_event_import_id ON referral_event (import_id);

CREATE INDEX ix_referral_event_patient_id ON referral_event (patient_id);

CREATE INDEX ix_referral_event_service_request_id ON referral_event (service_request_id);

CREATE INDEX ix_referral_event_source_id ON referral_event (source_id);

CREATE INDEX ix_service_request_import_id ON service_request (import_id);

CREATE INDEX ix_service_request_is_referral_closed_on ON service_request (is_referral, closed_on);

CREATE INDEX ix_service_request_owner_user_id ON service_request (owner_user_id);

CREATE INDEX ix_service_request_patient_id ON service_request (patient_id);

CREATE INDEX ix_service_request_source_id ON service_request (source_id);

CREATE INDEX ix_source_resource_import_id ON source_resource (import_id);

CREATE INDEX ix_source_resource_patient_id ON source_resource (patient_id);

CREATE INDEX ix_source_resource_resource_id ON source_resource (resource_id);

CREATE INDEX ix_source_resource_target ON source_resource (target_table, target_id);

CREATE INDEX ix_task_done_on ON task (done_on);

CREATE INDEX ix_task_import_id ON task (import_id);

CREATE INDEX ix_task_owner_user_id ON task (owner_user_id);

CREATE INDEX ix_task_patient_id ON task (patient_id);

CREATE INDEX ix_task_service_request_id ON task (service_request_id);

CREATE INDEX ix_task_source_id ON task (source_id);

CREATE INDEX ix_task_status_due_on ON task (status, due_on);

CREATE INDEX ix_work_standing_counted_from ON work_standing (kind, state, urgent, booked, listed, counted_from, row_id, whose, held_until, import_id, since, visit_at) WHERE kind = 'referral';

CREATE INDEX ix_work_standing_future ON work_standing (since, listed) WHERE kind = 'referral';

CREATE INDEX ix_work_standing_held_until ON work_standing (kind, held_until) WHERE held_until IS NOT NULL;

CREATE INDEX ix_work_standing_since ON work_standing (kind, state, urgent, booked, listed, since, row_id, whose, held_until, import_id, counted_from, visit_at);

CREATE INDEX ix_work_standing_visit_at ON work_standing (urgent, listed, visit_at, row_id, whose, import_id, counted_from, since) WHERE kind = 'referral' AND booked;

CREATE INDEX ix_working_hours_practitioner_id_weekday ON working_hours (practitioner_id, weekday);

CREATE INDEX ix_worklist_hold_done_on ON worklist_hold (done_on);

CREATE INDEX ix_worklist_hold_item_key ON worklist_hold (item_key);

CREATE INDEX ix_worklist_hold_patient_id ON worklist_hold (patient_id);

CREATE UNIQUE INDEX uq_draft_user_form_patient ON draft (user_id, form, patient_id);

CREATE UNIQUE INDEX uq_source_resource_identity ON source_resource (source, resource_type, resource_id, subject);

CREATE VIEW patient_search_text AS SELECT p.id AS patient_id, p.family || ' ' || coalesce(p.given, '') || ' ' || coalesce(p.preferred_name, '') || ' ' || coalesce((SELECT group_concat(coalesce(n.family, '') || ' ' || coalesce(n.given, ''), ' ') FROM patient_name AS n WHERE n.patient_id = p.id AND n.removed_at IS NULL AND NOT (n.family IS p.family AND n.given IS p.given)), '') AS names, replace(coalesce(p.birth_date, ''), '-', '') AS born FROM patient AS p WHERE p.removed_at IS NULL;

CREATE VIEW work_standing_of_appointment AS SELECT 'appointment' AS kind, s.id AS row_id, s.patient_id AS patient_id, min((SELECT count(*) FROM contact_log AS c WHERE c.item_key = 'appointment:' || s.id || ':missed' AND c.removed_at IS NULL), 2) || '' AS state, 0 AS urgent, s.starts_at AS since, s.starts_at AS counted_from, NULL AS ordered_on, NULL AS visit_at, 0 AS booked, n.held_until AS held_until, coalesce(p.coordinator_id, 0) AS whose, 1 AS unowned, n.done_on IS NULL AND NOT p.deceased AS listed, coalesce(s.import_id, 0) AS import_id FROM appointment AS s JOIN patient AS p ON p.id = s.patient_id LEFT JOIN worklist_hold AS n ON n.id = (SELECT max(h.id) FROM worklist_hold AS h WHERE h.item_key = 'appointment:' || s.id || ':missed' AND h.removed_at IS NULL) WHERE s.status = 'noshow' AND s.service_request_id IS NULL AND s.removed_at IS NULL AND s.starts_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM appointment AS v WHERE v.patient_id = s.patient_id AND v.starts_at > s.starts_at AND v.status || '' IN ('arrived', 'booked', 'checked-in', 'fulfilled', 'pending') AND v.removed_at IS NULL AND CASE WHEN s.practitioner_id IS NOT NULL THEN v.practitioner_id = s.practitioner_id ELSE v.with_text IS s.with_text END AND (v.import_id IS NULL OR v.import_id IS s.import_id OR (SELECT b.state FROM import_batch AS b WHERE b.id = v.import_id) = 'complete'));

CREATE VIEW work_standing_of_plan_action AS SELECT 'plan_action' AS kind, s.id AS row_id, s.patient_id AS patient_id, 'open' AS state, s.urgent AS urgent, s.due_on AS since, s.due_on AS counted_from, NULL AS ordered_on, NULL AS visit_at, 0 AS booked, s.held_until AS held_until, CASE WHEN s.owner_user_id IS NOT NULL THEN s.owner_user_id WHEN s.owner_kind IS NULL THEN coalesce(p.coordinator_id, 0) ELSE -1 END AS whose, s.owner_kind IS NULL AS unowned, NOT p.deceased AS listed, coalesce(s.import_id, 0) AS import_id FROM plan_action AS s JOIN patient AS p ON p.id = s.patient_id WHERE s.removed_at IS NULL AND s.due_on IS NOT NULL AND s.status IN ('not-started', 'scheduled', 'in-progress');

CREATE VIEW work_standing_of_referral AS SELECT 'referral' AS kind, s.id AS row_id, s.patient_id AS patient_id, CASE WHEN s.status = 'completed' AND (e.state IS NULL OR e.state NOT IN ('closed', 'rerouted', 'cancelled', 'patient_declined', 'expired')) THEN 'closed' WHEN s.status = 'revoked' AND (e.state IS NULL OR e.state NOT IN ('closed', 'rerouted', 'cancelled', 'patient_declined', 'expired')) THEN 'cancelled' WHEN e.state IS NOT NULL THEN e.state WHEN s.status IS NOT 'draft' AND s.source_id IS NOT NULL THEN 'sent' ELSE 'draft' END AS state, s.urgency <> 'routine' AS urgent, CASE WHEN e.id IS NULL THEN s.ordered_on ELSE e.happened_on END AS since, coalesce(s.ordered_on, e.happened_on) AS counted_from, s.ordered_on AS ordered_on, CASE WHEN e.state = 'scheduled' THEN (SELECT max(v.starts_at) FROM appointment AS v WHERE v.service_request_id = s.id AND v.removed_at IS NULL AND v.status || '' IN ('booked', 'pending', 'proposed') AND (v.import_id IS NULL OR v.import_id IS s.import_id OR (SELECT b.state FROM import_batch AS b WHERE b.id = v.import_id) = 'complete')) END AS visit_at, coalesce(e.state = 'scheduled', 0) AND (SELECT max(v.starts_at) FROM appointment AS v WHERE v.service_request_id = s.id AND v.removed_at IS NULL AND v.status || '' IN ('booked', 'pending', 'proposed') AND (v.import_id IS NULL OR v.import_id IS s.import_id OR (SELECT b.state FROM import_batch AS b WHERE b.id = v.import_id) = 'complete')) IS NOT NULL AS booked, NULL AS held_until, CASE WHEN coalesce(s.owner_kind, '') = '' OR coalesce(s.owner_name, '') = '' THEN coalesce(p.coordinator_id, 0) WHEN s.owner_kind = 'user' THEN coalesce(s.owner_user_id, -1) ELSE -1 END AS whose, coalesce(s.owner_kind, '') = '' OR coalesce(s.owner_name, '') = '' AS unowned, s.closed_on IS NULL AND coalesce(s.status, '') NOT IN ('completed', 'revoked') AND NOT p.deceased AS listed, coalesce(s.import_id, 0) AS import_id FROM service_request AS s JOIN patient AS p ON p.id = s.patient_id LEFT JOIN referral_event AS e ON e.id = (SELECT f.id FROM referral_event AS f WHERE f.service_request_id = s.id AND f.removed_at IS NULL AND (f.import_id IS NULL OR f.import_id IS s.import_id OR (SELECT b.state FROM import_batch AS b WHERE b.id = f.import_id) = 'complete') ORDER BY f.happened_on DESC, f.id DESC LIMIT 1) WHERE s.is_referral AND s.removed_at IS NULL AND coalesce(s.status, '') <> 'entered-in-error';

CREATE VIEW work_standing_of_task AS SELECT 'task' AS kind, s.id AS row_id, s.patient_id AS patient_id, 'open' AS state, 0 AS urgent, s.due_on AS since, s.due_on AS counted_from, NULL AS ordered_on, NULL AS visit_at, 0 AS booked, s.held_until AS held_until, CASE WHEN s.owner_user_id IS NOT NULL THEN s.owner_user_id WHEN s.owner_kind IS NULL THEN coalesce(p.coordinator_id, 0) ELSE -1 END AS whose, s.owner_kind IS NULL AS unowned, NOT p.deceased AS listed, coalesce(s.import_id, 0) AS import_id FROM task AS s JOIN patient AS p ON p.id = s.patient_id WHERE s.removed_at IS NULL AND s.due_on IS NOT NULL AND s.status IN ('requested', 'received', 'accepted', 'ready', 'in-progress') AND s.service_request_id IS NULL;

CREATE TRIGGER action_in_sequence BEFORE INSERT ON action WHEN NEW.id IS NOT (SELECT coalesce(max(id), 0) + 1 FROM action) BEGIN SELECT RAISE(ABORT, 'the audit record has no gaps'); END;

CREATE TRIGGER action_no_delete BEFORE DELETE ON action BEGIN SELECT RAISE(ABORT, 'the audit record is append-only'); END;

CREATE TRIGGER action_no_update BEFORE UPDATE ON action BEGIN SELECT RAISE(ABORT, 'the audit record is append-only'); END;

CREATE TRIGGER audit_event_in_sequence BEFORE INSERT ON audit_event WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM audit_event) BEGIN SELECT RAISE(ABORT, 'the audit record has no gaps'); END;

CREATE TRIGGER audit_event_no_delete BEFORE DELETE ON audit_event BEGIN SELECT RAISE(ABORT, 'the audit record is append-only'); END;

CREATE TRIGGER audit_event_no_update BEFORE UPDATE ON audit_event BEGIN SELECT RAISE(ABORT, 'the audit record is append-only'); END;

CREATE TRIGGER database_info_no_delete BEFORE DELETE ON database_info BEGIN SELECT RAISE(ABORT, 'the audit record is append-only'); END;

CREATE TRIGGER database_info_no_update BEFORE UPDATE ON database_info BEGIN SELECT RAISE(ABORT, 'the audit record is append-only'); END;

CREATE TRIGGER patient_search_name_added AFTER INSERT ON patient_name WHEN NOT EXISTS (SELECT 1 FROM patient AS p WHERE p.id = NEW.patient_id AND p.family IS NEW.family AND p.given IS NEW.given) BEGIN DELETE FROM patient_search WHERE rowid = NEW.patient_id; DELETE FROM patient_middle WHERE rowid = NEW.patient_id; DELETE FROM patient_sort WHERE patient_id = NEW.patient_id; INSERT INTO patient_search (rowid, names, born) SELECT t.patient_id, t.names || ' ' || replace(replace(replace(replace(replace(t.names, '''', ''), '’', ''), 'ʼ', ''), '`', ''), '-', ''), t.born FROM patient_search_text AS t WHERE t.patient_id = NEW.patient_id; INSERT INTO patient_middle (rowid, names) SELECT t.patient_id, replace(replace(replace(replace(replace(t.names, '''', ''), '’', ''), 'ʼ', ''), '`', ''), '-', '') FROM patient_search_text AS t WHERE t.patient_id = NEW.patient_id; INSERT INTO patient_sort (patient_id, sort_key) SELECT p.id, lower(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(coalesce(p.family, '') || char(31) || coalesce(p.given, ''), '''', ''), '’', ''), 'ʼ', ''), '`', ''), '-', ''), 'à', 'a'), 'á', 'a'), 'â', 'a'), 'ã', 'a'), 'ä', 'a'), 'å', 'a'), 'ç', 'c'), 'è', 'e'), 'é', 'e'), 'ê', 'e'), 'ë', 'e'), 'ì', 'i'), 'í', 'i'), 'î', 'i'), 'ï', 'i'), 'ñ', 'n'), 'ò', 'o'), 'ó', 'o'), 'ô', 'o'), 'õ', 'o'), 'ö', 'o'), 'ø', 'o'), 'ù', 'u'), 'ú', 'u'), 'û', 'u'), 'ü', 'u'), 'ý', 'y'), 'ÿ', 'y'), 'À', 'a'), 'Á', 'a'), 'Â', 'a'), 'Ã', 'a'), 'Ä', 'a'), 'Å', 'a'), 'Ç', 'c'), 'È', 'e'), 'É', 'e'), 'Ê', 'e'), 'Ë', 'e'), 'Ì', 'i'), 'Í', 'i'), 'Î', 'i'), 'Ï', 'i'), 'Ñ', 'n'), 'Ò', 'o'), 'Ó', 'o'), 'Ô', 'o'), 'Õ', 'o'), 'Ö', 'o'), 'Ø', 'o'), 'Ù', 'u'), 'Ú', 'u'), 'Û', 'u'), 'Ü', 'u'), 'Ý', 'y')) FROM patient AS p WHERE p.id = NEW.patient_id AND p.removed_at IS NULL;  END;

CREATE TRIGGER patient_search_name_changed AFTER UPDATE OF family, given, removed_at ON patient_name  BEGIN DELETE FROM patient_search WHERE rowid = NEW.patient_id; DELETE FROM patient_middle WHERE rowid = NEW.patient_id; DELETE FROM patient_sort WHERE patient_id = NEW.patient_id; INSERT INTO patient_search (rowid, names, born) SELECT t.patient_id, t.names || ' ' || replace(replace(replace(replace(replace(t.names, '''', ''), '’', ''), 'ʼ', ''), '`', ''), '-', ''), t.born FROM patient_search_text AS t WHERE t.patient_id = NEW.patient_id; INSERT INTO patient_middle (rowid, names) SELECT t.patient_id, replace(replace(replace(replace(replace(t.names, '''', ''), '’', ''), 'ʼ', ''), '`', ''), '-', '') FROM patient_search_text AS t WHERE t.patient_id = NEW.patient_id; INSERT INTO patient_sort (patient_id, sort_key) SELECT p.id, lower(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(coalesce(p.family, '') || char(31) || coalesce(p.given, ''), '''', ''), '’', ''), 'ʼ', ''), '`', ''), '-', ''), 'à', 'a'), 'á', 'a'), 'â', 'a'), 'ã', 'a'), 'ä', 'a'), 'å', 'a'), 'ç', 'c'), 'è', 'e'), 'é', 'e'), 'ê', 'e'), 'ë', 'e'), 'ì', 'i'), 'í', 'i'), 'î', 'i'), 'ï', 'i'), 'ñ', 'n'), 'ò', 'o'), 'ó', 'o'), 'ô', 'o'), 'õ', 'o'), 'ö', 'o'), 'ø', 'o'), 'ù', 'u'), 'ú', 'u'), 'û', 'u'), 'ü', 'u'), 'ý', 'y'), 'ÿ', 'y'), 'À', 'a'), 'Á', 'a'), 'Â', 'a'), 'Ã', 'a'), 'Ä', 'a'), 'Å', 'a'), 'Ç', 'c'), 'È', 'e'), 'É', 'e'), 'Ê', 'e'), 'Ë', 'e'), 'Ì', 'i'), 'Í', 'i'), 'Î', 'i'), 'Ï', 'i'), 'Ñ', 'n'), 'Ò', 'o'), 'Ó', 'o'), 'Ô', 'o'), 'Õ', 'o'), 'Ö', 'o'), 'Ø', 'o'), 'Ù', 'u'), 'Ú', 'u'), 'Û', 'u'), 'Ü', 'u'), 'Ý', 'y')) FROM patient AS p WHERE p.id = NEW.patient_id AND p.removed_at IS NULL;  END;

CREATE TRIGGER patient_search_name_purged AFTER DELETE ON patient_name  BEGIN DELETE FROM patient_search WHERE rowid = OLD.patient_id; DELETE FROM patient_middle WHERE rowid = OLD.patient_id; DELETE FROM patient_sort WHERE patient_id = OLD.patient_id; INSERT INTO patient_search (rowid, names, born) SELECT t.patient_id, t.names || ' ' || replace(replace(replace(replace(replace(t.names, '''', ''), '’', ''), 'ʼ', ''), '`', ''), '-', ''), t.born FROM patient_search_text AS t WHERE t.patient_id = OLD.patient_id; INSERT INTO patient_middle (rowid, names) SELECT t.patient_id, replace(replace(replace(replace(replace(t.names, '''', ''), '’', ''), 'ʼ', ''), '`', ''), '-', '') FROM patient_search_text AS t WHERE t.patient_id = OLD.patient_id; INSERT INTO patient_sort (patient_id, sort_key) SELECT p.id, lower(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(coalesce(p.family, '') || char(31) || coalesce(p.given, ''), '''', ''), '’', ''), 'ʼ', ''), '`', ''), '-', ''), 'à', 'a'), 'á', 'a'), 'â', 'a'), 'ã', 'a'), 'ä', 'a'), 'å', 'a'), 'ç', 'c'), 'è', 'e'), 'é', 'e'), 'ê', 'e'), 'ë', 'e'), 'ì', 'i'), 'í', 'i'), 'î', 'i'), 'ï', 'i'), 'ñ', 'n'), 'ò', 'o'), 'ó', 'o'), 'ô', 'o'), 'õ', 'o'), 'ö', 'o'), 'ø', 'o'), 'ù', 'u'), 'ú', 'u'), 'û', 'u'), 'ü', 'u'), 'ý', 'y'), 'ÿ', 'y'), 'À', 'a'), 'Á', 'a'), 'Â', 'a'), 'Ã', 'a'), 'Ä', 'a'), 'Å', 'a'), 'Ç', 'c'), 'È', 'e'), 'É', 'e'), 'Ê', 'e'), 'Ë', 'e'), 'Ì', 'i'), 'Í', 'i'), 'Î', 'i'), 'Ï', 'i'), 'Ñ', 'n'), 'Ò', 'o'), 'Ó', 'o'), 'Ô', 'o'), 'Õ', 'o'), 'Ö', 'o'), 'Ø', 'o'), 'Ù', 'u'), 'Ú', 'u'), 'Û', 'u'), 'Ü', 'u'), 'Ý', 'y')) FROM patient AS p WHERE p.id = OLD.patient_id AND p.removed_at IS NULL;  END;

CREATE TRIGGER patient_search_patient_added AFTER INSERT ON patient  BEGIN DELETE FROM patient_search WHERE rowid = NEW.id; DELETE FROM patient_middle WHERE rowid = NEW.id; DELETE FROM patient_sort WHERE patient_id = NEW.id; INSERT INTO patient_search (rowid, names, born) SELECT t.patient_id, t.names || ' ' || replace(replace(replace(replace(replace(t.names, '''', ''), '’', ''), 'ʼ', ''), '`', ''), '-', ''), t.born FROM patient_search_text AS t WHERE t.patient_id = NEW.id; INSERT INTO patient_middle (rowid, names) SELECT t.patient_id, replace(replace(replace(replace(replace(t.names, '''', ''), '’', ''), 'ʼ', ''), '`', ''), '-', '') FROM patient_search_text AS t WHERE t.patient_id = NEW.id; INSERT INTO patient_sort (patient_id, sort_key) SELECT p.id, lower(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(coalesce(p.family, '') || char(31) || coalesce(p.given, ''), '''', ''), '’', ''), 'ʼ', ''), '`', ''), '-', ''), 'à', 'a'), 'á', 'a'), 'â', 'a'), 'ã', 'a'), 'ä', 'a'), 'å', 'a'), 'ç', 'c'), 'è', 'e'), 'é', 'e'), 'ê', 'e'), 'ë', 'e'), 'ì', 'i'), 'í', 'i'), 'î', 'i'), 'ï', 'i'), 'ñ', 'n'), 'ò', 'o'), 'ó', 'o'), 'ô', 'o'), 'õ', 'o'), 'ö', 'o'), 'ø', 'o'), 'ù', 'u'), 'ú', 'u'), 'û', 'u'), 'ü', 'u'), 'ý', 'y'), 'ÿ', 'y'), 'À', 'a'), 'Á', 'a'), 'Â', 'a'), 'Ã', 'a'), 'Ä', 'a'), 'Å', 'a'), 'Ç', 'c'), 'È', 'e'), 'É', 'e'), 'Ê', 'e'), 'Ë', 'e'), 'Ì', 'i'), 'Í', 'i'), 'Î', 'i'), 'Ï', 'i'), 'Ñ', 'n'), 'Ò', 'o'), 'Ó', 'o'), 'Ô', 'o'), 'Õ', 'o'), 'Ö', 'o'), 'Ø', 'o'), 'Ù', 'u'), 'Ú', 'u'), 'Û', 'u'), 'Ü', 'u'), 'Ý', 'y')) FROM patient AS p WHERE p.id = NEW.id AND p.removed_at IS NULL;  END;

CREATE TRIGGER patient_search_patient_changed AFTER UPDATE OF family, given, preferred_name, birth_date, removed_at ON patient  BEGIN DELETE FROM patient_search WHERE rowid = NEW.id; DELETE FROM patient_middle WHERE rowid = NEW.id; DELETE FROM patient_sort WHERE patient_id = NEW.id; INSERT INTO patient_search (rowid, names, born) SELECT t.patient_id, t.names || ' ' || replace(replace(replace(replace(replace(t.names, '''', ''), '’', ''), 'ʼ', ''), '`', ''), '-', ''), t.born FROM patient_search_text AS t WHERE t.patient_id = NEW.id; INSERT INTO patient_middle (rowid, names) SELECT t.patient_id, replace(replace(replace(replace(replace(t.names, '''', ''), '’', ''), 'ʼ', ''), '`', ''), '-', '') FROM patient_search_text AS t WHERE t.patient_id = NEW.id; INSERT INTO patient_sort (patient_id, sort_key) SELECT p.id, lower(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(coalesce(p.family, '') || char(31) || coalesce(p.given, ''), '''', ''), '’', ''), 'ʼ', ''), '`', ''), '-', ''), 'à', 'a'), 'á', 'a'), 'â', 'a'), 'ã', 'a'), 'ä', 'a'), 'å', 'a'), 'ç', 'c'), 'è', 'e'), 'é', 'e'), 'ê', 'e'), 'ë', 'e'), 'ì', 'i'), 'í', 'i'), 'î', 'i'), 'ï', 'i'), 'ñ', 'n'), 'ò', 'o'), 'ó', 'o'), 'ô', 'o'), 'õ', 'o'), 'ö', 'o'), 'ø', 'o'), 'ù', 'u'), 'ú', 'u'), 'û', 'u'), 'ü', 'u'), 'ý', 'y'), 'ÿ', 'y'), 'À', 'a'), 'Á', 'a'), 'Â', 'a'), 'Ã', 'a'), 'Ä', 'a'), 'Å', 'a'), 'Ç', 'c'), 'È', 'e'), 'É', 'e'), 'Ê', 'e'), 'Ë', 'e'), 'Ì', 'i'), 'Í', 'i'), 'Î', 'i'), 'Ï', 'i'), 'Ñ', 'n'), 'Ò', 'o'), 'Ó', 'o'), 'Ô', 'o'), 'Õ', 'o'), 'Ö', 'o'), 'Ø', 'o'), 'Ù', 'u'), 'Ú', 'u'), 'Û', 'u'), 'Ü', 'u'), 'Ý', 'y')) FROM patient AS p WHERE p.id = NEW.id AND p.removed_at IS NULL;  END;

CREATE TRIGGER patient_search_patient_purged AFTER DELETE ON patient  BEGIN DELETE FROM patient_search WHERE rowid = OLD.id; DELETE FROM patient_middle WHERE rowid = OLD.id; DELETE FROM patient_sort WHERE patient_id = OLD.id; INSERT INTO patient_search (rowid, names, born) SELECT t.patient_id, t.names || ' ' || replace(replace(replace(replace(replace(t.names, '''', ''), '’', ''), 'ʼ', ''), '`', ''), '-', ''), t.born FROM patient_search_text AS t WHERE t.patient_id = OLD.id; INSERT INTO patient_middle (rowid, names) SELECT t.patient_id, replace(replace(replace(replace(replace(t.names, '''', ''), '’', ''), 'ʼ', ''), '`', ''), '-', '') FROM patient_search_text AS t WHERE t.patient_id = OLD.id; INSERT INTO patient_sort (patient_id, sort_key) SELECT p.id, lower(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(coalesce(p.family, '') || char(31) || coalesce(p.given, ''), '''', ''), '’', ''), 'ʼ', ''), '`', ''), '-', ''), 'à', 'a'), 'á', 'a'), 'â', 'a'), 'ã', 'a'), 'ä', 'a'), 'å', 'a'), 'ç', 'c'), 'è', 'e'), 'é', 'e'), 'ê', 'e'), 'ë', 'e'), 'ì', 'i'), 'í', 'i'), 'î', 'i'), 'ï', 'i'), 'ñ', 'n'), 'ò', 'o'), 'ó', 'o'), 'ô', 'o'), 'õ', 'o'), 'ö', 'o'), 'ø', 'o'), 'ù', 'u'), 'ú', 'u'), 'û', 'u'), 'ü', 'u'), 'ý', 'y'), 'ÿ', 'y'), 'À', 'a'), 'Á', 'a'), 'Â', 'a'), 'Ã', 'a'), 'Ä', 'a'), 'Å', 'a'), 'Ç', 'c'), 'È', 'e'), 'É', 'e'), 'Ê', 'e'), 'Ë', 'e'), 'Ì', 'i'), 'Í', 'i'), 'Î', 'i'), 'Ï', 'i'), 'Ñ', 'n'), 'Ò', 'o'), 'Ó', 'o'), 'Ô', 'o'), 'Õ', 'o'), 'Ö', 'o'), 'Ø', 'o'), 'Ù', 'u'), 'Ú', 'u'), 'Û', 'u'), 'Ü', 'u'), 'Ý', 'y')) FROM patient AS p WHERE p.id = OLD.id AND p.removed_at IS NULL;  END;

CREATE TRIGGER work_standing_contact_log_added AFTER INSERT ON contact_log WHEN NEW.item_key LIKE 'appointment:%' BEGIN DELETE FROM work_standing WHERE kind = 'appointment' AND row_id IN (CAST(substr(NEW.item_key, 13) AS INTEGER)); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id FROM work_standing_of_appointment WHERE row_id IN (CAST(substr(NEW.item_key, 13) AS INTEGER));  END;

CREATE TRIGGER work_standing_contact_log_changed AFTER UPDATE OF item_key, removed_at ON contact_log WHEN NEW.item_key LIKE 'appointment:%' BEGIN DELETE FROM work_standing WHERE kind = 'appointment' AND row_id IN (CAST(substr(OLD.item_key, 13) AS INTEGER), CAST(substr(NEW.item_key, 13) AS INTEGER)); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id FROM work_standing_of_appointment WHERE row_id IN (CAST(substr(OLD.item_key, 13) AS INTEGER), CAST(substr(NEW.item_key, 13) AS INTEGER));  END;

CREATE TRIGGER work_standing_contact_log_purged AFTER DELETE ON contact_log WHEN OLD.item_key LIKE 'appointment:%' BEGIN DELETE FROM work_standing WHERE kind = 'appointment' AND row_id IN (CAST(substr(OLD.item_key, 13) AS INTEGER)); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id FROM work_standing_of_appointment WHERE row_id IN (CAST(substr(OLD.item_key, 13) AS INTEGER));  END;

CREATE TRIGGER work_standing_fact_added AFTER INSERT ON referral_event WHEN NEW.service_request_id IS NOT NULL BEGIN DELETE FROM work_standing WHERE kind = 'referral' AND row_id IN (NEW.service_request_id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id FROM work_standing_of_referral WHERE row_id IN (NEW.service_request_id);  END;

CREATE TRIGGER work_standing_fact_changed AFTER UPDATE OF service_request_id, removed_at, import_id, state, happened_on ON referral_event WHEN coalesce(NEW.service_request_id, OLD.service_request_id) IS NOT NULL BEGIN DELETE FROM work_standing WHERE kind = 'referral' AND row_id IN (OLD.service_request_id, NEW.service_request_id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id FROM work_standing_of_referral WHERE row_id IN (OLD.service_request_id, NEW.service_request_id);  END;

CREATE TRIGGER work_standing_fact_purged AFTER DELETE ON referral_event WHEN OLD.service_request_id IS NOT NULL BEGIN DELETE FROM work_standing WHERE kind = 'referral' AND row_id IN (OLD.service_request_id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id FROM work_standing_of_referral WHERE row_id IN (OLD.service_request_id);  END;

CREATE TRIGGER work_standing_import_changed AFTER UPDATE OF state ON import_batch BEGIN DELETE FROM work_standing WHERE kind = 'referral' AND row_id IN (SELECT f.service_request_id FROM referral_event AS f JOIN service_request AS s ON s.id = f.service_request_id WHERE f.import_id = NEW.id AND s.import_id IS NOT NEW.id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id FROM work_standing_of_referral WHERE row_id IN (SELECT f.service_request_id FROM referral_event AS f JOIN service_request AS s ON s.id = f.service_request_id WHERE f.import_id = NEW.id AND s.import_id IS NOT NEW.id); DELETE FROM work_standing WHERE kind = 'referral' AND row_id IN (SELECT f.service_request_id FROM appointment AS f JOIN service_request AS s ON s.id = f.service_request_id WHERE f.import_id = NEW.id AND s.import_id IS NOT NEW.id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id FROM work_standing_of_referral WHERE row_id IN (SELECT f.service_request_id FROM appointment AS f JOIN service_request AS s ON s.id = f.service_request_id WHERE f.import_id = NEW.id AND s.import_id IS NOT NEW.id); DELETE FROM work_standing WHERE kind = 'appointment' AND row_id IN (SELECT m.id FROM appointment AS v JOIN appointment AS m ON m.patient_id = v.patient_id WHERE v.import_id = NEW.id AND m.status = 'noshow' AND m.import_id IS NOT NEW.id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id FROM work_standing_of_appointment WHERE row_id IN (SELECT m.id FROM appointment AS v JOIN appointment AS m ON m.patient_id = v.patient_id WHERE v.import_id = NEW.id AND m.status = 'noshow' AND m.import_id IS NOT NEW.id);  END;

CREATE TRIGGER work_standing_missed_added AFTER INSERT ON appointment BEGIN DELETE FROM work_standing WHERE kind = 'appointment' AND row_id IN (SELECT id FROM appointment WHERE patient_id = NEW.patient_id AND status = 'noshow'); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id FROM work_standing_of_appointment WHERE row_id IN (SELECT id FROM appointment WHERE patient_id = NEW.patient_id AND status = 'noshow');  END;

CREATE TRIGGER work_standing_missed_changed AFTER UPDATE OF patient_id, starts_at, status, practitioner_id, with_text, service_request_id, removed_at, import_id ON appointment BEGIN DELETE FROM work_standing WHERE kind = 'appointment' AND row_id IN (NEW.id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id FROM work_standing_of_appointment WHERE row_id IN (NEW.id); DELETE FROM work_standing WHERE kind = 'appointment' AND row_id IN (SELECT id FROM appointment WHERE patient_id = NEW.patient_id AND status = 'noshow'); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id FROM work_standing_of_appointment WHERE row_id IN (SELECT id FROM appointment WHERE patient_id = NEW.patient_id AND status = 'noshow');  END;

CREATE TRIGGER work_standing_missed_purged AFTER DELETE ON appointment BEGIN DELETE FROM work_standing WHERE kind = 'appointment' AND row_id IN (OLD.id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id FROM work_standing_of_appointment WHERE row_id IN (OLD.id); DELETE FROM work_standing WHERE kind = 'appointment' AND row_id IN (SELECT id FROM appointment WHERE patient_id = OLD.patient_id AND status = 'noshow'); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id FROM work_standing_of_appointment WHERE row_id IN (SELECT id FROM appointment WHERE patient_id = OLD.patient_id AND status = 'noshow');  END;

CREATE TRIGGER work_standing_patient_changed AFTER UPDATE OF deceased, coordinator_id ON patient BEGIN DELETE FROM work_standing WHERE kind = 'referral' AND row_id IN (SELECT id FROM service_request WHERE patient_id = NEW.id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id FROM work_standing_of_referral WHERE row_id IN (SELECT id FROM service_request WHERE patient_id = NEW.id); DELETE FROM work_standing WHERE kind = 'plan_action' AND row_id IN (SELECT id FROM plan_action WHERE patient_id = NEW.id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id FROM work_standing_of_plan_action WHERE row_id IN (SELECT id FROM plan_action WHERE patient_id = NEW.id); DELETE FROM work_standing WHERE kind = 'task' AND row_id IN (SELECT id FROM task WHERE patient_id = NEW.id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id FROM work_standing_of_task WHERE row_id IN (SELECT id FROM task WHERE patient_id = NEW.id); DELETE FROM work_standing WHERE kind = 'appointment' AND row_id IN (SELECT id FROM appointment WHERE patient_id = NEW.id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id FROM work_standing_of_appointment WHERE row_id IN (SELECT id FROM appointment WHERE patient_id = NEW.id);  END;

CREATE TRIGGER work_standing_plan_action_added AFTER INSERT ON plan_action WHEN NEW.due_on IS NOT NULL BEGIN DELETE FROM work_standing WHERE kind = 'plan_action' AND row_id IN (NEW.id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id FROM work_standing_of_plan_action WHERE row_id IN (NEW.id);  END;

CREATE TRIGGER work_standing_plan_action_changed AFTER UPDATE OF patient_id, status, removed_at, due_on, held_until, urgent, import_id, owner_kind, owner_name, owner_user_id ON plan_action BEGIN DELETE FROM work_standing WHERE kind = 'plan_action' AND row_id IN (NEW.id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id FROM work_standing_of_plan_action WHERE row_id IN (NEW.id);  END;

CREATE TRIGGER work_standing_plan_action_purged AFTER DELETE ON plan_action BEGIN DELETE FROM work_standing WHERE kind = 'plan_action' AND row_id IN (OLD.id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id FROM work_standing_of_plan_action WHERE row_id IN (OLD.id);  END;

CREATE TRIGGER work_standing_referral_added AFTER INSERT ON service_request WHEN NEW.is_referral BEGIN DELETE FROM work_standing WHERE kind = 'referral' AND row_id IN (NEW.id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id FROM work_standing_of_referral WHERE row_id IN (NEW.id);  END;

CREATE TRIGGER work_standing_referral_changed AFTER UPDATE OF patient_id, is_referral, status, removed_at, ordered_on, urgency, closed_on, source_id, import_id, owner_kind, owner_name, owner_user_id ON service_request BEGIN DELETE FROM work_standing WHERE kind = 'referral' AND row_id IN (NEW.id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id FROM work_standing_of_referral WHERE row_id IN (NEW.id);  END;

CREATE TRIGGER work_standing_referral_purged AFTER DELETE ON service_request BEGIN DELETE FROM work_standing WHERE kind = 'referral' AND row_id IN (OLD.id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id FROM work_standing_of_referral WHERE row_id IN (OLD.id);  END;

CREATE TRIGGER work_standing_task_added AFTER INSERT ON task WHEN NEW.due_on IS NOT NULL BEGIN DELETE FROM work_standing WHERE kind = 'task' AND row_id IN (NEW.id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id FROM work_standing_of_task WHERE row_id IN (NEW.id);  END;

CREATE TRIGGER work_standing_task_changed AFTER UPDATE OF patient_id, status, removed_at, due_on, held_until, service_request_id, import_id, owner_kind, owner_name, owner_user_id ON task BEGIN DELETE FROM work_standing WHERE kind = 'task' AND row_id IN (NEW.id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id FROM work_standing_of_task WHERE row_id IN (NEW.id);  END;

CREATE TRIGGER work_standing_task_purged AFTER DELETE ON task BEGIN DELETE FROM work_standing WHERE kind = 'task' AND row_id IN (OLD.id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id FROM work_standing_of_task WHERE row_id IN (OLD.id);  END;

CREATE TRIGGER work_standing_visit_added AFTER INSERT ON appointment WHEN NEW.service_request_id IS NOT NULL BEGIN DELETE FROM work_standing WHERE kind = 'referral' AND row_id IN (NEW.service_request_id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id FROM work_standing_of_referral WHERE row_id IN (NEW.service_request_id);  END;

CREATE TRIGGER work_standing_visit_changed AFTER UPDATE OF service_request_id, removed_at, import_id, status, starts_at ON appointment WHEN coalesce(NEW.service_request_id, OLD.service_request_id) IS NOT NULL BEGIN DELETE FROM work_standing WHERE kind = 'referral' AND row_id IN (OLD.service_request_id, NEW.service_request_id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id FROM work_standing_of_referral WHERE row_id IN (OLD.service_request_id, NEW.service_request_id);  END;

CREATE TRIGGER work_standing_visit_purged AFTER DELETE ON appointment WHEN OLD.service_request_id IS NOT NULL BEGIN DELETE FROM work_standing WHERE kind = 'referral' AND row_id IN (OLD.service_request_id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id FROM work_standing_of_referral WHERE row_id IN (OLD.service_request_id);  END;

CREATE TRIGGER work_standing_worklist_hold_added AFTER INSERT ON worklist_hold WHEN NEW.item_key LIKE 'appointment:%' BEGIN DELETE FROM work_standing WHERE kind = 'appointment' AND row_id IN (CAST(substr(NEW.item_key, 13) AS INTEGER)); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id FROM work_standing_of_appointment WHERE row_id IN (CAST(substr(NEW.item_key, 13) AS INTEGER));  END;

CREATE TRIGGER work_standing_worklist_hold_changed AFTER UPDATE OF item_key, removed_at, held_until, done_on ON worklist_hold WHEN NEW.item_key LIKE 'appointment:%' BEGIN DELETE FROM work_standing WHERE kind = 'appointment' AND row_id IN (CAST(substr(OLD.item_key, 13) AS INTEGER), CAST(substr(NEW.item_key, 13) AS INTEGER)); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id FROM work_standing_of_appointment WHERE row_id IN (CAST(substr(OLD.item_key, 13) AS INTEGER), CAST(substr(NEW.item_key, 13) AS INTEGER));  END;

CREATE TRIGGER work_standing_worklist_hold_purged AFTER DELETE ON worklist_hold WHEN OLD.item_key LIKE 'appointment:%' BEGIN DELETE FROM work_standing WHERE kind = 'appointment' AND row_id IN (CAST(substr(OLD.item_key, 13) AS INTEGER)); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id FROM work_standing_of_appointment WHERE row_id IN (CAST(substr(OLD.item_key, 13) AS INTEGER));  END;

