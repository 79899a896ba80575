"""Populations and outcomes on the tour: lists and rules, figures and names behind them, savings, surveys, a report."""

from __future__ import annotations

from functools import partial

from ui.dialogs.outcome_people import OutcomePeopleDialog
from ui.dialogs.population_rule import PopulationRuleDialog
from ui.dialogs.savings import SavingsWindow
from ui.dialogs.sheet_preview import SheetPreview
from ui.dialogs.surveys import SurveysWindow
from ui.pages.outcomes import OutcomesPage
from ui.pages.populations import PopulationsPage
from ui.tour.driver import Driver

_FIGURES = (("CMS165", "measure"), ("emergency-visits", "use"), ("near-misses", "few"))


def populations(driver: Driver, page: PopulationsPage) -> None:
    """Everybody on a list with what puts them there, a list of nobody, and the form of a rule."""
    driver.press("Ctrl+6")
    driver.until(lambda: bool(page.table.rows()), "the people of a population")
    driver.picture("sample-populations")
    page.table.setFocus()
    driver.press("Down")
    driver.picture("populations-evidence")
    nobody = next((at for at, row in enumerate(page.list.rows()) if row.members == 0), None)
    if nobody is not None:
        page.list.setFocus()
        page.list.setCurrentIndex(page.list.model().index(nobody, 0))
        driver.until(lambda: not page.table.rows(), "a list of nobody")
        driver.picture("populations-empty")
    driver.press("Ctrl+Shift+R")
    driver.front(PopulationRuleDialog)
    driver.picture("populations-rule")
    driver.press("Esc")


def _is_shown(page: OutcomesPage, figure: str) -> bool:
    return page.detail.row is not None and page.detail.row.id == figure


def outcomes(driver: Driver, page: OutcomesPage) -> None:
    """The board, figures of each kind, who is behind one, beside the year before by clinician, and what else opens."""
    driver.press("Ctrl+7")
    driver.until(lambda: any(tile.row.id == "CMS165" for tile in page.board.tiles), "the quality measures")
    driver.picture("sample-outcomes")
    for figure, name in _FIGURES:
        page.board.focus_on(figure)
        driver.until(partial(_is_shown, page, figure), figure)
        driver.picture(f"outcomes-{name}")
    page.board.focus_on("CMS165")
    driver.until(lambda: bool(page.detail.row and page.detail.row.line), "the course of a measure")
    driver.press("Ctrl+Shift+T")
    driver.picture("outcomes-table")
    driver.press("Ctrl+Shift+T")
    page.board.focus_on("CMS165")
    driver.press("Return")
    driver.front(OutcomePeopleDialog)
    driver.picture("outcomes-names")
    driver.press("Esc")
    page.filters.by.setCurrentIndex(page.filters.by.findData("clinician"))
    page.filters.beside.setCurrentIndex(page.filters.beside.findData("before"))
    driver.until(lambda: bool(page.detail.row and page.detail.row.id == "CMS165" and page.detail.row.before), "groups")
    driver.picture("outcomes-compared")
    more(driver)


def more(driver: Driver) -> None:
    """Savings with their warning, surveys, and the report as it is printed."""
    driver.press("Ctrl+Shift+V")
    savings = driver.front(SavingsWindow)
    driver.until(lambda: savings.group.count() > 1, "groups of people")
    savings.group.setCurrentIndex(max(1, savings.group.findData("population:emergency-often")))
    savings.ask()
    driver.until(lambda: savings.found is not None, "what a program saved")
    driver.picture("savings")
    driver.press("Esc", "Ctrl+Shift+Y")
    driver.front(SurveysWindow)
    driver.picture("surveys")
    driver.press("Esc", "Ctrl+P")
    driver.front(SheetPreview)
    driver.picture("outcomes-report")
    driver.press("Esc")
