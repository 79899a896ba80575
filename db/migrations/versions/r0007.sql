ALTER TABLE "emergency_access" ADD COLUMN personnel VARCHAR;

ALTER TABLE "emergency_access" ADD COLUMN affiliation VARCHAR;

ALTER TABLE "emergency_access" ADD COLUMN ended_at VARCHAR(20);

ALTER TABLE "patient_request" ADD COLUMN ground VARCHAR;

ALTER TABLE "consent" ADD COLUMN discloser VARCHAR;

ALTER TABLE "consent" ADD COLUMN recipient_class VARCHAR;

ALTER TABLE "consent" ADD COLUMN expiry_event VARCHAR;

ALTER TABLE "consent" ADD COLUMN statements JSON;

ALTER TABLE "approved_packet" ADD COLUMN consent_id INTEGER REFERENCES "consent" (id);

ALTER TABLE "disclosure" ADD COLUMN consent_id INTEGER REFERENCES "consent" (id);

ALTER TABLE "disclosure" ADD COLUMN held_back_until VARCHAR(10);

ALTER TABLE "disclosure" ADD COLUMN held_back_by VARCHAR;

ALTER TABLE "disclosure" ADD COLUMN held_back_written BOOLEAN;

CREATE INDEX ix_approved_packet_consent_id ON approved_packet (consent_id);

CREATE INDEX ix_disclosure_consent_id ON disclosure (consent_id);

