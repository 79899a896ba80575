"""Practices with the official test cases, and patients made on the spot as FHIR."""

from __future__ import annotations

import json
from collections.abc import Callable
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


@pytest.fixture
def desk(tmp_path: Path):
    """An empty practice, its clock and its days in New York."""
    made = make_practice(tmp_path / "practice")
    yield made.open(Role.ADMINISTRATOR)
    made.database.close()


@pytest.fixture
def bring(tmp_path: Path) -> Callable[..., None]:
    """Import resources as one bundle and look through the facts."""
    number = 0

    def brought(practice: OpenPractice, *resources: dict[str, Any]) -> None:
        nonlocal number
        number += 1
        path = tmp_path / f"bundle-{number}.json"
        entries = [{"resource": resource} for resource in resources]
        path.write_text(json.dumps({"resourceType": "Bundle", "type": "collection", "entry": entries}), "utf-8")
        practice.run("services.exchange.import_files", ImportRequest((str(path),)))
        practice.run("services.measure_facts.reckon")

    return brought
