"""What help ends in for figures of many, documents, and the library they are made of; `examples.py` has the others."""

from __future__ import annotations

from collections.abc import Mapping

DOCUMENTS_AND_LIBRARY: Mapping[str, tuple[tuple[str, str], ...]] = {
    "office": (
        ("goalctl office", "of this month, nothing clinical"),
        ("goalctl office --from -6w --format csv", "for a spreadsheet"),
    ),
    "fleet": (
        ("goalctl fleet -C . due --within 2w", "what is due, here; -C as often as there are workspaces"),
        ("goalctl fleet -C 'clinics/*' outcomes --format csv", "of every clinic, its name in the first column"),
        ("goalctl fleet --from clinics.txt check --severity error", "a file that names them"),
    ),
    "outcomes": (
        ("goalctl outcomes", "who recovered, improved, got worse, by measure"),
        ("goalctl outcomes --by clinician --measure phq-9", "side by side, nobody ranked"),
        ("goalctl outcomes --chart --measure phq-9", "first and last score of everyone"),
    ),
    "report": (
        ("goalctl report c-7f3k --kind progress", "as text; --format html or pdf to print"),
        ("goalctl report c-7f3k --kind client --format html -o page.html", "a page for the client"),
        ("goalctl report c-7f3k --kind ur --check", "what an insurer would miss in it"),
    ),
    "records": (
        ('goalctl records c-7f3k --for "client" --from -6w', "the notes of these days; the release is noted"),
        ("goalctl records c-7f3k --for insurer --from -10w --to -6w", "four weeks, for somebody else"),
    ),
    "export": (
        ("goalctl export --format csv", "all scores, for a spreadsheet"),
        ("goalctl export c-7f3k", "one plan as JSON"),
        ("goalctl export --deidentify -o research.json", "for research"),
    ),
    "import": (
        ("goalctl import scores.csv", "shows what it would do, and writes nothing"),
        ("goalctl import scores.csv --write", "does it, all of it or nothing"),
    ),
    "worksheet": (
        ("goalctl worksheet weekly-journal", "a blank form"),
        ("goalctl worksheet grow g1 --for c-7f3k", "what is known is filled in"),
        ("goalctl worksheet safety-plan --format html -o plan.html", "to print"),
    ),
    "questionnaire": (
        ("goalctl questionnaire c-7f3k weekly-journal -o journal.html", "goalctl import reads what comes back"),
        ("goalctl questionnaire c-m2x9 magic-wand -o wand.html", "an exercise to do at home"),
    ),
    "site": (
        ("goalctl site ../site", "pages to look at; open index.html in a browser"),
        ("goalctl site ../page --with-client c-7f3k", "one client's own page"),
        ("goalctl site ../office --for office", "for those who do not treat"),
    ),
    "forms": (
        ("goalctl forms", "all there are"),
        ("goalctl forms anxiety", "those about it"),
        ("goalctl forms show phq-9", "items, scoring, sources"),
    ),
    "forms list": (
        ("goalctl forms list --kind assessment", "instruments with scores"),
        ("goalctl forms list --kind note", "what a session's note may be made of"),
    ),
    "forms search": (
        ("goalctl forms search depression", "the best first"),
        ("goalctl forms search sleep --kind assessment", "instruments alone"),
    ),
    "forms show": (
        ("goalctl forms show phq-9", "how it is entered, what scores mean, where that is from"),
        ("goalctl forms show phq-9 --source", "the file itself"),
    ),
    "forms new": (
        ("goalctl forms new mood", "a file to begin from, in forms/"),
        ("goalctl forms new week --from weekly-journal", "like one that is there"),
    ),
    "forms wording": (
        ("goalctl forms wording phq-9", "enter the items' own words from your licensed copy"),
        ("goalctl forms wording gad-7", "the licence is shown first"),
    ),
    "forms check": (("goalctl forms check", "all of your own"), ("goalctl forms check phq-9", "one of them")),
    "forms try": (
        ("goalctl forms try phq-9 --answers 111110100", "what these answers come to; nothing is saved"),
        ("goalctl forms try gad-7 --total 12", "what a total means"),
    ),
    "templates": (
        ("goalctl templates", "all there are"),
        ("goalctl templates show depression", "the goals and steps in it"),
    ),
    "templates list": (
        ("goalctl templates list", "all there are"),
        ("goalctl templates list --format csv", "for a spreadsheet"),
    ),
    "templates show": (
        ("goalctl templates show depression", "the goals and steps in it"),
        ("goalctl templates show panic --format json", "for a program"),
    ),
    "templates new": (
        ("goalctl templates new nights --from insomnia", "like one that is there"),
        ("goalctl templates new sleep", "by questions"),
    ),
    "templates check": (
        ("goalctl templates check", "all of your own"),
        ("goalctl templates check depression", "one of them"),
    ),
    "planners": (
        ("goalctl planners", "the areas"),
        ("goalctl planners show sleep", "problems, goals, objectives, interventions of one"),
        ("goalctl planners use c-2rj5 sleep", "tick a plan together"),
    ),
    "planners list": (
        ("goalctl planners list", "the areas"),
        ("goalctl planners list --format csv", "for a spreadsheet"),
    ),
    "planners search": (
        ("goalctl planners search panic attack", "statements that speak of it"),
        ("goalctl planners search worry --kind goal", "goals alone"),
    ),
    "planners show": (
        ("goalctl planners show sleep", "all statements of an area"),
        ("goalctl planners show sleep g1", "one statement"),
    ),
    "planners use": (
        ("goalctl planners use c-2rj5 sleep", "tick a plan together; saved at once"),
        ("goalctl planners use c-2rj5", "asks which area, then the same"),
    ),
    "planners new": (
        ("goalctl planners new hoarding", "a file to begin from, in planners/"),
        ("goalctl planners new nights --from sleep", "like one that is there"),
    ),
    "planners check": (("goalctl planners check", "all of your own"), ("goalctl planners check sleep", "one of them")),
    "bank": (
        ("goalctl bank sleep", "what was used before about it, and how it went"),
        ("goalctl bank --kind interventions --client c-7f3k", "what was done with one client"),
    ),
}
