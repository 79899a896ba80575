"""Words of outcomes: values with what is under the line, sentences, what must be said beside a figure."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QLocale

from icm_desktop.contracts.outcomes import (
    CLINICAL,
    COST,
    EXPERIENCE,
    UTILISATION,
    FigureRow,
    GroupPoint,
    Outcomes,
    Point,
)
from icm_desktop.domain.statistics import FEW_TO_COMPARE
from ui.context import AppContext
from ui.messages import say
from ui.tables.base import Column


class OutcomeWords:
    """Words in the language of the screen."""

    def __init__(self, context: AppContext) -> None:
        self._shown = context.formatting

    @staticmethod
    def tr(text: str, note: str = "", number: int = -1) -> str:
        """The text in the language of the screen."""
        return QCoreApplication.translate("OutcomeWords", text, note, number)

    @staticmethod
    def pick(words: Mapping[str, str]) -> str:
        """The words of content in the language of the screen."""
        spanish = QLocale().language() == QLocale.Language.Spanish
        return words.get("es" if spanish else "en") or words.get("en", "")

    def family(self, family: str) -> str:
        """What a family of figures is called."""
        return {
            CLINICAL: self.tr("Clinical outcomes"), UTILISATION: self.tr("Use of hospitals"), COST: self.tr("Cost"),
            EXPERIENCE: self.tr("Experience"),
        }[family]  # fmt: skip

    def by(self, by: str) -> str:
        """What figures are grouped by."""
        return {
            "": self.tr("Nothing"), "clinician": self.tr("Clinician"), "site": self.tr("Site"),
            "language": self.tr("Language"), "payer": self.tr("Insurance"), "risk": self.tr("Risk level"),
            "pathway": self.tr("Pathway"),
        }[by]  # fmt: skip

    # values

    def value(self, row: FigureRow, point: Point | None) -> str:
        """A value in its unit; words where too few count."""
        if point is None:
            return ""
        if point.value is None:
            return self.tr("Not enough data")
        return self.number(row, point.value)

    def number(self, row: FigureRow, value: float) -> str:
        """A number in the unit of a figure."""
        if row.unit == "percent":
            return self.tr("{value} %").format(value=self._shown.number(value, 1))
        if row.unit == "money":
            return self.tr("${value}").format(value=self._shown.cents(value))
        return self.tr("{value} per 1,000").format(value=self._shown.number(value, 0))

    def counted(self, row: FigureRow, point: Point) -> str:
        """What is over what is under the line."""
        over = self.count(point.n)
        if row.unit == "money":
            over = self.tr("${value}").format(value=self._shown.number(point.n, 0))
        words = self.tr("{over} of {under} {what}") if row.unit == "percent" else self.tr("{over} in {under} {what}")
        return words.format(over=over, under=self.count(point.of), what=self.pick(row.of_words))

    def under(self, row: FigureRow) -> str:
        """What stands under a value: how many count, and between what the true one probably lies."""
        if row.now.value is None:
            return self.needs(row)
        together = self.interval(row, row.now).replace(" ", "\u00a0")  # on one line
        return " · ".join(filter(None, (self.counted(row, row.now), together)))

    def count(self, number: float) -> str:
        """How many; of shares what they come to."""
        return self._shown.number(number, 2)

    def needs(self, row: FigureRow) -> str:
        """How many are still missing; that there are enough, where something else is not known."""
        enough = row.now.of >= row.needs
        words = self.tr("{under} {what}.") if enough else self.tr("{under} {what}. Needs {needs}.")
        return words.format(under=self.count(row.now.of), what=self.pick(row.of_words), needs=row.needs)

    def interval(self, row: FigureRow, point: Point) -> str:
        """Where the true value probably lies."""
        if point.low is None or point.high is None:
            return ""
        words = self.tr("95 %: {low} to {high}")
        return words.format(low=self.number(row, point.low), high=self.number(row, point.high))

    def target(self, row: FigureRow) -> str:
        """What is aimed at."""
        if row.target is None:
            return self.tr("Lower is better") if row.better == "lower" else self.tr("Higher is better")
        words = self.tr("Target: at most {value}") if row.better == "lower" else self.tr("Target: at least {value}")
        return words.format(value=self.number(row, row.target))

    def sentence(self, row: FigureRow) -> str:
        """The whole tile in words."""
        name = self.pick(row.title)
        if row.now.value is None:
            return self.tr("{name}: not enough data. {needs}").format(name=name, needs=self.needs(row))
        parts = [f"{name}: {self.value(row, row.now)} ({self.counted(row, row.now)})"]
        if interval := self.interval(row, row.now):
            parts.append(interval)
        for words, point in ((self.tr("the period before"), row.before), (self.tr("the others"), row.other)):
            if point is not None:
                parts.append(f"{words}: {self.value(row, point)} ({self.counted(row, point)})")
        return "; ".join(parts) + "."

    def course(self, row: FigureRow) -> str:
        """How the course of twelve months goes, in words."""
        told = [one for one in row.line if one.value is not None]
        if len(told) < 2 or told[0].value is None or told[-1].value is None:
            return self.tr("Too few months have enough data for a line.")
        first, last = told[0], told[-1]
        words = self.tr("From {first} ({first_on}) to {last} ({last_on}), each point the whole period that ends then.")
        return words.format(
            first=self.value(row, first), first_on=self._shown.date(first.end), last=self.value(row, last),
            last_on=self._shown.date(last.end),
        )  # fmt: skip

    def notes(self, row: FigureRow, found: Outcomes | None) -> str:
        """What must be said beside it."""
        told = [say(f"outcomes.note_{row.note}", self._shown)] if row.note else []
        if row.unit == "percent" and row.now.value is not None and row.now.of < FEW_TO_COMPARE:
            told.append(say("outcomes.few_to_compare", self._shown))
        if found is not None and found.chosen_for_use and row.family in (UTILISATION, COST):
            told.append(say("outcomes.chosen_for_use", self._shown))
        if row.not_ready:
            told.append(self.tr("The records of %n patient(s) changed and are still being looked through.", "",
                                row.not_ready))  # fmt: skip
        return " ".join(told)

    def source(self, row: FigureRow) -> str:
        """Where the definition comes from and how sure it is."""
        mark = say(f"content.mark_{row.mark}", self._shown)
        words = self.tr("Source: {source} ({mark}), version {version}.")
        told = words.format(source=row.source, mark=mark, version=row.version)
        return f"{told} {self.lists(row)}" if row.lists.any else told

    def lists(self, row: FigureRow) -> str:
        """Where the lists of codes of a measure came from."""
        lists = row.lists
        words = self.tr("Lists of codes: {imported} imported, {open} our own open ones.")
        told = words.format(imported=lists.imported, open=lists.open)
        if not lists.none:
            return told
        return told + " " + self.tr("There is no list for: {names}.").format(names=", ".join(lists.none))

    def group_name(self, group: GroupPoint, by: str) -> str:
        """What a group is called."""
        if group.key is None:
            return self.tr("not known")
        if by == "language":
            return self._shown.language(str(group.key))
        if by == "risk":
            return self.tr("Level {level}").format(level=group.key)
        return group.name or str(group.key)

    # columns

    def course_columns(self, row: FigureRow | None) -> tuple[Column[Point], ...]:
        """The course as a table; `row`: of which figure."""
        shown = self._shown

        def value(point: Point) -> str:
            return "" if row is None else self.value(row, point)

        def interval(point: Point) -> str:
            return "" if row is None else self.interval(row, point)

        return (
            Column("end", self.tr("Period ends"), lambda one: shown.date(one.end), lambda one: one.end, 13,
                   copy=lambda one: one.end.isoformat()),
            Column("value", self.tr("Value"), value, lambda one: one.value, 16, number=True),
            Column("n", self.tr("Over the line"), lambda one: self.count(one.n), lambda one: one.n, number=True),
            Column("of", self.tr("Under the line"), lambda one: self.count(one.of), lambda one: one.of, number=True),
            Column("interval", self.tr("Interval"), interval, stretch=True),
        )  # fmt: skip
