"""What pages that were handed out say, against what they would say now."""

from __future__ import annotations

import copy
import datetime as dt
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from db import page_work
from db.models.papers import Handout
from db.models.patient import Patient
from db.page_work import Outdated
from db.search import among
from db.unit_of_work import UnitOfWork
from icm_desktop.content.handed_out import handed_out
from icm_desktop.contracts.handouts import KINDS, NEXT_STEPS, Fact, HandoutRequest
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries import handouts, patient_sheets
from icm_desktop.queries.handout_head import reading_all


@dataclass(frozen=True, slots=True)
class HeldPage:
    """The newest page of a kind that somebody got; `facts`: what it said, with what was told since."""

    id: int
    patient_id: int
    kind: str
    language: str
    printed_on: dt.date
    made_at: dt.datetime
    sensitive_ids: tuple[str, ...]
    facts: tuple[Fact, ...]


@requires(Privilege.PRINT_HANDOUT)
def held(uow: UnitOfWork, patient_ids: Iterable[int]) -> tuple[HeldPage, ...]:
    """The page of each kind these patients were handed last, and the last one of each person who got a copy.

    Whoever died or has no record any more holds none.
    """
    rows = uow.session.execute(
        select(
            Handout.id, Handout.patient_id, Handout.kind, Handout.language, Handout.printed_on, Handout.made_at,
            Handout.sensitive_ids, Handout.facts, Handout.told_facts, Handout.contact_id,
        )
        .join(Patient, Patient.id == Handout.patient_id)
        .where(
            Handout.patient_id.in_(among(list(patient_ids))),
            Handout.facts.is_not(None),
            Handout.handed_to.is_not(None),
            Handout.removed_at.is_(None),
            Handout.printed_on >= uow.today - handed_out().compared,
            Handout.kind.in_(KINDS),
            Patient.removed_at.is_(None),
            Patient.deceased.is_not(True),
        )
        .order_by(Handout.made_at.desc(), Handout.id.desc())
    )  # fmt: skip
    newest: dict[tuple[int, str, int | None], Any] = {}
    for row in rows:
        newest.setdefault((row.patient_id, row.kind, row.contact_id), row)
    return tuple(
        HeldPage(
            row.id, row.patient_id, row.kind, row.language, row.printed_on, row.made_at,
            tuple(row.sensitive_ids or ()), stored_facts(row.told_facts or row.facts),
        )
        for row in newest.values()
    )  # fmt: skip


@requires(Privilege.PRINT_HANDOUT)
def facts_now(uow: UnitOfWork, page: HeldPage) -> tuple[Fact, ...]:
    """What the page would say by the records of now, had it been printed on its own day.

    So what only time changed (a visit that is over, "by Friday") is no difference.
    """
    then = copy.copy(uow)  # reads in the same transaction as of another day
    then.now, then.today = page.made_at, page.printed_on
    request = HandoutRequest(page.patient_id, page.kind, page.language, sensitive_ids=page.sensitive_ids)
    with reading_all():
        of = handouts.next_steps if page.kind == NEXT_STEPS else patient_sheets.sheet
        return of(then, request).said.facts


@requires(Privilege.PRINT_HANDOUT)
def compared(uow: UnitOfWork, patient_ids: Sequence[int]) -> tuple[Outdated, ...]:
    """The outdated ones among the pages that these patients hold."""
    return tuple(_outdated(uow, held(uow, patient_ids)))


def _outdated(uow: UnitOfWork, pages: Iterable[HeldPage]) -> Iterator[Outdated]:
    for page in pages:
        different = differences(page.facts, facts_now(uow, page), _instant(uow))
        if different:
            sections = sorted({one.section for one in different})
            ends = [one.until for one in different]
            again = max(filter(None, ends)) if all(ends) else None
            yield Outdated(
                page.id, page.patient_id, page.kind, page.printed_on.isoformat(), uow.today.isoformat(),
                _day_after(uow, again), json.dumps(sections),
            )  # fmt: skip


def differences(said: Iterable[Fact], now: Iterable[Fact], at: str) -> list[Fact]:
    """What stands on only one side, or reads differently, and still matters.

    Args:
        said: Facts of the page.
        now: Facts of the records.
        at: The instant, ISO in UTC.
    """
    return [one for one in set(said) ^ set(now) if one.until is None or one.until > at]


def stored_facts(rows: Iterable[Sequence[str | None]]) -> tuple[Fact, ...]:
    """Facts as they are kept with a page."""
    return tuple(Fact(str(row[0]), str(row[1]), str(row[2]), row[3]) for row in rows)


def facts_stored(facts: Iterable[Fact]) -> list[list[str | None]]:
    """Facts in the form they are kept in."""
    return [[one.section, one.id, one.digest, one.until] for one in facts]


@requires(Privilege.SIGN_IN)
def waiting(uow: UnitOfWork) -> int:
    """Of how many patients the pages must be compared again."""
    return len(page_work.waiting(uow.session.connection(), uow.today.isoformat()))


def _instant(uow: UnitOfWork) -> str:
    """Now; of a day that is not today its beginning, as pages of that day are made."""
    if uow.now.astimezone(uow.zone).date() == uow.today:
        return uow.now.isoformat()
    return dt.datetime.combine(uow.today, dt.time(), uow.zone).astimezone(dt.UTC).isoformat()


def _day_after(uow: UnitOfWork, until: str | None) -> str | None:
    if until is None:
        return None
    return (dt.datetime.fromisoformat(until).astimezone(uow.zone).date() + dt.timedelta(days=1)).isoformat()
