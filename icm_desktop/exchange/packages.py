"""What stands inside a sealed package: who sends it, which number it has, and a FHIR document."""

from __future__ import annotations

import datetime as dt
import zlib
from collections import Counter
from dataclasses import dataclass

import orjson

from icm_desktop.exchange.fhir.json_text import NotJson, parsed
from icm_desktop.exchange.fhir.values import Json, obj, objs, text, whole

FORMAT = 1
_MOST_BYTES = 400_000_000  # unpacked
PLAN = "plan-pdf-"  # how the id of the plan as a PDF begins


class Unreadable(Exception):
    """What is inside is no package of ours."""


@dataclass(frozen=True, slots=True)
class Letter:
    """`number`: of this package to this receiver; `answers`: the last one of theirs that was opened, None when none."""

    practice: str
    system: str
    number: int
    answers: int | None
    sent_at: dt.datetime
    bundle: Json

    @property
    def resources(self) -> list[Json]:
        """Everything but the Composition."""
        found = [obj(one.get("resource")) for one in objs(self.bundle.get("entry"))]
        return [one for one in found if one.get("resourceType") != "Composition"]

    @property
    def patient(self) -> Json:
        """The patient it is about."""
        return next(one for one in self.resources if one["resourceType"] == "Patient")

    @property
    def counts(self) -> tuple[tuple[str, int], ...]:
        """How many of each type."""
        return tuple(sorted(Counter(str(one["resourceType"]) for one in self.resources).items()))

    @property
    def with_plan(self) -> bool:
        """Whether the plan goes along as pages."""
        return any(str(one["id"]).startswith(PLAN) for one in self.resources)


def packed(letter: Letter) -> bytes:
    """The bytes that are sealed."""
    told = {
        "format": FORMAT, "practice": letter.practice, "system": letter.system, "number": letter.number,
        "answers": letter.answers, "sent_at": letter.sent_at.isoformat(timespec="seconds"), "bundle": letter.bundle,
    }  # fmt: skip
    return zlib.compress(orjson.dumps(told))


def unpacked(content: bytes) -> Letter:
    """A letter as it was sealed.

    Raises:
        Unreadable: it is none, or larger than any real one.
    """
    try:
        unzip = zlib.decompressobj()
        data = unzip.decompress(content, _MOST_BYTES)
        told = obj(parsed(data)) if unzip.eof else {}
        sent_at = dt.datetime.fromisoformat(str(told.get("sent_at")))
    except (zlib.error, NotJson, ValueError):
        raise Unreadable from None
    practice, system, number = text(told.get("practice")), text(told.get("system")), whole(told.get("number"))
    letter = Letter(
        practice or "", system or "", number or 0, whole(told.get("answers")), sent_at, obj(told.get("bundle"))
    )
    named = all(isinstance(one.get("id"), str) and isinstance(one.get("resourceType"), str) for one in letter.resources)
    patients = [one for one in letter.resources if one.get("resourceType") == "Patient"]
    if told.get("format") != FORMAT or not (practice and system and number) or not named or len(patients) != 1:
        raise Unreadable
    return letter
