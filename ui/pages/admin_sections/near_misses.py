"""Section: errors and near misses, followed up, counted by kind and month, reviewed and closed."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from icm_desktop.contracts.demographics import Choices
from icm_desktop.contracts.near_misses import (
    CLOSED,
    OPEN,
    REVIEWED,
    NearMisses,
    NearMissRow,
    NearMissSaved,
    SetNearMissStatus,
)
from icm_desktop.permissions import Privilege
from ui.context import AppContext
from ui.dialogs.near_miss import follow_up_near_miss, note_near_miss
from ui.dialogs.outcome import Outcome
from ui.feedback import Level
from ui.pages.admin_sections.list_section import ListSection
from ui.pages.admin_sections.section import ADD, CHANGE, Command
from ui.tables.base import Chip, Column

_MINE, _DONE = "mine", "closed"
_LATE = dt.date.max


class NearMissesSection(ListSection[NearMissRow]):
    """What went wrong or nearly did; the front desk sees what it noted itself."""

    name = "near_misses"
    icon = "shield-alert"
    opens = changes = Privilege.NEAR_MISS_NOTE
    shows = frozenset({"near_miss"})

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        self._lists: Choices | None = None
        self.month, self.kind = QComboBox(), QComboBox()
        super().__init__(context, parent)
        self._rows: tuple[NearMissRow, ...] = ()

    @staticmethod
    def title() -> str:
        return QCoreApplication.translate("NearMissesSection", "Near misses")

    def intro(self) -> str:
        if not self._reads:
            return self.tr("What you noted. Colleagues follow it up; it is about what happened, never about blame.")
        return self.tr(
            "Errors and near misses: what happened, who looks after it, what was changed. Never about blame. "
            "Ctrl+Shift+N notes one from anywhere."
        )

    @property
    def _reads(self) -> bool:
        return self.context.may(Privilege.NEAR_MISS_READ)

    def nothing(self) -> tuple[str, str]:
        return self.tr("Nothing noted."), self.tr("Ctrl+Shift+N notes an error or near miss from anywhere, in seconds.")

    def _lay_out(self) -> None:
        super()._lay_out()
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(0, 0, 0, 0)
        for box, name in ((self.month, self.tr("Month")), (self.kind, self.tr("Kind"))):
            box.setAccessibleName(name)
            box.setMinimumHeight(self.context.theme.px(32))
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            box.currentIndexChanged.connect(lambda _at: self.search_changed())
            row.addWidget(box)
        row.addStretch(1)
        self.body.insertWidget(self.body.indexOf(self.stack), bar)
        bar.setVisible(self._reads)

    # what it shows

    def refresh(self) -> None:
        if self._lists is None:
            self.context.jobs.run("queries.team.words", QLocale().name(), owner=self, done=self._words_came)
        if self._reads:
            self.asked.ask("queries.near_misses.near_misses", done=self._found)
        else:
            self.asked.ask("queries.near_misses.noted_by_me", done=self._came)

    def _words_came(self, lists: Choices) -> None:
        self._lists = lists
        self._came(self._rows)

    def _found(self, found: NearMisses) -> None:
        self._came(found.rows)

    def _came(self, rows: tuple[NearMissRow, ...]) -> None:
        self._rows = rows
        months = Counter(self._month(row) for row in rows)
        kinds = Counter(row.kind for row in rows)
        self._fill(
            self.month, self.tr("All months"), [(one, self._month_words(one)) for one in sorted(months)[::-1]], months
        )
        self._fill(self.kind, self.tr("All kinds"), sorted((one, self._kind_of(one)) for one in kinds), kinds)
        self.show_rows(rows)

    @staticmethod
    def _fill(box: QComboBox, everything: str, rows: Iterable[tuple[str, str]], counts: Counter[str]) -> None:
        """Each choice with how many there are; the one that is chosen stays."""
        chosen = box.currentData()
        box.blockSignals(True)
        box.clear()
        box.addItem(f"{everything} ({counts.total()})", None)
        for key, words in rows:
            box.addItem(f"{words} ({counts[key]})", key)
        box.setCurrentIndex(max(box.findData(chosen), 0))
        box.blockSignals(False)

    @staticmethod
    def _month(row: NearMissRow) -> str:
        return row.happened_on.isoformat()[:7]

    def _month_words(self, month: str) -> str:
        return self.context.formatting.partial_date(month)

    def _kind_of(self, kind: str) -> str:
        return self._lists.words("near_miss_kind", kind) if self._lists is not None else kind

    def filters(self) -> Sequence[tuple[str, str]]:
        if not self._reads:
            return ()
        return ((_MINE, self.tr("Mine to follow up")), (_DONE, self.tr("Closed too")))

    def keeps(self, row: NearMissRow, on: frozenset[str]) -> bool:
        month, kind = self.month.currentData(), self.kind.currentData()
        counted = month is not None or kind is not None  # the rows behind a number are all of them
        if not self._reads:
            return True
        return (
            (_DONE in on or counted or row.status != CLOSED)
            and (_MINE not in on or row.mine)
            and (month is None or self._month(row) == month)
            and (kind is None or row.kind == kind)
        )

    def columns(self) -> Sequence[Column[NearMissRow]]:
        shown = self.context.formatting
        return (
            Column("state", self.tr("State"), lambda row: self._chip(row).word, width=12, chip=self._chip),
            Column("day", self.tr("Happened"), lambda row: shown.date(row.happened_on), lambda row: row.happened_on,
                   width=12),
            Column("kind", self.tr("Kind"), lambda row: self._kind_of(row.kind), width=17),
            Column("text", self.tr("What happened"), lambda row: " ".join(row.text.split()), stretch=True,
                   tip=lambda row: row.text),
            Column("patient", self.tr("Patient"), lambda row: shown.name(row.head) if row.head else "", width=14),
            Column("owner", self.tr("Looks after it"), lambda row: row.owner.name if row.owner else "", width=11),
            Column("due", self.tr("Until"), lambda row: shown.date(row.due_on) if row.due_on else "",
                   lambda row: row.due_on or _LATE, width=12),
            Column("changed", self.tr("What was changed"), lambda row: row.changed_text or "", width=24, hidden=True),
            Column("reached", self.tr("Reached the patient"), self._reached, width=12, hidden=True),
            Column("noted", self.tr("Noted by"), lambda row: row.noted_by or "", width=14, hidden=True),
            Column("reviewed", self.tr("Reviewed by"), lambda row: row.reviewed_by or "", width=14, hidden=True),
        )  # fmt: skip

    def _reached(self, row: NearMissRow) -> str:
        words = {None: self.tr("not known"), True: self.tr("yes"), False: self.tr("no")}
        return words[row.reached_patient]

    def _chip(self, row: NearMissRow) -> Chip:
        if row.days_late:
            return Chip(Level.HIGH, self.tr("Overdue"))
        return {
            OPEN: Chip(Level.CAUTION, self.tr("Open")),
            REVIEWED: Chip(Level.INFO, self.tr("Reviewed")),
            CLOSED: Chip(Level.GOOD, self.tr("Closed")),
        }[row.status]

    def row_id(self, row: NearMissRow) -> Hashable:
        return row.id

    # commands

    def words(self) -> Mapping[str, str]:
        found = {ADD: self.tr("&Note one…")}
        return found | {CHANGE: self.tr("&Follow up…")} if self._reads else found

    def commands(self) -> Iterable[Command]:
        yield Command("review", self.tr("&Reviewed"), self.review, "check")
        yield Command("close", self.tr("C&lose"), self.close_it, "check-check")
        yield Command("reopen", self.tr("&Open again"), self.reopen, "undo-2")
        yield Command("count", self.tr("Count &by month…"), self.count, "list")

    def fits(self, action_id: str, row: NearMissRow) -> bool:
        reviews = self.context.may(Privilege.NEAR_MISS_REVIEW)
        return {
            CHANGE: self._reads and row.status != CLOSED,
            "review": reviews and row.status == OPEN,
            "close": reviews and row.status != CLOSED,
            "reopen": reviews and row.status != OPEN,
            "count": self._reads,
        }.get(action_id, True)

    def add(self) -> None:
        note_near_miss(self.context, self, self.tr("Noted. Thank you."), self.tr("note a near miss"))

    def change(self) -> None:
        row, lists = self.row, self._lists
        if row is None or lists is None or not self.fits(CHANGE, row):
            return
        follow_up_near_miss(self.context, row, lists, self, self._saved)

    def _saved(self, saved: NearMissSaved) -> None:
        self.go_to(saved.near_miss_id)
        self.done(self.tr("Saved."), self.tr("follow up a near miss"), saved.changes)

    def review(self) -> None:
        """Somebody who may has read it."""
        self._set(REVIEWED, self.tr("Reviewed."))

    def close_it(self) -> None:
        """It says what was changed, and nothing is left to do."""
        self._set(CLOSED, self.tr("Closed."))

    def reopen(self) -> None:
        """There is something left to do after all."""
        self._set(OPEN, self.tr("Open again."))

    def _set(self, status: str, told: str) -> None:
        if (row := self.row) is not None:
            self.context.jobs.run(
                "services.near_misses.set_status", SetNearMissStatus(row.id, row.version, status), owner=self,
                done=lambda saved: self.done(told, told, saved.changes), failed=self.context.feedback.refuse,
            )  # fmt: skip

    def count(self) -> None:
        """How many of each kind in each month, and what they were."""
        behind: dict[tuple[str, str], list[NearMissRow]] = {}
        for row in self._rows:
            behind.setdefault((self._month(row), row.kind), []).append(row)
        shown = self.context.formatting
        rows = [
            (self._month_words(month), self._kind_of(kind), str(len(those)), "; ".join(
                f"{shown.date(one.happened_on)} {shown.short_name(one.head) if one.head else ''}".strip()
                for one in those))
            for (month, kind), those in sorted(behind.items(), reverse=True)
        ]  # fmt: skip
        headers = (self.tr("Month"), self.tr("Kind"), self.tr("How many"), self.tr("Which"))
        Outcome(
            self.tr("Near misses"), self.tr("Near misses by month and kind"), headers, rows, (), self.window()
        ).show()
