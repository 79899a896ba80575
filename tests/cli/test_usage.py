"""Wrong words, wrong passwords, where options stand, and what a person is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from icm_desktop.cli import parser
from tests.cli.conftest import PASSWORD, Shell, bare


@pytest.mark.parametrize(
    "words",
    [
        ("nonsense",),
        ("chart",),
        ("init",),
        ("user",),
        ("user", "add", "x", "--role", "king", "--new-password-file", "f"),
        ("appointments", "--from", "yesterday", "--to", "2026-01-01"),
        ("export", "--all", "--patient", "1", "--format", "ics", "--out", "x.ics"),
        ("export", "--format", "ics", "--out", "x.ics"),
        ("patients", "--limit", "-1"),
        ("handout", "--patient", "1", "--out", "x.pdf", "--paper", "a5"),
        ("worklist", "--today", "2026-02-30"),
        ("patients", "--password", "secret"),
    ],
    ids=" ".join,
)
def test_wrong_usage_exits_2_and_prints_nothing_on_stdout(words):
    ran = bare(*words)
    assert (ran.code, ran.out) == (2, b"")
    assert "usage: icm-desktop" in ran.err


def test_help_of_every_command_exits_0():
    for name in parser.build()._subparsers._group_actions[0].choices:  # type: ignore[union-attr]
        assert bare(name, "--help").code == 0


def test_no_option_takes_a_password_itself():
    help_texts = " ".join(bare(*words, "--help").out.decode() for words in ((), ("init",), ("user", "add")))
    assert "--password-file" in help_texts
    assert "--password " not in help_texts


def test_global_options_stand_before_or_after_the_command(demo: Shell):
    options = [*demo.globals, "--json", "--today", "2026-11-20"]
    before, after = bare(*options, "worklist"), bare("worklist", *options)
    mixed = bare(*demo.globals, "worklist", "--json", "--today", "2026-11-20")
    assert (before.code, after.code, mixed.code) == (0, 0, 0)
    assert before.document() == after.document() == mixed.document()


def test_an_option_of_the_user_words_may_stand_last(shell: Shell):
    assert bare("user", "list", *shell.globals, "--json").document()[0]["name"] == "ada"


def test_the_password_may_come_from_the_environment(demo: Shell, monkeypatch):
    words = ("--database", demo.database, "--user", "ada", "patients", "--json")
    without = bare(*words)
    assert (without.code, without.out) == (1, b"")
    assert "--password-file" in without.err
    monkeypatch.setenv("ICM_PASSWORD", PASSWORD)
    assert len(bare(*words).document()) == 4


@pytest.mark.parametrize("end", ["", "\n", "\r\n"])
def test_the_line_end_of_the_password_file_is_not_part_of_the_password(demo: Shell, tmp_path: Path, end: str):
    file = tmp_path / "password"
    file.write_bytes((PASSWORD + end).encode())
    assert bare("--database", demo.database, "--user", "ada", "--password-file", file, "patients").code == 0


def test_a_wrong_password_is_one_sentence_and_names_no_password(demo: Shell, tmp_path: Path):
    file = tmp_path / "password"
    file.write_text("not the right one")
    ran = bare("--database", demo.database, "--user", "ada", "--password-file", file, "patients", "--json")
    assert (ran.code, ran.out) == (1, b"")
    assert len(ran.err.strip().splitlines()) == 1
    assert "not the right one" not in ran.err


def test_a_missing_database_and_a_plain_file_are_left_alone(demo: Shell, tmp_path: Path):
    plain = tmp_path / "plain.icm"
    plain.write_bytes(b"SQLite format 3\0" + bytes(4080))
    for file in (tmp_path / "missing.icm", plain):
        before = file.read_bytes() if file.exists() else None
        ran = bare(*demo.globals, "--database", file, "patients")
        assert (ran.code, ran.out) == (1, b"")
        assert "Traceback" not in ran.err
        assert (file.read_bytes() if file.exists() else None) == before


def test_reading_commands_compute_as_of_today(demo: Shell):
    early = demo.json("worklist", "--today", "2001-01-01")
    late = demo.json("worklist", "--today", "2040-01-01")
    assert max((row["days_late"] for row in early), default=0) < max(row["days_late"] for row in late)


def test_the_last_day_is_not_before_the_first(demo: Shell):
    ran = demo.run("appointments", "--from", "2026-11-20", "--to", "2026-11-19")
    assert (ran.code, ran.err.strip()) == (1, "The last day is before the first.")


def test_an_unknown_reference_is_told(demo: Shell, tmp_path: Path):
    for words in (("chart",), ("handout", "--out", tmp_path / "x.pdf")):
        ran = demo.run(*words, "--patient", "Patient/nobody")
        assert (ran.code, ran.err.strip()) == (1, "No patient has the reference Patient/nobody.")
    assert list(tmp_path.iterdir()) == []


def test_a_page_never_replaces_a_file_and_needs_a_folder(demo: Shell, tmp_path: Path):
    kept = tmp_path / "kept.pdf"
    kept.write_text("mine")
    assert demo.run("handout", "--patient", "000001", "--out", kept).code == 1
    assert kept.read_text() == "mine"
    assert demo.run("handout", "--patient", "000001", "--out", tmp_path / "no" / "page.pdf").code == 1


def test_patients_are_limited_and_found(demo: Shell):
    assert len(demo.json("patients", "--limit", "2")) == 2
    assert demo.json("patients", "--limit", "0") == []
    (first, *_) = demo.json("patients")
    found = demo.json("patients", "--search", first["name"].split(",")[0])
    assert first["ref"] in [row["ref"] for row in found]
