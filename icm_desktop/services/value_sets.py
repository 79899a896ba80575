"""Lists of codes the practice may use come in as FHIR ValueSet files."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson
from sqlalchemy import select

from db.models.measures import ValueSet
from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.contracts.measures import ImportValueSets, ValueSetFile, ValueSetsImported
from icm_desktop.errors import NotFound
from icm_desktop.exchange.fhir.values import Json, flag, obj, objs, text
from icm_desktop.permissions import Privilege, requires

IMPORTED, UNCHANGED, REFUSED = "imported", "unchanged", "refused"


@requires(Privilege.SETTINGS)
def import_files(uow: UnitOfWork, request: ImportValueSets) -> ValueSetsImported:
    """Read files and folders of ValueSet resources (or bundles of them); what came before changes nothing.

    Raises:
        NotFound: exchange.no_such_path.
    """
    files: list[ValueSetFile] = []
    for path in _files(request.paths):
        files.extend(_file(uow, path))
    changed = any(one.status == IMPORTED for one in files)
    return ValueSetsImported(tuple(files), Changes.of("measure") if changed else Changes())


def _files(told: tuple[str, ...]) -> Iterator[Path]:
    for each in told:
        path = Path(each)
        if path.is_dir():
            yield from sorted(path.rglob("*.json"))
        elif path.is_file():
            yield path
        else:
            raise NotFound("exchange.no_such_path", path=each)


def _file(uow: UnitOfWork, path: Path) -> Iterator[ValueSetFile]:
    try:
        document = orjson.loads(path.read_bytes())
    except (OSError, ValueError):
        yield ValueSetFile(str(path), REFUSED, "not a JSON file", None, None, 0)
        return
    found = [obj(document), *(obj(entry.get("resource")) for entry in objs(obj(document).get("entry")))]
    sets = [one for one in found if one.get("resourceType") == "ValueSet"]
    if not sets:
        yield ValueSetFile(str(path), REFUSED, "no ValueSet in it", None, None, 0)
    for one in sets:
        yield _set(uow, path, one)


def _set(uow: UnitOfWork, path: Path, one: Json) -> ValueSetFile:
    url, version = text(one.get("url")), text(one.get("version"))
    title = text(one.get("title")) or text(one.get("name"))
    codes = _codes(one)
    if url is None or not codes:
        reason = "it has no URL" if url is None else "it lists no codes"
        return ValueSetFile(str(path), REFUSED, reason, url, title, 0)
    count, digest = sum(map(len, codes.values())), hashlib.sha256(orjson.dumps(codes)).hexdigest()
    same = select(ValueSet.id).where(
        ValueSet.url == url,
        ValueSet.set_version.is_(None) if version is None else ValueSet.set_version == version,
        ValueSet.digest == digest,
        ValueSet.removed_at.is_(None),
    )
    if uow.session.scalars(same).first() is not None:
        return ValueSetFile(str(path), UNCHANGED, None, url, title, count)
    row = ValueSet(
        url=url, set_version=version, title=title, source=text(one.get("publisher")), count=count,
        digest=digest, codes=codes,
    )  # fmt: skip
    uow.session.add(row)
    uow.session.flush()
    return ValueSetFile(str(path), IMPORTED, None, url, title, count)


def _codes(one: Json) -> dict[str, list[str]]:
    """The expansion when there is one, else the codes it is composed of; sorted, so that a digest tells."""
    found: dict[str, set[str]] = defaultdict(set)
    for system, code in _expanded(objs(obj(one.get("expansion")).get("contains"))):
        found[system].add(code)
    if not found:
        for part in objs(obj(one.get("compose")).get("include")):
            for concept in objs(part.get("concept")):
                _add(found, part.get("system"), concept.get("code"))
    return {system: sorted(codes) for system, codes in sorted(found.items())}


def _expanded(parts: list[Json]) -> Iterator[tuple[str, str]]:
    for part in parts:
        system, code = text(part.get("system")), text(part.get("code"))
        if system and code and not flag(part.get("abstract")):
            yield system, code
        yield from _expanded(objs(part.get("contains")))


def _add(found: dict[str, set[str]], system: Any, code: Any) -> None:
    if text(system) and text(code):
        found[str(text(system))].add(str(text(code)))
