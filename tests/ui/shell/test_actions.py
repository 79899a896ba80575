"""One registry of commands: contexts, privileges, safe shortcuts."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from icm_desktop.permissions import Privilege
from ui.actions import Action, ActionRegistry
from ui.fuzzy import best, score


def _registry() -> ActionRegistry:
    return ActionRegistry(lambda privilege: privilege != Privilege.USERS)


def _nothing() -> None:
    return None


def test_an_action_runs_only_on_its_page(qapp: QApplication) -> None:
    ran: list[str] = []
    registry = _registry()
    registry.add(Action("today.done", "&Done", lambda: ran.append("done"), "Ctrl+D", context="today"))
    registry.trigger("today.done")
    assert ran == []
    registry.activate({"today"})
    registry.trigger("today.done")
    assert ran == ["done"]
    assert registry.qaction("today.done").isVisible()


def test_an_action_waits_until_it_makes_sense(qapp: QApplication) -> None:
    ran: list[str] = []
    registry = _registry()
    registry.add(Action("a", "A", lambda: ran.append("a")))
    registry.set_enabled("a", False)
    registry.trigger("a")
    registry.set_enabled("a", True)
    registry.trigger("a")
    assert ran == ["a"]


def test_what_the_role_may_not_do_is_not_there(qapp: QApplication) -> None:
    registry = _registry()
    registry.add(Action("users.add", "Add user", _nothing, privilege=Privilege.USERS))
    assert "users.add" not in registry
    registry.trigger("users.add")


def test_one_shortcut_cannot_mean_two_things_in_one_place(qapp: QApplication) -> None:
    registry = _registry()
    registry.add(Action("one", "One", _nothing, "Ctrl+L", context="today"))
    registry.add(Action("two", "Two", _nothing, "Ctrl+L", context="chart"))
    with pytest.raises(ValueError, match="both want"):
        registry.add(Action("three", "Three", _nothing, "Ctrl+L", context="today"))
    with pytest.raises(ValueError, match="both want"):
        registry.add(Action("four", "Four", _nothing, "Ctrl+L"))


@pytest.mark.parametrize("keys", ["Ctrl+Alt+P", "Ctrl+Alt+Shift+P", "P", "7"])
def test_unsafe_shortcuts_are_refused(qapp: QApplication, keys: str) -> None:
    with pytest.raises(ValueError, match="not safe"):
        _registry().add(Action("x", "X", _nothing, keys))


def test_an_id_is_registered_once(qapp: QApplication) -> None:
    registry = _registry()
    registry.add(Action("x", "X", _nothing))
    with pytest.raises(ValueError, match="twice"):
        registry.add(Action("x", "X", _nothing))


def test_a_failing_handler_leaves_the_registry_usable(qapp: QApplication) -> None:
    registry = _registry()
    registry.add(Action("menu.a", "&Print next steps…", _nothing, menu="file", group=1))
    registry.add(Action("menu.b", "B", _nothing, menu="file"))
    assert [action.id for action in registry.in_menu("file")] == ["menu.b", "menu.a"]
    assert registry.action("menu.a").plain_text == "Print next steps"


@pytest.mark.parametrize("typed", ["print", "next st", "steps print", "prnxt", "hoja", "impresión", "HANDOUT"])
def test_the_palette_finds_a_command_by_any_of_its_words(typed: str) -> None:
    assert best(typed, ("Print next steps", "handout", "hoja", "impresion")) > 0


def test_strewn_letters_are_no_match() -> None:
    assert score("xyz", "Print next steps") == 0
    assert score("ptes", "Patients seen last, a sentence") < score("pat", "Patients")
    assert score("pat", "Patients") > score("pat", "New patient") > score("pat", "Compatible")
