"""Section: the pathways there are, and which clinician of the practice stands for each."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QLocale

from icm_desktop.contracts.pathway_edits import EditablePathway
from icm_desktop.contracts.pathways import PathwayRow, RefusedFile
from icm_desktop.permissions import Privilege
from ui.dialogs.outcome import Outcome
from ui.dialogs.pathway_variation import VariationWindow
from ui.dialogs.set_up.adopt_pathway import AdoptPathwayDialog
from ui.dialogs.set_up.edit_pathway import EditPathwayDialog, GoBackDialog
from ui.feedback import Level
from ui.messages import say
from ui.pages.admin_sections.list_section import ListSection
from ui.pages.admin_sections.pathway_edition_words import EditionWords
from ui.pages.admin_sections.section import CHANGE, REMOVE, Command
from ui.tables.base import Chip, Column
from ui.widgets.shape_label import ShapeLabel

_TO_DO = "to_do"


class PathwaysSection(ListSection[PathwayRow]):
    """Every pathway with its source and version; it is used once a named clinician adopts it, until it changes."""

    name = "pathways"
    icon = "git-branch"
    opens = Privilege.SIGN_IN
    shows = frozenset({"pathway"})

    @property
    def _words(self) -> EditionWords:
        return EditionWords(self.context)

    @staticmethod
    def title() -> str:
        return QCoreApplication.translate("PathwaysSection", "Pathways")

    def intro(self) -> str:
        return self.tr(
            "Pathways say what is due for whom, and why. They come as drafts. A clinician reads one and adopts it; "
            "until then, and after it changes, it is only shown and nobody can be put into it. What a pathway for "
            'everyone asks stands in the chart; with "Change it for this practice" it is work on Today too.'
        )

    def nothing(self) -> tuple[str, str]:
        return self.tr("No pathways."), ""

    def empty_buttons(self) -> tuple[str, ...]:
        return ()

    def words(self) -> Mapping[str, str]:
        return {CHANGE: self.tr("&Adopt…"), REMOVE: self.tr("&Withdraw")}

    def commands(self) -> Iterable[Command]:
        yield Command("read", self.tr("&Read it"), self.read, "eye", "Ctrl+Shift+R")
        yield Command("edit", self.tr("Change &it for this practice…"), self.edit_it, "pencil", "Ctrl+Shift+S")
        yield Command("editions", self.tr("What is &different here"), self.show_editions, "history", None)
        yield Command("variation", self.tr("What is s&kipped"), self.show_variation, "list", "Ctrl+Shift+V")
        yield Command("back", self.tr("Earlier edition a&gain…"), self.go_back, "undo-2", None)

    def filters(self) -> Sequence[tuple[str, str]]:
        return ((_TO_DO, self.tr("To adopt")),)

    def keeps(self, row: PathwayRow, on: frozenset[str]) -> bool:
        return _TO_DO not in on or row.adoption_id is None or row.changed or row.pending

    def columns(self) -> Sequence[Column[PathwayRow]]:
        return (
            Column("title", self.tr("Pathway"), self._title, width=26, tip=self._title),
            Column("state", self.tr("State"), self._state, width=19, chip=self._chip),
            Column("who", self.tr("Adopted by"), self._who, width=22, tip=self._who),
            Column(
                "steps",
                self.tr("Steps"),
                lambda row: str(row.steps),
                lambda row: row.steps,
                width=7,
                number=True,
                hidden=True,
            ),
            Column("source", self.tr("Source"), lambda row: row.source, stretch=True, tip=lambda row: row.source),
            Column("year", self.tr("Year"), lambda row: str(row.year), width=7, hidden=True),
            Column("version", self.tr("Version"), self._version, width=19, tip=self._version),
            Column("sure", self.tr("How sure"), lambda row: say(f"content.mark_{row.mark}"), width=24, hidden=True),
        )

    @staticmethod
    def _title(row: PathwayRow) -> str:
        return row.title_es if QLocale().language() == QLocale.Language.Spanish else row.title

    def _version(self, row: PathwayRow) -> str:
        if not row.edition:
            return row.version
        return self.tr("{version}, edition {number}").format(version=row.version, number=row.edition)

    def _who(self, row: PathwayRow) -> str:
        whom = (row.adopted_by, self.context.formatting.date(row.adopted_on))
        return ", ".join(part for part in whom if part)

    def _state(self, row: PathwayRow) -> str:
        return self._chip(row).word

    def _chip(self, row: PathwayRow) -> Chip:
        if row.adoption_id is None:
            return Chip(Level.CAUTION, self.tr("Draft"))
        if row.changed:
            return Chip(Level.HIGH, self.tr("Changed since"))
        if row.pending:
            return Chip(Level.CAUTION, self.tr("Edition to adopt"))
        return Chip(Level.GOOD, self.tr("Adopted"))

    def record(self, row: PathwayRow) -> tuple[str, int] | None:
        return ("pathway_adoption", row.adoption_id) if row.adoption_id is not None else None

    def row_id(self, row: PathwayRow) -> Hashable:
        return row.id

    def _lay_out(self) -> None:
        self.refused = ShapeLabel(parent=self)
        self.refused.hide()
        self.body.addWidget(self.refused)
        super()._lay_out()

    def refresh(self) -> None:
        self.asked.ask("queries.pathways.shipped", done=self.show_rows)
        self.context.jobs.run("queries.pathways.refused", owner=self, done=self._say_refused)

    def _say_refused(self, files: tuple[RefusedFile, ...]) -> None:
        words = self.tr("{file}, line {line}, is not used: {reason}")
        told = [words.format(file=one.file, line=one.line, reason=one.reason) for one in files]
        self.refused.say(Level.HIGH.value, "\n".join(told))
        self.refused.setVisible(bool(told))

    def state(self) -> Mapping[str, object]:
        return {"search": self.search.text()}

    def can(self, action_id: str) -> bool:
        row = self.row
        if row is None:
            return False
        if action_id in ("read", "editions"):
            return True
        if action_id == "variation":
            return self.context.may(Privilege.CLINICAL_READ)
        if action_id in ("edit", "back"):
            return self.may_change and (action_id == "edit" or row.edition > 0)
        given = action_id == REMOVE and row.adoption_id is not None
        return self.may_change and (action_id == CHANGE or given)

    def change(self) -> None:
        if (row := self.row) is not None:
            dialog = AdoptPathwayDialog(self.context, row, self._title(row), self.window())
            told = self.tr("Adopted: {pathway}.").format(pathway=self._title(row))
            dialog.saved.connect(lambda saved: self.done(told, self.tr("adopt a pathway"), saved.changes))
            dialog.open()

    def remove(self) -> None:
        if (row := self.row) is not None and row.adoption_id is not None:
            told = self.tr("Withdrawn: {pathway}. It makes no work now.").format(pathway=self._title(row))
            self.context.jobs.run(
                "services.pathways.withdraw", row.id, owner=self,
                done=lambda saved: self.done(told, self.tr("withdraw a pathway"), saved.changes),
            )  # fmt: skip

    def _with_editions(self, then: Callable[[EditablePathway], object]) -> None:
        if (row := self.row) is not None:
            self.context.jobs.run("queries.pathway_edits.editable", row.id, owner=self, done=then)

    def edit_it(self) -> None:
        """Change a step or target for this practice."""
        self._with_editions(lambda found: self._open(EditPathwayDialog(self.context, found, self.window())))

    def go_back(self) -> None:
        """Have an earlier edition again."""
        self._with_editions(lambda found: self._open(GoBackDialog(self.context, found, self.window())))

    def _open(self, dialog: EditPathwayDialog | GoBackDialog) -> None:
        told = self.tr("Saved as a new edition. It counts once a clinician adopts it.")
        dialog.saved.connect(lambda saved: self.done(told, self.tr("change a pathway"), saved.changes))
        dialog.open()

    def show_editions(self) -> None:
        """What every edition changed of the shipped pathway, who made it and why."""
        headers = (self.tr("Edition"), self.tr("What"), self.tr("Shipped"), self.tr("Here"))

        def show(found: EditablePathway) -> None:
            rows = self._words.rows(found)
            Outcome(
                self.tr("What is different here"), self._words.title(found), headers, rows, (), self.window()
            ).show()

        self._with_editions(show)

    def show_variation(self) -> None:
        """What of the pathways is skipped and why, with the people behind each number."""
        VariationWindow(self.context, self.table.rows(), self.window()).show()

    def read(self) -> None:
        """Show all of the pathway of the row, line by line."""
        if (row := self.row) is None:
            return
        title, headers = self._title(row), (self.tr("Where"), self.tr("What it says"))

        def found(lines: tuple[tuple[str, str], ...]) -> None:
            Outcome(self.tr("Pathways"), title, headers, lines, (), self.window()).show()

        self.context.jobs.run("queries.content.lines", "pathways", row.id, owner=self, done=found)
