"""Everything that is kept of what is due for patients, reckoned anew: steps of pathways, and what else rules find."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from db import kept_work, pathway_work
from db.unit_of_work import UnitOfWork
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.pathway_work import Reckoner
from icm_desktop.queries.readmissions import readmitted
from icm_desktop.queries.work_forms import forms_of
from icm_desktop.queries.work_screening import screens_of


class Reckoned(NamedTuple):
    """What is to be kept. `right`: patients of whom all that is kept is right by this `content` too."""

    content: str
    right: list[int]
    checked: list[pathway_work.Checked]
    steps: pathway_work.Difference
    others: kept_work.Difference


@requires(Privilege.SIGN_IN)
def reckoned(uow: UnitOfWork, ids: Sequence[int]) -> Reckoned:
    """What is due for these patients today; those of whom nothing changed but pathways they are not in are left out."""
    reckoner = Reckoner(uow, uow.today)
    right = set(reckoner.unchanged(ids))
    again = [one for one in ids if one not in right]
    connection = uow.session.connection()
    rows, checked = reckoner.reckon(again)
    steps = pathway_work.difference(connection, rows, again)
    found = [*screens_of(uow, again), *forms_of(uow, again), *readmitted(uow, again)]
    others = kept_work.difference(connection, found, again)
    return Reckoned(reckoner.using.content, sorted(right), checked, steps, others)
