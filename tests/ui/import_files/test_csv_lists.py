"""Lists in CSV in the window: columns are asked once, remembered, put right; refused lines are saved to be mended."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from icm_desktop.contracts.patients import PatientFilter
from ui.dialogs.csv_columns import CsvColumnsDialog
from ui.dialogs.import_files import ImportDialog

HEAD = "MRN,Surname,First Name,DOB,Colour"
LINES = ("1001,Moss,Ada,03/04/1961,red", "1002,Frost,Bo,02/30/1950,blue")


@pytest.fixture
def listed(tmp_path):
    path = tmp_path / "list.csv"
    path.write_text("\n".join((HEAD, *LINES, "")), encoding="utf-8")
    return path


def opened(desk) -> Any:
    desk.context.actions.trigger("file.import")
    QApplication.processEvents()
    return desk.window.findChild(ImportDialog)


def names(desk) -> list[str]:
    return [row.head.family for row in desk.run("queries.patients.patients", PatientFilter(limit=50)).rows]


def asked(dialog: Any, path: Any) -> CsvColumnsDialog:
    dialog.add([str(path)])
    dialog.start_button.click()
    question = dialog.lists.question
    assert question is not None and question.isVisible()
    return question


def test_what_is_recognized_is_filled_in_and_what_is_not_known_is_asked(desk, listed):
    question = asked(opened(desk), listed)
    shown = [one.currentText() for one in question.means]
    assert shown == ["Patient’s number there", "Family name", "Given names", "Birth date", "(not read)"]
    assert question.keep_button.isEnabled()  # 30 can only be a day: the order of the dates is clear
    assert not question.dates_field.isVisible()


def test_the_list_is_read_as_answered_and_not_asked_again(desk, listed):
    dialog = opened(desk)
    question = asked(dialog, listed)
    question.keep_button.click()
    assert names(desk) == ["Moss"]
    report = dialog.report.report
    assert report.files[0].lines == ((3, "birth date: “02/30/1950” is no day that exists."),)
    again = opened(desk)
    again.lists.question = None
    again.lists._answers.clear()
    again.start_button.click()
    assert again.lists.question is None


def test_refused_lines_are_saved_from_the_report(desk, listed, tmp_path):
    dialog = opened(desk)
    asked(dialog, listed).keep_button.click()
    report = dialog.report
    assert report.refused_button.isVisibleTo(report)
    file = report.report.files[0]
    report.save_refused(file.path, file.lines, str(tmp_path / "refused.csv"))
    assert "Saved" in report.told.text()
    assert "1002,Frost,Bo,02/30/1950,blue" in (tmp_path / "refused.csv").read_text(encoding="utf-8-sig")


def test_dates_that_could_be_two_days_are_asked_before_anything_is_read(desk, tmp_path):
    path = tmp_path / "list.csv"
    path.write_text("Last Name,DOB\nMoss,03/04/1961\n", encoding="utf-8")
    question = asked(opened(desk), path)
    assert question.dates_field.isVisible() and not question.keep_button.isEnabled()
    assert "order" in question.problem.text
    question.dates.setCurrentIndex(question.dates.findData("dmy"))
    question.keep_button.click()
    row = desk.run("queries.patients.patients", PatientFilter(limit=50)).rows[0]
    assert row.head.birth_date == "1961-04-03"


def test_a_field_has_one_column_and_a_name_is_needed(desk, listed):
    question = asked(opened(desk), listed)
    question.means[4].setCurrentIndex(question.means[4].findData("family"))
    assert question.means[1].currentText() == "(not read)"
    question.means[4].setCurrentIndex(0)
    assert not question.keep_button.isEnabled()
    assert "family name" in question.problem.text


def test_closing_the_question_imports_nothing(desk, listed):
    dialog = opened(desk)
    asked(dialog, listed).reject()
    assert names(desk) == []
    assert dialog.start_button.isEnabled()


def test_columns_of_a_chosen_list_can_be_put_right(desk, listed):
    dialog = opened(desk)
    dialog.add([str(listed)])
    dialog._columns_button.click()
    question = dialog.lists.question
    question.kind.setCurrentIndex(1)
    assert "day of the visit" in question.problem.text
    question.kind.setCurrentIndex(0)
    question.means[2].setCurrentIndex(0)
    question.keep_button.click()
    dialog.start_button.click()
    row = desk.run("queries.patients.patients", PatientFilter(limit=50)).rows[0]
    assert (row.head.family, row.head.given) == ("Moss", None)
