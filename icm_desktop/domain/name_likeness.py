"""How alike two names are: letters mistyped, names exchanged or shortened, and words they share."""

from __future__ import annotations

from icm_desktop.domain.names import folded

_SHORTEST = 4  # shorter names must be equal: "Ana" and "Eva" are two names
_ALIKE = 0.92  # Jaro-Winkler


def first_word(given: str | None) -> str:
    """The first of the given names, folded."""
    words = (given or "").split()
    return folded(words[0]) if words else ""


def similar_names(one: tuple[str | None, str | None], other: tuple[str | None, str | None]) -> bool:
    """Whether two names, each (family, given), can be one: equal, mistyped, exchanged or the given name shortened."""
    families = folded(one[0]), folded(other[0])
    givens = first_word(one[1]), first_word(other[1])
    if not all(families) or not all(givens):
        return False
    if families == givens[::-1]:
        return True
    return one_letter_off(*families) and (one_letter_off(*givens) or shortened(*givens))


def shortened(one: str, other: str) -> bool:
    """Whether one is the beginning of the other: "Ed" and "Edmundo"."""
    short, long = sorted((one, other), key=len)
    return long.startswith(short)


def close(one: str, other: str) -> bool:
    """Whether two folded names differ as one name mistyped or spelt another way does."""
    if one_letter_off(one, other):
        return True
    return min(len(one), len(other)) >= _SHORTEST and _jaro_winkler(one, other) >= _ALIKE


def one_letter_off(one: str, other: str) -> bool:
    """At most one letter added, dropped, changed or exchanged with its neighbour; exactly equal when very short."""
    if one == other:
        return True
    if abs(len(one) - len(other)) > 1 or max(len(one), len(other)) < _SHORTEST:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    rest, rest_other = one[start:], other[start:]
    exchanged = rest[:2] == rest_other[1::-1] and rest[2:] == rest_other[2:] and len(rest) > 1
    return exchanged or rest[1:] == rest_other[1:] or rest[1:] == rest_other or rest == rest_other[1:]


def _jaro_winkler(one: str, other: str) -> float:
    """Winkler, Proc. Section on Survey Research Methods 1990:354; 1 for equal, 0 for nothing in common."""
    reach = max(max(len(one), len(other)) // 2 - 1, 0)
    taken: list[int] = []
    for place, letter in enumerate(one):
        for at in range(max(place - reach, 0), min(place + reach + 1, len(other))):
            if other[at] == letter and at not in taken:
                taken.append(at)
                break
    if not taken:
        return 0.0
    moved = sum(first != second for first, second in zip(taken, sorted(taken), strict=True)) / 2
    same = len(taken)
    jaro = (same / len(one) + same / len(other) + (same - moved) / same) / 3
    start = 0
    while start < min(4, len(one), len(other)) and one[start] == other[start]:
        start += 1
    return jaro + start * 0.1 * (1 - jaro)
