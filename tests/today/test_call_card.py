"""The call card: what is known before a call, when the next try is, and what becomes of a wrong number."""

from __future__ import annotations

import datetime as dt

import pytest

from db.models.patient import Patient, PatientTelecom
from db.models.plan import PlanAction
from icm_desktop.contracts.worklist import CallFor, HoldWork, LogContact
from icm_desktop.errors import Invalid
from tests.scheduling.conftest import local


@pytest.fixture
def recall(desk):
    """Ana's recall, and two numbers of hers."""
    action, _, _ = desk.add(
        PlanAction(
            patient_id=desk.ana, text="Blood pressure", status="not-started", due_on=dt.date(2026, 11, 2),
            appointment_type_id=desk.visit,
        ),
        PatientTelecom(patient_id=desk.ana, system="phone", value="555-010-0142", digits="5550100142", use="mobile"),
        PatientTelecom(patient_id=desk.ana, system="phone", value="555-010-0143", digits="5550100143", use="home"),
    )  # fmt: skip
    return f"plan_action:{action}"


def card(desk, key=None):
    return desk.run("queries.calling.call_card", CallFor(desk.ana, key))


def log(desk, outcome, key=None, now=None, **more):
    return desk.run(
        "services.follow_up.log_contact", LogContact(desk.ana, "phone", outcome, None, key, **more), now=now
    )


def test_the_card_counts_tries_and_proposes_the_next_until_the_coordinator_takes_over(desk, recall):
    first = card(desk, recall)
    # Friday 20 November: Monday, Tuesday.
    assert (first.tries, first.most, first.next_try_on) == (0, 3, dt.date(2026, 11, 24))
    assert [number.value for number in first.numbers] == ["555-010-0142", "555-010-0143"]
    log(desk, "no_answer", recall, now=local("2026-11-10T10:00"))
    log(desk, "left_message", recall, now=local("2026-11-13T10:00"))
    last = card(desk, recall)
    assert (last.tries, last.next_try_on) == (2, None)
    assert [contact.outcome for contact in last.contacts] == ["left_message", "no_answer"]


def test_what_was_written_when_the_row_was_put_off_stands_on_the_card(desk):
    key = f"patient:{desk.ana}:quiet"
    desk.run("services.follow_up.hold", HoldWork(key, dt.date(2026, 11, 25), "Ask for the daughter"))
    assert card(desk, key).wish == "Ask for the daughter"


def test_a_wrong_number_ends_today_and_the_new_one_is_shown_instead(desk, recall):
    wrong = card(desk, recall).numbers[0]
    log(desk, "wrong_number", recall, wrong_number_id=wrong.id, new_number="555-010-0199")
    assert [number.value for number in card(desk).numbers] == ["555-010-0199", "555-010-0143"]
    with desk.open().read() as uow:
        old = uow.session.get_one(PatientTelecom, wrong.id)
        assert (old.use, old.ends_on, old.removed_at) == ("old", "2026-11-20", None)
        assert uow.session.get_one(Patient, desk.ana).phone == "555-010-0199"


def test_a_new_number_that_is_none_is_refused_and_nothing_is_saved(desk, recall):
    wrong = card(desk, recall).numbers[0]
    with pytest.raises(Invalid) as caught:
        log(desk, "wrong_number", recall, wrong_number_id=wrong.id, new_number="12")
    assert caught.value.field == "value"
    after = card(desk, recall)
    assert (after.tries, after.numbers[0].value) == (0, "555-010-0142")
