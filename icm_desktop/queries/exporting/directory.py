"""People and places, and whatever else belongs to no patient: found however they are referred to, written once."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from urllib.parse import quote

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.models.exchange import SourceResource
from db.models.practice import Practice
from db.search import among
from icm_desktop.exchange.fhir.contents import unpacked
from icm_desktop.exchange.fhir.types import WITHOUT_PATIENT, belongs_to_patients
from icm_desktop.exchange.fhir.values import Json, obj, objs, text
from icm_desktop.exchange.fhir.writing import identity, walking
from icm_desktop.exchange.fhir.writing.overlay import overlaid
from icm_desktop.exchange.fhir.writing.rows import Row
from icm_desktop.exchange.fhir.writing.types import write
from icm_desktop.queries.exporting import loading
from icm_desktop.queries.exporting.earlier import as_imported
from icm_desktop.queries.exporting.sourced import Sourced, export_ids, stored

TABLES = ("organization", "location", "practitioner", "practitioner_role", "healthcare_service", "user_account")
DEFAULT_SOURCE = "fhir"
_OF_URI = ":/?#[]@!$&'()*+,;=%-._~"  # RFC 3986
ByName = Callable[[str, str], str | None]
ByToken = Callable[[str, str | None, str], str | None]


class Directory:
    """The directory of one export. Also a `Refs` of its own, for entries that point to each other."""

    def __init__(self, session: Session, database_id: str, zone: dt.tzinfo) -> None:
        self._session, self._database_id, self.zone = session, database_id, zone
        self.system = identity.system_of(database_id)
        self._rows: dict[tuple[str, int], Row | None] = {}
        self._sourced: dict[str, Sourced] = {}
        self._by_target: dict[tuple[str, int], str] = {}
        self._by_name: dict[tuple[str, str], list[str]] = defaultdict(list)
        self._by_id: dict[str, list[str]] = defaultdict(list)
        self._own: dict[str, tuple[str, int]] = {}
        self._tokens: dict[tuple[str, str | None, str], str] | None = None
        self._roles: dict[str, list[str]] | None = None
        self._read_sources()

    def _read_sources(self) -> None:
        found = stored(self._session, SourceResource.patient_id.is_(None))
        rows = [row for row in found if row.kind in WITHOUT_PATIENT or not belongs_to_patients(row.kind)]
        ids = export_ids(self._session, rows)
        for row in rows:
            where = f"{row.kind}/{ids[row.number]}"
            if row.kind == "Binary":
                continue
            self._sourced[where] = row
            self._by_name[row.kind, row.resource_id].append(where)
            self._by_id[row.resource_id].append(where)
            if row.full_url is not None:
                self._by_id[row.full_url].append(where)
            if row.table is not None and row.row_id is not None:
                self._by_target.setdefault((row.table, row.row_id), where)

    # what others ask

    def patient(self) -> Json:
        """Nobody: the directory is about no patient."""
        return {}

    def practice(self) -> Json:
        """The Reference to this practice."""
        return self._ours("practice", 1, "Organization")

    def place(self) -> Json:
        """The Reference to where this practice sees patients."""
        return self._ours("practice_place", 1, "Location")

    def key(self, key: object) -> Json | None:
        """Nothing of the directory is named by a source key."""
        return None

    def to(self, table: str, row_id: object) -> Json | None:
        """The Reference to a row of the directory."""
        if table not in TABLES or not isinstance(row_id, int):
            return None
        where = self._by_target.get((table, row_id))
        if where is not None:
            return {"reference": where}
        row = self._row(table, row_id)
        if row is None:
            return None
        kind = {"user_account": "Practitioner"}.get(table, "".join(part.title() for part in table.split("_")))
        return self._ours(table, row_id, kind)

    def found(self, source: str, kind: str, resource_id: str) -> str | None:
        """Where a resource of the directory leaves, by how another one names it."""
        places = self._by_name.get((kind, resource_id), []) if kind else self._by_id.get(resource_id, [])
        same = [where for where in places if self._sourced[where].source == source]
        return next(iter(same or places), None)

    def token(self, kind: str, system: str | None, value: str) -> str | None:
        """Where the one with an identifier leaves."""
        if self._tokens is None:
            self._tokens = {}
            for where, content in self._contents(self._sourced):
                for one in objs(content.get("identifier")):
                    told = text(one.get("value"))
                    if told:
                        self._tokens.setdefault((where.partition("/")[0], text(one.get("system")), told), where)
        return self._tokens.get((kind, system, value))

    # what leaves

    def resources(self, wanted: Iterable[str]) -> Iterator[Json]:
        """The resources at these places and all that they point to, each once, in order."""
        done: set[str] = set()
        waiting = sorted(set(wanted))
        while waiting:
            done.update(waiting)
            made = list(self._made(waiting))
            yield from made
            pointed = {one["reference"] for resource in made for one in walking.references(resource)}
            pointed |= {role for where in waiting for role in self._roles_of(where)}
            waiting = sorted(where for where in pointed - done if where in self._sourced or where in self._own)

    def _roles_of(self, where: str) -> list[str]:
        """What a person does for whom stands in resources that point to the person."""
        if self._roles is None:
            self._roles = defaultdict(list)
            named = [one for one in self._sourced if one.startswith("PractitionerRole/")]
            for role, content in self._contents(named):
                source = self._sourced[role].source
                person = self._answer(obj(content.get("practitioner")), source).get("reference")
                self._roles[str(person)].append(role)
        return self._roles.get(where, [])

    def holds(self, where: str) -> bool:
        """Whether something leaves from the directory under this place."""
        return where in self._sourced or where in self._own

    def row_of(self, where: str) -> tuple[str, int] | None:
        """Table and number of what leaves under a place; None of this practice itself and of what is no row."""
        if where in self._own:
            table, row_id = self._own[where]
            return (table, row_id) if table in TABLES else None
        came = self._sourced.get(where)
        return (came.table, came.row_id) if came is not None and came.table and came.row_id else None

    def own_places(self) -> Iterator[str]:
        """Every entry of the directory, for an export of everything."""
        for table in TABLES:
            kind = loading.class_of(table)
            for row_id in self._session.scalars(select(kind.id).order_by(kind.id)):
                where = self.to(table, row_id)
                if where is not None:
                    yield where["reference"]
        yield from (where for where in self._sourced if where.partition("/")[0] in WITHOUT_PATIENT)
        yield from (one["reference"] for one in (self.practice(), self.place()))

    def _made(self, places: list[str]) -> Iterator[Json]:
        for where, content in self._contents([one for one in places if one in self._sourced]):
            yield self._as_it_came(where, content)
        for where in places:
            if where in self._own and where not in self._sourced:
                table, row_id = self._own[where]
                row = self._practice_row(table) if table.startswith("practice") else self._row(table, row_id)
                if row is not None:
                    yield self._written(where, row)

    def _as_it_came(self, where: str, content: Json) -> Json:
        came = self._sourced[where]
        source = came.source
        row = self._row(came.table, came.row_id) if came.table is not None and came.row_id is not None else None
        if row is not None and (row["version"] or 1) > 1:
            content = overlaid(content, write(as_imported(self._session, row), self), write(row, self))
        return addressed(content, where, source, lambda asked: self._answer(asked, source))

    def _answer(self, asked: Json, source: str) -> Json:
        where = named_place(asked, lambda kind, resource_id: self.found(source, kind, resource_id), self.token)
        return {**asked, "reference": where} if where else asked

    def _written(self, where: str, row: Row) -> Json:
        resource = write(row, self)
        number = {"system": self.system, "value": f"{row.table.replace('_', '-')}-{row.id}"}
        resource["identifier"] = [number, *resource.get("identifier", [])]
        return {"resourceType": resource.pop("resourceType"), "id": where.partition("/")[2], **resource}

    def _contents(self, places: Iterable[str]) -> Iterator[tuple[str, Json]]:
        by_number = {self._sourced[where].number: where for where in places}
        query = select(SourceResource.id, SourceResource.content)
        chosen = query.where(SourceResource.id.in_(among(sorted(by_number)))).order_by(SourceResource.id)
        for number, packed in self._session.execute(chosen):
            yield by_number[number], unpacked(packed)

    def _ours(self, table: str, row_id: int, kind: str) -> Json:
        where = f"{kind}/{self.own_id(table, row_id)}"
        self._own[where] = (table, row_id)
        return {"reference": where}

    def name_of_user(self, user_id: int) -> str:
        """What a colleague is called."""
        row = self._row("user_account", user_id)
        return str(row["display_name"]) if row is not None else ""

    def own_id(self, table: str, row_id: int) -> str:
        """The id of a row of ours."""
        return identity.own_id(self._database_id, table, row_id)

    def _row(self, table: str, row_id: int) -> Row | None:
        if (table, row_id) not in self._rows:
            found = loading.by_ids(self._session, table, [row_id]) if table in TABLES else []
            self._rows[table, row_id] = next(iter(found), None)
        return self._rows[table, row_id]

    def _practice_row(self, table: str) -> Row | None:
        found = self._session.execute(select(*loading.columns_of("practice")).order_by(Practice.id).limit(1)).first()
        return Row(table, {**dict(found._mapping), "id": 1}) if found is not None else None


def addressed(content: Json, where: str, source: str, answer: walking.Answer) -> Json:
    """A stored resource under the id it leaves with; where it came from stays on it."""
    kind, _, export_id = where.partition("/")
    resource = {"resourceType": kind, "id": export_id, **walking.readdressed(content, answer)}
    resource["id"] = export_id
    if source != DEFAULT_SOURCE:
        meta = resource.get("meta")
        resource["meta"] = {"source": quote(source, safe=_OF_URI), **(meta if isinstance(meta, dict) else {})}
    return resource


def named_place(asked: Json, by_name: ByName, by_token: ByToken) -> str | None:
    """Where the target of a Reference leaves, by its address or its identifier; None when it does not leave."""
    written = text(asked.get("reference"))
    if written is None:
        told = asked.get("identifier")
        number = told if isinstance(told, dict) else {}
        value, kind = text(number.get("value")), text(asked.get("type"))
        return by_token(kind, text(number.get("system")), value) if value and kind else None
    if written.startswith("#"):
        return None
    if "?" in written:
        kind, _, query = written.rpartition("/")[2].partition("?")
        name, _, token = query.partition("&")[0].partition("=")
        system, bar, value = token.partition("|")
        if name != "identifier":
            return None
        return by_token(kind, (system or None) if bar else None, value if bar else system)
    if written.startswith("urn:"):
        return by_name("", written) or by_name("", written.rpartition(":")[2])
    path, _, resource_id = written.partition("/_history/")[0].rpartition("/")
    return (by_name(path.rpartition("/")[2], resource_id) or by_name("", written)) if path else None
