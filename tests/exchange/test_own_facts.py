"""What was typed here leaves whole: another practice that takes it in has the same facts, but for listed reasons."""

from __future__ import annotations

import json
import tomllib
from collections import defaultdict
from pathlib import Path

from sqlalchemy import select

from db.models.base import Base
from db.models.exchange import SourceResource
from icm_desktop.exchange.fhir.writing import identity
from icm_desktop.exchange.fhir.writing.types import WRITERS
from icm_desktop.queries.exporting import loading
from tests.exchange.conftest import totals

_LISTED = tomllib.loads(Path(__file__).with_name("own_facts.toml").read_text("utf-8"))["difference"]
_BOOKS = frozenset({
    "id", "version", "created_at", "created_by_id", "updated_at", "updated_by_id", "removed_at", "import_id",
    "source_id", "patient_id",
})  # fmt: skip
_KEPT = frozenset(Base.metadata.tables) - {"practice", "user_account"}
_TABLES = [name for name in WRITERS if name in _KEPT]


def _listed(table: str) -> set[str]:
    return {name for one in _LISTED if table in one.get("tables", [table]) for name in one["columns"]}


def test_everything_comes_in_and_nothing_is_refused(leaving):
    report = totals(leaving.report)
    assert sum(one.refused for one in report.values()) == 0
    assert {kind for kind, one in report.items() if one.not_understood} <= {"Provenance"}
    written = {one.name: one.count for one in leaving.made.files if one.name.startswith("fhir/")}
    assert {f"fhir/{kind}.ndjson": one.read for kind, one in report.items()} == written


def test_every_column_comes_back_or_is_listed_with_its_reason(leaving):
    different: dict[str, set[str]] = defaultdict(set)
    compared = 0
    with leaving.here.read() as here, leaving.there.read() as there:
        became = dict[str, tuple[str, int]]()
        came = select(SourceResource.resource_id, SourceResource.target_table, SourceResource.target_id)
        for name, table, row_id in there.session.execute(came):
            became[name] = (table, row_id)
        sent = select(SourceResource.target_table, SourceResource.target_id, SourceResource.resource_id)
        known = {(table, row_id): name for table, row_id, name in here.session.execute(sent)}
        for table in _TABLES:
            kind = loading.class_of(table)
            ids = list(here.session.scalars(select(kind.id).where(kind.removed_at.is_(None))))
            for row in loading.by_ids(here.session, table, ids):
                own = identity.own_id(here.database.database_id, table, row.id)
                other_table, other_id = became[known.get((table, row.id), own)]
                (other,) = loading.by_ids(there.session, other_table, [other_id])
                compared += 1
                for name, value in row.values.items():
                    if name not in _BOOKS and not name.endswith("_id") and (value or None) != (other[name] or None):
                        different[table].add(name)
    unlisted = {table: sorted(names - _listed(table)) for table, names in different.items()}
    assert {table: names for table, names in unlisted.items() if names} == {}
    assert compared > 500


def test_no_known_allergy_and_who_is_not_to_hear_arrive(leaving):
    with leaving.here.read() as here, leaving.there.read() as there:
        for table, column in (("patient", "no_known_allergies_on"), ("patient_contact", "may_not")):
            kind = loading.class_of(table)
            told = select(getattr(kind, column)).where(getattr(kind, column).is_not(None))
            sent, got = (sorted(map(str, one.session.scalars(told))) for one in (here, there))
            assert sent
            assert got == sent


def test_a_referral_arrives_with_its_facts_as_a_task(leaving):
    tasks = [json.loads(line) for line in (leaving.folder / "fhir" / "Task.ndjson").read_bytes().splitlines()]
    carrying = [one for one in tasks if "focus" in one]
    assert carrying
    assert all(one["basedOn"] and one["businessStatus"]["text"] and one["note"] for one in carrying)


def test_every_listed_difference_has_a_reason():
    assert all(len(one["reason"].split()) > 6 and one["columns"] for one in _LISTED)
