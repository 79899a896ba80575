"""One patient by keyboard: pathways confirmed, the plan signed and compared, a discharge followed, screening."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from ui.dialogs.action import ActionDialog
from ui.dialogs.conflicts import DecideConflictDialog
from ui.dialogs.discharge import DischargeDialog
from ui.dialogs.goal import GoalDialog
from ui.dialogs.log_contact import LogContactDialog
from ui.dialogs.plan_answer import AnswerDialog
from ui.dialogs.plan_concern import ConcernDialog
from ui.dialogs.plan_copy import CopyDialog
from ui.dialogs.plan_freeze import FreezeDialog
from ui.dialogs.plan_leftovers import LeftoversDialog
from ui.dialogs.plan_versions import PlanVersionsDialog
from ui.dialogs.reconcile import ReconcileDialog
from ui.dialogs.screening_form import ScreeningFormDialog
from ui.dialogs.set_up.adopt_pathway import AdoptPathwayDialog
from ui.dialogs.transition_acts import CloseTransitionDialog, SignStepDialog
from ui.page import Page
from ui.pages.care_plan import CarePlanTab
from ui.pages.caseload import CaseloadPage
from ui.pages.caseload_tabs.transitions import TransitionsPart
from ui.pages.chart import ChartPage
from ui.pages.chart_tab import ChartTab
from ui.pages.chart_tabs.conflicts import ConflictsTab
from ui.pages.chart_tabs.medicines import MedicinesTab
from ui.pages.chart_tabs.pathways import PathwaysTab
from ui.pages.chart_tabs.screening import ScreeningTab
from ui.pages.pathway_words import ALARM, SUGGESTED
from ui.tour.driver import Driver, TourStuck

P = TypeVar("P", bound=Page)
T = TypeVar("T", bound=ChartTab)


def find(driver: Driver, words: str) -> None:
    """Open the chart of the first patient found."""
    driver.press("Ctrl+F")
    driver.write(words)
    driver.press("Return")
    chart = page(driver, ChartPage)
    driver.until(lambda: chart.isVisible() and chart.chart is not None, "the chart")


def command(driver: Driver, words: str) -> None:
    """Run a command from the palette by its name."""
    driver.press("Ctrl+K")
    driver.write(words)
    driver.press("Return")


def page(driver: Driver, kind: type[P]) -> P:
    """The page of the main window of this kind."""
    workplace = driver.keeper.workplace
    found = [one for one in workplace.window.pages.values() if isinstance(one, kind)] if workplace else []
    if not found:
        raise TourStuck(f"there is no {kind.__name__}")
    return found[0]


def show_tab(driver: Driver, kind: type[T]) -> T:
    """Turn to a tab of the chart by its command."""
    tab = page(driver, ChartPage).tab_of(kind)
    command(driver, f"show {tab.title()}")
    driver.until(tab.isVisible, f"the tab {tab.title()}")
    driver.settle()
    return tab


def adopt(driver: Driver, pathway: str, clinician: str) -> None:
    """A clinician stands for a pathway, in Admin."""
    command(driver, "admin pathways")
    driver.press("Ctrl+Shift+F", "Ctrl+A")
    driver.write(pathway)
    driver.press("Down", "F2")
    driver.front(AdoptPathwayDialog)
    driver.write(clinician)
    driver.picture("adopt-a-pathway")
    driver.press("Ctrl+Return")
    driver.picture("pathways-of-the-practice")


def confirm_pathways(driver: Driver, patient: str) -> Sequence[str]:
    """Put the patient into every suggested pathway that is adopted; what the evidence said, line by line."""
    find(driver, patient)
    tab = show_tab(driver, PathwaysTab)
    evidence = [tab.row_sentence(row) for row in tab.table.rows() if row.kind == SUGGESTED]
    tab.table.setFocus()
    driver.press("Home")
    driver.picture("pathways-suggested")
    while (row := tab.table.current_row()) is not None and row.kind in (ALARM, SUGGESTED):
        adopted = row.kind == SUGGESTED and row.pathway.adoption_id is not None
        driver.press("Ctrl+Return" if adopted else "Down", *(("Home",) if adopted else ()))
    driver.picture("pathways-confirmed")
    return evidence


def due_on_today(driver: Driver, patient: str) -> None:
    """What the pathways make due, on Today with the patient's name typed."""
    driver.press("Ctrl+1", "Alt+1")
    command(driver, "show everyone")
    driver.press("Ctrl+Shift+F", "Ctrl+A")
    driver.write(patient)
    driver.press("Down")
    driver.picture("due-on-today")


def build_plan(driver: Driver, patient: str, concern: str, goal: str, action: str) -> None:
    """A concern in the patient's words, a measured goal under it, what is done for it."""
    find(driver, patient)
    show_tab(driver, CarePlanTab)
    driver.press("Ctrl+N", "C")
    driver.front(ConcernDialog)
    driver.write(concern)
    driver.picture("new-concern")
    driver.press("Ctrl+Return", "Ctrl+N", "G")
    driver.front(GoalDialog)
    driver.write(goal)
    driver.press("Alt+M")
    driver.write("A1c")
    driver.press("Alt+T")
    driver.write("< 8 %")
    driver.picture("measured-goal")
    driver.press("Ctrl+Return", "Ctrl+N", "T")
    driver.front(ActionDialog)
    driver.write(action)
    driver.press("Ctrl+Return")
    driver.picture("plan-built")


def sign_off(driver: Driver, name: str) -> PlanVersionsDialog:
    """Ask for sign-off, accept for oneself, record the patient's agreement and the copy; the window stays open."""
    command(driver, "sign-off")
    versions = driver.front(PlanVersionsDialog)
    driver.press("Alt+S")
    driver.front(FreezeDialog)
    driver.picture(f"{name}-who-signs")
    driver.press("Ctrl+Return")
    for _ in range(2):
        driver.press("Alt+A")
        driver.front(AnswerDialog)
        driver.press("Ctrl+Return")
    driver.press("Alt+P")
    driver.front(CopyDialog)
    driver.press("Ctrl+Return")
    driver.settle()
    driver.picture(name)
    return versions


def change_and_compare(driver: Driver, target: str) -> PlanVersionsDialog:
    """Another target for the goal the keyboard is on; its work is kept, a second version signed and compared."""
    driver.press("F2")
    driver.front(GoalDialog)
    driver.press("Alt+T", "Ctrl+A")
    driver.write(target)
    driver.press("Ctrl+Return")
    driver.front(LeftoversDialog)
    driver.picture("what-becomes-of-open-work")
    driver.press("Ctrl+Return")
    return sign_off(driver, "second-version")


def discharge(driver: Driver, patient: str, hospital: str) -> None:
    """A discharge typed in, an attempt, the contact made, a step signed, the transition closed."""
    driver.press("Ctrl+5", "Ctrl+Shift+2")
    board = page(driver, CaseloadPage).part_named("transitions")
    if not isinstance(board, TransitionsPart):
        raise TourStuck("there is no Transitions board")
    driver.press("Ctrl+N", "D")
    driver.write(patient)
    driver.press("Return")
    driver.front(DischargeDialog)
    driver.write(hospital)
    driver.press("Tab")
    driver.write("yesterday")
    driver.picture("discharge-typed")
    driver.press("Ctrl+Return")
    driver.until(lambda: board.current_row() is not None, "the discharge on the board")
    driver.picture("transitions-board")
    driver.press("F5", "Ctrl+L")
    driver.front(LogContactDialog)
    driver.press("N")
    driver.picture("no-answer")
    driver.press("Return", "Ctrl+L")
    driver.front(LogContactDialog)
    driver.press("R", "Return")
    driver.picture("contact-made")
    driver.press("Ctrl+.")
    driver.front(SignStepDialog)
    driver.press("Return", "Ctrl+D")
    driver.front(CloseTransitionDialog)
    driver.picture("close-with-what-is-owed")
    driver.press("Return")
    driver.picture("transition-closed")


def screen(driver: Driver, patient: str, digits: str) -> None:
    """PHQ-9 by digits, from the chart."""
    find(driver, patient)
    driver.press("Ctrl+N", "S")
    form = driver.front(ScreeningFormDialog)
    driver.write("PHQ-9")
    driver.until(lambda: form.instrument.id == "phq-9", "PHQ-9")
    driver.press("Return")
    driver.write(digits)
    driver.picture("phq-9")
    driver.press("Ctrl+Return")
    show_tab(driver, ScreeningTab)
    driver.picture("screening")


def check(driver: Driver, patient: str) -> Sequence[str]:
    """What contradicts itself in the patient's medicines and goals, line by line."""
    find(driver, patient)
    tab = show_tab(driver, ConflictsTab)
    driver.picture("conflicts")
    return [tab.row_sentence(row) for row in tab.table.rows()]


def conflict_board(driver: Driver) -> None:
    """What contradicts itself in the whole practice, the worst first, with who has it."""
    driver.press("Ctrl+5", "Ctrl+Shift+5")
    driver.picture("conflict-board")


def decide(driver: Driver, most: str, reason: str) -> None:
    """A clinician decides the conflict of two measured goals the list stands on; the value holds instead of both."""
    driver.press("Ctrl+Return")
    driver.front(DecideConflictDialog)
    driver.write(most)
    driver.press("Alt+R")
    driver.write(reason)
    driver.picture("decide-a-conflict")
    driver.press("Ctrl+Return")
    driver.picture("conflict-decided")
    show_tab(driver, CarePlanTab)
    driver.picture("plan-after-the-decision")


def medicines(driver: Driver, patient: str) -> None:
    """The list of medicines, a list read to us line by line, and both on one board with one decision for each."""
    find(driver, patient)
    show_tab(driver, MedicinesTab)
    driver.picture("medicines")
    driver.press("Ctrl+Return")
    form = driver.front(ReconcileDialog)
    form.lists.text.insertPlainText("metformin 500 mg twice a day\nibuprofen 400 mg as needed\nturmeric\n")  # pasted
    driver.picture("lists-to-compare")
    driver.press("Ctrl+Return")
    driver.until(lambda: form.compared is not None, "the lists side by side")
    driver.press("K")
    driver.picture("medicines-reconciled")
    driver.press("Esc")


def walk(driver: Driver, patient: str) -> None:
    """Every chapter in order, of one patient."""
    adopt(driver, "type 2 diabetes", "Dr. Grace Kim")
    confirm_pathways(driver, patient)
    due_on_today(driver, patient.split(maxsplit=1)[0])
    build_plan(
        driver, patient, "Me canso al subir la escalera", "Quiero ir a pie a la iglesia", "Call about A1c by fri"
    )
    sign_off(driver, "first-version")
    driver.press("Esc", "Home", "Down")
    change_and_compare(driver, "< 7.5 %")
    driver.press("Esc")
    screen(driver, patient, "2221111101")
    check(driver, patient)
    medicines(driver, patient)
    discharge(driver, patient, "Lakeside Hospital")
