"""Every code the pathways look at: what a record must bear one of to say anything to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from icm_desktop.domain.pathways.conditions import (
    Condition,
    Fallen,
    Group,
    Happened,
    Measured,
    Moved,
    Source,
)
from icm_desktop.domain.pathways.definition import Pathway


def events_named(pathways: Iterable[Pathway]) -> frozenset[str]:
    """Codes of everything that is done, measured or given."""
    sources = (source for one in pathways for source in _sources(one))
    return frozenset(code for source in sources for code in source.codes)


def conditions_of(pathway: Pathway) -> Iterator[Condition]:
    """Every simple condition of a pathway, those inside groups one by one."""
    found = [pathway.entry.exclude, *(when for _, when in pathway.entry.any_of)]
    found += [target.when for target in pathway.targets]
    found += [escalation.when for escalation in pathway.escalations]
    for step in pathway.steps:
        found += [step.when, step.after.what if step.after else None, *(rule.when for rule in step.rules)]
    for each in found:
        if each is not None:
            yield from _simple(each)


def _simple(condition: Condition) -> Iterator[Condition]:
    if isinstance(condition, Group):
        for part in condition.parts:
            yield from _simple(part)
    else:
        yield condition


def _sources(pathway: Pathway) -> Iterator[Source]:
    yield from (step.activity.done_by for step in pathway.steps)
    yield from (target.source for target in pathway.targets if target.source is not None)
    for one in conditions_of(pathway):
        if isinstance(one, Measured | Moved | Fallen | Happened):
            yield one.source
