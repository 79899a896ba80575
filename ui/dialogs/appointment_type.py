"""Kinds of visit: length, time around them, and what the patient reads."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QVBoxLayout, QWidget

from icm_desktop.contracts.scheduling import AppointmentTypeRow, SaveAppointmentType, Setup
from ui.context import AppContext
from ui.dialogs.set_up.form import SetUpForm, choices, note_box, typed
from ui.widgets.form_field import FormField

Phrases = tuple[tuple[str, str], ...]


class AppointmentTypeDialog(SetUpForm):
    """Choose a kind or a new one on top. `phrases` and `bring`: what the phrase bank offers, key and words."""

    def __init__(
        self,
        context: AppContext,
        setup: Setup,
        parent: QWidget | None = None,
        *,
        type_id: int | None = None,
        phrases: Phrases = (),
        bring: Phrases = (),
    ) -> None:
        super().__init__(context, "", parent)
        self._kinds = {kind.id: kind for kind in setup.types}
        self.setWindowTitle(self.tr("Kinds of visit"))
        self.save_button.setText(self.tr("&Save"))
        self.which = QComboBox()
        self.which.addItem(self.tr("New kind of visit"), None)
        for kind in setup.types:
            self.which.addItem(self.tr("{name}, {minutes} min").format(name=kind.name, minutes=kind.minutes), kind.id)
        self.name, self.minutes, self.room_kind = QLineEdit(), QLineEdit(), QLineEdit()
        self.equipment_kind = QLineEdit()
        self.before, self.after = QLineEdit(), QLineEdit()
        self.new_patients = QCheckBox(self.tr("For ne&w patients"))
        self.phrase = choices(QComboBox(), self.tr("The name above"), phrases)
        self.bring = choices(QComboBox(), self.tr("Nothing"), bring)
        self.own = {key: QLineEdit() for key in ("en", "es")}
        self.own_bring = {key: QLineEdit() for key in ("en", "es")}
        self.note = note_box(context, None, 2)
        self._lay_out_fields()
        self.which.currentIndexChanged.connect(lambda _at: self.show_kind())
        self.fit(820)
        self.which.setCurrentIndex(max(self.which.findData(type_id), 0))
        self.show_kind()
        self.keep_draft(f"visit_type:{type_id or 'new'}", but=("type_id",))
        self.which.activated.connect(lambda _at: self.stop_draft())
        self.name.setFocus()

    def _lay_out_fields(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        self.add("type_id", FormField(self.tr("&Kind of visit"), self.which), left)
        self.add("name", FormField(self.tr("&Name"), self.name, required=True, check=self._check_name), left)
        minutes = FormField(self.tr("&Minutes"), self.minutes, required=True, check=self._check_minutes)
        self.add("minutes", minutes, left)
        before = FormField(self.tr("Minutes kept free &before"), self.before, check=lambda: self._check(self.before))
        self.add("buffer_before", before, left)
        after = FormField(self.tr("Minutes kept free &after"), self.after, check=lambda: self._check(self.after))
        self.add("buffer_after", after, left)
        self.add("room_kind", FormField(self.tr("Kind of &room it needs"), self.room_kind), left)
        self.add("equipment_kind", FormField(self.tr("Kind of e&quipment it needs"), self.equipment_kind), left)
        self.new_patients.setMinimumHeight(self.context.theme.px(28))
        self.add_box(self.new_patients, left)
        self.add("phrase", FormField(self.tr("The &patient reads"), self.phrase), right)
        self.add("own_phrases", FormField(self.tr("Own words in &English"), self.own["en"]), right)
        hint = self.tr("Own words are printed instead of the sentence above.")
        self.add("own:es", FormField(self.tr("Own wor&ds in Spanish"), self.own["es"], hint=hint), right)
        self.add("bring", FormField(self.tr("What to br&ing"), self.bring), right)
        self.add("own_bring", FormField(self.tr("What to bring, own words in En&glish"), self.own_bring["en"]), right)
        self.add("bring:es", FormField(self.tr("What to bring, own words in Spanis&h"), self.own_bring["es"]), right)
        self.add("note", FormField(self.tr("N&ote for staff"), self.note), left)
        left.addStretch(1)
        right.addStretch(1)
        self.put_side_by_side(left, right)

    def show_kind(self) -> None:
        """Show the kind chosen on top."""
        kind = self._kinds.get(self.which.currentData()) or AppointmentTypeRow(0, "", 0)
        self.name.setText(kind.name)
        self.minutes.setText(str(kind.minutes) if kind.minutes else "")
        self.before.setText(str(kind.buffer_before or ""))
        self.after.setText(str(kind.buffer_after or ""))
        self.room_kind.setText(kind.room_kind or "")
        self.equipment_kind.setText(kind.equipment_kind or "")
        self.new_patients.setChecked(kind.for_new_patients)
        self.phrase.setCurrentIndex(max(self.phrase.findData(kind.phrase), 0))
        self.bring.setCurrentIndex(max(self.bring.findData(kind.bring), 0))
        for edits, texts in ((self.own, dict(kind.own_phrases)), (self.own_bring, dict(kind.own_bring))):
            for code, edit in edits.items():
                edit.setText(texts.get(code, ""))
        self.note.setPlainText(kind.note or "")

    def _check_name(self) -> str:
        return "" if self.name.text().strip() else self.tr("Write what this kind of visit is called.")

    def _check_minutes(self) -> str:
        return "" if self.minutes.text().strip().isdecimal() else self.tr("Enter a number, for example 30.")

    def _check(self, edit: QLineEdit) -> str:
        text = edit.text().strip()
        return "" if not text or text.isdecimal() else self.tr("Enter a number, for example 10.")

    def save(self) -> None:
        request = SaveAppointmentType(
            type_id=self.which.currentData(), name=self.name.text().strip(), minutes=int(self.minutes.text()),
            buffer_before=int(self.before.text().strip() or 0), buffer_after=int(self.after.text().strip() or 0),
            room_kind=typed(self.room_kind), for_new_patients=self.new_patients.isChecked(),
            phrase=self.phrase.currentData(), bring=self.bring.currentData(),
            own_phrases=tuple((code, edit.text().strip()) for code, edit in self.own.items()),
            own_bring=tuple((code, edit.text().strip()) for code, edit in self.own_bring.items()),
            note=typed(self.note), equipment_kind=typed(self.equipment_kind),
        )  # fmt: skip
        self.run("services.clinic_setup.save_appointment_type", request)

    def told(self) -> str:
        """What happened, in words."""
        return self.tr("Saved {name}.").format(name=self.name.text().strip())
