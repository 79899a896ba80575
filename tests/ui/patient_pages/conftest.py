"""A desk with the chart and the list of pages, and a printer that prints into files."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from tests.ui.desk import Desk, sit_down
from ui.dialogs.print_preview_paper import Paper, Wanted, ready
from ui.pages.chart import ChartPage
from ui.pages.pages_held import PagesHeldPage
from ui.pages.patients import PatientsPage

TODAY = dt.date(2026, 7, 14)


class FilePaper(Paper):
    """A printer with a name that prints each document into a file of its own."""

    def __init__(self, folder: Path) -> None:
        super().__init__("files")
        self.folder = folder
        self.asked: list[Wanted] = []

    @property
    def files(self) -> list[Path]:
        """What came out, in order."""
        return sorted(self.folder.glob("*.pdf"))

    def known(self, paper, pages):
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        self.folder.mkdir(exist_ok=True)
        printer.setOutputFileName(str(self.folder / f"{len(self.asked):03}.pdf"))
        self.asked.append(self.wanted)
        return ready(printer, paper, pages, self.wanted)


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    one = sit_down(tmp_path, (PatientsPage, ChartPage, PagesHeldPage), today=TODAY)
    qtbot.addWidget(one.window)
    yield one
    assert one.crashes == []


@pytest.fixture
def printer(tmp_path: Path) -> FilePaper:
    return FilePaper(tmp_path / "out")
