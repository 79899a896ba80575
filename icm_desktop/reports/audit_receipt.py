"""The receipt of a day of the audit record: where the chain ended, so that paper can prove it was not shortened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icm_desktop.content.sheets import sheet
from icm_desktop.contracts.audit_log import Receipt, ReceiptRequest
from icm_desktop.contracts.day_sheets import SheetMade
from icm_desktop.permissions import Privilege, requires
from icm_desktop.reports.staff_sheet import StaffSheet
from icm_desktop.reports.tables import Row
from icm_desktop.reports.text import Span

if TYPE_CHECKING:
    from db.unit_of_work import UnitOfWork

_NAME, _VALUE = 0.38, 0.62  # of the width
_PAD = 5.0


@requires(Privilege.AUDIT)
def render(uow: UnitOfWork, receipt: Receipt, request: ReceiptRequest) -> SheetMade:
    """The receipt as a PDF of one page; kept in memory only."""
    return _Sheet(uow, sheet("receipt", request.language), request.paper, request.language).pdf(receipt)


class _Sheet(StaffSheet):
    def pdf(self, receipt: Receipt) -> SheetMade:
        """The painted page."""
        words = self._words
        self._open()
        self._begin_page(words["heading"].format(day=self._day(receipt.day)))
        self._fact(words["last"], f"{receipt.last_seq:,}")
        self._fact(words["code"], receipt.code or words["check_never"])
        self._fact(words["database"], receipt.database_id)
        self._fact(words["backup"], self._backup(receipt))
        self._fact(words["check"], self._check(receipt))
        self._top -= 10
        self._line(self._section, words["counts"], bold=True)
        for name, count in receipt.counts:
            self._fact(words[name or "other"], f"{count:,}")
        self._top -= 10
        self._line(self._body, words["how"])
        self._top -= 24
        self._line(self._body, f"{words['kept_by']}: " + "_" * 40)
        return self._finished()

    def _fact(self, name: str, value: str) -> None:
        widths = (_NAME * self._width, _VALUE * self._width)
        self._put(Row(self._body, [[[Span(name)]], [[Span(value, bold=True)]]], widths, pad=_PAD))

    def _backup(self, receipt: Receipt) -> str:
        if receipt.backup_at is None:
            return str(self._words["no_backup"])
        when = self._moment(receipt.backup_at)
        return str(self._words["backup_seq"]).format(when=when, seq=receipt.backup_seq or "?")

    def _check(self, receipt: Receipt) -> str:
        if receipt.checked_at is None:
            return str(self._words["check_never"])
        kind = "check_bad" if receipt.check_ok is False else "check_good"
        return str(self._words[kind]).format(when=self._moment(receipt.checked_at))
