"""The list of medicines a sample patient brought home from the hospital, typed in and waiting to be reconciled."""

from __future__ import annotations

import datetime as dt
import json

from icm_desktop.content.sample import sample
from icm_desktop.sample.case import Case
from icm_desktop.sample.stays import Stay

_FEWEST = 2  # medicines: fewer are no list to compare


def leave_discharge_list(case: Case, stay: Stay) -> None:
    """Leave the hospital's list for a clinician: one dose raised, one medicine left out, others new, one unknown."""
    taken = [each for each in case.taken if each.stop is None and not each.content.get("as_needed")]
    if len(taken) < _FEWEST:
        return
    words = sample("discharge_list")
    first = next((each for each in taken if "Tablet" in each.content["text"]), taken[0])
    others = [each for each in taken if each is not first]
    lines = [words["more_of_the_first"].format(medicine=first.content["text"])]
    for each in others[:-1]:
        lines.append(words["same"].format(medicine=each.content["text"], dosage=each.content["dosage"]))
    lines += [*words["added"], words["unknown"]["es" if case.spanish else "en"]]
    listed = {"kind": "discharge", "title": "Lakeside Regional Hospital", "dated": stay.ended.isoformat(),
              "text": "\n".join(lines)}  # fmt: skip
    state = {"keys": [], "typed": [listed], "decided": {}, "compared": False}
    case.rows.add(
        "medication_reconciliation",
        patient_id=case.id,
        number=0,
        status="prepared",
        lists=[],
        content=[json.dumps(state, ensure_ascii=False)],
        prepared_by=case.coordinator()[1],
        prepared_on=min(stay.ended + dt.timedelta(days=1), case.today),
    )
