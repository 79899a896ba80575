ALTER TABLE "practice" ADD COLUMN backup_second_folder VARCHAR;

