"""The words of what a practice changed of a pathway: edition by edition, what was shipped and what is here."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QLocale

from icm_desktop.contracts.pathway_edits import EditablePathway, EditionRow
from icm_desktop.domain.pathways.edits import Difference
from icm_desktop.domain.pathways.intervals import Interval
from icm_desktop.words.pathways import interval_words
from ui.context import AppContext
from ui.messages import say


class EditionWords:
    """Editions in the language of the screen."""

    def __init__(self, context: AppContext) -> None:
        self._shown = context.formatting

    @staticmethod
    def tr(text: str, note: str = "", number: int = -1) -> str:
        """The text in the language of the screen."""
        return QCoreApplication.translate("EditionWords", text, note, number)

    @staticmethod
    def title(one: EditablePathway | Difference) -> str:
        """Its title."""
        return one.title_es if QLocale().language() == QLocale.Language.Spanish else one.title

    def rows(self, found: EditablePathway) -> list[tuple[str, str, str, str]]:
        """A line for each value that is not as shipped, the newest edition first."""
        return [line for one in found.editions for line in self._lines(one)]

    def _lines(self, one: EditionRow) -> Iterator[tuple[str, str, str, str]]:
        if not one.number:
            yield self._edition(one), self.tr("as shipped"), "", ""
            return
        for at, each in enumerate(one.differences):
            what = f"{self.title(each)}: {self._what(each.what)}"
            yield (
                self._edition(one) if not at else "",
                what,
                self._value(each, each.before),
                self._value(each, each.after),
            )
        if not one.differences:
            yield self._edition(one), self.tr("as shipped"), "", ""

    def _edition(self, one: EditionRow) -> str:
        adopted = self.tr("adopted by {who}, {day}").format(who=one.adopted_by, day=self._shown.date(one.adopted_on))
        parts = [self.tr("Edition {number}").format(number=one.number) if one.number else self.tr("Shipped")]
        parts += [f"{one.made_by}, {self._shown.date(one.made_at)}"] if one.made_at else []
        parts += [part for part in (one.reason, adopted if one.adopted_by else "") if part]
        return " · ".join(parts)

    def _what(self, what: str) -> str:
        return {
            "every": self.tr("how often"),
            "owner": self.tr("who does it"),
            "title": self.tr("English title"),
            "title_es": self.tr("Spanish title"),
            "off": self.tr("asked for"),
            "value": self.tr("value"),
            "calls": self.tr("work on Today"),
        }[what]

    def _value(self, each: Difference, value: str) -> str:
        match each.what:
            case "every":
                return interval_words(Interval.of_iso(value), say)
            case "owner":
                return ", ".join(say(f"pathways.who_{one}") for one in value.split())
            case "calls":
                return self.tr("yes") if value else self.tr("no")
            case "off":
                return self.tr("no") if value else self.tr("yes")
            case _:
                return value
