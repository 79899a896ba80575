"""SQLAlchemy models, one file per topic; importing this package registers every table."""

from db.models import (
    access,
    audit,
    clinical,
    conferences,
    coverage,
    documents,
    exchange,
    notes,
    papers,
    pathways,
    patient,
    plan,
    practice,
    scheduling,
    set_up,
    team,
)

__all__ = [
    "access",
    "audit",
    "clinical",
    "conferences",
    "coverage",
    "documents",
    "exchange",
    "notes",
    "papers",
    "pathways",
    "patient",
    "plan",
    "practice",
    "scheduling",
    "set_up",
    "team",
]
