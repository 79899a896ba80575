"""The reader: what a document is, find in it, and its pages or words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from icm_desktop.contracts.documents import DocumentRow, DocumentShown
from icm_desktop.domain.document_forms import DocumentForm
from ui.context import AppContext
from ui.feedback import Level
from ui.messages import say
from ui.reader.document_words import DocumentWords
from ui.reader.find_bar import FindBar
from ui.reader.pages_view import PagesView
from ui.reader.sources import PageSource, PdfPages, PicturePages
from ui.reader.words_view import WordsView
from ui.widgets.action_button import ActionButton
from ui.widgets.buttons import IconButton
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import Text
from ui.widgets.status_chip import StatusChip

_SOURCES: dict[DocumentForm, Callable[[bytes], PageSource]] = {
    DocumentForm.PDF: PdfPages,
    DocumentForm.IMAGE: PicturePages,
}
_ROOM_FOR_MORE = 300
_CODES = {"password": "documents.password", "damaged": "documents.damaged"}


class DocumentReader(QWidget):
    """Shows one attachment of one document. `part_wanted` asks for another attachment of it."""

    part_wanted = Signal(int)
    ready = Signal()  # what can be shown is shown
    emptied = Signal()  # nothing is shown any more

    def __init__(self, context: AppContext, commands: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context, self.words = context, DocumentWords(context)
        self.shown: DocumentShown | None = None
        self._commands = commands
        self.title = Text("section", "", wrap=True, selectable=True)
        self.about = Text("body", "", tone="text_2", wrap=True, selectable=True)
        self.state_chip = StatusChip(Level.INFO, "")
        self.sensitive_chip = StatusChip(Level.CAUTION, self.tr("Sensitive"))
        self.parts = QComboBox()
        self.parts.setAccessibleName(self.tr("Attachments"))
        self.find_bar = FindBar()
        self.place = Text("small", "", tone="text_2")
        self.pages, self.text = PagesView(), WordsView()
        self.message = EmptyState(self.tr("Choose a document to read it here."))
        self.stack = QStackedWidget()
        self._buttons = FlowLayout(gap=context.theme.px(6))
        self._lay_out()
        self._wire()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMinimumWidth(context.theme.px(260))
        self.clear()

    def _lay_out(self) -> None:
        theme = self.context.theme
        self.smaller = IconButton("zoom-out", self.tr("Smaller (-)"))
        self.larger = IconButton("zoom-in", self.tr("Larger (+)"))
        self.fit = IconButton("move-horizontal", self.tr("Fit the width (0)"))
        self.turn_right = IconButton("rotate-cw", self.tr("Turn to the right (R)"))
        self.to_list = IconButton("arrow-left", self.tr("List of documents (Ctrl+Shift+Up)"))
        self.to_list.hide()
        head = QHBoxLayout()
        head.setSpacing(theme.px(6))
        head.addWidget(self.to_list, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.title, 1)
        for chip in (self.sensitive_chip, self.state_chip):
            head.addWidget(chip, 0, Qt.AlignmentFlag.AlignTop)
        tools = FlowLayout(gap=theme.px(8))
        self.sizes = QWidget()
        row = QHBoxLayout(self.sizes)
        row.setContentsMargins(0, 0, 0, 0)
        for part in (self.smaller, self.larger, self.fit, self.turn_right, self.place):
            row.addWidget(part)
        for tool in (self.find_bar, self.sizes, self.parts):
            tools.addWidget(tool)
        self.tools = QWidget()
        self.tools.setLayout(tools)
        for page in (self.message, self.pages, self.text):
            self.stack.addWidget(page)
        self.foot = QWidget()
        self.foot.setLayout(self._buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(12), 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addLayout(head)
        column.addWidget(self.about)
        column.addWidget(self.tools)
        column.addWidget(self.stack, 1)
        column.addWidget(self.foot)

    def _wire(self) -> None:
        self.find_bar.wanted.connect(self._look)
        self.find_bar.stepped.connect(self.next_match)
        self.find_bar.left.connect(self._leave_find)
        self.smaller.clicked.connect(partial(self.zoom, -1))
        self.larger.clicked.connect(partial(self.zoom, 1))
        self.fit.clicked.connect(partial(self.zoom, 0))
        self.turn_right.clicked.connect(partial(self.turn, 1))
        self.parts.activated.connect(self.part_wanted)
        for view in (self.pages, self.text):
            view.found.connect(self.find_bar.show_count)
        self.pages.place_changed.connect(self._say_place)
        self.pages.failed.connect(self._pages_failed)
        self.pages.opened.connect(lambda _pages: self.ready.emit())
        self.text.progress.connect(self._say_share)
        self.text.opened.connect(self.ready)

    # what is shown

    def clear(self) -> None:
        """Show nothing of any document."""
        self.shown = None
        self.pages.clear()
        self.text.clear_words()
        self.find_bar.forget()
        self.place.setText("")
        self.title.setText("")
        self.about.setText("")
        for widget in (self.title, self.about, self.tools, self.foot, self.state_chip, self.sensitive_chip):
            widget.hide()
        self.message.say(self.tr("Choose a document to read it here."))
        self.stack.setCurrentWidget(self.message)
        self.emptied.emit()

    def show_document(self, shown: DocumentShown) -> None:
        """Show a document; what was shown before is gone first."""
        self.clear()
        self.shown = shown
        self._show_head(shown)
        self._add_buttons()
        if shown.problem is not None:
            self._say_problem(say(shown.problem, self.context.formatting))
        elif shown.data is not None:
            self.stack.setCurrentWidget(self.pages)
            self.pages.open(partial(_SOURCES[shown.form], shown.data))
        else:
            self.stack.setCurrentWidget(self.text)
            if shown.narrative is not None:
                self.text.show_narrative(shown.narrative)
            else:
                self.text.show_text(shown.text or "")
        drawn = shown.problem is None
        self.find_bar.setVisible(drawn and shown.form is not DocumentForm.IMAGE)
        for widget in (self.smaller, self.larger):
            widget.setVisible(drawn)
        for widget in (self.fit, self.turn_right):
            widget.setVisible(self.has_pages)
        self._use_room()

    def show_fresh(self, row: DocumentRow) -> None:
        """What is known about the document may have changed; its content did not."""
        if self.shown is not None:
            self.shown = replace(self.shown, row=row)
            self._show_head(self.shown)

    def _show_head(self, shown: DocumentShown) -> None:
        row, words = shown.row, self.words
        title, kind = words.title(row), words.kind(row.kind)
        facts = [kind if kind != title else "", words.written(row) if row.written else "", words.by(row)]
        lines = [" · ".join(part for part in facts if part)]
        lines.append(" · ".join(part for part in (words.source(row), words.reviewed(row)) if part))
        lines += [part for part in (row.description, self._not_shown(shown)) if part and part != row.title]
        self.title.setText(title)
        self.about.setText("\n".join(part for part in lines if part))
        chip = words.state(row)
        self.state_chip.show_status(chip.level, chip.word)
        self.sensitive_chip.setVisible(row.sensitive)
        for widget in (self.title, self.state_chip):
            widget.show()
        self._use_room()
        self.parts.clear()
        for number, part in enumerate(row.parts, 1):
            self.parts.addItem(words.part(number, part))
        self.parts.setCurrentIndex(shown.part)
        self.parts.setVisible(len(row.parts) > 1)

    def _not_shown(self, shown: DocumentShown) -> str:
        count = shown.narrative.left_out if shown.narrative is not None else 0
        return self.tr("%n picture(s) of the original cannot be shown.", "", count) if count else ""

    def _say_problem(self, sentence: str) -> None:
        self.stack.setCurrentWidget(self.message)
        address = ""
        if self.shown is not None and self.shown.part < len(self.shown.row.parts):
            address = self.shown.row.parts[self.shown.part].url or ""
        if self.shown is not None and self.shown.narrative is not None:
            address = ", ".join(self.shown.narrative.elsewhere)
        words = self.tr("Address: {address}").format(address=address) if address else ""
        self.message.say(sentence, words)
        self.tools.hide()
        self.ready.emit()

    def _pages_failed(self, reason: str) -> None:
        too_large = self.tr("This picture is too large to be shown. Save a copy to look at it with another program.")
        code = _CODES.get(reason)
        self._say_problem(say(code, self.context.formatting) if code else too_large)

    def _add_buttons(self) -> None:
        if not self._buttons.count():
            for action_id in self._commands:
                if action_id in self.context.actions:
                    self._buttons.addWidget(ActionButton(self.context, action_id))

    def _say_place(self, page: int, pages: int) -> None:
        words = self.tr("Page {page} of {pages}").format(page=page, pages=pages)
        self.place.setText(f"{words} · {self.pages.percent} %")

    def _say_share(self, percent: int) -> None:
        """While the rest of a long text is still coming."""
        self.place.setText(
            self.tr("{percent} % is here, more is coming").format(percent=percent) if percent < 100 else ""
        )

    def _use_room(self) -> None:
        """In a low window the paper has the room; the menus have every command, the keys every size and find."""
        there = self.shown is not None and self.height() >= self.context.theme.px(_ROOM_FOR_MORE)
        for widget in (self.about, self.foot, self.sizes):
            widget.setVisible(there)
        several = self.shown is not None and len(self.shown.row.parts) > 1
        looks = bool(self.find_bar.edit.text()) or self.find_bar.edit.hasFocus()
        self.tools.setVisible(several or (self._can_look and (there or looks)))

    @property
    def _can_look(self) -> bool:
        return self.shown is not None and self.stack.currentWidget() is not self.message

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._use_room()

    # find and size

    def body(self) -> PagesView | WordsView:
        """The view that shows something, or would."""
        return self.pages if self.stack.currentWidget() is self.pages else self.text

    def _look(self, words: str) -> None:
        self.body().find_words(words)

    def look_for(self) -> None:
        """Put the keyboard into find."""
        if self._can_look and not self.find_bar.isHidden():
            self.tools.show()
            self.find_bar.edit.setFocus()
            self.find_bar.edit.selectAll()

    def _leave_find(self) -> None:
        self.focus_body()
        self._use_room()

    def next_match(self, step: int = 1) -> None:
        """The next place of the words that were looked for."""
        self.body().next_match(step)

    def zoom(self, step: int) -> None:
        """Larger, smaller, or 0 as at first."""
        self.body().zoom(step)

    @property
    def has_pages(self) -> bool:
        """Whether pages are shown, which can be turned and leafed through; words cannot."""
        return self.shown is not None and self.stack.currentWidget() is self.pages

    def turn(self, step: int) -> None:
        """Turn the pages a quarter to the right, or with -1 to the left."""
        if self.has_pages:
            self.pages.turn(step)

    def step_page(self, step: int) -> None:
        """The next page, or the one before; of words the next screen of them."""
        if self.has_pages:
            self.pages.step_page(step)
        else:
            bar = self.text.verticalScrollBar()
            bar.setValue(bar.value() + step * bar.pageStep())

    def focus_body(self) -> None:
        """Put the keyboard on what is read."""
        (self if self.stack.currentWidget() is self.message else self.body()).setFocus()
