"""What is done with people of a list: a coordinator, a pathway, or left out with the reason."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from icm_desktop.contracts.pathways import PathwayRow
from icm_desktop.contracts.people import Colleague
from icm_desktop.contracts.populations import AssignMembers, EnrolMembers, ExcludeMembers, MemberRow
from icm_desktop.permissions import Privilege, allows
from ui.context import AppContext
from ui.dialogs.form_dialog import FormDialog
from ui.widgets.date_edit import DateEdit
from ui.widgets.form_field import FormField
from ui.widgets.labels import Text


class _Act(FormDialog):
    """About some people of a list, named where they are few."""

    def __init__(self, context: AppContext, rows: Sequence[MemberRow], verb: str, parent: QWidget | None) -> None:
        head = rows[0].head if len(rows) == 1 else None
        super().__init__(context, head, verb, parent, prompt=True)
        self.ids = tuple(row.head.id for row in rows)
        if head is None:
            self.column.addWidget(Text("body", self.tr("%n patients", "", len(rows)), strong=True))
        self.fit(460)


class AssignMembersDialog(_Act):
    """Who coordinates them from now on."""

    def __init__(
        self, context: AppContext, rows: Sequence[MemberRow], colleagues: Sequence[Colleague],
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(context, rows, "", parent)
        self.setWindowTitle(self.tr("Assign a coordinator"))
        self.save_button.setText(self.tr("&Assign"))
        self.who = QComboBox()
        for one in colleagues:
            if allows(one.role, Privilege.CLINICAL_READ):
                self.who.addItem(one.display_name, one.id)
        self.add("user_id", FormField(self.tr("&Coordinator"), self.who))
        self.who.setFocus()

    def save(self) -> None:
        self.run("services.populations.assign", AssignMembers(self.ids, self.who.currentData()))


class EnrolMembersDialog(_Act):
    """A pathway the practice uses; programs ask each person for consent and are entered in the chart."""

    def __init__(
        self, context: AppContext, rows: Sequence[MemberRow], pathways: Sequence[PathwayRow], population: str,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(context, rows, "", parent)
        self._population = population
        self.setWindowTitle(self.tr("Enrol in a pathway"))
        self.save_button.setText(self.tr("&Enrol"))
        self.which = QComboBox()
        spanish = self.locale().language() == self.locale().Language.Spanish
        for one in pathways:
            if one.adoption_id is not None:
                self.which.addItem(one.title_es if spanish else one.title, one.id)
        hint = self.tr(
            "Who is in it already stays as they are. A program asks each person for consent: open the chart."
        )
        self.add("pathway", FormField(self.tr("&Pathway"), self.which, hint=hint))
        self.which.setFocus()

    def prefer(self, pathway: str) -> None:
        """Stand on the pathway that belongs to the list."""
        self.which.setCurrentIndex(max(self.which.findData(pathway), 0))

    def save(self) -> None:
        request = EnrolMembers(self._population, self.ids, self.which.currentData() or "")
        self.run("services.populations.enrol", request)


class ExcludeMembersDialog(_Act):
    """The reason, and until when if not for good."""

    def __init__(
        self, context: AppContext, rows: Sequence[MemberRow], population: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, rows, "", parent)
        self._population = population
        self.setWindowTitle(self.tr("Leave out of the list"))
        self.save_button.setText(self.tr("&Leave out"))
        self.reason, self.until = QLineEdit(), DateEdit(context)
        self.add("reason", FormField(self.tr("&Why"), self.reason, required=True))
        hint = self.tr("Empty: for good. They stay on the list as left out, with this reason.")
        self.add("until_on", FormField(self.tr("&Until"), self.until, hint=hint))
        self.reason.setFocus()

    def save(self) -> None:
        request = ExcludeMembers(self._population, self.ids, self.reason.text(), self.until.day)
        self.run("services.populations.exclude", request)
