"""Forms of pathways: why a pathway is turned down or left, what is decided about a step, a target of one's own."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.pathways import (
    DecideStep,
    DismissSuggestion,
    EnrolmentRow,
    LeavePathway,
    SetTarget,
    TargetRow,
)
from ui.context import AppContext
from ui.dates_input import Lean
from ui.dialogs.form_dialog import FormDialog
from ui.widgets.date_edit import DateEdit
from ui.widgets.form_field import FormField
from ui.widgets.labels import Text


class PathwayReasonDialog(FormDialog):
    """Why a suggestion is turned down, or why a patient leaves a pathway or is suggested for it again."""

    def __init__(
        self,
        context: AppContext,
        head: PatientHead,
        what: str,
        verb: str,
        about: EnrolmentRow | str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, head, verb, parent, prompt=True)
        self._about = about
        self.setWindowTitle(what)
        self.column.addWidget(Text("section", what, wrap=True))
        self.reason = QLineEdit()
        self.add("reason", FormField(self.tr("&Why"), self.reason, required=True, check=self._check))
        self.fit(480)
        self.reason.setFocus()

    def _check(self) -> str:
        return "" if self.reason.text().strip() else self.tr("Write why.")

    def save(self) -> None:
        about, reason = self._about, self.reason.text().strip()
        if isinstance(about, EnrolmentRow):
            self.run("services.pathways.leave", LeavePathway(about.id, about.version, reason))
        elif self.head is not None:
            self.run("services.pathways.dismiss", DismissSuggestion(self.head.id, about, reason))


class DecideStepDialog(FormDialog):
    """Done elsewhere, declined, does not apply, or put off: with the reason, and until when it holds."""

    def __init__(
        self, context: AppContext, head: PatientHead, activity: str, what: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, head, "", parent)
        self._activity = activity
        self.setWindowTitle(self.tr("Decide about a step"))
        self.save_button.setText(self.tr("&Save"))
        self.column.addWidget(Text("section", what, wrap=True))
        told = self.tr("It holds in every pathway that asks for the same.")
        self.column.addWidget(Text("body", told, tone="text_2", wrap=True))
        self.kind, self.reason = QComboBox(), QLineEdit()
        for words, key in (
            (self.tr("Declined by the patient"), "declined"),
            (self.tr("Does not apply to this patient"), "not_applicable"),
            (self.tr("Put off"), "deferred"),
            (self.tr("Done"), "done"),
        ):
            self.kind.addItem(words, key)
        self.made, self.until = DateEdit(context, lean=Lean.PAST), DateEdit(context)
        self.made.set_day(context.formatting.today())
        self.add("kind", FormField(self.tr("&What"), self.kind))
        self.add("reason", FormField(self.tr("&Reason"), self.reason, check=self._check_reason))
        self.add("made_on", FormField(self.tr("Whe&n"), self.made, check=self._check_made))
        hint = self.tr("Empty: it holds until somebody decides anew")
        self.add("until_on", FormField(self.tr("&Until"), self.until, hint=hint, check=self._check_until))
        self.keep_draft(f"pathway-step:{activity}")
        self.fit(520)
        self.kind.setFocus()

    def _check_reason(self) -> str:
        needed = self.kind.currentData() != "done"
        return self.tr("Write why.") if needed and not self.reason.text().strip() else ""

    def _check_made(self) -> str:
        day = self.made.day
        if day is None:
            return self.tr("Enter a day, for example today or 3 nov.")
        return self.tr("This day has not come yet.") if day > self.context.formatting.today() else ""

    def _check_until(self) -> str:
        day = self.until.day
        if not self.until.understood or (day is None and self.kind.currentData() == "deferred"):
            return self.tr("Enter a day, for example 3m or 2 sep.")
        if day is not None and day <= (self.made.day or self.context.formatting.today()):
            return self.tr("Choose a later day.")
        return ""

    def save(self) -> None:
        if self.head is None:
            return
        kind = str(self.kind.currentData())
        until = self.until.day if kind != "done" else None
        request = DecideStep(self.head.id, self._activity, kind, self.reason.text().strip(), self.made.day, until)
        self.run("services.pathways.decide", request)


def number_typed(edit: QLineEdit) -> float:
    """The number in a field, with a point or a comma; 0 when it is none."""
    try:
        return float(edit.text().strip().replace(",", "."))
    except ValueError:
        return 0


class OwnTargetDialog(FormDialog):
    """A target of this patient, with the reason."""

    def __init__(
        self, context: AppContext, head: PatientHead, target: TargetRow, what: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, head, "", parent, prompt=True)
        self._target = target
        self.setWindowTitle(self.tr("Own target"))
        self.save_button.setText(self.tr("&Save"))
        self.column.addWidget(Text("section", what, wrap=True))
        shipped = self.tr("The pathway has {value}.").format(value=f"{target.value:g}")
        self.column.addWidget(Text("body", shipped, tone="text_2", wrap=True))
        self.value = QLineEdit("" if target.own is None else f"{target.own:g}")
        self.reason = QLineEdit()
        self.add("value", FormField(self.tr("&Target for this patient"), self.value, required=True, check=self._check))
        self.add("reason", FormField(self.tr("&Why"), self.reason, required=True, check=self._check_reason))
        self.fit(480)
        self.value.setFocus()

    def _check(self) -> str:
        return "" if 0 < number_typed(self.value) < float("inf") else self.tr("Write a number above 0.")

    def _check_reason(self) -> str:
        return "" if self.reason.text().strip() else self.tr("Write why.")

    def save(self) -> None:
        if self.head is not None:
            request = SetTarget(self.head.id, self._target.id, number_typed(self.value), self.reason.text().strip())
            self.run("services.pathways.set_target", request)
