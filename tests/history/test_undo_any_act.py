"""Whatever people did, in whatever order: undo gives the rows of before, redo the rows of after."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import pytest
from sqlalchemy import select

from db.audit import audited_tables
from db.engine import driver_connection
from db.models.plan import PlanAction
from db.models.scheduling import Appointment, ServiceRequest
from db.verify import verify
from icm_desktop.contracts.common import Owner, OwnerKind
from icm_desktop.contracts.patients import CorrectPatient, PatientDetails, RegisterPatient
from icm_desktop.contracts.plans import (
    ActionDraft,
    AddAction,
    AddGoal,
    ChangeAction,
    ChangeGoal,
    GoalDraft,
    MoveItem,
    RemoveItem,
    SetActionStatus,
)
from icm_desktop.contracts.referrals import AdvanceReferral, NewReferral, ReferralFilter, RerouteReferral
from icm_desktop.contracts.scheduling import (
    BookAppointment,
    FindSlots,
    MoveAppointment,
    RecordOutsideVisit,
    SaveAppointmentType,
    SaveClinician,
    SetAppointmentStatus,
)
from icm_desktop.contracts.worklist import FinishWork, HoldWork, LogContact, WorkFilter
from icm_desktop.errors import Conflict, UserError
from icm_desktop.practice import OpenPractice
from tests.history.plan_acts import PlanActs
from tests.support import PracticeForTests, make_practice

SECONDARY = {"version", "created_at", "created_by_id", "updated_at", "updated_by_id"}
Rows = dict[tuple[str, int], tuple[Any, ...]]
UNDO = "services.history.undo"


def rows_of(practice: PracticeForTests) -> Rows:
    """Every row that is not removed, without what says who touched it last."""
    with practice.open("administrator").read() as uow:
        raw = driver_connection(uow.session.connection())
        return {(name, row[0]): row for name, statement in _statements() for row in raw.execute(statement)}


@cache
def _statements() -> list[tuple[str, str]]:
    """How each table is read, its id first; in the file's own words, as it is read after every act."""
    found = []
    for table in audited_tables():
        columns = ", ".join(f'"{one.name}"' for one in table.columns if one.name not in {"id", *SECONDARY})
        there = "WHERE removed_at IS NULL" if "removed_at" in table.c else ""
        found.append((table.name, f'SELECT id, {columns} FROM "{table.name}" {there}'))  # noqa: S608
    return found


@dataclass
class Day(PlanActs):
    """People at work: each method is one act, chosen at random by the test."""

    practice: PracticeForTests
    dice: random.Random
    patients: list[int] = field(default_factory=list)
    clinicians: list[int] = field(default_factory=list)

    def run(self, name: str, *args: Any, role: str = "administrator") -> Any:
        return self.practice.open(role).run(name, *args)

    def start(self) -> None:
        hours = tuple((day, "00:00", "23:45") for day in range(7))
        for family in ("Kim", "Cole"):
            wanted = SaveClinician(None, family, None, "Dr", None, None, hours)
            self.clinicians.append(self.run("services.clinic_setup.save_clinician", wanted).id)
        for _ in range(3):
            self.register()

    def register(self) -> int:
        name = "".join(self.dice.choices("abcdefghij", k=9))
        saved = self.run("services.registration.register", RegisterPatient(PatientDetails(family=name), True))
        self.patients.append(saved.head.id)
        return int(saved.changes.action_id)

    def correct(self) -> int:
        patient = self.dice.choice(self.patients)
        known = self.run("queries.registration.editable", patient)
        details = PatientDetails(family="Vega", given=self.dice.choice("AB"), birth_date="1960-02-03")
        wanted = CorrectPatient(patient, known.version, details)
        return int(self.run("services.registration.correct", wanted).changes.action_id)

    def goal(self) -> int:
        wanted = AddGoal(self.dice.choice(self.patients), GoalDraft("Walk to church", None))
        return int(self.run("services.care_plans.add_goal", wanted).changes.action_id)

    def change_goal(self) -> int:
        plan = self.run("queries.care_plan.care_plan", self.dice.choice(self.patients))
        goal = self.dice.choice(plan.goals)
        wanted = ChangeGoal(goal.id, goal.version, GoalDraft("Sleep", None), "completed", None, "done")
        return int(self.run("services.care_plans.change_goal", wanted).changes.action_id)

    def action(self) -> int:
        patient = self.dice.choice(self.patients)
        goals = [goal.id for goal in self.run("queries.care_plan.care_plan", patient).goals]
        draft = ActionDraft("Call", Owner(OwnerKind.PATIENT, "Patient"), self.practice.today)
        wanted = AddAction(patient, self.dice.choice([None, *goals]), draft)
        return int(self.run("services.care_plans.add_action", wanted).changes.action_id)

    def change_action(self) -> int:
        row = self._any(PlanAction)
        if self.dice.random() < 0.5:
            status = SetActionStatus(row.id, row.version, self.dice.choice(("completed", "cancelled")), "why")
            return int(self.run("services.care_plans.set_action_status", status).changes.action_id)
        wanted = ChangeAction(row.id, row.version, ActionDraft("Write", None, None))
        return int(self.run("services.care_plans.change_action", wanted).changes.action_id)

    def move_in_plan(self) -> int:
        row = self._any(PlanAction)
        move = MoveItem("plan_action", row.id, self.dice.choice((1, -1)))
        return int(self.run("services.care_plans.move", move).changes.action_id)

    def remove_from_plan(self) -> int:
        plan = self.run("queries.care_plan.care_plan", self.dice.choice(self.patients))
        goal = self.dice.choice(plan.goals)
        wanted = RemoveItem("goal", goal.id, goal.version)
        return int(self.run("services.care_plans.remove", wanted).changes.action_id)

    def book(self) -> int:
        asked = FindSlots(30, self.practice.today or dt.date.max, self.dice.choice(self.clinicians), limit=9)
        slot = self.dice.choice(self.run("queries.slots.free_slots", asked).slots)
        patient = self.dice.choice(self.patients)
        referrals = self.run("queries.referrals.rows", ReferralFilter(patient_id=patient, closed_days=0))
        referral = self.dice.choice([None, *(row.id for row in referrals)])
        wanted = BookAppointment(patient, slot.clinician_id, slot.starts_at, 30, referral_id=referral)
        return int(self.run("services.scheduling.book", wanted).changes.action_id)

    def outside(self) -> int:
        starts = dt.datetime.now(dt.UTC) + dt.timedelta(days=self.dice.randint(2, 5))
        wanted = RecordOutsideVisit(self.dice.choice(self.patients), starts.replace(microsecond=0), 30, "Dr Petrov")
        return int(self.run("services.scheduling.record_outside", wanted).changes.action_id)

    def move_visit(self) -> int:
        row = self._any(Appointment)
        starts = row.starts_at + dt.timedelta(minutes=self.dice.choice((30, 60, 90)))
        wanted = MoveAppointment(row.id, row.version, starts)
        return int(self.run("services.scheduling.move", wanted).changes.action_id)

    def cancel_visit(self) -> int:
        row = self._any(Appointment)
        wanted = SetAppointmentStatus(row.id, row.version, "cancelled", "snow")
        return int(self.run("services.scheduling.set_status", wanted).changes.action_id)

    def refer(self) -> int:
        sent = self.dice.random() < 0.7
        wanted = NewReferral(self.dice.choice(self.patients), "Heart", "Dr Petrov", reason="chest", send_now=sent)
        return int(self.run("services.referrals.create", wanted).changes.action_id)

    def refer_on(self) -> int:
        row = self.run("queries.referrals.referral", self._any(ServiceRequest).id)
        state = self.dice.choice(row.next_states)
        if state == "rerouted":
            elsewhere = RerouteReferral(row.id, row.version, "Dr Ito", send_now=True)
            return int(self.run("services.referrals.reroute", elsewhere).changes.action_id)
        starts = dt.datetime.now(dt.UTC).replace(microsecond=0) + dt.timedelta(days=self.dice.randint(6, 20))
        visit = starts if state == "scheduled" else None
        assert self.practice.today is not None
        wanted = AdvanceReferral(row.id, row.version, state, self.practice.today, note="n", appointment_at=visit)
        return int(self.run("services.referrals.advance", wanted).changes.action_id)

    def contact(self) -> int:
        wanted = LogContact(self.dice.choice(self.patients), "phone", "left_message", "note")
        return int(self.run("services.follow_up.log_contact", wanted).changes.action_id)

    def work(self) -> int:
        row = self.dice.choice(self.run("queries.today.worklist", WorkFilter(everyone=True)).rows)
        if row.can_finish and self.dice.random() < 0.5:
            done = FinishWork(row.key, row.version)
            return int(self.run("services.follow_up.finish", done).changes.action_id)
        assert self.practice.today is not None
        day: dt.date = self.practice.today + dt.timedelta(days=self.dice.randint(1, 9))
        later = HoldWork(row.key, day)
        return int(self.run("services.follow_up.hold", later).changes.action_id)

    def kind_of_visit(self) -> int:
        wanted = SaveAppointmentType(None, f"Visit {self.dice.random()}", 30)
        return int(self.run("services.clinic_setup.save_appointment_type", wanted).changes.action_id)

    def acts(self) -> list[Callable[[], int]]:
        return [
            self.register,
            self.correct,
            self.goal,
            self.change_goal,
            self.action,
            self.action,
            self.change_action,
            self.move_in_plan,
            self.remove_from_plan,
            *self.plan_acts(),
            self.book,
            self.outside,
            self.move_visit,
            self.cancel_visit,
            self.refer,
            self.refer_on,
            self.contact,
            self.work,
            self.kind_of_visit,
        ]

    def _any(self, model: Any) -> Any:
        with self.practice.open("administrator").read() as uow:
            return self.dice.choice(uow.session.scalars(select(model).where(model.removed_at.is_(None))).all())


def _clashes(practice: PracticeForTests) -> list[tuple[int, int]]:
    """Pairs of visits that take the same clinician's or patient's time."""
    with practice.open("administrator").read() as uow:
        wanted = select(Appointment).where(Appointment.removed_at.is_(None), Appointment.status == "booked")
        visits = uow.session.scalars(wanted).all()
    return [
        (one.id, other.id)
        for one in visits
        for other in visits
        if one.id < other.id
        and (one.patient_id == other.patient_id or (one.practitioner_id or -one.id) == other.practitioner_id)
        and one.starts_at is not None
        and other.starts_at is not None
        and one.starts_at < (other.ends_at or other.starts_at)
        and other.starts_at < (one.ends_at or one.starts_at)
    ]


@pytest.mark.parametrize("seed", range(2))
def test_a_day_is_taken_back_act_by_act_and_done_again(tmp_path, seed):
    practice = make_practice(tmp_path, today=dt.datetime.now(dt.UTC).date())
    day = Day(practice, random.Random(seed))  # noqa: S311  not for secrets
    day.start()
    before, done = [rows_of(practice)], []
    for act in day.dice.choices(day.acts(), k=80):
        try:
            action = act()
        except (UserError, IndexError):  # nothing there to act on, or not possible now: another act comes
            continue
        after = rows_of(practice)
        if after != before[-1]:  # moving the first line up changes nothing
            done.append(action)
            before.append(after)
    assert len(done) > 25
    undone = []
    for place in reversed(range(len(done))):
        undone.append(day.run(UNDO, done[place]).changes.action_id)
        assert rows_of(practice) == before[place], f"act {place} of seed {seed}"
    for place, action in enumerate(reversed(undone)):
        day.run(UNDO, action)
        assert rows_of(practice) == before[place + 1], f"act {place} of seed {seed} again"
    assert _faults(practice) == set()


@pytest.mark.parametrize("seed", range(2, 4))
def test_undo_out_of_order_is_refused_or_leaves_nothing_loose(tmp_path, seed):
    practice = make_practice(tmp_path, today=dt.datetime.now(dt.UTC).date())
    day = Day(practice, random.Random(seed))  # noqa: S311  not for secrets
    day.start()
    done: list[int] = []
    for act in day.dice.choices(day.acts(), k=80):
        try:
            done.append(act())
            if day.dice.random() < 0.4:
                done.append(day.run(UNDO, day.dice.choice(done)).changes.action_id)
        except (UserError, IndexError):
            continue
        assert _loose_ends(practice) == []
        assert _clashes(practice) == []
    assert _faults(practice) == set()


def _faults(practice: PracticeForTests) -> set[str]:
    # These practices have no key file: their key was made for the test.
    return {check.name for check in verify(practice.database).checks if check.ok is False} - {"key_slots"}


def _loose_ends(practice: PracticeForTests) -> list[str]:
    """Rows in use that point at removed ones."""
    with practice.open("administrator").read() as uow:
        raw = driver_connection(uow.session.connection())
        return [
            f"{link} {row_id} -> {parent}"
            for link, statement in _links().items()
            for row_id, parent in raw.execute(statement)
        ]


@cache
def _links() -> dict[str, str]:
    """How rows in use are found that point at one that is not, by "table.column -> other table"."""
    found = {}
    for table in audited_tables():
        for link in table.foreign_keys if "removed_at" in table.c else ():
            other, column = link.column.table, link.parent.name
            if "removed_at" in other.c:
                found[f"{table.name}.{column} -> {other.name}"] = (
                    f'SELECT id, "{column}" FROM "{table.name}" WHERE removed_at IS NULL AND "{column}" NOT NULL '  # noqa: S608
                    f'AND "{column}" NOT IN (SELECT id FROM "{other.name}" WHERE removed_at IS NULL)'
                )
    return found


def test_a_patient_somebody_has_booked_since_is_not_unregistered(tmp_path):
    practice = make_practice(tmp_path)
    desk: OpenPractice = practice.open("front_desk")
    made = desk.run("services.registration.register", RegisterPatient(PatientDetails(family="Lopez")))
    wanted = AddAction(made.head.id, None, ActionDraft("Call"))
    practice.open("coordinator").run("services.care_plans.add_action", wanted)
    with pytest.raises(Conflict) as refused:
        desk.run(UNDO, made.changes.action_id)
    assert refused.value.code == "db.changed_meanwhile"
    assert desk.run("queries.patients.find", "lopez")


def test_an_action_does_not_come_back_under_a_goal_that_is_gone(tmp_path):
    practice = make_practice(tmp_path)
    rosa, kim = practice.open("coordinator"), practice.open("clinician")
    made = rosa.run("services.registration.register", RegisterPatient(PatientDetails(family="Lopez")))
    goal = rosa.run("services.care_plans.add_goal", AddGoal(made.head.id, GoalDraft("Walk", None))).id
    action = rosa.run("services.care_plans.add_action", AddAction(made.head.id, goal, ActionDraft("Call"))).id
    removed = rosa.run("services.care_plans.remove", RemoveItem("plan_action", action, 1))
    kim.run("services.care_plans.remove", RemoveItem("goal", goal, 1))
    with pytest.raises(Conflict) as refused:
        rosa.run(UNDO, removed.changes.action_id)
    assert refused.value.code == "db.changed_meanwhile"
