"""The scheduling desk with a directory; Monday 2 November 2026."""

from __future__ import annotations

import pytest

from db.models.practice import Organization, Practitioner
from tests.scheduling.conftest import desk  # noqa: F401  the fixture


@pytest.fixture
def clinic(desk):  # noqa: F811  the fixture above
    """Somebody to refer to: (desk, practitioner id, organisation id)."""
    (place,) = desk.add(Organization(name="Lakeshore Heart Group", phone="555-010-2000"))
    (petrov,) = desk.add(Practitioner(family="Petrov", prefix="Dr", specialty="Cardiology", organization_id=place))
    return desk, petrov, place
