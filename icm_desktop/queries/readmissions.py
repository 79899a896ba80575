"""Stays that began within 30 days of a discharge: told on Today for some days, and on the chart while it is news."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Select, String, bindparam, func, or_, select

from db import kept_work
from db.models.clinical import Encounter
from db.models.patient import Patient
from db.repositories.kept_rows import StoredStay, stays
from db.search import as_text, listed
from db.unit_of_work import UnitOfWork
from icm_desktop.content import transitions as content
from icm_desktop.contracts.transitions import ReadmissionRow
from icm_desktop.domain import transitions as rules
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.practice_policies import practice_policies
from icm_desktop.queries.transition_facts import stays_of
from icm_desktop.queries.work_items import TRANSITION, Found, Scope, WorkItem
from icm_desktop.queries.work_kept import is_kept, kept_rows

KEPT = "readmitted"
_TWO = 2
_NOT_YET = "9999"
_NOT_A_STAY = ("entered-in-error", "cancelled", "planned")


@requires(Privilege.CLINICAL_READ)
def of_patient(uow: UnitOfWork, patient_id: int) -> ReadmissionRow | None:
    """The last readmission of a patient, as long as it began within the days that count as one."""
    rule, classes = content.readmission_rule(), practice_policies(uow).after_discharge.stays
    rows = uow.session.execute(_stays(), {"patient": patient_id, "classes": list(classes)}).all()
    found = rules.readmissions(stays_of(rows, uow, classes), rule.first_day, rule.last_day)
    last = max(found, key=lambda one: one.began, default=None)
    if last is None or (uow.today - last.began).days > rule.last_day:
        return None
    return ReadmissionRow(last.index_ended, last.began, last.days)


@requires(Privilege.WORKLIST)
def readmission_items(uow: UnitOfWork, scope: Scope) -> Found:
    """A row for each readmission of the last days: the team learns of it the day the records do.

    Today has them by what is kept (`db.kept_work`); a day that was, or some patients, by the records.
    """
    if not scope.wants("transition"):
        return Found((), ())
    if is_kept(scope):
        return _by_what_is_kept(scope)
    return scope.settled(_item(scope, one, coordinator) for one, coordinator in _lately(uow, scope))


@requires(Privilege.WORKLIST)
def whole_readmissions(uow: UnitOfWork, scope: Scope, items: Sequence[WorkItem]) -> list[WorkItem]:
    """Items that so far have only a rank, with everything a row shows."""
    keys = [item.key for item in items if item.key == _key(item.number)]
    return list(scope.settled(_of_keys(scope, keys)).items)


@requires(Privilege.SIGN_IN)
def readmitted(uow: UnitOfWork, ids: Sequence[int]) -> list[kept_work.Row]:
    """What is to be kept of these patients: every readmission that is or will be on the list, whoever looks at it."""
    rule, classes = content.readmission_rule(), practice_policies(uow).after_discharge.stays
    told = dt.timedelta(days=rule.told_days)
    first = uow.today - told - dt.timedelta(days=rule.last_day)
    whole: dict[int, list[StoredStay]] = defaultdict(list)
    for row in stays(uow.session.connection(), ids, classes, first.isoformat()):
        whole[row.patient_id].append(row)
    found = []
    for patient_id, rows in whole.items():
        for one in _of_stays(uow, rows, classes):
            if one.began + told >= uow.today:
                whose, ended, began = rows[0].coordinator_id or 0, one.index_ended.isoformat(), one.began.isoformat()
                last = (one.began + told).isoformat()
                found.append(kept_work.Row(KEPT, one.stay_id, patient_id, ended, began, began, last, whose))
    return found


def _of_stays(uow: UnitOfWork, rows: Sequence[Any], classes: tuple[str, ...]) -> Sequence[rules.Readmission]:
    if len(rows) < _TWO:
        return ()
    rule = content.readmission_rule()
    return rules.readmissions(stays_of(rows, uow, classes), rule.first_day, rule.last_day)


def _by_what_is_kept(scope: Scope) -> Found:
    told = dt.timedelta(days=content.readmission_rule().told_days)
    rows = kept_rows(scope, (scope.day - told, scope.day)).every(KEPT)
    noted = {key for key in scope.noted("encounter") if key.endswith(":readmission")}
    light = (scope.light(_key(row.row_id), "transition", scope.day, TRANSITION, "") for row in rows)
    left = [item for item in light if item.key not in noted]
    settled = scope.settled(_of_keys(scope, [key for row in rows if (key := _key(row.row_id)) in noted]))
    counts = Counter({"due_today": len(left)}) + Counter(dict(settled.counts))
    return Found((*left, *settled.items), tuple(counts.items()))


def _of_keys(scope: Scope, keys: Sequence[str]) -> Iterator[WorkItem]:
    """The rows with these keys, by the records of their patients."""
    if not keys:
        return
    ids = as_text({int(key.split(":")[1]) for key in keys})
    patients = frozenset(scope.uow.session.scalars(_patients_of(), {"ids": ids}))
    for one, coordinator in _lately(scope.uow, replace(scope, patients=patients)):
        item = _item(scope, one, coordinator)
        if item.key in keys:
            yield item


def _key(stay_id: int) -> str:
    return f"encounter:{stay_id}:readmission"


def _lately(uow: UnitOfWork, scope: Scope) -> Iterable[tuple[tuple[int, rules.Readmission], int | None]]:
    rule, classes = content.readmission_rule(), scope.policies.after_discharge.stays
    recent = scope.day - dt.timedelta(days=rule.told_days)
    first = recent - dt.timedelta(days=rule.last_day)
    whole: dict[int, list[Any]] = defaultdict(list)
    if scope.patients is None:
        values = {"first": first.isoformat(), "recent": recent.isoformat()}
        ids = [ids for _, ids in uow.session.execute(_twice(classes), values)]
        for row in uow.session.execute(_whole(), {"ids": f"[{','.join(ids)}]"}) if ids else ():
            whole[row.patient_id].append(row)
    else:
        for stay in stays(uow.session.connection(), scope.patients, classes, first.isoformat()):
            whole[stay.patient_id].append(stay)
    for patient_id, rows in whole.items():
        for one in _of_stays(uow, rows, classes):
            if recent <= one.began <= scope.day:
                yield (patient_id, one), rows[0].coordinator_id


def _item(scope: Scope, found: tuple[int, rules.Readmission], coordinator_id: int | None) -> WorkItem:
    patient_id, one = found
    return WorkItem(
        key=_key(one.stay_id),
        section="due_today",
        kind="transition",
        patient_id=patient_id,
        title="today.readmitted",
        title_params=(("days", str(one.days)),),
        neutral="today.neutral_item",
        why="today.why_readmitted",
        why_params=(("discharged_on", one.index_ended.isoformat()), ("found_on", one.began.isoformat())),
        due=one.began,
        priority=TRANSITION,
        owner=scope.coordinator(coordinator_id),
        can_finish=scope.clinical,
    )


@cache
def _patients_of() -> Select[int]:
    return select(Encounter.patient_id).where(Encounter.id.in_(listed(bindparam("ids", type_=String))))


# Built once: putting a statement together costs more than running it.
_COLUMNS = (
    Encounter.id, Encounter.patient_id, Encounter.class_code, Encounter.starts_when, Encounter.ends_when,
    Encounter.priority, Encounter.text, Encounter.admitted_from, Encounter.version,
)  # fmt: skip


def _counts(wanted: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    return wanted.where(
        Encounter.removed_at.is_(None), or_(Encounter.status.is_(None), Encounter.status.not_in(_NOT_A_STAY))
    )


@cache
def _stays() -> Select[*tuple[Any, ...]]:
    theirs = select(*_COLUMNS).where(Encounter.patient_id == bindparam("patient"))
    classes = bindparam("classes", expanding=True, type_=String)
    return _counts(theirs.where(Encounter.class_code.in_(classes)).order_by(Encounter.starts_when, Encounter.id))


def _since() -> ColumnElement[bool]:
    return or_(Encounter.ends_when >= bindparam("first", type_=String), Encounter.ends_when.is_(None))


@cache
def _twice(classes: tuple[str, ...]) -> Select[*tuple[Any, ...]]:
    """Who was in hospital twice since `first`, one stay at least of late, and the ids of these stays with commas.

    Answered by the index of stays alone.
    """
    ended = func.coalesce(Encounter.ends_when, _NOT_YET)
    stays = func.group_concat(Encounter.id)
    wanted = select(Encounter.patient_id, stays).where(Encounter.class_code.in_(classes), _since())
    late = func.max(ended) >= bindparam("recent", type_=String)
    return _counts(wanted).group_by(Encounter.patient_id).having(func.count() > 1, late)


@cache
def _whole() -> Select[*tuple[Any, ...]]:
    """These stays, whose patients live; by their ids, since a patient has many visits that are none."""
    wanted = (
        select(*_COLUMNS, Patient.coordinator_id)
        .join(Patient, Patient.id == Encounter.patient_id)
        .where(
            Encounter.id.in_(listed(bindparam("ids", type_=String))),
            Patient.deceased.is_(False),
        )
    )
    return _counts(wanted).order_by(Encounter.starts_when, Encounter.id)
