"""What one visit costs does not grow with how many visits of others were missed."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from db.standing import DDL
from tests.support import make_practice

_OF_ONE = "SELECT id FROM appointment WHERE patient_id = 5 AND status || '' = 'noshow'"


@pytest.mark.parametrize("rows", ["7", _OF_ONE])
def test_the_standing_of_a_visit_is_found_without_walking_through_every_missed_one(tmp_path, rows):
    with make_practice(tmp_path).open("administrator").read() as uow:
        query = f"EXPLAIN QUERY PLAN SELECT * FROM work_standing_of_appointment WHERE row_id IN ({rows})"  # noqa: S608
        steps = [row[3] for row in uow.session.execute(text(query))]
    assert not [step for step in steps if "ix_appointment_status" in step or step.startswith("SCAN")]


def test_triggers_ask_for_the_missed_visits_of_one_patient_in_that_way():
    asked = [statement for statement in DDL if "missed_added" in statement]
    assert len(asked) == 1
    assert _OF_ONE.replace("5", "NEW.patient_id") in asked[0]
