"""Questionnaires are asked and kept; the practice says which it uses; a clinician's assessment ends a safety alert."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import select

from db.models.clinical import Observation, QuestionnaireResponse
from db.models.patient import Patient
from db.models.plan import WorklistHold
from db.models.screening import InstrumentUse, SafetyAssessment, ScreeningFollowUp
from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.content import follow_up_acts
from icm_desktop.content.instruments import instruments
from icm_desktop.content.safety_protocol import safety_protocol
from icm_desktop.contracts.screening import (
    AssessSafety,
    FollowUpRecorded,
    InstrumentSaved,
    RecordFollowUp,
    RecordScreening,
    SafetyAssessed,
    ScreeningSaved,
    UseInstrument,
)
from icm_desktop.domain import moments
from icm_desktop.domain.instruments.answers import Answers, WrongAnswer, read
from icm_desktop.domain.instruments.definition import Instrument, Item
from icm_desktop.domain.instruments.scoring import Person, Scored, outcome
from icm_desktop.errors import Conflict, Invalid, NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.instrument_use import uses
from icm_desktop.queries.screening_follow_ups import screened, when_of
from icm_desktop.services import lines
from icm_desktop.services.safety_items import earlier_unassessed, needing_assessment

LOINC = "http://loinc.org"
SHORTEST_NOTE = 10  # letters: a word or two is no assessment


@requires(Privilege.CLINICAL_WRITE)
def record(uow: UnitOfWork, request: RecordScreening) -> ScreeningSaved:
    """Keep the answers of a questionnaire with who asked, how, when, in which language and version; and its scores.

    An incomplete form is kept as "in-progress" and has no score; an answer that needs somebody at once is on Today all
    the same.

    Raises:
        NotFound: patients.unknown, screening.unknown.
        Conflict: screening.another_version.
        Invalid: screening.off, screening.nothing, screening.bad_mode, screening.bad_language, screening.bad_day,
            registration.too_long, and those of an answer that does not belong.
    """
    patient = uow.session.get(Patient, request.patient_id)
    if patient is None or patient.removed_at is not None:
        raise NotFound("patients.unknown", "patient_id")
    instrument = _asked(uow, request)
    answers = _answers(instrument, request)
    use = uses(uow)[instrument.id]
    found = outcome(instrument, answers, Person(patient.sex), use.cut_offs)
    row = QuestionnaireResponse(
        patient_id=patient.id,
        status="completed" if found.complete else "in-progress",
        text=instrument.title["en"],
        questionnaire=f"{LOINC}/q/{instrument.loinc}" if instrument.loinc else f"instrument/{instrument.id}",
        authored_when=_when(uow, request.asked_on),
        recorded_when=moments.from_datetime(uow.now),
        author=uow.actor.name,
        language=request.language,
        items=[_stored(instrument.item(item_id), given, request.language) for item_id, given in answers.items()],
        instrument=instrument.id,
        instrument_version=instrument.version,
        instrument_digest=instrument.digest,
        mode=request.mode,
        note=lines.note(request.note),
        scores=[_kept(one) for one in found.scores],
    )
    uow.session.add(row)
    uow.session.flush()
    uow.session.add_all(_observation(row, one) for one in found.scores if one.value is not None and one.score.loinc)
    uow.session.flush()
    changes = Changes.of("questionnaire_response", "observation", "worklist", patient_id=patient.id,
                         action_id=uow.action_id)  # fmt: skip
    return ScreeningSaved(row.id, f"screening:{row.id}" if found.alerts else None, changes)


@requires(Privilege.SETTINGS)
def use(uow: UnitOfWork, request: UseInstrument) -> InstrumentSaved:
    """Switch a questionnaire on or off, and choose its optional cut-offs.

    Raises:
        NotFound: screening.unknown.
        Invalid: screening.licence_missing, screening.no_such_cut_off, registration.too_long.
    """
    instrument = instruments().get(request.instrument)
    if instrument is None:
        raise NotFound("screening.unknown", instrument=request.instrument)
    licence = lines.line(request.licence, "licence")
    if request.in_use and instrument.licence.use == "declare" and licence is None:
        raise Invalid("screening.licence_missing", "licence")
    optional = {cut.id for score in instrument.scores for cut in score.cut_offs if cut.chosen}
    if not set(request.cut_offs) <= optional:
        raise Invalid("screening.no_such_cut_off", "cut_offs")
    known = uow.session.scalars(select(InstrumentUse).where(InstrumentUse.instrument == instrument.id)).first()
    row = known or InstrumentUse(instrument=instrument.id, in_use=request.in_use)
    row.in_use, row.licence, row.cut_offs = request.in_use, licence, " ".join(request.cut_offs) or None
    uow.session.add(row)
    uow.session.flush()
    return InstrumentSaved(Changes.of("instrument_use", action_id=uow.action_id))


@requires(Privilege.REVIEW_NOTES)
def assess_safety(uow: UnitOfWork, request: AssessSafety) -> SafetyAssessed:
    """Record a clinician's assessment after an answer about death or self-harm; only this ends the row on Today.

    It ends this answer and the earlier ones of the patient nobody has assessed: what is assessed is how they are now.

    Raises:
        NotFound: today.unknown_item.
        Conflict: today.changed_meanwhile.
        Invalid: screening.risk_missing, screening.bad_step, screening.note_short, registration.too_long.
    """
    protocol = safety_protocol()
    answer = needing_assessment(uow, request.key)
    if answer is None:
        raise NotFound("today.unknown_item")
    if answer.version != request.expected_version:
        raise Conflict("today.changed_meanwhile")
    if request.risk not in dict(protocol.risks):
        raise Invalid("screening.risk_missing", "risk")
    if not set(request.steps) <= set(dict(protocol.done)):
        raise Invalid("screening.bad_step", "steps")
    note = lines.note(request.note)
    if note is None or len(note) < SHORTEST_NOTE:
        raise Invalid("screening.note_short", "note")
    row = SafetyAssessment(
        patient_id=answer.patient_id,
        response_id=answer.id if isinstance(answer, QuestionnaireResponse) else None,
        observation_id=answer.id if isinstance(answer, Observation) else None,
        assessed_on=uow.today,
        risk=request.risk,
        steps=" ".join(request.steps) or None,
        note=note,
    )
    ended = {request.key, *earlier_unassessed(uow, answer.patient_id, request.key)}
    uow.session.add(row)
    uow.session.add_all(
        WorklistHold(item_key=key, patient_id=answer.patient_id, done_on=uow.today) for key in sorted(ended)
    )
    uow.session.flush()
    changes = Changes.of("safety_assessment", "worklist", patient_id=answer.patient_id, action_id=uow.action_id)
    return SafetyAssessed(row.id, changes)


@requires(Privilege.CLINICAL_WRITE)
def record_follow_up(uow: UnitOfWork, request: RecordFollowUp) -> FollowUpRecorded:
    """Note what followed a positive screen; the row on Today ends, and what was done stays in the chart.

    Raises:
        NotFound: today.unknown_item.
        Conflict: today.changed_meanwhile.
        Invalid: screening.act_missing, screening.bad_day, screening.before_screen, screening.why_missing,
            registration.too_long.
    """
    row = screened(uow, request.key)
    if row.version != request.expected_version:
        raise Conflict("today.changed_meanwhile")
    if request.act not in dict(follow_up_acts.acts()):
        raise Invalid("screening.act_missing", "act")
    if request.done_on > uow.today:
        raise Invalid("screening.bad_day", "done_on")
    form = isinstance(row, QuestionnaireResponse)
    asked_on = moments.local_day(when_of(row), uow.zone)
    if asked_on is not None and request.done_on < asked_on:
        raise Invalid("screening.before_screen", "done_on", asked_on=asked_on)
    note = lines.note(request.note)
    if note is None and follow_up_acts.needs_why(request.act):
        raise Invalid("screening.why_missing", "note")
    done = ScreeningFollowUp(
        patient_id=row.patient_id,
        done_on=request.done_on,
        act=request.act,
        note=note,
        observation_id=None if form else row.id,
        response_id=row.id if form else None,
    )
    uow.session.add_all((done, WorklistHold(item_key=request.key, patient_id=row.patient_id, done_on=uow.today)))
    uow.session.flush()
    changes = Changes.of("screening_follow_up", "worklist", patient_id=row.patient_id, action_id=uow.action_id)
    return FollowUpRecorded(done.id, changes)


def _asked(uow: UnitOfWork, request: RecordScreening) -> Instrument:
    instrument = instruments().get(request.instrument)
    if instrument is None:
        raise NotFound("screening.unknown", instrument=request.instrument)
    if instrument.digest != request.digest:
        raise Conflict("screening.another_version")
    if not uses(uow)[instrument.id].in_use:
        raise Invalid("screening.off", "instrument")
    if request.mode not in instrument.modes:
        raise Invalid("screening.bad_mode", "mode")
    if request.language not in instrument.languages:
        raise Invalid("screening.bad_language", "language")
    if request.asked_on > uow.today:
        raise Invalid("screening.bad_day", "asked_on")
    return instrument


def _answers(instrument: Instrument, request: RecordScreening) -> Answers:
    try:
        found = read(instrument, request.answers)
    except WrongAnswer as wrong:
        raise Invalid(f"screening.{wrong.reason}", wrong.item, item=wrong.item, value=wrong.value) from wrong
    if not found:
        raise Invalid("screening.nothing", "answers")
    return {one.id: found[one.id] for one in instrument.items if one.id in found}


def _when(uow: UnitOfWork, day: dt.date) -> str:
    """Asked today: the moment; asked earlier: the local day alone."""
    now = moments.from_datetime(uow.now)
    return now if moments.local_day(now, uow.zone) == day else day.isoformat()


def _stored(item: Item, given: int | tuple[int, ...], language: str) -> dict[str, Any]:
    """One answer as it is kept: the LOINC code of its question where there is one, the words that were shown."""
    kept: dict[str, Any] = {"link_id": item.loinc or item.id, "text": item.words[language], "item": item.id}
    chosen = [one for one in item.options if one.value in (given if isinstance(given, tuple) else (given,))]
    kept["answer"] = "; ".join(one.words[language] for one in chosen) or None
    if isinstance(given, tuple):
        return kept | {"values": list(given)}
    code = chosen[0].code if chosen else None
    return kept | {"value": given} | ({"code": code} if code else {})


def _kept(one: Scored) -> dict[str, Any]:
    """A score as it was that day: what the content says later does not change it."""
    return {
        "id": one.score.id,
        "value": one.value,
        "out_of": one.out_of,
        "band": one.band.id if one.band else None,
        "positive": one.positive,
        "cut_off": one.cut_off.at_least if one.cut_off else None,
    }


def _observation(row: QuestionnaireResponse, one: Scored) -> Observation:
    return Observation(
        patient_id=row.patient_id,
        response_id=row.id,
        status="final",
        category="survey",
        code_system=LOINC,
        code=one.score.loinc,
        text=one.score.words["en"],
        effective_when=row.authored_when,
        recorded_when=row.recorded_when,
        author=row.author,
        value_number=float(one.value or 0),
        value_unit="{score}",
    )
