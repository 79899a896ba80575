"""An empty encrypted practice to import into, and files made on the spot."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from icm_desktop.contracts.exchange import Counts, ImportReport, ImportRequest
from icm_desktop.practice import OpenPractice
from tests.support import make_practice


@pytest.fixture
def practice(tmp_path: Path):
    made = make_practice(tmp_path / "practice")
    yield made.open("coordinator")
    made.database.close()


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., str]:
    """Write resources as one JSON bundle and give its path."""

    def made(name: str, *resources: dict[str, Any], **bundle: Any) -> str:
        path = tmp_path / "files" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        entries = [resource if "resource" in resource else {"resource": resource} for resource in resources]
        document = {"resourceType": "Bundle", "type": "collection", "entry": entries, **bundle}
        path.write_text(json.dumps(document), encoding="utf-8")
        return str(path)

    return made


def run(practice: OpenPractice, *paths: str | Path, dry_run: bool = False) -> ImportReport:
    """Import paths."""
    request = ImportRequest(tuple(map(str, paths)), dry_run)
    report: ImportReport = practice.run("services.exchange.import_files", request)
    return report


def totals(report: ImportReport) -> dict[str, Counts]:
    """The accounts by type."""
    return dict(report.totals)


def adds_up(report: ImportReport) -> bool:
    """Whether every account adds up, per file and in all."""
    every = [counts for file in report.files for _, counts in file.resources] + [counts for _, counts in report.totals]
    return all(
        one.read == one.created + one.updated + one.unchanged + one.not_understood + one.refused for one in every
    )


def patient(resource_id: str = "p1", family: str = "Moss", born: str = "1961-11-20", **more: Any) -> dict[str, Any]:
    """A small Patient."""
    name = [{"use": "official", "family": family, "given": ["Ada"]}]
    return {"resourceType": "Patient", "id": resource_id, "name": name, "birthDate": born, **more}


def condition(
    resource_id: str = "c1", subject: str = "Patient/p1", text: str = "Asthma", **more: Any
) -> dict[str, Any]:
    """A small Condition."""
    return {
        "resourceType": "Condition",
        "id": resource_id,
        "subject": {"reference": subject},
        "code": {"text": text},
        **more,
    }


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--exchange-full`: all real data and many more mutations, for minutes instead of seconds."""
    parser.addoption("--exchange-full", action="store_true", help="all real data and thousands of mutated resources")
