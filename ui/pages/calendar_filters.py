"""What of the calendar this person lets through, kept on this computer, and which of many columns are in view."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from icm_desktop.contracts.calendar import CalendarFilter, ColumnPages
from icm_desktop.contracts.scheduling import Setup
from icm_desktop.contracts.set_up import SiteRow
from ui.context import AppContext
from ui.dialogs.calendar_filter import CalendarFilterDialog
from ui.pages.calendar_words import VisitWords

_MOST_NAMES = 3


class CalendarFilters(QObject):
    """`changed` when something else is to be shown."""

    changed = Signal()

    def __init__(self, context: AppContext, owner: QWidget) -> None:
        super().__init__(owner)
        self._context, self._owner = context, owner
        self._words = VisitWords(context)
        self._key = f"calendar/{context.session.user_id}/filter"
        self.shown = _read(context.preferences.text(self._key))
        self._setup, self._sites = Setup((), ()), tuple[SiteRow, ...]()

    def know(self, setup: Setup) -> None:
        """Whom and which kinds there are; what is no longer there no longer filters."""
        self._setup = setup
        people, kinds = {each.id for each in setup.clinicians}, {each.id for each in setup.types}
        kept = replace(
            self.shown,
            clinician_ids=tuple(each for each in self.shown.clinician_ids if each in people),
            type_ids=tuple(each for each in self.shown.type_ids if each in kinds),
        )
        if kept != self.shown:
            self.use(kept, tell=False)

    @property
    def people(self) -> int:
        """How many clinicians show, or at most."""
        return len(self.shown.clinician_ids) or len(self._setup.clinicians)

    # changing it

    def open(self) -> None:
        """Choose what shows."""

        def known(sites: tuple[SiteRow, ...]) -> None:
            self._sites = sites
            dialog = CalendarFilterDialog(self._context, self.shown, self._setup, sites, self._owner.window())
            dialog.saved.connect(self.use)
            dialog.open()

        self._context.jobs.run("queries.set_up.sites", owner=self._owner, done=known)

    def use(self, shown: CalendarFilter, *, tell: bool = True) -> None:
        """Show this from now on, here and the next time."""
        self.shown = replace(shown, page=0)
        kept = {name: value for name, value in asdict(self.shown).items() if value and name != "page"}
        self._context.preferences.keep(self._key, json.dumps(kept))
        if tell:
            self.changed.emit()

    def clear(self) -> None:
        """Show everything."""
        self.use(CalendarFilter())

    def turn(self, pages: int, paged: ColumnPages | None) -> None:
        """Show columns farther on, or back."""
        if paged is not None and 0 <= paged.page + pages < paged.pages:
            self.shown = replace(self.shown, page=paged.page + pages)
            self.changed.emit()

    def show_column(self, place: int, most: int) -> None:
        """Show the page with the column at this place, counted from 0."""
        self.shown = replace(self.shown, page=place // most)

    # words

    def words(self) -> str:
        """What is let through, "" when that is everything."""
        shown = self.shown
        people = [each.name for each in self._setup.clinicians if each.id in shown.clinician_ids]
        kinds = [each.name for each in self._setup.types if each.id in shown.type_ids]
        statuses = [self._words.status(each).word for each in shown.statuses]
        site = [each.name for each in self._sites if each.id == shown.site_id]
        if shown.site_id is not None and not site:
            site = [self.tr("one site")]
        return " · ".join(part for part in (self._few(names) for names in (site, people, kinds, statuses)) if part)

    def _few(self, names: Sequence[str]) -> str:
        if len(names) <= _MOST_NAMES:
            return ", ".join(names)
        return self.tr("{names} and {count} more").format(
            names=", ".join(names[: _MOST_NAMES - 1]), count=len(names) - _MOST_NAMES + 1
        )

    def know_sites(self, sites: tuple[SiteRow, ...]) -> None:
        """The names of the sites."""
        self._sites = sites

    @property
    def needs_sites(self) -> bool:
        """Whether a site is meant whose name is not known yet."""
        return self.shown.site_id is not None and not self._sites


def _read(text: str) -> CalendarFilter:
    try:
        kept = json.loads(text or "{}")
        return CalendarFilter(
            site_id=int(kept["site_id"]) if kept.get("site_id") else None,
            clinician_ids=tuple(map(int, kept.get("clinician_ids", ()))),
            statuses=tuple(map(str, kept.get("statuses", ()))),
            type_ids=tuple(map(int, kept.get("type_ids", ()))),
            page=0,
        )
    except (ValueError, TypeError, AttributeError):  # somebody wrote into the file of settings
        return CalendarFilter(page=0)
