"""Commands run in this process on practices of their own; what they print is read back."""

from __future__ import annotations

import contextlib
import io
import json
import logging
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import jsonschema
import pytest

from icm_desktop import paths
from icm_desktop.__main__ import main

PASSWORD = "slow brown rivers bend"
USER = "ada"


@dataclass(frozen=True)
class Ran:
    """What one command did."""

    code: int
    out: bytes
    err: str

    def document(self) -> Any:
        """The one JSON document on stdout; anything before or after it is an error here."""
        return json.loads(self.out)


@dataclass
class Shell:
    """Somebody who types commands about one database."""

    folder: Path
    database: Path
    password_file: Path
    globals: list[str] = field(default_factory=list)
    code: str = ""

    def run(self, *words: str | Path) -> Ran:
        """Run a command with the database, the user and the password file of this shell."""
        return bare(*self.globals, *words)

    def json(self, name: str, *words: str | Path) -> Any:
        """The document of a command that ends well, checked against the command's schema."""
        ran = self.run("--json", name, *words)
        assert ran.code == 0, ran.err
        document = ran.document()
        check(name, document)
        return document


def bare(*words: str | Path) -> Ran:
    """Run with exactly these words; leaves no log file open and the mask of new files as it was."""
    printed = io.BytesIO()
    out, err = io.TextIOWrapper(printed, encoding="utf-8"), io.StringIO()
    mask = os.umask(0o022)
    handlers = list(logging.getLogger().handlers)
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            try:
                code = main([str(word) for word in words])
            except SystemExit as ended:
                code = int(ended.code or 0)
    finally:
        os.umask(mask)
        for handler in set(logging.getLogger().handlers) - set(handlers):
            logging.getLogger().removeHandler(handler)
            handler.close()
    out.flush()
    return Ran(code, printed.getvalue(), err.getvalue())


@cache
def _validator(name: str) -> jsonschema.Draft202012Validator:
    file = paths.RESOURCES / "schemas" / "cli" / f"{name}.schema.json"
    schema = json.loads(file.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def check(name: str, document: Any) -> None:
    """The document is as the command's schema says."""
    _validator(name).validate(document)


def make_shell(folder: Path, practice: str = "Riverbend Family Practice", zone: str = "America/New_York") -> Shell:
    """A new practice, made by `init`."""
    password_file = folder / "password"
    password_file.write_text(PASSWORD + "\n", encoding="utf-8")
    database = folder / "practice.icm"
    words = ["--database", str(database), "--user", USER, "--password-file", str(password_file)]
    shell = Shell(folder, database, password_file, words)
    shell.code = shell.json("init", "--practice", practice, "--time-zone", zone)["recovery_code"]
    return shell


def nothing_more(_shell: Shell) -> None:
    """A practice stays as `init` made it."""


@dataclass(frozen=True)
class _Made:
    """What `init` made and what was done to it: its files, what the state folder knows of them, and the code."""

    files: dict[str, bytes]
    state: dict[str, bytes]
    code: str


@cache
def _made_once(practice: str, zone: str, more: Callable[[Shell], None]) -> _Made:
    with TemporaryDirectory(prefix="icm-shell-") as place, pytest.MonkeyPatch.context() as patch:
        folder = Path(place)
        patch.setenv("ICM_HOME", str(folder / "home"))
        (folder / "data").mkdir()
        shell = make_shell(folder / "data", practice, zone)
        more(shell)
        files = {path.name: path.read_bytes() for path in shell.folder.glob("practice.icm*")}
        anchors = {path.name: path.read_bytes() for path in paths.state_folder().glob("*.anchor.json")}
        return _Made(files, anchors, shell.code)


def copy_shell(
    folder: Path,
    practice: str = "Riverbend Family Practice",
    zone: str = "America/New_York",
    more: Callable[[Shell], None] = nothing_more,
) -> Shell:
    """A practice as `init` and then `more` make it: a copy of one made once in this process.

    Only where ICM_HOME is the test's own: all copies are the same practice on computers that do not know each other.
    """
    made = _made_once(practice, zone, more)
    password_file = folder / "password"
    folder.mkdir(parents=True, exist_ok=True)
    password_file.write_text(PASSWORD + "\n", encoding="utf-8")
    paths.state_folder().mkdir(mode=0o700, parents=True, exist_ok=True)
    for place, files in ((folder, made.files), (paths.state_folder(), made.state)):
        for name, content in files.items():
            (place / name).touch(mode=0o600)
            (place / name).write_bytes(content)
    database = folder / "practice.icm"
    words = ["--database", str(database), "--user", USER, "--password-file", str(password_file)]
    return Shell(folder, database, password_file, words, made.code)


@pytest.fixture(autouse=True)
def _home_of_a_shell(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who has a practice of their own has a computer of their own."""
    if "shell" in request.fixturenames:
        monkeypatch.setenv("ICM_HOME", str(tmp_path / "computer"))


@pytest.fixture
def shell(tmp_path: Path) -> Shell:
    """An empty practice."""
    return copy_shell(tmp_path)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Shell:
    """A practice of a few invented patients; tests only read it."""
    made = make_shell(tmp_path_factory.mktemp("demo"))
    made.json("demo", "--patients", "4", "--seed", "7")
    return made


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Write FHIR resources as one bundle and give its path."""

    def written(name: str, *resources: dict[str, Any]) -> Path:
        path = tmp_path / "files" / name
        path.parent.mkdir(exist_ok=True)
        entries = [{"resource": resource} for resource in resources]
        document = {"resourceType": "Bundle", "type": "collection", "entry": entries}
        path.write_text(json.dumps(document), encoding="utf-8")
        return path

    return written


@pytest.fixture
def environment() -> dict[str, str]:
    """What a real process is started with: this test's home, no password."""
    kept = {name: value for name, value in os.environ.items() if name != "ICM_PASSWORD"}
    return kept | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
