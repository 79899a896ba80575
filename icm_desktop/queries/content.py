"""Shipped content with who confirmed it, and policies with the practice's own values."""

from __future__ import annotations

from sqlalchemy import select

from db.models.access import UserAccount
from db.models.set_up import ContentConfirmation, PolicySetting
from db.unit_of_work import UnitOfWork
from icm_desktop.content import policies
from icm_desktop.content.shipped import PHRASES, Shipped, digest_of, is_shipped, lines_of, shipped
from icm_desktop.contracts.content import ChangedLine, ContentChanges, ContentRow, PolicyRow, Standing
from icm_desktop.errors import NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries import phrase_banks


@requires(Privilege.SIGN_IN)
def contents(uow: UnitOfWork) -> tuple[ContentRow, ...]:
    """Everything shipped, and whether somebody of the practice stands for it as it is now."""
    last: dict[tuple[str, str], ContentConfirmation] = {}
    stored = select(ContentConfirmation).where(ContentConfirmation.removed_at.is_(None))
    for row in uow.session.scalars(stored.order_by(ContentConfirmation.id)):
        last[row.kind, row.content_id] = row
    return tuple(_row(each, last.get((each.kind, each.id)), digest(uow, each.kind, each.id)) for each in shipped())


@requires(Privilege.SIGN_IN)
def lines(uow: UnitOfWork, kind: str, content_id: str) -> tuple[tuple[str, str], ...]:
    """All of one content, line by line: where it stands in the file, and what it says.

    Raises:
        NotFound: set_up.no_content.
    """
    if not is_shipped(kind, content_id):
        raise NotFound("set_up.no_content")
    own = phrase_banks.own(uow, content_id) if kind == PHRASES else {}
    ours = {f"{PHRASES}.{phrase}": text for phrase, text in own.items()}
    told = tuple((place, ours.pop(place, text)) for place, text in lines_of(kind, content_id))
    return (*told, *ours.items())


@requires(Privilege.SIGN_IN)
def digest(uow: UnitOfWork, kind: str, content_id: str) -> str | None:
    """What tells that a content changed: its file, and of sentences the practice's own wording too."""
    found = digest_of(kind, content_id)
    return phrase_banks.digest(uow, content_id, found) if found is not None and kind == PHRASES else found


@requires(Privilege.SIGN_IN)
def changed(uow: UnitOfWork, confirmation_id: int) -> ContentChanges:
    """What content says now where it said something else, or nothing, when it was confirmed.

    Raises:
        NotFound: set_up.no_content, set_up.gone.
    """
    row = uow.session.get(ContentConfirmation, confirmation_id)
    if row is None or row.removed_at is not None:
        raise NotFound("set_up.gone")
    if not is_shipped(row.kind, row.content_id):
        raise NotFound("set_up.no_content")
    if row.lines is None:
        return ContentChanges(row.content_version or "", None)
    before = dict(row.lines)
    now = dict(lines(uow, row.kind, row.content_id))
    places = dict.fromkeys((*now, *before))
    different = (ChangedLine(each, before.get(each), now.get(each)) for each in places)
    return ContentChanges(row.content_version or "", tuple(one for one in different if one.before != one.now))


@requires(Privilege.SIGN_IN)
def phrases_confirmed(uow: UnitOfWork, language: str) -> bool:
    """Whether somebody of the practice stands for the phrases of a language as they are now."""
    return confirmed(uow, PHRASES, language)


@requires(Privilege.SIGN_IN)
def confirmed(uow: UnitOfWork, kind: str, content_id: str) -> bool:
    """Whether somebody of the practice stands for a content as it is now."""
    now = digest(uow, kind, content_id)
    stored = (
        select(ContentConfirmation.digest)
        .where(
            ContentConfirmation.kind == kind,
            ContentConfirmation.content_id == content_id,
            ContentConfirmation.removed_at.is_(None),
        )
        .order_by(ContentConfirmation.id.desc())
        .limit(1)
    )
    return now is not None and uow.session.scalar(stored) == now


@requires(Privilege.SIGN_IN)
def policy_settings(uow: UnitOfWork) -> tuple[PolicyRow, ...]:
    """The values a practice may change, with its own where it has one."""
    stored = (
        select(PolicySetting.name, PolicySetting.value, PolicySetting.updated_at, UserAccount.display_name)
        .outerjoin(UserAccount, UserAccount.id == PolicySetting.updated_by_id)
        .where(PolicySetting.removed_at.is_(None))
    )
    own = {row.name: row for row in uow.session.execute(stored)}
    rows = []
    for name, each in policies.settings().items():
        mine = own.get(name)
        rows.append(
            PolicyRow(
                name, int(mine.value) if mine else each.shipped, each.shipped, each.unit, each.least, each.most,
                each.source, each.mark, each.why, mine.updated_at if mine else None,
                mine.display_name if mine else None,
            )
        )  # fmt: skip
    return tuple(rows)


def _row(each: Shipped, last: ContentConfirmation | None, now: str | None) -> ContentRow:
    now = now or each.digest
    about = (each.kind, each.id, each.language, each.title, each.source, each.year, each.version, each.marks)
    if last is None:
        return ContentRow(*about, now, Standing.DRAFT)
    standing = Standing.CONFIRMED if last.digest == now else Standing.CHANGED
    whom = (last.confirmed_by, last.confirmed_role, last.confirmed_on, last.note)
    return ContentRow(*about, now, standing, last.id, *whom)
