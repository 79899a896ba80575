CREATE INDEX ix_match_candidate_state_decided_at ON match_candidate (state, decided_at);

CREATE INDEX ix_observation_component_patient_id ON observation_component (patient_id);

CREATE INDEX ix_practitioner_inside ON practitioner (family) WHERE inside IS 1;

CREATE INDEX ix_practitioner_left_on ON practitioner (left_on) WHERE left_on IS NOT NULL;

