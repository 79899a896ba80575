"""A sheet before it is printed: what no font has is said, and it goes to the printer of the last time."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from ui.dialogs.print_preview_paper import Paper, Wanted, printer_key, ready
from ui.dialogs.sheet_preview import SheetPreview
from ui.preferences import Preferences


@pytest.mark.parametrize(("missing", "told"), [("王👩", "王👩"), ("", "")])
def test_letters_that_print_as_squares_are_named_first(qtbot, missing, told):
    owner = QWidget()
    qtbot.addWidget(owner)
    preview = SheetPreview(b"%PDF-1.4", owner, title="Day sheet", missing=missing)

    assert preview.message.isVisibleTo(preview) == bool(missing)
    assert told in preview.message.text


class Known(Paper):
    """A printer that is known and prints into a file; nobody may be asked which one."""

    def __init__(self, file: Path) -> None:
        super().__init__("FrontDesk-2")
        self.file = file

    @staticmethod
    def is_there() -> bool:
        return True

    def known(self, paper, pages):
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFileName(str(self.file))
        return ready(printer, paper, pages, self.wanted)

    def choose(self, parent, paper, pages):
        raise AssertionError("a printer was asked for")


class Asked(Paper):
    """There is a printer, and somebody who is asked for it changes their mind."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[tuple[str, int]] = []

    @staticmethod
    def is_there() -> bool:
        return True

    def choose(self, parent, paper, pages):
        self.asked.append((paper, pages))


@pytest.fixture
def owner(qtbot) -> QWidget:
    """The window beneath."""
    window = QWidget()
    qtbot.addWidget(window)
    return window


def sheet(owner: QWidget, preferences: Preferences, pages: int = 3) -> SheetPreview:
    """A preview of some pages of A4."""
    written = BytesIO()
    canvas = Canvas(written, pagesize=A4)
    for _ in range(pages):
        canvas.drawString(72, 72, "x")
        canvas.showPage()
    canvas.save()
    return SheetPreview(written.getvalue(), owner, file_name="day-2026-07-14", preferences=preferences)


def test_it_prints_at_once_where_such_sheets_were_printed_last(qtbot, owner, tmp_path):
    preferences = Preferences(tmp_path / "settings.ini")
    preferences.keep(printer_key("day"), "FrontDesk-2")
    preview = sheet(owner, preferences)
    assert (preview.paper.name, preview.other_button.isHidden()) == ("FrontDesk-2", False)
    preview.show()
    qtbot.waitUntil(lambda: preview.print_button.text().startswith("&Print 3 page"))
    preview.paper = Known(tmp_path / "out.pdf")
    preview.print_sheet()
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF")
    assert preview.paper.wanted == Wanted(1, two_sided=True, name="day-2026-07-14")


def test_without_a_printer_of_the_last_time_one_is_chosen_and_the_paper_is_that_of_the_pages(owner, tmp_path):
    preview = sheet(owner, Preferences(tmp_path / "settings.ini"))
    assert preview.other_button.isHidden()
    preview.paper = paper = Asked()
    preview.print_sheet()
    assert paper.asked == [("a4", 3)]
