"""The photograph on the About tab: only where the practice turned photographs on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from icm_desktop.contracts.demographics import About
from icm_desktop.contracts.demographics_requests import SavePhoto
from icm_desktop.errors import UserError
from ui.context import AppContext
from ui.widgets.buttons import Button
from ui.widgets.photograph import Photograph

_SIDE = 96
_MOST_BYTES = 10_000_001  # one more than is kept: a larger file is refused without being read whole


class PhotoBox(QWidget):
    """The picture with its buttons; hidden where photographs are off."""

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._family = context, ""
        self._patient_id: int | None = None
        self.picture = Photograph(context, _SIDE, self)
        self.choose = Button(self.tr("Choose photograph…"), parent=self)
        self.remove = Button(self.tr("Remove photograph"), parent=self)
        self.choose.clicked.connect(self._choose)
        self.remove.clicked.connect(self._remove)
        buttons = QVBoxLayout()
        buttons.addWidget(self.choose)
        buttons.addWidget(self.remove)
        buttons.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(context.theme.px(8), 0, 0, context.theme.px(8))
        row.addWidget(self.picture)
        row.addLayout(buttons)
        row.addStretch(1)
        self.hide()

    def show_photo(self, about: About | None, photo_id: int | None) -> None:
        """Show the picture of a person; None: photographs are off, or nobody is shown."""
        self._patient_id = about.head.id if about else None
        self._family = about.head.family.upper() if about else ""
        self.setVisible(about is not None)
        self.remove.setVisible(photo_id is not None)
        self.picture.show_of(self._patient_id, photo_id)

    def _choose(self) -> None:
        kinds = self.tr("Pictures") + " (*.jpg *.jpeg *.png *.webp)"
        name, _kind = QFileDialog.getOpenFileName(self, self.tr("Choose photograph"), "", kinds)
        if name:
            self.save(Path(name))

    def save(self, path: Path) -> None:
        """Keep the picture of this file."""
        if self._patient_id is None:
            return
        try:
            with path.open("rb") as file:
                data = file.read(_MOST_BYTES)
        except OSError:
            self._context.feedback.refuse(UserError("demographics.not_a_photo"))
            return
        self._run("services.photos.save", SavePhoto(self._patient_id, data), self.tr("Photograph kept."))

    def _remove(self) -> None:
        self._run("services.photos.remove", self._patient_id, self.tr("Photograph removed."))

    def _run(self, name: str, argument: object, told: str) -> None:
        words = self.tr("photograph, {family}").format(family=self._family)

        def done(saved: Any) -> None:
            self._context.feedback.done(told, words, saved.changes)

        self._context.jobs.run(name, argument, owner=self, done=done, failed=self._context.feedback.refuse)
