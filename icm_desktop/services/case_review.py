"""The case review with the psychiatric consultant: what was recommended, what became of it, relapse-prevention plans.

Words of recommendations and plans are read and written by whoever may read behavioral-health notes of the patient;
every reading is recorded.
"""

from __future__ import annotations

import datetime as dt

from sqlalchemy import func, select

from db.models.access import UserAccount
from db.models.collaborative import CaseRecommendation, RelapsePlan
from db.models.pathways import StepDecision
from db.models.patient import Patient
from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.content import pathways as shipped_pathways
from icm_desktop.content import treat_to_target as content
from icm_desktop.contracts.case_review import (
    DONE,
    NOT_DONE,
    OPEN,
    OUTCOMES,
    SUPERSEDED,
    AnswerRecommendation,
    PlanForms,
    Recommend,
    ReviewChoices,
    ReviewSaved,
    ReviewTexts,
    SaveRelapsePlan,
)
from icm_desktop.contracts.common import OwnerKind
from icm_desktop.domain.pathways.intervals import add_months
from icm_desktop.errors import Conflict, Invalid, NotAllowed, NotFound
from icm_desktop.permissions import Privilege, allows, requires
from icm_desktop.queries.case_review import plan_row, plans_of, standings_of
from icm_desktop.queries.documents import patient_head
from icm_desktop.queries.note_access import BEHAVIORAL as KIND
from icm_desktop.queries.note_access import access
from icm_desktop.queries.people import colleagues
from icm_desktop.queries.treatment import treatments
from icm_desktop.services import cleaning
from icm_desktop.services.person_rows import patient_of
from icm_desktop.words.case_review import sum_params

LANGUAGES, HOW = ("en", "es"), ("in_person", "phone", "video")
_LONGEST, _A_YEAR = 4000, dt.timedelta(days=366)
_SATURDAY = 5


@requires(Privilege.CLINICAL_READ)
def read(uow: UnitOfWork, patient_id: int) -> ReviewTexts:
    """The words of a patient's recommendations by id; that they were read is recorded.

    Raises:
        NotFound: patients.unknown. NotAllowed: case_review.not_given.
    """
    patient_of(uow, patient_id)
    _check_access(uow, patient_id)
    wanted = select(CaseRecommendation.id, CaseRecommendation.text).where(
        CaseRecommendation.patient_id == patient_id, CaseRecommendation.removed_at.is_(None)
    )
    texts = {row.id: row.text for row in uow.session.execute(wanted)}
    if texts:
        uow.record("case_review.read", patient_id=patient_id, object_kind="patient", object_id=patient_id)
    return ReviewTexts(texts, Changes.of(patient_id=patient_id))


@requires(Privilege.CLINICAL_READ)
def read_plan(uow: UnitOfWork, patient_id: int) -> PlanForms:
    """The relapse-prevention plan in use with its words, and what a new version starts from; reading is recorded.

    Raises:
        NotFound: patients.unknown. NotAllowed: case_review.not_given.
    """
    patient = patient_of(uow, patient_id)
    _check_access(uow, patient_id)
    last = next(iter(plans_of(uow, patient_id)), None)
    if last is not None:
        uow.record("case_review.read", patient_id=patient_id, object_kind="relapse_plan", object_id=last.id)
    parts = tuple((one.id, one.required, one.words, one.hint) for one in content.parts())
    language = "es" if (patient.language or "").startswith("es") else "en"
    return PlanForms(
        patient_head(uow, patient_id), parts, plan_row(last, with_words=True) if last else None,
        last.language if last else language, _weekday(add_months(uow.today, content.check_in_months())),
    )  # fmt: skip


@requires(Privilege.CLINICAL_WRITE)
def choices(uow: UnitOfWork, patient_id: int) -> ReviewChoices:
    """What the form of a recommendation offers.

    Raises:
        NotFound: patients.unknown. NotAllowed: case_review.not_given.
    """
    head = patient_head(uow, patient_id)
    _check_access(uow, patient_id)
    last = select(CaseRecommendation.given_by).where(CaseRecommendation.removed_at.is_(None))
    consultant = uow.session.scalar(last.order_by(CaseRecommendation.id.desc()).limit(1))
    return ReviewChoices(
        head,
        tuple((one.id, one.words) for one in content.kinds().values()),
        tuple((one.id, one.words) for one in content.addressees().values()),
        tuple(one for one in colleagues(uow) if allows(one.role, Privilege.CLINICAL_READ)),
        consultant or "",
        content.due_days(),
        frozenset(one.id for one in content.kinds().values() if one.nothing_to_do),
    )


@requires(Privilege.CLINICAL_WRITE)
def recommend(uow: UnitOfWork, request: Recommend) -> ReviewSaved:
    """Record what the consultant recommended, with the scores as they stand; it is work on Today for its role.

    Nothing to do is done at once. It also does the review steps of the patient's pathways.

    Raises:
        NotFound: patients.unknown, case_review.unknown.
        NotAllowed: case_review.not_given.
        Invalid: case_review.no_kind, no_role, no_text, no_consultant, bad_day, bad_due, no_such_user;
            registration.too_long.
    """
    patient_of(uow, request.patient_id)
    _check_access(uow, request.patient_id)
    kind = content.kinds().get(request.kind)
    if kind is None:
        raise Invalid("case_review.no_kind", "kind")
    text = cleaning.note("text", request.text, _LONGEST)
    row = CaseRecommendation(patient_id=request.patient_id, kind=kind.id, status=OPEN)
    if not kind.nothing_to_do and request.to_role not in content.addressees():
        raise Invalid("case_review.no_role", "to_role")
    if not text and not kind.nothing_to_do:
        raise Invalid("case_review.no_text", "text")
    row.text, row.to_role = text or kind.words["en"], request.to_role
    row.given_by, row.given_on = _consultant(request), _given_on(uow, request.given_on)
    row.basis = [sum_params(one) for one in standings_of(uow, request.patient_id) if one.course is not None] or None
    if kind.nothing_to_do:
        row.status, row.outcome_on, row.outcome_by = DONE, request.given_on, uow.actor.name
    else:
        row.due_on = _due_on(uow, request.due_on)
        _address(uow, row, request.to_user_id)
    uow.session.add(row)
    uow.session.flush()
    for number in request.supersedes:
        _supersede(uow, number, row)
    _close_steps(uow, request.patient_id, content.closed_by_review())
    return _saved(uow, row.id, request.patient_id)


@requires(Privilege.CLINICAL_WRITE)
def answer(uow: UnitOfWork, request: AnswerRecommendation) -> ReviewSaved:
    """Say what became of a recommendation, or open it again.

    Raises:
        NotFound: case_review.unknown. NotAllowed: case_review.not_given.
        Conflict: case_review.changed_meanwhile, case_review.answered.
        Invalid: case_review.bad_status, reason_missing; registration.too_long.
    """
    row = _row(uow, request.recommendation_id)
    _check_access(uow, row.patient_id)
    if row.version != request.expected_version:
        raise Conflict("case_review.changed_meanwhile")
    if request.status not in (OPEN, *OUTCOMES):
        raise Invalid("case_review.bad_status", "status")
    if OPEN not in (row.status, request.status):
        raise Conflict("case_review.answered")
    reason = cleaning.note("reason", request.reason)
    if request.status in (NOT_DONE, SUPERSEDED) and not reason:
        raise Invalid("case_review.reason_missing", "reason")
    row.status, row.outcome_reason = request.status, reason
    answered = request.status != OPEN
    row.outcome_on, row.outcome_by = (uow.today, uow.actor.name) if answered else (None, None)
    row.superseded_by_id = None
    return _saved(uow, row.id, row.patient_id)


@requires(Privilege.CLINICAL_WRITE)
def save_plan(uow: UnitOfWork, request: SaveRelapsePlan) -> ReviewSaved:
    """A new version of the relapse-prevention plan, signed with the patient; earlier ones stay as they were.

    Raises:
        NotFound: patients.unknown. NotAllowed: case_review.not_given.
        Conflict: case_review.changed_meanwhile.
        Invalid: case_review.part_missing (at the part), bad_language, bad_how, nobody_agreed, bad_due,
            nothing_changed; registration.too_long.
    """
    patient_of(uow, request.patient_id)
    _check_access(uow, request.patient_id)
    last = next(iter(plans_of(uow, request.patient_id)), None)
    if (last.number if last else 0) != request.expected_number:
        raise Conflict("case_review.changed_meanwhile")
    if request.language not in LANGUAGES:
        raise Invalid("case_review.bad_language", "language")
    if request.agreed_how not in HOW:
        raise Invalid("case_review.bad_how", "agreed_how")
    words = _words(request)
    agreed_by = cleaning.line("agreed_by", request.agreed_by)
    if not agreed_by:
        raise Invalid("case_review.nobody_agreed", "agreed_by")
    if not uow.today < request.check_on <= uow.today + _A_YEAR:
        raise Invalid("case_review.bad_due", "check_on")
    if last is not None and (last.words, last.check_on, last.language) == (words, request.check_on, request.language):
        raise Invalid("case_review.nothing_changed")
    number = uow.session.scalar(
        select(func.max(RelapsePlan.number)).where(RelapsePlan.patient_id == request.patient_id)
    )
    row = RelapsePlan(
        patient_id=request.patient_id, number=(number or 0) + 1, language=request.language, words=words,
        check_on=request.check_on, agreed_on=uow.today, agreed_by=agreed_by, agreed_how=request.agreed_how,
        written_by=uow.actor.name, reason=cleaning.line("reason", request.reason, 500),
    )  # fmt: skip
    uow.session.add(row)
    uow.session.flush()
    _close_steps(uow, request.patient_id, content.closed_by_plan())
    return _saved(uow, row.id, request.patient_id)


def _weekday(day: dt.date) -> dt.date:
    """The day, or the Monday after a weekend."""
    return day + dt.timedelta(days=max(0, 7 - day.weekday()) if day.weekday() >= _SATURDAY else 0)


def _words(request: SaveRelapsePlan) -> dict[str, str]:
    words = {}
    for part in content.parts():
        text = cleaning.note(part.id, request.words.get(part.id), _LONGEST)
        if part.required and not text:
            raise Invalid("case_review.part_missing", part.id)
        if text:
            words[part.id] = text
    return words


def _consultant(request: Recommend) -> str:
    name = cleaning.line("given_by", request.given_by)
    if not name:
        raise Invalid("case_review.no_consultant", "given_by")
    return name


def _given_on(uow: UnitOfWork, day: dt.date) -> dt.date:
    if not uow.today - _A_YEAR <= day <= uow.today:
        raise Invalid("case_review.bad_day", "given_on")
    return day


def _due_on(uow: UnitOfWork, day: dt.date | None) -> dt.date:
    due = day or uow.today + dt.timedelta(days=content.due_days())
    if not uow.today <= due <= uow.today + _A_YEAR:
        raise Invalid("case_review.bad_due", "due_on")
    return due


def _address(uow: UnitOfWork, row: CaseRecommendation, user_id: int | None) -> None:
    if user_id is None:
        return
    user = uow.session.get(UserAccount, user_id)
    gone = user is None or user.disabled_at is not None or user.removed_at is not None
    if user is None or gone or not allows(user.role, Privilege.CLINICAL_WRITE):
        raise Invalid("case_review.no_such_user", "to_user_id")
    row.owner_kind, row.owner_name, row.owner_user_id = OwnerKind.USER.value, user.display_name, user.id


def _supersede(uow: UnitOfWork, recommendation_id: int, by: CaseRecommendation) -> None:
    row = _row(uow, recommendation_id)
    if row.patient_id != by.patient_id or row.id == by.id:
        raise NotFound("case_review.unknown")
    if row.status == OPEN:
        row.status, row.outcome_on, row.outcome_by = SUPERSEDED, uow.today, uow.actor.name
        row.superseded_by_id = by.id


def _close_steps(uow: UnitOfWork, patient_id: int, activities: tuple[str, ...]) -> None:
    """What was done here is done in the patient's pathways too."""
    known = treatments(uow, [patient_id]).get(patient_id)
    mine = known.pathways if known is not None else frozenset()
    asked = {step.activity.id for one in shipped_pathways.pathways() if one.id in mine for step in one.steps}
    uow.session.add_all(
        StepDecision(patient_id=patient_id, activity=each, kind="done", made_on=uow.today)
        for each in activities
        if each in asked
    )


def _check_access(uow: UnitOfWork, patient_id: int) -> None:
    if KIND not in access(uow, patient_id).open_kinds:
        raise NotAllowed("case_review.not_given")


def _row(uow: UnitOfWork, recommendation_id: int) -> CaseRecommendation:
    row = uow.session.get(CaseRecommendation, recommendation_id)
    patient = uow.session.get(Patient, row.patient_id) if row is not None else None
    if row is None or row.removed_at is not None or patient is None or patient.removed_at is not None:
        raise NotFound("case_review.unknown")
    return row


def _saved(uow: UnitOfWork, row_id: int, patient_id: int) -> ReviewSaved:
    uow.session.flush()
    changes = Changes.of("case_review", "worklist", "pathway", patient_id=patient_id, action_id=uow.action_id)
    return ReviewSaved(row_id, changes)
