"""Disclosures that this program did not make itself: told on the telephone, sent from elsewhere, required by law."""

from __future__ import annotations

import datetime as dt

from db.models.patient import Patient
from db.models.privacy import Disclosure
from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.content import privacy
from icm_desktop.contracts.disclosures import DisclosureSaved, HoldBack, RecordDisclosure, RemoveDisclosure
from icm_desktop.domain.privacy import SPOKEN
from icm_desktop.domain.timeslots import local_to_utc
from icm_desktop.errors import Conflict, Invalid, NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.services import cleaning

_LONGEST = 500


@requires(Privilege.PATIENT_RIGHTS)
def record(uow: UnitOfWork, request: RecordDisclosure) -> DisclosureSaved:
    """Note a disclosure with what an accounting needs: when, to whom, what, what for, on what ground.

    Raises:
        NotFound: patients.unknown.
        Invalid: privacy.no_recipient at "to_name", privacy.no_description at "description", privacy.no_purpose at
            "purpose", privacy.no_basis at "legal_basis", privacy.not_yet at "happened_at"; registration.too_long.
    """
    patient = uow.session.get(Patient, request.patient_id)
    if patient is None or patient.removed_at is not None:
        raise NotFound("patients.unknown")
    lines = {
        name: cleaning.line(name, getattr(request, name), _LONGEST)
        for name in ("to_name", "to_address", "description", "purpose")
    }
    for name, code in (("to_name", "no_recipient"), ("description", "no_description"), ("purpose", "no_purpose")):
        if lines[name] is None:
            raise Invalid(f"privacy.{code}", name)
    if request.legal_basis not in privacy.codes("basis"):
        raise Invalid("privacy.no_basis", "legal_basis")
    at = _moment(uow, request.happened_at)
    if at > uow.now + dt.timedelta(minutes=1):
        raise Invalid("privacy.not_yet", "happened_at")
    row = Disclosure(
        patient_id=patient.id, at=at, channel=SPOKEN, legal_basis=request.legal_basis,
        substance_use=request.substance_use, **lines,
    )  # fmt: skip
    uow.session.add(row)
    uow.session.flush()
    return DisclosureSaved(row.id, Changes.of("disclosure", patient_id=patient.id, action_id=uow.action_id))


@requires(Privilege.PATIENT_RIGHTS)
def remove(uow: UnitOfWork, request: RemoveDisclosure) -> DisclosureSaved:
    """Take back what was noted by mistake; only what somebody typed, never what the program let out.

    Raises:
        NotFound: privacy.unknown. Conflict: privacy.changed_meanwhile. Invalid: privacy.not_by_hand.
    """
    row = uow.session.get(Disclosure, request.id)
    if row is None or row.removed_at is not None or row.patient_id is None:
        raise NotFound("privacy.unknown")
    if row.version != request.version:
        raise Conflict("privacy.changed_meanwhile")
    if row.channel != SPOKEN:
        raise Invalid("privacy.not_by_hand")
    row.removed_at = uow.now
    uow.session.flush()
    return DisclosureSaved(row.id, Changes.of("disclosure", patient_id=row.patient_id, action_id=uow.action_id))


@requires(Privilege.PATIENT_RIGHTS)
def hold_back(uow: UnitOfWork, request: HoldBack) -> DisclosureSaved:
    """Keep a disclosure to the police or an oversight agency out of the patient's accounting, as the agency asked.

    Source: 45 CFR 164.528(a)(2).

    Raises:
        NotFound: privacy.unknown. Conflict: privacy.changed_meanwhile.
        Invalid: privacy.no_hold_back; privacy.no_agency at "agency", privacy.bad_hold_back (before today),
            privacy.spoken_hold_back (longer than a spoken request holds) at "until"; registration.too_long.
    """
    row = uow.session.get(Disclosure, request.id)
    if row is None or row.removed_at is not None or row.patient_id is None:
        raise NotFound("privacy.unknown")
    if row.version != request.version:
        raise Conflict("privacy.changed_meanwhile")
    if row.legal_basis not in privacy.hold_back_grounds():
        raise Invalid("privacy.no_hold_back")
    agency = cleaning.line("agency", request.agency, _LONGEST)
    if request.until is not None:
        _check_hold_back(uow, request, agency)
    held = request.until is not None
    row.held_back_until, row.held_back_by = request.until, agency if held else None
    row.held_back_written = request.written if held else None
    uow.session.flush()
    return DisclosureSaved(row.id, Changes.of("disclosure", patient_id=row.patient_id, action_id=uow.action_id))


def _check_hold_back(uow: UnitOfWork, request: HoldBack, agency: str | None) -> None:
    assert request.until is not None  # noqa: S101  asked before
    if agency is None:
        raise Invalid("privacy.no_agency", "agency")
    if request.until < uow.today:
        raise Invalid("privacy.bad_hold_back", "until")
    most = privacy.hold_back_days()
    if not request.written and request.until > uow.today + dt.timedelta(days=most):
        raise Invalid("privacy.spoken_hold_back", "until", most=most)


def _moment(uow: UnitOfWork, told: dt.datetime | dt.date) -> dt.datetime:
    """Of a day its noon, of today the moment it is noted when that is before."""
    if isinstance(told, dt.datetime):
        return told
    noon = local_to_utc(dt.datetime.combine(told, dt.time(12)), uow.zone).choices[0]
    return min(noon, uow.now) if told == uow.today else noon
