"""Any text at all makes a page: right sizes, right edge, no empty boxes, the number of pages it says."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from icm_desktop.contracts.handouts import Contact, FreeLine, MedicineLine, NextSteps, PageHead, Step, VisitLine
from icm_desktop.contracts.patient_sheets import Medicines, PatientSheet, Table, Visits, Words
from icm_desktop.domain.plain_text import plain
from icm_desktop.reports import patient_sheet
from icm_desktop.reports.next_steps import Handout
from tests.handouts.reading import empty_boxes, letter_sizes, page_texts, right_edge

TEXT = st.text(max_size=60).map(plain) | st.text(alphabet="ab محمدعلي<&>{}%", max_size=300).map(plain)
STEPS = st.lists(st.builds(Step, id=st.just("s"), text=TEXT), max_size=8)
VISITS = st.lists(
    st.builds(
        VisitLine, id=TEXT, day=TEXT, long_day=TEXT, time=TEXT, at=TEXT, who=TEXT, title=TEXT, why=TEXT, where=TEXT,
        phone=TEXT, bring=TEXT,
    ),
    max_size=5,
)  # fmt: skip
GRID = st.none() | st.tuples(TEXT, TEXT, TEXT, TEXT)
MEDICINES = st.lists(
    st.builds(MedicineLine, id=TEXT, name=TEXT, purpose=TEXT, grid=GRID, words=TEXT, as_needed=st.booleans()),
    max_size=9,
)
LINES = st.lists(st.builds(FreeLine, label=TEXT, text=TEXT), max_size=14)
HEAD = st.builds(
    PageHead,
    patient_name=TEXT, born=TEXT, printed=TEXT, interpreter=TEXT, practice=TEXT, language=st.sampled_from(["en", "es"]),
    large_print=st.booleans(), paper=st.sampled_from(["letter", "a4"]), phrases_confirmed=st.booleans(),
)  # fmt: skip
CONTENT = st.builds(
    NextSteps,
    head=HEAD, most_important=TEXT, goal=TEXT,
    steps=STEPS.map(tuple), visits=VISITS.map(tuple), medicines=MEDICINES.map(tuple),
    medicines_incomplete=st.booleans(),
    contact=st.builds(Contact, line=TEXT, hours=TEXT, after_hours=TEXT), free_lines=LINES.map(tuple),
    sensitive=st.just(()), notices=st.just(()),
)  # fmt: skip


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(CONTENT, st.booleans())
def test_any_content_makes_a_page_that_keeps_its_promises(content, with_sheets):
    made = Handout(content, with_sheets=with_sheets).made()
    assert made.pages == len(page_texts(made.pdf)) <= (4 if content.head.large_print else 1)
    assert min(letter_sizes(made.pdf)) >= (18 if content.head.large_print else 12)
    assert empty_boxes(made.pdf) == []
    margin = 54 if content.head.large_print else 43.2
    assert right_edge(made.pdf) <= (612 if content.head.paper == "letter" else 595.28) - margin + 1.5
    assert Handout(content, with_sheets=with_sheets).made().pdf == made.pdf


WORDS = st.lists(TEXT, max_size=6).map(tuple)
PARTS = st.one_of(
    st.builds(
        Words, heading=TEXT, lines=WORDS, mark=st.sampled_from(["", "tick", "bullet"]), strong=st.booleans(), note=TEXT
    ),
    st.builds(Visits, heading=TEXT, visits=VISITS.map(tuple)),
    st.builds(Medicines, heading=TEXT, medicines=MEDICINES.map(tuple)),
    st.builds(
        Table, heading=TEXT, columns=st.just(("a", "b")), rows=st.lists(st.tuples(TEXT, TEXT), max_size=4).map(tuple)
    ),
)  # fmt: skip
SHEET = st.builds(
    PatientSheet,
    kind=st.just("visits"), title=TEXT, head=HEAD, parts=st.lists(PARTS, max_size=4).map(tuple),
    contact=st.builds(Contact, line=TEXT, hours=TEXT, after_hours=TEXT), free_lines=LINES.map(tuple),
    sensitive=st.just(()), notices=st.just(()),
)  # fmt: skip


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(SHEET)
def test_any_sheet_keeps_the_same_promises(content):
    made = patient_sheet.made(content)
    assert made.pages == len(page_texts(made.pdf))
    assert min(letter_sizes(made.pdf)) >= (18 if content.head.large_print else 12)
    assert empty_boxes(made.pdf) == []
    margin = 54 if content.head.large_print else 43.2
    assert right_edge(made.pdf) <= (612 if content.head.paper == "letter" else 595.28) - margin + 1.5
