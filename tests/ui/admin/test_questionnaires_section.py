"""Admin, Questionnaires: read, switched off and on, an optional cut-off chosen, undone."""

from __future__ import annotations

from tests.ui.admin.office import open_office, turn_to
from tests.ui.conftest import Sit
from ui.dialogs.outcome import Outcome
from ui.dialogs.set_up.use_questionnaire import UseQuestionnaireDialog


def test_a_questionnaire_is_read_switched_off_and_on_again_with_undo(sit_at: Sit) -> None:
    desk = open_office(sit_at)
    section = turn_to(desk, "questionnaires")
    assert {section._chip(row).word for row in section.table.rows()} == {"In use"}
    section.table.go_to("pc-ptsd-5")
    section.table.setFocus()
    desk.press("Ctrl+Shift+Q")
    shown = desk.dialog()
    assert isinstance(shown, Outcome) and shown.table.rowCount() > 30
    shown.accept()
    section.table.setFocus()
    desk.press("F2")
    form = desk.dialog()
    assert isinstance(form, UseQuestionnaireDialog)
    assert list(form.cut_offs.boxes) == ["women-3"]
    form.cut_offs.choose(("women-3",))
    form.used.setChecked(False)
    form.submit()
    assert section.row is not None and (section.row.in_use, section.row.cut_offs) == (False, ("women-3",))
    section.table.setFocus()
    desk.press("Ctrl+Z")
    assert section.row.in_use and section.row.cut_offs == ()
