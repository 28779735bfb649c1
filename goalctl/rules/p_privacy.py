"""P: texts that look like something by which a client, or somebody around them, could be known.

A plan's file carries a pseudonym; a note needs a role (the mother, the employer), not a name. Messages never repeat
what was found: they end up in logs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from goalctl.model.consent_words import is_of_release
from goalctl.model.finding import Finding, Path, Severity, Value, value_in
from goalctl.rules.rule import PlanSeen, Rule, RuleCase, finding_at

_NOT_PROSE = {
    *("format", "client", "clinician", "supervisor", "id", "by", "of", "cpt", "code", "number", "licence"),
    *("date", "time", "opened", "closed", "deadline", "on", "from", "to", "until", "since", "next", "written", "due"),
    *("follow_up", "plan_by", "every", "review_every", "scores", "forms"),
}
_MEASURES = frozenset({"measurable", "measured_before"})
_SEEN = "the trail keeps what was; a waiver on that line says that it was seen: goalctl explain waivers"
_MEND = (
    "name the role instead (the mother, the employer); for the practice's own: privacy: {allow: […]} in goalctl.yaml"
)
KEPT = frozenset({"sessions", "reviews", "agreements"})
_KEPT = f"{_MEND}; what git has stays as it is, and a waiver on that line says that it was seen"
_FROM_TO = frozenset({"from", "to"})
_CRISIS_LINES = re.compile(r"(?:988|911|112|999|111|116 ?123|0800[ -]?\d[\d -]*|1?-?8(?:00|88|77|66)[ -]\d[\d -]*)")

_PARTICLE = r"(?:(?:van|von|de|den|der|del|della|di|da|la|le|el|al|bin|ter|ten)\s+){0,3}"
_NAME = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Herr|Frau|Señora?|Sra?|Mme|Rev|Judge|Officer|Uncle|Aunt|Auntie)\b\.?\s+"
    rf"(?!(?:Christmas|Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)(?:day)?\b){_PARTICLE}[A-ZÀ-Þ][\w'\u2019-]+"
    r"|\b(?:MR|MRS|DR)\b\.?\s+[A-ZÀ-Þ]{3,}\b|\bmrs?\b\.?\s+[a-zà-þ]{3,}"
)
_PHONE = re.compile(
    r"(?<![\w.,/-])(?:\+\d{1,3}[ .-]?)?(?:\(0?\d{1,5}\)[ .-]?|\d{2,5}[ .-])\d{2,4}(?:[ .-]?\d{2,5}){1,3}"
    r"(?![\w/-]|[.,]\d)"
    r"|(?<![\w.,/-])(?:\+\d{9,14}|0\d{9,10}|[2-9]\d{9})(?![\w/-])"
)
# Days, years, hours, round thousands and billing codes in a row, which are written with the same signs.
_NO_PHONE = re.compile(
    r"\d{4}-\d{2}-\d{2}.*|\d{1,2}[.-]\d{1,2}[.-](?:19|20)\d\d\b.*|(?:19|20)\d\d(?:[ -](?:19|20)\d\d)+"
    r"|[1-9]\d{4}(?: [1-9]\d{4})+|(?:[01]\d|2[0-3])\.[0-5]\d(?:[ -](?:[01]\d|2[0-3])\.[0-5]\d)+"
    r"|(?:[1-9]\d{0,2}[ .])?\d00-[1-9]\d{0,2}[ .]\d00"
)
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b")
_STREET = (
    r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct|Place|Pl|Terrace|Close|Crescent|Square"
    r"|Way|Row|Hill|Gardens|Grove)"
)
_ADDRESS = re.compile(
    rf"\b\d{{1,5}}[a-zA-Z]? (?:[A-Z][a-z]+ ){{1,3}}{_STREET}\b|\b[A-Z][a-zäöüß]+(?:straße|strasse|weg|gasse|allee) \d+"
    r"|\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b"
)
_FIGURE = re.compile(r"\d")
_DAY = (
    r"(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8},? \d{4}"
    r"|[A-Z][a-z]{2,8} \d{1,2},? \d{4})"
)
_BIRTH = re.compile(
    rf"(?:\bborn(?: on)?(?: the)?|\bd\.?o\.?b\.?|\bdate of birth|\bbirth ?da(?:y|te))(?: is| was)?[:,]? {_DAY}",
    re.IGNORECASE,
)
WITH_AREA_CODE = 8  # our own: a number with fewer digits rings nowhere by itself
_SSN = re.compile(
    r"(?<![\w-])(?!000|666|9\d\d)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\w-])"
    r"|\b(?i:SSN|social security(?: number| no\.?)?)(?: is)?[ :#]*\d{3}[- ]?\d{2}[- ]?\d{4}\b"
)
_RECORD = re.compile(
    r"\b(?:MRN|NHS(?: number| no\.?)?|medical record(?: number)?|record (?:number|no\.?)|chart (?:number|no\.?)"
    r"|(?:case|account|docket|policy|passport) (?:number|no\.?)|member id"
    r"|(?:medicaid|medicare|insurance|subscriber) (?:id|number|no\.?)"
    r"|driver'?s licen[cs]e(?: number| no\.?)?)(?: is)?[ :#]*(?=[A-Z\d-]*\d)[A-Z\d][A-Z\d -]{4,}",
    re.IGNORECASE,
)


def texts(data: Value, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Every text in a plan that may hold prose, with its path; fields with a grammar of their own are left out.

    What a measure is `of` is prose: the calls that are counted; everywhere else it is an id or a digest. So is what
    was changed from and to, unless that is of people.
    """
    if isinstance(data, dict):
        prose = {"of"} if not _MEASURES.isdisjoint(path[-2:]) else _FROM_TO if _is_of_words(data, path) else frozenset()
        for key, value in data.items():
            if key not in _NOT_PROSE or key in prose:
                yield from texts(value, (*path, key))
    elif isinstance(data, list):
        for position, item in enumerate(data):
            yield from texts(item, (*path, position))
    elif data:
        yield path, data


def _is_of_words(data: Mapping[str, Value], path: Path) -> bool:
    """Whether it is a change of something that is looked through where it stands."""
    return path[:1] == ("changes",) and len(path) == len(("changes", 0)) and data.get("what") not in _NOT_PROSE


def _prose(case: RuleCase) -> tuple[tuple[Path, str], ...]:
    return tuple(texts(case.data))


def _of_others_than_helpers(case: RuleCase) -> tuple[tuple[Path, str], ...]:
    """Prose without who else treats, was consulted or gets what is released: they are none of the client's."""
    said = ((path, text, _place_meant(case, path)) for path, text in case.once(_prose))
    return tuple((path, text) for path, text, meant in said if not _names_a_helper(meant, text))


def _place_meant(case: RuleCase, path: Path) -> Path:
    """Of what a change of the plan was from and to the place that it had there; else the path itself."""
    if path[0] != "changes" or path[2] not in _FROM_TO or value_in(case.data, (*path[:2], "of")):
        return path
    return (*str(value_in(case.data, (*path[:2], "what"))).split("."), *path[3:])


def _names_a_helper(path: Path, text: str) -> bool:
    is_recipient = path[0] == "consents" and path[-1] == "what" and is_of_release(text)
    is_asked = path[-2:] == ("risk", "consulted") or path[-1] == "risk.consulted"  # as an amendment sets it
    return is_recipient or is_asked or (path[0] == "care_team" and path[-1] == "who")


def _with_figures(case: RuleCase) -> tuple[tuple[Path, str], ...]:
    """Those with a digit, without which there is no number to find: few, and quickly told apart."""
    return tuple((path, text) for path, text in case.once(_prose) if _FIGURE.search(text))


def _with_at(case: RuleCase) -> tuple[tuple[Path, str], ...]:
    """Those with the sign of an address, for the same reason."""
    return tuple((path, text) for path, text in case.once(_prose) if "@" in text)


def _without_allowed(case: RuleCase, text: str) -> str:
    for allowed in case.settings.privacy.allow:
        text = text.replace(allowed, " ")
    return text


def _stands(message: str, path: Path) -> Finding:
    """It; the trail can't be worded anew, so there only a waiver says that it was seen."""
    return finding_at(message, path, _SEEN if path[0] == "changes" else _KEPT if path[0] in KEPT else "")


def _matching(
    pattern: re.Pattern[str], message: str, among: Callable[[RuleCase], tuple[tuple[Path, str], ...]]
) -> Callable[[RuleCase], Iterator[Finding]]:
    """A rule's function: one finding for each text, among those, that the pattern occurs in."""

    def check(case: RuleCase) -> Iterator[Finding]:
        for path, text in case.once(among):
            if pattern.search(text) and pattern.search(_without_allowed(case, text)):
                yield _stands(message, path)

    return check


def telephone_numbers(case: RuleCase) -> Iterator[Finding]:
    """A telephone number that is no crisis line or free number."""
    for path, text in case.once(_with_figures):
        others = _SSN.sub(" ", _RECORD.sub(" ", _without_allowed(case, text)))
        numbers = (match[0] for match in _PHONE.finditer(others))
        if any(_is_someones(number) for number in numbers):
            yield _stands("a telephone number stands here", path)


def _is_someones(number: str) -> bool:
    digits = sum(letter.isdigit() for letter in number)
    is_none = _NO_PHONE.fullmatch(number) is not None
    return digits >= WITH_AREA_CODE and not (is_none or _CRISIS_LINES.fullmatch(number))


def own_words(case: RuleCase) -> Iterator[Finding]:
    """A word from the practice's own list, as a whole word in any case."""
    words = case.settings.privacy.words
    if not words:
        return
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(word) for word in words)})(?!\w)", re.IGNORECASE)
    for path, text in case.once(_prose):
        if pattern.search(text):
            yield _stands("a word from the practice's own list stands here", path)


_WHY = "a plan is copied, printed and kept in git for ever; what is not in it can't leak from it"
_SOURCE = "the identifiers of 45 CFR 164.514(b)(2)"


def _rule(code: str, title: str, check: Callable[[RuleCase], Iterator[Finding]], bad: str, good: str) -> Rule:
    note = "sessions: [{{date: 2026-02-02, note: {}}}]"
    return Rule(
        code,
        title,
        _WHY,
        check,
        Severity.WARNING,
        mend=_MEND,
        source=_SOURCE,
        bad=note.format(bad),
        good=note.format(good),
        sees=PlanSeen.OF_THE_FILE,
    )


RULES = (
    _rule(
        "P101",
        "a name with a title",
        _matching(_NAME, "a name with a title stands here", _of_others_than_helpers),
        "Her teacher Mrs Alder called",
        "Her teacher called",
    )._replace(
        why=f"{_WHY}; who else treats (care_team), who was consulted about risk and to whom a release is may be named"
    ),
    _rule(
        "P102",
        "a telephone number",
        telephone_numbers,
        '"Reached at 020 7946 0958"',
        '"Crisis line 116 123 on the card"',
    ),
    _rule(
        "P103",
        "an e-mail address",
        _matching(_EMAIL, "an e-mail address stands here", _with_at),
        "Writes to jo@example.org",
        "Writes an e-mail to his brother",
    ),
    _rule(
        "P104",
        "an address",
        _matching(_ADDRESS, "an address stands here", _with_figures),
        "Moved to 12 Alder Street",
        "Moved to another street",
    ),
    _rule(
        "P105",
        "a day of birth",
        _matching(_BIRTH, "a day of birth stands here", _with_figures),
        '"DOB: 12/03/1990"',
        "Her birthday was hard",
    ),
    _rule(
        "P106",
        "a social security number",
        _matching(_SSN, "a social security number stands here", _with_figures),
        "219-09-9999",
        "Walked 219 steps",
    ),
    _rule(
        "P107",
        "a record number",
        _matching(_RECORD, "a record number stands here", _with_figures),
        "MRN 00482913",
        "Keeps a record of meals",
    ),
    _rule(
        "P108", "a word from the practice's own list", own_words, "Met Rumpelstilt at the door", "Met a man at the door"
    ),
)
