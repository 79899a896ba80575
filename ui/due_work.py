"""Has due work and conflicts worked out again after a night, an adoption or an update, while people go on working."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from icm_desktop.changes import Changes
from icm_desktop.permissions import Privilege
from ui.context import AppContext

_LOOK_EVERY = 10 * 60 * 1000  # milliseconds: a window that stays open over night begins the next day's work by itself
_MAY_CHANGE_ALL = frozenset({"pathway", "content", "policy", "practice", "import", "patient", "instrument_use"})


class DueWork(QObject):
    """Asks at the start, and whenever something changed that may concern many, whether anything must be reckoned."""

    def __init__(self, context: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._running = False
        self._checking = False
        self._comparing = False
        self._asking_of_pages = False
        self._asked = 0  # questions without an answer yet: a locked window answers none
        context.jobs.changed.connect(self._changed)
        self._clock = QTimer(self)
        self._clock.setInterval(_LOOK_EVERY)
        self._clock.timeout.connect(self._look_again)

    def start(self) -> None:
        """Somebody begins to work: referrals first, then the rest."""
        if self._context.may(Privilege.REFERRAL_LOGISTICS):
            self._where("queries.referral_kinds.unnamed", "services.referral_kinds.name_kinds")
            self._where("queries.referral_handing.to_note", "services.referral_handing.note_every")
        self.look()
        self._clock.start()

    def _look_again(self) -> None:
        if not self._asked:
            self.look()

    def _where(self, asked: str, do: str) -> None:
        """Do it where there is anything to do: a question costs a colleague nothing, a change waits for its turn."""

        def found(there: object) -> None:
            if there:
                self._context.jobs.run(do, owner=None)

        self._context.jobs.run(asked, owner=self, done=found)

    def look(self) -> None:
        """Reckon in the background what is not right any more; Cancel leaves the rest for the next time."""
        if not self._running:
            self._asked += 1
            self._context.jobs.run("queries.pathway_work.waiting", owner=self, done=self._reckon)
        if not self._checking:
            self._asked += 1
            self._context.jobs.run("queries.conflict_work.waiting", owner=self, done=self._check)
        self._look_at_pages()

    def _look_at_pages(self) -> None:
        """What patients hold is compared after every change: whoever looks at the list finds it right."""
        if not self._asking_of_pages and not self._comparing and self._context.may(Privilege.PRINT_HANDOUT):
            self._asking_of_pages = True
            self._context.jobs.run("queries.page_facts.waiting", owner=self, done=self._compare)

    def _changed(self, changes: Changes) -> None:
        if changes.kinds & _MAY_CHANGE_ALL:
            self.look()
        elif changes.kinds:
            self._look_at_pages()

    def _reckon(self, waiting: int) -> None:
        self._asked -= 1
        if not waiting or self._running:
            return
        self._running = True
        label = self.tr("Working out what is due")
        self._context.jobs.run(
            "services.pathway_work.reckon", owner=self, done=self._ended, failed=self._ended, lane="long", label=label
        )

    def _check(self, waiting: int) -> None:
        self._asked -= 1
        if not waiting or self._checking:
            return
        self._checking = True
        label = self.tr("Looking for conflicts")
        self._context.jobs.run(
            "services.conflict_work.recheck", owner=self, done=self._checked, failed=self._checked, lane="long",
            label=label,
        )  # fmt: skip

    def _compare(self, waiting: int) -> None:
        self._asking_of_pages = False
        if not waiting or self._comparing:
            return
        self._comparing = True
        label = self.tr("Comparing pages that patients hold")
        self._context.jobs.run(
            "services.page_work.compare", owner=self, done=self._compared, failed=self._compared, lane="long",
            label=label,
        )  # fmt: skip

    def _compared(self, _result: object) -> None:
        self._comparing = False

    def _checked(self, _result: object) -> None:
        self._checking = False

    def _ended(self, _result: object) -> None:
        self._running = False
