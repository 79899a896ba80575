"""Plain SQL over the generated rows: who has the facts of each conflict rule, measure and queue."""

# ruff: noqa: S608, ISC004  every piece of these statements stands in this file
from __future__ import annotations

from icm_desktop.content.sample import sample

NOW, YEAR = "2026-11-20", "2026"
_CODES = {name: each["code"] for name, each in sample("medicines")["medicine"].items()}
RASI = ("lisinopril", "losartan", "valsartan", "sacubitril")
NSAID = ("ibuprofen", "naproxen", "celecoxib")
SSRI = ("sertraline", "escitalopram", "citalopram", "fluvoxamine", "paroxetine")
MAOI = ("phenelzine", "tranylcypromine")
DIURETIC = ("chlorthalidone", "hydrochlorothiazide", "furosemide")


def med(*names: str, more: str = "") -> str:
    """Takes one of these (or, with "|", entries that fit `more`)."""
    codes = ", ".join(f"'{_CODES[name]}'" for name in names)
    return (
        "EXISTS (SELECT 1 FROM medication_entry m WHERE m.patient_id = p.id AND m.status = 'active' "
        f"AND m.code IN ({codes}){f' AND {more}' if more else ''})"
    )


def both(*names: str) -> str:
    """Takes two different ones of these."""
    codes = ", ".join(f"'{_CODES[name]}'" for name in names)
    return (
        "(SELECT count(DISTINCT m.code) FROM medication_entry m WHERE m.patient_id = p.id AND m.status = 'active' "
        f"AND m.code IN ({codes})) > 1"
    )


def cond(*prefixes: str) -> str:
    """Has a confirmed problem with one of these ICD-10-CM beginnings."""
    fits = " OR ".join(f"c.code LIKE '{prefix}%'" for prefix in prefixes)
    return (
        "EXISTS (SELECT 1 FROM condition c WHERE c.patient_id = p.id AND c.status = 'active' "
        f"AND c.verification = 'confirmed' AND ({fits}))"
    )


def lab(code: str, test: str, more: str = "") -> str:
    """The newest value of a LOINC code fits `test`."""
    return (
        f"(SELECT o.value_number FROM observation o WHERE o.patient_id = p.id AND o.code = '{code}' {more} "
        f"AND o.value_number IS NOT NULL ORDER BY o.effective_when DESC LIMIT 1) {test}"
    )


def goals(measure: str, *, opposite: bool = False) -> str:
    """Two active goals of one measure by different authors; `opposite`: one at least, the other at most."""
    apart = "g.target_comparator <> h.target_comparator" if opposite else "g.target_value <> h.target_value"
    return (
        "EXISTS (SELECT 1 FROM goal g JOIN goal h ON h.patient_id = g.patient_id AND h.id > g.id "
        "WHERE g.patient_id = p.id AND g.status = 'active' AND h.status = 'active' "
        f"AND g.measure_code = '{measure}' AND h.measure_code = '{measure}' AND {apart} "
        "AND (g.author <> h.author OR g.owner_kind <> h.owner_kind))"
    )


def procedure(words: str, since: str) -> str:
    """Something was done, or is planned, from a day on."""
    return (
        "EXISTS (SELECT 1 FROM procedure x WHERE x.patient_id = p.id "
        f"AND x.text LIKE '%{words}%' AND x.performed_when >= '{since}')"
    )


def age(test: str) -> str:
    """Years, to the year."""
    return f"(2026 - CAST(substr(p.birth_date, 1, 4) AS INTEGER)) {test}"


def allergy(text: str, more: str = "1") -> str:
    """Has an active allergy."""
    return (
        "EXISTS (SELECT 1 FROM allergy_intolerance a WHERE a.patient_id = p.id AND a.status = 'active' "
        f"AND a.text = '{text}' AND {more})"
    )


EGFR, K, A1C, PHQ9 = "98979-8", "2823-3", "4548-4", "44261-6"
DIABETES, KIDNEY, HEART, PRESSURE, MOOD = ("E11",), ("N18.3", "N18.4", "N18.5"), ("I50",), ("I10",), ("F32", "F33")

RULES: dict[str, tuple[str, ...]] = {
    "C01": (med("metformin"), lab(EGFR, "< 30")),
    "C02": (med("metformin", more="m.starts_when > '2026-10-20'"), lab(EGFR, "BETWEEN 30 AND 45")),
    "C03": (med("metformin"), lab(EGFR, "< 45")),
    "C04": (med("metformin"), lab(EGFR, "BETWEEN 45 AND 59")),
    "C05": (med("metformin"), procedure("iodine contrast", "2026-11-01"), lab(EGFR, "< 60")),
    "C06": (cond(*DIABETES), cond(*KIDNEY), lab(EGFR, ">= 20"), "NOT " + med("empagliflozin", "dapagliflozin")),
    "C07": (med("empagliflozin"), procedure("planned", NOW)),
    "C08": (med(*RASI, more="m.starts_when > '2026-10-23'"),),
    "C09": (
        med("lisinopril", more="m.starts_when > '2026-10-10'"),
        lab("2160-0", "> 1.3 * 0.9"),
        "(SELECT max(o.value_number) > 1.3 * min(o.value_number) FROM observation o WHERE o.patient_id = p.id "
        "AND o.code = '2160-0' AND o.effective_when > '2026-10-01')",
    ),
    "C10": (lab(K, ">= 5.5"), med(*RASI, "spironolactone")),
    "C11": (med("lisinopril"), med("losartan", "valsartan")),
    "C11 aliskiren": (med("losartan"), med("aliskiren"), cond(*DIABETES)),
    "C12": (med("sacubitril"), med("lisinopril")),
    "C13": (cond(*KIDNEY), med(*NSAID)),
    "C14": (med(*RASI), med(*DIURETIC), med(*NSAID)),
    "C15": (cond(*HEART), med(*NSAID)),
    "C16": (cond(*HEART), med("pioglitazone")),
    "C17": (cond(*HEART), lab("10230-1", "<= 40"), med("diltiazem", "verapamil")),
    "C18": (cond(*HEART), lab("10230-1", "<= 40"), med("flecainide")),
    "C19": (cond(*HEART), med("saxagliptin")),
    "C20": (med("citalopram", more="m.dosage LIKE '3 tablets%'"),),
    "C21": (med("citalopram", more="m.text LIKE '%40 MG%'"), age("> 60"), med("omeprazole")),
    "C22": (med("citalopram"), cond("I45.81")),
    "C23": (cond(*MOOD), cond("I25", *HEART), med("amitriptyline")),
    "C24": (cond(*MOOD), cond(*DIABETES), med("mirtazapine", "paroxetine", "quetiapine")),
    "C25": (med(*SSRI), med("apixaban", "warfarin", "aspirin", "clopidogrel", *NSAID)),
    "C26": (med("venlafaxine"), cond(*PRESSURE)),
    "C27": (med("bupropion"), cond("G40")),
    "C27 eating": (med("bupropion"), cond("F50")),
    "C28": (med("propranolol", "carvedilol"), cond("J45", "J44")),
    "C29": (med("metoprolol", "carvedilol"), med("glargine", "glipizide")),
    "C30": (med("glyburide"), lab(EGFR, "< 60")),
    "C31": (med("lorazepam"), med("oxycodone")),
    "C32": (med("lorazepam", "oxycodone"), age(">= 65"), cond("J44", "G47.33")),
    "C33": (med("gabapentin", more="m.text LIKE '%600%'"), lab(EGFR, "< 60")),
    "C34": (med("apixaban"), lab(EGFR, "< 45")),
    "C35": (med("prednisone"), cond(*DIABETES)),
    "C36": (med("pseudoephedrine"), cond(*PRESSURE)),
    "C37": (med("lithium"), med(*RASI, *DIURETIC, *NSAID)),
    "C38": (cond("Z34"), med(*RASI)),
    "C39": (med("allopurinol"), med("azathioprine")),
    "C40": (cond("F03"), med("oxybutynin"), med("diphenhydramine")),
    "D01": (med("methylphenidate", "dexmethylphenidate"), med(*MAOI)),
    "D02": (med("atazanavir"), med("omeprazole")),
    "D03": (med("febuxostat"), med("azathioprine")),
    "D04": (med(*SSRI, "venlafaxine"), med(*MAOI)),
    "D05": (med("irinotecan"), med("clarithromycin", "itraconazole")),
    "D06": (med("meperidine", "tramadol"), med(*MAOI)),
    "D07": (med("amitriptyline"), med(*MAOI)),
    "D08": (both("amiodarone", "haloperidol", "clarithromycin", "moxifloxacin", "citalopram"),),
    "D09": (med("ramelteon"), med("fluvoxamine")),
    "D10": (med("atazanavir"), med("carbamazepine")),
    "D11": (med("simvastatin"), med("clarithromycin", "itraconazole")),
    "D12": (med("dihydroergotamine"), med("clarithromycin", "itraconazole")),
    "D13": (med("tizanidine"), med("ciprofloxacin", "fluvoxamine")),
    "D14": (med("tranylcypromine"), med("procarbazine")),
    "D15": (med("sumatriptan"), med(*MAOI)),
    "nitrate with sildenafil": (med("isosorbide", "nitroglycerin"), med("sildenafil")),
    "simvastatin with gemfibrozil": (med("simvastatin"), med("gemfibrozil")),
    "simvastatin 40 with amlodipine": (med("simvastatin"), med("amlodipine")),
    "linezolid with SSRI": (med("linezolid"), med(*SSRI)),
    "methotrexate with trimethoprim": (med("methotrexate"), med("trimethoprim")),
    "warfarin with trimethoprim": (med("warfarin"), med("trimethoprim")),
    "clopidogrel with omeprazole": (med("clopidogrel"), med("omeprazole")),
    "digoxin with amiodarone": (med("digoxin"), med("amiodarone")),
    "tamoxifen with paroxetine": (med("tamoxifen"), med("paroxetine")),
    "beta-blocker with verapamil": (med("metoprolol"), med("verapamil")),
    "RASi with potassium": (med(*RASI), med("potassium")),
    "two NSAIDs": (both(*NSAID),),
    "two statins": (both("atorvastatin", "rosuvastatin", "simvastatin"),),
    "gliptin with GLP-1": (med("sitagliptin", "saxagliptin"), med("semaglutide")),
    "G16 two doses of one medicine": (
        "EXISTS (SELECT 1 FROM medication_entry m JOIN medication_entry n ON n.patient_id = m.patient_id AND "
        "n.code = m.code AND n.text <> m.text AND n.author <> m.author WHERE m.patient_id = p.id "
        "AND m.status = 'active' AND n.status = 'active')",
    ),
    "penicillin allergy": (allergy("Penicillin"), med("amoxicillin")),
    "sulfa allergy": (allergy("Sulfamethoxazole"), med("trimethoprim")),
    "angioedema with ARB": (allergy("Lisinopril", "a.criticality = 'high'"), med("losartan")),
    "intolerance, not allergy": (allergy("Codeine", "a.kind = 'intolerance'"),),
    "G01": (goals("4548-4"),),
    "G02": (goals("8480-6"),),
    "G03": (goals("diet.fluid", opposite=True),),
    "G04": (goals("diet.potassium", opposite=True), lab(K, "> 5.0")),
    "G05": (goals("diet.protein", opposite=True),),
    "G06": (goals("diet.sodium", opposite=True),),
    "G07": (goals("activity.walk", opposite=True),),
    "G08": (cond("R63.4"), "EXISTS (SELECT 1 FROM goal g WHERE g.patient_id = p.id AND g.measure_code = '29463-7')"),
    "G09": (goals("29463-7", opposite=True), cond("F50")),
    "G10": (
        med("empagliflozin", "dapagliflozin"),
        "EXISTS (SELECT 1 FROM goal g WHERE g.patient_id = p.id AND g.measure_code = 'diet.carbohydrate')",
    ),
    "G11": (goals("medicine.aspirin"),),
    "G12": (goals("medicine.opioid", opposite=True),),
    "G13": (goals("activity.rest", opposite=True),),
    "G14": (goals("alcohol"),),
    "G15": (goals("diet.vitamin_k", opposite=True),),
    "G17": (
        "EXISTS (SELECT 1 FROM goal g JOIN goal h ON h.patient_id = g.patient_id AND h.measure_code = g.measure_code "
        "WHERE g.patient_id = p.id AND g.owner_kind = 'patient' AND h.owner_kind = 'user')",
    ),
}
VISITED = (
    "EXISTS (SELECT 1 FROM encounter e WHERE e.patient_id = p.id AND e.class_code IN ('AMB', 'VR') "
    f"AND e.status = 'finished' AND e.starts_when >= '{YEAR}')"
)
IN_YEAR = f"AND o.effective_when >= '{YEAR}'"
DIABETIC = (cond(*DIABETES), VISITED, age("BETWEEN 18 AND 75"))
HIGH = (cond(*PRESSURE), VISITED, age("BETWEEN 18 AND 85"))
MET = (
    "(SELECT min(CASE WHEN c.code = '8480-6' THEN c.value_number END) < 140 AND "
    "min(CASE WHEN c.code = '8462-4' THEN c.value_number END) < 90 FROM observation_component c "
    "WHERE c.observation_id = (SELECT o.id FROM observation o WHERE o.patient_id = p.id AND o.code = '85354-9' "
    f"{IN_YEAR} ORDER BY o.effective_when DESC LIMIT 1))"
)
INDEX = (
    "(SELECT min(o.effective_when) FROM observation o WHERE o.patient_id = p.id AND o.code = '44261-6' "
    "AND o.value_number > 9 AND o.effective_when BETWEEN '2024-11-01' AND '2025-10-31')"
)
LAST = (
    "(SELECT o.value_number FROM observation o WHERE o.patient_id = p.id AND o.code = '44261-6' "
    f"AND o.effective_when BETWEEN date({INDEX}, '+12 months', '-60 days') AND date({INDEX}, '+12 months', '+60 days') "
    "ORDER BY o.effective_when DESC LIMIT 1)"
)
FIRST_REFERRAL = (
    "(SELECT s.id FROM service_request s WHERE s.patient_id = p.id AND s.is_referral "
    f"AND s.ordered_on BETWEEN '{YEAR}-01-01' AND '{YEAR}-10-31' ORDER BY s.ordered_on, s.id LIMIT 1)"
)
REPORT = (
    f"(SELECT 1 FROM referral_event r WHERE r.service_request_id = {FIRST_REFERRAL} AND r.state = 'report_received')"
)


def screened(result: str) -> str:
    """Has a coded depression screen of the year."""
    return (
        "EXISTS (SELECT 1 FROM observation o WHERE o.patient_id = p.id AND o.code IN ('73832-8', '73831-0') "
        f"AND o.value_text = '{result}' {IN_YEAR})"
    )


FOLLOWED = (
    "EXISTS (SELECT 1 FROM observation o JOIN procedure x ON x.patient_id = o.patient_id "
    "AND x.text LIKE 'Depression follow-up%' AND x.performed_when BETWEEN o.effective_when AND "
    "date(o.effective_when, '+2 days') WHERE o.patient_id = p.id AND o.code = '73832-8' AND o.value_text = 'Positive')"
)


def stay(kind: str, since: str, more: str = "1") -> str:
    """A stay or emergency visit that ended from a day on."""
    return (
        f"EXISTS (SELECT 1 FROM encounter e WHERE e.patient_id = p.id AND e.class_code = '{kind}' "
        f"AND e.ends_when >= '{since}' AND {more})"
    )


def again(least: int, most: int, more: str = "1") -> str:
    """Was admitted again so many days after a stay ended."""
    return (
        "EXISTS (SELECT 1 FROM encounter e JOIN encounter f ON f.patient_id = e.patient_id AND f.id <> e.id "
        "WHERE e.patient_id = p.id AND e.class_code = 'IMP' AND f.class_code = 'IMP' "
        "AND julianday(substr(f.starts_when, 1, 10)) - julianday(substr(e.ends_when, 1, 10)) "
        f"BETWEEN {least} AND {most} AND {more})"
    )


OFTEN = (
    "(SELECT count(DISTINCT substr(e.starts_when, 1, 10)) FROM encounter e WHERE e.patient_id = p.id "
    f"AND e.class_code = 'EMER' AND e.starts_when > date('{NOW}', '-365 days')) >= 4"
)
NEEDY = cond("Z59", "Z60")

MEASURES: dict[str, tuple[str, ...]] = {
    "CMS122 above 9": (*DIABETIC, lab(A1C, "> 9", IN_YEAR)),
    "CMS122 exactly 9": (*DIABETIC, lab(A1C, "= 9", IN_YEAR)),
    "CMS122 at 9 or below": (*DIABETIC, lab(A1C, "< 9", IN_YEAR)),
    "CMS122 no test": (
        *DIABETIC,
        f"NOT EXISTS (SELECT 1 FROM observation o WHERE o.patient_id = p.id AND o.code = '{A1C}' {IN_YEAR})",
    ),
    "CMS122 hospice": (cond(*DIABETES), procedure("Hospice", YEAR)),
    "CMS122 frail with dementia": (cond(*DIABETES), cond("R54"), cond("F03"), age("BETWEEN 66 AND 76")),
    "CMS122 nursing home": (
        cond(*DIABETES),
        "EXISTS (SELECT 1 FROM encounter e WHERE e.patient_id = p.id AND e.class_code = 'NONAC')",
    ),
    "CMS165 met": (*HIGH, MET),
    "CMS165 not met": (*HIGH, f"NOT {MET}"),
    "CMS165 lowest of two readings of a day": (
        *HIGH,
        "(SELECT count(*) FROM observation o WHERE o.patient_id = p.id AND o.code = '85354-9' "
        "AND substr(o.effective_when, 1, 10) = '2026-11-16') = 2",
    ),
    "CMS165 dialysis": (cond(*PRESSURE), cond("N18.6")),
    "CMS165 pregnant": (cond(*PRESSURE), cond("Z34")),
    "CMS165 frail over 80": (cond(*PRESSURE), cond("R54"), age(">= 81")),
    "CMS159 in remission": (cond(*MOOD), f"{INDEX} IS NOT NULL", f"{LAST} < 5"),
    "CMS159 not in remission": (cond(*MOOD), f"{INDEX} IS NOT NULL", f"{LAST} >= 5"),
    "CMS159 no score in the window": (cond(*MOOD), f"{INDEX} IS NOT NULL", f"{LAST} IS NULL"),
    "CMS159 bipolar": (cond(*MOOD), cond("F31")),
    "CMS2 negative": (screened("Negative"),),
    "CMS2 positive and followed": (screened("Positive"), FOLLOWED),
    "CMS2 positive and not followed": (screened("Positive"), f"NOT {FOLLOWED}"),
    "CMS2 bipolar": (cond("F31"), VISITED),
    "CMS50 report came": (VISITED, f"{FIRST_REFERRAL} IS NOT NULL", f"EXISTS {REPORT}"),
    "CMS50 no report": (VISITED, f"{FIRST_REFERRAL} IS NOT NULL", f"NOT EXISTS {REPORT}"),
    "CMS951 both tests": (*DIABETIC, lab(EGFR, "> 0", IN_YEAR), lab("9318-7", "> 0", IN_YEAR)),
    "CMS951 one test": (
        *DIABETIC,
        lab(EGFR, "> 0", IN_YEAR),
        f"NOT EXISTS (SELECT 1 FROM observation o WHERE o.patient_id = p.id AND o.code = '9318-7' {IN_YEAR})",
    ),
    "CMS951 dialysis": (cond(*DIABETES), cond("N18.6")),
    "CMS144 beta-blocker": (cond(*HEART), lab("10230-1", "<= 40"), med("carvedilol", "metoprolol")),
    "CMS144 none, asthma": (cond(*HEART), lab("10230-1", "<= 40"), cond("J45")),
    "CMS347 disease and statin": (cond("I25"), med("atorvastatin", "rosuvastatin")),
    "CMS347 LDL 190 and no statin": (
        lab("13457-7", ">= 190"),
        "NOT " + med("atorvastatin", "rosuvastatin", "simvastatin"),
    ),
    "discharged in the last 30 days": (stay("IMP", "2026-10-21", "e.discharge LIKE 'Home%'"),),
    "readmitted within 30 days": (again(2, 30, "f.code <> 'Z51.11'"),),
    "planned readmission": (again(2, 30, "f.code = 'Z51.11'"),),
    "transfer": (again(0, 1),),
    "in and out on one day": (stay("IMP", YEAR, "substr(e.starts_when, 1, 10) = substr(e.ends_when, 1, 10)"),),
    "died in the hospital": (stay("IMP", "2025", "e.discharge LIKE 'Died%'"), "p.deceased"),
    "mental illness stay": (stay("IMP", "2026", "e.code LIKE 'F3%'"),),
    "alcohol in the emergency department": (stay("EMER", "2026", "e.code LIKE 'F10%'"),),
    "four emergency visits in a year": (OFTEN,),
    "four emergency visits and a need": (OFTEN, NEEDY),
    "two and more conditions": (cond("I10", "E11"), cond("E78", "N18", "J44", "M17")),
    "diabetes and kidney disease": (cond(*DIABETES), cond(*KIDNEY)),
    "depression and heart disease": (cond(*MOOD), cond("I25", "I50", "Z86.73")),
    "PHQ-9 of ten and no contact since": (
        lab(PHQ9, ">= 10"),
        f"NOT EXISTS (SELECT 1 FROM contact_log l WHERE l.patient_id = p.id AND l.at > date('{NOW}', '-28 days'))",
    ),
    "item 9 above zero": (
        "EXISTS (SELECT 1 FROM questionnaire_response q WHERE q.patient_id = p.id "
        "AND q.items LIKE '%44260-8%LA6569-3%')",
    ),
}
QUEUES: dict[str, str] = {
    "a referral in every state": "SELECT count(DISTINCT state) = 16 FROM referral_event",
    "a referral not yet sent": "SELECT count(*) FROM service_request s WHERE is_referral AND status = 'draft'",
    "urgent referrals open": "SELECT count(*) FROM service_request WHERE urgency = 'urgent' AND status = 'active'",
    "note back, not reviewed": "SELECT count(*) FROM document WHERE kind = 'consult_note' AND reviewed_at IS NULL",
    "visits of today": "SELECT count(*) > 5 FROM appointment WHERE starts_at LIKE '2026-11-20%' AND NOT outside",
    "arrived": "SELECT count(*) FROM appointment WHERE status IN ('arrived', 'checked-in')",
    "missed": "SELECT count(*) FROM appointment WHERE status = 'noshow' AND starts_at > '2026-11-01'",
    "cancelled with a reason": "SELECT count(*) FROM appointment WHERE status = 'cancelled' AND cancel_reason <> ''",
    "outside visits to come": f"SELECT count(*) FROM appointment WHERE outside AND starts_at > '{NOW}'",
    "every outcome of calls": "SELECT count(DISTINCT outcome) = 5 FROM contact_log",
    "actions late": f"SELECT count(*) FROM plan_action WHERE due_on < '{NOW}' AND status = 'not-started'",
    "actions due today": f"SELECT count(*) FROM plan_action WHERE due_on = '{NOW}'",
    "actions in every state": "SELECT count(DISTINCT status) = 5 FROM plan_action",
    "reminders": "SELECT count(*) FROM task WHERE status = 'requested'",
    "potassium to look at": "SELECT count(*) FROM observation WHERE code = '2823-3' AND value_number >= 5.5",
    "consents valid": f"SELECT count(*) FROM consent WHERE status = 'active' AND expires_on > '{NOW}'",
    "consents expired": f"SELECT count(*) FROM consent WHERE status = 'active' AND expires_on < '{NOW}'",
    "consents revoked": "SELECT count(*) FROM consent WHERE revoked_on IS NOT NULL",
    "consents that deny": "SELECT count(*) FROM consent WHERE decision = 'deny'",
    "proxies": "SELECT count(*) FROM patient_contact WHERE authority IN ('health_care_proxy', 'power_of_attorney')",
    "parents of children": "SELECT count(*) FROM patient_contact WHERE authority = 'parent'",
    "declined, not asked and told": "SELECT count(DISTINCT coalesce(gender_identity, '')) >= 4 FROM patient",
    "every voicemail rule": "SELECT count(DISTINCT voicemail_rule) = 3 FROM patient",
    "died": "SELECT count(*) FROM patient WHERE deceased",
    "no known allergies": "SELECT count(*) FROM patient WHERE no_known_allergies_on IS NOT NULL",
    "half-known birth dates": "SELECT count(*) FROM patient WHERE length(birth_date) < 10",
    "claims of every month": "SELECT count(DISTINCT substr(starts_when, 1, 7)) >= 24 FROM claim WHERE allowed > 0",
    "papers of every form": "SELECT count(DISTINCT content_type) = 3 FROM document_content",
    "sensitive papers": "SELECT count(*) FROM document WHERE sensitive",
    "a letter in Spanish": "SELECT count(*) FROM document_content WHERE language = 'es'",
    "reports": "SELECT count(DISTINCT category) = 3 FROM diagnostic_report",
    "medicines missed, stopped and taken": "SELECT count(DISTINCT taking) = 3 FROM medication_adherence",
    "facts of others": "SELECT count(DISTINCT organization) >= 3 FROM observation",
    "entered in error": "SELECT count(*) FROM condition WHERE verification = 'entered-in-error'",
    "not done": "SELECT count(*) FROM procedure WHERE status = 'not-done'",
    "vaccines refused": "SELECT count(*) FROM immunization WHERE status = 'not-done'",
    "devices": "SELECT count(*) FROM device",
    "family history": "SELECT count(*) FROM family_member_history",
    "messages": "SELECT count(*) FROM communication",
    "likely double entries": "SELECT count(*) FROM match_pair",
    "absences": "SELECT count(*) FROM absence",
    "closures": "SELECT count(*) FROM closure",
    "rooms": "SELECT count(*) FROM room",
    "services": "SELECT count(*) FROM healthcare_service",
}
