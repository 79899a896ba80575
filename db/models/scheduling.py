"""Appointments and referrals: every visit and every hand-off until it is closed."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Audited, Base, Imported
from db.models.clinical import Fact
from db.models.plan import Owned


class Appointment(Audited, Imported, Base):
    """A visit, here or elsewhere (`outside`).

    `status` is FHIR Appointment.status (booked, arrived, noshow, cancelled ...). `overbook_reason` says why it was put
    where something was in the way; `moved_from_id` is the visit that did not take place and that this one replaces.
    `arrived_at`: when somebody marked the patient as here. `no_show_reason`: a code of no_show_reasons.toml, None when
    nobody knows.
    """

    __tablename__ = "appointment"
    __table_args__ = (
        Index("ix_appointment_practitioner_id_starts_at", "practitioner_id", "starts_at"),
        Index(  # how full days are is answered by the index alone
            "ix_appointment_starts_at",
            *("starts_at", "practitioner_id", "status", "outside", "minutes", "removed_at", "import_id"),
        ),
        Index(  # when many patients come or came is answered by the index alone
            "ix_appointment_patient_id_starts_at",
            *("patient_id", "starts_at", "status", "outside", "removed_at", "import_id"),
        ),
        Index("ix_appointment_status_starts_at", "status", "starts_at"),
        Index("ix_appointment_room_id_starts_at", "room_id", "starts_at"),
        Index("ix_appointment_equipment_id_starts_at", "equipment_id", "starts_at"),
        Index("ix_appointment_plan_action_id", "plan_action_id"),
        Index("ix_appointment_moved_from_id", "moved_from_id"),
        Index("ix_appointment_series_id", "series_id"),
        Index("ix_appointment_ical_uid", "ical_uid"),
    )

    patient_id: Mapped[int] = mapped_column(ForeignKey("patient.id"))
    starts_at: Mapped[dt.datetime | None]
    ends_at: Mapped[dt.datetime | None]
    time_zone: Mapped[str | None]
    minutes: Mapped[int | None]
    practitioner_id: Mapped[int | None] = mapped_column(ForeignKey("practitioner.id"))
    organization_id: Mapped[int | None] = mapped_column(ForeignKey("organization.id"))
    appointment_type_id: Mapped[int | None] = mapped_column(ForeignKey("appointment_type.id"))
    service_request_id: Mapped[int | None] = mapped_column(ForeignKey("service_request.id"), index=True)
    status: Mapped[str]
    outside: Mapped[bool] = mapped_column(default=False)
    with_text: Mapped[str | None]
    where_text: Mapped[str | None]
    phone: Mapped[str | None]
    reason: Mapped[str | None]
    phrase: Mapped[str | None]
    bring: Mapped[str | None]
    cancel_reason: Mapped[str | None]
    sensitive: Mapped[bool] = mapped_column(default=False)
    moved_from_id: Mapped[int | None] = mapped_column(ForeignKey("appointment.id"))
    site_id: Mapped[int | None] = mapped_column(ForeignKey("site.id"))
    room_id: Mapped[int | None] = mapped_column(ForeignKey("room.id"))
    equipment_id: Mapped[int | None] = mapped_column(ForeignKey("room.id"))
    overbook_reason: Mapped[str | None]
    plan_action_id: Mapped[int | None] = mapped_column(ForeignKey("plan_action.id"))
    series_id: Mapped[int | None] = mapped_column(ForeignKey("appointment_series.id"))
    series_on: Mapped[dt.date | None]
    arrived_at: Mapped[dt.datetime | None]
    ical_uid: Mapped[str | None]
    ical_sequence: Mapped[int | None]
    no_show_reason: Mapped[str | None]


class AppointmentSeries(Audited, Base):
    """The rule of visits that come again: every so many days, weeks or months at local wall time `at` ("HH:MM").

    The visits are rows of their own; `Appointment.series_on` is the date the rule gives, wherever the visit was moved.
    `split_from_id`: the series this one goes on from, when "this and the following" were changed.
    """

    __tablename__ = "appointment_series"

    patient_id: Mapped[int] = mapped_column(ForeignKey("patient.id"), index=True)
    every: Mapped[int]
    unit: Mapped[str]
    starts_on: Mapped[dt.date]
    times: Mapped[int | None]
    until: Mapped[dt.date | None]
    at: Mapped[str]
    time_zone: Mapped[str]
    minutes: Mapped[int]
    split_from_id: Mapped[int | None] = mapped_column(ForeignKey("appointment_series.id"))


class WaitListEntry(Audited, Base):
    """Somebody who wants an earlier time, or any: a kind of visit, with whom (None: anyone), when it would suit.

    `days`: weekdays that suit, "0" Monday to "6" Sunday, "" any; `part_of_day`: morning, afternoon or None. Closed by
    being booked (`appointment_id`) or taken off the list.
    """

    __tablename__ = "wait_list_entry"
    __table_args__ = (Index("ix_wait_list_entry_closed_on", "closed_on"),)

    patient_id: Mapped[int] = mapped_column(ForeignKey("patient.id"), index=True)
    appointment_type_id: Mapped[int | None] = mapped_column(ForeignKey("appointment_type.id"))
    practitioner_id: Mapped[int | None] = mapped_column(ForeignKey("practitioner.id"))
    minutes: Mapped[int]
    days: Mapped[str]
    part_of_day: Mapped[str | None]
    urgent: Mapped[bool]
    since: Mapped[dt.date]
    note: Mapped[str | None]
    appointment_id: Mapped[int | None] = mapped_column(ForeignKey("appointment.id"))
    closed_on: Mapped[dt.date | None]


class ServiceRequest(Fact, Owned, Base):
    """A referral (`is_referral`) or another order. `status` is FHIR ServiceRequest.status.

    `text` the service asked for; `service` which kind of service of the content file it is, whose limits then count.
    `reviewer_id`: the clinician here who reviews the note that comes back.
    """

    __tablename__ = "service_request"
    __table_args__ = (
        Index("ix_service_request_is_referral_closed_on", "is_referral", "closed_on"),
        Index("ix_service_request_text", "text", sqlite_where=text("text IS NOT NULL")),
        Index("ix_service_request_to_text", "to_text", sqlite_where=text("to_text IS NOT NULL")),
    )

    is_referral: Mapped[bool] = mapped_column(default=False)
    intent: Mapped[str | None]
    to_practitioner_id: Mapped[int | None] = mapped_column(ForeignKey("practitioner.id"), index=True)
    to_organization_id: Mapped[int | None] = mapped_column(ForeignKey("organization.id"), index=True)
    to_text: Mapped[str | None]
    to_phone: Mapped[str | None]
    reason: Mapped[str | None]
    question: Mapped[str | None]
    urgency: Mapped[str] = mapped_column(default="routine")
    ordered_on: Mapped[dt.date | None]
    requester: Mapped[str | None]
    sensitive: Mapped[bool] = mapped_column(default=False)
    closed_on: Mapped[dt.date | None]
    service: Mapped[str | None]
    reviewer_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"), index=True)


class ReferralEvent(Audited, Imported, Base):
    """One dated fact of a referral.

    Sent, received, accepted, scheduled, seen, report_received, reviewed, patient_informed ... `reason_code` says why it
    ended.
    """

    __tablename__ = "referral_event"

    service_request_id: Mapped[int] = mapped_column(ForeignKey("service_request.id"), index=True)
    patient_id: Mapped[int] = mapped_column(ForeignKey("patient.id"), index=True)
    state: Mapped[str]
    happened_on: Mapped[dt.date]
    how: Mapped[str | None]
    person: Mapped[str | None]
    note: Mapped[str | None]
    reason_code: Mapped[str | None]
