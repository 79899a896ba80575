"""The front desk's queues on Today: a tab for each with what is left to do in it, and their rows as one table."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from icm_desktop.contracts.worklist import QueueCounts, WorkFilter, WorkRow
from icm_desktop.permissions import Privilege
from ui.actions import Action
from ui.context import AppContext
from ui.latest import Latest
from ui.pages.today_rows import TodayWords
from ui.tables.view import RowsTable
from ui.widgets.filter_chips import FilterChips

EVERYTHING = "all"
_KEPT = "today/queue"
_VISITS = ("arrival", "confirm")


def visit_of(row: WorkRow) -> int | None:
    """The id of the visit a row of Arrivals or Tomorrow stands for."""
    kind, _, rest = row.key.partition(":")
    number, _, what = rest.partition(":")
    return int(number) if kind == "appointment" and what in _VISITS else None


def offer_of(row: WorkRow) -> tuple[int | None, int | None]:
    """The entry of the wait list a row stands for, and the visit whose time became free."""
    kind, _, rest = row.key.partition(":")
    entry, _, visit = rest.partition(":")
    return (int(entry), int(visit) if visit else None) if kind == "wait_list" else (None, None)


class QueueTabs(QWidget):
    """One tab for all that is due and one for each queue; Alt and a digit chooses one, and the choice is remembered."""

    chosen = Signal()

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._counted = context, Latest(context.jobs, self)
        self._words = {
            EVERYTHING: self.tr("All due"),
            "arrivals": self.tr("Arrivals"),
            "tomorrow": self.tr("Tomorrow"),
            "follow_up": self.tr("Follow-up"),
            "unscheduled": self.tr("Unscheduled"),
            "quiet": self.tr("Gone quiet"),
            "wait_list": self.tr("Wait list"),
        }
        self.counts: dict[str, int] = {}
        self.tabs = FilterChips(self._words.items(), exclusive=True, chord="Alt")
        self.tabs.setAccessibleName(self.tr("Lists"))
        kept = context.preferences.text(f"{_KEPT}/{context.session.user_id}", EVERYTHING)
        self.tabs.set_on([kept if kept in self._words else EVERYTHING])
        self.tabs.changed.connect(lambda _on: self._choose())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tabs)

    @property
    def queue(self) -> str:
        """The queue that is shown; "" for all that is due."""
        name = next(iter(self.tabs.on()))
        return "" if name == EVERYTHING else name

    def name(self, queue: str) -> str:
        """What a queue is called."""
        return self._words[queue or EVERYTHING]

    def words_of(self, queue: str) -> str:
        """What a tab says: the queue and what is left to do in it."""
        count = self.counts.get(queue, 0)
        return f"{self.name(queue)} ({count})" if count else self.name(queue)

    def nothing(self) -> str:
        """What an empty queue says."""
        return {
            "arrivals": self.tr("Nobody is here and nobody is expected any more today."),
            "tomorrow": self.tr("No visit is booked for the next working day."),
            "follow_up": self.tr("Nobody is to be called now."),
            "unscheduled": self.tr("Every cancelled or missed visit has a new date."),
            "wait_list": self.tr("Nobody waits for a time."),
            "quiet": self.tr("Every patient in care was reached or seen lately, or has a date."),
        }.get(self.queue, "")

    def turn_to(self, queue: str) -> None:
        """Choose a queue."""
        self.tabs.set_on([queue or EVERYTHING])
        self._choose()

    def ask(self) -> None:
        """Count what is left in each queue."""
        self._counted.ask("queries.queues.counts", WorkFilter(everyone=True), done=self._count)

    def offered(self, here: str) -> Iterator[Action]:
        """Alt and a digit for every tab, in their order."""
        for at, (name, words) in enumerate(self._words.items(), start=1):
            turn = partial(self.turn_to, "" if name == EVERYTHING else name)
            yield Action(
                f"today.list_{name}", self.tr("List: {name}").format(name=words), turn,
                f"Alt+{at}", "list", "view", here, Privilege.WORKLIST,
            )  # fmt: skip

    def _choose(self) -> None:
        self._context.preferences.keep(f"{_KEPT}/{self._context.session.user_id}", self.queue or EVERYTHING)
        self.chosen.emit()

    def _count(self, found: QueueCounts) -> None:
        self.counts = dict(found.counts)
        for name, _count in found.counts:
            self.tabs.set_words(name, self.words_of(name))


def queue_table(context: AppContext, words: TodayWords, menu: tuple[str, ...]) -> RowsTable[WorkRow]:
    """The table of a queue: sorted by any column, written to a file like every list."""
    return RowsTable(
        context, "queue", words.queue_columns(), lambda row: row.key, words.sentence, menu=menu,
        privilege=Privilege.WORKLIST,
    )  # fmt: skip
