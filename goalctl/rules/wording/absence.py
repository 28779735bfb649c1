"""A goal that says what will not be, and nothing that will be instead: a dead man could keep it."""

from __future__ import annotations

from functools import lru_cache

from goalctl.rules.wording import verbs
from goalctl.rules.wording.clauses import GoalClause, GoalSentence, halves
from goalctl.rules.wording.criterion import has_amount, has_frequency
from goalctl.rules.wording.inflection import bases
from goalctl.rules.wording.others import done_by_others
from goalctl.rules.wording.patterns import Phrases, words

_TIME = (
    "(?:days?|weeks?|months?|years?|weekends?|evenings?|nights?|hours?|shifts?|terms?|summer|winter|christmas"
    "|holidays?|lent)"
)
_HABIT = (
    "(?:alcohol|drink|drinking|drugs?|cannabis|weed|heroin|cocaine|opioids?|opiates?|benzodiazepines|benzos|smoking"
    "|cigarettes|nicotine|vaping|gambling|sugar|caffeine|(?:sleeping |pain)?(?:pills|tablets|killers)|medication"
    "|methadone|bottle|booze|fags|self-harm)"
)
_OWN = "(?:the |a |an |all |any |his |her |my |their )?"
_SELF = "(?:my|him|her|them)sel(?:f|ves)"
_START = Phrases(
    r"(?:not|never|no longer|no more|no(?! to\b)|zero|nothing|without|nobody"
    r"|neither)\b(?! than| later| more than| longer than| higher than| less than| fewer than)",
    r"there (?:will be|is|are) (?:no|nothing|never)\b",
    r"(?:be|is|are|become|remain|stay|keep|live)s? (?:\w+ly |all )?(?:without|free (?:of|from)"
    r"|\w+-free|clear of|away from|off(?! (?:the (?:ward|unit|bus|phone)|to|work))|out of (?:hospital|prison|jail"
    r"|trouble|debt|the (?:hospital|bar|pub|casino)|inpatient))\b",
    "(?:stay|stays|staying|keep|keeps|keeping|steer|steers|live|lives|remain|remains) (?:away|clear|off|out|without"
    r"|free|sober|abstinent|clean|dry)\b(?! (?:the|a|of (?:the |his |her )?(?:bed|bedroom|house)|sheets|clothes"
    r"|kitchen)\b)",
    r"(?:be|is|become|becomes|get|gets) (?:completely )?(?:sober|abstinent|clean|[a-z]+-free|done with|free)\b(?! to)",
    r"(?:be|is|are|am|been|become) (?:drug|alcohol|nicotine|smoke|symptom|binge|seizure|panic|relapse|incident) free\b",
    r"(?:is|are|be) (?:gone|over)\b(?! (?:to|the|for) )",
    rf"(?:give|gives|giving) up\b(?! {_OWN}(?:seat|place|turn))",
    r"(?:gets?|getting|be|is) rid of\b",
    rf"(?:free|frees|rid|rids) {_SELF} (?:of|from)\b",
    rf"(?:loses?|losing) {_OWN}(?:urges?|habit|fear|cravings?|desire|temper)\b",
    rf"(?:gets?|getting) over {_OWN}(?:\w+ )?(?:fear|phobia|addiction|habit|panic)s?\b",
    r"(?:have|has|had|having|shows?|with|achieves?|maintains?) (?:no|zero)\b(?! more than)",
    "(?:miss|misses|skip|skips|make|makes|tell|tells|have|has|buy|buys|take|takes|place|places|fail|fails) (?:no"
    r"|zero|not)\b(?! more| fewer| less)",
    r"(?:drink|smoke|eat|use|gamble|buy|spend)s? (?:no|nothing|none)\b(?! more)",
    r"(?:puts?|putting|bring|brings) (?:an end|a stop) to\b",
    r"(?:an end|end|the end) (?:to|of)\b",
    r"(?:cuts?|cutting) out\b(?! (?:a|the|two|three|pictures|paper))",
    r"(?:leaves?|lays?|swears?|holds?|holding|keeps?) (?:off|back from|from)\b",
    rf"(?:gets?|comes?|coming|weans? \w+|tapers?|stays?|keeps?) off {_OWN}{_HABIT}\b",
    rf"(?:leaves?|lays? off|kicks?|kicking|beats?|ditch|ditches|drops?|quits?) {_OWN}{_HABIT}\b(?! at)",
    rf"(?:drop|ditch|break|kick|get out of|overcome|beat)(?:s|es|ing)? {_OWN}(?:\w+ )?(?:addiction|dependence"
    r"|habit)s?\b",
    rf"leaves? {_OWN}(?:{_HABIT}|phone|fridge|betting|skin|hair|scabs?|nails|him|them|it) alone\b",
    r"(?:makes?|gets?) (?:\w+ ){1,3}(?:to )?(?:stop|go away|disappear)\b",
    r"break(?:s|ing)? free (?:of|from)\b",
    rf"ends? {_OWN}(?:{_HABIT}|\w+ing\b|use\b)",
    r"(?:clean and |completely )?(?:sober|abstinent)\b",
    r"\w+-free(?: (?:for|until|by|since|during|at)\b|$)",
    r"(?:\w+ )?[\w-]+ free$",
    r"kept (?:from|off)\b",
    r"(?:gets?|makes? it) through (?:\w+ ){1,4}without\b",
    r"lives? (?:a )?(?:\w+ )?life without\b",
    "(?:goes|go|last|lasts|spends?|gets? through|makes? it through|completes?|manages?|survives?|stays?|has"
    "|have) (?:for |a |an |the |whole |full |entire |each |every |one |two |three |four |five |six |eight |ten "
    rf"|twelve |\d+ |school |working )*{_TIME} without\b",
    r"(?:do|does|live|lives) without\b",
    rf"(?:sleeps?|copes?|goes|go|goes to sleep) without (?:{_HABIT}|nightmares|waking)\b",
    "(?:absence|avoidance|cessation|prevention|elimination|abstinence|freedom|free|removal|extinction"
    r"|remission) (?:of|from)\b",
    r"(?:(?:maintains?|achieves?|keeps?|total|complete|full|lasting|continued|sustained) )*(?:abstinence|sobriety)\b",
    r"(?:says?|kisses?) goodbye to\b",
    r"(?:resists?|resisting|prevents?|preventing|withdraws? from)\b",
    rf"(?:lets? go of|puts? down) {_OWN}{_HABIT}\b",
    r"(?:cut|cuts|sever|severs|break|breaks off) (?:all )?(?:ties|contact)\b",
    r"drops? \w+ing\b",
    start=True,
)
_INSIDE = Phrases(
    r"^\w+s (?:stop|cease|end|disappear|vanish)\b(?! (?:at|in|on|the|to)\b)",
    r"\b(?:will|shall|does|do|is|are|can|has|have|would|should) (?:not|never|no longer)\b(?! (?:more|exceed"
    "|be (?:more|longer|higher)))",
    r"\b(?:any ?|no )more$",
    r"\bno longer\b(?! than)",
    r"\b(?:be|is|are|been) (?:stopped|eliminated|ended|avoided|eradicated|abolished|gone|given up|got rid of"
    r"|extinguished|absent|removed|ceased|prevented)\b",
    r"\b(?:stops?|ceases?|ends?|disappears?|vanish(?:es)?|goes? away)$",
    r"\b(?:has|have) (?:ended|stopped|ceased|gone|disappeared)\b",
    r"\b(?:disappear|vanish|cease|go away)\b",
    r"\b(?:no longer|never) (?:occur|happen|appear|take place)\b",
    r"\bthing of the past\b",
    r"\bnot a single\b",
)
_TO_NOTHING = Phrases(r"\bto (?:zero|nothing|none|nil|0)\b")
_FALLING = verbs.CHANGE | words("bring come cut drop fall get go taper") | {""}
_AT_AN_HOUR = Phrases(r"\b(?:at|when) (?:\d|six|seven|eight|nine|ten|eleven|midnight|noon|the timer|it rings)")
_AUXILIARY = Phrases(
    r"(?:(?:will|shall|would like to|to|i|we|he|she|they|wants? to|be able to|learns? to) )+", start=True
)
_RELATIVE = Phrases(r" (?:that|which|who|when|whenever|if|why|how|what|because|until|before|after|so)\b.*")
"""What is said about a thing or a time, not of what will be."""

_INSTEAD = Phrases(
    r"\binstead\b",
    r"\brather than\b",
    r"\bin (?:place|favou?r) of\b",
    r"\b(?:replac|swap|swapp|substitut|switch|trad)(?:e|es|s|ed|ing)\b",
    r"\bby (?!spring|morning|evening|thanksgiving|never|not)(?:\w+ly )?\w+ing\b",
    r"\bbut (?!not)\w+",
    r"\bat most\b",
    r"\bno more than (?:one|two|three|\d)",
    r"\b(?:from|of) \w+ to (?!zero|nothing|none|0)\w+\b",
)


_WHEN = Phrases(r"(?:each|every|on|at|from|for|in|\w+day)s?\b", start=True)
_NAYS = words("no not never longer without")
_BY_NOT_DOING = Phrases(r"\bby (?:never|not) \w+ing\b")


@lru_cache(maxsize=512)
def is_only_an_absence(statement: GoalSentence) -> bool:
    """Whether every clause says only what will not be."""
    if _INSTEAD.stand_in(statement.text):
        return False
    theirs = done_by_others(statement)
    if theirs and is_only_an_absence(theirs):
        return True
    if _BY_NOT_DOING.stand_in(statement.text):
        return not has_frequency(statement.text)
    return all(is_absent(clause) for clause in statement.clauses) and not _names_more(statement)


def _names_more(statement: GoalSentence) -> bool:
    """`No cannabis and three walks a week`, `sobriety and a job`; but `no drugs and alcohol`."""
    first, *others = halves(statement.clauses)
    is_told = bool(others) and not first.head and not is_absent(others[0])
    return is_told and (
        (has_frequency(others[0].text) and not _WHEN.stand_in(others[0].text) and " for " not in others[0].text)
        or has_amount(others[0].text)
        or others[0].words[:1] in {("a",), ("an",), ("more",), ("better",)}
        or first.words[0] in {"sobriety", "abstinence", "sober", "abstinent"}
    )


def denied(clause: GoalClause) -> tuple[str, ...]:
    """The words behind what denies, in a clause that says what will not be."""
    text = _AUXILIARY.without(clause.text).strip()
    begun = _START.find(text)
    if begun:
        return tuple(text.removeprefix(begun).split())
    after = next((n for n, word in enumerate(clause.words) if word in _NAYS or bases(word) & verbs.ENDING), -1)
    return clause.words[after + 1 :]


def is_absent(clause: GoalClause) -> bool:
    """Whether the clause says what will not be."""
    text = _RELATIVE.without(_AUXILIARY.without(clause.text)).strip()
    if clause.head in verbs.ENDING and not (clause.head == "stop" and _stops_somewhere(clause)):
        return True
    if clause.head in _FALLING and _TO_NOTHING.stand_in(text):
        return True
    return _START.stand_in(text) or (clause.head not in verbs.KNOWING | verbs.INNER and _INSIDE.stand_in(text))


def _stops_somewhere(clause: GoalClause) -> bool:
    """`Stops at the gate` is something that one can see."""
    first, second = (*clause.about, "", "")[:2]
    is_place = first in {"at", "by", "in", "the", "to", "for"} and not second.endswith("ing")
    is_place &= second not in {"good", "ever", "now"}
    has_subject = first == "by" and bases(clause.words[0]).isdisjoint({"stop", "will", "to"})
    return not (clause.is_passive or has_subject) and (is_place or _AT_AN_HOUR.stand_in(clause.text))
