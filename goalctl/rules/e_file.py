"""E: what makes a plan wrong although it loads: ids, references, ranges, form answers (`E2xx`).

`E1xx`, where the text or its shape is wrong and there is no plan, comes from the reader and the model.
"""

from __future__ import annotations

from goalctl.rules import e_format, e_references, e_values

RULES = (*e_references.RULES, *e_format.RULES, *e_values.RULES)

TOLD_ELSEWHERE = {
    "E100": "the file can't be opened",
    "E120": "an unknown key",
    "E121": "another shape belongs here",
    "E122": "not a day",
    "E123": "not a time of day",
    "E124": "not a number",
    "E125": "neither yes nor no",
    "E126": "words are missing",
    "E127": "not a stretch of time or an interval",
    "E128": "not an id of that kind",
    "E129": "not one of the words that can stand here",
    "E130": "a key is missing",
    "E131": "the file is for a newer goalctl",
    "E132": "the same thing is said twice, or its ends are exchanged",
    "E134": "an amendment does not fit its entry",
    "E151": "a file in plans/ that is no plan",
    "E152": "a plan's file whose name is no client's id",
    "E153": "a client with two files",
    "E154": "another version of a plan beside it",
    "E206": "a form that gives no score",
    "E233": "a wrong number of answers",
    "E234": "an answer for an item that the form lacks",
    "E235": "a total that the form can't have",
    "E236": "an answer of the wrong kind",
    "E237": "a stated score that its answers contradict",
    "E238": "there is nothing of that name in the library",
    "E239": "a form that contradicts itself",
    "E261": "a linked note that can't be read",
    "E262": "a note that no entry links",
    "E263": "an entry or a plan that is gone since an earlier revision",
    "E264": "an entry that reads otherwise than in an earlier revision",
    "E265": "a file that git has in plain text, though it is to be locked",
    "E266": "a file that is to be locked, in a clone that can't",
    "E244": "a planner, template or profile that contradicts itself",
}
"""Codes that have no rule of their own: the reader, the model and the forms tell them."""
