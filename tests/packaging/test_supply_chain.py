"""What is shipped is listed whole, under licences we may ship, and held against known faults without a network."""

from __future__ import annotations

import datetime as dt
import importlib.metadata
import json
import re
import zipfile
from pathlib import Path

import pytest
import supply_chain
from packaging.requirements import Requirement
from supply_chain import Part, allowed, known_faults, not_allowed, not_checked, parts, sbom

TODAY = dt.date(2026, 11, 30)
CURL = Part("curl", "8.1", "MIT", shipped=True, kind="package")


def _entry(**affected: object) -> dict[str, object]:
    about = {"package": {"name": "Curl", "ecosystem": "PyPI"}, **affected}
    return {"id": "X-1", "summary": "reads too far", "modified": "2026-11-20T00:00:00Z", "affected": [about]}


def _range(*events: dict[str, str]) -> dict[str, object]:
    return _entry(ranges=[{"type": "ECOSYSTEM", "events": list(events)}])


def _closure() -> set[str]:
    """What the program's own requirements bring on this computer, name by name."""
    found, waiting = set(), ["icm-desktop"]
    while waiting:
        for text in importlib.metadata.requires(waiting.pop()) or ():
            wanted = Requirement(text)
            name = re.sub(r"[-_.]+", "-", wanted.name).lower()
            if name not in found and (wanted.marker is None or wanted.marker.evaluate({"extra": ""})):
                found.add(name)
                waiting.append(name)
    return found


def test_the_list_is_valid_cyclonedx_and_made_twice_the_same() -> None:
    from cyclonedx.schema import SchemaVersion
    from cyclonedx.validation.json import JsonStrictValidator

    text = sbom(parts())
    assert text == sbom(parts())
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text.replace('"library"', '"thing"')) is not None


def test_everything_shipped_is_listed_and_nothing_of_a_developer() -> None:
    listed = {each["name"]: each for each in json.loads(sbom(parts()))["components"]}
    assert set(listed) == {part.name for part in parts() if part.shipped}
    assert {"sqlcipher3", "sqlite", "openssl", "qt", "inter"} <= set(listed)
    assert not {"pytest", "mypy", "cyclonedx-python-lib"} & set(listed)
    assert listed["sqlcipher3"]["purl"].startswith("pkg:pypi/sqlcipher3@")
    assert all(each["licenses"] for each in listed.values())


def test_what_is_called_shipped_is_what_the_program_needs() -> None:
    packages = {part.name: part.shipped for part in parts() if part.kind == "package"}
    needed = _closure()
    assert len(needed) > 30
    assert {name for name in needed if not packages[name]} == set()
    elsewhere = {"backports-tarfile", "importlib-metadata", "lazy-importer", "pywin32-ctypes", "zipp"}  # by platform
    assert {name for name, shipped in packages.items() if shipped} - needed <= elsewhere


def test_contained_versions_are_those_that_answer() -> None:
    from cryptography.hazmat.backends.openssl import backend
    from pypdfium2 import PDFIUM_INFO
    from PySide6.QtCore import qVersion

    from db.engine import engine_versions

    told = {part.name: part.version for part in parts() if part.kind == "contained"}
    engine = engine_versions()
    assert told == {
        "sqlite": engine["sqlite"],
        "sqlcipher": engine["sqlcipher"].split()[0],
        "openssl": backend.openssl_version_text().split()[1],
        "pdfium": str(PDFIUM_INFO).partition("@")[0],
        "qt": qVersion(),
    }


def test_every_licence_is_on_the_list_for_its_kind() -> None:
    assert not_allowed(parts()) == []
    bad = Part("x", "1", "GPL-3.0-only", shipped=True, kind="package")
    assert not_allowed([CURL, bad]) == ["x 1: GPL-3.0-only"]
    assert not_allowed([Part("x", "1", "LGPL-3.0-only", shipped=False, kind="package")])


@pytest.mark.parametrize(
    ("licence", "good"),
    [
        ("MIT", True),
        ("MIT OR GPL-3.0-only", True),
        ("MIT AND GPL-3.0-only", False),
        ("(MIT OR GPL-2.0-only) AND ISC", False),
    ],
)
def test_an_expression_needs_all_of_an_and_and_one_of_an_or(licence: str, good: bool) -> None:
    assert allowed(licence, ["MIT", "Zlib"]) is good


@pytest.mark.parametrize(
    ("entry", "hit"),
    [
        (_range({"introduced": "0"}, {"fixed": "8.2"}), True),
        (_range({"introduced": "0"}, {"fixed": "8.1"}), False),
        (_range({"introduced": "7"}, {"last_affected": "8.1"}), True),
        (_range({"introduced": "8.2"}), False),
        (_range({"introduced": "1"}, {"fixed": "2"}, {"introduced": "8"}), True),
        (_entry(versions=["8.1"]), True),
        (_entry(versions=["8.0"]), False),
        ({**_entry(versions=["8.1"]), "withdrawn": "2026-11-01T00:00:00Z"}, False),
    ],
)
def test_a_version_is_held_against_an_advisory(entry: dict[str, object], hit: bool) -> None:
    assert known_faults([CURL], [entry]) == (["curl 8.1: X-1: reads too far"] if hit else [])


def test_our_own_advisories_meet_what_they_are_about() -> None:
    entries = json.loads(supply_chain.KNOWN.read_text(encoding="utf-8"))["entries"]
    assert known_faults(parts(), entries) == []
    old = [Part("sqlite", "3.50.0", "blessing", True, "contained"), Part("keyrings-alt", "5.0", "MIT", True, "package")]
    assert [line.split(":")[0] for line in known_faults(old, entries)] == ["keyrings-alt 5.0", "sqlite 3.50.0"]


def test_what_could_not_be_checked_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    osv = tmp_path / "all.zip"
    with zipfile.ZipFile(osv, "w") as made:
        made.writestr("X-1.json", json.dumps(_range({"introduced": "0"})))
    assert not_checked(osv, TODAY) is None
    assert "41 days old" in str(not_checked(osv, TODAY + dt.timedelta(days=31)))
    (tmp_path / "bad").write_text("no archive", encoding="utf-8")
    assert "no archive" in str(not_checked(tmp_path / "bad", TODAY))
    assert supply_chain.audit(None, TODAY) == 0
    assert "NOT CHECKED" in capsys.readouterr().out
    assert supply_chain.audit(osv, TODAY) == 0
    assert "NOT CHECKED" not in capsys.readouterr().out


def test_a_fault_in_the_archive_ends_with_exit_code_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    entry = _range({"introduced": "0"})
    entry["affected"][0]["package"]["name"] = "PyJWT"  # type: ignore[index]
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as made:
        made.writestr("X-1.json", json.dumps(entry))
    assert supply_chain.audit(tmp_path / "all.zip", TODAY) == 1
    assert "pyjwt" in capsys.readouterr().out
