"""Every section of Admin and every form of the set-up, in both languages, every look, and text of double size."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from icm_desktop.contracts.scheduling import BookAppointment
from tests.ui.admin.office import furnish, open_office, turn_to
from tests.ui.audit import audit, settle
from tests.ui.clock import local
from tests.ui.conftest import Sit
from tests.ui.desk import Desk
from ui.language import Language
from ui.pages.admin_sections import section_classes
from ui.set_up import SetUp
from ui.theme import USUAL_POINTS, Theme, ThemeName

LOOKS = [
    (ThemeName.LIGHT, "en", USUAL_POINTS),
    (ThemeName.CONTRAST, "en", 2 * USUAL_POINTS),
    (ThemeName.DARK, "es", 2 * USUAL_POINTS),
]
Opening = Callable[[Desk], None]


@pytest.fixture(params=LOOKS, ids=["light", "high contrast, 200 %", "dark, Spanish, 200 %"])
def office(sit_at: Sit, qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[Desk]:
    theme, code, points = request.param
    language = Language(qapp)
    language.use(code)
    Theme.current().apply(theme, points)
    desk = open_office(sit_at)
    furnish(desk)
    yield desk
    language.use("en")
    Theme.current().apply(ThemeName.LIGHT, USUAL_POINTS)


def _command(section: str, key: str, row: object = None) -> Opening:
    """A command of a section, on one of its rows."""

    def opened(desk: Desk) -> None:
        shown = turn_to(desk, section)
        if row is not None:
            shown.table.go_to(row)
        desk.context.actions.trigger(key if "." in key else shown.action_id(key))

    return opened


def _entry_of(kind: str) -> Opening:
    def opened(desk: Desk) -> None:
        section = turn_to(desk, "directory")
        row = next(each for each in section.table.rows() if each.kind.value == kind)
        SetUp(desk.context, desk.page("admin")).change_entry(row)

    return opened


def _stranded(desk: Desk) -> None:
    """An absence on a day with a visit, saved once."""
    if not desk.ana:
        desk.ana = desk.register("Delgado Espinoza", "María de los Ángeles", "1958-03-04", phone="555-010-0142")
        request = BookAppointment(desk.ana, desk.kim, local("2026-11-24 09:00"), 30)
        desk.run("services.scheduling.book", request)
    SetUp(desk.context, desk.page("admin")).absence(desk.kim)
    dialog = desk.dialog()
    dialog.first.edit.setText("24 nov 2026")  # type: ignore[attr-defined]
    dialog.submit()  # type: ignore[attr-defined]
    assert dialog.visits.isVisible()  # type: ignore[attr-defined]


def _open_work(desk: Desk) -> None:
    SetUp(desk.context, desk.page("admin")).hand_over(desk.kim)


def _wrong(opening: Opening) -> Opening:
    """The same form, saved with nothing in it: its messages must have room too."""

    def opened(desk: Desk) -> None:
        opening(desk)
        settle()
        desk.dialog().submit()  # type: ignore[attr-defined]

    return opened


NEW, CHANGE = "admin.new", "admin.change"
DIALOGS: dict[str, Opening] = {
    "practice": _command("practice", CHANGE),
    "add site": _command("sites", NEW),
    "change site": _command("sites", CHANGE),
    "add closed days": _command("closures", NEW),
    "closed days, wrong": _wrong(_command("closures", NEW)),
    "add clinician": _command("clinicians", NEW),
    "change clinician": _command("clinicians", CHANGE),
    "hours of a clinician": _command("weeks", CHANGE),
    "add hours": _command("weeks", NEW),
    "add absence": _command("absences", NEW),
    "absence, wrong": _wrong(_command("absences", NEW)),
    "absence with visits to book anew": _stranded,
    "add room": _command("rooms", NEW),
    "room, wrong": _wrong(_command("rooms", NEW)),
    "kind of visit": _command("visit_types", CHANGE),
    "add kind of visit": _command("visit_types", NEW),
    "add to the directory": _command("directory", NEW),
    "person of the directory": _entry_of("person"),
    "place of the directory": _entry_of("place"),
    "service of the directory": _entry_of("service"),
    "directory entry, wrong": _wrong(_command("directory", NEW)),
    "directory from a file": _command("directory", "file"),
    "add user": _command("users", NEW),
    "add user, wrong": _wrong(_command("users", NEW)),
    "change user": _command("users", CHANGE),
    "new password": _command("users", "password"),
    "policy": _command("policies", CHANGE),
    "confirm content": _command("content", CHANGE),
    "read content": _command("content", "read"),
    "automatic backups": _command("backups", CHANGE),
    "holidays of a year": _command("closures", "settle"),
    "open work": _open_work,
}


def _open_dialog() -> QWidget:
    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]
    assert found, "no dialog is open"
    return found[-1]


def _problems(office: Desk, shown: QWidget) -> list[str]:
    too_big = not office.window.rect().contains(shown.rect())
    return [*audit(shown), *(["it is bigger than its window"] if too_big else [])]


def test_every_section_and_form_can_be_read_reached_and_hit_by_everybody(office: Desk) -> None:
    found = {}
    for made in section_classes():
        turn_to(office, made.name)
        settle()
        found[made.name] = audit(office.page("admin"))
    for name, opening in DIALOGS.items():
        opening(office)
        settle()
        settle()
        shown = _open_dialog()
        found[name] = _problems(office, shown)
        shown.close()
        settle()
    assert {name: problems for name, problems in found.items() if problems} == {}
