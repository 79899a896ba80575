"""Turns a worked example of a pathway file into the facts of a patient."""

from __future__ import annotations

from icm_desktop.content.pathway_conditions import Names, activity
from icm_desktop.content.pathways import shared_activities
from icm_desktop.domain.pathways.facts import Decision, Event, Facts, Medicine, Problem


def facts(document, example) -> Facts:
    """The patient an example speaks of."""
    own = {one["id"]: activity(one) for one in document.get("activity", ())}
    names = Names({}, {}, document.get("values", {}), dict(shared_activities()) | own, frozenset())
    enrolled = {document["id"]: example["enrolled"]} if "enrolled" in example else {}
    return Facts(
        born=example.get("born"),
        sex=example.get("sex", ""),
        problems=tuple(_problem(one) for one in example.get("problems", ())),
        events=tuple(_event(one, names) for one in example.get("done", ())),
        medicines=tuple(
            Medicine(one["name"].lower(), one.get("started"), one.get("ended")) for one in example.get("medicines", ())
        ),
        decisions=tuple(
            Decision(one["activity"], one["kind"], one["on"], one["reason"], one.get("until"))
            for one in example.get("decided", ())
        ),
        enrolled=enrolled,
    )


def _problem(found):
    codes = [f"icd10:{found['icd10'].replace('.', '')}"] if "icd10" in found else []
    codes += [f"sct:{found['snomed']}"] if "snomed" in found else []
    return Problem(frozenset(codes), found.get("since"), found.get("until"))


def _event(found, names):
    source = names.value(found["value"], ()) if "value" in found else names.activity(found["activity"], ()).done_by
    return Event(found["on"], source.codes, found.get("is"), found.get("setting", ""))
