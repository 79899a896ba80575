"""Every use case says who may run it, and the table of roles is kept."""

from __future__ import annotations

import importlib
import inspect
import pkgutil

import pytest

import icm_desktop.queries
import icm_desktop.reports
import icm_desktop.services
from icm_desktop.catalogue import use_case
from icm_desktop.errors import NotAllowed
from icm_desktop.permissions import ALLOWED, Privilege, Role, allows, required_privilege
from tests.support import make_practice

FAMILIES = (icm_desktop.services, icm_desktop.queries, icm_desktop.reports)
CONTEXTS = {"uow", "practice"}  # first parameter of a function that touches the practice's records


def _public_functions():
    for family in FAMILIES:
        for module_info in pkgutil.walk_packages(family.__path__, family.__name__ + "."):
            module = importlib.import_module(module_info.name)
            for name, function in inspect.getmembers(module, inspect.isfunction):
                if not name.startswith("_") and function.__module__ == module.__name__:
                    yield f"{module.__name__}.{name}", function


FUNCTIONS = dict(_public_functions())
USE_CASES = {
    name: function
    for name, function in FUNCTIONS.items()
    if next(iter(inspect.signature(function).parameters), "") in CONTEXTS
}

# Who may do what: the rows of the table of roles, one privilege each.
MATRIX = {
    Privilege.SIGN_IN: "fcka",
    Privilege.DEMOGRAPHICS: "fcka",
    Privilege.APPOINTMENTS: "fcka",
    Privilege.CALL_LOG: "fcka",
    Privilege.REFERRAL_LOGISTICS: "fcka",
    Privilege.REFERRAL_CLINICAL: "cka",
    Privilege.REVIEW_NOTES: "ka",
    Privilege.RECONCILE: "ka",
    Privilege.DECIDE_CONFLICTS: "ka",
    Privilege.WORKLIST: "fcka",
    Privilege.CLINICAL_READ: "cka",
    Privilege.CLINICAL_WRITE: "cka",
    Privilege.PRINT_HANDOUT: "fcka",
    Privilege.IMPORT: "cka",
    Privilege.IMPORT_APPOINTMENTS: "fcka",
    Privilege.EXPORT: "cka",
    Privilege.USERS: "a",
    Privilege.SETTINGS: "a",
    Privilege.BACKUP: "a",
    Privilege.AUDIT: "a",
    Privilege.UNDO: "fcka",
    Privilege.MERGE: "cka",
    Privilege.PATIENT_RIGHTS: "cka",
    Privilege.NEAR_MISS_NOTE: "fcka",
    Privilege.NEAR_MISS_READ: "cka",
    Privilege.NEAR_MISS_REVIEW: "ka",
}
LETTERS = {"f": Role.FRONT_DESK, "c": Role.COORDINATOR, "k": Role.CLINICIAN, "a": Role.ADMINISTRATOR}

# Use cases by name that must stay closed to roles below the first letter, whatever privilege they declare.
NOT_FOR_FRONT_DESK = {
    "icm_desktop.queries.care_plan.care_plan",
    "icm_desktop.queries.chart.clinical",
    "icm_desktop.queries.chart_facts.problems",
    "icm_desktop.queries.chart_facts.medicines",
    "icm_desktop.queries.chart_facts.allergies",
    "icm_desktop.queries.measurements.trends",
    "icm_desktop.services.care_plans.add_goal",
    "icm_desktop.services.care_plans.change_goal",
    "icm_desktop.services.care_plans.add_action",
    "icm_desktop.services.care_plans.change_action",
    "icm_desktop.services.care_plans.set_action_status",
    "icm_desktop.services.care_plans.move",
    "icm_desktop.services.care_plans.remove",
    "icm_desktop.queries.documents.documents",
    "icm_desktop.queries.differences.differences",
    "icm_desktop.services.differences.decide",
    "icm_desktop.services.differences.decide_between",
    "icm_desktop.queries.exchange_in.incoming",
    "icm_desktop.queries.exchange_out.outgoing",
    "icm_desktop.queries.progress.progress",
    "icm_desktop.queries.risk.of_patient",
    "icm_desktop.queries.social_needs.of_patient",
    "icm_desktop.services.social_needs.say",
    "icm_desktop.services.social_needs.refer",
    "icm_desktop.reports.screening_form.of_patients",
    "icm_desktop.queries.adherence.adherence",
    "icm_desktop.services.documents.open_document",
    "icm_desktop.services.documents.open_newest_consult_note",
    "icm_desktop.services.documents.add",
    "icm_desktop.services.documents.take_out",
    "icm_desktop.services.adherence.record",
    "icm_desktop.queries.medicines.of_patient",
    "icm_desktop.queries.reconciling.offered",
    "icm_desktop.queries.reconciliations.signed",
    "icm_desktop.services.medicines.save",
    "icm_desktop.services.allergies.save",
    "icm_desktop.services.reconciliation.prepare",
    "icm_desktop.queries.team.team",
    "icm_desktop.queries.team_sharing.on_file",
    "icm_desktop.queries.notes.notes",
    "icm_desktop.queries.note_access.access",
    "icm_desktop.queries.questions.questions",
    "icm_desktop.queries.conferences.conference",
    "icm_desktop.queries.near_misses.near_misses",
    "icm_desktop.services.notes.write",
    "icm_desktop.services.notes.open_note",
    "icm_desktop.services.notes.open_in_emergency",
    "icm_desktop.services.team.save",
    "icm_desktop.services.questions.ask",
}


class _Somebody:
    """Carries a role and nothing else: a use case that got further would fail on the missing session."""

    def __init__(self, role):
        self.actor = self
        self.role = role.value


@pytest.mark.parametrize("name", sorted(USE_CASES))
def test_every_function_that_touches_records_says_who_may_run_it(name):
    assert required_privilege(USE_CASES[name]) is not None, f"{name} needs @requires"


def test_the_walk_finds_the_use_cases():
    assert {name for name in NOT_FOR_FRONT_DESK if name not in USE_CASES} == set()
    assert len(USE_CASES) > 40


@pytest.mark.parametrize("privilege", list(Privilege))
def test_each_privilege_belongs_to_exactly_the_roles_of_the_table(privilege):
    may = {role for role in Role if allows(role.value, privilege)}
    assert may == {LETTERS[letter] for letter in MATRIX[privilege]}


def test_nobody_has_a_privilege_outside_the_table():
    assert set().union(*ALLOWED.values()) == set(MATRIX)


@pytest.mark.parametrize("role", list(Role))
def test_use_cases_turn_away_roles_without_the_privilege_before_they_look_at_anything(role):
    turned_away = {}
    for name, function in USE_CASES.items():
        privilege = required_privilege(function)
        if privilege is not None and not allows(role.value, privilege):
            arguments = [object()] * (len(inspect.signature(function).parameters) - 1)
            with pytest.raises(NotAllowed) as refused:
                function(_Somebody(role), *arguments)
            turned_away[name] = refused.value.params["privilege"]
    if role is Role.FRONT_DESK:
        assert set(turned_away) >= NOT_FOR_FRONT_DESK
    else:
        assert turned_away.keys().isdisjoint(NOT_FOR_FRONT_DESK)


def test_the_table_admin_shows_has_every_use_case_and_says_what_the_program_does(tmp_path):
    practice = make_practice(tmp_path)
    rows = {row.name: row for row in practice.open(Role.FRONT_DESK).run("queries.access_matrix.use_cases")}
    practice.database.close()
    assert {f"icm_desktop.{name}" for name in rows} == {
        name for name, function in FUNCTIONS.items() if required_privilege(function) is not None
    }
    for name, row in rows.items():
        privilege = Privilege(row.privilege)
        assert privilege is required_privilege(FUNCTIONS[f"icm_desktop.{name}"])
        assert row.roles == tuple(LETTERS[letter].value for letter in "fcka" if letter in MATRIX[privilege])
        assert row.about


@pytest.mark.parametrize(
    "name", ["queries.heads.HEAD", "services.disclosing.ground_of", "db.keys.unlock", "queries.chart"]
)
def test_what_names_no_privilege_is_never_run(name):
    with pytest.raises(LookupError):
        use_case(name)
