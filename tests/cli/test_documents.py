"""Every command's document is as its schema says."""

from __future__ import annotations

import hashlib
import json
import os
import stat
import sys
from pathlib import Path

import pytest

from icm_desktop import paths
from icm_desktop.cli.main import COMMANDS
from tests.cli.conftest import PASSWORD, USER, Shell, bare, check

READING = {
    "patients": (),
    "chart": ("--patient", "000001"),
    "worklist": ("--today", "2040-01-01"),
    "referrals": (),
    "populations": ("list",),
    "appointments": ("--from", "2020-01-01", "--to", "2040-01-01"),
    "verify": (),
}


def test_every_command_has_a_schema_and_every_schema_a_command():
    files = (paths.RESOURCES / "schemas" / "cli").glob("*.schema.json")
    assert {file.name.removesuffix(".schema.json") for file in files} == set(COMMANDS)


@pytest.mark.parametrize("name", READING)
def test_a_reading_command_prints_its_document(demo: Shell, name: str):
    document = demo.json(name, *READING[name])
    assert document


@pytest.mark.parametrize("name", READING)
def test_the_same_for_a_person_is_text_and_not_json(demo: Shell, name: str):
    ran = demo.run(name, *READING[name])
    assert ran.code == 0
    assert ran.out.decode("utf-8").strip()
    with pytest.raises(json.JSONDecodeError):
        ran.document()


def test_doctor_answers_without_a_user_and_without_a_database(demo: Shell, tmp_path: Path):
    for words in (("--database", tmp_path / "none.icm"), demo.globals):
        ran = bare(*words, "doctor", "--json")
        check("doctor", ran.document())
        assert ran.code == (1 if ran.document()["ok"] is False else 0)


def test_users_are_added_listed_and_disabled(shell: Shell):
    new = shell.folder / "new-password"
    new.write_text("tall green hills sing")
    added = shell.json(
        "user", "add", "rosa", "--role", "coordinator", "--display-name", "Rosa Díaz", "--new-password-file", new
    )
    rosa = {"name": "rosa", "display_name": "Rosa Díaz", "role": "coordinator", "disabled": False, "second_step": False}
    assert added == [rosa]
    assert {row["name"]: row["role"] for row in shell.json("user", "list")} == {
        "ada": "administrator",
        "rosa": "coordinator",
    }
    as_rosa = ("--database", shell.database, "--user", "rosa", "--password-file", new)
    assert bare(*as_rosa, "patients").code == 0
    shell.json("user", "disable", "rosa")
    refused = bare(*as_rosa, "patients")
    assert (refused.code, refused.out) == (1, b"")
    assert [row["disabled"] for row in shell.json("user", "list") if row["name"] == "rosa"] == [True]


def test_a_role_that_may_not_is_refused_with_a_sentence(shell: Shell):
    new = shell.folder / "new-password"
    new.write_text("tall green hills sing")
    shell.json("user", "add", "fred", "--role", "front_desk", "--new-password-file", new)
    as_fred = ("--database", shell.database, "--user", "fred", "--password-file", new)
    for words in (("user", "list"), ("backup", "--out", shell.folder / "b.icm")):
        ran = bare(*as_fred, *words)
        assert (ran.code, ran.out) == (1, b"")
        assert "Traceback" not in ran.err
        assert ran.err.strip()
    assert not (shell.folder / "b.icm").exists()


def test_the_generated_practice_is_the_same_for_the_same_seed_and_only_fills_an_empty_one(demo: Shell, shell: Shell):
    shell.json("demo", "--patients", "4", "--seed", "7")
    assert shell.json("patients") == demo.json("patients")
    again = shell.run("demo", "--patients", "4")
    assert again.code == 1
    assert "only fills an empty one" in again.err


def test_a_backup_opens_with_the_same_password_and_verifies(demo: Shell, tmp_path: Path):
    copy = tmp_path / "copy.icm"
    made = demo.json("backup", "--out", copy)
    assert (made["out"], made["patients"], made["bytes"]) == (str(copy), 4, copy.stat().st_size)
    verified = demo.json("verify", copy)
    assert verified["ok"] is not False
    refused = demo.run("backup", "--out", copy)
    assert refused.code == 1
    assert copy.stat().st_size == made["bytes"]


def test_verify_tells_a_flipped_byte_and_exits_1(shell: Shell):
    content = bytearray(shell.database.read_bytes())
    content[len(content) // 2] ^= 1
    shell.database.write_bytes(bytes(content))
    ran = shell.run("verify", "--json")
    check("verify", ran.document())
    assert (ran.code, ran.document()["ok"]) == (1, False)


def test_verify_of_a_file_that_does_not_open_answers_for_every_check_all_the_same(shell: Shell):
    sound = shell.run("verify", "--json").document()
    shell.database.write_bytes(os.urandom(8192))
    ran = shell.run("verify", "--json")
    check("verify", ran.document())
    found = {one["name"]: one["ok"] for one in ran.document()["checks"]}
    assert list(found) == [one["name"] for one in sound["checks"]]
    assert (ran.code, found.pop("file_pages"), set(found.values())) == (1, False, {None})


def test_what_nobody_could_check_is_null_and_exits_0(shell: Shell):
    for anchor in paths.state_folder().glob("*.anchor.json"):
        anchor.unlink()
    ran = shell.run("verify", "--json")
    found = {one["name"]: one["ok"] for one in ran.document()["checks"]}
    assert found["audit_anchor"] is None
    assert ran.document()["ok"] is not False
    assert ran.code == 0


def test_appointments_are_written_as_a_calendar_file(demo: Shell, tmp_path: Path):
    days = ("--from", "2020-01-01", "--to", "2040-01-01")
    visits = demo.json("appointments", *days)
    mine = [each for each in visits if each["patient"] == "000001"]
    one = demo.json("export", "--patient", "000001", "--format", "ics", "--out", tmp_path / "one.ics")
    assert (one["format"], one["appointments"]) == ("ics", len(mine)) and mine
    everybody = demo.json("export", "--all", *days, "--format", "ics", "--out", tmp_path / "all.ics")
    assert everybody["appointments"] == len(visits)
    uids = [
        {line for line in (tmp_path / name).read_text("utf-8").splitlines() if line.startswith("UID:")}
        for name in ("one.ics", "all.ics")
    ]
    assert len(uids[0]) == len(mine) and uids[0] < uids[1], "the same visit has the same name in both"
    family = demo.json("patients", "--search", "000001")[0]["name"].split(",")[0]
    assert family not in (tmp_path / "one.ics").read_text("utf-8")
    again = demo.run("export", "--all", "--format", "ics", "--out", tmp_path / "all.ics")
    assert again.code == 1 and "already" in again.err
    reversed_days = ("--from", "2026-02-01", "--to", "2026-01-01")
    refused = demo.run("export", "--all", *reversed_days, "--format", "ics", "--out", tmp_path / "none.ics")
    assert refused.code == 1 and not (tmp_path / "none.ics").exists()


def test_a_record_is_written_as_fhir_for_whom_it_is_said(demo: Shell, tmp_path: Path):
    mine = ("export", "--patient", "000001", "--format", "fhir", "--out")
    ours = demo.json(*mine, tmp_path / "ours.json")
    assert hashlib.sha256((tmp_path / "ours.json").read_bytes()).hexdigest() == ours["sha256"]
    assert (ours["resources"]["Patient"], ours["held_back"]) == (1, [])
    theirs = demo.json(*mine, tmp_path / "theirs.json", "--for", "Dr. Heart", "--treats", "--purpose", "treatment",
                       "--without-sensitive")  # fmt: skip
    assert theirs["held_back"] and sum(theirs["resources"].values()) < sum(ours["resources"].values())
    refused = demo.run(*mine, tmp_path / "none.json", "--for", "Pat Stranger", "--purpose", "legal")
    assert refused.code == 1 and not (tmp_path / "none.json").exists()
    unsaid = demo.run(*mine, tmp_path / "none.json", "--for", "Dr. Heart", "--treats")
    assert unsaid.code == 1 and "for" in unsaid.err


def test_everything_is_written_so_that_the_practice_can_leave(demo: Shell, tmp_path: Path):
    lines = demo.json("export", "--all", "--format", "fhir", "--out", tmp_path / "lines")
    whole = demo.json("export", "--all", "--format", "practice", "--out", tmp_path / "whole")
    assert {one["name"].partition("/")[0] for one in lines["files"]} == {"fhir"}
    assert {"fhir", "tables"} <= {one["name"].partition("/")[0] for one in whole["files"]}
    assert hashlib.sha256((tmp_path / "whole" / "manifest.json").read_bytes()).hexdigest() == whole["sha256"]
    refused = demo.run("export", "--patient", "000001", "--format", "practice", "--out", tmp_path / "one")
    assert refused.code == 1 and "--all" in refused.err


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps access in other ways")
def test_only_the_owner_can_read_what_commands_write(demo: Shell, tmp_path: Path):
    demo.json("backup", "--out", tmp_path / "copy.icm")
    demo.json("handout", "--patient", "000001", "--out", tmp_path / "page.pdf")
    demo.json("handout", "--patient", "000001", "--format", "html", "--out", tmp_path / "page.html")
    demo.json("export", "--all", "--format", "ics", "--out", tmp_path / "visits.ics")
    written = [*tmp_path.iterdir(), *demo.folder.glob("practice.icm*"), *paths.state_folder().glob("*.json")]
    assert len(written) >= 7
    assert [file.name for file in written if stat.S_IMODE(file.stat().st_mode) != 0o600] == []


def test_init_makes_the_folder_and_says_the_recovery_code_once(tmp_path: Path):
    password = tmp_path / "password"
    password.write_text(PASSWORD)
    file = tmp_path / "new" / "deep" / "practice.icm"
    words = ("--database", file, "--user", "ada", "--password-file", password)
    made = bare("init", "--practice", "Larkspur", *words)
    assert made.code == 0
    code = made.out.decode().split("shown only now: ")[1].split()[0]
    assert code.replace("-", "").encode() not in file.read_bytes()
    again = bare(*words, "init", "--practice", "Larkspur")
    assert (again.code, again.out) == (1, b"")
    assert bare(*words, "patients").code == 0


def test_a_backup_is_restored_by_password_or_by_the_printed_code(demo: Shell, tmp_path: Path):
    out, code = tmp_path / "b.icm", tmp_path / "code"
    shell = Shell(tmp_path, tmp_path / "new.icm", demo.password_file, [])
    code.write_text(demo.code, encoding="utf-8")
    demo.json("backup", "--out", out)
    words = ("--database", tmp_path / "new.icm", "--user", USER, "--password-file", demo.password_file)
    made = shell.json("restore", out, *words)
    assert (made["patients"], made["updated"], made["recovery_code"]) == (4, False, None)
    assert {each["ok"] for each in made["checks"]} == {True}
    refused = shell.run("restore", out, *words)
    assert (refused.code, refused.out) == (1, b"")
    new = tmp_path / "new-password"
    new.write_text("nine small paper boats\n")
    by_code = ("--database", tmp_path / "by-code.icm", "--recovery-code-file", code, "--user", USER)
    made = shell.json("restore", out, *by_code, "--new-password-file", new)
    assert len(made["recovery_code"]) == len(demo.code)
    reading = Shell(tmp_path, tmp_path / "by-code.icm", new, ["--database", made["database"], "--user", USER])
    assert len(reading.run("patients", "--password-file", new).out.splitlines()) >= 4


def test_a_restore_says_what_is_missing(demo: Shell, tmp_path: Path):
    for words in ((), ("--database", tmp_path / "new.icm"), ("--database", tmp_path / "n.icm", "--user", USER)):
        ran = bare("restore", tmp_path / "none.icm", *words)
        assert (ran.code, ran.out, bool(ran.err.strip())) == (1, b"", True)


def test_what_does_not_fit_stands_on_sheets_beside_the_page(demo: Shell, tmp_path: Path):
    seen: set[str] = set()
    for number in range(1, 25):
        out = tmp_path / f"{number}.pdf"
        told = demo.json("handout", "--patient", f"{number:06d}", "--with-sheets", "--large-print", "--out", out)
        assert bool(told["sheets"]) == bool(told["overflow"])
        seen |= {Path(sheet).stem.partition("-")[2] for sheet in told["sheets"]}
        assert all(Path(sheet).read_bytes().startswith(b"%PDF-") for sheet in told["sheets"])
        if seen:
            break
    assert seen <= {"my-plan", "visits", "medicines"} and seen
    _nothing_is_half_written(demo, number, Path(told["sheets"][-1]), tmp_path)


def _nothing_is_half_written(demo: Shell, number: int, sheet: Path, folder: Path) -> None:
    """A sheet's file is there already: neither the page nor another sheet is written or kept."""
    (folder / sheet.name.replace(f"{number}-", "again-")).write_bytes(b"mine")
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    again = folder / "again.pdf"
    ran = demo.run("handout", "--patient", f"{number:06d}", "--with-sheets", "--large-print", "--out", again)
    assert ran.code == 1 and "again-" in ran.err
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
