"""Which conflict a finding is: what it is about, and by which facts. A medicine written otherwise is the same one."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from icm_desktop.domain.conflicts.checking import Finding
from icm_desktop.domain.conflicts.matching import Evidence
from icm_desktop.domain.plain_text import folded

_PLAN = ("goal", "plan", "action")
_MOVING = ("age", "problems")  # these change by themselves; a rule that cares says so by its severity
_LENGTH = 16  # hexadecimal digits: enough to tell the few conflicts of one patient apart


def subject_of(finding: Finding) -> str:
    """What it is about, whatever the values are: the medicines, goals, actions and allergies behind it."""
    return " ".join(sorted(set(_subjects(finding.facts))))


def fingerprint_of(finding: Finding) -> str:
    """The facts it rests on: ingredients with dose, problems, values, targets and words; not days or prescribers."""
    told = [finding.severity, finding.state, sorted(set(_marks(finding.facts)))]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()[:_LENGTH]


def to_json(facts: Iterable[Evidence]) -> list[Any]:
    """Facts as they are kept."""
    return [[one.kind, one.text, one.detail, one.number, one.entry, one.same] for one in facts]


def from_json(kept: Sequence[Sequence[Any]]) -> tuple[Evidence, ...]:
    """Facts that were kept."""
    return tuple(Evidence(*one) for one in kept)


def _subjects(facts: Iterable[Evidence]) -> Iterator[str]:
    for one in facts:
        if one.kind == "medicine":
            yield f"medicine:{(one.same or folded(one.text)).replace(' ', '_')}"
        elif one.kind in _PLAN:
            yield f"{'goal' if one.kind == 'plan' else one.kind}:{one.entry}"
        elif one.kind == "allergy":
            yield f"allergy:{folded(one.text).replace(' ', '_')}"


def _marks(facts: Iterable[Evidence]) -> Iterator[str]:
    for one in facts:
        number = "" if one.number is None else f"{one.number:g}"
        if one.kind == "medicine":
            yield f"medicine {one.same or folded(one.text)} {number}"
        elif one.kind == "goal":
            yield f"goal {one.entry} {one.same}"
        elif one.kind in _PLAN:
            yield f"{one.kind} {one.entry} {folded(one.text)}"
        elif one.kind not in _MOVING:
            yield f"{one.kind} {folded(one.text)} {number}"
