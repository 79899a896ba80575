"""What a hospital sends on the tour: who it is, what it tells otherwise, what cannot be read, and what left."""

from __future__ import annotations

from pathlib import Path

from icm_desktop.contracts.packages import SendPackage
from icm_desktop.contracts.plan_document import OTHER, PlanReader
from icm_desktop.contracts.record_export import RecordRequest
from ui.dialogs.import_files import ImportDialog
from ui.dialogs.merge_records import MergeDialog
from ui.tour.driver import Driver, TourStuck


def walk(driver: Driver, hospital: Path, unreadable: Path) -> None:
    """Take the files of a hospital in, match its patient, decide what it tells otherwise; every list of Exchange."""
    receive(driver, hospital, unreadable)
    driver.press("Ctrl+8")
    driver.picture("exchange-in")
    driver.press("Alt+2")
    driver.picture("exchange-matching")
    driver.press("Ctrl+M")
    driver.front(MergeDialog)
    driver.press("Ctrl+Return", "Alt+3")
    driver.picture("exchange-differences")
    driver.press("Ctrl+Return", "Space")
    driver.picture("exchange-field-by-field")
    driver.press("Ctrl+T", "Alt+4")
    driver.picture("exchange-failed")
    seal(driver, unreadable.with_name("sealed.icmx"))
    driver.press("Alt+5")
    driver.picture("exchange-out")
    driver.press("Alt+6")
    driver.picture("exchange-partners")


def seal(driver: Driver, path: Path) -> None:
    """Send the record of the first patient to another practice, as a sealed package."""
    workplace, sent = driver.keeper.workplace, list[object]()
    if workplace is None:
        raise TourStuck("nobody is signed in")
    whose = RecordRequest(1, PlanReader(OTHER, "Lakeside Heart Clinic", hearer="organization"))
    window = workplace.window
    window.context.jobs.run(
        "services.packages.send",
        SendPackage(whose, str(path), "treatment", "They treat her, too"),
        owner=window,
        done=sent.append,
    )
    driver.until(lambda: bool(sent), "a sealed package")


def receive(driver: Driver, *files: Path) -> None:
    """Import files as if they were dropped on the dialog."""
    driver.press("Ctrl+8", "Ctrl+K")
    driver.write("import")
    driver.press("Return")
    dialog = driver.front(ImportDialog)
    for name in dialog.paths():
        dialog.files.item(dialog.paths().index(name)).setSelected(True)
    dialog.remove_selected()
    dialog.add([str(file) for file in files])
    before = dialog.report
    driver.press("Alt+I")
    driver.until(lambda: dialog.report is not None and dialog.report is not before, "the report of the import")
    driver.press("Esc", "Esc")
