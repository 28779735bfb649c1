"""C: abstinence after heavy drinking, and whether medical advice on stopping is on record.

Only a record answers, of the day of the high score or later: withdrawal or drinking that was talked over with
somebody, as the log has it, or a medicine for withdrawal or dependence that was prescribed. Who is in the care team,
what else is taken and a word in a note or in a goal say nothing of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from goalctl.analysis.figures import score_text
from goalctl.analysis.instruments.readings import form_of
from goalctl.analysis.instruments.scoring import score_of
from goalctl.analysis.risk.attendance import plans_company
from goalctl.analysis.risk.record_command import risk_command
from goalctl.model.care import Medication
from goalctl.model.finding import Finding, Severity
from goalctl.model.goal import Goal, Scorable
from goalctl.model.ids import FormRef
from goalctl.model.people import owner_of
from goalctl.model.session import Concern, Risk
from goalctl.rules.entries import placed_entries
from goalctl.rules.rule import Rule, RuleCase, finding_at
from goalctl.rules.s_measure import active
from goalctl.rules.wording.patterns import Phrases

_ABSTINENCE = Phrases(
    r"\b(?:abstin\w+|abstain\w*|sober|sobriety|alcohol[- ]free|(?:not|never) drinks?|no alcohol|detox\w*"
    r"|(?:stop|quit)(?:s|ping|ting)?(?: all)? (?:alcohol|(?:the )?drink|drinking)"
    r"|(?:giv(?:e|es|ing) up|cut(?:s|ting)? out) (?:all )?(?:alcohol|(?:the )?drink|drinking)"
    r"|(?:stay|keep)(?:s|ing)? (?:off|away from) (?:all )?(?:alcohol|(?:the )?drink|drinking)|teetotal\w*"
    r"|without (?:alcohol|drinking|a(?:ny)? drinks?)"
    r"|(?:no|zero|0) (?:alcoholic )?drinks?(?! (?:after|before|until|at|alone|than|on (?!any|all|every)))"
    r"|(?:stay|keep|live|remain)(?:s|ing)? dry(?! (?:at|all|over|in|through) ?(?:the )?(?:night|bed)))\b"
)
_DRINKS = Phrases(r"\b(?:alcohol\w*|drinks?|drinking|units?|beers?|wine|glasses|spirits|bottles|cans|pints)\b")
_RELATIVE = re.compile(
    r"\b(?:brother|sister|mother|father|mum|mom|dad|wife|husband|partner|son|daughter|friend|cousin|aunt|uncle"
    r"|neighbou?r|(?:girl|boy)friend|colleague)(?:-in-law)?,?(?: \(?(?:who|is|was|works|as|also|a|an|the|retired|old))+"
    r" (?:\w+ )?(?:physician|doctor|gp|nurse(?: practitioner)?|psychiatrist|internist|paramedic|md|rn|np)\b"
)
_DOCTOR = Phrases(
    r"\b(?:physician|doctor|dr|gp|md|psychiatrist|prescriber|nurse(?: practitioner)?|np|rn|internist|paramedic"
    r"|(?:general|family) practitioner|medical (?:officer|director)|addiction medicine)\b"
)
_PLACE = Phrases(
    r"\b(?:hospital|detox(?:ification)?|ward|inpatient|medical practice|clinic|ambulance|emergency (?:room|department)"
    r"|addiction (?:service|team|unit|clinic))\b"
)
_DRINKING = Phrases(r"\b(?:alcohol\w*|withdrawal|detox\w*|drinking|sobriety|sober|delirium|dts?)\b")
_UNASKED = Phrases(
    r"\b(?:(?:could|can)(?:not| not|n't) (?:be )?(?:reach|contact|ask|see|get)\w*|unreachable|nothing yet|nobody"
    r"|awaiting|not (?:yet|reached|available|asked|consulted|seen)|no (?:answer|reply|response|doctor|appointment|one)"
    r"|waiting for|left a message|message left|tried to|(?:s?he|they|client|patient) (?:refused|declined))\b"
)
_NONE = Phrases(r"(?:none|no one|nobody|nothing|never|not yet|n/?a|no)\b", start=True)
_MEDICINES = Phrases(
    r"\b(?:chlordiazepoxide|librium|clomethiazole|heminevrin|acamprosate|campral|disulfiram|antabuse|naltrexone|vivitrol"
    r"|nalmefene|selincro)\b"
)
_SEDATIVES = Phrases(r"\b(?:diazepam|valium|lorazepam|ativan|oxazepam)\b")
_AUDIT = "audit"
_WITHDRAWAL = {_AUDIT: 20, "ciwa-ar": 8}  # common knowledge of the field, not looked up


class _High(NamedTuple):
    """Of one person (None is the client) the first of the high scores that nothing low came after, and its day."""

    told: str
    day: date
    who: str | None


def withdrawal_without_advice(case: RuleCase) -> Iterator[Finding]:
    """Signs of alcohol dependence, a goal of abstinence of that person's, and no medical advice on record since."""
    asked = [high for high in _highs(case) if not _is_answered(case, high)]
    for path, item in active(case):
        if _means_abstinence(item):
            owner = owner_of(case.plan, item.id) if case.plan.members else None
            for high in (one for one in asked if owner is None or one.who in {None, owner.casefold()}):
                hint = _whom_to_ask(case, risk_command(case.plan, high.who, Concern.WITHDRAWAL))
                yield finding_at(f"{item.id} means abstinence, and {high.told}", (*path, "id"), hint)


def _means_abstinence(item: Scorable) -> bool:
    """By its words, or by drinks that are counted down to none."""
    specific, measure = item.smart.specific if isinstance(item, Goal) else None, item.measure
    counted = f"{measure.of or ''} {measure.unit or ''}".lower() if measure and measure.target == 0 else ""
    words = f"{item.wording}. {specific or ''}".lower().replace("\u2019", "'")
    return _DRINKS.stand_in(counted) or _ABSTINENCE.stand_in(words.replace("n't", " not"))


def _highs(case: RuleCase) -> list[_High]:
    """Of each person: a low AUDIT, which asks about months, ends what was high before; a low CIWA-Ar does not."""
    found: dict[str | None, _High] = {}
    over: set[str | None] = set()
    company = plans_company(case.plan)
    for day, ref, name, total in _totals(case):
        who = company.person(ref.respondent)
        if total < _WITHDRAWAL[ref.id]:
            over |= {who} if ref.id == _AUDIT else set()
        elif who not in found or who in over:
            whose = f" ({who})" if who else ""
            found[who] = _High(f"the {name}{whose} is {score_text(total)} on {day}", day, who)
            over.discard(who)
    return list(found.values())


def _totals(case: RuleCase) -> Iterator[tuple[date, FormRef, str, float]]:
    """Every total of these forms in the log's order, with its day and the form's name."""
    for _, entry in placed_entries(case):
        for ref, answers in entry.forms.items():
            form = form_of(case.forms, ref) if ref.id in _WITHDRAWAL else None
            total = score_of(form, answers).total if form else None
            if form and total is not None:
                yield entry.date, ref, form.name, total


def _is_answered(case: RuleCase, high: _High) -> bool:
    """By a record or a medicine of that one; of a member's no record of nobody and none of another's."""
    company = plans_company(case.plan)
    records = (entry.risk for _, entry in placed_entries(case) if entry.risk and entry.date >= high.day)
    theirs = (one for one in records if company.person(one.who) == high.who)
    taken = (one for one in case.plan.medications if one.who is None or company.person(one.who) == high.who)
    return any(map(_is_advice, theirs)) or any(_treats(one, high.day) for one in taken)


def _is_advice(risk: Risk) -> bool:
    """Of withdrawal: who was consulted, or where it led. Of another concern: somebody medical, about drinking."""
    steps = [text.lower() for text in (risk.consulted, risk.because, *risk.done) if text and _was_done(text.lower())]
    others = [_RELATIVE.sub(" ", step) for step in steps]  # a brother who is a nurse treats nobody here
    is_medical = any(_DOCTOR.stand_in(step) or _PLACE.stand_in(step) for step in others)
    if Concern.WITHDRAWAL in {risk.concern, *risk.close}:
        return is_medical or bool(risk.consulted and _was_done(risk.consulted.lower()))
    about = " ".join(filter(None, (risk.asked_because, risk.consulted, risk.note, *risk.done)))
    return is_medical and _DRINKING.stand_in(about.lower())


def _was_done(text: str) -> bool:
    """Whether it does not say that nobody was reached, or not yet."""
    return any(map(str.isalpha, text)) and not (_NONE.stand_in(text) or _UNASKED.stand_in(text))


def _treats(medication: Medication, since: date) -> bool:
    """Whether somebody medical prescribed it from then on, for withdrawal or dependence; a sedative has to say so."""
    by = (medication.by or "").lower()
    began, told = medication.since or medication.on, f"{medication.name} {medication.dose or ''}".lower()
    is_for_it = _MEDICINES.stand_in(told) or (_SEDATIVES.stand_in(told) and _DRINKING.stand_in(told))
    return began is not None and began >= since and is_for_it and (_DOCTOR.stand_in(by) or _PLACE.stand_in(by))


def _whom_to_ask(case: RuleCase, command: str) -> str:
    """Names the first of the care team or the prescribers who is medical, where there is one."""
    team = [(member.who, f"{member.role or ''} {member.who}") for member in case.plan.care_team]
    prescribers = [(medication.by, medication.by) for medication in case.plan.medications if medication.by]
    who = next((name for name, told in (*team, *prescribers) if _DOCTOR.stand_in(told.lower())), None)
    if who is None:
        return f"ask for medical advice before the first sober day, and record whom was asked: {command}"
    return f"ask {who} before the first sober day, and record it: {command}"


_DRY = """{goals: [{id: g1, goal: Lives sober for ninety days, status: active}],
  sessions: [{date: 2026-02-02, forms: {audit: 24}, note: Her brother is a nurse}ADVICE]}"""

RULES = (
    Rule(
        "C106",
        "abstinence without medical advice",
        "to stop drinking at once can be dangerous after heavy use; what answers is a record of the day of the score "
        "or later: of withdrawal with whom was consulted, of somebody medical consulted about drinking, or of a "
        "medicine for withdrawal or dependence that a doctor prescribed; no care team, no word in a note does",
        withdrawal_without_advice,
        Severity.WARNING,
        mend="ask for medical advice before the first sober day, and record whom was asked: "
        "goalctl risk CLIENT --concern withdrawal",
        source="AUDIT of 20 or more, CIWA-Ar of 8 or more",
        bad=_DRY.replace("ADVICE", ""),
        good=_DRY.replace("ADVICE", ", {date: 2026-02-03, risk: {concern: withdrawal, consulted: Dr. Alder}}"),
        verified=False,
    ),
)
