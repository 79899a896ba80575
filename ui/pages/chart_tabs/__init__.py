"""Tabs of the chart. A new tab is one module and one line in `chart_tab_classes`; its `number` gives its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.pages.chart_tab import ChartTab


def chart_tab_classes() -> tuple[type[ChartTab], ...]:
    """Every tab of the chart; imported when the chart is made, not before."""
    from ui.pages.care_plan import CarePlanTab
    from ui.pages.chart_summary import SummaryTab
    from ui.pages.chart_tabs.about import AboutTab
    from ui.pages.chart_tabs.collaborative import CollaborativeTab
    from ui.pages.chart_tabs.conflicts import ConflictsTab
    from ui.pages.chart_tabs.history import HistoryTab
    from ui.pages.chart_tabs.medicines import MedicinesTab
    from ui.pages.chart_tabs.needs import NeedsTab
    from ui.pages.chart_tabs.notes import NotesTab
    from ui.pages.chart_tabs.pathways import PathwaysTab
    from ui.pages.chart_tabs.privacy import PrivacyTab
    from ui.pages.chart_tabs.programs import ProgramsTab
    from ui.pages.chart_tabs.record import RecordTab
    from ui.pages.chart_tabs.results import ResultsTab
    from ui.pages.chart_tabs.screening import ScreeningTab
    from ui.pages.chart_tabs.team import TeamTab
    from ui.pages.chart_tabs.timeline import TimelineTab
    from ui.pages.chart_tabs.visits import VisitsTab
    from ui.pages.documents import DocumentsTab
    from ui.pages.progress import ProgressTab

    return (
        SummaryTab,
        CarePlanTab,
        AboutTab,
        TimelineTab,
        ResultsTab,
        VisitsTab,
        RecordTab,
        HistoryTab,
        DocumentsTab,
        ProgressTab,
        PathwaysTab,
        ProgramsTab,
        ScreeningTab,
        NeedsTab,
        MedicinesTab,
        ConflictsTab,
        TeamTab,
        NotesTab,
        CollaborativeTab,
        PrivacyTab,
    )
