CREATE TABLE value_set (
  url VARCHAR NOT NULL,
  set_version VARCHAR,
  title VARCHAR,
  source VARCHAR,
  count INTEGER NOT NULL,
  digest VARCHAR NOT NULL,
  codes JSON NOT NULL,
  id INTEGER NOT NULL,
  version INTEGER NOT NULL,
  created_at VARCHAR(20),
  created_by_id INTEGER,
  updated_at VARCHAR(20),
  updated_by_id INTEGER,
  removed_at VARCHAR(20),
  CONSTRAINT pk_value_set PRIMARY KEY (id)
);

CREATE TABLE measure_concept ( id INTEGER NOT NULL, system VARCHAR NOT NULL, code VARCHAR NOT NULL, PRIMARY KEY (id) );

CREATE TABLE measure_person ( patient_id INTEGER NOT NULL, born_first INTEGER, born_last INTEGER, sex VARCHAR, counted INTEGER NOT NULL, PRIMARY KEY (patient_id) );

CREATE TABLE measure_fact ( kind INTEGER NOT NULL, concept_id INTEGER NOT NULL, day INTEGER NOT NULL, id INTEGER NOT NULL, patient_id INTEGER NOT NULL, "key" INTEGER NOT NULL, status VARCHAR, intent VARCHAR, verification VARCHAR, category VARCHAR, class_code VARCHAR, negated INTEGER NOT NULL, start_at INTEGER, end_at INTEGER, start_day INTEGER, end_day INTEGER, recorded_at INTEGER, recorded_day INTEGER, value_number FLOAT, value_unit VARCHAR, value_concept_id INTEGER, has_value INTEGER NOT NULL, reason_concept_id INTEGER, amount FLOAT, repeats INTEGER, related_key INTEGER, PRIMARY KEY (kind, concept_id, day, id) ) WITHOUT ROWID;

CREATE TABLE measure_basis (id INTEGER PRIMARY KEY, digest TEXT NOT NULL);

CREATE TABLE measure_stale (patient_id INTEGER PRIMARY KEY);

CREATE INDEX ix_measure_fact_patient_id ON measure_fact (patient_id);

CREATE INDEX ix_value_set_url_set_version ON value_set (url, set_version);

CREATE UNIQUE INDEX uq_measure_concept_system_code ON measure_concept (system, code);

CREATE TRIGGER measure_stale_allergy_intolerance_added AFTER INSERT ON allergy_intolerance BEGIN INSERT INTO measure_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER measure_stale_allergy_intolerance_changed AFTER UPDATE ON allergy_intolerance BEGIN INSERT INTO measure_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = OLD.patient_id); INSERT INTO measure_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER measure_stale_allergy_intolerance_purged AFTER DELETE ON allergy_intolerance BEGIN INSERT INTO measure_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = OLD.patient_id);  END;

CREATE TRIGGER measure_stale_appointment_added AFTER INSERT ON appointment BEGIN INSERT INTO measure_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER measure_stale_appointment_changed AFTER UPDATE ON appointment BEGIN INSERT INTO measure_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = OLD.patient_id); INSERT INTO measure_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER measure_stale_appointment_purged AFTER DELETE ON appointment BEGIN INSERT INTO measure_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = OLD.patient_id);  END;

CREATE TRIGGER measure_stale_condition_added AFTER INSERT ON condition BEGIN INSERT INTO measure_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER measure_stale_condition_changed AFTER UPDATE ON condition BEGIN INSERT INTO measure_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = OLD.patient_id); INSERT INTO measure_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER measure_stale_condition_purged AFTER DELETE ON condition BEGIN INSERT INTO measure_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = OLD.patient_id);  END;

CREATE TRIGGER measure_stale_encounter_added AFTER INSERT ON encounter BEGIN INSERT INTO measure_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER measure_stale_encounter_changed AFTER UPDATE ON encounter BEGIN INSERT INTO measure_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = OLD.patient_id); INSERT INTO measure_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER measure_stale_encounter_purged AFTER DELETE ON encounter BEGIN INSERT INTO measure_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = OLD.patient_id);  END;

CREATE TRIGGER measure_stale_handout_added AFTER INSERT ON handout BEGIN INSERT INTO measure_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER measure_stale_handout_changed AFTER UPDATE ON handout BEGIN INSERT INTO measure_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = OLD.patient_id); INSERT INTO measure_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER measure_stale_handout_purged AFTER DELETE ON handout BEGIN INSERT INTO measure_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = OLD.patient_id);  END;

CREATE TRIGGER measure_stale_import_changed AFTER UPDATE OF state ON import_batch BEGIN INSERT INTO measure_stale (patient_id) SELECT p.id FROM patient AS p WHERE p.import_id = NEW.id AND NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = p.id); INSERT INTO measure_stale (patient_id) SELECT DISTINCT f.patient_id FROM source_resource AS f WHERE f.import_id = NEW.id AND f.patient_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = f.patient_id); END;

CREATE TRIGGER measure_stale_medication_dispense_added AFTER INSERT ON medication_dispense BEGIN INSERT INTO measure_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER measure_stale_medication_dispense_changed AFTER UPDATE ON medication_dispense BEGIN INSERT INTO measure_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = OLD.patient_id); INSERT INTO measure_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER measure_stale_medication_dispense_purged AFTER DELETE ON medication_dispense BEGIN INSERT INTO measure_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = OLD.patient_id);  END;

CREATE TRIGGER measure_stale_medication_entry_added AFTER INSERT ON medication_entry BEGIN INSERT INTO measure_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER measure_stale_medication_entry_changed AFTER UPDATE ON medication_entry BEGIN INSERT INTO measure_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = OLD.patient_id); INSERT INTO measure_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER measure_stale_medication_entry_purged AFTER DELETE ON medication_entry BEGIN INSERT INTO measure_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = OLD.patient_id);  END;

CREATE TRIGGER measure_stale_observation_added AFTER INSERT ON observation BEGIN INSERT INTO measure_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER measure_stale_observation_changed AFTER UPDATE ON observation BEGIN INSERT INTO measure_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = OLD.patient_id); INSERT INTO measure_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER measure_stale_observation_component_added AFTER INSERT ON observation_component BEGIN INSERT INTO measure_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER measure_stale_observation_component_changed AFTER UPDATE ON observation_component BEGIN INSERT INTO measure_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = OLD.patient_id); INSERT INTO measure_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER measure_stale_observation_component_purged AFTER DELETE ON observation_component BEGIN INSERT INTO measure_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = OLD.patient_id);  END;

CREATE TRIGGER measure_stale_observation_purged AFTER DELETE ON observation BEGIN INSERT INTO measure_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = OLD.patient_id);  END;

CREATE TRIGGER measure_stale_patient_added AFTER INSERT ON patient BEGIN INSERT INTO measure_stale (patient_id) SELECT NEW.id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = NEW.id);  END;

CREATE TRIGGER measure_stale_patient_changed AFTER UPDATE OF birth_date, sex, deceased, deceased_on, removed_at, import_id ON patient BEGIN INSERT INTO measure_stale (patient_id) SELECT NEW.id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = NEW.id);  END;

CREATE TRIGGER measure_stale_patient_purged AFTER DELETE ON patient BEGIN DELETE FROM measure_fact WHERE patient_id = OLD.id; DELETE FROM measure_person WHERE patient_id = OLD.id; DELETE FROM measure_stale WHERE patient_id = OLD.id; END;

CREATE TRIGGER measure_stale_plan_sign_off_added AFTER INSERT ON plan_sign_off BEGIN INSERT INTO measure_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER measure_stale_plan_sign_off_changed AFTER UPDATE ON plan_sign_off BEGIN INSERT INTO measure_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = OLD.patient_id); INSERT INTO measure_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER measure_stale_plan_sign_off_purged AFTER DELETE ON plan_sign_off BEGIN INSERT INTO measure_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = OLD.patient_id);  END;

CREATE TRIGGER measure_stale_plan_version_added AFTER INSERT ON plan_version BEGIN INSERT INTO measure_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER measure_stale_plan_version_changed AFTER UPDATE ON plan_version BEGIN INSERT INTO measure_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = OLD.patient_id); INSERT INTO measure_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER measure_stale_plan_version_purged AFTER DELETE ON plan_version BEGIN INSERT INTO measure_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = OLD.patient_id);  END;

CREATE TRIGGER measure_stale_procedure_added AFTER INSERT ON procedure BEGIN INSERT INTO measure_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER measure_stale_procedure_changed AFTER UPDATE ON procedure BEGIN INSERT INTO measure_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = OLD.patient_id); INSERT INTO measure_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER measure_stale_procedure_purged AFTER DELETE ON procedure BEGIN INSERT INTO measure_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = OLD.patient_id);  END;

CREATE TRIGGER measure_stale_referral_event_added AFTER INSERT ON referral_event BEGIN INSERT INTO measure_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER measure_stale_referral_event_changed AFTER UPDATE ON referral_event BEGIN INSERT INTO measure_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = OLD.patient_id); INSERT INTO measure_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER measure_stale_referral_event_purged AFTER DELETE ON referral_event BEGIN INSERT INTO measure_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = OLD.patient_id);  END;

CREATE TRIGGER measure_stale_screening_follow_up_added AFTER INSERT ON screening_follow_up BEGIN INSERT INTO measure_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER measure_stale_screening_follow_up_changed AFTER UPDATE ON screening_follow_up BEGIN INSERT INTO measure_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = OLD.patient_id); INSERT INTO measure_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER measure_stale_screening_follow_up_purged AFTER DELETE ON screening_follow_up BEGIN INSERT INTO measure_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = OLD.patient_id);  END;

CREATE TRIGGER measure_stale_service_request_added AFTER INSERT ON service_request BEGIN INSERT INTO measure_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER measure_stale_service_request_changed AFTER UPDATE ON service_request BEGIN INSERT INTO measure_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = OLD.patient_id); INSERT INTO measure_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER measure_stale_service_request_purged AFTER DELETE ON service_request BEGIN INSERT INTO measure_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = OLD.patient_id);  END;

CREATE TRIGGER measure_stale_task_added AFTER INSERT ON task BEGIN INSERT INTO measure_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER measure_stale_task_changed AFTER UPDATE ON task BEGIN INSERT INTO measure_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = OLD.patient_id); INSERT INTO measure_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER measure_stale_task_purged AFTER DELETE ON task BEGIN INSERT INTO measure_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM measure_stale AS s WHERE s.patient_id = OLD.patient_id);  END;

