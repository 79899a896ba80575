"""Provenance of what was written or changed here: by whom and when, of all their facts in one resource."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from icm_desktop.exchange.fhir.values import Json
from icm_desktop.exchange.fhir.writing.values import TERMINOLOGY, concept, moment

_AUTHOR = concept("Author", "author", f"{TERMINOLOGY}/provenance-participant-type")


def provenance(targets: Sequence[str], who: Json, practice: Json, recorded: dt.datetime) -> Json:
    """A Provenance.

    Args:
        targets: References ("Condition/5") to what somebody recorded.
        who: The Reference to them.
        practice: The Reference to the practice they acted for.
        recorded: When the last of it was recorded; aware.
    """
    agent = {"type": _AUTHOR, "who": who, "onBehalfOf": practice}
    return {
        "resourceType": "Provenance",
        "target": [{"reference": one} for one in targets],
        "recorded": moment(recorded),
        "agent": [agent],
    }
