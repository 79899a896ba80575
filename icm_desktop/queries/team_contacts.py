"""When each person around a patient was last in touch, and what comes next: visits, calls, questions."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import select

from db.models.plan import ContactLog
from db.models.practice import Practitioner
from db.models.scheduling import Appointment
from db.models.team import TeamMember, TeamMessage, TeamQuestion
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.team import ORGANIZATION, PRACTITIONER, USER, Met
from icm_desktop.domain.appointment_states import COMING, TOOK_PLACE
from icm_desktop.permissions import Privilege, requires

Whom = tuple[str, int]  # a user, practitioner or organization by id, or ("member", id)
MEMBER = "member"
VISIT = "visit"


class Contacts:
    """The last and the next contact of each, gathered from what happened and what is planned."""

    def __init__(self) -> None:
        self._last: dict[Whom, Met] = {}
        self._next: dict[Whom, Met] = {}

    def happened(self, whom: Whom, met: Met) -> None:
        """Note a contact; the latest stays."""
        if whom not in self._last or self._last[whom].on < met.on:
            self._last[whom] = met

    def planned(self, whom: Whom, met: Met) -> None:
        """Note a date to come, or one that has passed unanswered; the earliest stays."""
        if whom not in self._next or self._next[whom].on > met.on:
            self._next[whom] = met

    def of(self, *whom: Whom) -> tuple[Met | None, Met | None]:
        """The last and the next contact of one person, by any of what they are."""
        last = max((self._last[one] for one in whom if one in self._last), key=lambda met: met.on, default=None)
        coming = min((self._next[one] for one in whom if one in self._next), key=lambda met: met.on, default=None)
        return last, coming


@requires(Privilege.CLINICAL_READ)
def contacts(uow: UnitOfWork, patient_id: int) -> Contacts:
    """Everything that was said, seen or planned with anybody around a patient."""
    found = Contacts()
    for whom, met, ahead in (*_visits(uow, patient_id), *_calls(uow, patient_id), *_questions(uow, patient_id)):
        (found.planned if ahead else found.happened)(whom, met)
    return found


def _visits(uow: UnitOfWork, patient_id: int) -> Iterator[tuple[Whom, Met, bool]]:
    wanted = (
        select(
            Appointment.starts_at, Appointment.status, Appointment.practitioner_id, Appointment.organization_id,
            Practitioner.user_id,
        )
        .outerjoin(Practitioner, Practitioner.id == Appointment.practitioner_id)
        .where(Appointment.patient_id == patient_id, Appointment.removed_at.is_(None))
    )  # fmt: skip
    for starts_at, status, practitioner_id, organization_id, user_id in uow.session.execute(wanted):
        if starts_at is None:
            continue
        ahead = status in COMING and starts_at >= uow.now
        if not ahead and status not in TOOK_PLACE:
            continue
        met = Met(starts_at.astimezone(uow.zone).date(), VISIT)
        ids = ((PRACTITIONER, practitioner_id), (ORGANIZATION, organization_id), (USER, user_id))
        yield from (((kind, row_id), met, ahead) for kind, row_id in ids if row_id is not None)


def _calls(uow: UnitOfWork, patient_id: int) -> Iterator[tuple[Whom, Met, bool]]:
    wanted = select(ContactLog.at, ContactLog.by_user_id, ContactLog.channel).where(
        ContactLog.patient_id == patient_id, ContactLog.removed_at.is_(None), ContactLog.outcome == "reached"
    )
    for at, user_id, channel in uow.session.execute(wanted):
        yield (USER, user_id), Met(at.astimezone(uow.zone).date(), channel), False


def _questions(uow: UnitOfWork, patient_id: int) -> Iterator[tuple[Whom, Met, bool]]:
    asked = (
        select(TeamQuestion.id, TeamQuestion.team_member_id, TeamQuestion.status, TeamQuestion.due_on,
               TeamQuestion.channel, TeamMember.user_id)
        .join(TeamMember, TeamMember.id == TeamQuestion.team_member_id)
        .where(TeamQuestion.patient_id == patient_id, TeamQuestion.removed_at.is_(None))
    )  # fmt: skip
    whose: dict[int, tuple[Whom, ...]] = {}
    for row in uow.session.execute(asked):
        ids = ((MEMBER, row.team_member_id), (USER, row.user_id))
        whose[row.id] = tuple((kind, row_id) for kind, row_id in ids if row_id is not None)
        if row.status == "open" and row.due_on is not None:
            yield from ((one, Met(row.due_on, row.channel), True) for one in whose[row.id])
    said = select(TeamMessage.team_question_id, TeamMessage.at, TeamMessage.channel).where(
        TeamMessage.patient_id == patient_id, TeamMessage.removed_at.is_(None)
    )
    for question_id, at, channel in uow.session.execute(said):
        met = Met(at.astimezone(uow.zone).date(), channel)
        yield from ((one, met, False) for one in whose.get(question_id, ()))
