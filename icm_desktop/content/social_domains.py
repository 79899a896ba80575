"""Social needs by domain: what each is called, which codes say there is one, what a referral asks for."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache

from icm_desktop.content.code_lists import CodeLists

_LISTS = CodeLists("social_domains", ("domain",))


@dataclass(frozen=True, slots=True)
class Domain:
    """One domain. `private`: told to the care team only, on no page for anybody else."""

    code: str
    words: Mapping[str, str]
    service: str
    icd10: tuple[str, ...]
    private: bool

    def holds(self, codes: Collection[str]) -> bool:
        """Whether one of these codes ("icd10:Z5941") says that there is such a need."""
        return any(code.startswith(self.icd10) for code in codes)


@cache
def domains() -> tuple[Domain, ...]:
    """Every domain, in the order they are shown."""
    return tuple(
        Domain(
            one["code"],
            {"en": one["en"], "es": one["es"]},
            one["service"],
            tuple(f"icd10:{code.replace('.', '')}" for code in one["icd10"]),
            one.get("private", False),
        )
        for one in _LISTS.rows("domain")
    )


def domain_of(code: str) -> Domain | None:
    """The domain of a code."""
    return next((one for one in domains() if one.code == code), None)
