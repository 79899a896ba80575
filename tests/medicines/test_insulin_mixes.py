"""Mixes of insulins are both of their parts, however they are written; half a mix is never taken for a whole one."""

from __future__ import annotations

import pytest

from icm_desktop.content.conflicts import formulary
from icm_desktop.domain.conflicts.medicines import ingredients_of

HUMAN = {"insulin nph", "insulin regular"}
ASPART = {"insulin aspart protamine", "insulin aspart"}
LISPRO = {"insulin lispro protamine", "insulin lispro"}


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("Humulin 70/30", HUMAN),
        ("Novolin 70/30 vial", HUMAN),
        ("Humulin 70-30 KwikPen", HUMAN),
        ("insulin NPH, human 70 UNT/ML / insulin, regular, human 30 UNT/ML Injectable Suspension", HUMAN),
        ("insulin NPH/regular 70/30", HUMAN),
        ("Humalog Mix 75/25 KwikPen", LISPRO),
        ("Humalog Mix75/25", LISPRO),
        ("HUMALOG MIX 50/50", LISPRO),
        ("Humalog 75/25", LISPRO),
        ("insulin lispro protamine 75 UNT/ML / insulin lispro 25 UNT/ML [Humalog Mix]", LISPRO),
        ("NovoLog Mix 70/30 FlexPen", ASPART),
        ("insulin aspart 70/30", ASPART),
        ("insulin aspart protamine-insulin aspart 70/30", ASPART),
        ("Ryzodeg 70/30", {"insulin degludec", "insulin aspart"}),
        ("Humalog", {"insulin lispro"}),
        ("Humulin N 100 UNT/ML", {"insulin nph"}),
        ("insulin regular, human 100 UNT/ML", {"insulin regular"}),
        ("Humulin", set()),
        ("insulin 70/30", set()),
        ("lisinopril 20 mg / hydrochlorothiazide 12.5 mg", {"lisinopril", "hydrochlorothiazide"}),
    ],
)
def test_it_is_both_of_its_parts_or_not_checked(written, parts):
    assert set(ingredients_of(formulary(), written)) == parts
