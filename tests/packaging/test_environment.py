"""When .venv is made anew, brought up to date or left alone, and what is said when pip fails."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from environment import (
    Stamp,
    environment,
    extras,
    locked_names,
    pip_sentence,
    read_stamp,
    remaining_steps,
    wanted_stamp,
)

WANT = wanted_stamp(b"lock", b"project", "/somewhere")


def test_an_up_to_date_environment_is_left_alone() -> None:
    assert remaining_steps(WANT, WANT, usable=True) == []


@pytest.mark.parametrize(
    ("have", "usable", "steps"),
    [
        (None, False, ["create", "packages", "project"]),
        (WANT, False, ["create", "packages", "project"]),
        (WANT._replace(place="/elsewhere"), True, ["create", "packages", "project"]),
        (None, True, ["packages", "project"]),
        (WANT._replace(lock="old"), True, ["packages", "project"]),
        (WANT._replace(project="old"), True, ["project"]),
    ],
)
def test_only_what_changed_is_done_again(have: Stamp | None, usable: bool, steps: list[str]) -> None:
    assert remaining_steps(have, WANT, usable) == steps


def test_the_stamp_comes_back_as_written(tmp_path: Path) -> None:
    file = tmp_path / "stamp.json"
    file.write_text(json.dumps(WANT._asdict()), encoding="utf-8")
    assert read_stamp(file) == WANT


@pytest.mark.parametrize("text", [None, "", "{}", "[1]", '{"lock": "a", "other": 1}'])
def test_a_damaged_or_absent_stamp_means_not_finished(tmp_path: Path, text: str | None) -> None:
    file = tmp_path / "stamp.json"
    if text is not None:
        file.write_text(text, encoding="utf-8")
    assert read_stamp(file) is None


def test_left_overs_of_an_older_lock_are_found() -> None:
    locked = locked_names("alembic==1.20.1 \\\n    --hash=sha256:0\nsqlcipher3==0.6.4 ; x \\\n")
    freeze = "alembic==1.20.1\nkeyrings.alt==5.0\nSQLCipher3==0.6.4\nthing @ file:///x\npip==24.0\n"
    assert extras(freeze, locked) == ["keyrings.alt", "thing"]


def test_another_pythons_packages_stay_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", "/elsewhere")
    monkeypatch.setenv("PIP_USER", "1")
    assert not {"PYTHONPATH", "PIP_USER"} & set(environment())


def test_what_was_compiled_is_kept_for_the_next_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    assert "PYTHONDONTWRITEBYTECODE" not in environment()


@pytest.mark.parametrize(
    ("output", "says"),
    [
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE", "nothing was installed"),
        ("OSError: [Errno 28] No space left on device", "The disk is full"),
        ("Retrying ... NewConnectionError ... \nERROR: No matching distribution found for x", "Check the network"),
        ("socket.gaierror: getaddrinfo failed", "Check the network"),
        ("ERROR: No matching distribution found for PySide6-Essentials==6.11.3", "no ready-made PySide6-Essentials"),
        ("something new", "pip could not install the packages:\nsomething new"),
    ],
)
def test_what_pip_says_becomes_a_sentence(output: str, says: str) -> None:
    assert says in pip_sentence(output)
