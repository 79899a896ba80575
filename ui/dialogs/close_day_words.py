"""What closing the day says: visits without an end, no-shows, the next day, the backup, the handoff."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from icm_desktop.contracts.closing import DayToClose, Handoff
from icm_desktop.contracts.keeping import BackupState
from ui.context import AppContext
from ui.widgets.booking_alerts import reasons_words


class ClosingWords:
    """Sentences in the language of the screen."""

    def __init__(self, context: AppContext) -> None:
        self._context = context

    @staticmethod
    def tr(text: str, note: str = "", number: int = -1) -> str:
        """The text in the language of the screen."""
        return QCoreApplication.translate("ClosingWords", text, note, number)

    def settled(self, found: DayToClose) -> tuple[str, str]:
        """How many visits wait for their end."""
        if not found.visits:
            return "good", self.tr("Every visit of today has its end.")
        told = self.tr("{count} to settle: the underlined letter sets what became of it, Ctrl+Z takes it back.")
        return "caution", told.format(count=len(found.visits))

    def missed(self, found: DayToClose) -> str:
        """How many did not come, how many of them wait for a new date, and why people did not come lately."""
        if found.no_shows:
            told = self.tr("{missed} today; {waiting} without a new date stand in Unscheduled.")
            today = told.format(missed=found.no_shows, waiting=found.unscheduled)
        else:
            today = self.tr("Nobody missed a visit today.")
        if found.missed_lately.count <= found.no_shows and not found.missed_lately.reasons:
            return today
        lately = self.tr("Missed in the last {days} days: {count}.")
        lately = lately.format(days=found.lately_days, count=found.missed_lately.count)
        return " ".join(part for part in (today, lately, reasons_words(found.missed_lately)) if part)

    def next_day(self, found: DayToClose) -> str:
        """The visits of the next working day."""
        told = self.tr("{date} · visits: {count}, still to confirm: {open}")
        day = self._context.formatting.weekday_date(found.next_day)
        return told.format(date=day, count=found.next_visits, open=found.to_confirm)

    def backup(self, state: BackupState) -> tuple[str, str]:
        """How safe the day's work is."""
        if not self._context.session.is_practice_data:
            return "info", self.tr("Invented patients need no backup.")
        if state.last_good_at is None:
            words = self.tr("No backup was made yet.")
        else:
            when = self._context.formatting.date_time(state.last_good_at)
            words = self.tr("The last good backup is of {when}.").format(when=when)
        if state.last_problem is not None:
            return "high", " ".join((words, self.tr("The newest try failed: tell an administrator.")))
        if state.at_quit:
            return "info", " ".join((words, self.tr("The next one is made when the program is closed.")))
        return ("caution" if state.overdue else "info"), words

    def done(self, handoff: Handoff) -> str:
        """Who did what, one line for each person."""
        if not handoff.people:
            return self.tr("Nothing was changed today.")
        return "\n".join(f"{who}: {_counted(did)}" for who, did in handoff.people)

    def left(self, handoff: Handoff) -> str:
        """What is left open."""
        counts = _counted([each for each in handoff.left if each[1]])
        return self.tr("Left open: {counts}").format(counts=counts) if counts else self.tr("Nothing is left open.")

    def told(self, name: str, word: str) -> str:
        """What became of a visit, for the toast."""
        return self.tr("{name}: {status}.").format(name=name, status=word)


def _counted(counts: Iterable[tuple[str, int]]) -> str:
    return " · ".join(f"{what}: {count}" for what, count in counts)
