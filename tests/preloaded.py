"""What the process has done from which the workers of test windows begin: everything imported, content read.

A worker of the program does the same work itself, the first time something is needed; each sign-in of a test would pay
for it anew. Nothing here is of any practice, and nothing is known of a key.
"""

from __future__ import annotations

import gc
import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from types import ModuleType

from argon2.low_level import hash_secret_raw
from sqlalchemy.orm import configure_mappers

import icm_desktop.content
import icm_desktop.exchange
import icm_desktop.preloaded
import icm_desktop.queries
import icm_desktop.reports
import icm_desktop.services
from db import slots
from tests.worker_process import stretched_once


def _modules(package: ModuleType) -> Iterator[ModuleType]:
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        yield importlib.import_module(found.name)


def _read(module: ModuleType) -> None:
    """Have what this module remembers of files read: its functions with a memory that ask for nothing."""
    for function in vars(module).values():
        if hasattr(function, "cache_info") and not inspect.signature(function).parameters:
            function()


for _package in (icm_desktop.services, icm_desktop.queries, icm_desktop.reports, icm_desktop.exchange):
    for _module in _modules(_package):
        pass
for _module in _modules(icm_desktop.content):
    _read(_module)
configure_mappers()
slots.hash_secret_raw = stretched_once(hash_secret_raw)  # type: ignore[attr-defined]  # the name the module uses
gc.collect()
gc.freeze()  # a worker that looks for garbage leaves all of this alone, so that it stays shared
