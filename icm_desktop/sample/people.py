"""Who a sample patient is and how to reach them: names, phones, home, contacts, insurance, consents, alerts."""

from __future__ import annotations

import datetime as dt
import unicodedata
from typing import Any

from icm_desktop.content.sample import sample
from icm_desktop.sample.case import Case
from icm_desktop.sample.chance import weighted
from icm_desktop.sample.history import none_known_on
from icm_desktop.sample.identity import CHILD, SPOUSE, Identity, identify

_ADULT = 18
_INTERPRETER = 0.62
_HOSPITAL_NUMBER = "urn:lakeside-regional:mrn"


def add_person(case: Case, seed: int) -> None:
    """Add the patient with everything about them that is no clinical fact."""
    case.rows.add_as("patient", case.id, **_patient(case))
    _names(case)
    _reach(case)
    _identifiers(case)
    _contacts(case, seed)
    if not case.slight:
        _insurance(case)
        _consents(case)
        _alerts(case)


def _patient(case: Case) -> dict[str, Any]:
    who, rng, people = case.who, case.rng, sample("people")
    foreign = who.language != "en"
    interpreter = foreign and case.chance(_INTERPRETER)
    adult = case.age >= _ADULT
    _, ethnicity_text = ethnicity = _group(who)["ethnicity"]
    declined = case.chance(0.04)
    race = (
        [{"code": "ASKU", "text": "Declined to answer"}] if declined else [{"code": who.race[0], "text": who.race[1]}]
    )
    case.numbers["interpreter"] = interpreter
    return {
        "record_number": f"{who.number:06d}",
        "family": who.family,
        "given": who.given,
        "prefix": None,
        "suffix": "Jr." if who.sex == "male" and case.chance(0.015) and adult else None,
        "preferred_name": _preferred(case),
        "birth_date": who.birth_date,
        "sex": who.sex,
        "language": who.language,
        "interpreter_needed": ("yes" if interpreter else "no") if foreign else None,
        "interpreter_language": who.language if interpreter else None,
        "deceased": not case.alive,
        "deceased_on": None if case.alive else case.end.isoformat()[: 7 if case.chance(0.15) else 10],
        "deceased_note": None if case.alive else rng.choice(("Told by the family", "Death notice from the hospital")),
        "phone": who.home.phone,
        "best_time": rng.choice(people["best_times"]),
        "large_print": case.age >= 60 and case.chance(0.16),
        "no_known_allergies_on": none_known_on(case),
        "race": race,
        "ethnicity": [{"code": "ASKU", "text": "Declined to answer"}]
        if declined
        else [{"code": ethnicity[0], "text": ethnicity_text}],
        "marital_status": _marital(case),
        "multiple_birth": {37: 1, 38: 2}.get(who.number % 100),
        "preferred_channel": rng.choice(("phone", "phone", "sms", "sms", "mail", "portal", "email")),
        "voicemail_rule": rng.choice(("name_and_number", "name_and_number", "details_allowed", "no_message", None)),
        "do_not_call": True if case.chance(0.015) else None,
        "contact_note": rng.choice(
            ("Rings long, keep trying.", "Text first, then call.", "Daughter answers in the day.")
        )
        if adult and case.age > 60 and case.chance(0.15)
        else None,
        "coordinator_id": case.coordinator()[0] if case.clinic.coordinators else None,
        **_identity(case, adult=adult),
    }


def _identity(case: Case, *, adult: bool) -> dict[str, Any]:
    """Facts about sex and gender, apart from one another; None where nobody asked."""
    facts, sex, rng = sample("people")["identity"], case.who.sex, case.rng
    found: dict[str, Any] = {"birth_sex": "F" if sex == "female" else "M", "gender_identity": None, "pronouns": None}
    found["sexual_orientation"] = None
    if not adult or not case.chance(facts["asked"]):
        return found
    if case.chance(facts["declined"]):
        return {**found, "gender_identity": "asked-declined", "sexual_orientation": "asked-declined"}
    found |= {"gender_identity": facts["gender"][sex], "pronouns": facts["pronouns"][sex]}
    found["sexual_orientation"] = weighted(rng, facts["orientation"])[0]
    if case.chance(0.012) and "pregnancy" not in case.have:
        found |= {"gender_identity": facts["gender"]["other"], "pronouns": facts["pronouns"]["other"]}
    return found


def _marital(case: Case) -> str | None:
    if case.age < _ADULT:
        return "S"
    if case.who.tie == SPOUSE or case.who.number % 25 == 6:
        return "M"
    never = "S" if case.who.maiden else ""
    wanted = [each for each in sample("people")["marital"] if (case.age > 40 or each[0] != "W") and each[0] != never]
    return str(weighted(case.rng, wanted)[0]) if case.chance(0.9) else None


def _preferred(case: Case) -> str | None:
    nicknames = {"William": "Bill", "Robert": "Bob", "James": "Jim", "Kathleen": "Kathy", "Deborah": "Debbie",
                 "Thomas": "Tom", "Elizabeth": "Beth", "Francisco": "Paco", "José": "Pepe", "Guadalupe": "Lupita",
                 "Dolores": "Lola", "Kenneth": "Ken", "Edward": "Ed", "Samuel": "Sam", "Margaret": "Peggy"}  # fmt: skip
    name = nicknames.get(case.who.given.split()[0])
    return name if name and case.chance(0.6) else None


def _group(who: Identity) -> dict[str, Any]:
    found: dict[str, Any] = next(each for each in sample("people")["group"] if each["id"] == who.group)
    return found


def _names(case: Case) -> None:
    who = case.who
    case.rows.add("patient_name", patient_id=case.id, use="official", family=who.family, given=who.given)
    if who.maiden:
        use = "maiden" if case.chance(0.7) else "old"
        case.rows.add("patient_name", patient_id=case.id, use=use, family=who.maiden, given=who.given)


def _reach(case: Case) -> None:
    who, home = case.who, case.who.home
    _telecom(case, "phone", home.phone, "home" if case.age > 70 else "mobile", 1)
    if case.age >= _ADULT and case.chance(0.3):
        other = f"{home.phone[:-2]}{case.rng.randint(0, 99):02d}"
        if other != home.phone:
            _telecom(case, "phone", other, case.rng.choice(("work", "home", "mobile")), 2)
    if case.age >= _ADULT and case.chance(0.55 if case.age < 65 else 0.3):
        name, host = f"{_plain(who.given.split()[0])}.{_plain(who.family.split()[0])}", sample("people")["email_hosts"]
        _telecom(case, "email", f"{name}@{case.rng.choice(host)}", "home", None)
    place = {"city": home.town, "state": "NC", "postal_code": home.postal_code, "country": "US"}
    case.rows.add(
        "patient_address", patient_id=case.id, use="home", line=home.line, starts_on=None, ends_on=None, **place
    )
    if case.chance(0.08) and case.age > 22 and not case.slight:
        town, postal_code, _ = weighted(case.rng, sample("people")["towns"])
        line = f"{case.rng.randint(1, 400)} {case.rng.choice(sample('people')['streets'])}"
        moved = case.ago(200, 1500)
        former = {"starts_on": None, "ends_on": moved.isoformat(), **place, "city": town, "postal_code": postal_code}
        case.rows.add("patient_address", patient_id=case.id, use="old", line=line, **former)


def _telecom(case: Case, system: str, value: str, use: str, rank: int | None) -> None:
    digits = "".join(filter(str.isdigit, value)) if system == "phone" else None
    case.rows.add("patient_telecom", patient_id=case.id, system=system, value=value, use=use, digits=digits, rank=rank)


def _plain(name: str) -> str:
    """Letters of an e-mail address."""
    spread = unicodedata.normalize("NFKD", name.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in spread if letter.isascii() and letter.isalpha()).lower()


def _identifiers(case: Case) -> None:
    if case.chance(0.35):
        value = f"LR{700000 + case.who.number * 7 % 200000}"
        known = {"system": _HOSPITAL_NUMBER, "value": value, "use": "secondary", "type_text": "Hospital number"}
        case.rows.add("patient_identifier", patient_id=case.id, **known)


def _contacts(case: Case, seed: int) -> None:
    if case.who.tie == CHILD or case.age < _ADULT:
        _parent(case, seed)
        return
    chance = 0.35 if case.slight else 0.5 + (0.3 if case.age > 70 else 0)
    if not case.chance(chance):
        return
    name, relation, sex = _helper(case, seed)
    people, proxy = sample("people"), case.age > 65 and case.chance(0.4)
    phone = f"{case.who.home.phone[:-2]}{case.rng.randint(0, 99):02d}"
    case.numbers["helper"] = (name, relation, phone)
    may = people["contacts"]["may"][-1] if proxy else case.rng.choice(people["contacts"]["may"])
    notes = [each for each in people["contacts"]["notes"] if "Spanish" not in each or case.spanish]
    case.rows.add(
        "patient_contact",
        patient_id=case.id,
        name=name,
        relationship_text=relation,
        relationship_code=people["contacts"]["codes"][relation],
        phone=phone,
        sex=sex,
        language=case.who.language if case.chance(0.5) else None,
        is_emergency=True,
        authority=("health_care_proxy" if case.chance(0.7) else "power_of_attorney") if proxy else None,
        may=may,
        may_not=["mental_health"] if "mental_health" not in may and case.chance(0.4) else None,
        starts_on=case.ago(100, 2000).isoformat() if proxy else None,
        note=case.rng.choice(notes) or None,
    )


def _helper(case: Case, seed: int) -> tuple[str, str, str]:
    who, relations, rng = case.who, sample("people")["contacts"]["relations"], case.rng
    if who.tie == SPOUSE and who.tied_to:
        other = identify(seed, who.tied_to, case.today)
        return f"{other.given} {other.family}", relations["spouse"][other.sex == "male"], other.sex
    kin = ["spouse"] if who.number % 25 == 6 else ["child", "other"] if case.age > 55 else ["other"]
    kind = rng.choice(kin)
    sex = "female" if rng.random() < 0.6 else "male"
    if kind == "spouse":
        other = identify(seed, who.number + 1, case.today)
        return f"{other.given} {other.family}", relations["spouse"][other.sex == "male"], other.sex
    names = _group(who)[sex]
    words = relations[kind]
    female = {"daughter", "sister", "niece"}
    fitting = [word for word in words if (word in female) == (sex == "female") or word in {"neighbor", "friend"}]
    relation = rng.choice(fitting)
    family = who.family if relation not in {"neighbor", "friend"} else rng.choice(_group(who)["family"])
    return f"{rng.choice([name for name in names if name != who.given])} {family}", relation, sex


def _parent(case: Case, seed: int) -> None:
    who = case.who
    if who.tie == CHILD and who.tied_to:
        parent = identify(seed, who.tied_to, case.today)
        name, sex = f"{parent.given} {parent.family}", parent.sex
    else:
        sex = "female" if case.chance(0.8) else "male"
        name = f"{case.rng.choice(_group(who)[sex])} {who.family}"
    case.rows.add(
        "patient_contact",
        patient_id=case.id,
        name=name,
        relationship_text="mother" if sex == "female" else "father",
        relationship_code="MTH" if sex == "female" else "FTH",
        phone=who.home.phone,
        sex=sex,
        language=who.language,
        is_emergency=True,
        authority="parent",
        may=["visits", "medicines", "results"],
        may_not=None,
        starts_on=None,
        note=None,
    )


def _insurance(case: Case) -> None:
    column = 3 if case.age >= 65 else 4 if case.age >= _ADULT else 5
    plans = [(*each[:3], each[column]) for each in sample("people")["insurance"]["plans"] if each[column]]
    payer, plan, kind, _ = weighted(case.rng, plans)
    if payer == "Self pay":
        return
    case.numbers["payer"] = payer
    starts = case.ago(200, 1400)
    known = {"phone": sample("people")["insurance"]["phone"], "starts_on": starts.isoformat()}
    child = case.age < _ADULT
    _coverage(case, (payer, plan, kind), 1, relationship_text="child" if child else "self", **known)
    if payer == "Medicare" and case.chance(0.5):
        second = sample("people")["insurance"]["second"]
        _coverage(case, tuple(second), 2, relationship_text="self", **known)
    if case.chance(0.06):
        ended = (starts - dt.timedelta(days=1)).isoformat()
        _coverage(case, ("Former Mutual", "Bronze 6000", "commercial"), None, status="cancelled", ends_on=ended)


def _coverage(case: Case, what: tuple[str, ...], position: int | None, **values: Any) -> None:
    payer, plan, kind = what
    member = f"{payer[:1]}{case.rng.randint(100000000, 999999999)}"
    case.fact(
        "coverage",
        case.since,
        payer=payer,
        text=plan,
        kind=kind,
        member_id=member,
        position=position,
        author=None,
        **{"status": "active", **values},
    )


def _consents(case: Case) -> None:
    if case.age < _ADULT:
        return
    mood = "depression" in case.have or "anxiety" in case.have
    for each in sample("people")["consent"]["kinds"]:
        secret = each["category"] == "release_mental_health"
        share = 0.5 if secret else 0.04 if each["decision"] == "deny" else 0.34
        if (secret and not mood) or not case.chance(share):
            continue
        given = case.ago(20, 700)
        expires = given + dt.timedelta(days=each["days"]) if each["days"] else None
        revoked = case.ago(1, 15) if case.chance(0.06) and (case.end - given).days > 20 else None
        case.fact(
            "consent",
            given,
            status="inactive" if revoked else "active",
            text=each["text"],
            scope=each["scope"],
            category=each["category"],
            decision=each["decision"],
            purpose=each["purpose"],
            covers=[{"code": code, "decision": each["decision"]} for code in each["covers"]] or None,
            recipients=[{"name": name} for name in each["recipients"]] or None,
            given_on=given.isoformat(),
            given_by=f"{case.who.given} {case.who.family}",
            given_how=each["how"],
            taken_by=case.coordinator()[1],
            starts_on=given.isoformat(),
            expires_on=expires.isoformat() if expires else None,
            revoked_on=revoked.isoformat() if revoked else None,
            revoked_reason=case.rng.choice(sample("people")["consent"]["revoked"]) if revoked else None,
        )


def _alerts(case: Case) -> None:
    for each in sample("people")["alerts"]["list"]:
        fits = case.age >= each.get("min_age", 0) and (each.get("needs") is None or each["needs"] in case.have)
        blood = each["id"] != "bleed" or any(
            one.name in {"apixaban", "warfarin"} and one.stop is None for one in case.taken
        )
        if (
            fits
            and blood
            and (not each.get("interpreter") or case.numbers["interpreter"])
            and case.chance(each["share"])
        ):
            when = case.ago(10, 600)
            case.fact(
                "flag",
                when,
                status="active",
                text=each["text"],
                category=each.get("category", "clinical" if each["clinical"] else "admin"),
                severity=each["severity"],
                clinical=each["clinical"],
                when_booking=each.get("booking", False),
                starts_on=when.isoformat(),
            )
