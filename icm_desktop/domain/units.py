"""Numbers and units as a person reads them: "2,000 mL", "142 mm Hg", "34 mL/min/1.73 m²"."""

from __future__ import annotations

import math
import re
from decimal import Decimal

# What UCUM writes, and what people read (The Unified Code for Units of Measure, version 2.1).
_READ = {
    "mm[Hg]": "mm Hg",
    "mmHg": "mm Hg",
    "[lb_av]": "lb",
    "[oz_av]": "oz",
    "[in_i]": "in",
    "[ft_i]": "ft",
    "[degF]": "°F",
    "Cel": "°C",
    "kg/m2": "kg/m²",
    "m2": "m²",
    "ug": "µg",
    "[iU]": "IU",
    "[IU]": "IU",
    "mL/min/{1.73_m2}": "mL/min/1.73 m²",
    "mL/min/1.73.m2": "mL/min/1.73 m²",
    "10*3/uL": "10³/µL",
    "10*6/uL": "10⁶/µL",
    "mo": "months",
    "wk": "weeks",
    "d": "days",
    "a": "years",
    "1": "",
    "/min": "/min",
    "{beats}/min": "/min",
    "{Beats}/min": "/min",
}
_NOTE = re.compile(r"\{[^}]*\}")
_MOST_DECIMALS = 3
_SMALL = 0.01  # below it three digits that count are shown, not three decimals


def unit_text(unit: str | None) -> str:
    """The unit as people read it; annotations such as "{score}" say nothing and are left out."""
    if not unit:
        return ""
    if unit in _READ:
        return _READ[unit]
    plain = _NOTE.sub("", unit).strip("/. ")
    return _READ.get(plain, plain)


def number_text(value: float) -> str:
    """A number without a trailing zero, with a leading one, and commas from one thousand; a small one is never 0."""
    if not math.isfinite(value):
        return ""
    if 0 < abs(value) < _SMALL:
        return format(Decimal(f"{value:.3g}"), "f").rstrip("0")
    rounded = round(value, _MOST_DECIMALS)
    text = f"{rounded:,.{_MOST_DECIMALS}f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def quantity_text(value: float, unit: str | None) -> str:
    """A number with its unit."""
    return f"{number_text(value)} {unit_text(unit)}".strip()
