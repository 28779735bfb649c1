"""A screen for suicide that a note says was positive: `C-SSRS positive`, `PHQ item 9: 3`, `endorsed item 9 of the PHQ`.

Its name alone, or that it was negative, says nothing: its answers, where they are entered, tell for themselves.
"""

from __future__ import annotations

from goalctl.model.session import Concern

_OF_ITEMS = r"(?:(?:phq|bdi|oq|core|epds|edinburgh|qids)(?:[- ]?(?:9|10|45|a|ii|sr|om))?\b)"
_ITEM = r"(?:items?|questions?|q\.?|no\.?) ?#?\d+|#\d+"
_NAME = (
    r"(?:c[- ]?ssrs?(?:-s)?|cssr-s|columbia(?:[- ]suicide)?(?: severity)?(?: screen\w*| scale| protocol| triage)?"
    r"|asq(?!-?[23]\b|:? ?se\b)|sbq-?r|suicid\w* (?:risk )?(?:screen\w*|questionnaire)|item 9(?= (?:positive"
    rf"|endorsed|pos\b))|{_OF_ITEMS}[ ,:('s]*(?:{_ITEM})|(?:{_ITEM}) (?:of|on|in) (?:the |his |her )?{_OF_ITEMS})"
)
_IS = r"(?:pos\b\.?|positive\b|yes\b|y\b|endors(?:ed|es)\b|elevated\b|high\b|moderate\b)"
_NOTHING = r"(?:no|not|nil|none|neg\w*|denie[sd]|low|0)\b"
_BEHIND = (
    rf"(?=[^.;\w]*(?:(?!{_NOTHING})[^.;\n ]+ ){{0,5}}?[(\"']*(?:{_IS}|\+))|(?=(?: (?:total|scores?d?|was|is|of|at"
    r"|today))*[ :=(]*(?:>?=? ?)[1-9]\d?(?![\d/.:-])(?! ?(?:no\b|neg|weeks?|days?|am|pm)))|(?=[ :=]*(?:several days"
    r"|more than half|nearly every day|sometimes|hardly ever|quite often))"
)
_BEFORE = (
    rf"(?:{_IS}|answered yes|screened|screens) (?:positive )?(?:(?:on|for|to|of) )?(?:the |his "
    rf"|her )?(?:{_ITEM})?(?: (?:of|on))?(?: the| his| her)? ?"
)

SCREENS: tuple[tuple[Concern, str, str], ...] = (
    (Concern.SUICIDE, "a screen for suicide", rf"{_NAME}(?:{_BEHIND})|(?<!not )(?<!no ){_BEFORE}{_NAME}"),
)
"""About what, the word to say for it, and the pattern."""
