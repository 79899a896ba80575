"""Admin, Sentences for patients: found, worded anew, judged while it is written, and brought back, by keyboard."""

from __future__ import annotations

import pytest

from tests.ui.admin.office import turn_to
from tests.ui.audit import settle
from ui.dialogs.set_up.phrase_text import PhraseDialog
from ui.dialogs.set_up.text_versions import VersionsDialog

NONE = ("en", "visits.none")


def row_of(section, row_id=NONE):
    return next(each for each in section.table.rows() if (each.language, each.phrase) == row_id)


def test_a_sentence_is_worded_anew_and_brought_back_by_keyboard(admin):
    section = turn_to(admin, "phrases")
    section.search.setText("no visits planned")
    assert {section.row_id(each) for each in section.table.rows()} == {(code, NONE[1]) for code in ("en", "es", "vi")}
    section.table.go_to(NONE)
    admin.context.actions.trigger("admin.change")
    settle()
    dialog = admin.dialog()
    assert isinstance(dialog, PhraseDialog) and "School grade" in dialog.reading.grade.text
    admin.press("Ctrl+A", "'Please utilize the phone.'")
    assert "say “use”" in dialog.reading.findings.item(0).text()
    admin.press("Ctrl+A", "'Call us.'", "Ctrl+Return")
    settle()
    section.search.clear()
    assert (row_of(section).text, row_of(section).changed_by) == ("Call us.", "Ada Min")
    section.table.go_to(NONE)
    section.show_versions()
    settle()
    versions = admin.dialog()
    assert isinstance(versions, VersionsDialog) and len(versions.table.rows()) == 2
    admin.press("Ctrl+End", "Return")
    settle()
    assert row_of(section).id is None
    admin.context.undo.undo()
    settle()
    assert row_of(section).text == "Call us."


def test_what_is_filled_in_must_stay(admin):
    section = turn_to(admin, "phrases")
    section.table.go_to(("es", "visits.phone"))
    admin.context.actions.trigger("admin.change")
    settle()
    dialog = admin.dialog()
    admin.press("Ctrl+A", "'Llame'", "Ctrl+Return")
    assert "{phone}" in dialog.fields["text"].problem() and dialog.isVisible()
    dialog.reject()


@pytest.mark.parametrize(("chip", "language"), [("es", "es"), ("other", "vi"), ("missing", "vi")])
def test_filters_narrow_to_a_language_and_to_what_is_not_there_yet(admin, chip, language):
    section = turn_to(admin, "phrases")
    section.chips.set_on([chip])
    section.search_changed()
    shown = section.table.rows()
    assert shown and {each.language for each in shown} == {language}
    assert chip != "missing" or all(each.missing for each in shown)
