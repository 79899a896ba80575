"""What pathways need to know of one patient, from every record that counts; refuted and wrong ones are left out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Row, Select, select

from db.models.clinical import (
    Condition,
    Encounter,
    Immunization,
    MedicationEntry,
    Observation,
    ObservationComponent,
    Procedure,
    QuestionnaireResponse,
)
from db.models.exchange import SourceResource
from db.models.pathways import PathwayEnrolment, PathwayTarget, StepDecision
from db.models.patient import Patient
from db.models.plan import ContactLog
from db.models.scheduling import ServiceRequest
from db.unit_of_work import UnitOfWork
from icm_desktop.content import codes
from icm_desktop.content.pathways import settings
from icm_desktop.content.progress import trajectories
from icm_desktop.domain import moments
from icm_desktop.domain.pathways.facts import (
    EMERGENCY,
    HOME,
    INPATIENT,
    OFFICE,
    Decision,
    Event,
    Facts,
    Medicine,
    OwnTarget,
    Problem,
)
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.chart_facts import all_codes
from icm_desktop.queries.practice_policies import practice_policies

_NOT_TRUE = ("refuted", "entered-in-error", "differential")
_ACTIVE = ("active", "recurrence", "relapse")
_NOT_A_RESULT = ("entered-in-error", "cancelled", "registered")
_NOT_ASKED = ("entered-in-error", "draft", "revoked")
_PLANNED = ("planned", "cancelled", "entered-in-error", "booked")
_CURRENT = ("active", "on-hold")
_SYSTEMS = (("icd-10", "icd10"), ("snomed", "sct"), ("loinc", "loinc"), ("/cpt", "cpt"), ("cvx", "cvx"))
Stored = Row[*tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class _Reading:
    """What every source needs: whose records, and the setting of each visit by its key."""

    uow: UnitOfWork
    patient_id: int
    settings: Mapping[str, str]

    def rows(self, wanted: Select[*tuple[Any, ...]], table: Any) -> Iterator[Stored]:
        mine = wanted.where(table.patient_id == self.patient_id, table.removed_at.is_(None)).order_by(table.id)
        yield from self.uow.session.execute(mine)

    def day(self, when: str | None) -> dt.date | None:
        return moments.local_day(when, self.uow.zone)


@requires(Privilege.CLINICAL_READ)
def patient_facts(uow: UnitOfWork, patient_id: int, on: dt.date) -> Facts:
    """Everything pathways look at, events in order of time; in which pathways the patient was on a day."""
    person = uow.session.execute(select(Patient.birth_date, Patient.sex).where(Patient.id == patient_id)).one()
    reading = _Reading(uow, patient_id, _settings_of_visits(uow, patient_id))
    sources = (_results, _parts, _answers, _procedures, _immunizations, _visits, _referrals, _contacts, _said_done)
    events = [event for source in sources for event in source(reading)]
    return Facts(
        born=moments.span(person.birth_date, uow.zone).first if person.birth_date else None,
        sex=person.sex or "",
        problems=tuple(_problems(reading)),
        events=tuple(event for _, event in sorted(events, key=lambda each: (each[1].day, each[0]))),
        medicines=tuple(_medicines(reading)),
        **_decided(reading, on),
    )


def coded(system: str | None, code: str | None) -> str:
    """A code as pathway files write it."""
    found = next((short for part, short in _SYSTEMS if part in (system or "")), "")
    plain = (code or "").replace(".", "") if found == "icd10" else code or ""
    return f"{found}:{plain}"


def _codes(row: Any) -> frozenset[str]:
    return frozenset(coded(system, code) for system, code in all_codes(row) if code)


def _problems(reading: _Reading) -> Iterator[Problem]:
    wanted = select(
        Condition.code, Condition.code_system, Condition.other_codes, Condition.status, Condition.onset_when,
        Condition.recorded_when, Condition.abated_when, Condition.verification,
    )  # fmt: skip
    for row in reading.rows(wanted, Condition):
        since = (
            moments.span(row.onset_when, reading.uow.zone).first if row.onset_when else reading.day(row.recorded_when)
        )
        until = moments.span(row.abated_when, reading.uow.zone).first if row.abated_when else None
        over = row.status is not None and row.status not in _ACTIVE
        if row.verification not in _NOT_TRUE and not (over and until is None):
            yield Problem(_codes(row), since, until)


def _medicines(reading: _Reading) -> Iterator[Medicine]:
    wanted = select(
        MedicationEntry.text, MedicationEntry.status, MedicationEntry.intent, MedicationEntry.starts_when,
        MedicationEntry.recorded_when, MedicationEntry.ends_when,
    )  # fmt: skip
    for row in reading.rows(wanted, MedicationEntry):
        ended = reading.day(row.ends_when)
        current = row.status in _CURRENT
        if row.intent not in ("proposal", "option") and (current or (ended and row.status != "entered-in-error")):
            started = reading.day(row.starts_when) or reading.day(row.recorded_when)
            yield Medicine((row.text or "").lower(), started, ended)


@cache
def _factors() -> Mapping[str, Mapping[str, float]]:
    """By LOINC code: how each unit becomes the one pathways count in."""
    by_id = {one.id: one for one in codes.measurements()}
    return {
        code: each.units
        for each in trajectories()
        for code in (*by_id[each.measurement].codes, *by_id[each.measurement].pair)
    }


def _value(code: str | None, value: float | None, unit: str | None) -> float | None:
    """The value in the unit pathways count in; None when its unit is not known there."""
    units = _factors().get(code or "")
    if value is None or units is None:
        return value
    factor = units.get(unit or "")
    return None if factor is None else value * factor


def _results(reading: _Reading) -> Iterator[tuple[str, Event]]:
    wanted = select(
        Observation.code, Observation.code_system, Observation.other_codes, Observation.effective_when,
        Observation.value_number, Observation.value_unit, Observation.status, Observation.method, Observation.note,
        Observation.encounter_source, Observation.absent_reason, Observation.value_code, Observation.value_text,
    )  # fmt: skip
    scores = settings().scores
    for row in reading.rows(wanted, Observation):
        day = reading.day(row.effective_when)
        if day is not None and row.status not in _NOT_A_RESULT and row.absent_reason is None:
            number = scores.get(row.value_code, row.value_number) if row.value_code else row.value_number
            value = _value(row.code, number, row.value_unit)
            yield row.effective_when, Event(day, _codes(row), value, _setting(reading, row))


def _parts(reading: _Reading) -> Iterator[tuple[str, Event]]:
    wanted = (
        select(
            ObservationComponent.code, ObservationComponent.value_number, ObservationComponent.value_unit,
            Observation.effective_when, Observation.status, Observation.method, Observation.note,
            Observation.encounter_source,
        )
        .join(Observation, Observation.id == ObservationComponent.observation_id)
        .where(ObservationComponent.value_number.is_not(None))
    )  # fmt: skip
    for row in reading.rows(wanted, Observation):
        day = reading.day(row.effective_when)
        if day is not None and row.status not in _NOT_A_RESULT:
            value = _value(row.code, row.value_number, row.value_unit)
            yield row.effective_when, Event(day, frozenset({f"loinc:{row.code}"}), value, _setting(reading, row))


def _answers(reading: _Reading) -> Iterator[tuple[str, Event]]:
    """A questionnaire by the code its address ends with, and each of its answers that is a number."""
    scores = settings().scores
    wanted = select(
        QuestionnaireResponse.questionnaire, QuestionnaireResponse.authored_when, QuestionnaireResponse.items,
        QuestionnaireResponse.status,
    )  # fmt: skip
    for row in reading.rows(wanted, QuestionnaireResponse):
        day = reading.day(row.authored_when)
        if day is None or row.status not in (None, "completed", "amended"):
            continue
        panel = (row.questionnaire or "").partition("|")[0].rstrip("/").rpartition("/")[2]
        yield row.authored_when, Event(day, frozenset({f"loinc:{panel}"}))
        for item in row.items or ():
            value = scores.get(str(item.get("code")), item.get("value"))
            if isinstance(value, int | float) and not isinstance(value, bool):
                code = str(item.get("link_id")).rpartition("/")[2]
                yield row.authored_when, Event(day, frozenset({f"loinc:{code}"}), float(value))


def _procedures(reading: _Reading) -> Iterator[tuple[str, Event]]:
    wanted = select(
        Procedure.code, Procedure.code_system, Procedure.other_codes, Procedure.performed_when, Procedure.status
    )
    for row in reading.rows(wanted, Procedure):
        day = reading.day(row.performed_when)
        if day is not None and row.status in (None, "completed"):
            yield row.performed_when, Event(day, _codes(row))


def _immunizations(reading: _Reading) -> Iterator[tuple[str, Event]]:
    wanted = select(
        Immunization.code, Immunization.code_system, Immunization.other_codes, Immunization.occurred_when,
        Immunization.status,
    )  # fmt: skip
    for row in reading.rows(wanted, Immunization):
        day = reading.day(row.occurred_when)
        if day is not None and row.status in (None, "completed"):
            yield row.occurred_when, Event(day, _codes(row))


def _visits(reading: _Reading) -> Iterator[tuple[str, Event]]:
    """Visits by their class on the day they began, and stays on the day they ended at home."""
    policy = practice_policies(reading.uow).after_discharge
    wanted = select(
        Encounter.class_code, Encounter.starts_when, Encounter.ends_when, Encounter.status, Encounter.discharge
    )
    for row in reading.rows(wanted, Encounter):
        day, ended = reading.day(row.starts_when), reading.day(row.ends_when)
        if day is None or row.status in _PLANNED:
            continue
        yield row.starts_when, Event(day, frozenset({f"class:{row.class_code or ''}"}))
        home = not any(word in (row.discharge or "").casefold() for word in policy.not_home)
        if ended is not None and home and row.class_code in policy.stays:
            yield row.ends_when, Event(ended, frozenset({"stay:home"}))


def _referrals(reading: _Reading) -> Iterator[tuple[str, Event]]:
    wanted = select(
        ServiceRequest.code, ServiceRequest.code_system, ServiceRequest.other_codes, ServiceRequest.ordered_on,
        ServiceRequest.status,
    )  # fmt: skip
    for row in reading.rows(wanted, ServiceRequest):
        if row.ordered_on is not None and row.status not in _NOT_ASKED:
            yield row.ordered_on.isoformat(), Event(row.ordered_on, _codes(row))


def _contacts(reading: _Reading) -> Iterator[tuple[str, Event]]:
    for row in reading.rows(select(ContactLog.at, ContactLog.outcome), ContactLog):
        what = "contact:reached" if row.outcome == "reached" else "contact:tried"
        yield row.at.isoformat(), Event(row.at.astimezone(reading.uow.zone).date(), frozenset({what}))


def _said_done(reading: _Reading) -> Iterator[tuple[str, Event]]:
    wanted = select(StepDecision.activity, StepDecision.made_on).where(StepDecision.kind == "done")
    for row in reading.rows(wanted, StepDecision):
        yield row.made_on.isoformat(), Event(row.made_on, frozenset({f"done:{row.activity}"}))


def _decided(reading: _Reading, on: dt.date) -> dict[str, Any]:
    """What people decided here: enrolments that last, decisions about steps, targets of the patient's own."""
    entered = select(
        PathwayEnrolment.pathway, PathwayEnrolment.entered_on, PathwayEnrolment.left_on, PathwayEnrolment.status
    )
    made = select(
        StepDecision.activity, StepDecision.kind, StepDecision.made_on, StepDecision.reason, StepDecision.until_on
    ).where(StepDecision.kind != "done")
    own = select(PathwayTarget.target, PathwayTarget.value, PathwayTarget.set_on, PathwayTarget.reason)
    return {
        "enrolled": {row.pathway: row.entered_on for row in reading.rows(entered, PathwayEnrolment)
                     if row.status in ("enrolled", "left") and row.entered_on <= on
                     and (row.left_on is None or on < row.left_on)},
        "decisions": tuple(
            Decision(row.activity, row.kind, row.made_on, row.reason or "", row.until_on)
            for row in reading.rows(made, StepDecision)
        ),
        "targets": tuple(
            OwnTarget(row.target, row.value, row.set_on, row.reason)
            for row in reading.rows(own, PathwayTarget)
        ),
    }  # fmt: skip


def _settings_of_visits(uow: UnitOfWork, patient_id: int) -> Mapping[str, str]:
    """Where a visit took place, by the key its results name it with."""
    shipped = settings()
    wanted = (
        select(SourceResource.resource_id, Encounter.class_code)
        .join(SourceResource, SourceResource.id == Encounter.source_id)
        .where(Encounter.patient_id == patient_id, Encounter.removed_at.is_(None))
    )
    found = {}
    for resource_id, class_code in uow.session.execute(wanted):
        inside = INPATIENT if class_code in shipped.inpatient else OFFICE
        found[f"Encounter/{resource_id}"] = EMERGENCY if class_code in shipped.emergency else inside
    return found


def _setting(reading: _Reading, row: Any) -> str:
    said = f"{row.method or ''} {row.note or ''}".casefold()
    if any(word in said for word in settings().home_words):
        return HOME
    return reading.settings.get(row.encounter_source or "", "")
