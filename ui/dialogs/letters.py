"""Letters, labels or a call sheet for people: who gets one, who is left out and why, then the preview."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QProgressBar, QSpinBox, QVBoxLayout, QWidget

from icm_desktop.contracts.letters import (
    LabelSheetRow,
    LettersKept,
    LettersMade,
    LettersRequest,
    LetterTarget,
    Recipient,
)
from icm_desktop.errors import JobCancelled, UserError
from ui.context import AppContext
from ui.dialogs.letters_preview import LettersPreview
from ui.dialogs.room import resize_within
from ui.feedback import Level
from ui.jobs import Job
from ui.latest import Latest
from ui.messages import say, sentence
from ui.tables.base import Chip, Column
from ui.tables.export import export_table
from ui.tables.view import RowsTable
from ui.widgets.buttons import Button
from ui.widgets.form_field import FormField
from ui.widgets.labels import Text
from ui.widgets.shape_label import ShapeLabel

KINDS = ("recall", "missed_visit", "reminder", "referral", "call_sheet", "labels", "envelopes", "hand_envelopes")
ENVELOPES = ("envelopes", "hand_envelopes")
LABELS, CALL_SHEET = "labels", "call_sheet"
_PAPER = "letters/paper"


class LettersDialog(QDialog):
    """Choose what is printed and look at the list; Enter makes it."""

    def __init__(
        self, context: AppContext, targets: tuple[LetterTarget, ...], kind: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.context, self.targets = context, targets
        self.people: tuple[Recipient, ...] = ()
        self._asked = Latest(context.jobs, self)
        self._job: Job | None = None
        self._making = False
        self._sheets: tuple[LabelSheetRow, ...] = ()
        self._envelopes: tuple[LabelSheetRow, ...] = ()
        self.setWindowTitle(self.tr("Letters, labels and call sheets"))
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.kind, self.paper, self.skip = QComboBox(), QComboBox(), QSpinBox()
        for name in KINDS:
            self.kind.addItem(say(f"letter_kind.{name}"), name)
        self.kind.setCurrentIndex(KINDS.index(kind))
        self.table: RowsTable[Recipient] = RowsTable(
            context, "letter_recipients", self._columns(), lambda one: (one.target, one.left_out), self._sentence
        )
        self.count, self.message = Text("body", wrap=True), ShapeLabel(parent=self)
        self.bar = QProgressBar(self)
        self._lay_out()
        self._wire()
        context.jobs.run("queries.letters.envelope_sizes", owner=self, done=self._take_envelopes)
        context.jobs.run("queries.letters.sheets", owner=self, done=self._show_sheets)

    def _lay_out(self) -> None:
        theme = self.context.theme
        self.table.setAccessibleName(self.tr("Who gets it"))
        self.bar.setAccessibleName(self.tr("Progress"))
        self.message.hide()
        self.bar.hide()
        self.make_button = Button(self.tr("&Preview and print…"), "printer", self, primary=True)
        self.stop_button = Button(self.tr("S&top"), "octagon-x", self)
        self.close_button = Button(self.tr("Close"), parent=self)
        self.make_button.setDefault(True)
        self.stop_button.hide()
        top, foot = QHBoxLayout(), QHBoxLayout()
        top.addWidget(FormField(self.tr("&What"), self.kind), 2)
        top.addWidget(FormField(self.tr("P&aper"), self.paper), 1)
        self.skip_field = FormField(self.tr("&Labels used already"), self.skip)
        top.addWidget(self.skip_field, 1)
        foot.addWidget(self.bar, 1)
        foot.addStretch(1)
        for button in (self.stop_button, self.close_button, self.make_button):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(16), theme.px(16), theme.px(16), theme.px(16))
        column.setSpacing(theme.px(8))
        column.addLayout(top)
        column.addWidget(self.count)
        column.addWidget(self.table, 1)
        column.addWidget(self.message)
        column.addLayout(foot)
        resize_within(self, self.parentWidget() or self, 960, 560)

    def _wire(self) -> None:
        self.kind.currentIndexChanged.connect(lambda _at: self._kind_chosen())
        self.table.row_changed.connect(self._show_reason)
        self.make_button.clicked.connect(self.make)
        self.stop_button.clicked.connect(self.stop)
        self.close_button.clicked.connect(self.reject)
        QShortcut(QKeySequence("Ctrl+P"), self, self.make)
        QShortcut(QKeySequence("Ctrl+Shift+E"), self, lambda: export_table(self.context, self))

    def _columns(self) -> tuple[Column[Recipient], ...]:
        formatting = self.context.formatting
        return (
            Column("patient", self.tr("Patient"), lambda one: formatting.name(one.head), width=22),
            Column("born", self.tr("Born"), lambda one: formatting.partial_date(one.head.birth_date), width=12),
            Column("state", self.tr("Gets it"), lambda _one: "", lambda one: one.left_out is None, width=26,
                   chip=self._chip, copy=lambda one: self._chip(one).word, tip=lambda one: self._chip(one).word),
            Column("language", self.tr("Language"), self._language, width=15, tip=self._language),
            Column("print", self.tr("Print"), self._print, width=9),
            Column("address", self.tr("Address"), lambda one: ", ".join(one.address), stretch=True,
                   tip=lambda one: ", ".join(one.address)),
        )  # fmt: skip

    def _language(self, one: Recipient) -> str:
        shown = self.context.formatting.language(one.language)
        if one.reads is None:
            return shown
        return self.tr("{language}; reads {other}").format(
            language=shown, other=self.context.formatting.language(one.reads)
        )

    def _print(self, one: Recipient) -> str:
        return self.tr("Large") if one.large_print else self.tr("Standard")

    def _chip(self, one: Recipient) -> Chip:
        if one.left_out is None:
            return Chip(Level.GOOD, self.tr("Yes"))
        return Chip(Level.HIGH, say(one.left_out))

    def _sentence(self, one: Recipient) -> str:
        return f"{self.context.formatting.name(one.head)}, {self._language(one)}, {self._chip(one).word}"

    # what is asked and shown

    def _take_envelopes(self, sizes: tuple[LabelSheetRow, ...]) -> None:
        self._envelopes = sizes

    def _show_sheets(self, sheets: tuple[LabelSheetRow, ...]) -> None:
        self._sheets = sheets
        self._kind_chosen()

    def _kind_chosen(self) -> None:
        kind = self.kind.currentData()
        self.paper.clear()
        if kind == LABELS:
            for sheet in self._sheets:
                self.paper.addItem(sheet.name, sheet.id)
        elif kind in ENVELOPES:
            for size in self._envelopes:
                self.paper.addItem(size.name, size.id)
        else:
            self.paper.addItem(self.tr("Letter"), "letter")
            self.paper.addItem("A4", "a4")
        self.paper.setCurrentIndex(max(self.paper.findData(self.context.preferences.text(f"{_PAPER}/{kind}")), 0))
        self.skip_field.setVisible(kind == LABELS)
        self.skip.setMaximum(max((sheet.labels - 1 for sheet in self._sheets), default=0))
        self._asked.ask("queries.letters.recipients", self.request(), done=self._show, failed=self._refused)

    def request(self) -> LettersRequest:
        """What is chosen now."""
        return LettersRequest(
            str(self.kind.currentData()), self.targets, str(self.paper.currentData()), QLocale().name()[:2],
            self.skip.value(),
        )  # fmt: skip

    def _show(self, people: tuple[Recipient, ...]) -> None:
        self.people = people
        inside = sum(one.left_out is None for one in people)
        words = self.tr("{inside} of {all} get it. {outside} are left out; the list says why.")
        whole = self.tr("All {all} get it.")
        self.count.setText(
            (words if inside < len(people) else whole).format(
                inside=inside, all=len(people), outside=len(people) - inside
            )
        )
        self.table.set_rows(sorted(people, key=lambda one: one.left_out is None))
        self.make_button.setEnabled(inside > 0)
        self._say("", "")
        if not inside:
            self._say("high", say("letters.nobody"))

    def _show_reason(self, one: Recipient | None) -> None:
        """The whole reason of the row the keyboard is on; the column may be too narrow for it."""
        reason = one.left_out if one is not None and not self._making else None
        self._say("high" if reason else "", say(reason) if reason else "")

    def _say(self, level: str, words: str) -> None:
        self.message.say(level or "info", words)
        self.message.setVisible(bool(words))

    def _refused(self, error: UserError) -> None:
        self._say("high", sentence(error, self.context.formatting))

    # making

    def make(self) -> None:
        """Make all of it; the preview opens when it is there."""
        if self._making or not self.make_button.isEnabled():
            return
        request = self.request()
        self.context.preferences.keep(f"{_PAPER}/{request.kind}", request.paper)
        self._set_making(True)
        self._job = self.context.jobs.run(
            "reports.letters.render", request, owner=self, lane="long", label=self.windowTitle(),
            done=self._made, failed=self._not_made, progress=self._far,
        )  # fmt: skip

    def _far(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def stop(self) -> None:
        """Make no further letter."""
        if self._making and self._job is not None:
            self._job.cancel()

    def _set_making(self, on: bool) -> None:
        self._making = on
        self.bar.setRange(0, 0)
        self.bar.setVisible(on)
        self.stop_button.setVisible(on)
        for widget in (self.make_button, self.kind, self.paper, self.skip):
            widget.setEnabled(not on)
        if on:
            self._say("", "")

    def _not_made(self, error: UserError) -> None:
        self._set_making(False)
        if isinstance(error, JobCancelled):
            words = self.tr("Stopped after {done} of {total}. Nothing was printed, kept or noted.")
            self._say("caution", words.format(**{"done": 0, "total": len(self.people), **error.params}))
        else:
            self._refused(error)
        self.make_button.setFocus()

    def _made(self, made: LettersMade) -> None:
        self._set_making(False)
        preview = LettersPreview(self.context, made, self.kind.currentText(), self)
        preview.kept.connect(self._kept)
        preview.open()

    def _kept(self, kept: LettersKept) -> None:
        told = self.tr("%n letter(s) printed and noted.", "", kept.count)
        self.context.feedback.done(told, self.tr("print letters"), kept.changes)

    def reject(self) -> None:
        """Esc stops what is being made first."""
        if self._making:
            self.stop()
        else:
            super().reject()
