DROP TRIGGER work_standing_patient_changed;

DROP VIEW work_standing_of_stay_contact;

DROP VIEW work_standing_of_stay_visit;

CREATE TABLE phrase_text (
  language VARCHAR NOT NULL,
  phrase VARCHAR NOT NULL,
  text VARCHAR,
  made_from VARCHAR,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  CONSTRAINT pk_phrase_text PRIMARY KEY (id)
);

CREATE TABLE relapse_plan (
  patient_id INTEGER NOT NULL,
  number INTEGER NOT NULL,
  language VARCHAR NOT NULL,
  words JSON NOT NULL,
  check_on VARCHAR(10) NOT NULL,
  agreed_on VARCHAR(10) NOT NULL,
  agreed_by VARCHAR NOT NULL,
  agreed_how VARCHAR NOT NULL,
  written_by VARCHAR NOT NULL,
  reason VARCHAR,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  CONSTRAINT pk_relapse_plan PRIMARY KEY (id),
  CONSTRAINT fk_relapse_plan_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id)
);

CREATE TABLE print_set (
  patient_id INTEGER NOT NULL,
  page_kinds JSON NOT NULL,
  language VARCHAR,
  large_print BOOLEAN,
  paper VARCHAR,
  copies INTEGER NOT NULL,
  two_sided BOOLEAN NOT NULL,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  CONSTRAINT pk_print_set PRIMARY KEY (id),
  CONSTRAINT fk_print_set_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id)
);

CREATE TABLE case_recommendation (
  patient_id INTEGER NOT NULL,
  kind VARCHAR NOT NULL,
  text VARCHAR NOT NULL,
  to_role VARCHAR NOT NULL,
  given_on VARCHAR(10) NOT NULL,
  given_by VARCHAR NOT NULL,
  due_on VARCHAR(10),
  status VARCHAR NOT NULL,
  outcome_on VARCHAR(10),
  outcome_by VARCHAR,
  outcome_reason VARCHAR,
  superseded_by_id INTEGER,
  basis JSON,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  owner_kind VARCHAR,
  owner_name VARCHAR,
  owner_organization VARCHAR,
  owner_user_id INTEGER,
  owner_practitioner_id INTEGER,
  CONSTRAINT pk_case_recommendation PRIMARY KEY (id),
  CONSTRAINT fk_case_recommendation_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id),
  CONSTRAINT fk_case_recommendation_superseded_by_id FOREIGN KEY(superseded_by_id) REFERENCES case_recommendation (id),
  CONSTRAINT fk_case_recommendation_owner_user_id FOREIGN KEY(owner_user_id) REFERENCES user_account (id),
  CONSTRAINT fk_case_recommendation_owner_practitioner_id FOREIGN KEY(owner_practitioner_id) REFERENCES practitioner (id)
);

CREATE TABLE medication_reconciliation (
  patient_id INTEGER NOT NULL,
  number INTEGER NOT NULL,
  status VARCHAR NOT NULL,
  encounter_id INTEGER,
  lists JSON NOT NULL,
  content JSON NOT NULL,
  content_hash VARCHAR,
  prepared_by VARCHAR NOT NULL,
  prepared_on VARCHAR(10) NOT NULL,
  signed_by VARCHAR,
  signed_by_id INTEGER,
  signed_on VARCHAR(10),
  signed_at VARCHAR(20),
  note VARCHAR,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  CONSTRAINT pk_medication_reconciliation PRIMARY KEY (id),
  CONSTRAINT fk_medication_reconciliation_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id),
  CONSTRAINT fk_medication_reconciliation_encounter_id FOREIGN KEY(encounter_id) REFERENCES encounter (id),
  CONSTRAINT fk_medication_reconciliation_signed_by_id FOREIGN KEY(signed_by_id) REFERENCES user_account (id)
);

CREATE TABLE screening_follow_up (
  patient_id INTEGER NOT NULL,
  observation_id INTEGER,
  response_id INTEGER,
  done_on VARCHAR(10) NOT NULL,
  act VARCHAR NOT NULL,
  note VARCHAR,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  CONSTRAINT pk_screening_follow_up PRIMARY KEY (id),
  CONSTRAINT fk_screening_follow_up_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id),
  CONSTRAINT fk_screening_follow_up_observation_id FOREIGN KEY(observation_id) REFERENCES observation (id),
  CONSTRAINT fk_screening_follow_up_response_id FOREIGN KEY(response_id) REFERENCES questionnaire_response (id)
);

CREATE TABLE social_need (
  patient_id INTEGER NOT NULL,
  domain VARCHAR NOT NULL,
  wants_help VARCHAR,
  asked_on VARCHAR(10),
  service_request_id INTEGER,
  concern_id INTEGER,
  note VARCHAR,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  CONSTRAINT pk_social_need PRIMARY KEY (id),
  CONSTRAINT fk_social_need_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id),
  CONSTRAINT fk_social_need_service_request_id FOREIGN KEY(service_request_id) REFERENCES service_request (id),
  CONSTRAINT fk_social_need_concern_id FOREIGN KEY(concern_id) REFERENCES health_concern (id)
);

CREATE TABLE detected_issue (
  patient_id INTEGER NOT NULL,
  rule VARCHAR NOT NULL,
  subject VARCHAR NOT NULL,
  fingerprint VARCHAR NOT NULL,
  severity VARCHAR NOT NULL,
  facts JSON NOT NULL,
  state VARCHAR NOT NULL,
  team_question_id INTEGER,
  decided_on VARCHAR(10),
  decided_by VARCHAR,
  reason VARCHAR,
  until_on VARCHAR(10),
  told VARCHAR,
  decision VARCHAR,
  target_low FLOAT,
  target_high FLOAT,
  target_unit VARCHAR,
  patient_words JSON,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  owner_kind VARCHAR,
  owner_name VARCHAR,
  owner_organization VARCHAR,
  owner_user_id INTEGER,
  owner_practitioner_id INTEGER,
  CONSTRAINT pk_detected_issue PRIMARY KEY (id),
  CONSTRAINT fk_detected_issue_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id),
  CONSTRAINT fk_detected_issue_team_question_id FOREIGN KEY(team_question_id) REFERENCES team_question (id),
  CONSTRAINT fk_detected_issue_owner_user_id FOREIGN KEY(owner_user_id) REFERENCES user_account (id),
  CONSTRAINT fk_detected_issue_owner_practitioner_id FOREIGN KEY(owner_practitioner_id) REFERENCES practitioner (id)
);

CREATE TABLE reconciled_medicine (
  reconciliation_id INTEGER NOT NULL,
  patient_id INTEGER NOT NULL,
  place INTEGER NOT NULL,
  medicine VARCHAR NOT NULL,
  checked BOOLEAN NOT NULL,
  difference VARCHAR NOT NULL,
  facts JSON NOT NULL,
  decision VARCHAR NOT NULL,
  reason VARCHAR,
  becomes VARCHAR,
  entries JSON NOT NULL,
  team_question_id INTEGER,
  settled VARCHAR,
  settled_on VARCHAR(10),
  settled_by VARCHAR,
  settled_reason VARCHAR,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  CONSTRAINT pk_reconciled_medicine PRIMARY KEY (id),
  CONSTRAINT fk_reconciled_medicine_reconciliation_id FOREIGN KEY(reconciliation_id) REFERENCES medication_reconciliation (id),
  CONSTRAINT fk_reconciled_medicine_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id),
  CONSTRAINT fk_reconciled_medicine_team_question_id FOREIGN KEY(team_question_id) REFERENCES team_question (id)
);

CREATE TABLE pathway_tally (measure TEXT NOT NULL, period TEXT NOT NULL, role TEXT NOT NULL, whose INTEGER NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (measure, period, role, whose)) WITHOUT ROWID;

CREATE TABLE work_kept (kind TEXT NOT NULL, row_id INTEGER NOT NULL, patient_id INTEGER NOT NULL, began_on TEXT NOT NULL, due_on TEXT NOT NULL, from_on TEXT NOT NULL, until_on TEXT NOT NULL, whose INTEGER NOT NULL, PRIMARY KEY (kind, row_id)) WITHOUT ROWID;

CREATE TABLE conflict_found (patient_id INTEGER NOT NULL, rule TEXT NOT NULL, subject TEXT NOT NULL, fingerprint TEXT NOT NULL, rank INTEGER NOT NULL, relation TEXT NOT NULL, first_seen TEXT NOT NULL, since TEXT NOT NULL, last_seen TEXT NOT NULL, gone_on TEXT, due TEXT, overdue_after TEXT, facts TEXT NOT NULL, action TEXT NOT NULL, PRIMARY KEY (patient_id, rule, subject, fingerprint)) WITHOUT ROWID;

CREATE TABLE conflict_stale (patient_id INTEGER PRIMARY KEY);

CREATE TABLE conflict_checked (patient_id INTEGER PRIMARY KEY, checked_on TEXT NOT NULL, again_on TEXT NOT NULL, content TEXT NOT NULL, medicines INTEGER NOT NULL, checked INTEGER NOT NULL, not_checked TEXT NOT NULL);

CREATE TABLE page_stale (patient_id INTEGER PRIMARY KEY);

CREATE TABLE page_outdated (handout_id INTEGER PRIMARY KEY, patient_id INTEGER NOT NULL, kind TEXT NOT NULL, printed_on TEXT NOT NULL, since TEXT NOT NULL, again_on TEXT, what TEXT NOT NULL);

ALTER TABLE "practice" ADD COLUMN pictures_on_pages BOOLEAN;

ALTER TABLE "practice" ADD COLUMN code_on_pages BOOLEAN;

ALTER TABLE "source_resource" ADD COLUMN full_url VARCHAR;

ALTER TABLE "allergy_intolerance" ADD COLUMN severity VARCHAR;

ALTER TABLE "medication_entry" ADD COLUMN route VARCHAR;

ALTER TABLE "questionnaire_response" ADD COLUMN safety_before JSON;

ALTER TABLE "observation" ADD COLUMN safety_before JSON;

ALTER TABLE "near_miss" ADD COLUMN held_until VARCHAR(10);

ALTER TABLE "goal" ADD COLUMN addresses JSON;

ALTER TABLE "handout" ADD COLUMN plan_version_id INTEGER REFERENCES "plan_version" (id);

ALTER TABLE "handout" ADD COLUMN team_question_id INTEGER REFERENCES "team_question" (id);

ALTER TABLE "handout" ADD COLUMN handed_to VARCHAR;

ALTER TABLE "handout" ADD COLUMN contact_id INTEGER REFERENCES "patient_contact" (id);

ALTER TABLE "handout" ADD COLUMN printed_on VARCHAR(10);

ALTER TABLE "handout" ADD COLUMN facts JSON;

ALTER TABLE "handout" ADD COLUMN sensitive_ids JSON;

ALTER TABLE "handout" ADD COLUMN told_facts JSON;

ALTER TABLE "handout" ADD COLUMN told_on VARCHAR(10);

ALTER TABLE "handout" ADD COLUMN teach_back VARCHAR;

ALTER TABLE "handout" ADD COLUMN teach_back_reason VARCHAR;

ALTER TABLE "handout" ADD COLUMN teach_back_on VARCHAR(10);

ALTER TABLE "handout" ADD COLUMN too_hard_reason VARCHAR;

ALTER TABLE "handout" ADD COLUMN copies INTEGER;

ALTER TABLE "plan_copy" ADD COLUMN handout_id INTEGER REFERENCES "handout" (id);

ALTER TABLE "transition" ADD COLUMN visit_days INTEGER;

ALTER TABLE "transition" ADD COLUMN visit_reason VARCHAR;

ALTER TABLE "transition" ADD COLUMN seen_appointment_id INTEGER REFERENCES "appointment" (id);

ALTER TABLE "transition" ADD COLUMN seen_encounter_id INTEGER REFERENCES "encounter" (id);

CREATE INDEX ix_case_recommendation_due_on ON case_recommendation (due_on) WHERE status = 'open' AND removed_at IS NULL;

CREATE INDEX ix_case_recommendation_given_on ON case_recommendation (given_on);

CREATE INDEX ix_case_recommendation_owner_user_id ON case_recommendation (owner_user_id);

CREATE INDEX ix_case_recommendation_patient_id ON case_recommendation (patient_id);

CREATE INDEX ix_conflict_checked_again_on ON conflict_checked (again_on);

CREATE INDEX ix_conflict_checked_content ON conflict_checked (content);

CREATE INDEX ix_conflict_found_rank ON conflict_found (rank, gone_on, since, patient_id, rule);

CREATE INDEX ix_conflict_found_rule ON conflict_found (gone_on, rule);

CREATE INDEX ix_detected_issue_owner_user_id ON detected_issue (owner_user_id);

CREATE INDEX ix_detected_issue_patient_id_rule ON detected_issue (patient_id, rule, subject, fingerprint);

CREATE INDEX ix_detected_issue_rule_state ON detected_issue (rule, state);

CREATE INDEX ix_detected_issue_state_until_on ON detected_issue (state, until_on);

CREATE INDEX ix_detected_issue_team_question_id ON detected_issue (team_question_id);

CREATE INDEX ix_emergency_access_opened_at ON emergency_access (opened_at);

CREATE INDEX ix_handout_plan_version_id ON handout (plan_version_id);

CREATE INDEX ix_handout_said ON handout (patient_id) WHERE facts IS NOT NULL;

CREATE INDEX ix_handout_team_question_id ON handout (team_question_id);

CREATE INDEX ix_handout_waiting ON handout (made_at) WHERE how = 'waiting';

CREATE INDEX ix_medication_reconciliation_encounter_id ON medication_reconciliation (encounter_id);

CREATE INDEX ix_medication_reconciliation_patient_id_signed_on ON medication_reconciliation (patient_id, signed_on);

CREATE INDEX ix_medication_reconciliation_prepared_on ON medication_reconciliation (prepared_on) WHERE status = 'prepared' AND removed_at IS NULL;

CREATE INDEX ix_observation_safety_before ON observation (patient_id) WHERE safety_before IS NOT NULL;

CREATE INDEX ix_page_outdated_again_on ON page_outdated (again_on) WHERE again_on IS NOT NULL;

CREATE INDEX ix_page_outdated_kind ON page_outdated (kind, printed_on, handout_id);

CREATE INDEX ix_page_outdated_patient_id ON page_outdated (patient_id);

CREATE INDEX ix_page_outdated_printed_on ON page_outdated (printed_on, handout_id);

CREATE INDEX ix_pathway_enrolment_pathway_status ON pathway_enrolment (pathway, status);

CREATE INDEX ix_phrase_text_language_phrase ON phrase_text (language, phrase);

CREATE INDEX ix_plan_copy_handout_id ON plan_copy (handout_id);

CREATE INDEX ix_print_set_patient_id ON print_set (patient_id);

CREATE INDEX ix_questionnaire_response_safety_before ON questionnaire_response (patient_id) WHERE safety_before IS NOT NULL;

CREATE INDEX ix_reconciled_medicine_patient_id ON reconciled_medicine (patient_id);

CREATE INDEX ix_reconciled_medicine_reconciliation_id ON reconciled_medicine (reconciliation_id);

CREATE INDEX ix_reconciled_medicine_team_question_id ON reconciled_medicine (team_question_id);

CREATE INDEX ix_relapse_plan_check_on ON relapse_plan (check_on);

CREATE INDEX ix_relapse_plan_patient_id ON relapse_plan (patient_id);

CREATE INDEX ix_screening_follow_up_observation_id ON screening_follow_up (observation_id);

CREATE INDEX ix_screening_follow_up_patient_id ON screening_follow_up (patient_id);

CREATE INDEX ix_screening_follow_up_response_id ON screening_follow_up (response_id);

CREATE INDEX ix_social_need_patient_id ON social_need (patient_id);

CREATE INDEX ix_work_kept_due_on ON work_kept (kind, due_on, row_id, until_on, from_on, whose, patient_id, began_on);

CREATE INDEX ix_work_kept_patient_id ON work_kept (patient_id);

CREATE VIEW work_standing_of_plan_review AS SELECT 'plan_review' AS kind, s.id AS row_id, s.patient_id AS patient_id, 'open' AS state, 0 AS urgent, s.review_due AS since, s.review_due AS counted_from, NULL AS ordered_on, NULL AS visit_at, 0 AS booked, NULL AS held_until, coalesce(p.coordinator_id, 0) AS whose, 1 AS unowned, NOT p.deceased AS listed, coalesce(s.import_id, 0) AS import_id, '' AS service, NULL AS holder, 0 AS coordinator, 0 AS clinician, 0 AS tries FROM care_plan AS s JOIN patient AS p ON p.id = s.patient_id WHERE s.removed_at IS NULL AND s.review_due IS NOT NULL AND s.source_id IS NULL AND coalesce(s.status, 'active') = 'active';

CREATE VIEW work_standing_of_stay_contact AS SELECT 'stay_contact' AS kind, s.id AS row_id, s.patient_id AS patient_id, lower(coalesce(s.discharge, '')) || '' AS state, 0 AS urgent, s.ends_when AS since, (SELECT min(l.ends_when) FROM encounter AS l WHERE l.patient_id = s.patient_id AND l.class_code || '' IN ('ACUTE', 'IMP', 'NONAC', 'OBSENC') AND length(l.ends_when) >= 10 AND l.removed_at IS NULL AND coalesce(l.status, '') NOT IN ('entered-in-error', 'cancelled', 'planned') AND (l.ends_when > s.ends_when OR (l.ends_when = s.ends_when AND l.id > s.id)) AND (l.import_id IS NULL OR l.import_id IS s.import_id OR (SELECT b.state FROM import_batch AS b WHERE b.id = l.import_id) = 'complete')) AS counted_from, NULL AS ordered_on, NULL AS visit_at, length(s.ends_when) = 10 OR (EXISTS (SELECT 1 FROM worklist_hold AS h WHERE h.item_key = 'encounter:' || s.id || ':contact' AND h.removed_at IS NULL) OR EXISTS (SELECT 1 FROM contact_log AS c WHERE c.item_key = 'encounter:' || s.id || ':contact' AND c.removed_at IS NULL)) AS booked, NULL AS held_until, coalesce(p.coordinator_id, 0) AS whose, 1 AS unowned, NOT p.deceased AS listed, coalesce(s.import_id, 0) AS import_id, '' AS service, NULL AS holder, 0 AS coordinator, 0 AS clinician, 0 AS tries FROM encounter AS s JOIN patient AS p ON p.id = s.patient_id WHERE s.class_code || '' IN ('ACUTE', 'IMP', 'NONAC', 'OBSENC') AND length(s.ends_when) >= 10 AND s.removed_at IS NULL AND coalesce(s.status, '') NOT IN ('entered-in-error', 'cancelled', 'planned') AND NOT EXISTS (SELECT 1 FROM contact_log AS c WHERE c.patient_id = s.patient_id AND c.outcome = 'reached' AND c.removed_at IS NULL AND c.at >= CASE WHEN length(s.ends_when) > 10 THEN s.ends_when ELSE date(s.ends_when, '+1 day') END);

CREATE VIEW work_standing_of_stay_visit AS SELECT 'stay_visit' AS kind, s.id AS row_id, s.patient_id AS patient_id, lower(coalesce(s.discharge, '')) || coalesce((SELECT char(31) || coalesce(t.complexity, '') || ':' || coalesce(t.visit_days, '') FROM transition AS t WHERE t.encounter_id = s.id AND t.removed_at IS NULL ORDER BY t.id DESC LIMIT 1), '') AS state, 0 AS urgent, s.ends_when AS since, (SELECT min(l.ends_when) FROM encounter AS l WHERE l.patient_id = s.patient_id AND l.class_code || '' IN ('ACUTE', 'IMP', 'NONAC', 'OBSENC') AND length(l.ends_when) >= 10 AND l.removed_at IS NULL AND coalesce(l.status, '') NOT IN ('entered-in-error', 'cancelled', 'planned') AND (l.ends_when > s.ends_when OR (l.ends_when = s.ends_when AND l.id > s.id)) AND (l.import_id IS NULL OR l.import_id IS s.import_id OR (SELECT b.state FROM import_batch AS b WHERE b.id = l.import_id) = 'complete')) AS counted_from, NULL AS ordered_on, (SELECT min(v.starts_at) FROM appointment AS v WHERE v.patient_id = s.patient_id AND v.status || '' IN ('arrived', 'booked', 'checked-in', 'fulfilled', 'pending') AND v.removed_at IS NULL AND (v.import_id IS NULL OR v.import_id IS s.import_id OR (SELECT b.state FROM import_batch AS b WHERE b.id = v.import_id) = 'complete') AND NOT v.outside AND v.starts_at > strftime('%Y-%m-%dT%H:%M:%SZ', s.ends_when, '+25 hours')) AS visit_at, length(s.ends_when) = 10 OR EXISTS (SELECT 1 FROM appointment AS v WHERE v.patient_id = s.patient_id AND v.status || '' IN ('arrived', 'booked', 'checked-in', 'fulfilled', 'pending') AND v.removed_at IS NULL AND (v.import_id IS NULL OR v.import_id IS s.import_id OR (SELECT b.state FROM import_batch AS b WHERE b.id = v.import_id) = 'complete') AND NOT v.outside AND v.starts_at > s.ends_when AND v.starts_at <= strftime('%Y-%m-%dT%H:%M:%SZ', s.ends_when, '+25 hours')) OR EXISTS (SELECT 1 FROM transition AS t WHERE t.encounter_id = s.id AND t.removed_at IS NULL AND coalesce(t.seen_appointment_id, t.seen_encounter_id) IS NOT NULL) OR (EXISTS (SELECT 1 FROM worklist_hold AS h WHERE h.item_key = 'encounter:' || s.id || ':visit' AND h.removed_at IS NULL) OR EXISTS (SELECT 1 FROM contact_log AS c WHERE c.item_key = 'encounter:' || s.id || ':visit' AND c.removed_at IS NULL)) AS booked, NULL AS held_until, coalesce(p.coordinator_id, 0) AS whose, 1 AS unowned, NOT p.deceased AS listed, coalesce(s.import_id, 0) AS import_id, '' AS service, NULL AS holder, 0 AS coordinator, 0 AS clinician, 0 AS tries FROM encounter AS s JOIN patient AS p ON p.id = s.patient_id WHERE s.class_code || '' IN ('ACUTE', 'IMP', 'NONAC', 'OBSENC') AND length(s.ends_when) >= 10 AND s.removed_at IS NULL AND coalesce(s.status, '') NOT IN ('entered-in-error', 'cancelled', 'planned');

CREATE TRIGGER conflict_stale_allergy_intolerance_added AFTER INSERT ON allergy_intolerance BEGIN INSERT INTO conflict_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM conflict_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER conflict_stale_allergy_intolerance_changed AFTER UPDATE ON allergy_intolerance BEGIN INSERT INTO conflict_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM conflict_stale AS s WHERE s.patient_id = OLD.patient_id); INSERT INTO conflict_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM conflict_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER conflict_stale_allergy_intolerance_purged AFTER DELETE ON allergy_intolerance BEGIN INSERT INTO conflict_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM conflict_stale AS s WHERE s.patient_id = OLD.patient_id);  END;

CREATE TRIGGER conflict_stale_goal_added AFTER INSERT ON goal BEGIN INSERT INTO conflict_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM conflict_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER conflict_stale_goal_changed AFTER UPDATE ON goal BEGIN INSERT INTO conflict_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM conflict_stale AS s WHERE s.patient_id = OLD.patient_id); INSERT INTO conflict_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM conflict_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER conflict_stale_goal_purged AFTER DELETE ON goal BEGIN INSERT INTO conflict_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM conflict_stale AS s WHERE s.patient_id = OLD.patient_id);  END;

CREATE TRIGGER conflict_stale_import_changed AFTER UPDATE OF state ON import_batch BEGIN INSERT INTO conflict_stale (patient_id) SELECT DISTINCT f.patient_id FROM allergy_intolerance AS f WHERE f.import_id = NEW.id AND NOT EXISTS (SELECT 1 FROM conflict_stale AS s WHERE s.patient_id = f.patient_id); INSERT INTO conflict_stale (patient_id) SELECT DISTINCT f.patient_id FROM goal AS f WHERE f.import_id = NEW.id AND NOT EXISTS (SELECT 1 FROM conflict_stale AS s WHERE s.patient_id = f.patient_id); INSERT INTO conflict_stale (patient_id) SELECT DISTINCT f.patient_id FROM plan_action AS f WHERE f.import_id = NEW.id AND NOT EXISTS (SELECT 1 FROM conflict_stale AS s WHERE s.patient_id = f.patient_id); END;

CREATE TRIGGER conflict_stale_patient_purged AFTER DELETE ON patient BEGIN DELETE FROM conflict_found WHERE patient_id = OLD.id; DELETE FROM conflict_checked WHERE patient_id = OLD.id; DELETE FROM conflict_stale WHERE patient_id = OLD.id; END;

CREATE TRIGGER conflict_stale_plan_action_added AFTER INSERT ON plan_action BEGIN INSERT INTO conflict_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM conflict_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER conflict_stale_plan_action_changed AFTER UPDATE ON plan_action BEGIN INSERT INTO conflict_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM conflict_stale AS s WHERE s.patient_id = OLD.patient_id); INSERT INTO conflict_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM conflict_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER conflict_stale_plan_action_purged AFTER DELETE ON plan_action BEGIN INSERT INTO conflict_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM conflict_stale AS s WHERE s.patient_id = OLD.patient_id);  END;

CREATE TRIGGER conflict_stale_with_pathways AFTER INSERT ON pathway_stale BEGIN INSERT INTO conflict_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM conflict_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER page_stale_appointment_added AFTER INSERT ON appointment BEGIN INSERT INTO page_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = NEW.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = NEW.patient_id AND h.facts IS NOT NULL);  END;

CREATE TRIGGER page_stale_appointment_changed AFTER UPDATE ON appointment BEGIN INSERT INTO page_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = OLD.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = OLD.patient_id AND h.facts IS NOT NULL); INSERT INTO page_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = NEW.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = NEW.patient_id AND h.facts IS NOT NULL);  END;

CREATE TRIGGER page_stale_care_plan_added AFTER INSERT ON care_plan BEGIN INSERT INTO page_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = NEW.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = NEW.patient_id AND h.facts IS NOT NULL);  END;

CREATE TRIGGER page_stale_care_plan_changed AFTER UPDATE ON care_plan BEGIN INSERT INTO page_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = OLD.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = OLD.patient_id AND h.facts IS NOT NULL); INSERT INTO page_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = NEW.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = NEW.patient_id AND h.facts IS NOT NULL);  END;

CREATE TRIGGER page_stale_detected_issue_added AFTER INSERT ON detected_issue BEGIN INSERT INTO page_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = NEW.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = NEW.patient_id AND h.facts IS NOT NULL);  END;

CREATE TRIGGER page_stale_detected_issue_changed AFTER UPDATE ON detected_issue BEGIN INSERT INTO page_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = OLD.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = OLD.patient_id AND h.facts IS NOT NULL); INSERT INTO page_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = NEW.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = NEW.patient_id AND h.facts IS NOT NULL);  END;

CREATE TRIGGER page_stale_encounter_added AFTER INSERT ON encounter BEGIN INSERT INTO page_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = NEW.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = NEW.patient_id AND h.facts IS NOT NULL);  END;

CREATE TRIGGER page_stale_encounter_changed AFTER UPDATE ON encounter BEGIN INSERT INTO page_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = OLD.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = OLD.patient_id AND h.facts IS NOT NULL); INSERT INTO page_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = NEW.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = NEW.patient_id AND h.facts IS NOT NULL);  END;

CREATE TRIGGER page_stale_goal_added AFTER INSERT ON goal BEGIN INSERT INTO page_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = NEW.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = NEW.patient_id AND h.facts IS NOT NULL);  END;

CREATE TRIGGER page_stale_goal_changed AFTER UPDATE ON goal BEGIN INSERT INTO page_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = OLD.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = OLD.patient_id AND h.facts IS NOT NULL); INSERT INTO page_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = NEW.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = NEW.patient_id AND h.facts IS NOT NULL);  END;

CREATE TRIGGER page_stale_handout_added AFTER INSERT ON handout BEGIN INSERT INTO page_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = NEW.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = NEW.patient_id AND h.facts IS NOT NULL);  END;

CREATE TRIGGER page_stale_handout_changed AFTER UPDATE OF handed_to, facts, told_facts, removed_at, patient_id, how ON handout BEGIN INSERT INTO page_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = OLD.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = OLD.patient_id AND h.facts IS NOT NULL); INSERT INTO page_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = NEW.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = NEW.patient_id AND h.facts IS NOT NULL);  END;

CREATE TRIGGER page_stale_import_changed AFTER UPDATE OF state ON import_batch BEGIN INSERT INTO page_stale (patient_id) SELECT DISTINCT f.patient_id FROM medication_entry AS f WHERE f.import_id = NEW.id AND NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = f.patient_id); INSERT INTO page_stale (patient_id) SELECT DISTINCT f.patient_id FROM appointment AS f WHERE f.import_id = NEW.id AND NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = f.patient_id); INSERT INTO page_stale (patient_id) SELECT DISTINCT f.patient_id FROM goal AS f WHERE f.import_id = NEW.id AND NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = f.patient_id); INSERT INTO page_stale (patient_id) SELECT DISTINCT f.patient_id FROM plan_action AS f WHERE f.import_id = NEW.id AND NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = f.patient_id); INSERT INTO page_stale (patient_id) SELECT DISTINCT f.patient_id FROM care_plan AS f WHERE f.import_id = NEW.id AND NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = f.patient_id); INSERT INTO page_stale (patient_id) SELECT DISTINCT f.patient_id FROM encounter AS f WHERE f.import_id = NEW.id AND NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = f.patient_id); INSERT INTO page_stale (patient_id) SELECT DISTINCT f.patient_id FROM service_request AS f WHERE f.import_id = NEW.id AND NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = f.patient_id); END;

CREATE TRIGGER page_stale_medication_entry_added AFTER INSERT ON medication_entry BEGIN INSERT INTO page_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = NEW.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = NEW.patient_id AND h.facts IS NOT NULL);  END;

CREATE TRIGGER page_stale_medication_entry_changed AFTER UPDATE ON medication_entry BEGIN INSERT INTO page_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = OLD.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = OLD.patient_id AND h.facts IS NOT NULL); INSERT INTO page_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = NEW.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = NEW.patient_id AND h.facts IS NOT NULL);  END;

CREATE TRIGGER page_stale_pathway_enrolment_added AFTER INSERT ON pathway_enrolment BEGIN INSERT INTO page_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = NEW.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = NEW.patient_id AND h.facts IS NOT NULL);  END;

CREATE TRIGGER page_stale_pathway_enrolment_changed AFTER UPDATE ON pathway_enrolment BEGIN INSERT INTO page_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = OLD.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = OLD.patient_id AND h.facts IS NOT NULL); INSERT INTO page_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = NEW.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = NEW.patient_id AND h.facts IS NOT NULL);  END;

CREATE TRIGGER page_stale_patient_changed AFTER UPDATE OF coordinator_id, deceased, removed_at, family, given, birth_date ON patient BEGIN INSERT INTO page_stale (patient_id) SELECT NEW.id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = NEW.id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = NEW.id AND h.facts IS NOT NULL);  END;

CREATE TRIGGER page_stale_patient_purged AFTER DELETE ON patient BEGIN DELETE FROM page_outdated WHERE patient_id = OLD.id; DELETE FROM page_stale WHERE patient_id = OLD.id; END;

CREATE TRIGGER page_stale_plan_action_added AFTER INSERT ON plan_action BEGIN INSERT INTO page_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = NEW.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = NEW.patient_id AND h.facts IS NOT NULL);  END;

CREATE TRIGGER page_stale_plan_action_changed AFTER UPDATE ON plan_action BEGIN INSERT INTO page_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = OLD.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = OLD.patient_id AND h.facts IS NOT NULL); INSERT INTO page_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = NEW.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = NEW.patient_id AND h.facts IS NOT NULL);  END;

CREATE TRIGGER page_stale_practice_changed AFTER UPDATE OF phone, after_hours_phone, hours_text ON practice BEGIN INSERT INTO page_stale (patient_id) SELECT DISTINCT h.patient_id FROM handout AS h WHERE h.facts IS NOT NULL AND NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = h.patient_id); END;

CREATE TRIGGER page_stale_service_request_added AFTER INSERT ON service_request BEGIN INSERT INTO page_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = NEW.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = NEW.patient_id AND h.facts IS NOT NULL);  END;

CREATE TRIGGER page_stale_service_request_changed AFTER UPDATE ON service_request BEGIN INSERT INTO page_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = OLD.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = OLD.patient_id AND h.facts IS NOT NULL); INSERT INTO page_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = NEW.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = NEW.patient_id AND h.facts IS NOT NULL);  END;

CREATE TRIGGER page_stale_team_member_added AFTER INSERT ON team_member BEGIN INSERT INTO page_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = NEW.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = NEW.patient_id AND h.facts IS NOT NULL);  END;

CREATE TRIGGER page_stale_team_member_changed AFTER UPDATE ON team_member BEGIN INSERT INTO page_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = OLD.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = OLD.patient_id AND h.facts IS NOT NULL); INSERT INTO page_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = NEW.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = NEW.patient_id AND h.facts IS NOT NULL);  END;

CREATE TRIGGER pathway_stale_safety_assessment_added AFTER INSERT ON safety_assessment BEGIN INSERT INTO pathway_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER pathway_stale_safety_assessment_changed AFTER UPDATE ON safety_assessment BEGIN INSERT INTO pathway_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = OLD.patient_id); INSERT INTO pathway_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER pathway_stale_safety_assessment_purged AFTER DELETE ON safety_assessment BEGIN INSERT INTO pathway_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = OLD.patient_id);  END;

CREATE TRIGGER pathway_stale_screening_follow_up_added AFTER INSERT ON screening_follow_up BEGIN INSERT INTO pathway_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER pathway_stale_screening_follow_up_changed AFTER UPDATE ON screening_follow_up BEGIN INSERT INTO pathway_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = OLD.patient_id); INSERT INTO pathway_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER pathway_stale_screening_follow_up_purged AFTER DELETE ON screening_follow_up BEGIN INSERT INTO pathway_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = OLD.patient_id);  END;

CREATE TRIGGER pathway_tally_added_0 AFTER INSERT ON pathway_due WHEN NEW.listed = 'today' AND NEW.state = 'open' AND NEW.due_on IS NOT NULL BEGIN INSERT INTO pathway_tally (measure, period, role, whose, n) SELECT measure, period, role, whose, 1 FROM (SELECT 'due' AS measure, substr(NEW.due_on, 1, 10) AS period, NEW.role AS role, NEW.whose AS whose UNION ALL SELECT 'due-month' AS measure, substr(NEW.due_on, 1, 7) AS period, NEW.role AS role, NEW.whose AS whose UNION ALL SELECT 'late' AS measure, substr(NEW.overdue_after, 1, 10) AS period, NEW.role AS role, NEW.whose AS whose UNION ALL SELECT 'late-month' AS measure, substr(NEW.overdue_after, 1, 7) AS period, NEW.role AS role, NEW.whose AS whose) WHERE true ON CONFLICT (measure, period, role, whose) DO UPDATE SET n = n + excluded.n; END;

CREATE TRIGGER pathway_tally_changed_0 AFTER UPDATE ON pathway_due WHEN OLD.listed = 'today' AND OLD.state = 'open' AND OLD.due_on IS NOT NULL BEGIN INSERT INTO pathway_tally (measure, period, role, whose, n) SELECT measure, period, role, whose, -1 FROM (SELECT 'due' AS measure, substr(OLD.due_on, 1, 10) AS period, OLD.role AS role, OLD.whose AS whose UNION ALL SELECT 'due-month' AS measure, substr(OLD.due_on, 1, 7) AS period, OLD.role AS role, OLD.whose AS whose UNION ALL SELECT 'late' AS measure, substr(OLD.overdue_after, 1, 10) AS period, OLD.role AS role, OLD.whose AS whose UNION ALL SELECT 'late-month' AS measure, substr(OLD.overdue_after, 1, 7) AS period, OLD.role AS role, OLD.whose AS whose) WHERE true ON CONFLICT (measure, period, role, whose) DO UPDATE SET n = n + excluded.n; END;

CREATE TRIGGER pathway_tally_changed_1 AFTER UPDATE ON pathway_due WHEN NEW.listed = 'today' AND NEW.state = 'open' AND NEW.due_on IS NOT NULL BEGIN INSERT INTO pathway_tally (measure, period, role, whose, n) SELECT measure, period, role, whose, 1 FROM (SELECT 'due' AS measure, substr(NEW.due_on, 1, 10) AS period, NEW.role AS role, NEW.whose AS whose UNION ALL SELECT 'due-month' AS measure, substr(NEW.due_on, 1, 7) AS period, NEW.role AS role, NEW.whose AS whose UNION ALL SELECT 'late' AS measure, substr(NEW.overdue_after, 1, 10) AS period, NEW.role AS role, NEW.whose AS whose UNION ALL SELECT 'late-month' AS measure, substr(NEW.overdue_after, 1, 7) AS period, NEW.role AS role, NEW.whose AS whose) WHERE true ON CONFLICT (measure, period, role, whose) DO UPDATE SET n = n + excluded.n; END;

CREATE TRIGGER pathway_tally_gone_0 AFTER DELETE ON pathway_due WHEN OLD.listed = 'today' AND OLD.state = 'open' AND OLD.due_on IS NOT NULL BEGIN INSERT INTO pathway_tally (measure, period, role, whose, n) SELECT measure, period, role, whose, -1 FROM (SELECT 'due' AS measure, substr(OLD.due_on, 1, 10) AS period, OLD.role AS role, OLD.whose AS whose UNION ALL SELECT 'due-month' AS measure, substr(OLD.due_on, 1, 7) AS period, OLD.role AS role, OLD.whose AS whose UNION ALL SELECT 'late' AS measure, substr(OLD.overdue_after, 1, 10) AS period, OLD.role AS role, OLD.whose AS whose UNION ALL SELECT 'late-month' AS measure, substr(OLD.overdue_after, 1, 7) AS period, OLD.role AS role, OLD.whose AS whose) WHERE true ON CONFLICT (measure, period, role, whose) DO UPDATE SET n = n + excluded.n; END;

CREATE TRIGGER work_kept_patient_purged AFTER DELETE ON patient BEGIN DELETE FROM work_kept WHERE patient_id = OLD.id; END;

CREATE TRIGGER work_standing_patient_changed AFTER UPDATE OF deceased, coordinator_id ON patient BEGIN DELETE FROM work_standing WHERE kind = 'referral' AND row_id IN (SELECT id FROM service_request WHERE patient_id = NEW.id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_referral WHERE row_id IN (SELECT id FROM service_request WHERE patient_id = NEW.id); DELETE FROM work_standing WHERE kind = 'plan_action' AND row_id IN (SELECT id FROM plan_action WHERE patient_id = NEW.id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_plan_action WHERE row_id IN (SELECT id FROM plan_action WHERE patient_id = NEW.id); DELETE FROM work_standing WHERE kind = 'task' AND row_id IN (SELECT id FROM task WHERE patient_id = NEW.id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_task WHERE row_id IN (SELECT id FROM task WHERE patient_id = NEW.id); DELETE FROM work_standing WHERE kind = 'appointment' AND row_id IN (SELECT id FROM appointment WHERE patient_id = NEW.id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_appointment WHERE row_id IN (SELECT id FROM appointment WHERE patient_id = NEW.id); DELETE FROM work_standing WHERE kind = 'plan_review' AND row_id IN (SELECT id FROM care_plan WHERE patient_id = NEW.id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_plan_review WHERE row_id IN (SELECT id FROM care_plan WHERE patient_id = NEW.id);  END;

CREATE TRIGGER work_standing_plan_review_added AFTER INSERT ON care_plan WHEN NEW.review_due IS NOT NULL BEGIN DELETE FROM work_standing WHERE kind = 'plan_review' AND row_id IN (NEW.id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_plan_review WHERE row_id IN (NEW.id);  END;

CREATE TRIGGER work_standing_plan_review_changed AFTER UPDATE OF patient_id, status, removed_at, review_due, source_id, import_id ON care_plan BEGIN DELETE FROM work_standing WHERE kind = 'plan_review' AND row_id IN (NEW.id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_plan_review WHERE row_id IN (NEW.id);  END;

CREATE TRIGGER work_standing_plan_review_purged AFTER DELETE ON care_plan BEGIN DELETE FROM work_standing WHERE kind = 'plan_review' AND row_id IN (OLD.id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_plan_review WHERE row_id IN (OLD.id);  END;

CREATE TRIGGER work_standing_stay_described_added AFTER INSERT ON transition BEGIN DELETE FROM work_standing WHERE kind = 'stay_visit' AND row_id IN (NEW.encounter_id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_stay_visit WHERE row_id IN (NEW.encounter_id);  END;

CREATE TRIGGER work_standing_stay_described_changed AFTER UPDATE OF encounter_id, removed_at, complexity, visit_days, seen_appointment_id, seen_encounter_id ON transition BEGIN DELETE FROM work_standing WHERE kind = 'stay_visit' AND row_id IN (OLD.encounter_id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_stay_visit WHERE row_id IN (OLD.encounter_id); DELETE FROM work_standing WHERE kind = 'stay_visit' AND row_id IN (NEW.encounter_id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_stay_visit WHERE row_id IN (NEW.encounter_id);  END;

CREATE TRIGGER work_standing_stay_described_purged AFTER DELETE ON transition BEGIN DELETE FROM work_standing WHERE kind = 'stay_visit' AND row_id IN (OLD.encounter_id); INSERT INTO work_standing (kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries) SELECT kind, row_id, patient_id, state, urgent, since, counted_from, ordered_on, visit_at, booked, held_until, whose, unowned, listed, import_id, service, holder, coordinator, clinician, tries FROM work_standing_of_stay_visit WHERE row_id IN (OLD.encounter_id);  END;

