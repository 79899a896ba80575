"""The practice itself, its appointment types, and the people and places it works with."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Audited, Base, Imported


class Practice(Audited, Base):
    """The one practice this database belongs to; `time_zone` is an IANA name.

    `holidays_through`: the last year of which somebody said which holidays the practice keeps.
    `key_due_since`: since when the file is to get a new key, because somebody left; `key_at_close`: when the day ends.
    `lineage` is new whenever a backup is restored, so that the restored file is not measured by where the other one is.
    """

    __tablename__ = "practice"

    name: Mapped[str]
    time_zone: Mapped[str] = mapped_column(default="UTC")
    is_sample: Mapped[bool] = mapped_column(default=False)
    phone: Mapped[str | None]
    after_hours_phone: Mapped[str | None]
    hours_text: Mapped[str | None]
    address: Mapped[str | None]
    clock_24_hours: Mapped[bool] = mapped_column(default=False)
    recovery_confirmed_at: Mapped[dt.datetime | None]
    fax: Mapped[str | None]
    email: Mapped[str | None]
    website: Mapped[str | None]
    photos_enabled: Mapped[bool | None]
    pictures_on_pages: Mapped[bool | None]
    code_on_pages: Mapped[bool | None]
    lock_minutes: Mapped[int | None]
    backup_folder: Mapped[str | None]
    backup_second_folder: Mapped[str | None]
    backup_keep: Mapped[int | None]
    backup_at_quit: Mapped[bool | None]
    uses_keyring: Mapped[bool | None]
    verified_at: Mapped[dt.datetime | None]
    verified_ok: Mapped[bool | None]
    lineage: Mapped[str | None]
    holidays_through: Mapped[int | None]
    key_due_since: Mapped[dt.datetime | None]
    key_at_close: Mapped[bool | None]
    key_changed_at: Mapped[dt.datetime | None]
    session_hours: Mapped[int | None]


class Organization(Audited, Imported, Base):
    """A clinic, hospital, agency or other organisation."""

    __tablename__ = "organization"

    name: Mapped[str] = mapped_column(index=True)
    phone: Mapped[str | None]
    fax: Mapped[str | None]
    address: Mapped[str | None]
    kind: Mapped[str | None]
    email: Mapped[str | None]
    website: Mapped[str | None]
    note: Mapped[str | None]
    languages: Mapped[list[Any] | None] = mapped_column(JSON(none_as_null=True))
    referral_how: Mapped[str | None]
    wait_text: Mapped[str | None]
    hours_text: Mapped[str | None]
    more_phones: Mapped[str | None]
    insurances: Mapped[str | None]


class Location(Audited, Imported, Base):
    """A place where care happens."""

    __tablename__ = "location"

    name: Mapped[str]
    phone: Mapped[str | None]
    address: Mapped[str | None]
    organization_id: Mapped[int | None] = mapped_column(ForeignKey("organization.id"), index=True)


class Practitioner(Audited, Imported, Base):
    """A person who gives care; `inside` when they work in this practice and have a calendar here."""

    __tablename__ = "practitioner"
    __table_args__ = (  # the few of this practice among the thousands a directory holds
        Index("ix_practitioner_inside", "family", sqlite_where=text("inside IS 1")),
        Index("ix_practitioner_left_on", "left_on", sqlite_where=text("left_on IS NOT NULL")),
    )

    family: Mapped[str] = mapped_column(index=True)
    given: Mapped[str | None]
    prefix: Mapped[str | None]
    suffix: Mapped[str | None]
    specialty: Mapped[str | None]
    phone: Mapped[str | None]
    fax: Mapped[str | None]
    organization_id: Mapped[int | None] = mapped_column(ForeignKey("organization.id"), index=True)
    inside: Mapped[bool] = mapped_column(default=False)
    user_id: Mapped[int | None] = mapped_column(ForeignKey("user_account.id"))
    npi: Mapped[str | None]
    email: Mapped[str | None]
    languages: Mapped[list[Any] | None] = mapped_column(JSON(none_as_null=True))
    note: Mapped[str | None]
    referral_how: Mapped[str | None]
    wait_text: Mapped[str | None]
    default_site_id: Mapped[int | None] = mapped_column(ForeignKey("site.id"))
    default_room_id: Mapped[int | None] = mapped_column(ForeignKey("room.id"))
    left_on: Mapped[dt.date | None]
    more_phones: Mapped[str | None]
    address: Mapped[str | None]
    hours_text: Mapped[str | None]
    insurances: Mapped[str | None]


class PractitionerRole(Audited, Imported, Base):
    """What a practitioner does for an organisation."""

    __tablename__ = "practitioner_role"

    practitioner_id: Mapped[int | None] = mapped_column(ForeignKey("practitioner.id"), index=True)
    organization_id: Mapped[int | None] = mapped_column(ForeignKey("organization.id"), index=True)
    role: Mapped[str | None]
    specialty: Mapped[str | None]
    phone: Mapped[str | None]


class WorkingHours(Audited, Base):
    """A weekly stretch a clinician sees patients, or (`kind` "break") does not; local wall time "HH:MM".

    Weekday 0 is Monday. `starts_on` and `ends_on` bound it in time; `every_weeks` 2 means every other week counted from
    `starts_on`.
    """

    __tablename__ = "working_hours"
    __table_args__ = (Index("ix_working_hours_practitioner_id_weekday", "practitioner_id", "weekday"),)

    practitioner_id: Mapped[int] = mapped_column(ForeignKey("practitioner.id"))
    weekday: Mapped[int]
    starts: Mapped[str]
    ends: Mapped[str]
    kind: Mapped[str | None]
    site_id: Mapped[int | None] = mapped_column(ForeignKey("site.id"))
    room_id: Mapped[int | None] = mapped_column(ForeignKey("room.id"))
    starts_on: Mapped[dt.date | None]
    ends_on: Mapped[dt.date | None]
    every_weeks: Mapped[int | None]


class AppointmentType(Audited, Base):
    """A kind of visit with its length; `phrase` names what the patient reads, `own_phrases` are own words."""

    __tablename__ = "appointment_type"

    name: Mapped[str]
    minutes: Mapped[int]
    phrase: Mapped[str | None]
    bring_phrase: Mapped[str | None]
    own_phrases: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    own_bring: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    buffer_before: Mapped[int | None]
    buffer_after: Mapped[int | None]
    room_kind: Mapped[str | None]
    for_new_patients: Mapped[bool | None]
    color: Mapped[str | None]
    position: Mapped[int | None]
    note: Mapped[str | None]
    equipment_kind: Mapped[str | None]
