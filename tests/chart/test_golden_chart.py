"""The golden patient's chart and plan, fact by fact, as imported from their bundle."""

from __future__ import annotations

import tomllib
from collections import Counter
from zoneinfo import ZoneInfo

import pytest

from icm_desktop.contracts.exchange import ImportRequest
from icm_desktop.contracts.plan_sheet import AskSheet
from icm_desktop.contracts.record_lists import RecordFilter
from icm_desktop.contracts.timeline import TimelineFilter
from icm_desktop.contracts.visits import VisitFilter
from tests.support import make_practice


@pytest.fixture(scope="module")
def golden(tmp_path_factory, golden_dir):
    """The expected facts, and the practice that imported the bundle, seen on the golden day."""
    expected = tomllib.loads((golden_dir / "a.expected.toml").read_text("utf-8"))
    zone = ZoneInfo(expected["time_zone"])
    practice = make_practice(tmp_path_factory.mktemp("golden"), zone=zone, today=expected["today"]).open()
    practice.run("services.exchange.import_files", ImportRequest((str(golden_dir / expected["bundle"]),)))
    return expected, practice


@pytest.fixture(scope="module")
def patient(golden):
    expected, practice = golden
    return practice.run("queries.references.find_patient", expected["patient_identifier"])


@pytest.fixture(scope="module")
def chart(golden, patient):
    return golden[1].run("services.charts.open_chart", patient)


def test_the_patient_is_who_they_are(golden, chart):
    expected, head = golden[0]["patient"], chart.banner.head
    assert f"{head.given} {head.family}" == expected["name"]
    assert (head.sex, head.language, head.phone) == (
        expected["sex"],
        expected["preferred_language"],
        expected["phone"],
    )
    assert chart.banner.interpreter_needed is None
    assert set(chart.banner.sources) == {golden[0]["patient_identifier"], f"Patient/{golden[0]['patient_id']}"}
    assert [item.text for item in chart.banner.allergies.items] == ["Amoxicillin", "Simvastatin"]


def test_the_patient_is_found_by_everything_people_type(golden, patient):
    for typed in ("nunez", "O'Farrill", "ofarr", "jose nunez", "20/11/1961", "3777", "GA-004417", "arril"):
        assert [row.head.id for row in golden[1].run("queries.patients.find", typed)] == [patient], typed


def test_problems_and_social_findings_stand_apart(golden, chart):
    expected, problems = golden[0]["problems"], chart.clinical.problems
    assert {row.code for row in problems if not row.social} == set(expected["active"])
    reminders = {line.split()[0] for line in expected["stored_but_not_a_medical_problem"]}
    assert {row.code for row in problems if row.social} == {*expected["social"], *reminders}
    assert {one["code"] for one in expected["must_not_be_active"]}.isdisjoint(row.code for row in problems)


def test_counts_are_those_of_the_bundle_without_what_was_entered_in_error(golden, chart):
    read, derived, counts = golden[0]["counts"], golden[0]["counts_derived"], dict(chart.counts)
    assert counts == {
        "conditions": read["Condition"] - 1,
        "allergies": read["AllergyIntolerance"],
        "observations": read["Observation"],
        "encounters": read["Encounter"],
        "procedures": read["Procedure"],
        "immunizations": read["Immunization"],
        "goals": read["Goal"],
        "medications": read["MedicationRequest"] + read["MedicationStatement"],
        "care_team": derived["care_team_members"],
        "referrals": len(golden[0]["referrals"]["rows"]),
        "appointments": read["Appointment"],
    }


def test_current_medicines_are_all_there_by_prescriber(golden, chart):
    expected = golden[0]["medicines"]
    medicines = chart.clinical.medicines
    assert len(medicines) == golden[0]["counts_derived"]["medication_entries_active"]
    prescribers = sorted(medicine.prescriber or "none" for medicine in medicines)
    wanted = [medicine["prescriber"].split()[0] for medicine in [*expected["resolved"], {"prescriber": "none"}]]
    assert all(name in listed for name, listed in zip(sorted(wanted), sorted(_last_names(prescribers)), strict=True))
    assert "Ibuprofen" not in {medicine.text.split()[0].title() for medicine in medicines}


def _last_names(prescribers):
    return [name if name == "none" else name.split()[1] for name in prescribers]


def test_goals_carry_target_last_value_and_own_words(golden, chart):
    goals = {goal.text: goal for goal in chart.clinical.goals}
    assert len(goals) == golden[0]["counts_derived"]["goals_active"]
    sugar = goals["A1c below 7 %"]
    assert (sugar.target, sugar.last.on, sugar.last.value) == ("A1c ≤ 7 %", "2026-08-26", 9.0)
    assert goals["Bailar en la quinceañera de mi nieta en mayo"].words == "Bailar en la quinceañera de mi nieta en mayo"
    assert "A1c below 6.5 %" not in goals


def test_results_show_the_last_value_on_its_local_day(golden, chart):
    results = {row.text: row.last for row in chart.clinical.results}
    assert (results["eGFR"].on, results["eGFR"].value) == ("2026-11-18", golden[0]["kidney"]["egfr"])
    assert results["Urine albumin/creatinine"].value == golden[0]["kidney"]["uacr"]
    assert (results["PHQ-9"].on, results["PHQ-9"].value) == ("2026-11-18", 11)  # 19 November in UTC


def test_coming_visits_are_at_their_local_time(golden, chart):
    expected, practice = golden
    coming = [row["starts"] for row in expected["appointments"]["rows"] if "status" not in row]
    assert [date.starts_at for date in chart.next_dates] == coming
    local = [date.starts_at.astimezone(practice.zone).strftime("%H:%M") for date in chart.next_dates]
    assert local == ["10:00", "14:30", "13:00"]


def test_open_referrals_stand_where_they_stand(golden, chart):
    rows = [row for row in golden[0]["referrals"]["rows"] if not row["closed"]]
    assert sorted(one.state for one in chart.open_referrals) == sorted(row["state"] for row in rows)


def test_every_member_of_the_team_has_a_phone(golden, chart):
    assert len(chart.team) == golden[0]["counts_derived"]["care_team_members"]
    assert all(member.phone for member in chart.team)


def test_the_plan_lacks_what_nobody_wrote_and_names_the_goals_without_work(golden, patient):
    sheet = golden[1].run("queries.plan_sheet.sheet", AskSheet(patient))
    missing = {one.id: one.goals for one in sheet.missing}
    there = {"goals", "own_words", "team", "outcomes"}  # measured targets, her own words, six of a team, how it goes
    assert len(missing) == sheet.looked_for - len(there)
    assert not there & missing.keys()
    assert missing["interventions"] == missing["responsible"] == ("1", "2", "3", "4", "5", "6")


def test_the_patients_own_goal_comes_with_its_priority_and_the_team_can_be_asked(golden, patient):
    goals = {goal.draft.text: goal for goal in golden[1].run("queries.care_plan.care_plan", patient).goals}
    own = goals["Bailar en la quinceañera de mi nieta en mayo"]
    assert (own.draft.priority, own.status, own.achievement) == ("high-priority", "active", "in-progress")
    assert (goals["A1c below 6.5 %"].status, goals["A1c below 6.5 %"].achievement) == ("completed", "not-achieved")
    asked = {one.who.name: one for one in golden[1].run("queries.plan_versions.versions", patient).signers}
    assert asked["Iván Petrov MD"].role == "Cardiologist"
    assert asked["Iván Petrov MD"].usual
    assert not asked["Lucía O'Farrill Peña"].usual  # family: not mental health


def test_the_plan_shows_goals_and_the_outside_plan_with_source_and_date(golden, patient):
    plan = golden[1].run("queries.care_plan.care_plan", patient)
    assert len(plan.goals) == golden[0]["counts"]["Goal"]
    assert plan.goals[-1].status == "completed"
    outside = plan.outside[0]
    assert (outside.title, outside.starts) == ("Shared care plan", "2026-10-20")
    assert len(outside.actions) == 5
    assert outside.provenance.source
    assert outside.provenance.received_at is not None


def test_a_second_import_changes_nothing_on_the_chart(golden, golden_dir, patient, chart):
    practice = golden[1]
    practice.run("services.exchange.import_files", ImportRequest((str(golden_dir / "a.json"),)))
    again = practice.run("queries.chart.chart", patient)
    assert (again.counts, again.clinical, again.team) == (chart.counts, chart.clinical, chart.team)


def test_visits_are_told_apart_by_class(golden, patient):
    derived = golden[0]["counts_derived"]
    theirs = golden[1].run("queries.visits.visits", VisitFilter(patient)).rows
    assert Counter(row.class_code for row in theirs if row.ref.kind == "encounter") == {
        "AMB": derived["encounters_ambulatory"],
        "EMER": derived["encounters_emergency"],
        "IMP": derived["encounters_inpatient"],
        "VR": derived["encounters_virtual"],
    }
    stays = golden[1].run("queries.visits.visits", VisitFilter(patient, "stay")).rows
    assert (stays[0].day, stays[0].nights) == ("2026-11-10", 5)
    emergency = golden[1].run("queries.visits.visits", VisitFilter(patient, "emergency")).rows
    days = [row.day for row in emergency]
    assert {day.isoformat() for day in golden[0]["ed"]["dates"]} <= set(days)
    assert "2025-11-20" in days  # written as 02:15 of the next day in UTC


def test_the_record_has_every_problem_and_says_what_is_over(golden, patient):
    expected, practice = golden[0], golden[1]
    problems = practice.run("queries.record_lists.entries", RecordFilter(patient)).rows
    assert sum(row.current for row in problems) == len(expected["problems"]["active"])
    over = {row.title: row.status for row in problems if not row.current}
    assert sorted(over.values()) == ["refuted", "resolved"]
    social = practice.run("queries.record_lists.entries", RecordFilter(patient, "social")).rows
    wanted = len(expected["problems"]["social"]) + len(expected["problems"]["stored_but_not_a_medical_problem"])
    assert len(social) == wanted
    errors = practice.run("queries.record_lists.entries", RecordFilter(patient, mistaken=True)).rows
    assert [row.title.split()[0] for row in errors if row.mistaken] == ["Bipolar"]


def test_last_values_and_trends_of_the_results(golden, patient):
    lines = {line.key: line for line in golden[1].run("queries.results.results", patient)}
    assert (lines["a1c"].latest.number, lines["a1c"].latest.day) == (9.0, "2026-08-26")
    assert [value for _, value in lines["egfr"].points][-2:] == [43, golden[0]["kidney"]["egfr"]]
    assert [value for _, value in lines["uacr"].points][-2:] == [85, golden[0]["kidney"]["uacr"]]
    assert [value for _, value in lines["weight"].points][-2:] == [79.0, 80.4]
    assert lines["potassium"].latest.text == "5.6 mmol/L"
    assert [part.name for part in lines["blood_pressure"].parts] == ["BP systolic", "BP diastolic"]
    scores = {line.name: [value for _, value in line.points] for line in lines.values() if line.group == "survey"}
    assert scores["PHQ-9"] == [row["score"] for row in golden[0]["screening"]["rows"] if row["id"].startswith("phq")]


def test_the_timeline_has_everything_with_its_origin(golden, patient):
    practice = golden[1]
    page = practice.run("queries.timeline.timeline", TimelineFilter(patient, limit=500))
    assert page.total == len(page.rows)
    kinds = Counter(row.ref.kind for row in page.rows)
    read = golden[0]["counts"]
    assert (kinds["encounter"], kinds["appointment"]) == (read["Encounter"], read["Appointment"])
    assert kinds["questionnaire_response"] == read["QuestionnaireResponse"]
    assert kinds["procedure"] + kinds["immunization"] == read["Procedure"] + read["Immunization"]
    assert sum(row.count for row in page.rows if row.ref.kind == "observation") == read["Observation"]
    for row in page.rows[::20]:
        origin = practice.run("queries.records.fact", row.ref).origin
        assert origin.outside
        assert origin.received_at is not None
    found = practice.run("queries.timeline.timeline", TimelineFilter(patient, search="quinceanera"))
    assert [row.ref.kind for row in found.rows] == ["goal"]
