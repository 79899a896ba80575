"""A sealed package by keyboard: made in the export dialog, its code shown once, opened by the other practice."""

from __future__ import annotations

import pytest

from icm_desktop.contracts.plans import AddGoal, GoalDraft
from tests.support import make_practice
from tests.ui.audit import audit, settle
from ui.dialogs.export_record import ExportRecordDialog
from ui.dialogs.open_package import OpenPackageDialog
from ui.dialogs.package_code import PackageCodeDialog
from ui.pages.chart import ChartPage


@pytest.fixture
def two(sit_at, tmp_path):
    here = sit_at((ChartPage,))
    here.ana = here.register("Lopez", "Maria", "1958-03-04")
    here.run("services.care_plans.add_goal", AddGoal(here.ana, GoalDraft("Walk to church", None)))
    other = make_practice(tmp_path / "other", name="Lakeside Family Practice")
    there = sit_at((ChartPage,), practice=other)
    yield here, there
    other.database.close()


def seal(here, path) -> str:
    here.context.navigation.open_chart(here.ana)
    settle()
    here.context.actions.trigger("chart.export")
    settle()
    dialog = here.dialog()
    assert isinstance(dialog, ExportRecordDialog)
    dialog.form.setCurrentIndex(dialog.form.findData("package"))
    settle()
    assert dialog.name.isVisible()
    here.type(dialog.name, "Lakeside Family Practice")
    dialog.readers.treats.setChecked(True)
    dialog.ask()
    settle()
    dialog.purpose.setCurrentIndex(dialog.purpose.findData("treatment"))
    if dialog.fields["reason"].isVisible():
        here.type(dialog.reason, "asked by phone")
    dialog.ask_file = lambda: path
    dialog.submit()
    settle()
    code = here.dialog()
    assert isinstance(code, PackageCodeDialog) and code.close_button.hasFocus()
    told = code.code.text()
    code.accept()
    settle()
    return told


def test_it_is_sealed_told_by_phone_looked_at_and_taken_in(two, tmp_path):
    here, there = two
    path = tmp_path / "plan.icmx"
    code = seal(here, path)
    assert path.exists() and len(code) == 19
    there.context.actions.trigger("file.package")
    settle()
    dialog = there.dialog()
    assert isinstance(dialog, OpenPackageDialog)
    dialog.ask_file = lambda: path
    dialog.choose_file()
    assert dialog.code.hasFocus()
    there.press("'0000 0000 0000 0000'", "Ctrl+Return")
    settle()
    assert "code does not open" in dialog.told.text
    there.press("Ctrl+A", f"'{code.lower()}'", "Ctrl+Return")
    settle()
    assert dialog.look is not None and dialog.look.practice == "Test Practice" and dialog.compared.isVisible()
    assert audit(dialog) == []
    dialog.submit()
    settle()
    assert dialog.isVisible() and "Compare the fingerprint" in dialog.told.text
    dialog.compared.setChecked(True)
    dialog.submit()
    settle()
    place = there.context.navigation.place
    assert place.page == "chart" and place.patient_id == 1
