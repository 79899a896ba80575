"""The golden patient: the clocks after the stay, LACE and the readmission as its expected facts say."""

from __future__ import annotations

import datetime as dt

import pytest

from icm_desktop.content import policies
from icm_desktop.contracts.transitions import TransitionFilter
from icm_desktop.contracts.worklist import WorkFilter

TODAY = dt.date(2026, 11, 20)


@pytest.fixture(scope="module")
def practice(golden_practice):
    return golden_practice


@pytest.fixture(scope="module")
def expected(golden_facts):
    return golden_facts


@pytest.fixture(scope="module")
def row(practice):
    (found,) = practice.open().run("queries.transitions.board", TransitionFilter())
    return found


def test_the_clocks_of_the_stay_are_those_expected(row, expected):
    facts = expected["transition"]
    contact, visit = row.clock("contact"), row.clock("visit")
    assert (row.discharged_on, row.day, row.imported) == (facts["discharge"], 5, True)
    assert (contact.due, contact.state, contact.attempts) == (
        facts["contact_deadline"], facts["contact_state"], facts["attempts_recorded"],
    )  # fmt: skip
    assert policies.shipped().shipped_calendar.add(facts["discharge"], 1) == facts["business_day_1"]
    assert (contact.done_on is not None) is facts["contact_made"]
    assert contact.sooner == facts["lace_10_or_more_needs"]["contact_by"]
    assert (visit.due, visit.done_on, visit.state) == (facts["visit_7_days"], facts["booked_visit"], "booked_late")
    assert row.clock("medication_reconciliation").due == facts["booked_visit"]
    assert row.discharged_on + dt.timedelta(days=row.days) == facts["day_30"]
    assert (row.next.what, [one.reached for one in row.tried]) == ("contact", [False])


def test_lace_is_the_one_expected_with_every_part_shown(row, expected):
    facts, score = expected["risk"]["lace"], row.lace
    parts = (score.length, score.acute, score.comorbidity, score.emergency)
    assert parts == (facts["L"], facts["A"], facts["C"], facts["E"])
    assert (score.total, score.band, score.missing) == (facts["total"], facts["band"], ())
    assert {"heart_failure", "diabetes_organ"} <= set(score.inputs.have) and "chronic_lung" not in score.inputs.have


def test_a_stay_thirty_days_after_a_discharge_is_a_readmission(practice, row, expected):
    assert (row.after_readmission.index_ended, row.after_readmission.days) == (dt.date(2026, 10, 11), 30)
    assert row.readmitted is None
    (latest, first) = practice.open().run("queries.transitions.of_patient", 1)
    assert (latest.encounter_id, first.readmitted.days) == (row.encounter_id, 30)
    assert expected["measures"]["rows"][-1]["measure"] == "readmission"


def test_moderate_complexity_has_fourteen_days_and_the_booked_visit_is_in_time(practice, row, expected):
    from icm_desktop.contracts.transitions import DescribeTransition

    saved = practice.open().run("services.transitions.describe", DescribeTransition(row.encounter_id, 0, "moderate"))
    visit = saved.row.clock("visit")
    assert (visit.due, visit.state) == (expected["transition"]["visit_14_days"], "booked")
    assert visit.sooner == expected["transition"]["lace_10_or_more_needs"]["visit_by"]
    practice.open().run("services.history.undo", saved.changes.action_id)
    (again,) = practice.open().run("queries.transitions.board", TransitionFilter())
    assert again.clock("visit").due == expected["transition"]["visit_7_days"]


def test_the_readmission_is_told_on_the_chart_and_in_its_first_days_on_today(practice, row):
    banner = practice.open().run("queries.chart.chart", 1).banner
    assert (banner.readmission.began, banner.readmission.days) == (dt.date(2026, 11, 10), 30)
    assert practice.open("front_desk").run("queries.chart.chart", 1).banner.readmission is None

    def told(day):
        rows = practice.on(day).open().run("queries.today.worklist", WorkFilter(everyone=True)).rows
        return [item for item in rows if item.title == "today.readmitted"]

    (item,) = told(dt.date(2026, 11, 12))
    assert (item.key, dict(item.title_params)) == (f"encounter:{row.encounter_id}:readmission", {"days": "30"})
    assert told(dt.date(2026, 11, 17)) and not told(dt.date(2026, 11, 18)) and not told(dt.date(2026, 11, 9))
    assert practice.on(dt.date(2026, 12, 11)).open().run("queries.chart.chart", 1).banner.readmission is None
