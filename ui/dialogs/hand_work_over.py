"""All open work of one person goes to a colleague: counted first, one act, undone as one."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QWidget

from icm_desktop.contracts.common import PatientHead
from icm_desktop.contracts.leaving import HandWorkOver, OpenWork, WorkOf
from icm_desktop.contracts.people import Colleague
from ui.context import AppContext
from ui.dialogs.form_dialog import FormDialog
from ui.latest import Latest
from ui.widgets.fact_list import FactList
from ui.widgets.fact_paint import Fact
from ui.widgets.form_field import FormField
from ui.widgets.labels import Text


class HandWorkOverDialog(FormDialog):
    """Whose work, of this patient or of all, to whom; the counts follow what is chosen."""

    def __init__(
        self,
        context: AppContext,
        head: PatientHead | None,
        colleagues: tuple[Colleague, ...],
        from_user_id: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, head, "", parent)
        self._asked = Latest(context.jobs, self)
        self._work: OpenWork | None = None
        self.setWindowTitle(self.tr("Hand work over"))
        self.save_button.setText(self.tr("&Hand over"))
        self.giver, self.taker, self.scope = QComboBox(), QComboBox(), QComboBox()
        doing = [one for one in colleagues if one.role != "front_desk"]
        for one in doing:
            self.giver.addItem(one.display_name, one.id)
        self.taker.addItem(self.tr("Choose a colleague"), None)
        for one in doing:
            self.taker.addItem(one.display_name, one.id)
        if head is not None:
            self.scope.addItem(self.tr("This patient"), head.id)
        self.scope.addItem(self.tr("All patients"), None)
        self.giver.setCurrentIndex(max(self.giver.findData(from_user_id or context.session.user_id), 0))
        self.list = FactList(self.tr("Open work"))
        self._lay_out_fields()
        for box in (self.giver, self.scope):
            box.currentIndexChanged.connect(lambda _at: self._count())
        self._count()
        self.fit(520)
        self.taker.setFocus()

    def _lay_out_fields(self) -> None:
        self.add("from_user_id", FormField(self.tr("&Whose work"), self.giver))
        self.add("patient_id", FormField(self.tr("W&ith"), self.scope))
        self.column.addWidget(self.list)
        self._order.append(self.list)
        self.add("to_user_id", FormField(self.tr("&Goes to"), self.taker, check=self._check))
        told = self.tr("Visits stay with their clinician. This can be undone as a whole.")
        self.column.addWidget(Text("small", told, wrap=True, tone="text_2"))

    def _count(self) -> None:
        self._work = None
        asked = WorkOf(self.giver.currentData(), self.scope.currentData())
        self._asked.ask("queries.leaving.work_of", asked, done=self._show)

    def _show(self, work: OpenWork) -> None:
        self._work = work
        lines = self._lines(work) or [self.tr("Nothing is open.")]
        self.list.set_facts([Fact(words, words, strong=bool(work.owned)) for words in lines])
        self.save_button.setEnabled(bool(work.owned))
        self.make_room()

    def _lines(self, work: OpenWork) -> list[str]:
        counted = (
            (len(work.patients), self.tr("%n patient(s) they lead", "", len(work.patients))),
            (len(work.referrals), self.tr("%n open referral(s)", "", len(work.referrals))),
            (len(work.concerns), self.tr("%n concern(s)", "", len(work.concerns))),
            (len(work.goals), self.tr("%n goal(s)", "", len(work.goals))),
            (len(work.actions), self.tr("%n plan action(s)", "", len(work.actions))),
            (len(work.tasks), self.tr("%n task(s)", "", len(work.tasks))),
            (len(work.questions), self.tr("%n open question(s)", "", len(work.questions))),
            (len(work.near_misses), self.tr("%n near miss(es)", "", len(work.near_misses))),
            (len(work.requests), self.tr("%n request(s) of patients", "", len(work.requests))),
            (len(work.recommendations), self.tr("%n recommendation(s)", "", len(work.recommendations))),
        )
        return [words for count, words in counted if count]

    def _check(self) -> str:
        if self.taker.currentData() is None:
            return self.tr("Choose who goes on with it.")
        same = self.taker.currentData() == self.giver.currentData()
        return self.tr("Choose somebody else: this is who has the work now.") if same else ""

    def save(self) -> None:
        request = HandWorkOver(self.giver.currentData(), self.taker.currentData(), self.scope.currentData())
        self.run("services.leaving.hand_work_over", request)
