"""Admin: the practice's set-up in sections, each with its own list and forms; what a role may not open says so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QListWidgetItem, QStackedWidget, QWidget

from icm_desktop.changes import Changes
from icm_desktop.contracts.people import Colleague
from icm_desktop.permissions import Privilege, Role, allows
from ui import icons
from ui.actions import GLOBAL, Action
from ui.context import AppContext
from ui.dialogs.near_miss import note_near_miss
from ui.dialogs.set_up.user import PasswordDialog
from ui.feedback import Level
from ui.page import Page
from ui.pages.admin_sections import section_classes
from ui.pages.admin_sections.list_section import ListSection
from ui.pages.admin_sections.section import ADD, CHANGE, REMOVE, Section
from ui.widgets.empty_state import EmptyState
from ui.widgets.scroll import VerticalScroll

_OWN = (ADD, CHANGE, REMOVE)


class AdminPage(Page):
    """The list of sections on the left, the chosen one beside it."""

    name = "admin"
    icon = "settings"
    order = 9
    privilege = Privilege.SIGN_IN  # what a role may open or change is said section by section
    shows = frozenset({"*"})

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.sections: dict[str, Section] = {}
        self.locked: dict[str, str] = {}
        self._needs: dict[str, Privilege] = {}
        self._shown: dict[str, QWidget] = {}
        self.list = QListWidget()
        self.stack = QStackedWidget()
        self.refusal = EmptyState("", "")
        self._make_sections()
        self._lay_out()
        self.list.currentRowChanged.connect(lambda _row: self._chosen())
        self.list.setCurrentRow(0)

    def title(self) -> str:
        return self.tr("Admin")

    def _make_sections(self) -> None:
        for made in section_classes():
            if self.context.may(made.opens):
                section = made(self.context)
                section.commands_changed.connect(self._enable)
                self.sections[made.name] = section
                self._shown[made.name] = VerticalScroll(section)  # large text makes it higher than a small window
                self.stack.addWidget(self._shown[made.name])
                self._add_item(made.name, section.title(), made.icon)
            else:
                self.locked[made.name] = made.title()
                self._needs[made.name] = made.opens
                self._add_item(made.name, made.title(), "lock")
        self.stack.addWidget(self.refusal)

    def _add_item(self, name: str, title: str, icon: str) -> None:
        item = QListWidgetItem(icons.icon(icon), title)
        item.setData(Qt.ItemDataRole.UserRole, name)
        self.list.addItem(item)

    def _lay_out(self) -> None:
        theme = self.context.theme
        self.list.setAccessibleName(self.tr("Sections"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(8), theme.px(12), theme.px(16), theme.px(8))
        row.setSpacing(theme.px(16))
        row.addWidget(self.list)
        row.addWidget(self.stack, 1)
        self._fit_list()
        theme.theme_changed.connect(self._fit_list)

    def _fit_list(self) -> None:
        """As wide as the longest name, in the text size of now."""
        theme = self.context.theme
        self.list.setIconSize(QSize(theme.px(16), theme.px(16)))
        self.list.setFont(theme.font())
        height = max(theme.px(32), self.list.fontMetrics().height() + theme.px(10))
        for place in range(self.list.count()):
            self.list.item(place).setSizeHint(QSize(0, height))
        names = [self.list.item(place).text() for place in range(self.list.count())]
        widest = max((self.list.fontMetrics().horizontalAdvance(name) for name in names), default=0)
        self.list.setFixedWidth(widest + theme.px(16) + theme.px(36))

    # the chosen section

    @property
    def section(self) -> Section | None:
        """The section shown, None when the role may not open it."""
        return self.sections.get(self.chosen)

    @property
    def chosen(self) -> str:
        """The name of the section that is chosen."""
        item = self.list.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if self.list.count() else ""

    def choose(self, name: str) -> None:
        """Turn to a section."""
        names = [self.list.item(place).data(Qt.ItemDataRole.UserRole) for place in range(self.list.count())]
        if name in names:
            self.list.setCurrentRow(names.index(name))

    def _chosen(self) -> None:
        section = self.section
        self.stack.setCurrentWidget(self._shown.get(self.chosen, self.refusal))
        if section is None:
            self._say_refusal()
        elif self.isVisible():
            section.refresh_if_stale()
        self._enable()
        self.context.feedback.count(self.status())

    def _say_refusal(self) -> None:
        self.refusal.say(self._refused())
        self.context.jobs.run("queries.people.colleagues", owner=self, done=self._name_administrators)

    def _refused(self) -> str:
        """Why the chosen section stays closed: it is the administrator's, or not for this role."""
        others = any(allows(role.value, self._needs[self.chosen]) for role in Role if role is not Role.ADMINISTRATOR)
        told = (
            self.tr("Your role does not open {section}.")
            if others
            else self.tr("Only an administrator opens {section}.")
        )
        return told.format(section=self.locked[self.chosen])

    def _name_administrators(self, found: tuple[Colleague, ...]) -> None:
        if self.section is None and self.chosen in self.locked:
            names = ", ".join(one.display_name for one in found if one.role == Role.ADMINISTRATOR.value)
            self.refusal.say(self._refused(), self.tr("Ask {names}.").format(names=names) if names else "")

    # page

    def refresh(self) -> None:
        if self.section is not None:
            self.section.stale = True
            self.section.refresh_if_stale()
        self._enable()

    def refresh_if_stale(self) -> None:
        if self._stale:
            self._stale = False
        if self.section is not None:
            self.section.refresh_if_stale()
        self._enable()

    def changed(self, changes: Changes) -> None:
        for section in self.sections.values():
            section.note(changes)

    def status(self) -> str:
        return self.section.status() if self.section is not None else ""

    def panes(self) -> Sequence[QWidget]:
        return (self.list, *(self.section.panes() if self.section is not None else (self.refusal,)))

    def focus_first(self) -> None:
        self.list.setFocus()

    def state(self) -> Mapping[str, object]:
        return {"section": self.chosen, **(self.section.state() if self.section is not None else {})}

    def restore(self, state: Mapping[str, object]) -> None:
        if isinstance(name := state.get("section"), str):
            self.choose(name)
        if self.section is not None:
            self.section.take(state)

    # commands

    def actions_offered(self) -> Iterable[Action]:
        here = self.name
        yield Action(ADD, self.tr("&Add…"), partial(self._act, ADD), None, "plus", "new", here)
        yield Action(CHANGE, self.tr("&Change…"), partial(self._act, CHANGE), "F2", "pencil", "work", here)
        yield Action(REMOVE, self.tr("&Take out of use"), partial(self._act, REMOVE), "Del", "trash-2", "work", here)
        words = self.tr("&History of this line…")
        yield Action("admin.history", words, self._history, "Ctrl+Shift+Y", "history", "work", here, Privilege.AUDIT)
        yield Action("admin.filter", self.tr("&Search this list"), self._search, "Ctrl+Shift+F", "search", "view", here)
        yield Action("admin.next", self.tr("Ne&xt section"), partial(self._step, 1), "Ctrl+PgDown", None, "view", here)
        yield Action("admin.before", self.tr("Section &before"), partial(self._step, -1), "Ctrl+PgUp", None, "view",
                     here)  # fmt: skip
        yield Action("tools.my_password", self.tr("My &password…"), self.change_own_password, None, "key", "tools",
                     GLOBAL, None, (self.tr("change password"),), group=1)  # fmt: skip
        yield Action("near_miss.note", self.tr("Note an error or near m&iss…"), self.note_near_miss, "Ctrl+Shift+N",
                     "shield-alert", "tools", GLOBAL, Privilege.NEAR_MISS_NOTE,
                     (self.tr("wrong patient"), self.tr("incident"), self.tr("lost follow-up")), group=2)  # fmt: skip
        for name, section in self.sections.items():
            words = self.tr("Admin: {section}").format(section=section.title())
            opened = partial(self.context.navigation.open, self.name, None, {"section": name})
            yield Action(f"admin.go.{name}", words, opened, None, section.icon, None, GLOBAL, section.opens,
                         (section.title(),))  # fmt: skip
            for each in section.commands():
                yield Action(section.action_id(each.key), each.text, each.handler, each.shortcut, each.icon, "work",
                             here, section.opens, each.synonyms, group=1)  # fmt: skip

    def note_near_miss(self) -> None:
        """Note an error or near miss, wherever one is."""
        note_near_miss(self.context, self, self.tr("Noted. Thank you."), self.tr("note a near miss"))

    def change_own_password(self) -> None:
        """Let the person at the keyboard choose a new password."""
        dialog = PasswordDialog(self.context, None, self.window())
        told = self.tr("Your new password counts from now on.")
        dialog.saved.connect(lambda _changes: self.context.feedback.say(told, Level.GOOD))
        dialog.open()

    def primary_action(self) -> str | None:
        return ADD

    def _act(self, action_id: str) -> None:
        if self.section is not None and self.section.can(action_id):
            self.section.act(action_id)

    def _history(self) -> None:
        """Who changed the record of the row, when and how."""
        section = self.section
        if isinstance(section, ListSection) and section.row is not None:
            record = section.record(section.row)
            if record is not None:
                self.context.navigation.open(self.name, None, {"section": "history", "record": record})

    def _search(self) -> None:
        if self.section is not None:
            self.section.focus_search()

    def _step(self, step: int) -> None:
        self.list.setCurrentRow((self.list.currentRow() + step) % self.list.count())

    def _enable(self) -> None:
        """Only commands of the chosen section can be used, in its own words."""
        actions, section = self.context.actions, self.section
        if ADD not in actions:
            return
        words = section.words() if section is not None else {}
        plain = {ADD: self.tr("&Add…"), CHANGE: self.tr("&Change…"), REMOVE: self.tr("&Take out of use")}
        for action_id in _OWN:
            actions.set_text(action_id, words.get(action_id, plain[action_id]))
            actions.set_enabled(action_id, section is not None and action_id in words and section.can(action_id))
        for each in self.sections.values():
            for command in each.commands():
                actions.set_enabled(each.action_id(command.key), each is section and each.can(command.key))
            each.show_what_fits()
