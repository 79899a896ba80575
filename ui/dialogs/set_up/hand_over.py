"""What is still with a clinician who leaves, and to whom it goes."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QWidget

from icm_desktop.contracts.leaving import HandOver, OpenWork
from icm_desktop.contracts.set_up import Places
from ui.context import AppContext
from ui.dialogs.set_up.form import SetUpForm, choices
from ui.widgets.fact_list import FactList
from ui.widgets.fact_paint import Fact
from ui.widgets.form_field import FormField
from ui.widgets.labels import Text


class HandOverDialog(SetUpForm):
    """The counts first; a colleague for the work, a clinician for the visits."""

    def __init__(self, context: AppContext, work: OpenWork, places: Places, parent: QWidget | None = None) -> None:
        super().__init__(context, self.tr("&Hand over"), parent)
        self.work = work
        self.setWindowTitle(self.tr("Open work of {name}").format(name=work.name))
        self.list = FactList(self.tr("Open work"))
        self.list.set_facts([Fact(words, words, strong=True) for words in self._lines()])
        self.column.addWidget(self.list)
        self._order.append(self.list)
        self.to_user = choices(QComboBox(), self.tr("Choose a colleague"), places.users)
        others = [each for each in places.clinicians if each[0] != work.clinician_id]
        self.to_clinician = choices(QComboBox(), self.tr("Nobody: book them anew from Today"), others)
        self.add("to_user_id", FormField(self.tr("&Work goes to"), self.to_user, check=self._check_user))
        hint = self.tr("Where this clinician works and is free at the same time. The others come to Today.")
        self.add("to_clinician_id", FormField(self.tr("&Visits go to"), self.to_clinician, hint=hint))
        self.fields["to_user_id"].setVisible(bool(work.owned))
        self.fields["to_clinician_id"].setVisible(bool(work.visits))
        told = self.tr("What was done stays under the name of who did it. This can be undone as a whole.")
        self.column.addWidget(Text("small", told, wrap=True, tone="text_2"))
        self.fit(520)
        (self.to_user if work.owned else self.to_clinician).setFocus()

    def _lines(self) -> list[str]:
        work = self.work
        counted = (
            (len(work.visits), self.tr("%n appointment(s)", "", len(work.visits))),
            (len(work.referrals), self.tr("%n open referral(s)", "", len(work.referrals))),
            (len(work.concerns), self.tr("%n concern(s)", "", len(work.concerns))),
            (len(work.goals), self.tr("%n goal(s)", "", len(work.goals))),
            (len(work.actions), self.tr("%n plan action(s)", "", len(work.actions))),
            (len(work.tasks), self.tr("%n task(s)", "", len(work.tasks))),
            (len(work.patients), self.tr("%n patient(s) they coordinate", "", len(work.patients))),
            (len(work.questions), self.tr("%n open question(s)", "", len(work.questions))),
            (len(work.near_misses), self.tr("%n near miss(es)", "", len(work.near_misses))),
            (len(work.requests), self.tr("%n request(s) of patients", "", len(work.requests))),
            (len(work.recommendations), self.tr("%n recommendation(s)", "", len(work.recommendations))),
        )
        return [words for count, words in counted if count]

    def _check_user(self) -> str:
        return "" if self.to_user.currentData() or not self.work.owned else self.tr("Choose who goes on with it.")

    def save(self) -> None:
        user_id = self.to_user.currentData() or self.context.session.user_id
        request = HandOver(self.work.clinician_id or 0, user_id, self.to_clinician.currentData())
        self.run("services.leaving.hand_over", request)
