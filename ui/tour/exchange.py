"""What a hospital sends on the tour: who it is, what it tells otherwise, what cannot be read, and what left."""

from __future__ import annotations

from pathlib import Path

from ui.dialogs.import_files import ImportDialog
from ui.dialogs.merge_records import MergeDialog
from ui.tour.driver import Driver


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
    driver.press("Ctrl+T", "Alt+4")
    driver.picture("exchange-failed")
    driver.press("Alt+5")
    driver.picture("exchange-out")


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
