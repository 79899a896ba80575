"""The lock: every package hashed, no address, nothing dangerous; all of it declared with its licence."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
RESOURCES = CHECKOUT / "resources"
LOCK = (CHECKOUT / "packaging" / "requirements.lock").read_text(encoding="utf-8")
BLOCKS = re.split(r"\n(?=\S)", LOCK.strip())
FORBIDDEN = {"sqlcipher3-binary", "sqlcipher3-wheels", "keyrings-alt", "rlbidi", "pyside6", "pyside6-addons"}


def _third_party() -> dict[str, dict[str, dict[str, Any]]]:
    with (CHECKOUT / "packaging" / "third_party.toml").open("rb") as file:
        return tomllib.load(file)


def _locked() -> dict[str, str]:
    return dict(re.findall(r"^([A-Za-z0-9][\w.-]*)==([\w.]+)", LOCK, re.MULTILINE))


def test_every_package_is_pinned_and_hashed() -> None:
    assert len(BLOCKS) == len(_locked()) > 50
    for block in BLOCKS:
        first, *rest = block.splitlines()
        assert re.match(r"^[a-z0-9][a-z0-9-]*==\S+( ; .+)? \\$", first), first
        assert rest, first
        assert all(re.match(r"^    --hash=sha256:[0-9a-f]{64}( \\)?$", line) for line in rest), first


def test_the_lock_names_no_address() -> None:
    assert not re.search(r"://|index|find-links|--extra", LOCK)


def test_no_dangerous_package_is_locked() -> None:
    assert not FORBIDDEN & set(_locked())


def test_qt_stays_on_the_version_that_keeps_reference_counts() -> None:
    assert _locked()["pyside6-essentials"] == "6.11.3"


def test_what_the_project_asks_for_is_what_is_locked() -> None:
    with (CHECKOUT / "pyproject.toml").open("rb") as file:
        project = tomllib.load(file)
    wanted = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    pins = dict(item.lower().split("==") for item in wanted if "==" in item)
    assert {name: _locked()[name] for name in pins} == pins


def test_every_locked_package_is_declared_with_its_licence() -> None:
    declared = _third_party()["packages"]
    assert {name: entry["version"] for name, entry in declared.items()} == _locked()
    assert all(entry["licence"] and entry["why"] for entry in declared.values())


@pytest.mark.parametrize("pattern", ["fonts/*.ttf", "fonts/*.otf", "icons/**/*.svg", "**/*.woff*"])
def test_every_bundled_font_and_icon_is_declared(pattern: str) -> None:
    declared = {path for entry in _third_party()["files"].values() for each in entry["paths"] for path in _match(each)}
    assert _match(pattern) <= declared


def test_every_declared_set_is_there_with_its_licence_text() -> None:
    for name, entry in _third_party()["files"].items():
        assert all(_match(each) for each in entry["paths"]), name
        text = (RESOURCES / entry["licence_file"]).read_text(encoding="utf-8")
        assert "Copyright" in text, name


def _match(pattern: str) -> set[str]:
    return {path.relative_to(RESOURCES).as_posix() for path in RESOURCES.glob(pattern)}
