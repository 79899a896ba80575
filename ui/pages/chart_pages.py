"""The pages of the chart's patient: print their set by one key, choose it, see what they were given."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from icm_desktop.contracts.common import PatientHead
from icm_desktop.permissions import Privilege
from ui.actions import Action
from ui.context import AppContext

if TYPE_CHECKING:
    from ui.patient_pages import PatientPages


class ChartPages(QObject):
    """`head` tells whose chart is shown, None while there is none."""

    def __init__(self, context: AppContext, owner: QWidget, head: Callable[[], PatientHead | None]) -> None:
        super().__init__(owner)
        self._context, self._owner, self._head = context, owner, head
        self._made: PatientPages | None = None

    @property
    def pages(self) -> PatientPages:
        """Made when first needed: start-up needs no PDF and no printer."""
        from ui.patient_pages import PatientPages

        if self._made is None:
            self._made = PatientPages(self._context, self._owner)
        return self._made

    def actions(self, here: str) -> Iterable[Action]:
        """The commands of the chart."""
        who = Privilege.PRINT_HANDOUT
        return (
            Action("patient.print_next_steps", self.tr("&Print next steps…"), self.preview, "Ctrl+P", "printer",
                   "patient", here, who, (self.tr("handout"), self.tr("page for the patient"))),
            Action("patient.print_set", self.tr("Print this patient's p&ages"), self.print_set, "F9", "printer",
                   "patient", here, who, (self.tr("set of pages"), self.tr("print all"))),
            Action("patient.choose_set", self.tr("&Choose this patient's pages…"), self.choose_set, None, "file-check",
                   "patient", here, who, (self.tr("set of pages"), self.tr("copies"))),
            Action("patient.pages_given", self.tr("Pages &given…"), self.given, "Ctrl+Shift+I", "history", "patient",
                   here, who, (self.tr("printed pages"), self.tr("asking back"), self.tr("outdated pages"))),
        )  # fmt: skip

    def preview(self) -> None:
        """Show the page before it is printed."""
        if (head := self._head()) is not None:
            from ui.dialogs.print_preview import PrintPreview

            PrintPreview(self._context, head, self._owner).open()

    def print_set(self) -> None:
        """Print the pages chosen for this patient, without another question."""
        if (head := self._head()) is not None:
            self.pages.print_set(head)

    def choose_set(self) -> None:
        """Choose which pages this patient gets."""
        if (head := self._head()) is not None:
            self.pages.choose_set(head)

    def given(self) -> None:
        """What was made for this patient, who has it and whether it is still right."""
        if (head := self._head()) is not None:
            self.pages.given(head)
