"""Sections of the Admin page. A new section is one module here and one line in `section_classes`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.pages.admin_sections.section import Section


def section_classes() -> tuple[type[Section], ...]:
    """Every section in the order of the list; imported when the page is made, not before."""
    from ui.pages.admin_sections.absences import AbsencesSection
    from ui.pages.admin_sections.audit import AuditSection
    from ui.pages.admin_sections.backups import BackupsSection
    from ui.pages.admin_sections.clinicians import CliniciansSection
    from ui.pages.admin_sections.closures import ClosuresSection
    from ui.pages.admin_sections.conflict_rules import ConflictRulesSection
    from ui.pages.admin_sections.content import ContentSection
    from ui.pages.admin_sections.directory import DirectorySection
    from ui.pages.admin_sections.history import HistorySection
    from ui.pages.admin_sections.letters import LettersSection
    from ui.pages.admin_sections.meetings import MeetingsSection
    from ui.pages.admin_sections.missing import MissingSection
    from ui.pages.admin_sections.near_misses import NearMissesSection
    from ui.pages.admin_sections.partners import PartnersSection
    from ui.pages.admin_sections.pathways import PathwaysSection
    from ui.pages.admin_sections.phrases import PhrasesSection
    from ui.pages.admin_sections.policies import PoliciesSection
    from ui.pages.admin_sections.practice import PracticeSection
    from ui.pages.admin_sections.questionnaires import QuestionnairesSection
    from ui.pages.admin_sections.roles import RolesSection
    from ui.pages.admin_sections.rooms import RoomsSection
    from ui.pages.admin_sections.sites import SitesSection
    from ui.pages.admin_sections.users import UsersSection
    from ui.pages.admin_sections.visit_types import VisitTypesSection
    from ui.pages.admin_sections.weeks import WeeksSection

    return (
        PracticeSection, MissingSection, SitesSection, ClosuresSection, CliniciansSection, WeeksSection,
        AbsencesSection, RoomsSection, VisitTypesSection, DirectorySection, UsersSection, RolesSection, PoliciesSection,
        LettersSection, PhrasesSection, ContentSection, PathwaysSection, QuestionnairesSection, ConflictRulesSection,
        MeetingsSection, NearMissesSection, PartnersSection, BackupsSection, AuditSection, HistorySection,
    )  # fmt: skip
