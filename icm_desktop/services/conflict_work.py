"""Keeps the table of conflicts right: whom an act touched is checked again with it, everybody by a long job."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from db import conflict_work
from db.conflict_work import Checked, FoundRow
from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.content.conflicts import content_digest
from icm_desktop.contracts.conflicts import CheckedPatient, ConflictsRechecked
from icm_desktop.long_work import MOST_AT_ONCE, Progress, in_slices, long_work
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.conflict_recheck import checked_patients
from icm_desktop.queries.conflict_rows import found_row, merged
from icm_desktop.queries.conflict_work import everybody, outdated

if TYPE_CHECKING:  # which itself keeps the table right after every act
    from icm_desktop.practice import OpenPractice

ACTION = "services.conflict_work.recheck"
_DAY = dt.timedelta(days=1)
_NOTHING_FOUND = dt.timedelta(days=7)  # for who takes nothing and has no conflict: time alone brings hardly any


@requires(Privilege.SIGN_IN)
def keep_right(uow: UnitOfWork) -> None:
    """Check again everybody whose facts this transaction changed, while they are few."""
    uow.session.flush()
    changed = conflict_work.stale(uow.session.connection(), MOST_AT_ONCE + 1)
    if changed and len(changed) <= MOST_AT_ONCE:
        check_again(uow, changed)


@requires(Privilege.SIGN_IN)
def check_again(uow: UnitOfWork, ids: Sequence[int]) -> None:
    """Check these patients by today's rules and keep what it comes to."""
    store(uow, checked_patients(uow, ids, uow.today), ids)


@long_work
@requires(Privilege.SIGN_IN)
def recheck(practice: OpenPractice, *, progress: Progress) -> ConflictsRechecked:
    """Check everybody of whom the kept conflicts may not be right any more: after a night, an import, new rules.

    Each slice is a transaction of its own. What was done stays when it is cancelled, and the rest is done next time.

    Raises:
        JobCancelled: by `progress`.
    """
    with practice.read() as uow:
        ids = outdated(uow)
    return _each(practice, ids, progress)


@long_work
@requires(Privilege.CLINICAL_READ)
def recheck_everybody(practice: OpenPractice, *, progress: Progress) -> ConflictsRechecked:
    """Check every patient of the practice by the rules as they are now, whatever was found before.

    Raises:
        JobCancelled: by `progress`; what was done stays.
    """
    with practice.read() as uow:
        ids = everybody(uow)
    return _each(practice, ids, progress)


def _each(practice: OpenPractice, ids: Sequence[int], progress: Progress) -> ConflictsRechecked:
    def check(some: Sequence[int]) -> None:
        with practice.write(ACTION) as uow:
            check_again(uow, some)

    in_slices(ids, progress, check)
    return ConflictsRechecked(len(ids), Changes.of("conflict", "worklist") if ids else Changes())


@requires(Privilege.SIGN_IN)
def store(uow: UnitOfWork, checked: dict[int, CheckedPatient], ids: Iterable[int]) -> None:
    """Keep what checks came to; what is not found any more is gone from today on, and stays readable.

    Args:
        uow: The running transaction.
        checked: By patient; who is missing has no record any more, so nothing of theirs stands.
        ids: Whom it is about.
    """
    wanted, connection = list(ids), uow.session.connection()
    kept: dict[int, dict[tuple[str, str, str], FoundRow]] = {one: {} for one in wanted}
    for row in conflict_work.of_patients(connection, wanted):
        kept[row.patient_id][row.rule, row.subject, row.fingerprint] = row
    rows: list[FoundRow] = []
    for patient_id in wanted:
        found = checked[patient_id].findings if patient_id in checked else ()
        before = kept[patient_id]
        for one in (found_row(patient_id, each, uow.today) for each in found):
            rows.append(merged(one, before.pop((one.rule, one.subject, one.fingerprint), None), uow.today))
        rows += (replace(one, gone_on=uow.today.isoformat()) for one in before.values() if one.gone_on is None)
    conflict_work.store(connection, rows, [_checked(uow.today, one, checked.get(one)) for one in wanted])


def _checked(day: dt.date, patient_id: int, one: CheckedPatient | None) -> Checked:
    if one is None:
        return Checked(patient_id, day.isoformat(), conflict_work.NEVER, content_digest(), 0, 0, "[]")
    again = day + (_DAY if one.medicines or one.findings else _NOTHING_FOUND)
    missing = json.dumps([[each.text, each.why] for each in one.not_checked])
    return Checked(
        patient_id, day.isoformat(), again.isoformat(), content_digest(), one.medicines, one.checked, missing
    )
