"""A screen for suicide that a note says was positive: `C-SSRS positive`, `PHQ item 9: 3`, `endorsed item 9 of the PHQ`.

Its name alone, or that it was negative, says nothing: its answers, where they are entered, tell for themselves.
"""

from __future__ import annotations

from goalctl.model.session import Concern

_ITEM_NO = r"(?:items?|questions?|q\.?|no\.?) ?#?"
_ITEM = rf"{_ITEM_NO}\d+|#\d+"
_ABOUT_DEATH = (  # which items of the common forms ask about suicide or self-harm
    (r"(?:phq|bdi)(?:[- ]?(?:9|a|ii))?", "9"),
    (r"oq(?:[- ]?45)?", "8"),
    (r"core(?:[- ]?(?:10|om))?", "6|9|16|24|34"),
    (r"(?:epds|edinburgh)", "10"),
    (r"qids(?:[- ]?sr)?", "12"),
)
_FORM = "|".join(form for form, _ in _ABOUT_DEATH)
_OF_ANY = "|".join(items for _, items in _ABOUT_DEATH)
_ITEM_OF_A_FORM = "|".join(
    (
        *(rf"{form}\b[ ,:('s]*(?:{_ITEM_NO}|#)(?:{items})\b" for form, items in _ABOUT_DEATH),
        rf"(?=\D*(?:{_OF_ANY})\b)(?:{_ITEM})(?: \w+){{1,2}} (?:{_FORM})\b",
    )
)
_NAME = (
    r"(?:c[- ]?ssrs?(?:-s)?|cssr-s|columbia(?:[- ]suicide)?(?: severity)?(?: screen\w*| scale| protocol| triage)?"
    r"|asq(?!-?[23]\b|:? ?se\b)|sbq-?r|suicid\w* (?:risk )?(?:screen\w*|questionnaire)|item 9(?= (?:positive"
    rf"|endorsed|pos\b))|{_ITEM_OF_A_FORM})"
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
