"""A room or a piece of equipment."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from icm_desktop.contracts.set_up import Places, RoomRow, SaveRoom
from ui.context import AppContext
from ui.dialogs.set_up.form import SetUpForm, choices, note_box, typed
from ui.widgets.check_group import CheckGroup
from ui.widgets.form_field import FormField


class RoomDialog(SetUpForm):
    """Its name, where it is, what kind it is, how many visits fit in, when it is not in use."""

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
        self.capacity = QLineEdit(str(room.capacity if room else 1))
        self.equipment = QCheckBox(self.tr("&Equipment, not a room"))
        self.equipment.setChecked(room is not None and room.is_equipment)
        self.equipment.setMinimumHeight(context.theme.px(28))
        closed = [str(each) for each in (room.closed_weekdays if room else ())]
        days = [(str(number), name) for number, name in enumerate(context.formatting.weekday_names())]
        self.closed = CheckGroup(days, closed, columns=4)
        self.add("name", FormField(self.tr("&Name"), self.name, required=True, check=self._check_name))
        self.add("site_id", FormField(self.tr("S&ite"), self.where))
        hint = self.tr("For example: exam, procedure, phone. Kinds of visit may ask for one.")
        self.add("kind", FormField(self.tr("&Kind"), self.kind, hint=hint))
        fits = self.tr("Two visits at the same time need a 2 here.")
        self.add("capacity", FormField(self.tr("Visits at a &time"), self.capacity, hint=fits, check=self._check_fits))
        self.add_box(self.equipment)
        self.add("closed_weekdays", FormField(self.tr("Never in &use on"), self.closed))
        self.add("note", FormField(self.tr("N&ote"), self.note))
        self.keep_draft(f"room:{room.id}" if room else "room:new")
        self.fit(480)
        self.name.setFocus()

    def _check_name(self) -> str:
        return "" if self.name.text().strip() else self.tr("Write a name.")

    def _check_fits(self) -> str:
        return "" if self.capacity.text().strip().isdecimal() else self.tr("Enter a number, for example 1.")

    def save(self) -> None:
        request = SaveRoom(
            self.room.id if self.room else None, self.room.version if self.room else 0, self.name.text(),
            self.where.currentData(), typed(self.kind), typed(self.note), int(self.capacity.text()),
            self.equipment.isChecked(), tuple(int(each) for each in self.closed.chosen()),
        )  # fmt: skip
        self.run("services.sites.save_room", request)
