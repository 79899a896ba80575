"""Whether this computer's clock can be right: held against the newest entries, and whether anything sets it.

Visits, due days and the record of who did what go by it; a battery that ran out or a hand that slipped shows here.
"""

from __future__ import annotations

import ctypes
import datetime as dt
import sys

from db.audit import newest_moment
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.access import ClockDoubt

BEHIND, AHEAD = "behind", "ahead"
_SLACK = dt.timedelta(minutes=5)
_LONG = dt.timedelta(days=60)
_ENTRIES = 2000  # looked at: a clock that was ahead and is right again is forgotten after a few days of work
_TIMEX_BYTES = 512  # struct timex of linux/timex.h has 208
_NOT_SYNCHRONISED = 5  # TIME_ERROR of linux/timex.h


def doubt(uow: UnitOfWork) -> ClockDoubt | None:
    """What speaks against the clock: entries made later than it says, or none for two months. None: nothing does."""
    newest = newest_moment(uow.session.connection(), _ENTRIES)
    if newest is None:
        return None
    if newest > uow.now + _SLACK:
        return ClockDoubt(BEHIND, newest, uow.now)
    return ClockDoubt(AHEAD, newest, uow.now) if newest < uow.now - _LONG else None


def synchronised() -> bool | None:
    """Whether something sets the clock by the network, as Linux tells it; None where this cannot be asked."""
    if not sys.platform.startswith("linux"):
        return None
    try:
        state = ctypes.CDLL(None).adjtimex(ctypes.create_string_buffer(_TIMEX_BYTES))  # all zero: only asks
    except (AttributeError, OSError):
        return None
    return None if state < 0 else bool(state != _NOT_SYNCHRONISED)


def told() -> dict[str, bool] | None:
    """What the record of a sign-in keeps of it; None where this cannot be asked."""
    found = synchronised()
    return None if found is None else {"clock_synchronised": found}
