"""The sections of a document: what people read, and the entries that point into it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import count

from icm_desktop.exchange.ccda.writing import concerns, measured, planned
from icm_desktop.exchange.ccda.writing.around import Around, ordered
from icm_desktop.exchange.ccda.writing.markup import Markup, el
from icm_desktop.exchange.ccda.writing.narrative import paragraphs, section, table
from icm_desktop.exchange.ccda.writing.parts import R2_0, R2_1, loinc, template
from icm_desktop.exchange.fhir.values import Json, code, concept_text, first_text, obj, objs, quantity_text, text

MOST_RESULTS = 60
_REASON = "1.3.6.1.4.1.19376.1.5.3.1.3.1"
_WRONG = "entered-in-error"
Cells = Sequence[str]


class Body:
    """Makes sections; entries get names of their own, so that each points to its line."""

    def __init__(self, root: str) -> None:
        self._root = root
        self._numbers = count(1)

    def _name(self, stem: str) -> str:
        return f"{stem}{next(self._numbers)}"

    def _listed(
        self, head: tuple[Markup, Markup, str], heads: Cells, rows: Iterable[tuple[str, Cells, Markup]]
    ) -> Markup:
        every = list(rows)
        words = table(heads, [(name, cells) for name, cells, _ in every]) if every else None
        return section(*head, words, [entry for _, _, entry in every])

    def health_concerns(self, conditions: Sequence[Json], around: Around) -> Markup:
        """Health Concerns Section."""
        head = (template("22.2.58", R2_1), loinc("code", "75310-3", "Health concerns Document"), "Health concerns")
        return self._listed(head, _CONCERN, self._conditions(conditions, concerns.health_concern, around))

    def problems(self, conditions: Sequence[Json], around: Around) -> Markup:
        """Problem Section, entries required."""
        head = (template("22.2.5.1", R2_1), loinc("code", "11450-4", "Problem list"), "Problems")
        return self._listed(head, _CONCERN, self._conditions(conditions, concerns.problem, around))

    def _conditions(
        self, conditions: Sequence[Json], make: Callable[[Json, str, str], Markup], around: Around
    ) -> Iterable[tuple[str, Cells, Markup]]:
        for one in conditions:
            if code(one.get("verificationStatus")) == _WRONG:
                continue
            name = self._name("problem")
            refuted = " (ruled out)" if code(one.get("verificationStatus")) == "refuted" else ""
            by = around.label(one.get("recorder") or one.get("asserter")) or ""
            state = f"{concerns.state_of(one)}{refuted}"
            since = str(one.get("onsetDateTime") or "")[:10]
            cells = (concept_text(one.get("code")) or "", state, since, by, concerns.first_note(one))
            yield name, cells, make(_named_author(one, by), name, self._root)

    def goals(self, goals: Sequence[Json], around: Around) -> Markup:
        """Goals Section."""
        rows = []
        for one in goals:
            name = self._name("goal")
            words = concept_text(one.get("description")) or ""
            due = next((str(part["dueDate"])[:10] for part in objs(one.get("target")) if part.get("dueDate")), "")
            cells = (words, planned.target_words(one), due, str(one.get("lifecycleStatus") or ""))
            rows.append((name, cells, planned.goal(one, name, around, self._root)))
        head = (template("22.2.60"), loinc("code", "61146-7", "Goals"), "Goals")
        return self._listed(head, ("Goal", "Target", "By", "State"), rows)

    def interventions(self, plans: Sequence[Json], referrals: Sequence[Json], around: Around) -> Markup:
        """Interventions Section: actions of the plan, and referrals."""
        rows = []
        for plan, place, detail in _details(plans):
            name = self._name("step")
            own = el("id", root=self._root, extension=f"{plan['id']}-{place}")
            rows.append((name, self._step(detail, around), planned.intervention(detail, name, around, own)))
        for one in referrals:
            name = self._name("referral")
            rows.append((name, self._asked(one, around), planned.referral(one, name, around, self._root)))
        head = (template("21.2.3", R2_1), loinc("code", "62387-6", "Interventions Provided"), "Interventions")
        return self._listed(head, ("What", "Who", "By", "State"), rows)

    @staticmethod
    def _step(detail: Json, around: Around) -> Cells:
        due = obj(detail.get("scheduledPeriod"))
        words = text(detail.get("description")) or concept_text(detail.get("code")) or ""
        who = around.first_label(detail.get("performer")) or ""
        return words, who, str(due.get("end") or due.get("start") or "")[:10], str(detail.get("status") or "")

    @staticmethod
    def _asked(one: Json, around: Around) -> Cells:
        what = concept_text(one.get("code")) or "Referral"
        why = first_text(one.get("reasonCode"))
        told = f"{what}: {why}" if why else what
        to = around.first_label(one.get("performer")) or ""
        return told, to, str(one.get("authoredOn") or "")[:10], str(one.get("status") or "")

    def outcomes(self, goals: Sequence[Json], around: Around) -> Markup:
        """Health Status Evaluations and Outcomes Section: the newest value of each goal's measure."""
        newest: dict[str, Json] = {}
        for one in ordered(around.of("Observation"), "effectiveDateTime"):
            if any(key.startswith("value") for key in one):
                newest.setdefault(code(one.get("code")) or "", one)
        rows = []
        for goal in goals:
            measure = next((code(part.get("measure")) for part in objs(goal.get("target"))), None)
            found = newest.get(measure or "-")
            if found is not None:
                name = self._name("outcome")
                cells = (concept_text(goal.get("description")) or "", *_result_cells(found))
                rows.append((name, cells, planned.outcome(found, goal, name, self._root)))
        title = "Health status evaluations and outcomes"
        head = (template("22.2.61"), loinc("code", "11383-7", "Patient problem outcome"), title)
        return self._listed(head, ("Goal", "Measured", "Value", "On"), rows)

    def reason(self, referral: Json, around: Around) -> Markup:
        """Reason for Referral Section."""
        name = self._name("reason")
        what, to, on, _ = self._asked(referral, around)
        urgency = "Urgency: urgent" if referral.get("priority") in ("urgent", "stat", "asap") else "Urgency: routine"
        told = (
            what,
            f"To: {to}" if to else None,
            concerns.first_note(referral),
            urgency,
            f"Asked on {on}" if on else None,
        )
        entry = planned.referral(referral, name, around, self._root)
        root = template(_REASON, R2_0)
        return section(
            root,
            loinc("code", "42349-1", "Reason for referral"),
            "Reason for referral",
            paragraphs(*told, name=name),
            [entry],
        )

    def allergies(self, resources: Sequence[Json]) -> Markup:
        """Allergies Section, entries required."""
        rows = []
        for one in resources:
            if code(one.get("verificationStatus")) == _WRONG:
                continue
            name = self._name("allergy")
            reactions = ", ".join(
                filter(None, (first_text(each.get("manifestation")) for each in objs(one.get("reaction"))))
            )
            cells = (
                concept_text(one.get("code")) or "",
                reactions,
                str(one.get("criticality") or ""),
                concerns.state_of(one),
            )
            rows.append((name, cells, concerns.allergy(one, name, self._root)))
        head = (template("22.2.6.1", R2_1), loinc("code", "48765-2", "Allergies and adverse reactions"), "Allergies")
        return self._listed(head, ("Substance", "Reaction", "Criticality", "State"), rows)

    def medicines(self, resources: Sequence[Json], around: Around) -> Markup:
        """Medications Section, entries required."""
        rows = []
        for one in resources:
            drug = one.get("medicationCodeableConcept") or obj(around.found(one.get("medicationReference"))).get("code")
            if not drug or one.get("status") == _WRONG:
                continue
            name = self._name("medicine")
            ordered_ = one["resourceType"] == "MedicationRequest"
            how = next(
                (text(each.get("text")) for each in objs(one.get("dosageInstruction" if ordered_ else "dosage"))), None
            )
            by = around.label(one.get("requester") or one.get("informationSource")) or ""
            cells = (concept_text(drug) or "", how or "", str(one.get("status") or ""), by)
            rows.append((name, cells, measured.medicine(_named_author(one, by), name, drug, self._root)))
        head = (template("22.2.1.1", R2_0), loinc("code", "10160-0", "History of medication use"), "Medicines")
        return self._listed(head, ("Medicine", "How taken", "State", "By"), rows)

    def results(self, observations: Sequence[Json]) -> Markup:
        """Results Section, entries required."""
        head = (
            template("22.2.3.1", R2_1),
            loinc("code", "30954-2", "Relevant diagnostic tests and laboratory data"),
            "Results",
        )
        return self._by_day(head, observations, measured.results)

    def vitals(self, observations: Sequence[Json]) -> Markup:
        """Vital Signs Section, entries required."""
        head = (template("22.2.4.1", R2_1), loinc("code", "8716-3", "Vital signs"), "Vital signs")
        return self._by_day(head, observations, measured.vitals)

    def _by_day(
        self,
        head: tuple[Markup, Markup, str],
        observations: Sequence[Json],
        make: Callable[[list[tuple[str, Json]], str], Markup],
    ) -> Markup:
        days = defaultdict[str, list[tuple[str, Json]]](list)
        rows = []
        for one in observations:
            name = self._name("result")
            days[str(one["effectiveDateTime"])].append((name, one))
            rows.append((name, _result_cells(one)))
        words = table(("What", "Value", "On"), rows) if rows else None
        return section(*head, words, [make(some, self._root) for some in days.values()])

    def assessment(self, plans: Sequence[Json]) -> Markup:
        """Assessment Section: what the plan says in words."""
        told = [text(one.get("description")) or text(one.get("title")) for one in plans]
        words = paragraphs(*told) if any(told) else None
        return section(template("22.2.8"), loinc("code", "51848-0", "Evaluation note"), "Assessment", words, [])

    def plan(self, plans: Sequence[Json]) -> Markup:
        """Plan of Treatment Section."""
        rows = []
        for plan, place, detail in _details(plans):
            if detail.get("status") in ("completed", "cancelled", "stopped"):
                continue
            name = self._name("planned")
            own = el("id", root=self._root, extension=f"{plan['id']}-{place}")
            cells = (
                text(detail.get("description")) or concept_text(detail.get("code")) or "",
                str(obj(detail.get("scheduledPeriod")).get("end") or "")[:10],
            )
            rows.append((name, cells, planned.planned_act(detail, name, own)))
        head = (template("22.2.10", R2_0), loinc("code", "18776-5", "Plan of care note"), "Plan of treatment")
        return self._listed(head, ("What", "By"), rows)


_CONCERN = ("What", "State", "Since", "Said by", "Note")


def _details(plans: Sequence[Json]) -> Iterable[tuple[Json, int, Json]]:
    """Every activity written into a plan, with its place."""
    for plan in plans:
        if plan.get("status") in ("revoked", _WRONG):
            continue
        for place, one in enumerate(objs(plan.get("activity"))):
            detail = obj(one.get("detail"))
            if detail and detail.get("status") != _WRONG:
                yield plan, place, detail


def _result_cells(one: Json) -> Cells:
    value = quantity_text(one["valueQuantity"]) if "valueQuantity" in one else None
    value = value or concept_text(one.get("valueCodeableConcept")) or text(one.get("valueString")) or ""
    return concept_text(one.get("code")) or "", value, str(one.get("effectiveDateTime") or "")[:16].replace("T", " ")


def _named_author(resource: Json, by: str) -> Json:
    """The resource with the name of who said it, where it only points to them."""
    if not by:
        return resource
    names = ("recorder", "asserter", "requester", "informationSource")
    named = next((name for name in names if resource.get(name)), None)
    return {**resource, named: {"display": by}} if named else resource
