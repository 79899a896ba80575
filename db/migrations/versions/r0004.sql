DROP INDEX ix_appointment_starts_at;

CREATE INDEX ix_appointment_starts_at ON appointment (starts_at, practitioner_id, status, outside, minutes, removed_at, import_id);

