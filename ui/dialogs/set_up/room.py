"""A room or a piece of equipment."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from icm_desktop.contracts.set_up import Places, RoomRow, SaveRoom
from ui.context import AppContext
from ui.dialogs.set_up.form import SetUpForm, choices, note_box, typed
from ui.widgets.form_field import FormField


class RoomDialog(SetUpForm):
    """Its name, where it is, what kind it is."""

    def __init__(
        self, context: AppContext, room: RoomRow | None, places: Places, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, "", parent)
        self.save_button.setText(self.tr("&Save"))
        self.setWindowTitle(self.tr("Change room") if room else self.tr("Add room"))
        self.room = room
        self.name, self.kind = QLineEdit(room.name if room else ""), QLineEdit(room.kind or "" if room else "")
        self.where = choices(QComboBox(), self.tr("No site"), places.sites, room.site_id if room else None)
        self.note = note_box(context, room.note if room else None)
        self.add("name", FormField(self.tr("&Name"), self.name, required=True, check=self._check_name))
        self.add("site_id", FormField(self.tr("S&ite"), self.where))
        hint = self.tr("For example: exam, procedure, phone. Kinds of visit may ask for one.")
        self.add("kind", FormField(self.tr("&Kind"), self.kind, hint=hint))
        self.add("note", FormField(self.tr("N&ote"), self.note))
        self.fit(480)
        self.name.setFocus()

    def _check_name(self) -> str:
        return "" if self.name.text().strip() else self.tr("Write a name.")

    def save(self) -> None:
        request = SaveRoom(
            self.room.id if self.room else None, self.room.version if self.room else 0, self.name.text(),
            self.where.currentData(), typed(self.kind), typed(self.note),
        )  # fmt: skip
        self.run("services.sites.save_room", request)
