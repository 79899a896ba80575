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


def document(composition: Json, resources: Sequence[Json], base: str, source: str, now: dt.datetime) -> Json:
    """A Bundle of type document: a Composition first, then what it is about (FHIR R4, 3.3).

    Args:
        composition: What the document says of itself.
        resources: In the order they shall stand.
        base: The address the full URLs begin with.
        source: Who sends it.
        now: Aware instant of writing.
    """
    every = [composition, *resources]
    return {
        "resourceType": "Bundle",
        "meta": {"source": source},
        "identifier": {"system": source, "value": composition["id"]},
        "type": "document",
        "timestamp": now.isoformat(timespec="seconds").replace("+00:00", "Z"),
        "entry": [{"fullUrl": f"{base}/{one['resourceType']}/{one['id']}", "resource": one} for one in every],
    }


def line(resource: Json) -> bytes:
    """A resource as one line."""
    return orjson.dumps(resource) + b"\n"
