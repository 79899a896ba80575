"""A long document arrives slice by slice: the window has its turn between them, whoever reads notices nothing."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextCursor

from icm_desktop.domain.narrative import Cell, Heading, Listing, Narrative, Passage, Span, Table
from icm_desktop.exchange.documents.extract import narrative
from icm_desktop.exchange.documents.unreadable import Unreadable
from ui.reader.words_view import WordsView

MOST_AT_ONCE = 8_000  # letters of one slice: the slice itself and the piece that filled it


def words(text):
    return (Passage((Span(text),)),)


LONG = Narrative(
    (
        Heading("Summary", 1),
        Table(tuple((Cell(words(f"Line {row}")), Cell(words("Metformina José"))) for row in range(600)), "Results"),
        Listing(tuple(words(f"Item {number}") for number in range(200)), ordered=True),
        Passage((Span("word " * 4_000),)),
        Passage((Span("The very end"),)),
    )
)


@pytest.fixture
def view(qtbot):
    made = WordsView()
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    return made


def slices(view, qtbot, show):
    """How many letters each slice added, and how far it said it was."""
    added: list[int] = []
    told: list[int] = []

    def note(percent):
        added.append(view.document().characterCount() - sum(added))
        told.append(percent)

    view.progress.connect(note)
    with qtbot.waitSignal(view.opened, raising=True, timeout=20_000):
        show()
    view.progress.disconnect(note)
    return added, told


def test_no_slice_is_long_and_the_first_screen_is_there_at_once(view, qtbot):
    at_once = []

    def show():
        view.show_narrative(LONG)
        at_once.append((view.toPlainText(), view.complete))

    added, told = slices(view, qtbot, show)
    first, complete = at_once[0]
    assert first.startswith("Summary") and "Line 10" in first and "The very end" not in first and not complete
    assert len(added) > 15 and max(added) < MOST_AT_ONCE
    assert told == sorted(told) and told[-1] == 100
    assert view.complete and view.toPlainText().endswith("The very end")


def test_every_word_of_a_long_document_is_there_once_and_in_order(view, qtbot):
    slices(view, qtbot, lambda: view.show_narrative(LONG))
    text = view.toPlainText()
    assert [line for line in text.splitlines() if line.startswith("Line ")] == [f"Line {row}" for row in range(600)]
    assert [line for line in text.splitlines() if line.startswith("Item ")] == [f"Item {at}" for at in range(200)]
    assert text.count("word ") == 4_000
    last = view.document().find("Item 199")
    assert last.currentList().itemText(last.block()) == "200."


def test_plain_text_of_any_length_comes_in_slices_too(view, qtbot):
    text = "".join(f"Line {number} of a note\n" for number in range(3_000))
    added, _told = slices(view, qtbot, lambda: view.show_text(text))
    assert max(added) < MOST_AT_ONCE and view.toPlainText() == text


def test_the_largest_real_documents_come_in_small_slices(view, qtbot, data_dir):
    files = [path for path in (data_dir / "ccda").rglob("*") if path.is_file()]
    seen = 0
    for path in sorted(files, key=lambda one: -one.stat().st_size)[:12]:
        try:
            told = narrative("text/xml", path.read_bytes())
        except Unreadable:
            continue
        added, _told = slices(view, qtbot, lambda told=told: view.show_narrative(told))
        assert max(added) < MOST_AT_ONCE, path.name
        seen += len(added)
    assert seen > 24


def test_another_document_takes_the_place_of_one_that_was_still_coming(view, qtbot):
    view.show_narrative(LONG)
    assert not view.complete
    with qtbot.waitSignal(view.opened):
        view.show_text("Another")
    assert view.toPlainText() == "Another" and view.complete
    view.show_narrative(LONG)
    view.clear_words()
    assert view.complete and view.toPlainText() == ""


def test_the_keyboard_and_the_scroll_bar_stay_where_they_are_while_words_come_behind(view, qtbot):
    view.show_narrative(LONG)
    assert view.textCursor().position() == 0 and not view.textCursor().hasSelection()
    view.moveCursor(QTextCursor.MoveOperation.End)
    place, top = view.textCursor().position(), view.verticalScrollBar().value()
    with qtbot.waitSignal(view.opened, timeout=20_000):
        pass
    assert (view.textCursor().position(), view.verticalScrollBar().value()) == (place, top)
    assert view.verticalScrollBar().maximum() > top and not view.textCursor().hasSelection()


def test_what_was_looked_for_too_early_is_found_when_it_comes(view, qtbot):
    told = []
    view.found.connect(lambda at, total: told.append((at, total)))
    view.show_narrative(LONG)
    view.find_words("very END")
    assert told == [(0, 0)]
    with qtbot.waitSignal(view.opened, timeout=20_000):
        pass
    assert told[-1] == (1, 1) and view.textCursor().position() == view.toPlainText().rindex("very end")


def test_the_match_shown_stays_while_more_are_found(view, qtbot):
    told = []
    view.found.connect(lambda at, total: told.append((at, total)))
    view.show_narrative(LONG)
    view.find_words("metformina jose")
    view.next_match()
    early = told[-1]
    place = view.textCursor().position()
    with qtbot.waitSignal(view.opened, timeout=20_000):
        pass
    assert early[0] == 2 and told[-1] == (2, 500) and view.textCursor().position() == place


def test_find_knows_no_accents_and_letters_of_every_kind_do_not_move_the_marks(view, qtbot):
    slices(view, qtbot, lambda: view.show_text("😀 Señor Muñoz, straße; munoz 😀 José"))
    view.find_words("MUNOZ")
    assert [mark.cursor.selectedText() for mark in view.extraSelections()] == ["Muñoz", "munoz"]
    view.find_words("jose")
    assert [mark.cursor.selectedText() for mark in view.extraSelections()] == ["José"]
