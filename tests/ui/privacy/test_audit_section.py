"""The Audit section by keys: filters, sorting, who looked, a review, the check and the receipt."""

from __future__ import annotations

import pytest

from icm_desktop.permissions import Role
from tests.ui.admin.office import furnish, open_office, turn_to
from tests.ui.audit import settle
from tests.ui.conftest import Sit
from tests.ui.desk import Desk
from tests.ui.privacy.conftest import Keep
from ui.dialogs.audit_review import ReviewDialog
from ui.dialogs.outcome import Outcome
from ui.dialogs.rows_dialog import RowsDialog
from ui.dialogs.sheet_preview import SheetPreview
from ui.pages.admin import AdminPage
from ui.pages.admin_sections.audit import AuditSection


@pytest.fixture
def desk(sit_at: Sit) -> Desk:
    made = open_office(sit_at)
    furnish(made)
    made.ana = made.register("Lopez", "Ana", "1958-04-02")
    for _ in range(2):
        made.run("services.charts.open_chart", made.ana)
    return made


def section_of(desk: Desk) -> AuditSection:
    section = turn_to(desk, "audit")
    assert isinstance(section, AuditSection)
    return section


def test_events_are_told_filtered_and_sorted(desk: Desk, keep: Keep) -> None:
    section = section_of(desk)
    words = [column.text for column in section.columns()]
    first = section.table.rows()[0]
    assert [tell(first) for tell in words][1:4] == ["Ada Min", "Chart opened", "LOPEZ, Ana · 000001"]
    everything = section.table.counts()[1]
    section.group.setCurrentIndex(section.group.findData("looked"))
    section.group.activated.emit(0)
    settle()
    assert section.table.counts() == (2, 2)
    section.group.setCurrentIndex(0)
    section.group.activated.emit(0)
    section.table.sort_wanted.emit("what", False)
    settle()
    assert section.table.counts()[1] == everything
    assert section.table.rows()[0].event == "chart.opened"
    keep(desk.window, "audit")


def test_each_filter_is_as_wide_as_its_words(desk: Desk) -> None:
    section = section_of(desk)
    settle()
    for box in (section.person, section.group, section.event_box, section.kind):
        longest = max(box.fontMetrics().horizontalAdvance(box.itemText(place)) for place in range(box.count()))
        assert box.width() > longest, box.accessibleName()


def test_who_looked_is_asked_from_a_row(desk: Desk, keep: Keep) -> None:
    section = section_of(desk)
    section.table.setCurrentIndex(section.table.rows_model.index(0, 0))
    desk.context.actions.trigger("admin.audit.looked")
    settle()
    dialog = desk.dialog()
    assert isinstance(dialog, RowsDialog)
    assert [(row.by, row.times) for row in dialog.table.rows()] == [("Ada Min", 2)]
    keep(dialog, "who-looked")


def test_a_review_and_a_check_are_noted_and_shown(desk: Desk, keep: Keep) -> None:
    section = section_of(desk)
    desk.context.actions.trigger("admin.audit.review")
    form = desk.dialog()
    assert isinstance(form, ReviewDialog)
    form.note.setPlainText("Looked at openings of charts")
    form.submit()
    settle()
    assert section._state is not None
    assert section._state.reviews[0].note == "Looked at openings of charts"
    desk.context.actions.trigger("admin.audit.check")
    settle()
    shown = desk.dialog()
    assert isinstance(shown, Outcome)
    assert "NOT RIGHT" in shown.title.text()  # a practice of tests has no key file, and that is said
    keep(shown, "check")


def test_the_receipt_is_shown_before_it_is_printed(desk: Desk, keep: Keep) -> None:
    section_of(desk)
    desk.context.actions.trigger("admin.audit.receipt")
    settle()
    preview = desk.dialog()
    assert isinstance(preview, SheetPreview)
    assert preview.pdf.startswith(b"%PDF-")
    keep(preview, "receipt")


def test_every_kind_of_record_has_a_name(desk: Desk) -> None:
    section = section_of(desk)
    named = [section.kind.itemText(place) for place in range(1, section.kind.count())]
    assert len(named) > 80
    assert [name for name in named if "_" in name or "audit.kind" in name] == []


def test_a_clinician_is_told_who_opens_it(sit_at: Sit) -> None:
    desk = open_office(sit_at, Role.ADMINISTRATOR)
    other = sit_at((AdminPage,), Role.CLINICIAN, practice=desk.practice)
    assert turn_to(other, "audit") is None
