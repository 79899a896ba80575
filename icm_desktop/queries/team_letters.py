"""What a letter to somebody around a patient says, and whether what is on file lets them be told."""

from __future__ import annotations

from dataclasses import dataclass

from db.models.access import UserAccount
from db.models.patient import Patient, PatientContact
from db.models.practice import Organization, Practitioner
from db.models.team import TeamMember, TeamQuestion
from db.unit_of_work import UnitOfWork
from icm_desktop.content.plain_words import sensitive
from icm_desktop.contracts.plan_document import PlanReader
from icm_desktop.contracts.team_letters import ABOUT_PLAN, ABOUT_QUESTION, TeamLetterRequest
from icm_desktop.domain.names import spoken
from icm_desktop.domain.plain_text import plain
from icm_desktop.domain.plan_versions import AGREED
from icm_desktop.domain.sharing import SUBSTANCE_USE
from icm_desktop.errors import Invalid, NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.letters import of_practice, page_of
from icm_desktop.queries.part2_notice import Accompanying, accompanying
from icm_desktop.queries.plan_document import may_have
from icm_desktop.queries.plan_versions import stored_versions, version_rows
from icm_desktop.queries.team import stored_members
from icm_desktop.queries.team_sharing import OnFile, on_file


@dataclass(frozen=True, slots=True)
class LetterTold:
    """What is filled in, where it goes, and whether they may be told. What is not known is empty."""

    values: dict[str, str]
    address: tuple[str, ...]
    allowed: bool
    why: str
    on_file: OnFile


@requires(Privilege.CLINICAL_READ)
def told(uow: UnitOfWork, request: TeamLetterRequest) -> LetterTold:
    """What the letter is filled in with.

    Raises:
        NotFound: patients.unknown, questions.unknown, letters.unknown.
        Invalid: plans.receiver_missing at "reader".
    """
    patient = uow.session.get(Patient, request.patient_id)
    if patient is None or patient.removed_at is not None:
        raise NotFound("patients.unknown")
    if request.kind not in (ABOUT_PLAN, ABOUT_QUESTION):
        raise NotFound("letters.unknown")
    if not request.reader.name.strip():
        raise Invalid("plans.receiver_missing", field="reader")
    page = page_of(uow, request.language, patient.id)
    user = uow.session.get(UserAccount, patient.coordinator_id) if patient.coordinator_id else None
    values = {
        "recipient": plain(request.reader.name),
        "patient": plain(spoken(patient.given, patient.family)),
        "birth_date": page.bank.calendar.birth_date(patient.birth_date or ""),
        "coordinator": plain(user.display_name) if user is not None and user.disabled_at is None else "",
        **of_practice(uow, page),
    }
    topics: tuple[str | None, ...] = ("plan",)
    if request.kind == ABOUT_PLAN:
        stored = stored_versions(uow, patient.id)
        agreed = [row for row in version_rows(uow, patient.id, stored) if row.state == AGREED]
        if agreed:
            values["version"] = str(agreed[-1].number)
            values["version_day"] = page.bank.calendar.day(agreed[-1].frozen_on, year=True)
    else:
        question = question_of(uow, request)
        topics = (question.topic,)
        values["question"] = plain(question.question)
        values["asked_day"] = page.bank.calendar.day(question.asked_on, year=True)
        values["due_day"] = page.bank.calendar.day(question.due_on, year=True) if question.due_on else ""
    theirs = on_file(uow, patient.id)
    allowed, why = may_have(theirs, request.reader, topics)
    return LetterTold(values, _address(uow, patient.id, request.reader), allowed, why, theirs)


def substance_use(told: LetterTold, reader: PlanReader, language: str, *said: str) -> tuple[bool, Accompanying | None]:
    """Whether words of a letter may go to its reader as far as substance use is concerned, and the notice with them."""
    if not sensitive().is_substance_use(*said):
        return True, None
    allowed, _ = may_have(told.on_file, reader, (SUBSTANCE_USE,))
    return allowed, accompanying(told.on_file, reader, language)


@requires(Privilege.CLINICAL_READ)
def question_of(uow: UnitOfWork, request: TeamLetterRequest) -> TeamQuestion:
    """The question a letter is about.

    Raises:
        NotFound: questions.unknown.
    """
    row = uow.session.get(TeamQuestion, request.question_id) if request.question_id is not None else None
    if row is None or row.removed_at is not None or row.patient_id != request.patient_id:
        raise NotFound("questions.unknown")
    return row


def _address(uow: UnitOfWork, patient_id: int, reader: PlanReader) -> tuple[str, ...]:
    """Where the directory or the contact person says they are; the name of the place where nothing more is known."""
    contact = uow.session.get(PatientContact, reader.contact_id) if reader.contact_id is not None else None
    member = next((row for row in stored_members(uow, patient_id) if row.name == reader.name), None)
    text = contact.address if contact is not None else _of_member(uow, member)
    lines = (plain(line) for line in (text or "").replace(", ", "\n", 1).splitlines())
    place = plain(reader.organization)
    return tuple(line for line in (place, *lines) if line)


def _of_member(uow: UnitOfWork, member: TeamMember | None) -> str | None:
    if member is None:
        return None
    person = uow.session.get(Practitioner, member.practitioner_id) if member.practitioner_id else None
    place_id = member.organization_id or (person.organization_id if person else None)
    place = uow.session.get(Organization, place_id) if place_id else None
    return next((one.address for one in (person, place) if one is not None and one.address), None)
