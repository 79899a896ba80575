ALTER TABLE "practice" ADD COLUMN holidays_through INTEGER;

ALTER TABLE "appointment_type" ADD COLUMN equipment_kind VARCHAR;

ALTER TABLE "content_confirmation" ADD COLUMN lines JSON;

ALTER TABLE "room" ADD COLUMN capacity INTEGER;

ALTER TABLE "room" ADD COLUMN is_equipment BOOLEAN;

ALTER TABLE "room" ADD COLUMN closed_weekdays JSON;

ALTER TABLE "organization" ADD COLUMN more_phones VARCHAR;

ALTER TABLE "organization" ADD COLUMN insurances VARCHAR;

ALTER TABLE "practitioner" ADD COLUMN more_phones VARCHAR;

ALTER TABLE "practitioner" ADD COLUMN address VARCHAR;

ALTER TABLE "practitioner" ADD COLUMN hours_text VARCHAR;

ALTER TABLE "practitioner" ADD COLUMN insurances VARCHAR;

ALTER TABLE "healthcare_service" ADD COLUMN more_phones VARCHAR;

ALTER TABLE "healthcare_service" ADD COLUMN website VARCHAR;

ALTER TABLE "appointment" ADD COLUMN equipment_id INTEGER REFERENCES "room" (id);

ALTER TABLE "appointment" ADD COLUMN overbook_reason VARCHAR;

CREATE INDEX ix_appointment_equipment_id_starts_at ON appointment (equipment_id, starts_at);

CREATE INDEX ix_appointment_room_id_starts_at ON appointment (room_id, starts_at);

CREATE INDEX ix_match_candidate_state_decided_at ON match_candidate (state, decided_at);

CREATE INDEX ix_observation_component_patient_id ON observation_component (patient_id);

CREATE INDEX ix_practitioner_inside ON practitioner (family) WHERE inside IS 1;

CREATE INDEX ix_practitioner_left_on ON practitioner (left_on) WHERE left_on IS NOT NULL;

