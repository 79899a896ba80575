"""Put a patient on the wait list: which visit, with whom, and when it would suit."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.scheduling import Setup
from icm_desktop.contracts.wait_list import PutOnWaitList
from ui.context import AppContext
from ui.dialogs.form_dialog import FormDialog
from ui.widgets.check_group import CheckGroup
from ui.widgets.form_field import FormField


class WaitListDialog(FormDialog):
    """No day ticked means any day."""

    def __init__(self, context: AppContext, head: PatientHead, setup: Setup, parent: QWidget | None = None) -> None:
        super().__init__(context, head, "", parent)
        self.setWindowTitle(self.tr("Put on the wait list"))
        self.save_button.setText(self.tr("&Put on the list"))
        self.kind, self.clinician, self.part = QComboBox(), QComboBox(), QComboBox()
        for row in setup.types:
            self.kind.addItem(row.name, row.id)
        if not setup.types:
            self.kind.addItem(self.tr("Visit"), None)
        self.clinician.addItem(self.tr("Any clinician"), None)
        for person in setup.clinicians:
            self.clinician.addItem(person.name, person.id)
        for words, part in ((self.tr("Any time of day"), None), (self.tr("Morning"), "morning"),
                            (self.tr("Afternoon"), "afternoon")):  # fmt: skip
            self.part.addItem(words, part)
        names = context.formatting.weekday_names()
        self.days = CheckGroup([(str(at), names[at]) for at in range(7)], columns=4)
        self.urgent = QCheckBox(self.tr("&Urgent: ask first"))
        self.urgent.setMinimumHeight(context.theme.px(28))
        self.note = QLineEdit()
        self.add("type_id", FormField(self.tr("&Kind of visit"), self.kind))
        self.add("clinician_id", FormField(self.tr("&With"), self.clinician))
        self.add("days", FormField(self.tr("&Days that suit; none ticked means any"), self.days))
        self.add("part_of_day", FormField(self.tr("&Time of day"), self.part))
        self.add_box(self.urgent)
        self.add("note", FormField(self.tr("N&ote"), self.note))
        self.fit(520)
        self.days.boxes["0"].setFocus()

    def save(self) -> None:
        if self.head is None:
            raise RuntimeError("somebody always waits")
        days = "".join(code for code, box in self.days.boxes.items() if box.isChecked())
        request = PutOnWaitList(
            self.head.id, self.kind.currentData(), self.clinician.currentData(), days, self.part.currentData(),
            self.urgent.isChecked(), self.note.text().strip() or None,
        )  # fmt: skip
        self.run("services.wait_list.put", request)
