"""The digest of a row is of the same bytes however fast they are written."""

from __future__ import annotations

import hashlib
import json
import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.audit import RowDigest
from db.models.base import Base

KEY = bytes(range(32))
TABLE = Base.metadata.tables["observation"]
NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
STORED = st.one_of(st.none(), st.integers(-(2**63), 2**63 - 1), NUMBERS, st.text(), st.binary())


def _expected(values: dict[str, Any]) -> int:
    """Python's own JSON: the form every digest that was ever kept has."""
    names = [column.name for column in TABLE.columns if values.get(column.name) is not None]
    told = [TABLE.name, {name: values[name] for name in names}]
    text = json.dumps(told, separators=(",", ":"), default=lambda value: {"hex": value.hex()})
    return int.from_bytes(hashlib.blake2b(text.encode(), key=KEY, digest_size=32).digest(), "big")


def _digest(values: dict[str, Any]) -> int:
    digest = RowDigest(KEY, TABLE)
    return digest.of([values.get(name) for name in digest.names])


@given(st.tuples(STORED, STORED, STORED))
def test_any_stored_row_keeps_its_digest(values: tuple[Any, Any, Any]) -> None:
    row = dict(zip(("id", "value_number", "value_text"), values, strict=True))
    assert _digest(row) == _expected(row)


@pytest.mark.parametrize(
    "number",
    [0.0, -0.0, 1e-4, 9.999e-5, 5e-324, 0.1, 98.6, 1e15, 1e16, 123456789012345680.0, 1e22, math.inf],
)
def test_numbers_of_every_size_keep_their_digest(number: float) -> None:
    assert _digest({"id": 1, "value_number": number}) == _expected({"id": 1, "value_number": number})


@pytest.mark.parametrize("text", ["Peña", "\x7f", '\x00\x1f\t\n"\\/', "😀", "\u2028", "<>&"])
def test_texts_with_any_sign_keep_their_digest(text: str) -> None:
    assert _digest({"id": 1, "value_text": text}) == _expected({"id": 1, "value_text": text})
