"""Facts of coordination surveys, with and without a name, and how they go together with what people do."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select

from db.models.clinical import MedicationAdherence, QuestionnaireResponse
from db.models.outcomes import SurveyAnswer
from db.models.plan import ContactLog
from db.models.scheduling import Appointment
from db.search import among
from db.unit_of_work import UnitOfWork
from icm_desktop.content.instruments import instruments
from icm_desktop.contracts.surveys import AskSurveys, AssociationRow, SurveyItem, Surveys
from icm_desktop.domain import appointment_states, moments
from icm_desktop.domain.statistics import FEW_TO_SHARE, association, share
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.forms_read import COUNTED, given_in
from icm_desktop.queries.outcomes.facts import Fact

SURVEY = "coordination-survey"
_TOP = 9  # of the rating
_ALWAYS = 4
_YEAR = 365


@dataclass(frozen=True, slots=True)
class Survey:
    """One survey that came back; `patient_id` None: without a name. `answers`: by item, numbers."""

    patient_id: int | None
    day: dt.date
    answers: Mapping[str, int]
    by: Mapping[str, int | str | None]

    @property
    def rating(self) -> int | None:
        """The overall rating, 0 to 10."""
        return self.answers.get("rating")

    def always(self, items: Sequence[str]) -> tuple[int, int]:
        """How many of the questions that applied were answered Always, and of how many."""
        told = [self.answers[one] for one in items if one in self.answers]
        return sum(one == _ALWAYS for one in told), len(told)


@requires(Privilege.CLINICAL_READ)
def surveys(uow: UnitOfWork, first: dt.date, last: dt.date) -> list[Survey]:
    """Every survey of a period."""
    return [*_nameless(uow, first, last), *_named(uow, first, last)]


def _nameless(uow: UnitOfWork, first: dt.date, last: dt.date) -> Iterator[Survey]:
    row = SurveyAnswer
    wanted = select(row).where(row.answered_on >= first, row.answered_on <= last, row.removed_at.is_(None))
    for one in uow.session.scalars(wanted.where(row.instrument == SURVEY)):
        by = {"clinician": one.practitioner_id, "site": one.site_id, "language": one.language}
        yield Survey(None, one.answered_on, one.answers, by)


def _named(uow: UnitOfWork, first: dt.date, last: dt.date) -> Iterator[Survey]:
    row, instrument = QuestionnaireResponse, instruments()[SURVEY]
    wanted = select(row).where(
        row.authored_when >= (first - dt.timedelta(days=1)).isoformat(),
        row.authored_when < (last + dt.timedelta(days=2)).isoformat(),
        row.instrument == SURVEY, row.removed_at.is_(None),
    )  # fmt: skip
    for one in uow.session.scalars(wanted):
        day = moments.local_day(one.authored_when, uow.zone)
        if day is None or not first <= day <= last or one.status not in COUNTED:
            continue
        answers, wrong = given_in(instrument, one)
        if not wrong:
            told = {item: value for item, value in answers.items() if isinstance(value, int)}
            yield Survey(one.patient_id, day, told, {})


def rating_facts(found: Sequence[Survey]) -> list[Fact]:
    """Each overall rating: whether it is 9 or 10."""
    return [
        Fact(one.patient_id, one.day, float(one.rating >= _TOP), what=_rated(one.rating), by=one.by)
        for one in found if one.rating is not None
    ]  # fmt: skip


def always_facts(found: Sequence[Survey]) -> list[Fact]:
    """Each survey with how many of its questions were answered Always."""
    facts = []
    for one in found:
        yes, of = one.always(items())
        if of:
            words = {"en": f"{yes} of {of} Always", "es": f"{yes} de {of} Siempre"}
            facts.append(Fact(one.patient_id, one.day, yes, of, words, one.by))
    return facts


def items() -> tuple[str, ...]:
    """The questions that can be answered Always."""
    return next(one.items for one in instruments()[SURVEY].scores if one.id == "always")


def _rated(rating: int) -> Mapping[str, str]:
    return {"en": f"Rated {rating} of 10", "es": f"Calificación {rating} de 10"}


@requires(Privilege.CLINICAL_READ)
def summary(uow: UnitOfWork, asked: AskSurveys) -> Surveys:
    """What surveys of a period say, question by question; on a shared page nothing of fewer than 11."""
    found = surveys(uow, asked.start, asked.end)
    nameless = sum(one.patient_id is None for one in found)
    if asked.shared and len(found) < FEW_TO_SHARE:
        return Surveys(len(found), nameless, (), (), None, (), hidden=True)
    ratings = [one.rating for one in found if one.rating is not None]
    counts = tuple(sum(one == number for one in ratings) for number in range(11))
    mean = round(sum(ratings) / len(ratings), 1) if ratings else None
    told = tuple(_item(name, found) for name in items())
    return Surveys(len(found), nameless, told, counts, mean, _associations(uow, found), hidden=False)


def _item(name: str, found: Sequence[Survey]) -> SurveyItem:
    answers = [one.answers[name] for one in found if name in one.answers]
    one = share(sum(each == _ALWAYS for each in answers), len(answers))
    return SurveyItem(name, instruments()[SURVEY].item(name).words, one.yes, one.of, one.percent, one.low, one.high)


def _associations(uow: UnitOfWork, found: Sequence[Survey]) -> tuple[AssociationRow, ...]:
    """How the last rating of each named person goes together with what they do; labelled, never a cause."""
    last: dict[int, tuple[dt.date, int]] = {}
    for one in found:
        if one.patient_id is not None and one.rating is not None:
            last[one.patient_id] = max(last.get(one.patient_id, (one.day, one.rating)), (one.day, one.rating))
    rows = []
    for what, values in (
        ("adherence", _taking(uow, last)),
        ("kept", _kept(uow, last)),
        ("contacts", _reached(uow, last)),
    ):
        pairs = [(float(last[patient_id][1]), value) for patient_id, value in values.items()]
        gone = association(pairs)
        rows.append(AssociationRow(what, gone.n, gone.rho, gone.p))
    return tuple(rows)


def _taking(uow: UnitOfWork, ids: Mapping[int, Any]) -> dict[int, float]:
    """The share of medicines taken as directed, of those that were asked about."""
    row = MedicationAdherence
    wanted = select(row.patient_id, row.taking).where(row.patient_id.in_(among(ids)), row.removed_at.is_(None))
    told: dict[int, list[bool]] = {}
    for patient_id, taking in uow.session.execute(wanted):
        if taking != "unknown":
            told.setdefault(patient_id, []).append(taking == "as_directed")
    return {patient_id: sum(each) / len(each) for patient_id, each in told.items()}


def _kept(uow: UnitOfWork, ids: Mapping[int, Any]) -> dict[int, float]:
    """The share of visits of a year that took place, of those that did or were missed."""
    row = Appointment
    since = uow.now - dt.timedelta(days=_YEAR)
    wanted = select(row.patient_id, row.status, func.count()).where(
        row.patient_id.in_(among(ids)), row.starts_at >= since, row.starts_at < uow.now, row.removed_at.is_(None)
    )
    kept: dict[int, list[int]] = {}
    for patient_id, status, count in uow.session.execute(wanted.group_by(row.patient_id, row.status)):
        each = kept.setdefault(patient_id, [0, 0])
        each[0] += count if status in appointment_states.TOOK_PLACE else 0
        each[1] += count if status in (*appointment_states.TOOK_PLACE, "noshow") else 0
    return {patient_id: yes / of for patient_id, (yes, of) in kept.items() if of}


def _reached(uow: UnitOfWork, ids: Mapping[int, Any]) -> dict[int, float]:
    """How often they were reached in a year."""
    row = ContactLog
    since = uow.now - dt.timedelta(days=_YEAR)
    wanted = select(row.patient_id, func.count()).where(
        row.patient_id.in_(among(ids)), row.at >= since, row.outcome == "reached", row.removed_at.is_(None)
    )
    found = dict(uow.session.execute(wanted.group_by(row.patient_id)).all())
    return {patient_id: float(found.get(patient_id, 0)) for patient_id in ids}
