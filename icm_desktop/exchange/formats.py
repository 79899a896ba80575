"""Which format a file has, and its resources: every format goes through the same import after this."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from icm_desktop.domain.csv_mapping import CsvMapping
from icm_desktop.exchange.fhir import reading
from icm_desktop.exchange.fhir.reading import Broken, Entry, Gone, Left, Remark
from icm_desktop.exchange.fhir.values import Json
from icm_desktop.exchange.received import Received

Found = Entry | Broken | Left | Remark | Gone


@dataclass(frozen=True, slots=True)
class Known:
    """What is known beforehand: what columns of lists mean, the day of the practice.

    `before`: what messages told so far, in one reading of all files of an import.
    """

    mappings: Mapping[str, CsvMapping] = field(default_factory=dict)
    today: dt.date = dt.date.max
    before: dict[tuple[str, str, str], tuple[str, Json]] = field(default_factory=dict)


def entries(path: Path | Received, known: Known | None = None, *, again: bool = False) -> Iterator[Found]:
    """Every resource of a file, and what else is to be told of it, in order.

    Args:
        path: The file, or what came over a connection.
        known: What is known beforehand.
        again: It was read whole before, so that names that stand twice need not be looked for.

    Raises:
        Unreadable: nothing of health data, not correct, or too large; before or while entries are given.
    """
    if isinstance(path, Received):
        yield from path.found
        return
    known = known or Known()
    if path.suffix.lower() == ".csv":
        from icm_desktop.exchange.csv_files.reading import csv_entries

        try:
            yield from csv_entries(path, known.mappings, known.today)
        except OSError as error:
            raise reading.Unreadable(f"The file cannot be read: {error.strerror or 'unknown reason'}.") from None
    elif is_hl7(path):
        from icm_desktop.exchange.hl7v2.mapping import hl7_entries

        yield from hl7_entries(path, known.before)
    elif is_cda(path):
        from icm_desktop.exchange.ccda.reading import ccda_entries  # not before there is one

        yield from ccda_entries(path)
    else:
        yield from reading.entries(path, again=again)


def is_cda(path: Path) -> bool:
    """Whether a file is a C-CDA document, or a part of one, by its outermost element."""
    try:
        if not reading.is_xml(path):
            return False
        from icm_desktop.exchange.ccda.reading import PARTS, ROOT
        from icm_desktop.exchange.fhir.xml_files import outermost

        space, tag = outermost(path)
    except OSError:
        return False
    return tag == ROOT or (tag in PARTS and space in ("", "urn:hl7-org:v3"))


def is_hl7(path: Path) -> bool:
    """Whether a file holds HL7 v2 messages, by how it begins."""
    from icm_desktop.exchange.hl7v2.messages import looks_like_hl7

    try:
        return looks_like_hl7(path)
    except OSError:
        return False
