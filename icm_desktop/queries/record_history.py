"""Who changed what and when, with old and new values: of one record, or of a whole chart."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Select, func, select

from db.models.access import UserAccount
from db.models.audit import Action, AuditEvent
from db.models.notes import CareNoteReader
from db.repositories.merged_records import merged_into
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.common import Page
from icm_desktop.contracts.records import (
    FactRef,
    FieldChange,
    HistoryFilter,
    HistoryPerson,
    HistoryRow,
    Origin,
    RecordHistory,
)
from icm_desktop.domain.records import KINDS, SENSITIVE_FIELDS, UNTOLD
from icm_desktop.domain.timeslots import day_span
from icm_desktop.permissions import Privilege, allows, requires
from icm_desktop.queries.labels import Pointed, labels, targets
from icm_desktop.queries.note_access import BEHAVIORAL as KIND
from icm_desktop.queries.note_access import access, hidden_notes
from icm_desktop.queries.origins import origin_of
from icm_desktop.queries.record_titles import title_of, titles
from icm_desktop.queries.record_values import named, told_stored
from icm_desktop.queries.records import MARKED, UNMARKED, stored
from icm_desktop.queries.referral_handing import HANDED_ON, LATE

IMPORT, UNDO, MERGE = "import", "undo", "merge"
_OF_PERSON = ("patient", "patient_name", "patient_telecom", "patient_address", "patient_identifier", "patient_contact")
_PARTLY_CLINICAL = ("appointment", "referral_event")
GROUPS = {
    "person": (*_OF_PERSON, "coverage", "consent", "flag", "patient_merge", "match_candidate"),
    "facts": ("condition", "allergy_intolerance", "medication_entry", "medication_adherence",
              "medication_reconciliation", "reconciled_medicine", "observation",
              "encounter", "procedure", "immunization", "diagnostic_report", "document", "family_member_history",
              "device", "communication", "questionnaire_response", "safety_assessment",
              "screening_follow_up", "social_need", "import_difference"),
    "plan": ("care_plan", "care_team", "care_team_member", "health_concern", "goal", "plan_action", "plan_barrier",
             "plan_part", "plan_version", "plan_sign_off", "plan_copy", "task", "worklist_hold",
             "pathway_enrolment", "step_decision", "pathway_target", "detected_issue", "team_member",
             "conference_case", "case_recommendation", "relapse_plan"),
    "visits": ("appointment", "service_request", "referral_event"),
    "contacts": ("contact_log", "handout", "print_set", "approved_packet", "team_question", "team_message", "care_note",
                 "care_note_reader", "patient_request", "disclosure"),
}  # fmt: skip
EVENTS = (
    select(
        AuditEvent.seq,
        AuditEvent.at,
        AuditEvent.patient_id,
        AuditEvent.user_id,
        AuditEvent.role,
        AuditEvent.event,
        AuditEvent.object_kind,
        AuditEvent.object_id,
        AuditEvent.action_id,
        AuditEvent.detail,
        AuditEvent.changes,
        UserAccount.display_name.label("by"),
        Action.name.label("act"),
        Action.undo_of,
    )
    .outerjoin(UserAccount, UserAccount.id == AuditEvent.user_id)
    .outerjoin(Action, Action.id == AuditEvent.action_id)
    .order_by(AuditEvent.seq.desc())
)
_WITH_REASON = (
    MARKED, UNMARKED, "appointment.booked_again", "note.emergency", "note.emergency_ended",
    "handout.copied_without_agreement",
    "question.shared_without_agreement", HANDED_ON,
)  # fmt: skip
_LOOKED = ("chart.opened", "note.opened", "note.emergency", "note.emergency_ended", "case_review.read")
_COLLABORATIVE = ("case_recommendation", "relapse_plan")
_EMERGENCY = "emergency_access"


@requires(Privilege.DEMOGRAPHICS)
def of_record(uow: UnitOfWork, ref: FactRef) -> RecordHistory:
    """Everything that happened to one record, the latest first; an imported one begins with its import.

    Of a patient also what happened to the records that were merged into this one.

    Raises:
        NotFound: records.unknown.
        NotAllowed: permissions.denied.
    """
    kind, row = stored(uow, ref)
    merged = merged_into(uow.session, ref.id) if ref.kind == "patient" else {}
    wanted = EVENTS.where(AuditEvent.object_kind == ref.kind, AuditEvent.object_id.in_((ref.id, *merged)))
    events = [event for event in uow.session.execute(wanted) if _may_see(uow, event)]
    hidden = bool(getattr(row, "sensitive", False)) and not allows(uow.actor.role, Privilege.CLINICAL_READ)
    title = "" if hidden else title_of(kind, row)
    rows = told_rows(uow, events, {(ref.kind, ref.id): title}, merged, sensitive=hidden)
    origin = origin_of(uow, row)
    if origin.outside:
        rows.append(_came(ref, origin))
    return RecordHistory(ref, title, tuple(rows))


@requires(Privilege.DEMOGRAPHICS)
def of_patient(uow: UnitOfWork, wanted: HistoryFilter) -> Page[HistoryRow]:
    """What happened to a chart, the latest first; roles without clinical facts see what they may change themselves.

    What happened to records that were merged into this one belongs to it and says so.
    """
    merged = merged_into(uow.session, wanted.patient_id)
    mine = _filtered(uow, wanted, merged)
    total = uow.session.scalar(select(func.count()).select_from(mine.order_by(None).subquery())) or 0
    events = uow.session.execute(mine.limit(wanted.limit).offset(wanted.offset)).all()
    known = titles(uow, {(event.object_kind, event.object_id) for event in events if event.object_kind})
    return Page(tuple(told_rows(uow, events, known, merged)), total, wanted.offset)


@requires(Privilege.DEMOGRAPHICS)
def people(uow: UnitOfWork, patient_id: int) -> tuple[HistoryPerson, ...]:
    """Everybody who did something to a chart, by name."""
    chosen = (
        select(AuditEvent.user_id, UserAccount.display_name)
        .outerjoin(UserAccount, UserAccount.id == AuditEvent.user_id)
        .where(
            AuditEvent.patient_id.in_((patient_id, *merged_into(uow.session, patient_id))),
            AuditEvent.user_id.is_not(None),
        )
        .distinct()
    )
    found = [HistoryPerson(row.user_id, row.display_name or "") for row in uow.session.execute(chosen)]
    return tuple(sorted(found, key=lambda one: one.name))


def _filtered(uow: UnitOfWork, wanted: HistoryFilter, merged: Iterable[int]) -> Select[Any]:
    chosen = EVENTS.where(AuditEvent.patient_id.in_((wanted.patient_id, *merged)))
    chosen = _without_hidden_notes(uow, chosen, wanted.patient_id)
    if not allows(uow.actor.role, Privilege.AUDIT):  # who looked is for those who watch over it
        chosen = chosen.where(AuditEvent.event.not_in(_LOOKED), AuditEvent.object_kind.is_distinct_from(_EMERGENCY))
    if not allows(uow.actor.role, Privilege.CLINICAL_READ):
        chosen = chosen.where(AuditEvent.object_kind.in_(_plain()), ~AuditEvent.event.like("chart.%"))
    if wanted.user_id is not None:
        chosen = chosen.where(AuditEvent.user_id == wanted.user_id)
    if wanted.group:
        chosen = chosen.where(AuditEvent.object_kind.in_(GROUPS.get(wanted.group, ())))
    if wanted.first is not None:
        chosen = chosen.where(AuditEvent.at >= day_span(wanted.first, uow.zone).starts_at)
    if wanted.last is not None:
        chosen = chosen.where(AuditEvent.at < day_span(wanted.last, uow.zone).ends_at)
    return chosen


def _without_hidden_notes(uow: UnitOfWork, chosen: Select[Any], patient_id: int) -> Select[Any]:
    """Nothing of sensitive notes the user may not read, not even that there is one."""
    if not allows(uow.actor.role, Privilege.CLINICAL_READ) or KIND not in access(uow, patient_id).open_kinds:
        chosen = chosen.where(func.coalesce(AuditEvent.object_kind, "").not_in(_COLLABORATIVE))
    hidden = hidden_notes(uow, [patient_id])
    if not hidden:
        return chosen
    readers = select(CareNoteReader.id).where(CareNoteReader.care_note_id.in_(hidden))
    of_note = (AuditEvent.object_kind == "care_note") & AuditEvent.object_id.in_(hidden)
    of_reader = (AuditEvent.object_kind == "care_note_reader") & AuditEvent.object_id.in_(readers)
    return chosen.where(func.coalesce(of_note, False).is_(False), func.coalesce(of_reader, False).is_(False))


def _plain() -> list[str]:
    """Kinds whose history roles without clinical facts may read: of visits only that they were changed.

    Not that of alerts and consents, some of which are clinical: of one of them alone it is known, of all it is not.
    """
    return [kind.table for kind in KINDS.values() if not kind.clinical and kind.table not in ("flag", "consent")]


def _may_see(uow: UnitOfWork, event: Any) -> bool:
    return event.event not in _LOOKED or allows(uow.actor.role, Privilege.AUDIT)


@requires(Privilege.DEMOGRAPHICS)
def told_rows(
    uow: UnitOfWork,
    events: Sequence[Any],
    known: dict[tuple[str, int], str],
    merged: dict[int, str],
    *,
    sensitive: bool = False,
    every: bool = False,
) -> list[HistoryRow]:
    """Events as rows with names instead of ids; `known`: titles of records, `merged`: numbers of merged ones.

    Changes of columns that say nothing to a person are left out unless `every` event is wanted.
    """
    names = labels(uow, _pointed(events))
    clinical = allows(uow.actor.role, Privilege.CLINICAL_READ)
    # Of a whole chart it is not known which visit is sensitive: roles without clinical facts read no reason at all.
    hidden = SENSITIVE_FIELDS if not clinical and (sensitive or len(known) != 1) else frozenset()
    rows = [_row(event, known, names, hidden, merged) for event in events]
    return [row for row in rows if every or row.changes or row.event != "updated"]


def _row(
    event: Any,
    known: dict[tuple[str, int], str],
    names: dict[Pointed, str],
    hidden: frozenset[str],
    merged: dict[int, str],
) -> HistoryRow:
    kind = event.object_kind
    hidden = hidden if kind in _PARTLY_CLINICAL else frozenset()
    changes = tuple(_changes(event, names, hidden)) if kind else ()
    title = known.get((kind, event.object_id)) if kind and not (hidden and kind == "appointment") else None
    return HistoryRow(
        seq=event.seq,
        at=event.at,
        by=event.by,
        role=event.role,
        event=_event(event),
        via=_via(event),
        kind=kind,
        id=event.object_id,
        title=title or None,
        changes=changes or tuple(_went(event)),
        reason=(event.detail or {}).get("reason") if event.event in _WITH_REASON else None,
        contents=_contents(event),
        merged=merged.get(event.patient_id, ""),
    )


def _went(event: Any) -> Iterator[FieldChange]:
    """To whom a referral went on, from which day, and what was late."""
    told, detail = {LATE: ("to", "name", "on", "limit"), HANDED_ON: ("to",)}.get(event.event, ()), event.detail or {}
    for name in told:
        if detail.get(name) and not (name == "to" and detail.get("name")):
            yield FieldChange(f"went_{'to' if name == 'name' else name}", None, detail[name])


def _contents(event: Any) -> tuple[tuple[str, int], ...]:
    """How many records of each kind one step of an import wrote."""
    rows = (event.detail or {}).get("rows") if event.event == "import.rows" else None
    return tuple((name, int(counted[0])) for name, counted in (rows or {}).items() if name in KINDS)


def _event(event: Any) -> str:
    """What happened in one word: a row that was removed or came back says so by one of its columns."""
    removed = (event.changes or {}).get("removed_at")
    if event.event == "updated" and removed is not None:
        return "restored" if removed[1] is None else "removed"
    return {MARKED: "marked", UNMARKED: "unmarked"}.get(event.event, str(event.event))


def _via(event: Any) -> str:
    if event.undo_of is not None:
        return UNDO
    act = str(event.act or "")
    if event.event.startswith("import.") or "import" in act:
        return IMPORT
    return MERGE if "merg" in act else ""


def _changes(event: Any, names: dict[Pointed, str], hidden: frozenset[str]) -> Iterable[FieldChange]:
    table = event.object_kind
    for column, (old, new) in (event.changes or {}).items():
        if column in UNTOLD or column in hidden or column == "removed_at":
            continue
        before, after = (named(table, column, told_stored(table, column, value), names) for value in (old, new))
        if before != after:
            yield FieldChange(column, before, after)


def _pointed(events: Iterable[Any]) -> Iterable[Pointed]:
    for event in events:
        for column, values in (event.changes or {}).items() if event.object_kind else ():
            target = targets(event.object_kind).get(column)
            for value in values if target else ():
                if isinstance(value, int):
                    yield target or "", value


def _came(ref: FactRef, origin: Origin) -> HistoryRow:
    at = origin.received_at or dt.datetime.min.replace(tzinfo=dt.UTC)
    return HistoryRow(0, at, origin.imported_by, "", "imported", IMPORT, ref.kind, ref.id, origin.source)
