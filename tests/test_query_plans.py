"""No question that a screen or a command asks reads a large table from end to end, and none is left out here."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import Any

import pytest

from icm_desktop.contracts.agenda import AgendaOf, PrintAgenda
from icm_desktop.contracts.audit_log import AuditFilter
from icm_desktop.contracts.calendar import AskDay, AskMonths, AskWeek, CalendarFilter
from icm_desktop.contracts.case_review import CaseReviewFilter
from icm_desktop.contracts.caseload import CaseloadFilter
from icm_desktop.contracts.closing import AskHandoff
from icm_desktop.contracts.conflicts import ConflictFilter, ProposedChange, ProposedGoal, ProposedMedicine
from icm_desktop.contracts.day_sheets import DaySheet
from icm_desktop.contracts.demographics_requests import RowId, SaveConsent
from icm_desktop.contracts.differences import DifferenceFilter
from icm_desktop.contracts.directory import DirectoryFilter
from icm_desktop.contracts.disclosures import AskAccounting, PrintAccounting
from icm_desktop.contracts.documents import DocumentFilter
from icm_desktop.contracts.duplicates import DuplicateFilter, MergePatients, PairOf
from icm_desktop.contracts.emergency import PrintEmergency
from icm_desktop.contracts.exchange_rows import OutFilter, Slice
from icm_desktop.contracts.handed_out import OutdatedFilter
from icm_desktop.contracts.handouts import HandoutRequest
from icm_desktop.contracts.leaving import WorkOf
from icm_desktop.contracts.letters import LettersRequest, LetterTarget
from icm_desktop.contracts.list_sheets import ListSheet
from icm_desktop.contracts.measures import AskMeasure, AskPeople
from icm_desktop.contracts.outcomes import AskBehindFigure, AskCourse, AskOutcomes, AskSavings, PrintOutcomes
from icm_desktop.contracts.part2_consent import PrintConsent
from icm_desktop.contracts.pathway_variation import AskBehind, AskVariation, PrintVariation
from icm_desktop.contracts.patient_requests import RequestFilter
from icm_desktop.contracts.patients import PatientDetails, PatientFilter, RegisterPatient
from icm_desktop.contracts.plan_document import PlanPaperRequest, PlanReader
from icm_desktop.contracts.plan_sheet import AskSheet
from icm_desktop.contracts.plan_starts import AskStarts
from icm_desktop.contracts.plan_versions import CompareVersions
from icm_desktop.contracts.populations import SHOWN, AskMembers
from icm_desktop.contracts.programs import AskMonth
from icm_desktop.contracts.questions import AskSharing
from icm_desktop.contracts.reconciliation import CompareLists, ReconciliationPrint, TypedList
from icm_desktop.contracts.record_export import RecordRequest
from icm_desktop.contracts.record_lists import SECTIONS, RecordFilter
from icm_desktop.contracts.records import FactRef, HistoryFilter
from icm_desktop.contracts.referral_packets import PacketRequest
from icm_desktop.contracts.referrals import Fitting, ReferralFilter
from icm_desktop.contracts.results import SeriesRequest
from icm_desktop.contracts.scheduling import FindSlots
from icm_desktop.contracts.screening import PrintForms
from icm_desktop.contracts.series import PlanSeries
from icm_desktop.contracts.set_up import SetUpHistoryFilter
from icm_desktop.contracts.surveys import AskSurveys
from icm_desktop.contracts.team_letters import TeamLetterRequest
from icm_desktop.contracts.timeline import TimelineFilter
from icm_desktop.contracts.transitions import CLOSED, TransitionFilter
from icm_desktop.contracts.visits import VisitFilter
from icm_desktop.contracts.worklist import CallFor, WorkFilter
from icm_desktop.domain.populations import Ask, Criterion, Kind
from icm_desktop.errors import UserError
from icm_desktop.queries.queues import QUEUES
from tests.plans import asked, scans
from tests.support import make_practice

TODAY = dt.date(2026, 11, 20)
LATER = dt.datetime.fromisoformat("2026-11-24T09:00")
SOMEBODY, OTHER = 1, 2
YEAR = dt.date(2026, 1, 1)
ROOT = Path(__file__).parents[1]
TYPED = PatientDetails(family="Lopez", given="M", birth_date="1958", phone="5550100142")

PROOF = AskOutcomes(YEAR, TODAY, "clinician", other="population:emergency-often", before=True)
RULE = (Criterion((Ask(Kind.CONDITIONS, ("diabetes",)), Ask(Kind.RESULT, ("a1c",), compare=">", value=9))),)
LETTERS = (LetterTarget(SOMEBODY), LetterTarget(OTHER))

QUESTIONS: dict[str, list[Any]] = {
    "queries.about.about": [SOMEBODY],
    "queries.about.photo": [SOMEBODY],
    "queries.adherence.adherence": [SOMEBODY],
    "queries.adherence.overview": [SOMEBODY],
    "queries.agenda.of_day": [AgendaOf(TODAY)],
    "queries.alerts.in_force": [SOMEBODY],
    "queries.appointments.appointment": [1],
    "queries.approved_packets.for_desk": [1],
    "queries.appointments.known_between": [(TODAY, TODAY, None), (TODAY, TODAY, dt.date(2026, 11, 10))],
    "queries.appointments.by_ids": [((1, 2),)],
    "queries.as_of.came_later": [dt.date(2026, 11, 10)],
    "queries.audit_log.choices": [()],
    "queries.audit_log.events": [
        AuditFilter(), AuditFilter(first=TODAY, group="looked", sort="who"),
        AuditFilter(patient_id=SOMEBODY, sort="kind"), AuditFilter(user_id=1, sort="what"),
        AuditFilter(kind="patient", sort="patient"),
    ],
    "queries.audit_log.who_looked": [SOMEBODY],
    "queries.audit_state.state": [()],
    "queries.partners.chosen": [1],
    "queries.partners.health": [()],
    "queries.partners.partners": [()],
    "queries.partner_polling.anybody": [()],
    "queries.partners.queue": [1, None],
    "queries.backups.backups": [()],
    "queries.backups.state": [()],
    "queries.calendar.all_clinicians": [()],
    "queries.calendar.day_view": [AskDay(TODAY), AskDay(TODAY, CalendarFilter(1, (1,), ("booked",), (1,), 0))],
    "queries.calendar.setup": [()],
    "queries.calendar.week_view": [AskWeek(TODAY), AskWeek(TODAY, 1)],
    "queries.calendar_overview.month_days": [AskMonths(TODAY, TODAY), AskMonths(TODAY, TODAY, CalendarFilter(1, (1,)))],
    "queries.calendar_overview.week_load": [AskWeek(TODAY)],
    "queries.calling.call_card": [CallFor(SOMEBODY, "appointment:1:missed"), CallFor(SOMEBODY)],
    "queries.calling.call_rules": [SOMEBODY],
    "queries.care_plan.care_plan": [SOMEBODY],
    "queries.caseload.caseload": [CaseloadFilter(), CaseloadFilter(mine=True, program="ccm", search="lop")],
    "queries.case_review.case_review": [CaseReviewFilter(), CaseReviewFilter(mine=True, search="lop")],
    "queries.case_review.of_patient": [SOMEBODY],
    "queries.chart.chart": [SOMEBODY],
    "queries.contact_people.coverages": [SOMEBODY],
    "queries.content.changed": [1],
    "queries.content.contents": [()],
    "queries.content.policy_settings": [()],
    "queries.death.open_things": [SOMEBODY],
    "queries.disclosures.accounting": [AskAccounting(SOMEBODY), AskAccounting(SOMEBODY, part2=True, everything=True)],
    "queries.patient_requests.requests": [RequestFilter(), RequestFilter(SOMEBODY)],
    "reports.part2_consent.render": [PrintConsent(SaveConsent(RowId(SOMEBODY), "part2", "permit", "2026-10-01"))],
    "queries.consent_elements.lacking": [SaveConsent(RowId(SOMEBODY), "part2", "permit", "2026-10-01")],
    "reports.second_step.state": [()],
    "reports.accounting.render": [PrintAccounting(AskAccounting(SOMEBODY))],
    "queries.directory.destinations": ["", "cardio", ("cardio", Fitting("es", ("Medicaid",)))],
    "queries.directory.directory": [
        DirectoryFilter(), DirectoryFilter(search="cardio", only_alike=True, sort="what", descending=True),
    ],
    "queries.directory.places": [()],
    "queries.documents.documents": [DocumentFilter(SOMEBODY), DocumentFilter(SOMEBODY, search="heart", unread=True)],
    "queries.documents.link_choices": [SOMEBODY],
    "queries.drafts.drafts": [()],
    "queries.drafts.load": [("patient:new", None)],
    "queries.differences.differences": [
        DifferenceFilter(), DifferenceFilter(SOMEBODY), DifferenceFilter(decided=True),
    ],
    "queries.duplicates.duplicates": [DuplicateFilter(), DuplicateFilter(decided=True)],
    "queries.exchange_failed.failed": [Slice()],
    "queries.exchange_in.incoming": [Slice()],
    "queries.exchange_matching.counts": [()],
    "queries.exchange_matching.waiting": [DuplicateFilter()],
    "queries.exchange_out.kept": [1],
    "queries.exchange_out.outgoing": [OutFilter(), OutFilter(patient_id=SOMEBODY)],
    "queries.duplicates.how_many": [()],
    "queries.handout_copies.copies": [SOMEBODY],
    "queries.handed_out.waiting": [()],
    "queries.outcomes.board.behind": [
        AskBehindFigure(PROOF, "emergency-visits"), AskBehindFigure(PROOF, "CMS122", edition=2026),
    ],
    "queries.outcomes.board.cohorts": [()],
    "queries.outcomes.board.course": [AskCourse(PROOF, "CMS122", 2026)],
    "queries.outcomes.board.outcomes": [PROOF, AskOutcomes(YEAR, TODAY, "payer", "population:emergency-often")],
    "queries.outcomes.savings.compared": [
        AskSavings("population:emergency-often", "population:multiple-conditions", dt.date(2025, 1, 1),
                   dt.date(2025, 6, 30), YEAR, TODAY),
    ],
    "queries.outcomes.savings.program_costs": [()],
    "queries.outcomes.surveys.summary": [AskSurveys(YEAR, TODAY)],
    "queries.outdated_pages.outdated": [OutdatedFilter(), OutdatedFilter("medicines", my_patients=True),
                                        OutdatedFilter(patient_id=SOMEBODY)],
    "queries.outdated_pages.how_many": [()],
    "queries.page_email.wish": [SOMEBODY],
    "queries.page_facts.waiting": [()],
    "queries.populations.lists.choices": [()],
    "queries.populations.lists.members": [AskMembers("emergency-often", each) for each in SHOWN],
    "queries.populations.lists.populations_list": [()],
    "queries.populations.lists.tried": [(RULE,)],
    "queries.print_sets.of_patient": [SOMEBODY],
    "queries.letters.envelope_sizes": [()],
    "queries.handed_out.history": [SOMEBODY],
    "queries.handed_out.kept": [1],
    "queries.handed_out.to_print": [1],
    "queries.heads.heads": [((SOMEBODY, OTHER),)],
    "queries.conferences.conference": [1],
    "queries.conferences.conferences": [()],
    "queries.near_misses.near_miss": [(1,)],
    "queries.near_misses.near_misses": [()],
    "queries.near_misses.noted_by_me": [()],
    "queries.note_access.grants": [()],
    "reports.minutes.render": [(1, "en", "letter")],
    "reports.screening_form.blank": [PrintForms("phq-9")],
    "reports.screening_form.of_patients": [PrintForms("phq-9", (SOMEBODY, OTHER))],
    "queries.leaving.open_work": [1],
    "queries.leaving.work_of": [WorkOf(1), WorkOf(1, SOMEBODY)],
    "queries.letter_texts.texts": [()],
    "queries.letter_texts.versions": [("recall", "en")],
    "queries.phrase_banks.languages": [()],
    "queries.phrase_banks.rows": [()],
    "queries.phrase_banks.versions": [("en", "visits.none")],
    "queries.letters.recipients": [
        LettersRequest(kind, LETTERS) for kind in ("recall", "missed_visit", "reminder", "referral")
    ],
    "queries.medicines.of_patient": [SOMEBODY],
    "queries.medicines.recognise": ["Lipitor 40 mg tablet"],
    "queries.reconciling.compared": [
        CompareLists(SOMEBODY, (), (TypedList("discharge", "x", "", "a"), TypedList("patient", "y", "", "b"))),
    ],
    "queries.reconciling.offered": [SOMEBODY],
    "queries.reconciliations.signed": [SOMEBODY],
    "reports.reconciliation.render": [ReconciliationPrint(1), ReconciliationPrint(1, "es", for_patient=True)],
    "queries.merging.compare": [PairOf(SOMEBODY, OTHER)],
    "queries.merging.merges": [()],
    "queries.merging.preview": [(SOMEBODY, OTHER)],
    "queries.needs_booking.needs_booking": [()],
    "queries.notes.links": [SOMEBODY],
    "queries.notes.may_be_addressed": [SOMEBODY],
    "queries.notes.notes": [SOMEBODY],
    "queries.notes.unread": [()],
    "queries.pathways.of_patient": [SOMEBODY],
    "queries.pathway_edits.editable": ["type-2-diabetes"],
    "queries.pathway_variation.behind": [AskBehind("clinician", None, "type-2-diabetes", "a1c")],
    "queries.pathway_variation.variation": [AskVariation(), AskVariation("clinician")],
    "queries.pathway_work.waiting": [()],
    "reports.outcomes.render": [PrintOutcomes(PROOF)],
    "reports.pathway_variation.render": [PrintVariation(AskVariation())],
    "queries.pathways.refused": [()],
    "queries.pathways.shipped": [()],
    "queries.screening.forms": [SOMEBODY],
    "queries.screening.of_patient": [SOMEBODY],
    "queries.screening.shipped": [()],
    "queries.conflicts.of_patient": [SOMEBODY],
    "queries.conflict_board.board": [
        ConflictFilter(), ConflictFilter(("stop",), mine=True), ConflictFilter(waiting=True, search="Lopez"),
        ConflictFilter(decided=True),
    ],
    "queries.conflict_board.rates": [()],
    "queries.conflict_board.behind": ["C15"],
    "queries.conflict_board.muted": [()],
    "queries.own_clinician.own_clinician": [SOMEBODY],
    "queries.conflict_work.found_later": [dt.date(2026, 11, 10)],
    "queries.conflict_work.waiting": [()],
    "queries.conflict_interrupt.check_before_save": [
        ProposedChange(SOMEBODY, (ProposedMedicine("Aleve"),), (ProposedGoal("Stop aspirin"),))
    ],
    "queries.patients.find": [
        "lopez", "mar lop", "ope", "3/4/58", "maria 1958", "gonsales 1958", "0142", "a|b", "000001", "lopess maria",
    ],
    "queries.patients.patients": [
        *(PatientFilter(sort=sort, descending=turned) for turned in (False, True)
          for sort in ("name", "birth_date", "record_number", "last_contact", "next_appointment")),
        *(PatientFilter(search=text) for text in ("lopez", "ope", "lopess", "0142")),
        PatientFilter(recent_first=True), PatientFilter(my_patients=True), PatientFilter(no_next_appointment=True),
        PatientFilter(language="es"),
    ],
    "queries.people.colleagues": [()],
    "queries.people.owners": [SOMEBODY],
    "queries.people.practice": [()],
    "queries.people.zone_change": ["America/Chicago"],
    "reports.team_letter.render": [TeamLetterRequest(SOMEBODY, PlanReader("member", "Dr. Petrov"))],
    "reports.care_plan.render": [PlanPaperRequest(SOMEBODY, PlanReader("record"))],
    "queries.plan_document.kept_paper": [1],
    "queries.plan_document.papers": [SOMEBODY],
    "queries.plan_document.readers": [SOMEBODY],
    "queries.record_export.earlier": [SOMEBODY],
    "queries.record_export.preview": [RecordRequest(SOMEBODY, PlanReader("patient"))],
    "queries.record_export.words": ["es"],
    "queries.plan_starts.starts": [AskStarts(SOMEBODY), AskStarts(SOMEBODY, "before")],
    "queries.plan_sheet.problems": [SOMEBODY],
    "queries.plan_sheet.sheet": [AskSheet(SOMEBODY)],
    "queries.plan_versions.difference": [CompareVersions(SOMEBODY, 1, None)],
    "queries.plan_versions.versions": [SOMEBODY],
    "queries.programs.month_end": [AskMonth(2026, 11)],
    "queries.programs.of_patient": [SOMEBODY],
    "queries.progress.progress": [SOMEBODY],
    "queries.risk.of_patient": [SOMEBODY],
    "queries.social_needs.of_patient": [SOMEBODY],
    "queries.screening.follow_up_form": ["follow_up:1"],
    "queries.team.candidates": [SOMEBODY],
    "queries.team.team": [SOMEBODY],
    "queries.questions.questions": [SOMEBODY],
    "queries.questions.sharing": [AskSharing(SOMEBODY, 1, "visits")],
    "queries.record_history.of_patient": [HistoryFilter(SOMEBODY), HistoryFilter(SOMEBODY, user_id=1, first=TODAY)],
    "queries.record_history.of_record": [FactRef("patient", SOMEBODY), FactRef("encounter", 1)],
    "queries.record_history.people": [SOMEBODY],
    "queries.record_lists.entries": [RecordFilter(SOMEBODY, section) for section in SECTIONS],
    "queries.record_lists.section_counts": [SOMEBODY],
    "queries.records.fact": [FactRef(kind, 1) for kind in ("encounter", "diagnostic_report", "observation", "consent")],
    "queries.references.find_patient": ["Patient/one", "000001", "urn:one|two"],
    "queries.referral_notes.proposals": [1],
    "queries.referral_packets.kept_packet": [1],
    "queries.referral_packets.offer": [1],
    "queries.referral_packets.sent": [1],
    "queries.referral_handing.to_note": [()],
    "queries.referral_kinds.unnamed": [()],
    "queries.referral_waits.measured": [(1, None), (None, 1)],
    "queries.referral_waits.of_entries": [((1, 2), (3,))],
    "queries.referrals.rows": [
        ReferralFilter(), ReferralFilter(stuck=True, search="lop"), ReferralFilter(patient_id=SOMEBODY),
        ReferralFilter(service="Cardiology", search="card"), ReferralFilter(on=dt.date(2026, 11, 10)),
    ],
    "queries.registration.editable": [SOMEBODY],
    "queries.registration.likenesses": [(TYPED, None), (TYPED, SOMEBODY)],
    "queries.results.results": [SOMEBODY],
    "queries.results.series": [SeriesRequest(SOMEBODY, key) for key in ("a1c", "systolic", "4548-4")],
    "queries.series.preview": [PlanSeries(SOMEBODY, 1, LATER, 30, 1, "weeks", 4)],
    "queries.set_up.absences": [False, True],
    "queries.set_up.closures": [2026],
    "queries.set_up.places": [()],
    "queries.set_up.rooms": [()],
    "queries.set_up.sites": [()],
    "queries.set_up.weeks": [()],
    "queries.set_up_gaps.gaps": [()],
    "queries.set_up_history.history": [SetUpHistoryFilter()],
    "queries.set_up_gaps.holidays": [()],
    "queries.since_looked.since_looked": [(SOMEBODY, dt.datetime(2026, 11, 2, tzinfo=dt.UTC))],
    "queries.slots.free_slots": [FindSlots(30, TODAY, patient_id=SOMEBODY)],
    "queries.sources.sources": [((SOMEBODY, OTHER),)],
    "queries.timeline.organizations": [SOMEBODY],
    "queries.timeline.timeline": [TimelineFilter(SOMEBODY), TimelineFilter(SOMEBODY, search="potassium")],
    "queries.missed_before.missed_before": [SOMEBODY],
    "queries.transitions.board": [TransitionFilter(), TransitionFilter(CLOSED, mine=True, search="lop")],
    "queries.transitions.choices": [()],
    "queries.queues.counts": [WorkFilter(everyone=True)],
    "queries.today.work_detail": [SOMEBODY],
    "queries.today.worklist": [WorkFilter(everyone=True), WorkFilter(), WorkFilter(on=dt.date(2026, 11, 10)),
                                 *(WorkFilter(on=dt.date(2026, 11, 10), queue=name) for name in QUEUES),
                                 WorkFilter(search="lop 1"),
                                 *(WorkFilter(everyone=True, queue=name) for name in QUEUES)],
    "queries.users.users": [()],
    "queries.key_state.state": [()],
    "queries.visit_types.visit_types": [()],
    "queries.visits.visits": [VisitFilter(SOMEBODY)],
    "queries.closing.day_to_close": [AskHandoff(TODAY)],
    "reports.day_agenda.render": [PrintAgenda("Today", ("When",), ())],
    "reports.day_sheet.render": [DaySheet(TODAY)],
    "reports.emergency.render": [PrintEmergency(TODAY)],
    "reports.handoff.render": [AskHandoff(TODAY)],
    "reports.referral_letter.render": [PacketRequest(1)],
    "reports.list_sheet.render": [ListSheet("List", (), ("A",), (1,), (("a",),), "", "", "{page} {pages}")],
    "reports.letters.render": [LettersRequest("recall", LETTERS), LettersRequest("call_sheet", LETTERS)],
    "reports.letters.sample": [LettersRequest("recall", ())],
    "reports.handouts.html": [HandoutRequest(SOMEBODY)],
    "reports.handouts.render": [HandoutRequest(SOMEBODY, kind="after-hospital")],
    "services.charts.open_chart": [SOMEBODY],
    "services.documents.open_document": [1],
    "services.documents.open_newest_consult_note": [SOMEBODY],
    "services.exchange.check_undo": [1],
    "services.exchange.list_imports": [()],
    "queries.measure_results.shipped": [()],
    "queries.measure_results.result": [AskMeasure("CMS122", YEAR, dt.date(2026, 12, 31))],
    "queries.measured_people.people": [AskPeople(AskMeasure("CMS122", YEAR, dt.date(2026, 12, 31)))],
}  # fmt: skip
"""Every question by name, with what it is asked: one value, or a tuple of several."""

NOT_OF_THE_RECORDS = {
    "queries.about.choices", "queries.access_matrix.use_cases", "queries.content.lines", "queries.disclosures.words",
    "queries.exchange_out.words", "queries.keyring.state", "queries.letters.sheets", "queries.manual.protection",
    "queries.programs.pause_seconds",
    "queries.measures.measures", "queries.missed_before.no_show_reasons", "queries.screening.protocol",
    "queries.team.words", "queries.wording.rules",
    "reports.recovery_sheet.render",
}  # fmt: skip

# One list of some thousands, found by any word of it whatever its accents.
DIRECTORY = {"organization", "practitioner", "healthcare_service"}
MEMBERS = {"patient", "appointment", "coverage"}
WHOLE = {
    "queries.directory.destinations": DIRECTORY,
    "queries.directory.directory": DIRECTORY,
    "queries.directory.places": {"organization"},  # a list to choose from
    "queries.set_up_gaps.gaps": DIRECTORY,
    "queries.exchange_in.incoming": {"match_pair"},
    "queries.exchange_matching.counts": {"match_pair"},
    "queries.exchange_matching.waiting": {"match_pair"},
    "queries.duplicates.duplicates": {"match_pair"},  # counted: the pairs that wait for somebody
    "queries.duplicates.how_many": {"match_pair"},
    "queries.merging.merges": {"patient_merge"},  # counted
    # Counted; in the order of a day that other tables hold; of the audit only the newest 3,000.
    "queries.patients.patients": {"patient", "patient_sort", "audit_event"},
    # Every code that measures name and some record bears, at most some thousand; counted; the numbers of all patients.
    "queries.measure_results.result": {"measure_concept", "measure_stale", "measure_person"},
    "queries.measured_people.people": {"measure_concept", "measure_person"},
    # Everybody is a member from some month on and belongs to some group; quality
    # measures as above.
    "queries.outcomes.board.outcomes": MEMBERS | {"measure_concept", "measure_stale", "measure_person"},
    "queries.outcomes.board.behind": {"measure_concept", "measure_person"},
    "queries.outcomes.board.course": {"measure_concept", "measure_stale", "measure_person"},
    "queries.outcomes.savings.compared": MEMBERS,
    "reports.outcomes.render": MEMBERS | {"measure_concept", "measure_stale", "measure_person"},
    "queries.populations.lists.members": {"population_exclusion"},  # counted: whom somebody left out of a list
    "queries.populations.lists.populations_list": {"population_exclusion"},
}
"""What is read whole, and why."""


@pytest.fixture(scope="module")
def practice(tmp_path_factory):
    """A dozen sample patients, pairs found to be two people, one that still looks alike, and one merge."""
    practice = make_practice(tmp_path_factory.mktemp("plans"), today=TODAY)
    desk = practice.open("administrator")
    desk.run("services.demo.fill", 12, 1)
    people = [
        desk.run("services.registration.register", RegisterPatient(details, not_duplicate=True)).head.id
        for given in ("Maria", "Ana")
        for details in [PatientDetails(family="Lopez", given=given, birth_date="1958-03-04", phone="555-010-0142")] * 3
    ]
    desk.run("services.matching.decisions.open_again", PairOf(people[0], people[1]))
    found = desk.run("queries.merging.preview", people[3], people[4])
    desk.run(
        "services.merging.merge",
        MergePatients(people[3], people[4], found.source_version, found.survivor_version, reason="Registered twice"),
    )
    return practice


def test_every_question_that_is_asked_by_name_is_asked_here():
    texts = [file.read_text("utf-8") for folder in ("ui", "icm_desktop/cli") for file in (ROOT / folder).rglob("*.py")]
    named = {name for text in texts for name in re.findall(r'"((?:queries|reports)\.[a-z0-9_.]+)"', text)}
    ours = {name for name in QUESTIONS if not name.startswith("services.")}
    assert named - NOT_OF_THE_RECORDS == ours, "write here how it is asked, or take away what nobody asks any more"


@pytest.mark.parametrize("name", QUESTIONS)
def test_no_large_table_is_read_from_end_to_end(practice, name):
    opened = practice.open("administrator")
    with asked(practice) as seen:
        for question in QUESTIONS[name]:
            try:
                opened.run(name, *(question if isinstance(question, tuple) else (question,)))
            except UserError:  # nothing of that name: it was looked for all the same
                continue
    assert seen
    found, whole = scans(opened, seen), WHOLE.get(name, set())
    assert {table: how for table, how in found.items() if table not in whole} == {}
    assert whole <= found.keys(), "no longer read whole"


def test_a_table_read_from_end_to_end_is_seen(practice):
    opened = practice.open("administrator")
    statements = [
        ("SELECT p.id FROM patient AS p WHERE p.pronouns IS NULL", ()),
        ("SELECT patient_1.id FROM contact_log AS patient_1 ORDER BY patient_1.note LIMIT 5", ()),
        ("SELECT count(*) FROM observation", ()),
        ("SELECT rowid FROM patient_search", ()),
    ]
    assert set(scans(opened, statements)) == {"patient", "contact_log", "observation", "patient_search"}
