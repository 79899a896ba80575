"""The care team of a patient: members are added, changed, leave, come back, and one of us leads."""

from __future__ import annotations

import datetime as dt

from db.models.patient import Patient, PatientContact
from db.models.plan import CareTeamMember
from db.models.team import TeamMember
from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.content import team as content
from icm_desktop.contracts.team import (
    CONTACT,
    KINDS,
    ORGANIZATION,
    PERSON,
    PRACTITIONER,
    USER,
    AddAgain,
    EndMember,
    MakeLead,
    SaveMember,
    TakeOver,
    TeamSaved,
)
from icm_desktop.errors import Conflict, Invalid, NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.team import imported, name_of, stored_members
from icm_desktop.services import cleaning
from icm_desktop.services.person_rows import patient_of
from icm_desktop.services.team_lead import inside_now, set_lead

_REFS = {
    USER: "user_id", PRACTITIONER: "practitioner_id", ORGANIZATION: "organization_id", CONTACT: "patient_contact_id",
}  # fmt: skip
_FIRST, _LAST = dt.date(1900, 1, 1), dt.date(2200, 1, 1)


@requires(Privilege.CLINICAL_WRITE)
def save(uow: UnitOfWork, request: SaveMember) -> TeamSaved:
    """Add a member or change one. The first of the practice on a team leads it.

    Raises:
        NotFound: patients.unknown, team.unknown.
        Conflict: team.changed_meanwhile.
        Invalid: team.no_such_person, already_on_team, name_missing, no_such_role, role_missing, bad_day,
            ends_before_start, lead_ends; registration.* at the field.
    """
    patient = patient_of(uow, request.patient_id)
    row = _row(uow, request)
    end_before = row.ends_on
    row.name = _name(uow, request)
    row.role_code = cleaning.one_of("role_code", request.role_code, content.codes("role"), row.role_code) or ""
    row.role_text = cleaning.line("role_text", request.role_text)
    if row.role_code in ("", "other") and not row.role_text:
        raise Invalid("team.role_missing", "role_text" if row.role_code else "role_code")
    row.organization_text = cleaning.line("organization", request.organization)
    row.phone = row.phone if request.phone == row.phone else cleaning.phone("phone", request.phone)
    row.fax = row.fax if request.fax == row.fax else cleaning.phone("fax", request.fax)
    row.note = cleaning.note("note", request.note)
    row.starts_on, row.ends_on = _days(request, row)
    _refuse_twice(uow, row)
    uow.session.add(row)
    uow.session.flush()
    _settle_lead(uow, patient, row, end_before)
    return _saved(uow, row)


@requires(Privilege.CLINICAL_WRITE)
def end(uow: UnitOfWork, request: EndMember) -> TeamSaved:
    """Let a member leave. Who leads hands the lead to somebody who stays, unless nobody of the practice does.

    Raises:
        NotFound: team.unknown.
        Conflict: team.changed_meanwhile, team.already_ended.
        Invalid: team.bad_day, ends_before_start, next_lead_missing, no_such_user; registration.too_long.
    """
    row = _as_read(uow, request.member_id, request.expected_version)
    if row.ends_on is not None and row.ends_on <= uow.today:
        raise Conflict("team.already_ended")
    if request.ends_on > uow.today or request.ends_on < _FIRST:
        raise Invalid("team.ends_in_future", "ends_on")
    if request.ends_on < row.starts_on <= uow.today:
        raise Invalid("team.ends_before_start", "ends_on")
    row.ends_on, row.end_reason = max(request.ends_on, row.starts_on), cleaning.line("reason", request.reason, 500)
    if row.starts_on > uow.today:
        row.starts_on = row.ends_on = request.ends_on  # it never came to it
    uow.session.flush()
    patient = patient_of(uow, row.patient_id)
    if row.user_id is not None and patient.coordinator_id == row.user_id:
        _pass_lead(uow, patient, row.user_id, request.next_lead_id)
    return _saved(uow, row)


def _pass_lead(uow: UnitOfWork, patient: Patient, left_id: int, next_id: int | None) -> None:
    others = {one.user_id for one in inside_now(uow, patient.id)} - {left_id}
    if next_id is not None and next_id != left_id:
        set_lead(uow, patient, next_id)
    elif others:
        raise Invalid("team.next_lead_missing", "next_lead_id")
    else:
        patient.coordinator_id = None


@requires(Privilege.CLINICAL_WRITE)
def add_again(uow: UnitOfWork, request: AddAgain) -> TeamSaved:
    """Put a former member back from today as they were; the earlier time stays in the list.

    Raises:
        NotFound: team.unknown.
        Invalid: team.no_such_person, already_on_team.
    """
    before = _as_read(uow, request.member_id)
    ref = getattr(before, _REFS[before.kind]) if before.kind in _REFS else None
    again = SaveMember(
        before.patient_id, before.kind, ref, before.name, before.role_code, before.role_text,
        before.organization_text, before.phone, before.fax, uow.today, None, before.note,
    )  # fmt: skip
    return save(uow, again)


@requires(Privilege.CLINICAL_WRITE)
def make_lead(uow: UnitOfWork, request: MakeLead) -> TeamSaved:
    """Let a user lead: on the team from today if they are not yet. Who led before stays on it.

    Raises:
        NotFound: patients.unknown.
        Conflict: demographics.changed_meanwhile.
        Invalid: team.no_such_user, team.lead_ends.
    """
    patient = patient_of(uow, request.patient_id, request.expected_version)
    before = patient.coordinator_id
    if before is not None and before != request.user_id:
        _keep_on_team(uow, patient, before)
    set_lead(uow, patient, request.user_id)
    uow.session.flush()
    changes = Changes.of("care_team", "patient", patient_id=patient.id, action_id=uow.action_id)
    return TeamSaved(tuple(row.id for row in inside_now(uow, patient.id)), changes)


def _keep_on_team(uow: UnitOfWork, patient: Patient, user_id: int) -> None:
    """Who leads without a line of their own gets one before the lead goes on: nobody falls off the list unseen."""
    if not any(row.user_id == user_id for row in stored_members(uow, patient.id)):
        name = name_of(uow, USER, user_id) or ""
        row = TeamMember(patient_id=patient.id, kind=USER, name=name, user_id=user_id, role_code="care_coordinator")
        row.starts_on = uow.today
        uow.session.add(row)
        uow.session.flush()


@requires(Privilege.CLINICAL_WRITE)
def take_over(uow: UnitOfWork, request: TakeOver) -> TeamSaved:
    """Put members another system named on our own team, in one act; those that are on it already stay.

    Raises:
        NotFound: patients.unknown, team.unknown.
        Invalid: team.nobody_chosen.
    """
    patient_of(uow, request.patient_id)
    listed = {one.id: one for one in imported(uow, request.patient_id)}
    if not request.imported_ids:
        raise Invalid("team.nobody_chosen")
    added = []
    for imported_id in request.imported_ids:
        stored = uow.session.get(CareTeamMember, imported_id)
        if imported_id not in listed or stored is None:
            raise NotFound("team.unknown")
        if listed[imported_id].member_id is None:
            added.append(_taken(uow.today, stored))
    uow.session.add_all(added)
    uow.session.flush()
    changes = Changes.of("care_team", patient_id=request.patient_id, action_id=uow.action_id)
    return TeamSaved(tuple(row.id for row in added), changes)


def _taken(today: dt.date, stored: CareTeamMember) -> TeamMember:
    kind = PRACTITIONER if stored.practitioner_id else ORGANIZATION if stored.organization_id else PERSON
    role = content.role_named(stored.role)
    return TeamMember(
        patient_id=stored.patient_id, kind=kind, name=stored.name, practitioner_id=stored.practitioner_id,
        organization_id=stored.organization_id, care_team_member_id=stored.id,
        role_code=role or "other", role_text=None if role else stored.role, phone=stored.phone, starts_on=today,
    )  # fmt: skip


def _row(uow: UnitOfWork, request: SaveMember) -> TeamMember:
    if request.kind not in KINDS:
        raise Invalid("team.no_such_person", "person")
    if request.member_id is not None:
        row = _as_read(uow, request.member_id, request.expected_version)
        if row.patient_id != request.patient_id:
            raise NotFound("team.unknown")
    else:
        row = TeamMember(patient_id=request.patient_id, role_code="", starts_on=uow.today)
    row.kind = request.kind
    for kind, column in _REFS.items():
        if request.member_id is None or kind == request.kind:
            setattr(row, column, request.ref_id if kind == request.kind else None)
    return row


def _name(uow: UnitOfWork, request: SaveMember) -> str:
    if request.kind == PERSON:
        name = cleaning.line("name", request.name)
        if not name:
            raise Invalid("team.name_missing", "name")
        return name
    found = name_of(uow, request.kind, request.ref_id)
    if request.kind == CONTACT and request.ref_id is not None:
        person = uow.session.get(PatientContact, request.ref_id)
        found = found if person is not None and person.patient_id == request.patient_id else None
    if not found:
        raise Invalid("team.no_such_person", "person")
    return found


def _days(request: SaveMember, row: TeamMember) -> tuple[dt.date, dt.date | None]:
    starts, ends = request.starts_on or row.starts_on, request.ends_on
    for field, day in (("starts_on", starts), ("ends_on", ends)):
        if day is not None and not _FIRST <= day <= _LAST:
            raise Invalid("team.bad_day", field)
    if ends is not None and ends < starts:
        raise Invalid("team.ends_before_start", "ends_on")
    return starts, ends


def _refuse_twice(uow: UnitOfWork, row: TeamMember) -> None:
    """The same person is on a team once at a time."""
    column = _REFS.get(row.kind)
    if column is None:
        return
    with uow.session.no_autoflush:
        others = [one for one in stored_members(uow, row.patient_id) if one is not row and one.id != row.id]
    for other in others:
        same = getattr(other, column) == getattr(row, column)
        if same and _overlap(other, row):
            raise Invalid("team.already_on_team", "person")


def _overlap(one: TeamMember, other: TeamMember) -> bool:
    ends = [row.ends_on or dt.date.max for row in (one, other)]
    return one.starts_on < ends[1] and other.starts_on < ends[0]


def _settle_lead(uow: UnitOfWork, patient: Patient, row: TeamMember, end_before: dt.date | None) -> None:
    """The first of the practice leads; who leads is not given an end here: the lead is handed on first."""
    if row.user_id is None:
        return
    if patient.coordinator_id is None and any(one.id == row.id for one in inside_now(uow, patient.id)):
        set_lead(uow, patient, row.user_id)
    if patient.coordinator_id == row.user_id and row.ends_on is not None and row.ends_on != end_before:
        raise Invalid("team.lead_ends", "ends_on")


def _as_read(uow: UnitOfWork, member_id: int, version: int | None = None) -> TeamMember:
    row = uow.session.get(TeamMember, member_id)
    if row is None or row.removed_at is not None:
        raise NotFound("team.unknown")
    if version is not None and row.version != version:
        raise Conflict("team.changed_meanwhile")
    return row


def _saved(uow: UnitOfWork, row: TeamMember) -> TeamSaved:
    uow.session.flush()
    changes = Changes.of("care_team", "patient", patient_id=row.patient_id, action_id=uow.action_id)
    return TeamSaved((row.id,), changes)
