"""The care team of a patient: our own members, who other systems name, and who could be put on it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import select

from db.models.access import UserAccount
from db.models.patient import Patient, PatientContact
from db.models.plan import CareTeam, CareTeamMember
from db.models.practice import Organization, Practitioner
from db.models.team import TeamMember
from db.repositories.imported_teams import of_imported_teams
from db.unit_of_work import UnitOfWork
from icm_desktop.content import team as content
from icm_desktop.contracts.demographics import Choices
from icm_desktop.contracts.team import (
    CONTACT,
    ENDED,
    FUTURE,
    NOW,
    ORGANIZATION,
    PRACTITIONER,
    USER,
    Candidate,
    ImportedMember,
    MemberRow,
    Team,
)
from icm_desktop.domain import moments
from icm_desktop.domain.names import is_called, spoken
from icm_desktop.errors import NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.contact_people import contact_people
from icm_desktop.queries.heads import heads
from icm_desktop.queries.people import colleagues
from icm_desktop.queries.provenance import provenance, sources_of
from icm_desktop.queries.team_contacts import MEMBER, Contacts, contacts
from icm_desktop.queries.team_sharing import OnFile, on_file

LEADS = "care_coordinator"  # what the coordinator is on the team when nobody said otherwise
_AT_WORK = ("active", "proposed")


@requires(Privilege.SIGN_IN)
def words(uow: UnitOfWork, language: str) -> Choices:
    """Roles, channels and kinds of notes and near misses, in English or Spanish."""
    return Choices(content.choices(language))


@requires(Privilege.CLINICAL_READ)
def team(uow: UnitOfWork, patient_id: int) -> Team:
    """Everybody around a patient: the lead, then members of today, future and former ones, then who came by import.

    Raises:
        NotFound: patients.unknown.
    """
    head = heads(uow, [patient_id]).get(patient_id)
    if head is None:
        raise NotFound("patients.unknown")
    version = uow.session.scalar(select(Patient.version).where(Patient.id == patient_id)) or 0
    return Team(head, version, members(uow, patient_id), imported(uow, patient_id))


@requires(Privilege.CLINICAL_READ)
def members(uow: UnitOfWork, patient_id: int) -> tuple[MemberRow, ...]:
    """Our own members; the coordinator leads, also when nobody put them on the team."""
    lead = uow.session.scalar(select(Patient.coordinator_id).where(Patient.id == patient_id))
    stored = stored_members(uow, patient_id)
    known = _Known.of(uow, stored, lead)
    theirs, met = on_file(uow, patient_id), contacts(uow, patient_id)
    rows = [_row(uow, row, known, theirs, met) for row in stored]
    if lead is not None and not any(row.user_id == lead and row.state == NOW for row in rows):
        account = known.users[lead]
        new = TeamMember(kind=USER, name=account.display_name, user_id=lead, role_code=LEADS, starts_on=uow.today)
        rows.append(_row(uow, new, known, theirs, met))
    rows = [replace(row, lead=row.user_id is not None and row.user_id == lead and row.state == NOW) for row in rows]
    order = (NOW, FUTURE, ENDED)
    return tuple(sorted(rows, key=lambda row: (not row.lead, order.index(row.state), row.kind != USER, row.name)))


@requires(Privilege.CLINICAL_READ)
def stored_members(uow: UnitOfWork, patient_id: int) -> list[TeamMember]:
    """The rows of our own members, as they were added."""
    kept = select(TeamMember).where(TeamMember.patient_id == patient_id, TeamMember.removed_at.is_(None))
    return list(uow.session.scalars(kept.order_by(TeamMember.id)))


@dataclass(frozen=True, slots=True)
class _Known:
    """What the rows of members point to, each read in one question."""

    users: dict[int, UserAccount]
    people: dict[int, Practitioner]
    places: dict[int, Organization]
    contacts: dict[int, PatientContact]
    sources: dict[int, str]

    @classmethod
    def of(cls, uow: UnitOfWork, rows: list[TeamMember], lead: int | None) -> _Known:
        people = _by_id(uow, Practitioner, (row.practitioner_id for row in rows))
        places = {row.organization_id for row in rows} | {one.organization_id for one in people.values()}
        return cls(
            _by_id(uow, UserAccount, {row.user_id for row in rows} | {lead}),
            people,
            _by_id(uow, Organization, places),
            _by_id(uow, PatientContact, (row.patient_contact_id for row in rows)),
            _sources(uow, {row.care_team_member_id for row in rows}),
        )


def _by_id(uow: UnitOfWork, kind: type[Any], ids: Iterable[int | None]) -> dict[int, Any]:
    wanted = {one for one in ids if one is not None}
    return {row.id: row for row in uow.session.scalars(select(kind).where(kind.id.in_(wanted)))} if wanted else {}


def _sources(uow: UnitOfWork, ids: set[int | None]) -> dict[int, str]:
    rows = _by_id(uow, CareTeamMember, ids)
    teams = _by_id(uow, CareTeam, (row.care_team_id for row in rows.values()))
    whence = sources_of(uow, (one.source_id for one in teams.values()))
    found = {}
    for row in rows.values():
        source = whence.get(teams[row.care_team_id].source_id or 0)
        found[row.id] = source.source if source is not None else ""
    return found


def _row(uow: UnitOfWork, row: TeamMember, known: _Known, theirs: OnFile, met: Contacts) -> MemberRow:
    person, user = known.people.get(row.practitioner_id or 0), known.users.get(row.user_id or 0)
    contact = known.contacts.get(row.patient_contact_id or 0)
    place = known.places.get(row.organization_id or (person.organization_id if person else None) or 0)
    sources = [one for one in (person, user, contact, place) if one is not None]
    name = user.display_name if user is not None else row.name
    ids = ((USER, row.user_id), (PRACTITIONER, row.practitioner_id), (ORGANIZATION, row.organization_id))
    last, coming = met.of((MEMBER, row.id), *((kind, found) for kind, found in ids if found is not None))
    organization = row.organization_text or (place.name if place is not None and place.name != name else None)
    return MemberRow(
        id=row.id, version=row.version or 0, kind=row.kind, name=name, role_code=row.role_code,
        role_text=row.role_text, organization=organization, phone=row.phone or _first(sources, "phone"),
        fax=row.fax or _first(sources, "fax"), starts_on=row.starts_on if row.id else None,
        ends_on=row.ends_on, end_reason=row.end_reason,
        note=row.note, state=_state(uow, row), lead=False,
        may_hear=theirs.all_topics(row.kind, name, row.patient_contact_id), user_id=row.user_id,
        practitioner_id=row.practitioner_id, organization_id=row.organization_id, contact_id=row.patient_contact_id,
        own_phone=row.phone, own_fax=row.fax, own_organization=row.organization_text, last=last, next=coming,
        gone=user is not None and user.disabled_at is not None,
        taken_from=known.sources.get(row.care_team_member_id or 0),
    )  # fmt: skip


def _first(sources: Iterable[Any], name: str) -> str | None:
    return next((found for one in sources if (found := getattr(one, name, None))), None)


def _state(uow: UnitOfWork, row: TeamMember) -> str:
    if row.ends_on is not None and row.ends_on <= uow.today:  # the day somebody leaves is no day on the team
        return ENDED
    return FUTURE if row.starts_on > uow.today else NOW


@requires(Privilege.CLINICAL_READ)
def imported(uow: UnitOfWork, patient_id: int) -> tuple[ImportedMember, ...]:
    """Who other systems name, each once, those of a team at work first."""
    wanted = of_imported_teams(select(CareTeamMember, CareTeam, Organization), patient_id)
    rows = uow.session.execute(wanted).all()
    whence = sources_of(uow, (care_team.source_id for _, care_team, _ in rows))
    ours = stored_members(uow, patient_id)
    taken = {row.care_team_member_id: row.id for row in ours}
    same = {
        row.practitioner_id: row.id for row in ours if row.practitioner_id is not None and _state(uow, row) != ENDED
    }
    found: dict[str, ImportedMember] = {}
    head = heads(uow, [patient_id]).get(patient_id)
    for row, care_team, at in rows:
        if head is not None and is_called(row.name, head.given, head.family):
            continue  # some teams name the patient too
        place: Organization | None = at
        over = care_team.ends_when is not None and moments.span(care_team.ends_when, uow.zone).last < uow.today
        current = (care_team.status is None or care_team.status in _AT_WORK) and not over
        known = found.get(row.member_key)
        if known is None or (current and not known.current):
            organization = place.name if place is not None and place.name != row.name else None
            found[row.member_key] = ImportedMember(
                row.id, row.name, row.role, organization, row.phone or (place.phone if place else None), current,
                taken.get(row.id) or same.get(row.practitioner_id or 0),
                provenance(whence, care_team.source_id, care_team.author, organization, care_team.starts_when),
            )  # fmt: skip
    return tuple(sorted(found.values(), key=lambda one: (not one.current, one.name)))


@requires(Privilege.CLINICAL_READ)
def candidates(uow: UnitOfWork, patient_id: int) -> tuple[Candidate, ...]:
    """Who can be put on the team without typing a name: colleagues, then relatives and carers of this patient."""
    ours = [Candidate(USER, one.id, one.display_name, one.role) for one in colleagues(uow)]
    known = [
        Candidate(CONTACT, one.id, one.name, one.relationship_code or one.relationship_text or "")
        for one in contact_people(uow, patient_id)
        if one.name and one.state != "expired"
    ]
    return (*ours, *known)


@requires(Privilege.CLINICAL_READ)
def name_of(uow: UnitOfWork, kind: str, ref_id: int | None) -> str | None:
    """The name of somebody who is pointed at; None when there is no such person or place any more."""
    models: dict[str, Any] = {
        USER: UserAccount, PRACTITIONER: Practitioner, ORGANIZATION: Organization, CONTACT: PatientContact,
    }  # fmt: skip
    model = models.get(kind)
    row = uow.session.get(model, ref_id) if model is not None and ref_id is not None else None
    if row is None or row.removed_at is not None:
        return None
    if isinstance(row, Practitioner):
        return spoken(row.given, row.family, row.prefix, row.suffix)
    return str(row.display_name if isinstance(row, UserAccount) else row.name or "")
