"""Practices with the official test cases, and patients made on the spot as FHIR."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from icm_desktop.contracts.exchange import ImportRequest
from icm_desktop.permissions import Role
from icm_desktop.practice import OpenPractice
from tests.support import make_practice


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--measures-full`: every official case."""
    parser.addoption("--measures-full", action="store_true", help="all official cases of measures instead of a sample")


@pytest.fixture(scope="session")
def full(request: pytest.FixtureRequest) -> bool:
    """Whether every case is wanted."""
    return bool(request.config.getoption("--measures-full", default=False))


Bring = Callable[..., None]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[OpenPractice]:
    """An empty practice, its clock and its days in New York."""
    made = make_practice(tmp_path / "practice")
    yield made.open(Role.ADMINISTRATOR)
    made.database.close()


@pytest.fixture(scope="module")
def shared_desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenPractice]:
    """The same for all tests of a file, which change nothing of it."""
    made = make_practice(tmp_path_factory.mktemp("shared"))
    yield made.open(Role.ADMINISTRATOR)
    made.database.close()


@pytest.fixture
def bring(tmp_path: Path) -> Bring:
    """Import resources as one bundle and look through the facts."""
    return bringing(tmp_path)


def bringing(folder: Path) -> Bring:
    """What imports resources into a practice, by files in a folder."""
    numbers = count(1)

    def brought(practice: OpenPractice, *resources: dict[str, Any]) -> None:
        path = folder / f"bundle-{next(numbers)}.json"
        entries = [{"resource": resource} for resource in resources]
        path.write_text(json.dumps({"resourceType": "Bundle", "type": "collection", "entry": entries}), "utf-8")
        practice.run("services.exchange.import_files", ImportRequest((str(path),)))
        practice.run("services.measure_facts.reckon")

    return brought
