"""The class of each table whose rows have a number of their own, by the table's name."""

from __future__ import annotations

from typing import Any

from db.models.base import Base

CLASSES: dict[str, Any] = {
    mapper.class_.__tablename__: mapper.class_ for mapper in Base.registry.mappers if hasattr(mapper.class_, "id")
}
