"""The screens on the tour: every list, every tab of a full chart, look-alikes, every section of Admin."""

from __future__ import annotations

from typing import TypeVar

from ui.page import Page
from ui.pages.admin import AdminPage
from ui.pages.chart import ChartPage
from ui.pages.duplicates import DuplicatesPage
from ui.pages.outcomes import OutcomesPage
from ui.pages.populations import PopulationsPage
from ui.tour import contact_sheet, proof
from ui.tour.driver import Driver, TourStuck

P = TypeVar("P", bound=Page)
_LISTS = (
    ("Ctrl+1", "today"),
    ("Ctrl+2", "patients"),
    ("Ctrl+3", "calendar"),
    ("Ctrl+4", "referrals"),
    ("Ctrl+5", "caseload"),
)


def walk(driver: Driver) -> None:
    """Make the sample practice and look at all a coordinator sees of it."""
    driver.keeper.start(sample=True)
    driver.until(lambda: driver.keeper.workplace is not None, "the sample practice")
    driver.show_main_window()
    screens(driver)
    chart(driver)
    look_alikes(driver)


def screens(driver: Driver) -> None:
    """The lists of the day, populations and outcomes."""
    for key, name in _LISTS:
        driver.press(key)
        driver.picture(f"sample-{name}")
    proof.populations(driver, _page(driver, PopulationsPage))
    proof.outcomes(driver, _page(driver, OutcomesPage))


def chart(driver: Driver) -> None:
    """The patient of the most urgent line, tab by tab; then every page this patient can take home."""
    driver.press("Ctrl+1", "Return")
    page = _page(driver, ChartPage)
    driver.until(lambda: page.chart is not None, "the chart")
    for _ in range(page.tabs.count()):
        driver.picture(f"sample-chart-{page.current_tab().replace('_', '-')}")
        driver.press("Ctrl+Tab")
    if page.chart is not None:
        contact_sheet.keep(driver, page.chart.banner.head.id)


def look_alikes(driver: Driver) -> None:
    """Two records that may be one person, side by side, and what a merge would move."""
    _command(driver, "look-alikes")
    if not _page(driver, DuplicatesPage).isVisible():
        raise TourStuck("look-alikes did not open")
    driver.picture("look-alikes")
    driver.press("Ctrl+M")
    driver.picture("merge")
    driver.press("Esc")


def admin(driver: Driver) -> None:
    """The practice's set-up, section by section."""
    driver.press("Ctrl+9")
    page = _page(driver, AdminPage)
    page.list.setCurrentRow(0)
    for name in page.sections:
        driver.picture(f"admin-{name.replace('_', '-')}")
        driver.press("Ctrl+PgDown")
    _command(driver, "imports")
    driver.picture("imports")
    driver.press("Esc")


def _command(driver: Driver, words: str) -> None:
    driver.press("Ctrl+1", "Ctrl+K")
    driver.write(words)
    driver.press("Return")


def _page(driver: Driver, kind: type[P]) -> P:
    workplace = driver.keeper.workplace
    found = [page for page in workplace.window.pages.values() if isinstance(page, kind)] if workplace else []
    if not found:
        raise TourStuck(f"there is no {kind.__name__}")
    return found[0]
