"""The board of outcomes: each figure of a period with its course, its groups, the period before and another cohort."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from db.unit_of_work import UnitOfWork
from icm_desktop.content.outcomes import Figure, figures
from icm_desktop.contracts.outcomes import (
    HITS,
    AskBehindFigure,
    AskCourse,
    AskOutcomes,
    BehindFigure,
    CohortChoice,
    FigureRow,
    GroupPoint,
    Outcomes,
    PeopleBehind,
    Point,
)
from icm_desktop.domain.measures.clock import is_period
from icm_desktop.errors import Invalid
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.heads import heads
from icm_desktop.queries.outcomes import clinical, members, money, own_work, surveys
from icm_desktop.queries.outcomes.facts import Fact, MemberMonths, people_of, period_before, periods_of_line, point
from icm_desktop.queries.outcomes.hospital import Hospital, classification

_LONGEST = dt.timedelta(days=3 * 366)
_OF_MEMBERS = ("emergency-visits", "stays", "ambulatory-sensitive", "cost")
_SHARE_OF_MEMBERS = "emergency-often"
_SHARES_OF_PROBABILITY, _STEPS = "emergency-avoidable", "pathway-steps"
Ids = Collection[int] | None


@requires(Privilege.CLINICAL_READ)
def outcomes(uow: UnitOfWork, asked: AskOutcomes) -> Outcomes:
    """Every figure asked for.

    Raises:
        Invalid: outcomes.bad_period.
        NotFound: outcomes.no_cohort.
    """
    _check(asked)
    counting = Counting(uow, asked)
    wanted = [one for one in figures().values() if asked.figures and (not asked.only or one.id in asked.only)]
    measured = clinical.rows(uow, asked, counting.ids) if asked.clinical else []
    rows = [*measured, *(counting.row(one) for one in wanted)]
    present = counting.months(insured_only=False).members(asked.end)
    count = len(present if counting.ids is None else present & set(counting.ids))
    return Outcomes(asked, tuple(rows), count, members.chosen_for_use(uow, asked.cohort), uow.today)


@requires(Privilege.CLINICAL_READ)
def course(uow: UnitOfWork, asked: AskCourse) -> tuple[Point, ...]:
    """The course of a quality measure, which the board does not ask for all at once.

    Raises:
        NotFound: outcomes.no_cohort; measures.unknown.
    """
    return clinical.course(uow, asked.asked, asked.figure, asked.edition, asked.rate)


@requires(Privilege.CLINICAL_READ)
def cohorts(uow: UnitOfWork) -> tuple[CohortChoice, ...]:
    """Groups of people figures can be asked for."""
    return members.cohorts(uow)


@requires(Privilege.CLINICAL_READ)
def behind(uow: UnitOfWork, asked: AskBehindFigure) -> PeopleBehind:
    """The people and events behind a number: those above the line, or the rest of those under it.

    Raises:
        Invalid: outcomes.bad_period.
        NotFound: outcomes.no_cohort, outcomes.unknown.
    """
    _check(asked.asked)
    if asked.figure not in figures():
        return clinical.behind(uow, asked, members.cohort(uow, asked.asked.cohort))
    counting = Counting(uow, asked.asked)
    facts = counting.behind(figures()[asked.figure], asked)
    named = [one for one in facts if one.patient_id is not None]
    named.sort(key=lambda one: (one.day, one.patient_id or 0), reverse=True)
    whose = heads(uow, {one.patient_id for one in named[: asked.limit] if one.patient_id is not None})
    amount = _amount_of(figures()[asked.figure], asked.part)
    rows = tuple(
        BehindFigure(whose[one.patient_id or 0], one.day, one.what, amount(one) if amount else None)
        for one in named[: asked.limit] if one.patient_id in whose
    )  # fmt: skip
    together = sum(map(amount, named)) if amount else None
    return PeopleBehind(rows, len(named), len(facts) - len(named), together)


def _amount_of(figure: Figure, part: str) -> Callable[[Fact], float] | None:
    """How much a fact counts where that is not one: its cost, or its share above the line or beneath it."""
    if figure.unit == "money" or (figure.id == _SHARES_OF_PROBABILITY and part == HITS):
        return lambda one: one.hit
    return (lambda one: one.weight - one.hit) if figure.id == _SHARES_OF_PROBABILITY else None


def _check(asked: AskOutcomes) -> None:
    if not is_period(asked.start, asked.end) or asked.end - asked.start > _LONGEST:
        raise Invalid("outcomes.bad_period", "start")


class Counting:
    """Counts figures from facts that are read once."""

    def __init__(self, uow: UnitOfWork, asked: AskOutcomes) -> None:
        self._uow, self._asked = uow, asked
        self.ids: Ids = members.cohort(uow, asked.cohort)
        self._others: Ids = members.cohort(uow, asked.other) if asked.other else None
        first = asked.start
        self._before = period_before(asked.start, asked.end)
        if asked.before:
            first = min(first, self._before[0])
        self._length = asked.end - asked.start
        if asked.line:
            first = min(first, *(start for start, _ in self._periods()))
        self._first = first
        self._months: dict[bool, MemberMonths] = {}
        self._kept: dict[str, Sequence[Fact]] = {}

    def months(self, *, insured_only: bool) -> MemberMonths:
        """Member-months, read once."""
        if insured_only not in self._months:
            self._months[insured_only] = members.member_months(self._uow, insured_only=insured_only)
        return self._months[insured_only]

    @cached_property
    def _hospital(self) -> Hospital:
        return Hospital(self._uow, self._first - dt.timedelta(days=366), self._asked.end)

    @cached_property
    def _surveys(self) -> list[surveys.Survey]:
        return surveys.surveys(self._uow, self._first, self._asked.end)

    @cached_property
    def _groups(self) -> tuple[dict[int, members.Key], members.Names]:
        return members.groups_of(self._uow, self._asked.by, self._asked.end)

    @cached_property
    def _pathways(self) -> dict[str, set[int]]:
        return members.pathway_members(self._uow)

    def _periods(self) -> list[tuple[dt.date, dt.date]]:
        """The periods of the course: each as long as the one asked for, a month apart."""
        return periods_of_line(self._asked.start, self._asked.end)

    # one figure

    def row(self, figure: Figure) -> FigureRow:
        """A tile."""
        asked = self._asked
        line = tuple(self.point(figure, *each, self.ids) for each in self._periods()) if asked.line else ()
        now = self.point(figure, asked.start, asked.end, self.ids)
        return FigureRow(
            id=figure.id, family=figure.family, title=figure.title, what=figure.what, of_words=figure.of,
            unit=figure.unit, better=figure.better, needs=figure.needs, source=figure.source, mark=figure.mark,
            version=figure.version, note=self._note(figure), target=figure.target, now=now,
            line=(*line[:-1], now) if line else (), groups=tuple(self._grouped(figure)),
            before=self.point(figure, *self._before, self.ids) if asked.before else None,
            other=self.point(figure, asked.start, asked.end, self._others) if asked.other else None,
        )  # fmt: skip

    def _note(self, figure: Figure) -> str:
        if figure.id == _SHARES_OF_PROBABILITY and classification(self._uow) is None:
            return "no_table"
        if self._nothing_known(figure):
            return "no_records"
        if figure.id != "readmission":
            return figure.note
        days = dt.timedelta(days=30)
        return figure.note if self._asked.end + days > self._uow.today else ""

    def point(self, figure: Figure, start: dt.date, end: dt.date, ids: Ids) -> Point:
        """The figure of one period for some people."""
        facts = [one for one in self._of_period(figure, start, end) if ids is None or one.patient_id in ids]
        return self._counted(figure, facts, start, end, ids)

    def _counted(self, figure: Figure, facts: Sequence[Fact], start: dt.date, end: dt.date, ids: Ids) -> Point:
        made = self._made(figure, facts, start, end, ids)
        if self._nothing_known(figure):
            return replace(made, value=None, low=None, high=None)
        if figure.id in _OF_MEMBERS:
            return replace(made, people=self.months(insured_only=figure.id == "cost").people(start, end, ids))
        return made if figure.id == _SHARE_OF_MEMBERS else replace(made, people=people_of(facts))

    def _nothing_known(self, figure: Figure) -> bool:
        """Whether nobody's records have anything of the kind: then zero would be a guess."""
        if figure.id == _SHARE_OF_MEMBERS or (figure.id in _OF_MEMBERS and figure.id != "cost"):
            return self._hospital.empty
        return figure.id == "cost" and not self._facts(figure)

    def _made(self, figure: Figure, facts: Sequence[Fact], start: dt.date, end: dt.date, ids: Ids) -> Point:
        if figure.id in _OF_MEMBERS:
            months = self.months(insured_only=figure.id == "cost")
            if figure.id == "cost":
                facts = [one for one in facts if one.patient_id and months.holds(one.patient_id, one.day)]
            return point(figure, facts, months.count(start, end, ids), end)
        if figure.id == _SHARE_OF_MEMBERS:
            present = self.months(insured_only=False).members(end)
            present = present if ids is None else present & set(ids)
            return point(figure, [one for one in facts if one.patient_id in present], len(present), end)
        return point(figure, facts, None, end, events=figure.id != _SHARES_OF_PROBABILITY)

    def _of_period(self, figure: Figure, start: dt.date, end: dt.date) -> Sequence[Fact]:
        if figure.id == _SHARE_OF_MEMBERS:
            return self._hospital.often(end)
        return [one for one in self._facts(figure) if start <= one.day <= end]

    def _facts(self, figure: Figure) -> Sequence[Fact]:
        if figure.id not in self._kept:
            made: Mapping[str, Callable[[], Sequence[Fact]]] = {
                "readmission": lambda: self._hospital.readmissions,
                "emergency-visits": lambda: self._hospital.emergency,
                "emergency-avoidable": lambda: self._hospital.avoidable,
                "stays": lambda: self._hospital.stays,
                "ambulatory-sensitive": lambda: self._hospital.sensitive,
                "cost": lambda: money.allowed(self._uow, self._first, self._asked.end),
                "rating": lambda: surveys.rating_facts(self._surveys),
                "always": lambda: surveys.always_facts(self._surveys),
                _STEPS: lambda: own_work.steps_by_patient(self._uow),
                "near-misses": lambda: own_work.near_misses(self._uow, self._first, self._asked.end),
            }
            self._kept[figure.id] = made[figure.id]()
        return self._kept[figure.id]

    # groups

    def _grouped(self, figure: Figure) -> Iterable[GroupPoint]:
        asked = self._asked
        if not asked.by:
            return
        facts = [
            one for one in self._of_period(figure, asked.start, asked.end)
            if self.ids is None or one.patient_id in self.ids
        ]  # fmt: skip
        for key, ids in self._people_by_group().items():
            mine = [one for one in facts if self._in_group(one, key, ids)]
            made = self._counted(figure, mine, asked.start, asked.end, ids)
            if made.of:
                yield GroupPoint(key, self._name(key), made)

    def _people_by_group(self) -> dict[members.Key, set[int]]:
        """The patients of each group, of the cohort asked for; the largest groups first."""
        if self._asked.by == "pathway":
            found: dict[members.Key, set[int]] = {
                one: ids if self.ids is None else ids & set(self.ids) for one, ids in self._pathways.items()
            }
        else:
            found = defaultdict(set)
            for patient_id, key in self._groups[0].items():
                if self.ids is None or patient_id in self.ids:
                    found[key].add(patient_id)
        return dict(sorted(found.items(), key=lambda one: (-len(one[1]), str(one[0]))))

    def _in_group(self, one: Fact, key: members.Key, ids: set[int]) -> bool:
        if one.patient_id is None:
            return one.by.get(self._asked.by) == key
        return one.patient_id in ids

    def _name(self, key: members.Key) -> str | None:
        if self._asked.by == "pathway":
            return members.pathway_title(str(key))["en"]
        return self._groups[1].get(key) or (None if key is None else str(key))

    # who is behind

    def behind(self, figure: Figure, asked: AskBehindFigure) -> list[Fact]:
        """The facts above the line, or the rest of those under it."""
        start, end = self._asked.start, self._asked.end
        facts = [one for one in self._of_period(figure, start, end) if self.ids is None or one.patient_id in self.ids]
        if asked.grouped:
            ids = self._people_by_group().get(asked.key, set())
            facts = [one for one in facts if self._in_group(one, asked.key, ids)]
        if figure.id == "cost":
            months = self.months(insured_only=True)
            facts = [one for one in facts if one.patient_id and months.holds(one.patient_id, one.day)]
        if figure.id in _OF_MEMBERS:
            return facts
        if figure.id == _SHARE_OF_MEMBERS:
            return self._of_members(facts, asked)
        if figure.id == _STEPS:  # counted by patient, named step by step
            return own_work.steps_behind(self._uow, {one.patient_id or 0 for one in facts}, overdue=asked.part != HITS)
        if asked.part == HITS:
            return [one for one in facts if one.hit > 0]
        return [one for one in facts if one.hit < one.weight]

    def _of_members(self, facts: Sequence[Fact], asked: AskBehindFigure) -> list[Fact]:
        """The members who are counted above the line, or the others."""
        end = self._asked.end
        wanted = self.months(insured_only=False).members(end)
        if self.ids is not None:
            wanted &= set(self.ids)
        if asked.grouped:
            wanted &= self._people_by_group().get(asked.key, set())
        counted = [one for one in facts if one.patient_id in wanted]
        if asked.part == HITS:
            return counted
        return [Fact(one, end, 0) for one in sorted(wanted - {each.patient_id for each in counted})]
