"""The page before it is printed: what will come out on the left, what can be chosen on the right."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.handouts import NEXT_STEPS, HandoutMade, HandoutRequest, HandoutRow
from icm_desktop.errors import UserError
from ui.context import AppContext
from ui.dialogs.handout_words import kind_words
from ui.dialogs.print_batch import paper_of
from ui.dialogs.print_preview_copy import CopyChoice
from ui.dialogs.print_preview_notes import PreviewNotes
from ui.dialogs.print_preview_options import PrintOptions
from ui.dialogs.print_preview_out import PagesOut
from ui.dialogs.print_preview_paper import Paper, Wanted
from ui.latest import Latest
from ui.messages import sentence
from ui.widgets.banner import MicroBanner
from ui.widgets.buttons import Button
from ui.widgets.form_field import FormField
from ui.widgets.labels import Text
from ui.widgets.pdf_view import PdfView
from ui.widgets.scroll import scrolling

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PrintPreview(QDialog):
    """ "Your next steps" of one patient. Enter prints, Ctrl+S saves the PDF; either keeps the exact page.

    `paper` is where pages go (tests give their own); `out` takes them there.
    """

    def __init__(self, context: AppContext, head: PatientHead, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context, self.head = context, head
        self.made: HandoutMade | None = None
        self.paper_for: Callable[[str], Paper] | None = None
        self.paper = paper_of(context, NEXT_STEPS)
        self.out = PagesOut(self)
        self._print_when_there = False
        self._ready = False
        self._asked = Latest(context.jobs, self)
        self._last: HandoutRow | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setWindowTitle(self.tr("Print next steps"))
        self.view = PdfView()
        self.options = PrintOptions(context, head.id)
        self.notes = PreviewNotes(context)
        self.copy_for = CopyChoice(context, head.id)
        self.printer_line = Text("small", "", tone="text_2", wrap=True)
        self.last_line = Text("small", "", tone="text_2", wrap=True)
        self.again_button = Button(self.tr("Show t&hat page"))
        self.print_button = Button(self.tr("&Print"), "printer", primary=True)
        self.other_button = Button(self.tr("Print on &another printer…"), "printer")
        self.save_button = Button(self.tr("&Save PDF…"), "save")
        self.mail_button = Button(self.tr("For &e-mail…"), "mail")
        self.true_size = QCheckBox(self.tr("As large as on paper (100 %)"))
        self.hard_reason = QLineEdit()
        self.hard_field = FormField(self.tr("Why a hard line stays"), self.hard_reason, required=True)
        self.close_button = Button(self.tr("Close"))
        self._lay_out()
        self._wire()
        self.ask(self.options.request)
        context.jobs.run("queries.handed_out.history", head.id, owner=self, done=self._show_last)

    def _lay_out(self) -> None:
        theme, room = self.context.theme, self.screen().availableSize()
        self.resize(min(theme.px(1200), room.width() - 40), min(theme.px(690), room.height() - 40))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(MicroBanner(self.context, self.head, self))
        sides = QHBoxLayout()
        sides.setSpacing(0)
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.addWidget(self.view, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(theme.px(16), 0, theme.px(16), theme.px(8))
        foot.addWidget(self.true_size)
        foot.addStretch(1)
        left.addLayout(foot)
        self.true_size.setMinimumHeight(theme.px(28))
        sides.addLayout(left, 1)
        sides.addWidget(self._right(), 0)
        whole.addLayout(sides, 1)

    def _right(self) -> QWidget:
        theme, side = self.context.theme, QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(*(theme.px(16),) * 4)
        column.setSpacing(theme.px(8))
        inside = QWidget()
        inner = QVBoxLayout(inside)
        inner.setContentsMargins(0, 0, theme.px(8), 0)
        inner.setSpacing(theme.px(12))
        for widget in (self.copy_for, self.options, self.notes, self.hard_field, self.last_line):
            inner.addWidget(widget)
        self.hard_field.hide()
        self.hard_reason.setMinimumHeight(theme.px(28))
        inner.addWidget(self.again_button, 0, Qt.AlignmentFlag.AlignLeft)
        inner.addStretch(1)
        area = scrolling(inside)
        column.addWidget(area, 1)
        column.addWidget(self.print_button)
        column.addWidget(self.printer_line)
        column.addWidget(self.other_button)
        for button in (self.print_button, self.other_button, self.save_button, self.mail_button, self.close_button):
            button.setMinimumHeight(theme.px(32))
            button.setAutoDefault(False)
        self.again_button.setMinimumHeight(theme.px(28))
        self.again_button.setAutoDefault(False)
        self.last_line.hide()
        self.again_button.hide()
        self.print_button.setDefault(True)
        wide = min(theme.px(320), round(self.width() * 0.55))
        side.setFixedWidth(wide)
        column.addLayout(self._other_buttons(wide - theme.px(40)))
        self.options.limit_width(wide - theme.px(16) * 2 - theme.px(8) - area.verticalScrollBar().sizeHint().width())
        return side

    def _other_buttons(self, room: int) -> QBoxLayout:
        """Save and e-mail side by side, or one over the other where letters are large; Close beneath."""
        buttons = (self.save_button, self.mail_button)
        apart = sum(button.sizeHint().width() for button in buttons) + self.context.theme.px(8) <= room
        others = QBoxLayout(QBoxLayout.Direction.LeftToRight if apart else QBoxLayout.Direction.TopToBottom)
        for button in buttons:
            others.addWidget(button)
        both = QVBoxLayout()
        both.addLayout(others)
        both.addWidget(self.close_button)
        return both

    def _wire(self) -> None:
        self.options.changed.connect(self.ask)
        self.options.changed.connect(lambda request: self.copy_for.with_sensitive(bool(request.sensitive_ids)))
        self.again_button.clicked.connect(self._show_again)
        self.print_button.clicked.connect(self.print_page)
        self.other_button.clicked.connect(self.print_elsewhere)
        self.save_button.clicked.connect(self.save_page)
        self.mail_button.clicked.connect(self.mail_page)
        self.true_size.toggled.connect(self.view.set_true_size)
        self.close_button.clicked.connect(self.reject)
        QShortcut(QKeySequence("Ctrl+0"), self, self.true_size.toggle)
        QShortcut(QKeySequence("Ctrl+S"), self, self.save_page)
        QShortcut(QKeySequence("Ctrl+P"), self, self.print_page)
        self.print_button.setFocus()

    # the page

    def ask(self, request: HandoutRequest) -> None:
        """Ask for the page as it is wished now."""
        self.set_ready(False)
        self._asked.ask("reports.handouts.render", request, done=self.show_made, failed=self.refused)

    def show_made(self, made: HandoutMade) -> None:
        """Show a page and what to know of it."""
        before, self.made = self.made, made
        self.view.show_pdf(made.pdf)
        self.view.mark(made.said.marked)
        self.options.show_made(made)
        self.notes.show_made(made)
        self.hard_field.setVisible(bool(made.hard_lines))
        if before is None or before.kind != made.kind:
            self._turn_to_printer(made.kind)
        words = self.tr("&Print %n page(s)", "", made.pages)
        if self.options.sheets_wanted(made):
            words = self.tr("&Print %n page(s) and the sheets", "", made.pages)
        self.print_button.setText(words)
        self.set_ready(True)
        if self._print_when_there:
            self.print_page()

    def _turn_to_printer(self, kind: str) -> None:
        """Each kind of page goes where it went last on this computer."""
        if type(self.paper) is Paper:
            self.paper = (self.paper_for or (lambda one: paper_of(self.context, one)))(kind)
        last = self.paper.name
        self.printer_line.setText(self.tr("Printer: {name}").format(name=last) if last else "")
        self.printer_line.setVisible(bool(last))
        self.other_button.setVisible(bool(last))

    def refused(self, error: UserError) -> None:
        """Say why it was not done."""
        self._print_when_there = False
        self.set_ready(self.made is not None)
        self.notes.say("high", sentence(error, self.context.formatting))

    def set_ready(self, ready: bool) -> None:
        """The buttons stay enabled, so that the keyboard stays on Print; what is pressed too early waits."""
        self._ready = ready

    def _show_last(self, rows: tuple[HandoutRow, ...]) -> None:
        if not rows:
            return
        self._last = rows[0]
        how = self.tr("printed") if rows[0].how == "printed" else self.tr("saved")
        words = self.tr("Last page: {page}, {how} {date} by {name}.")
        at = self.context.formatting.date_time(rows[0].made_at)
        page = kind_words().get(rows[0].kind, rows[0].kind)
        told = words.format(page=page, how=how, date=at, name=rows[0].by)
        whose = self.tr("Copy for {name}.").format(name=rows[0].sent_to) if rows[0].sent_to else ""
        self.last_line.setText(f"{told} {whose}".strip())
        self.last_line.show()
        self.again_button.show()

    def _show_again(self) -> None:
        if self._last is not None:
            self.set_ready(False)
            self._asked.ask("queries.handed_out.kept", self._last.id, done=self.show_made, failed=self.refused)

    # out of the program

    def print_page(self) -> None:
        """Print; pressed before the page is there, it prints as soon as it is."""
        if not self._ready or self.made is None:
            self._print_when_there = True
            return
        self._print_when_there = False
        if (made := self._leaving()) is not None:
            self.paper.wanted = Wanted(self.options.copies.value(), self.options.two_sided.isChecked(), made.kind)
            self.out.print_on(made, self.paper.known(made.paper, made.pages))

    def print_elsewhere(self) -> None:
        """Print on a printer that is chosen now."""
        if (made := self._leaving()) is not None:
            self.out.print_on(made, None)

    def save_page(self) -> None:
        """Save the PDF where the person says."""
        if (made := self._leaving()) is not None:
            self.out.alone(made, self.out.save)

    def mail_page(self) -> None:
        """Make the page ready for e-mail, where the patient asked for it."""
        if (made := self._leaving()) is not None:
            self.out.alone(made, self.out.make_ready_for_mail)

    def _leaving(self) -> HandoutMade | None:
        """The page that is shown, when nothing is missing before it leaves; the keyboard goes to what is."""
        if not self._ready or self.made is None or not self.copy_for.ready():
            return None
        missing = bool(self.made.hard_lines) and not self.hard_reason.text().strip()
        self.hard_field.show_problem(self.tr("Write why it is printed as it is.") if missing else "")
        if missing:
            self.hard_reason.setFocus()
            return None
        return self.made

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and not isinstance(self.focusWidget(), QPushButton):
            self.print_page()
        else:
            super().keyPressEvent(event)
