"""How visits and free starts are put into words: statuses, list columns, sentences for screen readers."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QCoreApplication

from icm_desktop.contracts.scheduling import AppointmentRow, Slot
from icm_desktop.domain import appointment_states as states
from ui.context import AppContext
from ui.feedback import Level
from ui.tables.base import Chip, Column

_LEVELS = {
    states.BOOKED: Level.INFO,
    states.ARRIVED: Level.CAUTION,
    states.CHECKED_IN: Level.CAUTION,
    states.FULFILLED: Level.GOOD,
    states.NO_SHOW: Level.HIGH,
}


def _is_english(visit: AppointmentRow) -> bool:
    return (visit.head.language or "en").split("-")[0] == "en"


class VisitWords:
    """Words and columns of visits in the language of the screen."""

    def __init__(self, context: AppContext) -> None:
        self._context = context

    @staticmethod
    def tr(text: str, note: str = "", number: int = -1) -> str:
        """The text in the language of the screen."""
        return QCoreApplication.translate("VisitWords", text, note, number)

    def status(self, status: str) -> Chip:
        """What became of a visit, as a chip."""
        words = {
            states.PROPOSED: self.tr("Proposed"),
            states.PENDING: self.tr("Not confirmed"),
            states.WAITLIST: self.tr("Waiting list"),
            states.BOOKED: self.tr("Booked"),
            states.ARRIVED: self.tr("Arrived"),
            states.CHECKED_IN: self.tr("Checked in"),
            states.FULFILLED: self.tr("Done"),
            states.NO_SHOW: self.tr("No-show"),
            states.CANCELLED: self.tr("Cancelled"),
        }
        return Chip(_LEVELS.get(status, Level.NEUTRAL), words.get(status, status))

    def name(self, visit: AppointmentRow) -> str:
        """ "LOPEZ, Maria": in a block there is room for little more."""
        given = f", {visit.head.given}" if visit.head.given else ""
        return visit.head.family.upper() + given

    def span(self, visit: AppointmentRow) -> str:
        """ "9:00–9:30 AM", or the start alone when the length is unknown."""
        shown = self._context.formatting
        if visit.minutes is None:
            return shown.time(visit.starts_at)
        starts, ends = shown.time(visit.starts_at), shown.time(visit.starts_at + dt.timedelta(minutes=visit.minutes))
        time, _, half = starts.rpartition(" ")
        return f"{time}–{ends}" if time and ends.endswith(half) else f"{starts}–{ends}"

    def with_whom(self, visit: AppointmentRow) -> str:
        """Whom the patient sees."""
        return visit.with_whom or self.tr("not known")

    def place(self, visit: AppointmentRow) -> str:
        """ "Here", or "Outside" with where it is."""
        if not visit.outside:
            return visit.room or self.tr("Here")
        return self.tr("Outside: {where}").format(where=visit.where) if visit.where else self.tr("Outside")

    def kind(self, visit: AppointmentRow) -> str:
        """The kind of visit and what must be known about it: first visit, language."""
        return " · ".join(self._kind_facts(visit))

    def _kind_facts(self, visit: AppointmentRow) -> tuple[str, ...]:
        parts = (
            visit.type_name or "",
            visit.reason or "",
            self.tr("series") if visit.series_id is not None else "",
            self.tr("overbooked: {reason}").format(reason=visit.overbook_reason) if visit.overbook_reason else "",
            self.tr("first visit") if visit.first_visit else "",
            *self.needs(visit),
        )
        return tuple(part for part in parts if part)

    def needs(self, visit: AppointmentRow) -> tuple[str, ...]:
        """What the day must be prepared for: an interpreter, or at least the language, and a ride."""
        language = self._context.formatting.language(visit.head.language) if not _is_english(visit) else ""
        if visit.interpreter is not None:
            whose = self._context.formatting.language(visit.interpreter)
            needed = self.tr("interpreter: {language}").format(language=whose) if whose else self.tr("interpreter")
            language = needed
        return tuple(part for part in (language, self.tr("needs a ride") if visit.transport else "") if part)

    def facts(self, visit: AppointmentRow) -> tuple[str, ...]:
        """What stands beneath the name in a block: from when to when, with whom when it is elsewhere, what for."""
        whom = self.with_whom(visit) if visit.outside and visit.with_whom else ""
        return tuple(part for part in (self.span(visit), whom, *self._kind_facts(visit)) if part)

    def sentence(self, visit: AppointmentRow) -> str:
        """The whole visit for a screen reader."""
        words = self.tr("{time}, {patient}, with {whom}, {place}, {status}").format(
            time=self.span(visit),
            patient=self._context.formatting.short_name(visit.head),
            whom=self.with_whom(visit),
            place=self.place(visit),
            status=self.status(visit.status).word,
        )
        return f"{words}, {kind}" if (kind := self.kind(visit)) else words

    def slot(self, slot: Slot) -> str:
        """ "Tue 24-Nov-2026 9:00 AM, Dr Kim"."""
        return f"{self._context.formatting.date_time(slot.starts_at)}, {slot.clinician}"

    def columns(self) -> tuple[Column[AppointmentRow], ...]:
        """Columns of the day as a list."""
        shown = self._context.formatting
        return (
            Column("time", self.tr("Time"), self.span, sort=lambda row: row.starts_at, width=16,
                   copy=lambda row: shown.local(row.starts_at).isoformat(timespec="minutes")),
            Column("patient", self.tr("Patient"), lambda row: shown.short_name(row.head), width=24),
            Column("with", self.tr("With"), self.with_whom, width=16),
            Column("status", self.tr("Status"), lambda _row: "", sort=lambda row: self.status(row.status).word,
                   width=16, chip=lambda row: self.status(row.status)),
            Column("place", self.tr("Where"), self.place, width=14),
            Column("kind", self.tr("Visit"), self.kind, stretch=True),
            Column("phone", self.tr("Phone"), lambda row: row.head.phone or "", width=15, hidden=True),
        )  # fmt: skip
