"""What was asked of a patient with scores, changes and alerts, here or elsewhere; and what can be asked now."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy import select

from db.models.access import UserAccount
from db.models.clinical import QuestionnaireResponse
from db.models.patient import Patient
from db.models.screening import SafetyAssessment
from db.unit_of_work import UnitOfWork
from icm_desktop.content import codes, follow_up_acts
from icm_desktop.content.instruments import instruments
from icm_desktop.content.safety_protocol import safety_protocol
from icm_desktop.contracts.screening import (
    AnswerLine,
    AssessmentRow,
    FollowUpForm,
    InstrumentRow,
    PatientScreening,
    ScoreLine,
    ScreeningForms,
    ScreeningRow,
)
from icm_desktop.domain import moments
from icm_desktop.domain.instruments.answers import Answer, Answers, asked
from icm_desktop.domain.instruments.definition import Instrument, Item, Score, Words
from icm_desktop.domain.instruments.protocol import SafetyProtocol
from icm_desktop.domain.instruments.scoring import Outcome, Person, outcome, remission, response
from icm_desktop.domain.records import MISTAKEN
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.documents import patient_head
from icm_desktop.queries.forms_read import COUNTED, given_in, instrument_of
from icm_desktop.queries.instrument_use import uses
from icm_desktop.queries.screening_follow_ups import screened, when_of, with_what_follows


@requires(Privilege.SIGN_IN)
def shipped(uow: UnitOfWork) -> tuple[InstrumentRow, ...]:
    """Every questionnaire with whether the practice uses it, by title."""
    return tuple(sorted(uses(uow).values(), key=lambda one: one.instrument.title["en"]))


@requires(Privilege.CLINICAL_WRITE)
def forms(uow: UnitOfWork, patient_id: int) -> ScreeningForms:
    """What can be asked of a patient: the questionnaires in use, never asked or longest ago first.

    Raises:
        NotFound: patients.unknown.
    """
    head = patient_head(uow, patient_id)
    patient = uow.session.get_one(Patient, patient_id)
    last: dict[str, dt.date] = {}
    for row in _responses(uow, patient_id):
        instrument, day = instrument_of(row), moments.local_day(row.authored_when, uow.zone)
        if instrument is not None and day is not None and row.status in COUNTED:
            last[instrument.id] = max(day, last.get(instrument.id, day))
    offered = [replace(one, last_asked=last.get(one.instrument.id)) for one in uses(uow).values() if one.in_use]
    offered.sort(key=lambda one: (one.last_asked or dt.date.min, one.instrument.title["en"]))
    return ScreeningForms(head, patient.sex, patient.language, tuple(offered), safety_protocol())


@requires(Privilege.CLINICAL_READ)
def protocol(uow: UnitOfWork) -> SafetyProtocol:
    """What to do after an answer about death or self-harm."""
    return safety_protocol()


@requires(Privilege.CLINICAL_READ)
def of_patient(uow: UnitOfWork, patient_id: int) -> PatientScreening:
    """Every questionnaire that was filled in, newest first, and every safety assessment.

    Raises:
        NotFound: patients.unknown.
    """
    head = patient_head(uow, patient_id)
    person = Person(uow.session.get_one(Patient, patient_id).sex)
    chosen = {key: one.cut_offs for key, one in uses(uow).items()}
    rows = [_row(uow, one, person, chosen) for one in _responses(uow, patient_id)]
    rows.sort(key=lambda one: (one.day or dt.date.min, one.id))
    rows = with_what_follows(uow, patient_id, _with_changes(rows))
    return PatientScreening(head, tuple(reversed(rows)), _assessments(uow, patient_id))


@requires(Privilege.CLINICAL_WRITE)
def follow_up_form(uow: UnitOfWork, key: str) -> FollowUpForm:
    """What may be noted as a follow-up of the positive screen behind a row of Today.

    Raises:
        NotFound: today.unknown_item.
    """
    row = screened(uow, key)
    return FollowUpForm(follow_up_acts.acts(), moments.local_day(when_of(row), uow.zone))


def _responses(uow: UnitOfWork, patient_id: int) -> list[QuestionnaireResponse]:
    wanted = select(QuestionnaireResponse).where(
        QuestionnaireResponse.patient_id == patient_id, QuestionnaireResponse.removed_at.is_(None)
    )
    return list(uow.session.scalars(wanted))


def _row(
    uow: UnitOfWork, row: QuestionnaireResponse, person: Person, chosen: Mapping[str, tuple[str, ...]]
) -> ScreeningRow:
    instrument = instrument_of(row)
    answers, not_scored = given_in(instrument, row)
    found = outcome(instrument, answers, person, chosen[instrument.id]) if instrument and not not_scored else None
    title = instrument.title if instrument else {"en": codes.questionnaire_name(row.text or row.questionnaire)}
    return ScreeningRow(
        id=row.id,
        version=row.version,
        title=title,
        day=moments.local_day(row.authored_when, uow.zone),
        scores=_scores(row, found) if instrument and found else (),
        missing=found.missing if found else (),
        alerts=tuple(one.words for one in found.alerts) if found else (),
        notes=tuple(one.words for one in found.notes) if found else (),
        answers=_lines(instrument, answers) if instrument and found else _told(row),
        mode=row.mode,
        language=row.language,
        by=row.author,
        note=row.note,
        instrument=instrument.id if instrument else None,
        instrument_version=row.instrument_version,
        source=instrument.source if instrument else None,
        mark=instrument.mark if instrument else None,
        not_scored=not_scored,
        mistaken=row.status == MISTAKEN,
        outside=row.instrument is None,
    )


def _scores(row: QuestionnaireResponse, found: Outcome) -> tuple[ScoreLine, ...]:
    """Scores asked here are those kept that day; those of a form from elsewhere are counted now."""
    kept = {one["id"]: one for one in row.scores or ()}
    return tuple(
        ScoreLine(
            id=one.score.id,
            title=one.score.words,
            value=kept[one.score.id]["value"] if one.score.id in kept else one.value,
            out_of=one.out_of,
            band=_band(one.score, kept[one.score.id]["band"]) if one.score.id in kept else (
                one.band.words if one.band else None),
            positive=kept[one.score.id]["positive"] if one.score.id in kept else one.positive,
            cut_off=one.cut_off.source if one.cut_off else None,
        )
        for one in found.scores
    )  # fmt: skip


def _band(score: Score, band_id: str | None) -> Words | None:
    return next((one.words for one in score.bands if one.id == band_id), None)


def _with_changes(rows: list[ScreeningRow]) -> list[ScreeningRow]:
    """Each score against the first one of the same questionnaire; rows come oldest first."""
    earlier: dict[tuple[str, str], list[int]] = {}
    changed = []
    for row in rows:
        scores = []
        for score in row.scores:
            before = earlier.setdefault((row.instrument or "", score.id), [])
            scores.append(_changed(row, score, tuple(before)))
            if score.value is not None and not row.mistaken:
                before.append(score.value)
        changed.append(replace(row, scores=tuple(scores)))
    return changed


def _changed(row: ScreeningRow, score: ScoreLine, before: tuple[int, ...]) -> ScoreLine:
    trend = instruments()[row.instrument].trend if row.instrument else None
    if not before or score.value is None or row.mistaken:
        return score
    first = before[0]
    return replace(
        score,
        first=first,
        earlier=before,
        change_percent=round((score.value - first) * 100 / first, 2) if first else None,
        response=response(trend, first, score.value) if trend and trend.score == score.id else None,
        remission=remission(trend, score.value) if trend and trend.score == score.id else None,
        response_at=first * (100 - trend.response_percent) / 100 if trend and trend.score == score.id else None,
        remission_below=trend.remission_below if trend and trend.score == score.id else None,
    )


def _lines(instrument: Instrument, answers: Answers) -> tuple[AnswerLine, ...]:
    return tuple(_line(one, answers.get(one.id)) for one in asked(instrument, answers))


def _line(item: Item, given: Answer | None) -> AnswerLine:
    values = given if isinstance(given, tuple) else (given,)
    chosen = [one.words for one in item.options if one.value in values]
    words: Words | None = None
    if chosen:
        words = {code: "; ".join(one.get(code, one["en"]) for one in chosen) for code in ("en", "es")}
    elif given is not None:
        words = {"en": str(given)}
    return AnswerLine(item.id, item.words, words, given if isinstance(given, int) else None)


def _told(row: QuestionnaireResponse) -> tuple[AnswerLine, ...]:
    """The answers of a form that is none of ours, as they came."""
    return tuple(
        AnswerLine(
            str(item.get("link_id") or ""),
            {"en": str(item.get("text") or item.get("link_id") or "")},
            {"en": str(item.get("answer") or item.get("value") or item.get("code"))}
            if item.get("answer") or item.get("value") is not None or item.get("code")
            else None,
            None,
        )
        for item in row.items or ()
        if isinstance(item, dict)
    )


def _assessments(uow: UnitOfWork, patient_id: int) -> tuple[AssessmentRow, ...]:
    known = safety_protocol()
    risks, done = dict(known.risks), dict(known.done)
    wanted = (
        select(SafetyAssessment, UserAccount.display_name)
        .outerjoin(UserAccount, UserAccount.id == SafetyAssessment.created_by_id)
        .where(SafetyAssessment.patient_id == patient_id, SafetyAssessment.removed_at.is_(None))
        .order_by(SafetyAssessment.id.desc())
    )
    return tuple(
        AssessmentRow(row.id, row.assessed_on, name or "", risks.get(row.risk, {"en": row.risk}),
                      tuple(done.get(code, {"en": code}) for code in (row.steps or "").split()), row.note)
        for row, name in uow.session.execute(wanted)
    )  # fmt: skip
