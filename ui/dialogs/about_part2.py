"""What 42 CFR 2.31 asks of a consent form: shown when it is about substance use, with what it still lacks."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QVBoxLayout, QWidget

from icm_desktop.contracts.day_sheets import SheetMade
from icm_desktop.contracts.demographics import Choices, ConsentRow
from icm_desktop.contracts.demographics_requests import SaveConsent
from icm_desktop.contracts.part2_consent import PrintConsent
from icm_desktop.domain.part2 import STATEMENTS, TPO
from icm_desktop.domain.sharing import PART_2, SUBSTANCE_USE
from ui.dialogs.person_form import PersonForm
from ui.dialogs.sheet_preview import show_sheet
from ui.widgets.buttons import Button
from ui.widgets.check_group import CheckGroup
from ui.widgets.shape_label import ShapeLabel


class Part2Fields:
    """Fields of a dialog; `request` makes what the dialog would save now."""

    def __init__(
        self,
        dialog: PersonForm,
        choices: Choices,
        consent: ConsentRow | None,
        columns: Iterable[QVBoxLayout],
        request: Callable[[], SaveConsent],
    ) -> None:
        self._dialog, self._choices, self._request = dialog, choices, request
        left, right = columns
        self._boxes = [self._box(left), self._box(right)]
        inside = [box.layout() for box in self._boxes]
        self._fill(consent, *(each for each in inside if isinstance(each, QVBoxLayout)))
        self.lacks = ShapeLabel(parent=dialog)
        dialog.column.insertWidget(0, self.lacks)
        self.print_button = Button(self.tr("&Print the form…"), parent=dialog)
        self.print_button.clicked.connect(self.print_form)
        dialog.button_row.insertWidget(0, self.print_button)
        self._watch()

    @staticmethod
    def tr(text: str) -> str:
        """The text in the language of the screen."""
        return QCoreApplication.translate("Part2Fields", text)

    @staticmethod
    def _box(column: QVBoxLayout) -> QWidget:
        box = QWidget()
        layout = QVBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(column.spacing())
        column.addWidget(box)
        return box

    def _fill(self, one: ConsentRow | None, left: QVBoxLayout, right: QVBoxLayout) -> None:
        form = self._dialog
        purposes = self._choices.of("consent_purpose")
        form.choice("purpose", self.tr("P&urpose"), purposes, one.purpose if one else TPO, left)
        here = form.context.session.practice_name
        form.line("discloser", self.tr("Who &may share"), one.discloser if one else here, left)
        told = one.statements if one else STATEMENTS
        form.checks("statements", self.tr("The patient was tol&d"), self._choices.of("consent_statement"), told, left,
                    columns=1)  # fmt: skip
        words = self.tr("Whoever treats or pa&ys (as a class)")
        self.by_class: QCheckBox = form.tick(words, one is not None and one.recipient_class == TPO, right)
        hint = self.tr("“none” is enough for treatment, payment and operations")
        event = one.expiry_event if one else None
        form.line("expiry_event", self.tr("Or unt&il what happens"), event, right, hint=hint)

    def _watch(self) -> None:
        for field in self._dialog.fields.values():
            edit = field.edit
            if isinstance(edit, QComboBox):
                edit.currentIndexChanged.connect(self.look)
            elif isinstance(edit, QLineEdit):
                edit.editingFinished.connect(self.look)
            elif isinstance(edit, CheckGroup):
                edit.changed.connect(self.look)
        self.by_class.toggled.connect(self.look)

    @property
    def shown(self) -> bool:
        """Whether the consent is about substance use: by what it is about, or by what it covers."""
        return self._dialog.code("scope") == PART_2 or SUBSTANCE_USE in self._dialog.codes("covers")

    @property
    def recipient_class(self) -> str | None:
        """The class of recipients that is ticked."""
        return TPO if self.shown and self.by_class.isChecked() else None

    def look(self) -> None:
        """Show or hide, and ask what is missing; a refusal needs nothing of it."""
        agrees = self.shown and self._dialog.code("decision") != "deny"
        changes = self.print_button.isVisibleTo(self._dialog) != agrees
        for part in (*self._boxes, self.lacks, self.print_button):
            part.setVisible(agrees)
        if changes:
            self._dialog.make_room()
        if agrees:
            ask = self._dialog.context.jobs.run
            ask("queries.consent_elements.lacking", self._request(), owner=self._dialog, done=self._told)

    def _told(self, missing: tuple[str, ...]) -> None:
        named = dict(self._choices.of("consent_element"))
        if missing:
            words = self.tr("Not valid yet. It lacks: {what}")
            self.lacks.say("high", words.format(what="; ".join(named.get(one, one) for one in missing)))
        else:
            self.lacks.say("good", self.tr("It has everything 42 CFR 2.31 asks for."))

    def print_form(self) -> None:
        """The form in the patient's language, to be signed."""
        head, context = self._dialog.head, self._dialog.context
        asked = PrintConsent(self._request(), head.form_language if head is not None else "en")
        context.jobs.run("reports.part2_consent.render", asked, owner=self._dialog, done=self._preview,
                         failed=context.feedback.refuse)  # fmt: skip

    def _preview(self, made: SheetMade) -> None:
        context = self._dialog.context
        name = f"consent-{context.formatting.today().isoformat()}"
        show_sheet(context, made, self._dialog, title=self.tr("Consent form"), name=name)
