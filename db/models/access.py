"""Who may sign in."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Audited, Base


class UserAccount(Audited, Base):
    """A user of the practice. Ids are never used again; a user who left is disabled, not removed."""

    __tablename__ = "user_account"

    name: Mapped[str] = mapped_column(String(collation="NOCASE"), unique=True)
    display_name: Mapped[str]
    role: Mapped[str]
    language: Mapped[str] = mapped_column(default="en")
    disabled_at: Mapped[dt.datetime | None]
    must_change_password: Mapped[bool] = mapped_column(default=False)
    last_signed_in_at: Mapped[dt.datetime | None]
    email: Mapped[str | None]
    phone: Mapped[str | None]
    job_title: Mapped[str | None]
