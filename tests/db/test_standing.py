"""The table of standings says what the records say, whatever happens to them."""

from __future__ import annotations

import datetime as dt
import itertools
import random
from contextlib import suppress
from typing import Any

import pytest
from sqlalchemy import select

from db.engine import driver_connection
from db.errors import DatabaseProblem
from db.models.exchange import ImportBatch, SourceResource
from db.models.patient import Patient
from db.models.plan import ContactLog, PlanAction, Task, WorklistHold
from db.models.scheduling import Appointment, ReferralEvent, ServiceRequest
from db.standing import standing_faults
from db.undo import undo
from icm_desktop.contracts.referrals import ReferralFilter
from icm_desktop.contracts.worklist import WorkFilter
from icm_desktop.domain import referral_states as states
from tests.support import make_practice

TODAY = dt.date(2026, 11, 20)
ROLES = ("administrator", "coordinator", "clinician")
STATUSES = (None, "draft", "active", "on-hold", "completed", "revoked", "entered-in-error")


@pytest.fixture
def practice(tmp_path):
    practice = make_practice(tmp_path, today=TODAY)
    with practice.open().write("test") as uow:
        people = [Patient(record_number=f"{n:06d}", family="Lopez", given=str(n)) for n in range(1, 4)]
        batch = ImportBatch(state="complete", started_at=uow.now)
        uow.session.add_all([*people, batch])
        uow.session.flush()
        source = {"source": "s", "resource_type": "ServiceRequest", "subject": "", "content_hash": b"", "import_id": 1}
        uow.session.add(SourceResource(resource_id="1", received_at=uow.now, **source))
    yield practice
    practice.database.close()


def _day(chance):
    return TODAY + dt.timedelta(days=chance.randint(-90, 5))


def _new(chance, session):
    patient = chance.randint(1, 3)
    referrals = list(session.scalars(select(ServiceRequest.id)))
    kinds = ["referral", "action", "task", "visit"]
    kinds += ["fact", "fact", "fact", "booked", "call", "call"] if referrals else []
    owner = chance.choice(({}, {"owner_kind": "user", "owner_name": "Rosa", "owner_user_id": 2}))
    match chance.choice(kinds):
        case "referral":
            source = {"source_id": 1} if chance.random() < 0.4 else {}
            return ServiceRequest(
                patient_id=patient, is_referral=chance.random() < 0.9, status=chance.choice(STATUSES),
                text="Cardiology", urgency=chance.choice(("routine", "urgent", "stat")),
                ordered_on=chance.choice((None, _day(chance))), reviewer_id=chance.choice((None, 2, 3)),
                service=chance.choice((None, "imaging", "behavioral_health")), **owner, **source,
            )  # fmt: skip
        case "action":
            status = chance.choice(("not-started", "completed", "in-progress"))
            return PlanAction(patient_id=patient, status=status, text="Call", due_on=_day(chance), **owner)
        case "task":
            return Task(patient_id=patient, status=chance.choice(("requested", "completed")), due_on=_day(chance))
        case "fact":
            referral = chance.choice(referrals)
            state = chance.choice(states.STATES)
            day = _day(chance)
            return ReferralEvent(service_request_id=referral, patient_id=patient, state=state, happened_on=day)
        case "call":
            key, outcome = f"referral:{chance.choice(referrals)}:send", chance.choice(("no_answer", "reached"))
            at = dt.datetime.combine(_day(chance), dt.time(15), dt.UTC)
            return ContactLog(patient_id=patient, item_key=key, at=at, by_user_id=1, channel="phone", outcome=outcome)
        case kind:
            at = dt.datetime.combine(_day(chance), dt.time(14), dt.UTC)
            status = chance.choice(("booked", "noshow", "fulfilled", "cancelled"))
            mine = {"service_request_id": chance.choice(referrals)} if kind == "booked" else {}
            return Appointment(patient_id=patient, starts_at=at, status=status, with_text="Dr. Kim", **mine)


def _change(chance, session, now):
    model = chance.choice((ServiceRequest, ReferralEvent, Appointment, PlanAction, Task, Patient, ContactLog))
    rows = list(session.scalars(select(model)))
    if not rows:
        return
    row = chance.choice(rows)
    if isinstance(row, Patient):
        row.deceased, row.coordinator_id = chance.random() < 0.3, chance.choice((None, 2))
    elif chance.random() < 0.4:
        row.removed_at = None if row.removed_at else now
    elif isinstance(row, ServiceRequest):
        row.status, row.closed_on = chance.choice(STATUSES), chance.choice((None, _day(chance)))
        row.reviewer_id = chance.choice((None, 2, 3))
    elif isinstance(row, ContactLog):
        row.outcome = chance.choice(("no_answer", "reached"))
    elif isinstance(row, ReferralEvent):
        row.state, row.happened_on = chance.choice(states.STATES), _day(chance)
    elif isinstance(row, Appointment):
        row.status = chance.choice(("booked", "noshow", "cancelled"))
    else:
        row.held_until = chance.choice((None, TODAY + dt.timedelta(days=3)))


def _kept(session):
    raw = driver_connection(session.connection())
    query = "SELECT row_id, state, since FROM work_standing WHERE kind = 'referral'"
    return raw, {row[0]: (row[1], row[2]) for row in raw.execute(query)}


def _right(session):
    facts: dict[int, list[states.Fact]] = {}
    for fact in session.scalars(select(ReferralEvent).where(ReferralEvent.removed_at.is_(None))):
        facts.setdefault(fact.service_request_id, []).append(states.Fact(fact.state, fact.happened_on, fact.id))
    found = {}
    for row in session.scalars(select(ServiceRequest).where(ServiceRequest.removed_at.is_(None))):
        if row.is_referral and row.status != "entered-in-error":
            stands = states.standing(
                facts.get(row.id, ()), status=row.status, ordered_on=row.ordered_on, imported=row.source_id is not None
            )
            found[row.id] = (stands.state, stands.since.isoformat() if stands.since else None)
    return found


@pytest.mark.parametrize("seed", range(6))
def test_the_kept_standing_is_that_of_the_domain_after_anything_that_happens(practice, seed):
    chance, desk, actions = random.Random(seed), practice.open(), []  # noqa: S311  repeatable, not secret
    for _ in range(40):
        with desk.write("test.step") as uow:
            for _ in range(chance.randint(1, 4)):
                if chance.random() < 0.65:
                    uow.session.add(_new(chance, uow.session))
                else:
                    _change(chance, uow.session, uow.now)
                uow.session.flush()
            actions.append(uow.action_id)
        if chance.random() < 0.2:
            with suppress(DatabaseProblem), desk.write("services.history.undo") as uow:  # a step may change nothing
                undo(uow, actions.pop())
        with desk.read() as uow:
            raw, kept = _kept(uow.session)
            assert standing_faults(raw) == []
            assert kept == _right(uow.session)


@pytest.mark.parametrize("seed", range(6))
def test_the_list_by_standings_is_the_list_by_facts(practice, seed):
    chance, desk = random.Random(100 + seed), practice.open()  # noqa: S311  repeatable, not secret
    with desk.write("test.many") as uow:
        for _ in range(150):
            uow.session.add(_new(chance, uow.session))
            uow.session.flush()
        for _ in range(40):
            _change(chance, uow.session, uow.now)
        limits = ("send", "acknowledge", "schedule", "visit", "review")
        for number in range(1, 10):
            key = f"referral:{number}:{chance.choice(limits)}"
            uow.session.add(WorklistHold(item_key=key, patient_id=1, held_until=TODAY + dt.timedelta(days=2)))
        for number in range(1, 30):
            key, at = f"referral:{number % 10}:visit", dt.datetime.combine(TODAY, dt.time(15), dt.UTC)
            uow.session.add(
                ContactLog(patient_id=1, item_key=key, at=at, by_user_id=1, channel="phone", outcome="no_answer")
            )
    for role, everyone in (("administrator", True), *((role, False) for role in ROLES)):
        desk = practice.open(role)
        # A search looks at every row by its facts; no word of it is asked for, so everything must fit.
        whole = desk.run("queries.today.worklist", WorkFilter(everyone=everyone, search=" ", limit=1000))
        short = desk.run("queries.today.worklist", WorkFilter(everyone=everyone, limit=1000))
        assert short.rows == whole.rows
        assert short.counts == whole.counts
        pages = [desk.run("queries.today.worklist", WorkFilter(everyone=everyone, limit=7, offset=at)).rows
                 for at in range(0, whole.total, 7)]  # fmt: skip
        assert [row for page in pages for row in page] == list(whole.rows)


@pytest.mark.parametrize("seed", range(4))
def test_the_board_by_standings_is_the_board_by_facts(practice, seed):
    chance, desk = random.Random(200 + seed), practice.open()  # noqa: S311  repeatable, not secret
    with desk.write("test.many") as uow:
        for _ in range(200):
            uow.session.add(_new(chance, uow.session))
            uow.session.flush()
        for _ in range(40):
            _change(chance, uow.session, uow.now)
    asked: tuple[dict[str, Any], ...] = (
        {}, {"mine": True}, {"stuck": True}, {"urgent": True}, {"search": "card lopez"}, {"service": "Other"},
             {"mine": True, "stuck": True})  # fmt: skip
    for more, role in itertools.product(asked, ROLES):
        desk = practice.open(role)
        whole = [row for patient in (1, 2, 3)
                 for row in desk.run("queries.referrals.rows", ReferralFilter(patient_id=patient, **more))]  # fmt: skip
        whole.sort(key=lambda row: (-row.days_over, -row.days_waiting, row.id))
        for limit in (5, 20, 500):
            found = desk.run("queries.referrals.rows", ReferralFilter(limit=limit, **more))
            assert list(found) == whole[:limit], (more, limit)


def test_facts_of_an_import_count_when_it_is_complete(practice):
    desk = practice.open()
    with desk.write("test") as uow:
        uow.session.add(ServiceRequest(patient_id=1, is_referral=True, status="active", ordered_on=TODAY))
        batch = ImportBatch(state="loading", started_at=uow.now)
        uow.session.add(batch)
        uow.session.flush()
        uow.session.add(
            ReferralEvent(service_request_id=1, patient_id=1, state="seen", happened_on=TODAY, import_id=batch.id)
        )
    with desk.read() as uow:
        raw, kept = _kept(uow.session)
        assert kept == {1: ("draft", TODAY.isoformat())}
        assert standing_faults(raw) == []
    with desk.write("test", see_incomplete=True) as uow:
        uow.session.get_one(ImportBatch, 2).state = "complete"
    with desk.read() as uow:
        raw, kept = _kept(uow.session)
        assert kept == {1: ("seen", TODAY.isoformat())}
        assert standing_faults(raw) == []
