"""An empty encrypted practice to import into, and files made on the spot."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from icm_desktop.contracts.exchange import Counts, ImportReport, ImportRequest
from icm_desktop.contracts.record_export import ExportPractice, PracticeExported
from icm_desktop.practice import OpenPractice
from tests.support import make_practice

_INVENTED = 8


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


@dataclass(frozen=True)
class Leaving:
    """A practice of invented patients, all of it exported into a folder, and one that took its lines of FHIR in."""

    here: OpenPractice
    there: OpenPractice
    folder: Path
    made: PracticeExported
    report: ImportReport


@pytest.fixture(scope="session")
def leaving(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Leaving]:
    """Made once for all tests that only look at it."""
    folder = tmp_path_factory.mktemp("leaving")
    first = make_practice(folder / "here", name="Hill Street Clinic", today=dt.date(2026, 11, 20))
    second = make_practice(folder / "there", name="Lakeside Family Practice", today=dt.date(2026, 11, 20))
    here, there = first.open("administrator"), second.open("administrator")
    here.run("services.demo.fill", _INVENTED, 1)
    made = here.run("services.practice_exports.export", ExportPractice(str(folder / "out")))
    yield Leaving(here, there, folder / "out", made, run(there, folder / "out" / "fhir"))
    first.database.close()
    second.database.close()


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
    """`--exchange-full`: all real data and many more mutations; `--exchange-peers`: validators of others, installed."""
    parser.addoption("--exchange-full", action="store_true", help="all real data and thousands of mutated resources")
    parser.addoption("--exchange-peers", action="store_true", help="install validators of others and ask them")
