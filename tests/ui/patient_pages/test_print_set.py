"""The pages chosen for a patient are kept with them, undoable, and come out by one key, with what did not fit."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from icm_desktop.contracts.print_sets import ChosenSet, KeepPrintSet
from icm_desktop.errors import Invalid
from tests.handouts.people import HOSTILE, add, maria, medicine, overfull, step
from tests.handouts.reading import text
from tests.ui.audit import audit
from tests.ui.desk import Desk
from tests.ui.patient_pages.conftest import FilePaper
from ui.dialogs.print_progress import PrintProgress
from ui.dialogs.print_set import PrintSetDialog
from ui.dialogs.teach_back import TeachBackDialog
from ui.pages.chart import ChartPage


def open_chart(desk: Desk, who: int, printer: FilePaper | None = None) -> ChartPage:
    """The chart of a patient, printing into files."""
    desk.context.navigation.open_chart(who)
    page = desk.page("chart")
    assert isinstance(page, ChartPage)
    if printer is not None:
        page.paper.pages.paper_for = lambda _kind: printer
    return page


def history(desk: Desk, who: int) -> list[tuple[str, str]]:
    return [(row.kind, row.how) for row in desk.run("queries.handed_out.history", who)]


def choose(desk: Desk, who: int, *kinds: str, **more: object) -> None:
    desk.run("services.print_sets.keep", KeepPrintSet(who, ChosenSet(kinds, **more)))  # type: ignore[arg-type]


def wait_for(qtbot: QtBot, desk: Desk, kind: type[QDialog]) -> None:
    qtbot.waitUntil(lambda: any(one.isVisible() for one in desk.window.findChildren(kind)))


def test_one_key_prints_every_page_of_the_set_and_asks_back(desk: Desk, printer: FilePaper, qtbot: QtBot) -> None:
    who = maria(desk.practice)
    choose(desk, who, "next-steps", "medicines", language="es", large_print=True, copies=2, two_sided=True)
    open_chart(desk, who, printer)
    desk.press("F9")
    wait_for(qtbot, desk, TeachBackDialog)
    words = [text(file.read_bytes()) for file in printer.files]
    assert len(words) == 2
    assert history(desk, who) == [("medicines", "printed"), ("next-steps", "printed")]
    assert {(one.copies, one.two_sided) for one in printer.asked} == {(2, True)}
    rows = desk.run("queries.handed_out.history", who)
    assert {(row.language, row.large_print, row.copies, row.handed_to) for row in rows} == {("es", True, 2, "patient")}
    desk.press("2")
    rows = desk.run("queries.handed_out.history", who)
    assert {row.teach_back for row in rows} == {"explained"}


def test_the_usual_set_is_your_next_steps(desk: Desk, printer: FilePaper, qtbot: QtBot) -> None:
    who = maria(desk.practice)
    open_chart(desk, who, printer)
    desk.press("F9")
    wait_for(qtbot, desk, TeachBackDialog)
    assert history(desk, who) == [("next-steps", "printed")]


def test_what_does_not_fit_is_printed_on_its_sheet(desk: Desk, printer: FilePaper, qtbot: QtBot) -> None:
    who = overfull(desk.practice, 8)
    open_chart(desk, who, printer)
    desk.press("F9")
    wait_for(qtbot, desk, TeachBackDialog)
    kinds = [kind for kind, _how in reversed(history(desk, who))]
    assert kinds[0] == "next-steps" and set(kinds) == {"next-steps", "my-plan", "visits", "medicines"}


def test_the_set_is_chosen_by_keyboard_kept_and_undone(desk: Desk) -> None:
    who = maria(desk.practice)
    told: list[object] = []
    desk.context.feedback.acted.connect(lambda _words, _name, changes: told.append(changes))
    page = open_chart(desk, who)
    page.paper.choose_set()
    dialog = desk.dialog()
    assert isinstance(dialog, PrintSetDialog)
    QApplication.processEvents()
    assert audit(dialog) == []
    dialog.pages.choose(("next-steps", "visits"))
    dialog.copies.setValue(3)
    dialog.two_sided.setChecked(True)
    desk.press("Ctrl+Return")
    kept = desk.run("queries.print_sets.of_patient", who)
    assert kept.chosen_here
    assert kept.chosen == ChosenSet(("next-steps", "visits"), copies=3, two_sided=True)
    desk.run("services.history.undo", told[-1].action_id)  # type: ignore[attr-defined]
    assert not desk.run("queries.print_sets.of_patient", who).chosen_here


def test_a_set_can_be_in_a_language_that_is_only_a_file(desk: Desk, printer: FilePaper, qtbot: QtBot) -> None:
    who = maria(desk.practice)
    page = open_chart(desk, who, printer)
    page.paper.choose_set()
    dialog = desk.dialog()
    assert isinstance(dialog, PrintSetDialog)
    at = dialog.language.findData("vi")
    assert dialog.language.itemText(at).startswith("Tiếng Việt (")
    QApplication.processEvents()
    dialog.language.setCurrentIndex(at)
    desk.press("Ctrl+Return")
    assert desk.run("queries.print_sets.of_patient", who).chosen.language == "vi"
    desk.press("F9")
    wait_for(qtbot, desk, TeachBackDialog)
    assert [row.language for row in desk.run("queries.handed_out.history", who)] == ["vi"]


def test_a_set_without_pages_is_refused(desk: Desk) -> None:
    who = maria(desk.practice)
    page = open_chart(desk, who)
    page.paper.choose_set()
    dialog = desk.dialog()
    assert isinstance(dialog, PrintSetDialog)
    dialog.pages.choose(())
    desk.press("Ctrl+Return")
    assert dialog.isVisible()
    with pytest.raises(Invalid):
        choose(desk, who)
    assert not desk.run("queries.print_sets.of_patient", who).chosen_here


def test_without_a_printer_the_pages_are_kept_and_wait(desk: Desk, printer: FilePaper, qtbot: QtBot) -> None:
    who = maria(desk.practice)
    choose(desk, who, "next-steps", "visits")
    open_chart(desk, who)
    desk.press("F9")
    wait_for(qtbot, desk, PrintProgress)
    dialog = desk.dialog()
    assert isinstance(dialog, PrintProgress)
    qtbot.waitUntil(lambda: dialog.button.text() == "Close")
    assert audit(dialog) == []
    assert {how for _kind, how in history(desk, who)} == {"waiting"}
    desk.press("Return")
    assert len(desk.run("queries.handed_out.waiting")) == 2
    assert all(row.handed_to is None for row in desk.run("queries.handed_out.history", who))


def test_cancel_leaves_the_rest_unmade_and_says_so(desk: Desk, printer: FilePaper, qtbot: QtBot) -> None:
    who = maria(desk.practice)
    choose(desk, who, "next-steps", "visits", "medicines")
    open_chart(desk, who, printer)
    desk.press("F9")
    dialog = desk.dialog()
    assert isinstance(dialog, PrintProgress)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: dialog.button.text() == "Close")
    assert dialog.isVisible()
    assert len(history(desk, who)) == len(printer.files) < 3


def test_no_name_stands_in_what_the_printer_and_the_window_show(desk: Desk, printer: FilePaper, qtbot: QtBot) -> None:
    who = maria(desk.practice)
    open_chart(desk, who, printer)
    desk.press("F9")
    dialog = desk.dialog()
    assert "Lopez" not in dialog.windowTitle()
    wait_for(qtbot, desk, TeachBackDialog)
    assert "Lopez" not in desk.dialog().windowTitle()
    assert [one.name for one in printer.asked] == ["next-steps"]


def test_a_line_that_is_too_hard_is_not_printed_without_a_reason(desk: Desk, printer: FilePaper, qtbot: QtBot) -> None:
    who = maria(desk.practice)
    hard = "Notwithstanding contraindications, administer antihypertensive pharmacotherapy concomitantly"
    add(desk.practice, step(who, "Take", patient_words={"en": hard}, position=9))
    open_chart(desk, who, printer)
    desk.press("F9")
    dialog = desk.dialog()
    assert isinstance(dialog, PrintProgress)
    qtbot.waitUntil(lambda: dialog.button.text() == "Close")
    assert history(desk, who) == [] and printer.files == []
    assert "too hard" in dialog.batch.done.refused[0][1]


def test_items_nobody_ticked_stay_off_and_are_counted(desk: Desk, printer: FilePaper, qtbot: QtBot) -> None:
    who = maria(desk.practice, family=HOSTILE[:40])
    add(desk.practice, medicine(who, "buprenorphine 8 mg tablet", "1 tablet daily"))
    choose(desk, who, "medicines")
    page = open_chart(desk, who, printer)
    desk.press("F9")
    wait_for(qtbot, desk, TeachBackDialog)
    assert "buprenorphine" not in text(desk.run("queries.handed_out.kept", 1).pdf)
    assert page.paper.pages is page.paper.pages
