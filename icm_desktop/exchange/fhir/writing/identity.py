"""Ids of what leaves: those others gave stay, ours are made once and for all from where the row is kept."""

from __future__ import annotations

import hashlib
import re
import uuid

_FORM = re.compile(r"[A-Za-z0-9\-.]{1,64}")
_OTHER = re.compile(r"[^A-Za-z0-9\-.]+")
_LONGEST, _MARK = 64, 12


def system_of(database_id: str) -> str:
    """Our identifier system: numbers of this one practice."""
    return uuid.UUID(database_id).urn if _is_uuid(database_id) else f"urn:icm-desktop:{database_id}"


def base_of(database_id: str) -> str:
    """The address a Bundle's entries stand under; a name that leads nowhere (RFC 6761)."""
    return f"https://{_OTHER.sub('-', database_id).lower()}.icm-desktop.invalid/fhir"


def own_id(database_id: str, table: str, row_id: int) -> str:
    """The id of a row of ours: the same in every export, another in every practice."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"{system_of(database_id)}/{table}/{row_id}"))


def kept_id(resource_id: str, apart: str | None = None) -> str:
    """The id of an imported resource; `apart` tells it from an earlier one of another source or patient.

    One that is no FHIR id (or was made by the import, because there was none) becomes one.
    """
    base = resource_id if _FORM.fullmatch(resource_id) else _OTHER.sub("-", resource_id).strip("-") or "id"
    if base != resource_id and not resource_id.startswith("~"):
        apart = f"{apart or ''}|{resource_id}"
    if apart is None:
        return base[:_LONGEST]
    return f"{base[: _LONGEST - _MARK - 1]}-{hashlib.blake2b(apart.encode(), digest_size=_MARK // 2).hexdigest()}"


def _is_uuid(text: str) -> bool:
    try:
        uuid.UUID(text)
    except ValueError:
        return False
    return True
