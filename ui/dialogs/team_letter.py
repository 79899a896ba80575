"""A letter to somebody around the patient before it leaves: the page on the left, its words on the right."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.plan_document import PATIENT, RECORD, PlanReader, ReaderChoice
from icm_desktop.contracts.team_letters import KeepTeamLetter, TeamLetterMade, TeamLetterRequest
from icm_desktop.domain.plan_versions import COPY_WAYS
from ui.context import AppContext
from ui.dialogs.packet_dialog import PacketDialog
from ui.dialogs.sheet_preview import squares_words
from ui.messages import say
from ui.pages.plan_version_words import PlanVersionWords
from ui.widgets.form_field import FormField
from ui.widgets.scroll import scrolling
from ui.widgets.shape_label import ShapeLabel

_TYPING_PAUSE_MS = 500
_LEAST_LETTERS = 8
_NOT_FOR = (RECORD, PATIENT)  # the patient has letters of their own


class TeamLetterDialog(PacketDialog):
    """The words can be changed for this letter alone; either way out keeps the letter and notes who got it."""

    file_name = "letter"
    made: tuple[TeamLetterRequest, TeamLetterMade] | None

    def __init__(
        self, context: AppContext, head: PatientHead, kind: str, to_name: str, question_id: int | None = None,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(context, head, parent)
        self._kind, self._to_name, self._question_id = kind, to_name, question_id
        self._text: tuple[str, str] | None = None
        self.setWindowTitle(say(f"letter_kind.{kind}"))
        self.who, self.how, self.language = QComboBox(), QComboBox(), QComboBox()
        self.heading, self.body, self.reason = QLineEdit(), QPlainTextEdit(), QLineEdit()
        self.warning = ShapeLabel(parent=self)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_PAUSE_MS)
        self._fill()
        self.lay_out(scrolling(self._choices()))
        self._wire()
        self.who.setFocus()
        context.jobs.run("queries.plan_document.readers", head.id, owner=self, done=self._show_readers)

    def _fill(self) -> None:
        ways = PlanVersionWords(self.context).copy_ways()
        for code in COPY_WAYS:
            if code in ways and code != "read_aloud":
                self.how.addItem(ways[code], code)
        self.how.setCurrentIndex(max(self.how.findData("mail"), 0))
        for code in ("en", "es"):
            self.language.addItem(self.context.formatting.language(code), code)
        for box in (self.who, self.how, self.language):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(_LEAST_LETTERS)
        self.body.setTabChangesFocus(True)
        self.body.setMinimumHeight(self.context.theme.px(180))

    def _choices(self) -> QWidget:
        theme, inside = self.context.theme, QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, theme.px(8), 0)
        column.setSpacing(theme.px(8))
        self.reason_field = FormField(self.tr("&Reason"), self.reason, required=True)
        for widget in (
            FormField(self.tr("&For"), self.who), self.warning, self.reason_field,
            FormField(self.tr("&How"), self.how), FormField(self.tr("&Language"), self.language),
            FormField(self.tr("Hea&ding"), self.heading), FormField(self.tr("&Text of this letter"), self.body),
        ):  # fmt: skip
            column.addWidget(widget)
        column.addStretch(1)
        self.warning.hide()
        self.reason_field.hide()
        return inside

    def _wire(self) -> None:
        self.who.activated.connect(lambda _at: self.ask())
        self.language.activated.connect(lambda _at: self._start_anew())
        self.heading.textEdited.connect(lambda _text: self._typing.start())
        self.body.textChanged.connect(self._typing.start)
        self._typing.timeout.connect(self._typed)

    def _show_readers(self, readers: tuple[ReaderChoice, ...]) -> None:
        for one in readers:
            if one.reader.kind not in _NOT_FOR:
                told = (one.reader.name, one.role or "", one.reader.organization or "")
                self.who.addItem(", ".join(part for part in told if part), one.reader)
        names = [self.who.itemData(at).name for at in range(self.who.count())]
        self.who.setCurrentIndex(names.index(self._to_name) if self._to_name in names else 0)
        self.ask()

    # the page

    def _start_anew(self) -> None:
        """Another language has a text of its own; what was typed belongs to the one before."""
        self._text = None
        self.ask()

    def _typed(self) -> None:
        text = (self.heading.text(), self.body.toPlainText())
        if self.made is None or text != (self.made[1].heading, self.made[1].body):
            self._text = text
            self.ask()

    def ask(self) -> None:
        """Ask for the letter as it is wished now."""
        reader = self.who.currentData()
        self.made = None
        if not isinstance(reader, PlanReader):
            self.say("high", self.tr("Nobody is on the team or among the contacts. Add somebody first."))
            return
        self.message.hide()
        request = TeamLetterRequest(
            self._head.id, reader, self._kind, self._question_id, self.language.currentData(),
            self.context.preferences.text("print/paper", "letter"), self._text,
        )  # fmt: skip
        self.make("reports.team_letter.render", request, self._show)

    def _show(self, made: TeamLetterMade) -> None:
        if made.missing:
            self.say("caution", squares_words(made.missing))
        if self._text is None:
            self.body.blockSignals(True)  # filling is not typing
            self.heading.setText(made.heading)
            self.body.setPlainText(made.body)
            self.body.blockSignals(False)
        words = self.tr("{why}. They may get it all the same, with the reason on record.")
        self.warning.say("caution", "" if made.allowed else words.format(why=say(made.why)))
        self.warning.setVisible(not made.allowed)
        self.reason_field.setVisible(not made.allowed)

    # out of the program

    def pages(self) -> int:
        if self._typing.isActive():  # what was typed a moment ago goes into the letter first
            self._typing.stop()
            self._typed()
        if self.made is None:
            return 0
        missing = not self.made[1].allowed and not self.reason.text().strip()
        self.reason_field.show_problem(self.tr("Write why they get it all the same.") if missing else "")
        if missing:
            self.reason.setFocus()
        return 0 if missing else self.made[1].pages

    def keep(self, kept: Callable[[Any], None]) -> None:
        if self.made is None:
            return
        request, made = self.made
        reason = None if made.allowed else self.reason.text().strip()
        asked = KeepTeamLetter(request, made.content, self.how.currentData(), reason)
        self.context.jobs.run("services.team_letters.keep", asked, owner=self, done=kept, failed=self.refused)
