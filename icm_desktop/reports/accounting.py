"""The accounting of disclosures on paper, in the patient's language: date, to whom, what, what for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icm_desktop.content import privacy
from icm_desktop.content.sheets import sheet
from icm_desktop.contracts.day_sheets import SheetMade
from icm_desktop.contracts.disclosures import Accounting, DisclosureRow, PrintAccounting
from icm_desktop.domain.names import spoken
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.disclosures import accounting
from icm_desktop.reports.staff_sheet import StaffSheet
from icm_desktop.reports.tables import Cell, Row, TableHead
from icm_desktop.reports.text import Span

if TYPE_CHECKING:
    from db.unit_of_work import UnitOfWork

_WIDTHS = (0.15, 0.30, 0.30, 0.25)  # of the width: date, to whom, what, what for
_PAD = 6.0


@requires(Privilege.PATIENT_RIGHTS)
def render(uow: UnitOfWork, request: PrintAccounting) -> SheetMade:
    """The list as a PDF; kept in memory only.

    Raises:
        NotFound: patients.unknown.
    """
    found = accounting(uow, request.asked)
    return _Sheet(uow, sheet("accounting", request.language), request.paper, request.language).pdf(found)


class _Sheet(StaffSheet):
    def pdf(self, found: Accounting) -> SheetMade:
        """The painted pages."""
        words, head = self._words, found.head
        widths = tuple(share * self._width for share in _WIDTHS)
        heading = words["heading_part2" if found.part2 else "heading"]
        self._open()
        self._begin_page(heading)
        name = spoken(head.given, head.family, head.prefix, None)
        told = words["whose"].format(name=name, born=self._born(head.birth_date), number=head.record_number)
        self._line(self._body, told, bold=True)
        self._line(self._body, words["period"].format(first=self._day(found.first_on), last=self._day(found.last_on)))
        self._top -= _PAD
        if found.rows:
            self._table_head(widths)
        else:
            self._line(self._body, words["none"])
        for one in found.rows:
            row = Row(self._body, self._cells(one), widths, pad=_PAD)
            if not self._fits(row.height):
                self._begin_page(heading)
                self._table_head(widths)
            self._put(row)
        self._top -= _PAD
        self._line(self._small, words["left_out_part2" if found.part2 else "left_out"])
        return self._finished()

    def _table_head(self, widths: tuple[float, ...]) -> None:
        words = self._words
        others: list[Cell] = [[[Span(words[name], bold=True)]] for name in ("who", "what", "why")]
        self._put(TableHead(self._small, self._small, words["when"], others, widths))

    def _cells(self, one: DisclosureRow) -> list[Cell]:
        """Every part the rule asks for; what is not known is said."""
        words, language = self._words, self._language
        day = self._day(one.at.astimezone(self._uow.zone).date())
        to = [[Span(one.to_name or words["nobody"], bold=True)], [Span(one.to_address or words["no_address"])]]
        what = [privacy.words("channel", one.channel, language), one.description]
        if one.practice_wide:
            what.append(words["practice_wide"])
        why = [privacy.words("basis", one.legal_basis, language), one.purpose]
        return [
            [[Span(day)]], to,
            *([[Span(part)] for part in parts if part] for parts in (what, why)),
        ]  # fmt: skip
