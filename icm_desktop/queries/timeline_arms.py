"""The parts of the timeline's one question: each kind of record as the same columns, whatever table it is in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Integer, Select, String, bindparam, case, func, literal, null, or_, select, type_coerce

from db.models.clinical import (
    AllergyIntolerance,
    Communication,
    Condition,
    Device,
    DiagnosticReport,
    Encounter,
    FamilyMemberHistory,
    Immunization,
    MedicationAdherence,
    MedicationDispense,
    MedicationEntry,
    Observation,
    Procedure,
    QuestionnaireResponse,
)
from db.models.coverage import Claim, Consent, Coverage, Flag
from db.models.documents import Document, DocumentContent
from db.models.notes import CareNote
from db.models.papers import Handout
from db.models.plan import CarePlan, ContactLog, Goal, PlanAction
from db.models.practice import AppointmentType, Practitioner
from db.models.scheduling import Appointment, ReferralEvent, ServiceRequest
from db.models.types import UtcDateTime
from icm_desktop.domain import alerts, referral_states
from icm_desktop.domain.medicines import FORBIDDEN, NEVER_BEGAN
from icm_desktop.domain.records import KINDS, MISTAKEN
from icm_desktop.queries.note_access import plain

COLUMNS = (
    "kind", "id", "grp", "day", "happened", "title", "detail", "step", "outside", "organization", "author", "mistaken",
    "count", "ends", "sought", "fresh",
)  # fmt: skip
Column = Any  # a column or an expression of columns
PATIENT = bindparam("whose_timeline", type_=Integer)
DUE = bindparam("due_lines", value="[]", type_=String)  # JSON of `timeline_due`
SINCE, LOOKS = bindparam("looked_at", type_=UtcDateTime), bindparam("who_looks", type_=Integer)


@dataclass(frozen=True, slots=True)
class Asked:
    """As which role, and whether words are looked for (then notes are read and results stand alone).

    `since`: only what others recorded or changed after `SINCE`, or what was imported; `fresh` says it was not there.
    """

    clinical: bool
    searching: bool
    local_day: Callable[[Column], Column]
    result_name: Callable[[Column, Column], Column]  # of a code and the sender's words
    since: bool = False


@dataclass(frozen=True, slots=True)
class Arm:
    """One kind of entry. `notes` is what a search reads besides title and detail."""

    table: Any
    group: str
    when: Column
    title: Column
    detail: Column | None = None
    step: Column | None = None
    notes: tuple[Column, ...] = ()
    where: tuple[Column, ...] = ()
    ends: Column | None = None
    outside: Column | None = None
    organization: Column | None = None


def arms(asked: Asked) -> Iterator[tuple[str, Select[Any]]]:
    """Every part with its group, those a role may read."""
    for arm in (*_logistics(asked), *(_clinical(asked) if asked.clinical else ())):
        yield arm.group, _select(arm, asked)
    if asked.clinical and not asked.searching:
        yield "results", _results_by_day(asked)
    if not asked.since:
        yield "due", _due(asked)


def _logistics(asked: Asked) -> Iterator[Arm]:
    hidden = Appointment.sensitive.is_(True) if not asked.clinical else literal(value=False)
    practitioner = (
        select(func.trim(func.coalesce(Practitioner.prefix, "") + " " + Practitioner.family))
        .where(Practitioner.id == Appointment.practitioner_id)
        .scalar_subquery()
    )
    type_name = (
        select(AppointmentType.name).where(AppointmentType.id == Appointment.appointment_type_id).scalar_subquery()
    )
    reason = case((hidden, null()), else_=func.coalesce(Appointment.reason, type_name))
    yield Arm(
        Appointment, "appointments", _text(Appointment.starts_at), reason,
        func.coalesce(Appointment.with_text, practitioner), Appointment.status,
        (Appointment.where_text,), ends=_text(Appointment.ends_at), outside=Appointment.outside,
        organization=Appointment.where_text,
    )  # fmt: skip
    yield Arm(
        ContactLog, "contacts", _text(ContactLog.at), ContactLog.channel, ContactLog.note, ContactLog.outcome,
    )  # fmt: skip
    yield Arm(Handout, "contacts", _text(Handout.made_at), Handout.kind, Handout.language, Handout.how)
    yield _referral_event(asked)
    yield from _insurance()
    yield from _alerts(asked)


def _referral_event(asked: Asked) -> Arm:
    of = ServiceRequest.id == ReferralEvent.service_request_id
    shown = (
        ServiceRequest.text if asked.clinical else case((ServiceRequest.sensitive, null()), else_=ServiceRequest.text)
    )
    title = select(shown).where(of).scalar_subquery()
    to = select(ServiceRequest.to_text).where(of).scalar_subquery()
    plain = tuple(sorted(referral_states.LOGISTICS))
    where = () if asked.clinical else (ReferralEvent.state.in_(plain),)
    notes = (ReferralEvent.note,) if asked.clinical else ()
    return Arm(
        ReferralEvent, "referrals", _text(ReferralEvent.happened_on), title, to, ReferralEvent.state, notes, where
    )


def _insurance() -> Iterator[Arm]:
    plan, payer = func.coalesce(Coverage.text, Coverage.payer), Coverage.payer
    notes = (Coverage.member_id, Coverage.group_number, Coverage.subscriber, Coverage.note)
    yield Arm(Coverage, "insurance", func.coalesce(Coverage.starts_on, Coverage.recorded_when), plan, payer,
              literal("began"), notes)  # fmt: skip
    yield Arm(Coverage, "insurance", Coverage.ends_on, plan, payer, literal("ended"), notes,
              (Coverage.ends_on.is_not(None),))  # fmt: skip


def _alerts(asked: Asked) -> Iterator[Arm]:
    mine = () if asked.clinical else (_plain_alert(),)
    begins = func.coalesce(Flag.starts_on, Flag.recorded_when)
    yield Arm(Flag, "alerts", begins, Flag.text, Flag.note, literal("began"), where=mine)
    yield Arm(Flag, "alerts", Flag.ends_on, Flag.text, Flag.note, literal("ended"),
              where=(Flag.ends_on.is_not(None), *mine))  # fmt: skip


def _plain_alert() -> Column:
    """`domain.alerts.is_clinical` the other way round, as the database says it."""
    kind = func.lower(func.coalesce(Flag.category, ""))
    unsaid = Flag.clinical.is_(None) & kind.in_(alerts.NEVER_CLINICAL)
    return unsaid | (Flag.clinical.is_(False) & kind.not_in(alerts.ALWAYS_CLINICAL))


def _consents() -> Iterator[Arm]:
    title = func.coalesce(Consent.text, Consent.scope)
    yield Arm(Consent, "consents", func.coalesce(Consent.given_on, Consent.recorded_when), title, Consent.given_by,
              Consent.decision, (Consent.note,))  # fmt: skip
    yield Arm(Consent, "consents", Consent.revoked_on, title, Consent.revoked_reason, literal("revoked"),
              where=(Consent.revoked_on.is_not(None),))  # fmt: skip


def _clinical(asked: Asked) -> Iterator[Arm]:
    yield from _consents()
    yield from _visits_and_papers()
    yield from _facts()
    yield from _medicines()
    yield from _plan()
    if asked.searching:
        value = func.coalesce(Observation.value_text, Observation.value_code)
        name = asked.result_name(Observation.code, Observation.text)
        yield Arm(Observation, "results", Observation.effective_when, name, value, None,
                  (Observation.note, Observation.code))  # fmt: skip


def _visits_and_papers() -> Iterator[Arm]:
    said = select(func.group_concat(DocumentContent.plain_text, " ")).where(
        DocumentContent.document_id == Document.id, DocumentContent.removed_at.is_(None)
    )
    yield Arm(Encounter, "visits", Encounter.starts_when, Encounter.text, Encounter.reason, Encounter.class_code,
              (Encounter.discharge, Encounter.note, Encounter.participant, Encounter.location),
              ends=Encounter.ends_when)  # fmt: skip
    yield Arm(Document, "documents", func.coalesce(Document.created_when, Document.recorded_when), Document.text,
              Document.description, Document.kind, (said.scalar_subquery(),))  # fmt: skip
    yield Arm(CareNote, "contacts", _text(CareNote.written_at), CareNote.author, CareNote.text, None,
              where=(plain(), CareNote.amends_id.is_(None), CareNote.status != MISTAKEN))  # fmt: skip
    yield Arm(Communication, "documents", func.coalesce(Communication.sent_when, Communication.received_when),
              Communication.text, Communication.message, Communication.medium)  # fmt: skip
    yield Arm(DiagnosticReport, "results", func.coalesce(DiagnosticReport.effective_when, DiagnosticReport.issued_when),
              DiagnosticReport.text, DiagnosticReport.conclusion, literal("report"))  # fmt: skip
    yield Arm(QuestionnaireResponse, "screening", QuestionnaireResponse.authored_when,
              func.coalesce(QuestionnaireResponse.text, QuestionnaireResponse.questionnaire),
              notes=(_text(QuestionnaireResponse.items),))  # fmt: skip
    yield Arm(Claim, "claims", Claim.starts_when, func.coalesce(Claim.text, Claim.category), Claim.provider, Claim.kind)


def conditions_of_relative() -> Column:
    """What a relative had, in one line; nothing when nothing is told."""
    each = func.json_each(FamilyMemberHistory.conditions).table_valued("value")
    return select(func.group_concat(func.json_extract(each.c.value, "$.text"), ", ")).scalar_subquery()


def _facts() -> Iterator[Arm]:
    began = func.coalesce(Condition.onset_when, Condition.recorded_when)
    step = case((Condition.verification == "refuted", literal("refuted")), else_=literal("began"))
    yield Arm(Condition, "problems", began, Condition.text, Condition.severity, step, (Condition.note,))
    yield Arm(Condition, "problems", Condition.abated_when, Condition.text, None, literal("ended"),
              where=(Condition.abated_when.is_not(None),))  # fmt: skip
    ruled_out = case((AllergyIntolerance.verification == "refuted", AllergyIntolerance.verification))
    yield Arm(AllergyIntolerance, "problems",
              func.coalesce(AllergyIntolerance.onset_when, AllergyIntolerance.recorded_when),
              AllergyIntolerance.text, AllergyIntolerance.reaction, ruled_out, (AllergyIntolerance.note,))  # fmt: skip
    yield Arm(FamilyMemberHistory, "problems", FamilyMemberHistory.recorded_when,
              FamilyMemberHistory.relationship_text, func.coalesce(conditions_of_relative(), FamilyMemberHistory.note),
              None, (FamilyMemberHistory.note, _text(FamilyMemberHistory.conditions)))  # fmt: skip
    yield Arm(Procedure, "procedures", Procedure.performed_when, Procedure.text, Procedure.outcome, Procedure.status,
              (Procedure.note, Procedure.reason), ends=Procedure.performed_end)  # fmt: skip
    yield Arm(Immunization, "procedures", Immunization.occurred_when, Immunization.text, Immunization.dose_text,
              Immunization.status, (Immunization.note,))  # fmt: skip
    yield Arm(Device, "procedures", func.coalesce(Device.made_when, Device.recorded_when), Device.text,
              Device.manufacturer, None, (Device.note,))  # fmt: skip


def _medicines() -> Iterator[Arm]:
    started = func.coalesce(MedicationEntry.starts_when, MedicationEntry.recorded_when)
    step = case(
        (MedicationEntry.intent == FORBIDDEN, MedicationEntry.intent),
        (MedicationEntry.status.in_(NEVER_BEGAN), MedicationEntry.status),
        else_=literal("started"),
    )
    yield Arm(MedicationEntry, "medicines", started, MedicationEntry.text, MedicationEntry.dosage, step,
              (MedicationEntry.reason, MedicationEntry.note))  # fmt: skip
    yield Arm(MedicationEntry, "medicines", MedicationEntry.ends_when, MedicationEntry.text,
              MedicationEntry.status_reason, literal("stopped"),
              where=(MedicationEntry.ends_when.is_not(None),))  # fmt: skip
    yield Arm(MedicationDispense, "medicines", MedicationDispense.handed_over_when, MedicationDispense.text)
    of = MedicationEntry.id == MedicationAdherence.medication_entry_id
    yield Arm(MedicationAdherence, "medicines", _text(MedicationAdherence.asked_on),
              select(MedicationEntry.text).where(of).scalar_subquery(), MedicationAdherence.reason_text,
              MedicationAdherence.taking)  # fmt: skip


def _plan() -> Iterator[Arm]:
    yield Arm(Goal, "plan", func.coalesce(Goal.starts_when, Goal.recorded_when, _text(Goal.created_at)),
              func.coalesce(Goal.words, Goal.text), Goal.target_text, Goal.status, (Goal.text, Goal.notes))  # fmt: skip
    yield Arm(CarePlan, "plan", func.coalesce(CarePlan.starts_when, CarePlan.recorded_when),
              func.coalesce(CarePlan.title, CarePlan.text), CarePlan.description, CarePlan.status,
              ends=CarePlan.ends_when)  # fmt: skip
    yield Arm(PlanAction, "plan", _text(PlanAction.done_on), PlanAction.text, PlanAction.owner_name, literal("done"),
              where=(PlanAction.done_on.is_not(None),))  # fmt: skip
    yield Arm(ServiceRequest, "referrals", _text(ServiceRequest.ordered_on), ServiceRequest.text,
              ServiceRequest.to_text, literal("ordered"),
              (ServiceRequest.reason, ServiceRequest.question))  # fmt: skip


def _select(arm: Arm, asked: Asked) -> Select[Any]:
    table, kind = arm.table, KINDS[arm.table.__tablename__]
    column = getattr(table, kind.mistaken_in) if kind.mistaken_in else None
    removed = kind.mistaken_in == "removed_at"
    mistaken = literal(value=False) if column is None else _is(column, removed=removed)
    source = getattr(table, "source_id", None)
    outside = arm.outside if arm.outside is not None else (source.is_not(None) if source is not None else None)
    organization = arm.organization if arm.organization is not None else getattr(table, "organization", None)
    sought = [part for part in (arm.title, arm.detail, *arm.notes) if part is not None]
    values = (
        literal(kind.table), table.id, literal(arm.group), asked.local_day(arm.when), arm.when, arm.title, arm.detail,
        arm.step, outside if outside is not None else literal(value=False), organization,
        getattr(table, "author", None), mistaken, literal(1), arm.ends, _joined(sought) if asked.searching else None,
        table.created_at > SINCE if asked.since else None,
    )  # fmt: skip
    chosen = select(*_named(values)).where(table.patient_id == PATIENT, *arm.where, *_news(table, asked))
    return chosen if removed else chosen.where(table.removed_at.is_(None))


def _due(asked: Asked) -> Select[Any]:
    """What is due, which was reckoned outside the database."""
    each = func.json_each(DUE).table_valued("value")

    def of(name: str) -> Column:
        return type_coerce(func.json_extract(each.c.value, f"$.{name}"), String)

    number = type_coerce(func.json_extract(each.c.value, "$.id"), Integer)
    values = (
        of("kind"), number, literal("due"), of("day"), of("day"), of("title"), of("detail"), of("step"),
        literal(value=False), None, None, literal(value=False), literal(1), None,
        _joined([of("title"), of("detail")]) if asked.searching else None, None,
    )  # fmt: skip
    return select(*_named(values))


def _results_by_day(asked: Asked) -> Select[Any]:
    """All values of one local day and category on one line."""
    day = asked.local_day(Observation.effective_when)
    category = func.coalesce(Observation.category, "")
    mistaken = _is(Observation.status, removed=False)
    values = (
        literal("observation"), func.min(Observation.id), literal("results"), day, func.max(Observation.effective_when),
        func.min(Observation.text), None, category, func.max(Observation.source_id).is_not(None),
        func.max(Observation.organization), func.max(Observation.author), mistaken, func.count(), None, None,
        func.max(Observation.created_at > SINCE) if asked.since else None,
    )  # fmt: skip
    return (
        select(*_named(values))
        .where(Observation.patient_id == PATIENT, Observation.removed_at.is_(None), *_news(Observation, asked))
        .group_by(day, category, mistaken)
    )


def _news(table: Any, asked: Asked) -> tuple[Column, ...]:
    """What somebody else recorded or changed after `SINCE`; what came with an import is news whoever read it in."""
    if not asked.since:
        return ()
    others = [table.updated_by_id.is_(None), table.updated_by_id != LOOKS]
    if hasattr(table, "import_id"):
        others.append(table.import_id.is_not(None))
    return table.updated_at > SINCE, or_(*others)


def _named(values: tuple[Any, ...]) -> Iterator[Any]:
    for name, value in zip(COLUMNS, values, strict=True):
        yield (null() if value is None else value).label(name)


def _is(column: Any, *, removed: bool) -> Any:
    return column.is_not(None) if removed else func.coalesce(column, "") == MISTAKEN


def _joined(parts: list[Any]) -> Any:
    """What a search reads: the filled parts, one after the other."""
    whole: Any = literal("")
    for part in parts:
        whole = whole + func.coalesce(part + literal(" · "), "")
    return whole


def _text(column: Any) -> Any:
    """A date or time as the file holds it."""
    return type_coerce(column, String)
