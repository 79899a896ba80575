"""Signing a reconciliation: every decision is applied as the signer's own act, at once or not at all."""

from __future__ import annotations

import hashlib
import json

from sqlalchemy import func, select

from db.models.clinical import MedicationEntry
from db.models.reconciliation import MedicationReconciliation, ReconciledMedicine
from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.contracts.questions import OPEN, AskQuestion, WithdrawQuestion
from icm_desktop.contracts.reconciliation import (
    Compared,
    Decided,
    PrepareReconciliation,
    ReconciliationSaved,
    SettleMedicine,
    SignReconciliation,
)
from icm_desktop.contracts.team import PERSON, SaveMember
from icm_desktop.domain import medicines as medicine_rules
from icm_desktop.domain import moments
from icm_desktop.domain import reconciliation as rules
from icm_desktop.domain.medicine_lines import as_numbers
from icm_desktop.domain.reconciliation import Matched
from icm_desktop.errors import Conflict, Invalid, NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.questions import questions
from icm_desktop.queries.reconciliations import PREPARED, SIGNED
from icm_desktop.queries.reconciling import compared, open_transition
from icm_desktop.services import cleaning, conflict_answers, team
from icm_desktop.services import questions as asking
from icm_desktop.services.person_rows import patient_of

KIND = "reconciliation"
_LONGEST_STATE = 200_000
_TOPIC = "medicines"
_WORDS_LONGEST = 500
_KINDS = (KIND, "medication_entry", "question", "care_team", "worklist", "transition")


@requires(Privilege.CLINICAL_WRITE)
def prepare(uow: UnitOfWork, request: PrepareReconciliation) -> ReconciliationSaved:
    """Leave lists and decisions for a clinician; nothing of the chart changes.

    Raises:
        NotFound: patients.unknown.
        Invalid: reconciliation.too_long.
    """
    patient_of(uow, request.patient_id)
    if len(request.state) > _LONGEST_STATE:
        raise Invalid("reconciliation.too_long")
    row = _waiting(uow, request.patient_id, request.prepared)
    row.status, row.number = PREPARED, 0
    row.lists, row.content = [], [request.state]
    row.prepared_by, row.prepared_on = uow.actor.name, uow.today
    uow.session.add(row)
    uow.session.flush()
    return ReconciliationSaved(row.id, 0, _changes(uow, row.patient_id))


@requires(Privilege.RECONCILE)
def sign(uow: UnitOfWork, request: SignReconciliation) -> ReconciliationSaved:
    """Apply every decision, put what is asked to the prescribers, and keep all of it as it was signed.

    Medicines that are asked about stay as they are and unresolved. The clock of a discharge that waits is closed.

    Raises:
        NotFound: patients.unknown.
        Conflict: reconciliation.changed_meanwhile when the chart is no longer as it was compared;
            conflicts.must_be_answered.
        Invalid: reconciliation.undecided with `count`; bad_decision, reason_missing, becomes_missing, question_missing,
            nobody_asked, due_missing with `medicine`; questions.* and team.* of the questions.
    """
    patient_id = request.compared.patient_id
    patient_of(uow, patient_id)
    found = compared(uow, request.compared)
    if found.seen != request.seen:
        raise Conflict("reconciliation.changed_meanwhile")
    by_key = {one.key: one for one in request.decided}
    left = rules.undecided(found.medicines, by_key)
    if left:
        raise Invalid("reconciliation.undecided", count=len(left))
    for one in found.medicines:
        _check(one, by_key[one.key])
    before = conflict_answers.standing(uow, patient_id)
    stay = open_transition(uow, patient_id)  # before it is signed: what is signed closes its clock
    row = _signed_row(uow, request, found)
    row.encounter_id = stay.encounter_id if stay is not None else None
    for place, one in enumerate(found.medicines):
        uow.session.add(_line(uow, row, place, one, by_key[one.key], found))
    uow.session.flush()
    conflict_answers.keep(uow, patient_id, request.answers, before)
    return ReconciliationSaved(row.id, row.number, _changes(uow, patient_id))


@requires(Privilege.RECONCILE)
def settle(uow: UnitOfWork, request: SettleMedicine) -> ReconciliationSaved:
    """Say how a medicine that was asked about ended, and do it; a question still open is closed with the reason.

    Raises:
        NotFound: reconciliation.unknown.
        Conflict: reconciliation.changed_meanwhile, reconciliation.settled_already; conflicts.must_be_answered.
        Invalid: reconciliation.bad_decision, reason_missing, becomes_missing; registration.too_long.
    """
    row = uow.session.get(ReconciledMedicine, request.row_id)
    if row is None or row.removed_at is not None:
        raise NotFound("reconciliation.unknown")
    if row.version != request.expected_version:
        raise Conflict("reconciliation.changed_meanwhile")
    if row.decision != rules.ASK or row.settled is not None:
        raise Conflict("reconciliation.settled_already")
    if request.decision not in rules.SETTLED:
        raise Invalid("reconciliation.bad_decision", field="decision", medicine=row.medicine)
    reason = cleaning.line("reason", request.reason)
    if reason is None:
        raise Invalid("reconciliation.reason_missing", field="reason", medicine=row.medicine)
    if request.decision == rules.CHANGE and not request.text.strip():
        raise Invalid("reconciliation.becomes_missing", field="text", medicine=row.medicine)
    before = conflict_answers.standing(uow, row.patient_id)
    _apply_stored(uow, row, request, reason)
    row.settled, row.settled_on, row.settled_by = request.decision, uow.today, uow.actor.name
    row.settled_reason = reason
    _close_question(uow, row, reason)
    conflict_answers.keep(uow, row.patient_id, request.answers, before)
    return ReconciliationSaved(row.reconciliation_id, 0, _changes(uow, row.patient_id))


def _waiting(uow: UnitOfWork, patient_id: int, prepared: int | None) -> MedicationReconciliation:
    """The one that waits, or a new one; somebody may have signed or left another meanwhile."""
    stored = select(MedicationReconciliation).where(
        MedicationReconciliation.patient_id == patient_id,
        MedicationReconciliation.status == PREPARED,
        MedicationReconciliation.removed_at.is_(None),
    )
    row = uow.session.scalars(stored.limit(1)).first()
    if (row.id if row else None) != prepared:
        raise Conflict("reconciliation.changed_meanwhile")
    return row or MedicationReconciliation(patient_id=patient_id)


def _signed_row(uow: UnitOfWork, request: SignReconciliation, found: Compared) -> MedicationReconciliation:
    patient_id = request.compared.patient_id
    row = _waiting(uow, patient_id, request.prepared)
    last = select(func.max(MedicationReconciliation.number)).where(
        MedicationReconciliation.patient_id == patient_id, MedicationReconciliation.removed_at.is_(None)
    )
    row.number = (uow.session.scalar(last) or 0) + 1
    row.status = SIGNED
    if row.id is None:
        row.prepared_by, row.prepared_on = uow.actor.name, uow.today
    row.lists = [
        {"key": one.key, "kind": one.kind, "title": one.title, "dated": one.dated,
         "lines": [f"{line.written} {line.dosage}".strip() for line in one.lines]}
        for one in found.lists
    ]  # fmt: skip
    decided = {one.key: one for one in request.decided}
    row.content = [
        {"medicine": one.name, "difference": one.difference, "decision": decided[one.key].decision,
         "reason": decided[one.key].reason, "becomes": _becomes(decided[one.key])}
        for one in found.medicines
    ]  # fmt: skip
    row.content_hash = hashlib.sha256(json.dumps([row.lists, row.content], sort_keys=True).encode()).hexdigest()
    row.signed_by, row.signed_by_id, row.signed_on, row.signed_at = (
        uow.actor.name, uow.actor.user_id, uow.today, uow.now,
    )  # fmt: skip
    row.note = cleaning.note("note", request.note)
    uow.session.add(row)
    uow.session.flush()
    return row


def _check(one: Matched, decided: Decided) -> None:
    if decided.decision not in rules.DECISIONS:
        raise Invalid("reconciliation.bad_decision", medicine=one.name)
    if decided.decision == rules.STOP and not decided.reason.strip():
        raise Invalid("reconciliation.reason_missing", medicine=one.name)
    if decided.decision == rules.CHANGE and not decided.text.strip():
        raise Invalid("reconciliation.becomes_missing", medicine=one.name)
    if decided.decision == rules.ASK:
        if not decided.ask_question.strip():
            raise Invalid("reconciliation.question_missing", medicine=one.name)
        if decided.ask_member is None and not decided.ask_name.strip():
            raise Invalid("reconciliation.nobody_asked", medicine=one.name)
        if decided.ask_due is None:
            raise Invalid("reconciliation.due_missing", medicine=one.name)


def _line(
    uow: UnitOfWork, row: MedicationReconciliation, place: int, one: Matched, decided: Decided, found: Compared
) -> ReconciledMedicine:
    line = ReconciledMedicine(
        reconciliation_id=row.id,
        patient_id=row.patient_id,
        place=place,
        medicine=one.name,
        checked=one.checked,
        difference=one.difference,
        facts=[
            {"list": listed.title or listed.kind, "kind": listed.kind, "says": f"{each.written} {each.dosage}".strip()}
            for listed, said in zip(found.lists, one.on, strict=True)
            for each in said
        ],
        decision=decided.decision,
        reason=cleaning.line("reason", decided.reason),
        becomes=_becomes(decided),
        entries=[[each.entry, each in one.on[0], each.written, each.dosage] for each in one.lines],
    )
    if decided.decision == rules.ASK:
        line.team_question_id = _ask(uow, row.patient_id, decided)
    else:
        told = rules.acts(one, decided.decision, decided.text.strip(), decided.dosage.strip())
        _apply(uow, row.patient_id, told, f"Reconciliation {row.number}: {decided.reason.strip() or decided.decision}")
    return line


def _becomes(decided: Decided) -> str | None:
    return f"{decided.text.strip()} {decided.dosage.strip()}".strip() or None


def _apply(uow: UnitOfWork, patient_id: int, told: tuple[rules.Act, ...], why: str) -> None:
    """Do what was decided, each to the entry it is about."""
    reason = why[:_WORDS_LONGEST]
    for act in told:
        if act.what == rules.ENDS:
            entry = uow.session.get(MedicationEntry, act.entry)
            if entry is None or entry.removed_at is not None:
                raise Conflict("reconciliation.changed_meanwhile")
            if entry.status in medicine_rules.CURRENT_STATUSES:
                entry.status, entry.status_reason = medicine_rules.ENDED, reason
                entry.ends_when = _last_day(uow, entry)
        elif act.what == rules.ADDED:
            dose, unit, times = as_numbers(act.text, act.dosage) or (None, None, None)
            uow.session.add(
                MedicationEntry(
                    patient_id=patient_id,
                    dose_value=dose,
                    dose_unit=unit,
                    times_per_day=times,
                    as_needed="as needed" in act.dosage.casefold(),
                    kind="entry",
                    intent="order",
                    status=medicine_rules.ON,
                    text=cleaning.line("text", act.text),
                    dosage=cleaning.line("dosage", act.dosage, _WORDS_LONGEST),
                    author=uow.actor.name,
                    starts_when=uow.today.isoformat(),
                    recorded_when=uow.today.isoformat(),
                    note=reason,
                )
            )


def _last_day(uow: UnitOfWork, entry: MedicationEntry) -> str:
    """Today, or the day it began where that lies ahead."""
    started = moments.local_day(entry.starts_when, uow.zone)
    return max(uow.today, started or uow.today).isoformat()


def _ask(uow: UnitOfWork, patient_id: int, decided: Decided) -> int:
    """Put the question to the prescriber, who joins the team when they are only named on a list."""
    member_id = decided.ask_member
    if member_id is None:
        member = SaveMember(patient_id, PERSON, None, decided.ask_name, "other", "Prescriber of a medicine")
        member_id = team.save(uow, member).member_ids[0]
    question = AskQuestion(
        patient_id, member_id, decided.ask_channel, decided.ask_question, decided.ask_due, _TOPIC, None,
        decided.ask_reason.strip() or None,
    )  # fmt: skip
    return asking.ask(uow, question).question_id


def _apply_stored(uow: UnitOfWork, row: ReconciledMedicine, request: SettleMedicine, reason: str) -> None:
    lines = [
        (rules.Listed("", row.medicine, written, (), dosage, entry=entry), ours)
        for entry, ours, written, dosage in row.entries
    ]
    one = Matched(
        "", row.medicine, (), row.difference,
        (tuple(line for line, ours in lines if ours), tuple(line for line, ours in lines if not ours)),
    )  # fmt: skip
    text, dosage = request.text.strip(), request.dosage.strip()
    _apply(uow, row.patient_id, rules.acts(one, request.decision, text, dosage), reason)
    if request.decision == rules.CHANGE:
        row.becomes = f"{text} {dosage}".strip()


def _close_question(uow: UnitOfWork, row: ReconciledMedicine, reason: str) -> None:
    for one in questions(uow, row.patient_id):
        if one.id == row.team_question_id and one.status == OPEN:
            asking.withdraw(uow, WithdrawQuestion(one.id, one.version, reason))


def _changes(uow: UnitOfWork, patient_id: int) -> Changes:
    return Changes.of(*_KINDS, patient_id=patient_id, action_id=uow.action_id)
