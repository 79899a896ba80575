"""The photograph of a patient, where the practice turned photographs on; asked for by itself, never kept in a file."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QWidget

from icm_desktop.contracts.demographics_requests import Photo
from ui.context import AppContext
from ui.latest import Latest
from ui.widgets.labels import Text


class Photograph(Text):
    """Hidden until there is a picture. `side`: the longest side in pixels at the usual text size."""

    def __init__(self, context: AppContext, side: int, parent: QWidget | None = None) -> None:
        super().__init__("body", parent=parent)
        self._context, self._side = context, side
        self._asked = Latest(context.jobs, self)
        self._shown: tuple[int, int] | None = None  # patient, picture
        self.hide()

    def show_of(self, patient_id: int | None, photo_id: int | None) -> None:
        """Show this picture of a patient; None: there is none, or photographs are off."""
        wanted = None if patient_id is None or photo_id is None else (patient_id, photo_id)
        if wanted == self._shown:
            return
        self._shown = wanted
        self._asked.forget()
        self.clear()  # never beside another name
        self.hide()
        if wanted is not None:
            self._asked.ask("queries.about.photo", patient_id, done=self._show, failed=lambda _error: None)

    def _show(self, photo: Photo | None) -> None:
        image = QImage.fromData(photo.data) if photo else QImage()
        if image.isNull():
            return
        side = self._context.theme.px(self._side)
        how = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        self.setPixmap(QPixmap.fromImage(image.scaled(side, side, *how)))
        self.setAccessibleName(self.tr("Photograph of the patient"))
        self.show()
