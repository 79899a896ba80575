"""The day sheet: one list of visits for each clinician, and the visits elsewhere, to print in the morning."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportlab.pdfgen.canvas import Canvas

from icm_desktop.content.sheets import sheet
from icm_desktop.contracts.day_sheets import DaySheet
from icm_desktop.contracts.scheduling import AppointmentRow, DayView
from icm_desktop.domain.appointment_states import CANCELLED
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.calendar import day_view
from icm_desktop.queries.people import practice
from icm_desktop.reports.fonts import FIRST_FONT, Fonts
from icm_desktop.reports.page import INCH, PAPERS
from icm_desktop.reports.tables import Cell, Row, TableHead
from icm_desktop.reports.text import Span, Typesetter

if TYPE_CHECKING:
    from db.unit_of_work import UnitOfWork

_MARGIN = 0.6 * INCH
_BODY, _SMALL, _HEADING, _TITLE = 10.5, 9, 13, 17
_WIDTHS = (0.12, 0.27, 0.18, 0.32, 0.11)  # of the width: time, patient, phone, visit, status
_PAD = 7.0


@dataclass(frozen=True, slots=True)
class _List:
    """The visits of one clinician, or those elsewhere."""

    title: str
    hours: str
    visits: tuple[AppointmentRow, ...]


@requires(Privilege.APPOINTMENTS)
def render(uow: UnitOfWork, request: DaySheet) -> bytes:
    """The day as a PDF; kept in memory only."""
    words = sheet("day", request.language)
    view = day_view(uow, request.day)
    painter = _Sheet(uow, request, words)
    return painter.pdf(list(_lists(uow, request, view, words)), view.closed)


def _lists(uow: UnitOfWork, request: DaySheet, view: DayView, words: dict[str, str]) -> Iterator[_List]:
    shown = [visit for visit in view.appointments if request.with_cancelled or visit.status != CANCELLED]
    clock = practice(uow).clock_24_hours
    for person in view.clinicians:
        if request.clinician_id not in (None, person.id):
            continue
        mine = tuple(visit for visit in shown if visit.clinician_id == person.id and not visit.outside)
        spans = [(first, last) for who, first, last in view.open_spans if who == person.id]
        hours = ", ".join(f"{_time(uow, first, clock)}-{_time(uow, last, clock)}" for first, last in spans)
        if mine or spans or request.clinician_id:
            yield _List(person.name, hours or words["no_hours"], mine)
    if request.clinician_id is None:
        known = {person.id for person in view.clinicians}
        loose = tuple(visit for visit in shown if not visit.outside and visit.clinician_id not in known)
        outside = tuple(visit for visit in shown if visit.outside)
        yield from (
            _List(words[key], "", visits) for key, visits in (("nobody", loose), ("outside", outside)) if visits
        )


def _time(uow: UnitOfWork, at: dt.datetime, clock_24_hours: bool) -> str:
    local = at.astimezone(uow.zone)
    if clock_24_hours:
        return f"{local:%H:%M}"
    return f"{local.hour % 12 or 12}:{local.minute:02d}\u00a0{'AM' if local.hour < 12 else 'PM'}"


class _Sheet:
    """Paints lists downwards and begins a new page where one does not fit."""

    def __init__(self, uow: UnitOfWork, request: DaySheet, words: dict[str, str]) -> None:
        self._uow, self._request, self._words = uow, request, words
        self._clock = practice(uow).clock_24_hours
        self._size = PAPERS[request.paper]
        self._width = self._size[0] - 2 * _MARGIN
        self._fonts = Fonts()
        self._body, self._small = Typesetter(self._fonts, _BODY), Typesetter(self._fonts, _SMALL)
        self._heading, self._title = Typesetter(self._fonts, _HEADING), Typesetter(self._fonts, _TITLE)
        self._widths = tuple(share * self._width for share in _WIDTHS)
        self._page = 0
        self._top = 0.0

    def pdf(self, lists: Sequence[_List], closed: str | None) -> bytes:
        """The painted pages."""
        buffer = io.BytesIO()
        self._fonts.width("x", _BODY, bold=False)  # loads the font the page begins with
        self._canvas = Canvas(
            buffer, pagesize=self._size, invariant=1, pageCompression=1, lang=self._request.language,
            initialFontName=FIRST_FONT,
        )  # fmt: skip
        self._canvas.setTitle(self._words["title"])
        self._canvas.setCreator("ICM Desktop")
        self._begin_page()
        if closed:
            self._line(self._body, self._words["closed"].format(why=closed), bold=True)
        if not lists:
            self._line(self._body, self._words["nothing"])
        for each in lists:
            self._list(each)
        self._canvas.showPage()
        self._canvas.save()
        return buffer.getvalue()

    def _begin_page(self) -> None:
        if self._page:
            self._canvas.showPage()
        self._page += 1
        self._top = self._size[1] - _MARGIN
        day = self._request.day
        name = self._words["days"].split()[day.weekday()], self._words["months"].split()[day.month - 1]
        self._line(self._title, f"{self._words['title']} · {name[0]} {day.day:02d}-{name[1]}-{day.year}", bold=True)
        printed = self._words["printed"].format(
            when=f"{self._uow.now.astimezone(self._uow.zone):%Y-%m-%d %H:%M}", who=self._uow.actor.name, page=self._page
        )
        self._line(self._small, f"{printed} · {self._words['private']}")
        self._top -= 6

    def _line(self, kind: Typesetter, words: str, *, bold: bool = False) -> None:
        lines = kind.wrap([Span(words, bold=bold)], self._width)
        kind.paint(self._canvas, lines, _MARGIN, self._top)
        self._top -= kind.height(lines)

    def _list(self, each: _List) -> None:
        rows = [Row(self._body, self._cells(visit), self._widths, pad=_PAD) for visit in each.visits]
        count = self._words["count"].format(count=len(each.visits))
        title = " · ".join(filter(None, (each.title, each.hours, count)))
        self._room_for(60 + sum(row.height for row in rows[:1]))
        self._line(self._heading, title, bold=True)
        if not rows:
            self._line(self._body, self._words["none"])
        else:
            self._head()
        for row in rows:
            if self._top - row.height < _MARGIN:
                self._begin_page()
                self._line(self._heading, self._words["more"].format(title=each.title), bold=True)
                self._head()
            row.draw(self._canvas, _MARGIN, self._top)
            self._top -= row.height
        self._top -= 14

    def _head(self) -> None:
        names = [self._words[key] for key in ("patient", "phone", "visit", "status")]
        head = TableHead(
            self._small, self._small, self._words["time"], [[[Span(name, bold=True)]] for name in names], self._widths
        )
        head.draw(self._canvas, _MARGIN, self._top)
        self._top -= head.height

    def _room_for(self, height: float) -> None:
        if self._top - height < _MARGIN:
            self._begin_page()

    def _cells(self, visit: AppointmentRow) -> list[Cell]:
        times: Cell = [[Span(_time(self._uow, visit.starts_at, self._clock), bold=True)]]
        if visit.minutes:
            ends = visit.starts_at + dt.timedelta(minutes=visit.minutes)
            times = [*times, [Span(f"\u2013\u00a0{_time(self._uow, ends, self._clock)}")]]
        head = visit.head
        name = f"{head.family.upper()}, {head.given or ''}".rstrip(", ")
        born = " · ".join(filter(None, (head.birth_date, head.record_number)))
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
        language = (visit.head.language or "en").split("-")[0]
        spoken = words["speaks"].format(language=language.upper()) if language != "en" else ""
        whom = visit.with_whom if visit.outside else visit.room
        yield " · ".join(filter(None, (visit.type_name, visit.reason, whom, first, spoken))) or "\u2013"
        if visit.overbook_reason:
            yield words["overbooked"].format(reason=visit.overbook_reason)
