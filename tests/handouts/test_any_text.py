"""Any text at all makes a page: right sizes, right edge, no empty boxes, the number of pages it says."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from icm_desktop.contracts.handouts import Contact, FreeLine, MedicineLine, NextSteps, Step, VisitLine
from icm_desktop.domain.plain_text import plain
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
CONTENT = st.builds(
    NextSteps,
    patient_name=TEXT, born=TEXT, printed=TEXT, interpreter=TEXT, practice=TEXT, language=st.sampled_from(["en", "es"]),
    large_print=st.booleans(), paper=st.sampled_from(["letter", "a4"]), most_important=TEXT, goal=TEXT,
    steps=STEPS.map(tuple), visits=VISITS.map(tuple), medicines=MEDICINES.map(tuple),
    medicines_incomplete=st.booleans(),
    contact=st.builds(Contact, line=TEXT, hours=TEXT, after_hours=TEXT), free_lines=LINES.map(tuple),
    sensitive=st.just(()), notices=st.just(()),
)  # fmt: skip


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(CONTENT)
def test_any_content_makes_a_page_that_keeps_its_promises(content):
    made = Handout(content).made()
    assert made.pages == len(page_texts(made.pdf)) <= (4 if content.large_print else 1)
    assert min(letter_sizes(made.pdf)) >= (18 if content.large_print else 12)
    assert empty_boxes(made.pdf) == []
    margin = 54 if content.large_print else 43.2
    assert right_edge(made.pdf) <= (612 if content.paper == "letter" else 595.28) - margin + 1.5
    assert Handout(content).made().pdf == made.pdf
