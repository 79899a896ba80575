"""Lists of codes a practice brings for its measures."""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON, Index
from sqlalchemy.orm import Mapped, mapped_column

from db.models.base import Audited, Base


class ValueSet(Audited, Base):
    """One version of a FHIR ValueSet as a file had it; several files of the same version count together.

    `set_version`: FHIR ValueSet.version. `codes`: {system: [code, ...]}. `digest` of the codes tells a file that came
    before.
    """

    __tablename__ = "value_set"
    __table_args__ = (Index("ix_value_set_url_set_version", "url", "set_version"),)

    url: Mapped[str]
    set_version: Mapped[str | None]
    title: Mapped[str | None]
    source: Mapped[str | None]
    count: Mapped[int]
    digest: Mapped[str]
    codes: Mapped[dict[str, Any]] = mapped_column(JSON)
