"""Appointments: day view, free slots, booking and what happens to a booking."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from icm_desktop.changes import Changes
from icm_desktop.contracts.common import PatientHead


@dataclass(frozen=True, slots=True)
class ClinicianRow:
    """A clinician with a calendar here. `hours`: (weekday 0 = Monday, "HH:MM", "HH:MM") in local time."""

    id: int
    name: str
    specialty: str | None
    hours: tuple[tuple[int, str, str], ...]
    family: str = ""
    given: str | None = None
    prefix: str | None = None
    phone: str | None = None
    version: int = 1
    suffix: str | None = None
    npi: str | None = None
    email: str | None = None
    languages: tuple[str, ...] = ()
    user_id: int | None = None
    user: str | None = None
    site_id: int | None = None
    room_id: int | None = None
    left_on: dt.date | None = None
    note: str | None = None
    weeks: int = 0  # how many sets of weekly hours there are, the usual week included


@dataclass(frozen=True, slots=True)
class AppointmentTypeRow:
    """A kind of visit and its length.

    `phrase` and `bring` name sentences of the phrase bank; `own_phrases` and `own_bring` are the practice's own words
    by language, which win. Buffers are minutes kept free before and after. `room_kind` and `equipment_kind`: what it
    takes.
    """

    id: int
    name: str
    minutes: int
    version: int = 1
    buffer_before: int = 0
    buffer_after: int = 0
    room_kind: str | None = None
    for_new_patients: bool = False
    phrase: str | None = None
    bring: str | None = None
    own_phrases: tuple[tuple[str, str], ...] = ()
    own_bring: tuple[tuple[str, str], ...] = ()
    note: str | None = None
    retired: bool = False
    equipment_kind: str | None = None


@dataclass(frozen=True, slots=True)
class SaveClinician:
    """Add (`clinician_id` None) or change a clinician and the hours of their usual week.

    `hours` None leaves the hours alone. `left_on`: their last day here.
    `confirmed`: visits outside the new hours are known and will be rebooked.
    """

    clinician_id: int | None
    family: str
    given: str | None
    prefix: str | None
    specialty: str | None
    phone: str | None
    hours: tuple[tuple[int, str, str], ...] | None
    suffix: str | None = None
    npi: str | None = None
    email: str | None = None
    languages: tuple[str, ...] = ()
    user_id: int | None = None
    site_id: int | None = None
    room_id: int | None = None
    left_on: dt.date | None = None
    note: str | None = None
    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class SaveAppointmentType:
    """Add (`type_id` None) or change a kind of visit; minutes 5 to 480, buffers 0 to 120."""

    type_id: int | None
    name: str
    minutes: int
    buffer_before: int = 0
    buffer_after: int = 0
    room_kind: str | None = None
    for_new_patients: bool = False
    phrase: str | None = None
    bring: str | None = None
    own_phrases: tuple[tuple[str, str], ...] = ()
    own_bring: tuple[tuple[str, str], ...] = ()
    note: str | None = None
    equipment_kind: str | None = None


@dataclass(frozen=True, slots=True)
class Setup:
    """What booking needs: the clinicians and the kinds of visit."""

    clinicians: tuple[ClinicianRow, ...]
    types: tuple[AppointmentTypeRow, ...]


@dataclass(frozen=True, slots=True)
class AppointmentRow:
    """One visit. `minutes` is None when its length is unknown. `reason` is None for front desk when sensitive.

    `overbook_reason`: why it was put where something was in the way. `interpreter`: the language of the one who
    is needed, "" when nobody said which, None when none is. `transport`: the patient needs a ride.
    """

    id: int
    version: int
    head: PatientHead
    starts_at: dt.datetime
    minutes: int | None
    clinician_id: int | None
    with_whom: str | None
    where: str | None
    phone: str | None
    type_name: str | None
    reason: str | None
    status: str
    outside: bool
    first_visit: bool
    cancel_reason: str | None
    referral_id: int | None
    type_id: int | None = None
    room_id: int | None = None
    room: str | None = None
    overbook_reason: str | None = None
    series_id: int | None = None
    interpreter: str | None = None
    transport: bool = False
    no_show_reason: str | None = None


@dataclass(frozen=True, slots=True)
class FindSlots:
    """Next free starts. `after` is the first local day; `part_of_day`: morning, afternoon or None.

    `type_id`: the kind of visit, for the minutes, room and equipment it needs. `language`: one the clinician speaks.
    `moving`: a booked visit whose own time counts as free. `among`: the clinicians to look at, () for all.
    """

    minutes: int
    after: dt.date
    clinician_id: int | None = None
    patient_id: int | None = None
    part_of_day: str | None = None
    limit: int = 9
    type_id: int | None = None
    language: str | None = None
    moving: int | None = None
    among: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Slot:
    """A free start booking would accept now."""

    starts_at: dt.datetime
    minutes: int
    clinician_id: int
    clinician: str


@dataclass(frozen=True, slots=True)
class Slots:
    """Free starts; when they are few or late, codes of sentences for what excluded the rest: (code, who, detail)."""

    slots: tuple[Slot, ...]
    excluded: tuple[tuple[str, str, object], ...] = ()


@dataclass(frozen=True, slots=True)
class BookAppointment:
    """Book inside. With an `overbook_reason` only the patient's own visits can be in the way. Times are aware UTC.

    `plan_action_id`: what it is booked for; `replaces_id`: the visit that was missed or cancelled;
    `wait_list_id`: the entry of the wait list that ends with it.
    """

    patient_id: int
    clinician_id: int
    starts_at: dt.datetime
    minutes: int
    type_id: int | None = None
    reason: str | None = None
    referral_id: int | None = None
    sensitive: bool = False
    overbook_reason: str | None = None
    plan_action_id: int | None = None
    replaces_id: int | None = None
    wait_list_id: int | None = None


@dataclass(frozen=True, slots=True)
class RecordOutsideVisit:
    """A visit elsewhere: whom, where, when; `referral_id` links it to its referral."""

    patient_id: int
    starts_at: dt.datetime
    minutes: int | None
    with_whom: str
    where: str | None = None
    phone: str | None = None
    reason: str | None = None
    referral_id: int | None = None
    sensitive: bool = False


@dataclass(frozen=True, slots=True)
class MoveAppointment:
    """Move a booking to another start (and clinician); its history is kept. `overbook_reason` as in booking."""

    appointment_id: int
    expected_version: int
    starts_at: dt.datetime
    clinician_id: int | None = None
    minutes: int | None = None
    overbook_reason: str | None = None


@dataclass(frozen=True, slots=True)
class BookAgain:
    """What became of a visit was recorded by mistake, or is no longer so: it is booked as before."""

    appointment_id: int
    expected_version: int
    reason: str


@dataclass(frozen=True, slots=True)
class SetAppointmentStatus:
    """Arrive, fulfil, no-show or cancel. `status` is FHIR Appointment.status.

    `reason`: required to cancel; of a no-show one of the codes, when it is known.
    """

    appointment_id: int
    expected_version: int
    status: str
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class SetNoShowReason:
    """Say why a missed visit was missed: a code of the content, None when nobody knows."""

    appointment_id: int
    expected_version: int
    reason: str | None


@dataclass(frozen=True, slots=True)
class AppointmentSaved:
    """The visit as stored."""

    appointment: AppointmentRow
    changes: Changes


@dataclass(frozen=True, slots=True)
class SetupSaved:
    """A clinician or kind of visit was saved."""

    id: int
    changes: Changes


@dataclass(frozen=True, slots=True)
class OwnClinician:
    """Who is primary care for a patient and works here."""

    id: int
    name: str


@dataclass(frozen=True, slots=True)
class MissedBefore:
    """Visits missed in twelve months, of `of` that were held or missed; `last_at` the latest.

    `reasons`: how many for each code, most first; those nobody knows are left out.
    """

    count: int
    of: int
    last_at: dt.datetime | None
    reasons: tuple[tuple[str, int], ...] = ()
