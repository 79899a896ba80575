CREATE TABLE site (
  name VARCHAR NOT NULL,
  address VARCHAR,
  phone VARCHAR,
  fax VARCHAR,
  time_zone VARCHAR,
  directions VARCHAR,
  position INTEGER NOT NULL,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  CONSTRAINT pk_site PRIMARY KEY (id)
);

CREATE TABLE policy_setting (
  name VARCHAR NOT NULL,
  value JSON NOT NULL,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  CONSTRAINT pk_policy_setting PRIMARY KEY (id),
  CONSTRAINT uq_policy_setting_name UNIQUE (name)
);

CREATE TABLE content_confirmation (
  kind VARCHAR NOT NULL,
  content_id VARCHAR NOT NULL,
  content_version VARCHAR,
  language VARCHAR,
  digest VARCHAR NOT NULL,
  confirmed_by VARCHAR NOT NULL,
  confirmed_role VARCHAR,
  confirmed_on VARCHAR(10) NOT NULL,
  note VARCHAR,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  CONSTRAINT pk_content_confirmation PRIMARY KEY (id)
);

CREATE TABLE backup_record (
  made_at VARCHAR(20) NOT NULL,
  how VARCHAR NOT NULL,
  path VARCHAR NOT NULL,
  size_bytes INTEGER,
  rows INTEGER,
  seq INTEGER,
  verified_at VARCHAR(20),
  problem VARCHAR,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  CONSTRAINT pk_backup_record PRIMARY KEY (id)
);

CREATE TABLE site_hours (
  site_id INTEGER NOT NULL,
  weekday INTEGER NOT NULL,
  opens VARCHAR NOT NULL,
  closes VARCHAR NOT NULL,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  CONSTRAINT pk_site_hours PRIMARY KEY (id),
  CONSTRAINT fk_site_hours_site_id FOREIGN KEY(site_id) REFERENCES site (id)
);

CREATE TABLE closure (
  site_id INTEGER,
  name VARCHAR NOT NULL,
  kind VARCHAR NOT NULL,
  starts_on VARCHAR(10) NOT NULL,
  ends_on VARCHAR(10) NOT NULL,
  open_anyway BOOLEAN NOT NULL,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  CONSTRAINT pk_closure PRIMARY KEY (id),
  CONSTRAINT fk_closure_site_id FOREIGN KEY(site_id) REFERENCES site (id)
);

CREATE TABLE room (
  name VARCHAR NOT NULL,
  site_id INTEGER,
  kind VARCHAR,
  note VARCHAR,
  position INTEGER NOT NULL,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  CONSTRAINT pk_room PRIMARY KEY (id),
  CONSTRAINT fk_room_site_id FOREIGN KEY(site_id) REFERENCES site (id)
);

CREATE TABLE diagnostic_report (
  category VARCHAR,
  effective_when VARCHAR,
  issued_when VARCHAR,
  conclusion VARCHAR,
  results JSON,
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
  CONSTRAINT pk_diagnostic_report PRIMARY KEY (id),
  CONSTRAINT fk_diagnostic_report_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id),
  CONSTRAINT fk_diagnostic_report_import_id FOREIGN KEY(import_id) REFERENCES import_batch (id),
  CONSTRAINT fk_diagnostic_report_source_id FOREIGN KEY(source_id) REFERENCES source_resource (id)
);

CREATE TABLE family_member_history (
  relationship_text VARCHAR,
  relationship_code VARCHAR,
  name VARCHAR,
  sex VARCHAR,
  born_when VARCHAR,
  deceased BOOLEAN,
  deceased_when VARCHAR,
  conditions JSON,
  note VARCHAR,
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
  CONSTRAINT pk_family_member_history PRIMARY KEY (id),
  CONSTRAINT fk_family_member_history_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id),
  CONSTRAINT fk_family_member_history_import_id FOREIGN KEY(import_id) REFERENCES import_batch (id),
  CONSTRAINT fk_family_member_history_source_id FOREIGN KEY(source_id) REFERENCES source_resource (id)
);

CREATE TABLE device (
  udi VARCHAR,
  serial_number VARCHAR,
  lot_number VARCHAR,
  manufacturer VARCHAR,
  made_when VARCHAR,
  expires_when VARCHAR,
  note VARCHAR,
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
  CONSTRAINT pk_device PRIMARY KEY (id),
  CONSTRAINT fk_device_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id),
  CONSTRAINT fk_device_import_id FOREIGN KEY(import_id) REFERENCES import_batch (id),
  CONSTRAINT fk_device_source_id FOREIGN KEY(source_id) REFERENCES source_resource (id)
);

CREATE TABLE communication (
  category VARCHAR,
  medium VARCHAR,
  sent_when VARCHAR,
  received_when VARCHAR,
  sender VARCHAR,
  recipient VARCHAR,
  message VARCHAR,
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
  CONSTRAINT pk_communication PRIMARY KEY (id),
  CONSTRAINT fk_communication_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id),
  CONSTRAINT fk_communication_import_id FOREIGN KEY(import_id) REFERENCES import_batch (id),
  CONSTRAINT fk_communication_source_id FOREIGN KEY(source_id) REFERENCES source_resource (id)
);

CREATE TABLE medication_dispense (
  medication_source VARCHAR,
  handed_over_when VARCHAR,
  quantity FLOAT,
  quantity_unit VARCHAR,
  days_supply FLOAT,
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
  CONSTRAINT pk_medication_dispense PRIMARY KEY (id),
  CONSTRAINT fk_medication_dispense_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id),
  CONSTRAINT fk_medication_dispense_import_id FOREIGN KEY(import_id) REFERENCES import_batch (id),
  CONSTRAINT fk_medication_dispense_source_id FOREIGN KEY(source_id) REFERENCES source_resource (id)
);

CREATE TABLE provenance (
  activity VARCHAR,
  targets JSON,
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
  CONSTRAINT pk_provenance PRIMARY KEY (id),
  CONSTRAINT fk_provenance_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id),
  CONSTRAINT fk_provenance_import_id FOREIGN KEY(import_id) REFERENCES import_batch (id),
  CONSTRAINT fk_provenance_source_id FOREIGN KEY(source_id) REFERENCES source_resource (id)
);

CREATE TABLE coverage (
  payer VARCHAR,
  kind VARCHAR,
  member_id VARCHAR,
  group_number VARCHAR,
  subscriber VARCHAR,
  relationship_text VARCHAR,
  phone VARCHAR,
  starts_on VARCHAR,
  ends_on VARCHAR,
  position INTEGER,
  note VARCHAR,
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
  CONSTRAINT pk_coverage PRIMARY KEY (id),
  CONSTRAINT fk_coverage_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id),
  CONSTRAINT fk_coverage_import_id FOREIGN KEY(import_id) REFERENCES import_batch (id),
  CONSTRAINT fk_coverage_source_id FOREIGN KEY(source_id) REFERENCES source_resource (id)
);

CREATE TABLE flag (
  category VARCHAR,
  severity VARCHAR,
  clinical BOOLEAN,
  when_booking BOOLEAN,
  starts_on VARCHAR,
  ends_on VARCHAR,
  note VARCHAR,
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
  CONSTRAINT pk_flag PRIMARY KEY (id),
  CONSTRAINT fk_flag_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id),
  CONSTRAINT fk_flag_import_id FOREIGN KEY(import_id) REFERENCES import_batch (id),
  CONSTRAINT fk_flag_source_id FOREIGN KEY(source_id) REFERENCES source_resource (id)
);

CREATE TABLE claim (
  kind VARCHAR NOT NULL,
  use VARCHAR,
  category VARCHAR,
  outcome VARCHAR,
  starts_when VARCHAR,
  ends_when VARCHAR,
  insurer VARCHAR,
  provider VARCHAR,
  currency VARCHAR,
  submitted FLOAT,
  allowed FLOAT,
  paid FLOAT,
  patient_paid FLOAT,
  items JSON,
  diagnoses JSON,
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
  CONSTRAINT pk_claim PRIMARY KEY (id),
  CONSTRAINT fk_claim_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id),
  CONSTRAINT fk_claim_import_id FOREIGN KEY(import_id) REFERENCES import_batch (id),
  CONSTRAINT fk_claim_source_id FOREIGN KEY(source_id) REFERENCES source_resource (id)
);

CREATE TABLE patient_photo (
  content_type VARCHAR NOT NULL,
  data BLOB NOT NULL,
  taken_on VARCHAR(10),
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
  CONSTRAINT pk_patient_photo PRIMARY KEY (id),
  CONSTRAINT fk_patient_photo_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id),
  CONSTRAINT fk_patient_photo_import_id FOREIGN KEY(import_id) REFERENCES import_batch (id),
  CONSTRAINT fk_patient_photo_source_id FOREIGN KEY(source_id) REFERENCES source_resource (id)
);

CREATE TABLE patient_merge (
  survivor_id INTEGER NOT NULL,
  merged_id INTEGER NOT NULL,
  at VARCHAR(20) NOT NULL,
  by_user_id INTEGER,
  reason VARCHAR,
  moved JSON,
  undone_at VARCHAR(20),
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  CONSTRAINT pk_patient_merge PRIMARY KEY (id),
  CONSTRAINT fk_patient_merge_survivor_id FOREIGN KEY(survivor_id) REFERENCES patient (id),
  CONSTRAINT fk_patient_merge_merged_id FOREIGN KEY(merged_id) REFERENCES patient (id),
  CONSTRAINT fk_patient_merge_by_user_id FOREIGN KEY(by_user_id) REFERENCES user_account (id)
);

CREATE TABLE healthcare_service (
  organization_id INTEGER,
  name VARCHAR NOT NULL,
  category VARCHAR,
  phone VARCHAR,
  fax VARCHAR,
  email VARCHAR,
  address VARCHAR,
  hours_text VARCHAR,
  referral_how VARCHAR,
  languages JSON,
  insurances VARCHAR,
  wait_text VARCHAR,
  note VARCHAR,
  sensitive BOOLEAN NOT NULL,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  import_id INTEGER,
  source_id INTEGER,
  CONSTRAINT pk_healthcare_service PRIMARY KEY (id),
  CONSTRAINT fk_healthcare_service_organization_id FOREIGN KEY(organization_id) REFERENCES organization (id),
  CONSTRAINT fk_healthcare_service_import_id FOREIGN KEY(import_id) REFERENCES import_batch (id),
  CONSTRAINT fk_healthcare_service_source_id FOREIGN KEY(source_id) REFERENCES source_resource (id)
);

CREATE TABLE medication_adherence (
  patient_id INTEGER NOT NULL,
  medication_entry_id INTEGER NOT NULL,
  asked_on VARCHAR(10) NOT NULL,
  taking VARCHAR NOT NULL,
  missed_doses INTEGER,
  missed_days INTEGER,
  reason VARCHAR,
  reason_text VARCHAR,
  last_refill_on VARCHAR(10),
  asked_by VARCHAR,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  import_id INTEGER,
  source_id INTEGER,
  CONSTRAINT pk_medication_adherence PRIMARY KEY (id),
  CONSTRAINT fk_medication_adherence_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id),
  CONSTRAINT fk_medication_adherence_medication_entry_id FOREIGN KEY(medication_entry_id) REFERENCES medication_entry (id),
  CONSTRAINT fk_medication_adherence_import_id FOREIGN KEY(import_id) REFERENCES import_batch (id),
  CONSTRAINT fk_medication_adherence_source_id FOREIGN KEY(source_id) REFERENCES source_resource (id)
);

CREATE TABLE absence (
  practitioner_id INTEGER,
  room_id INTEGER,
  starts_on VARCHAR(10) NOT NULL,
  ends_on VARCHAR(10) NOT NULL,
  starts_at VARCHAR,
  ends_at VARCHAR,
  reason VARCHAR,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  CONSTRAINT pk_absence PRIMARY KEY (id),
  CONSTRAINT fk_absence_practitioner_id FOREIGN KEY(practitioner_id) REFERENCES practitioner (id),
  CONSTRAINT fk_absence_room_id FOREIGN KEY(room_id) REFERENCES room (id)
);

CREATE TABLE document (
  kind VARCHAR,
  category VARCHAR,
  created_when VARCHAR,
  received_at VARCHAR(20),
  description VARCHAR,
  encounter_source VARCHAR,
  encounter_id INTEGER,
  service_request_id INTEGER,
  sensitive BOOLEAN,
  reviewed_at VARCHAR(20),
  reviewed_by_id INTEGER,
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
  CONSTRAINT pk_document PRIMARY KEY (id),
  CONSTRAINT fk_document_encounter_id FOREIGN KEY(encounter_id) REFERENCES encounter (id),
  CONSTRAINT fk_document_service_request_id FOREIGN KEY(service_request_id) REFERENCES service_request (id),
  CONSTRAINT fk_document_reviewed_by_id FOREIGN KEY(reviewed_by_id) REFERENCES user_account (id),
  CONSTRAINT fk_document_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id),
  CONSTRAINT fk_document_import_id FOREIGN KEY(import_id) REFERENCES import_batch (id),
  CONSTRAINT fk_document_source_id FOREIGN KEY(source_id) REFERENCES source_resource (id)
);

CREATE TABLE consent (
  scope VARCHAR,
  category VARCHAR,
  decision VARCHAR,
  purpose VARCHAR,
  covers JSON,
  recipients JSON,
  given_on VARCHAR,
  given_by VARCHAR,
  given_how VARCHAR,
  taken_by VARCHAR,
  starts_on VARCHAR,
  expires_on VARCHAR,
  revoked_on VARCHAR,
  revoked_reason VARCHAR,
  document_id INTEGER,
  note VARCHAR,
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
  CONSTRAINT pk_consent PRIMARY KEY (id),
  CONSTRAINT fk_consent_document_id FOREIGN KEY(document_id) REFERENCES document (id),
  CONSTRAINT fk_consent_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id),
  CONSTRAINT fk_consent_import_id FOREIGN KEY(import_id) REFERENCES import_batch (id),
  CONSTRAINT fk_consent_source_id FOREIGN KEY(source_id) REFERENCES source_resource (id)
);

CREATE TABLE document_content (
  document_id INTEGER NOT NULL,
  patient_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  content_type VARCHAR,
  title VARCHAR,
  language VARCHAR,
  url VARCHAR,
  size_bytes INTEGER,
  sha256 VARCHAR,
  data BLOB,
  plain_text VARCHAR,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  import_id INTEGER,
  source_id INTEGER,
  CONSTRAINT pk_document_content PRIMARY KEY (id),
  CONSTRAINT fk_document_content_document_id FOREIGN KEY(document_id) REFERENCES document (id),
  CONSTRAINT fk_document_content_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id),
  CONSTRAINT fk_document_content_import_id FOREIGN KEY(import_id) REFERENCES import_batch (id),
  CONSTRAINT fk_document_content_source_id FOREIGN KEY(source_id) REFERENCES source_resource (id)
);

CREATE TABLE patient_match_key (patient_id INTEGER NOT NULL, key TEXT NOT NULL, PRIMARY KEY (patient_id, key)) WITHOUT ROWID;

CREATE TABLE patient_match_due (patient_id INTEGER PRIMARY KEY);

CREATE TABLE match_pair (patient_id INTEGER NOT NULL, other_patient_id INTEGER NOT NULL, rank INTEGER NOT NULL, score REAL NOT NULL, reasons TEXT NOT NULL, PRIMARY KEY (patient_id, other_patient_id), CHECK (patient_id < other_patient_id)) WITHOUT ROWID;

ALTER TABLE "user_account" ADD COLUMN email VARCHAR;

ALTER TABLE "user_account" ADD COLUMN phone VARCHAR;

ALTER TABLE "user_account" ADD COLUMN job_title VARCHAR;

ALTER TABLE "import_batch" ADD COLUMN undone_at VARCHAR(20);

ALTER TABLE "import_batch" ADD COLUMN undone_by_id INTEGER;

ALTER TABLE "practice" ADD COLUMN fax VARCHAR;

ALTER TABLE "practice" ADD COLUMN email VARCHAR;

ALTER TABLE "practice" ADD COLUMN website VARCHAR;

ALTER TABLE "practice" ADD COLUMN photos_enabled BOOLEAN;

ALTER TABLE "practice" ADD COLUMN lock_minutes INTEGER;

ALTER TABLE "practice" ADD COLUMN backup_folder VARCHAR;

ALTER TABLE "practice" ADD COLUMN backup_keep INTEGER;

ALTER TABLE "practice" ADD COLUMN backup_at_quit BOOLEAN;

ALTER TABLE "practice" ADD COLUMN uses_keyring BOOLEAN;

ALTER TABLE "practice" ADD COLUMN verified_at VARCHAR(20);

ALTER TABLE "practice" ADD COLUMN verified_ok BOOLEAN;

ALTER TABLE "practice" ADD COLUMN lineage VARCHAR;

ALTER TABLE "appointment_type" ADD COLUMN own_phrases JSON;

ALTER TABLE "appointment_type" ADD COLUMN own_bring JSON;

ALTER TABLE "appointment_type" ADD COLUMN buffer_before INTEGER;

ALTER TABLE "appointment_type" ADD COLUMN buffer_after INTEGER;

ALTER TABLE "appointment_type" ADD COLUMN room_kind VARCHAR;

ALTER TABLE "appointment_type" ADD COLUMN for_new_patients BOOLEAN;

ALTER TABLE "appointment_type" ADD COLUMN color VARCHAR;

ALTER TABLE "appointment_type" ADD COLUMN position INTEGER;

ALTER TABLE "appointment_type" ADD COLUMN note VARCHAR;

ALTER TABLE "patient" ADD COLUMN birth_sex VARCHAR;

ALTER TABLE "patient" ADD COLUMN pronouns VARCHAR;

ALTER TABLE "patient" ADD COLUMN sexual_orientation VARCHAR;

ALTER TABLE "patient" ADD COLUMN race JSON;

ALTER TABLE "patient" ADD COLUMN ethnicity JSON;

ALTER TABLE "patient" ADD COLUMN marital_status VARCHAR;

ALTER TABLE "patient" ADD COLUMN multiple_birth INTEGER;

ALTER TABLE "patient" ADD COLUMN interpreter_language VARCHAR;

ALTER TABLE "patient" ADD COLUMN preferred_channel VARCHAR;

ALTER TABLE "patient" ADD COLUMN voicemail_rule VARCHAR;

ALTER TABLE "patient" ADD COLUMN do_not_call BOOLEAN;

ALTER TABLE "patient" ADD COLUMN contact_note VARCHAR;

ALTER TABLE "patient" ADD COLUMN deceased_note VARCHAR;

ALTER TABLE "patient" ADD COLUMN merged_into_id INTEGER REFERENCES "patient" (id);

ALTER TABLE "organization" ADD COLUMN kind VARCHAR;

ALTER TABLE "organization" ADD COLUMN email VARCHAR;

ALTER TABLE "organization" ADD COLUMN website VARCHAR;

ALTER TABLE "organization" ADD COLUMN note VARCHAR;

ALTER TABLE "organization" ADD COLUMN languages JSON;

ALTER TABLE "organization" ADD COLUMN referral_how VARCHAR;

ALTER TABLE "organization" ADD COLUMN wait_text VARCHAR;

ALTER TABLE "organization" ADD COLUMN hours_text VARCHAR;

ALTER TABLE "condition" ADD COLUMN note VARCHAR;

ALTER TABLE "condition" ADD COLUMN encounter_source VARCHAR;

ALTER TABLE "allergy_intolerance" ADD COLUMN note VARCHAR;

ALTER TABLE "medication_entry" ADD COLUMN status_reason VARCHAR;

ALTER TABLE "medication_entry" ADD COLUMN note VARCHAR;

ALTER TABLE "medication_entry" ADD COLUMN refills INTEGER;

ALTER TABLE "medication_entry" ADD COLUMN days_supply FLOAT;

ALTER TABLE "medication_entry" ADD COLUMN encounter_source VARCHAR;

ALTER TABLE "observation" ADD COLUMN reference_text VARCHAR;

ALTER TABLE "observation" ADD COLUMN note VARCHAR;

ALTER TABLE "observation" ADD COLUMN body_site VARCHAR;

ALTER TABLE "observation" ADD COLUMN method VARCHAR;

ALTER TABLE "observation" ADD COLUMN specimen VARCHAR;

ALTER TABLE "observation" ADD COLUMN members JSON;

ALTER TABLE "encounter" ADD COLUMN admitted_from VARCHAR;

ALTER TABLE "encounter" ADD COLUMN priority VARCHAR;

ALTER TABLE "encounter" ADD COLUMN note VARCHAR;

ALTER TABLE "procedure" ADD COLUMN reason VARCHAR;

ALTER TABLE "procedure" ADD COLUMN outcome VARCHAR;

ALTER TABLE "procedure" ADD COLUMN note VARCHAR;

ALTER TABLE "procedure" ADD COLUMN encounter_source VARCHAR;

ALTER TABLE "immunization" ADD COLUMN lot_number VARCHAR;

ALTER TABLE "immunization" ADD COLUMN dose_text VARCHAR;

ALTER TABLE "immunization" ADD COLUMN note VARCHAR;

ALTER TABLE "patient_telecom" ADD COLUMN rank INTEGER;

ALTER TABLE "patient_telecom" ADD COLUMN starts_on VARCHAR;

ALTER TABLE "patient_telecom" ADD COLUMN ends_on VARCHAR;

ALTER TABLE "patient_telecom" ADD COLUMN note VARCHAR;

ALTER TABLE "patient_address" ADD COLUMN text VARCHAR;

ALTER TABLE "patient_address" ADD COLUMN starts_on VARCHAR;

ALTER TABLE "patient_address" ADD COLUMN ends_on VARCHAR;

ALTER TABLE "patient_contact" ADD COLUMN relationship_code VARCHAR;

ALTER TABLE "patient_contact" ADD COLUMN email VARCHAR;

ALTER TABLE "patient_contact" ADD COLUMN address VARCHAR;

ALTER TABLE "patient_contact" ADD COLUMN language VARCHAR;

ALTER TABLE "patient_contact" ADD COLUMN sex VARCHAR;

ALTER TABLE "patient_contact" ADD COLUMN birth_date VARCHAR;

ALTER TABLE "patient_contact" ADD COLUMN organization VARCHAR;

ALTER TABLE "patient_contact" ADD COLUMN is_emergency BOOLEAN;

ALTER TABLE "patient_contact" ADD COLUMN authority VARCHAR;

ALTER TABLE "patient_contact" ADD COLUMN may JSON;

ALTER TABLE "patient_contact" ADD COLUMN may_not JSON;

ALTER TABLE "patient_contact" ADD COLUMN starts_on VARCHAR;

ALTER TABLE "patient_contact" ADD COLUMN ends_on VARCHAR;

ALTER TABLE "patient_contact" ADD COLUMN note VARCHAR;

ALTER TABLE "match_candidate" ADD COLUMN score FLOAT;

ALTER TABLE "match_candidate" ADD COLUMN decided_at VARCHAR(20);

ALTER TABLE "match_candidate" ADD COLUMN decided_by_id INTEGER REFERENCES "user_account" (id);

ALTER TABLE "practitioner" ADD COLUMN npi VARCHAR;

ALTER TABLE "practitioner" ADD COLUMN email VARCHAR;

ALTER TABLE "practitioner" ADD COLUMN languages JSON;

ALTER TABLE "practitioner" ADD COLUMN note VARCHAR;

ALTER TABLE "practitioner" ADD COLUMN referral_how VARCHAR;

ALTER TABLE "practitioner" ADD COLUMN wait_text VARCHAR;

ALTER TABLE "practitioner" ADD COLUMN default_site_id INTEGER REFERENCES "site" (id);

ALTER TABLE "practitioner" ADD COLUMN default_room_id INTEGER REFERENCES "room" (id);

ALTER TABLE "practitioner" ADD COLUMN left_on VARCHAR(10);

ALTER TABLE "observation_component" ADD COLUMN value_comparator VARCHAR;

ALTER TABLE "observation_component" ADD COLUMN interpretation VARCHAR;

ALTER TABLE "observation_component" ADD COLUMN reference_low FLOAT;

ALTER TABLE "observation_component" ADD COLUMN reference_high FLOAT;

ALTER TABLE "observation_component" ADD COLUMN reference_text VARCHAR;

ALTER TABLE "observation_component" ADD COLUMN absent_reason VARCHAR;

ALTER TABLE "working_hours" ADD COLUMN kind VARCHAR;

ALTER TABLE "working_hours" ADD COLUMN site_id INTEGER REFERENCES "site" (id);

ALTER TABLE "working_hours" ADD COLUMN room_id INTEGER REFERENCES "room" (id);

ALTER TABLE "working_hours" ADD COLUMN starts_on VARCHAR(10);

ALTER TABLE "working_hours" ADD COLUMN ends_on VARCHAR(10);

ALTER TABLE "working_hours" ADD COLUMN every_weeks INTEGER;

ALTER TABLE "appointment" ADD COLUMN site_id INTEGER REFERENCES "site" (id);

ALTER TABLE "appointment" ADD COLUMN room_id INTEGER REFERENCES "room" (id);

CREATE INDEX ix_absence_practitioner_id_starts_on ON absence (practitioner_id, starts_on);

CREATE INDEX ix_absence_room_id ON absence (room_id);

CREATE INDEX ix_backup_record_made_at ON backup_record (made_at);

CREATE INDEX ix_claim_import_id ON claim (import_id);

CREATE INDEX ix_claim_patient_id ON claim (patient_id);

CREATE INDEX ix_claim_patient_id_starts_when ON claim (patient_id, starts_when);

CREATE INDEX ix_claim_source_id ON claim (source_id);

CREATE INDEX ix_closure_site_id ON closure (site_id);

CREATE INDEX ix_closure_starts_on ON closure (starts_on);

CREATE INDEX ix_communication_import_id ON communication (import_id);

CREATE INDEX ix_communication_patient_id ON communication (patient_id);

CREATE INDEX ix_communication_source_id ON communication (source_id);

CREATE INDEX ix_consent_document_id ON consent (document_id);

CREATE INDEX ix_consent_import_id ON consent (import_id);

CREATE INDEX ix_consent_patient_id ON consent (patient_id);

CREATE INDEX ix_consent_source_id ON consent (source_id);

CREATE INDEX ix_content_confirmation_kind_content_id ON content_confirmation (kind, content_id);

CREATE INDEX ix_coverage_import_id ON coverage (import_id);

CREATE INDEX ix_coverage_patient_id ON coverage (patient_id);

CREATE INDEX ix_coverage_source_id ON coverage (source_id);

CREATE INDEX ix_device_import_id ON device (import_id);

CREATE INDEX ix_device_patient_id ON device (patient_id);

CREATE INDEX ix_device_source_id ON device (source_id);

CREATE INDEX ix_diagnostic_report_import_id ON diagnostic_report (import_id);

CREATE INDEX ix_diagnostic_report_patient_id ON diagnostic_report (patient_id);

CREATE INDEX ix_diagnostic_report_source_id ON diagnostic_report (source_id);

CREATE INDEX ix_document_content_document_id ON document_content (document_id);

CREATE INDEX ix_document_content_import_id ON document_content (import_id);

CREATE INDEX ix_document_content_patient_id ON document_content (patient_id);

CREATE INDEX ix_document_content_source_id ON document_content (source_id);

CREATE INDEX ix_document_encounter_id ON document (encounter_id);

CREATE INDEX ix_document_import_id ON document (import_id);

CREATE INDEX ix_document_patient_id ON document (patient_id);

CREATE INDEX ix_document_patient_id_created_when ON document (patient_id, created_when);

CREATE INDEX ix_document_service_request_id ON document (service_request_id);

CREATE INDEX ix_document_source_id ON document (source_id);

CREATE INDEX ix_family_member_history_import_id ON family_member_history (import_id);

CREATE INDEX ix_family_member_history_patient_id ON family_member_history (patient_id);

CREATE INDEX ix_family_member_history_source_id ON family_member_history (source_id);

CREATE INDEX ix_flag_import_id ON flag (import_id);

CREATE INDEX ix_flag_patient_id ON flag (patient_id);

CREATE INDEX ix_flag_source_id ON flag (source_id);

CREATE INDEX ix_healthcare_service_import_id ON healthcare_service (import_id);

CREATE INDEX ix_healthcare_service_organization_id ON healthcare_service (organization_id);

CREATE INDEX ix_healthcare_service_source_id ON healthcare_service (source_id);

CREATE INDEX ix_match_pair_other_patient_id ON match_pair (other_patient_id);

CREATE INDEX ix_match_pair_rank ON match_pair (rank, score DESC);

CREATE INDEX ix_medication_adherence_import_id ON medication_adherence (import_id);

CREATE INDEX ix_medication_adherence_medication_entry_id ON medication_adherence (medication_entry_id);

CREATE INDEX ix_medication_adherence_patient_id ON medication_adherence (patient_id);

CREATE INDEX ix_medication_adherence_source_id ON medication_adherence (source_id);

CREATE INDEX ix_medication_dispense_import_id ON medication_dispense (import_id);

CREATE INDEX ix_medication_dispense_patient_id ON medication_dispense (patient_id);

CREATE INDEX ix_medication_dispense_source_id ON medication_dispense (source_id);

CREATE INDEX ix_patient_match_key_key ON patient_match_key (key);

CREATE INDEX ix_patient_merge_merged_id ON patient_merge (merged_id);

CREATE INDEX ix_patient_merge_survivor_id ON patient_merge (survivor_id);

CREATE INDEX ix_patient_merged_into_id ON patient (merged_into_id);

CREATE INDEX ix_patient_photo_import_id ON patient_photo (import_id);

CREATE INDEX ix_patient_photo_patient_id ON patient_photo (patient_id);

CREATE INDEX ix_patient_photo_source_id ON patient_photo (source_id);

CREATE INDEX ix_provenance_import_id ON provenance (import_id);

CREATE INDEX ix_provenance_patient_id ON provenance (patient_id);

CREATE INDEX ix_provenance_source_id ON provenance (source_id);

CREATE INDEX ix_room_site_id ON room (site_id);

CREATE INDEX ix_site_hours_site_id ON site_hours (site_id);

CREATE TRIGGER patient_match_patient_added AFTER INSERT ON patient BEGIN INSERT INTO patient_match_due (patient_id) SELECT NEW.id WHERE NOT EXISTS (SELECT 1 FROM patient_match_due AS d WHERE d.patient_id = NEW.id);  END;

CREATE TRIGGER patient_match_patient_address_added AFTER INSERT ON patient_address BEGIN INSERT INTO patient_match_due (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM patient_match_due AS d WHERE d.patient_id = NEW.patient_id);  END;

CREATE TRIGGER patient_match_patient_address_changed AFTER UPDATE OF patient_id, line, city, postal_code, removed_at ON patient_address BEGIN INSERT INTO patient_match_due (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM patient_match_due AS d WHERE d.patient_id = OLD.patient_id); INSERT INTO patient_match_due (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM patient_match_due AS d WHERE d.patient_id = NEW.patient_id);  END;

CREATE TRIGGER patient_match_patient_address_purged AFTER DELETE ON patient_address BEGIN INSERT INTO patient_match_due (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM patient_match_due AS d WHERE d.patient_id = OLD.patient_id);  END;

CREATE TRIGGER patient_match_patient_changed AFTER UPDATE OF family, given, preferred_name, suffix, birth_date, sex, multiple_birth, deceased, deceased_on, import_id, removed_at ON patient BEGIN INSERT INTO patient_match_due (patient_id) SELECT NEW.id WHERE NOT EXISTS (SELECT 1 FROM patient_match_due AS d WHERE d.patient_id = NEW.id);  END;

CREATE TRIGGER patient_match_patient_identifier_added AFTER INSERT ON patient_identifier BEGIN INSERT INTO patient_match_due (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM patient_match_due AS d WHERE d.patient_id = NEW.patient_id);  END;

CREATE TRIGGER patient_match_patient_identifier_changed AFTER UPDATE OF patient_id, system, value, removed_at ON patient_identifier BEGIN INSERT INTO patient_match_due (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM patient_match_due AS d WHERE d.patient_id = OLD.patient_id); INSERT INTO patient_match_due (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM patient_match_due AS d WHERE d.patient_id = NEW.patient_id);  END;

CREATE TRIGGER patient_match_patient_identifier_purged AFTER DELETE ON patient_identifier BEGIN INSERT INTO patient_match_due (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM patient_match_due AS d WHERE d.patient_id = OLD.patient_id);  END;

CREATE TRIGGER patient_match_patient_name_added AFTER INSERT ON patient_name BEGIN INSERT INTO patient_match_due (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM patient_match_due AS d WHERE d.patient_id = NEW.patient_id);  END;

CREATE TRIGGER patient_match_patient_name_changed AFTER UPDATE OF patient_id, family, given, removed_at ON patient_name BEGIN INSERT INTO patient_match_due (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM patient_match_due AS d WHERE d.patient_id = OLD.patient_id); INSERT INTO patient_match_due (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM patient_match_due AS d WHERE d.patient_id = NEW.patient_id);  END;

CREATE TRIGGER patient_match_patient_name_purged AFTER DELETE ON patient_name BEGIN INSERT INTO patient_match_due (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM patient_match_due AS d WHERE d.patient_id = OLD.patient_id);  END;

CREATE TRIGGER patient_match_patient_purged AFTER DELETE ON patient BEGIN DELETE FROM patient_match_key WHERE patient_id = OLD.id; DELETE FROM patient_match_due WHERE patient_id = OLD.id; DELETE FROM match_pair WHERE patient_id = OLD.id; DELETE FROM match_pair WHERE other_patient_id = OLD.id;  END;

CREATE TRIGGER patient_match_patient_telecom_added AFTER INSERT ON patient_telecom BEGIN INSERT INTO patient_match_due (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM patient_match_due AS d WHERE d.patient_id = NEW.patient_id);  END;

CREATE TRIGGER patient_match_patient_telecom_changed AFTER UPDATE OF patient_id, system, value, digits, removed_at ON patient_telecom BEGIN INSERT INTO patient_match_due (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM patient_match_due AS d WHERE d.patient_id = OLD.patient_id); INSERT INTO patient_match_due (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM patient_match_due AS d WHERE d.patient_id = NEW.patient_id);  END;

CREATE TRIGGER patient_match_patient_telecom_purged AFTER DELETE ON patient_telecom BEGIN INSERT INTO patient_match_due (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM patient_match_due AS d WHERE d.patient_id = OLD.patient_id);  END;

CREATE TRIGGER patient_search_name_arrived AFTER UPDATE OF patient_id ON patient_name  BEGIN DELETE FROM patient_search WHERE rowid = NEW.patient_id; DELETE FROM patient_middle WHERE rowid = NEW.patient_id; DELETE FROM patient_sort WHERE patient_id = NEW.patient_id; INSERT INTO patient_search (rowid, names, born) SELECT t.patient_id, t.names || ' ' || replace(replace(replace(replace(replace(t.names, '''', ''), '’', ''), 'ʼ', ''), '`', ''), '-', ''), t.born FROM patient_search_text AS t WHERE t.patient_id = NEW.patient_id; INSERT INTO patient_middle (rowid, names) SELECT t.patient_id, replace(replace(replace(replace(replace(t.names, '''', ''), '’', ''), 'ʼ', ''), '`', ''), '-', '') FROM patient_search_text AS t WHERE t.patient_id = NEW.patient_id; INSERT INTO patient_sort (patient_id, sort_key) SELECT p.id, lower(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(coalesce(p.family, '') || char(31) || coalesce(p.given, ''), '''', ''), '’', ''), 'ʼ', ''), '`', ''), '-', ''), 'à', 'a'), 'á', 'a'), 'â', 'a'), 'ã', 'a'), 'ä', 'a'), 'å', 'a'), 'ç', 'c'), 'è', 'e'), 'é', 'e'), 'ê', 'e'), 'ë', 'e'), 'ì', 'i'), 'í', 'i'), 'î', 'i'), 'ï', 'i'), 'ñ', 'n'), 'ò', 'o'), 'ó', 'o'), 'ô', 'o'), 'õ', 'o'), 'ö', 'o'), 'ø', 'o'), 'ù', 'u'), 'ú', 'u'), 'û', 'u'), 'ü', 'u'), 'ý', 'y'), 'ÿ', 'y'), 'À', 'a'), 'Á', 'a'), 'Â', 'a'), 'Ã', 'a'), 'Ä', 'a'), 'Å', 'a'), 'Ç', 'c'), 'È', 'e'), 'É', 'e'), 'Ê', 'e'), 'Ë', 'e'), 'Ì', 'i'), 'Í', 'i'), 'Î', 'i'), 'Ï', 'i'), 'Ñ', 'n'), 'Ò', 'o'), 'Ó', 'o'), 'Ô', 'o'), 'Õ', 'o'), 'Ö', 'o'), 'Ø', 'o'), 'Ù', 'u'), 'Ú', 'u'), 'Û', 'u'), 'Ü', 'u'), 'Ý', 'y')) FROM patient AS p WHERE p.id = NEW.patient_id AND p.removed_at IS NULL;  END;

CREATE TRIGGER patient_search_name_moved AFTER UPDATE OF patient_id ON patient_name  BEGIN DELETE FROM patient_search WHERE rowid = OLD.patient_id; DELETE FROM patient_middle WHERE rowid = OLD.patient_id; DELETE FROM patient_sort WHERE patient_id = OLD.patient_id; INSERT INTO patient_search (rowid, names, born) SELECT t.patient_id, t.names || ' ' || replace(replace(replace(replace(replace(t.names, '''', ''), '’', ''), 'ʼ', ''), '`', ''), '-', ''), t.born FROM patient_search_text AS t WHERE t.patient_id = OLD.patient_id; INSERT INTO patient_middle (rowid, names) SELECT t.patient_id, replace(replace(replace(replace(replace(t.names, '''', ''), '’', ''), 'ʼ', ''), '`', ''), '-', '') FROM patient_search_text AS t WHERE t.patient_id = OLD.patient_id; INSERT INTO patient_sort (patient_id, sort_key) SELECT p.id, lower(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(coalesce(p.family, '') || char(31) || coalesce(p.given, ''), '''', ''), '’', ''), 'ʼ', ''), '`', ''), '-', ''), 'à', 'a'), 'á', 'a'), 'â', 'a'), 'ã', 'a'), 'ä', 'a'), 'å', 'a'), 'ç', 'c'), 'è', 'e'), 'é', 'e'), 'ê', 'e'), 'ë', 'e'), 'ì', 'i'), 'í', 'i'), 'î', 'i'), 'ï', 'i'), 'ñ', 'n'), 'ò', 'o'), 'ó', 'o'), 'ô', 'o'), 'õ', 'o'), 'ö', 'o'), 'ø', 'o'), 'ù', 'u'), 'ú', 'u'), 'û', 'u'), 'ü', 'u'), 'ý', 'y'), 'ÿ', 'y'), 'À', 'a'), 'Á', 'a'), 'Â', 'a'), 'Ã', 'a'), 'Ä', 'a'), 'Å', 'a'), 'Ç', 'c'), 'È', 'e'), 'É', 'e'), 'Ê', 'e'), 'Ë', 'e'), 'Ì', 'i'), 'Í', 'i'), 'Î', 'i'), 'Ï', 'i'), 'Ñ', 'n'), 'Ò', 'o'), 'Ó', 'o'), 'Ô', 'o'), 'Õ', 'o'), 'Ö', 'o'), 'Ø', 'o'), 'Ù', 'u'), 'Ú', 'u'), 'Û', 'u'), 'Ü', 'u'), 'Ý', 'y')) FROM patient AS p WHERE p.id = OLD.patient_id AND p.removed_at IS NULL;  END;

