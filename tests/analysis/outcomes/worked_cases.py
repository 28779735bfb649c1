"""Published cases as forms and plans: `worked_cases.yaml`, and the couples and samples of `published.yaml`."""

from pathlib import Path
from statistics import mean, stdev

import yaml

HERE = Path(__file__).parent
START, END = "2026-01-05", "2026-02-16"
PRINTED = yaml.safe_load((HERE / "published.yaml").read_text(encoding="utf-8"))


def _couples():
    couples = PRINTED["couples"]
    classes = {number: word for word in ("recovered", "improved", "deteriorated") for number in couples[word]}
    firsts = [first for first, _ in couples["pairs"]]
    people = {
        f"couple {number}": [*pair, classes.get(number, "unchanged")] for number, pair in enumerate(couples["pairs"], 1)
    }
    return {
        "better": "higher", "sd": round(stdev(firsts), 6), "reliability": couples["reliability"], "fractions": True,
        "norms": [[round(mean(firsts), 6), round(stdev(firsts), 6)]], "printed": people,
    }  # fmt: skip


def _sample(sample):
    """The class of each person is not printed, how many have which is; without a criterion nobody recovers."""
    pairs, groups = PRINTED["data"][sample["data"]], PRINTED["data"]["groups"]
    firsts = [first for first, _ in pairs]
    functional = [sample["functional"]] if "functional" in sample else []
    chosen = [pair for place, pair in enumerate(pairs) if "group" not in sample or groups[place] == sample["group"]]
    return {
        "better": "lower", "sd": round(stdev(firsts), 6), "reliability": sample["reliability"], "fractions": True,
        "norms": [[round(mean(firsts), 6), round(stdev(firsts), 6)], *functional] if "criterion" in sample else [],
        "printed": {f"number {n}": [*pair, None] for n, pair in enumerate(chosen, 1)},
        "classes": sample["classes"], "response": sample.get("response"), "source": sample["source"],
    }  # fmt: skip


WORKED = yaml.safe_load((HERE / "worked_cases.yaml").read_text(encoding="utf-8"))
CASES = {
    **{name: _sample(case) if "data" in case else case for name, case in WORKED.items()},
    "the couples of Jacobson and Truax": _couples(),
    **{name: _sample(one) for name, one in PRINTED["samples"].items() if "classes" in one},
}
FORM_IDS = {name: case.get("form", f"case-{n}") for n, (name, case) in enumerate(CASES.items(), 1)}
PEOPLE = [(name, who) for name, case in CASES.items() for who in {**case.get("printed", {}), **case.get("rule", {})}]
STRICT = sorted({case["strict"] for case in (*WORKED.values(), PRINTED["couples"]) if "strict" in case})


def person(name, who):
    """First score, last score and class."""
    case = CASES[name]
    return {**case.get("printed", {}), **case.get("rule", {})}[who]


def form_of(name):
    """A form with the published figures, as a practice would write it; None where goalctl ships it."""
    case, told = CASES[name], {"source": "as published"}
    if "form" in case:
        return None
    change = {key: case[key] for key in ("points", "sd", "reliability") if key in case}
    groups = [{"mean": m, "sd": sd, "population": "people", **told} for m, sd in case.get("norms", ())]
    scoring = {"better": case["better"], "reliable_change": [{**change, **told}]}
    if groups:
        scoring["norms"] = dict(zip(("clinical", "community"), groups, strict=False))
    if case.get("response"):
        scoring["response"] = {"percent": 50, **told}
    if "ill" in case:
        scoring["cut_offs"] = [{"when": case["ill"], "name": "ill", "recovery": "yes", **told}]
    item = {"id": "q1", "ask": "score", "type": "number" if case.get("fractions") else "scale", "scale": [0, 200]}
    return {
        "format": 2, "form": FORM_IDS[name], "name": FORM_IDS[name].upper(), "kind": "assessment", "items": [item],
        "scoring": scoring,
    }  # fmt: skip


def plan_keys(name, who, client="c-ab1"):
    """A treatment with two fillings, six weeks apart."""
    first, last, _ = person(name, who)
    form = FORM_IDS[name]
    log = [{"date": day, "forms": {form: {"total": score}}} for day, score in ((START, first), (END, last))]
    return {"client": client, "opened": START, "sessions": log}
