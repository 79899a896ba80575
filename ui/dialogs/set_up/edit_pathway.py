"""The practice changes a step or a target of a pathway for itself, with the reason, or has an earlier edition again."""

from __future__ import annotations

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QWidget

from icm_desktop.contracts.pathway_edits import EditablePathway, EditStep, EditTarget, GoBack, PartRow, SetCalls
from icm_desktop.domain.pathways.edits import StepEdit
from icm_desktop.domain.pathways.intervals import Interval
from ui.context import AppContext
from ui.dialogs.form_dialog import FormDialog
from ui.dialogs.pathways import number_typed
from ui.messages import say
from ui.widgets.form_field import FormField
from ui.widgets.labels import Text

_ROLES = ("PCP", "RN_CM", "BHCM", "MA", "PHARM", "SW", "PATIENT", "PSYCH", "SPECIALIST")
_UNITS = ("days", "business_days", "months", "years")
_LETTERS = {"days": "D", "business_days": "BD", "months": "M", "years": "Y"}


def _title(one: PartRow | EditablePathway) -> str:
    return one.title_es if QLocale().language() == QLocale.Language.Spanish else one.title


class EditPathwayDialog(FormDialog):
    """Which step or target, and what is different here; empty words stay as shipped."""

    def __init__(self, context: AppContext, found: EditablePathway, parent: QWidget | None = None) -> None:
        super().__init__(context, None, "", parent)
        self._found = found
        self.setWindowTitle(self.tr("Change a pathway"))
        self.save_button.setText(self.tr("&Save as a new edition"))
        self.column.addWidget(Text("section", _title(found), wrap=True))
        told = self.tr("The shipped file stays as it is. What you change counts once a clinician adopts it.")
        self.column.addWidget(Text("body", told, tone="text_2", wrap=True))
        self.part, self.owner = QComboBox(), QComboBox()
        self.number, self.unit, self.value = QLineEdit(), QComboBox(), QLineEdit()
        self.title, self.title_es, self.reason = QLineEdit(), QLineEdit(), QLineEdit()
        self.off = QCheckBox(self.tr("This practice does &not ask for this step"))
        self.calls = QCheckBox(self.tr("What it asks is work on &Today too"))
        self._fill()
        self._add_fields()
        self.part.currentIndexChanged.connect(lambda _at: self._show_part())
        self._show_part()
        self.fit(620)
        self.part.setFocus()

    def _fill(self) -> None:
        for at, one in enumerate(self._found.parts):
            words = self.tr("Target: {title}").format(title=_title(one)) if one.value is not None else _title(one)
            self.part.addItem(words, at)
        if self._found.everyone:
            self.part.addItem(self.tr("All steps: where they are shown"), None)
        for role in _ROLES:
            self.owner.addItem(say(f"pathways.who_{role}"), role)
        names = (self.tr("days"), self.tr("business days"), self.tr("months"), self.tr("years"))
        for unit, words in zip(_UNITS, names, strict=True):
            self.unit.addItem(words, unit)

    def _add_fields(self) -> None:
        self.add("step", FormField(self.tr("&Which"), self.part))
        every = QWidget()
        row = QHBoxLayout(every)
        row.setContentsMargins(0, 0, 0, 0)
        self.number.setMaximumWidth(self.context.theme.px(80))
        row.addWidget(self.number)
        row.addWidget(self.unit, 1)
        every.setFocusProxy(self.number)
        self.unit.setAccessibleName(self.tr("Days, months or years"))
        self._of_step = (
            FormField(self.tr("&Every"), every, check=self._check_every),
            FormField(self.tr("Wh&o does it"), self.owner),
            FormField(self.tr("English &title"), self.title, hint=self.tr("Empty: as shipped"), check=self._check_en),
            FormField(self.tr("Spanish t&itle"), self.title_es, check=self._check_es),
        )
        for name, field in zip(("every", "owner", "title", "title_es"), self._of_step, strict=True):
            self.add(name, field)
        self.add_box(self.off)
        told = self.tr(
            "Else it stands in the chart only, for the next visit. With it each step that is due is a line on Today, "
            "of every patient of whom the pathway speaks."
        )
        self._of_all = Text("small", told, tone="text_2", wrap=True)
        self.add_box(self.calls)
        self.column.addWidget(self._of_all)
        self.calls.setChecked(self._found.calls)
        self._of_target = FormField(self.tr("&Value"), self.value, check=self._check_value)
        self.add("value", self._of_target)
        self.add("reason", FormField(self.tr("&Reason"), self.reason, required=True, check=self._check_reason))

    @property
    def _all(self) -> bool:
        """Whether it is about all steps of a pathway for everyone."""
        return self.part.currentData() is None

    def _chosen(self) -> PartRow:
        return self._found.parts[self.part.currentData() or 0]

    def _show_part(self) -> None:
        one = self._chosen()
        target = one.value is not None and not self._all
        for field in self._of_step:
            field.setVisible(not target and not self._all)
        self.off.setVisible(not target and not self._all)
        for part in (self.calls, self._of_all):
            part.setVisible(self._all)
        self._of_target.setVisible(target)
        self.value.setText("" if one.value is None else f"{one.value:g}")
        self.title.setPlaceholderText(one.title)
        self.title_es.setPlaceholderText(one.title_es)
        self.title.setText(one.edit.title)
        self.title_es.setText(one.edit.title_es)
        self.off.setChecked(one.edit.off)
        self.owner.setCurrentIndex(max(0, self.owner.findData(one.owner[0] if one.owner else "")))
        self._show_every(one)

    def _show_every(self, one: PartRow) -> None:
        every = Interval.of_iso(one.every) if one.every.startswith("P") else None
        unit = next((name for name in _UNITS if every is not None and getattr(every, name) is not None), None)
        self._of_step[0].setVisible(unit is not None and one.value is None and not self._all)
        self.number.setText(str(getattr(every, unit)) if unit is not None else "")
        self.unit.setCurrentIndex(max(0, self.unit.findData(unit)))

    def _check_every(self) -> str:
        if self._of_step[0].isHidden():
            return ""
        words = self.number.text().strip()
        return (
            "" if words.isascii() and words.isdigit() and 0 < int(words) < 1000 else self.tr("Write a number above 0.")
        )

    def _check_en(self) -> str:
        both = bool(self.title.text().strip()) or not self.title_es.text().strip()
        return "" if both or self._chosen().value is not None else self.tr("Write it in English too.")

    def _check_es(self) -> str:
        both = bool(self.title_es.text().strip()) or not self.title.text().strip()
        return "" if both or self._chosen().value is not None else self.tr("Write it in Spanish too.")

    def _check_value(self) -> str:
        if self._of_target.isHidden():
            return ""
        return "" if 0 < number_typed(self.value) < float("inf") else self.tr("Write a number above 0.")

    def _check_reason(self) -> str:
        return "" if self.reason.text().strip() else self.tr("Write why.")

    def _edit(self, one: PartRow) -> StepEdit:
        """What is different; what was not touched stays as it was."""
        every = f"P{self.number.text().strip()}{_LETTERS[self.unit.currentData()]}" if self.number.text() else one.every
        owner = str(self.owner.currentData())
        return StepEdit(
            every=one.edit.every if every == one.every else every,
            owner=one.edit.owner if one.owner and owner == one.owner[0] else (owner,),
            title=self.title.text().strip(),
            title_es=self.title_es.text().strip(),
            off=self.off.isChecked(),
        )

    def save(self) -> None:
        one, reason = self._chosen(), self.reason.text().strip()
        about = (self._found.id, self._found.edition, one.id)
        if self._all:
            self.run("services.pathway_edits.set_calls", SetCalls(*about[:2], self.calls.isChecked(), reason))
        elif one.value is not None:
            self.run("services.pathway_edits.edit_target", EditTarget(*about, number_typed(self.value), reason))
        else:
            self.run("services.pathway_edits.edit_step", EditStep(*about, self._edit(one), reason))


class GoBackDialog(FormDialog):
    """Which edition is had again, and why."""

    def __init__(self, context: AppContext, found: EditablePathway, parent: QWidget | None = None) -> None:
        super().__init__(context, None, "", parent, prompt=True)
        self._found = found
        self.setWindowTitle(self.tr("Have an earlier edition again"))
        self.save_button.setText(self.tr("&Have it again"))
        self.column.addWidget(Text("section", _title(found), wrap=True))
        self.edition, self.reason = QComboBox(), QLineEdit()
        for one in found.editions[1:]:
            day = context.formatting.date(one.made_at) if one.made_at else ""
            words = self.tr("Edition {number}, {day}: {reason}").format(number=one.number, day=day, reason=one.reason)
            self.edition.addItem(words if one.number else self.tr("As shipped"), one.number)
        self.add("edition", FormField(self.tr("&Which"), self.edition))
        self.add("reason", FormField(self.tr("&Reason"), self.reason, required=True, check=self._check))
        self.fit(560)
        self.edition.setFocus()

    def _check(self) -> str:
        return "" if self.reason.text().strip() else self.tr("Write why.")

    def save(self) -> None:
        wanted = int(self.edition.currentData())
        request = GoBack(self._found.id, self._found.edition, wanted, self.reason.text().strip())
        self.run("services.pathway_edits.go_back", request)
