"""The call sheet: what to say, and one row for each person to call with room to write how it went."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from icm_desktop.content.phrases import LANGUAGES
from icm_desktop.content.sheets import sheet
from icm_desktop.contracts.day_sheets import SheetMade
from icm_desktop.contracts.letters import LettersMade, LettersRequest, Recipient
from icm_desktop.domain.letters import filled
from icm_desktop.domain.plain_text import plain
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries import calling, letter_texts, letters
from icm_desktop.queries.handout_people import LanguageName
from icm_desktop.reports.staff_sheet import StaffSheet
from icm_desktop.reports.tables import Cell, Row, TableHead
from icm_desktop.reports.text import Span

if TYPE_CHECKING:
    from db.unit_of_work import UnitOfWork

_WIDTHS = (0.27, 0.20, 0.25, 0.28)  # of the width: patient, phone, how to call, result


@requires(Privilege.PRINT_HANDOUT)
def made(
    uow: UnitOfWork, request: LettersRequest, inside: Sequence[Recipient], outside: tuple[Recipient, ...]
) -> LettersMade:
    """The sheet as a PDF, in the language of whoever prints it; `draft` shows a script not yet saved."""
    painter = _Sheet(uow, request)
    sheet_made, pages = painter.made(inside)
    return LettersMade(request.kind, request.paper, sheet_made.pdf, pages, (), outside, sheet_made.missing)


class _Sheet(StaffSheet):
    """A row for each person."""

    def __init__(self, uow: UnitOfWork, request: LettersRequest) -> None:
        language = request.language if request.language in LANGUAGES else "en"
        super().__init__(uow, sheet("calls", language), request.paper, language)
        self._request = request
        self._widths = tuple(share * self._width for share in _WIDTHS)

    def made(self, people: Sequence[Recipient]) -> tuple[SheetMade, int]:
        """The painted pages and how many."""
        text = letter_texts.text(self._uow, self._request.kind, self._language)
        values = letters.of_practice(self._uow, letters.page_of(self._uow, self._language))
        heading, body = self._request.draft or (text.heading, text.body)
        title = " ".join(filled(heading, values))
        self._open()
        self._begin_page(title)
        for line in filled(body, values):
            self._line(self._body, line.replace("- ", "•\u00a0", 1) if line.startswith("- ") else line)
        self._top -= 8
        self._head()
        for one in people:
            row = Row(self._body, self._cells(one), self._widths, pad=12)
            if not self._fits(row.height):
                self._begin_page(title)
                self._head()
            self._put(row)
        return self._finished(), self._page

    def _head(self) -> None:
        cells: list[Cell] = [[[Span(self._words[key], bold=True)]] for key in ("phone", "how", "result")]
        self._put(TableHead(self._small, self._small, self._words["patient"], cells, self._widths))

    def _cells(self, one: Recipient) -> list[Cell]:
        head, words = one.head, self._words
        rules = calling.call_rules(self._uow, head.id)
        name = f"{head.family.upper()}, {head.given or ''}".rstrip(", ")
        speaks = one.reads or (head.language if one.language != "en" else None)
        spoken = words["speaks"].format(language=LanguageName.of(speaks, self._language)) if speaks else ""
        voicemail = words[f"voicemail_{rules.voicemail_rule or 'unknown'}"]
        how = [words["do_not_call"] if rules.do_not_call else "", plain(rules.best_time), spoken, voicemail]
        return [
            [
                [Span(name, bold=True)],
                [Span(" · ".join(filter(None, (self._born(head.birth_date), head.record_number))))],
            ],
            [[Span((head.phone or "\u2013").replace(" ", "\u00a0"))]],
            [[Span(line, bold=line == words["do_not_call"])] for line in how if line],
            [[Span(f"□ {each}")] for each in words["results"].split("|")],
        ]
