"""Elements of a document as text that cannot be broken by what people typed."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

# What XML 1.0 allows in a document.
_NOT_ALLOWED = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Markup(str):
    """Text that is markup already."""

    __slots__ = ()


NOTHING = Markup("")


def plain(text: object) -> Markup:
    """Words as they stand between tags or in attributes."""
    return Markup(html.escape(_NOT_ALLOWED.sub("", str(text)), quote=True))


def el(name: str, *inside: Markup | str | None, **attributes: object) -> Markup:
    """An element; attributes that are None are left out, `class_` and the like lose their line."""
    told = "".join(
        f' {key.rstrip("_").replace("__", ":")}="{plain(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    body = "".join(part if isinstance(part, Markup) else plain(part) for part in inside if part)
    return Markup(f"<{name}{told}>{body}</{name}>" if body else f"<{name}{told}/>")


def joined(parts: Iterable[Markup]) -> Markup:
    """Elements one after the other."""
    return Markup("".join(parts))
