"""What of the set-up is missing, most urgent first: each thing has a form that sets it."""

from __future__ import annotations

from sqlalchemy import select

from db.models.access import UserAccount
from db.models.practice import AppointmentType, Practice
from db.models.set_up import Room
from db.repositories import scheduling as repository
from db.unit_of_work import UnitOfWork
from icm_desktop.content import policies
from icm_desktop.content.phrases import LANGUAGES
from icm_desktop.content.shipped import PHRASES
from icm_desktop.contracts.content import Standing
from icm_desktop.contracts.directory import DirectoryFilter
from icm_desktop.contracts.set_up import Gap, Missing
from icm_desktop.domain.names import folded, spoken
from icm_desktop.permissions import Privilege, Role, requires
from icm_desktop.queries.content import contents
from icm_desktop.queries.directory import directory

_NEXT_YEAR_FROM = 10  # October: whoever books ahead reaches the new year by then


@requires(Privilege.SIGN_IN)
def gaps(uow: UnitOfWork) -> tuple[Gap, ...]:
    """Everything that is missing; nothing for a sample practice's backups."""
    practice = uow.session.scalars(select(Practice)).one()
    found = [*_of_practice(practice), *_of_clinicians(uow), *_of_visits(uow), *holidays(uow)]
    coordinators = select(UserAccount.id).where(
        UserAccount.role == Role.COORDINATOR.value, UserAccount.disabled_at.is_(None), UserAccount.removed_at.is_(None)
    )
    if uow.session.scalar(coordinators.limit(1)) is None:
        found.append(Gap(Missing.COORDINATOR))
    if directory(uow, DirectoryFilter(limit=1)).total == 0:
        found.append(Gap(Missing.DIRECTORY))
    drafts = (
        row
        for row in contents(uow)
        if row.kind == PHRASES and row.language in LANGUAGES and row.standing is not Standing.CONFIRMED
    )
    found += [Gap(Missing.CONTENT, (row.language or row.id,), key=row.id) for row in drafts]
    order = list(Missing)
    return tuple(sorted(found, key=lambda gap: order.index(gap.what)))


@requires(Privilege.SIGN_IN)
def holidays(uow: UnitOfWork) -> tuple[Gap, ...]:
    """Years of which nobody has said which holidays the practice keeps, or for which the list names none."""
    today, calendar = uow.today, policies.shipped().calendar
    years = (today.year, today.year + 1) if today.month >= _NEXT_YEAR_FROM else (today.year,)
    through = uow.session.scalar(select(Practice.holidays_through)) or 0
    missing = [year for year in years if year > through or not calendar.holidays_of(year)]
    return tuple(Gap(Missing.HOLIDAYS, year=year) for year in missing)


def _of_practice(practice: Practice) -> list[Gap]:
    found = []
    if not practice.backup_folder and not practice.is_sample:
        found.append(Gap(Missing.BACKUP_FOLDER))
    if not practice.phone:
        found.append(Gap(Missing.PRACTICE_PHONE))
    return found


def _of_clinicians(uow: UnitOfWork) -> list[Gap]:
    people = repository.clinicians(uow.session, uow.today)
    if not people:
        return [Gap(Missing.CLINICIANS)]
    working = {row.practitioner_id for row in repository.weekly_hours(uow.session)}
    idle = [row for row in people if row.id not in working]
    return [Gap(Missing.HOURS, (spoken(row.given, row.family, row.prefix, row.suffix),), row.id) for row in idle]


def _of_visits(uow: UnitOfWork) -> list[Gap]:
    """No kind of visit, or one that asks for a kind of room or equipment that is not there."""
    asked = select(AppointmentType.room_kind, AppointmentType.equipment_kind)
    kinds = uow.session.execute(asked.where(AppointmentType.removed_at.is_(None))).all()
    if not kinds:
        return [Gap(Missing.VISIT_TYPES)]
    rooms = {folded(kind) for kind in uow.session.scalars(select(Room.kind).where(Room.removed_at.is_(None)))}
    without = sorted({kind for row in kinds for kind in row if kind and folded(kind) not in rooms})
    return [Gap(Missing.ROOMS, (kind,), key=kind) for kind in without]
