"""SQLAlchemy models, one file per topic; importing this package registers every table."""

from db.models import (
    access,
    audit,
    clinical,
    coverage,
    documents,
    exchange,
    papers,
    pathways,
    patient,
    plan,
    practice,
    scheduling,
    set_up,
    shared_plan,
)

__all__ = [
    "access",
    "audit",
    "clinical",
    "coverage",
    "documents",
    "exchange",
    "papers",
    "pathways",
    "patient",
    "plan",
    "practice",
    "scheduling",
    "set_up",
    "shared_plan",
]
