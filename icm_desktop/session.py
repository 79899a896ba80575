"""What the window is told of who is at the keyboard."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from db.database import OpenDatabase
from db.models.access import UserAccount
from db.models.practice import Practice
from db.unit_of_work import Actor
from icm_desktop import clock
from icm_desktop.contracts.access import SignedIn
from icm_desktop.permissions import Role
from icm_desktop.practice import OpenPractice
from icm_desktop.queries.partner_polling import anybody

SET_UP = Actor(None, "set-up", Role.ADMINISTRATOR.value)
_CHECK_DAYS = 365  # a recovery sheet nobody looked at for a year may be anywhere


def session_of(opened: OpenDatabase, practice: Practice, user: UserAccount) -> SignedIn:
    """What the window is told of who is at the keyboard."""
    with OpenPractice(opened, SET_UP, ZoneInfo("UTC")).read() as uow:
        exchanges, doubted = anybody(uow), clock.doubt(uow)
    return SignedIn(
        user_id=user.id,
        user=user.name,
        display_name=user.display_name,
        role=user.role,
        practice=practice.name,
        database=str(opened.path),
        time_zone=practice.time_zone,
        is_sample=practice.is_sample,
        clock_24_hours=practice.clock_24_hours,
        recovery_unconfirmed=practice.recovery_confirmed_at is None,
        must_change_password=user.must_change_password,
        lock_minutes=practice.lock_minutes,
        session_hours=practice.session_hours,
        recovery_due=_is_due(practice),
        exchanges=exchanges,
        clock_doubt=doubted,
    )


def _is_due(practice: Practice) -> bool:
    confirmed = practice.recovery_confirmed_at
    return confirmed is not None and (dt.datetime.now(dt.UTC) - confirmed).days >= _CHECK_DAYS
