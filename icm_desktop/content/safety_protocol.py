"""The reader of the safety protocol."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from icm_desktop.domain.instruments.protocol import SafetyProtocol


@cache
def safety_protocol() -> SafetyProtocol:
    """What the practice does after an answer about death or self-harm."""
    file = files("resources").joinpath("content/policies/safety_protocol.toml")
    found = tomllib.loads(file.read_text(encoding="utf-8"))
    return SafetyProtocol(
        steps=tuple(found["step"]),
        risks=tuple((one.pop("id"), one) for one in found["risk"]),
        done=tuple((one.pop("id"), one) for one in found["done"]),
        **{key: found[key] for key in ("source", "mark", "reviewed_by", "crisis_line")},
    )
