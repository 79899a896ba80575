"""The timeline: one page of everything that happened, asked of the database as one question."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Select, String, Subquery, func, literal, select, union_all

from db.models.clinical import Encounter, Observation, ObservationComponent
from db.models.documents import Document
from db.sql_functions import offer
from db.unit_of_work import UnitOfWork
from icm_desktop.content import codes, units
from icm_desktop.contracts.common import Page
from icm_desktop.contracts.records import FactRef
from icm_desktop.contracts.timeline import ResultPart, TimelineFilter, TimelineRow
from icm_desktop.domain import abnormal, finding, moments
from icm_desktop.domain.records import MISTAKEN
from icm_desktop.domain.units import number_text, quantity_text, unit_text
from icm_desktop.permissions import Privilege, allows, requires
from icm_desktop.queries.record_values import value_text
from icm_desktop.queries.timeline_arms import DUE, LOOKS, PATIENT, SINCE, Asked, arms
from icm_desktop.queries.timeline_due import due_lines

_LOCAL_DAY, _FINDS, _RESULT_NAME = "icm_local_day", "icm_finds", "icm_result_name"
_MOST_PARTS = 6
_WHOLE = len("2026-01-01")
_Day = tuple[str, str, bool]  # local day, category, entered in error
_VALUES = (
    Observation.category,
    Observation.status,
    Observation.text,
    Observation.code,
    Observation.value_number,
    Observation.value_comparator,
    Observation.value_unit,
    Observation.value_text,
    Observation.value_code,
    Observation.reference_low,
    Observation.reference_high,
    Observation.reference_text,
)


@requires(Privilege.DEMOGRAPHICS)
def timeline(uow: UnitOfWork, wanted: TimelineFilter) -> Page[TimelineRow]:
    """A page of the timeline, newest first, with what is due; roles without clinical facts see logistics only.

    Args:
        uow: The unit of work; days are those of its zone.
        wanted: Whose, what of it, and from which entry on.
    """
    words = finding.words_of(wanted.search)
    offer_days(uow, words)
    values = asked_values(uow, wanted.patient_id, wanted.since)
    if wanted.since is None and (not wanted.groups or "due" in wanted.groups):
        values[DUE.key] = due_lines(uow, wanted.patient_id)
    found = uow.session.execute(_question(uow, wanted, words), values).all()
    parts = _parts(uow, wanted, [row for row in found if row.kind == "observation" and row.sought is None])
    rows = tuple(_row(row, words, parts) for row in found)
    if not found and wanted.offset:
        return Page((), timeline(uow, _from_start(wanted)).total, wanted.offset)
    return Page(rows, found[0].total if found else 0, wanted.offset)


@requires(Privilege.CLINICAL_READ)
def organizations(uow: UnitOfWork, patient_id: int) -> tuple[str, ...]:
    """The organisations that a filter can choose, by name."""
    found: set[str] = set()
    for table in (Encounter, Document, Observation):
        named = select(table.organization).where(table.patient_id == patient_id, table.organization.is_not(None))
        found |= {name for name in uow.session.scalars(named.distinct()) if name}
    return tuple(sorted(found, key=str.casefold))


@requires(Privilege.DEMOGRAPHICS)
def asked_values(uow: UnitOfWork, patient_id: int, since: dt.datetime | None) -> dict[str, Any]:
    """Whose entries, and since when seen by whom."""
    values: dict[str, Any] = {PATIENT.key: patient_id}
    return values if since is None else values | {SINCE.key: since, LOOKS.key: uow.actor.user_id or 0}


def _from_start(wanted: TimelineFilter) -> TimelineFilter:
    return replace(wanted, offset=0, limit=1)


@requires(Privilege.DEMOGRAPHICS)
def offer_days(uow: UnitOfWork, words: Sequence[str] = ()) -> None:
    """Let questions turn moments into local days and look for words."""
    zone = uow.zone

    def local_day(when: str | None) -> str | None:
        if when is None or len(when) <= _WHOLE:
            return when
        day = moments.local_day(when, zone)
        return day.isoformat() if day else when

    connection = uow.session.connection()
    offer(connection, _LOCAL_DAY, 1, local_day)
    offer(connection, _RESULT_NAME, 2, codes.result_name)
    offer(connection, _FINDS, 1, lambda text: finding.finds(text, words))


def _question(uow: UnitOfWork, wanted: TimelineFilter, words: Sequence[str]) -> Select[Any]:
    clinical = allows(uow.actor.role, Privilege.CLINICAL_READ)
    every = entries(clinical, bool(words), wanted.groups, since=wanted.since is not None)
    entry = every.c
    question = select(every, func.count().over().label("total"))
    for condition in _conditions(entry, wanted, words):
        question = question.where(condition)
    newest = (entry.day.desc().nulls_last(), entry.happened.desc(), entry.grp, entry.kind, entry.id.desc(), entry.step)
    return question.order_by(*newest).limit(wanted.limit).offset(wanted.offset)


@lru_cache(maxsize=16)  # putting the parts together takes longer than asking
def entries(
    clinical: bool, searching: bool = False, groups: frozenset[str] = frozenset(), *, since: bool = False
) -> Subquery:
    """Every entry of one patient that a role may read, of some groups or all; whose is said when it is asked."""
    asked = Asked(clinical, searching, _local_day, _result_name, since)
    chosen = [arm for group, arm in arms(asked) if not groups or group in groups]
    if not chosen:  # no group of this role was chosen
        return next(arm for _, arm in arms(asked)).where(literal(value=False)).subquery("entry")
    return union_all(*chosen).subquery("entry")


def _conditions(entry: Any, wanted: TimelineFilter, words: Sequence[str]) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if not wanted.mistaken:
        found.append(~entry.mistaken)
    if wanted.whose:
        found.append(entry.outside if wanted.whose == "outside" else ~entry.outside)
    if wanted.first is not None:
        found.append(entry.day >= wanted.first.isoformat())
    if wanted.last is not None:  # a partial date lies before the days that begin with it
        found.append(entry.day < (wanted.last + dt.timedelta(days=1)).isoformat())
    if wanted.organization:
        found.append(entry.organization == wanted.organization)
    if words:
        found.append(getattr(func, _FINDS)(entry.sought, type_=None) == 1)
    return found


def _local_day(when: Any) -> Any:
    return getattr(func, _LOCAL_DAY)(when, type_=String)


def _result_name(code: Any, text: Any) -> Any:
    return getattr(func, _RESULT_NAME)(code, text, type_=String)


def _parts(uow: UnitOfWork, wanted: TimelineFilter, days: Sequence[Any]) -> dict[_Day, list[ResultPart]]:
    """The values behind the result lines of this page, what lies outside its range first."""
    known = [row.day for row in days if row.day]
    if not known:
        return {}
    between: tuple[Any, ...] = (
        Observation.patient_id == wanted.patient_id,
        Observation.removed_at.is_(None),
        Observation.effective_when >= _earlier(min(known)),
        Observation.effective_when < _later(max(known)),
    )
    panels = _panels(uow, between)
    if wanted.since is not None:
        between += (Observation.updated_at > wanted.since,)
    day = _local_day(Observation.effective_when).label("day")
    found: dict[_Day, list[ResultPart]] = defaultdict(list)
    for row in uow.session.execute(select(Observation.id, day, *_VALUES).where(*between).order_by(Observation.id)):
        found[row.day, row.category or "", row.status == MISTAKEN].append(_part(row, panels))
    return {key: sorted(parts, key=lambda part: not part.flag) for key, parts in found.items()}


def _panels(uow: UnitOfWork, between: tuple[Any, ...]) -> dict[int, str]:
    """The numbers of panels such as a blood pressure, "142/88"."""
    chosen = (
        select(
            ObservationComponent.observation_id,
            ObservationComponent.code,
            ObservationComponent.value_number,
            ObservationComponent.value_unit,
        )
        .join(Observation, Observation.id == ObservationComponent.observation_id)
        .where(*between, ObservationComponent.value_number.is_not(None))
        .order_by(ObservationComponent.id)
    )
    found: dict[int, list[Any]] = defaultdict(list)
    for row in uow.session.execute(chosen):
        found[row.observation_id].append(row)
    places = {code: place for one in codes.measurements() for place, code in enumerate(one.pair)}
    return {of: _panel_text(sorted(rows, key=lambda row: places.get(row.code, 0))) for of, rows in found.items()}


def _panel_text(rows: list[Any]) -> str:
    if len({units.canonical(row.value_unit) for row in rows}) > 1:
        return " / ".join(quantity_text(row.value_number, row.value_unit) for row in rows)
    return f"{'/'.join(number_text(row.value_number) for row in rows)} {unit_text(rows[0].value_unit)}".strip()


def _earlier(day: str) -> str:
    """A day before, since local days and UTC days differ; a partial date as it is."""
    return (dt.date.fromisoformat(day) - dt.timedelta(days=1)).isoformat() if len(day) == _WHOLE else day


def _later(day: str) -> str:
    return (dt.date.fromisoformat(day) + dt.timedelta(days=2)).isoformat() if len(day) == _WHOLE else f"{day}~"


def _part(row: Any, panels: dict[int, str]) -> ResultPart:
    flag = abnormal.flag(
        row.value_number, row.value_comparator, row.reference_low, row.reference_high, row.reference_text
    )
    value = value_text(row) or panels.get(row.id, "")
    return ResultPart(
        codes.result_name(row.code, row.text), value, flag if flag in (abnormal.LOW, abnormal.HIGH) else ""
    )


def _row(row: Any, words: Sequence[str], parts: dict[_Day, list[ResultPart]]) -> TimelineRow:
    hit = finding.context(row.sought, words) if words else None
    mine = parts.get((row.day, row.step or "", bool(row.mistaken)), []) if row.kind == "observation" else []
    return TimelineRow(
        ref=FactRef(row.kind, row.id),
        group=row.grp,
        day=row.day or "",
        when=row.happened,
        title=codes.questionnaire_name(row.title) if row.kind == "questionnaire_response" else row.title or "",
        detail=row.detail or "",
        step=row.step or "",
        outside=bool(row.outside),
        organization=row.organization,
        author=row.author,
        mistaken=bool(row.mistaken),
        count=row.count,
        parts=tuple(mine[:_MOST_PARTS]),
        hit=(hit.before, hit.word, hit.after.removesuffix(" · ")) if hit else None,
        ends=row.ends,
    )
