DROP TRIGGER pathway_tally_changed_0;

DROP TRIGGER pathway_tally_changed_1;

CREATE TABLE second_step (
  user_id INTEGER NOT NULL,
  secret BLOB NOT NULL,
  at_unlock BOOLEAN NOT NULL,
  ended_because VARCHAR,
  reason VARCHAR,
  told_at VARCHAR(20),
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  CONSTRAINT pk_second_step PRIMARY KEY (id),
  CONSTRAINT fk_second_step_user_id FOREIGN KEY(user_id) REFERENCES user_account (id)
);

CREATE TABLE table_change (name TEXT PRIMARY KEY, changes INTEGER NOT NULL) WITHOUT ROWID;

ALTER TABLE "user_account" ADD COLUMN code_step INTEGER;

ALTER TABLE "practice" ADD COLUMN backup_second_folder VARCHAR;

ALTER TABLE "practice" ADD COLUMN key_due_since VARCHAR(20);

ALTER TABLE "practice" ADD COLUMN key_at_close BOOLEAN;

ALTER TABLE "practice" ADD COLUMN key_changed_at VARCHAR(20);

ALTER TABLE "practice" ADD COLUMN session_hours INTEGER;

ALTER TABLE "partner_state" ADD COLUMN looked_at VARCHAR(20);

ALTER TABLE "emergency_access" ADD COLUMN personnel VARCHAR;

ALTER TABLE "emergency_access" ADD COLUMN affiliation VARCHAR;

ALTER TABLE "emergency_access" ADD COLUMN ended_at VARCHAR(20);

ALTER TABLE "import_difference" ADD COLUMN taken JSON;

ALTER TABLE "import_difference" ADD COLUMN partner_copy_id INTEGER REFERENCES "partner_copy" (id);

ALTER TABLE "import_difference" ADD COLUMN gone_at VARCHAR(20);

ALTER TABLE "patient_request" ADD COLUMN ground VARCHAR;

ALTER TABLE "consent" ADD COLUMN discloser VARCHAR;

ALTER TABLE "consent" ADD COLUMN recipient_class VARCHAR;

ALTER TABLE "consent" ADD COLUMN expiry_event VARCHAR;

ALTER TABLE "consent" ADD COLUMN statements JSON;

ALTER TABLE "care_note" ADD COLUMN sealed BLOB;

ALTER TABLE "approved_packet" ADD COLUMN consent_id INTEGER REFERENCES "consent" (id);

ALTER TABLE "disclosure" ADD COLUMN consent_id INTEGER REFERENCES "consent" (id);

ALTER TABLE "disclosure" ADD COLUMN held_back_until VARCHAR(10);

ALTER TABLE "disclosure" ADD COLUMN held_back_by VARCHAR;

ALTER TABLE "disclosure" ADD COLUMN held_back_written BOOLEAN;

ALTER TABLE "disclosure" ADD COLUMN extent JSON;

CREATE INDEX ix_approved_packet_consent_id ON approved_packet (consent_id);

CREATE INDEX ix_disclosure_at ON disclosure (at) WHERE removed_at IS NULL;

CREATE INDEX ix_disclosure_consent_id ON disclosure (consent_id);

CREATE INDEX ix_import_difference_partner_copy_id ON import_difference (partner_copy_id);

CREATE INDEX ix_second_step_user_id ON second_step (user_id);

CREATE TRIGGER measure_stale_contact_log_added AFTER INSERT ON contact_log BEGIN INSERT INTO measure_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER measure_stale_contact_log_changed AFTER UPDATE ON contact_log BEGIN INSERT INTO measure_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = OLD.patient_id); INSERT INTO measure_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER measure_stale_contact_log_purged AFTER DELETE ON contact_log BEGIN INSERT INTO measure_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = OLD.patient_id);  END;

CREATE TRIGGER measure_stale_medication_adherence_added AFTER INSERT ON medication_adherence BEGIN INSERT INTO measure_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER measure_stale_medication_adherence_changed AFTER UPDATE ON medication_adherence BEGIN INSERT INTO measure_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = OLD.patient_id); INSERT INTO measure_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER measure_stale_medication_adherence_purged AFTER DELETE ON medication_adherence BEGIN INSERT INTO measure_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = OLD.patient_id);  END;

CREATE TRIGGER measure_stale_plan_action_added AFTER INSERT ON plan_action BEGIN INSERT INTO measure_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER measure_stale_plan_action_changed AFTER UPDATE ON plan_action BEGIN INSERT INTO measure_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = OLD.patient_id); INSERT INTO measure_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER measure_stale_plan_action_purged AFTER DELETE ON plan_action BEGIN INSERT INTO measure_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = OLD.patient_id);  END;

CREATE TRIGGER measure_stale_transition_added AFTER INSERT ON transition BEGIN INSERT INTO measure_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER measure_stale_transition_changed AFTER UPDATE ON transition BEGIN INSERT INTO measure_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = OLD.patient_id); INSERT INTO measure_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER measure_stale_transition_purged AFTER DELETE ON transition BEGIN INSERT INTO measure_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = OLD.patient_id);  END;

CREATE TRIGGER pathway_tally_changed_0 AFTER UPDATE OF listed, state, due_on, overdue_after, role, whose ON pathway_due WHEN OLD.listed = 'today' AND OLD.state = 'open' AND OLD.due_on IS NOT NULL BEGIN INSERT INTO pathway_tally (measure, period, role, whose, n) SELECT measure, period, role, whose, -1 FROM (SELECT 'due' AS measure, substr(OLD.due_on, 1, 10) AS period, OLD.role AS role, OLD.whose AS whose UNION ALL SELECT 'due-month' AS measure, substr(OLD.due_on, 1, 7) AS period, OLD.role AS role, OLD.whose AS whose UNION ALL SELECT 'late' AS measure, substr(OLD.overdue_after, 1, 10) AS period, OLD.role AS role, OLD.whose AS whose UNION ALL SELECT 'late-month' AS measure, substr(OLD.overdue_after, 1, 7) AS period, OLD.role AS role, OLD.whose AS whose) WHERE true ON CONFLICT (measure, period, role, whose) DO UPDATE SET n = n + excluded.n; END;

CREATE TRIGGER pathway_tally_changed_1 AFTER UPDATE OF listed, state, due_on, overdue_after, role, whose ON pathway_due WHEN NEW.listed = 'today' AND NEW.state = 'open' AND NEW.due_on IS NOT NULL BEGIN INSERT INTO pathway_tally (measure, period, role, whose, n) SELECT measure, period, role, whose, 1 FROM (SELECT 'due' AS measure, substr(NEW.due_on, 1, 10) AS period, NEW.role AS role, NEW.whose AS whose UNION ALL SELECT 'due-month' AS measure, substr(NEW.due_on, 1, 7) AS period, NEW.role AS role, NEW.whose AS whose UNION ALL SELECT 'late' AS measure, substr(NEW.overdue_after, 1, 10) AS period, NEW.role AS role, NEW.whose AS whose UNION ALL SELECT 'late-month' AS measure, substr(NEW.overdue_after, 1, 7) AS period, NEW.role AS role, NEW.whose AS whose) WHERE true ON CONFLICT (measure, period, role, whose) DO UPDATE SET n = n + excluded.n; END;

CREATE TRIGGER table_change_appointment_added AFTER INSERT ON appointment BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'appointment'; END;

CREATE TRIGGER table_change_appointment_changed AFTER UPDATE ON appointment BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'appointment'; END;

CREATE TRIGGER table_change_appointment_purged AFTER DELETE ON appointment BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'appointment'; END;

CREATE TRIGGER table_change_appointment_type_added AFTER INSERT ON appointment_type BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'appointment_type'; END;

CREATE TRIGGER table_change_appointment_type_changed AFTER UPDATE ON appointment_type BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'appointment_type'; END;

CREATE TRIGGER table_change_appointment_type_purged AFTER DELETE ON appointment_type BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'appointment_type'; END;

CREATE TRIGGER table_change_care_note_added AFTER INSERT ON care_note BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'care_note'; END;

CREATE TRIGGER table_change_care_note_changed AFTER UPDATE ON care_note BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'care_note'; END;

CREATE TRIGGER table_change_care_note_purged AFTER DELETE ON care_note BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'care_note'; END;

CREATE TRIGGER table_change_care_note_reader_added AFTER INSERT ON care_note_reader BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'care_note_reader'; END;

CREATE TRIGGER table_change_care_note_reader_changed AFTER UPDATE ON care_note_reader BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'care_note_reader'; END;

CREATE TRIGGER table_change_care_note_reader_purged AFTER DELETE ON care_note_reader BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'care_note_reader'; END;

CREATE TRIGGER table_change_case_recommendation_added AFTER INSERT ON case_recommendation BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'case_recommendation'; END;

CREATE TRIGGER table_change_case_recommendation_changed AFTER UPDATE ON case_recommendation BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'case_recommendation'; END;

CREATE TRIGGER table_change_case_recommendation_purged AFTER DELETE ON case_recommendation BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'case_recommendation'; END;

CREATE TRIGGER table_change_closure_added AFTER INSERT ON closure BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'closure'; END;

CREATE TRIGGER table_change_closure_changed AFTER UPDATE ON closure BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'closure'; END;

CREATE TRIGGER table_change_closure_purged AFTER DELETE ON closure BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'closure'; END;

CREATE TRIGGER table_change_contact_log_added AFTER INSERT ON contact_log BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'contact_log'; END;

CREATE TRIGGER table_change_contact_log_changed AFTER UPDATE ON contact_log BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'contact_log'; END;

CREATE TRIGGER table_change_contact_log_purged AFTER DELETE ON contact_log BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'contact_log'; END;

CREATE TRIGGER table_change_detected_issue_added AFTER INSERT ON detected_issue BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'detected_issue'; END;

CREATE TRIGGER table_change_detected_issue_changed AFTER UPDATE ON detected_issue BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'detected_issue'; END;

CREATE TRIGGER table_change_detected_issue_purged AFTER DELETE ON detected_issue BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'detected_issue'; END;

CREATE TRIGGER table_change_encounter_added AFTER INSERT ON encounter BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'encounter'; END;

CREATE TRIGGER table_change_encounter_changed AFTER UPDATE ON encounter BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'encounter'; END;

CREATE TRIGGER table_change_encounter_purged AFTER DELETE ON encounter BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'encounter'; END;

CREATE TRIGGER table_change_import_batch_added AFTER INSERT ON import_batch BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'import_batch'; END;

CREATE TRIGGER table_change_import_batch_changed AFTER UPDATE ON import_batch BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'import_batch'; END;

CREATE TRIGGER table_change_import_batch_purged AFTER DELETE ON import_batch BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'import_batch'; END;

CREATE TRIGGER table_change_instrument_use_added AFTER INSERT ON instrument_use BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'instrument_use'; END;

CREATE TRIGGER table_change_instrument_use_changed AFTER UPDATE ON instrument_use BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'instrument_use'; END;

CREATE TRIGGER table_change_instrument_use_purged AFTER DELETE ON instrument_use BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'instrument_use'; END;

CREATE TRIGGER table_change_medication_reconciliation_added AFTER INSERT ON medication_reconciliation BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'medication_reconciliation'; END;

CREATE TRIGGER table_change_medication_reconciliation_changed AFTER UPDATE ON medication_reconciliation BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'medication_reconciliation'; END;

CREATE TRIGGER table_change_medication_reconciliation_purged AFTER DELETE ON medication_reconciliation BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'medication_reconciliation'; END;

CREATE TRIGGER table_change_near_miss_added AFTER INSERT ON near_miss BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'near_miss'; END;

CREATE TRIGGER table_change_near_miss_changed AFTER UPDATE ON near_miss BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'near_miss'; END;

CREATE TRIGGER table_change_near_miss_purged AFTER DELETE ON near_miss BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'near_miss'; END;

CREATE TRIGGER table_change_observation_added AFTER INSERT ON observation BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'observation'; END;

CREATE TRIGGER table_change_observation_changed AFTER UPDATE ON observation BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'observation'; END;

CREATE TRIGGER table_change_observation_purged AFTER DELETE ON observation BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'observation'; END;

CREATE TRIGGER table_change_pathway_adoption_added AFTER INSERT ON pathway_adoption BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'pathway_adoption'; END;

CREATE TRIGGER table_change_pathway_adoption_changed AFTER UPDATE ON pathway_adoption BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'pathway_adoption'; END;

CREATE TRIGGER table_change_pathway_adoption_purged AFTER DELETE ON pathway_adoption BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'pathway_adoption'; END;

CREATE TRIGGER table_change_pathway_edit_added AFTER INSERT ON pathway_edit BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'pathway_edit'; END;

CREATE TRIGGER table_change_pathway_edit_changed AFTER UPDATE ON pathway_edit BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'pathway_edit'; END;

CREATE TRIGGER table_change_pathway_edit_purged AFTER DELETE ON pathway_edit BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'pathway_edit'; END;

CREATE TRIGGER table_change_pathway_enrolment_added AFTER INSERT ON pathway_enrolment BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'pathway_enrolment'; END;

CREATE TRIGGER table_change_pathway_enrolment_changed AFTER UPDATE ON pathway_enrolment BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'pathway_enrolment'; END;

CREATE TRIGGER table_change_pathway_enrolment_purged AFTER DELETE ON pathway_enrolment BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'pathway_enrolment'; END;

CREATE TRIGGER table_change_patient_added AFTER INSERT ON patient BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'patient'; END;

CREATE TRIGGER table_change_patient_changed AFTER UPDATE ON patient BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'patient'; END;

CREATE TRIGGER table_change_patient_purged AFTER DELETE ON patient BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'patient'; END;

CREATE TRIGGER table_change_patient_request_added AFTER INSERT ON patient_request BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'patient_request'; END;

CREATE TRIGGER table_change_patient_request_changed AFTER UPDATE ON patient_request BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'patient_request'; END;

CREATE TRIGGER table_change_patient_request_purged AFTER DELETE ON patient_request BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'patient_request'; END;

CREATE TRIGGER table_change_plan_action_added AFTER INSERT ON plan_action BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'plan_action'; END;

CREATE TRIGGER table_change_plan_action_changed AFTER UPDATE ON plan_action BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'plan_action'; END;

CREATE TRIGGER table_change_plan_action_purged AFTER DELETE ON plan_action BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'plan_action'; END;

CREATE TRIGGER table_change_plan_sign_off_added AFTER INSERT ON plan_sign_off BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'plan_sign_off'; END;

CREATE TRIGGER table_change_plan_sign_off_changed AFTER UPDATE ON plan_sign_off BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'plan_sign_off'; END;

CREATE TRIGGER table_change_plan_sign_off_purged AFTER DELETE ON plan_sign_off BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'plan_sign_off'; END;

CREATE TRIGGER table_change_plan_version_added AFTER INSERT ON plan_version BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'plan_version'; END;

CREATE TRIGGER table_change_plan_version_changed AFTER UPDATE ON plan_version BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'plan_version'; END;

CREATE TRIGGER table_change_plan_version_purged AFTER DELETE ON plan_version BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'plan_version'; END;

CREATE TRIGGER table_change_policy_setting_added AFTER INSERT ON policy_setting BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'policy_setting'; END;

CREATE TRIGGER table_change_policy_setting_changed AFTER UPDATE ON policy_setting BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'policy_setting'; END;

CREATE TRIGGER table_change_policy_setting_purged AFTER DELETE ON policy_setting BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'policy_setting'; END;

CREATE TRIGGER table_change_program_enrolment_added AFTER INSERT ON program_enrolment BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'program_enrolment'; END;

CREATE TRIGGER table_change_program_enrolment_changed AFTER UPDATE ON program_enrolment BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'program_enrolment'; END;

CREATE TRIGGER table_change_program_enrolment_purged AFTER DELETE ON program_enrolment BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'program_enrolment'; END;

CREATE TRIGGER table_change_questionnaire_answer_added AFTER INSERT ON questionnaire_answer BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'questionnaire_answer'; END;

CREATE TRIGGER table_change_questionnaire_answer_changed AFTER UPDATE ON questionnaire_answer BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'questionnaire_answer'; END;

CREATE TRIGGER table_change_questionnaire_answer_purged AFTER DELETE ON questionnaire_answer BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'questionnaire_answer'; END;

CREATE TRIGGER table_change_questionnaire_response_added AFTER INSERT ON questionnaire_response BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'questionnaire_response'; END;

CREATE TRIGGER table_change_questionnaire_response_changed AFTER UPDATE ON questionnaire_response BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'questionnaire_response'; END;

CREATE TRIGGER table_change_questionnaire_response_purged AFTER DELETE ON questionnaire_response BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'questionnaire_response'; END;

CREATE TRIGGER table_change_referral_event_added AFTER INSERT ON referral_event BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'referral_event'; END;

CREATE TRIGGER table_change_referral_event_changed AFTER UPDATE ON referral_event BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'referral_event'; END;

CREATE TRIGGER table_change_referral_event_purged AFTER DELETE ON referral_event BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'referral_event'; END;

CREATE TRIGGER table_change_relapse_plan_added AFTER INSERT ON relapse_plan BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'relapse_plan'; END;

CREATE TRIGGER table_change_relapse_plan_changed AFTER UPDATE ON relapse_plan BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'relapse_plan'; END;

CREATE TRIGGER table_change_relapse_plan_purged AFTER DELETE ON relapse_plan BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'relapse_plan'; END;

CREATE TRIGGER table_change_safety_assessment_added AFTER INSERT ON safety_assessment BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'safety_assessment'; END;

CREATE TRIGGER table_change_safety_assessment_changed AFTER UPDATE ON safety_assessment BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'safety_assessment'; END;

CREATE TRIGGER table_change_safety_assessment_purged AFTER DELETE ON safety_assessment BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'safety_assessment'; END;

CREATE TRIGGER table_change_service_request_added AFTER INSERT ON service_request BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'service_request'; END;

CREATE TRIGGER table_change_service_request_changed AFTER UPDATE ON service_request BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'service_request'; END;

CREATE TRIGGER table_change_service_request_purged AFTER DELETE ON service_request BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'service_request'; END;

CREATE TRIGGER table_change_step_decision_added AFTER INSERT ON step_decision BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'step_decision'; END;

CREATE TRIGGER table_change_step_decision_changed AFTER UPDATE ON step_decision BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'step_decision'; END;

CREATE TRIGGER table_change_step_decision_purged AFTER DELETE ON step_decision BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'step_decision'; END;

CREATE TRIGGER table_change_task_added AFTER INSERT ON task BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'task'; END;

CREATE TRIGGER table_change_task_changed AFTER UPDATE ON task BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'task'; END;

CREATE TRIGGER table_change_task_purged AFTER DELETE ON task BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'task'; END;

CREATE TRIGGER table_change_team_question_added AFTER INSERT ON team_question BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'team_question'; END;

CREATE TRIGGER table_change_team_question_changed AFTER UPDATE ON team_question BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'team_question'; END;

CREATE TRIGGER table_change_team_question_purged AFTER DELETE ON team_question BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'team_question'; END;

CREATE TRIGGER table_change_transition_added AFTER INSERT ON transition BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'transition'; END;

CREATE TRIGGER table_change_transition_changed AFTER UPDATE ON transition BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'transition'; END;

CREATE TRIGGER table_change_transition_purged AFTER DELETE ON transition BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'transition'; END;

CREATE TRIGGER table_change_user_account_added AFTER INSERT ON user_account BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'user_account'; END;

CREATE TRIGGER table_change_user_account_changed AFTER UPDATE ON user_account BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'user_account'; END;

CREATE TRIGGER table_change_user_account_purged AFTER DELETE ON user_account BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'user_account'; END;

CREATE TRIGGER table_change_work_standing_added AFTER INSERT ON work_standing BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'work_standing'; END;

CREATE TRIGGER table_change_work_standing_changed AFTER UPDATE ON work_standing BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'work_standing'; END;

CREATE TRIGGER table_change_work_standing_purged AFTER DELETE ON work_standing BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'work_standing'; END;

CREATE TRIGGER table_change_worklist_hold_added AFTER INSERT ON worklist_hold BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'worklist_hold'; END;

CREATE TRIGGER table_change_worklist_hold_changed AFTER UPDATE ON worklist_hold BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'worklist_hold'; END;

CREATE TRIGGER table_change_worklist_hold_purged AFTER DELETE ON worklist_hold BEGIN UPDATE table_change SET changes = changes + 1 WHERE name = 'worklist_hold'; END;

