"""Code lists: what counts as a social finding, and which codes mean the same measurement."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from icm_desktop.domain.social_findings import NotProblems


@dataclass(frozen=True, slots=True)
class Measurement:
    """One thing that is measured over and over, under all its LOINC codes.

    `pair` are the codes of two components read together ("142/88"); `component_of` the panels its value stands in.
    """

    id: str
    name: str
    codes: tuple[str, ...]
    pair: tuple[str, ...] = ()
    component_of: tuple[str, ...] = ()
    show: bool = False


@cache
def not_problems() -> NotProblems:
    """Codes of conditions that are no medical problem."""
    lists = _read("social_findings")
    groups = [lists[name] for name in ("social", "education_and_work", "reminders")]
    icd10 = tuple(code for group in groups for code in group.get("icd10", ()))
    return NotProblems(icd10, frozenset(code for group in groups for code in group["snomed"]))


@cache
def no_known_allergies() -> frozenset[str]:
    """SNOMED CT codes of allergy entries that say there is none."""
    return frozenset(_read("social_findings")["no_known_allergies"]["snomed"])


@cache
def measurements() -> tuple[Measurement, ...]:
    """Every measurement, those a chart shows first named first."""
    return tuple(
        Measurement(
            one["id"],
            one["name"],
            tuple(one["codes"]),
            tuple(one.get("pair", ())),
            tuple(one.get("component_of", ())),
            one.get("show", False),
        )
        for one in _read("measurements")["measurement"]
    )


@cache
def measurement_by_code() -> Mapping[str, Measurement]:
    """The measurement a LOINC code means."""
    return {code: one for one in measurements() for code in one.codes}


def measurement_of(code: str | None, name: str | None = None) -> Measurement | None:
    """The measurement a LOINC code means; an unlisted code is a measurement of its own."""
    if not code:
        return None
    return measurement_by_code().get(code) or Measurement(code, name or code, (code,))


def result_name(code: str | None, text: str | None) -> str:
    """What one result is called: the sender's words, without them the name of what a known code measures."""
    if text and text != code:
        return text
    known = measurement_by_code().get(code or "")
    return known.name if known else text or code or ""


@cache
def _questionnaires() -> Mapping[str, str]:
    return {code: one["name"] for one in _read("questionnaires")["questionnaire"] for code in one["codes"]}


def questionnaire_name(title: str | None) -> str:
    """What a questionnaire is called: its own title, or the name of the code its address ends with.

    Args:
        title: A title, or the address of a questionnaire such as "http://loinc.org/q/44249-1".
    """
    if not title or not title.startswith(("http:", "https:", "urn:")):
        return title or ""
    code = title.partition("|")[0].rstrip("/").rpartition("/")[2]
    return _questionnaires().get(code, code)


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(files("resources").joinpath(f"content/codes/{name}.toml").read_text(encoding="utf-8"))
