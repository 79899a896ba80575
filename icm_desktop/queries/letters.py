"""Who gets a letter and who is left out and why; and what is filled in for each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from db.models.access import UserAccount
from db.models.patient import Patient, PatientAddress
from db.models.practice import Organization, Practice, Practitioner
from db.models.scheduling import Appointment, ServiceRequest
from db.unit_of_work import UnitOfWork
from icm_desktop.content.letters import KINDS, envelopes, label_sheets, letter
from icm_desktop.content.phrases import LANGUAGES
from icm_desktop.content.plain_words import plain_words, sensitive
from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.letters import LabelSheetRow, LettersRequest, LetterTarget, Recipient
from icm_desktop.domain import reaching
from icm_desktop.domain.letters import PATIENT, QUESTION, REFERRAL, STAFF, TEAM, VISIT
from icm_desktop.domain.plain_text import plain
from icm_desktop.errors import NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries import handout_visits, phrase_banks
from icm_desktop.queries.handout_page import HandoutPage
from icm_desktop.queries.heads import HEAD

LABELS, BY_HAND = "labels", "hand_envelopes"
ENVELOPES = ("envelopes", BY_HAND)
MISSED_WITHIN = dt.timedelta(days=120)
_COMING = ("booked", "pending")
_HOME = {"", "us", "usa", "u.s.", "u.s.a.", "united states", "united states of america"}


@requires(Privilege.PRINT_HANDOUT)
def recipients(uow: UnitOfWork, request: LettersRequest) -> tuple[Recipient, ...]:
    """Everybody asked for, in order: who gets the letter, and who is left out and why.

    Raises:
        NotFound: letters.unknown.
    """
    about = about_of(request.kind)
    if about in (TEAM, QUESTION):  # to others, one at a time: see queries.team_letters
        raise NotFound("letters.unknown")
    people = _people(uow, request.targets)
    found, seen = [], set()
    for target in request.targets:
        patient = people.get(target.patient_id)
        if patient is None:
            head = PatientHead(target.patient_id, "", "", None, None, None, None, None, None, None)
            found.append(Recipient(target, head, "en", False, (), "letters.left_removed"))
            continue
        one = _recipient(uow, patient, _settled(uow, target, request.kind, about), about)
        if one.left_out is None and one.target in seen:
            one = replace(one, left_out="letters.left_twice")
        seen.add(one.target)
        found.append(one)
    return tuple(found)


@requires(Privilege.SIGN_IN)
def sheets(uow: UnitOfWork) -> tuple[LabelSheetRow, ...]:
    """The sheets of labels that can be chosen."""
    return tuple(LabelSheetRow(each.id, each.name, each.across * each.down) for each in label_sheets())


@requires(Privilege.SIGN_IN)
def envelope_sizes(uow: UnitOfWork) -> tuple[LabelSheetRow, ...]:
    """The envelopes that can be chosen."""
    return tuple(LabelSheetRow(each.id, each.name, 1) for each in envelopes())


@requires(Privilege.PRINT_HANDOUT)
def sender(uow: UnitOfWork) -> tuple[str, str]:
    """Name and address of the practice."""
    practice = uow.session.scalars(select(Practice).limit(1)).one()
    return plain(practice.name), plain(practice.address)


def about_of(kind: str) -> str:
    """What letters of a kind are about; labels and envelopes are about the patient.

    Raises:
        NotFound: letters.unknown.
    """
    if kind in (LABELS, "envelopes"):
        return PATIENT
    if kind == BY_HAND:
        return STAFF  # it goes from hand to hand, so nobody is left out for want of an address
    if kind not in KINDS:
        raise NotFound("letters.unknown")
    return letter(kind).about


@requires(Privilege.PRINT_HANDOUT)
def page_of(uow: UnitOfWork, language: str, patient_id: int = 0) -> HandoutPage:
    """What wording a letter in a language needs."""
    return HandoutPage(
        patient_id=patient_id, practice=uow.session.scalars(select(Practice).limit(1)).one(),
        bank=phrase_banks.of(uow, language),
        words=plain_words(), sensitive=sensitive(), ticked=frozenset(), may_tick=False,
        today=uow.today, now=uow.now, zone=uow.zone,
    )  # fmt: skip


@requires(Privilege.PRINT_HANDOUT)
def values(uow: UnitOfWork, recipient: Recipient, page: HandoutPage) -> Mapping[str, str]:
    """What is filled in for somebody; what is not known, or tells something sensitive, is empty."""
    patient = uow.session.get(Patient, recipient.target.patient_id)
    if patient is None:
        raise NotFound("patients.unknown")
    user = uow.session.get(UserAccount, patient.coordinator_id) if patient.coordinator_id else None
    found = {
        "name": plain(" ".join(part for part in (patient.given, patient.family) if part)),
        "first_name": plain(patient.preferred_name or patient.given or patient.family),
        "coordinator": plain(user.display_name) if user is not None and user.disabled_at is None else "",
        **of_practice(uow, page),
    }
    if recipient.target.appointment_id is not None:
        found |= _visit(uow, page, recipient.target.appointment_id)
    if recipient.target.referral_id is not None:
        found |= _referral(uow, page, recipient.target.referral_id)
    return found


@requires(Privilege.PRINT_HANDOUT)
def of_practice(uow: UnitOfWork, page: HandoutPage) -> dict[str, str]:
    """What is filled in for everybody."""
    practice, hours = page.practice, plain(page.practice.hours_text).rstrip(".")
    return {
        "today": page.bank.calendar.day(page.today, year=True),
        "practice": plain(practice.name),
        "practice_phone": plain(practice.phone),
        "practice_hours": hours if page.in_language(hours) else "",
        "practice_address": plain(practice.address),
        "caller": plain(uow.actor.name),
    }


def _visit(uow: UnitOfWork, page: HandoutPage, appointment_id: int) -> dict[str, str]:
    """A sensitive visit gives its day and time only: with whom and where would tell what it is for."""
    found = handout_visits.visit(uow, page, appointment_id)
    if found is None:
        return {}
    line, is_sensitive = found
    told = {"visit_day": line.long_day, "visit_time": line.at}
    if is_sensitive:
        return told
    return {**told, "visit_with": line.who, "visit_where": line.where, "bring": line.bring.rstrip(".")}


def _referral(uow: UnitOfWork, page: HandoutPage, referral_id: int) -> dict[str, str]:
    row = uow.session.get(ServiceRequest, referral_id)
    if row is None:
        return {}
    who = uow.session.get(Practitioner, row.to_practitioner_id) if row.to_practitioner_id else None
    where = uow.session.get(Organization, row.to_organization_id) if row.to_organization_id else None
    names = [page.named(who) if who else "", plain(where.name) if where else ""]
    phones = (row.to_phone, who.phone if who else None, where.phone if where else None)
    return {
        "referral_to": ", ".join(filter(None, names)) or plain(row.to_text),
        "referral_phone": next((plain(phone) for phone in phones if plain(phone)), ""),
    }


def _people(uow: UnitOfWork, targets: Iterable[LetterTarget]) -> dict[int, Patient]:
    ids = {target.patient_id for target in targets}
    wanted = select(Patient).where(Patient.id.in_(ids), Patient.removed_at.is_(None))
    return {row.id: row for row in uow.session.scalars(wanted.options(selectinload(Patient.addresses)))}


def _recipient(uow: UnitOfWork, patient: Patient, target: LetterTarget, about: str) -> Recipient:
    head = PatientHead(*(getattr(patient, column.key) for column in HEAD))
    spoken = (patient.language or "").split("-")[0].casefold()
    address = _address(reaching.best([row for row in patient.addresses if row.removed_at is None], uow.today))
    return Recipient(
        target, head, spoken if spoken in LANGUAGES else "en", patient.large_print, address,
        _left_out(uow, patient, target, about, address),
        spoken if spoken and spoken not in LANGUAGES else None,
    )  # fmt: skip


def _left_out(
    uow: UnitOfWork, patient: Patient, target: LetterTarget, about: str, address: tuple[str, ...]
) -> str | None:
    if patient.deceased:
        return "letters.left_dead"
    if about == STAFF:
        return None
    if patient.no_letters:
        return "letters.left_no_letters"
    if not address:
        return "letters.left_no_address"
    if about == VISIT and target.appointment_id is None:
        return "letters.left_no_visit"
    if about != REFERRAL:
        return None
    row = uow.session.get(ServiceRequest, target.referral_id) if target.referral_id else None
    if row is None:
        return "letters.left_no_referral"
    who = uow.session.get(Practitioner, row.to_practitioner_id) if row.to_practitioner_id else None
    where = uow.session.get(Organization, row.to_organization_id) if row.to_organization_id else None
    told = (row.text, row.reason, row.to_text, who.specialty if who else None, where.name if where else None)
    return "letters.left_sensitive" if row.sensitive or sensitive().text(*told) else None


def _settled(uow: UnitOfWork, target: LetterTarget, kind: str, about: str) -> LetterTarget:
    """The target with the visit or referral it is about: as asked for, else the one that fits best."""
    if about == VISIT and target.appointment_id is None:
        return replace(target, appointment_id=_fitting_visit(uow, target.patient_id, missed=kind == "missed_visit"))
    if about == REFERRAL and target.referral_id is None:
        open_ones = select(ServiceRequest.id).where(
            ServiceRequest.patient_id == target.patient_id, ServiceRequest.is_referral.is_(True),
            ServiceRequest.closed_on.is_(None), ServiceRequest.removed_at.is_(None),
        )  # fmt: skip
        return replace(target, referral_id=uow.session.scalar(open_ones.order_by(ServiceRequest.id.desc()).limit(1)))
    return target


def _fitting_visit(uow: UnitOfWork, patient_id: int, *, missed: bool) -> int | None:
    mine = select(Appointment.id).where(Appointment.patient_id == patient_id, Appointment.removed_at.is_(None))
    if missed:
        lately = Appointment.starts_at >= uow.now - MISSED_WITHIN
        mine = mine.where(Appointment.status == "noshow", lately).order_by(Appointment.starts_at.desc())
    else:
        coming = Appointment.starts_at >= uow.now
        mine = mine.where(Appointment.status.in_(_COMING), coming).order_by(Appointment.starts_at)
    return uow.session.scalar(mine.limit(1))


def _address(row: PatientAddress | None) -> tuple[str, ...]:
    """As the post wants it: street, place with state and code, the country when it is another one."""
    if row is None:
        return ()
    place = " ".join(filter(None, (plain(row.state), plain(row.postal_code))))
    town = ", ".join(filter(None, (plain(row.city), place)))
    country = "" if plain(row.country).casefold() in _HOME else plain(row.country)
    streets = [plain(line) for line in (row.line or "").splitlines()]
    if not any(streets) or not town:
        streets, town = [plain(line) for line in (row.text or "").splitlines()] or [*streets, town], ""
    return tuple(filter(None, (*streets, town, country)))
