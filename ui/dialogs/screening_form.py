"""The form of any questionnaire: digits answer and move on, what it comes to stands below, alerts show at once."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from icm_desktop.contracts.screening import InstrumentRow, RecordScreening, ScreeningForms
from icm_desktop.domain.instruments import answers as given_answers
from icm_desktop.domain.instruments.answers import Answer, WrongAnswer, asked
from icm_desktop.domain.instruments.definition import Instrument
from icm_desktop.domain.instruments.scoring import Outcome, Person, outcome
from icm_desktop.errors import Invalid
from ui.context import AppContext
from ui.dates_input import Lean
from ui.dialogs.form_dialog import FormDialog
from ui.messages import sentence
from ui.pages.screening_words import ScreeningWords
from ui.widgets.date_edit import DateEdit
from ui.widgets.flow import FlowLayout
from ui.widgets.form_field import FormField
from ui.widgets.labels import Text
from ui.widgets.question import Question
from ui.widgets.shape_label import ShapeLabel

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ScreeningFormDialog(FormDialog):
    """Ask one questionnaire of a patient. The one not asked for the longest is chosen; Enter goes to its questions."""

    def __init__(
        self, context: AppContext, forms: ScreeningForms, wanted: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(context, forms.head, "", parent)
        self._forms = forms
        self.words = ScreeningWords(context)
        self.questions: list[Question] = []
        self.setWindowTitle(self.tr("Ask a questionnaire"))
        self.save_button.setText(self.tr("&Save answers"))
        self._head_of_form()
        self.licence, self.stem = Text("small", "", tone="text_2", wrap=True), Text("section", "", wrap=True)
        self.column.addWidget(self.stem)
        self.area_of_questions = QVBoxLayout()
        self.column.addLayout(self.area_of_questions)
        self.note = QLineEdit()
        self.add("note", FormField(self.tr("N&ote"), self.note))
        self.column.addWidget(self.licence)
        self.alert, self.total = ShapeLabel(parent=self), Text("body", "", wrap=True)
        self.protocol = Text("small", "", wrap=True)
        for widget in (self.alert, self.protocol, self.total):
            self.foot.addWidget(widget)
        self.fit(720)
        self._choose(wanted)
        self.which.currentIndexChanged.connect(lambda _at: self._shown())
        self.language.currentIndexChanged.connect(lambda _at: self._ask_again())
        self._shown()
        self.which.setFocus()

    def _head_of_form(self) -> None:
        self.which, self.mode, self.language = QComboBox(), QComboBox(), QComboBox()
        for row in self._forms.rows:
            self.which.addItem(self._named(row), row.instrument.id)
        self.day = DateEdit(self.context, lean=Lean.PAST)
        self.day.set_day(self.context.formatting.today())
        self.add("instrument", FormField(self.tr("&Questionnaire"), self.which))
        beside = QWidget()
        flow = FlowLayout(beside, gap=self.context.theme.px(12))
        for name, label, edit in (
            ("mode", self.tr("&How"), self.mode),
            ("language", self.tr("&Language"), self.language),
            ("asked_on", self.tr("&Day"), self.day),
        ):
            field = FormField(label, edit, check=self._check_day if edit is self.day else None)
            self.fields[name] = field
            self._order.append(edit)
            flow.addWidget(field)
        self.column.addWidget(beside)

    def _named(self, row: InstrumentRow) -> str:
        title = self.words.pick(row.instrument.title)
        about = self.words.pick(row.instrument.about)
        last = self.tr("last {day}").format(day=self.context.formatting.date(row.last_asked)) if row.last_asked else ""
        return " · ".join(part for part in (title, about, last) if part)

    def _choose(self, wanted: str) -> None:
        at = self.which.findData(wanted)
        self.which.setCurrentIndex(max(at, 0))

    @property
    def instrument(self) -> Instrument:
        """The chosen questionnaire."""
        return self._forms.rows[max(self.which.currentIndex(), 0)].instrument

    # the questions

    def _shown(self) -> None:
        instrument = self.instrument
        for box, codes, words in (
            (self.mode, instrument.modes, self.words.mode),
            (self.language, instrument.languages, self.context.formatting.language),
        ):
            kept = box.currentData()
            box.blockSignals(True)
            box.clear()
            for code in codes:
                box.addItem(words(code), code)
            wanted = kept or ((self._forms.language or "") if box is self.language else "")
            box.setCurrentIndex(max(box.findData(wanted[:2] if box is self.language else wanted), 0))
            box.blockSignals(False)
        self._ask_again()

    def _ask_again(self) -> None:
        """Show the questions in the chosen language, without answers."""
        for question in self.questions:
            self.area_of_questions.removeWidget(question)
            question.hide()
            question.deleteLater()
        instrument, language = self.instrument, str(self.language.currentData() or "en")
        self.stem.setText(instrument.stem.get(language, ""))
        self.stem.setVisible(bool(self.stem.text()))
        self.licence.setText(self._rights(instrument, language))
        self.questions = []
        for number, item in enumerate(instrument.items, start=1):
            question = Question(item, number, language)
            question.answered.connect(self._count)
            question.moved.connect(lambda step, which=question: self._move(which, step))
            self.area_of_questions.addWidget(question)
            self.questions.append(question)
        self._count()
        self.make_room()

    def _rights(self, instrument: Instrument, language: str) -> str:
        asked_elsewhere = self._forms.language and not self._forms.language.startswith(language)
        lines = [instrument.wording.get(language, instrument.wording["en"]), instrument.licence.terms]
        if asked_elsewhere and (self._forms.language or "")[:2] not in instrument.languages:
            missing = self.tr("There is no official wording in {language}: ask with an interpreter.")
            lines.insert(0, missing.format(language=self.context.formatting.language(self._forms.language)))
        return " ".join(lines)

    def _move(self, question: Question, step: int) -> None:
        open_ones = [one for one in self.questions if one.isVisibleTo(self)]
        at = open_ones.index(question) + step
        if at >= len(open_ones):
            self.note.setFocus()
            return
        target = open_ones[max(at, 0)]
        target.focus_here()
        self.area.ensureWidgetVisible(target)

    def answers(self) -> dict[str, Answer | str]:
        """What was answered so far, of the questions that are asked."""
        found = {one.item.id: told for one in self.questions if (told := one.answer()) is not None}
        still = {item.id for item in asked(self.instrument, found)}  # type: ignore[arg-type]
        return {key: told for key, told in found.items() if key in still}

    # what it comes to

    def _count(self) -> None:
        given = self.answers()
        still = {item.id for item in asked(self.instrument, given)}  # type: ignore[arg-type]
        for question in self.questions:
            question.setVisible(question.item.id in still)
        try:
            found = self._outcome(given)
        except WrongAnswer as wrong:
            self._say_alert("")
            self.total.setText(sentence(self._refusal(wrong), self.context.formatting))
            return
        self._say_alert(" ".join(self.words.pick(one.words) for one in found.alerts))
        self.total.setText(self._told(found, len(given)))

    def _outcome(self, given: dict[str, Answer | str]) -> Outcome:
        row = self._forms.rows[max(self.which.currentIndex(), 0)]
        return outcome(
            self.instrument, given_answers.read(self.instrument, given), Person(self._forms.sex), row.cut_offs
        )

    def _refusal(self, wrong: WrongAnswer) -> Invalid:
        number = next((n for n, one in enumerate(self.questions, start=1) if one.item.id == wrong.item), wrong.item)
        return Invalid(f"screening.{wrong.reason}", item=number, value=wrong.value)

    def _say_alert(self, words: str) -> None:
        self.alert.say("critical", words)
        self.alert.setVisible(bool(words))
        steps = [f"{n}. {self.words.pick(one)}" for n, one in enumerate(self._forms.protocol.steps, start=1)]
        self.protocol.setText("\n".join(steps))
        self.protocol.setVisible(bool(words))

    def _told(self, found: Outcome, answered: int) -> str:
        if not answered:
            return self.tr("Digits answer and move on; Backspace takes an answer away.")
        parts = []
        for one in found.scores:
            title = self.words.pick(one.score.words)
            if one.value is None:
                parts.append(self.tr("{title}: {so_far} so far").format(title=title, so_far=one.so_far))
                continue
            band = self.words.pick(one.band.words) if one.band else ""
            said = {True: self.tr("positive"), False: self.tr("negative"), None: ""}[one.positive]
            parts.append(f"{title}: {', '.join(part for part in (str(one.value), band, said) if part)}")
        if found.missing:
            parts.append(self.tr("%n question(s) not answered: no score", "", len(found.missing)))
        parts += [self.words.pick(one.words) for one in found.notes]
        return " · ".join(parts)

    # saving

    def _check_day(self) -> str:
        day = self.day.day
        if day is None:
            return self.tr("Enter a day, for example today or 3 nov.")
        return self.tr("This day has not come yet.") if day > self.context.formatting.today() else ""

    def save(self) -> None:
        given = self.answers()
        try:
            found = given_answers.read(self.instrument, given)
        except WrongAnswer as wrong:
            self.refused(self._refusal(wrong))
            return
        request = RecordScreening(
            patient_id=self._forms.head.id,
            instrument=self.instrument.id,
            digest=self.instrument.digest,
            answers=found,
            mode=str(self.mode.currentData()),
            language=str(self.language.currentData()),
            asked_on=self.day.day or self.context.formatting.today(),
            note=self.note.text().strip() or None,
        )
        self.run("services.screening.record", request)

    def told(self) -> str:
        """What was saved, in words."""
        return f"{self.words.pick(self.instrument.title)}: {self.total.text()}"

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and self.focusWidget() is self.which and self.questions:
            self.questions[0].focus_here()
            self.area.ensureWidgetVisible(self.questions[0])
            return
        super().keyPressEvent(event)
