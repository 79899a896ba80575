"""A half-done reconciliation as text: the lists chosen and typed, and what was decided about each medicine."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from icm_desktop.contracts.reconciliation import Compared, Decided, TypedList
from icm_desktop.domain.reconciliation import Act, Matched, acts


@dataclass(slots=True)
class State:
    """`decided`: by medicine what was decided and what the lists said of it then; `compared`: the lists were chosen."""

    keys: tuple[str, ...] = ()
    typed: tuple[TypedList, ...] = ()
    decided: dict[str, tuple[str, Decided]] = field(default_factory=dict)
    compared: bool = False

    def as_text(self) -> str:
        """To be kept as a draft."""
        decided = {key: [said, asdict(one)] for key, (said, one) in self.decided.items()}
        whole = {"keys": self.keys, "typed": [asdict(one) for one in self.typed], "decided": decided,
                 "compared": self.compared}  # fmt: skip
        return json.dumps(whole, default=str, ensure_ascii=False)

    @classmethod
    def of(cls, text: str) -> State:
        """What `as_text` wrote; an empty state when it is none of ours."""
        try:
            found: dict[str, Any] = json.loads(text)
            typed = tuple(TypedList(**one) for one in found["typed"])
            decided = {key: (said, _decided(one)) for key, (said, one) in found["decided"].items()}
            return cls(tuple(found["keys"]), typed, decided, bool(found["compared"]))
        except (ValueError, KeyError, TypeError):
            return cls()

    def still(self, medicines: tuple[Matched, ...]) -> int:
        """Forget decisions about what is no longer as it was; how many were forgotten."""
        now = {one.key: one.said for one in medicines}
        gone = [key for key, (said, _) in self.decided.items() if now.get(key) != said]
        for key in gone:
            del self.decided[key]
        return len(gone)

    def acts(self, compared: Compared) -> tuple[Act, ...]:
        """What signing would do to the chart."""
        decided = ((one, self.decided[one.key][1]) for one in compared.medicines)
        return tuple(act for one, said in decided for act in acts(one, said.decision, said.text, said.dosage))


def _decided(found: dict[str, Any]) -> Decided:
    due = found.get("ask_due")
    return replace(Decided(**{**found, "ask_due": None}), ask_due=dt.date.fromisoformat(due) if due else None)
