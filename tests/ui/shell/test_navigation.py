"""Back and forward, and the way out of a chart."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QApplication

from ui.navigation import Navigation, Place


class _Watched:
    """A window that remembers where it was sent."""

    def __init__(self) -> None:
        self.navigation = Navigation()
        self.places: list[Place] = []
        self.state: Mapping[str, object] = {}
        self.navigation.watch(lambda: self.state)
        self.navigation.went.connect(self.places.append)

    @property
    def here(self) -> tuple[str, int | None]:
        return self.places[-1].page, self.places[-1].patient_id


def test_back_returns_to_the_place_as_it_was_left(qapp: QApplication) -> None:
    window = _Watched()
    window.navigation.open("today")
    window.state = {"row": 7}
    window.navigation.open("patients")
    window.state = {"row": 2}
    window.navigation.back()
    assert window.here == ("today", None)
    assert window.places[-1].state == {"row": 7}
    window.navigation.forward()
    assert window.here == ("patients", None)
    assert window.places[-1].state == {"row": 2}


def test_a_new_way_forgets_the_old_forward(qapp: QApplication) -> None:
    window = _Watched()
    for page in ("today", "patients"):
        window.navigation.open(page)
    window.navigation.back()
    window.navigation.open("calendar")
    assert not window.navigation.can_go_forward()
    window.navigation.back()
    assert window.here == ("today", None)


def test_leaving_a_chart_returns_to_the_list_it_came_from(qapp: QApplication) -> None:
    window = _Watched()
    window.navigation.open("patients")
    window.state = {"row": 41}
    window.navigation.open_chart(41)
    window.navigation.open_chart(42, tab="care_plan")
    assert window.places[-1].state == {"tab": "care_plan"}
    window.navigation.close_chart()
    assert window.here == ("patients", None)
    assert window.places[-1].state == {"row": 41}


def test_opening_the_place_one_is_at_changes_nothing(qapp: QApplication) -> None:
    window = _Watched()
    window.navigation.open("today")
    window.navigation.open("today")
    assert len(window.places) == 1
    assert not window.navigation.can_go_back()


def test_a_history_can_be_continued_elsewhere(qapp: QApplication) -> None:
    window, other = _Watched(), _Watched()
    window.navigation.open("today")
    window.navigation.open_chart(3)
    window.state = {"tab": "summary"}
    other.navigation.resume(window.navigation.places())
    assert other.here == ("chart", 3)
    assert other.places[-1].state == {"tab": "summary"}
    other.navigation.back()
    assert other.places[-1].page == "today"
