"""The call sheet: what to say, and one row for each person to call with room to write how it went."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from reportlab.pdfgen.canvas import Canvas

from icm_desktop.content.phrases import LANGUAGES
from icm_desktop.content.sheets import sheet
from icm_desktop.contracts.letters import LettersMade, LettersRequest, Recipient
from icm_desktop.domain.letters import filled
from icm_desktop.domain.plain_text import plain
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries import calling, letter_texts, letters
from icm_desktop.reports.fonts import FIRST_FONT, Fonts
from icm_desktop.reports.page import INCH, PAPERS
from icm_desktop.reports.tables import Cell, Row, TableHead
from icm_desktop.reports.text import Span, Typesetter

if TYPE_CHECKING:
    from db.unit_of_work import UnitOfWork

_MARGIN = 0.6 * INCH
_WIDTHS = (0.27, 0.20, 0.25, 0.28)  # of the width: patient, phone, how to call, result


@requires(Privilege.PRINT_HANDOUT)
def made(
    uow: UnitOfWork, request: LettersRequest, inside: Sequence[Recipient], outside: tuple[Recipient, ...]
) -> LettersMade:
    """The sheet as a PDF, in the language of whoever prints it; `draft` shows a script not yet saved."""
    painter = _Sheet(uow, request)
    pdf, pages = painter.pdf(inside)
    missing = "".join(sorted(painter.fonts.missing))
    return LettersMade(request.kind, request.paper, pdf, pages, (), outside, missing)


class _Sheet:
    """Paints rows downwards and begins a new page where one does not fit."""

    def __init__(self, uow: UnitOfWork, request: LettersRequest) -> None:
        self._uow, self._request = uow, request
        self._language = request.language if request.language in LANGUAGES else "en"
        self._words: dict[str, Any] = sheet("calls", self._language)
        self._size, self.fonts = PAPERS[request.paper], Fonts()
        self._width = self._size[0] - 2 * _MARGIN
        self._body, self._small = Typesetter(self.fonts, 10.5), Typesetter(self.fonts, 9)
        self._title = Typesetter(self.fonts, 17)
        self._widths = tuple(share * self._width for share in _WIDTHS)
        self._page, self._top = 0, 0.0

    def pdf(self, people: Sequence[Recipient]) -> tuple[bytes, int]:
        """The painted pages and how many."""
        buffer = io.BytesIO()
        self.fonts.width("x", 10.5, bold=False)  # loads the font the page begins with
        self._canvas = Canvas(
            buffer, pagesize=self._size, invariant=1, pageCompression=1, lang=self._language,
            initialFontName=FIRST_FONT,
        )  # fmt: skip
        self._canvas.setTitle(self._words["title"])
        self._canvas.setCreator("ICM Desktop")
        text = letter_texts.text(self._uow, self._request.kind, self._language)
        values = letters.of_practice(self._uow, letters.page_of(self._uow, self._language))
        heading, body = self._request.draft or (text.heading, text.body)
        self._heading = " ".join(filled(heading, values))
        self._begin_page()
        for line in filled(body, values):
            self._line(self._body, line.replace("- ", "•\u00a0", 1) if line.startswith("- ") else line)
        self._top -= 8
        self._head()
        for one in people:
            row = Row(self._body, self._cells(one), self._widths, pad=12)
            if self._top - row.height < _MARGIN:
                self._begin_page()
                self._head()
            row.draw(self._canvas, _MARGIN, self._top)
            self._top -= row.height
        self._canvas.showPage()
        self._canvas.save()
        return buffer.getvalue(), self._page

    def _begin_page(self) -> None:
        if self._page:
            self._canvas.showPage()
        self._page += 1
        self._top = self._size[1] - _MARGIN
        self._line(self._title, self._heading, bold=True)
        when = f"{self._uow.now.astimezone(self._uow.zone):%Y-%m-%d %H:%M}"
        printed = self._words["printed"].format(when=when, who=self._uow.actor.name, page=self._page)
        self._line(self._small, f"{printed} · {self._words['private']}")
        self._top -= 6

    def _line(self, kind: Typesetter, words: str, *, bold: bool = False) -> None:
        lines = kind.wrap([Span(words, bold=bold)], self._width)
        kind.paint(self._canvas, lines, _MARGIN, self._top)
        self._top -= kind.height(lines)

    def _head(self) -> None:
        cells: list[Cell] = [[[Span(self._words[key], bold=True)]] for key in ("phone", "how", "result")]
        head = TableHead(self._small, self._small, self._words["patient"], cells, self._widths)
        head.draw(self._canvas, _MARGIN, self._top)
        self._top -= head.height

    def _cells(self, one: Recipient) -> list[Cell]:
        head, words = one.head, self._words
        rules = calling.call_rules(self._uow, head.id)
        name = f"{head.family.upper()}, {head.given or ''}".rstrip(", ")
        spoken = words["speaks"].format(language=(head.language or "").upper()) if one.language != "en" else ""
        if one.reads:
            spoken = words["speaks"].format(language=one.reads.upper())
        voicemail = words[f"voicemail_{rules.voicemail_rule or 'unknown'}"]
        how = [words["do_not_call"] if rules.do_not_call else "", plain(rules.best_time), spoken, voicemail]
        return [
            [[Span(name, bold=True)], [Span(" · ".join(filter(None, (head.birth_date, head.record_number))))]],
            [[Span((head.phone or "\u2013").replace(" ", "\u00a0"))]],
            [[Span(line, bold=line == words["do_not_call"])] for line in how if line],
            [[Span(f"☐ {each}")] for each in words["results"].split("|")],
        ]
