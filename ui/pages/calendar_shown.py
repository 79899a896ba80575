"""Which days the calendar shows and in which way: asks for them and lays them out."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from icm_desktop.contracts.calendar import AskDay, AskWeek, ColumnPages, DayView, WeekLoad
from icm_desktop.contracts.scheduling import AppointmentRow, FindSlots, Slot, Slots
from icm_desktop.domain.appointment_states import CANCELLED
from ui.context import AppContext
from ui.latest import Latest
from ui.pages.calendar_bar import CalendarBar
from ui.pages.calendar_filters import CalendarFilters
from ui.pages.calendar_layout import NOBODY, OUTSIDE, DayPlan, plan_day, plan_rooms
from ui.pages.calendar_week_layout import monday_of, plan_week

CLINICIANS, ROOMS, WEEK = "clinicians", "rooms", "week"
CALENDAR_SHOWS = frozenset({
    "appointment", "clinician", "appointment_type", "patient", "import", "absence", "closure", "site", "room",
    "referral", "plan_action", "worklist",
})  # fmt: skip
VIEWS = (CLINICIANS, ROOMS, WEEK)
_SIDE_BY_SIDE = 6  # clinicians whose visits of a week can still be told apart; of more, how full their days are


class CalendarShown(QObject):
    """The day or week in view. The bar says for which kind of visit free times are numbered, the filters what shows."""

    changed = Signal()

    def __init__(self, context: AppContext, bar: CalendarBar, filters: CalendarFilters, parent: QObject) -> None:
        super().__init__(parent)
        self._filters = filters
        self._context, self._bar = context, bar
        self._asked, self._slots_asked = Latest(context.jobs, self), Latest(context.jobs, self)
        self._key = f"calendar/{context.session.user_id}/view"
        kept = context.preferences.text(self._key, CLINICIANS)
        self.day = context.formatting.today()
        self.kind = kept if kept in VIEWS else CLINICIANS
        self.views: tuple[DayView, ...] = ()
        self.load: WeekLoad | None = None
        self.slots: tuple[Slot, ...] = ()

    def turn(self, kind: str) -> None:
        """Show in another way; it stays so for this person."""
        self.kind = kind
        self._context.preferences.keep(self._key, kind)

    def name(self) -> None:
        """Say on the bar what is shown."""
        if self.kind == WEEK:
            self._bar.show_week(monday_of(self.day))
        else:
            self._bar.show_day(self.day)

    @property
    def overview(self) -> bool:
        """Whether the week shows how full days are instead of its visits."""
        return self.kind == WEEK and self._bar.whose is None and self._filters.people > _SIDE_BY_SIDE

    def ask(self) -> None:
        """Ask for what is shown."""
        let = self._filters.shown
        if self.kind != WEEK:
            asked = AskDay(self.day, let, rooms=self.kind == ROOMS)
            self._asked.ask("queries.calendar.day_view", asked, done=lambda view: self._show((view,)))
            return
        week = AskWeek(monday_of(self.day), self._bar.whose, let)
        if self.overview:
            self._asked.ask("queries.calendar_overview.week_load", week, done=self._show_load)
        else:
            self._asked.ask("queries.calendar.week_view", week, done=self._show)

    def ask_slots(self) -> None:
        """Number the free times of the kind of visit on the bar, with those who are shown."""
        if not self.views:
            return
        today = self._context.formatting.today()
        first = max(monday_of(self.day), today) if self.kind == WEEK else self.day
        among = tuple(person.id for person in self.views[0].clinicians)
        asked = FindSlots(self._bar.minutes, first, type_id=self._bar.type_id, clinician_id=self._whose(), among=among)
        self._slots_asked.ask(
            "queries.slots.free_slots", asked, done=self._show_slots, failed=lambda _error: self.changed.emit()
        )

    def _whose(self) -> int | None:
        return self._bar.whose if self.kind == WEEK else None

    def _show(self, views: tuple[DayView, ...]) -> None:
        self.views, self.slots, self.load = views, (), None
        if views[0].clinicians and views[-1].day >= self._context.formatting.today() and self.kind != ROOMS:
            self.ask_slots()
        else:
            self.changed.emit()

    def _show_load(self, load: WeekLoad) -> None:
        self.views, self.slots, self.load = (), (), load
        self.changed.emit()

    def _show_slots(self, found: Slots) -> None:
        self.slots = found.slots
        self.changed.emit()

    # what there is

    @property
    def clinicians(self) -> bool:
        """Whether there is anybody with a calendar, or anything booked."""
        return self.load is not None or any(view.clinicians or view.appointments for view in self.views)

    @property
    def paged(self) -> ColumnPages | None:
        """Which of many columns are in view; None when all are."""
        return self.views[0].paged if len(self.views) == 1 else None

    @property
    def closed(self) -> str | None:
        """Why the practice is closed on the day in view."""
        return self.views[0].closed if len(self.views) == 1 else None

    def every_visit(self) -> tuple[AppointmentRow, ...]:
        """All visits of the days, cancelled ones too."""
        return tuple(visit for view in self.views for visit in view.appointments)

    def visits(self) -> tuple[AppointmentRow, ...]:
        """The visits that show."""
        every = self.every_visit()
        if self._bar.with_cancelled or CANCELLED in self._filters.shown.statuses:
            return every
        return tuple(visit for visit in every if visit.status != CANCELLED)

    def plan(self) -> DayPlan:
        """The days laid out."""
        formatting, keep = self._context.formatting, {visit.id for visit in self.visits()}
        views = [
            replace(view, appointments=tuple(visit for visit in view.appointments if visit.id in keep))
            for view in self.views
        ]
        if self.kind == WEEK:
            return plan_week(views, self.slots, formatting.zone, {view.day: self._day_name(view) for view in views})
        names = {OUTSIDE: self.tr("Outside"), NOBODY: self.tr("No clinician"), "no_room": self.tr("No room")}
        if self.kind == ROOMS:
            return plan_rooms(views[0], formatting.zone, names)
        return plan_day(views[0], self.slots, formatting.zone, names)

    def _day_name(self, view: DayView) -> str:
        formatting = self._context.formatting
        weekday, month = formatting.weekday_names()[view.day.weekday()], formatting.month_names()[view.day.month - 1]
        name = f"{weekday} {view.day.day:02d}-{month}"
        return self.tr("{day}, closed").format(day=name) if view.closed else name
