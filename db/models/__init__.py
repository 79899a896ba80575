"""SQLAlchemy models, one file per topic; importing this package registers every table."""

from db.models import access, audit, clinical, exchange, papers, patient, plan, practice, scheduling

__all__ = ["access", "audit", "clinical", "exchange", "papers", "patient", "plan", "practice", "scheduling"]
