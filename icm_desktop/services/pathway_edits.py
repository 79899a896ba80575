"""The practice changes a pathway for itself: each change is a new edition with its reason; the shipped file stays."""

from __future__ import annotations

from dataclasses import replace

from db.models.pathways import PathwayEdit
from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.content import pathways as content
from icm_desktop.content.pathways import settings
from icm_desktop.contracts.pathway_edits import EditStep, EditTarget, GoBack, SetCalls
from icm_desktop.contracts.pathways import PathwaySaved
from icm_desktop.domain.pathways.definition import Pathway
from icm_desktop.domain.pathways.edits import Edits, StepEdit
from icm_desktop.domain.pathways.intervals import Interval
from icm_desktop.errors import Conflict, Invalid, NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.pathways_in_use import Edition, editions
from icm_desktop.services import lines

KIND = "pathway"
LONGEST_TITLE = 120


@requires(Privilege.SETTINGS)
def edit_step(uow: UnitOfWork, request: EditStep) -> PathwaySaved:
    """Change how often a step comes, who does it, how it is called, or switch it off. It counts once it is adopted.

    Raises:
        NotFound: pathways.unknown.
        Conflict: pathways.content_changed.
        Invalid: pathways.unknown_step, bad_interval, bad_owner, both_titles, nothing_changed, reason_missing, at the
            field; registration.too_long.
    """
    pathway, newest = _newest(uow, request.pathway, request.expected_edition)
    if not any(step.id == request.step for step in pathway.steps):
        raise Invalid("pathways.unknown_step", field="step")
    _check(request.edit)
    return _save(uow, pathway, newest, newest.edits.with_step(request.step, request.edit), request.reason)


@requires(Privilege.SETTINGS)
def edit_target(uow: UnitOfWork, request: EditTarget) -> PathwaySaved:
    """Change the value of a target for the practice. It counts once it is adopted.

    Raises:
        NotFound: pathways.unknown.
        Conflict: pathways.content_changed.
        Invalid: pathways.unknown_target, pathways.bad_value, pathways.nothing_changed, pathways.reason_missing.
    """
    pathway, newest = _newest(uow, request.pathway, request.expected_edition)
    if not any(target.id == request.target and target.value is not None for target in pathway.targets):
        raise Invalid("pathways.unknown_target", field="target")
    if request.value is not None and not 0 < request.value < float("inf"):
        raise Invalid("pathways.bad_value", field="value")
    return _save(uow, pathway, newest, newest.edits.with_target(request.target, request.value), request.reason)


@requires(Privilege.SETTINGS)
def set_calls(uow: UnitOfWork, request: SetCalls) -> PathwaySaved:
    """Make what a pathway for everyone asks work on Today, or leave it in the chart. It counts once it is adopted.

    Raises:
        NotFound: pathways.unknown.
        Conflict: pathways.content_changed.
        Invalid: pathways.of_enrolled, pathways.nothing_changed, pathways.reason_missing.
    """
    pathway, newest = _newest(uow, request.pathway, request.expected_edition)
    if not pathway.entry.everyone:
        raise Invalid("pathways.of_enrolled", field="step")
    return _save(uow, pathway, newest, replace(newest.edits, calls=request.calls), request.reason)


@requires(Privilege.SETTINGS)
def go_back(uow: UnitOfWork, request: GoBack) -> PathwaySaved:
    """Have an earlier edition again; what came between stays in the history.

    Raises:
        NotFound: pathways.unknown, pathways.no_edition.
        Conflict: pathways.content_changed.
        Invalid: pathways.nothing_changed, pathways.reason_missing.
    """
    pathway, newest = _newest(uow, request.pathway, request.expected_edition)
    wanted = next((one for one in editions(uow)[pathway.id] if one.number == request.edition), None)
    if wanted is None:
        raise NotFound("pathways.no_edition")
    return _save(uow, pathway, newest, wanted.edits, request.reason)


def _newest(uow: UnitOfWork, name: str, expected: int) -> tuple[Pathway, Edition]:
    pathway = next((one for one in content.pathways() if one.id == name), None)
    if pathway is None:
        raise NotFound("pathways.unknown")
    newest = editions(uow)[name][-1]
    if newest.number != expected:
        raise Conflict("pathways.content_changed")
    return pathway, newest


def _check(edit: StepEdit) -> None:
    if edit.every:
        every = Interval.of_iso(edit.every) if edit.every.startswith("P") else None
        if every is None or not max(every.days or 0, every.months or 0, every.years or 0, every.business_days or 0) > 0:
            raise Invalid("pathways.bad_interval", field="every")
    if not set(edit.owner) <= settings().owners.keys():
        raise Invalid("pathways.bad_owner", field="owner")
    if bool(edit.title.strip()) != bool(edit.title_es.strip()):
        raise Invalid("pathways.both_titles", field="title_es" if edit.title.strip() else "title")
    for field, words in (("title", edit.title), ("title_es", edit.title_es)):
        if len(words) > LONGEST_TITLE:
            raise Invalid("registration.too_long", field=field, most=LONGEST_TITLE)


def _save(uow: UnitOfWork, pathway: Pathway, newest: Edition, edits: Edits, reason: str) -> PathwaySaved:
    said = lines.needed(reason, "reason", "pathways.reason_missing")
    if edits.kept() == newest.edits.kept():
        raise Invalid("pathways.nothing_changed")
    row = PathwayEdit(pathway=pathway.id, edition=newest.number + 1, edits=edits.kept(), reason=said)
    uow.session.add(row)
    uow.session.flush()
    return PathwaySaved(row.id, Changes.of(KIND, action_id=uow.action_id))
