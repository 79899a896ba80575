"""The timeline: one dated list of everything, paged, filtered and searched, by role."""

from __future__ import annotations

import datetime as dt

import pytest

from db.models.clinical import (
    Condition,
    DiagnosticReport,
    Encounter,
    MedicationEntry,
    Observation,
    ObservationComponent,
)
from db.models.coverage import Consent, Coverage, Flag
from db.models.documents import Document, DocumentContent
from db.models.plan import ContactLog, PlanAction, Task, WorklistHold
from db.models.scheduling import Appointment, ReferralEvent, ServiceRequest
from icm_desktop.contracts.records import FactRef, MarkMistaken
from icm_desktop.contracts.timeline import TimelineFilter
from icm_desktop.errors import NotAllowed
from icm_desktop.permissions import Role
from tests.plans import asked


@pytest.fixture
def busy(practice, patient, store):
    """A patient with something of many kinds; ids by name."""
    mine = {"patient_id": patient}
    call = ContactLog(
        at=dt.datetime(2026, 3, 2, 15, tzinfo=dt.UTC), by_user_id=practice.users[Role.COORDINATOR], channel="phone",
        outcome="reached", note="Feels dizzy in the morning", **mine,
    )  # fmt: skip
    letter = Document(text="Letter", kind="consult_note", created_when="2026-02-01", **mine)
    rows = [
        Encounter(text="ED", class_code="EMER", starts_when="2026-05-01T02:30:00Z", reason="Chest pain", **mine),
        Encounter(text="Stay", class_code="IMP", starts_when="2026-04-01", ends_when="2026-04-03", **mine),
        Condition(text="Asthma", status="active", onset_when="2015", abated_when="2020-02", **mine),
        MedicationEntry(kind="entry", text="Metformin", status="stopped", starts_when="2019-01-01",
                        ends_when="2024-05-06", **mine),
        DiagnosticReport(text="Chest X-ray", effective_when="2026-05-01", conclusion="No pneumonía seen", **mine),
        Appointment(status="booked", starts_at=dt.datetime(2026, 12, 1, 15, tzinfo=dt.UTC), outside=False,
                    reason="Anxiety follow-up", sensitive=True, with_text="Kim", **mine),
        call,
        letter,
    ]  # fmt: skip
    store(*rows)
    store(DocumentContent(document_id=letter.id, plain_text="We saw her. Potassium was raised: stop salt substitute.",
                          **mine))  # fmt: skip
    return patient


def values(patient, store, when, *named, category="laboratory"):
    store(
        *(
            Observation(
                patient_id=patient, text=name, code=name, status="final", category=category, effective_when=when,
                value_number=value, value_unit="mg/dL", reference_high=high,
            )
            for name, value, high in named
        )
    )  # fmt: skip


def see(practice, patient, role="coordinator", **wanted):
    return practice.open(role).run("queries.timeline.timeline", TimelineFilter(patient, **wanted))


def lines(page):
    return [(row.day, row.ref.kind, row.step) for row in page.rows]


def test_everything_stands_in_one_list_newest_first_on_its_local_day(practice, busy):
    assert lines(see(practice, busy)) == [
        ("2026-12-01", "appointment", "booked"),
        ("2026-05-01", "diagnostic_report", "report"),
        ("2026-04-30", "encounter", "EMER"),  # 02:30 in UTC is the evening before here
        ("2026-04-01", "encounter", "IMP"),
        ("2026-03-02", "contact_log", "reached"),
        ("2026-02-01", "document", "consult_note"),
        ("2024-05-06", "medication_entry", "stopped"),
        ("2020-02", "condition", "ended"),
        ("2019-01-01", "medication_entry", "started"),
        ("2015", "condition", "began"),
    ]


def test_pages_are_slices_of_the_whole_and_none_is_lost_or_doubled(practice, busy):
    whole = see(practice, busy)
    pages = [see(practice, busy, offset=at, limit=3) for at in range(0, whole.total, 3)]
    assert tuple(row for page in pages for row in page.rows) == whole.rows
    assert {page.total for page in pages} == {whole.total}
    beyond = see(practice, busy, offset=50)
    assert (beyond.rows, beyond.total) == ((), whole.total)


def test_values_of_one_local_day_and_category_share_a_line_abnormal_first(practice, patient, store):
    values(patient, store, "2026-05-02T03:00:00Z", ("Sodium", 140, 145), ("Potassium", 5.6, 5.1))
    values(patient, store, "2026-05-01", ("Chloride", 101, 110))
    values(patient, store, "2026-05-01", ("Weight", 80, None), category="vital-signs")
    page = see(practice, patient)
    assert [(row.day, row.step, row.count) for row in page.rows] == [
        ("2026-05-01", "laboratory", 3),
        ("2026-05-01", "vital-signs", 1),
    ]
    assert [(part.name, part.flag) for part in page.rows[0].parts] == [
        ("Potassium", "high"), ("Sodium", ""), ("Chloride", ""),
    ]  # fmt: skip


def test_a_panel_is_shown_with_its_numbers(practice, patient, store):
    panel = store(Observation(patient_id=patient, text="Blood pressure", effective_when="2026-05-01", status="final"))
    store(
        *(
            ObservationComponent(
                observation_id=panel[0], patient_id=patient, code=code, value_number=number, value_unit="mm[Hg]"
            )
            for code, number in (("8462-4", 88), ("8480-6", 142))  # the lower one came first
        )
    )
    assert see(practice, patient).rows[0].parts[0].value == "142/88 mm Hg"


@pytest.mark.parametrize("text", [None, "29463-7"])
def test_a_known_code_without_words_is_called_the_same_on_every_screen(practice, patient, store, text):
    weight = Observation(
        patient_id=patient, code="29463-7", text=text, effective_when="2026-05-01", value_number=80, value_unit="kg"
    )
    ref = FactRef("observation", store(weight)[0])
    (line,) = practice.open().run("queries.results.results", patient)
    day, found = see(practice, patient).rows[0], see(practice, patient, search="weight").rows
    detail = practice.open().run("queries.records.fact", ref)
    assert (line.name, day.parts[0].name, detail.title) == ("Weight", "Weight", "Weight")
    assert [(row.ref, row.title) for row in found] == [(ref, "Weight")]


@pytest.mark.parametrize(
    ("wanted", "kinds"),
    [
        ({"groups": frozenset({"visits"})}, {"encounter"}),
        ({"groups": frozenset({"contacts", "documents"})}, {"contact_log", "document"}),
        ({"first": dt.date(2026, 4, 30)}, {"appointment", "diagnostic_report", "encounter"}),
        ({"last": dt.date(2015, 12, 31)}, {"condition"}),
        ({"whose": "outside"}, set()),
        ({"search": "CHEST pain"}, {"encounter"}),
        ({"search": "salt potassium"}, {"document"}),
        ({"search": "pneumonia"}, {"diagnostic_report"}),
        ({"search": "dizzy"}, {"contact_log"}),
        ({"search": "zzz"}, set()),
    ],
)
def test_filters_and_search_inside_notes(practice, busy, wanted, kinds):
    assert {row.ref.kind for row in see(practice, busy, **wanted).rows} == kinds


def test_a_hit_is_shown_in_its_context_as_it_is_written(practice, busy):
    before, word, after = see(practice, busy, search="PNEUMONIA").rows[0].hit
    assert (before.endswith("No "), word, after) == (True, "pneumonía", " seen")


def test_front_desk_sees_logistics_only_and_no_sensitive_reason(practice, busy):
    page = see(practice, busy, role="front_desk")
    assert [row.ref.kind for row in page.rows] == ["appointment", "contact_log"]
    visit = page.rows[0]
    assert (visit.title, visit.detail) == ("", "Kim")
    for word in ("anxiety", "potassium", "chest"):
        assert see(practice, busy, role="front_desk", search=word).total == 0
    with pytest.raises(NotAllowed):
        practice.open("front_desk").run("queries.timeline.organizations", busy)
    detail = practice.open("front_desk").run("queries.records.fact", visit.ref)
    assert "Anxiety" not in str(detail)
    history = practice.open("front_desk").run("queries.record_history.of_record", visit.ref)
    assert "Anxiety" not in str(history)


def test_what_was_entered_in_error_is_shown_only_on_request(practice, busy):
    ref = next(row.ref for row in see(practice, busy).rows if row.ref.kind == "contact_log")
    version = practice.open().run("queries.records.fact", ref).version
    practice.open().run("services.mistakes.mark", MarkMistaken(ref, version, "other patient"))
    assert ref not in [row.ref for row in see(practice, busy).rows]
    shown = {row.ref: row.mistaken for row in see(practice, busy, mistaken=True).rows}
    assert shown.pop(ref) is True
    assert not any(shown.values())


def test_another_patients_entries_never_appear(practice, busy, store):
    from db.models.patient import Patient

    other = store(Patient(record_number="000002", family="Chen"))[0]
    assert see(practice, other).rows == ()


def test_a_page_takes_the_same_few_questions_however_long_it_is(practice, patient, store):
    def questions():
        with asked(practice) as seen:
            see(practice, patient)
        return len({statement for statement, _ in seen})

    values(patient, store, "2026-05-01", ("Sodium", 140, 145))
    few = questions()
    for month in range(1, 10):
        values(patient, store, f"2025-0{month}-01", ("Sodium", 140, 145), ("Potassium", 4, 5))
    assert questions() == few


@pytest.fixture
def papers(patient, store):
    """Insurance that ends, two alerts and a revoked consent."""
    mine = {"patient_id": patient}
    store(
        Coverage(text="Gold plan", payer="Aetna", member_id="W123", starts_on="2026-01-01", ends_on="2026-12-31",
                 **mine),
        Flag(text="Balance due", category="admin", clinical=False, starts_on="2026-02-01", **mine),
        Flag(text="Fall risk", category="clinical", starts_on="2026-02-02", ends_on="2026-06", **mine),
        Consent(scope="patient-privacy", decision="permit", given_on="2026-03-01", revoked_on="2026-09-01", **mine),
    )  # fmt: skip
    return patient


def test_insurance_alerts_and_consents_are_kinds_of_their_own(practice, papers):
    def of(group):
        return lines(see(practice, papers, groups=frozenset({group})))

    assert of("insurance") == [("2026-12-31", "coverage", "ended"), ("2026-01-01", "coverage", "began")]
    assert of("alerts") == [
        ("2026-06", "flag", "ended"),
        ("2026-02-02", "flag", "began"),
        ("2026-02-01", "flag", "began"),
    ]
    assert of("consents") == [("2026-09-01", "consent", "revoked"), ("2026-03-01", "consent", "permit")]
    assert (of("plan"), of("problems")) == ([], [])
    assert [row.title for row in see(practice, papers, search="w123").rows] == ["Gold plan", "Gold plan"]


def test_front_desk_sees_insurance_and_administrative_alerts_no_clinical_one(practice, papers):
    page = see(practice, papers, role="front_desk")
    assert [(row.ref.kind, row.title) for row in page.rows] == [
        ("coverage", "Gold plan"), ("flag", "Balance due"), ("coverage", "Gold plan"),
    ]  # fmt: skip
    hidden = next(row.ref for row in see(practice, papers, search="fall").rows)
    with pytest.raises(NotAllowed):  # nobody said it is clinical, its category does
        practice.open("front_desk").run("queries.records.fact", hidden)


def test_what_is_due_stands_among_what_happened_late_or_ahead(practice, patient, store):
    mine = {"patient_id": patient}
    today = practice.today or dt.datetime.now(dt.UTC).astimezone(practice.zone).date()
    day = today + dt.timedelta(days=30)
    sent = ServiceRequest(is_referral=True, status="active", text="Cardiology", to_text="Hale", urgency="routine",
                          ordered_on=today - dt.timedelta(days=60), sensitive=True, **mine)  # fmt: skip
    store(
        sent,
        PlanAction(text="Salt diary", status="not-started", due_on=day, **mine),
        PlanAction(text="Done", status="completed", due_on=day, done_on=today, **mine),
        Task(text="Ask for the report", status="requested", due_on=today, **mine),
        WorklistHold(item_key="patient:1:quiet", held_until=today + dt.timedelta(days=3), **mine),
    )
    store(ReferralEvent(service_request_id=sent.id, state="sent", happened_on=today - dt.timedelta(days=60), **mine))
    due = see(practice, patient, groups=frozenset({"due"})).rows
    assert [(row.ref.kind, row.step, row.title) for row in due] == [
        ("plan_action", "due", "Salt diary"), ("worklist_hold", "due_patient", ""),
        ("task", "due", "Ask for the report"), ("service_request", "due_acknowledge", "Cardiology"),
    ]  # fmt: skip
    assert due[-1].day < today.isoformat() < due[0].day
    whole = see(practice, patient)
    assert {row.ref for row in due} < {row.ref for row in whole.rows} and whole.total == len(whole.rows)
    assert [row.title for row in see(practice, patient, search="salt").rows] == ["Salt diary"]
    assert "due" not in {row.group for row in see(practice, patient, since=dt.datetime(2020, 1, 1, tzinfo=dt.UTC)).rows}
    desk = see(practice, patient, "front_desk", groups=frozenset({"due"})).rows
    assert [(row.ref.kind, row.title) for row in desk] == [("worklist_hold", ""), ("service_request", "")]
