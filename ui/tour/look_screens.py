"""One walk through every screen in one look: the lists of the day, calendar, referrals, charts, caseload and Admin."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TypeVar

from PySide6.QtWidgets import QDialog

from ui.main_window import MainWindow
from ui.page import Page
from ui.pages.admin import AdminPage
from ui.pages.calendar import CalendarPage
from ui.pages.calendar_shown import CLINICIANS, ROOMS, WEEK
from ui.pages.caseload import CaseloadPage
from ui.pages.caseload_tabs.case_review import CaseReviewPart
from ui.pages.chart import ChartPage
from ui.pages.exchange import ExchangePage
from ui.pages.exchange_words import MODES
from ui.pages.patients import PatientsPage
from ui.pages.referrals import ReferralsPage
from ui.pages.today import TodayPage
from ui.tour import look_rights as rights
from ui.tour.driver import Driver, TourStuck

P = TypeVar("P", bound=Page)
_DAYS = 4  # a weekend and a holiday are over by then
_LISTS = ("all", "arrivals", "tomorrow", "follow_up", "unscheduled", "quiet", "wait_list")


def _has_chart(page: ChartPage) -> bool:
    return page.chart is not None


class Screens:
    """Takes a picture of every screen and of every form that opens from it."""

    def __init__(self, driver: Driver, window: MainWindow) -> None:
        self.driver, self.window, self.context = driver, window, window.context
        self.number = 0

    def walk(self) -> None:
        """Everything somebody sees in a day."""
        self.today()
        self.calendar()
        self.referrals()
        self.patients()
        self.chart()
        self.caseload()
        self.exchange()
        self.team_work()
        self.admin()

    def today(self) -> None:
        """The seven lists and what opens from them."""
        page = self._open(TodayPage)
        for name in _LISTS:
            self.run(f"today.list_{name}")
            page.stack.shown.setFocus()
            self.take(f"today-{name.replace('_', '-')}")
        self.run("today.list_tomorrow")
        self.form("today.wait", "wait-list-form")
        self.run("today.list_follow_up")
        self.form("today.log_contact", "call-card")
        page.stack.list.selectAll()
        if self.context.actions.is_enabled("today.letters"):
            self.run("today.letters")
            self.take("letters")
            self.driver.press("Return")  # the button that is chosen makes them
            self.dialog("letters-preview")
        self.run("today.list_all")
        self.form("today.hold", "hold")
        self.form("today.close_day", "close-the-day")

    def calendar(self) -> None:
        """Day, rooms, week and list, the tray beside them, and the forms."""
        page = self._open(CalendarPage)
        page.go_today()
        self.driver.settle()
        for _ in range(_DAYS):
            if page.shown.visits():
                break
            page.step(1)
            self.driver.settle()
        for view in (CLINICIANS, ROOMS, WEEK):
            page.use_view(view)
            self.take(f"calendar-{view}")
        page.use_view(CLINICIANS)
        page.toggle_view()
        self.take("calendar-list")
        visits = page.shown.visits()
        page.toggle_view()
        self.form("calendar.print_day", "day-sheet")
        self.form("calendar.book_due", "book-what-is-due")
        if visits:
            page.booking.open_visit(visits[0])
            self.dialog("visit")
            page.booking.record_outside(visits[0].head.id)
            self.dialog("visit-elsewhere")
            page.booking.book(visits[0].head.id)
            self.dialog("booking")

    def referrals(self) -> None:
        """Board, table, the referral beneath them, and the forms."""
        page = self._open(ReferralsPage)
        page.focus_first()
        self.take("referrals-board")
        self.run("referrals.as_table")
        self.take("referrals-table")
        self.form("referrals.advance", "referral-next-step")
        self.form("referrals.packet", "referral-packet")
        if (row := page.current_row()) is not None:
            page.new(row.head.id)
            self.dialog("new-referral")
        self.run("referrals.as_table")

    def patients(self) -> None:
        """Everybody, and the form for somebody new."""
        page = self._open(PatientsPage)
        page.view.set_on(["all"])
        page.refresh()
        page.table.setFocus()
        self.take("patients")
        self.context.finding.look_for("Quill  ")  # somebody who is not there: only then somebody new is registered
        self.form("patient.new", "new-patient")

    def chart(self) -> None:
        """Every tab of the chart of the most urgent line of Today, and the forms that open over it."""
        today = self._open(TodayPage)
        self.run("today.list_all")
        row = today.stack.current_row()
        if row is None or row.head is None:
            return
        self.context.navigation.open_chart(row.head.id)
        page = self.page(ChartPage)
        self.driver.until(lambda: page.chart is not None, "the chart")
        for tab in range(page.tabs.count()):
            page.tabs.setCurrentIndex(tab)
            page.focus_first()
            self.take(f"chart-{page.current_tab().replace('_', '-')}")
        page.show_tab("summary")
        for action_id in ("plan.new_action", "chart.log_contact", "appointment.series", "patient.print_next_steps"):
            self.form(action_id, action_id.split(".")[1].replace("_", "-"))
        rights.walk(self, page)

    def caseload(self) -> None:
        """Who is followed, discharges with their clocks, the end of the month."""
        page = self._open(CaseloadPage)
        for part in page.parts:
            page.show_part(part.name)
            self.take(f"caseload-{part.name.replace('_', '-')}")

    def exchange(self) -> None:
        """What came in, what waits, what failed and what left."""
        page = self._open(ExchangePage)
        for mode in MODES:
            page.show_list(mode)
            self.driver.settle()
            page.focus_first()
            self.take(f"exchange-{mode}")

    def team_work(self) -> None:
        """Charts with a question to the team, a recommendation, a relapse-prevention plan."""
        today = self._open(TodayPage)
        self.run("today.list_all")
        self.run("today.everyone")
        rows = today.work.rows if today.work is not None else ()
        asked = next((row.head for row in rows if row.kind == "question" and row.head is not None), None)
        caseload = self._open(CaseloadPage)
        caseload.show_part("case_review")
        self.driver.settle()
        reviewed = [row for part in caseload.parts if isinstance(part, CaseReviewPart) for row in part.table.rows()]
        advised = next((row.head for row in reviewed if row.open), None)
        planned = next((row.head for row in reviewed if row.plan_check_on is not None), None)
        for name, head, tab in (
            ("question", asked, "notes"), ("letter", asked, "documents"), ("recommendation", advised, "collaborative"),
            ("relapse-plan", planned, "collaborative"),
        ):  # fmt: skip
            if head is not None:
                self.context.navigation.open_chart(head.id, tab=tab)
                page = self.page(ChartPage)
                self.driver.until(partial(_has_chart, page), "the chart")
                self.take(f"chart-with-{name}")

    def admin(self) -> None:
        """The practice's set-up, section by section."""
        page = self._open(AdminPage)
        for place, name in enumerate(page.sections):
            page.list.setCurrentRow(place)
            self.take(f"admin-{name.replace('_', '-')}")
        if "audit" in page.sections:
            page.choose("audit")
            self.form("admin.audit.receipt", "audit-receipt")
            self.form("admin.audit.looked", "who-looked")
        rights.safety(self)

    def page(self, kind: type[P]) -> P:
        found = [page for page in self.window.pages.values() if isinstance(page, kind)]
        if not found:
            raise TourStuck(f"there is no {kind.__name__}")
        return found[0]

    def _open(self, kind: type[P]) -> P:
        page = self.page(kind)
        self.context.navigation.open(page.name)
        self.driver.settle()
        return page

    def run(self, action_id: str) -> None:
        """Run a command and wait for what comes of it."""
        self.context.actions.trigger(action_id)
        self.driver.settle()

    def form(self, action_id: str, name: str) -> None:
        """The form a command opens; where there is nothing to open it for there is no picture."""
        if action_id in self.context.actions and self.context.actions.is_enabled(action_id):
            self.run(action_id)
            self.dialog(name)

    def dialog(self, name: str) -> None:
        """What is open now, pictured and closed again."""
        self.driver.settle()
        open_now = list(self._dialogs())
        if open_now:
            self.take(name)
        for dialog in reversed(open_now):
            dialog.reject()
        self.driver.settle()

    def _dialogs(self) -> Iterator[QDialog]:
        yield from (each for each in self.window.findChildren(QDialog) if each.isVisible())

    def take(self, name: str) -> None:
        """A picture of what is in front."""
        self.driver.stay()
        self.number += 1
        self.driver.picture(name, self.number)
