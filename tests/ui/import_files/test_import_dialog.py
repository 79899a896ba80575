"""Importing in the window, over the real encrypted database and the real reader."""

from __future__ import annotations

import json
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from icm_desktop.contracts.patients import PatientFilter
from icm_desktop.errors import JobCancelled, UserError
from icm_desktop.permissions import Role
from tests.ui.import_files.conftest import MARIA
from ui.dialogs.import_files import ImportDialog
from ui.jobs import InlineJobs
from ui.pages.patients import PatientsPage

TWIN = {**MARIA, "id": "m2"}
REPORT = {"resourceType": "MeasureReport", "id": "r", "status": "complete"}


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    entries = [
        {"fullUrl": f"http://x/{each['resourceType']}/{each['id']}", "resource": each} for each in (MARIA, TWIN, REPORT)
    ]
    (folder / "bundle.json").write_text(json.dumps({"resourceType": "Bundle", "type": "collection", "entry": entries}))
    (folder / "broken.json").write_text('{"resourceType": "Patient",\n  "name": [}')
    (folder / "notes.txt").write_text("not a record")
    return folder


def opened(desk) -> ImportDialog:
    desk.context.actions.trigger("file.import")
    QApplication.processEvents()
    return desk.window.findChild(ImportDialog)


def patients(desk):
    return desk.run("queries.patients.patients", PatientFilter(limit=50)).total


def test_a_folder_is_imported_and_every_file_accounted_for(desk, folder):
    dialog: Any = opened(desk)
    dialog.add([str(folder)])
    desk.press("Ctrl+Return")
    assert patients(desk) == 2
    report = dialog.report.report
    assert {file.status for file in report.files} == {"imported", "refused", "skipped"}
    assert "2 new" in dialog.report.title.text() and "refused" in dialog.report.trouble.text
    titles = [dialog.report.tabs.tabText(at).replace("&", "") for at in range(dialog.report.tabs.count())]
    assert titles[:2] == [f"Kinds ({len(report.totals)})", "Files (3)"] and "Likely doubles (1)" in titles


def test_a_preview_saves_nothing_and_then_imports_for_good(desk, folder):
    dialog: Any = opened(desk)
    dialog.add([str(folder)])
    dialog.preview.setChecked(True)
    desk.press("Ctrl+Return")
    assert patients(desk) == 0
    assert "nothing was saved" in dialog.report.title.text()
    dialog.report._go_on()
    assert patients(desk) == 2


def test_the_report_is_copied_and_saved_as_text(desk, folder, tmp_path):
    dialog: Any = opened(desk)
    dialog.add([str(folder)])
    desk.press("Ctrl+Return")
    dialog.report.copy()
    copied = QGuiApplication.clipboard().text()
    assert "Patient\t2\t2\t0\t0\t0\t0" in copied and "line 2" in copied and "Looks like" in copied
    dialog.report.save_to(str(tmp_path / "report.txt"))
    assert (tmp_path / "report.txt").read_text(encoding="utf-8") == copied
    dialog.report.save_to(str(tmp_path / "nowhere" / "report.txt"))
    assert "Choose another place" in dialog.report.told.text()


def test_a_file_that_has_gone_is_said_and_the_list_stays(desk, tmp_path):
    dialog: Any = opened(desk)
    dialog.add([str(tmp_path / "gone.json")])
    desk.press("Ctrl+Return")
    assert "gone.json" in dialog.message.text and dialog.isVisible()
    assert dialog.paths() == (str(tmp_path / "gone.json"),)


class SteppingJobs(InlineJobs):
    """Runs long work here with its progress, as the worker does, so that Stop can be pressed in the middle."""

    def _submit(self, job, args):
        def step(done, total):
            job.progressed.emit(done, total)
            if job.cancelled:
                raise JobCancelled("job.cancelled", done=done, total=total)  # as the worker does

        progress = type("Progress", (), {"step": staticmethod(step)})()
        try:
            result = self._practice.run(job.name, *args, progress=progress)  # type: ignore[call-arg]  # a real OpenPractice
        except UserError as error:
            self._finish(job, None, error)
        else:
            self._finish(job, result, None)


def test_stop_leaves_nothing_and_says_so(desk, folder):
    jobs = SteppingJobs(desk.practice.open(Role.COORDINATOR))
    jobs.started.connect(lambda job: job.progressed.connect(lambda _done, total: job.cancel() if total else None))
    context = type(desk.context)(
        *(jobs if name == "jobs" else getattr(desk.context, name) for name in desk.context.__slots__)
    )
    dialog = ImportDialog(context, desk.window)
    dialog.show()
    dialog.add([str(folder)])
    dialog.start()
    assert dialog.message.text == "The import was stopped. Nothing of it was kept."
    assert dialog.report is None and patients(desk) == 0
    assert dialog.start_button.isEnabled()


def test_the_same_file_is_listed_once_and_can_be_taken_off(desk, folder):
    dialog: Any = opened(desk)
    dialog.add([str(folder), str(folder)])
    assert dialog.paths() == (str(folder),)
    dialog.files.setFocus()
    desk.press("Delete")
    assert dialog.paths() == () and not dialog.start_button.isEnabled()


def test_front_desk_is_not_offered_the_import(sit_at):
    desk = sit_at((PatientsPage,), Role.FRONT_DESK)
    assert "file.import" not in desk.context.actions
