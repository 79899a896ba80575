"""How a clinician's name is written everywhere."""

from __future__ import annotations


def clinician_name(prefix: str | None, given: str | None, family: str, suffix: str | None = None) -> str:
    """The name as said at the desk: "Dr Ana Kim", with a suffix after a comma ("J. Cole, LCSW")."""
    name = " ".join(part for part in (prefix, given, family) if part)
    return f"{name}, {suffix}" if suffix else name
