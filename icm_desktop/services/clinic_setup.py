"""Clinicians with a calendar here, and the kinds of visit."""

from __future__ import annotations

from sqlalchemy import func, select

from db.models.access import UserAccount
from db.models.practice import AppointmentType, Practitioner
from db.models.set_up import Room, Site
from db.repositories.scheduling import TYPE_ORDER, WIDEST_BUFFER
from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.content.phrases import LANGUAGES, bank
from icm_desktop.contracts.scheduling import SaveAppointmentType, SaveClinician, SetupSaved
from icm_desktop.contracts.set_up import MoveType, Retire, WeekKey
from icm_desktop.domain.npi import is_npi
from icm_desktop.domain.timeslots import LONGEST, SHORTEST
from icm_desktop.domain.working_time import Stretch
from icm_desktop.errors import Conflict, Invalid, NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.services import lines
from icm_desktop.services.rows import current, known
from icm_desktop.services.stranded import keeping_visits
from icm_desktop.services.working_hours import key_of, replace_hours, stored_stretches, stretches

LONGEST_NAME = 100


@requires(Privilege.APPOINTMENTS)
def save_clinician(uow: UnitOfWork, request: SaveClinician) -> SetupSaved:
    """Add or change a clinician with a calendar here and the hours of the usual week.

    Raises:
        Invalid: scheduling.clinician_name_missing, no_such_clinician, bad_hours, hours_overlap, too_long,
            set_up.bad_npi, no_such_user, no_such_site, no_such_room, several_weeks, registration.*.
        Conflict: set_up.visits_stranded.
    """
    family = request.family.strip()
    if not family:
        raise Invalid("scheduling.clinician_name_missing", "family")
    _check_lengths(family, request.given, request.prefix, request.suffix, request.specialty, request.phone)
    _check_links(uow, request)
    row = _clinician(uow, request.clinician_id)
    row.family = family
    row.given, row.prefix, row.suffix = _clean(request.given), _clean(request.prefix), _clean(request.suffix)
    row.specialty, row.phone = _clean(request.specialty), _clean(request.phone)
    row.email, row.note = lines.email(request.email), lines.note(request.note)
    row.npi, row.languages = _clean(request.npi), lines.languages(request.languages)
    row.user_id, row.default_site_id, row.default_room_id = request.user_id, request.site_id, request.room_id
    row.inside = True
    uow.session.flush()
    with keeping_visits(uow, request.confirmed or request.clinician_id is None, [row.id]):
        row.left_on = request.left_on
        if request.hours is not None:
            _replace_usual_week(uow, row.id, request)
        uow.session.flush()
    return SetupSaved(row.id, Changes.of("clinician", action_id=uow.action_id))


@requires(Privilege.APPOINTMENTS)
def save_appointment_type(uow: UnitOfWork, request: SaveAppointmentType) -> SetupSaved:
    """Add or change a kind of visit; visits that are booked keep their length.

    Raises:
        Invalid: scheduling.type_name_missing, type_exists, no_such_type, bad_length, too_long, set_up.bad_buffer,
            no_such_phrase, registration.too_long.
    """
    name = request.name.strip()
    if not name:
        raise Invalid("scheduling.type_name_missing", "name")
    _check_lengths(name)
    if not SHORTEST <= request.minutes <= LONGEST:
        raise Invalid("scheduling.bad_length", "minutes", least=SHORTEST, most=LONGEST)
    for field in ("buffer_before", "buffer_after"):
        if not 0 <= getattr(request, field) <= WIDEST_BUFFER:
            raise Invalid("set_up.bad_buffer", field, most=WIDEST_BUFFER)
    for field in ("phrase", "bring"):
        if (phrase := getattr(request, field)) is not None and not bank("en").has(phrase):
            raise Invalid("set_up.no_such_phrase", field)
    same = select(AppointmentType.id).where(
        func.lower(AppointmentType.name) == name.lower(), AppointmentType.removed_at.is_(None)
    )
    if set(uow.session.scalars(same)) - {request.type_id}:
        raise Invalid("scheduling.type_exists", "name", name=name)
    row = AppointmentType(name=name) if request.type_id is None else uow.session.get(AppointmentType, request.type_id)
    if row is None or row.removed_at is not None:
        raise Invalid("scheduling.no_such_type", "type_id")
    row.name, row.minutes = name, request.minutes
    row.buffer_before, row.buffer_after = request.buffer_before or None, request.buffer_after or None
    row.room_kind, row.note = lines.line(request.room_kind, "room_kind"), lines.note(request.note)
    row.equipment_kind = lines.line(request.equipment_kind, "equipment_kind")
    row.for_new_patients = request.for_new_patients or None
    row.phrase, row.bring_phrase = request.phrase, request.bring
    row.own_phrases = _own(request.own_phrases, "own_phrases")
    row.own_bring = _own(request.own_bring, "own_bring")
    uow.session.add(row)
    uow.session.flush()
    return _type_saved(uow, row)


@requires(Privilege.APPOINTMENTS)
def retire_type(uow: UnitOfWork, request: Retire) -> SetupSaved:
    """Offer a kind of visit no longer; visits that were booked as one stay what they are.

    Raises:
        Conflict: set_up.changed_meanwhile.
        NotFound: set_up.gone.
    """
    row = current(uow.session, AppointmentType, request.id, request.expected_version)
    row.removed_at = uow.now
    return _type_saved(uow, row)


@requires(Privilege.APPOINTMENTS)
def restore_type(uow: UnitOfWork, request: Retire) -> SetupSaved:
    """Offer a kind of visit again.

    Raises:
        Invalid: scheduling.type_exists when another one has its name by now.
        Conflict: set_up.changed_meanwhile.
        NotFound: set_up.gone.
    """
    row = uow.session.get(AppointmentType, request.id)
    if row is None:
        raise NotFound("set_up.gone")
    if row.version != request.expected_version or row.removed_at is None:
        raise Conflict("set_up.changed_meanwhile")
    same = select(AppointmentType.id).where(
        func.lower(AppointmentType.name) == row.name.lower(), AppointmentType.removed_at.is_(None)
    )
    if uow.session.scalar(same) is not None:
        raise Invalid("scheduling.type_exists", "name", name=row.name)
    row.removed_at = None
    return _type_saved(uow, row)


@requires(Privilege.APPOINTMENTS)
def move_type(uow: UnitOfWork, request: MoveType) -> SetupSaved:
    """Put a kind of visit one place up or down in every list.

    Raises:
        NotFound: set_up.gone.
    """
    kept = list(
        uow.session.scalars(select(AppointmentType).where(AppointmentType.removed_at.is_(None)).order_by(*TYPE_ORDER))
    )
    here = next((at for at, row in enumerate(kept) if row.id == request.type_id), None)
    if here is None:
        raise NotFound("set_up.gone")
    row = kept.pop(here)
    kept.insert(min(max(here + request.step, 0), len(kept)), row)
    for at, each in enumerate(kept):
        each.position = at
    return _type_saved(uow, row)


def _type_saved(uow: UnitOfWork, row: AppointmentType) -> SetupSaved:
    uow.session.flush()
    return SetupSaved(row.id, Changes.of("appointment_type", action_id=uow.action_id))


def _clinician(uow: UnitOfWork, clinician_id: int | None) -> Practitioner:
    if clinician_id is None:
        row = Practitioner()
        uow.session.add(row)
        return row
    found = uow.session.get(Practitioner, clinician_id)
    if found is None or found.removed_at is not None:
        raise Invalid("scheduling.no_such_clinician", "clinician_id")
    return found


def _replace_usual_week(uow: UnitOfWork, clinician_id: int, request: SaveClinician) -> None:
    """The week without bounds; its breaks stay, and it moves along when the usual place does."""
    usual = [each for each in stored_stretches(uow, clinician_id) if each.starts_on is None and each.ends_on is None]
    places = {key_of(each) for each in usual}
    if len(places) > 1:
        raise Invalid("set_up.several_weeks", "hours")
    key = WeekKey(site_id=request.site_id, room_id=request.room_id)
    breaks: list[Stretch] = stretches(
        tuple((each.weekday, each.starts, each.ends) for each in usual if each.is_break), key, is_break=True
    )
    replace_hours(uow, clinician_id, next(iter(places), key), [*stretches(request.hours or (), key), *breaks])


def _check_links(uow: UnitOfWork, request: SaveClinician) -> None:
    if _clean(request.npi) and not is_npi((request.npi or "").strip()):
        raise Invalid("set_up.bad_npi", "npi")
    if not known(uow.session, UserAccount, request.user_id):
        raise Invalid("set_up.no_such_user", "user_id")
    if not known(uow.session, Site, request.site_id):
        raise Invalid("set_up.no_such_site", "site_id")
    if not known(uow.session, Room, request.room_id):
        raise Invalid("set_up.no_such_room", "room_id")


def _own(texts: tuple[tuple[str, str], ...], field: str) -> dict[str, str] | None:
    kept = {code: lines.line(text, field) for code, text in texts if code in LANGUAGES}
    return {code: text for code, text in kept.items() if text} or None


def _check_lengths(*texts: str | None) -> None:
    if any(len(text) > LONGEST_NAME for text in texts if text):
        raise Invalid("scheduling.too_long", "family", most=LONGEST_NAME)


def _clean(text: str | None) -> str | None:
    return (text or "").strip() or None
