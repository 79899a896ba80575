"""Declarative base and the mixins every table is built from."""

from __future__ import annotations

import datetime as dt
from typing import Any, ClassVar

from sqlalchemy import ForeignKey, Integer, MetaData
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column

from db.models.types import IsoDate, UtcDateTime

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """The declarative base of every table."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar[dict[Any, Any]] = {dt.datetime: UtcDateTime, dt.date: IsoDate}


class Audited:
    """A record people change: optimistic version, who and when; the unit of work writes its audit rows and digests.

    `removed_at` is the state Removed (or entered in error): nothing is ever deleted, and removal can be undone.
    """

    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column(Integer, default=1)
    created_at: Mapped[dt.datetime | None]
    created_by_id: Mapped[int | None]
    updated_at: Mapped[dt.datetime | None]
    updated_by_id: Mapped[int | None]
    removed_at: Mapped[dt.datetime | None]

    @declared_attr.directive
    @classmethod
    def __mapper_args__(cls) -> dict[str, Any]:
        return {"version_id_col": cls.version}


class Imported:
    """Where an outside fact came from. Rows of an import that is not complete are hidden by the unit of work."""

    @declared_attr
    @classmethod
    def import_id(cls) -> Mapped[int | None]:
        return mapped_column(ForeignKey("import_batch.id"), index=True)

    @declared_attr
    @classmethod
    def source_id(cls) -> Mapped[int | None]:
        return mapped_column(ForeignKey("source_resource.id"), index=True)
