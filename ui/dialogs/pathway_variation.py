"""The variation report: what of the pathways was skipped and why, of how many, and the people behind each number."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLocale, QSize, Qt
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from icm_desktop.contracts.day_sheets import SheetMade
from icm_desktop.contracts.pathway_variation import (
    AskBehind,
    AskVariation,
    BehindRow,
    PrintVariation,
    Variation,
    VariationRow,
)
from icm_desktop.contracts.pathways import PathwayRow
from ui.context import AppContext
from ui.dialogs.sheet_preview import show_sheet
from ui.feedback import Level
from ui.latest import Latest
from ui.room import room_for
from ui.tables.base import Chip, Column
from ui.tables.export import TableExport
from ui.tables.view import RowsTable
from ui.widgets.buttons import Button
from ui.widgets.form_field import FormField
from ui.widgets.labels import Text

_LEVELS = {"overdue": Level.HIGH, "declined": Level.CAUTION, "deferred": Level.INFO, "done": Level.GOOD}


class VariationWindow(QDialog):
    """Above every step with its numbers, below the patients of the step the keyboard is on."""

    def __init__(self, context: AppContext, pathways: Sequence[PathwayRow], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.found: Variation | None = None
        self._asked, self._behind = Latest(context.jobs, self), Latest(context.jobs, self)
        self.setWindowTitle(self.tr("What is skipped of the pathways"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.by, self.pathway = QComboBox(), QComboBox()
        self.note = Text("body", "", tone="text_2", wrap=True)
        self.about = Text("section", "", wrap=True)
        self.table = RowsTable(context, "pathway_variation", self._columns(), self._key, self.sentence)
        self.people = RowsTable(
            context, "pathway_variation_people", self._people_columns(), lambda row: row.head.id, self._person
        )
        self._fill(pathways)
        self._put_together()
        self.by.currentIndexChanged.connect(lambda _at: self.ask())
        self.pathway.currentIndexChanged.connect(lambda _at: self.ask())
        self.table.row_changed.connect(self._row_changed)
        self.people.opened.connect(self._open_chart)
        self.resize(room_for(self).boundedTo(QSize(1180, 760)))
        self.ask()
        self.table.setFocus()

    def _fill(self, pathways: Sequence[PathwayRow]) -> None:
        for words, key in (
            (self.tr("Whole practice"), "step"), (self.tr("Clinicians"), "clinician"), (self.tr("Sites"), "site"),
        ):  # fmt: skip
            self.by.addItem(words, key)
        self.pathway.addItem(self.tr("All pathways"), "")
        for one in pathways:
            if one.adoption_id is not None:
                self.pathway.addItem(self._in_language(one.title, one.title_es), one.id)

    def _put_together(self) -> None:
        filters = QHBoxLayout()
        filters.addWidget(FormField(self.tr("&By"), self.by))
        filters.addWidget(FormField(self.tr("&Pathway"), self.pathway))
        filters.addStretch(1)
        export, close = Button(self.tr("&Save as CSV…")), Button(self.tr("Close"))
        paper = Button(self.tr("P&rint…"), "printer")
        paper.clicked.connect(self.print_it)
        export.clicked.connect(lambda: TableExport(self.context, self.table).start())
        close.clicked.connect(self.accept)
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.about)
        column.addWidget(self.people, 1)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.addWidget(self.table)
        parts.addWidget(below)
        parts.setStretchFactor(0, 3)
        parts.setStretchFactor(1, 2)
        feet = QHBoxLayout()
        feet.addStretch(1)
        feet.addWidget(paper)
        feet.addWidget(export)
        feet.addWidget(close)
        page = QVBoxLayout(self)
        page.addLayout(filters)
        page.addWidget(self.note)
        page.addWidget(parts, 1)
        page.addLayout(feet)

    # what is asked and shown

    def ask(self) -> None:
        """Ask for the numbers."""
        request = AskVariation(str(self.by.currentData()), str(self.pathway.currentData()))
        self._asked.ask("queries.pathway_variation.variation", request, done=self._show)

    def _show(self, found: Variation) -> None:
        self.found = found
        self.table.set_rows(found.rows, len(found.rows))
        words = self.tr("As of {day}. Skipped: overdue, declined, or said not to apply. A clinician or site is that of "
                        "the patient's last visit here.")  # fmt: skip
        said = words.format(day=self.context.formatting.date(found.day))
        if found.behind:
            said += " " + self.tr("%n patients are still being worked out.", "", found.behind)
        self.note.setText(said if found.rows else self.tr("No patient is in an adopted pathway yet."))
        if found.rows:
            self.table.setCurrentIndex(self.table.model().index(0, 0))
        self._row_changed(self.table.current_row())

    def _row_changed(self, row: VariationRow | None) -> None:
        self.people.set_rows(())
        self.about.setText("" if row is None else self.sentence(row))
        if row is not None and self.found is not None:
            request = AskBehind(self.found.by, row.group, row.pathway, row.activity)
            self._behind.ask("queries.pathway_variation.behind", request, done=self.people.set_rows)

    def print_it(self) -> None:
        """The numbers on paper, without names; seen before they are printed."""
        language = "es" if QLocale().language() == QLocale.Language.Spanish else "en"
        asked = AskVariation(str(self.by.currentData()), str(self.pathway.currentData()))
        self.context.jobs.run(
            "reports.pathway_variation.render", PrintVariation(asked, language), owner=self, done=self._preview,
            failed=self.context.feedback.refuse,
        )  # fmt: skip

    def _preview(self, sheet: SheetMade) -> None:
        title = self.windowTitle()
        name = f"pathways-{self.context.formatting.today().isoformat()}"
        show_sheet(self.context, sheet, self, title=title, name=name)

    def _open_chart(self, row: BehindRow) -> None:
        self.accept()
        self.context.navigation.open_chart(row.head.id, tab="pathways")

    # rows

    @staticmethod
    def _in_language(english: str, spanish: str) -> str:
        return spanish if QLocale().language() == QLocale.Language.Spanish else english

    @staticmethod
    def _key(row: VariationRow) -> tuple[int | None, str, str]:
        return row.group, row.pathway, row.activity

    def _title(self, row: VariationRow) -> str:
        return self._in_language(row.title, row.title_es)

    def _columns(self) -> tuple[Column[VariationRow], ...]:
        return (
            Column("group", self.tr("Who, where"), self._group, width=16, tip=self._group),
            Column("pathway", self.tr("Pathway"), self._pathway, width=20, tip=self._pathway),
            Column("step", self.tr("Step"), self._title, width=30, tip=self._title),
            Column("skipped", self.tr("Skipped"), self._skipped, lambda row: row.percent, 14, number=True),
            Column("overdue", self.tr("Overdue"), lambda row: str(row.overdue), lambda row: row.overdue, 9,
                   number=True),
            Column("declined", self.tr("Declined"), lambda row: str(row.declined), lambda row: row.declined, 9,
                   number=True),
            Column("na", self.tr("Not for them"), lambda row: str(row.not_applicable),
                   lambda row: row.not_applicable, 11, number=True),
            Column("reasons", self.tr("Reasons"), self._reasons, stretch=True, tip=self._reasons),
        )  # fmt: skip

    def _group(self, row: VariationRow) -> str:
        if self.found is None or self.found.by == "step":
            return self.tr("whole practice")
        return row.group_name or self.tr("no visit yet")

    def _pathway(self, row: VariationRow) -> str:
        return self._in_language(row.pathway_title, row.pathway_title_es)

    def _skipped(self, row: VariationRow) -> str:
        words = self.tr("{skipped} of {asked}, {percent} %")
        return words.format(skipped=row.skipped, asked=row.asked, percent=row.percent)

    @staticmethod
    def _reasons(row: VariationRow) -> str:
        return "; ".join(f"{reason} ({count})" for reason, count in row.reasons)

    def sentence(self, row: VariationRow) -> str:
        """The row in words."""
        return f"{self._pathway(row)}, {self._title(row)}: {self._skipped(row)}"

    def _people_columns(self) -> tuple[Column[BehindRow], ...]:
        shown = self.context.formatting
        return (
            Column("patient", self.tr("Patient"), lambda row: shown.name(row.head), width=24),
            Column("state", self.tr("State"), lambda row: self._chip(row).word, width=15, chip=self._chip),
            Column("due", self.tr("Due"), lambda row: shown.date(row.due), lambda row: row.due, 13),
            Column("reason", self.tr("Reason"), lambda row: row.reason, stretch=True, tip=lambda row: row.reason),
            Column("who", self.tr("Decided by"), lambda row: row.decided_by, width=18),
            Column("when", self.tr("On"), lambda row: shown.date(row.decided_on), lambda row: row.decided_on, 13),
        )

    def _chip(self, row: BehindRow) -> Chip:
        words = {
            "overdue": self.tr("Overdue"),
            "declined": self.tr("Declined"),
            "not_applicable": self.tr("Does not apply"),
            "deferred": self.tr("Put off"),
            "on_time": self.tr("On time"),
            "done": self.tr("Done"),
        }
        return Chip(_LEVELS.get(row.stands, Level.NEUTRAL), words[row.stands])

    def _person(self, row: BehindRow) -> str:
        return f"{self.context.formatting.name(row.head)}, {self._chip(row).word}, {row.reason}"
