"""The reader of our own open lists of codes: they serve where a practice has not brought the licensed ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from icm_desktop import paths
from icm_desktop.content.checked_file import checked
from icm_desktop.content.conflicts import formulary

FILE = paths.RESOURCES / "content" / "codes" / "measure_codes.toml"
SYSTEMS = {
    "icd10": "http://hl7.org/fhir/sid/icd-10-cm",
    "sct": "http://snomed.info/sct",
    "loinc": "http://loinc.org",
    "rxnorm": "http://www.nlm.nih.gov/research/umls/rxnorm",
    "cvx": "http://hl7.org/fhir/sid/cvx",
    "hcpcs": "HCPCS",
    "cpt": "http://www.ama-assn.org/go/cpt",
    "class": "icm:class",
    "order": "icm:order",
    "own": "icm:own",
    "ingredient": "icm:ingredient",
}
_CLASS_OF_DRUGS = "drugs|"
_OIDS = "http://cts.nlm.nih.gov/fhir/ValueSet/"


@dataclass(frozen=True, slots=True)
class OpenSet:
    """An open list for the value set with this URL. `beginnings`: every code that begins so.

    `own`: what our own rows are; it counts beside the licensed list too.
    """

    url: str
    name: str
    codes: frozenset[tuple[str, str]]
    beginnings: tuple[tuple[str, str], ...]
    own: frozenset[tuple[str, str]]


@cache
def open_sets() -> Mapping[str, OpenSet]:
    """Every open list by the URL of the value set it stands for.

    Raises:
        BrokenFile: the file breaks its schema.
    """
    found = [_set(one["oid"], one) for one in checked(FILE, "measure_codes")["set"]]
    return {one.url: one for one in found}


@dataclass(frozen=True, slots=True)
class Screen:
    """A score that says whether a screening for depression was positive: from how many points on."""

    scores: frozenset[tuple[str, str]]
    positive_from: float


@cache
def screens() -> tuple[Screen, ...]:
    """Scores asked here that answer what measures ask by another code."""
    found = checked(FILE, "measure_codes")["screen"]
    return tuple(Screen(frozenset(map(coded, one["scores"])), one["positive_from"]) for one in found)


def _set(oid: str, one: Mapping[str, object]) -> OpenSet:
    told, own = one.get("codes", []), one.get("own", [])
    assert isinstance(told, list) and isinstance(own, list)  # noqa: S101, PT018  the schema says so
    return OpenSet(
        url_of(oid),
        str(one["name"]),
        frozenset(one for code in told if not code.endswith("*") for one in _codes(code)),
        tuple(coded(code[:-1]) for code in told if code.endswith("*")),
        frozenset(map(coded, own)),
    )


def _codes(text: str) -> list[tuple[str, str]]:
    """One code, or every ingredient of a class."""
    if not text.startswith(_CLASS_OF_DRUGS):
        return [coded(text)]
    return [(SYSTEMS["ingredient"], name) for name in formulary().classes[text.removeprefix(_CLASS_OF_DRUGS)]]


def url_of(oid: str) -> str:
    """The URL of a value set of the National Library of Medicine, or of a list of ours ("icm-statins")."""
    return f"urn:{oid}" if oid.startswith("icm-") else f"{_OIDS}{oid}"


def coded(text: str) -> tuple[str, str]:
    """System and code of "loinc|4548-4"."""
    system, _, code = text.partition("|")
    return SYSTEMS[system], code


def is_set(text: str) -> bool:
    """Whether what a measure names is a value set and no single code."""
    return "|" not in text
