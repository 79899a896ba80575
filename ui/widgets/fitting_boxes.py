"""Whom to refer to: only those who speak the patient's language, only those who take the patient's insurance."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.demographics import CoverageRow
from icm_desktop.contracts.referrals import Fitting
from icm_desktop.domain.validity import VALID
from icm_desktop.permissions import Privilege
from ui.context import AppContext
from ui.latest import Latest
from ui.widgets.destination_edit import DestinationEdit
from ui.widgets.labels import Text


class FittingBoxes(QWidget):
    """Narrows what `to` suggests; a box is there only when the patient's language or insurance is known."""

    def __init__(self, context: AppContext, head: PatientHead | None, to: DestinationEdit) -> None:
        super().__init__()
        self._context, self._head, self._to = context, head, to
        self._asked = Latest(context.jobs, self)
        self._insurances: tuple[str, ...] = ()
        self.speaks, self.takes = QCheckBox(), QCheckBox()
        self.boxes = (self.speaks, self.takes)
        self.nobody = Text("small", self.tr("Nobody in the directory says so. Untick to see everybody."), tone="text_2",
                           wrap=True)  # fmt: skip
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(context.theme.px(2))
        for box in self.boxes:
            box.setMinimumHeight(context.theme.px(28))
            box.toggled.connect(lambda _on: self._narrow())
            column.addWidget(box)
        column.addWidget(self.nobody)
        for widget in (*self.boxes, self.nobody):
            widget.hide()
        to.found_some.connect(self._say_nobody)
        self._offer()

    def _offer(self) -> None:
        language = self._head.language if self._head else None
        if language:
            words = self.tr("Only those who speak {language}").format(
                language=self._context.formatting.language(language)
            )
            self.speaks.setText(words)
            self.speaks.show()
        if self._head is not None and self._context.may(Privilege.DEMOGRAPHICS):
            self._asked.ask("queries.contact_people.coverages", self._head.id, done=self._show_insurance)

    def _show_insurance(self, found: tuple[CoverageRow, ...]) -> None:
        paying = [row for row in found if row.state == VALID]
        names = [name for row in paying for name in (row.payer, row.plan) if name]
        self._insurances = tuple(dict.fromkeys(names))
        if self._insurances:
            first = [row.payer or row.plan or "" for row in paying if row.payer or row.plan]
            words = self.tr("Only those who take {insurances}")
            self.takes.setText(words.format(insurances=" / ".join(dict.fromkeys(first))).replace("&", "&&"))
            self.takes.show()

    def _narrow(self) -> None:
        language = self._head.language if self._head and self.speaks.isChecked() else None
        insurances = self._insurances if self.takes.isChecked() else ()
        self.nobody.hide()
        self._to.fit(Fitting(language, insurances) if language or insurances else None)

    def _say_nobody(self, some: bool) -> None:
        self.nobody.setVisible(not some and (self.speaks.isChecked() or self.takes.isChecked()))
