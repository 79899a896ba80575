"""Resources made of formats in which silence means "as before": what such a copy does not tell is not taken away."""

from __future__ import annotations

from icm_desktop.exchange.fhir.values import Json, obj, objs

_SYSTEM, _CODE = "urn:icm-desktop", "partial"
PARTIAL: Json = {"tag": [{"system": _SYSTEM, "code": _CODE}]}


def is_partial(resource: Json) -> bool:
    """Whether a copy tells only what is new."""
    return any(
        tag.get("system") == _SYSTEM and tag.get("code") == _CODE for tag in objs(obj(resource.get("meta")).get("tag"))
    )


def with_before(newer: Json, older: Json) -> Json:
    """A copy with what only an older one told."""
    return {**older, **{name: value for name, value in newer.items() if value not in (None, "", [], {})}}
