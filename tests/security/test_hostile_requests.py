"""A text that breaks programs in every text of every request: the act is done or refused in words, never a crash.

Requests are put together from their own types, so a service that comes later is tried too.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import enum
import inspect
import types
import typing
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from icm_desktop.errors import UserError
from icm_desktop.permissions import Role
from icm_desktop.practice import as_user_errors
from tests.permissions.test_access_matrix import USE_CASES
from tests.support import make_practice
from tests.test_query_plans import LATER, TODAY

TEXTS = ("<img src=x onerror=a()> '; DROP TABLE patient;--", "\ud800 a\0b", "")
_PLAIN: dict[Any, Any] = {int: 1, float: 1.0, bool: False, dt.date: TODAY, dt.datetime: LATER.replace(tzinfo=dt.UTC),
                          dt.time: dt.time(9), object: None, type(None): None}  # fmt: skip


class _Undone(Exception):
    """Nothing of it stays."""


def _requests() -> dict[str, tuple[Callable[..., Any], Any]]:
    found = {}
    for name, function in USE_CASES.items():
        names = list(inspect.signature(function).parameters)
        if name.startswith("icm_desktop.services.") and len(names) == 2 and names[0] == "uow":
            kind = inspect.unwrap(function).__globals__.get(function.__annotations__[names[1]])
            if dataclasses.is_dataclass(kind):
                found[name.removeprefix("icm_desktop.")] = (function, kind)
    return found


REQUESTS = _requests()


def _made(kind: Any, text: str) -> Any:
    """A value of a type, with the text wherever a text may stand."""
    if typing.get_origin(kind) is not None:
        return _made_of(typing.get_origin(kind), typing.get_args(kind), text)
    if kind in (str, bytes):
        return text if kind is str else text.encode("utf-8", "replace")
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        return next(iter(kind))
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        hints = typing.get_type_hints(kind)
        return kind(**{one.name: _made(hints[one.name], text) for one in dataclasses.fields(kind) if one.init})
    return _PLAIN[kind]


def _made_of(origin: Any, inside: tuple[Any, ...], text: str) -> Any:
    if origin in (typing.Union, types.UnionType):
        return text if str in inside else _made(next(one for one in inside if one is not type(None)), text)
    if origin is tuple:
        return tuple(_made(one, text) for one in inside if one is not Ellipsis)
    if origin is typing.Literal:
        return inside[0]
    if issubclass(origin, Mapping):
        return {_made(inside[0], text): _made(inside[1], text)}
    return origin(_made(one, text) for one in inside)


@pytest.fixture(scope="module")
def practice(tmp_path_factory):
    made = make_practice(tmp_path_factory.mktemp("requests"), today=TODAY)
    made.open(Role.ADMINISTRATOR).run("services.demo.fill", 6, 1)
    yield made
    made.database.close()


def test_the_walk_finds_requests():
    assert len(REQUESTS) > 100


@pytest.mark.parametrize("name", sorted(REQUESTS))
def test_a_request_full_of_it_is_done_or_refused_in_words(practice, name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)  # where a file without a folder lands
    function, kind = REQUESTS[name]
    opened = practice.open(Role.ADMINISTRATOR)
    for text in TEXTS:
        with pytest.raises((_Undone, UserError)), as_user_errors(), opened.write(name) as uow:
            function(uow, _made(kind, text))
            raise _Undone
