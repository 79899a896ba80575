"""The words of results: groups, flags, ranges, trends in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from icm_desktop.contracts.results import ResultLine, ResultValue, Series
from icm_desktop.domain import moments
from ui.context import AppContext
from ui.feedback import Level
from ui.pages.record_words import RecordWords
from ui.pages.value_words import coded
from ui.tables.base import Chip, Column
from ui.tables.tree import Heading, Node


class ResultWords:
    """Results in the language of the screen."""

    def __init__(self, context: AppContext) -> None:
        self._context, self.records = context, RecordWords(context)

    @staticmethod
    def tr(text: str, note: str = "", number: int = -1) -> str:
        """The text in the language of the screen."""
        return QCoreApplication.translate("ResultWords", text, note, number)

    def group(self, group: str) -> str:
        """The name of a group of measurements."""
        known = {
            "": self.tr("Other results"),
            "survey": self.tr("Scores and answers"),
            "procedure": self.tr("Measured in a procedure"),
        }
        return known.get(group) or coded(group)

    # the list of measurements

    def columns(self) -> tuple[Column[ResultLine], ...]:
        """The columns of the list."""
        return (
            Column("name", self.tr("Measurement"), self.name, width=16, stretch=True),
            Column("latest", self.tr("Last value"), lambda line: line.latest.text, width=14, least="142/88 mm Hg"),
            Column("flag", self.tr("Range"), lambda _line: "", chip=lambda line: self.chip(line.latest), width=12),
            Column("day", self.tr("Date"), lambda line: self.day(line.latest), width=11),
            Column("trend", self.tr("Trend"), lambda _line: "", width=8, tip=self.trend_of_line,
                   trend=lambda line: [value for _, value in line.points]),
            Column("count", self.tr("Values"), lambda line: str(line.count), width=6, number=True),
        )  # fmt: skip

    def name(self, line: ResultLine) -> str:
        """What is measured; that its unit cannot be converted is said."""
        if not line.apart:
            return line.name
        return self.tr("{name} (in {unit}, not comparable)").format(name=line.name, unit=line.unit)

    def chip(self, value: ResultValue) -> Chip | None:
        """Where the value lies; what the sender says otherwise, or a date in the future is said too."""
        if value.future:
            return Chip(Level.CAUTION, self.tr("Future"))
        if value.disagrees:
            return Chip(Level.CAUTION, self.tr("Unclear"))
        return {
            "low": Chip(Level.HIGH, self.tr("Low")),
            "high": Chip(Level.HIGH, self.tr("High")),
            "normal": Chip(Level.GOOD, self.tr("In range")),
        }.get(value.flag or "")

    def day(self, value: ResultValue) -> str:
        """The local day of a value."""
        return self._context.formatting.partial_date(value.day) if value.day else ""

    def sentence(self, line: ResultLine) -> str:
        """The line for a screen reader."""
        chip = self.chip(line.latest)
        parts = (self.name(line), line.latest.text, chip.word if chip else "", self.day(line.latest))
        return ", ".join(part for part in (*parts, self.trend_of_line(line)) if part)

    def trend_of_line(self, line: ResultLine) -> str:
        """The last values in words."""
        if len(line.points) < 2:
            return ""
        (day, first), (_, last) = line.points[0], line.points[-1]
        shown = self._context.formatting
        return self.tr("from {first} on {day} to {last}").format(
            first=shown.number(first, 2), day=shown.partial_date(day), last=shown.number(last, 2)
        )

    def nodes(self, lines: Sequence[ResultLine]) -> list[Node]:
        """Groups as headings, panels and measurements beneath, parts folded under their panel."""
        groups: dict[str, list[Node]] = {}
        panels: dict[tuple[str, str], list[Node]] = {}
        for line in lines:
            parts = tuple(Node(f"{line.key}/{part.key}", part) for part in line.parts)
            node = Node(line.key, line, parts, opened=False)
            if line.panel:
                panels.setdefault((line.group, line.panel), []).append(node)
            else:
                groups.setdefault(line.group, []).append(node)
        for (group, panel), nodes in panels.items():
            groups.setdefault(group, []).append(Node(f"panel:{group}:{panel}", Heading(panel), tuple(nodes)))
        order = list(dict.fromkeys(line.group for line in lines))
        return [
            Node(f"group:{group}", Heading(self.group(group), self._count(groups[group])), tuple(groups[group]))
            for group in order
        ]

    def _count(self, nodes: Sequence[Node]) -> int:
        return sum(len(node.children) if isinstance(node.row, Heading) else 1 for node in nodes)

    # all values of one

    def value_columns(self) -> tuple[Column[ResultValue], ...]:
        """The columns of the table of all values."""
        return (
            Column("day", self.tr("Date"), self.day, sort=lambda value: value.when or "", width=12,
                   tip=lambda value: self.records.when(value.when), copy=lambda value: value.day),
            Column("value", self.tr("Value"), self.value, sort=lambda value: value.number, width=15, number=True,
                   copy=lambda value: value.text),
            Column("flag", self.tr("Range"), lambda _value: "", chip=self.chip, width=12, sortable=False),
            Column("reference", self.tr("Reference"), lambda value: value.reference or "", width=11, sortable=False),
            Column("said", self.tr("Sender says"), self.said, width=12, sortable=False),
            Column("from", self.tr("From"), self.source, width=16, stretch=True),
            Column("received", self.tr("Received"), self._received, sort=lambda value: value.received_at, width=18,
                   hidden=True, copy=_iso),
        )  # fmt: skip

    def written_columns(self, series: Series) -> tuple[Column[ResultValue], ...]:
        """The columns of a file of all values: numbers, units and days as other programs read them."""
        return (
            Column("name", self.tr("Measurement"), lambda _value: series.name),
            Column("day", self.tr("Date"), lambda value: value.when or value.day),
            Column("value", self.tr("Value"), _number),
            Column("unit", self.tr("Unit"), lambda value: series.unit if value.number is not None else ""),
            Column("low", self.tr("Range from"), lambda value: _plain(value.low)),
            Column("high", self.tr("Range to"), lambda value: _plain(value.high)),
            Column("reference", self.tr("Reference"), lambda value: value.reference or ""),
            Column("flag", self.tr("Range"), lambda _value: "", chip=self.chip),
            Column("said", self.tr("Sender says"), self.said),
            Column("sent", self.tr("Sent as"), lambda value: value.sent or ""),
            Column("from", self.tr("From"), self.source),
            Column("author", self.tr("Author"), lambda value: value.author or ""),
            Column("received", self.tr("Received"), _iso),
            Column("left_out", self.tr("Left out"), self._why_left_out),
        )

    def _why_left_out(self, value: ResultValue) -> str:
        return coded(value.left_out) if value.left_out else self.tr("dated in the future") if value.future else ""

    def _received(self, value: ResultValue) -> str:
        return self._context.formatting.date_time(value.received_at)

    def value(self, value: ResultValue) -> str:
        """The value, with what was sent when it was converted, and why it does not count."""
        parts = [value.text]
        if value.sent:
            parts.append(self.tr("sent as {value}").format(value=value.sent))
        if value.left_out:
            parts.append(coded(value.left_out))
        return " · ".join(parts)

    def said(self, value: ResultValue) -> str:
        """The sender's own interpretation."""
        known = {"N": self.tr("Normal"), "L": self.tr("Low"), "H": self.tr("High"), "LL": self.tr("Critically low"),
                 "HH": self.tr("Critically high"), "A": self.tr("Abnormal"), "AA": self.tr("Critically abnormal"),
                 "POS": self.tr("Positive"), "NEG": self.tr("Negative")}  # fmt: skip
        return known.get((value.said or "").upper(), value.said or "")

    def source(self, value: ResultValue) -> str:
        """Who sent it, or that it is ours."""
        if not value.outside:
            return self.tr("Ours")
        return value.organization or value.author or self.tr("Outside")

    def value_sentence(self, value: ResultValue) -> str:
        """A value for a screen reader."""
        chip = self.chip(value)
        parts = (self.day(value), self.value(value), chip.word if chip else "", value.reference or "")
        return ", ".join(part for part in (*parts, self.said(value), self.source(value)) if part)

    def trend(self, series: Series) -> str:
        """The whole trend in words: how many values since when, the lowest, the highest, and the last change."""
        numbers = [value for value in series.values if counts(value)]
        if not numbers:
            return ""
        shown, last = self._context.formatting, numbers[0]
        words = [self.tr("%n values", "", len(numbers)) + f" · {self.day(numbers[-1])} – {self.day(last)}"]
        if len(numbers) > 1:
            low, high = (pick(numbers, key=lambda value: value.number or 0) for pick in (min, max))
            words.append(self.tr("lowest {low}, highest {high}").format(low=low.text, high=high.text))
            change = (last.number or 0) - (numbers[1].number or 0)
            told = (
                self.tr("up {change} since the one before")
                if change > 0
                else self.tr("down {change} since the one before")
            )
            told = told if change else self.tr("unchanged since the one before")
            words.append(told.format(change=shown.number(abs(change), 2)))
        return "\n".join(words)

    def notes(self, series: Series) -> str:
        """What must be known before trusting the numbers."""
        found = []
        if any(value.disagrees for value in series.values):
            found.append(self.tr("For some values the range and the sender's interpretation disagree: read both."))
        if any(value.sent for value in series.values):
            found.append(self.tr("Some values were converted from another unit; what was sent stands beside them."))
        if any(value.converted_unconfirmed for value in series.values):
            found.append(self.tr("A conversion factor is not confirmed by the practice."))
        if any(value.future for value in series.values):
            found.append(self.tr("Values dated in the future are not counted: ask who sent them for the right day."))
        if series.hidden:
            found.append(self.tr("%n values left out: entered in error or cancelled", "", series.hidden))
        return "\n".join(found)

    def day_of(self, value: ResultValue) -> dt.date | None:
        """The day for the chart; a partial date by its first day."""
        return moments.span(value.day, dt.UTC).first if value.day else None


def counts(value: ResultValue) -> bool:
    """Whether it is a number of a trend: not left out, and measured by today."""
    return value.number is not None and not value.left_out and not value.future


def _plain(number: float | None) -> str:
    return "" if number is None else f"{round(number, 4):.10g}"


def _number(value: ResultValue) -> str:
    """The bare number, both of a pair, with its comparator; a result in words as it is."""
    if value.number is None:
        return value.text
    pair = f"{_plain(value.number)}/{_plain(value.second)}" if value.second is not None else _plain(value.number)
    return f"{value.comparator or ''}{pair}"


def _iso(value: ResultValue) -> str:
    return value.received_at.isoformat(timespec="seconds") if value.received_at else ""
