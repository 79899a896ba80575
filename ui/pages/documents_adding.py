"""Files become documents: chosen or dropped, one form after the other; and the form about one that is there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.documents import MOST_BYTES, DocumentRow, DocumentSaved, LinkChoices
from icm_desktop.permissions import Privilege
from ui.context import AppContext
from ui.dialogs.document import DocumentDialog
from ui.feedback import Level
from ui.messages import say

_KINDS = "*.pdf *.png *.jpg *.jpeg *.tif *.tiff *.bmp *.gif *.webp *.txt *.rtf *.xml *.html *.htm"


class DocumentAdding(QObject):
    """Works for the patient of its forms' head; files still waiting are dropped with `forget`."""

    def __init__(self, context: AppContext, window: QWidget, told: Callable[[DocumentSaved, str, str], None]) -> None:
        super().__init__(window)
        self._context, self._window, self._told = context, window, told
        self._waiting: list[Path] = []
        self._head: PatientHead | None = None

    def forget(self) -> None:
        """Another patient is shown."""
        self._waiting.clear()
        self._head = None

    def choose(self, head: PatientHead | None) -> None:
        """Ask for files to add."""
        dialog = QFileDialog(self._window, self.tr("Add document"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters([self.tr("Documents") + f" ({_KINDS})", self.tr("All files") + " (*)"])
        dialog.filesSelected.connect(lambda names: self.add(head, names))
        dialog.open()

    def takes(self, dragged: QMimeData) -> bool:
        """Whether what is dragged here is files of this computer, and whoever drags them may add documents."""
        return self._context.may(Privilege.CLINICAL_WRITE) and any(url.isLocalFile() for url in dragged.urls())

    def drop(self, head: PatientHead | None, dropped: QMimeData) -> None:
        """A file dropped is the same as one chosen; an address of the network is not fetched."""
        urls = dropped.urls()
        if not all(url.isLocalFile() for url in urls):
            self._context.feedback.say(
                self.tr("Only files of this computer can be added. Save the others first."), Level.HIGH
            )
        self.add(head, [url.toLocalFile() for url in urls if url.isLocalFile()])

    def add(self, head: PatientHead | None, names: Sequence[str]) -> None:
        """Add these files to this patient."""
        self._head = head
        self._waiting += [Path(name) for name in names]
        self._next()

    def edit(self, head: PatientHead | None, row: DocumentRow) -> None:
        """Say what is known about a document."""
        self._head = head
        self._with_links(lambda links: self._open(links, row=row))

    def _next(self) -> None:
        if not self._waiting or self._head is None:
            return
        path = self._waiting.pop(0)
        if path.is_dir():
            self._refuse(self.tr("{name} is a folder. Add the files in it.").format(name=path.name))
            return
        try:
            if path.stat().st_size > MOST_BYTES:
                most = MOST_BYTES // 1_000_000
                self._refuse(say("documents.too_large", self._context.formatting, most=most))
                return
            file = (path, path.read_bytes())
        except OSError as error:
            self._refuse(self.tr("The file cannot be read: {reason}.").format(reason=error.strerror or ""))
            return
        self._with_links(lambda links: self._open(links, file=file))

    def _refuse(self, words: str) -> None:
        self._context.feedback.say(words, Level.HIGH)
        self._next()

    def _with_links(self, then: Callable[[LinkChoices], None]) -> None:
        if self._head is not None:
            self._context.jobs.run("queries.documents.link_choices", self._head.id, owner=self, done=then)

    def _open(
        self, links: LinkChoices, *, file: tuple[Path, bytes] | None = None, row: DocumentRow | None = None
    ) -> None:
        if self._head is None:
            return
        dialog = DocumentDialog(self._context, self._head, links, file=file, row=row, parent=self._window)
        told = self.tr("Document added.") if row is None else self.tr("Document changed.")
        name = self.tr("add document") if row is None else self.tr("change document")
        dialog.saved.connect(lambda saved: self._told(saved, told, name))
        dialog.finished.connect(lambda _result: self._next())
        dialog.open()
