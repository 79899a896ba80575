"""The access matrix, read from the use cases themselves: one that names no privilege is never run."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from db.unit_of_work import UnitOfWork
from icm_desktop import catalogue
from icm_desktop.contracts.access_matrix import UseCaseRow
from icm_desktop.permissions import Privilege, Role, allows, required_privilege, requires


@requires(Privilege.SIGN_IN)
def use_cases(uow: UnitOfWork) -> tuple[UseCaseRow, ...]:
    """Every act and question with who may ask it, by name."""
    return _rows()


@cache
def _rows() -> tuple[UseCaseRow, ...]:
    found = {name: function for name, function in _functions() if required_privilege(function) is not None}
    return tuple(_row(name, found[name]) for name in sorted(found))


def _functions() -> Iterator[tuple[str, Callable[..., Any]]]:
    """Every public function of the families a name can lead to."""
    for family in catalogue.FAMILIES:
        package = importlib.import_module(f"icm_desktop.{family}")
        for module_info in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
            module = importlib.import_module(module_info.name)
            for name, function in inspect.getmembers(module, inspect.isfunction):
                if not name.startswith("_") and function.__module__ == module.__name__:
                    yield f"{module.__name__.removeprefix('icm_desktop.')}.{name}", function


def _row(name: str, function: Callable[..., Any]) -> UseCaseRow:
    privilege = required_privilege(function)
    assert privilege is not None  # noqa: S101  chosen by it
    roles = tuple(role.value for role in Role if allows(role.value, privilege))
    about = (inspect.getdoc(function) or "").partition("\n")[0]
    return UseCaseRow(name, about, privilege.value, roles, catalogue.writes(name))
