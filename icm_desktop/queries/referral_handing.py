"""Late referrals that went on to somebody, as far as the record does not say so yet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from sqlalchemy import String, bindparam, select

from db.models.audit import AuditEvent
from db.search import as_text, listed
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.referrals import LadderStep, ReferralFilter, ReferralRow
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.referrals import rows

LATE, HANDED_ON = "referral.late", "referral.handed_on"
TABLE = "service_request"


@requires(Privilege.REFERRAL_LOGISTICS)
def to_note(uow: UnitOfWork) -> tuple[int, ...]:
    """Ids of the referrals on the board that went on to somebody without an entry in their history."""
    late = [row for row in rows(uow, ReferralFilter(stuck=True)) if row.ladder]
    return tuple(dict.fromkeys(row.id for row, _ in went_on(uow, late)))


@requires(Privilege.REFERRAL_LOGISTICS)
def went_on(uow: UnitOfWork, late: Iterable[ReferralRow]) -> Iterator[tuple[ReferralRow, LadderStep]]:
    """Every step that was reached and has no entry yet; of one limit a step is noted once."""
    late = tuple(late)
    noted: dict[int, set[tuple[str, str]]] = defaultdict(set)
    entries = select(AuditEvent.object_id, AuditEvent.detail).where(
        AuditEvent.object_kind == TABLE,
        AuditEvent.object_id.in_(listed(bindparam("ids", type_=String))),
        AuditEvent.event == LATE,
    )
    for entry in uow.session.execute(entries, {"ids": as_text(row.id for row in late)}) if late else ():
        noted[entry.object_id].add((entry.detail["to"], entry.detail["on"]))
    for row in late:
        for step in row.ladder:
            if step.on <= uow.today and (step.to, step.on.isoformat()) not in noted[row.id]:
                yield row, step
