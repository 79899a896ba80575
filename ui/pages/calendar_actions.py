"""The commands of the calendar."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from icm_desktop.permissions import Privilege
from ui.actions import GLOBAL, Action
from ui.dialogs.choose_patient import patient_in_view
from ui.letters import Letters
from ui.pages.calendar_shown import CLINICIANS, ROOMS, WEEK

if TYPE_CHECKING:
    from ui.pages.calendar import CalendarPage

_WHO = Privilege.APPOINTMENTS


def actions_of(page: CalendarPage) -> Iterable[Action]:
    """Everything that is done here, by menu, shortcut and palette."""
    yield from _Commands(page).all()


class _Commands:
    def __init__(self, page: CalendarPage) -> None:
        self.page = page

    @staticmethod
    def tr(text: str) -> str:
        """The text in the language of the screen."""
        return QCoreApplication.translate("_Commands", text)

    def all(self) -> Iterable[Action]:
        """New, visit, tray, ways to look, set-up."""
        page, here = self.page, self.page.name
        yield Action("appointment.new", self.tr("&Appointment"), page.new, None, "calendar-plus", "new", GLOBAL, _WHO,
                     (self.tr("book"), self.tr("visit")))  # fmt: skip
        yield Action("appointment.outside", self.tr("Visit &elsewhere"), page.booking.record_outside, None,
                     "building-2", "new", GLOBAL, _WHO, (self.tr("outside"), self.tr("hospital")))  # fmt: skip
        yield Action("appointment.series", self.tr("Visit ser&ies"), page.booking.book_series, None, "refresh-cw",
                     "new", GLOBAL, _WHO, (self.tr("every week"), self.tr("recurring")))  # fmt: skip
        yield Action("calendar.book", self.tr("&Book here"), page.book, "Ctrl+B", "calendar-plus", "work", here, _WHO)
        yield Action("calendar.open", self.tr("&Open visit"), page.open_current, None, "calendar-check", "work", here,
                     _WHO, (self.tr("arrived"), self.tr("no-show"), self.tr("cancel"), self.tr("move")))  # fmt: skip
        yield Action("calendar.chart", self.tr("Open c&hart"), page.open_chart, None, "file-text", "work", here, _WHO)
        yield from page.visit_acts.actions(here)
        yield from self._tray(here)
        yield from page.acts.actions(here, Privilege.DEMOGRAPHICS)
        yield from self._ways(here)
        yield Action("calendar.print_day", self.tr("&Print day sheet…"), page.print_day, "Ctrl+P", "printer", "file",
                     here, _WHO, (self.tr("day sheet"), self.tr("schedule")))  # fmt: skip
        letters = Letters(page.context, page)
        yield letters.action(here, lambda: letters.about_visits(page.current_visit(), page.shown.visits()))
        yield Action("calendar.write_file", self.tr("Write calendar &file…"), self._write, None, "download", "file",
                     here, _WHO, (self.tr("export"), "ics"))  # fmt: skip
        yield Action("calendar.read_file", self.tr("&Read visits elsewhere…"), self._read, None, "upload", "file",
                     GLOBAL, _WHO, (self.tr("import"), "ics", "csv"))  # fmt: skip
        yield Action("tools.clinicians", self.tr("&Clinicians and hours…"), page.booking.set_up_clinicians, None,
                     "stethoscope", "tools", GLOBAL, _WHO, (self.tr("calendar"), self.tr("working hours")))  # fmt: skip
        yield Action("tools.visit_types", self.tr("&Kinds of visit…"), page.booking.set_up_types, None, "timer",
                     "tools", GLOBAL, _WHO, (self.tr("appointment types"), self.tr("length")))  # fmt: skip

    def _write(self) -> None:
        """The visits from the day in view on as a calendar file."""
        self.page.files.write(self.page.day)

    def _read(self) -> None:
        """Visits elsewhere from a file, of the patient whose chart is open or by record number."""
        self.page.files.read(patient_in_view(self.page.context))

    def _tray(self, here: str) -> Iterable[Action]:
        page = self.page
        for action_id, words, act, key, picture in (
            ("calendar.pick_up", self.tr("Pick &up to move"), page.hands.pick_up, "Ctrl+X", None),
            ("calendar.put_down", self.tr("Put &down here"), page.hands.put_down, "Ctrl+V", None),
            ("calendar.book_due", self.tr("Book what is d&ue…"), page.hands.book, None, "calendar-clock"),
            ("calendar.hold_due", self.tr("&Hold until…"), page.hands.hold, "Ctrl+H", "clock"),
            ("calendar.no_booking", self.tr("&No appointment needed"), page.hands.leave, None, "check"),
            ("calendar.due_chart", self.tr("Chart of what is due"), page.hands.open_chart, None, "file-text"),
        ):
            yield Action(action_id, words, act, key, picture, "work", here, _WHO, group=3)

    def _ways(self, here: str) -> Iterable[Action]:
        page = self.page
        for action_id, words, act, key, picture in (
            ("calendar.before", self.tr("Day be&fore"), lambda: page.step(-1), "Ctrl+Left", "chevron-left"),
            ("calendar.after", self.tr("Day a&fter"), lambda: page.step(1), "Ctrl+Right", "chevron-right"),
            ("calendar.week_before", self.tr("Week before"), lambda: page.step(-7), "Ctrl+Shift+Left", None),
            ("calendar.week_after", self.tr("Week after"), lambda: page.step(7), "Ctrl+Shift+Right", None),
            ("calendar.today", self.tr("Go to &today"), page.go_today, "Ctrl+T", "calendar"),
            ("calendar.jump", self.tr("&Go to day…"), page.bar.ask_day, "Ctrl+G", None),
            ("calendar.by_clinician", self.tr("Day by c&linician"), lambda: page.use_view(CLINICIANS), "Alt+1", None),
            ("calendar.by_room", self.tr("Day by &room"), lambda: page.use_view(ROOMS), "Alt+2", None),
            ("calendar.week", self.tr("&Week"), lambda: page.use_view(WEEK), "Alt+3", None),
            ("calendar.as_list", self.tr("&List or day"), page.toggle_view, "Ctrl+Shift+V", "list"),
            ("calendar.filter", self.tr("F&ilter…"), page.filters.open, "Ctrl+Shift+F", "filter"),
            ("calendar.cancelled", self.tr("Show cance&lled visits"), page.bar.flip_cancelled, None, None),
            ("calendar.everything", self.tr("Show e&verything"), page.filters.clear, None, None),
            ("calendar.columns_before", self.tr("Columns before"), lambda: page.turn_columns(-1), "Ctrl+PgUp", None),
            ("calendar.columns_after", self.tr("Columns after"), lambda: page.turn_columns(1), "Ctrl+PgDown", None),
            ("calendar.months", self.tr("&Months"), page.halves.go_to_months, "Ctrl+M", None),
            ("calendar.tray", self.tr("&Needs booking beside the day"), page.halves.toggle, None, None),
        ):
            yield Action(action_id, words, act, key, picture, "view", here, _WHO, group=7)
