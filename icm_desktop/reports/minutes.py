"""The minutes of a team meeting: who took part, each patient with decision and reason, and what is to be done."""

from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING

from reportlab.pdfgen.canvas import Canvas

from icm_desktop.content.sheets import sheet
from icm_desktop.contracts.conferences import CaseRow, CaseTask, Conference, Minutes
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.conferences import conference
from icm_desktop.reports.fonts import FIRST_FONT, Fonts
from icm_desktop.reports.page import INCH, size_of
from icm_desktop.reports.text import Span, Typesetter

if TYPE_CHECKING:
    from db.unit_of_work import UnitOfWork

_MARGIN = 0.75 * INCH
_BODY, _SMALL, _HEADING, _TITLE = 11, 9, 13, 17
_INDENT = 14.0
_SIGN = 34.0  # points for a line to sign on


@requires(Privilege.CLINICAL_READ)
def render(uow: UnitOfWork, conference_id: int, language: str, paper: str) -> Minutes:
    """The minutes as a PDF; kept in memory only.

    Raises:
        NotFound: conferences.unknown.
    """
    return _Sheet(uow, language, paper).made(conference(uow, conference_id))


class _Sheet:
    """Paints lines downwards and begins a new page where one does not fit."""

    def __init__(self, uow: UnitOfWork, language: str, paper: str) -> None:
        self._uow, self._language, self._words = uow, language, sheet("minutes", language)
        self._size = size_of(paper)
        fonts = self._fonts = Fonts()
        fonts.width("x", _BODY, bold=False)  # loads the font the page begins with
        self._body, self._small = Typesetter(fonts, _BODY), Typesetter(fonts, _SMALL)
        self._heading, self._title = Typesetter(fonts, _HEADING), Typesetter(fonts, _TITLE)
        self._page, self._top = 0, 0.0

    def made(self, meeting: Conference) -> Minutes:
        """The painted pages."""
        buffer = io.BytesIO()
        self._canvas = Canvas(
            buffer, pagesize=self._size, invariant=1, pageCompression=1, lang=self._language,
            initialFontName=FIRST_FONT,
        )  # fmt: skip
        self._canvas.setTitle(self._words["title"])
        self._canvas.setCreator("ICM Desktop")
        self._begin_page()
        self._head(meeting)
        if not meeting.cases:
            self._line(self._body, self._words["no_cases"])
        for number, case in enumerate(meeting.cases, start=1):
            self._case(number, case)
        if meeting.note:
            self._gap(10)
            self._part("note", meeting.note)
        self._sign()
        self._canvas.showPage()
        self._canvas.save()
        return Minutes(buffer.getvalue(), self._page, self._fonts.squares)

    def _begin_page(self) -> None:
        if self._page:
            self._canvas.showPage()
        self._page += 1
        self._top = self._size[1] - _MARGIN
        printed = self._words["printed"].format(
            when=f"{self._uow.now.astimezone(self._uow.zone):%Y-%m-%d %H:%M}", who=self._uow.actor.name, page=self._page
        )
        self._line(self._small, f"{printed} · {self._words['private']}")
        self._gap(4)

    def _head(self, meeting: Conference) -> None:
        row, words = meeting.row, self._words
        self._line(self._title, f"{words['title']} · {row.title}", bold=True)
        weekday = words["days"].split()[row.held_on.weekday()]
        where = (f"{weekday} {self._day(row.held_on)}", row.starts_at, words[f"how_{row.how}"], row.place)
        self._line(self._body, " · ".join(part for part in where if part))
        people = [f"{one.name} ({one.role_text})" if one.role_text else one.name for one in meeting.attendees]
        self._part("people", ", ".join(people))
        self._gap(8)

    def _case(self, number: int, case: CaseRow) -> None:
        self._gap(8)
        self._room_for(5 * self._body.leading)
        head, words = case.head, self._words
        name = f"{number}. {head.family.upper()}, {head.given or ''}".rstrip(", ")
        born = words["born"].format(day=head.birth_date) if head.birth_date else ""
        self._line(self._heading, " · ".join(part for part in (name, born, head.record_number) if part), bold=True)
        if case.question:
            self._part("question", case.question)
        if case.decision:
            self._part("decision", case.decision)
            self._part("reason", case.reason or "–")
        else:
            self._line(self._body, words["no_decision"])
        if case.tasks:
            self._line(self._body, words["tasks"], bold=True)
        for task in case.tasks:
            self._line(self._body, f"\u2022 {self._task(task)}", indent=_INDENT)

    def _task(self, task: CaseTask) -> str:
        words = self._words
        who = task.owner.name if task.owner is not None else words["nobody"]
        due = self._day(task.due_on) if task.due_on is not None else "–"
        said: str = words["task"].format(what=task.text, who=who, due=due)
        return f"{said} ({words['done']})" if task.status == "completed" else said

    def _part(self, key: str, text: str) -> None:
        spans = [Span(f"{self._words[key]}: ", bold=True)]
        for number, line in enumerate(text.splitlines() or [text]):
            self._paint(self._body, [*(spans if number == 0 else ()), Span(line)])

    def _sign(self) -> None:
        self._room_for(_SIGN + self._small.leading)
        self._gap(_SIGN)
        self._canvas.setLineWidth(0.5)
        self._canvas.line(_MARGIN, self._top, _MARGIN + 220, self._top)
        self._gap(2)
        self._line(self._small, self._words["sign"])

    def _line(self, kind: Typesetter, words: str, *, bold: bool = False, indent: float = 0) -> None:
        self._paint(kind, [Span(words, bold=bold)], indent)

    def _paint(self, kind: Typesetter, spans: list[Span], indent: float = 0) -> None:
        for line in kind.wrap(spans, self._size[0] - 2 * _MARGIN - indent):
            self._room_for(kind.leading)
            kind.paint(self._canvas, [line], _MARGIN + indent, self._top)
            self._top -= kind.leading

    def _gap(self, points: float) -> None:
        self._top -= points

    def _room_for(self, height: float) -> None:
        if self._top - height < _MARGIN:
            self._begin_page()

    def _day(self, day: dt.date) -> str:
        return f"{day.day:02d}-{self._words['months'].split()[day.month - 1]}-{day.year}"
