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

