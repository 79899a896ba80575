"""The texts of letters: those that came with the program and the practice's own, every version kept."""

from __future__ import annotations

from sqlalchemy import Select, select

from db.models.papers import LetterText as StoredText
from db.unit_of_work import UnitOfWork
from icm_desktop.content.letters import KINDS, letter
from icm_desktop.content.phrases import LANGUAGES
from icm_desktop.contracts.letters import LetterText
from icm_desktop.contracts.own_texts import TextVersion
from icm_desktop.errors import NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries.own_texts import all_versions
from icm_desktop.queries.people import names_of_users


@requires(Privilege.SIGN_IN)
def texts(uow: UnitOfWork) -> tuple[LetterText, ...]:
    """Every letter in every language, as it counts now."""
    newest = {(row.kind, row.language): row for row in uow.session.scalars(_stored())}
    names = names_of_users(uow)
    return tuple(_text(kind, language, newest.get((kind, language)), names) for kind in KINDS for language in LANGUAGES)


@requires(Privilege.SIGN_IN)
def text(uow: UnitOfWork, kind: str, language: str) -> LetterText:
    """One letter in one language, as it counts now.

    Raises:
        NotFound: letters.unknown.
    """
    _check(kind, language)
    rows = uow.session.scalars(_stored().where(StoredText.kind == kind, StoredText.language == language)).all()
    return _text(kind, language, rows[-1] if rows else None, names_of_users(uow))


@requires(Privilege.SIGN_IN)
def versions(uow: UnitOfWork, kind: str, language: str) -> tuple[TextVersion, ...]:
    """Every text it had, the newest first, the shipped one last.

    Raises:
        NotFound: letters.unknown.
    """
    _check(kind, language)
    rows = uow.session.scalars(_stored().where(StoredText.kind == kind, StoredText.language == language)).all()
    return all_versions(
        uow, rows, letter(kind).texts[language], lambda row: None if row.body is None else (row.heading or "", row.body)
    )


def _stored() -> Select[StoredText]:
    return select(StoredText).where(StoredText.removed_at.is_(None)).order_by(StoredText.id)


def _check(kind: str, language: str) -> None:
    if kind not in KINDS or language not in LANGUAGES:
        raise NotFound("letters.unknown")


def _text(kind: str, language: str, row: StoredText | None, names: dict[int, str]) -> LetterText:
    shipped = letter(kind)
    if row is None or row.body is None:
        heading, body = shipped.texts[language]
        when, who = (row.created_at, names.get(row.created_by_id or 0)) if row else (None, None)
        return LetterText(
            kind, language, shipped.about, heading, body, shipped.version, shipped.source, None, when, who
        )
    return LetterText(
        kind, language, shipped.about, row.heading or "", row.body, row.made_from or "", shipped.source,
        row.id, row.created_at, names.get(row.created_by_id or 0),
    )  # fmt: skip
