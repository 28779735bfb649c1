"""The keys around a plan's goals: diagnoses, services, approvals, consents, medication, who else takes part."""

from goalctl.model.care import (
    Authorization,
    CareTeamMember,
    ClientValue,
    Consent,
    Diagnosis,
    Medication,
    MentalStatus,
    PlannedAssessment,
    SafetyPlan,
    Service,
)
from goalctl.model.discovery import Discovery, PerfectDay, Wish
from goalctl.model.keys.key import CPT, ON, Key, Keys

CARE: Keys = {
    Diagnosis: {
        "code": Key("The code, as ICD-10-CM or another system has it.", "F33.1"),
        "name": Key("The diagnosis in words.", '"Major depressive disorder, recurrent, moderate"'),
        "on": Key("The day it was made.", "2026-02-02"),
        "by": Key("Who made it.", "m.kowalski"),
    },
    Medication: {
        "name": Key("The medicine.", "sertraline"),
        "dose": Key("How much, and how often.", "50 mg daily"),
        "who": Key("Who of several takes it; else the client.", "Anna"),
        "by": Key("Who prescribed it.", "Dr Osei"),
        "since": Key("The first day.", "2026-01-10"),
        "until": Key("The last day; without one it goes on.", "2026-06-30"),
        "on": Key("The day it was noted here.", "2026-02-02"),
    },
    CareTeamMember: {
        "who": Key("Who else treats the client.", "Dr Osei"),
        "role": Key("As what.", "general practitioner"),
        "release": Key("The day of the client's release of information to them.", "2026-02-02"),
    },
    MentalStatus: {
        "on": Key("The day it was observed.", "2026-02-02"),
        "by": Key("Who observed it.", "m.kowalski"),
        "text": Key("What was observed: appearance, mood, thought, orientation.", '"Oriented; mood low, affect flat."'),
    },
    ClientValue: {
        "value": Key("Something that matters to the client, in a word or two.", "being there for my children"),
        "on": Key("The day it was named.", "2026-02-02"),
    },
    Service: {
        "type": Key("What is provided.", "individual psychotherapy"),
        "minutes": Key("How long one session is.", "50", "minutes"),
        "every": Key("How often: 2w, 3 per week, twice a month, 4 sessions, as needed.", "1w"),
        "for": Key("For how long.", "6m"),
        "cpt": CPT,
        "place": Key("Where.", "office"),
        "by": Key("Who provides it.", "m.kowalski"),
    },
    PlannedAssessment: {
        "form": Key("The form that this client fills in, or phq-9@anna for one person.", "phq-9"),
        "every": Key("How often: a stretch of time, or a number of sessions.", "4w"),
    },
    Authorization: {
        "payer": Key("Who pays.", "Example Health"),
        "from": Key("The first day it covers.", "2026-02-01"),
        "to": Key("The last day it covers, that day included.", "2026-07-31"),
        "sessions": Key("How many sessions it covers.", "20", "sessions"),
        "number": Key("The payer's number of it.", "A-1029"),
    },
    Consent: {
        "what": Key("What was consented to; a release of information says so, and to whom if not to all.", "treatment"),
        "who": Key("Who consented, a member or guardian; else the client.", "Anna"),
        "on": Key("The day it was given.", "2026-02-02"),
        "until": Key("The last day it holds.", "2027-02-01"),
        "withdrawn": Key("The day it was taken back; it holds no longer.", "2026-05-04"),
        "where": Key("Where the paper is.", '"chart, page 3"'),
    },
    SafetyPlan: {
        "on": Key("The day it was made.", "2026-02-02"),
        "reviewed": Key("The day it was last gone through with the client.", "2026-04-13"),
        "who": Key("For whom of several; else the client.", "Anna"),
        "form": Key("The id of the entry that holds it as a form.", "4k7q2m"),
        "where": Key("Where it is, when not here.", "paper chart"),
    },
    Discovery: {
        "magic_wand": Key("Three wishes: what would be different.", "[{wish: sleep through the night}]"),
        "perfect_day": Key("An average perfect day, today and in a year.", '{today: "Up at seven, a walk, work."}'),
    },
    Wish: {
        "wish": Key("What the client wishes for.", "sleep through the night"),
        "in_the_way": Key("What is in its way.", "worry about work"),
        "goal": Key("The goal that it became.", "g1"),
        "on": ON,
    },
    PerfectDay: {
        "today": Key("The day as it would be now.", '"Up at seven, a walk, work, dinner together."'),
        "in_a_year": Key("The day as it would be a year from now.", "Back at the choir on Thursdays."),
        "on": ON,
    },
}
