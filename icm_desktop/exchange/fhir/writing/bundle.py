"""A Bundle of type collection, and resources line by line."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import orjson

from icm_desktop.exchange.fhir.values import Json


def bundle(resources: Sequence[Json], base: str, source: str, now: dt.datetime, labels: Sequence[Json] = ()) -> bytes:
    """The bytes of a Bundle.

    Args:
        resources: In the order they shall stand.
        base: The address their full URLs begin with.
        source: Who sends it: what another practice tells our facts apart by.
        now: Aware instant of the export.
        labels: Security labels of the whole.
    """
    meta = {"source": source, **({"security": list(labels)} if labels else {})}
    entries = [{"fullUrl": f"{base}/{one['resourceType']}/{one['id']}", "resource": one} for one in resources]
    made = {
        "resourceType": "Bundle",
        "meta": meta,
        "type": "collection",
        "timestamp": now.isoformat(timespec="seconds").replace("+00:00", "Z"),
        "entry": entries,
    }
    return orjson.dumps(made, option=orjson.OPT_INDENT_2)


def line(resource: Json) -> bytes:
    """A resource as one line."""
    return orjson.dumps(resource) + b"\n"
