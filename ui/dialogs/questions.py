"""Forms of questions to the team: ask, remind or tell, note the answer, close without one."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.demographics import Choices
from icm_desktop.contracts.people import Colleague
from icm_desktop.contracts.questions import (
    AddToQuestion,
    AnswerQuestion,
    AskQuestion,
    AskSharing,
    QuestionRow,
    SharingAnswer,
    WithdrawQuestion,
)
from icm_desktop.contracts.team import MemberRow
from icm_desktop.errors import UserError
from ui.context import AppContext
from ui.dialogs.person_form import PersonForm
from ui.dialogs.team_member import day_field
from ui.latest import Latest
from ui.messages import say
from ui.widgets.labels import Text

_USUAL_DAYS = 7


class _QuestionForm(PersonForm):
    """A form that shows at once whether the person may hear what it is about, and asks for a reason if not."""

    def __init__(self, context: AppContext, head: PatientHead, name: str, parent: QWidget | None) -> None:
        super().__init__(context, head, name, parent)
        self._sharing = Latest(context.jobs, self)
        self._member_id = 0

    def add_reason(self) -> None:
        """The field for why somebody is told all the same; it shows when it is needed."""
        words = QCoreApplication.translate("QuestionForm", "Wh&y they are told all the same")
        self.line("shared_reason", words, None, required=True)
        self.fields["shared_reason"].hide()

    def check_sharing(self, topic: str | None) -> None:
        """Ask whether the member may hear about a topic."""
        if self.head is not None and self._member_id:
            asked = AskSharing(self.head.id, self._member_id, topic)
            self._sharing.ask("queries.questions.sharing", asked, done=self._told)

    def _told(self, answer: SharingAnswer) -> None:
        self.fields["shared_reason"].setVisible(not answer.allowed)
        words = QCoreApplication.translate("QuestionForm", "{why}. Write the reason if they are told all the same.")
        self.say("caution", "" if answer.allowed else words.format(why=say(answer.why)))
        self.make_room()

    def reason(self) -> str | None:
        """Why somebody is told all the same."""
        return self.text("shared_reason") if not self.fields["shared_reason"].isHidden() else None

    def refused(self, error: UserError) -> None:
        if error.field == "shared_reason":
            self.fields["shared_reason"].show()
        super().refused(error)


class AskDialog(_QuestionForm):
    """What is asked, how, until when, and what it tells them."""

    def __init__(
        self,
        context: AppContext,
        head: PatientHead,
        member: MemberRow,
        lists: tuple[Choices, Choices],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, head, f"question:{member.id}", parent)
        words, choices = lists
        self._member_id = member.id or 0
        self.setWindowTitle(self.tr("Ask a question"))
        self.save_button.setText(self.tr("&Ask"))
        self.column.addWidget(Text("section", self.tr("To {name}").format(name=member.name), wrap=True))
        numbers = [
            part for part in (member.phone, member.fax and self.tr("fax {number}").format(number=member.fax)) if part
        ]
        if numbers:
            self.column.addWidget(Text("body", " · ".join(numbers), wrap=True, selectable=True))
        self.note("question", self.tr("&Question"), None)
        self.choice("channel", self.tr("&How"), words.of("channel"), "phone", empty=None)
        topic = self.choice("topic", self.tr("What it tells the&m about"), choices.of("topic"), None,
                            empty=self.tr("Nothing in particular"))  # fmt: skip
        self.add_reason()
        usual = context.formatting.today() + dt.timedelta(days=_USUAL_DAYS)
        self.due = day_field(self, "due_on", self.tr("Answer &due"), usual)
        self.choice("owner_id", self.tr("&Waits for the answer"), [(str(context.session.user_id),
                    context.session.display_name)], str(context.session.user_id), empty=None)  # fmt: skip
        context.jobs.run("queries.people.colleagues", owner=self, done=self._colleagues)
        topic.currentIndexChanged.connect(lambda _at: self.check_sharing(self.code("topic")))
        self.check_sharing(None)
        self.made(560, "question")

    def _colleagues(self, found: tuple[Colleague, ...]) -> None:
        box = self.fields["owner_id"].edit
        if isinstance(box, QComboBox):
            for one in found:
                if one.role != "front_desk" and one.id != self.context.session.user_id:
                    box.addItem(one.display_name, str(one.id))

    def save(self) -> None:
        request = AskQuestion(
            self.row.patient_id, self._member_id, self.code("channel") or "", self.text("question") or "",
            self.due.day, self.code("topic"), int(self.code("owner_id") or 0) or None, self.reason(),
        )  # fmt: skip
        self.run("services.questions.ask", request)


class SayMoreDialog(_QuestionForm):
    """A reminder that was sent, or what else they were told; with a new day for the answer."""

    def __init__(
        self, context: AppContext, head: PatientHead, row: QuestionRow, words: Choices, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, head, f"question-more:{row.id}", parent)
        self._question = row
        self._member_id = row.member_id or 0
        self.setWindowTitle(self.tr("Remind or tell"))
        self.column.addWidget(Text("section", row.question, wrap=True))
        kinds = (("reminded", self.tr("Reminded them")), ("told", self.tr("Told them more")))
        kind = self.choice("kind", self.tr("&What"), kinds, "reminded", empty=None)
        self.choice("channel", self.tr("&How"), words.of("channel"), row.channel, empty=None)
        self.note("text", self.tr("In &words"), None)
        self.add_reason()
        self.due = day_field(self, "due_on", self.tr("Answer now &due"), None, hint=self.tr("Empty: as before"))
        kind.currentIndexChanged.connect(lambda _at: self._kind_changed())
        self.made(520, "text")

    def _kind_changed(self) -> None:
        if self.code("kind") == "told":
            self.check_sharing(self._question.topic)
        else:
            self.fields["shared_reason"].hide()
            self.say("caution", "")

    def save(self) -> None:
        request = AddToQuestion(
            self._question.id, self.code("kind") or "", self.code("channel") or "", self.text("text") or "",
            self.due.day, self.reason(),
        )  # fmt: skip
        self.run("services.questions.add", request)


class AnswerDialog(PersonForm):
    """The answer, whose words it is, and what comes next; it closes the question."""

    def __init__(
        self, context: AppContext, head: PatientHead, row: QuestionRow, words: Choices, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, head, f"answer:{row.id}", parent)
        self._question = row
        self.setWindowTitle(self.tr("Answer"))
        self.column.addWidget(Text("section", row.question, wrap=True))
        self.note("answer", self.tr("&Answer"), None)
        self.line("said_by", self.tr("Said &by"), row.asked_name)
        self.choice("channel", self.tr("&How"), words.of("channel"), row.channel, empty=None)
        self.line("next_step", self.tr("What comes ne&xt"), row.next_step)
        self.stays = QCheckBox(self.tr("There is m&ore to come: the question stays open"))
        self.add_box(self.stays)
        self.made(520, "answer")

    def save(self) -> None:
        request = AnswerQuestion(
            self._question.id, self._question.version, self.code("channel") or "", self.text("answer") or "",
            self.text("said_by"), self.text("next_step"), self.stays.isChecked(),
        )  # fmt: skip
        self.run("services.questions.answer", request)


class CloseQuestionDialog(PersonForm):
    """Why a question needs no answer any more, or why it is open again."""

    def __init__(
        self, context: AppContext, head: PatientHead, row: QuestionRow, *, reopen: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, head, f"question-close:{row.id}", parent)
        self._question, self._reopen = row, reopen
        self.setWindowTitle(self.tr("Open again") if reopen else self.tr("Needs no answer any more"))
        self.column.addWidget(Text("section", row.question, wrap=True))
        self.line("reason", self.tr("&Why"), None, required=True)
        self.made(480, "reason")

    def save(self) -> None:
        request = WithdrawQuestion(self._question.id, self._question.version, self.text("reason") or "", self._reopen)
        self.run("services.questions.withdraw", request)
