"""The people behind a number of a measure, with the dated facts that put them there: asked of the same question."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import CTE, ColumnElement, func, select

from db.measure_facts import KINDS, concept, record_of
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.common import Page
from icm_desktop.contracts.measures import INITIAL, AskPeople, Evidence, MeasuredEvent, MeasuredPerson
from icm_desktop.domain.measures.clock import FOREVER_DAY
from icm_desktop.domain.units import unit_text
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.heads import heads
from icm_desktop.queries.measure_results import Question, condition_of
from icm_desktop.queries.measuring.compile import POPULATIONS, population_column
from icm_desktop.queries.measuring.strata import keys_of

_FIRST, _LAST = 1, dt.date.max.toordinal()


@requires(Privilege.CLINICAL_READ)
def people(uow: UnitOfWork, asked: AskPeople) -> Page[MeasuredPerson]:
    """Who belongs to a part of a rate, in the order of their records.

    Raises:
        NotFound: see `measure_results.result`.
    """
    question = Question(uow, asked.of)
    total, rows = _page(question, asked)
    ids = [row["patient_id"] for row in rows]
    shown = _evidence(uow, asked, ids) if asked.evidence else {}
    named = heads(uow, ids)
    found_people = tuple(
        MeasuredPerson(named[one], _populations(question, row), tuple(shown.get(one, ())))
        for one, row in zip(ids, rows, strict=True)
        if one in named
    )
    return Page(found_people, total, asked.offset)


@requires(Privilege.CLINICAL_READ)
def events(uow: UnitOfWork, asked: AskPeople) -> Page[MeasuredEvent]:
    """The events behind a number of a rate that counts them, each with its day.

    Raises:
        NotFound: see `measure_results.result`.
    """
    question = Question(uow, asked.of, shown=True)
    title = question.measure.facts[question.measure.groups[asked.rate].initial].title
    total, rows = _page(question, asked, asked.rate)
    named = heads(uow, {row["patient_id"] for row in rows})
    found = tuple(
        MeasuredEvent(named[row["patient_id"]], _day(row["day"]), title, *record_of(row["key"]))
        for row in rows if row["patient_id"] in named
    )  # fmt: skip
    return Page(found, total, asked.offset)


def _page(question: Question, asked: AskPeople, events_of: int | None = None) -> tuple[int, list[Any]]:
    """How many there are, and the rows of the page, by the question that also makes the number."""
    uow, total, rows = question.uow, 0, list[Any]()
    keys = keys_of(asked.of.by, uow, asked.of.end).subquery() if asked.of.by else None
    rate = asked.rate if events_of is None else 0
    for people_of_slice, params in question.slices(events_of):
        found = people_of_slice.subquery()
        query = select(found)
        if asked.part == INITIAL:
            query = query.where(found.c[population_column(rate, POPULATIONS[0])] >= 0)  # of any rate
        else:
            query = query.where(condition_of(found, rate, asked.part))
        if keys is not None:
            query = query.outerjoin(keys, keys.c.patient_id == found.c.patient_id)
            query = query.where(keys.c.key.is_(None) if asked.key is None else keys.c.key == asked.key)
        skipped, wanted = max(0, asked.offset - total), asked.limit - len(rows)
        order = [found.c[name] for name in ("patient_id", "day", "key") if name in found.c]
        page = query.order_by(*order).limit(wanted).offset(skipped)
        here = uow.session.execute(page, params).mappings().all() if wanted else []
        rows += here
        if wanted and len(here) < wanted and (here or not skipped):  # these were the last ones
            total += skipped + len(here)
        else:
            total += uow.session.scalar(select(func.count()).select_from(query.subquery()), params) or 0
    return total, rows


def _populations(question: Question, row: Any) -> tuple[dict[str, int], ...]:
    return tuple(
        {name: int(row[population_column(number, name)]) for name in POPULATIONS}
        for number in range(len(question.measure.groups))
    )


def _evidence(uow: UnitOfWork, asked: AskPeople, ids: Sequence[int]) -> dict[int, list[Evidence]]:
    """The facts of the sets the measure shows, of these patients."""
    question = Question(uow, asked.of, only=ids, shown=True)
    found: dict[int, dict[tuple[str, int], Evidence]] = defaultdict(dict)
    for name in question.measure.shown:
        facts = question.compiler.facts(name)
        rows = uow.session.execute(
            select(
                facts.c.patient_id, facts.c.key, facts.c.kind, _began(facts), facts.c.end_day, facts.c.value_number,
                facts.c.value_unit, concept.c.code,
            ).outerjoin(concept, concept.c.id == facts.c.concept_id).order_by(facts.c.start_day, facts.c.key)
        )  # fmt: skip
        title = question.measure.facts[name].title
        for patient_id, key, kind, start, end, number, unit, code in rows:
            table, row_id = record_of(key)
            value = None if number is None else " ".join(filter(None, (f"{number:g}", unit_text(unit))))
            text = f"{KINDS[kind]} {code or ''}".strip()
            one = Evidence(title.get("en", name), text, _day(start), _day(end), value, table, row_id, title)
            found[patient_id].setdefault((name, key), one)
    return {patient_id: list(each.values()) for patient_id, each in found.items()}


def _began(facts: CTE) -> ColumnElement[int]:
    """When it began; what has no time of its own, when it was ordered."""
    return func.coalesce(facts.c.start_day, facts.c.recorded_day)


def _day(number: int | None) -> dt.date | None:
    return dt.date.fromordinal(number) if number is not None and _FIRST <= number < min(_LAST, FOREVER_DAY) else None
