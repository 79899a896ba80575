"""Which notes have a key of their own beside that of the file."""

from __future__ import annotations

from icm_desktop.content.team import sensitive_kinds


def compartments() -> tuple[str, ...]:
    """The names of the compartments: each sensitive kind of note."""
    return tuple(sorted(sensitive_kinds()))
