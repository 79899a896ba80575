"""Positive screens, readmissions and reviews on Today by what is kept are those by the records, whatever happens."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import replace

import pytest
from sqlalchemy import select

from db.engine import driver_connection
from db.kept_work import kept_faults
from db.models.clinical import Encounter, Observation, QuestionnaireResponse
from db.models.pathways import PathwayEnrolment
from db.models.patient import Patient
from db.models.plan import CarePlan, WorklistHold
from db.models.scheduling import ServiceRequest
from db.models.screening import SafetyAssessment, ScreeningFollowUp
from db.pathway_tally import tally_fits
from db.standing import standing_faults
from icm_desktop.content.instruments import instruments
from icm_desktop.contracts.pathways import AdoptPathway
from icm_desktop.contracts.screening import UseInstrument
from icm_desktop.contracts.worklist import WorkFilter
from icm_desktop.permissions import Role
from tests.support import make_practice

TODAY = dt.date(2026, 11, 20)
PATIENTS, SCORES = 8, 15
LOINC = "http://loinc.org"
KINDS = ("follow_up", "rescreen", "transition", "plan_review")
CODES = tuple(one.loinc for each in instruments().values() for one in each.scores if one.loinc)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    practice = make_practice(tmp_path_factory.mktemp("kept"), today=TODAY)
    admin = practice.open("administrator")
    with admin.write("test") as uow:
        uow.session.add_all(
            Patient(record_number=f"{n:06d}", family="Lopez", sex=("female", "male")[n % 2],
                    coordinator_id=practice.users[Role.COORDINATOR] if n % 3 == 0 else None)
            for n in range(1, PATIENTS + 1)
        )  # fmt: skip
        uow.session.flush()
        first = random.Random(7)  # noqa: S311  repeatable
        uow.session.add_all(_score(first, first.randint(1, PATIENTS)) for _ in range(SCORES))
    shipped = {one.id: one.digest for one in admin.run("queries.pathways.shipped")}
    admin.run("services.pathways.adopt", AdoptPathway("depression", shipped["depression"], "Dr. Ana Ruiz"))
    admin.run("services.pathway_work.reckon")
    yield practice
    practice.database.close()


def _day(chance, ahead=3):
    return TODAY + dt.timedelta(days=chance.randint(-70, ahead))


ACTS = (
    *("score", "score", "stay", "stay", "plan") * 3,
    "form",
    "followed",
    "assessed",
    "referral",
    "entry",
    "note",
    "note",
)


def _score(chance, patient_id):
    when = chance.choice((_day(chance).isoformat(), f"{_day(chance).isoformat()}T03:30:00Z", "2026-11"))
    return Observation(code_system=LOINC, code=chance.choice(CODES), effective_when=when, patient_id=patient_id,
                       value_number=chance.choice((None, 0, 3, 9, 14, 22)),
                       status=chance.choice(("final", "final", None, "entered-in-error")))  # fmt: skip


def _new(chance):  # noqa: PLR0911  one of many kinds of fact
    patient = {"patient_id": chance.randint(1, PATIENTS)}
    match chance.choice(ACTS):
        case "score":
            return _score(chance, patient["patient_id"])
        case "stay":
            began, lasts = _day(chance), chance.randint(0, 9)
            ends = (began + dt.timedelta(days=lasts)).isoformat()
            return Encounter(class_code=chance.choice(("IMP", "IMP", "OBSENC", "AMB")), starts_when=began.isoformat(),
                             ends_when=chance.choice((ends, ends, f"{ends}T02:00:00Z", None)), **patient,
                             status=chance.choice(("finished", None, "planned")),
                             priority=chance.choice((None, "elective")))  # fmt: skip
        case "form":
            items = [{"link_id": "/44260-8", "code": chance.choice(("LA6568-5", "LA6570-1"))}]
            return QuestionnaireResponse(status="completed", authored_when=_day(chance, 0).isoformat(), items=items,
                                         questionnaire="http://loinc.org/q/44249-1", **patient)  # fmt: skip
        case "followed":
            return ScreeningFollowUp(
                observation_id=chance.randint(1, SCORES), done_on=_day(chance, 0), act="talked", **patient
            )
        case "assessed":
            return SafetyAssessment(assessed_on=_day(chance, 0), risk="low", note="n", **patient)
        case "referral":
            return ServiceRequest(is_referral=True, status="active", service="behavioral_health",
                                  ordered_on=_day(chance, 0), **patient)  # fmt: skip
        case "entry":
            return PathwayEnrolment(pathway="depression", status=chance.choice(("enrolled", "left")),
                                    entered_on=_day(chance, 0), **patient)  # fmt: skip
        case "plan":
            return CarePlan(status=chance.choice((None, "active", "completed")), review_due=_day(chance), **patient)
        case _:
            key = chance.choice(
                ("follow_up:{}", "form:{}", "rescreen:{}", "encounter:{}:readmission", "plan_review:{}")
            )
            until, done = chance.choice(((TODAY + dt.timedelta(days=4), None), (TODAY, None), (None, TODAY)))
            return WorklistHold(item_key=key.format(chance.randint(1, 12)), held_until=until, done_on=done, **patient)


def _change(chance, session, now):
    model = chance.choice(
        (Observation, Encounter, ScreeningFollowUp, SafetyAssessment, ServiceRequest, CarePlan, Patient)
    )
    rows = list(session.scalars(select(model)))
    if not rows:
        return
    row = chance.choice(rows)
    if isinstance(row, Patient):
        row.deceased, row.coordinator_id = chance.random() < 0.2, chance.choice((None, 2, 3))
    elif chance.random() < 0.5:
        row.removed_at = None if row.removed_at else now
    else:
        row.patient_id = chance.randint(1, PATIENTS)


def _same(practice, day):
    """How many rows there are of each kind, the same by what is kept and by the records."""
    found = dict.fromkeys(KINDS, 0)
    for role in ("coordinator", "clinician"):
        desk = practice.on(day).open(role)
        for everyone in (True, False):
            asked = WorkFilter(everyone=everyone, kinds=KINDS, limit=500)
            whole = desk.run("queries.today.worklist", replace(asked, search=" "))
            short = desk.run("queries.today.worklist", asked)
            assert (short.rows, short.counts) == (whole.rows, whole.counts), (day, role, everyone)
            pages = [desk.run("queries.today.worklist", replace(asked, limit=5, offset=at)).rows
                     for at in range(0, whole.total, 5)]  # fmt: skip
            assert [row for page in pages for row in page] == list(whole.rows)
            for row in whole.rows:
                found[row.kind] += 1
    return found


@pytest.mark.parametrize("seed", [5, 6])
def test_today_by_what_is_kept_is_today_by_the_records_now_and_on_later_days(made, seed):
    chance, desk, seen = random.Random(seed), made.open(), dict.fromkeys(KINDS, 0)  # noqa: S311  repeatable
    for _ in range(20):
        with desk.write("test.step") as uow:
            for _ in range(chance.randint(1, 8)):
                if chance.random() < 0.75:
                    uow.session.add(_new(chance))
                else:
                    _change(chance, uow.session, uow.now)
                uow.session.flush()
    for ahead in (0, 1, *sorted(chance.sample(range(2, 40), 3))):
        found = _same(made, TODAY + dt.timedelta(days=ahead))
        seen = {kind: count + found[kind] for kind, count in seen.items()}
    assert all(seen.values()), seen
    with desk.read() as uow:
        raw = driver_connection(uow.session.connection())
        assert standing_faults(raw) == kept_faults(raw) == []
        assert tally_fits(raw)


def test_another_cut_off_of_the_practice_is_followed_once_it_is_reckoned(made):
    """Women may count from 3 on; the form without the practice's word from 4."""
    admin = made.open("administrator")
    with admin.write("test") as uow:
        code = next(one.loinc for one in instruments()["pc-ptsd-5"].scores)
        woman = Patient(record_number="W", family="Woman", sex="female")
        uow.session.add(woman)
        uow.session.flush()
        uow.session.add(Observation(patient_id=woman.id, code_system=LOINC, code=code, status="final", value_number=3,
                                    effective_when="2026-11-08"))  # fmt: skip
    asked = WorkFilter(everyone=True, kinds=("follow_up",), limit=500)
    before = admin.run("queries.today.worklist", asked)
    assert (admin.run("queries.pathway_work.waiting"), before.checking) == (0, 0)
    admin.run("services.screening.use", UseInstrument("pc-ptsd-5", True, cut_offs=("women-3",)))
    still = admin.run("queries.today.worklist", asked)
    assert (still.rows, still.checking) == (before.rows, PATIENTS + 1)
    admin.run("services.pathway_work.reckon")
    after = admin.run("queries.today.worklist", asked)
    told = {row.key: row.head.family for row in after.rows}
    assert "WOMAN" in {family.upper() for key, family in told.items() if key not in {row.key for row in before.rows}}
    assert (after.checking, after.total) == (0, len(after.rows))
