"""Letters from anywhere in the window: the line of a list that asks for one, several people, or a whole day."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from icm_desktop.contracts.letters import LetterTarget
from icm_desktop.contracts.scheduling import AppointmentRow
from icm_desktop.contracts.worklist import WorkRow
from icm_desktop.domain.appointment_states import NO_SHOW, OCCUPIES
from icm_desktop.permissions import Privilege
from ui.actions import Action
from ui.context import AppContext
from ui.dialogs.letters import LettersDialog

RECALL, MISSED, REMINDER, REFERRAL = "recall", "missed_visit", "reminder", "referral"
_MOST = 500


class Letters(QObject):
    """Opens the letters for people; every page that lists some has one."""

    def __init__(self, context: AppContext, owner: QWidget) -> None:
        super().__init__(owner)
        self._context, self._owner = context, owner

    def action(self, page: str, act: Callable[[], object]) -> Action:
        """The command of a page; Ctrl+Shift+M everywhere."""
        synonyms = (self.tr("letter"), self.tr("mail"), self.tr("labels"), self.tr("call sheet"), self.tr("recall"))
        return Action(f"{page}.letters", self.tr("L&etters and labels…"), act, "Ctrl+Shift+M", "mail", "work", page,
                      Privilege.PRINT_HANDOUT, synonyms)  # fmt: skip

    def write(self, targets: Iterable[LetterTarget], kind: str = RECALL) -> None:
        """Letters to these, one to each person about each thing; says so when there is nobody."""
        apart: dict[tuple[int, int | None, int | None], LetterTarget] = {}
        for target in targets:
            apart.setdefault((target.patient_id, target.appointment_id, target.referral_id), target)
        whom = tuple(apart.values())[:_MOST]
        if whom:
            LettersDialog(self._context, whom, kind, self._owner.window()).open()
        else:
            self._context.feedback.say(self.tr("Choose somebody to write to first."))

    def about_work(self, rows: Sequence[WorkRow]) -> None:
        """For lines of the worklist: about the missed visit or referral of the first, else to come again."""
        targets = [_target(row.head.id, row.key) for row in rows if row.head is not None]
        kind = RECALL
        if targets and targets[0].appointment_id:
            kind = MISSED if rows[0].key.endswith(":missed") else REMINDER
        elif targets and targets[0].referral_id:
            kind = REFERRAL
        self.write(targets, kind)

    def about_visits(self, current: AppointmentRow | None, visits: Sequence[AppointmentRow]) -> None:
        """Of a day: about the missed visit the keyboard is on, else a reminder of every visit that is booked."""
        if current is not None and current.status == NO_SHOW:
            self.write([LetterTarget(current.head.id, current.id, key=f"appointment:{current.id}:missed")], MISSED)
            return
        booked = [visit for visit in visits if visit.status in OCCUPIES]
        self.write([LetterTarget(visit.head.id, visit.id) for visit in booked], REMINDER)


def _target(patient_id: int, key: str) -> LetterTarget:
    kind, _, rest = key.partition(":")
    number = rest.partition(":")[0]
    row_id = int(number) if number.isdecimal() else None
    if kind == "appointment":
        return LetterTarget(patient_id, appointment_id=row_id, key=key)
    if kind == "referral":
        return LetterTarget(patient_id, referral_id=row_id, key=key)
    return LetterTarget(patient_id, key=key)
