"""The case review on paper: each patient with scores, rule and open recommendations, and lines to write on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from icm_desktop.content.sheets import sheet
from icm_desktop.contracts.case_review import PrintReview, RecommendationRow, ReviewRow
from icm_desktop.contracts.day_sheets import SheetMade
from icm_desktop.permissions import Privilege, requires
from icm_desktop.reports.page import PAPERS
from icm_desktop.reports.staff_sheet import MARGIN, StaffSheet
from icm_desktop.reports.text import Span, Typesetter
from icm_desktop.words.case_review import review_of, sum_of, sum_params

if TYPE_CHECKING:
    from db.unit_of_work import UnitOfWork

_INDENT = 14.0
_WRITE = 26.0  # points for a line to write on


@requires(Privilege.CLINICAL_READ)
def sheet_of(uow: UnitOfWork, rows: tuple[ReviewRow, ...], texts: Mapping[int, str], request: PrintReview) -> SheetMade:
    """The pages as a PDF; kept in memory only.

    Args:
        uow: The unit of work.
        rows: The patients in their order.
        texts: The words of recommendations whoever prints may read, by id.
        request: Language and paper.
    """
    return _Sheet(uow, request, texts).pdf(rows)


class _Sheet(StaffSheet):
    """One block for each patient; a new page where it does not fit."""

    def __init__(self, uow: UnitOfWork, request: PrintReview, texts: Mapping[int, str]) -> None:
        paper = request.paper if request.paper in PAPERS else "letter"
        super().__init__(uow, sheet("case_review", request.language), paper, request.language)
        self._texts, self._spanish = texts, request.language == "es"

    def _say(self, code: str, /, **params: object) -> str:
        """A sentence of the case review in the language of the sheet."""
        said: str = self._words[code.removeprefix("case_review.")]
        return said.format(**params)

    def pdf(self, rows: tuple[ReviewRow, ...]) -> SheetMade:
        """The painted pages."""
        self._title_words = f"{self._words['title']} · {self._weekday(self._uow.today)}"
        self._open()
        self._begin_page(self._title_words)
        if not rows:
            self._line(self._body, self._words["nobody"])
        for number, row in enumerate(rows, start=1):
            self._patient(number, row)
        return self._finished()

    def _patient(self, number: int, row: ReviewRow) -> None:
        lines = [*self._told(row), *self._recommended(row)]
        high = sum(kind.height(kind.wrap(spans, self._width - indent)) for kind, spans, indent in lines)
        if not self._fits(high + self._section.leading + 2 * _WRITE + 20):
            self._begin_page(self._title_words)
        self._top -= 16
        head, words = row.head, self._words
        name = f"{number}. {head.family.upper()}, {head.given or ''}".rstrip(", ")
        born = words["born"].format(day=self._born(head.birth_date)) if head.birth_date else ""
        title = " · ".join(part for part in (name, born, head.record_number) if part)
        self._line(self._section, title, bold=True)
        for kind, spans, indent in lines:
            wrapped = kind.wrap(spans, self._width - indent)
            if self._canvas is not None:
                kind.paint(self._canvas, wrapped, MARGIN + indent, self._top)
            self._top -= kind.height(wrapped)
        self._write(words["write"])
        self._write(words["to_whom"])

    def _told(self, row: ReviewRow) -> list[tuple[Typesetter, list[Span], float]]:
        words, weeks = self._words, f"{row.standings[0].weeks:.1f}" if row.standings else ""
        lines = [words["treated"].format(day=self._day(row.started_on), weeks=weeks,
                                         coordinator=row.coordinator or words["nobody_leads"])]  # fmt: skip
        shown = [one for one in row.standings if one.course is not None] or list(row.standings[:1])
        lines += [sum_of(sum_params(one), self._say, self._day) for one in shown]
        lines.append(review_of(row.review, self._uow.today, self._say, self._day))
        reviewed = words["reviewed"].format(day=self._day(row.reviewed_on), name=row.reviewed_by or "") if (
            row.reviewed_on
        ) else words["never"]  # fmt: skip
        lines.append(reviewed)
        found = [(self._body, [Span(line)], 0.0) for line in lines]
        if row.self_harm is not None:
            warning = words["self_harm"].format(day=self._day(row.self_harm))
            found.insert(0, (self._body, [Span(warning, bold=True)], 0.0))
        return found

    def _recommended(self, row: ReviewRow) -> list[tuple[Typesetter, list[Span], float]]:
        if not row.open:
            return []
        if not row.may_read:
            return [(self._body, [Span(self._words["closed"].format(count=len(row.open)))], 0.0)]
        lines = [(self._body, [Span(self._words["open"], bold=True)], 0.0)]
        return lines + [(self._body, [Span(f"•\u00a0{self._recommendation(one)}")], _INDENT) for one in row.open]

    def _recommendation(self, one: RecommendationRow) -> str:
        words = self._words
        kind = one.kind_words["es" if self._spanish else "en"] if len(one.kind_words) > 1 else one.kind
        text = self._texts.get(one.id, "")
        what = f"{kind}: {text}" if text else kind
        said: str = words["line"].format(day=self._day(one.given_on), consultant=one.given_by, what=what)
        to = one.to_words.get("es" if self._spanish else "en", one.to_role)
        if one.due_on is None:
            return said
        return f"{said} ({words['for_whom'].format(whom=one.to_name or to, day=self._day(one.due_on))})"

    def _write(self, label: str) -> None:
        """A line to write on by hand."""
        self._top -= _WRITE
        if self._canvas is not None:
            self._small.paint(self._canvas, [(Span(label),)], MARGIN, self._top + self._small.leading)
            wide = self._small.natural_width([Span(label)]) + 6
            self._canvas.setLineWidth(0.5)
            self._canvas.line(MARGIN + wide, self._top, MARGIN + self._width, self._top)
