"""Use of hospitals: stays joined over transfers, readmissions within 30 days, days with an emergency visit."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

_DAY = dt.timedelta(days=1)
DIED, HOSPICE, PREGNANCY, SAME_DAY, PLANNED, OPEN = "died", "hospice", "pregnancy", "same_day", "planned", "open"


@dataclass(frozen=True, slots=True)
class Stay:
    """A stay in hospital on local days; `ended` is None while it lasts. `because`: why it is no index stay, if so."""

    id: int
    began: dt.date
    ended: dt.date | None
    planned: bool = False
    died: bool = False
    because: str = ""


@dataclass(frozen=True, slots=True)
class Emergency:
    """An emergency visit on local days."""

    id: int
    day: dt.date
    ended: dt.date


@dataclass(frozen=True, slots=True)
class Index:
    """A discharge that counts. `again`: the stay that followed in time. `provisional`: its days are not over yet."""

    stay: Stay
    again: Stay | None
    days: int | None
    provisional: bool


def joined(stays: Iterable[Stay]) -> list[Stay]:
    """Stays of one person with transfers joined: what begins on the day of a discharge or the day after goes on.

    The joined stay is planned if its first part was, and ends as its last part ended. Source: the rule of plan
    all-cause readmission that stays two or more calendar days apart are distinct.
    """
    found: list[Stay] = []
    for one in sorted(stays, key=lambda each: (each.began, each.ended or dt.date.max, each.id)):
        last = found[-1] if found else None
        if last is not None and (last.ended is None or one.began <= last.ended + _DAY):
            ended = None if last.ended is None or one.ended is None else max(last.ended, one.ended)
            found[-1] = replace(
                last, ended=ended, died=last.died or one.died, because=last.because or one.because, id=last.id
            )
        else:
            found.append(one)
    return found


def index_stays(stays: Sequence[Stay], first: dt.date, last: dt.date, today: dt.date, days: int = 30) -> list[Index]:
    """Discharges of a period that count, each with the unplanned stay that began within so many days.

    Args:
        stays: Of one person, transfers joined.
        first: The first day of discharge that counts.
        last: The last one.
        today: What began later is not known.
        days: Days after the discharge that count.
    """
    found = []
    for one in stays:
        if one.ended is None or not first <= one.ended <= min(last, today) or _why_not(one):
            continue
        end = one.ended
        after = [each for each in stays if each.began > end and not each.planned and (each.began - end).days <= days
                 and each.began <= today]  # fmt: skip
        again = min(after, key=lambda each: each.began, default=None)
        gone = None if again is None else (again.began - end).days
        found.append(Index(one, again, gone, again is None and today < end + dt.timedelta(days=days)))
    return found


def _why_not(one: Stay) -> str:
    """Why a discharge is not an index; empty when it is."""
    if one.because:
        return one.because
    if one.planned:
        return PLANNED
    if one.died:
        return DIED
    return SAME_DAY if one.ended == one.began else ""


def not_counted(stays: Sequence[Stay], first: dt.date, last: dt.date) -> list[tuple[Stay, str]]:
    """Discharges of a period that are no index, each with the reason."""
    ended = ((one, _why_not(one)) for one in stays if one.ended is not None and first <= one.ended <= last)
    return [(one, why) for one, why in ended if why]


def emergency_days(
    visits: Iterable[Emergency], stays: Iterable[Stay], first: dt.date, last: dt.date, *, admitted: bool = False
) -> tuple[dt.date, ...]:
    """The days of a period with an emergency visit, several on one day once.

    Args:
        visits: Of one person.
        stays: Of the same person; a visit that was over on the day a stay began, or later, became that admission.
        first: The first day that counts.
        last: The last day that counts.
        admitted: Count visits that became an admission too.
    """
    begun = sorted({one.began for one in stays})
    return tuple(
        sorted({
            one.day
            for one in visits
            if first <= one.day <= last and (admitted or not any(one.day <= day <= one.ended for day in begun))
        })
    )  # fmt: skip
