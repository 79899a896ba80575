"""A resource of ours in the words of one partner: references it can follow, no names of ours it does not know."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from icm_desktop.exchange.fhir.contents import Content
from icm_desktop.exchange.fhir.values import Json, obj
from icm_desktop.exchange.fhir.writing import walking

_FIRST = ("Condition", "CareTeam", "ServiceRequest", "Goal", "CarePlan", "Task")
SENT = frozenset(_FIRST)
STANDS_FOR_SEVERAL = frozenset({"team", "referral_task"})  # resources that are no row of their own here


@dataclass(frozen=True, slots=True)
class Abroad:
    """How one partner calls what we call otherwise: {"Goal/ours": "Goal/theirs"}, names of people and places."""

    there: Mapping[str, str]
    names: Mapping[str, str]
    system: str

    def resource(self, ours: Json, *, theirs: bool = False) -> Json:
        """The resource as it goes: without our id and origin, every Reference one the partner can follow or read.

        `theirs`: it came from there, so that a name we do not know is one of theirs and stays.
        """
        meta = {name: value for name, value in obj(ours.get("meta")).items() if name in ("profile", "security")}
        plain = {name: value for name, value in ours.items() if name not in ("id", "meta")}
        made: Json = walking.readdressed(plain, self._answer_theirs if theirs else self._answer)
        return {**made, "meta": meta} if meta else made

    def _answer_theirs(self, asked: Json) -> Json:
        where = asked.get("reference")
        known = isinstance(where, str) and (where in self.there or where in self.names)
        return self._answer(asked) if known else asked

    def _answer(self, asked: Json) -> Json:
        where = asked.get("reference")
        if not isinstance(where, str) or where.startswith("#"):
            return asked
        if where in self.there:
            return {**asked, "reference": self.there[where]}
        kind, _, own_id = where.partition("/")
        told = {name: value for name, value in asked.items() if name != "reference"}
        named = {"display": self.names[where]} if where in self.names and "display" not in told else {}
        return {"type": kind, "identifier": {"system": self.system, "value": own_id}, **told, **named}


def order(kind: str) -> int:
    """The place of a type in sending: what others point to goes first."""
    return _FIRST.index(kind)


def digest(resource: Json) -> bytes:
    """What tells whether a resource says something else than before."""
    return Content.of({name: value for name, value in resource.items() if name not in ("id", "meta")}).digest


def withdrawn(resource: Json) -> Json:
    """A resource that was removed here, as FHIR says so: entered in error."""
    kind, wrong = str(resource["resourceType"]), "entered-in-error"
    if kind == "Goal":
        return {**resource, "lifecycleStatus": wrong}
    if kind == "Condition":
        system = "http://terminology.hl7.org/CodeSystem/condition-ver-status"
        plain = {name: value for name, value in resource.items() if name != "clinicalStatus"}  # con-5
        return {**plain, "verificationStatus": {"coding": [{"system": system, "code": wrong}]}}
    return {**resource, "status": wrong}
