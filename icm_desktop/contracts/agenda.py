"""One day of the practice in one list: visits here and elsewhere, and everything that is due on it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from icm_desktop.contracts.common import PatientHead

KINDS = ("appointment", "outside", "referral", "plan", "call", "pathway")
MOST = 400


@dataclass(frozen=True, slots=True)
class AgendaOf:
    """Which day. Only some `kinds`, or all; `search`: words in the patient's name or record number."""

    day: dt.date
    kinds: tuple[str, ...] = ()
    search: str = ""


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """One thing of a day. `at` is when, None for what is due some time of the day.

    `title` is a code with params as on Today, or words of the practice (`title_text`); roles that may not read clinical
    facts get a neutral one. `state` is the status of a visit, else "due"; `key` names the row as Today does.
    """

    key: str
    kind: str
    head: PatientHead
    day: dt.date
    at: dt.datetime | None
    title: str
    title_params: tuple[tuple[str, str], ...] = ()
    title_text: str | None = None
    state: str = "due"
    who: str | None = None
    urgent: bool = False


@dataclass(frozen=True, slots=True)
class Agenda:
    """The rows of a day in order of time, what has none last; how many there are of each kind; `more` were left out."""

    day: dt.date
    rows: tuple[AgendaRow, ...]
    counts: tuple[tuple[str, int], ...]
    more: bool = False


@dataclass(frozen=True, slots=True)
class PrintAgenda:
    """Print rows as they stand on the screen: the heading, names of columns and the words of each row."""

    heading: str
    columns: tuple[str, ...]
    lines: tuple[tuple[str, ...], ...]
    language: str = "en"
    paper: str = "letter"
