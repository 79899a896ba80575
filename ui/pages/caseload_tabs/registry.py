"""The caseload itself: who is not reached or not getting better; F8 walks the flagged."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Signal

from icm_desktop.contracts.caseload import Caseload, CaseloadFilter, CaseloadRow
from icm_desktop.permissions import Privilege
from ui.actions import Action
from ui.context import AppContext
from ui.dialogs.list_sheet import show_list
from ui.dialogs.log_contact import LogContactDialog
from ui.pages.calendar_commands import Booking
from ui.pages.caseload_tabs.filtered_part import FilteredPart, PartFilters
from ui.pages.caseload_tabs.registry_detail import RegistryDetailPane
from ui.pages.caseload_words import CaseloadWords
from ui.pages.referrals_filters import KnownChoices
from ui.tables.view import RowsTable
from ui.widgets.filter_chips import FilterChips
from ui.widgets.labels import Text

_ROW = ("caseload.log", "caseload.book", "caseload.programs", "caseload.chart")
_MINE, _FLAGGED = "mine", "flagged"
_PRINTED = ("flag", "patient", "weeks", "last_contact", "next", "phq9", "gad7", "a1c", "bp", "consult", "minutes")


class RegistryFilters(PartFilters):
    """Mine; flagged; a program; one flag; words that are typed."""

    narrowed = Signal()  # only what shows of the answer changed

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self.chips = FilterChips([(_MINE, self.tr("Mine")), (_FLAGGED, self.tr("Flagged"))])
        self.program = KnownChoices(self.tr("Program"), self.tr("All programs"))
        self.flag = KnownChoices(self.tr("Flag"), self.tr("Any flag or none"))
        self.lay_out({"chips": self.chips}, self.tr("Filter these patients"), self.program, self.flag)
        self.program.activated.connect(lambda _at: self.narrowed.emit())
        self.flag.activated.connect(lambda _at: self.narrowed.emit())

    def asked(self) -> CaseloadFilter:
        """What is asked for."""
        return CaseloadFilter(_MINE in self.chips.on(), "", self.typed())

    def chosen(self) -> Sequence[str | None]:
        return self.program.chosen, self.flag.chosen


class RegistryPart(FilteredPart[CaseloadRow]):
    """The caseload board."""

    filters: RegistryFilters
    name = "registry"
    row_actions = _ROW
    shows = frozenset(
        {"program", "time", "contact", "appointment", "import", "patient", "referral", "goal", "care_plan", "worklist",
         "observation", "questionnaire_response", "plan", "case_review", "pathway", "safety_assessment"}
    )  # fmt: skip

    def title(self) -> str:
        return self.tr("Caseload")

    def build(self) -> None:
        self.words = CaseloadWords(self.context)
        self.booking = Booking(self.context, self)
        self._found: Caseload | None = None
        self.filters = RegistryFilters(self.context)
        self.strip = Text("body", "", wrap=True)
        self.table: RowsTable[CaseloadRow] = RowsTable(
            self.context, "caseload", self.words.columns(), lambda row: row.head.id, self.words.sentence, menu=_ROW
        )
        self.table.setAccessibleName(self.tr("Caseload"))
        self.detail = RegistryDetailPane(self.context, self.words, _ROW[:3])
        self.lay_out_filtered(self.detail, self.strip)
        self.filters.narrowed.connect(self._narrow)

    def refresh(self) -> None:
        self.asked.ask("queries.caseload.caseload", self.filters.asked(), done=self._show)

    def _show(self, found: Caseload) -> None:
        self._found = found
        self.filters.program.offer(name for row in found.rows for name in self.words.programs_of(row))
        self.filters.flag.offer(self.words.flag(one.rule.id) for row in found.rows for one in row.flags)
        self.strip.setText(self.words.strip(found) if found.rows else "")
        self.fill(found.rows)
        if self.filters.asked() == CaseloadFilter():
            self.badge_changed.emit(sum(self.words.is_flagged(row) for row in found.rows))

    def _narrow(self) -> None:
        self.table.set_filter(self._fits)
        self.row_changed()
        self.context.feedback.count(self.status())

    def fits(self) -> Callable[[CaseloadRow], bool]:
        return self._fits

    def _fits(self, row: CaseloadRow) -> bool:
        program, flag = self.filters.program.chosen, self.filters.flag.chosen
        return (
            (_FLAGGED not in self.filters.chips.on() or self.words.is_flagged(row))
            and (program is None or program in self.words.programs_of(row))
            and (flag is None or any(self.words.flag(one.rule.id) == flag for one in row.flags))
        )

    def say_empty(self) -> None:
        if self.filters.asked() == CaseloadFilter():
            words = self.tr("Open a chart and its tab Programs to enrol somebody, with consent.")
            self.empty.say(self.tr("Nobody is in a program yet."), words)
        else:
            self.empty.say(self.tr("No patient fits this filter."), self.tr("Turn a filter off to see more."))

    def status(self) -> str:
        return "" if self._found is None else self.shown_of_all()

    # commands

    def actions_offered(self, here: str) -> Iterable[Action]:
        yield Action("caseload.next_flagged", self.tr("Next &flagged"), self.next_flagged, "F8", "flag", "work", here)
        yield Action("caseload.previous_flagged", self.tr("&Previous flagged"), self.previous_flagged, "Shift+F8", None,
                     "work", here)  # fmt: skip
        yield Action("caseload.log", self.tr("&Log contact…"), self.log, "Ctrl+L", "phone", "work", here,
                     Privilege.CALL_LOG, (self.tr("call"),))  # fmt: skip
        yield Action("caseload.book", self.tr("&Book…"), self.book, "Ctrl+B", "calendar-plus", "work", here,
                     Privilege.APPOINTMENTS)  # fmt: skip
        yield Action("caseload.programs", self.tr("Programs and &minutes"), self.programs, "Ctrl+.", "timer", "work",
                     here)  # fmt: skip
        yield Action("caseload.chart", self.tr("&Open chart"), self.open_chart, None, "file-text", "work", here)
        yield Action("caseload.print", self.tr("Print the case &review…"), self.print_list, "Ctrl+P", "printer",
                     "file", here)  # fmt: skip
        yield Action("caseload.filter", self.tr("&Filter these patients"), self.to_filter, "Ctrl+Shift+F", "filter",
                     "view", here)  # fmt: skip

    def primary_action(self) -> str | None:
        return "caseload.next_flagged"

    def next_flagged(self) -> None:
        """The next flagged patient, round again."""
        self.walk(1, self.words.is_flagged, self._nobody())

    def previous_flagged(self) -> None:
        """The flagged patient before, round again."""
        self.walk(-1, self.words.is_flagged, self._nobody())

    def _nobody(self) -> str:
        return self.tr("Nobody is flagged in this list.")

    def log(self) -> None:
        """Log a contact with the patient."""

        def act(row: CaseloadRow) -> None:
            dialog = LogContactDialog(self.context, row.head, None, self.window())
            name = self.tr("log contact, {family}").format(family=row.head.family.upper())
            dialog.saved.connect(lambda done: self.context.feedback.done(dialog.told(), name, done.changes))
            dialog.open()

        self.on_row(act)

    def book(self) -> None:
        """Book a visit for the patient."""
        self.on_row(lambda row: self.booking.book(row.head.id))

    def programs(self) -> None:
        """Programs and minutes of the patient."""
        self.on_row(lambda row: self.context.navigation.open_chart(row.head.id, tab="programs"))

    def print_list(self) -> None:
        """The rows that show, to print for a case review."""
        if self._found is None:
            return
        title = self.tr("Case review")
        about = (self.words.strip(self._found), self.filters.words_on())
        show_list(self.context, self, self.table, title, about, only=_PRINTED)
