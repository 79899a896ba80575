"""Who may do what, act by act: what decides it is also what is shown."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class UseCaseRow:
    """One act or question of the program: its name, what it does in a line, the privilege, the roles that have it.

    `writes`: it changes something; else it only reads or makes pages.
    """

    name: str
    about: str
    privilege: str
    roles: tuple[str, ...]
    writes: bool
