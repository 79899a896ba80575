"""Our own source files, parsed once, for tests about how they are written."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
PRODUCT = ("icm_desktop", "ui", "db", "resources")


@dataclass(frozen=True)
class Source:
    """One Python file: path from the checkout, dotted module, text and syntax tree."""

    path: str
    module: str
    text: str
    tree: ast.Module

    def within(self, *packages: str) -> bool:
        """Whether the module is one of the packages or inside one."""
        return any(self.module == package or self.module.startswith(f"{package}.") for package in packages)

    @cached_property
    def nodes(self) -> tuple[ast.AST, ...]:
        """Every node of the tree, walked once for all tests."""
        return tuple(ast.walk(self.tree))

    def imports(self) -> Iterator[str]:
        """Every module imported anywhere in the file, dotted."""
        for node in self.nodes:
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                yield node.module
                yield from (f"{node.module}.{alias.name}" for alias in node.names)

    def calls(self) -> Iterator[tuple[int, str, ast.Call]]:
        """Every call as line, last part of the called name, and the node."""
        for node in self.nodes:
            if isinstance(node, ast.Call):
                called = node.func
                name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
                yield node.lineno, str(name), node


@cache
def sources(*folders: str) -> tuple[Source, ...]:
    """The Python files of these folders of the checkout."""
    return tuple(_read(path) for folder in folders for path in sorted((CHECKOUT / folder).rglob("*.py")))


@cache
def _read(path: Path) -> Source:
    relative = path.relative_to(CHECKOUT)
    parts = relative.with_suffix("").parts
    module = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
    text = path.read_text(encoding="utf-8")
    return Source(relative.as_posix(), module, text, ast.parse(text))
