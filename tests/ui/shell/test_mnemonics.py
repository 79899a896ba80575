"""Underlined letters: each stands for one thing, whatever the language."""

from __future__ import annotations

import pytest

from ui.mnemonics import distinct


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (("&Save", "&Name"), ["&Save", "&Name"]),
        (("&Phone", "&Photos"), ["&Phone", "P&hotos"]),
        (("&Primer día", "Solo &parte de cada día"), ["&Primer día", "&Solo parte de cada día"]),
        (("&Ab", "&ba", "a&b"), ["&Ab", "&ba", "ab"]),
        (("Plain", "Salt && pepper", "&P"), ["Plain", "Salt && pepper", "&P"]),
    ],
)
def test_the_first_keeps_its_letter_and_the_others_take_another(texts, found):
    assert distinct(texts) == found
