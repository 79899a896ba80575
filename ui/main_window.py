"""The main window: rail, top strip, pages, status bar; it puts the parts together and walks between them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from icm_desktop.changes import Changes
from icm_desktop.errors import UserError
from ui import messages
from ui.actions import Action
from ui.commands import Commands
from ui.context import AppContext
from ui.feedback import Level
from ui.help_windows import HelpWindows
from ui.jobs import Job
from ui.keeping import Keeping
from ui.menus import Menus, new_menu
from ui.navigation import Navigation, Place
from ui.page import Page, PatientPage
from ui.resuming import Resuming
from ui.tables.export import export_table
from ui.tables.view import RowsTable
from ui.theme import USUAL_POINTS, ThemeName
from ui.watches import Watches
from ui.widgets.message_bar import MessageBar
from ui.widgets.rail import Rail
from ui.widgets.status_strip import StatusStrip
from ui.widgets.toast import Toast
from ui.widgets.top_strip import TopStrip

DESIGN_SIZE = (1280, 720)
ROOM_FOR_WIDE_RAIL = 900


class MainWindow(QMainWindow):
    """The window of one signed-in person."""

    lock_wanted = Signal()
    language_wanted = Signal(str)
    quit_wanted = Signal()

    def __init__(self, context: AppContext, pages: tuple[type[Page], ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.setObjectName("main_window")
        self._counts: dict[str, str] = {}
        self._commands = Commands(self, HelpWindows(context, self), context.undo.undo, context.undo.redo)
        self.pages = self._make_pages(pages)
        self._register()
        self._build()
        self._wire()
        self.resize(*DESIGN_SIZE)
        self._restore_look()

    # putting together

    def _make_pages(self, classes: tuple[type[Page], ...]) -> dict[str, Page]:
        allowed = [made for made in classes if self.context.may(made.privilege)]
        return {made.name: made(self.context) for made in sorted(allowed, key=lambda page: page.order or 99)}

    def _register(self) -> None:
        registry, navigation = self.context.actions, self.context.navigation
        registry.add(*self._commands.all())
        registry.add(*Keeping(self.context, self).actions(), *Resuming(self.context, self).actions())
        registry.add(
            Action("nav.back", self.tr("Bac&k"), navigation.back, "Alt+Left", "arrow-left", "view", group=1),
            Action("nav.forward", self.tr("For&ward"), navigation.forward, "Alt+Right", "arrow-right", "view", group=1),
        )
        for name, page in self.pages.items():
            if page.order:
                registry.add(
                    Action(
                        f"go.{name}",
                        self.tr("Go to {screen}").format(screen=page.title()),
                        partial(navigation.open, name),
                        f"Ctrl+{page.order}",
                        page.icon,
                        "view",
                        synonyms=(page.title(),),
                    )
                )
            if isinstance(page, PatientPage):
                leave = self.tr("Back to the list")
                registry.add(
                    Action(f"{name}.close", leave, navigation.close_chart, "Esc", None, "patient", name, group=9)
                )
            registry.add(*page.actions_offered())
        registry.attach(self)

    def _build(self) -> None:
        self.rail = Rail(self)
        for name, page in self.pages.items():
            if page.order:
                button = self.rail.add(name, page.icon, page.title(), f"Ctrl+{page.order}")
                page.badge_changed.connect(button.set_badge)
        self.top = TopStrip(self.context, self)
        self.alarm = MessageBar(self)
        self.messages = MessageBar(self, self.alarm)
        self.stack = QStackedWidget(self)
        for page in self.pages.values():
            self.stack.addWidget(page)
        self.status = StatusStrip(self.context, self)
        self.setStatusBar(self.status)
        self.watches = Watches(self.context, self.status, self)
        whole = QWidget(self)
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        column = QVBoxLayout()
        column.setSpacing(0)
        for widget in (self.top, self.alarm, self.messages):
            column.addWidget(widget)
        column.addWidget(self.stack, 1)
        row.addWidget(self.rail)
        row.addLayout(column, 1)
        self.setCentralWidget(whole)
        self.toast = Toast(self.stack)
        self.menus = Menus(self.menuBar(), self.context.actions)

    def _wire(self) -> None:
        context = self.context
        self.rail.chosen.connect(context.navigation.open)
        self.top.search.opened.connect(lambda who, then: context.navigation.open_chart(who, then=then))
        context.navigation.watch(self._look_at_page)
        context.navigation.went.connect(self._show_place)
        context.navigation.history_changed.connect(self._enable_history)
        context.feedback.acted.connect(self._show_act)
        context.feedback.said.connect(self.messages.say)
        context.feedback.offered.connect(self._show_offer)
        context.feedback.refused.connect(self._show_refusal)
        context.feedback.counted.connect(self._show_count)
        context.jobs.changed.connect(self._note_change)
        context.jobs.failed.connect(self._show_refusal)
        context.jobs.started.connect(self._show_job)
        context.undo.changed.connect(self._name_undo)
        context.undo.undone.connect(self._tell_undone)
        context.undo.redone.connect(self._tell_redone)
        self.toast.undo_wanted.connect(context.undo.undo_act)
        for page in self.pages.values():
            page.title_changed.connect(self._name_window)
        self._name_undo()
        self._enable_history()

    def _restore_look(self) -> None:
        self._fit_rail()
        self.context.theme.theme_changed.connect(self._follow_theme)
        geometry = self.context.preferences.blob("look/window")
        if not geometry.isEmpty():
            self.restoreGeometry(geometry)

    def _fit_rail(self) -> None:
        """Narrow by choice, or because the text is large for the window."""
        small = self.width() < self.context.theme.px(ROOM_FOR_WIDE_RAIL)
        self.rail.set_narrow(small or self.context.preferences.flag("look/narrow_rail"))

    def _follow_theme(self) -> None:
        self.menuBar().setFont(self.context.theme.font())  # the menu bar keeps its old height otherwise
        self.menuBar().updateGeometry()
        self._fit_rail()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_rail()

    def start(self) -> None:
        """Open the first screen."""
        if self.pages:
            self.context.navigation.open(next(iter(self.pages)))
        self.watches.start()

    @property
    def page(self) -> Page | None:
        """The page shown."""
        shown = self.stack.currentWidget()
        return shown if isinstance(shown, Page) else None

    def _look_at_page(self) -> Mapping[str, object]:
        return self.page.state() if self.page is not None else {}

    def _show_place(self, place: Place) -> None:
        page = self.pages.get(place.page)
        if page is None:
            return
        if isinstance(page, PatientPage) and place.patient_id is not None:
            page.show_patient(place.patient_id)
        page.restore(place.state)
        self.status.show_count(self._counts.get(page.name, ""))
        self.stack.setCurrentWidget(page)
        if page.isVisible():
            page.refresh_if_stale()
        self.context.actions.activate(page.contexts())
        new = page.primary_action() is not None or any(
            self.context.actions.is_enabled(action.id) for action in self.context.actions.in_menu("new")
        )
        self.context.actions.set_enabled("file.new", new)
        self.context.actions.set_enabled("view.reset_columns", bool(page.findChildren(RowsTable)))
        self.rail.mark(page.name)
        if page.status():
            self.status.show_count(page.status())
        self._name_window()
        page.focus_first()

    def _enable_history(self) -> None:
        navigation: Navigation = self.context.navigation
        self.context.actions.set_enabled("nav.back", navigation.can_go_back())
        self.context.actions.set_enabled("nav.forward", navigation.can_go_forward())

    def _name_window(self) -> None:
        session = self.context.session
        parts = [*([self.page.title()] if self.page is not None else []), session.practice_name, "ICM Desktop"]
        if session.read_only:
            parts.insert(0, self.tr("BACKUP, READ ONLY"))
        elif session.is_practice_data:
            parts.insert(0, self.tr("PRACTICE DATA, NOT REAL"))
        self.setWindowTitle(" · ".join(parts))

    # telling

    def _tell(self, text: str, action_id: int | None = None) -> None:
        self.toast.tell(text, action_id)

    def _tell_undone(self, name: str) -> None:
        self._tell(self.tr("Undone: {name}").format(name=name))

    def _tell_redone(self, name: str) -> None:
        self._tell(self.tr("Done again: {name}").format(name=name))

    def _show_act(self, text: str, name: str, changes: Changes) -> None:
        self.context.undo.push(name, changes.action_id)
        self._tell(text, changes.action_id)

    def _show_refusal(self, error: UserError) -> None:
        self.messages.say(Level.HIGH.value, messages.sentence(error, self.context.formatting))

    def _show_offer(self, level: str, text: str, command: str) -> None:
        if command in self.context.actions:
            action = self.context.actions.action(command)
            self.messages.say(level, text, action.plain_text, action.handler)
        else:
            self.messages.say(level, text)

    def _note_change(self, changes: Changes) -> None:
        self.context.notifier.tell(changes)
        if changes.kinds:
            self.status.show_saved(self.context.formatting.time_now())

    def _show_count(self, text: str) -> None:
        if self.page is not None:
            self._counts[self.page.name] = text
        self.status.show_count(text)

    def _show_job(self, job: Job) -> None:
        self.status.add_job(job)

    def _name_undo(self) -> None:
        for action_id, name, words, bare in (
            ("edit.undo", self.context.undo.undo_name(), self.tr("&Undo: {name}"), self.tr("&Undo")),
            ("edit.redo", self.context.undo.redo_name(), self.tr("&Redo: {name}"), self.tr("&Redo")),
        ):
            self.context.actions.set_text(action_id, words.format(name=name.replace("&", "&&")) if name else bare)
            self.context.actions.set_enabled(action_id, name is not None)

    # what the commands do

    def lock(self) -> None:
        """Ask to be covered."""
        self.lock_wanted.emit()

    def quit(self) -> None:
        """Close the window."""
        self.close()

    def show_new_menu(self) -> None:
        """What can be made on this screen; Enter takes the screen's own thing."""
        menu = new_menu(self.context.actions, self.page.primary_action() if self.page else None, self)
        if not menu.isEmpty():
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.stack.mapToGlobal(QPoint(self.context.theme.px(24), self.context.theme.px(16))))

    def find_patient(self) -> None:
        """Put the keyboard into find patient."""
        self.top.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.top.search.selectAll()

    def recent_patients(self) -> None:
        """List the patients seen last."""
        self.top.search.show_recent()

    def refresh(self) -> None:
        """Ask for the page again."""
        if self.page is not None:
            self.page.refresh()

    def next_pane(self, step: int = 1) -> None:
        """Rail, find patient, the page's parts, the toast, and round again."""
        panes: list[QWidget] = [self.rail, self.top.search, *(self.page.panes() if self.page else ())]
        if self.toast.isVisible() and self.toast.button.isVisible():
            panes.append(self.toast.button)
        panes = [pane for pane in panes if pane.isVisible()]
        focus = QApplication.focusWidget()
        here = [at for at, pane in enumerate(panes) if focus and (pane is focus or pane.isAncestorOf(focus))]
        target = panes[((here[-1] if here else -1) + step) % len(panes)]
        if target is self.rail:
            self.rail.focus()
        elif target is self.page:
            self.page.focus_first()
        else:
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def toggle_rail(self) -> None:
        """Narrow or wide."""
        self.context.preferences.keep("look/narrow_rail", not self.rail.narrow)
        self._fit_rail()

    def reset_columns(self) -> None:
        """The page's tables as designed."""
        tables: list[Any] = self.page.findChildren(RowsTable) if self.page else []
        for table in tables:
            table.reset_columns()

    def export_table(self) -> None:
        """The page's table as a file."""
        export_table(self.context, self.page)

    def text_size(self, step: int) -> None:
        """Bigger, smaller, or the usual size."""
        theme = self.context.theme
        theme.apply(points=theme.points + step if step else USUAL_POINTS)
        self.context.preferences.keep("look/points", theme.points)

    def use_theme(self, name: ThemeName) -> None:
        """Change the colours."""
        self.context.theme.apply(name)
        self.context.preferences.keep("look/theme", name.value)

    def use_language(self, code: str) -> None:
        """Change the language; the window is made anew at the same place."""
        self.language_wanted.emit(code)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window's size; the program ends when the last window closes."""
        self.context.preferences.keep("look/window", self.saveGeometry())
        self.quit_wanted.emit()
        super().closeEvent(event)
