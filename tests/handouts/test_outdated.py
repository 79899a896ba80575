"""A page that was handed out is outdated when what it said has changed; what only time changed does not count."""

from __future__ import annotations

import datetime as dt

import pytest

from db.models.clinical import MedicationEntry
from db.models.papers import Handout
from db.models.patient import Patient, PatientContact
from db.models.plan import PlanAction
from db.models.practice import Practice
from db.models.scheduling import Appointment
from icm_desktop.contracts.handed_out import HandOut, OutdatedFilter, Told
from icm_desktop.contracts.handouts import KINDS, HandoutKept, KeepHandout
from icm_desktop.errors import Invalid
from icm_desktop.permissions import Role
from tests.handouts.people import TODAY, add, made, maria, medicine, patient, step, visit
from tests.support import PracticeForTests


def hand(practice: PracticeForTests, who: int, kind: str = "next-steps", how: str = "printed", **values) -> int:
    """Print or save a page; its id."""
    page = made(practice, who, kind=kind, **values)
    kept = practice.open().run("services.handouts.keep", KeepHandout(who, page, how))
    assert isinstance(kept, HandoutKept)
    return kept.id


def change(practice: PracticeForTests, kind, who: int, **values) -> None:
    """Change the first row of a patient."""
    with practice.open().write("tests.change") as uow:
        row = uow.session.query(kind).filter_by(patient_id=who).order_by(kind.id).first()
        for name, value in values.items():
            setattr(row, name, value)


def outdated(practice: PracticeForTests, who: int, role: Role = Role.COORDINATOR) -> dict[str, tuple[str, ...]]:
    """The outdated pages of a patient with what reads differently."""
    found = practice.open(role).run("queries.outdated_pages.outdated", OutdatedFilter(patient_id=who))
    return {row.kind: row.what for row in found.rows}


@pytest.fixture
def who(practice) -> int:
    return maria(practice)


@pytest.fixture
def everything(practice, who) -> int:
    """Somebody who was handed every page."""
    for kind in KINDS:
        hand(practice, who, kind)
    assert outdated(practice, who) == {}
    return who


def test_a_changed_dose_makes_the_pages_with_medicines_outdated(practice, everything):
    change(practice, MedicationEntry, everything, morning="2")
    assert outdated(practice, everything) == {"next-steps": ("medicine",), "medicines": ("medicine",)}


def test_a_stopped_medicine_and_a_new_one_do(practice, everything):
    change(practice, MedicationEntry, everything, status="stopped")
    assert set(outdated(practice, everything)) == {"next-steps", "medicines"}
    hand(practice, everything, "medicines")
    assert set(outdated(practice, everything)) == {"next-steps"}
    add(practice, medicine(everything, "aspirin 81 mg tablet", "1 tablet daily"))
    assert set(outdated(practice, everything)) == {"next-steps", "medicines"}


def test_a_visit_that_was_moved_or_cancelled_does(practice, everything):
    change(practice, Appointment, everything, starts_at=dt.datetime(2026, 7, 24, 14, tzinfo=dt.UTC))
    assert outdated(practice, everything)["visits"] == ("visit",)
    assert "after-hospital" in outdated(practice, everything)  # it tells the next visit
    hand(practice, everything, "visits")
    change(practice, Appointment, everything, status="cancelled")
    assert outdated(practice, everything)["visits"] == ("visit",)


def test_a_changed_step_of_the_plan_does(practice, everything):
    change(practice, PlanAction, everything, status="completed")
    assert outdated(practice, everything) == {"next-steps": ("step",), "my-plan": ("step",)}


def test_what_no_page_says_changes_none(practice, everything):
    change(practice, Appointment, everything, minutes=45)
    change(practice, MedicationEntry, everything, prescriber="Dr. Who")
    assert outdated(practice, everything) == {}


def test_undoing_the_change_makes_the_page_right_again(practice, everything):
    change(practice, MedicationEntry, everything, morning="2")
    practice.open().run("services.page_work.compare")
    assert outdated(practice, everything)
    change(practice, MedicationEntry, everything, morning="1")
    assert outdated(practice, everything) == {}


def test_the_call_that_stands_on_every_page_is_compared_too(practice, everything):
    with practice.open().write("tests.practice") as uow:
        row = uow.session.query(Practice).one()
        before, row.phone = row.phone, "555-010-0999"
    assert set(outdated(practice, everything)) == set(KINDS)
    with practice.open().write("tests.practice") as uow:
        uow.session.query(Practice).one().phone = before


def test_a_visit_that_is_over_and_a_day_that_has_passed_are_no_change(practice, who):
    add(practice, step(who, "Bring your log", due_on=dt.date(2026, 7, 20), position=3))
    hand(practice, who)
    hand(practice, who, "visits")
    later = practice.on(dt.date(2026, 8, 20))
    change(practice, Appointment, who, status="fulfilled")
    assert outdated(later, who) == {}


def test_a_moved_visit_counts_only_until_it_would_have_been(practice):
    who = patient(practice)
    add(practice, visit(who, dt.date(2026, 7, 23), 10, reason="Heart check"))
    hand(practice, who, "visits")
    change(practice, Appointment, who, status="cancelled")
    practice.open().run("services.page_work.compare")
    assert outdated(practice, who)
    after = practice.on(dt.date(2026, 7, 24))
    assert outdated(after, who) == {}
    assert after.open().run("queries.page_facts.waiting") >= 1
    after.open().run("services.page_work.compare")
    assert outdated(practice, who) == {}


def test_a_page_that_was_only_saved_is_nobodys_until_it_was_given(practice, who):
    page = hand(practice, who, how="saved")
    change(practice, MedicationEntry, who, morning="2")
    assert outdated(practice, who) == {}
    practice.open().run("services.handed_out.hand_out", HandOut(page))
    assert set(outdated(practice, who)) == {"next-steps"}
    with pytest.raises(Invalid):
        practice.open().run("services.handed_out.hand_out", HandOut(page))


def test_being_told_makes_a_page_right_until_the_next_change(practice, who):
    page = hand(practice, who)
    change(practice, MedicationEntry, who, morning="2")
    done = practice.open().run("services.handed_out.told", Told((page,)))
    assert outdated(practice, who) == {}
    change(practice, MedicationEntry, who, morning="3")
    assert set(outdated(practice, who)) == {"next-steps"}
    change(practice, MedicationEntry, who, morning="2")
    practice.open().run("services.history.undo", done.changes.action_id)
    assert set(outdated(practice, who)) == {"next-steps"}


def test_the_list_of_the_practice_counts_patients_and_kinds_and_filters(practice):
    mine = maria(practice)
    other = maria(practice, coordinator_id=None)
    for one in (mine, other):
        hand(practice, one)
        hand(practice, one, "medicines")
        change(practice, MedicationEntry, one, morning="2")
    desk = practice.open()
    before = desk.run("queries.outdated_pages.outdated", OutdatedFilter(limit=1000))
    assert before.waiting >= 2 and not {mine, other} & {row.head.id for row in before.rows}  # and the screen says so
    desk.run("services.page_work.compare")
    of_all = desk.run("queries.outdated_pages.outdated", OutdatedFilter(limit=1000))
    ids = {row.head.id for row in of_all.rows}
    assert {mine, other} <= ids
    assert dict(of_all.of_kind)["medicines"] >= 2 and of_all.total == len(of_all.rows)
    of_mine = desk.run("queries.outdated_pages.outdated", OutdatedFilter("medicines", my_patients=True, limit=1000))
    assert {row.kind for row in of_mine.rows} == {"medicines"}
    assert mine in {row.head.id for row in of_mine.rows} and other not in {row.head.id for row in of_mine.rows}
    first = desk.run("queries.outdated_pages.outdated", OutdatedFilter(limit=1))
    assert len(first.rows) == 1 and first.total == of_all.total
    assert desk.run("queries.outdated_pages.how_many") == of_all.patients and of_all.waiting == 0


def test_a_page_with_ticked_items_is_compared_with_them_whoever_asks(practice, who):
    (drug,) = add(practice, medicine(who, "buprenorphine 8 mg tablet", "1 tablet daily"))
    page = made(practice, who, kind="medicines", sensitive_ids=(f"medication:{drug}",))
    practice.open().run("services.handouts.keep", KeepHandout(who, page, "printed"))
    add(practice, medicine(who, "aspirin 81 mg tablet", "1 tablet daily"))
    desk = practice.open(Role.FRONT_DESK).run("queries.outdated_pages.outdated", OutdatedFilter(patient_id=who))
    (row,) = desk.rows
    assert row.what == ("medicine",) and row.needs_ticking and row.again.sensitive_ids == ()
    (row,) = practice.open().run("queries.outdated_pages.outdated", OutdatedFilter(patient_id=who)).rows
    assert row.again.sensitive_ids == (f"medication:{drug}",) and not row.needs_ticking


def test_who_died_or_was_handed_nothing_is_in_no_list(practice, who):
    change(practice, MedicationEntry, who, morning="2")
    assert outdated(practice, who) == {}
    hand(practice, who)
    change(practice, MedicationEntry, who, morning="3")
    with practice.open().write("tests.death") as uow:
        uow.session.get(Patient, who).deceased = True
    assert outdated(practice, who) == {}


def test_an_old_page_is_not_looked_for_any_more(practice, who):
    hand(practice, who)
    change(practice, MedicationEntry, who, morning="2")
    assert outdated(practice, who)
    assert outdated(practice.on(TODAY + dt.timedelta(days=366)), who) == {}


def test_a_page_in_spanish_is_compared_in_its_own_language(practice):
    who = maria(practice, language="es")
    hand(practice, who)
    assert outdated(practice, who) == {}
    change(practice, MedicationEntry, who, morning="2")
    assert set(outdated(practice, who)) == {"next-steps"}


def test_only_those_who_hold_a_page_are_marked(practice):
    who = patient(practice)
    practice.open().run("services.page_work.compare")
    add(practice, medicine(who, "aspirin 81 mg tablet"))
    assert practice.open().run("queries.page_facts.waiting") == 0
    hand(practice, who, how="saved")  # nobody has it
    change(practice, MedicationEntry, who, dosage="2 tablets daily")
    assert practice.open().run("queries.page_facts.waiting") == 0
    hand(practice, who)
    practice.open().run("services.page_work.compare")
    change(practice, MedicationEntry, who, dosage="1 tablet daily")
    assert practice.open().run("queries.page_facts.waiting") == 1


def test_a_page_whose_printing_was_undone_is_looked_for_no_more(practice, who):
    page = made(practice, who)
    kept = practice.open().run("services.handouts.keep", KeepHandout(who, page, "printed"))
    change(practice, MedicationEntry, who, morning="2")
    practice.open().run("services.page_work.compare")
    assert set(outdated(practice, who)) == {"next-steps"}
    practice.open().run("services.history.undo", kept.changes.action_id)
    practice.open().run("services.page_work.compare")
    everybody = practice.open().run("queries.outdated_pages.outdated", OutdatedFilter(limit=1000))
    assert who not in {row.head.id for row in everybody.rows}


def test_a_kept_page_printed_once_more_says_what_it_said_then(practice, who):
    first = hand(practice, who)
    old = practice.open().run("queries.handed_out.kept", first)
    practice.open().run("services.handouts.keep", KeepHandout(who, old, "printed"))
    assert outdated(practice, who) == {}
    change(practice, MedicationEntry, who, morning="2")
    practice.open().run("services.handouts.keep", KeepHandout(who, old, "printed"))
    assert set(outdated(practice, who)) == {"next-steps"}


def test_a_page_of_before_facts_were_noted_is_not_called_outdated(practice, who):
    page = hand(practice, who)
    with practice.open().write("tests.before") as uow:
        uow.session.get(Handout, page).facts = None
    change(practice, MedicationEntry, who, morning="2")
    assert outdated(practice, who) == {}


def test_a_copy_for_somebody_else_is_a_page_of_its_own(practice, who):
    (contact,) = add(practice, PatientContact(patient_id=who, name="Ana Lopez", relationship_code="N"))
    hand(practice, who)
    page = made(practice, who)
    copy = KeepHandout(who, page, "printed", contact_id=contact, shared_reason="She asked for it")
    practice.open().run("services.handouts.keep", copy)
    change(practice, MedicationEntry, who, morning="2")
    found = practice.open().run("queries.outdated_pages.outdated", OutdatedFilter(patient_id=who)).rows
    assert {row.sent_to for row in found} == {None, "Ana Lopez"}
    hand(practice, who)
    (row,) = practice.open().run("queries.outdated_pages.outdated", OutdatedFilter(patient_id=who)).rows
    assert (row.sent_to, row.contact_id) == ("Ana Lopez", contact)
