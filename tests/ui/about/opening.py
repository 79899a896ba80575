"""Opens the About tab of the patient of a desk."""

from __future__ import annotations

from tests.ui.desk import Desk
from ui.pages.chart import ChartPage
from ui.pages.chart_tabs.about import AboutTab


def about_tab(desk: Desk) -> AboutTab:
    """The tab on the chart, shown."""
    desk.context.navigation.open_chart(desk.ana)
    page = desk.page("chart")
    assert isinstance(page, ChartPage)
    page.show_tab("about")
    return page.tab_of(AboutTab)
