"""Facts out of what people here did: plans, pages, contacts, steps of referrals, answers, and what discharges ask."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from db.measure_facts import Row, key_of
from db.repositories.measure_events import Event
from icm_desktop.content.transitions import clock_rules
from icm_desktop.domain import moments
from icm_desktop.domain.deadlines import Within
from icm_desktop.queries.measuring.asked import CONTACT_DUE, FIRST_VISIT, OWN, VISIT_DUE
from icm_desktop.queries.measuring.slices import Slice

_KEPT = "fulfilled"


def events(some: Slice) -> Iterator[Row]:
    """What was done. A contact was `recorded` on the day what it was about fell due, where that is known.

    Of a task the day is kept as it is now: one that was put off counts as due then.
    """
    due = _contacts_due(some)
    for one in some.rows.events():
        concept = some.asked.one(OWN, one.what)
        if concept is not None:
            about = key_of(one.about_table, one.about_id) if one.about_table and one.about_id is not None else None
            yield Row(
                one.patient_id, "Event", key_of(one.table, one.id), concept, status=one.status, related_key=about,
                value_number=one.value, has_value=int(one.value is not None), **some.span(one.first, one.last),
                **some.recorded(_due(some, one, due)),
            )  # fmt: skip


def _due(some: Slice, one: Event, stays: dict[int, dt.date]) -> str | None:
    """The local day that what a contact was about fell due."""
    if one.stay is not None:
        day = stays.get(one.stay)
        return day.isoformat() if day else None
    return one.due


def _contacts_due(some: Slice) -> dict[int, dt.date]:
    """By stay the day until which somebody is to be called."""
    rules, calendar = clock_rules(some.policies), some.policies.shipped_calendar
    return {stay: rules.contact.after(day, calendar) for _, stay, day, _ in _discharges(some)}


def discharges(some: Slice) -> Iterator[Row]:
    """What each discharge asks: a contact, and a visit, each from that day to the last one in time."""
    rules, calendar, said = clock_rules(some.policies), some.policies.shipped_calendar, some.rows.visits_due()
    for patient_id, stay, day, status in _discharges(some):
        complexity, own = said.get(stay, (None, None))
        visit = Within(days=own) if own is not None else rules.visits.get(complexity or "", rules.visits[""])
        for what, within in ((CONTACT_DUE, rules.contact), (VISIT_DUE, visit)):
            concept = some.asked.one(OWN, what)
            if concept is not None:
                last = within.after(day, calendar)
                times = some.span(day.isoformat(), last.isoformat())
                yield Row(patient_id, "Event", key_of("encounter", stay), concept, status=status, **times)


def _discharges(some: Slice) -> Iterator[tuple[int, int, dt.date, str | None]]:
    """Patient, stay, local day it ended, and its status."""
    classes = some.policies.after_discharge.stays
    for row in some.rows.of("encounter"):
        patient_id, row_id, _, _, _, _, status, class_code, _, ends = row
        day = moments.local_day(ends, some.zone) if class_code in classes else None
        if day is not None:
            yield patient_id, row_id, day, status


def first_visit(some: Slice) -> Iterator[Row]:
    """The first visit here that each patient kept, and when it (or the one it was put in the place of) was booked."""
    concept = some.asked.one(OWN, FIRST_VISIT)
    if concept is None:
        return
    rows = {row[1]: row for row in some.rows.appointments()}
    first: dict[int, tuple[Any, ...]] = {}
    for row in rows.values():
        patient_id, starts = row[0], row[4]
        kept = row[3] == _KEPT and starts is not None
        if kept and (patient_id not in first or starts < first[patient_id][4]):
            first[patient_id] = row
    for patient_id, row in first.items():
        yield Row(
            patient_id, "Event", key_of("appointment", row[1]), concept, status=row[3],
            **some.at(row[4]), **some.recorded(_booked(rows, row)),
        )  # fmt: skip


def _booked(rows: dict[int, tuple[Any, ...]], row: tuple[Any, ...]) -> str | None:
    """When the first of the visits that were moved was booked here; what was imported does not say."""
    seen = set[int]()
    while row[7] in rows and row[7] not in seen:
        seen.add(row[7])
        row = rows[row[7]]
    return None if row[2] is not None else row[6]
