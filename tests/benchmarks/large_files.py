"""Large import files for benchmarks: real Synthea patients, several times with ids of their own."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_UUID = re.compile(r"\b([0-9a-f]{8})(?=-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b)")
_DIRECTORY = frozenset({"Organization", "Location", "Practitioner", "PractitionerRole"})
Entry = dict[str, Any]


def directory_and_patients(folder: Path) -> tuple[list[Entry], list[str]]:
    """The entries of people and places, once, and each patient's bundle as text."""
    shared: list[Entry] = []
    patients = []
    for path in sorted(folder.rglob("*.json")):
        text = path.read_text(encoding="utf-8")
        entries = json.loads(text)["entry"]
        if any(entry["resource"]["resourceType"] == "Patient" for entry in entries):
            patients.append(text)
        else:
            shared += [entry for entry in entries if entry["resource"]["resourceType"] in _DIRECTORY]
    return shared, patients


def copies(folder: Path) -> Iterator[list[Entry]]:
    """Entries without end: people and places first, then one patient after the other, each time with new ids."""
    shared, patients = directory_and_patients(folder)
    yield shared
    known = {found[0] for entry in shared for found in _UUID.finditer(json.dumps(entry))}
    number = 0
    while True:
        for text in patients:
            number += 1
            yield json.loads(_renamed(text, number, known))["entry"]


def _renamed(text: str, number: int, known: set[str]) -> str:
    def other(found: re.Match[str]) -> str:
        return found[0] if found[0] in known else f"{(int(found[1], 16) + number * 2_654_435_761) % 2**32:08x}"

    return _UUID.sub(other, text)


def write_bundle(folder: Path, path: Path, size: int) -> int:
    """One bundle of about `size` bytes; how many entries it has."""
    count = 0
    with path.open("w", encoding="utf-8") as file:
        file.write('{"resourceType": "Bundle", "type": "collection", "entry": [\n')
        for entries in copies(folder):
            for entry in entries:
                file.write(
                    (",\n" if count else "") + json.dumps({"fullUrl": _url(entry), "resource": entry["resource"]})
                )
                count += 1
            if file.tell() >= size:
                break
        file.write("]}")
    return count


def _url(entry: Entry) -> str:
    return str(entry.get("fullUrl") or f"urn:uuid:{entry['resource'].get('id')}")
