"""What may be chosen about a person: race, gender identity, authority of a proxy, scopes of consent ..."""

from __future__ import annotations

from functools import cache

from icm_desktop.content.code_lists import CodeLists

LISTS = (
    "race", "ethnicity", "birth_sex", "gender_identity", "sexual_orientation", "marital_status", "relationship",
    "authority", "topic", "consent_scope", "consent_how", "consent_element", "consent_purpose", "consent_statement",
    "coverage_kind", "alert_category",
)  # fmt: skip
_FILE = CodeLists("demographics", LISTS)
choices, codes, text_of = _FILE.choices, _FILE.codes, _FILE.text_of


@cache
def same_as(name: str) -> dict[str, str]:
    """Other systems' codes that mean one of a list, such as HL7 "PSY" for mental health."""
    return {other: one["code"] for one in _FILE.rows(name) for other in one.get("also", ())}
