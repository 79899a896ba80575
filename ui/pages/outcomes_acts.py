"""Acts of the Outcomes page: names, savings, surveys, the report and files that leave."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject
from PySide6.QtWidgets import QFileDialog

from icm_desktop.contracts.day_sheets import SheetMade
from icm_desktop.contracts.outcomes import (
    AskBehindFigure,
    FigureRow,
    GroupPoint,
    ImportTable,
    OutcomeSaved,
    OutcomesWritten,
    PrintOutcomes,
    SaveOutcomes,
)
from ui.context import AppContext
from ui.feedback import Level

if TYPE_CHECKING:
    from ui.pages.outcomes import OutcomesPage


class OutcomeActs(QObject):
    """Each opens over the page."""

    def __init__(self, context: AppContext, page: OutcomesPage) -> None:
        super().__init__(page)
        self.context, self.page = context, page

    def people(self) -> None:
        """Who is behind the figure."""
        from ui.dialogs.outcome_people import OutcomePeopleDialog

        row, found = self.page.figure(), self.page.found
        if row is None or found is None:
            return
        group = self.page.detail.groups.current_row() if self.page.detail.groups.hasFocus() else None
        asked = AskBehindFigure(
            found.asked, row.id, grouped=group is not None, key=group.key if group is not None else None,
            edition=row.edition, rate=row.rate,
        )  # fmt: skip
        if group is not None:
            row = _of_group(row, group, self.page.words.group_name(group, found.asked.by))
        OutcomePeopleDialog(self.context, self.page.words, row, asked, self.page.window()).open()

    def reckon_levels(self, then: Callable[[], object]) -> None:
        """Reckon the risk level of everybody first, in the background."""
        self.context.jobs.run(
            "services.risk.reckon_levels", owner=self, done=lambda _found: then(), lane="long",
            label=self.tr("Reckoning risk levels"),
        )  # fmt: skip

    def savings(self) -> None:
        """The program against others."""
        from ui.dialogs.savings import SavingsWindow

        SavingsWindow(self.context, self.page.words, self.page.window()).open()

    def surveys(self) -> None:
        """What surveys say, and a survey that came back."""
        from ui.dialogs.surveys import SurveysWindow

        SurveysWindow(self.context, self.page.filters.asked(), self.page.window()).open()

    def import_table(self) -> None:
        """A table that classifies emergency visits."""
        title = self.tr("Import a table of emergency visits")
        path, _kind = QFileDialog.getOpenFileName(self.page.window(), title, "", "CSV (*.csv)")
        if path:
            self.take_table(path)

    def take_table(self, path: str) -> None:
        """Read this file."""

        def done(saved: OutcomeSaved) -> None:
            words = self.tr("%n codes imported", "", saved.rows)
            self.context.feedback.done(words, self.tr("import a table of emergency visits"), saved.changes)

        self.context.jobs.run("services.outcomes.import_table", ImportTable(path), owner=self, done=done,
                              failed=self.context.feedback.refuse)  # fmt: skip

    # what leaves

    def print_report(self) -> None:
        """The board as pages for others, seen before it is printed; small numbers are not told."""
        if self.page.found is None:
            return
        language = "es" if QLocale().language() == QLocale.Language.Spanish else "en"
        self.context.jobs.run(
            "reports.outcomes.render", PrintOutcomes(self.page.found.asked, language), owner=self, done=self._preview,
            failed=self.context.feedback.refuse, lane="long", label=self.tr("Making the report"),
        )  # fmt: skip

    def _preview(self, sheet: SheetMade) -> None:
        from ui.dialogs.sheet_preview import SheetPreview

        name = f"outcomes-{self.context.formatting.today().isoformat()}"
        title = self.tr("Outcomes")
        SheetPreview(sheet.pdf, self.page.window(), title=title, file_name=name, missing=sheet.missing).open()

    def save_csv(self) -> None:
        """Every figure, its course and its groups as a table; without names."""
        self._save("csv", "CSV (*.csv)")

    def save_fhir(self) -> None:
        """A Bundle of MeasureReports; without names."""
        self._save("fhir", "FHIR (*.json)")

    def _save(self, form: str, kinds: str) -> None:
        if self.page.found is None:
            return
        ending = ".csv" if form == "csv" else ".json"
        name = f"outcomes-{self.context.formatting.today().isoformat()}{ending}"
        path, _kind = QFileDialog.getSaveFileName(self.page.window(), self.tr("Save outcomes"), name, kinds)
        if path:
            self.write(form, path if path.lower().endswith(ending) else f"{path}{ending}")

    def write(self, form: str, path: str) -> None:
        """Write the file."""
        if self.page.found is None:
            return

        def done(written: OutcomesWritten) -> None:
            words = self.tr("%n rows written, without names. Fewer than 11 are not told.", "", written.rows)
            self.context.feedback.say(words, Level.GOOD)

        request = SaveOutcomes(self.page.found.asked, form, path)
        self.context.jobs.run(
            "services.outcome_files.save", request, owner=self, done=done, failed=self.context.feedback.refuse,
            lane="long", label=self.tr("Writing outcomes"),
        )  # fmt: skip


def _of_group(row: FigureRow, group: GroupPoint, name: str) -> FigureRow:
    """A figure as it is in one of its groups."""
    title = {key: f"{words} · {name}" for key, words in row.title.items()}
    return replace(row, title=title, now=group.point, before=None, other=None)
