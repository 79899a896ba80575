ALTER TABLE "organization" ADD COLUMN more_phones VARCHAR;

ALTER TABLE "organization" ADD COLUMN insurances VARCHAR;

ALTER TABLE "practitioner" ADD COLUMN more_phones VARCHAR;

ALTER TABLE "practitioner" ADD COLUMN address VARCHAR;

ALTER TABLE "practitioner" ADD COLUMN hours_text VARCHAR;

ALTER TABLE "practitioner" ADD COLUMN insurances VARCHAR;

ALTER TABLE "healthcare_service" ADD COLUMN more_phones VARCHAR;

ALTER TABLE "healthcare_service" ADD COLUMN website VARCHAR;

