"""The main job, chapter by chapter: from an empty computer to the page in the patient's hand."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from ui.dialogs.clinician import ClinicianDialog
from ui.dialogs.import_files import ImportDialog
from ui.dialogs.print_preview import PrintPreview
from ui.tour.driver import Driver, TourStuck
from ui.wizard.recovery import groups

PASSWORD = "slow brown rivers bend"  # noqa: S105  of a practice that is thrown away afterwards
PATIENT = "lópez 1958"


def first_run(driver: Driver) -> None:
    """A new practice, its first user, the recovery code typed back."""
    driver.keeper.start()
    driver.picture("first-run")
    driver.press("Return")
    driver.picture("new-or-sample-practice")
    driver.press("Return")
    driver.write("Larkspur Family Practice")
    driver.press("Tab")
    driver.write("555-010-0100")
    driver.press("Tab")
    driver.write("America/New_York")
    driver.picture("practice-and-file")
    driver.press("Return")
    driver.write("ada")
    driver.press("Tab")
    driver.write("short")
    driver.picture("password-too-short")
    driver.press("Ctrl+A")
    driver.write(PASSWORD)
    driver.press("Tab")
    driver.write(PASSWORD)
    driver.picture("first-user")
    driver.press("Return")
    wizard = driver.keeper.door.wizard if driver.keeper.door else None
    if wizard is None:
        raise TourStuck("the first run closed too early")
    driver.until(lambda: wizard.step is wizard.recovery, "the recovery code")
    driver.picture("recovery-code")
    driver.write(" ".join(groups(wizard.recovery.code.text())[-4:]))
    driver.press("Return")
    driver.until(lambda: driver.keeper.workplace is not None, "the main window")
    driver.show_main_window()
    driver.picture("empty-practice")


def import_records(driver: Driver, bundle: Path) -> None:
    """Import records that came from elsewhere, through the command palette and the file dialog."""
    driver.press("Ctrl+K")
    driver.write("import")
    driver.picture("command-palette")
    driver.press("Return")
    dialog = driver.front(ImportDialog)
    dialog.add([str(bundle)])  # as if dropped on it: a file dialog shows the folders of whoever takes the tour
    driver.picture("import-chosen")
    driver.press("Alt+I")
    driver.until(lambda: dialog.report is not None and dialog.report.isVisible(), "the report of the import")
    driver.picture("import-report")
    driver.press("Esc", "Esc")


def book(driver: Driver) -> None:
    """A clinician with hours, then the next visit at one of the numbered openings, and the day it is on."""
    driver.press("Ctrl+3")
    driver.picture("calendar-without-clinicians")
    driver.press("Ctrl+K")
    driver.write("clinicians and hours")
    driver.press("Return")
    dialog = driver.front(ClinicianDialog)
    for edit, text in (
        (dialog.names["prefix"], "Dr."),
        (dialog.names["given"], "Grace"),
        (dialog.names["family"], "Kim"),
    ):
        edit.setFocus()
        driver.write(text)
    for edit in dialog.hours[:5]:
        edit.setFocus()
        driver.write("8-12, 1-5")
    driver.picture("clinician-and-hours")
    driver.press("Ctrl+Return")
    driver.press("Ctrl+F")
    driver.write(PATIENT)
    driver.press("Return", "Ctrl+B")
    driver.picture("book-at-a-free-time")
    driver.press("3", "Ctrl+Return")
    driver.press("Ctrl+3", "Ctrl+Right")
    driver.picture("calendar-day")


def plan(driver: Driver) -> None:
    """Find the patient, read the summary, agree a goal and a next action."""
    driver.press("Ctrl+F")
    driver.write(PATIENT)
    driver.picture("find-patient")
    driver.press("Return")
    driver.picture("chart-summary")
    driver.press("Ctrl+N")
    driver.picture("new-menu")
    driver.press("G")
    driver.write("Quiero caminar a la iglesia sin parar")
    driver.picture("new-goal")
    driver.press("Ctrl+Return")
    driver.press("Ctrl+N", "T")
    driver.write("Call pharmacy about pill boxes @ada today")
    driver.picture("new-action")
    driver.press("Ctrl+Return")
    driver.press("Ctrl+Tab")
    driver.picture("care-plan")


def refer(driver: Driver) -> None:
    """Refer to the heart clinic and see it on the board."""
    driver.press("Ctrl+N", "R")
    driver.write("Cardiology")
    driver.press("Tab")
    driver.write("Short of breath on stairs, please see and advise")
    driver.press("Alt+T")
    driver.write("Lakeside")
    driver.press("Down", "Return")
    driver.picture("new-referral")
    driver.press("Ctrl+Return")
    driver.press("Ctrl+4")
    driver.picture("referrals-board")
    driver.press("Ctrl+Shift+V")
    driver.picture("referrals-table")
    driver.press("Ctrl+Shift+V")
    driver.press("Ctrl+.")
    driver.picture("next-step-of-a-referral")
    driver.press("Return")
    driver.picture("referral-sent")


def work(driver: Driver) -> None:
    """Today: log a call, put a row off, mark one done and take it back."""
    driver.press("Ctrl+1")
    driver.picture("today")
    driver.press("Ctrl+L")
    driver.picture("log-contact")
    driver.press("L", "Return")
    driver.picture("call-logged")
    driver.press("Ctrl+Z")
    driver.picture("call-undone")


def print_page(driver: Driver) -> None:
    """The page in the patient's hand: Spanish large print and English, each kept as PDF."""
    driver.press("Ctrl+F")
    driver.write(PATIENT)
    driver.press("Return")
    for language, letters, name in ((0, 0, "next-steps"), (1, 1, "next-steps-large-print-es")):
        driver.press("Ctrl+P")
        preview = driver.front(PrintPreview)
        _choose(driver, preview.options.language, language)
        _choose(driver, preview.options.letters, letters)
        driver.until(lambda preview=preview: preview.made is not None, "the page")  # type: ignore[misc]  # used at once
        driver.picture(f"print-{name}")
        if preview.made is not None:
            driver.pdf(name, preview.made.pdf)
        driver.press("Esc")


def lock(driver: Driver) -> None:
    """Half-typed text behind the lock is there again afterwards."""
    driver.press("Ctrl+N", "T")
    driver.write("Bring the blood pressure list")
    driver.press("Ctrl+Shift+L")
    driver.picture("locked")
    driver.write("wrong")
    driver.press("Return")
    driver.picture("wrong-password")
    driver.press("Ctrl+A")
    driver.write(PASSWORD)
    driver.press("Return")
    driver.until(lambda: driver.keeper.lock_screen is None, "the window behind the lock")
    driver.picture("back-at-the-same-place")
    driver.press("Esc")


def _choose(driver: Driver, box: QWidget, place: int) -> None:
    box.setFocus()
    driver.press("Home", *["Down"] * place)


def other_looks(driver: Driver) -> None:
    """The same chart dark, in high contrast and in Spanish."""
    for words, name in (("dark colours", "dark"), ("high contrast", "high-contrast"), ("light colours", "light")):
        driver.press("Ctrl+1", "Ctrl+K")
        driver.write(words)
        driver.press("Return")
        driver.picture(f"today-{name}")
    driver.press("Ctrl+K")
    driver.write("español")
    driver.press("Return")
    driver.show_main_window()
    driver.picture("today-in-spanish")
    driver.press("Ctrl+K")
    driver.write("English")
    driver.press("Return")
    driver.settle()


def walk(driver: Driver, bundle: Path) -> None:
    """Every chapter in order."""
    first_run(driver)
    import_records(driver, bundle)
    plan(driver)
    refer(driver)
    book(driver)
    work(driver)
    print_page(driver)
    lock(driver)
    other_looks(driver)
