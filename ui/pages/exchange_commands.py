"""The commands of the Exchange screen: which there are, which fit a row, and what they do with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any, Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit, QWidget

from icm_desktop.contracts.differences import DifferenceRow
from icm_desktop.contracts.exchange_rows import FailedRow, InRow, OutRow, SetAside
from icm_desktop.contracts.partners import SERVER, PartnerHealth
from icm_desktop.domain.differences import BOTH, MINE, SOME, THEIRS
from icm_desktop.permissions import Privilege
from ui.actions import GLOBAL, Action
from ui.context import AppContext
from ui.dialogs.differences import KEYS
from ui.dialogs.import_files import ImportDialog
from ui.difference_acts import DifferenceActs
from ui.pages.difference_view import DifferenceView
from ui.pages.exchange_acts import ExchangeActs
from ui.pages.exchange_out_words import ExchangeOutWords
from ui.pages.exchange_words import DIFFERENCES, FAILED, IN, MATCHING, OUT, PARTNERS
from ui.pair_acts import PairActs
from ui.tables.view import RowsTable

NAME = "exchange"
BUTTONS: Mapping[str, tuple[str, ...]] = {
    "file.imports": (IN,), "file.import": (IN,),
    "exchange.different": (MATCHING,), "exchange.merge": (MATCHING,),
    "exchange.mine": (DIFFERENCES,), "exchange.theirs": (DIFFERENCES,), "exchange.both": (DIFFERENCES,),
    "exchange.some": (DIFFERENCES,), "exchange.aside": (FAILED,), "exchange.again": (FAILED,),
    "exchange.open": (OUT,), "exchange.resend": (OUT,), "exchange.accounting": (OUT,),
    "exchange.settings": (PARTNERS,), "exchange.queue": (PARTNERS,), "exchange.pause": (PARTNERS,),
    "exchange.now": (PARTNERS,),
}  # fmt: skip
MAIN = ("file.import", "exchange.merge", "exchange.again", "exchange.open", "exchange.now")


class Screen(Protocol):
    """What the commands need of the page."""

    filter: QLineEdit
    difference: DifferenceView

    @property
    def table(self) -> RowsTable[Any]:
        """The list that is shown."""

    def show_page(self) -> None:
        """Open the page."""

    def show_list(self, mode: str) -> None:
        """Turn to a list."""

    def go(self) -> None:
        """Go where the row leads."""

    def open_chart(self) -> None:
        """Open the chart of whom the row is about."""

    def refresh(self) -> None:
        """Read the list anew."""


class ExchangeCommands(QObject):
    """Acts on the row the keyboard is on."""

    def __init__(self, context: AppContext, page: Any, acts: ExchangeActs) -> None:
        super().__init__(page)
        self._context, self._acts = context, acts
        self._page: Screen = page
        self._window: QWidget = page
        self._differences, self._pairs = DifferenceActs(context, page), PairActs(context, page)
        self._again: ImportDialog | None = None

    def enable(self, row: Any, mode: str, patient_id: int | None) -> None:
        """Offer what fits the row."""
        enable = self._context.actions.set_enabled
        for action_id, modes in BUTTONS.items():
            if action_id.startswith(NAME):
                enable(action_id, row is not None and mode in modes)
        enable("exchange.both", isinstance(row, DifferenceRow) and row.both)
        enable("exchange.some", isinstance(row, DifferenceRow) and len(row.fields) > 1 and not row.gone)
        enable("exchange.open", isinstance(row, OutRow) and row.pages_kept)
        enable("exchange.resend", isinstance(row, OutRow) and ExchangeOutWords.can_again(row))
        enable("exchange.accounting", isinstance(row, OutRow) and row.patient is not None)
        for action_id in ("exchange.now", "exchange.pause", "exchange.patients"):
            enable(action_id, isinstance(row, PartnerHealth) and row.kind == SERVER)
        enable("exchange.settings", mode == PARTNERS)
        enable("exchange.go", isinstance(row, InRow))
        enable("exchange.chart", patient_id is not None)

    # what there is

    def offered(self, lists: Sequence[tuple[str, str]]) -> Iterable[Action]:
        """Every command of the screen; `lists`: its lists with their names."""
        return (*self._of_screen(lists), *self._of_questions(), *self._of_out(), *self._of_partners())

    def _of_screen(self, lists: Sequence[tuple[str, str]]) -> tuple[Action, ...]:
        page = self._page
        return (
            Action("exchange.show", self.tr("E&xchange"), page.show_page, None, "move-horizontal", "work", GLOBAL,
                   Privilege.IMPORT, (self.tr("came in"), self.tr("inbox"), self.tr("partners"))),
            *(Action(f"exchange.list.{mode}", self.tr("Show {list}").format(list=words), partial(page.show_list, mode),
                     f"Alt+{place}", None, "view", NAME, group=2)
              for place, (mode, words) in enumerate(lists, start=1)),
            Action("exchange.find", self.tr("&Filter this list"), page.filter.setFocus, "Ctrl+Shift+F", "search",
                   "view", NAME),
            Action("exchange.go", self.tr("&Go to what waits"), page.go, None, "arrow-right", "work", _at(IN)),
            Action("exchange.again", self.tr("Run &again…"), self.run_again, "Ctrl+R", "refresh-cw", "work",
                   _at(FAILED)),
            Action("exchange.aside", self.tr("Set a&side"), self.set_aside, "Ctrl+D", "x", "work", _at(FAILED)),
            Action("exchange.chart", self.tr("&Open chart"), page.open_chart, None, "file-text", "work", NAME),
        )  # fmt: skip

    def _of_questions(self) -> tuple[Action, ...]:
        keys, here, write = dict(KEYS), _at(DIFFERENCES), Privilege.CLINICAL_WRITE
        return (
            Action("exchange.different", self.tr("&Not the same person"), self.not_the_same, "Ctrl+D", "split", "work",
                   _at(MATCHING), Privilege.DEMOGRAPHICS),
            Action("exchange.merge", self.tr("&Merge…"), self.merge, "Ctrl+M", "merge", "work", _at(MATCHING),
                   Privilege.MERGE),
            Action("exchange.mine", self.tr("Keep &ours"), partial(self.decide, MINE), keys[MINE], "check", "work",
                   here, write),
            Action("exchange.theirs", self.tr("Take &theirs"), partial(self.decide, THEIRS), keys[THEIRS], "import",
                   "work", here, write),
            Action("exchange.both", self.tr("&Both"), partial(self.decide, BOTH), keys[BOTH], "split", "work", here,
                   write),
            Action("exchange.some", self.tr("As &chosen below"), self.decide_fields, keys[SOME], "list", "work", here,
                   write),
        )  # fmt: skip

    def _of_out(self) -> tuple[Action, ...]:
        here, acts = _at(OUT), self._acts
        return (
            Action("exchange.open", self.tr("Open the &pages"), self._page.go, None, "file-text", "work", here),
            Action("exchange.resend", self.tr("Send a&gain…"), partial(self._do, acts.again), "Ctrl+R", "refresh-cw",
                   "work", here, Privilege.EXPORT),
            Action("exchange.accounting", self.tr("To &whom records went…"), partial(self._do, acts.accounting),
                   "Ctrl+D", "send", "work", here, Privilege.PATIENT_RIGHTS),
        )  # fmt: skip

    def _of_partners(self) -> tuple[Action, ...]:
        here, acts, care = _at(PARTNERS), self._acts, Privilege.EXPORT
        return (
            Action("exchange.now", self.tr("Ask &now"), partial(self._do, self._ask_now), "Ctrl+R", "download", "work",
                   here, care),
            Action("exchange.pause", self.tr("Pa&use, or go on"), partial(self._do, acts.pause), "Ctrl+D", "pause",
                   "work", here, Privilege.SETTINGS),
            Action("exchange.queue", self.tr("What wai&ts…"), partial(self._do, acts.queue), None, "list", "work",
                   here, care),
            Action("exchange.patients", self.tr("&Patients…"), partial(self._do, acts.patients), None, "users", "work",
                   here, care),
            Action("exchange.settings", self.tr("&Set up…"), acts.settings, None, "settings", "work", here, care),
        )  # fmt: skip

    def _do(self, act: Callable[[Any], None]) -> None:
        """Do something with the row the keyboard is on."""
        if (row := self._page.table.current_row()) is not None:
            act(row)

    def _ask_now(self, row: PartnerHealth) -> None:
        self._acts.ask_now(row, self._page.refresh)

    def not_the_same(self) -> None:
        """Note that the two are two people."""
        self._pairs.not_the_same(self._page.table.current_row())

    def merge(self) -> None:
        """Merge the pair: who came later into who was here."""
        self._pairs.merge(self._page.table.current_row())

    def decide(self, answer: str) -> None:
        """Decide about the fact the keyboard is on."""
        row = self._page.table.current_row()
        if isinstance(row, DifferenceRow):
            self._differences.decide(row, answer)

    def decide_fields(self) -> None:
        """Decide field by field; nothing chosen yet: go to the fields."""
        row = self._page.table.current_row()
        if isinstance(row, DifferenceRow) and not self._page.difference.taken:
            self._page.difference.table.setFocus()  # what to do there stands above the fields
        elif isinstance(row, DifferenceRow):
            answer, fields = self._page.difference.answer()
            self._differences.decide(row, answer, fields=fields)

    def run_again(self) -> None:
        """Import the files that failed once more; they can be changed before."""
        row = self._page.table.current_row()
        if isinstance(row, FailedRow):
            self._again = ImportDialog(self._context, self._window.window())
            self._again.read_again(row.paths, row.id)
            self._again.show()

    def set_aside(self) -> None:
        """Say that what failed is not wanted any more."""
        row = self._page.table.current_row()
        if isinstance(row, FailedRow):
            self._context.jobs.run("services.exchange.set_aside", row.id, owner=self, done=self._set_aside)

    def _set_aside(self, done: SetAside) -> None:
        self._context.feedback.done(self.tr("Set aside."), self.tr("set aside"), done.changes)


def _at(mode: str) -> str:
    """The context in which a list is shown."""
    return f"{NAME}.{mode}"
