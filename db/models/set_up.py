"""How the practice is set up: sites with their hours, rooms, absences, policies, confirmed content, backups made."""

from __future__ import annotations

import datetime as dt
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Audited, Base, Imported


class Site(Audited, Base):
    """A place where this practice sees patients; `time_zone` is an IANA name, empty when it is the practice's."""

    __tablename__ = "site"

    name: Mapped[str]
    address: Mapped[str | None]
    phone: Mapped[str | None]
    fax: Mapped[str | None]
    time_zone: Mapped[str | None]
    directions: Mapped[str | None]
    position: Mapped[int] = mapped_column(default=0)


class SiteHours(Audited, Base):
    """A weekly stretch a site is open; local wall time "HH:MM", weekday 0 = Monday."""

    __tablename__ = "site_hours"

    site_id: Mapped[int] = mapped_column(ForeignKey("site.id"), index=True)
    weekday: Mapped[int]
    opens: Mapped[str]
    closes: Mapped[str]


class Closure(Audited, Base):
    """Days the practice (or one site) is closed. `kind`: holiday or closure; `open_anyway` takes a holiday of the
    shipped list away."""

    __tablename__ = "closure"
    __table_args__ = (Index("ix_closure_starts_on", "starts_on"),)

    site_id: Mapped[int | None] = mapped_column(ForeignKey("site.id"), index=True)
    name: Mapped[str]
    kind: Mapped[str]
    starts_on: Mapped[dt.date]
    ends_on: Mapped[dt.date]
    open_anyway: Mapped[bool] = mapped_column(default=False)


class Room(Audited, Base):
    """A room, or with `is_equipment` a thing that visits need; `capacity` visits fit in at a time (empty: one).

    `closed_weekdays`: days of the week it is never in use, 0 = Monday.
    """

    __tablename__ = "room"

    name: Mapped[str]
    site_id: Mapped[int | None] = mapped_column(ForeignKey("site.id"), index=True)
    kind: Mapped[str | None]
    note: Mapped[str | None]
    position: Mapped[int] = mapped_column(default=0)
    capacity: Mapped[int | None]
    is_equipment: Mapped[bool | None]
    closed_weekdays: Mapped[list[Any] | None] = mapped_column(JSON(none_as_null=True))


class Absence(Audited, Base):
    """Time a clinician or room is away; whole days, or from `starts_at` to `ends_at` of one day (local "HH:MM")."""

    __tablename__ = "absence"
    __table_args__ = (Index("ix_absence_practitioner_id_starts_on", "practitioner_id", "starts_on"),)

    practitioner_id: Mapped[int | None] = mapped_column(ForeignKey("practitioner.id"))
    room_id: Mapped[int | None] = mapped_column(ForeignKey("room.id"), index=True)
    starts_on: Mapped[dt.date]
    ends_on: Mapped[dt.date]
    starts_at: Mapped[str | None]
    ends_at: Mapped[str | None]
    reason: Mapped[str | None]


class HealthcareService(Audited, Imported, Base):
    """A service an outside organisation offers: where to refer, and what that takes."""

    __tablename__ = "healthcare_service"

    organization_id: Mapped[int | None] = mapped_column(ForeignKey("organization.id"), index=True)
    name: Mapped[str]
    category: Mapped[str | None]
    phone: Mapped[str | None]
    fax: Mapped[str | None]
    email: Mapped[str | None]
    address: Mapped[str | None]
    hours_text: Mapped[str | None]
    referral_how: Mapped[str | None]
    languages: Mapped[list[Any] | None] = mapped_column(JSON(none_as_null=True))
    insurances: Mapped[str | None]
    wait_text: Mapped[str | None]
    note: Mapped[str | None]
    sensitive: Mapped[bool] = mapped_column(default=False)
    more_phones: Mapped[str | None]
    website: Mapped[str | None]


class PolicySetting(Audited, Base):
    """A value of the practice in place of one shipped in resources/content; `name` is "policy.key"."""

    __tablename__ = "policy_setting"

    name: Mapped[str] = mapped_column(unique=True)
    value: Mapped[Any] = mapped_column(JSON)


class ContentConfirmation(Audited, Base):
    """A person of the practice has read shipped content and stands for it; `digest` (hex) tells if it changed since.

    `lines` is what was read, [place, words] each, so that a later version can be compared with it.
    """

    __tablename__ = "content_confirmation"
    __table_args__ = (Index("ix_content_confirmation_kind_content_id", "kind", "content_id"),)

    kind: Mapped[str]
    content_id: Mapped[str]
    content_version: Mapped[str | None]
    language: Mapped[str | None]
    digest: Mapped[str]
    confirmed_by: Mapped[str]
    confirmed_role: Mapped[str | None]
    confirmed_on: Mapped[dt.date]
    note: Mapped[str | None]
    lines: Mapped[list[Any] | None] = mapped_column(JSON(none_as_null=True))


class BackupRecord(Audited, Base):
    """A backup that was tried; `how`: by_hand, at_quit, scheduled. `problem` is an error code.

    `seq`: the last event of the audit record that it holds.
    """

    __tablename__ = "backup_record"
    __table_args__ = (Index("ix_backup_record_made_at", "made_at"),)

    made_at: Mapped[dt.datetime]
    how: Mapped[str]
    path: Mapped[str]
    size_bytes: Mapped[int | None]
    rows: Mapped[int | None]
    seq: Mapped[int | None]
    verified_at: Mapped[dt.datetime | None]
    problem: Mapped[str | None]
