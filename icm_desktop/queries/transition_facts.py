"""What the clocks after discharges need, of many patients in a few questions."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Row, Select, String, bindparam, select

from db.models.access import UserAccount
from db.models.clinical import Communication, Condition, Encounter
from db.models.patient import Patient
from db.models.plan import ContactLog
from db.models.practice import Practitioner
from db.models.reconciliation import MedicationReconciliation
from db.models.scheduling import Appointment
from db.models.transitions import Transition, TransitionStep
from db.repositories.scheduling import status_in
from db.search import as_text, listed
from db.unit_of_work import UnitOfWork
from icm_desktop.content import transitions as content
from icm_desktop.contracts.transitions import TriedRow, VisitElsewhere
from icm_desktop.domain import appointment_states as visit_states
from icm_desktop.domain import moments
from icm_desktop.domain.transitions import Signed, Stay
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.pathway_facts import coded
from icm_desktop.queries.reconciliations import SIGNED
from icm_desktop.queries.visits_elsewhere import visits_elsewhere

Stored = Row[*tuple[Any, ...]]
_NOT_TRUE = ("refuted", "entered-in-error", "differential")
_ACTIVE = (None, "active", "recurrence", "relapse")
_NOT_A_STAY = ("entered-in-error", "cancelled", "planned")
_NOT_TRIED = ("entered-in-error", "preparation", "on-hold")


@dataclass(frozen=True, slots=True)
class Booked:
    """A visit here or elsewhere after a discharge."""

    at: dt.datetime
    day: dt.date
    held: bool
    with_whom: str | None


@dataclass(frozen=True, slots=True)
class PatientsFacts:
    """By patient: stays and emergency visits (both as stored encounters), contacts, visits, codes of problems.

    By encounter: what people said of its discharge; by transition: its steps. `reconciled`: reconciliations of
    medicines that were signed; `elsewhere`: visits elsewhere that took place, or are booked.
    """

    encounters: Mapping[int, list[Stored]]
    tried: Mapping[int, list[TriedRow]]
    visits: Mapping[int, list[Booked]]
    problems: Mapping[int, list[tuple[bool, frozenset[str]]]]
    said: Mapping[int, Transition]
    steps: Mapping[int, dict[str, Signed]]
    reconciled: Mapping[int, list[Signed]]
    elsewhere: Mapping[int, list[VisitElsewhere]]


@requires(Privilege.CLINICAL_READ)
def patients_facts(uow: UnitOfWork, patient_ids: Iterable[int], since: dt.date) -> PatientsFacts:
    """Everything about these patients; contacts and visits from a day on."""
    ids = as_text(sorted(set(patient_ids)))
    values = {"ids": ids, "since": dt.datetime.combine(since, dt.time(), uow.zone).astimezone(dt.UTC)}
    said = {one.encounter_id: one for one in uow.session.scalars(_said(), values)}
    return PatientsFacts(
        encounters=_by_patient(uow, _encounters(), values),
        tried=_tried(uow, values),
        visits=_visits(uow, values),
        problems=_problems(uow, values),
        said=said,
        steps=_steps(uow, values),
        reconciled=_reconciled(uow, values, since),
        elsewhere=visits_elsewhere(uow, patient_ids, since),
    )


def stays_of(rows: Iterable[Stored], uow: UnitOfWork, classes: tuple[str, ...]) -> tuple[Stay, ...]:
    """The stays among the encounters of one patient, on local days."""
    return tuple(
        Stay(
            row.id,
            moments.local_day(row.starts_when, uow.zone),
            moments.local_day(row.ends_when, uow.zone),
            is_elective(row),
        )
        for row in rows
        if row.class_code in classes
    )


def is_elective(row: Any) -> bool:
    """Whether the records call the admission planned."""
    return bool(_words(row.priority) & set(content.lace_words().elective_words))


def is_acute(row: Any) -> bool | None:
    """Whether the records call the admission an emergency; None when they do not tell."""
    if is_elective(row):
        return False
    told = _words(row.admitted_from) | _words(row.priority) | _words(row.text)
    return True if told & set(content.lace_words().acute_words) else None


def _words(text: str | None) -> set[str]:
    return set((text or "").casefold().replace("/", " ").replace(",", " ").split())


def _by_patient(uow: UnitOfWork, wanted: Select[*tuple[Any, ...]], values: dict[str, Any]) -> dict[int, list[Stored]]:
    found: dict[int, list[Stored]] = defaultdict(list)
    for row in uow.session.execute(wanted, values):
        found[row.patient_id].append(row)
    return found


def _tried(uow: UnitOfWork, values: dict[str, Any]) -> dict[int, list[TriedRow]]:
    """Contacts logged here, and calls the records of others tell of."""
    found: dict[int, list[TriedRow]] = defaultdict(list)
    for row in uow.session.execute(_contacts(), values):
        if row.channel in content.interactive():
            found[row.patient_id].append(TriedRow(row.at, row.outcome == "reached", row.name, row.channel, row.note))
    for row in uow.session.execute(_messages(), values):
        at = moments.instant(row.sent_when)
        if at is not None and at >= values["since"] and row.status not in _NOT_TRIED:
            reached = row.status == "completed"
            told = row.not_done_reason or row.message or row.text
            found[row.patient_id].append(TriedRow(at, reached, row.sender or "", row.category or "", told))
    return found


def _visits(uow: UnitOfWork, values: dict[str, Any]) -> dict[int, list[Booked]]:
    found: dict[int, list[Booked]] = defaultdict(list)
    for row in uow.session.execute(_booked(), values):
        if row.starts_at is not None:
            whom = row.with_text or " ".join(part for part in (row.prefix, row.family) if part) or None
            held = row.status in visit_states.TOOK_PLACE
            day = row.starts_at.astimezone(uow.zone).date()
            found[row.patient_id].append(Booked(row.starts_at, day, held, whom))
    return found


def _problems(uow: UnitOfWork, values: dict[str, Any]) -> dict[int, list[tuple[bool, frozenset[str]]]]:
    """Whether it is active, and its codes, of every problem that counts."""
    found: dict[int, list[tuple[bool, frozenset[str]]]] = defaultdict(list)
    for row in uow.session.execute(_conditions(), values):
        if row.verification not in _NOT_TRUE:
            codes = [(row.code_system, row.code)]
            codes += [(one.get("system"), one.get("code")) for one in row.other_codes or () if isinstance(one, dict)]
            known = frozenset(coded(system, code) for system, code in codes if code)
            found[row.patient_id].append((row.status in _ACTIVE, known))
    return found


def _steps(uow: UnitOfWork, values: dict[str, Any]) -> dict[int, dict[str, Signed]]:
    found: dict[int, dict[str, Signed]] = defaultdict(dict)
    for row in uow.session.execute(_signed(), values):
        found[row.transition_id][row.kind] = Signed(row.done_on, row.done_by, row.note or "")
    return found


def _reconciled(uow: UnitOfWork, values: dict[str, Any], since: dt.date) -> dict[int, list[Signed]]:
    found: dict[int, list[Signed]] = defaultdict(list)
    for row in uow.session.execute(_reconciliations(), {"ids": values["ids"], "day": since}):
        found[row.patient_id].append(Signed(row.signed_on, row.signed_by or ""))
    return found


# Built once: putting a statement together costs more than running it.
def _theirs(column: Any) -> Any:
    return column.in_(listed(bindparam("ids", type_=String)))


@cache
def _encounters() -> Select[*tuple[Any, ...]]:
    return (
        select(
            Encounter.id, Encounter.patient_id, Encounter.class_code, Encounter.starts_when, Encounter.ends_when,
            Encounter.discharge, Encounter.organization, Encounter.location, Encounter.reason, Encounter.text,
            Encounter.priority, Encounter.admitted_from, Encounter.source_id, Encounter.version, Encounter.status,
            Patient.coordinator_id,
        )
        .join(Patient, Patient.id == Encounter.patient_id)
        .where(_theirs(Encounter.patient_id), Encounter.removed_at.is_(None))
        .where(Encounter.class_code.is_not(None), Encounter.class_code.not_in(("AMB", "VR", "HH")))
        .where((Encounter.status.is_(None)) | Encounter.status.not_in(_NOT_A_STAY))
        .order_by(Encounter.starts_when, Encounter.id)
    )  # fmt: skip


@cache
def _contacts() -> Select[*tuple[Any, ...]]:
    return (
        select(ContactLog.patient_id, ContactLog.at, ContactLog.outcome, ContactLog.channel, ContactLog.note,
               UserAccount.display_name.label("name"))
        .join(UserAccount, UserAccount.id == ContactLog.by_user_id)
        .where(_theirs(ContactLog.patient_id), ContactLog.at >= bindparam("since", type_=ContactLog.at.type))
        .where(ContactLog.removed_at.is_(None))
        .order_by(ContactLog.at, ContactLog.id)
    )  # fmt: skip


@cache
def _messages() -> Select[*tuple[Any, ...]]:
    return (
        select(
            Communication.patient_id, Communication.sent_when, Communication.status, Communication.category,
            Communication.sender, Communication.message, Communication.text, Communication.not_done_reason,
        )
        .where(_theirs(Communication.patient_id), Communication.removed_at.is_(None))
        .where(Communication.sent_when.is_not(None))
        .order_by(Communication.sent_when, Communication.id)
    )  # fmt: skip


@cache
def _booked() -> Select[*tuple[Any, ...]]:
    return (
        select(Appointment.patient_id, Appointment.starts_at, Appointment.status, Appointment.with_text,
               Practitioner.prefix, Practitioner.family)
        .join(Practitioner, Practitioner.id == Appointment.practitioner_id, isouter=True)
        .where(_theirs(Appointment.patient_id))
        .where(Appointment.starts_at >= bindparam("since", type_=Appointment.starts_at.type))
        .where(status_in(visit_states.OCCUPIES), Appointment.removed_at.is_(None), Appointment.outside.is_(False))
        .order_by(Appointment.starts_at)
    )  # fmt: skip


@cache
def _reconciliations() -> Select[*tuple[Any, ...]]:
    return select(
        MedicationReconciliation.patient_id, MedicationReconciliation.signed_on, MedicationReconciliation.signed_by
    ).where(
        _theirs(MedicationReconciliation.patient_id),
        MedicationReconciliation.signed_on >= bindparam("day", type_=MedicationReconciliation.signed_on.type),
        MedicationReconciliation.status == SIGNED,
        MedicationReconciliation.removed_at.is_(None),
    )


@cache
def _conditions() -> Select[*tuple[Any, ...]]:
    return select(
        Condition.patient_id, Condition.code_system, Condition.code, Condition.other_codes, Condition.status,
        Condition.verification,
    ).where(_theirs(Condition.patient_id), Condition.removed_at.is_(None))  # fmt: skip


@cache
def _said() -> Select[Transition]:
    return select(Transition).where(_theirs(Transition.patient_id), Transition.removed_at.is_(None))


@cache
def _signed() -> Select[*tuple[Any, ...]]:
    return (
        select(
            TransitionStep.transition_id, TransitionStep.kind, TransitionStep.done_on, TransitionStep.done_by,
            TransitionStep.note,
        )
        .where(_theirs(TransitionStep.patient_id), TransitionStep.removed_at.is_(None))
        .order_by(TransitionStep.done_on.desc(), TransitionStep.id.desc())
    )  # fmt: skip
