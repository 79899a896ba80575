"""The form of a consent to share records of substance use, to be signed."""

from __future__ import annotations

from dataclasses import dataclass

from icm_desktop.contracts.demographics_requests import SaveConsent


@dataclass(frozen=True, slots=True)
class PrintConsent:
    """The form as `consent` says it, stored or not yet; `language` en or es."""

    consent: SaveConsent
    language: str = "en"
    paper: str = "letter"
