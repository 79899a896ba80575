CREATE TABLE pathway_due (patient_id INTEGER NOT NULL, activity TEXT NOT NULL, state TEXT NOT NULL, pathways TEXT NOT NULL, step TEXT NOT NULL, due_on TEXT, soon_from TEXT, overdue_after TEXT, last_on TEXT, owner TEXT NOT NULL, role TEXT NOT NULL, whose INTEGER NOT NULL, done_by TEXT NOT NULL, listed TEXT NOT NULL, priority INTEGER NOT NULL, PRIMARY KEY (patient_id, activity)) WITHOUT ROWID;

CREATE TABLE pathway_stale (patient_id INTEGER PRIMARY KEY);

CREATE TABLE pathway_checked (patient_id INTEGER PRIMARY KEY, checked_on TEXT NOT NULL, again_on TEXT NOT NULL, content TEXT NOT NULL, theirs TEXT NOT NULL);

CREATE INDEX ix_pathway_checked_again_on ON pathway_checked (again_on);

CREATE INDEX ix_pathway_checked_checked_on ON pathway_checked (checked_on);

CREATE INDEX ix_pathway_checked_content ON pathway_checked (content);

CREATE INDEX ix_pathway_due_due_on ON pathway_due (listed, state, due_on, patient_id, activity, overdue_after, role, whose, priority);

CREATE TRIGGER pathway_stale_condition_added AFTER INSERT ON condition BEGIN INSERT INTO pathway_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER pathway_stale_condition_changed AFTER UPDATE ON condition BEGIN INSERT INTO pathway_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = OLD.patient_id); INSERT INTO pathway_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER pathway_stale_condition_purged AFTER DELETE ON condition BEGIN INSERT INTO pathway_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = OLD.patient_id);  END;

CREATE TRIGGER pathway_stale_contact_log_added AFTER INSERT ON contact_log BEGIN INSERT INTO pathway_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER pathway_stale_contact_log_changed AFTER UPDATE ON contact_log BEGIN INSERT INTO pathway_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = OLD.patient_id); INSERT INTO pathway_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER pathway_stale_contact_log_purged AFTER DELETE ON contact_log BEGIN INSERT INTO pathway_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = OLD.patient_id);  END;

CREATE TRIGGER pathway_stale_encounter_added AFTER INSERT ON encounter BEGIN INSERT INTO pathway_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER pathway_stale_encounter_changed AFTER UPDATE ON encounter BEGIN INSERT INTO pathway_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = OLD.patient_id); INSERT INTO pathway_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER pathway_stale_encounter_purged AFTER DELETE ON encounter BEGIN INSERT INTO pathway_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = OLD.patient_id);  END;

CREATE TRIGGER pathway_stale_immunization_added AFTER INSERT ON immunization BEGIN INSERT INTO pathway_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER pathway_stale_immunization_changed AFTER UPDATE ON immunization BEGIN INSERT INTO pathway_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = OLD.patient_id); INSERT INTO pathway_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER pathway_stale_immunization_purged AFTER DELETE ON immunization BEGIN INSERT INTO pathway_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = OLD.patient_id);  END;

CREATE TRIGGER pathway_stale_import_changed AFTER UPDATE OF state ON import_batch BEGIN INSERT INTO pathway_stale (patient_id) SELECT DISTINCT f.patient_id FROM condition AS f WHERE f.import_id = NEW.id AND NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = f.patient_id); INSERT INTO pathway_stale (patient_id) SELECT DISTINCT f.patient_id FROM medication_entry AS f WHERE f.import_id = NEW.id AND NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = f.patient_id); INSERT INTO pathway_stale (patient_id) SELECT DISTINCT f.patient_id FROM observation AS f WHERE f.import_id = NEW.id AND NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = f.patient_id); INSERT INTO pathway_stale (patient_id) SELECT DISTINCT f.patient_id FROM observation_component AS f WHERE f.import_id = NEW.id AND NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = f.patient_id); INSERT INTO pathway_stale (patient_id) SELECT DISTINCT f.patient_id FROM questionnaire_response AS f WHERE f.import_id = NEW.id AND NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = f.patient_id); INSERT INTO pathway_stale (patient_id) SELECT DISTINCT f.patient_id FROM procedure AS f WHERE f.import_id = NEW.id AND NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = f.patient_id); INSERT INTO pathway_stale (patient_id) SELECT DISTINCT f.patient_id FROM immunization AS f WHERE f.import_id = NEW.id AND NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = f.patient_id); INSERT INTO pathway_stale (patient_id) SELECT DISTINCT f.patient_id FROM encounter AS f WHERE f.import_id = NEW.id AND NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = f.patient_id); INSERT INTO pathway_stale (patient_id) SELECT DISTINCT f.patient_id FROM service_request AS f WHERE f.import_id = NEW.id AND NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = f.patient_id); INSERT INTO pathway_stale (patient_id) SELECT p.id FROM patient AS p WHERE p.import_id = NEW.id AND NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = p.id); END;

CREATE TRIGGER pathway_stale_medication_entry_added AFTER INSERT ON medication_entry BEGIN INSERT INTO pathway_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER pathway_stale_medication_entry_changed AFTER UPDATE ON medication_entry BEGIN INSERT INTO pathway_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = OLD.patient_id); INSERT INTO pathway_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER pathway_stale_medication_entry_purged AFTER DELETE ON medication_entry BEGIN INSERT INTO pathway_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = OLD.patient_id);  END;

CREATE TRIGGER pathway_stale_observation_added AFTER INSERT ON observation BEGIN INSERT INTO pathway_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER pathway_stale_observation_changed AFTER UPDATE ON observation BEGIN INSERT INTO pathway_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = OLD.patient_id); INSERT INTO pathway_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER pathway_stale_observation_component_added AFTER INSERT ON observation_component BEGIN INSERT INTO pathway_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER pathway_stale_observation_component_changed AFTER UPDATE ON observation_component BEGIN INSERT INTO pathway_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = OLD.patient_id); INSERT INTO pathway_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER pathway_stale_observation_component_purged AFTER DELETE ON observation_component BEGIN INSERT INTO pathway_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = OLD.patient_id);  END;

CREATE TRIGGER pathway_stale_observation_purged AFTER DELETE ON observation BEGIN INSERT INTO pathway_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = OLD.patient_id);  END;

CREATE TRIGGER pathway_stale_pathway_enrolment_added AFTER INSERT ON pathway_enrolment BEGIN INSERT INTO pathway_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER pathway_stale_pathway_enrolment_changed AFTER UPDATE ON pathway_enrolment BEGIN INSERT INTO pathway_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = OLD.patient_id); INSERT INTO pathway_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER pathway_stale_pathway_enrolment_purged AFTER DELETE ON pathway_enrolment BEGIN INSERT INTO pathway_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = OLD.patient_id);  END;

CREATE TRIGGER pathway_stale_pathway_target_added AFTER INSERT ON pathway_target BEGIN INSERT INTO pathway_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER pathway_stale_pathway_target_changed AFTER UPDATE ON pathway_target BEGIN INSERT INTO pathway_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = OLD.patient_id); INSERT INTO pathway_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER pathway_stale_pathway_target_purged AFTER DELETE ON pathway_target BEGIN INSERT INTO pathway_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = OLD.patient_id);  END;

CREATE TRIGGER pathway_stale_patient_added AFTER INSERT ON patient BEGIN INSERT INTO pathway_stale (patient_id) SELECT NEW.id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = NEW.id);  END;

CREATE TRIGGER pathway_stale_patient_changed AFTER UPDATE OF birth_date, sex, deceased, deceased_on, coordinator_id, removed_at, import_id ON patient BEGIN INSERT INTO pathway_stale (patient_id) SELECT NEW.id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = NEW.id);  END;

CREATE TRIGGER pathway_stale_patient_purged AFTER DELETE ON patient BEGIN DELETE FROM pathway_due WHERE patient_id = OLD.id; DELETE FROM pathway_checked WHERE patient_id = OLD.id; DELETE FROM pathway_stale WHERE patient_id = OLD.id; END;

CREATE TRIGGER pathway_stale_procedure_added AFTER INSERT ON procedure BEGIN INSERT INTO pathway_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER pathway_stale_procedure_changed AFTER UPDATE ON procedure BEGIN INSERT INTO pathway_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = OLD.patient_id); INSERT INTO pathway_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER pathway_stale_procedure_purged AFTER DELETE ON procedure BEGIN INSERT INTO pathway_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = OLD.patient_id);  END;

CREATE TRIGGER pathway_stale_questionnaire_response_added AFTER INSERT ON questionnaire_response BEGIN INSERT INTO pathway_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER pathway_stale_questionnaire_response_changed AFTER UPDATE ON questionnaire_response BEGIN INSERT INTO pathway_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = OLD.patient_id); INSERT INTO pathway_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER pathway_stale_questionnaire_response_purged AFTER DELETE ON questionnaire_response BEGIN INSERT INTO pathway_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = OLD.patient_id);  END;

CREATE TRIGGER pathway_stale_service_request_added AFTER INSERT ON service_request BEGIN INSERT INTO pathway_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER pathway_stale_service_request_changed AFTER UPDATE ON service_request BEGIN INSERT INTO pathway_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = OLD.patient_id); INSERT INTO pathway_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER pathway_stale_service_request_purged AFTER DELETE ON service_request BEGIN INSERT INTO pathway_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = OLD.patient_id);  END;

CREATE TRIGGER pathway_stale_step_decision_added AFTER INSERT ON step_decision BEGIN INSERT INTO pathway_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER pathway_stale_step_decision_changed AFTER UPDATE ON step_decision BEGIN INSERT INTO pathway_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = OLD.patient_id); INSERT INTO pathway_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER pathway_stale_step_decision_purged AFTER DELETE ON step_decision BEGIN INSERT INTO pathway_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM pathway_stale AS s WHERE s.patient_id = OLD.patient_id);  END;

