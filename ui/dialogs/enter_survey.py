"""A coordination survey that came back without a name: digits answer and move on, nothing tells whose it is."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from icm_desktop.contracts.scheduling import ClinicianRow
from icm_desktop.contracts.surveys import SaveSurvey
from icm_desktop.domain.instruments.answers import asked
from icm_desktop.domain.instruments.definition import Instrument
from ui.context import AppContext
from ui.dates_input import Lean
from ui.dialogs.form_dialog import FormDialog
from ui.latest import Latest
from ui.pages.screening_words import ScreeningWords
from ui.widgets.date_edit import DateEdit
from ui.widgets.flow import FlowLayout
from ui.widgets.form_field import FormField
from ui.widgets.labels import Text
from ui.widgets.question import Question


class EnterSurveyDialog(FormDialog):
    """One with a name is asked in the chart, as every questionnaire; here is no field for one."""

    def __init__(self, context: AppContext, instrument: Instrument, parent: QWidget | None = None) -> None:
        super().__init__(context, None, "", parent)
        self._instrument, self.words = instrument, ScreeningWords(context)
        self._clinicians = Latest(context.jobs, self)
        self.questions: list[Question] = []
        self.setWindowTitle(self.tr("Enter a survey without a name"))
        self.save_button.setText(self.tr("&Save the survey"))
        hint = self.tr("Kept without a name: nothing tells whose it is. One that may be linked is asked in the "
                       "patient's chart (Ctrl+N, S).")  # fmt: skip
        self.column.addWidget(Text("small", hint, tone="text_2", wrap=True))
        self.language, self.mode, self.about = QComboBox(), QComboBox(), QComboBox()
        self.day = DateEdit(context, lean=Lean.PAST)
        self._head()
        self.area_of_questions = QVBoxLayout()
        self.column.addLayout(self.area_of_questions)
        self.language.currentIndexChanged.connect(lambda _at: self._ask_again())
        self._ask_again()
        self.fit(720)
        self._clinicians.ask("queries.calendar.all_clinicians", done=self._know)
        self.questions[0].focus_here()

    def _head(self) -> None:
        for code in self._instrument.languages:
            self.language.addItem(self.context.formatting.language(code), code)
        for code in self._instrument.modes:
            self.mode.addItem(self.words.mode(code), code)
        self.mode.setCurrentIndex(max(self.mode.findData("paper"), 0))
        self.about.addItem(self.tr("Not said"), None)
        self.day.set_day(self.context.formatting.today())
        beside = QWidget()
        flow = FlowLayout(beside, gap=self.context.theme.px(12))
        for name, label, edit in (
            ("language", self.tr("&Language"), self.language), ("mode", self.tr("&How"), self.mode),
            ("answered_on", self.tr("&Day"), self.day), ("practitioner_id", self.tr("A&bout whom"), self.about),
        ):  # fmt: skip
            field = FormField(label, edit)
            self.fields[name] = field
            self._order.append(edit)
            flow.addWidget(field)
        self.column.addWidget(beside)

    def _know(self, rows: tuple[ClinicianRow, ...]) -> None:
        for one in rows:
            self.about.addItem(one.name, one.id)

    def _ask_again(self) -> None:
        for question in self.questions:
            self.area_of_questions.removeWidget(question)
            question.hide()
            question.deleteLater()
        language = str(self.language.currentData() or "en")
        self.questions = []
        for number, item in enumerate(self._instrument.items, start=1):
            question = Question(item, number, language)
            question.answered.connect(self._show_asked)
            question.moved.connect(lambda step, which=question: self._move(which, step))
            self.area_of_questions.addWidget(question)
            self.questions.append(question)
        self._show_asked()
        self.make_room()

    def _given(self) -> dict[str, int]:
        told = {one.item.id: one.answer() for one in self.questions}
        found = {item: answer for item, answer in told.items() if isinstance(answer, int)}
        still = {item.id for item in asked(self._instrument, found)}
        return {item: answer for item, answer in found.items() if item in still}

    def _show_asked(self) -> None:
        still = {item.id for item in asked(self._instrument, self._given())}
        for question in self.questions:
            question.setVisible(question.item.id in still)

    def _move(self, question: Question, step: int) -> None:
        shown = [one for one in self.questions if one.isVisibleTo(self)]
        place = shown.index(question) + step
        if place >= len(shown):
            self.save_button.setFocus()
            return
        shown[max(place, 0)].focus_here()
        self.area.ensureWidgetVisible(shown[max(place, 0)])

    def save(self) -> None:
        day = self.day.day or self.context.formatting.today()
        request = SaveSurvey(
            self._given(), str(self.language.currentData()), str(self.mode.currentData()), day,
            practitioner_id=self.about.currentData(),
        )  # fmt: skip
        self.run("services.outcomes.save_survey", request)
