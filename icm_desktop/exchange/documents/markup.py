"""A small tree of elements and words, made from XML or HTML, and what a narrative is made from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

DEEPEST = 60  # deeper than any real document; a hostile one may not exhaust the stack
MOST_NODES = 300_000


@dataclass(slots=True)
class Node:
    """One element: its name without namespace in lower case, its attributes, and what is inside in order."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    inside: list[Node | str] = field(default_factory=list)

    def children(self, *tags: str) -> Iterator[Node]:
        """Elements directly inside, all or those of these names."""
        for part in self.inside:
            if isinstance(part, Node) and (not tags or part.tag in tags):
                yield part

    def child(self, tag: str) -> Node | None:
        """The first element of this name directly inside."""
        return next(self.children(tag), None)

    def walk(self) -> Iterator[Node]:
        """This element and all below it, in order."""
        yield self
        for part in self.children():
            yield from part.walk()

    def words(self) -> str:
        """All words below, in order, single spaces."""
        return " ".join("".join(self._pieces()).split())

    def _pieces(self) -> Iterator[str]:
        for part in self.inside:
            if isinstance(part, str):
                yield part
            else:
                yield from part._pieces()
