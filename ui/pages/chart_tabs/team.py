"""The Team tab: everybody around the patient, how to reach them, what each may hear, who leads."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from icm_desktop.contracts.common import Page
from icm_desktop.contracts.demographics import Choices
from icm_desktop.contracts.records import FactRef
from icm_desktop.contracts.team import (
    ENDED,
    FUTURE,
    NOW,
    ImportedMember,
    MemberRow,
    Team,
)
from icm_desktop.permissions import Privilege
from ui.actions import Action
from ui.context import AppContext
from ui.dialogs.outcome import Outcome
from ui.pages.chart_kinds_tab import KindsTab
from ui.pages.team_acts import TeamActs
from ui.pages.team_words import Line, TeamTexts, line_key
from ui.tables.base import Chip, Column
from ui.widgets.action_button import ActionButton

_NOW, _FORMER, _OUTSIDE = "now", "former", "outside"
ADD, END, AGAIN, LEAD, TAKE, ASK, HAND, LETTER = (
    "team.add", "team.end", "team.again", "team.lead", "team.take_over", "team.ask", "team.hand_over", "team.letter",
)  # fmt: skip
_ACTS = (ADD, ASK, LETTER, LEAD, END, AGAIN, TAKE, HAND)


class TeamTab(KindsTab):
    """One list: our own team, former members, and who other systems name."""

    name = "team"
    number = 21
    privilege = Privilege.CLINICAL_READ
    shows = frozenset({"care_team", "patient", "question", "appointment", "contact", "import", "consent", "directory"})
    query = "queries.team.team"

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.team: Team | None = None
        self.texts: TeamTexts | None = None
        self._lists: Choices | None = None
        self._choices: Choices | None = None
        self.acting = TeamActs(context, self)

    def title(self) -> str:
        return self.tr("Team")

    def hint(self) -> str:
        return self.tr("Choose somebody to see how to reach them and what they may hear.")

    def nothing(self) -> tuple[str, str]:
        if self.filter_words():
            return self.tr("Nobody here."), self.tr("Choose Team to see who is on it now.")
        words = self.tr("Add to the team puts a colleague, somebody of the directory, or family on it.")
        return self.tr("Nobody is on the team yet."), words

    # putting together

    def build(self) -> None:
        words = {
            _NOW: self.tr("Team"),
            _OUTSIDE: self.tr("Named by other systems"),
            _FORMER: self.tr("Former"),
        }
        self.choose_among(words)
        may = [one for one in _ACTS if one in self.context.actions]
        self.buttons = {one: ActionButton(self.context, one) for one in may}
        super().build()
        self.enable_actions(on_tab=False)

    def sections(self) -> QWidget | None:
        return self.kinds

    def filters(self) -> Iterable[QWidget]:
        return tuple(self.buttons.values())

    def menu(self) -> Sequence[str]:
        return (*_ACTS, *self.acts.ids)

    def filter_words(self) -> str:
        return "" if _NOW in self.kinds.on() else self.kinds.words_on()

    def clear(self) -> None:
        self.team = None
        super().clear()
        self.kinds.set_on([_NOW])

    # what is asked and shown

    def refresh(self) -> None:
        if self.patient_id is None:
            return
        if self._lists is None or self._choices is None:
            language, jobs = QLocale().name(), self.context.jobs
            jobs.run("queries.team.words", language, owner=self, done=self._words_came)
            jobs.run("queries.about.choices", language, owner=self, done=self._choices_came)
        self.asked.ask(self.query, self.patient_id, done=self._found)

    def _words_came(self, lists: Choices) -> None:
        self._lists = lists
        self.show_lines()

    def _choices_came(self, choices: Choices) -> None:
        self._choices = choices
        self.show_lines()

    def _found(self, team: Team) -> None:
        if team.head.id == self.patient_id:
            self.team, self.head = team, team.head
            self.pane.head = team.head
            self.show_lines()

    def show_lines(self) -> None:
        if self.team is None or self._lists is None or self._choices is None:
            return
        if self.texts is None:
            self.texts = TeamTexts(self.context, self._lists, self._choices)
        chosen = next(iter(self.kinds.on()), _NOW)
        rows: tuple[Line, ...]
        if chosen == _OUTSIDE:
            rows = self.team.imported
        else:
            states = (ENDED,) if chosen == _FORMER else (NOW, FUTURE)
            rows = tuple(row for row in self.team.members if row.state in states)
        self._show(Page(rows, len(rows)))

    # rows

    def columns(self) -> Sequence[Column[Line]]:
        return (
            Column("state", self.tr("State"), lambda row: self._say("chip_word", row), width=12, chip=self._chip),
            Column("name", self.tr("Name"), lambda row: row.name, width=17, tip=lambda row: row.organization or ""),
            Column("role", self.tr("What they do"), partial(self._say, "role"), width=24, stretch=True),
            Column("phone", self.tr("Phone"), lambda row: row.phone or "", width=13),
            Column(
                "last",
                self.tr("Last contact"),
                partial(self._say, "last"),
                width=12,
                tip=partial(self._say, "last_how"),
            ),
            Column("next", self.tr("Next"), partial(self._say, "next"), width=12, tip=partial(self._say, "next_how")),
            Column("hears", self.tr("May hear"), partial(self._say, "hears"), width=26, hidden=True),
            Column("where", self.tr("Where"), lambda row: row.organization or "", width=22, hidden=True),
            Column("fax", self.tr("Fax"), self._fax, width=16, hidden=True),
        )

    def _say(self, what: str, row: Line) -> str:
        if self.texts is None:
            return ""
        texts = self.texts
        said = {
            "role": texts.role, "last": texts.last_day, "next": texts.next_day, "hears": texts.hears,
            "last_how": texts.last, "next_how": texts.next,
        }  # fmt: skip
        return said[what](row) if what in said else texts.chip(row).word

    def _chip(self, row: Line) -> Chip | None:
        return self.texts.chip(row) if self.texts is not None else None

    @staticmethod
    def _fax(row: Line) -> str:
        return "" if isinstance(row, ImportedMember) else row.fax or ""

    def row_key(self, row: Line) -> str:
        return line_key(row)

    def row_ref(self, row: Line) -> FactRef | None:
        return FactRef("team_member", row.id) if isinstance(row, MemberRow) and row.id is not None else None

    def row_sentence(self, row: Line) -> str:
        return self.texts.sentence(row) if self.texts is not None else row.name

    def show_row(self, row: Line) -> None:
        if self.texts is not None:
            self.pane.show_note(row.name, self.texts.facts(row))

    def open_current(self) -> None:
        row = self.table.current_row()
        if self.pane.isVisible():
            self.pane.focus_first()
        elif row is not None and self.texts is not None:
            rows = [(fact.text, fact.aside) for fact in self.texts.facts(row)]
            Outcome(self.tr("Team"), row.name, ("", self.tr("What is known")), rows, (), self.window()).show()

    # commands

    def actions_offered(self, here: str) -> Iterable[Action]:
        yield from super().actions_offered(here)
        write = Privilege.CLINICAL_WRITE
        said = (
            (ADD, self.tr("&Add to the team…"), self.acting.add, "Ctrl+Shift+A", "plus"),
            (ASK, self.tr("Ask a &question…"), self.acting.ask, "Ctrl+Shift+Q", "message-square"),
            (LETTER, self.tr("Letter about the plan…"), self.acting.write_letter, None, "mail"),
            (LEAD, self.tr("&Lead from now on"), self.acting.make_lead, None, "flag"),
            (END, self.tr("&Take off the team…"), self.acting.end, "Ctrl+Shift+X", "log-out"),
            (AGAIN, self.tr("&Put back on the team"), self.acting.add_again, "Ctrl+Shift+U", "undo-2"),
            (TAKE, self.tr("Take o&ver to our team"), self.acting.take_over, "Ctrl+Return", "check"),
            (HAND, self.tr("Ha&nd work over…"), self.acting.hand_over, None, "share-2"),
        )
        for action_id, words, do, key, icon in said:
            yield Action(action_id, words, do, key, icon, "work", here, write, (self.tr("care team"),))

    def primary_action(self) -> str | None:
        return ADD if ADD in self.context.actions else None

    def enable_actions(self, on_tab: bool) -> None:
        super().enable_actions(on_tab)
        row = self.current()
        offered = (self._offered(row) | {ADD, HAND}) if on_tab and self.team is not None else frozenset()
        for action_id in _ACTS:
            self.context.actions.set_enabled(action_id, action_id in offered)
        for action_id, button in self.buttons.items() if self.built else ():
            button.setVisible(action_id in offered)

    def _offered(self, row: Line | None) -> frozenset[str]:
        if isinstance(row, ImportedMember):
            return frozenset({TAKE} if row.member_id is None else ())
        if row is None:
            return frozenset()
        if row.state == ENDED:
            return frozenset({AGAIN})
        found = {ASK, END, LETTER} if row.id is not None else set()
        if row.user_id is not None and not row.lead and not row.gone and row.state == NOW:
            found.add(LEAD)
        return frozenset(found)

    def current(self) -> Line | None:
        """The line the keyboard is on."""
        return self.table.current_row() if self.built and self.team is not None else None

    def lists(self) -> tuple[Choices, Choices] | None:
        """The lists forms choose from, once they are here."""
        return (self._lists, self._choices) if self._lists is not None and self._choices is not None else None

    def edit(self) -> bool:
        """F2: change what is noted of the member."""
        return self.acting.change()
