"""The end of the front desk's day: what is still open, and what whoever comes next must know."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from icm_desktop.contracts.keeping import BackupState
from icm_desktop.contracts.scheduling import AppointmentRow, MissedBefore


@dataclass(frozen=True, slots=True)
class AskHandoff:
    """The shift handoff of a local day. `language`: en or es."""

    day: dt.date
    language: str = "en"
    paper: str = "letter"


@dataclass(frozen=True, slots=True)
class Handoff:
    """Who did what how often, and how much is left open, in words; no patient is named.

    `people`: (name, ((what, how often), ...)). What was taken back again does not count.
    """

    day: dt.date
    people: tuple[tuple[str, tuple[tuple[str, int], ...]], ...]
    left: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class DayToClose:
    """What closing a day shows.

    `visits`: today's here that nobody said the end of, in order of time. `no_shows`: missed today, and `unscheduled`
    how many of them have no new date. `missed_lately`: in the last `lately_days`, and why. `next_visits`: booked for
    the next working day, `to_confirm` of them to confirm.
    """

    visits: tuple[AppointmentRow, ...]
    no_shows: int
    unscheduled: int
    missed_lately: MissedBefore
    lately_days: int
    next_day: dt.date
    next_visits: int
    to_confirm: int
    backup: BackupState
    handoff: Handoff
