"""A list of our own: a rule put together line by line, told in words and tried before it is saved."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from icm_desktop.contracts.populations import PopulationRow, RuleTried, SaveRule
from icm_desktop.domain.populations import Criterion
from icm_desktop.errors import UserError
from ui.context import AppContext
from ui.dialogs.form_dialog import FormDialog
from ui.dialogs.population_rule_line import RuleLine
from ui.latest import Latest
from ui.messages import sentence
from ui.pages.populations_words import PopulationWords
from ui.widgets.buttons import Button
from ui.widgets.form_field import FormField
from ui.widgets.labels import Text

_NAMED = 3  # people named under a rule that is tried


class PopulationRuleDialog(FormDialog):
    """Lines joined by "and" must all hold; one joined by "or" belongs to the line above it."""

    def __init__(
        self, context: AppContext, words: PopulationWords, row: PopulationRow | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, None, "", parent)
        self._words, self._row = words, row
        self._tried = Latest(context.jobs, self)
        it = row.population if row is not None else None
        self.setWindowTitle(self.tr("New list") if it is None else self.tr("Change the list"))
        self.save_button.setText(self.tr("&Save the list"))
        self.title_edit, self.about_edit = QLineEdit(), QLineEdit()
        self.add("title", FormField(self.tr("&Name of the list"), self.title_edit, required=True))
        self.add("about", FormField(self.tr("&What it is for"), self.about_edit))
        self.column.addWidget(Text("section", self.tr("Who belongs to it")))
        self.lines: list[RuleLine] = []
        self._box = QVBoxLayout()
        self.column.addLayout(self._box)
        self.more = Button(self.tr("Add a &line"), "plus")
        self.more.clicked.connect(lambda _on=False: self.add_line())
        self.add_box(self.more)
        self.told = Text("body", wrap=True)
        self.tried = Text("small", tone="text_2", wrap=True)
        self.try_it = Button(self.tr("&Try it"), "search")
        self.try_it.clicked.connect(lambda _on=False: self.ask())
        self.use = QCheckBox(self.tr("These people are chosen because of &high use (regression to the mean is told)"))
        for part in (self.told, self.try_it, self.tried):
            self.column.addWidget(part)
        self.add_box(self.use)
        self._fill(row)
        self.fit(900)
        self.title_edit.setFocus()

    def _fill(self, row: PopulationRow | None) -> None:
        if row is None:
            self.add_line()
            return
        self.title_edit.setText(self._words.pick(row.population.title))
        self.about_edit.setText(self._words.pick(row.population.about))
        self.use.setChecked(row.population.chosen_for_use)
        for criterion in row.population.criteria:
            for place, one in enumerate(criterion.any_of):
                self.add_line().show_ask(one, alternative=place > 0)

    def add_line(self) -> RuleLine:
        """One more question."""
        line = RuleLine(self.context, self._words, first=not self.lines)
        line.changed.connect(self._say)
        line.removed.connect(lambda: self._remove(line))
        self.lines.append(line)
        self._box.addWidget(line)
        self._say()
        self.make_room()
        line.kind.setFocus()
        return line

    def _remove(self, line: RuleLine) -> None:
        if len(self.lines) > 1:
            self.lines.remove(line)
            self._box.removeWidget(line)
            line.deleteLater()
            self.lines[0].be_first()
            self._say()

    def criteria(self) -> tuple[Criterion, ...]:
        """The rule as it stands."""
        found: list[Criterion] = []
        for line in self.lines:
            if line.alternative and found:
                found[-1] = Criterion((*found[-1].any_of, line.ask()))
            else:
                found.append(Criterion((line.ask(),)))
        return tuple(found)

    def _say(self) -> None:
        self.told.setText(self._words.rule(self.criteria()))
        self.tried.setText("")

    def ask(self) -> None:
        """Whom the rule would find, without saving it."""
        self.tried.setText(self.tr("Looking…"))
        self._tried.ask("queries.populations.lists.tried", self.criteria(), done=self._show, failed=self._refused)

    def _refused(self, error: UserError) -> None:
        self.tried.setText(sentence(error, self.context.formatting))

    def _show(self, found: RuleTried) -> None:
        words = [self.tr("%n patient(s) are as this says.", "", found.members)]
        for row in found.rows[:_NAMED]:
            words.append(f"{self.context.formatting.name(row.head)}: {self._words.facts(row)}")
        self.tried.setText("\n".join(words))
        self.make_room()

    def save(self) -> None:
        it = self._row.population if self._row is not None else None
        request = SaveRule(
            self.title_edit.text(), self.criteria(), self.about_edit.text(), self.use.isChecked(),
            it.own_id if it is not None else None, self._row.row_version if self._row is not None else 0,
        )  # fmt: skip
        self.run("services.populations.save_rule", request)
