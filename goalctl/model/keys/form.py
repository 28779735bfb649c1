"""The keys of a form: its items, what its answers mean, and where its facts come from."""

from goalctl.model.change import ImportantChange, NormGroup, Norms, NotableChange, ReliableChange
from goalctl.model.fact import Fact
from goalctl.model.form import Form, Item
from goalctl.model.instrument import Checked, EnteredAgain, Licence, Variant
from goalctl.model.keys.key import ABOUT, FORMAT, TAGS, Key, Keys
from goalctl.model.scoring import (
    Band,
    Condition,
    Criterion,
    CutOff,
    Loinc,
    NotRisk,
    Prorate,
    Remission,
    Response,
    RiskItem,
    Scored,
    Scoring,
    Subscale,
)

_OPTIONS = Key("The possible answers, in the order of the sheet.", "{0: never, 1: sometimes}")
_SCALE = Key("The lowest and the highest answer.", "[0, 10]")
_ANCHORS = Key("What single numbers of the scale mean.", "{0: not at all, 10: extremely}")
_WHEN = Key("The scores that it holds for.", '">= 10"')
_POPULATION = Key("In whom the figure was found.", "adults in primary care")

FORM: Keys = {
    Form: {
        "format": FORMAT,
        "form": Key("The form's id, as its file is named.", "morning-check"),
        "version": Key("Which version of the form this is; an altered scoring is a new one.", "1"),
        "name": Key("The form's name.", "Morning check"),
        "kind": Key("What the form is for.", "assessment"),
        "about": ABOUT,
        "over": Key("The stretch that the answers are about.", "the last two weeks"),
        "by": Key("Who fills it in.", "client"),
        "enter": Key("How the numbers are taken from the sheet.", "Enter the number printed beside each box."),
        "variant": Key("Which scoring this is, where several are in use.", "0-3 scoring"),
        "other_variants": Key("Other scorings in use.", "[{name: 1-4 scoring, totals: [20, 80], plus: -20}]"),
        "options": _OPTIONS,
        "scale": _SCALE,
        "anchors": _ANCHORS,
        "type": Key("The type of every item that states none.", "choice"),
        "items": Key("The fields of the form, in order.", '[{id: q1, ask: "How did you sleep?"}]'),
        "scoring": Key("How answers become scores; without it the form has none.", "{method: sum}"),
        "risk": Key("Answers that must not be missed.", '[{item: q9, when: ">= 1", says: thoughts of death}]'),
        "not_risk": Key("Items that could be taken for risk items and are none.", "[{item: q21, because: why}]"),
        "without_risk": Key("Why it leaves out risk items of the form it was made from.", "a sheet for children"),
        "loinc": Key("The LOINC codes.", "{panel: 44249-1, total: 44261-6}"),
        "every": Key("How often it is usually filled in.", "2w"),
        "tags": TAGS,
        "copy_of": Key("The shipped form that it was made from.", "phq-9"),
        "licence": Key("The terms of use.", "free to use"),
        "attribution": Key("What must be printed with it.", "Developed by Example and Example"),
        "sources": Key("Where its facts are written.", '["Kroenke, Spitzer & Williams 2001"]'),
        "verified": Key("Whether its facts were checked against the sources.", "yes"),
        "verified_on": Key("The day they were checked.", "2026-01-10"),
        "checked": Key("Who compared the facts with a second source.", "{by: m.kowalski, on: 2026-01-10}"),
    },
    Item: {
        "id": Key("The item's id, which answers and scoring use.", "q1"),
        "ask": Key("The label or question, in our own words.", '"How did you sleep?"'),
        "type": Key("What kind of answer it takes.", "scale"),
        "help": Key("What is shown when somebody asks.", "Count from lights out."),
        "section": Key("The heading that starts with this item.", "Sleep"),
        "options": _OPTIONS,
        "points": Key("What each answer scores, when not its number.", "{yes: 1, no: 0}"),
        "scale": _SCALE,
        "anchors": _ANCHORS,
        "unit": Key("What the number is in.", "hours"),
        "to": Key("Where a guided command puts the answer.", "smart.specific"),
        "drafts": Key("The facts that this part of a note is drafted from.", "[scores, homework-done]"),
        "required": Key("Whether it must be answered.", "no"),
        "scored": Key("Whether the answer enters the score.", "yes"),
        "shown_if": Key("The answers that make it appear.", '{q1: ">= 1"}'),
    },
    Fact: {
        "source": Key("Where the figure is written.", '"Kroenke, Spitzer & Williams 2001"'),
        "verified": Key("Whether it was checked there.", "yes"),
    },
    Variant: {
        "name": Key("What the other scoring is called.", "1-4 scoring"),
        "totals": Key("Its lowest and highest total.", "[20, 80]"),
        "times": Key("What its total is multiplied by, before plus is added.", "1"),
        "plus": Key("What is added to that, to make the total here.", "-20", "points"),
    },
    Licence: {
        "terms": Key("The terms of use, in words.", "free to use"),
        "wording": Key("Whether the questions may be copied.", "ask"),
        "source": Key("Where the terms are written.", "the publisher's site"),
        "read": Key("The day they were read.", "2026-01-10"),
        "again": Key("The day to look again.", "2027-01-10"),
    },
    Checked: {
        "by": Key("Who compared the facts.", "m.kowalski"),
        "on": Key("The day they were compared.", "2026-01-10"),
        "sources": Key("The second sources.", "[Löwe et al. 2004]"),
        "one_source": Key("Kinds of fact that have only one source.", "[change]"),
        "unsourced": Key("Kinds of fact without a source that was read.", "[missing]"),
        "entered_again": Key(
            "Who entered facts once more, without looking at the form.", "{by: a.nowak, on: 2026-01-11}"
        ),
    },
    EnteredAgain: {
        "by": Key("Who entered them.", "a.nowak"),
        "on": Key("The day they were entered.", "2026-01-11"),
        "facts": Key("The kinds of fact that were found alike.", "[items, bands]"),
    },
    Scored: {
        "method": Key("How the score comes about; none: only subscales or criteria.", "sum"),
        "multiply": Key("What the sum or mean is multiplied by.", "1"),
        "table": Key("What each sum becomes, as a T score.", "{5: 42.1, 6: 44.7}"),
        "better": Key("Which end of the scale is the good one.", "lower"),
        "prorate": Key("How many answers may be missing.", "{missing: 2}"),
        "bands": Key("Stretches of scores with a name.", "[{from: 0, name: minimal}, {from: 10, name: moderate}]"),
        "cut_offs": Key("Scores that say something is present.", '[{when: ">= 10", name: depression likely}]'),
        "reliable_change": Key("The least change beyond measurement error.", "[{points: 6, confidence: 95}]"),
        "notable_change": Key("Other changes with a name.", "[{points: 5, name: clinically notable}]"),
        "mid": Key("The least change that people value.", "[{points: 5}]"),
        "norms": Key(
            "Scores of people in treatment and of others.", "{clinical: {mean: 19.7, sd: 7.7, population: clients}}"
        ),
    },
    Scoring: {
        "reversed": Key("Items that count the other way round.", "[q3, q5]"),
        "may_be_skipped": Key("Items that do not apply to everyone.", "[q12]"),
        "subscales": Key("Scores over some of the items.", "{worry: {items: [q1, q2]}}"),
        "parts": Key("The subscales that the total is made of.", "[worry]"),
        "criteria": Key("Patterns of answers with a name.", "[{name: screen positive}]"),
        "remission": Key("Below which score there is remission, where lower is better.", "{below: 5}"),
        "response": Key("Which fall is a response to treatment, where lower is better.", "{percent: 50}"),
    },
    Subscale: {
        "name": Key("What the subscale is called.", "Worry"),
        "items": Key("The items that it is made of.", "[q1, q2]"),
    },
    Prorate: {
        "missing": Key("How many answers may be missing.", "2", "answers"),
        "never": Key("Items that must be there.", "[q9]"),
        "round": Key("Whether the estimate is rounded.", "no"),
    },
    Band: {
        "from": Key("The lowest score of the band, up to the next one.", "10", "points"),
        "name": Key("What the band is called.", "moderate"),
    },
    CutOff: {
        "when": _WHEN,
        "name": Key("What it says.", "depression likely"),
        "for": Key("For whom it holds, when not for everyone.", "older adults"),
        "recovery": Key("Whether its source says by it who has recovered.", "yes"),
    },
    ReliableChange: {
        "points": Key("The change, as published.", "6", "points"),
        "confidence": Key("The level of confidence.", "95", "percent"),
        "sd": Key("The standard deviation, to work it out.", "6.1", "points"),
        "reliability": Key("The reliability, to work it out: 0 to below 1.", "0.84"),
        "population": _POPULATION,
        "only_for": Key("The only people it holds for; it judges nobody else.", "veterans"),
    },
    Norms: {
        "clinical": Key("People in treatment.", "{mean: 19.7, sd: 7.7, population: clients of a service}"),
        "community": Key("People who are not.", "{mean: 4.7, sd: 4.8, population: adults of the community}"),
    },
    NormGroup: {
        "mean": Key("Their mean score.", "19.7", "points"),
        "sd": Key("The standard deviation of their scores.", "7.7", "points"),
        "n": Key("How many they were.", "1835", "people"),
        "population": Key("Who they were.", "clients of primary care counselling"),
    },
    NotableChange: {
        "points": Key("How large the change is.", "5", "points"),
        "name": Key("What it is called.", "clinically notable"),
        "worse": Key("Whether only a change for the worse counts.", "no"),
    },
    ImportantChange: {
        "points": Key("How large the change is.", "5", "points"),
        "population": _POPULATION,
    },
    Criterion: {
        "name": Key("What the pattern says.", "screen positive"),
        "all": Key("Conditions that must all hold.", '[{items: [q1, q2], when: ">= 2"}]'),
        "any": Key("Conditions of which one must hold.", '[{items: [q3], when: ">= 1"}]'),
    },
    Condition: {
        "items": Key("The items that are looked at.", "[q1, q2]"),
        "when": Key("What an answer's points must be.", '">= 2"'),
        "but": Key("Items with a condition of their own.", '{q9: ">= 1"}'),
        "at_least": Key("How many of them must fit.", "1", "items"),
        "at_most": Key("How many may fit.", "3", "items"),
    },
    Remission: {
        "below": Key("The score below which there is remission.", "5", "points"),
        "name": Key("What it is called.", "remission"),
    },
    Response: {
        "percent": Key("The fall from the baseline that counts.", "50", "percent"),
    },
    NotRisk: {
        "item": Key("The item.", "q21"),
        "because": Key("Why it is none.", "it asks about meaning, not about death or harm"),
    },
    RiskItem: {
        "item": Key("The item.", "q9"),
        "when": Key("The points with which it is endorsed.", '">= 1"'),
        "says": Key("What an endorsed answer says.", "thoughts of being better off dead"),
        "concern": Key("What the risk is of.", "suicide"),
        "height": Key("How high it is; an item that mixes them states none.", "passive"),
        "ever": Key("Whether it asks about a whole life, and so says nothing about now.", "no"),
    },
    Loinc: {
        "panel": Key("The code of the panel.", "44249-1"),
        "total": Key("The code of the total.", "44261-6"),
        "parts": Key("The codes of subscales.", "{worry: 70272-0}"),
        "items": Key("The codes of items.", "{q1: 44250-9}"),
    },
}
