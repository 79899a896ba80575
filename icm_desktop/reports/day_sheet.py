"""The day sheet: one list of visits for each clinician or room, and the visits elsewhere, to print in the morning."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from icm_desktop.content.plain_words import sensitive
from icm_desktop.content.sheets import sheet
from icm_desktop.contracts.calendar import AskDay, DayView
from icm_desktop.contracts.day_sheets import DaySheet, SheetMade
from icm_desktop.contracts.scheduling import AppointmentRow, OwnClinician
from icm_desktop.domain.appointment_states import CANCELLED
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.calendar import day_view
from icm_desktop.queries.handout_people import LanguageName
from icm_desktop.queries.own_clinician import own_clinicians
from icm_desktop.reports.staff_sheet import StaffSheet
from icm_desktop.reports.tables import Cell, Row, TableHead
from icm_desktop.reports.text import Span

if TYPE_CHECKING:
    from db.unit_of_work import UnitOfWork

_WIDTHS = (0.14, 0.26, 0.17, 0.32, 0.11)  # of the width: time, patient, phone, visit, status
_PAD = 7.0


@dataclass(frozen=True, slots=True)
class _List:
    """The visits of one clinician, or those elsewhere."""

    title: str
    hours: str
    visits: tuple[AppointmentRow, ...]


@requires(Privilege.APPOINTMENTS)
def render(uow: UnitOfWork, request: DaySheet) -> SheetMade:
    """The day as a PDF; kept in memory only."""
    words = sheet("day", request.language)
    view = day_view(uow, AskDay(request.day))
    return _Sheet(uow, request, words).pdf(view, request)


class _Sheet(StaffSheet):
    """A list for each clinician."""

    def __init__(self, uow: UnitOfWork, request: DaySheet, words: dict[str, str]) -> None:
        super().__init__(uow, words, request.paper, request.language)
        self._widths = tuple(share * self._width for share in _WIDTHS)
        self._by_room, self._own = request.by_room, dict[int, OwnClinician]()
        self._heading = f"{words['title']} · {self._weekday(request.day)}"

    def pdf(self, view: DayView, request: DaySheet) -> SheetMade:
        """The painted pages."""
        self._own = own_clinicians(self._uow, (visit.head.id for visit in view.appointments))
        lists = list(self._lists(view, request))
        self._open()
        self._begin_page(self._heading)
        if view.closed:
            self._line(self._body, self._words["closed"].format(why=view.closed), bold=True)
        if not lists:
            self._line(self._body, self._words["nothing"])
        for each in lists:
            self._list(each)
        return self._finished()

    def _lists(self, view: DayView, request: DaySheet) -> Iterator[_List]:
        shown = [visit for visit in view.appointments if request.with_cancelled or visit.status != CANCELLED]
        if request.by_room:
            yield from self._rooms(view, shown)
            return
        for person in view.clinicians:
            if request.clinician_id not in (None, person.id):
                continue
            mine = tuple(visit for visit in shown if visit.clinician_id == person.id and not visit.outside)
            spans = [(first, last) for who, first, last in view.open_spans if who == person.id]
            hours = ", ".join(f"{self._time(first)}-{self._time(last)}" for first, last in spans)
            if mine or spans or request.clinician_id:
                yield _List(person.name, hours or self._words["no_hours"], mine)
        if request.clinician_id is None:
            known = {person.id for person in view.clinicians}
            loose = tuple(visit for visit in shown if not visit.outside and visit.clinician_id not in known)
            outside = tuple(visit for visit in shown if visit.outside)
            for key, visits in (("nobody", loose), ("outside", outside)):
                if visits:
                    yield _List(self._words[key], "", visits)

    def _rooms(self, view: DayView, shown: Sequence[AppointmentRow]) -> Iterator[_List]:
        """A list for each room that is used, then those without one, then elsewhere."""
        inside = [visit for visit in shown if not visit.outside]
        for room_id, name in view.rooms:
            if mine := tuple(visit for visit in inside if visit.room_id == room_id):
                yield _List(name, "", mine)
        known = {room_id for room_id, _ in view.rooms}
        if loose := tuple(visit for visit in inside if visit.room_id not in known):
            yield _List(self._words["no_room"], "", loose)
        if outside := tuple(visit for visit in shown if visit.outside):
            yield _List(self._words["outside"], "", outside)

    def _list(self, each: _List) -> None:
        rows = [Row(self._body, self._cells(visit), self._widths, pad=_PAD) for visit in each.visits]
        count = self._words["count"].format(count=len(each.visits))
        title = " · ".join(filter(None, (each.title, each.hours, count)))
        if not self._fits(60 + sum(row.height for row in rows[:1])):
            self._begin_page(self._heading)
        self._line(self._section, title, bold=True)
        if not rows:
            self._line(self._body, self._words["none"])
        else:
            self._head()
        for row in rows:
            if not self._fits(row.height):
                self._begin_page(self._heading)
                self._line(self._section, self._words["more"].format(title=each.title), bold=True)
                self._head()
            self._put(row)
        self._top -= 14

    def _head(self) -> None:
        names = [self._words[key] for key in ("patient", "phone", "visit", "status")]
        cells: list[Cell] = [[[Span(name, bold=True)]] for name in names]
        self._put(TableHead(self._small, self._small, self._words["time"], cells, self._widths))

    def _cells(self, visit: AppointmentRow) -> list[Cell]:
        times: Cell = [[Span(self._time(visit.starts_at), bold=True)]]
        if visit.minutes:
            ends = visit.starts_at + dt.timedelta(minutes=visit.minutes)
            times = [*times, [Span(f"\u2013\u00a0{self._time(ends)}")]]
        head = visit.head
        name = f"{head.family.upper()}, {head.given or ''}".rstrip(", ")
        born = " · ".join(filter(None, (self._born(head.birth_date), head.record_number)))
        phone = (visit.phone if visit.outside else None) or head.phone or ""
        status = self._words["statuses"].split("|")
        known = dict(each.split("=", 1) for each in status)
        return [
            times,
            [[Span(name, bold=True)], [Span(born)]],
            [[Span(phone.replace(" ", "\u00a0"))]],
            [[Span(part)] for part in self._about(visit)],
            [[Span(known.get(visit.status, visit.status))]],
        ]

    def _about(self, visit: AppointmentRow) -> Iterator[str]:
        words = self._words
        first = words["first_visit"] if visit.first_visit else ""
        code = (visit.interpreter or visit.head.language or "en").split("-")[0]
        language = LanguageName.of(code, self._language)
        spoken = words["speaks"].format(language=language) if code != "en" else ""
        if visit.interpreter is not None:
            spoken = words["interpreter"].format(language=language)
        ride = words["ride"] if visit.transport else ""
        whom = visit.with_whom if visit.outside or self._by_room else visit.room
        own = self._own.get(visit.head.id)
        other = own is not None and not visit.outside and visit.clinician_id != own.id
        theirs = words["own"].format(name=own.name) if own is not None and other else ""
        reason = None if sensitive().text(visit.reason) else visit.reason  # the sheet lies about: who needs it opens it
        yield " · ".join(filter(None, (visit.type_name, reason, whom, first, theirs, spoken, ride))) or "\u2013"
        if visit.overbook_reason:
            yield words["overbooked"].format(reason=visit.overbook_reason)
