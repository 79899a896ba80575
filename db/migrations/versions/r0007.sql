ALTER TABLE "partner_state" ADD COLUMN looked_at VARCHAR(20);

ALTER TABLE "disclosure" ADD COLUMN extent JSON;

ALTER TABLE "import_difference" ADD COLUMN taken JSON;

ALTER TABLE "import_difference" ADD COLUMN partner_copy_id INTEGER REFERENCES "partner_copy" (id);

ALTER TABLE "import_difference" ADD COLUMN gone_at VARCHAR(20);

CREATE INDEX ix_disclosure_at ON disclosure (at) WHERE removed_at IS NULL;

CREATE INDEX ix_import_difference_partner_copy_id ON import_difference (partner_copy_id);

