"""The Documents tab: every document of the patient, newest first, and the reader beside the list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from icm_desktop.contracts.documents import DocumentList, DocumentRow, DocumentSaved, DocumentShown, MarkReviewed
from icm_desktop.errors import UserError
from icm_desktop.permissions import Privilege
from ui.actions import Action
from ui.context import AppContext
from ui.latest import Latest
from ui.pages.chart_tab import CHART, DOCUMENTS, NEWEST_NOTE, ChartTab
from ui.pages.documents_adding import DocumentAdding
from ui.pages.documents_list import DocumentListPane
from ui.pages.documents_panes import ListOrReader
from ui.pages.documents_reading import ReadingCommands
from ui.reader.document_words import DocumentWords
from ui.widgets.empty_state import EmptyState

_READING = ("documents.review", "documents.save", "documents.print")
_ROOM_FOR_FILTERS = 220  # in a lower window the list and the paper have the room
_MENU = ("documents.open", "chart.edit", *_READING)


class DocumentsTab(ChartTab):
    """List and reader. A document is fetched only when it is opened, and that leaves a trace."""

    name = DOCUMENTS
    number = 6
    privilege = Privilege.CLINICAL_READ
    shows = frozenset({"document", "import"})

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.list: DocumentList | None = None
        self._opening = Latest(context.jobs, self)
        self._wanted: str | None = None
        self.adding = DocumentAdding(context, self, self._told)
        self.reading = ReadingCommands(self)

    def title(self) -> str:
        return self.tr("Documents")

    # putting together

    def build(self) -> None:
        from ui.pages.documents_out import DocumentOut  # here: start-up needs no PDF and no printer
        from ui.reader.reader import DocumentReader

        self._words = DocumentWords(self.context)
        self.left = DocumentListPane(self.context, _MENU)
        self.table = self.left.table
        self.empty = EmptyState(
            self.tr("No documents yet."),
            self.tr("Letters, notes and scans of this patient stand here. Add a file, or drop one on this page."),
            self.tr("Add document"),
        )
        self.reader = self.reading.reader = DocumentReader(self.context, _READING)
        self.out = DocumentOut(self.context, self)
        self.whole = QStackedWidget()
        self.splitter = ListOrReader(self.left, self.reader)
        self.whole.addWidget(self.splitter)
        self.whole.addWidget(self.empty)
        theme, page = self.context.theme, QVBoxLayout(self)
        page.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(4))
        page.addWidget(self.whole)
        self._wire()
        self.setAcceptDrops(True)

    def _wire(self) -> None:
        self.left.asked.connect(self.refresh)
        self.left.opened.connect(self.open_row)
        self.table.row_changed.connect(self._row_changed)
        self.table.more_wanted.connect(self._more)
        self.empty.chosen.connect(lambda _at: self.add_file())
        self.reader.part_wanted.connect(self._open_part)
        self.reader.emptied.connect(self.splitter.choose)
        self.reader.to_list.clicked.connect(self.choose)
        self.splitter.alone_now.connect(self.reader.to_list.setVisible)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.built:
            self.left.filters.setVisible(event.size().height() >= self.context.theme.px(_ROOM_FOR_FILTERS))

    # the list

    def show_patient(self, patient_id: int) -> None:
        self._opening.forget()
        self._wanted, self.list = None, None
        self.adding.forget()
        super().show_patient(patient_id)

    def clear(self) -> None:
        self.left.clear()
        self.reader.clear()

    def refresh(self) -> None:
        if self.patient_id is not None:
            self.asked.ask("queries.documents.documents", self.left.filter(self.patient_id), done=self._show)

    def _more(self, there: int) -> None:
        if self.patient_id is not None:
            asked = self.left.filter(self.patient_id, there)
            self.asked.ask("queries.documents.documents", asked, done=lambda more: self.table.append_rows(more.rows))

    def _show(self, found: DocumentList) -> None:
        if found.head.id != self.patient_id:
            return
        self.list, self.head = found, found.head
        before = self.whole.currentWidget()
        self.whole.setCurrentWidget(self.splitter if found.all else self.empty)
        self.left.show_list(found)
        if before is self.empty and found.all and self.isVisible():
            self.table.setFocus()  # the first document came: the keyboard stands on it
        self._show_again(found)
        if self._wanted and self._wanted.isdigit() and self.table.go_to(int(self._wanted)):
            self._wanted = None
        self.enable_actions(True)
        self.tell_status()

    def _show_again(self, found: DocumentList) -> None:
        """What is read is told anew; a document that is gone from the whole list is gone from the reader."""
        shown = self.reader.shown
        fresh = [row for row in found.rows if shown is not None and row.id == shown.row.id]
        if fresh:
            self.reader.show_fresh(fresh[0])
        elif shown is not None and len(found.rows) == found.all:
            self.reader.clear()

    def status(self) -> str:
        if self.list is None:
            return ""
        return self.tr("{shown} of {total} documents, {new} new").format(
            shown=self.list.total, total=self.list.all, new=self.list.unread
        )

    def _row_changed(self, row: DocumentRow | None) -> None:
        """What is read is always the line the keyboard is on: another line takes the old document away."""
        shown = self.reader.shown
        if shown is not None and row is not None and shown.row.id != row.id and self._wanted is None:
            self.reader.clear()
            self.reader.message.say(self._words.title(row), self.tr("Enter opens it."))
        self.enable_actions(True)

    # reading

    def open_current(self) -> None:
        """Open the document the keyboard is on."""
        if (row := self.table.current_row()) is not None:
            self.open_row(row)

    def open_row(self, row: DocumentRow) -> None:
        """Open a document in the reader."""
        if self.reader.shown is None or self.reader.shown.row.id != row.id:
            self._ask_open("services.documents.open_document", row.id)
        else:
            self.splitter.read()
            self.reader.focus_body()

    def open_newest(self) -> None:
        """Open the newest note of a consultant."""
        if self.patient_id is not None:
            self._wanted = NEWEST_NOTE
            self._ask_open("services.documents.open_newest_consult_note", self.patient_id)

    def _open_part(self, part: int) -> None:
        shown = self.reader.shown
        if shown is not None and part != shown.part:
            self._ask_open("services.documents.open_document", shown.row.id, part)

    def _ask_open(self, name: str, *args: int) -> None:
        self._opening.ask(name, *args, done=self._opened, failed=self._not_opened)

    def _opened(self, shown: DocumentShown) -> None:
        if shown.head.id != self.patient_id:
            return
        self._wanted = str(shown.row.id)
        self.whole.setCurrentWidget(self.splitter)
        self.reader.show_document(shown)
        self.splitter.read()
        if self.table.go_to(shown.row.id):
            self._wanted = None
        focus = QApplication.focusWidget()
        if self.isVisible() and (focus is None or self.window().isAncestorOf(focus)) and not self._typing(focus):
            self.reader.focus_body()
        self.enable_actions(True)

    def _typing(self, focus: QWidget | None) -> bool:
        return isinstance(focus, QLineEdit)

    def _not_opened(self, error: UserError) -> None:
        self._wanted = None
        self.reader.clear()
        self.context.feedback.refuse(error)
        if self.isVisible():
            self.focus_first()

    # commands

    def actions_offered(self, here: str) -> Iterable[Action]:
        read, write = Privilege.CLINICAL_READ, Privilege.CLINICAL_WRITE
        return (
            Action("documents.add", self.tr("Add &document…"), self.add_file, "Ctrl+O", "file-plus", "new", CHART,
                   write, (self.tr("file"), self.tr("scan"), self.tr("letter"))),
            Action("chart.newest_note", self.tr("Newest &consult note"), self.show_newest, "Ctrl+J", "file-text",
                   "patient", CHART, read, (self.tr("specialist"), self.tr("document"))),
            Action("documents.open", self.tr("&Read"), self.open_current, None, "eye", "work", here, read),
            Action("documents.review", self.tr("Mark &read"), self.review, "Ctrl+R", "check", "work", here, write,
                   (self.tr("reviewed"),)),
            Action("documents.save", self.tr("Save &copy…"), self.save_copy, "Ctrl+S", "save", "work", here,
                   Privilege.EXPORT, (self.tr("export"),)),
            Action("documents.print", self.tr("Print d&ocument…"), self.print_copy, "Ctrl+Shift+P", "printer", "work",
                   here, Privilege.EXPORT),
            Action("documents.list", self.tr("List o&f documents"), self.choose, "Ctrl+Shift+Up", "list", "view", here,
                   read),
            *self.reading.offered(here),
        )  # fmt: skip

    def enable_actions(self, on_tab: bool) -> None:
        actions = self.context.actions
        row = self.table.current_row() if on_tab and self.built else None
        shown = self.reader.shown if on_tab and self.built else None
        for action_id in ("documents.open", "documents.review"):
            actions.set_enabled(action_id, row is not None or shown is not None)
        for action_id in ("documents.save", "documents.print"):
            actions.set_enabled(action_id, shown is not None)
        self.reading.enable(actions, shown is not None)
        unread = self._to_review()
        if "documents.review" in actions:
            done = bool(unread) and all(one.reviewed_at is not None for one in unread)
            actions.set_text("documents.review", self.tr("Mark &new again") if done else self.tr("Mark &read"))

    def primary_action(self) -> str | None:
        return "documents.add"

    def show_newest(self) -> None:
        """From any tab: this tab with the newest consult note."""
        self.tab_wanted.emit(self.name, NEWEST_NOTE)

    def _to_review(self) -> tuple[DocumentRow, ...]:
        if not self.built:
            return ()
        selected = self.table.selected_rows()
        if len(selected) > 1 or self.reader.shown is None:
            return selected
        return (self.reader.shown.row,)

    def review(self) -> None:
        """Note that the documents chosen were read; once more takes it back."""
        rows = self._to_review()
        if not rows:
            return
        reviewed = not all(row.reviewed_at is not None for row in rows)
        request = MarkReviewed(tuple(row.id for row in rows), reviewed)
        told = self.tr("Marked read.") if reviewed else self.tr("Marked new again.")
        self.context.jobs.run(
            "services.documents.mark_reviewed", request, owner=self,
            done=lambda saved: self._told(saved, told, self.tr("mark read") if reviewed else self.tr("mark new")),
        )  # fmt: skip

    def edit(self) -> bool:
        row = self.reader.shown.row if self.reader.shown is not None else self.table.current_row()
        if row is not None:
            self.adding.edit(self.head, row)
        return row is not None

    def add_file(self) -> None:
        """Ask for files to add."""
        self.adding.choose(self.head)

    def save_copy(self) -> None:
        """Save the attachment shown as a file."""
        if self.reader.shown is not None:
            self.out.save(self.reader.shown)

    def print_copy(self) -> None:
        """Print the attachment shown."""
        if self.reader.shown is not None:
            self.out.print_pages(self.reader.shown, self.reader.text)

    def search_here(self) -> None:
        """In the reader: find in the document; in the list: search documents."""
        focus = QApplication.focusWidget()
        if self.reader.shown is not None and (focus is None or self.reader.isAncestorOf(focus)):
            self.reader.look_for()
        else:
            self.splitter.choose()
            self.left.search.setFocus()
            self.left.search.selectAll()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.adding.takes(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if self.adding.takes(event.mimeData()):
            event.acceptProposedAction()
            self.adding.drop(self.head, event.mimeData())

    def _told(self, saved: DocumentSaved, words: str, name: str) -> None:
        family = self.head.family.upper() if self.head else ""
        self._wanted = str(saved.ids[0]) if self.reader.shown is None else self._wanted
        self.context.feedback.done(words, f"{name}, {family}", saved.changes)

    # place

    def stand_on(self, item: str) -> None:
        if item == NEWEST_NOTE:
            self.open_newest()
        elif item.removeprefix("document:").isdigit():
            self._wanted = item.removeprefix("document:")
            self._ask_open("services.documents.open_document", int(self._wanted))

    def choose(self) -> None:
        """Go to the list; what is read stays there."""
        self.splitter.choose()
        self.table.setFocus()

    def panes(self) -> Sequence[QWidget]:
        if self.splitter.alone:
            return (self.reader.body(),) if self.reader.isVisible() else (self.left.search, self.table)
        return (self.left.search, self.table, self.reader.body() if self.reader.shown else self.reader)

    def focus_first(self) -> None:
        if self.reader.shown is not None:
            self.reader.focus_body()
        elif self.whole.currentWidget() is self.empty:
            self.empty.setFocus()
        else:
            self.table.setFocus()

    def state(self) -> Mapping[str, object]:
        shown = self.reader.shown
        return {**self.table.view_state(), "document": shown.row.id if shown is not None else None}

    def restore(self, state: Mapping[str, object]) -> None:
        document = state.get("document")
        if isinstance(document, int):
            self.prepare()
            self.stand_on(f"document:{document}")
