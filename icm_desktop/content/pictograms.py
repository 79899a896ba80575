"""The six pictures of patients' pages: `resources/pictograms/pictograms.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from icm_desktop import paths
from icm_desktop.content.checked_file import checked

FILE = paths.RESOURCES / "pictograms" / "pictograms.toml"
SQUARE = 48.0
"""The side of the square they are drawn in."""

Picture = Mapping[str, tuple[tuple[float, ...], ...]]


@cache
def pictograms() -> Mapping[str, Picture]:
    """Each picture by its name: its lines, circles, arcs, boxes, shapes and filled areas."""
    raw = checked(FILE, "pictograms")
    return {
        name: {kind: tuple(tuple(float(n) for n in one) for one in parts) for kind, parts in raw[name].items()}
        for name in raw
        if name != "format"
    }
