"""A goal that says what will not be, and nothing that will be instead: a dead man could keep it."""

from __future__ import annotations

from functools import lru_cache

from goalctl.rules.wording import verbs
from goalctl.rules.wording.clauses import GoalClause, GoalSentence
from goalctl.rules.wording.patterns import Phrases

_START = Phrases(
    "(?:will |shall |would like )?(?:to )?(?:not|never|no longer|don't|doesn't|didn't|won't|can't|no more|no|zero"
    r"|nothing|without|nobody)\b(?! than| later| more than"
    r"| longer than| higher than| less than| fewer than)",
    r"(?:will |to )?(?:be|is|are|become|remain|stay|keep|live)s? (?:\w+ )?(?:without|free (?:of|from)|\w+-free"
    "|clear of|away from|off|out of (?:hospital|prison|jail|trouble"
    r"|debt|the (?:hospital|bar|pub|casino)|inpatient))\b",
    r"(?:gives?|giving) up\b",
    r"(?:gets?|getting|be|is) rid of\b",
    "(?:stays?|staying|keeps?|keeping|steers?|lives?|remains?) (?:away|clear|off|out|without|free|sober|abstinent"
    r"|clean|dry)\b(?! (?:the|a) (?:room|walk))",
    r"(?:loses?|losing) (?:the |his |her |my )?(?:urges?|habit|fear|cravings?|desire|temper)\b",
    r"(?:have|has|had|having|shows?|with|achieves?|maintains?) (?:no|zero)\b(?! more than)",
    r"(?:puts?|putting|bring|brings) (?:an end|a stop) to\b",
    r"(?:cuts?|cutting) out\b",
    r"(?:kicks?|kicking|breaks?|breaking) the habit\b",
    r"(?:leaves? off|lays? off|swears? off)\b",
    "(?:goes|go|last|lasts|spends?|gets? through|makes? it through|complete|completes|manage|manages|make|makes"
    r"|survive|survives) (?:\w+ ){0,6}without\b",
    r"(?:absence|avoidance|cessation|elimination|abstinence|freedom|removal|extinction|remission|end) (?:of|from)\b",
    r"(?:(?:maintains?|achieves?|keeps?|total|complete|full|lasting|continued|sustained) )*(?:abstinence|sobriety)\b",
    r"(?:says?|kisses?) goodbye to\b",
    r"(?:an|put an) end to\b",
    "(?:be|is|become|becomes|get|gets) (?:completely )?(?:sober|abstinent|clean|drug-free|[a-z]+-free|done with"
    r"|free)\b(?! to)",
    r"free (?:of|from)\b",
    r"(?:the )?end of\b",
    r"(?:holds?|holding) back from\b",
    r"(?:is|are|be) (?:gone|over)\b",
    r"(?:drop|drops|ditch|ditches|break|breaks|kick|kicks|get out of|gets out of) (?:the|a|his|her|my) habit\b",
    "(?:resists?|resisting|prevents?|preventing|withdraws? from|keeps? from|holds? off|lets? go of (?:the )?(?:bottle"
    r"|cigarettes|drugs|alcohol)|puts? down the (?:bottle|drink))\b",
    "(?:miss|misses|skip|skips|make|makes|tell|tells|have|has|buy|buys|take|takes|place|places) (?:no|zero"
    r"|not)\b(?! more| fewer| less)",
    r"neither\b",
    r"(?:do|does|go|goes|cope|copes|live|lives|sleep|sleeps|goes to sleep) without\b",
    r"(?:cut|cuts|sever|severs|break|breaks off) (?:all )?(?:ties|contact)\b",
    r"(?:drop|drops) (?:\w+ing|smoking|alcohol|drugs)\b",
    r"(?:overcomes?|beats?|breaks?) (?:\w+ )?(?:addiction|dependence|habit)\b",
    r"(?:drink|smoke|eat|use|gamble|buy|spend)s? (?:no|nothing|none)\b(?! more)",
    start=True,
)
_INSIDE = Phrases(
    r"\b(?:will|shall|does|do|is|are|can|has|have|would|should) (?:not|never|no longer)\b(?! (?:more|exceed|be (?:more"
    "|longer|higher)))",
    r"\b(?:any ?|no )more$",
    r"\bno longer\b",
    r"\b(?:be|is|are|been) (?:stopped|eliminated|ended|avoided|eradicated|abolished|gone|given up|got rid of"
    r"|extinguished|absent|removed|ceased|prevented)\b",
    r"\b(?:stops?|ceases?|ends?|disappears?|vanish(?:es)?|goes? away|will (?:stop|cease|end|disappear|vanish"
    "|go away))$",
    r"\b(?:has|have) (?:ended|stopped|ceased|gone|disappeared)\b",
    r"\b(?:disappear|vanish|cease|go away)\b",
    r"\b(?:fall|falls|drop|drops|go|goes|reduced?|down|come|comes) to (?:zero|nothing|none|nil|0)\b",
    r"\b(?:no longer|never) (?:occur|happen|appear|take place)\b",
    r"\bthing of the past\b",
    r"\b(?:goes|gets|lasts|makes it) (?:\w+ ){1,5}without \w+",
    r"\bnot a single\b",
)
_AUXILIARY = Phrases(
    r"(?:(?:will|shall|would like to|to|i|we|he|she|they|wants? to|be able to|learns? to) )+", start=True
)
_INSTEAD = Phrases(
    r"\binstead\b",
    r"\brather than\b",
    r"\bin place of\b",
    r"\breplac(?:e|es|ing|ed)\b",
    r"\bby \w+ing\b",
    r"\bbut (?!not)\w+",
    r"\bat most\b",
    r"\bno more than (?:one|two|three|\d)",
    r"\b(?:from|of) \w+ to (?!zero|nothing|none|0)\w+\b",
)
_TURNED_INTO = Phrases(
    r"\b(?:without|no|not|never)\b (?:\w+ ){0,4}(?:for|in) (?:at least )?(?:\w+ )?(?:minutes?|hours?)\b"
)


@lru_cache(maxsize=512)
def is_only_an_absence(statement: GoalSentence) -> bool:
    """Whether every clause says only what will not be."""
    if _INSTEAD.stand_in(statement.text):
        return False
    return all(is_absent(clause) for clause in statement.clauses)


def is_absent(clause: GoalClause) -> bool:
    """Whether the clause says what will not be."""
    text = _AUXILIARY.without(clause.text).strip()
    if clause.head in verbs.ENDING and not (clause.head == "stop" and _stops_somewhere(clause)):
        return True
    return _START.stand_in(text) or (clause.head not in verbs.KNOWING | verbs.INNER and _INSIDE.stand_in(text))


def _stops_somewhere(clause: GoalClause) -> bool:
    """`Stops at the gate` is something that one can see."""
    return bool(clause.about) and clause.about[0] in {"at", "by", "in", "the", "to"} and not clause.is_passive
