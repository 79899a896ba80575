"""Use cases by name: "services.scheduling.book" becomes the function, imported only where it runs."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import Any

from icm_desktop.permissions import required_privilege

FAMILIES = ("services", "queries", "reports")


def use_case(name: str) -> Callable[..., Any]:
    """The public function called `name`.

    Raises:
        LookupError: no such use case, or one that does not say who may run it.
    """
    family, _, rest = name.partition(".")
    module_name, _, function_name = rest.rpartition(".")
    if family not in FAMILIES or not module_name or function_name.startswith("_"):
        raise LookupError(name)
    try:
        function = getattr(importlib.import_module(f"icm_desktop.{family}.{module_name}"), function_name)
    except (ModuleNotFoundError, AttributeError) as error:
        raise LookupError(name) from error
    if required_privilege(function) is None:
        raise LookupError(f"{name} does not say who may run it")
    return function  # type: ignore[no-any-return]  # getattr of a module


def writes(name: str) -> bool:
    """Whether the use case runs in a write transaction: services do, queries and reports read."""
    return name.startswith("services.")
