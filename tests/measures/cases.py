"""The official test cases: patients imported as any other, each with the populations that must come out."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from icm_desktop.contracts.exchange import ImportRequest
from icm_desktop.contracts.measures import AskMeasure, AskPeople, ImportValueSets
from icm_desktop.permissions import Role
from icm_desktop.practice import OpenPractice
from tests.support import make_practice

ASKED = {
    2026: ("CMS122", "CMS165", "CMS159", "CMS2", "CMS50", "CMS128", "CMS144", "CMS135", "CMS149"),
    2025: ("CMS951", "CMS156", "CMS137", "CMS131", "CMS139"),
}
MEASURES = [(measure, edition) for edition, several in ASKED.items() for measure in several]
_SETS = {2026: ("valuesets", "valuesets-fallback-from-mp2025"), 2025: ("valuesets",)}


@dataclass(frozen=True)
class Case:
    """One patient. `expected`: for each rate {population: count}."""

    id: str
    description: str
    folder: Path
    expected: tuple[dict[str, int], ...]


def cases_of(data: Path, measure: str, edition: int) -> list[Case]:
    """Every case of a measure."""
    return [one for name, one in _cases(data) if name == (f"mp{edition}", measure)]


@cache
def _cases(data: Path) -> list[tuple[tuple[str, str], Case]]:
    found = []
    for line in (data / "ecqm" / "index.jsonl").read_text("utf-8").splitlines():
        one = json.loads(line)
        folder = data / "ecqm" / one["edition"] / one["measure"] / one["case"]
        case = Case(one["case"], one["description"] or "", folder, tuple(one["expected"]))
        found.append(((one["edition"], one["measure"]), case))
    return found


def value_sets(data: Path, *editions: int) -> tuple[str, ...]:
    """The folders of the value sets of some editions."""
    definitions = data / "ecqm-definitions"
    return tuple(str(definitions / f"mp{edition}" / name) for edition in editions for name in _SETS[edition])


def practice_of(folder: Path, cases: Sequence[Case], sets: Sequence[str]) -> OpenPractice:
    """A practice with these patients, imported as anybody's, and the lists of codes."""
    practice = make_practice(folder, zone=ZoneInfo("UTC")).open(Role.ADMINISTRATOR)
    practice.run("services.exchange.import_files", ImportRequest(tuple(str(case.folder) for case in cases)))
    if sets:
        practice.run("services.value_sets.import_files", ImportValueSets(tuple(sets)))
    practice.run("services.measure_facts.reckon")
    return practice


def populations(practice: OpenPractice, asked: AskMeasure) -> dict[str, tuple[dict[str, int], ...]]:
    """What came out for each patient, by the id of the imported Patient; nobody who is in no population."""
    found: dict[str, tuple[dict[str, int], ...]] = {}
    people = practice.run(
        "queries.measured_people.people", AskPeople(asked, part="initial", limit=10_000, evidence=False)
    ).rows
    sources = practice.run("queries.sources.sources", [one.head.id for one in people])
    for one in people:
        ids = [each.removeprefix("Patient/") for each in sources[one.head.id] if each.startswith("Patient/")]
        found |= dict.fromkeys(ids, tuple(map(dict, one.populations)))
    return found


def year(measure: str, edition: int) -> AskMeasure:
    """The official period."""
    return AskMeasure(measure, dt.date(edition, 1, 1), dt.date(edition, 12, 31))


def differences(found: dict[str, tuple[dict[str, int], ...]], cases: Sequence[Case]) -> dict[str, str]:
    """Cases that do not come out as expected, with what was expected and what came out (see `populations`)."""
    wrong = {}
    for case in cases:
        came = found.get(case.id, ({},) * len(case.expected))
        told = [{name: one.get(name, 0) for name in want} for one, want in zip(came, case.expected, strict=True)]
        if told != list(case.expected):
            wrong[case.id] = f"{case.description}: expected {case.expected}, came {came}"
    return wrong
