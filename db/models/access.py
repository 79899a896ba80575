"""Who may sign in."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Audited, Base


class UserAccount(Audited, Base):
    """A user of the practice. Ids are never used again; a user who left is disabled, not removed.

    `code_step`: the step (30 s since 1970) of the last one-time code they signed in with; it and those before are over.
    """

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
    code_step: Mapped[int | None]


class SecondStep(Audited, Base):
    """A user signs in with a one-time code beside the password, until it is removed.

    `secret` is shared with their authenticator app and empty once it is off; `at_unlock`: the code is asked after the
    lock, too. `ended_because`: own, administrator or recovery_code, with the `reason` written then; `told_at`: when
    they were told of it.
    """

    __tablename__ = "second_step"

    user_id: Mapped[int] = mapped_column(ForeignKey("user_account.id"), index=True)
    secret: Mapped[bytes] = mapped_column(LargeBinary)
    at_unlock: Mapped[bool] = mapped_column(default=False)
    ended_because: Mapped[str | None]
    reason: Mapped[str | None]
    told_at: Mapped[dt.datetime | None]
