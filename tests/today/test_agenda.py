"""One day of the practice in one list, and on paper."""

from __future__ import annotations

import datetime as dt

from db.models.plan import PlanAction, WorklistHold
from db.models.scheduling import Appointment, ReferralEvent, ServiceRequest
from icm_desktop.contracts.agenda import AgendaOf, PrintAgenda
from tests.scheduling.conftest import local
from tests.today.conftest import TODAY

MONDAY = dt.date(2026, 11, 23)


def agenda(desk, day=MONDAY, role="coordinator", **more):
    return desk.run("queries.agenda.of_day", AgendaOf(day, **more), role=role)


def fill(desk):
    """A visit here, one elsewhere, a limit that ends, an action and a call for Monday."""
    sent = ServiceRequest(
        patient_id=desk.ana, is_referral=True, status="active", text="Nephrology", to_text="Northgate",
        urgency="routine", ordered_on=dt.date(2026, 11, 16), sensitive=True,
    )  # fmt: skip
    (referral,) = desk.add(sent)
    desk.add(
        ReferralEvent(
            service_request_id=referral, patient_id=desk.ana, state="sent", happened_on=dt.date(2026, 11, 16)
        ),
        Appointment(patient_id=desk.ben, practitioner_id=desk.kim, starts_at=local("2026-11-23T09:00"), minutes=30,
                    status="booked", reason="Blood pressure"),
        Appointment(patient_id=desk.ana, with_text="Dr Hale", starts_at=local("2026-11-23T08:00"), status="booked",
                    outside=True, sensitive=True, reason="Counseling"),
        Appointment(patient_id=desk.ben, practitioner_id=desk.kim, starts_at=local("2026-11-24T09:00"), minutes=30,
                    status="booked"),
        PlanAction(patient_id=desk.ben, text="Salt diary", status="not-started", due_on=MONDAY),
        PlanAction(patient_id=desk.ben, text="Later", status="not-started", due_on=MONDAY + dt.timedelta(days=1)),
        PlanAction(patient_id=desk.ben, text="Done", status="completed", due_on=MONDAY, done_on=TODAY),
        WorklistHold(item_key="patient:1:quiet", patient_id=desk.ana, held_until=MONDAY),
    )  # fmt: skip
    return referral


def test_a_day_shows_all_that_is_on_it_in_order_of_time(desk):
    referral = fill(desk)
    found = agenda(desk)
    assert [(row.kind, row.head.family) for row in found.rows] == [
        ("outside", "O'Brien"), ("appointment", "Ruiz"), ("referral", "O'Brien"), ("plan", "Ruiz"), ("call", "O'Brien"),
    ]  # fmt: skip
    assert [row.key.split(":")[0] for row in found.rows[2:]] == ["referral", "plan_action", "patient"]
    assert found.rows[2].key == f"referral:{referral}:acknowledge"
    assert dict(found.counts) == dict.fromkeys(("appointment", "outside", "referral", "plan", "call"), 1)
    assert agenda(desk, MONDAY + dt.timedelta(days=40)).rows == ()


def test_kinds_and_names_narrow_it_down_and_counts_stay(desk):
    fill(desk)
    found = agenda(desk, kinds=("plan", "outside"))
    assert [row.kind for row in found.rows] == ["outside", "plan"]
    assert len(found.counts) == 5
    assert {row.head.family for row in agenda(desk, search="ruiz").rows} == {"Ruiz"}
    assert agenda(desk, search="nobody").rows == ()


def test_the_front_desk_reads_nothing_clinical(desk):
    fill(desk)
    rows = {row.kind: row for row in agenda(desk, role="front_desk").rows}
    assert (rows["outside"].title, dict(rows["outside"].title_params)["what"]) == ("agenda.outside_plain", "")
    assert dict(rows["referral"].title_params)["service"] == ""
    assert (rows["plan"].title, rows["plan"].title_text) == ("today.neutral_item", None)
    assert dict(rows["appointment"].title_params)["what"] == "Blood pressure"


def test_it_is_printed_line_by_line_over_as_many_pages_as_it_takes(desk):
    import pypdfium2 as pdfium

    lines = tuple(("9:00", f"RUIZ, Ben {at}", "Visit with Dr Kim", "Booked") for at in range(80))
    request = PrintAgenda("Mon 23-Nov-2026", ("When", "Patient", "What", "Who"), lines)
    pages = pdfium.PdfDocument(desk.run("reports.day_agenda.render", request).pdf)
    words = " ".join(page.get_textpage().get_text_range() for page in pages)
    assert len(pages) > 1 and "RUIZ, Ben 79" in words and words.count("When") == len(pages)
    none = PrintAgenda("Mon", ("When", "Patient", "What", "Who"), ())
    assert desk.run("reports.day_agenda.render", none).pdf.startswith(b"%PDF-")
