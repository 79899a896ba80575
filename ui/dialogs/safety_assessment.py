"""A clinician's assessment after an answer about death or self-harm: risk, what was done, what was found."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QWidget

from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.screening import AssessSafety, SafetyAssessed
from icm_desktop.contracts.worklist import WorkRow
from icm_desktop.domain.instruments.protocol import SafetyProtocol
from ui.context import AppContext
from ui.dialogs.form_dialog import FormDialog
from ui.messages import say
from ui.pages.screening_words import ScreeningWords
from ui.widgets.check_group import CheckGroup
from ui.widgets.form_field import FormField
from ui.widgets.labels import Text
from ui.widgets.text_area import TextArea


def ask_safety(
    context: AppContext, row: WorkRow, what: str, parent: QWidget, done: Callable[[SafetyAssessed], object]
) -> None:
    """Open the assessment of a row of Today, with the protocol."""
    if row.head is not None:
        assess_answer(context, row.head, (row.key, row.version, what), parent, done)


def assess_answer(
    context: AppContext,
    head: PatientHead,
    item: tuple[str, int, str],
    parent: QWidget,
    done: Callable[[SafetyAssessed], object],
) -> None:
    """Open the assessment of an answer (key, version, what it says), with the protocol."""

    def show(protocol: SafetyProtocol) -> None:
        dialog = SafetyAssessmentDialog(context, head, item, protocol, parent)
        dialog.saved.connect(done)
        dialog.open()

    context.jobs.run("queries.screening.protocol", owner=parent, done=show, failed=context.feedback.refuse)


class SafetyAssessmentDialog(FormDialog):
    """Shows the protocol with its source; nothing is chosen beforehand."""

    def __init__(
        self,
        context: AppContext,
        head: PatientHead,
        item: tuple[str, int, str],
        protocol: SafetyProtocol,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, head, "", parent)
        self._key, self._version, what = item
        words = ScreeningWords(context)
        self.setWindowTitle(self.tr("Safety assessment"))
        self.save_button.setText(self.tr("&Record assessment"))
        self.column.addWidget(Text("section", what, wrap=True))
        self._say_protocol(protocol, words, died=head.deceased)
        self.risk = QComboBox()
        self.risk.addItem(self.tr("Choose…"), "")
        for code, said in protocol.risks:
            self.risk.addItem(words.pick(said), code)
        self.done_list = CheckGroup([(code, words.pick(said)) for code, said in protocol.done])
        self.found = TextArea()
        self.found.setFixedHeight(context.theme.px(96))
        self.add("risk", FormField(self.tr("R&isk"), self.risk, required=True, check=self._check_risk))
        self.add("steps", FormField(self.tr("&Done"), self.done_list))
        self.add("note", FormField(self.tr("What was &found and agreed"), self.found, required=True, check=self._check))
        self.keep_draft(f"safety:{self._key}")
        self.fit(640)
        self.risk.setFocus()

    def _say_protocol(self, protocol: SafetyProtocol, words: ScreeningWords, *, died: bool) -> None:
        """The steps with their source, and how far the assessment reaches."""
        steps = "\n".join(f"{n}. {words.pick(one)}" for n, one in enumerate(protocol.steps, start=1))
        if died:
            steps = self.tr("The patient has died. Write how the answer was followed up.")
        sure = "" if protocol.reviewed_by else f" · {say(f'content.mark_{protocol.mark}')}"
        self.column.addWidget(Text("body", steps, wrap=True))
        if not died:
            self.column.addWidget(Text("small", f"{protocol.source}{sure}", tone="text_2", wrap=True))
        also = self.tr("Earlier answers of the patient that nobody assessed end with this one.")
        self.column.addWidget(Text("small", also, tone="text_2", wrap=True))

    def _check_risk(self) -> str:
        return "" if self.risk.currentData() else self.tr("Choose the level of risk.")

    def _check(self) -> str:
        return "" if self.found.toPlainText().strip() else self.tr("Write what was found and what was agreed.")

    def save(self) -> None:
        request = AssessSafety(
            self._key, self._version, str(self.risk.currentData()), self.done_list.chosen(),
            self.found.toPlainText().strip(),
        )  # fmt: skip
        self.run("services.screening.assess_safety", request)
