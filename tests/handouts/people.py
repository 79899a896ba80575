"""Patients for the page tests: the one of the design's sample, an empty one, one with far too much."""

from __future__ import annotations

import datetime as dt
import itertools
from typing import Any

from db.models.clinical import MedicationEntry
from db.models.patient import Patient
from db.models.plan import CareTeam, CareTeamMember, Goal, PlanAction
from db.models.practice import Practice, Practitioner
from db.models.scheduling import Appointment
from icm_desktop.contracts.handouts import HandoutMade, HandoutRequest
from icm_desktop.permissions import Role
from tests.support import PracticeForTests

TODAY = dt.date(2026, 7, 14)
_NUMBERS = itertools.count(1)
HOSTILE = "O'Brien <b> & \"x\" </para> <img src='/etc/passwd'> {day} %s"
ARABIC = "محمد علي السلام"


def at(day: dt.date, hour: int, minute: int = 0) -> dt.datetime:
    """A wall time of summer in New York as UTC."""
    return dt.datetime(day.year, day.month, day.day, hour + 4, minute, tzinfo=dt.UTC)


def add(practice: PracticeForTests, *rows: Any) -> list[int]:
    """Store rows; their ids."""
    with practice.open().write("tests.add") as uow:
        for row in rows:
            uow.session.add(row)
            uow.session.flush()
        return [row.id for row in rows]


def patient(practice: PracticeForTests, **values: Any) -> int:
    """A patient with nothing recorded."""
    given: dict[str, Any] = {"family": "Lopez", "given": "Maria", "birth_date": "1958-03-04", "language": "en"} | values
    number = given.pop("record_number", None) or f"{given['family'][:3]}-{next(_NUMBERS)}"
    return add(practice, Patient(record_number=number, **given))[0]


def step(patient_id: int, text: str, **values: Any) -> PlanAction:
    """A step on the page."""
    return PlanAction(patient_id=patient_id, text=text, status=values.pop("status", "in-progress"), **values)


def medicine(patient_id: int, text: str, dosage: str | None = None, **values: Any) -> MedicationEntry:
    """An active medicine."""
    given: dict[str, Any] = {"status": "active", "kind": "entry"} | values
    return MedicationEntry(patient_id=patient_id, text=text, dosage=dosage, **given)


def visit(patient_id: int, day: dt.date, hour: int, **values: Any) -> Appointment:
    """A booked visit elsewhere."""
    given: dict[str, Any] = {"status": "booked", "outside": True} | values
    return Appointment(patient_id=patient_id, starts_at=at(day, hour, given.pop("minute", 0)), **given)


GOALS = {"en": "Walk my dog every day", "es": "Pasear a mi perro cada día"}
WEIGH = {
    "en": "Weigh yourself each morning. Call us if you gain 3 pounds or more in one day",
    "es": "Pésese cada mañana. Llámenos si sube 3 libras o más en un día",
}


def maria(practice: PracticeForTests, **values: Any) -> int:
    """The sample of the design: 2 steps, 2 visits, 3 medicines, a coordinator."""
    who = patient(practice, **{"coordinator_id": practice.users[Role.COORDINATOR]} | values)
    with practice.open().write("tests.practice") as uow:
        row = uow.session.query(Practice).one()
        row.after_hours_phone, row.address = "555-0199", "12 Main St"
    patel, jen = add(
        practice,
        Practitioner(family="Patel", given="Anil", prefix="Dr.", specialty="Cardiology", phone="555-0142"),
        Practitioner(family="Cole", given="Jen", specialty="Dietitian", inside=True),
    )
    add(
        practice,
        Goal(patient_id=who, status="active", words=GOALS[values.get("language", "en")]),
        step(who, "Check blood sugar every morning", phrase="step.sugar", position=1),
        step(who, "Weigh", patient_words=WEIGH, position=2),
        visit(
            who,
            dt.date(2026, 7, 23),
            10,
            minute=30,
            practitioner_id=patel,
            where_text="120 Oak St, Floor 2",
            reason="Heart check",
            bring="Medicine bottles",
        ),
        visit(who, dt.date(2026, 8, 3), 14, practitioner_id=jen, outside=False, reason="Nutrition visit"),
        medicine(who, "metformin 500 MG Oral Tablet", reason="Type 2 diabetes", morning="1", evening="1"),
        medicine(who, "lisinopril 10 mg tablet", reason="Hypertension", morning="1"),
        medicine(who, "sertraline 50 mg tablet", reason="Depression", bedtime="half"),
        medicine(who, "acetaminophen 500 mg tablet", "2 tablets every 6 hours as needed", reason="Headache"),
    )
    return who


def overfull(practice: PracticeForTests, count: int, **values: Any) -> int:
    """`count` of everything."""
    who = patient(practice, **values)
    for number in range(count):
        add(
            practice,
            step(who, f"Call the clinic about letter number {number + 1}", position=number),
            visit(
                who,
                dt.date(2026, 7, 20) + dt.timedelta(days=number),
                9,
                reason="Follow-up",
                with_text=f"Dr. Number{number + 1}",
                where_text="1 Elm St",
                phone="555-0101",
            ),
            medicine(who, f"drug{number + 1} 10 mg tablet", "1 tablet by mouth once a day"),
        )
    return who


def team(practice: PracticeForTests, who: int) -> None:
    """A care team with a coordinator who has a number."""
    (team_id,) = add(practice, CareTeam(patient_id=who, status="active"))
    member = {"care_team_id": team_id, "patient_id": who, "member_key": "x"}
    add(practice, CareTeamMember(name="Rosalía Béjar", role="Care coordinator (RN)", phone="555-010-3002", **member))


def made(practice: PracticeForTests, who: int, role: Role = Role.COORDINATOR, **values: Any) -> HandoutMade:
    """The page as a role gets it."""
    page = practice.open(role).run("reports.handouts.render", HandoutRequest(patient_id=who, **values))
    assert isinstance(page, HandoutMade)
    return page
