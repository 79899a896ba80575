"""The resources a document is made of, by type, and what the things they point to are called."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from icm_desktop.exchange.fhir.values import Json, concept_text, human_name, obj, objs, text


class Around:
    """All that may leave of one patient."""

    def __init__(self, resources: Iterable[Json]) -> None:
        self._by_name: dict[str, Json] = {}
        self._by_kind: dict[str, list[Json]] = defaultdict(list)
        for one in resources:
            self._by_name[f"{one['resourceType']}/{one['id']}"] = one
            self._by_kind[str(one["resourceType"])].append(one)

    def of(self, *kinds: str) -> list[Json]:
        """Resources of these types, in order."""
        return [one for kind in kinds for one in self._by_kind.get(kind, ())]

    @property
    def patient(self) -> Json:
        """The patient."""
        return self._by_kind["Patient"][0]

    def found(self, reference: object) -> Json | None:
        """What a Reference points to, when it leaves too."""
        return self._by_name.get(str(obj(reference).get("reference")))

    def label(self, reference: object) -> str | None:
        """What to call what a Reference points to."""
        shown = text(obj(reference).get("display"))
        found = self.found(reference)
        if shown or found is None:
            return shown
        named = found.get("name")
        if isinstance(named, str):
            return named
        who = next((one for each in objs(named) if (one := human_name(each))), None)
        if who is None:
            return concept_text(found.get("code"))
        return " ".join(part for part in (who.given, who.family) if part) or None

    def first_label(self, references: object) -> str | None:
        """The first of several that can be named; of one the same."""
        each = objs(references) or [obj(references)]
        return next((label for one in each if (label := self.label(one))), None)


def ordered(resources: Iterable[Json], *names: str) -> list[Json]:
    """The newest first, by the first of these dates each has; undated ones last."""

    def day(resource: Json) -> str:
        return next((str(resource[name]) for name in names if resource.get(name)), "")

    return sorted(resources, key=day, reverse=True)
