"""What followed a positive screen: the act, the day, a note."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QWidget

from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.screening import FollowUpForm, FollowUpRecorded, RecordFollowUp
from icm_desktop.contracts.worklist import WorkRow
from ui.context import AppContext
from ui.dates_input import Lean
from ui.dialogs.form_dialog import FormDialog
from ui.pages.screening_words import ScreeningWords
from ui.widgets.date_edit import DateEdit
from ui.widgets.form_field import FormField
from ui.widgets.labels import Text
from ui.widgets.text_area import TextArea


def ask_follow_up(
    context: AppContext, row: WorkRow, what: str, parent: QWidget, done: Callable[[FollowUpRecorded], object]
) -> None:
    """Open the form for a row of Today."""
    if (head := row.head) is None:
        return

    def show(form: FollowUpForm) -> None:
        dialog = ScreeningFollowUpDialog(context, head, (row.key, row.version, what), form, parent)
        dialog.saved.connect(done)
        dialog.open()

    context.jobs.run("queries.screening.follow_up_form", row.key, owner=parent, done=show,
                     failed=context.feedback.refuse)  # fmt: skip


class ScreeningFollowUpDialog(FormDialog):
    """Nothing is chosen beforehand; the day is today unless another one is written."""

    def __init__(
        self,
        context: AppContext,
        head: PatientHead,
        item: tuple[str, int, str],
        form: FollowUpForm,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, head, "", parent)
        self._key, self._version, what = item
        words = ScreeningWords(context)
        self.setWindowTitle(self.tr("Follow-up of a positive screen"))
        self.save_button.setText(self.tr("&Record follow-up"))
        self.column.addWidget(Text("section", what, wrap=True))
        told = self.tr(
            "A referral on our board, a safety assessment or the questionnaire that follows ends it by itself."
        )
        self.column.addWidget(Text("body", told, tone="text_2", wrap=True))
        self.act = QComboBox()
        self.act.addItem(self.tr("Choose…"), "")
        for code, said in form.acts:
            self.act.addItem(words.pick(said), code)
        self.day = DateEdit(context, lean=Lean.PAST)
        self.day.set_day(context.formatting.today())
        self.note = TextArea()
        self.note.setFixedHeight(context.theme.px(84))
        self.add("act", FormField(self.tr("&What followed"), self.act, required=True, check=self._check_act))
        self.add("done_on", FormField(self.tr("&Day"), self.day, check=self._check_day))
        self.add("note", FormField(self.tr("N&ote"), self.note))
        self.fit(560)
        self.act.setFocus()

    def _check_act(self) -> str:
        return "" if self.act.currentData() else self.tr("Choose what followed.")

    def _check_day(self) -> str:
        return "" if self.day.day else self.tr("Enter a day, for example today or 3 nov.")

    def save(self) -> None:
        day = self.day.day or self.context.formatting.today()
        note = self.note.toPlainText().strip() or None
        request = RecordFollowUp(self._key, self._version, str(self.act.currentData()), day, note)
        self.run("services.screening.record_follow_up", request)
