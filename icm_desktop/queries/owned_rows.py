"""Which tables hold rows that belong to one patient: found in the models, so that none is ever forgotten."""

from __future__ import annotations

from functools import cache
from typing import Any

from db.models.base import Base

# They name a patient in another way than belonging to one; `services.matching.moving` says what becomes of it.
OTHERWISE = frozenset({"patient_merge", "match_candidate", "draft", "audit_event", "source_resource"})


@cache
def owned() -> tuple[type[Any], ...]:
    """The classes of all rows that belong to one patient, parents before children."""
    places = {table.name: place for place, table in enumerate(Base.metadata.sorted_tables)}
    kinds = (mapper.class_ for mapper in Base.registry.mappers if "patient_id" in mapper.local_table.c)
    return tuple(
        sorted(
            (kind for kind in kinds if kind.__tablename__ not in OTHERWISE), key=lambda kind: places[kind.__tablename__]
        )
    )
