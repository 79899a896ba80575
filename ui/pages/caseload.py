"""Caseload: who is not reached or not getting better, discharges with their clocks, the end of the month."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from icm_desktop.changes import Changes
from icm_desktop.permissions import Privilege
from ui.actions import Action
from ui.context import AppContext
from ui.page import Page
from ui.pages.caseload_tabs import part_classes
from ui.pages.caseload_tabs.part import CaseloadPart


class CaseloadPage(Page):
    """Its parts as tabs; a part is asked only when it is shown."""

    name = "caseload"
    icon = "heart-pulse"
    order = 5
    privilege = Privilege.CLINICAL_READ
    shows = frozenset({"*"})

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.parts: tuple[CaseloadPart[Any], ...] = tuple(
            made(context) for made in part_classes() if context.may(made.privilege)
        )
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(self.tr("Parts of the caseload"))
        for part in self.parts:
            self.tabs.addTab(part, part.title())
            part.badge_changed.connect(self.badge_changed.emit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, context.theme.px(4), 0, 0)
        column.addWidget(self.tabs)
        self.tabs.currentChanged.connect(lambda _at: self._turned())

    def title(self) -> str:
        return self.tr("Caseload")

    @property
    def part(self) -> CaseloadPart[Any]:
        """The part shown."""
        return self.parts[self.tabs.currentIndex()]

    def part_named(self, name: str) -> CaseloadPart[Any] | None:
        """A part by its name."""
        return next((part for part in self.parts if part.name == name), None)

    def show_part(self, name: str) -> None:
        """Turn to a part."""
        if (part := self.part_named(name)) is not None:
            self.tabs.setCurrentWidget(part)
            self.focus_first()

    def next_part(self) -> None:
        """The next part, round again."""
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + 1) % self.tabs.count())
        self.focus_first()

    def _turned(self) -> None:
        if self.isVisible():
            self._show_current()
        self.title_changed.emit()
        self.context.feedback.count(self.status())

    def _show_current(self) -> None:
        self.part.prepare()
        self.part.refresh_if_stale()
        self.context.actions.activate(self.contexts())
        for part in self.parts:
            part.enable_actions(part is self.part)

    def changed(self, changes: Changes) -> None:
        for part in self.parts:
            part.note(changes)
        super().changed(changes)

    def refresh(self) -> None:
        for part in self.parts:
            part.stale = True
        self._show_current()

    def refresh_if_stale(self) -> None:
        self._stale = False
        self._show_current()

    def contexts(self) -> frozenset[str]:
        return frozenset({self.name, self.part.objectName()})

    def actions_offered(self) -> Iterable[Action]:
        here = self.name
        yield Action("caseload.next_part", self.tr("&Next tab"), self.next_part, "Ctrl+Tab", None, "view", here)
        for place, part in enumerate(self.parts, start=1):
            words = self.tr("Show {tab}").format(tab=part.title())
            yield Action(f"caseload.part.{part.name}", words, partial(self.show_part, part.name),
                         f"Ctrl+Shift+{place}", None, "view", here, synonyms=(part.title(),), group=2)  # fmt: skip
            yield from part.actions_offered(part.objectName())

    def primary_action(self) -> str | None:
        return self.part.primary_action()

    def panes(self) -> Sequence[QWidget]:
        return (self.tabs.tabBar(), *self.part.panes())

    def focus_first(self) -> None:
        self.part.prepare()
        self.part.focus_first()

    def status(self) -> str:
        return self.part.status() if self.part.built else ""

    def state(self) -> Mapping[str, object]:
        return {"part": self.part.name, "parts": {part.name: dict(part.state()) for part in self.parts if part.built}}

    def restore(self, state: Mapping[str, object]) -> None:
        kept = state.get("parts")
        for name, place in kept.items() if isinstance(kept, dict) else ():
            if (part := self.part_named(name)) is not None:
                part.restore(place)
        if isinstance(name := state.get("part"), str):
            self.show_part(name)
