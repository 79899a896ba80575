"""Words of target populations: rules as sentences, facts of people, columns."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QLocale

from icm_desktop.contracts.populations import EXCLUDED, JOINED, LEFT, MEMBERS, MemberRow, PopulationRow, RuleChoices
from icm_desktop.domain.populations import Criterion, Evidence
from icm_desktop.words.populations import evidence_words, rule_words
from ui.context import AppContext
from ui.messages import say
from ui.tables.base import Column

_MARK = "content.mark_"


class PopulationWords:
    """Words in the language of the screen."""

    def __init__(self, context: AppContext) -> None:
        self._context, self._shown = context, context.formatting
        self.choices: RuleChoices | None = None

    @staticmethod
    def tr(text: str, note: str = "", number: int = -1) -> str:
        """The text in the language of the screen."""
        return QCoreApplication.translate("PopulationWords", text, note, number)

    @staticmethod
    def spanish() -> bool:
        """Whether the screen is in Spanish."""
        return QLocale().language() == QLocale.Language.Spanish

    def pick(self, words: Mapping[str, str]) -> str:
        """The words of content in the language of the screen."""
        return words.get("es" if self.spanish() else "en") or words.get("en", "")

    def name(self, named: str, one: str) -> str:
        """What an entry of a list is called."""
        if named == "languages":
            return self._shown.language(one)
        if named == "sexes":
            return self._shown.sex(one)
        return self.pick(self.choices.words_of(named, one)) if self.choices is not None else one

    def rule(self, criteria: tuple[Criterion, ...]) -> str:
        """A rule as a sentence."""
        words = rule_words(criteria, lambda code, **params: say(code, self._shown, **params), self.name)
        return f"{words[:1].upper()}{words[1:]}." if words else ""

    def fact(self, one: Evidence) -> str:
        """One fact with its day."""
        return evidence_words(
            one, lambda code, **params: say(code, self._shown, **params), self._shown.date, self.spanish()
        )

    def facts(self, row: MemberRow) -> str:
        """Every fact behind a person."""
        return "; ".join(self.fact(one) for one in row.evidence)

    def source(self, row: PopulationRow) -> str:
        """Where the rule comes from and how sure it is."""
        it = row.population
        if it.own_id is not None:
            return self.tr("A rule made here.")
        mark = say(f"{_MARK}{it.mark}", self._shown)
        return self.tr("Source: {source} ({mark}).").format(source=it.source, mark=mark)

    def numbers(self, row: PopulationRow) -> str:
        """How many, and what changed."""
        if row.members is None:
            return self.tr("Not reckoned yet.")
        parts = [self.tr("%n patient(s)", "", row.members)]
        if row.joined is None:
            day = self._shown.date(row.first_on)
            parts.append(self.tr("first reckoned on {day}: changes are told from the next day on").format(day=day))
        else:
            words = self.tr("{joined} joined and {left} left since {day}")
            day = self._shown.date(row.compared_with)
            parts.append(words.format(joined=row.joined, left=row.left, day=day))
        if row.excluded:
            parts.append(self.tr("%n left out", "", row.excluded))
        parts.append(self.tr("as of {when}").format(when=self._shown.date_time(row.at)))
        return " · ".join(parts)

    def shown(self, which: str) -> str:
        """A part of a list."""
        return {
            MEMBERS: self.tr("Members"), JOINED: self.tr("Joined"), LEFT: self.tr("Left"),
            EXCLUDED: self.tr("Left out"),
        }[which]  # fmt: skip

    # columns

    def list_columns(self) -> tuple[Column[PopulationRow], ...]:
        """The populations with their numbers."""
        return (
            Column("title", self.tr("Population"), self.title, stretch=True, tip=self.title, least="Diabetes and kidn"),
            Column("members", self.tr("Patients"), lambda row: self._count(row.members), lambda row: row.members, 7,
                   number=True),
            Column("change", self.tr("Change"), self.change, lambda row: (row.joined or 0) + (row.left or 0), 7,
                   number=True, tip=self.numbers),
        )  # fmt: skip

    def change(self, row: PopulationRow) -> str:
        """How many joined and left since last month; nothing while that is not known."""
        if row.joined is None or row.left is None:
            return "–"
        return f"+{row.joined:n} \u2212{row.left:n}" if row.joined or row.left else "0"

    @staticmethod
    def _count(number: int | None) -> str:
        return "–" if number is None else f"{number:n}"

    def title(self, row: PopulationRow) -> str:
        """What the population is called."""
        return self.pick(row.population.title)

    def sentence(self, row: PopulationRow) -> str:
        """The row in words."""
        return f"{self.title(row)}: {self.numbers(row)}"

    def member_columns(self) -> tuple[Column[MemberRow], ...]:
        """People with the facts behind each."""
        shown = self._shown
        return (
            Column("patient", self.tr("Patient"), lambda row: shown.name(row.head), width=18,
                   tip=lambda row: shown.name(row.head)),
            Column("why", self.tr("Why on the list"), self.why, lambda row: -len(row.evidence), stretch=True,
                   tip=self.why, least="Emergency visit on 2-Mar"),
            Column("facts", self.tr("Facts"), lambda row: str(len(row.evidence)), lambda row: len(row.evidence), 6,
                   number=True, hidden=True),
            Column("enrolled", self.tr("Enrolled"), self.enrolled, width=7, tip=self.enrolled),
            Column("coordinator", self.tr("Coordinator"), lambda row: row.coordinator or "", width=10),
            Column("seen", self.tr("Last seen"), lambda row: shown.date(row.last_seen), lambda row: row.last_seen, 11,
                   copy=lambda row: row.last_seen.isoformat() if row.last_seen else ""),
            Column("next", self.tr("Next visit"), lambda row: shown.date(row.next_visit), lambda row: row.next_visit,
                   11, hidden=True, copy=lambda row: row.next_visit.isoformat() if row.next_visit else ""),
            Column("since", self.tr("On the list since"), lambda row: shown.date(row.since), lambda row: row.since, 15,
                   hidden=True, copy=lambda row: row.since.isoformat() if row.since else ""),
            Column("phone", self.tr("Phone"), lambda row: row.head.phone or "", width=14, hidden=True),
        )  # fmt: skip

    def why(self, row: MemberRow) -> str:
        """The facts; of who left when, of who is left out the reason."""
        if row.gone_on is not None:
            return self.tr("Left the list on {day}").format(day=self._shown.date(row.gone_on))
        if row.exclusion_id is not None:
            until = self.tr(" until {day}").format(day=self._shown.date(row.until_on)) if row.until_on else ""
            return self.tr("Left out{until}: {reason}").format(until=until, reason=row.reason)
        return self.facts(row)

    def enrolled(self, row: MemberRow) -> str:
        """The programs, else in how many pathways."""
        names = [one.short_es if self.spanish() else one.short for one in row.programs]
        if names:
            return ", ".join(names)
        return self.tr("%n pathway(s)", "", len(row.pathways)) if row.pathways else self.tr("no")

    def member_sentence(self, row: MemberRow) -> str:
        """The person in words."""
        return f"{self._shown.name(row.head)}: {self.why(row)}"
