"""Today: one ranked list of what is due or late, and the pane beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from sqlalchemy import Select, String, bindparam, select

from db.models.patient import Patient
from db.repositories import scheduling as visit_repository
from db.repositories import typed as typed_words
from db.search import as_text, listed
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.worklist import WorkDetail, WorkFilter, Worklist, WorkRow
from icm_desktop.domain.appointment_states import COMING
from icm_desktop.domain.names import folded
from icm_desktop.errors import NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.appointments import appointment
from icm_desktop.queries.as_of import known_at_end_of
from icm_desktop.queries.calling import call_rules, last_contacts, numbers_in_use
from icm_desktop.queries.heads import heads, heads_put_away
from icm_desktop.queries.queues import queue_items, whole_items
from icm_desktop.queries.readmissions import whole_readmissions
from icm_desktop.queries.referral_rows import referral_subjects
from icm_desktop.queries.safety_answers import unassessed
from icm_desktop.queries.today_sources import found_today
from icm_desktop.queries.work_conflicts import whole_conflicts
from icm_desktop.queries.work_critical import TAKEN_BACK
from icm_desktop.queries.work_forms import whole_forms
from icm_desktop.queries.work_items import NOBODY, SECTIONS, Scope, WorkItem
from icm_desktop.queries.work_missed import whole_missed
from icm_desktop.queries.work_pathways import checking
from icm_desktop.queries.work_plan import next_dated_item, whole_dated
from icm_desktop.queries.work_referrals import whole_referrals
from icm_desktop.queries.work_review import RECOMMENDATION, whole_recommendations
from icm_desktop.queries.work_reviews import whole_reviews
from icm_desktop.queries.work_screening import whole_screens
from icm_desktop.queries.work_stays import whole_stays

_WHOLE: dict[Callable[[UnitOfWork, Scope, Sequence[WorkItem]], list[WorkItem]], tuple[str, ...]] = {
    whole_referrals: ("referral",),
    whole_missed: ("appointment", "letter"),
    whole_dated: ("plan_action", "task"),
    whole_stays: ("transition",),
    whole_readmissions: ("transition",),
    whole_recommendations: (RECOMMENDATION,),
    whole_conflicts: ("conflict",),
    whole_screens: ("follow_up", "rescreen"),
    whole_forms: ("follow_up",),
    whole_reviews: ("plan_review",),
}


@requires(Privilege.WORKLIST)
def worklist(uow: UnitOfWork, asked: WorkFilter) -> Worklist:
    """What is due or late on a day, ranked by section, priority and days late.

    A past day (`asked.on`) is shown as it was known at its end.
    """
    with known_at_end_of(uow, asked.on) as then:
        return _worklist(then, asked)


def _worklist(uow: UnitOfWork, asked: WorkFilter) -> Worklist:
    scope = Scope.of(uow, asked)
    if asked.search or asked.language:
        scope.patients = _asked_for(uow, asked)
    found = [queue_items(scope)] if asked.queue else found_today(uow, scope)
    items = sorted((item for each in found for item in each.items), key=WorkItem.rank)
    counts = Counter[str]()
    for each in found:
        counts.update(dict(each.counts))
    if scope.patients is not None:
        items = [item for item in items if not item.whole or item.patient_id in scope.patients]
        counts = Counter(item.section for item in items)
    page = _whole(uow, scope, items[asked.offset : asked.offset + asked.limit])
    rows = _rows(uow, scope, page)
    due = sum(counts[section] for section in ("critical", "overdue", "due_today"))
    return Worklist(
        day=scope.day,
        rows=rows,
        counts=tuple((section, counts[section]) for section in SECTIONS if counts[section]),
        total=counts.total(),
        next_row=None if due or asked.queue else _next(uow, scope),
        checking=0 if asked.queue or asked.on is not None else checking(uow, scope.using),
    )


@requires(Privilege.WORKLIST)
def work_detail(uow: UnitOfWork, patient_id: int) -> WorkDetail:
    """How to reach a patient, the last contacts, and the next visit.

    Raises:
        NotFound: patients.unknown.
    """
    head = heads(uow, [patient_id]).get(patient_id)
    if head is None:
        return _of_put_away(uow, patient_id)
    best_time = uow.session.scalar(select(Patient.best_time).where(Patient.id == patient_id))
    visit = visit_repository.next_visit(uow.session, patient_id, uow.now, COMING)
    row = appointment(uow, visit.id) if visit else None
    return WorkDetail(
        head=head,
        phones=_phones(uow, patient_id, head),
        best_time=best_time,
        contacts=last_contacts(uow, patient_id),
        next_visit=row.starts_at if row else None,
        next_visit_with=row.with_whom if row else None,
        calling=call_rules(uow, patient_id),
    )


def _of_put_away(uow: UnitOfWork, patient_id: int) -> WorkDetail:
    """Of a patient whose import was taken back: who they are, as long as an answer of theirs stands on the list."""
    if not any(one.taken_back and one.patient_id == patient_id for one in unassessed(uow, uow.today)):
        raise NotFound("patients.unknown")
    return WorkDetail(heads_put_away(uow, [patient_id])[patient_id], (), None, (), None, None)


def _rows(uow: UnitOfWork, scope: Scope, page: Sequence[WorkItem]) -> tuple[WorkRow, ...]:
    whose: dict[int, PatientHead | None] = dict(heads(uow, (item.patient_id for item in page if item.patient_id)))
    if gone := [item.patient_id for item in page if item.why == TAKEN_BACK and item.patient_id not in whose]:
        whose |= heads_put_away(uow, gone)
    whose[NOBODY] = None
    page = [item for item in _worded(uow, page) if item.patient_id in whose]
    tries = scope.tries([item.key for item in page])
    times = _best_times(uow, [item.patient_id for item in page])
    return tuple(_row(scope, item, whose[item.patient_id], tries, times) for item in page)


def _row(
    scope: Scope,
    item: WorkItem,
    head: PatientHead | None,
    tries: dict[str, tuple[int, str]],
    times: dict[int, str | None],
) -> WorkRow:
    neutral = item.neutral is not None and not scope.clinical
    count, outcome = tries.get(item.key, (0, None))
    return WorkRow(
        key=item.key,
        section=item.section,
        kind=scope.shown_kind(item.kind),
        head=head,
        title=item.neutral or "" if neutral else item.title,
        title_params=() if neutral else item.title_params,
        title_text=None if neutral else item.title_text,
        why="" if neutral else item.why,
        why_params=() if neutral else item.why_params,
        due=item.due,
        days_late=item.days_late,
        owner=item.owner,
        tries=count,
        last_outcome=outcome,
        held_until=item.held_until,
        priority=item.priority,
        can_finish=item.can_finish,
        version=item.version,
        best_time=times.get(item.patient_id),
        ladder=item.ladder,
    )


def _whole(uow: UnitOfWork, scope: Scope, page: Sequence[WorkItem]) -> list[WorkItem]:
    """What the items of the page still lack is looked up for the page only."""
    lacking = [item for item in page if not item.whole]
    made: dict[str, WorkItem] = {}
    if scope.asked.queue and lacking:
        made = {item.key: item for item in whole_items(scope, lacking)}
        return [made.get(item.key, item) for item in page]
    for whole, kinds in _WHOLE.items():
        items = [item for item in lacking if item.kind in kinds]
        made |= {item.key: item for item in (whole(uow, scope, items) if items else ())}
    return [made.get(item.key, item) for item in page]


def _worded(uow: UnitOfWork, page: Sequence[WorkItem]) -> list[WorkItem]:
    """Referral items get whom and what they are about, looked up for the page only."""
    ids = [item.number for item in page if item.kind == "referral"]
    if not ids:
        return list(page)
    about = referral_subjects(uow, ids)
    return [
        replace(item, title_params=about.get(item.number, ())) if item.kind == "referral" else item for item in page
    ]


def _best_times(uow: UnitOfWork, patient_ids: list[int]) -> dict[int, str | None]:
    found = uow.session.execute(_best_times_of(), {"ids": as_text(patient_ids)})
    return {row.id: row.best_time for row in found}


@cache
def _best_times_of() -> Select[*tuple[Any, ...]]:
    return select(Patient.id, Patient.best_time).where(Patient.id.in_(listed(bindparam("ids", type_=String))))


def _next(uow: UnitOfWork, scope: Scope) -> WorkRow | None:
    item = next_dated_item(uow, scope)
    found = _rows(uow, scope, [item]) if item else ()
    return found[0] if found else None


def _asked_for(uow: UnitOfWork, asked: WorkFilter) -> frozenset[int]:
    """The patients of a language whose name or record number has every word that was typed."""
    typed = [word for word in asked.search.split() if folded(word)]
    words = [folded(word) for word in typed]
    ids = as_text(typed_words.patients_with(uow.session, typed)) if typed else ""
    found = set()
    for patient_id, language, *names in uow.session.execute(_names(bool(typed)), {"ids": ids}):
        if asked.language is not None and (language or "").split("-")[0] != asked.language:
            continue
        text = folded(" ".join(filter(None, names))) if words else ""
        if all(word in text for word in words):
            found.add(patient_id)
    return frozenset(found)


@cache
def _names(of_some: bool) -> Select[*tuple[Any, ...]]:
    names = (Patient.family, Patient.given, Patient.preferred_name, Patient.record_number)
    wanted = select(Patient.id, Patient.language, *names).where(Patient.removed_at.is_(None))
    return wanted.where(Patient.id.in_(listed(bindparam("ids", type_=String)))) if of_some else wanted


def _phones(uow: UnitOfWork, patient_id: int, head: PatientHead) -> tuple[tuple[str, str], ...]:
    found = {row.value: row.use or "" for row in numbers_in_use(uow, patient_id)}
    if head.phone and head.phone not in found:
        found = {head.phone: "", **found}
    return tuple((use, value) for value, use in found.items())
