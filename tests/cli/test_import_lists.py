"""Lists in CSV by command: columns as said, guessed and remembered, refused lines written out."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Shell

HEAD = "MRN,Surname,First Name,Born on"
LINES = ("1001,Moss,Ada,03/04/1961", "1002,,Bo,05/06/1950")


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    path = tmp_path / "list.csv"
    path.write_text("\n".join((HEAD, *LINES, "")), encoding="utf-8")
    return path


def test_a_list_is_read_as_said_and_the_next_one_as_remembered(shell: Shell, listed: Path, tmp_path: Path):
    refused = tmp_path / "refused.csv"
    words = ("--list", "patients", "--column", "birth_date=Born on", "--dates", "dmy", "--refused", refused)
    document = shell.json("import", listed, *words)
    assert document["totals"]["Patient"] == {
        "read": 2, "created": 1, "updated": 0, "unchanged": 0, "not_understood": 0, "refused": 1,
    }  # fmt: skip
    assert document["files"][0]["refused_lines"] == [{"line": 3, "reason": "it has no family name."}]
    assert "1002,,Bo,05/06/1950,3: it has no family name." in refused.read_text(encoding="utf-8-sig")
    assert shell.run("patients", "--json").document()[0]["birth_date"] == "1961-04-03"
    listed.write_text(f"{HEAD}\n1003,Lund,Cy,07/08/1970\n", encoding="utf-8")
    assert shell.json("import", listed)["totals"]["Patient"]["created"] == 1


def test_a_dry_run_of_a_list_saves_nothing_and_remembers_nothing(shell: Shell, listed: Path):
    words = ("--list", "patients", "--column", "birth_date=Born on", "--dates", "mdy", "--dry-run")
    assert shell.json("import", listed, *words)["totals"]["Patient"]["created"] == 1
    assert shell.run("patients", "--json").document() == []
    assert shell.json("import", listed)["files"][0]["status"] == "skipped"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--list", "patients", "--column", "birth_date=Born on"), "--dates mdy"),
        (("--list", "patients", "--column", "family=Nothing"), "no column Nothing"),
        (("--list", "patients", "--column", "shoe=MRN"), "no field shoe"),
        (("--list", "visits"), "--column date=COLUMN"),
    ],
)
def test_what_is_not_known_is_asked_in_one_sentence(shell: Shell, listed: Path, words, told):
    ran = shell.run("import", listed, *words)
    assert (ran.code, ran.out) == (1, b"")
    assert told in ran.err
