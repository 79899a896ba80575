"""On the walk through one look: what a patient may ask for, an emergency, and how the records are kept safe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from icm_desktop.contracts.patient_requests import TakeRequest
from ui.pages.admin import AdminPage
from ui.pages.chart_tabs.privacy import PrivacyTab

if TYPE_CHECKING:
    from ui.pages.chart import ChartPage
    from ui.tour.look_screens import Screens

_ASKED = (
    ("access", "A copy of everything, please"),
    ("amendment", "It was my left knee, not the right one"),
    ("accounting", "Who was told about me?"),
    ("restriction", "Do not tell my sister"),
)
_SAFETY = (
    ("tools.requests", "requests-of-patients"),
    ("tools.practice", "practice-details"),
    ("tools.my_password", "my-password"),
    ("tools.second_step", "my-sign-in-code"),
    ("tools.recovery", "recovery-code"),
    ("tools.keyring", "passwords-and-keyring"),
    ("tools.new_key", "new-key"),
    ("help.protection", "what-is-protected"),
)


def walk(screens: Screens, page: ChartPage) -> None:
    """The four requests of the open chart with their answers, to whom records went, sensitive notes in an emergency."""
    page.show_tab("privacy")
    screens.driver.settle()
    screens.form("privacy.take", "request")
    tab = next((one for one in page.findChildren(PrivacyTab) if one.isVisible()), None)
    head = page.chart.banner.head if page.chart is not None else None
    if tab is not None and head is not None:
        for kind, words in _ASKED:
            screens.context.jobs.run("services.patient_requests.take", TakeRequest(head.id, kind, words), owner=None)
            screens.driver.settle()
        screens.take("chart-requests")
        for row in tab.table.rows():
            tab.table.go_to(tab.row_key(row))
            screens.driver.settle()
            screens.form("privacy.answer", f"answer-{row.kind}")
            if row.kind == "access":
                screens.form("privacy.longer", "make-the-term-longer")
    for action_id, name in (("privacy.where", "disclosures"), ("chart.export", "export-record")):
        screens.form(action_id, name)
    page.show_tab("notes")
    screens.driver.settle()
    screens.form("notes.emergency", "sensitive-notes-in-an-emergency")


def safety(screens: Screens) -> None:
    """Passwords, keys and codes, the practice's own facts, where backups go."""
    for action_id, name in _SAFETY:
        screens.form(action_id, name)
    page = screens.page(AdminPage)
    if "backups" in page.sections:
        screens.context.navigation.open(page.name, None, {"section": "backups"})
        screens.driver.settle()
        screens.form("admin.change", "where-backups-go")
