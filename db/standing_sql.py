"""The words in which standings are kept: their columns, and the triggers that make rows anew."""

from __future__ import annotations

COLUMNS = (
    "kind", "row_id", "patient_id", "state", "urgent", "since", "counted_from", "ordered_on", "visit_at", "booked",
    "held_until", "whose", "unowned", "listed", "import_id", "service", "holder", "coordinator", "clinician", "tries",
)  # fmt: skip

NO_REFERRAL = "'' AS service, NULL AS holder, 0 AS coordinator, 0 AS clinician, 0 AS tries"  # of other work

# An import that is not complete must not show: neither its rows nor what its facts say about rows that do.
VISIBLE = (
    "({0}.import_id IS NULL OR {0}.import_id IS s.import_id "
    "OR (SELECT b.state FROM import_batch AS b WHERE b.id = {0}.import_id) = 'complete')"
)


def refresh(kind: str, ids: str) -> str:
    """Make the rows of a kind with these ids (a list or a question) anew."""
    columns = ", ".join(COLUMNS)
    return (
        f"DELETE FROM work_standing WHERE kind = '{kind}' AND row_id IN ({ids}); "  # noqa: S608  our own words only
        f"INSERT INTO work_standing ({columns}) SELECT {columns} FROM work_standing_of_{kind} WHERE row_id IN ({ids}); "
    )


def trigger(name: str, when: str, body: str) -> str:
    """What happens after a change."""
    return f"CREATE TRIGGER work_standing_{name} AFTER {when} BEGIN {body} END"
