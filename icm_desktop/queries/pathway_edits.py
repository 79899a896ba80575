"""A pathway as the practice has it: its parts, every edition, and what each changed of the shipped file."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import select

from db.models.access import UserAccount
from db.models.pathways import PathwayEdit
from db.unit_of_work import UnitOfWork
from icm_desktop.content import pathways as content
from icm_desktop.contracts.pathway_edits import EditablePathway, EditionRow, PartRow
from icm_desktop.domain.pathways.definition import Pathway
from icm_desktop.domain.pathways.edits import Edits, StepEdit, differences
from icm_desktop.errors import NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.pathways_in_use import adoptions, editions


@requires(Privilege.SIGN_IN)
def editable(uow: UnitOfWork, pathway_id: str) -> EditablePathway:
    """What of a pathway may be changed, and what was.

    Raises:
        NotFound: pathways.unknown.
    """
    pathway = next((one for one in content.pathways() if one.id == pathway_id), None)
    if pathway is None:
        raise NotFound("pathways.unknown")
    newest = editions(uow)[pathway_id][-1]
    return EditablePathway(
        pathway.id, pathway.title, pathway.title_es, newest.number, newest.digest,
        tuple(_parts(pathway, newest.edits)), tuple(_editions(uow, pathway)),
        pathway.entry.everyone, newest.edits.calls,
    )  # fmt: skip


def _parts(pathway: Pathway, edits: Edits) -> Iterator[PartRow]:
    for step in pathway.steps:
        edit = edits.steps.get(step.id, StepEdit())
        yield PartRow(
            step.id, step.activity.title, step.activity.title_es, step.source, step.mark,
            edit.every or step.every.iso, edit.owner or step.owner, edit,
        )  # fmt: skip
    for target in pathway.targets:
        if target.value is not None:
            value = edits.targets.get(target.id, target.value)
            plain = (target.id, target.title, target.title_es, target.evidence, target.mark)
            yield PartRow(*plain, value=value, unit=target.unit)


def _editions(uow: UnitOfWork, pathway: Pathway) -> Iterator[EditionRow]:
    """The newest first; the shipped file is number 0."""
    adopted = {row.digest: row for row in adoptions(uow) if row.pathway == pathway.id}
    made = (
        select(PathwayEdit.edition, PathwayEdit.created_at, PathwayEdit.reason, UserAccount.display_name)
        .outerjoin(UserAccount, UserAccount.id == PathwayEdit.created_by_id)
        .where(PathwayEdit.pathway == pathway.id, PathwayEdit.removed_at.is_(None))
    )
    by = {row.edition: row for row in uow.session.execute(made)}
    for one in reversed(editions(uow)[pathway.id]):
        row, stands = by.get(one.number), adopted.get(one.digest)
        yield EditionRow(
            one.number,
            row.created_at if row else None,
            (row.display_name or "") if row else "",
            row.reason if row else "",
            differences(pathway, one.edits),
            stands.adopted_by if stands else "",
            stands.adopted_on if stands else None,
        )
