"""Social needs of many patients: what the newest answers and the problem lists say, by domain."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sqlalchemy import or_, select

from db.models.clinical import Condition, QuestionnaireResponse
from db.models.patient import Patient
from db.search import among
from db.unit_of_work import UnitOfWork
from icm_desktop.content.instruments import instruments
from icm_desktop.content.social_domains import Domain, domains
from icm_desktop.domain import moments
from icm_desktop.domain.instruments.scoring import Person, outcome
from icm_desktop.queries.forms_read import COUNTED, given_in, instrument_of
from icm_desktop.queries.instrument_use import uses
from icm_desktop.queries.pathway_facts import coded

Words = Mapping[str, str]
PROBLEM_LIST: Words = {"en": "Problem list", "es": "Lista de problemas"}
_ACTIVE = ("active", "recurrence", "relapse")
_NOT_TRUE = ("refuted", "entered-in-error", "differential")


@dataclass(frozen=True, slots=True)
class Need:
    """A need that was found: in which domain, by what (a questionnaire, the problem list), when."""

    domain: str
    words: Words
    by: Words
    day: dt.date | None


@dataclass(frozen=True, slots=True)
class _Said:
    day: dt.date
    by: Words
    found: bool


class NeedsFound:
    """Looks them up inside one transaction. The newest answer counts; a problem noted after it says more."""

    def __init__(self, uow: UnitOfWork, on: dt.date) -> None:
        self._uow, self._on = uow, on

    @cached_property
    def _chosen(self) -> Mapping[str, tuple[str, ...]]:
        return {key: one.cut_offs for key, one in uses(self._uow).items()}

    @cached_property
    def _asks(self) -> frozenset[str]:
        """The questionnaires that ask about a domain."""
        return frozenset(one.id for one in instruments().values() if any(each.domain for each in one.scores))

    def of(self, ids: Sequence[int]) -> dict[int, tuple[Need, ...]]:
        """The needs of these patients; who has none is left out."""
        answers, problems = self._answers(ids), self._problems(ids)
        found: dict[int, tuple[Need, ...]] = {}
        for patient_id in answers.keys() | problems.keys():
            needs = (
                self._need(one, answers[patient_id].get(one.code), problems.get(patient_id, ())) for one in domains()
            )
            kept = tuple(one for one in needs if one is not None)
            if kept:
                found[patient_id] = kept
        return found

    def _need(self, domain: Domain, said: _Said | None, problems: Sequence[Any]) -> Need | None:
        listed = [since for codes, since in problems if domain.holds(codes)]
        since = max((day for day in listed if day is not None), default=None)
        if said is not None and said.found:
            return Need(domain.code, domain.words, said.by, said.day)
        if listed and (said is None or (since is not None and since > said.day)):
            return Need(domain.code, domain.words, PROBLEM_LIST, since)
        return None

    def _answers(self, ids: Sequence[int]) -> dict[int, dict[str, _Said]]:
        wanted = select(QuestionnaireResponse, Patient.sex).join(Patient).where(
            QuestionnaireResponse.patient_id.in_(among(ids)), QuestionnaireResponse.removed_at.is_(None)
        )  # fmt: skip
        found: dict[int, dict[str, _Said]] = defaultdict(dict)
        for row, sex in self._uow.session.execute(wanted.order_by(QuestionnaireResponse.id)):
            instrument, day = instrument_of(row), moments.local_day(row.authored_when, self._uow.zone)
            counted = instrument is not None and instrument.id in self._asks and row.status in COUNTED
            if instrument is None or not counted or day is None or day > self._on:
                continue
            answers, not_scored = given_in(instrument, row)
            if not_scored:
                continue
            theirs = found[row.patient_id]
            for domain, positive in self._positives(instrument.id, answers, sex).items():
                if domain not in theirs or theirs[domain].day <= day:
                    theirs[domain] = _Said(day, instrument.title, positive)
        return found

    def _positives(self, name: str, answers: Any, sex: str | None) -> dict[str, bool]:
        instrument = instruments()[name]
        scored = {one.score.id: one for one in outcome(instrument, answers, Person(sex), self._chosen[name]).scores}
        told: dict[str, bool] = {}
        for score in instrument.scores:
            positive = scored[score.id].positive
            if score.domain and positive is not None:
                told[score.domain] = told.get(score.domain, False) or positive
        return told

    def _problems(self, ids: Sequence[int]) -> dict[int, list[tuple[frozenset[str], dt.date | None]]]:
        columns = (
            Condition.patient_id, Condition.code_system, Condition.code, Condition.other_codes, Condition.onset_when,
            Condition.recorded_when, Condition.abated_when,
        )  # fmt: skip
        wanted = select(*columns).where(
            Condition.patient_id.in_(among(ids)), Condition.removed_at.is_(None),
            or_(Condition.status.is_(None), Condition.status.in_(_ACTIVE)),
            or_(Condition.verification.is_(None), Condition.verification.not_in(_NOT_TRUE)),
        )  # fmt: skip
        found: dict[int, list[tuple[frozenset[str], dt.date | None]]] = defaultdict(list)
        for row in self._uow.session.execute(wanted):
            beside = [(one.get("system"), one.get("code")) for one in row.other_codes or () if isinstance(one, dict)]
            codes = frozenset(coded(system, code) for system, code in ((row.code_system, row.code), *beside) if code)
            if not any(one.holds(codes) for one in domains()):
                continue
            when = row.onset_when or row.recorded_when
            since = moments.span(when, self._uow.zone).first if when else None
            until = moments.span(row.abated_when, self._uow.zone).first if row.abated_when else None
            if (since is None or since <= self._on) and (until is None or until > self._on):
                found[row.patient_id].append((codes, since))
        return found
