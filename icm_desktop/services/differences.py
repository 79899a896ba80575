"""What a person decides where an outside source says something else: keep ours, take theirs, or let both stand."""

from __future__ import annotations

from typing import Any

from sqlalchemy import inspect, select

from db.models.by_table import CLASSES
from db.models.exchange import ImportDifference, SourceResource
from db.models.patient import Patient, PatientName, PatientTelecom
from db.stored_values import from_stored
from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.contracts.differences import DecideDifference, DifferenceDecided
from icm_desktop.contracts.records import FactRef, MarkMistaken
from icm_desktop.domain.differences import ANSWERS, BESIDE, BOTH, MINE, OPEN, SOME, THEIRS
from icm_desktop.domain.records import KINDS, UNTOLD, is_mistaken
from icm_desktop.domain.together import with_their_group
from icm_desktop.errors import Conflict, Invalid, NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.record_titles import title_of
from icm_desktop.services.importing.lowering import critical_scores, keep_waiting
from icm_desktop.services.matching.scoring import score_again
from icm_desktop.services.mistakes import mark
from icm_desktop.services.person_rows import settle_phone

_NEW = frozenset({"id", "version", "created_at", "created_by_id", "updated_at", "updated_by_id"})


@requires(Privilege.CLINICAL_WRITE)
def decide(uow: UnitOfWork, request: DecideDifference) -> DifferenceDecided:
    """Decide where a later copy says otherwise than what was changed here.

    Theirs: our record takes their values and follows its source again; some: in these fields only. Both: theirs stands
    as a record of its own that follows the source, ours is nobody's but ours from now on. Theirs of what is no longer
    at its source: ours is marked as entered in error. What was decided is not asked again until the source says
    something new; what an exchange partner has of it is brought in line with the next round.

    Raises:
        NotFound: differences.unknown.
        Invalid: differences.bad_answer; differences.not_both for kinds of which one patient has one.
        NotAllowed: today.clinician_decides where an answer about safety would go.
        Conflict: differences.decided_meanwhile; differences.changed_meanwhile when ours was changed or removed since.
    """
    found, row = _open(uow, request)
    if found.other_id is not None or (found.gone_at is not None and request.answer not in (MINE, THEIRS)):
        raise Invalid("differences.bad_answer")
    if found.gone_at is not None and request.answer == THEIRS:
        _withdraw(uow, row, found)
    elif request.answer in (THEIRS, SOME):
        _take(uow, row, found, _chosen(found, request))
    elif request.answer == BOTH:
        _beside(uow, row, found)
    return _decided(uow, found, row, request)


@requires(Privilege.CLINICAL_WRITE)
def decide_between(uow: UnitOfWork, request: DecideDifference) -> DifferenceDecided:
    """Decide where two records tell of one fact what cannot both be so.

    Mine: both stay on file, ours is what is shown. Theirs: our record takes their values. Both: each is shown.

    Raises:
        NotFound: differences.unknown.
        Invalid: differences.bad_answer.
        Conflict: differences.decided_meanwhile, differences.changed_meanwhile.
    """
    found, row = _open(uow, request)
    if found.other_id is None:
        raise Invalid("differences.bad_answer")
    if request.answer in (THEIRS, SOME):
        _take(uow, row, found, _chosen(found, request))
    return _decided(uow, found, row, request)


def _chosen(found: ImportDifference, request: DecideDifference) -> set[str]:
    """The columns in which theirs is taken: with all that mean something only together with them."""
    if request.answer == THEIRS:
        return set(found.theirs)
    wanted = with_their_group(found.kind, set(request.fields)) & set(found.theirs)
    if not wanted or not set(request.fields) <= set(found.theirs):
        raise Invalid("differences.bad_answer")
    return wanted | (set(found.theirs) & UNTOLD if wanted >= set(found.theirs) - UNTOLD else set())


def _open(uow: UnitOfWork, request: DecideDifference) -> tuple[ImportDifference, Any]:
    if request.answer not in ANSWERS:
        raise Invalid("differences.bad_answer")
    found = uow.session.get(ImportDifference, request.id)
    if found is None or found.removed_at is not None:
        raise NotFound("differences.unknown")
    if found.state != OPEN or found.version != request.version:
        raise Conflict("differences.decided_meanwhile")
    row = uow.session.get(CLASSES[found.kind], found.row_id)
    if row is None or row.removed_at is not None:
        raise Conflict("differences.changed_meanwhile")
    if request.answer == BOTH and found.kind not in BESIDE:
        raise Invalid("differences.not_both")
    return found, row


def _decided(uow: UnitOfWork, found: ImportDifference, row: Any, request: DecideDifference) -> DifferenceDecided:
    answer = request.answer
    found.taken = sorted(_chosen(found, request)) if answer == SOME else None
    found.state, found.decided_at, found.decided_by_id = answer, uow.now, uow.actor.user_id
    uow.session.flush()
    score_again(uow)
    changes = Changes.of(
        "difference", "chart", "patient", "goal", "plan_action", "referral", "appointment", "task",
        patient_id=found.patient_id, action_id=uow.action_id,
    )  # fmt: skip
    return DifferenceDecided(answer, title_of(KINDS[found.kind], row), changes)


def _withdraw(uow: UnitOfWork, row: Any, found: ImportDifference) -> None:
    """Ours goes the way theirs went: marked, never deleted."""
    if is_mistaken(KINDS[found.kind], row):
        return
    reason = "No longer at the source"
    mark(uow, MarkMistaken(FactRef(found.kind, row.id), row.version, reason))


def _take(uow: UnitOfWork, row: Any, found: ImportDifference, names: set[str]) -> None:
    critical = critical_scores(row)
    before = {name: getattr(row, name) for name in found.theirs}
    for name, value in _theirs(uow, found).items():
        if name in names:
            setattr(row, name, value)
    keep_waiting(uow, row, critical)
    uow.session.flush()
    if isinstance(row, PatientTelecom):
        settle_phone(uow, uow.session.get_one(Patient, row.patient_id))
    if isinstance(row, Patient):
        _rename(uow, row, before)


@requires(Privilege.CLINICAL_WRITE)
def open_about(uow: UnitOfWork, copy_id: int) -> list[ImportDifference]:
    """What an exchange partner's copy asks."""
    query = select(ImportDifference).where(
        ImportDifference.partner_copy_id == copy_id, ImportDifference.state == OPEN,
        ImportDifference.removed_at.is_(None),
    )  # fmt: skip
    return list(uow.session.scalars(query.order_by(ImportDifference.id)))


@requires(Privilege.CLINICAL_WRITE)
def answer_open(uow: UnitOfWork, found: ImportDifference, answer: str) -> DifferenceDecided:
    """Decide about a question as it is, of which only its number is known to whoever asked.

    Raises:
        As `decide`.
    """
    return decide(uow, DecideDifference(found.id, found.version, answer))


def _rename(uow: UnitOfWork, patient: Patient, before: dict[str, Any]) -> None:
    """The current name stands in the list of names too."""
    old = before.get("family", patient.family), before.get("given", patient.given)
    if old == (patient.family, patient.given):
        return
    names = select(PatientName).where(PatientName.patient_id == patient.id, PatientName.removed_at.is_(None))
    for name in uow.session.scalars(names):
        if (name.family, name.given) == old and name.use != "old":
            name.family, name.given = patient.family, patient.given


def _beside(uow: UnitOfWork, row: Any, found: ImportDifference) -> None:
    """A record that says what the source says; the source goes on with it, ours is left as it is."""
    kind = type(row)
    values = {one.key: getattr(row, one.key) for one in inspect(kind).column_attrs if one.key not in _NEW}
    added = kind(**{**values, **_theirs(uow, found)})
    uow.session.add(added)
    row.source_id = None
    uow.session.flush()
    source = uow.session.get(SourceResource, found.source_id) if found.source_id is not None else None
    if source is not None and (source.target_table, source.target_id) == (found.kind, row.id):
        source.target_id = added.id
    found.other_id = added.id  # these two are not asked about again as two sources of one fact
    if isinstance(added, PatientTelecom):
        settle_phone(uow, uow.session.get_one(Patient, added.patient_id))


def _theirs(uow: UnitOfWork, found: ImportDifference) -> dict[str, Any]:
    return {name: from_stored(uow.session, found.kind, name, value) for name, value in found.theirs.items()}
