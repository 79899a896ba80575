"""Admin, Letters: written, checked, previewed and brought back by keyboard; drafts are kept."""

from __future__ import annotations

from tests.ui.admin.office import turn_to
from tests.ui.audit import settle
from ui.dialogs.letter_sample import LetterSample
from ui.dialogs.set_up.letter_text import LetterTextDialog
from ui.dialogs.set_up.text_versions import VersionsDialog


def at_recall(desk):
    section = turn_to(desk, "letters")
    section.table.go_to(("recall", "en"))
    return section


def test_a_letter_is_changed_previewed_and_brought_back_by_keyboard(admin, qtbot):
    section = at_recall(admin)
    admin.context.actions.trigger("admin.change")
    settle()
    dialog = admin.dialog()
    assert isinstance(dialog, LetterTextDialog) and "School grade" in dialog.reading.grade.text
    admin.press("Ctrl+A", "'Dear {first_nmae},'", "Ctrl+Return")
    told = dialog.fields["body"].problem()
    assert "Line 1" in told and "{first_name}" in told and dialog.isVisible()
    admin.press("Ctrl+A", "'Call '", "Tab")
    assert dialog.words.hasFocus()
    dialog.words.setCurrentRow(next(at for at in range(99) if "practice_phone" in dialog.words.item(at).text()))
    admin.press("Return", "'.'")
    assert dialog.body.toPlainText() == "Call {practice_phone}."
    admin.press("Ctrl+P")
    settle()
    preview = admin.dialog()
    assert isinstance(preview, LetterSample)
    qtbot.waitUntil(lambda: preview.view.pages == 1)
    preview.reject()
    settle()
    dialog.submit()
    settle()
    row = next(each for each in section.table.rows() if (each.kind, each.language) == ("recall", "en"))
    assert row.body == "Call {practice_phone}." and row.changed_by == "Ada Min"
    section.show_versions()
    settle()
    versions = admin.dialog()
    assert isinstance(versions, VersionsDialog) and len(versions.table.rows()) == 2
    admin.press("Ctrl+End", "Return")
    settle()
    row = next(each for each in section.table.rows() if (each.kind, each.language) == ("recall", "en"))
    assert row.id is None
    admin.context.undo.undo()
    settle()
    assert section.table.rows()[0].body == "Call {practice_phone}."


def test_a_hard_word_is_put_right_by_keyboard(admin):
    at_recall(admin)
    admin.context.actions.trigger("admin.change")
    settle()
    dialog = admin.dialog()
    admin.press("Ctrl+A", "'Bring your medication list.'", "Tab")
    findings = dialog.reading.findings
    assert findings.hasFocus() and findings.count() == 1 and "say “medicine”" in findings.item(0).text()
    admin.press("Return")
    assert dialog.body.toPlainText() == "Bring your medicine list."
    assert dialog.body.hasFocus() and findings.isHidden()


def test_a_letter_half_written_is_offered_again(admin):
    at_recall(admin)
    admin.context.actions.trigger("admin.change")
    settle()
    dialog = admin.dialog()
    dialog.body.setPlainText("Half a letter")
    dialog.reject()
    settle()
    admin.context.actions.trigger("admin.change")
    settle()
    again = admin.dialog()
    assert again.drafts.offer is not None
    again.drafts._take(admin.run("queries.drafts.load", "letter:recall:en", None))
    assert again.body.toPlainText() == "Half a letter"
    again.reject()
