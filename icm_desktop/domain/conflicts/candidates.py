"""Which rules may hold at all for what somebody takes: looked up by ingredient, and kept for the next who takes it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from icm_desktop.domain.conflicts.rules import (
    Condition,
    Double,
    Group,
    Pair,
    Rule,
    RuleBook,
    Takes,
    Unchecked,
)

_MOST_KEPT = 20_000  # combinations of ingredients; a large practice has about as many


@dataclass(frozen=True, slots=True)
class Candidates:
    """What is worth asking of somebody who takes some ingredients, in the order of the book.

    `levels`: of each rule those that may hold.
    """

    levels: tuple[tuple[Rule, tuple[tuple[str, Condition], ...]], ...]
    pairs: tuple[Pair, ...]
    doubles: tuple[Double, ...]


@dataclass(frozen=True, slots=True)
class _Index:
    """Places in the book by ingredient; `always`: rules that may hold for somebody who takes nothing.

    `dosed`: ingredients of whose dose some rule asks.
    """

    always: frozenset[int]
    rules: Mapping[str, frozenset[int]]
    pairs: Mapping[str, frozenset[int]]
    doubles: Mapping[str, frozenset[int]]
    dosed: frozenset[str]


def candidates(book: RuleBook, ingredients: frozenset[str]) -> Candidates:
    """The rules, pairs and classes of the book that may hold for somebody who takes these."""
    found: Candidates | None = book.kept.get(ingredients)
    if found is None:
        if len(book.kept) > _MOST_KEPT:
            book.kept.clear()
        found = book.kept[ingredients] = _found(book, _index(book), ingredients)
    return found


def doses_asked(book: RuleBook) -> frozenset[str]:
    """The ingredients of whose dose some rule asks."""
    return _index(book).dosed


def may_hold(condition: Condition, ingredients: frozenset[str]) -> bool:
    """Whether the medicines a condition cannot do without are taken: most rules end here."""
    if isinstance(condition, Takes | Unchecked):
        return not condition.names.isdisjoint(ingredients)
    if isinstance(condition, Group) and condition.how == "all":
        return all(may_hold(part, ingredients) for part in condition.parts)
    if isinstance(condition, Group) and condition.how == "any":
        return any(may_hold(part, ingredients) for part in condition.parts)
    return True


def _found(book: RuleBook, index: _Index, ingredients: frozenset[str]) -> Candidates:
    levels = []
    for rule in (book.rules[place] for place in _places(index.rules, ingredients, index.always)):
        may = tuple(level for level in rule.levels if may_hold(level[1], ingredients))
        if may:
            levels.append((rule, may))
    pairs = (book.pairs[place] for place in _places(index.pairs, ingredients))
    doubles = (book.doubles[place] for place in _places(index.doubles, ingredients))
    return Candidates(
        tuple(levels),
        tuple(one for one in pairs if not one.other.isdisjoint(ingredients)),
        tuple(one for one in doubles if _two_of(one, ingredients)),
    )


def _places(index: Mapping[str, frozenset[int]], names: Iterable[str], more: frozenset[int] = frozenset()) -> list[int]:
    return sorted(more.union(*(index[name] for name in names if name in index)))


def _two_of(double: Double, ingredients: frozenset[str]) -> bool:
    one, other = (ingredients & each for each in (double.classes[0], double.classes[-1]))
    return bool(one and other) and len(one | other) > 1


def _index(book: RuleBook) -> _Index:
    if not book.index:
        nothing: frozenset[str] = frozenset()
        rules = ({name for _, level in rule.levels for name in _names(level)} for rule in book.rules)
        book.index.append(
            _Index(
                always=frozenset(
                    place
                    for place, rule in enumerate(book.rules)
                    if any(may_hold(level, nothing) for _, level in rule.levels)
                ),
                rules=_by_name(rules),
                pairs=_by_name(one.one for one in book.pairs),
                doubles=_by_name(one.classes[0] for one in book.doubles),
                dosed=frozenset(_dosed(book)),
            )
        )
    made: _Index = book.index[0]
    return made


def _by_name(names: Iterable[Iterable[str]]) -> Mapping[str, frozenset[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    for place, each in enumerate(names):
        for name in each:
            found[name].add(place)
    return {name: frozenset(places) for name, places in found.items()}


def _names(condition: Condition) -> Iterator[str]:
    """The ingredients that may make a condition hold."""
    if isinstance(condition, Takes | Unchecked):
        yield from condition.names
    elif isinstance(condition, Group) and condition.how != "none":
        for part in condition.parts:
            yield from _names(part)


def _dosed(book: RuleBook) -> Iterator[str]:
    for pair in book.pairs:
        if pair.one_above_mg_per_day is not None:
            yield from pair.one
    for rule in book.rules:
        for _, level in rule.levels:
            yield from _asks_dose(level)


def _asks_dose(condition: Condition) -> Iterator[str]:
    if isinstance(condition, Group):
        for part in condition.parts:
            yield from _asks_dose(part)
    elif isinstance(condition, Takes) and condition.above_mg_per_day is not None:
        yield from condition.names
