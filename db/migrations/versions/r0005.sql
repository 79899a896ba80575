ALTER TABLE "handout" ADD COLUMN plan_version_id INTEGER REFERENCES "plan_version" (id);

ALTER TABLE "handout" ADD COLUMN team_question_id INTEGER REFERENCES "team_question" (id);

ALTER TABLE "plan_copy" ADD COLUMN handout_id INTEGER REFERENCES "handout" (id);

CREATE INDEX ix_handout_plan_version_id ON handout (plan_version_id);

CREATE INDEX ix_handout_team_question_id ON handout (team_question_id);

CREATE INDEX ix_plan_copy_handout_id ON plan_copy (handout_id);

