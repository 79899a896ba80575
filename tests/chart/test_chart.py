"""What chart Summary shows of records full of traps, and what it hides from whom."""

from __future__ import annotations

import datetime as dt
import pickle

import pytest

from db.models.audit import AuditEvent
from db.models.exchange import ImportBatch
from icm_desktop.contracts.timeline import TimelineFilter
from icm_desktop.errors import NotAllowed, NotFound
from tests.chart.conftest import (
    ICD10,
    AllergyIntolerance,
    Appointment,
    CareTeam,
    CareTeamMember,
    Condition,
    Goal,
    MedicationEntry,
    Observation,
    ObservationComponent,
    Organization,
    Patient,
    PatientIdentifier,
    PlanAction,
    ServiceRequest,
    conditions,
    pressures,
)

SECRET = "Zyxwvut"  # in every clinical text: must not reach the front desk


def test_only_active_confirmed_problems_are_listed_and_social_findings_stand_apart(chart, store, patient):
    store(*conditions(patient))
    seen = chart(patient)
    medical = [(row.code, row.others) for row in seen.clinical.problems if not row.social]
    assert medical == [("I50.22", 1), ("E11.22", 0), ("F41.1", 0)]
    assert {row.code for row in seen.clinical.problems if row.social} == {"Z59.41", "160904001", "314529007"}
    assert dict(seen.counts)["conditions"] == 10  # all but the one entered in error


def test_current_medicines_of_both_kinds_and_only_what_is_the_same_shares_a_line(chart, store, patient):
    def entry(text, status="active", kind="MedicationRequest", **more):
        return MedicationEntry(patient_id=patient, kind=kind, text=text, status=status, **more)

    store(
        entry("Furosemide 40 mg", dosage="1 a day", author="Adeyemi"),
        entry("Furosemide 40 mg", dosage="2 a day", author="Petrov"),
        entry("metformin", dosage="1 a day", starts_when="2026-01-01"),
        entry("Metformin", dosage="1 a day", starts_when="2025-01-01"),
        entry("Aleve", kind="MedicationStatement", patient_reported=True),
        entry("Warfarin", status="on-hold"),
        entry("Ibuprofen", status="stopped"),
        entry("Aspirin", intent="proposal"),
        entry("Mistake", status="entered-in-error"),
    )
    seen = chart(patient)
    listed = [(row.text, row.prescriber, row.others) for row in seen.clinical.medicines]
    assert listed == [
        ("Aleve", None, 0),
        ("Furosemide 40 mg", "Adeyemi", 0),
        ("Furosemide 40 mg", "Petrov", 0),
        ("metformin", None, 1),
        ("Warfarin", None, 0),
    ]
    assert dict(seen.counts)["medications"] == 8


def test_a_medicine_past_its_end_that_is_still_listed_as_taken_says_so(chart, store, patient):
    def entry(text, **more):
        return MedicationEntry(patient_id=patient, kind="MedicationRequest", text=text, status="active", **more)

    store(entry("Prednisone", ends_when="2020-03-01"), entry("Ramipril", ends_when="2199-01-01"), entry("Statin"))
    over = {row.text: row.over_since for row in chart(patient).clinical.medicines}
    assert over == {"Prednisone": dt.date(2020, 3, 1), "Ramipril": None, "Statin": None}


def test_allergies_are_some_or_none_or_not_recorded(chart, store, practice, patient):
    assert chart(patient).banner.allergies.state == "not_recorded"
    with practice.open().write("test") as uow:
        uow.session.get_one(Patient, patient).no_known_allergies_on = dt.date(2026, 6, 2)
    none = chart(patient).banner.allergies
    assert (none.state, none.none_known_on) == ("none", dt.date(2026, 6, 2))
    store(
        AllergyIntolerance(patient_id=patient, text="No known allergy", code="716186003", status="active"),
        AllergyIntolerance(patient_id=patient, text="Latex", status="inactive"),
        AllergyIntolerance(patient_id=patient, text="Eggs", status="active", verification="refuted"),
    )
    assert chart(patient).banner.allergies.state == "none"
    store(AllergyIntolerance(patient_id=patient, text="Penicillin", status="active", reaction="hives"))
    some = chart(patient).banner.allergies
    assert (some.state, [(row.text, row.reaction) for row in some.items]) == ("some", [("Penicillin", "hives")])


def test_a_goal_has_its_last_value_trend_and_next_action(chart, store, patient):
    goal, closed = store(
        Goal(patient_id=patient, text="A1c", status="active", measure_code="4548-4", target_comparator="<",
             target_value=8.0, target_unit="%"),
        Goal(patient_id=patient, text="Old", status="completed"),
    )  # fmt: skip
    store(*(
        Observation(patient_id=patient, code="4548-4" if month % 2 else "17856-6", status="final",
                    effective_when=f"2025-{month:02d}-05", value_number=7 + month / 10, value_unit="%")
        for month in range(1, 13)
    ))  # fmt: skip
    store(
        Observation(patient_id=patient, code="4548-4", status="entered-in-error", effective_when="2026-06-01",
                    value_number=99.0, value_unit="%"),
        Observation(patient_id=patient, code="4548-4", status="final", effective_when="2026-05-21T02:00:00Z",
                    value_number=8.1, value_unit="%"),
        PlanAction(patient_id=patient, goal_id=goal, text="Later", status="not-started", due_on=dt.date(2027, 1, 1)),
        PlanAction(patient_id=patient, goal_id=goal, text="Soon", status="in-progress", due_on=dt.date(2026, 12, 1)),
        PlanAction(patient_id=patient, goal_id=goal, text="Done", status="completed", due_on=dt.date(2026, 1, 1)),
        PlanAction(patient_id=patient, goal_id=closed, text="Gone", status="not-started"),
    )  # fmt: skip
    row = chart(patient).clinical.goals[0]
    assert (row.id, row.target, row.next_action) == (goal, "A1c < 8 %", "Soon")
    assert (row.last.on, row.last.value, row.last.unit) == ("2026-05-20", 8.1, "%")  # the evening before, in New York
    assert [point.on for point in row.trend][:2] == ["2025-02-05", "2025-03-05"]
    assert len(row.trend) == 12
    assert len(chart(patient).clinical.goals) == 1


def test_blood_pressure_comes_from_its_components_as_a_pair(chart, store, patient):
    pressures(patient, store)
    store(Goal(patient_id=patient, text="BP", status="active", measure_code="8480-6", target_value=130.0,
               target_comparator="<", target_unit="mm[Hg]"))  # fmt: skip
    seen = chart(patient)
    pair = next(row for row in seen.clinical.results if row.text == "BP")
    assert (pair.last.on, pair.last.note, pair.last.unit) == ("2026-11-17", "142/88", "mm Hg")
    assert len(pair.trend) == 12
    assert seen.clinical.goals[0].last.value == 142
    assert seen.clinical.goals[0].target == "BP systolic < 130 mm Hg"
    assert dict(seen.counts)["observations"] == 14


def test_values_in_other_units_are_converted_as_results_does_and_what_cannot_be_stands_apart(
    chart, store, practice, patient
):
    def value(code, number, unit, day):
        return Observation(patient_id=patient, code=code, status="final", effective_when=day, value_number=number,
                           value_unit=unit)  # fmt: skip

    panel = store(Observation(patient_id=patient, code="85354-9", status="final", effective_when="2026-11-01"))[0]
    store(
        value("4548-4", 60.0, "mmol/mol", "2026-01-01"),
        value("4548-4", 6.0, "g/L", "2026-02-01"),
        value("29463-7", 180.0, "[lb_av]", "2026-05-01"),
        value("29463-7", 80.0, "kg", "2026-06-01"),
        value("4548-4", 7.5, "%", "2026-05-01"),
        value("4548-4", 8.5, "%", "2026-11-01"),
        value("98979-8", 44.0, "mL/min/{1.73_m2}", "2026-05-01"),
        value("98979-8", 28.0, "mL/min/1.73", "2026-11-01"),  # the same unit spelt otherwise
        *(
            ObservationComponent(observation_id=panel, patient_id=patient, code=code, value_number=number,
                                 value_unit=unit)
            for code, number, unit in (("8480-6", 18.7, "kPa"), ("8462-4", 80.0, "mm[Hg]"))
        ),
    )  # fmt: skip
    rows = {row.text: row for row in chart(patient).clinical.results}
    assert [point.value for point in rows["A1c"].trend] == [7.6, 7.5, 8.5]
    assert [(point.value, point.unit) for point in rows["Weight"].trend] == [(81.6, "kg"), (80.0, "kg")]
    assert [point.value for point in rows["eGFR"].trend] == [44, 28]
    assert rows["BP"].last.note is None
    lines = practice.open().run("queries.results.results", patient)
    assert "18.7/80" not in str(lines)
    told = practice.open().run("queries.timeline.timeline", TimelineFilter(patient)).rows
    assert "18.7 kPa / 80 mm Hg" in [part.value for row in told for part in row.parts]


def test_a_goal_in_pounds_is_told_in_pounds_whatever_the_scale_sent(chart, store, patient):
    store(
        Goal(patient_id=patient, text="Weight", status="active", measure_code="29463-7", target_value=170.0,
             target_comparator="<", target_unit="lb"),
        *(
            Observation(patient_id=patient, code="29463-7", status="final", effective_when=day, value_number=number,
                        value_unit=unit)
            for day, number, unit in (("2026-05-01", 176.5, "[lb_av]"), ("2026-06-01", 80.0, "kg"))
        ),
    )  # fmt: skip
    row = chart(patient).clinical.goals[0]
    assert [(point.value, point.unit) for point in row.trend] == [(176.5, "lb"), (176.4, "lb")]


def test_a_value_dated_in_the_future_is_not_the_latest_on_the_summary(chart, store, patient):
    days = ("2026-11-20", "2026-11-21T04:30:00Z", "2026-11-21", "2027-03", "2062-11-20")  # the second is this evening
    store(
        *(
            Observation(patient_id=patient, code="4548-4", status="final", effective_when=day, value_number=7.0 + at,
                        value_unit="%")
            for at, day in enumerate(days)
        )
    )  # fmt: skip
    row = next(row for row in chart(patient).clinical.results if row.text == "A1c")
    assert ([point.value for point in row.trend], row.last.value) == ([7.0, 8.0], 8.0)


def test_coming_visits_here_and_elsewhere_in_order(chart, store, patient):
    def visit(days, status="booked", **more):
        start = dt.datetime(2026, 11, 20, 15, tzinfo=dt.UTC) + dt.timedelta(days=days)
        return Appointment(patient_id=patient, status=status, starts_at=start, minutes=30, **more)

    store(
        visit(9, outside=True, with_text="Heart clinic", where_text="Room 1", phone="555-010-0199"),
        visit(2, reason="BP check"),
        visit(3, status="cancelled"),
        visit(-2),
        visit(1, status="noshow"),
        visit(5, status="entered-in-error"),
    )
    seen = chart(patient)
    assert [(date.with_whom, date.what, date.outside) for date in seen.next_dates] == [
        (None, "BP check", False),
        ("Heart clinic", None, True),
    ]
    assert dict(seen.counts)["appointments"] == 5


def test_the_team_has_each_member_once_with_a_phone(chart, store, patient):
    clinic, now, before, wrong = store(
        Organization(name="Northgate Clinic", phone="555-010-0150"),
        CareTeam(patient_id=patient, status="active"),
        CareTeam(patient_id=patient, status="inactive"),
        CareTeam(patient_id=patient, status="entered-in-error"),
    )

    def member(team, key, name, **more):
        return CareTeamMember(patient_id=patient, care_team_id=team, member_key=key, name=name, **more)

    store(
        member(before, "a", "Dr. Ana Ruiz", role="Former doctor"),
        member(now, "a", "Dr. Ana Ruiz", role="Doctor", organization_id=clinic),
        member(before, "b", "Bob Ray"),
        member(wrong, "c", "Mistake"),
    )
    seen = chart(patient)
    assert [(one.name, one.role, one.phone, one.current) for one in seen.team] == [
        ("Dr. Ana Ruiz", "Doctor", "555-010-0150", True),
        ("Bob Ray", None, None, False),
    ]
    assert dict(seen.counts)["care_team"] == 2


def test_open_referrals_are_shown_and_all_are_counted(chart, store, patient):
    store(
        ServiceRequest(patient_id=patient, is_referral=True, status="active", text="Cardiology", to_text="Heart clinic",
                       ordered_on=dt.date(2026, 11, 2)),
        ServiceRequest(patient_id=patient, is_referral=True, status="completed", text="Eye",
                       closed_on=dt.date(2026, 1, 2), ordered_on=dt.date(2025, 11, 2)),
        ServiceRequest(patient_id=patient, is_referral=False, status="active", text="Lab"),
    )  # fmt: skip
    seen = chart(patient)
    assert [(one.service, one.to) for one in seen.open_referrals] == [("Cardiology", "Heart clinic")]
    assert dict(seen.counts)["referrals"] == 2


def test_front_desk_sees_no_clinical_text_anywhere(chart, store, patient):
    store(
        PatientIdentifier(patient_id=patient, system="https://a.example", value="17"),
        Condition(patient_id=patient, text=SECRET, code="E11.22", code_system=ICD10, status="active"),
        MedicationEntry(patient_id=patient, kind="entry", text=SECRET, status="active"),
        AllergyIntolerance(patient_id=patient, text=SECRET, status="active"),
        Goal(patient_id=patient, text=SECRET, words=SECRET, status="active"),
        PlanAction(patient_id=patient, text=SECRET, status="not-started"),
        Observation(patient_id=patient, text=SECRET, code="4548-4", status="final", effective_when="2026-01-01"),
        Appointment(patient_id=patient, status="booked", starts_at=dt.datetime(2026, 12, 1, tzinfo=dt.UTC), minutes=30,
                    reason=SECRET, sensitive=True, with_text="Clinic"),
        ServiceRequest(patient_id=patient, is_referral=True, status="active", text=SECRET, reason=SECRET,
                       question=SECRET, sensitive=True, to_text="Clinic", ordered_on=dt.date(2026, 11, 2)),
    )  # fmt: skip
    seen = chart(patient, "front_desk")
    assert SECRET not in repr(seen)
    assert (seen.clinical, seen.banner.allergies) == (None, None)
    assert dict(seen.counts) == {"appointments": 1}
    assert seen.banner.sources == ("https://a.example|17",)
    assert SECRET in repr(chart(patient, "coordinator"))


def test_front_desk_cannot_ask_for_the_clinical_part(practice, patient):
    for name in ("queries.chart.clinical", "queries.chart_facts.problems", "queries.chart_facts.medicines"):
        with pytest.raises(NotAllowed):
            practice.open("front_desk").run(name, patient)


def test_opening_is_recorded_and_looking_from_a_command_is_not(practice, chart, patient):
    chart(patient, "clinician")
    practice.open("clinician").run("queries.chart.chart", patient)
    with practice.open().read() as uow:
        opened = uow.session.query(AuditEvent).filter(AuditEvent.event == "chart.opened").all()
    assert [(one.patient_id, one.user_id) for one in opened] == [(patient, practice.users["clinician"])]


def test_a_chart_crosses_to_the_window_unchanged(chart, store, patient):
    store(*conditions(patient))
    seen = chart(patient)
    assert pickle.loads(pickle.dumps(seen)) == seen  # noqa: S301  our own value


def test_an_unknown_or_removed_patient_has_no_chart(practice, chart, patient):
    with pytest.raises(NotFound):
        chart(99)
    with practice.open().write("test") as uow:
        uow.session.get_one(Patient, patient).removed_at = uow.now
    with pytest.raises(NotFound):
        chart(patient)


def test_every_empty_chart_says_so(chart, patient):
    seen = chart(patient)
    assert (seen.next_dates, seen.open_referrals, seen.team) == ((), (), ())
    assert set(dict(seen.counts).values()) == {0}
    assert seen.last_import_at is None


def test_nothing_of_an_import_that_is_not_complete_shows(chart, store, practice, patient):
    batch = store(ImportBatch(state="loading", started_at=dt.datetime(2026, 11, 1, tzinfo=dt.UTC)))[0]
    mine = {"patient_id": patient, "import_id": batch}
    team = store(CareTeam(status="active", **mine))[0]
    store(
        Condition(text="Hidden", status="active", **mine),
        MedicationEntry(text="Hidden", status="active", kind="MedicationRequest", **mine),
        AllergyIntolerance(text="Hidden", status="active", **mine),
        Observation(code="4548-4", status="final", effective_when="2026-01-01", value_number=9.0, **mine),
        Goal(text="Hidden", status="active", **mine),
        CareTeamMember(care_team_id=team, member_key="a", name="Hidden", **mine),
        Appointment(status="booked", starts_at=dt.datetime(2026, 12, 1, tzinfo=dt.UTC), **mine),
        ServiceRequest(is_referral=True, status="active", text="Hidden", ordered_on=dt.date(2026, 11, 2), **mine),
        PatientIdentifier(system="https://a.example", value="Hidden", **mine),
    )
    seen = chart(patient)
    assert "Hidden" not in repr(seen)
    assert (seen.clinical.results, seen.next_dates) == ((), ())
    assert set(dict(seen.counts).values()) == {0}
    assert seen.banner.allergies.state == "not_recorded"
