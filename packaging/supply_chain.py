"""What is shipped, under which licences, and with which known faults: `sbom` and `audit` of bootstrap.py.

    bootstrap.py sbom [FILE]           the list as CycloneDX 1.6 JSON, on standard output without FILE
    bootstrap.py audit [--osv FILE]    licences, and known faults of every locked version

`audit` asks nothing of the network. `--osv` is the archive osv.dev publishes of all advisories on PyPI (all.zip); a
missing or old one is said as NOT CHECKED. Exit 1 when something is wrong, else 0.
"""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import json
import sys
import tomllib
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from license_expression import AND, OR, get_spdx_licensing
from packageurl import PackageURL
from packaging.version import InvalidVersion, Version

HERE = Path(__file__).resolve().parent
LOCK, THIRD_PARTY, KNOWN = HERE / "requirements.lock", HERE / "third_party.toml", HERE / "advisories.json"
NOT_SHIPPED = ("(checks only)", "(development only)")
OLDEST_DAYS = 30  # an archive of advisories older than this says too little


@dataclass(frozen=True)
class Part:
    """One thing others made: a package of the lock, something inside one, or a set of bundled files."""

    name: str
    version: str
    licence: str
    shipped: bool
    kind: str  # package, contained, files
    inside: str | None = None


def parts(file: Path = THIRD_PARTY) -> list[Part]:
    """Everything third_party.toml names."""
    told = tomllib.loads(file.read_text(encoding="utf-8"))
    found = [
        Part(name, each["version"], each["licence"], not each["why"].endswith(NOT_SHIPPED), "package")
        for name, each in told["packages"].items()
    ]
    for name, each in told["contained"].items():
        found.append(
            Part(name, each["version"], each["licence"], shipped=True, kind="contained", inside=each["inside"])
        )
    found += [Part(name, each["version"], each["licence"], True, "files") for name, each in told["files"].items()]
    return found


def allowed(licence: str, names: Iterable[str]) -> bool:
    """Whether an SPDX expression can be met with these licences alone: all of an AND, one of an OR.

    Raises:
        ExpressionError: it is no SPDX expression.
    """
    good = set(names)

    def met(part: Any) -> bool:
        if isinstance(part, AND):
            return all(map(met, part.args))
        if isinstance(part, OR):
            return any(map(met, part.args))
        return str(part) in good

    return met(get_spdx_licensing().parse(licence, validate=True))


def not_allowed(found: Iterable[Part], file: Path = THIRD_PARTY) -> list[str]:
    """Parts under a licence that is not on the list for them."""
    lists = tomllib.loads(file.read_text(encoding="utf-8"))["allowed"]
    return [
        f"{part.name} {part.version}: {part.licence}"
        for part in found
        if not allowed(part.licence, lists["shipped" if part.shipped else "development"])
    ]


def sbom(found: Iterable[Part]) -> str:
    """The list of what is shipped as CycloneDX JSON; the same parts give the same bytes."""
    from cyclonedx.model import Property
    from cyclonedx.model.bom import Bom, BomMetaData
    from cyclonedx.model.component import Component, ComponentType
    from cyclonedx.model.license import LicenseExpression
    from cyclonedx.output.json import JsonV1Dot6

    lock = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    program = Component(
        name="icm-desktop", version=_own_version(), type=ComponentType.APPLICATION, bom_ref="icm-desktop"
    )
    bom = Bom(
        serial_number=uuid5(NAMESPACE_URL, lock + THIRD_PARTY.read_text(encoding="utf-8")),
        metadata=BomMetaData(component=program, properties=[Property(name="icm:lock-sha256", value=lock)]),
    )
    bom.metadata.timestamp = None  # type: ignore[assignment]  # a list made twice must not differ
    made: dict[str, Component] = {}
    for part in (each for each in found if each.shipped):
        made[part.name] = Component(
            name=part.name,
            version=part.version,
            type=ComponentType.FILE if part.kind == "files" else ComponentType.LIBRARY,
            licenses=[LicenseExpression(part.licence)],
            purl=PackageURL("pypi", None, part.name, part.version) if part.kind == "package" else None,
            bom_ref=f"{part.name}@{part.version}",
            properties=[Property(name="icm:inside", value=part.inside)] if part.inside else None,
        )
        bom.components.add(made[part.name])
    bom.register_dependency(program, made.values())
    return JsonV1Dot6(bom).output_as_string(indent=2) + "\n"


def _own_version() -> str:
    with (HERE.parent / "pyproject.toml").open("rb") as file:
        return str(tomllib.load(file)["project"]["version"])


def known_faults(found: Iterable[Part], entries: Iterable[dict[str, Any]]) -> list[str]:
    """Which versions stand in advisories (OSV's form, https://ossf.github.io/osv-schema), each with what is told."""
    by_name: dict[str, Part] = {part.name: part for part in found}
    hits = []
    for entry in entries:
        for affected in () if entry.get("withdrawn") else entry.get("affected", ()):
            part = by_name.get(_normal(affected["package"]["name"]))
            if part is not None and _is_affected(part.version, affected):
                told = entry.get("summary") or entry.get("details", "")[:200]
                hits.append(f"{part.name} {part.version}: {entry['id']}: {told}")
    return sorted(set(hits))


def _normal(name: str) -> str:
    return name.lower().replace("_", "-").replace(".", "-")


def _is_affected(version: str, affected: dict[str, Any]) -> bool:
    if version in affected.get("versions", ()):
        return True
    try:
        here = Version(version)
        return any(_in_range(here, each["events"]) for each in affected.get("ranges", ()) if each["type"] != "GIT")
    except InvalidVersion:
        return True  # what cannot be compared is looked at by a person


def _in_range(here: Version, events: list[dict[str, str]]) -> bool:
    inside = False
    for event in events:
        (kind, at), *_ = event.items()
        if kind == "introduced" and here >= Version("0" if at == "0" else at):
            inside = True
        elif (kind == "fixed" and here >= Version(at)) or (kind == "last_affected" and here > Version(at)):
            inside = False
    return inside


def archive(file: Path) -> Iterator[dict[str, Any]]:
    """The advisories of an archive of osv.dev."""
    with zipfile.ZipFile(file) as there:
        for name in there.namelist():
            if name.endswith(".json"):
                yield json.loads(there.read(name))


def not_checked(file: Path | None, today: dt.date) -> str | None:
    """Why the archive of advisories cannot be relied on; None when it can."""
    if file is None:
        return "no archive of advisories was given (--osv); ours holds only what this project found itself"
    if not zipfile.is_zipfile(file):
        return f"{file} is no archive of advisories"
    newest = max((str(entry.get("modified", "")) for entry in archive(file)), default="")[:10]
    if not newest:
        return f"{file} holds no advisory"
    days = (today - dt.date.fromisoformat(newest)).days
    return f"the newest advisory in {file} is {days} days old, more than {OLDEST_DAYS}" if days > OLDEST_DAYS else None


def audit(osv: Path | None, today: dt.date) -> int:
    """Say what is wrong with licences and versions, and what could not be checked."""
    found, known = parts(), json.loads(KNOWN.read_text(encoding="utf-8"))
    licences, why_not = not_allowed(found), not_checked(osv, today)
    entries = list(known["entries"])
    if osv is not None and zipfile.is_zipfile(osv):
        entries += archive(osv)
    faults = known_faults(found, entries)
    shipped = sum(part.shipped for part in found)
    print(f"licences: {'NOT OK' if licences else 'ok'} ({len(found)} parts, {shipped} of them shipped)")
    print(f"known faults: {'NOT OK' if faults else 'none'} ({len(entries)} advisories; ours of {known['taken_on']})")
    if why_not:
        print(f"known faults: NOT CHECKED against all advisories: {why_not}")
    for line in (*licences, *faults):
        print(f"   {line}")
    return 1 if licences or faults else 0


def main(arguments: list[str]) -> int:
    """Do the word."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words = parser.add_subparsers(dest="word", required=True)
    words.add_parser("sbom").add_argument("file", type=Path, nargs="?")
    words.add_parser("audit").add_argument("--osv", type=Path)
    asked = parser.parse_args(arguments)
    if asked.word == "audit":
        return audit(asked.osv, dt.datetime.now(dt.UTC).date())
    text = sbom(parts())
    if asked.file is None:
        print(text, end="")
    else:
        asked.file.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
