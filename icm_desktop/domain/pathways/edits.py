"""What a practice changed of a shipped pathway: kept beside the file, never in it, and put on when it is read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from icm_desktop.domain.pathways.definition import Pathway, Step
from icm_desktop.domain.pathways.intervals import Interval


@dataclass(frozen=True, slots=True)
class StepEdit:
    """A step as the practice has it; empty parts stay as shipped. `off`: it is not asked for here."""

    every: str = ""
    owner: tuple[str, ...] = ()
    title: str = ""
    title_es: str = ""
    off: bool = False


@dataclass(frozen=True, slots=True)
class Edits:
    """Everything the practice changed of one pathway, by the ids of its steps and targets.

    `calls`: what a pathway for everyone asks is work on Today; as shipped it stands in the chart only.
    """

    steps: Mapping[str, StepEdit] = field(default_factory=dict)
    targets: Mapping[str, float] = field(default_factory=dict)
    calls: bool = False

    @classmethod
    def read(cls, kept: Mapping[str, Any]) -> Edits:
        """From the form it is kept in."""
        steps = {name: StepEdit(**{**one, "owner": tuple(one.get("owner", ()))}) for name, one in kept["steps"].items()}
        return cls(steps, dict(kept["targets"]), kept.get("calls", False))

    def kept(self) -> dict[str, Any]:
        """The form it is kept in: the same for the same edits."""
        steps = {
            name: {
                key: list(value) if key == "owner" else value
                for key in ("every", "owner", "title", "title_es", "off")
                if (value := getattr(one, key))
            }
            for name, one in sorted(self.steps.items())
        }
        return {
            "steps": {name: one for name, one in steps.items() if one},
            "targets": dict(sorted(self.targets.items())),
        } | ({"calls": True} if self.calls else {})

    def with_step(self, step: str, edit: StepEdit) -> Edits:
        """With a step changed; an empty edit is as shipped."""
        others = {name: one for name, one in self.steps.items() if name != step}
        return replace(self, steps=others if edit == StepEdit() else others | {step: edit})

    def with_target(self, target: str, value: float | None) -> Edits:
        """With the value of a target changed; None is as shipped."""
        others = {name: one for name, one in self.targets.items() if name != target}
        return replace(self, targets=others if value is None else others | {target: value})


@dataclass(frozen=True, slots=True)
class Difference:
    """One value that is not as shipped.

    `part`: a step or target by its id, empty for all steps. `what`: every, owner, title, title_es, off, value, calls.
    """

    part: str
    title: str
    title_es: str
    what: str
    before: str
    after: str


def edited(pathway: Pathway, edits: Edits) -> Pathway:
    """The pathway as the practice has it; what its file no longer has is left out."""
    steps = tuple(_step(one, edits.steps.get(one.id, StepEdit())) for one in pathway.steps)
    kept = tuple(one for one in steps if not edits.steps.get(one.id, StepEdit()).off)
    targets = tuple(
        replace(one, value=edits.targets[one.id]) if one.id in edits.targets and one.value is not None else one
        for one in pathway.targets
    )
    entry = replace(pathway.entry, calls=edits.calls and pathway.entry.everyone)
    return replace(pathway, steps=kept, targets=targets, entry=entry)


def differences(pathway: Pathway, edits: Edits) -> tuple[Difference, ...]:
    """Every value that is not as shipped, in the order of the file."""
    found = [Difference("", pathway.title, pathway.title_es, "calls", "", "on")] if edits.calls else []
    found += [line for one in pathway.steps for line in _of_step(one, edits.steps.get(one.id, StepEdit()))]
    for target in pathway.targets:
        if target.id in edits.targets and target.value is not None:
            values = (f"{target.value:g}", f"{edits.targets[target.id]:g}")
            found.append(Difference(target.id, target.title, target.title_es, "value", *values))
    return tuple(found)


def _step(step: Step, edit: StepEdit) -> Step:
    activity = replace(
        step.activity, title=edit.title or step.activity.title, title_es=edit.title_es or step.activity.title_es
    )
    every = Interval.of_iso(edit.every) if edit.every else step.every
    return replace(step, activity=activity, every=every, owner=edit.owner or step.owner)


def _of_step(step: Step, edit: StepEdit) -> Iterator[Difference]:
    titles = (step.activity.title, step.activity.title_es)
    now = {"every": edit.every, "owner": " ".join(edit.owner), "title": edit.title, "title_es": edit.title_es}
    was = {"every": step.every.iso, "owner": " ".join(step.owner), "title": titles[0], "title_es": titles[1]}
    for what, value in now.items():
        if value and value != was[what]:
            yield Difference(step.id, *titles, what, was[what], value)
    if edit.off:
        yield Difference(step.id, *titles, "off", "", "off")
