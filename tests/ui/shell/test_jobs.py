"""How a result comes back to whoever asked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from icm_desktop.changes import Changes
from icm_desktop.contracts.access import NewUser
from icm_desktop.contracts.patients import PatientDetails, RegisterPatient
from icm_desktop.errors import UserError
from icm_desktop.permissions import Role
from tests.support import PracticeForTests, make_practice
from ui.jobs import InlineJobs
from ui.messages import sentence
from ui.undo import UndoHistory


@pytest.fixture
def practice(tmp_path: Path) -> Iterator[PracticeForTests]:
    """A new practice."""
    made = make_practice(tmp_path)
    yield made
    made.database.close()


@pytest.fixture
def jobs(qapp: QApplication, practice: PracticeForTests) -> InlineJobs:
    """Jobs of a coordinator."""
    return InlineJobs(practice.open(Role.COORDINATOR))


def _register(family: str) -> RegisterPatient:
    return RegisterPatient(PatientDetails(family=family), not_duplicate=True)


def test_a_result_comes_back_and_its_changes_are_told(jobs: InlineJobs) -> None:
    told: list[Changes] = []
    results: list[object] = []
    jobs.changed.connect(told.append)
    jobs.run("services.registration.register", _register("Lopez"), owner=None, done=results.append)
    assert len(results) == 1
    assert "patient" in told[0].kinds


def test_an_error_goes_to_the_one_who_asked(jobs: InlineJobs) -> None:
    refused: list[UserError] = []
    default: list[UserError] = []
    jobs.failed.connect(default.append)
    request = NewUser("ana", "Ana", "coordinator", "a long enough sentence for this")
    jobs.run("services.access.add_user", request, owner=None, failed=refused.append)
    assert [error.code for error in refused] == ["permissions.denied"]
    assert default == []
    jobs.run("services.access.add_user", request, owner=None)
    assert [error.code for error in default] == ["permissions.denied"]
    assert "not" in sentence(default[0])


def test_a_result_nobody_waits_for_any_more_is_dropped_but_the_act_stands(
    jobs: InlineJobs, practice: PracticeForTests
) -> None:
    owner = QObject()
    results: list[object] = []
    told: list[Changes] = []
    jobs.changed.connect(told.append)
    delete(owner)
    jobs.run("services.registration.register", _register("Gone"), owner=owner, done=results.append)
    assert results == []
    assert told
    assert practice.open().run("queries.patients.find", "Gone")


def test_undo_and_redo_name_the_act_and_do_it(jobs: InlineJobs, practice: PracticeForTests) -> None:
    history = UndoHistory(jobs)
    jobs.changed.connect(lambda changes: None)
    acts: list[Changes] = []
    jobs.run(
        "services.registration.register", _register("Undo"), owner=None, done=lambda saved: acts.append(saved.changes)
    )
    history.push("new patient, UNDO", acts[0].action_id)
    assert history.undo_name() == "new patient, UNDO"
    history.undo()
    assert history.undo_name() is None
    assert history.redo_name() == "new patient, UNDO"
    assert not practice.open().run("queries.patients.find", "Undo")
    history.redo()
    assert history.undo_name() == "new patient, UNDO"
    assert practice.open().run("queries.patients.find", "Undo")


def test_the_toast_undoes_only_the_act_it_names(jobs: InlineJobs) -> None:
    history = UndoHistory(jobs)
    history.push("older", 1)
    history.push("newer", 2)
    history.undo_act(1)
    assert history.undo_name() == "newer"
