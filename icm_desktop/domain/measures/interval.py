"""The interval of a rate: how far chance alone may have moved it."""

from __future__ import annotations

import math

_Z = 1.96


def wilson(hits: int, of: int) -> tuple[float, float] | None:
    """The 95 % interval of hits / of in percent; None of nobody.

    Source: Wilson, J Am Stat Assoc 1927;22:209-212.
    """
    if of <= 0:
        return None
    share, square = hits / of, _Z * _Z
    middle = (share + square / (2 * of)) / (1 + square / of)
    spread = _Z / (1 + square / of) * math.sqrt(share * (1 - share) / of + square / (4 * of * of))
    return max(0.0, middle - spread) * 100, min(1.0, middle + spread) * 100
