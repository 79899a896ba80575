"""Documents come in by dropping files and go out on paper: real drop events, a printer that writes a PDF."""

from __future__ import annotations

import pypdfium2 as pdfium
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QDialog

from db.models.audit import AuditEvent
from icm_desktop.contracts.documents import DocumentFilter
from tests.documents import samples
from tests.ui.documents.conftest import put
from tests.ui.documents.test_documents_tab import open_tab, picture, read
from ui.dialogs.document import DocumentDialog
from ui.dialogs.print_preview_paper import printer_key
from ui.widgets.pdf_view import PdfDocument


def drag(tab, mime):
    """Drag this over the tab and let it go; whether it was taken."""
    copy, button, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(40, 40), copy, mime, button, none)
    enter.ignore()
    QApplication.sendEvent(tab, enter)
    if enter.isAccepted():
        drop = QDropEvent(QPointF(40, 40), copy, mime, button, none)
        QApplication.sendEvent(tab, drop)
    QApplication.processEvents()
    return enter.isAccepted()


def of_files(*paths):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def dialogs(desk):
    return [one for one in desk.window.findChildren(DocumentDialog) if one.isVisible()]


def titles(desk):
    return sorted(row.title for row in desk.run("queries.documents.documents", DocumentFilter(desk.ana)).rows)


def test_several_files_dropped_are_asked_about_one_after_the_other(desk, qtbot, tmp_path):
    files = [tmp_path / name for name in ("echo.txt", "bad.exe", "labs.pdf")]
    for path, data in zip(files, (b"Ejection fraction", b"MZ\x90\x00", samples.pdf("Potassium")), strict=True):
        path.write_bytes(data)
    tab = open_tab(desk, qtbot)
    assert drag(tab, of_files(*files))
    assert dialogs(desk)[-1].title.text() == "echo"
    desk.press("Ctrl+Return")
    assert dialogs(desk)[-1].title.text() == "bad"
    desk.press("Ctrl+Return")
    assert "cannot be shown here" in dialogs(desk)[-1].summary.text  # the others wait until this one is settled
    dialogs(desk)[-1].reject()
    QApplication.processEvents()
    assert dialogs(desk)[-1].title.text() == "labs"
    desk.press("Ctrl+Return")
    assert titles(desk) == ["echo", "labs"] and dialogs(desk) == []


def test_a_folder_and_an_address_are_refused_in_words_and_files_beside_them_go_on(desk, qtbot, tmp_path):
    (tmp_path / "scans").mkdir()
    (tmp_path / "note.txt").write_bytes(b"words")
    told = []
    desk.context.feedback.said.connect(lambda _level, words: told.append(words))
    mime = of_files(tmp_path / "scans", tmp_path / "note.txt")
    mime.setUrls([*mime.urls(), QUrl("https://example.org/a.pdf")])
    tab = open_tab(desk, qtbot)
    assert drag(tab, mime)
    assert told == [
        "Only files of this computer can be added. Save the others first.",
        "scans is a folder. Add the files in it.",
    ]
    assert [one.title.text() for one in dialogs(desk)] == ["note"]
    dialogs(desk)[0].reject()


def test_what_is_no_file_is_not_taken_at_all(desk, qtbot):
    tab = open_tab(desk, qtbot)
    text, far = QMimeData(), QMimeData()
    text.setText("some words")
    far.setUrls([QUrl("https://example.org/a.pdf")])
    assert not drag(tab, text) and not drag(tab, far)
    assert dialogs(desk) == []


class Upstairs(QPrinter):
    """A printer with a name, which prints into a file."""

    def printerName(self):  # noqa: N802  Qt's name
        return "Upstairs-2"


def printed(desk, tab, path):
    """Print what is shown to a file and give it back as a PDF."""

    def printer():
        made = Upstairs(QPrinter.PrinterMode.HighResolution)
        made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        made.setOutputFileName(str(path))
        return made

    tab.out.ask_printer = printer
    desk.press("Ctrl+Shift+P")
    return pdfium.PdfDocument(path.read_bytes())


def text_of(document):
    return " ".join(page.get_textpage().get_text_range() for page in document)


def prints(desk):
    with desk.practice.open().read() as uow:
        return uow.session.query(AuditEvent).filter(AuditEvent.event == "document.printed").count()


def test_words_are_printed_whole_and_recorded(desk, qtbot, tmp_path):
    lines = "\n".join(f"Line {number} of the note" for number in range(400))
    put(desk, lines.encode(), "a.txt", "Long note")
    tab = open_tab(desk, qtbot)
    read(tab, qtbot)
    document = printed(desk, tab, tmp_path / "paper.pdf")
    text = text_of(document)
    assert [f"Line {number} of the note" in text for number in (0, 200, 399)] == [True] * 3
    assert len(document) > 3 and prints(desk) == 1
    assert desk.context.preferences.text(printer_key("document")) == "Upstairs-2"  # chosen already the next time
    document.close()


def test_a_narrative_is_printed_with_its_tables(desk, qtbot, tmp_path):
    put(desk, samples.CCDA, "a.xml", "Consult")
    tab = open_tab(desk, qtbot)
    read(tab, qtbot)
    document = printed(desk, tab, tmp_path / "paper.pdf")
    text = text_of(document)
    assert [word in text for word in ("Consult note", "Weigh daily", "Furosemide", "at 8")] == [True] * 4
    document.close()


def ink(path, page):
    """How many dots of a page are not white."""
    document = PdfDocument(path.read_bytes())
    image = document.picture(page, 0.5)
    document.close()
    dots = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return sum(dot.lightness() < 200 for dot in dots)


@pytest.mark.parametrize(("name", "data", "pages"), [
    ("a.pdf", samples.pdf("First page", "Second page"), 2),
    ("a.png", picture(300, 200), 1),
])  # fmt: skip
def test_pages_are_printed_one_to_a_sheet(desk, qtbot, tmp_path, name, data, pages):
    put(desk, data, name, "Scan")
    tab = open_tab(desk, qtbot)
    read(tab, qtbot)
    document = printed(desk, tab, tmp_path / "paper.pdf")
    assert len(document) == pages and prints(desk) == 1
    document.close()
    assert all(ink(tmp_path / "paper.pdf", page) > 40 for page in range(pages))


def test_nothing_is_printed_when_the_person_thinks_better_of_it(desk, qtbot):
    put(desk, b"words", "a.txt", "Note")
    tab = open_tab(desk, qtbot)
    read(tab, qtbot)
    tab.out.ask_printer = lambda: None
    desk.press("Ctrl+Shift+P")
    assert prints(desk) == 0 and desk.window.findChildren(QDialog) == []
