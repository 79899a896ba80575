"""Who belongs to a population on a day, and why: the number and the names come from the same question."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, or_, select

from db.models.patient import Patient
from db.unit_of_work import UnitOfWork
from icm_desktop.domain.populations import Ask, Criterion, Evidence, Kind, Population
from icm_desktop.queries.populations.asking import Asking, Question
from icm_desktop.queries.populations.conditions import HasConditions
from icm_desktop.queries.populations.person import HasNeeds, Person, Takes
from icm_desktop.queries.populations.results import Valued
from icm_desktop.queries.populations.use import Booked, InHospital, Seen
from icm_desktop.queries.populations.work import (
    InPathway,
    InProgram,
    LateReferrals,
    OverdueSteps,
    OwnPlan,
    ShouldBeInPathway,
)

AT_ONCE = 1000  # patients looked at together
_COMPILED: Mapping[Kind, Callable[[Asking, Ask], Question]] = {
    Kind.CONDITIONS: HasConditions,
    Kind.RESULT: Valued,
    Kind.MEASURED: Valued,
    Kind.MEDICINES: Takes,
    Kind.EMERGENCY: InHospital,
    Kind.STAYS: InHospital,
    Kind.DISCHARGED: InHospital,
    Kind.VISITS: Seen,
    Kind.CONTACT: Seen,
    Kind.NEXT_VISIT: Booked,
    Kind.NEEDS: HasNeeds,
    Kind.OVERDUE_STEPS: OverdueSteps,
    Kind.IN_PATHWAY: InPathway,
    Kind.SHOULD_BE_IN_PATHWAY: ShouldBeInPathway,
    Kind.IN_PROGRAM: InProgram,
    Kind.PLAN_REVIEW: OwnPlan,
    Kind.HAS_PLAN: OwnPlan,
    Kind.LATE_REFERRALS: LateReferrals,
    Kind.AGE: Person,
    Kind.SEX: Person,
    Kind.LANGUAGE: Person,
}


class Reckoning:
    """Asks rules inside one transaction; what several of them look up is read once."""

    def __init__(self, uow: UnitOfWork, on: dt.date | None = None) -> None:
        self._asking = Asking(uow, on or uow.today)

    def members(self, population: Population) -> Iterator[tuple[int, ...]]:
        """The living patients who are as the rule says, in order of their ids, some at a time."""
        criteria = [self._compiled(one) for one in population.criteria]
        left = [each for each in criteria if not all(question.exact for _, question in each)]
        session = self._asking.uow.session
        ids = session.execute(self._candidates(criteria)).scalars()
        for some in ids.partitions(AT_ONCE):
            kept = list(some)
            for questions in left:
                asked = _as_asked(questions, kept)
                kept = [one for one in kept if one in asked]
            yield tuple(kept)

    def evidence(self, population: Population, ids: Sequence[int]) -> dict[int, tuple[Evidence, ...]]:
        """The facts behind each of these patients; who is not, or not any more, as the rule says is left out."""
        kept: dict[int, list[Evidence]] = {one: [] for one in ids}
        for criterion in population.criteria:
            facts: dict[int, list[Evidence]] = {}
            for test, question in self._compiled(criterion):
                found = question.found(list(kept))
                for patient_id in kept:
                    if (patient_id in found) is not test.without:
                        facts.setdefault(patient_id, []).extend(() if test.without else found[patient_id])
            kept = {one: [*before, *facts[one]] for one, before in kept.items() if one in facts}
        return {one: _once(facts) for one, facts in kept.items()}

    def _compiled(self, criterion: Criterion) -> list[tuple[Ask, Question]]:
        return [(test, _COMPILED[test.kind](self._asking, test)) for test in criterion.any_of]

    @staticmethod
    def _candidates(criteria: Sequence[Sequence[tuple[Ask, Question]]]) -> Select[Any]:
        asked = select(Patient.id).where(Patient.removed_at.is_(None), Patient.deceased.is_(False))
        for questions in criteria:
            parts = [_narrowed(test, question) for test, question in questions]
            if all(part is not None for part in parts):
                asked = asked.where(or_(*(part for part in parts if part is not None)))
        return asked.order_by(Patient.id)


def _narrowed(test: Ask, question: Question) -> ColumnElement[bool] | None:
    """What of a question the database decides; None when it leaves out nobody."""
    if question.wanted is None or (test.without and not question.exact):
        return None
    return Patient.id.not_in(question.wanted) if test.without else Patient.id.in_(question.wanted)


def _as_asked(questions: Sequence[tuple[Ask, Question]], ids: Sequence[int]) -> frozenset[int]:
    """Which of them are as at least one question asks."""
    kept: set[int] = set()
    for test, question in questions:
        rest = [one for one in ids if one not in kept]
        found = question.found(rest) if rest else {}
        kept.update(one for one in rest if (one in found) is not test.without)
    return frozenset(kept)


def _once(facts: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """The same fact said by two questions is said once; words are told apart by their code beside them."""
    seen: dict[tuple[Any, ...], Evidence] = {}
    for one in facts:
        seen.setdefault((one.kind, one.what, one.day, one.value, one.words.get("en")), one)
    return tuple(seen.values())
