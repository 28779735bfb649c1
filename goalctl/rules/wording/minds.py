"""How somebody is regarded: that she trusts him, sees him in a better light, no longer looks down."""

from __future__ import annotations

from goalctl.rules.wording.patterns import Phrases

_WHOM = r"(?:me|him|her|us|them|it|@|(?:my|his|her|their|our)(?: \w+)?)"
REGARD = Phrases(
    rf"\b(?:sees?|seeing|views?|viewing|regards?|regarding|thinks? of|considers?) {_WHOM} (?:more |less )?"
    r"(?:as|in an?|differently|fondly|positively)\b",
    r"\b(?:seen|viewed|regarded|thought of|perceived|looked (?:up)?on) (?:more |less )?(?:as|in an?)\b",
    r"\blook(?:s|ed|ing)? (?:down|up) (?:on|upon|to) (?!the )",
    rf"\b(?:sees?|seeing|takes?|taking|knows?|accepts?|likes?|loves?) {_WHOM} (?:as|for) "
    r"(?:who|what|i|he|she|they|a person)\b",
    r"\b(?:taken|seen|known|accepted) (?:as|for) (?:an?|one|who|what|i|he|she|they)\b",
    r"\b(?:faith|trust|confidence|belief|pride) in (?:me|him|her|us|them|my|his|our)\b",
    r"\b(?:accept|appreciat|blam|distrust|fear|forgiv|hat|lik|lov|mistrust|respect|trust|understand|want)(?:e|es"
    r"|s|ing)? "
    r"(?:me|him|us|them|her)(?=$| (?:again|and|any|as|at|back|for|in|more|now|when)\b)",
    rf"\b(?:takes?|taking|taken) (?:(?:{_WHOM}|my|his|her|their) (?:\w+ )?)?(?:more )?seriously\b",
    rf"\bwarm(?:s|ed|ing)? (?:up )?to(?:wards?)? {_WHOM}\b",
    r"\b(?:judge|judges|judging|resent|resents|resenting) (?:me|him|her|us|them|others|people|each other)\b",
    r"\b(?:accepted|appreciated|liked|loved|respected|trusted|understood|valued) by\b",
    r"\b(?:judged|resented)\b(?! (?:the|a|at)\b)",
    r"\b(?:worr(?:y|ies|ied|ying)) (?:so much |less )?about\b",
    rf"\b(?:disappointed|ashamed|proud|fond|tired|sick|embarrassed|afraid|scared|jealous) (?:in|of|by|with) {_WHOM}\b",
    rf"\b(?:believ(?:es?|ing)|faith|trust|confidence) in {_WHOM}\b",
    r"\bgets? (?:me|him|us|them)$",
    rf"\b(?:want|wants|like|likes|miss|misses|need|needs|love|loves) {_WHOM} (?:back|more|again|for who)\b",
    rf"\bcar(?:e|es|ing) (?:more )?about {_WHOM}\b",
)
"""How somebody is regarded: nobody sees it, whoever regards whom."""
