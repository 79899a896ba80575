"""The words of the care team: roles, ways to ask, kinds of notes and of near misses."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from icm_desktop.content.code_lists import CodeLists

_FILE = CodeLists("team", ("role", "channel", "note_kind", "near_miss_kind"))
choices, codes, text_of = _FILE.choices, _FILE.codes, _FILE.text_of
NEEDED, UNLESS_REFUSED = "needed", "unless_refused"


@dataclass(frozen=True, slots=True)
class SensitiveKind:
    """A kind of note not everybody may read.

    topic: what the patient agrees to or refuses. agreement: "needed" before colleagues read it, or "unless_refused".
    apart: its author's alone; no grant and no emergency opens it.
    """

    code: str
    topic: str
    agreement: str
    apart: bool = False


def role_named(text: str | None) -> str | None:
    """The role another system means by its words, when they are ours."""
    said = (text or "").strip().casefold()
    return next(
        (one["code"] for one in _FILE.rows("role") if said in (one["en"].casefold(), one["es"].casefold())), None
    )


def role_in_spanish(text: str | None) -> str | None:
    """The Spanish words of a role kept in English; None when it is none of ours."""
    return role_words(role_named(text), "es") or None


def role_words(code: str | None, language: str) -> str:
    """What a role is called in a language, in English where it has no word; empty when the code is none of ours."""
    return next((str(one.get(language, one["en"])) for one in _FILE.rows("role") if one["code"] == code), "")


@cache
def sensitive_kinds() -> dict[str, SensitiveKind]:
    """The kinds of notes not everybody may read, by code."""
    listed = (one for one in _FILE.rows("note_kind") if "topic" in one)
    return {
        one["code"]: SensitiveKind(one["code"], one["topic"], one["agreement"], one.get("apart", False))
        for one in listed
    }


@cache
def given_kinds() -> dict[str, SensitiveKind]:
    """Those of them that are given to a person by name."""
    return {code: kind for code, kind in sensitive_kinds().items() if not kind.apart}


@cache
def apart_kinds() -> frozenset[str]:
    """Those of them that are their author's alone."""
    return frozenset(sensitive_kinds().keys() - given_kinds().keys())
