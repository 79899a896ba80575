ALTER TABLE "appointment_type" ADD COLUMN equipment_kind VARCHAR;

ALTER TABLE "room" ADD COLUMN capacity INTEGER;

ALTER TABLE "room" ADD COLUMN is_equipment BOOLEAN;

ALTER TABLE "room" ADD COLUMN closed_weekdays JSON;

ALTER TABLE "plan_action" ADD COLUMN appointment_type_id INTEGER REFERENCES "appointment_type" (id);

ALTER TABLE "appointment" ADD COLUMN equipment_id INTEGER REFERENCES "room" (id);

ALTER TABLE "appointment" ADD COLUMN overbook_reason VARCHAR;

ALTER TABLE "appointment" ADD COLUMN plan_action_id INTEGER REFERENCES "plan_action" (id);

CREATE INDEX ix_appointment_equipment_id_starts_at ON appointment (equipment_id, starts_at);

CREATE INDEX ix_appointment_moved_from_id ON appointment (moved_from_id);

CREATE INDEX ix_appointment_plan_action_id ON appointment (plan_action_id);

CREATE INDEX ix_appointment_room_id_starts_at ON appointment (room_id, starts_at);

CREATE INDEX ix_match_candidate_state_decided_at ON match_candidate (state, decided_at);

CREATE INDEX ix_observation_component_patient_id ON observation_component (patient_id);

CREATE INDEX ix_plan_action_appointment_type_id_due_on ON plan_action (appointment_type_id, due_on);

CREATE INDEX ix_practitioner_inside ON practitioner (family) WHERE inside IS 1;

CREATE INDEX ix_practitioner_left_on ON practitioner (left_on) WHERE left_on IS NOT NULL;

