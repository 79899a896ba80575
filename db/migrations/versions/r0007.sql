ALTER TABLE "practice" ADD COLUMN key_due_since VARCHAR(20);

ALTER TABLE "practice" ADD COLUMN key_at_close BOOLEAN;

ALTER TABLE "practice" ADD COLUMN key_changed_at VARCHAR(20);

ALTER TABLE "practice" ADD COLUMN session_hours INTEGER;

ALTER TABLE "care_note" ADD COLUMN sealed BLOB;

