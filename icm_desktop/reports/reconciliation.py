"""A signed reconciliation on paper: for a prescriber with every list, for the patient what to take and what not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icm_desktop.content.sheets import sheet
from icm_desktop.contracts.day_sheets import SheetMade
from icm_desktop.contracts.reconciliation import ReconciledRow, Reconciliation, ReconciliationPrint
from icm_desktop.domain.reconciliation import ASK, CHANGE, KEEP, STOP
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.people import practice
from icm_desktop.queries.reconciliations import one_signed
from icm_desktop.reports.staff_sheet import MARGIN, StaffSheet
from icm_desktop.reports.tables import Row, TableHead
from icm_desktop.reports.text import Span

if TYPE_CHECKING:
    from db.unit_of_work import UnitOfWork

_SHARES = (0.26, 0.40, 0.34)
_PATIENT_SIZE = 14.0  # points; clear print
_PAD = 5.0


@requires(Privilege.CLINICAL_READ)
def render(uow: UnitOfWork, request: ReconciliationPrint) -> SheetMade:
    """The page as a PDF; kept in memory only.

    Raises:
        NotFound: reconciliation.unknown.
    """
    one = one_signed(uow, request.reconciliation_id)
    words = sheet("reconciliation", request.language)
    if request.for_patient:
        return _ForPatient(uow, words, request.paper, request.language, _PATIENT_SIZE).made(one)
    return _ForPrescriber(uow, words, request.paper, request.language).made(one)


class _ForPrescriber(StaffSheet):
    """Every medicine with what each list said, what was decided and why, and what is not resolved."""

    def made(self, one: Reconciliation) -> SheetMade:
        """The painted pages."""
        self._open()
        self._begin_page(self._words["title"])
        self._about(one)
        widths = tuple(share * self._width for share in _SHARES)
        head = [[[Span(self._words[key], bold=True)]] for key in ("head_said", "head_decided")]
        table = TableHead(self._small, self._small, self._words["head_medicine"], head, widths)
        self._put(table)
        for row in one.rows:
            cells = [[[Span(line)] for line in lines] for lines in self._cells(row)]
            painted = Row(self._body, cells, widths, pad=_PAD)
            if not self._fits(painted.height):
                self._begin_page(self._words["title"])
                self._put(table)
            self._put(painted)
        self._top -= 8
        if one.note:
            self._line(self._body, f"{self._words['note']}: {one.note}")
        self._sign()
        return self._finished()

    def _about(self, one: Reconciliation) -> None:
        words, head = self._words, one.head
        name = f"{head.family.upper()}, {head.given or ''}".rstrip(", ")
        born = words["born"].format(day=self._born(head.birth_date)) if head.birth_date else ""
        record = words["record"].format(number=head.record_number)
        self._line(self._section, " · ".join(part for part in (name, born, record) if part), bold=True)
        signed = words["signed"].format(number=one.number, day=self._day(one.signed_on), who=one.signed_by)
        self._line(self._body, signed)
        lists = "; ".join(
            " ".join(part for part in (words[kind], title, self._born(dated or None)) if part)
            for kind, title, dated in one.lists
        )
        self._line(self._body, f"{words['compared']}: {lists}")
        self._top -= 6

    def _cells(self, row: ReconciledRow) -> tuple[list[str], list[str], list[str]]:
        words = self._words
        named = [row.medicine] if row.checked else [row.medicine, words["not_checked"]]
        said = [f"{words.get(where, where)}: {what}" for where, what in row.said]
        return named, said, self._decided(row)

    def _decided(self, row: ReconciledRow) -> list[str]:
        words = self._words
        told = {
            KEEP: words["keep"],
            CHANGE: words["change"].format(what=row.becomes or ""),
            STOP: words["stop"],
            ASK: words["ask"].format(who=row.asked or "", question=row.question or ""),
        }
        lines = [told.get(row.decision, row.decision)]
        if row.reason:
            lines.append(words["why"].format(what=row.reason))
        if row.answer:
            lines.append(words["answer"].format(what=row.answer))
        if row.open:
            due = words["due"].format(day=self._day(row.question_due)) if row.question_due else ""
            lines.insert(0, " · ".join(part for part in (words["waits"], due) if part))
        elif row.settled is not None and row.settled_on is not None:
            how = told.get(row.settled, row.settled)
            lines.append(words["settled"].format(day=self._day(row.settled_on), who=row.settled_by or "", what=how))
        return lines

    def _sign(self) -> None:
        if not self._fits(40):
            self._begin_page(self._words["title"])
        self._top -= 34
        if self._canvas is not None:
            self._canvas.setLineWidth(0.5)
            self._canvas.line(MARGIN, self._top, MARGIN + 220, self._top)
        self._top -= 2
        self._line(self._small, self._words["sign"])


class _ForPatient(StaffSheet):
    """What is new, changed, stopped and kept, in the patient's language and in clear print; no lists, no reasons."""

    def made(self, one: Reconciliation) -> SheetMade:
        """The painted pages."""
        words, head = self._words, one.head
        self._explain: list[str] = []
        self._open()
        self._begin_page(words["p_title"])
        name = f"{head.given or ''} {head.family}".strip()
        born = words["born"].format(day=self._born(head.birth_date)) if head.birth_date else ""
        self._line(self._section, " · ".join(part for part in (name, born) if part), bold=True)
        self._line(self._body, words["p_date"].format(day=self._day(one.signed_on), who=one.signed_by))
        for key, rows in self._groups(one):
            self._group(words[key], rows)
        if self._explain:
            self._group(words["p_words"], self._explain)
        self._top -= 8
        self._line(self._body, words["p_bottle"], bold=True)
        self._line(self._body, words["p_bring"])
        phone = practice(self._uow).phone
        if phone:
            self._line(self._body, words["p_call"].format(phone=phone), bold=True)
        if words["p_draft"]:
            self._top -= 6
            self._line(self._small, words["p_draft"])
        return self._finished()

    def _groups(self, one: Reconciliation) -> tuple[tuple[str, list[str]], ...]:
        found: dict[str, list[str]] = {"p_new": [], "p_changed": [], "p_stop": [], "p_keep": [], "p_asked": []}
        for row in one.rows:
            found[_group_of(row)].append(self._say(row))
        return tuple(found.items())

    def _say(self, row: ReconciledRow) -> str:
        """The medicine, and how it is taken where that is in the page's language; else among what to explain."""
        kind = _group_of(row)
        how = row.becomes if kind == "p_changed" else ""
        if kind in ("p_keep", "p_new") and row.said:
            how = row.said[0][1]
        if kind in ("p_stop", "p_asked") or not how:
            return row.medicine
        if self._language == "es":
            self._explain += [how] if how != row.medicine else []
            return row.medicine
        return how

    def _group(self, title: str, lines: list[str]) -> None:
        if not lines:
            return
        if not self._fits(3 * self._body.leading + 8):
            self._begin_page(self._words["p_title"])
        self._top -= 10
        self._line(self._section, title, bold=True)
        for line in lines:
            if not self._fits(2 * self._body.leading):
                self._begin_page(self._words["p_title"])
            self._line(self._body, f"\u2022 {line}")


def _group_of(row: ReconciledRow) -> str:
    """Under which heading the patient reads it."""
    if row.open:
        return "p_asked"
    ended = row.settled or row.decision
    if ended == KEEP:
        return "p_new" if row.difference == "only_theirs" and not row.told_by_patient else "p_keep"
    return {CHANGE: "p_changed", STOP: "p_stop"}.get(ended, "p_keep")
