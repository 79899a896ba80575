"""Every text something had: those of the practice's own, the newest first, and the shipped one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from db.models.papers import LetterText, PhraseText
from db.unit_of_work import UnitOfWork
from icm_desktop.contracts.own_texts import TextVersion
from icm_desktop.errors import NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.people import names_of_users

Own = TypeVar("Own", PhraseText, LetterText)


@requires(Privilege.SIGN_IN)
def all_versions(
    uow: UnitOfWork, stored: Sequence[Own], shipped: tuple[str, ...], said: Callable[[Own], tuple[str, ...] | None]
) -> tuple[TextVersion, ...]:
    """The versions of one text.

    Args:
        uow: For the names of who wrote them.
        stored: What was typed here, the oldest first.
        shipped: The words that came with the program.
        said: The words of one that was typed; None: it let the shipped ones count again.
    """
    names = names_of_users(uow)
    told = [(row, said(row)) for row in reversed(stored)]
    found: list[TextVersion] = [
        TextVersion(
            row.id, shipped if words is None else words, row.created_at, names.get(row.created_by_id or 0),
            shipped=words is None, current=row is stored[-1],
        )
        for row, words in told
    ]  # fmt: skip
    return (*found, TextVersion(None, shipped, None, None, shipped=True, current=not stored))


@requires(Privilege.SIGN_IN)
def stored_version(uow: UnitOfWork, /, table: type[Own], version_id: int, unknown: str, **of: str) -> Own:
    """A version that may count again: one of the text whose columns have the values `of`.

    Raises:
        NotFound: `unknown`.
    """
    row = uow.session.get(table, version_id)
    if row is None or row.removed_at is not None or any(getattr(row, name) != value for name, value in of.items()):
        raise NotFound(unknown)
    return row
