DROP TRIGGER page_stale_appointment_added;

DROP TRIGGER page_stale_appointment_changed;

DROP TRIGGER page_stale_care_plan_added;

DROP TRIGGER page_stale_care_plan_changed;

DROP TRIGGER page_stale_detected_issue_added;

DROP TRIGGER page_stale_detected_issue_changed;

DROP TRIGGER page_stale_encounter_added;

DROP TRIGGER page_stale_encounter_changed;

DROP TRIGGER page_stale_goal_added;

DROP TRIGGER page_stale_goal_changed;

DROP TRIGGER page_stale_handout_added;

DROP TRIGGER page_stale_handout_changed;

DROP TRIGGER page_stale_medication_entry_added;

DROP TRIGGER page_stale_medication_entry_changed;

DROP TRIGGER page_stale_pathway_enrolment_added;

DROP TRIGGER page_stale_pathway_enrolment_changed;

DROP TRIGGER page_stale_patient_changed;

DROP TRIGGER page_stale_plan_action_added;

DROP TRIGGER page_stale_plan_action_changed;

DROP TRIGGER page_stale_practice_changed;

DROP TRIGGER page_stale_service_request_added;

DROP TRIGGER page_stale_service_request_changed;

DROP TRIGGER page_stale_team_member_added;

DROP TRIGGER page_stale_team_member_changed;

DROP INDEX ix_handout_said;

ALTER TABLE "handout" ADD COLUMN words_version VARCHAR;

CREATE INDEX ix_handout_held ON handout (patient_id) WHERE facts IS NOT NULL AND handed_to IS NOT NULL AND removed_at IS NULL;

CREATE TRIGGER page_stale_appointment_added AFTER INSERT ON appointment BEGIN INSERT INTO page_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = NEW.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = NEW.patient_id AND h.facts IS NOT NULL AND h.handed_to IS NOT NULL AND h.removed_at IS NULL);  END;

CREATE TRIGGER page_stale_appointment_changed AFTER UPDATE ON appointment BEGIN INSERT INTO page_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = OLD.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = OLD.patient_id AND h.facts IS NOT NULL AND h.handed_to IS NOT NULL AND h.removed_at IS NULL); INSERT INTO page_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = NEW.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = NEW.patient_id AND h.facts IS NOT NULL AND h.handed_to IS NOT NULL AND h.removed_at IS NULL);  END;

CREATE TRIGGER page_stale_care_plan_added AFTER INSERT ON care_plan BEGIN INSERT INTO page_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = NEW.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = NEW.patient_id AND h.facts IS NOT NULL AND h.handed_to IS NOT NULL AND h.removed_at IS NULL);  END;

CREATE TRIGGER page_stale_care_plan_changed AFTER UPDATE ON care_plan BEGIN INSERT INTO page_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = OLD.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = OLD.patient_id AND h.facts IS NOT NULL AND h.handed_to IS NOT NULL AND h.removed_at IS NULL); INSERT INTO page_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = NEW.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = NEW.patient_id AND h.facts IS NOT NULL AND h.handed_to IS NOT NULL AND h.removed_at IS NULL);  END;

CREATE TRIGGER page_stale_detected_issue_added AFTER INSERT ON detected_issue BEGIN INSERT INTO page_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = NEW.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = NEW.patient_id AND h.facts IS NOT NULL AND h.handed_to IS NOT NULL AND h.removed_at IS NULL);  END;

CREATE TRIGGER page_stale_detected_issue_changed AFTER UPDATE ON detected_issue BEGIN INSERT INTO page_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = OLD.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = OLD.patient_id AND h.facts IS NOT NULL AND h.handed_to IS NOT NULL AND h.removed_at IS NULL); INSERT INTO page_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = NEW.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = NEW.patient_id AND h.facts IS NOT NULL AND h.handed_to IS NOT NULL AND h.removed_at IS NULL);  END;

CREATE TRIGGER page_stale_encounter_added AFTER INSERT ON encounter BEGIN INSERT INTO page_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = NEW.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = NEW.patient_id AND h.facts IS NOT NULL AND h.handed_to IS NOT NULL AND h.removed_at IS NULL);  END;

CREATE TRIGGER page_stale_encounter_changed AFTER UPDATE ON encounter BEGIN INSERT INTO page_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = OLD.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = OLD.patient_id AND h.facts IS NOT NULL AND h.handed_to IS NOT NULL AND h.removed_at IS NULL); INSERT INTO page_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = NEW.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = NEW.patient_id AND h.facts IS NOT NULL AND h.handed_to IS NOT NULL AND h.removed_at IS NULL);  END;

CREATE TRIGGER page_stale_goal_added AFTER INSERT ON goal BEGIN INSERT INTO page_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = NEW.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = NEW.patient_id AND h.facts IS NOT NULL AND h.handed_to IS NOT NULL AND h.removed_at IS NULL);  END;

CREATE TRIGGER page_stale_goal_changed AFTER UPDATE ON goal BEGIN INSERT INTO page_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = OLD.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = OLD.patient_id AND h.facts IS NOT NULL AND h.handed_to IS NOT NULL AND h.removed_at IS NULL); INSERT INTO page_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = NEW.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = NEW.patient_id AND h.facts IS NOT NULL AND h.handed_to IS NOT NULL AND h.removed_at IS NULL);  END;

CREATE TRIGGER page_stale_handout_added AFTER INSERT ON handout BEGIN INSERT INTO page_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = NEW.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = NEW.patient_id AND h.facts IS NOT NULL AND h.handed_to IS NOT NULL AND h.removed_at IS NULL);  END;

CREATE TRIGGER page_stale_handout_changed AFTER UPDATE OF handed_to, facts, told_facts, removed_at, patient_id, how ON handout BEGIN INSERT INTO page_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = OLD.patient_id); INSERT INTO page_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = NEW.patient_id);  END;

CREATE TRIGGER page_stale_medication_entry_added AFTER INSERT ON medication_entry BEGIN INSERT INTO page_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = NEW.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = NEW.patient_id AND h.facts IS NOT NULL AND h.handed_to IS NOT NULL AND h.removed_at IS NULL);  END;

CREATE TRIGGER page_stale_medication_entry_changed AFTER UPDATE ON medication_entry BEGIN INSERT INTO page_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = OLD.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = OLD.patient_id AND h.facts IS NOT NULL AND h.handed_to IS NOT NULL AND h.removed_at IS NULL); INSERT INTO page_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = NEW.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = NEW.patient_id AND h.facts IS NOT NULL AND h.handed_to IS NOT NULL AND h.removed_at IS NULL);  END;

CREATE TRIGGER page_stale_pathway_enrolment_added AFTER INSERT ON pathway_enrolment BEGIN INSERT INTO page_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = NEW.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = NEW.patient_id AND h.facts IS NOT NULL AND h.handed_to IS NOT NULL AND h.removed_at IS NULL);  END;

CREATE TRIGGER page_stale_pathway_enrolment_changed AFTER UPDATE ON pathway_enrolment BEGIN INSERT INTO page_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = OLD.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = OLD.patient_id AND h.facts IS NOT NULL AND h.handed_to IS NOT NULL AND h.removed_at IS NULL); INSERT INTO page_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = NEW.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = NEW.patient_id AND h.facts IS NOT NULL AND h.handed_to IS NOT NULL AND h.removed_at IS NULL);  END;

CREATE TRIGGER page_stale_patient_changed AFTER UPDATE OF coordinator_id, deceased, removed_at, family, given, birth_date ON patient BEGIN INSERT INTO page_stale (patient_id) SELECT NEW.id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = NEW.id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = NEW.id AND h.facts IS NOT NULL AND h.handed_to IS NOT NULL AND h.removed_at IS NULL);  END;

CREATE TRIGGER page_stale_plan_action_added AFTER INSERT ON plan_action BEGIN INSERT INTO page_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = NEW.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = NEW.patient_id AND h.facts IS NOT NULL AND h.handed_to IS NOT NULL AND h.removed_at IS NULL);  END;

CREATE TRIGGER page_stale_plan_action_changed AFTER UPDATE ON plan_action BEGIN INSERT INTO page_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = OLD.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = OLD.patient_id AND h.facts IS NOT NULL AND h.handed_to IS NOT NULL AND h.removed_at IS NULL); INSERT INTO page_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = NEW.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = NEW.patient_id AND h.facts IS NOT NULL AND h.handed_to IS NOT NULL AND h.removed_at IS NULL);  END;

CREATE TRIGGER page_stale_practice_changed AFTER UPDATE OF phone, after_hours_phone, hours_text ON practice BEGIN INSERT INTO page_stale (patient_id) SELECT DISTINCT h.patient_id FROM handout AS h WHERE h.facts IS NOT NULL AND h.handed_to IS NOT NULL AND h.removed_at IS NULL AND NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = h.patient_id); END;

CREATE TRIGGER page_stale_service_request_added AFTER INSERT ON service_request BEGIN INSERT INTO page_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = NEW.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = NEW.patient_id AND h.facts IS NOT NULL AND h.handed_to IS NOT NULL AND h.removed_at IS NULL);  END;

CREATE TRIGGER page_stale_service_request_changed AFTER UPDATE ON service_request BEGIN INSERT INTO page_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = OLD.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = OLD.patient_id AND h.facts IS NOT NULL AND h.handed_to IS NOT NULL AND h.removed_at IS NULL); INSERT INTO page_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = NEW.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = NEW.patient_id AND h.facts IS NOT NULL AND h.handed_to IS NOT NULL AND h.removed_at IS NULL);  END;

CREATE TRIGGER page_stale_team_member_added AFTER INSERT ON team_member BEGIN INSERT INTO page_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = NEW.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = NEW.patient_id AND h.facts IS NOT NULL AND h.handed_to IS NOT NULL AND h.removed_at IS NULL);  END;

CREATE TRIGGER page_stale_team_member_changed AFTER UPDATE ON team_member BEGIN INSERT INTO page_stale (patient_id) SELECT OLD.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = OLD.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = OLD.patient_id AND h.facts IS NOT NULL AND h.handed_to IS NOT NULL AND h.removed_at IS NULL); INSERT INTO page_stale (patient_id) SELECT NEW.patient_id WHERE NOT EXISTS (SELECT 1 FROM page_stale AS s WHERE s.patient_id = NEW.patient_id) AND EXISTS (SELECT 1 FROM handout AS h WHERE h.patient_id = NEW.patient_id AND h.facts IS NOT NULL AND h.handed_to IS NOT NULL AND h.removed_at IS NULL);  END;

