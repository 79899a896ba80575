"""Quality measures as tiles of the board: the same numbers, names and course as the measures themselves tell."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from db import audit, measure_facts
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.measures import (
    GAP,
    NUMERATOR,
    AskMeasure,
    AskPeople,
    Evidence,
    MeasureResult,
    MeasureRow,
    Rate,
)
from icm_desktop.contracts.outcomes import (
    HITS,
    AskBehindFigure,
    AskOutcomes,
    BehindFigure,
    FigureRow,
    GroupPoint,
    ListsUsed,
    PeopleBehind,
    Point,
)
from icm_desktop.errors import NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.measure_results import result, shipped
from icm_desktop.queries.measured_people import events, people
from icm_desktop.queries.measuring.codes import IMPORTED, NONE, OPEN
from icm_desktop.queries.outcomes import members
from icm_desktop.queries.outcomes.facts import period_before, periods_of_line

NEEDS = 10  # so many have to count before a rate is shown
_THEIRS = ("clinician", "site", "language", "payer")  # what measures group by themselves
_PATIENTS = {"en": "patients", "es": "pacientes"}
_EVENTS = {"en": "events", "es": "eventos"}
Ids = Collection[int] | None
_COUNTED: dict[tuple[bytes, str | None, AskMeasure], MeasureResult] = {}
_COUNTED_AT_MOST = 1000  # some screens full


@requires(Privilege.CLINICAL_READ)
def rows(uow: UnitOfWork, asked: AskOutcomes, ids: Ids) -> list[FigureRow]:
    """A tile for each rate of each measure; its course is asked for by itself, as it takes twelve times as long."""
    wanted = [one for one in shipped(uow) if not asked.only or one.id in asked.only]
    return [row for one in wanted for row in _rows(uow, one, asked, ids)]


@requires(Privilege.CLINICAL_READ)
def course(uow: UnitOfWork, asked: AskOutcomes, measure: str, edition: int | None, rate: int) -> tuple[Point, ...]:
    """The same measure over the period asked for, and over it a month earlier, again and again; oldest first."""
    question = _question(measure, edition, asked.start, asked.end, members.cohort(uow, asked.cohort))
    periods = periods_of_line(asked.start, asked.end)
    found = (_result(uow, replace(question, start=start, end=end)) for start, end in periods)
    return tuple(_point(one.rates[rate], one.end) for one in found)


@requires(Privilege.CLINICAL_READ)
def behind(uow: UnitOfWork, asked: AskBehindFigure, ids: Ids) -> PeopleBehind:
    """The people (or events) behind one rate: in the numerator, or the gap.

    Raises:
        NotFound: outcomes.unknown.
    """
    known = next((one for one in shipped(uow) if (one.id, one.edition) == (asked.figure, asked.edition)), None)
    if known is None:
        raise NotFound("outcomes.unknown")
    of = _question(asked.figure, asked.edition, asked.asked.start, asked.asked.end, ids)
    key = None
    if asked.grouped and asked.asked.by in _THEIRS:
        of, key = replace(of, by=asked.asked.by), asked.key
    elif asked.grouped:
        of = replace(of, only=tuple(_of_group(uow, asked.asked, ids).get(asked.key, ())))
    part = NUMERATOR if asked.part == HITS else GAP
    question = AskPeople(of, asked.rate, part, key, limit=asked.limit)
    if known.events[asked.rate]:
        counted = events(uow, question)
        rows = [BehindFigure(one.head, one.on, one.words, None) for one in counted.rows]
        return PeopleBehind(tuple(rows), counted.total, 0)
    page = people(uow, question)
    found = []
    for one in page.rows:
        last = max((fact for fact in one.evidence if fact.on), key=_telling, default=None)
        found.append(BehindFigure(one.head, last.on if last else None, _words(last), None))
    return PeopleBehind(tuple(found), page.total, 0)


def _telling(one: Evidence) -> tuple[bool, dt.date]:
    """A fact with a value says more than one without, and a later one more than an earlier."""
    return one.value is not None, one.on or dt.date.min


def _words(last: Evidence | None) -> Mapping[str, str]:
    """The last fact behind somebody, without its code."""
    return {} if last is None else {key: f"{words} {last.value or ''}".strip() for key, words in last.words.items()}


def _question(measure: str, edition: int | None, start: dt.date, end: dt.date, ids: Ids) -> AskMeasure:
    return AskMeasure(measure, start, end, edition, only=None if ids is None else tuple(sorted(ids)))


def _result(uow: UnitOfWork, of: AskMeasure) -> MeasureResult:
    """What a measure comes to, counted once as long as nobody changed a record and the facts of all are made."""
    connection = uow.session.connection()
    if measure_facts.how_many_stale(connection):
        return result(uow, of)
    last = audit.head(connection, uow.database.audit_key, uow.database.database_id)
    asked = (last.mac, measure_facts.basis(connection), of)
    if asked not in _COUNTED:
        if len(_COUNTED) >= _COUNTED_AT_MOST:
            _COUNTED.clear()
        _COUNTED[asked] = result(uow, of)
    return _COUNTED[asked]


def _rows(uow: UnitOfWork, one: MeasureRow, asked: AskOutcomes, ids: Ids) -> Iterator[FigureRow]:
    of = _question(one.id, one.edition, asked.start, asked.end, ids)
    now = _result(uow, replace(of, by=asked.by if asked.by in _THEIRS else ""))
    before = other = None
    if asked.before:
        first, last = period_before(asked.start, asked.end)
        before = _result(uow, replace(of, start=first, end=last))
    if asked.other:
        other = _result(uow, _question(one.id, one.edition, asked.start, asked.end, members.cohort(uow, asked.other)))
    grouped = _grouped(uow, of, asked, ids) if asked.by and asked.by not in _THEIRS else {}
    for place, rate in enumerate(now.rates):
        yield FigureRow(
            id=one.id, family=one.family, title=_title(one, rate, len(now.rates)), what=one.what_counts,
            of_words=_EVENTS if one.events[place] else _PATIENTS,
            unit="percent", better=one.better, needs=NEEDS, source=one.source, mark=one.mark,
            version=one.version, note="", target=one.target, now=_point(rate, asked.end), line=(),
            groups=_groups(now, place, grouped, asked), official=one.official, edition=one.edition, rate=place,
            before=None if before is None else _point(before.rates[place], before.end),
            other=None if other is None else _point(other.rates[place], asked.end), not_ready=now.not_ready,
            lists=_lists(now),
        )  # fmt: skip


def _lists(found: MeasureResult) -> ListsUsed:
    count = Counter(one.source for one in found.codes)
    return ListsUsed(count[IMPORTED], count[OPEN], tuple(one.name for one in found.codes if one.source == NONE))


def _title(one: MeasureRow, rate: Rate, rates: int) -> Mapping[str, str]:
    """The measure, with the words of the rate where it has several."""
    name = {key: f"{one.id}: {words}" for key, words in one.title.items()} if one.official else dict(one.title)
    if rates == 1:
        return name
    return {key: f"{words} · {rate.title.get(key) or rate.title.get('en', '')}" for key, words in name.items()}


def _point(rate: Rate, end: dt.date) -> Point:
    if rate.counted < NEEDS:
        return Point(end, rate.numerator, rate.counted, None)
    return Point(end, rate.numerator, rate.counted, rate.percent, rate.low, rate.high)


def _groups(
    now: MeasureResult, place: int, grouped: Mapping[members.Key, MeasureResult], asked: AskOutcomes
) -> tuple[GroupPoint, ...]:
    if grouped:
        return tuple(
            GroupPoint(key, _name(key, asked.by), _point(one.rates[place], asked.end))
            for key, one in grouped.items() if one.rates[place].counted
        )  # fmt: skip
    strata = ((one, _point(one.rates[place], asked.end)) for one in now.strata)
    return tuple(GroupPoint(one.key, one.name, point) for one, point in strata if point.of)


def _grouped(uow: UnitOfWork, of: AskMeasure, asked: AskOutcomes, ids: Ids) -> dict[members.Key, MeasureResult]:
    """By risk or pathway, which measures do not know: each group by itself."""
    groups = _of_group(uow, asked, ids)
    return {key: _result(uow, replace(of, only=tuple(sorted(some)))) for key, some in groups.items() if some}


def _of_group(uow: UnitOfWork, asked: AskOutcomes, ids: Ids) -> dict[members.Key, set[int]]:
    found: dict[members.Key, set[int]] = {}
    if asked.by == "pathway":
        found.update(members.pathway_members(uow))
    else:
        for patient_id, key in members.groups_of(uow, asked.by, asked.end)[0].items():
            found.setdefault(key, set()).add(patient_id)
    if ids is not None:
        found = {key: some & set(ids) for key, some in found.items()}
    return dict(sorted(found.items(), key=lambda one: str(one[0])))


def _name(key: members.Key, by: str) -> str | None:
    return members.pathway_title(str(key))["en"] if by == "pathway" else None if key is None else str(key)
