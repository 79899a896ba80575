"""Which format a file has, and its resources: every format goes through the same import after this."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from icm_desktop.exchange.fhir import reading
from icm_desktop.exchange.fhir.reading import Broken, Entry, Left, Remark

Found = Entry | Broken | Left | Remark


def entries(path: Path, *, again: bool = False) -> Iterator[Found]:
    """Every resource of a file, and what else is to be told of it, in order.

    Args:
        path: The file.
        again: It was read whole before, so that names that stand twice need not be looked for.

    Raises:
        Unreadable: nothing of health data, not correct, or too large; before or while entries are given.
    """
    if is_cda(path):
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
