"""Pages of the main window. A new page is one module here and one line in `page_classes`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.page import Page


def page_classes() -> tuple[type[Page], ...]:
    """Every page of the window; imported when the window is made, not before."""
    from ui.pages.admin import AdminPage
    from ui.pages.calendar import CalendarPage
    from ui.pages.caseload import CaseloadPage
    from ui.pages.chart import ChartPage
    from ui.pages.duplicates import DuplicatesPage
    from ui.pages.exchange import ExchangePage
    from ui.pages.outcomes import OutcomesPage
    from ui.pages.pages_held import PagesHeldPage
    from ui.pages.patients import PatientsPage
    from ui.pages.populations import PopulationsPage
    from ui.pages.referrals import ReferralsPage
    from ui.pages.today import TodayPage

    return (
        TodayPage, PatientsPage, DuplicatesPage, PagesHeldPage, ChartPage, CalendarPage, ReferralsPage, CaseloadPage,
        PopulationsPage, OutcomesPage, ExchangePage, AdminPage,
    )  # fmt: skip
