"""The Documents tab and its reader by keyboard over the real encrypted database."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QTextEdit

from db.models.audit import AuditEvent
from icm_desktop.contracts.documents import DocumentFilter
from icm_desktop.contracts.plans import ActionDraft, AddAction
from icm_desktop.domain.document_forms import DocumentForm
from icm_desktop.permissions import Role
from tests.documents import samples
from tests.ui.documents.conftest import put
from tests.ui.referrals.conftest import refer
from ui.theme import Theme


def picture(width=60, height=40, kind="PNG"):
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, kind)
    return bytes(data.data())


def open_tab(desk, qtbot, patient=None):
    desk.context.navigation.open_chart(patient or desk.ana, tab="documents")
    chart = desk.page("chart")
    qtbot.waitUntil(lambda: chart.current_tab() == "documents" and chart.tab.list is not None)
    return chart.tab


def read(tab, qtbot):
    """Open the line the keyboard is on and wait until it is shown."""
    with qtbot.waitSignal(tab.reader.ready):
        tab.table.setFocus()
        tab.open_current()
    return tab.reader


def make_due(desk, patient):
    """Something of the patient that is due, so that Today has a row."""
    draft = ActionDraft(text="Call about weight", due_on=dt.date(2026, 11, 20))
    desk.practice.open(Role.COORDINATOR).run("services.care_plans.add_action", AddAction(patient, None, draft))


def test_two_keys_from_today_show_the_newest_consult_note_and_esc_comes_back(desk, qtbot):
    put(desk, b"Older words", "a.txt", "Old cardiology", written_on=dt.date(2026, 1, 2))
    put(desk, b"Ejection fraction 35 percent", "b.txt", "Cardiology", written_on=dt.date(2026, 10, 2))
    make_due(desk, desk.ana)
    desk.context.navigation.open("today")
    desk.page("today").show_everyone()
    desk.page("today").focus_first()
    desk.press("Ctrl+J")  # with one arrow to the row at most two keys
    chart = desk.page("chart")
    qtbot.waitUntil(lambda: chart.tab.reader.text.toPlainText() == "Ejection fraction 35 percent")
    assert chart.current_tab() == "documents"
    assert chart.tab.table.current_row().title == "Cardiology"
    assert QApplication.focusWidget() is chart.tab.reader.text
    desk.press("Esc")
    assert desk.window.page is desk.page("today")


def test_one_key_from_a_referral_and_from_the_chart_shows_the_newest_consult_note(desk, qtbot):
    put(desk, b"Ejection fraction 35 percent", "b.txt", "Cardiology")
    refer(desk, desk.ana, to_name="City Cardiology")
    desk.context.navigation.open("referrals")
    desk.page("referrals").focus_first()
    chart = desk.page("chart")
    desk.press("Ctrl+J")
    qtbot.waitUntil(lambda: chart.tab.reader.text.toPlainText() == "Ejection fraction 35 percent")
    desk.press("Esc")
    assert desk.window.page is desk.page("referrals")
    desk.context.navigation.open_chart(desk.ana, tab="summary")
    desk.press("Ctrl+J")
    assert chart.current_tab() == "documents"
    qtbot.waitUntil(lambda: chart.tab.reader.text.toPlainText() == "Ejection fraction 35 percent")


def test_a_patient_without_a_consult_note_says_so_and_shows_the_list(desk, qtbot):
    put(desk, b"A letter", "a.txt", "Letter", "letter")
    told = []
    desk.context.feedback.refused.connect(lambda error: told.append(error.code))
    desk.context.navigation.open_chart(desk.ana)
    desk.press("Ctrl+J")
    assert told == ["documents.no_consult_note"]
    assert desk.page("chart").current_tab() == "documents"
    assert desk.page("chart").tab.table.hasFocus()


FORMS = (
    (samples.pdf("First page", "Second page"), "a.pdf", DocumentForm.PDF),
    (samples.RTF, "a.rtf", DocumentForm.RTF),
    (b"Plain words", "a.txt", DocumentForm.TEXT),
    (picture(), "a.png", DocumentForm.IMAGE),
    (picture(kind="TIFF"), "a.tif", DocumentForm.IMAGE),
    (samples.CCDA, "a.xml", DocumentForm.XML),
    (samples.HTML, "a.html", DocumentForm.HTML),
)


def test_every_form_is_shown_in_the_window(desk, qtbot):
    made = {put(desk, data, name, f"Paper {name}"): form for data, name, form in FORMS}
    tab = open_tab(desk, qtbot)
    for document, form in made.items():
        tab.table.go_to(document)
        reader = read(tab, qtbot)
        assert reader.shown.form is form
        if form in (DocumentForm.PDF, DocumentForm.IMAGE):
            qtbot.waitUntil(lambda: 0 in tab.reader.pages.drawn_pages)
            assert reader.pages.pages == (2 if form is DocumentForm.PDF else 1)
        else:
            assert reader.text.toPlainText().strip() and "<" not in reader.text.toPlainText()


def test_find_in_a_pdf_goes_round_and_counts(desk, qtbot):
    put(desk, samples.pdf("heart\nliver", "heart again"), "a.pdf", "Paper")
    tab = open_tab(desk, qtbot)
    reader = read(tab, qtbot)
    desk.press("Ctrl+Shift+F", "'heart'")
    with qtbot.waitSignal(reader.pages.found):
        reader.find_bar.look()
    assert reader.find_bar.count.text() == "1 of 2"
    desk.press("F3")
    assert reader.find_bar.count.text() == "2 of 2"
    desk.press("F3")
    assert reader.find_bar.count.text() == "1 of 2"
    desk.press("Shift+F3")
    assert reader.find_bar.count.text() == "2 of 2"
    desk.press("Esc")
    assert reader.pages.hasFocus()


def test_find_in_words_marks_them_and_not_found_is_said(desk, qtbot):
    put(desk, b"Heart failure. The heart is large.", "a.txt", "Paper")
    reader = read(open_tab(desk, qtbot), qtbot)
    desk.press("Ctrl+Shift+F", "'heart'", "Return")
    assert reader.find_bar.count.text() == "1 of 2"
    assert len(reader.text.extraSelections()) == 2
    reader.find_bar.edit.setText("kidney")
    reader.find_bar.look()
    assert reader.find_bar.count.text() == "Not found"


def test_a_narrative_keeps_headings_lists_and_tables_without_markup(desk, qtbot):
    put(desk, samples.CCDA, "a.xml", "Paper")
    reader = read(open_tab(desk, qtbot), qtbot)
    document = reader.text.document()
    text = document.toPlainText()
    assert [word in text for word in ("Consult note", "Assessment", "Weigh daily", "Furosemide", "20 mg")] == [True] * 5
    cursor = document.find("Furosemide")
    table = cursor.currentTable()
    assert (table.rows(), table.columns()) == (3, 2)
    assert table.cellAt(1, 0).rowSpan() == 2
    assert document.find("Weigh daily").currentList() is not None
    assert document.find("Assessment").blockFormat().headingLevel() == 2
    assert document.find("stable").charFormat().fontWeight() > document.find("Heart").charFormat().fontWeight()


def test_zoom_changes_pages_and_letters_and_comes_back(desk, qtbot):
    put(desk, samples.pdf("Page"), "a.pdf", "Paper")
    reader = read(open_tab(desk, qtbot), qtbot)
    before = reader.pages.percent
    desk.press("+")
    assert reader.pages.percent > before
    desk.press("0")
    assert reader.pages.percent == before


def test_arrows_take_the_document_away_so_that_line_and_paper_never_differ(desk, qtbot):
    put(desk, b"First", "a.txt", "First", written_on=dt.date(2026, 2, 1))
    put(desk, b"Second", "b.txt", "Second", written_on=dt.date(2026, 1, 1))
    tab = open_tab(desk, qtbot)
    read(tab, qtbot)
    tab.table.setFocus()
    desk.press("Down")
    assert tab.reader.shown is None and tab.reader.text.toPlainText() == ""
    desk.press("Return")
    assert tab.reader.text.toPlainText() == "Second"


def test_nothing_of_a_document_stays_for_another_patient(desk, qtbot):
    put(desk, b"Of Maria", "a.txt", "Maria's")
    tab = open_tab(desk, qtbot)
    read(tab, qtbot)
    open_tab(desk, qtbot, desk.ben)
    assert tab.reader.shown is None and tab.reader.text.toPlainText() == ""
    assert tab.whole.currentWidget() is tab.empty


def test_mark_read_and_new_again_with_undo(desk, qtbot):
    put(desk, b"words", "a.txt", "Paper")
    tab = open_tab(desk, qtbot)
    read(tab, qtbot)
    desk.press("Ctrl+R")
    assert tab.reader.shown.row.reviewed_by == "Rosa Diaz" and tab.list.unread == 0
    desk.press("Ctrl+Z")
    assert tab.list.unread == 1 and tab.reader.shown.row.reviewed_by is None
    assert desk.context.actions.qaction("documents.review").text() == "Mark &read"


def test_a_file_is_added_by_its_form_and_undone(desk, qtbot, tmp_path):
    file = tmp_path / "cardiology_consult.txt"
    file.write_bytes(b"Seen in clinic")
    tab = open_tab(desk, qtbot)
    tab.adding.add(tab.head, [str(file)])
    QApplication.processEvents()
    assert desk.dialog().title.text() == "cardiology consult"
    desk.press("'Cardiology'", "Tab", "Tab", "'2026-11-02'", "Ctrl+Return")
    (row,) = desk.run("queries.documents.documents", DocumentFilter(desk.ana)).rows
    assert (row.title, row.kind, row.written) == ("Cardiology", "consult_note", "2026-11-02")
    assert tab.table.rows()[0].id == row.id
    assert desk.context.undo.undo_name() == "add document, LOPEZ"
    desk.press("Ctrl+Z")
    assert tab.whole.currentWidget() is tab.empty


def test_a_file_that_cannot_be_kept_says_why_in_the_form(desk, qtbot, tmp_path):
    file = tmp_path / "setup.exe"
    file.write_bytes(b"MZ\x90\x00\x03\x00")
    tab = open_tab(desk, qtbot)
    tab.adding.add(tab.head, [str(file)])
    QApplication.processEvents()
    desk.press("Ctrl+Return")
    assert "cannot be shown here" in desk.dialog().summary.text
    desk.dialog().reject()


def test_what_is_known_about_a_document_is_changed_with_f2(desk, qtbot):
    put(desk, b"words", "a.txt", "Paper", author="Dr Old")
    tab = open_tab(desk, qtbot)
    tab.table.setFocus()
    desk.press("F2")
    dialog = desk.dialog()
    assert dialog.author.text() == "Dr Old"
    dialog.title.setText("Echo")
    desk.press("Ctrl+Return")
    assert tab.table.rows()[0].title == "Echo"


def test_a_copy_is_saved_for_its_owner_only_and_recorded(desk, qtbot, tmp_path):
    document = put(desk, samples.pdf("Page"), "lopez.pdf", "Paper")
    tab = open_tab(desk, qtbot)
    read(tab, qtbot)
    proposed = []

    def ask_file(name):
        proposed.append(name)
        return tmp_path / "copy.pdf"

    tab.out.ask_file = ask_file
    desk.press("Ctrl+S")
    assert proposed == [f"document-{document}.pdf"]
    assert (tmp_path / "copy.pdf").read_bytes().startswith(b"%PDF-")
    assert (tmp_path / "copy.pdf").stat().st_mode & 0o077 == 0
    with desk.practice.open().read() as uow:
        assert uow.session.query(AuditEvent).filter(AuditEvent.event == "document.saved").count() == 1


def test_search_and_filters_narrow_the_list(desk, qtbot):
    put(desk, b"Ejection fraction", "a.txt", "Echo", "imaging_report")
    put(desk, b"Something", "b.txt", "Letter", "letter")
    tab = open_tab(desk, qtbot)
    tab.left.search.setText("ejection")
    assert [row.title for row in tab.table.rows()] == ["Echo"]
    tab.left.search.setText("nowhere")
    assert tab.left.stack.currentWidget() is tab.left.nothing
    tab.left.show_all()
    tab.left.kind.setCurrentIndex(tab.left.kind.findData("letter"))
    tab.left.asked.emit()
    assert [row.title for row in tab.table.rows()] == ["Letter"]
    assert tab.status() == "1 of 2 documents, 2 new"


def test_the_front_desk_has_no_documents_tab_and_no_key(sit):
    desk = sit(Role.FRONT_DESK)
    assert desk.page("chart").tab_named("documents") is None
    assert "today.newest_note" not in desk.context.actions and "documents.add" not in desk.context.actions


def test_a_damaged_and_a_huge_picture_say_so(desk, qtbot, monkeypatch):
    from ui.reader import sources

    put(desk, picture()[:40], "a.png", "Broken")
    reader = read(open_tab(desk, qtbot), qtbot)
    assert reader.stack.currentWidget() is reader.message
    put(desk, picture(900, 900), "b.png", "Bomb", patient=desk.ben)
    monkeypatch.setattr(sources, "MOST_PICTURE_DOTS", 100_000)
    reader = read(open_tab(desk, qtbot, desk.ben), qtbot)
    assert reader.stack.currentWidget() is reader.message


def test_the_reader_keeps_words_only_no_markup_is_interpreted(desk, qtbot):
    put(desk, b"<b>bold</b> <img src='file:///etc/passwd'> & more", "a.txt", "Paper")
    reader = read(open_tab(desk, qtbot), qtbot)
    assert isinstance(reader.text, QTextEdit)
    assert reader.text.toPlainText() == "<b>bold</b> <img src='file:///etc/passwd'> & more"


def test_search_in_list_and_pages_knows_no_accents_and_no_capitals(desk, qtbot):
    put(desk, samples.pdf("Señora Muñoz: corazón"), "a.pdf", "Cardiología")
    put(desk, b"Nothing of it", "b.txt", "Letter")
    tab = open_tab(desk, qtbot)
    for typed in ("cardiologia", "CORAZON munoz", "corazón"):
        tab.left.search.setText(typed)
        assert [row.title for row in tab.table.rows()] == ["Cardiología"]
    tab.left.search.setText("corazon nothing")
    assert tab.left.stack.currentWidget() is tab.left.nothing
    tab.left.show_all()
    tab.table.go_to(next(row.id for row in tab.table.rows() if row.title == "Cardiología"))
    reader = read(tab, qtbot)
    with qtbot.waitSignal(reader.pages.found):
        reader.find_bar.edit.setText("munoz: CORAZON")
        reader.find_bar.look()
    assert reader.find_bar.count.text() == "1 of 1"


def test_pages_are_leafed_sized_and_turned_by_keyboard(desk, qtbot):
    put(desk, samples.pdf("one", "two heart", "three"), "a.pdf", "Paper")
    reader = read(open_tab(desk, qtbot), qtbot)
    pages = reader.pages
    assert reader.place.text().startswith("Page 1 of 3")
    desk.press("Ctrl+PgDown")
    assert pages.page() == 1
    desk.press("Right", "Left", "Ctrl+PgUp")
    assert pages.page() == 0
    desk.press("End")
    assert reader.place.text().startswith("Page 3 of 3")
    width = pages.percent
    desk.press("+", "+")
    assert pages.percent > width
    desk.press("0", "R")
    assert pages.turned == 90
    desk.press("Shift+R", "Shift+R")
    assert pages.turned == 270
    desk.press("Ctrl+Shift+Right", "Ctrl+Shift+Right")
    assert pages.turned == 90
    qtbot.waitUntil(lambda: pages.page() in pages.drawn_pages)
    assert pages._sizes[0] == (792, 612)


def test_a_match_is_marked_where_it_lies_on_a_turned_page(desk, qtbot):
    put(desk, samples.pdf("heart"), "a.pdf", "Paper")
    reader = read(open_tab(desk, qtbot), qtbot)
    with qtbot.waitSignal(reader.pages.found):
        reader.find_bar.edit.setText("heart")
        reader.find_bar.look()
    reader.turn(1)
    qtbot.waitUntil(lambda: 0 in reader.pages.drawn_pages)
    ((page, place),) = reader.pages._matches
    lies = reader.pages._turned(page, place)
    picture = reader.pages._pictures[reader.pages._wish(0)]
    scale = picture.width() / 792
    spot = picture.copy(int(lies.x() * scale), int(lies.y() * scale), int(lies.width() * scale) + 1,
                        int(lies.height() * scale) + 1)  # fmt: skip
    dark = sum(spot.pixelColor(x, y).lightness() < 128 for x in range(spot.width()) for y in range(spot.height()))
    assert dark > 20


def test_a_scan_turned_on_its_side_is_drawn_that_way_and_the_next_document_lies_straight(desk, qtbot):
    put(desk, picture(200, 100), "a.png", "Scan", written_on=dt.date(2026, 2, 1))
    put(desk, picture(100, 100), "b.png", "Other", written_on=dt.date(2026, 1, 1))
    tab = open_tab(desk, qtbot)
    reader = read(tab, qtbot)
    reader.turn_right.click()
    qtbot.waitUntil(lambda: 0 in reader.pages.drawn_pages)
    drawn = reader.pages._pictures[reader.pages._wish(0)]
    assert drawn.height() == 2 * drawn.width()
    tab.table.setFocus()
    desk.press("Down", "Return")
    assert reader.pages.turned == 0


def test_words_are_read_by_keyboard_and_cannot_be_turned(desk, qtbot):
    put(desk, "\n".join(f"Line {number}" for number in range(500)).encode(), "a.txt", "Paper")
    reader = read(open_tab(desk, qtbot), qtbot)
    before = reader.text.document().defaultFont().pointSizeF()
    desk.press("Ctrl+PgDown")
    assert reader.text.verticalScrollBar().value() > 0
    desk.press("Ctrl+PgUp")
    assert reader.text.verticalScrollBar().value() == 0
    desk.press("+")
    assert reader.text.document().defaultFont().pointSizeF() == before + 1
    assert not desk.context.actions.is_enabled("documents.turn_right") and reader.turn_right.isHidden()


def test_where_there_is_no_room_for_both_the_list_and_the_reader_take_turns(desk, qtbot):
    put(desk, b"words", "a.txt", "Paper")
    tab = open_tab(desk, qtbot)
    desk.window.resize(1600, 900)
    QApplication.processEvents()
    assert not tab.splitter.alone and tab.left.isVisible()
    before = Theme.current().points
    Theme.current().apply(Theme.current().name, 20)
    try:
        desk.window.resize(1280, 720)
        QApplication.processEvents()
        reader = read(tab, qtbot)
        assert reader.isVisible() and not tab.left.isVisible() and reader.to_list.isVisible()
        assert reader.text.hasFocus()
        qtbot.waitUntil(lambda: reader.text.width() > tab.width() * 0.9)
        assert reader.tools.isHidden()  # the paper has the room until somebody looks for a word
        desk.press("Ctrl+Shift+F", "'ord'", "Return")
        assert reader.find_bar.count.text() == "1 of 1" and reader.find_bar.isVisible()
        reader.find_bar.edit.clear()
        desk.press("Esc")
        assert reader.tools.isHidden() and reader.text.hasFocus()
        desk.press("Ctrl+Shift+Up")
        assert tab.table.hasFocus() and not reader.isVisible()
        desk.press("Return")
        assert reader.isVisible() and reader.text.hasFocus()
        reader.to_list.click()
        assert tab.left.isVisible()
    finally:
        Theme.current().apply(Theme.current().name, before)
