"""The plan to prevent a relapse as the patient takes it home: in English or Spanish, 12 or 18 points."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from reportlab.pdfgen.canvas import Canvas

from icm_desktop.content import treat_to_target
from icm_desktop.content.phrases import bank
from icm_desktop.content.safety_protocol import safety_protocol
from icm_desktop.content.sheets import sheet
from icm_desktop.contracts.case_review import PrintPlan
from icm_desktop.contracts.day_sheets import SheetMade
from icm_desktop.errors import Invalid, NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.content import confirmed
from icm_desktop.queries.heads import heads
from icm_desktop.queries.people import practice
from icm_desktop.reports.fonts import FIRST_FONT, Fonts
from icm_desktop.reports.page import INCH, size_of
from icm_desktop.reports.text import Line, Span, Typesetter

if TYPE_CHECKING:
    from db.models.collaborative import RelapsePlan
    from db.unit_of_work import UnitOfWork

_MARGIN = 0.75 * INCH
_SIZES = {False: (12.0, 15.0, 22.0), True: (18.0, 22.0, 28.0)}  # body, heading, title in points
_FOOT = 9.5
_LANGUAGES = ("en", "es")
_SIGN_WIDTH = 0.44  # of the width: a line to sign on
_Piece = tuple[Typesetter | None, tuple[Line, ...], float, float]  # kind, lines, indent, white space after


@requires(Privilege.CLINICAL_READ)
def page(uow: UnitOfWork, plan: RelapsePlan, request: PrintPlan) -> SheetMade:
    """The pages as a PDF; kept in memory only. The patient's own words stay as they were written.

    Raises:
        NotFound: patients.unknown. Invalid: handout.unknown_paper, case_review.bad_language.
    """
    size_of(request.paper)  # or it is refused
    if request.language not in _LANGUAGES:
        raise Invalid("case_review.bad_language", "language")
    if plan.patient_id not in heads(uow, [plan.patient_id]):
        raise NotFound("patients.unknown")
    return _Paper(uow, plan, request).pdf()


class _Paper:
    """Lays the parts out one under the other, breaks them into pages, paints them."""

    def __init__(self, uow: UnitOfWork, plan: RelapsePlan, request: PrintPlan) -> None:
        self._uow, self._plan, self._request = uow, plan, request
        self._words: Mapping[str, Any] = sheet("relapse_plan", request.language)
        self._calendar = bank(request.language).calendar
        self._size = size_of(request.paper)
        self._width = self._size[0] - 2 * _MARGIN
        self._fonts = fonts = Fonts()
        body, heading, title = _SIZES[request.large_print]
        fonts.width("x", body, bold=False)  # loads the font the page begins with
        self._body, self._heading = Typesetter(fonts, body, 1.3), Typesetter(fonts, heading)
        self._title, self._small = Typesetter(fonts, title), Typesetter(fonts, _FOOT)
        self._pieces: list[_Piece] = []

    def pdf(self) -> SheetMade:
        """The painted pages."""
        self._fill()
        pages = self._broken()
        buffer = io.BytesIO()
        canvas = Canvas(buffer, pagesize=self._size, invariant=1, pageCompression=1, lang=self._request.language,
                        initialFontName=FIRST_FONT)  # fmt: skip
        canvas.setTitle("Page")  # the name of a file in a print queue is read by others
        canvas.setCreator("ICM Desktop")
        for number, pieces in enumerate(pages, start=1):
            top = self._size[1] - _MARGIN
            for piece in pieces:
                top = self._paint(canvas, piece, top)
            self._paint_foot(canvas, number, len(pages))
            canvas.showPage()
        canvas.save()
        return SheetMade(buffer.getvalue(), self._fonts.squares)

    # what stands on it

    def _fill(self) -> None:
        words, plan, gap = self._words, self._plan, self._body.leading
        who, us = heads(self._uow, [plan.patient_id])[plan.patient_id], practice(self._uow)
        name = " ".join(part for part in (who.given, who.family) if part)
        self._add(self._title, words["title"], gap * 0.4, bold=True)
        born = words["born"].format(date=self._calendar.birth_date(who.birth_date)) if who.birth_date else ""
        self._add(self._body, " · ".join(part for part in (words["name"].format(name=name), born) if part), 0)
        made = words["made"].format(date=self._calendar.day(plan.agreed_on, year=True), name=plan.written_by)
        other = words["other_language"].format(language=words[f"in_{plan.language}"])
        self._add(self._body, f"{made}. {other}." if plan.language != self._request.language else made, gap * 0.7)
        for part in treat_to_target.parts():
            if text := plan.words.get(part.id):
                self._part(part.words[self._request.language], text)
        self._add(self._body, words["crisis"].format(line=safety_protocol().crisis_line), 0, bold=True)
        self._add(self._body, words["danger"], gap * 0.5)
        if us.phone:
            self._add(self._body, words["call_us"].format(phone=us.phone), gap * 0.35, bold=True)
        day = self._calendar.day(plan.check_on, year=True)
        self._add(self._body, words["check_in"].format(date=day), gap, bold=True)
        self._pieces.append((None, (), 0, self._body.leading * 2.4))

    def _part(self, title: str, text: str) -> None:
        gap = self._body.leading
        self._add(self._heading, title, gap * 0.15, bold=True)
        indent = self._body.size
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        for number, line in enumerate(lines, start=1):
            shown = f"•\u00a0{line}" if len(lines) > 1 else line
            after = gap * 0.6 if number == len(lines) else 2.0
            self._add(self._body, shown, after, indent=indent)

    def _add(self, kind: Typesetter, text: str, after: float, *, bold: bool = False, indent: float = 0) -> None:
        lines = tuple(kind.wrap([Span(text, bold=bold)], self._width - indent))
        self._pieces.append((kind, lines, indent, after))

    # pages

    def _broken(self) -> list[list[_Piece]]:
        """A heading stays with what follows it."""
        pages: list[list[_Piece]] = [[]]
        room = self._size[1] - 2 * _MARGIN - 2 * self._small.leading
        left = room
        for at, piece in enumerate(self._pieces):
            needed = self._height(piece)
            follows = self._pieces[at + 1] if at + 1 < len(self._pieces) else None
            with_next = needed + (self._height(follows) if piece[0] is self._heading and follows else 0)
            if with_next > left and pages[-1]:
                pages.append([])
                left = room
            pages[-1].append(piece)
            left -= needed
        return pages

    def _height(self, piece: _Piece) -> float:
        kind, lines, _indent, after = piece
        return (kind.height(lines) if kind is not None else 0) + after

    def _paint(self, canvas: Canvas, piece: _Piece, top: float) -> float:
        kind, lines, indent, after = piece
        if kind is None:
            self._paint_lines_to_sign(canvas, top)
        else:
            kind.paint(canvas, lines, _MARGIN + indent, top)
        return top - self._height((kind, lines, indent, after))

    def _paint_lines_to_sign(self, canvas: Canvas, top: float) -> None:
        wide, below = self._width * _SIGN_WIDTH, top - self._body.leading
        canvas.setLineWidth(0.7)
        for left, key in ((_MARGIN, "sign_patient"), (_MARGIN + self._width - wide, "sign_us")):
            canvas.line(left, below, left + wide, below)
            self._small.paint(canvas, [(Span(self._words[key]),)], left, below - 2)

    def _paint_foot(self, canvas: Canvas, number: int, pages: int) -> None:
        words = self._words
        told = [practice(self._uow).name, words["version"].format(number=self._plan.number),
                words["page"].format(page=number, pages=pages)]  # fmt: skip
        if not confirmed(self._uow, "sheets", "relapse_plan"):
            told.append(words["unreviewed"])
        lines = self._small.packed(told, self._width)
        self._small.paint(canvas, lines, _MARGIN, 0.4 * INCH + self._small.height(lines))
