"""What a person decides about two look-alikes; the decision stays, with who and when, and can be opened again."""

from __future__ import annotations

from db.models.patient import MatchCandidate, Patient
from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.content.matching import match_rules
from icm_desktop.contracts.duplicates import Decided, PairOf
from icm_desktop.contracts.patients import Likeness
from icm_desktop.domain.matching import POSSIBLE, likeness
from icm_desktop.errors import Conflict, NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.match_decisions import DIFFERENT, decision_about
from icm_desktop.queries.match_people import people_of

OPEN = "open"


@requires(Privilege.DEMOGRAPHICS)
def not_the_same(uow: UnitOfWork, pair: PairOf) -> Decided:
    """Note that two look-alikes are two people; they leave the list and are not asked about again.

    Raises:
        NotFound: patients.unknown.
        Conflict: duplicates.decided_meanwhile.
    """
    people = people_of(uow, [pair.one, pair.other])
    if len(people) != 2:
        raise NotFound("patients.unknown")
    before = decision_about(uow, pair.one, pair.other)
    if before is not None and before.state == DIFFERENT:
        raise Conflict("duplicates.decided_meanwhile")
    how = likeness(people[pair.one], people[pair.other], match_rules())
    row = before or MatchCandidate(patient_id=pair.one, other_patient_id=pair.other, certainty=POSSIBLE, reasons="")
    if how is not None:
        row.certainty, row.reasons, row.score = how.certainty, ",".join(how.reasons), how.score
    _decide(uow, row)
    return _decided(uow, row)


@requires(Privilege.DEMOGRAPHICS)
def open_again(uow: UnitOfWork, pair: PairOf) -> Decided:
    """Take "not the same person" back: the two are a question again as long as they look alike.

    Raises:
        NotFound: duplicates.not_decided.
    """
    row = decision_about(uow, pair.one, pair.other)
    if row is None or row.state != DIFFERENT:
        raise NotFound("duplicates.not_decided")
    row.state, row.decided_at, row.decided_by_id = OPEN, None, None
    uow.session.flush()
    return _decided(uow, row)


@requires(Privilege.DEMOGRAPHICS)
def note_different(uow: UnitOfWork, patient_id: int, other_id: int, how: Likeness) -> None:
    """Note what somebody decided while registering: the new patient is not this other one."""
    row = MatchCandidate(
        patient_id=patient_id,
        other_patient_id=other_id,
        certainty=how.certainty,
        reasons=",".join(how.reasons),
        score=how.score,
    )
    _decide(uow, row)


def _decide(uow: UnitOfWork, row: MatchCandidate) -> None:
    row.state, row.decided_at, row.decided_by_id = DIFFERENT, uow.now, uow.actor.user_id
    uow.session.add(row)
    uow.session.flush()


def _decided(uow: UnitOfWork, row: MatchCandidate) -> Decided:
    name = uow.session.get_one(Patient, row.patient_id).family
    return Decided(row.patient_id, row.other_patient_id, name, Changes.of("duplicates", action_id=uow.action_id))
