"""What must not stand on a page without being asked for, told by security label, specialty or words of a resource."""

from __future__ import annotations

from typing import Protocol

from icm_desktop.exchange.fhir.values import Json, has_code, obj, objs


class SensitiveList(Protocol):
    """The list of what is sensitive: content that the practice can read and confirm, handed in."""

    @property
    def labels(self) -> frozenset[str]:
        """Security labels that senders put on such resources."""

    @property
    def specialties(self) -> frozenset[str]:
        """Codes of specialties, kinds of service and categories that tell it."""

    def text(self, *texts: str | None) -> bool:
        """Whether one of these texts tells it."""


def is_sensitive(known: SensitiveList, resource: Json, *words: str | None) -> bool:
    """Whether a resource, or the words it is shown with, tell of something sensitive.

    Args:
        known: The list that decides.
        resource: Its security labels and specialty codes are looked at.
        words: What people would read of it.
    """
    if has_code([{"coding": objs(obj(resource.get("meta")).get("security"))}], known.labels):
        return True
    if any(has_code(resource.get(name), known.specialties) for name in ("specialty", "serviceType", "category")):
        return True
    return known.text(*words)
