"""Sign-off and versions: every version, who answered, who has a copy, and what differs between any two."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from icm_desktop.changes import Changes
from icm_desktop.contracts.plan_sheet import PlanReview
from icm_desktop.contracts.plan_versions import (
    CompareVersions,
    DifferenceRow,
    SignOffRow,
    VersionRow,
    VersionSaved,
    VersionsView,
)
from icm_desktop.domain.plan_versions import IN_SIGN_OFF
from ui.context import AppContext
from ui.dialogs.form_dialog import FormDialog
from ui.dialogs.pane_window import PaneWindow
from ui.dialogs.plan_answer import AnswerDialog
from ui.dialogs.plan_copy import CopyDialog
from ui.dialogs.plan_freeze import FreezeDialog
from ui.dialogs.plan_paper import PlanPaperDialog
from ui.dialogs.sheet_preview import SheetPreview
from ui.latest import Latest
from ui.pages.plan_version_words import PlanVersionWords
from ui.widgets.beside import beside
from ui.widgets.buttons import Button
from ui.widgets.fact_list import FactList
from ui.widgets.fact_paint import Fact
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import FieldLabel, Text
from ui.widgets.scroll import scrolling

NOW = "now"


class KeptPages(SheetPreview):
    """Pages that were given before."""

    def __init__(self, context: AppContext, pdf: bytes, parent: QWidget, *, title: str) -> None:
        super().__init__(pdf, parent, title=title, file_name="care-plan", preferences=context.preferences)
        self.saved_words = self.tr("Saved. Delete the file when you do not need it any more: it names the patient.")


class PlanVersionsDialog(PaneWindow):
    """The list on the left, the chosen version on the right; everything is reached with Tab and Enter."""

    saved = Signal(str, str, object)  # what was said, the act for Undo, Changes

    def __init__(
        self, context: AppContext, view: VersionsView, review: PlanReview, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, view.head, (1080, 700), parent)
        self.context, self.view, self._review = context, view, review
        self._words = PlanVersionWords(context)
        self._asked, self._differs = Latest(context.jobs, self), Latest(context.jobs, self)
        self.setWindowTitle(self.tr("Sign-off and versions"))
        self.versions = FactList(self.tr("Versions"))
        self.answers, self.copies = FactList(self.tr("Answers")), FactList(self.tr("Copies"))
        self.differences = FactList(self.tr("What differs"))
        self.against = QComboBox()
        self.title, self.none = Text("title", wrap=True), Text("body", tone="text_2", wrap=True)
        self.sign_button = Button(self.tr("Ask for &sign-off…"), primary=True)
        self.answer_button = Button(self.tr("Record &answer…"))
        self.copy_button = Button(self.tr("Record co&py…"))
        self.print_button = Button(self.tr("P&rint…"), "printer")
        self.hold(beside(scrolling(self._left()), scrolling(self._right()), 64, 320))
        self._wire()
        self.show_view(view)
        self.versions.setFocus()

    def _left(self) -> QWidget:
        side, px = QWidget(), self.context.theme.px
        column = QVBoxLayout(side)
        column.setContentsMargins(*(px(16),) * 4)
        column.setSpacing(px(8))
        column.addWidget(self.sign_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.versions)
        column.addStretch(1)
        return side

    def _right(self) -> QWidget:
        side, px = QWidget(), self.context.theme.px
        column, compare, buttons = QVBoxLayout(side), QHBoxLayout(), FlowLayout(gap=px(8))
        column.setContentsMargins(*(px(16),) * 4)
        column.setSpacing(px(8))
        self._heads = [Text("section", words) for words in (self.tr("Answers"), self.tr("Copies given"))]
        for button in (self.print_button, self.answer_button, self.copy_button):
            buttons.addWidget(button)
        label = FieldLabel(self.tr("&Compared with"), self.against)
        self.against.setAccessibleName(self.tr("Compared with"))
        compare.addWidget(label)
        compare.addWidget(self.against, 1)
        column.addWidget(self.title)
        column.addLayout(buttons)
        for head, facts in zip(self._heads, (self.answers, self.copies), strict=True):
            column.addWidget(head)
            column.addWidget(facts)
        self.compare_row = QWidget()
        self.compare_row.setLayout(compare)
        compare.setContentsMargins(0, px(8), 0, 0)
        for widget in (self.compare_row, self.none, self.differences):
            column.addWidget(widget)
        column.addStretch(1)
        return side

    def _wire(self) -> None:
        self.versions.stood_on.connect(self._show_chosen)
        self.against.currentIndexChanged.connect(lambda _at: self._compare())
        self.answers.opened.connect(self._answer_again)
        self.sign_button.clicked.connect(self.sign)
        self.answer_button.clicked.connect(self.answer)
        self.copy_button.clicked.connect(self.copy)
        self.print_button.clicked.connect(self.print_plan)
        self.copies.opened.connect(self._show_pages)
        for button in (self.sign_button, self.answer_button, self.copy_button, self.print_button, self.close_button):
            button.setAutoDefault(False)

    # what is shown

    def show_view(self, view: VersionsView) -> None:
        """Show the versions; the keyboard stays on the one it was on."""
        self.view = view
        self.versions.set_facts([self._words.draft(view), *map(self._words.version, view.versions)])
        if not self.versions.current_key():
            self.versions.setCurrentIndex(self.versions.model().index(0, 0))
        self._show_chosen()

    def chosen(self) -> VersionRow | None:
        """The version the list stands on; None for the plan as it is now."""
        key = self.versions.current_key()
        return next((row for row in self.view.versions if str(row.id) == key), None)

    def _show_chosen(self) -> None:
        row = self.chosen()
        facts = self._words.version(row) if row else self._words.draft(self.view)
        self.title.setText(facts.text)
        self.answers.set_facts(tuple(map(self._words.sign_off, row.sign_offs)) if row else ())
        self.copies.set_facts(tuple(map(self._words.copy, row.copies)) if row else ())
        for widget in (*self._heads, self.answers, self.copies, self.answer_button, self.copy_button):
            widget.setVisible(row is not None)
        self._heads[1].setVisible(bool(row and row.copies))
        self.answer_button.setEnabled(row is not None and row.state == IN_SIGN_OFF)
        self._offer_others(row)

    def _offer_others(self, row: VersionRow | None) -> None:
        """Any other version, the one before first."""
        others = [one for one in self.view.versions if row is None or one.id != row.id]
        if row is not None:
            others.sort(key=lambda one: (one.number > row.number, -one.number))
        self.against.blockSignals(True)
        self.against.clear()
        for one in others:
            self.against.addItem(self.tr("Version {number}").format(number=one.number), one.id)
        self.against.blockSignals(False)
        self.compare_row.setVisible(bool(others))
        self._compare()

    def _compare(self) -> None:
        row, other = self.chosen(), self.against.currentData()
        if other is None:
            self._show_differences(())
            self.none.setText("" if self.view.versions else self.tr("Nothing to compare with yet."))
            return
        before, after = other, row.id if row else None
        if row is not None and self._number(other) > row.number:  # told from the older one to the newer one
            before, after = row.id, other
        asked = CompareVersions(self.view.head.id, before, after, QLocale().name())
        self._differs.ask("queries.plan_versions.difference", asked, done=self._show_differences)

    def _number(self, version_id: int) -> int:
        return next(one.number for one in self.view.versions if one.id == version_id)

    def _show_differences(self, rows: tuple[DifferenceRow, ...]) -> None:
        self.none.setText("" if rows else self.tr("Nothing differs."))
        self.differences.set_facts([self._words.difference(row, place) for place, row in enumerate(rows)])

    # acts

    def sign(self) -> None:
        """Make a version and ask the team."""
        told, name = self.tr("Put to the team for sign-off."), self.tr("sign-off")
        self._open(FreezeDialog(self.context, self.view, self._review, self), told, name)

    def answer(self) -> None:
        """Record the answer the keyboard is on, else my own, else the first that is missing.

        One that is there is changed only by Enter on the list, wherever the keyboard is: pressed twice, the key goes on
        to the next who was asked.
        """
        row = self.chosen()
        missing = (
            sorted((one for one in row.sign_offs if one.answer is None), key=lambda one: not one.mine) if row else ()
        )
        on = self.answers.current_key()
        chosen = next((one for one in missing if str(one.id) == on), next(iter(missing), None))
        if chosen is not None:
            self._ask_answer(chosen)

    def _answer_again(self, fact: Fact) -> None:
        """Enter on an answer changes just that one."""
        row = self.chosen()
        chosen = next((one for one in row.sign_offs if str(one.id) == fact.key), None) if row else None
        if chosen is not None:
            self._ask_answer(chosen)

    def _ask_answer(self, asked: SignOffRow) -> None:
        row = self.chosen()
        if row is not None and row.state == IN_SIGN_OFF:
            dialog = AnswerDialog(self.context, self.view.head, asked, row.number, self)
            self._open(dialog, self.tr("Answer recorded."), self.tr("answer"))

    def copy(self) -> None:
        """Record that somebody received the version."""
        if (row := self.chosen()) is not None:
            dialog = CopyDialog(self.context, self.view.head, row, self)
            self._open(dialog, self.tr("Copy recorded."), self.tr("copy given"))

    def print_plan(self) -> None:
        """Print the chosen version, or the plan as it is now."""
        row = self.chosen()
        dialog = PlanPaperDialog(self.context, self.view.head, row, self)
        told, key = self.tr("Pages kept and noted."), str(row.id) if row else NOW
        dialog.sent.connect(lambda given: self._took(given.changes, key, told, self.tr("plan on paper")))
        dialog.open()

    def _show_pages(self, fact: Fact) -> None:
        """Enter on a copy whose pages were made here shows exactly those."""
        row = self.chosen()
        copy = next((one for one in row.copies if str(one.id) == fact.key), None) if row else None
        if copy is not None and copy.handout_id is not None:
            self.context.jobs.run("queries.plan_document.kept_paper", copy.handout_id, owner=self, done=self._show_kept)

    def _show_kept(self, pdf: bytes) -> None:
        KeptPages(self.context, pdf, self, title=self.tr("The pages that were given")).open()

    def _open(self, dialog: FormDialog, told: str, name: str) -> None:
        dialog.saved.connect(lambda saved: self._saved(saved, told, name))
        dialog.open()

    def _saved(self, saved: VersionSaved, told: str, name: str) -> None:
        self._took(saved.changes, str(saved.id), told, name)

    def _took(self, changes: Changes, key: str, told: str, name: str) -> None:
        self.saved.emit(told, name, changes)
        done = partial(self._show_saved, key)
        self._asked.ask("queries.plan_versions.versions", self.view.head.id, done=done)

    def _show_saved(self, key: str, view: VersionsView) -> None:
        self.show_view(view)
        keys = [NOW, *(str(row.id) for row in view.versions)]
        self.versions.setCurrentIndex(self.versions.model().index(keys.index(key) if key in keys else 0, 0))
