"""A person of the practice stands for shipped content; values of policies are the practice's own."""

from __future__ import annotations

from sqlalchemy import select

from db.models.set_up import ContentConfirmation, PolicySetting
from db.unit_of_work import UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.content import policies
from icm_desktop.content.shipped import shipped
from icm_desktop.contracts.content import ConfirmContent, ContentSaved, SetPolicy
from icm_desktop.errors import Conflict, Invalid, NotFound
from icm_desktop.permissions import Privilege, requires
from icm_desktop.queries import content as known
from icm_desktop.services import lines


@requires(Privilege.SETTINGS)
def confirm(uow: UnitOfWork, request: ConfirmContent) -> ContentSaved:
    """Note that a named person has read content and stands for it; it counts until the content changes.

    Raises:
        Invalid: set_up.confirmer_missing, registration.too_long.
        Conflict: set_up.content_changed when it is no longer what was read.
        NotFound: set_up.no_content.
    """
    wanted = (request.kind, request.content_id)
    about = next((each for each in shipped() if (each.kind, each.id) == wanted), None)
    if about is None:
        raise NotFound("set_up.no_content")
    digest = known.digest(uow, about.kind, about.id)
    if digest != request.digest:
        raise Conflict("set_up.content_changed")
    row = ContentConfirmation(
        kind=about.kind,
        content_id=about.id,
        content_version=about.version,
        language=about.language,
        digest=digest,
        confirmed_by=lines.needed(request.confirmed_by, "confirmed_by", "set_up.confirmer_missing"),
        confirmed_role=lines.line(request.confirmed_role, "confirmed_role"),
        confirmed_on=request.confirmed_on or uow.today,
        note=lines.note(request.note),
        lines=[list(line) for line in known.lines(uow, about.kind, about.id)],
    )
    uow.session.add(row)
    uow.session.flush()
    return ContentSaved(Changes.of("content_confirmation", action_id=uow.action_id))


@requires(Privilege.SETTINGS)
def withdraw(uow: UnitOfWork, confirmation_id: int) -> ContentSaved:
    """Take a confirmation back, with every earlier one of the same content.

    Raises:
        NotFound: set_up.gone.
    """
    row = uow.session.get(ContentConfirmation, confirmation_id)
    if row is None or row.removed_at is not None:
        raise NotFound("set_up.gone")
    same = select(ContentConfirmation).where(
        ContentConfirmation.kind == row.kind,
        ContentConfirmation.content_id == row.content_id,
        ContentConfirmation.removed_at.is_(None),
    )
    for each in uow.session.scalars(same):
        each.removed_at = uow.now
    uow.session.flush()
    return ContentSaved(Changes.of("content_confirmation", action_id=uow.action_id))


@requires(Privilege.SETTINGS)
def set_policy(uow: UnitOfWork, request: SetPolicy) -> ContentSaved:
    """Put a value of the practice in place of the shipped one, or go back to it.

    Raises:
        Invalid: set_up.bad_policy outside the stated bounds.
        NotFound: set_up.no_policy.
    """
    setting = policies.settings().get(request.name)
    if setting is None:
        raise NotFound("set_up.no_policy")
    if request.value is not None and not setting.least <= request.value <= setting.most:
        raise Invalid("set_up.bad_policy", "value", least=setting.least, most=setting.most, why=setting.why)
    row = uow.session.scalars(select(PolicySetting).where(PolicySetting.name == request.name)).first()
    if row is None:
        row = PolicySetting(name=request.name, value=setting.shipped)
    back = request.value is None or request.value == setting.shipped
    row.removed_at = uow.now if back else None
    row.value = setting.shipped if request.value is None else request.value
    uow.session.add(row)
    uow.session.flush()
    return ContentSaved(Changes.of("policy_setting", action_id=uow.action_id))
