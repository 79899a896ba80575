"""Does a program save: its people against others over the same time, with everything it stands on and its warnings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QComboBox, QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from icm_desktop.contracts.outcomes import AskSavings, CohortChoice, SavingsFound
from icm_desktop.domain.costs import NO_RATES, Arm, CalendarMonth
from icm_desktop.errors import UserError
from icm_desktop.permissions import Privilege
from ui.context import AppContext
from ui.dates_input import Lean
from ui.latest import Latest
from ui.messages import say, sentence
from ui.pages.outcomes_words import OutcomeWords
from ui.room import room_for
from ui.widgets.buttons import Button
from ui.widgets.date_edit import DateEdit
from ui.widgets.flow import FlowLayout
from ui.widgets.form_field import FormField
from ui.widgets.labels import Text
from ui.widgets.scroll import VerticalScroll
from ui.widgets.shape_label import ShapeLabel

_YEAR = 12

_NAME = 34  # letters of the name of a group of people


class SavingsWindow(QDialog):
    """Above whom and when, below what it comes to; what may not be claimed is said and not reckoned."""

    def __init__(self, context: AppContext, words: OutcomeWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context, self._words = context, words
        self._asked, self._cohorts = Latest(context.jobs, self), Latest(context.jobs, self)
        self.found: SavingsFound | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Savings of a program"))
        self.group, self.others = QComboBox(), QComboBox()
        self.days = {name: DateEdit(context, lean=Lean.PAST) for name in ("before_from", "before_to", "from", "to")}
        self.warning = ShapeLabel(parent=self)
        self.reckoned = QGridLayout()
        self.sum = Text("body", wrap=True)
        self.stands_on = Text("small", tone="text_2", wrap=True)
        self._lay_out()
        for box in (self.group, self.others):  # names of groups are long
            box.setMinimumContentsLength(_NAME)
        self._usual_days()
        self.resize(room_for(self).boundedTo(QSize(context.theme.px(820), context.theme.px(660))))
        self._cohorts.ask("queries.outcomes.board.cohorts", done=self._know)
        self.group.setFocus()

    def _lay_out(self) -> None:
        px = self.context.theme.px
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(px(16), px(12), px(16), px(12))
        column.setSpacing(px(10))
        people = QWidget()
        row = FlowLayout(people, gap=px(12))
        row.addWidget(FormField(self.tr("People of the &program"), self.group))
        row.addWidget(FormField(self.tr("&Compared with"), self.others))
        column.addWidget(people)
        when = QWidget()
        days = FlowLayout(when, gap=px(12))
        for name, label in (
            ("before_from", self.tr("&Before: from")), ("before_to", self.tr("to")), ("from", self.tr("&After: from")),
            ("to", self.tr("to")),
        ):  # fmt: skip
            days.addWidget(FormField(label, self.days[name]))
        column.addWidget(when)
        ask = Button(self.tr("&Reckon"), "calculator", primary=True)
        ask.clicked.connect(lambda _on=False: self.ask())
        acts = QHBoxLayout()
        acts.addWidget(ask)
        if self.context.may(Privilege.SETTINGS):
            rates = Button(self.tr("Ra&tes and expenses…"))
            rates.clicked.connect(lambda _on=False: self.rates())
            acts.addWidget(rates)
        acts.addStretch(1)
        column.addLayout(acts)
        for part in (self.warning, self.sum):
            column.addWidget(part)
        column.addLayout(self.reckoned)
        column.addWidget(self.stands_on)
        column.addStretch(1)
        self.warning.hide()
        close = Button(self.tr("Close"))
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.setContentsMargins(px(16), 0, px(16), px(12))
        foot.addStretch(1)
        foot.addWidget(close)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(VerticalScroll(inside), 1)
        whole.addLayout(foot)

    def _usual_days(self) -> None:
        """The year up to the end of last month, and the year before it."""
        last = CalendarMonth.of(self.context.formatting.today()).after(-1)
        for name, day in (
            ("before_from", last.after(1 - 2 * _YEAR).day(1)), ("before_to", last.after(-_YEAR).last),
            ("from", last.after(1 - _YEAR).day(1)), ("to", last.last),
        ):  # fmt: skip
            self.days[name].set_day(day)

    def _know(self, cohorts: Sequence[CohortChoice]) -> None:
        self.group.clear()
        self.others.clear()
        self.group.addItem(self.tr("Choose…"), "")
        self.others.addItem(self.tr("Nobody"), "")
        programs_first = sorted(cohorts, key=lambda one: not one.id.startswith("program:"))
        for one in programs_first:
            words = self.tr("{title} ({number})").format(title=self._words.pick(one.title), number=one.members or 0)
            self.group.addItem(words, one.id)
            self.others.addItem(words, one.id)

    def _day(self, name: str) -> dt.date:
        return self.days[name].day or self.context.formatting.today()

    def ask(self) -> None:
        """Reckon it in the background."""
        request = AskSavings(
            str(self.group.currentData() or ""), str(self.others.currentData() or ""), self._day("before_from"),
            self._day("before_to"), self._day("from"), self._day("to"),
        )  # fmt: skip
        self.sum.setText(self.tr("Being reckoned…"))
        self._asked.ask("queries.outcomes.savings.compared", request, done=self.show_found, failed=self._refused)

    def _refused(self, error: UserError) -> None:
        self.warning.say("high", sentence(error, self.context.formatting))
        self.warning.show()
        self.sum.setText("")

    def show_found(self, found: SavingsFound) -> None:
        """What it comes to: the table of both groups, then what follows, then what must be said."""
        self.found = found
        codes = dict.fromkeys(found.found.why_not)
        told = " ".join(say(f"outcomes.{code}", self.context.formatting) for code in codes)
        self.warning.say("caution" if told else "good", told or self.tr("Compared with others of the same time."))
        self.warning.show()
        self.sum.setText(self.sentence(found))
        self._table(found)
        self.stands_on.setText(self._foundations(found))

    def money(self, value: float | None) -> str:
        """An amount; what is not known is said."""
        if value is None:
            return self.tr("not claimed")
        sign = "−\u2060" if value < 0 else ""  # kept on one line with its number
        return self.tr("{sign}${value}").format(sign=sign, value=self.context.formatting.cents(abs(value)))

    def sentence(self, found: SavingsFound) -> str:
        """What it comes to in words."""
        result = found.found
        if result.difference is None and result.naive is None:
            return self.tr("No savings can be told from this.")
        if result.difference is None:
            return self.tr("No savings can be told from this. Before and after alone would say {naive}, which is not "
                           "evidence of effect.").format(naive=self.money(result.naive))  # fmt: skip
        better = result.difference <= 0
        words = (
            self.tr("Against the others, cost went down by {difference} per member and month: gross savings {gross}, "
                    "program {program}, net {net}.") if better else
            self.tr("Against the others, cost went up by {difference} per member and month: gross savings {gross}, "
                    "program {program}, net {net}.")
        )  # fmt: skip
        return words.format(
            difference=self.money(abs(result.difference)), gross=self.money(result.gross),
            program=self._program(found), net=self.money(result.net),
        )  # fmt: skip

    def _table(self, found: SavingsFound) -> None:
        while (item := self.reckoned.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()  # it would stand under the new words until Qt comes to delete it
                widget.deleteLater()
        heads = ("", self.tr("The program"), self.tr("The others"))
        for place, words in enumerate(heads):
            self.reckoned.addWidget(Text("small", words, strong=True), 0, place)
        for at, (words, mine, theirs) in enumerate(self._lines(found), start=1):
            for place, each in enumerate((words, mine, theirs)):
                self.reckoned.addWidget(Text("body", each, wrap=place == 0), at, place)
        self.reckoned.setColumnStretch(0, 2)
        self.reckoned.setColumnStretch(1, 1)
        self.reckoned.setColumnStretch(2, 1)

    def _lines(self, found: SavingsFound) -> list[tuple[str, str, str]]:
        arms = (found.group, found.comparison)
        result, per = found.found, self.tr("{value} per member and month")

        def both(words: str, value: Callable[[Arm], str]) -> tuple[str, str, str]:
            mine, theirs = ("" if arm is None else value(arm) for arm in arms)
            return words, mine, theirs

        def monthly(value: float | None) -> str:
            return self.tr("not enough data") if value is None else per.format(value=self.money(value))

        lines = [
            both(self.tr("People who were members before and after"), lambda arm: f"{arm.members:n}"),
            both(self.tr("Member-months before, after"), lambda arm: f"{arm.months_before:n}, {arm.months_after:n}"),
            both(self.tr("Cost before"), lambda arm: monthly(arm.before)),
            both(self.tr("Cost after"), lambda arm: monthly(arm.after)),
        ]
        ratio = "" if result.ratio is None else f"{result.ratio:.2f}"
        back = self.tr("not claimed") if result.return_ is None else f"{result.return_:.2f}"
        lines += [
            (self.tr("Difference in differences"), monthly(result.difference), ""),
            (self.tr("Gross savings"), self.money(result.gross), ""),
            (self.tr("Cost of the program"), self._program(found), ""),
            (self.tr("Net savings"), self.money(result.net), ""),
            (self.tr("Gross savings for each dollar of the program"), ratio or self.tr("not claimed"), ""),
            (self.tr("Return: net for each dollar"), back, ""),
            (self.tr("The program breaks even at"), monthly(result.break_even), ""),
            (self.tr("Before and after alone would claim"), self.money(result.naive),
             self.tr("not evidence of effect")),
        ]  # fmt: skip
        return lines

    def _program(self, found: SavingsFound) -> str:
        """What the program cost, as far as that is known."""
        if NO_RATES not in found.found.why_not:
            return self.money(found.found.program)
        return self.tr("not known") if not found.found.program else self.tr("at least {amount}").format(
            amount=self.money(found.found.program)
        )  # fmt: skip

    def _foundations(self, found: SavingsFound) -> str:
        parts = [self.tr("Allowed amounts by the month of the service, months insured on the 15th, not capped at any "
                         "amount. Billing revenue is no saving and is not counted.")]  # fmt: skip
        for one in found.minutes:
            role = say(f"role.{one.role}", self.context.formatting)
            cost = self.money(one.cost) if one.cost is not None else self.tr("no rate set")
            words = self.tr("{role}: {minutes} minutes, {cost}.")
            parts.append(words.format(role=role, minutes=one.minutes, cost=cost))
        if found.expenses:
            parts.append(self.tr("Other expenses: {amount}.").format(amount=self.money(found.expenses)))
        if found.in_both:
            parts.append(self.tr("%n patient(s) of both groups count in the program only.", "", found.in_both))
        return " ".join(parts)

    def rates(self) -> None:
        """What an hour of each role costs, and monthly expenses."""
        from ui.dialogs.program_costs import ProgramCostsDialog

        ProgramCostsDialog(self.context, self).open()
