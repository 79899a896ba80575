"""The screens of the day in every look: three practices, three themes, two languages, two sizes of text."""

from __future__ import annotations

import itertools
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtWidgets import QApplication, QDialog

from icm_desktop import paths
from ui.pages.calendar import CalendarPage
from ui.pages.calendar_shown import CLINICIANS, ROOMS, WEEK
from ui.pages.referrals import ReferralsPage
from ui.pages.today import TodayPage
from ui.sample import SAMPLE_PASSWORD
from ui.session_keeper import SessionKeeper
from ui.theme import Theme, ThemeName
from ui.tour.driver import Driver, TourStuck

USER = "ada"
PRACTICES = {"empty": 0, "typical": 60, "many": 2500}  # patients; of so many 500 stand in one list
THEMES = (ThemeName.LIGHT, ThemeName.DARK, ThemeName.CONTRAST)
LANGUAGES, SIZES = ("en", "es"), (10, 20)
SIZE = (1280, 800)
_DAYS = 4  # a weekend and a holiday are over by then
_LISTS = ("all", "arrivals", "tomorrow", "follow_up", "unscheduled", "quiet", "wait_list")


def walk(driver: Driver, prepare: Callable[[], SessionKeeper], wanted: str) -> None:
    """Every look, or those with this in their name ("typical-dark"); each has a folder of its own."""
    out = driver.out
    for practice in PRACTICES:
        looks = {
            f"{practice}-{theme.value}-{language}-{points}": (theme, language, points)
            for theme, language, points in itertools.product(THEMES, LANGUAGES, SIZES)
        }
        chosen = {name: look for name, look in looks.items() if wanted in ("all", *_beginnings(name))}
        if not chosen:
            continue
        driver.keeper = prepare()
        _sign_in(driver, _make(practice))
        for name, look in chosen.items():
            driver.out = out / name
            driver.out.mkdir(exist_ok=True)
            _Look(driver).walk(*look)
        driver.keeper.end()
        QApplication.closeAllWindows()
        QApplication.processEvents()


def _beginnings(name: str) -> Iterator[str]:
    parts = name.split("-")
    yield from ("-".join(parts[:many]) for many in range(1, len(parts) + 1))


def _make(practice: str) -> Path:
    """A practice of so many invented patients, made by the commands."""
    file = paths.data_folder() / f"{practice}.icm"
    environment = {**os.environ, "ICM_PASSWORD": SAMPLE_PASSWORD}
    everywhere = ["--database", str(file), "--user", USER, "--json"]
    orders = [["init", "--practice", "Larkspur Family Practice", "--time-zone", "America/New_York"]]
    if PRACTICES[practice]:
        orders.append(["demo", "--patients", str(PRACTICES[practice]), "--seed", "7"])
    for order in orders:
        command = [sys.executable, "-m", "icm_desktop", *everywhere, *order]
        subprocess.run(command, stdout=subprocess.DEVNULL, check=True, env=environment, cwd=paths.RESOURCES.parent)  # noqa: S603  our own words
    return file


def _sign_in(driver: Driver, file: Path) -> None:
    driver.keeper.language.use("en")  # the keys of the door are those of its language
    driver.keeper.start(file, USER)
    driver.press("Alt+P")
    driver.write(SAMPLE_PASSWORD)
    driver.press("Return")
    driver.until(lambda: driver.keeper.workplace is not None, "the main window")
    driver.settle()


class _Look:
    """One walk through the screens of the day in one look."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver
        self.number = 0

    def walk(self, theme: ThemeName, language: str, points: int) -> None:
        """Dress the window, then every screen and every form."""
        workplace = self.driver.keeper.workplace
        if workplace is None:
            raise TourStuck("nobody is signed in")
        Theme.current().apply(theme, points)
        workplace.language_wanted.emit(language)
        self.context = workplace.window.context
        self.window = workplace.window
        self.driver.settle()
        self.window.resize(*SIZE)
        self.today()
        self.calendar()
        self.referrals()

    def today(self) -> None:
        """The seven lists and what opens from them."""
        self._open("today")
        page = self.window.pages["today"]
        if not isinstance(page, TodayPage):
            raise TourStuck("there is no Today")
        for name in _LISTS:
            self._run(f"today.list_{name}")
            page.stack.shown.setFocus()
            self._take(f"today-{name.replace('_', '-')}")
        self._run("today.list_tomorrow")
        self._form("today.wait", "wait-list-form")
        self._run("today.list_follow_up")
        self._form("today.log_contact", "call-card")
        page.stack.list.selectAll()
        self._form("today.letters", "letters")
        self._run("today.list_all")
        self._form("today.hold", "hold")
        self._form("today.close_day", "close-the-day")

    def calendar(self) -> None:
        """Day, rooms, week and list, the tray beside them, and the forms."""
        self._open("calendar")
        page = self.window.pages["calendar"]
        if not isinstance(page, CalendarPage):
            raise TourStuck("there is no Calendar")
        for _ in range(_DAYS):
            if page.shown.visits():
                break
            page.step(1)
            self.driver.settle()
        for view in (CLINICIANS, ROOMS, WEEK):
            page.use_view(view)
            self._take(f"calendar-{view}")
        page.use_view(CLINICIANS)
        page.toggle_view()
        self._take("calendar-list")
        visits = page.shown.visits()
        page.toggle_view()
        self._form("calendar.book_due", "book-what-is-due")
        if visits:
            page.booking.open_visit(visits[0])
            self._dialog("visit")
            page.booking.record_outside(visits[0].head.id)
            self._dialog("visit-elsewhere")
            page.booking.book(visits[0].head.id)
            self._dialog("booking")
            self.context.navigation.open_chart(visits[0].head.id, tab="timeline")
            self._take("timeline")
            self._form("appointment.series", "series")

    def referrals(self) -> None:
        """Board, table, the referral beneath them, and the forms."""
        self._open("referrals")
        page = self.window.pages["referrals"]
        if not isinstance(page, ReferralsPage):
            raise TourStuck("there is no Referrals")
        page.focus_first()
        self._take("referrals-board")
        self._run("referrals.as_table")
        self._take("referrals-table")
        self._form("referrals.advance", "referral-next-step")
        self._form("referrals.packet", "referral-packet")
        if (row := page.current_row()) is not None:
            page.new(row.head.id)
            self._dialog("new-referral")
        self._run("referrals.as_table")

    def _open(self, page: str) -> None:
        self.context.navigation.open(page)
        self.driver.settle()

    def _run(self, action_id: str) -> None:
        self.context.actions.trigger(action_id)
        self.driver.settle()

    def _form(self, action_id: str, name: str) -> None:
        """The form a command opens; where there is nothing to open it for there is no picture."""
        if self.context.actions.is_enabled(action_id):
            self._run(action_id)
            self._dialog(name)

    def _dialog(self, name: str) -> None:
        self.driver.settle()
        for dialog in reversed(list(self._dialogs())):
            self._take(name)
            dialog.reject()
        self.driver.settle()

    def _dialogs(self) -> Iterator[QDialog]:
        yield from (each for each in self.window.findChildren(QDialog) if each.isVisible())

    def _take(self, name: str) -> None:
        self.number += 1
        self.driver.picture(name, self.number)
