"""The shift handoff, made from the activity log: who did what how often on a day, and how much is left open."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Row, select

from db.models.access import UserAccount
from db.models.audit import Action, AuditEvent
from db.models.plan import ContactLog
from db.search import among
from db.unit_of_work import UnitOfWork
from icm_desktop.content.sheets import sheet
from icm_desktop.contracts.closing import AskHandoff, Handoff
from icm_desktop.contracts.worklist import WorkFilter
from icm_desktop.domain import appointment_states as states
from icm_desktop.domain.timeslots import day_span
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries import queues
from icm_desktop.queries.appointments import between

Stored = Row[*tuple[Any, ...]]
UNSETTLED = states.COMING | states.HERE
_STATUS, _CALL = "services.scheduling.set_status", "services.follow_up.log_contact"
_ACTS = {
    "services.scheduling.book": "booked",
    "services.series.book_series": "booked",
    "services.scheduling.record_outside": "outside",
    "services.scheduling.move": "moved",
    "services.series.change_series": "moved",
    "services.series.cancel_series": "cancelled",
    "services.scheduling.book_again": "booked_again",
    "services.follow_up.finish": "finished",
    "services.follow_up.hold": "held",
    "services.registration.register": "registered",
}
_FAMILIES = {
    "wait_list": "wait_list",
    "referrals": "referrals",
    "referral_notes": "referrals",
    "referral_packets": "referrals",
    "letters": "letters",
    "handouts": "handouts",
}


@requires(Privilege.WORKLIST)
def handoff(uow: UnitOfWork, asked: AskHandoff) -> Handoff:
    """What was done on a day and what is left of it, without a patient's name."""
    words = sheet("handoff", asked.language)
    acts = _standing(_acts(uow, asked))
    details = _statuses(uow, acts) | _outcomes(uow, acts)
    done: dict[str, Counter[str]] = defaultdict(Counter)
    for act in acts:
        done[act.display_name or words["program"]][_code(act, details)] += 1
    order = list(words)
    people = tuple(
        (who, tuple((words[f"did_{code}"], count) for code, count in sorted(
            counts.items(), key=lambda each: order.index(f"did_{each[0]}"))))
        for who, counts in sorted(done.items())
    )  # fmt: skip
    return Handoff(asked.day, people, tuple(_left(uow, asked, words)))


def _unsettled(uow: UnitOfWork, asked: AskHandoff) -> int:
    """How many visits of the day nobody said the end of."""
    return sum(not each.outside and each.status in UNSETTLED for each in between(uow, asked.day, asked.day))


def _acts(uow: UnitOfWork, asked: AskHandoff) -> Sequence[Stored]:
    span = day_span(asked.day, uow.zone)
    wanted = (
        select(Action.id, Action.name, Action.undo_of, UserAccount.display_name)
        .outerjoin(UserAccount, UserAccount.id == Action.user_id)
        .where(Action.at >= span.starts_at, Action.at < span.ends_at)
        .order_by(Action.at, Action.id)
    )
    return uow.session.execute(wanted).all()


def _standing(acts: Sequence[Stored]) -> list[Stored]:
    """Acts that were not taken back; an undo that was itself taken back takes nothing back."""
    undone: set[int] = set()
    found = []
    for act in sorted(acts, key=lambda each: each.id, reverse=True):
        if act.id in undone:
            continue
        if act.undo_of is None:
            found.append(act)
        else:
            undone.add(act.undo_of)
    return found


def _code(act: Stored, details: dict[int, str]) -> str:
    family = act.name.removeprefix("services.").split(".")[0]
    return details.get(act.id) or _ACTS.get(act.name) or _FAMILIES.get(family, "other")


def _statuses(uow: UnitOfWork, acts: Iterable[Stored]) -> dict[int, str]:
    known = {states.ARRIVED: "arrived", states.CHECKED_IN: "arrived", states.FULFILLED: "seen",
             states.NO_SHOW: "no_show", states.CANCELLED: "cancelled"}  # fmt: skip
    wanted = select(AuditEvent.action_id, AuditEvent.object_kind, AuditEvent.changes).where(_of(acts, _STATUS))
    return {
        row.action_id: known[row.changes["status"][1]]
        for row in uow.session.execute(wanted)
        if row.object_kind == "appointment" and (row.changes or {}).get("status", ("", ""))[1] in known
    }


def _outcomes(uow: UnitOfWork, acts: Iterable[Stored]) -> dict[int, str]:
    wanted = (
        select(AuditEvent.action_id, AuditEvent.object_kind, ContactLog.outcome)
        .join(ContactLog, ContactLog.id == AuditEvent.object_id)
        .where(_of(acts, _CALL))
    )
    found = uow.session.execute(wanted)
    return {row.action_id: f"call_{row.outcome}" for row in found if row.object_kind == ContactLog.__tablename__}


def _of(acts: Iterable[Stored], name: str) -> Any:
    return AuditEvent.action_id.in_(among({act.id for act in acts if act.name == name}))


def _left(uow: UnitOfWork, asked: AskHandoff, words: dict[str, Any]) -> Iterable[tuple[str, int]]:
    yield words["left_no_status"], _unsettled(uow, asked)
    on = asked.day if asked.day < uow.today else None
    counts = dict(queues.counts(uow, WorkFilter(everyone=True, on=on)).counts)
    for name in ("tomorrow", "follow_up", "unscheduled", "quiet", "wait_list"):
        yield words[f"left_{name}"], counts[name]
