"""What must be known before a patient is called."""

from __future__ import annotations

from functools import cache
from typing import Any

from sqlalchemy import Select, bindparam, select

from db.models.access import UserAccount
from db.models.patient import Patient, PatientTelecom
from db.models.plan import ContactLog, WorklistHold
from db.models.scheduling import Appointment
from db.unit_of_work import UnitOfWork
from icm_desktop.content.no_shows import reasons
from icm_desktop.contracts.demographics import CallRules
from icm_desktop.contracts.worklist import CallCard, CallFor, ContactRow, PhoneNumber, WorkFilter
from icm_desktop.domain.attempts import next_try, standing
from icm_desktop.domain.reaching import best_first, in_use
from icm_desktop.domain.validity import UNKNOWN, VALID
from icm_desktop.errors import NotFound
from icm_desktop.permissions import Privilege, allows, requires
from icm_desktop.queries.alerts import in_force
from icm_desktop.queries.call_wants import steps_due, wants
from icm_desktop.queries.contact_people import contact_people
from icm_desktop.queries.practice_policies import practice_policies
from icm_desktop.queries.work_items import Scope

LAST_CONTACTS = 5
_ABOUT_CALLS = ("contact", "admin", "administrative")


@requires(Privilege.DEMOGRAPHICS)
def call_rules(uow: UnitOfWork, patient_id: int) -> CallRules:
    """Voicemail rule, do not call, best time, warnings and others who may be spoken to.

    Raises:
        NotFound: patients.unknown.
    """
    patient = uow.session.get(Patient, patient_id)
    if patient is None or patient.removed_at is not None:
        raise NotFound("patients.unknown")
    about_calls = [row for row in in_force(uow, patient_id) if (row.category or "").casefold() in _ABOUT_CALLS]
    people = [row for row in contact_people(uow, patient_id) if row.state in (VALID, UNKNOWN)]
    return CallRules(
        voicemail_rule=patient.voicemail_rule,
        do_not_call=bool(patient.do_not_call),
        preferred_channel=patient.preferred_channel,
        best_time=patient.best_time,
        note=patient.contact_note,
        language=patient.language,
        interpreter_needed=patient.interpreter_needed,
        warnings=tuple(dict.fromkeys((row.severity, row.text) for row in about_calls)),
        people=tuple(people),
    )


@requires(Privilege.WORKLIST)
def call_card(uow: UnitOfWork, asked: CallFor) -> CallCard:
    """What is seen before and during a call, and when the next one would be by the practice's contact policy."""
    policies, tries, wish = practice_policies(uow), 0, None
    if asked.key:
        attempts = Scope.of(uow, WorkFilter()).attempts([asked.key]).get(asked.key, [])
        tries = standing(attempts, uow.today, policies.attempts, policies.calendar).tries
        wish = uow.session.scalars(_wishes(), {"key": asked.key}).first()
    last = asked.key is not None and (tries + 1 >= policies.attempts.most or asked.key.endswith(":confirm"))
    return CallCard(
        numbers=tuple(PhoneNumber(row.id, row.value, row.use) for row in numbers_in_use(uow, asked.patient_id)),
        contacts=last_contacts(uow, asked.patient_id),
        wish=wish,
        tries=tries,
        most=policies.attempts.most,
        next_try_on=None if last else next_try(uow.today, policies.attempts, policies.calendar),
        **_missed(uow, asked.key or ""),
        wants=wants(uow, asked),
        steps=steps_due(uow, asked.patient_id),
    )


def _missed(uow: UnitOfWork, key: str) -> dict[str, Any]:
    if not key.endswith(":missed"):
        return {}
    visit = uow.session.get(Appointment, int(key.split(":")[1]))
    return {"no_show_reasons": reasons(), "no_show_reason": visit.no_show_reason if visit else None}


@requires(Privilege.WORKLIST)
def numbers_in_use(uow: UnitOfWork, patient_id: int) -> list[PatientTelecom]:
    """Phone numbers in use today, the best one first."""
    wanted = select(PatientTelecom).where(
        PatientTelecom.patient_id == patient_id,
        PatientTelecom.system == "phone",
        PatientTelecom.removed_at.is_(None),
    )
    return [row for row in best_first(uow.session.scalars(wanted), uow.today) if in_use(row, uow.today)]


@requires(Privilege.WORKLIST)
def last_contacts(uow: UnitOfWork, patient_id: int) -> tuple[ContactRow, ...]:
    """The last contacts that were tried, the newest first; a note only for whoever may read it."""
    clinical = allows(uow.actor.role, Privilege.CLINICAL_READ)
    wanted = (
        select(
            ContactLog.at,
            UserAccount.display_name,
            ContactLog.channel,
            ContactLog.outcome,
            ContactLog.note,
            ContactLog.next_try_on,
            ContactLog.by_user_id,
        )
        .join(UserAccount, UserAccount.id == ContactLog.by_user_id)
        .where(ContactLog.patient_id == patient_id, ContactLog.removed_at.is_(None))
        .order_by(ContactLog.at.desc(), ContactLog.id.desc())
        .limit(LAST_CONTACTS)
    )
    return tuple(
        ContactRow(at, by, channel, outcome, note if clinical or who == uow.actor.user_id else None, next_try_on)
        for at, by, channel, outcome, note, next_try_on, who in uow.session.execute(wanted)
    )


@cache
def _wishes() -> Select[*tuple[str | None]]:
    return (
        select(WorklistHold.reason)
        .where(WorklistHold.item_key == bindparam("key"), WorklistHold.removed_at.is_(None))
        .order_by(WorklistHold.id.desc())
    )
