"""What is due and has no appointment yet."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from icm_desktop.contracts.common import PatientHead


@dataclass(frozen=True, slots=True)
class ToBook:
    """One thing to find a time for. `key` is its row on Today where there is one.

    `kind`: referral, missed, cancelled, plan_action, after_hospital or pathway. `what`: the service, kind of visit,
    reason or steps, "" where the role may not read it; `pathway`: which pathway asks for them. `due`: by when. The rest
    is what booking begins with; a `referral_id` is booked elsewhere, with `with_whom` at `phone`. `replaces_id`: the
    visit that did not take place.
    """

    key: str
    kind: str
    head: PatientHead
    what: str
    due: dt.date
    days_late: int
    urgent: bool = False
    type_id: int | None = None
    type_name: str | None = None
    minutes: int | None = None
    clinician_id: int | None = None
    with_whom: str | None = None
    phone: str | None = None
    referral_id: int | None = None
    action_id: int | None = None
    replaces_id: int | None = None
    reason: str | None = None
    version: int = 1
    what_es: str = ""
    pathway: str = ""
    pathway_es: str = ""

    @property
    def elsewhere(self) -> bool:
        """Whether the visit is at another place."""
        return self.referral_id is not None


@dataclass(frozen=True, slots=True)
class NeedsBooking:
    """The first rows by due day; `more` when there are others behind them."""

    rows: tuple[ToBook, ...]
    more: bool = False
