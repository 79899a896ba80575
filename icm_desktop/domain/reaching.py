"""How a person may be reached: what may be chosen, and which of several numbers or addresses is the best one today."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Protocol, TypeVar

from icm_desktop.domain.validity import VALID, period

VOICEMAIL_RULES = ("no_message", "name_and_number", "details_allowed")
CHANNELS = ("phone", "sms", "email", "mail", "portal")
TELECOM_SYSTEMS = ("phone", "email", "fax", "sms", "pager", "url", "other")
TELECOM_USES = ("mobile", "home", "work", "temp", "old")
ADDRESS_USES = ("home", "work", "temp", "billing", "old")
NAME_USES = ("maiden", "old", "nickname", "usual", "temp", "anonymous")
CALLED = ("phone", "sms")
_NO_RANK = 99
_USE_ORDER = {"mobile": 0, "home": 1, "work": 2, None: 3, "temp": 4}


class Dated(Protocol):
    """A number or address with its use and dates."""

    @property
    def id(self) -> int | None: ...
    @property
    def use(self) -> str | None: ...
    @property
    def starts_on(self) -> str | None: ...
    @property
    def ends_on(self) -> str | None: ...


D = TypeVar("D", bound=Dated)


def in_use(item: Dated, today: dt.date) -> bool:
    """Whether it is meant for use today; dates that cannot be read do not hide it."""
    return item.use != "old" and period(item.starts_on, item.ends_on, today) in (VALID, "unknown")


def best_first(items: Iterable[D], today: dt.date) -> list[D]:
    """Those in use today first, by rank, then mobile before home before work, then as they were recorded."""
    return sorted(items, key=lambda item: (not in_use(item, today), _rank(item), _USE_ORDER.get(item.use, 3), item.id))


def best(items: Iterable[D], today: dt.date) -> D | None:
    """The one lists show; None when none is in use today."""
    first = next(iter(best_first(items, today)), None)
    return first if first is not None and in_use(first, today) else None


def _rank(item: Dated) -> int:
    rank = getattr(item, "rank", None)
    return rank if isinstance(rank, int) else _NO_RANK
