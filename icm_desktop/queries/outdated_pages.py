"""Patients who hold a page that does not say what it would say now."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import select, text

from db.models.access import UserAccount
from db.models.papers import Handout
from db.models.patient import Patient
from db.page_work import Outdated
from db.search import among
from db.unit_of_work import UnitOfWork
from icm_desktop.content.handed_out import handed_out
from icm_desktop.contracts.handed_out import OutdatedFilter, OutdatedPages, OutdatedRow
from icm_desktop.contracts.handouts import HandoutRequest
from icm_desktop.permissions import Privilege, allows, requires
from icm_desktop.queries.heads import heads
from icm_desktop.queries.page_facts import compared, waiting

_KEPT = text("SELECT * FROM page_outdated WHERE printed_on >= :since ORDER BY printed_on, handout_id")
_PATIENTS = text(
    "SELECT count(DISTINCT patient_id) FROM page_outdated INDEXED BY ix_page_outdated_printed_on "
    "WHERE printed_on >= :since"
)
_OF_ONE = text("SELECT * FROM page_outdated WHERE patient_id = :patient")
_STALE = text("SELECT patient_id FROM page_stale WHERE patient_id = :patient")


@requires(Privilege.PRINT_HANDOUT)
def outdated(uow: UnitOfWork, wanted: OutdatedFilter) -> OutdatedPages:
    """The pages, those that were printed longest ago first, with how many there are of each kind."""
    found = [one for one in _kept(uow, wanted) if not wanted.my_patients or one.patient_id in _mine(uow)]
    of_kind = Counter(one.kind for one in found)
    chosen = [one for one in found if wanted.kind in (None, one.kind)]
    part = chosen[wanted.offset : wanted.offset + wanted.limit]
    return OutdatedPages(
        tuple(_rows(uow, part)), len(chosen), tuple(sorted(of_kind.items())), len({one.patient_id for one in found}),
        0 if wanted.patient_id else waiting(uow),
    )  # fmt: skip


@requires(Privilege.PRINT_HANDOUT)
def how_many(uow: UnitOfWork) -> int:
    """How many patients hold an outdated page, as far as it was compared: a list asks this at every key."""
    return int(uow.session.connection().execute(_PATIENTS, _since(uow)).scalar_one())


@requires(Privilege.PRINT_HANDOUT)
def sections_of(uow: UnitOfWork, patient_id: int) -> dict[int, tuple[str, ...]]:
    """What reads differently on each outdated page of a patient, by page."""
    return {one.handout_id: tuple(json.loads(one.what)) for one in _of_one(uow, patient_id)}


def _kept(uow: UnitOfWork, wanted: OutdatedFilter) -> list[Outdated]:
    """As it was compared last; of one patient as it is now, of everybody the job in the background goes on."""
    if wanted.patient_id is not None:
        return list(_of_one(uow, wanted.patient_id))
    return [Outdated(*row) for row in uow.session.connection().execute(_KEPT, _since(uow))]


def _since(uow: UnitOfWork) -> dict[str, str]:
    return {"since": (uow.today - handed_out().compared).isoformat()}


def _since_before(fresh: Iterable[Outdated], kept: Iterable[Outdated]) -> Iterable[Outdated]:
    before = {one.handout_id: one.since for one in kept}
    return (replace(one, since=before.get(one.handout_id, one.since)) for one in fresh)


def _of_one(uow: UnitOfWork, patient_id: int) -> Iterable[Outdated]:
    connection, who = uow.session.connection(), {"patient": patient_id}
    kept = [Outdated(*row) for row in connection.execute(_OF_ONE, who)]
    if connection.execute(_STALE, who).first() is None and not any(
        one.again_on and one.again_on <= uow.today.isoformat() for one in kept
    ):
        return kept
    return _since_before(compared(uow, [patient_id]), kept)


def _mine(uow: UnitOfWork) -> frozenset[int]:
    known: frozenset[int] | None = uow.session.info.get("outdated_pages.mine")
    if known is None:
        wanted = select(Patient.id).where(Patient.coordinator_id == uow.actor.user_id, Patient.removed_at.is_(None))
        known = uow.session.info["outdated_pages.mine"] = frozenset(uow.session.scalars(wanted))
    return known


def _rows(uow: UnitOfWork, found: list[Outdated]) -> Iterable[OutdatedRow]:
    ids = among([one.handout_id for one in found])
    known = {
        row.id: row
        for row in uow.session.execute(
            select(
                Handout.id, Handout.language, Handout.large_print, Handout.paper, Handout.sent_to, Handout.contact_id,
                Handout.sensitive_ids, UserAccount.display_name,
            )
            .join(UserAccount, UserAccount.id == Handout.made_by_id)
            .where(Handout.id.in_(ids))
        )
    }  # fmt: skip
    people = heads(uow, [one.patient_id for one in found])
    may_tick = allows(uow.actor.role, Privilege.CLINICAL_READ)
    for one in found:
        row, head = known.get(one.handout_id), people.get(one.patient_id)
        if row is None or head is None:
            continue
        ticked = tuple(row.sensitive_ids or ())
        again = HandoutRequest(
            one.patient_id, one.kind, row.language, row.large_print, row.paper, ticked if may_tick else (),
            with_sheets=True,
        )  # fmt: skip
        yield OutdatedRow(
            one.handout_id, head, one.kind, row.language, row.large_print, dt.date.fromisoformat(one.printed_on),
            dt.date.fromisoformat(one.since), row.display_name, row.sent_to, row.contact_id,
            tuple(json.loads(one.what)), again, bool(ticked) and not may_tick,
        )  # fmt: skip
