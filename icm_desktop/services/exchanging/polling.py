"""One round with every partner whose time has come: ask, take in, compare, send, and note how it went."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from sqlalchemy import select

from db import audit
from db.models.partners import ExchangePartner, PartnerState
from db.unit_of_work import Actor, UnitOfWork
from icm_desktop.changes import Changes
from icm_desktop.contracts.partners import SERVER, USUAL_SECONDS, News, Polled, PollRequest
from icm_desktop.errors import Conflict, NotFound
from icm_desktop.exchange.live.problems import Refused, Trouble
from icm_desktop.long_work import Progress
from icm_desktop.permissions import Role
from icm_desktop.practice import OpenPractice
from icm_desktop.services.exchanging.news import news
from icm_desktop.services.exchanging.opening import client_for
from icm_desktop.services.exchanging.pulling import Pulled, Pulling
from icm_desktop.services.exchanging.sending import Sending

ACT = "services.partners.poll"
FIRST_WAIT, LONGEST_WAIT = 15, 900  # seconds after the first failure and after many
_KINDS = ("patient", "goal", "plan_action", "referral", "appointment", "task", "chart", "import",
          "difference")  # fmt: skip


@dataclass(slots=True)
class _Round:
    """What was done so far."""

    received: int = 0
    sent: int = 0
    troubles: int = 0
    news: list[News] = field(default_factory=list)
    kinds: set[str] = field(default_factory=set)


class Poll:
    """Runs as the program itself, whoever is signed in: what it brings is seen by whoever may see it."""

    def __init__(self, practice: OpenPractice, request: PollRequest, progress: Progress) -> None:
        self._practice = replace(practice, actor=Actor(None, "exchange", Role.ADMINISTRATOR.value))
        self._request, self._progress = request, progress
        self._round = _Round()

    def run(self) -> Polled:
        """Do it.

        Raises:
            NotFound: partners.unknown.
        """
        for partner_id in self._due():
            self._progress.step(0, 0)
            self._with(partner_id)
        done = self._round
        changes = Changes.of(*sorted(done.kinds)) if done.kinds else Changes()
        return Polled(
            done.received, done.sent, done.troubles, tuple(dict.fromkeys(done.news)), self._next_in(), changes
        )

    def _due(self) -> list[int]:
        asked = self._request
        with self._practice.read() as uow:
            found = []
            for partner, state in _partners(uow):
                waits = state is not None and state.next_try_at is not None and state.next_try_at > uow.now
                if asked.partner_id in (None, partner.id) and (asked.now or not waits):
                    found.append(partner.id)
            if asked.partner_id is not None and uow.session.get(ExchangePartner, asked.partner_id) is None:
                raise NotFound("partners.unknown")
        return found

    def _with(self, partner_id: int) -> None:
        """One partner; whatever goes wrong there does not keep the others from their turn."""
        with self._practice.read() as uow:
            partner = uow.session.get_one(ExchangePartner, partner_id)
            client = client_for(uow, partner)
            before = audit.last_event(uow.session.connection())
        pulled = Pulled()
        trouble: Trouble | None = None
        try:
            with client:
                pulling = Pulling(self._practice, client, partner)
                sending = Sending(self._practice, client, partner_id, lambda one: pulling.take([one], pulled))
                try:
                    if partner.sends:
                        sending.queue()
                    pulling.run(pulled)
                    if partner.sends:
                        sending.run()
                finally:
                    self._round.sent += sending.sent
        except Trouble as found:
            trouble = found
        except Refused as refused:
            trouble = Trouble("partners.refused", status=refused.status)
        except Conflict as conflict:
            trouble = Trouble(conflict.code)
        self._note(partner, pulled, trouble, before)

    def _note(self, partner: ExchangePartner, pulled: Pulled, trouble: Trouble | None, before: int) -> None:
        done = self._round
        done.received += pulled.received
        with self._practice.write(ACT) as uow:
            state = _state(uow, partner.id)
            was = state.problem
            state.tried_at = uow.now
            state.problem = trouble.code if trouble is not None else None
            state.problem_params = dict(trouble.params) if trouble is not None else None
            if trouble is None:
                state.succeeded_at, state.failures, state.not_offered = uow.now, 0, pulled.not_offered
                wait = partner.poll_seconds or USUAL_SECONDS
            else:
                done.troubles += 1
                state.failures += 1
                wait = max(trouble.retry_after or 0, wait_after(state.failures))
            state.next_try_at = uow.now + dt.timedelta(seconds=wait)
            if pulled.reports:
                done.news += [each for one in pulled.reports for each in news(uow, one.id, before)]
                done.kinds.update(_KINDS)
            if pulled.gone:
                done.kinds.update(("difference", "chart"))
            if pulled.reports or done.sent or was != state.problem:
                done.kinds.add("partner")

    def _next_in(self) -> int | None:
        with self._practice.read() as uow:
            waits = [
                max(0, int((state.next_try_at - uow.now).total_seconds()) + 1) if state and state.next_try_at else 0
                for _, state in _partners(uow)
            ]
        return min(waits, default=None)


def wait_after(failures: int) -> int:
    """Seconds to wait after so many failures in a row: doubled each time, up to a limit."""
    return min(LONGEST_WAIT, FIRST_WAIT << min(failures - 1, 16))


def _partners(uow: UnitOfWork) -> Iterable[tuple[ExchangePartner, PartnerState | None]]:
    """Servers in use that are not paused, each with how it does."""
    query = (
        select(ExchangePartner, PartnerState)
        .outerjoin(PartnerState, PartnerState.partner_id == ExchangePartner.id)
        .where(
            ExchangePartner.kind == SERVER, ExchangePartner.removed_at.is_(None), ExchangePartner.paused_at.is_(None)
        )
        .order_by(ExchangePartner.id)
    )
    return [(partner, state) for partner, state in uow.session.execute(query)]


def _state(uow: UnitOfWork, partner_id: int) -> PartnerState:
    found = uow.session.scalar(select(PartnerState).where(PartnerState.partner_id == partner_id))
    if found is None:
        found = PartnerState(partner_id=partner_id, failures=0)
        uow.session.add(found)
    return found
